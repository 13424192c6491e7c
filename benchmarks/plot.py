"""Growth curves as one SVG: small plots side by side, sizes on a logarithmic axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT = 210, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 34, 26
_COLUMNS = 4


class Curve(NamedTuple):
    """What is drawn: a title, the unit, and pairs of size and value."""

    title: str
    unit: str
    points: Sequence[tuple[float, float]]


def _short(value: float) -> str:
    for scale, letter in ((1e6, "M"), (1e3, "k")):
        if value >= scale:
            return f"{value / scale:.3g}{letter}"
    return f"{value:.3g}"


def _plot(curve: Curve, x: int, y: int) -> str:
    sizes = [math.log10(size) for size, _ in curve.points]
    low, high = min(sizes), max(sizes)
    most = max(value for _, value in curve.points) * 1.15 or 1.0

    def at(size: float, value: float) -> tuple[float, float]:
        part = (math.log10(size) - low) / (high - low) if high > low else 0.5
        right = x + _LEFT + part * (WIDTH - _LEFT - _RIGHT)
        return right, y + HEIGHT - _BOTTOM - value / most * (HEIGHT - _TOP - _BOTTOM)

    places = [at(size, value) for size, value in curve.points]
    line = " ".join(f"{px:.1f},{py:.1f}" for px, py in places)
    floor = y + HEIGHT - _BOTTOM
    parts = [
        f'<text class="title" x="{x + 4}" y="{y + 14}">{escape(curve.title)}</text>',
        f'<text class="unit" x="{x + 4}" y="{y + 27}">{escape(curve.unit)}</text>',
        f'<line class="axis" x1="{x + _LEFT - 6}" x2="{x + WIDTH - 4}" y1="{floor}" y2="{floor}"/>',
        f'<polyline points="{line}"/>',
    ]
    for (size, value), (px, py) in zip(curve.points, places, strict=True):
        parts.append(
            f'<circle cx="{px:.1f}" cy="{py:.1f}" r="3"/>'
            f'<text class="value" x="{px:.1f}" y="{py - 7:.1f}">{_short(value)}</text>'
            f'<text class="size" x="{px:.1f}" y="{floor + 14}">{_short(size)}</text>'
        )
    return "".join(parts)


def drawn(curves: Sequence[Curve]) -> str:
    """Return the plots as an SVG document; every axis begins at nought."""
    shown = [curve for curve in curves if curve.points]
    rows = math.ceil(len(shown) / _COLUMNS)
    width, height = _COLUMNS * WIDTH, rows * HEIGHT
    style = (
        "text{font:11px system-ui,sans-serif;fill:#555}.title{font-weight:600;fill:#111}"
        ".value,.size{text-anchor:middle}.value{fill:#111}.axis{stroke:#bbb}"
        "polyline{fill:none;stroke:#2457a8;stroke-width:1.5}circle{fill:#2457a8}"
        "rect{fill:#fff}"
    )
    plots = "".join(
        _plot(curve, at % _COLUMNS * WIDTH, at // _COLUMNS * HEIGHT)
        for at, curve in enumerate(shown)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Growth curves"><style>{style}</style>'
        f'<rect width="{width}" height="{height}"/>{plots}</svg>\n'
    )
