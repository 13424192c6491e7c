"""A row of the figure board drawn in SVG: one mark a source on a common axis.

Values in other units of the same kind are drawn in the row's unit and written in their own.
A dot is a value, a hollow one an approximate value, a bar a range, an arrow an open bound. The
colour tells the basis. In a row whose figures update one another the marks are in order of
publication, with its day, and a line joins those that are no copies.

On a narrow screen the style sheet lays the words above the marks, which the row's height allows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from html import escape

from dateline.records import FigureEntry, FigureRow, ReadReport
from dateline.show.rows import EntryLine, entry_lines
from dateline.show.values import number
from dateline.story.agreement.units import in_one_unit

WIDTH = 640
_PLOT = 300
_LEFT = 10
_ROW = 28
_AXIS = 26
_MOST_TICKS = 4
_LABEL = 50

_FAMILIES = {
    "exit poll": "poll",
    "opinion poll": "poll",
    "forecast": "estimate",
    "plan": "estimate",
    "independent estimate": "estimate",
    "preliminary": "official",
    "final": "official",
    "officials": "official",
    "police": "official",
    "hospital": "official",
    "opposition": "claim",
    "organisers": "claim",
    "company": "claim",
    "aid group": "claim",
}


def anchor_of(line: EntryLine) -> str:
    """Return the address of an entry's words in a file that holds its page's text."""
    return f"#{line.page}-{line.spans[0].start}"


def row_drawing(
    row: FigureRow,
    reads: Mapping[str, ReadReport],
    *,
    href: Callable[[EntryLine], str] = anchor_of,
    shown: Sequence[tuple[FigureEntry, EntryLine]] | None = None,
) -> str:
    """Return the SVG element of a row, every mark a link to its words; empty without numbers.

    ``href`` gives the address of an entry's words; ``shown`` are the row's `entry_lines`, for who
    has them already.
    """
    drawn = dict(zip(row.entries, in_one_unit(row), strict=True))
    edges = [edge for entry in drawn.values() for edge in _edges(entry)]
    if not edges or not all(map(math.isfinite, edges)):
        return ""
    low, high = min(edges), max(edges)
    pad = (high - low) * 0.08 or abs(high) * 0.1 or 1.0
    low, high = low - pad, high + pad

    def x(value: float) -> float:
        return _LEFT + (value - low) / (high - low) * (_PLOT - _LEFT)

    entries = list(entry_lines(row, reads) if shown is None else shown)
    updated = row.verdict == "updated"
    if updated:
        entries.sort(key=lambda item: reads[item[1].report].report.published or "")
    height = _AXIS + len(entries) * _ROW + 4
    parts = [
        f'<svg class="board" viewBox="0 0 {WIDTH} {height}" role="group" '
        f'aria-label="{escape(row.measure)}: {len(entries)} figures, {row.verdict}">'
    ]
    for tick in _ticks(low, high):
        at = f"{x(tick):.1f}"
        parts.append(
            f'<line class="grid" x1="{at}" x2="{at}" y1="18" y2="{height}"/>'
            f'<text class="tick" x="{at}" y="12" text-anchor="middle">{number(tick)}</text>'
        )
    if updated:
        points = " ".join(
            f"{x(_middle(drawn[entry])):.1f},{_AXIS + place * _ROW + 10}"
            for place, (entry, line) in enumerate(entries)
            if not line.copy
        )
        parts.append(f'<polyline class="path" points="{points}"/>')
    years = {line.day[-5:] for _, line in entries}
    year = years.pop() if len(years) == 1 else ""
    for place, (entry, line) in enumerate(entries):
        y = _AXIS + place * _ROW + 10
        short = [line.value, line.day.removesuffix(year)] if updated else [line.value]
        parts.append(_mark(drawn[entry], line, short, y, x, href(line)))
    parts.append("</svg>")
    return "".join(parts)


def _edges(entry: FigureEntry) -> list[float]:
    return [edge for edge in (entry.value, entry.low, entry.high) if edge is not None]


def _middle(entry: FigureEntry) -> float:
    if entry.value is not None:
        return entry.value
    edges = _edges(entry)
    return sum(edges) / len(edges)


def _ticks(low: float, high: float) -> list[float]:
    """Return a few round numbers between two edges."""
    step = 10.0 ** math.floor(math.log10((high - low) / _MOST_TICKS))
    step *= next(
        factor for factor in (1, 2, 5, 10) if (high - low) / (step * factor) <= _MOST_TICKS
    )
    first = math.ceil(low / step)
    return [count * step for count in range(first, math.floor(high / step) + 1)]


def _mark(
    entry: FigureEntry, line: EntryLine, first: Sequence[str], y: int,
    x: Callable[[float], float], href: str,
) -> str:  # fmt: skip
    family = _FAMILIES.get(entry.basis or "", "none")
    at = x(_middle(entry))
    # The whole line answers to a click, not the thin shapes on it alone.
    shapes = [f'<path class="reach" d="M0 {y - _ROW // 2}h{WIDTH}v{_ROW}H0z"/>']
    if entry.bound == "range" and entry.low is not None and entry.high is not None:
        left, right = x(entry.low), x(entry.high)
        size = f'width="{max(right - left, 3):.1f}" height="8" rx="4"'
        shapes.append(f'<rect x="{left:.1f}" y="{y - 4}" {size}/>')
    else:
        if entry.bound == ">":
            shapes.append(_arrow(at, min(at + 46, _PLOT), y))
        elif entry.bound == "<":
            shapes.append(_arrow(at, max(at - 46, _LEFT - 8), y))
        hollow = ' class="about"' if entry.bound == "~" or entry.vague else ""
        shapes.append(f'<circle{hollow} cx="{at:.1f}" cy="{y}" r="5"/>')
    notes = " · ".join([line.value, *line.basis, line.source])
    short = " · ".join(part for part in (*first, *line.basis[:1], line.outlet) if part)
    if len(short) > _LABEL:
        short = short[: _LABEL - 1].rstrip() + "…"
    cited = " ".join(f"{line.page}:{span.start}-{span.end}" for span in line.spans)
    return (
        f'<a class="fact mark {family}{" copy" if line.copy else ""}" '
        f'href="{escape(href)}" data-r="{escape(cited)}">'
        f"<title>{escape(notes)}: {escape(line.words)}</title>{''.join(shapes)}"
        f'<text x="{_PLOT + 14}" y="{y + 4}">{escape(short)}</text></a>'
    )


def _arrow(start: float, end: float, y: int) -> str:
    tip = 5 if end > start else -5
    return f'<path class="open" d="M{start:.1f} {y}H{end:.1f}m{-tip} -4l{tip} 4l{-tip} 4"/>'
