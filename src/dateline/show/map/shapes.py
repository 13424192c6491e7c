"""Outlines cut to a view and written as SVG path data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.show.map.outlines import Outline
from dateline.show.map.projection import View

Point = tuple[float, float]

_BEYOND = 0.06
"""How far over the edges outlines go, in parts of the view, so that cuts are not seen."""
_NEAR = 1.4
"""Points nearer to each other than this many units are drawn as one."""
_SPECK = 1.6
"""Rings smaller than this many units are not drawn."""


def path_of(outline: Outline, view: View) -> str:
    """Return the path data of what a view shows of a country; empty without any."""
    east, north = (view.east - view.west) * _BEYOND, (view.north - view.south) * _BEYOND
    west, south = view.west - east, max(view.south - north, -89.0)
    east, north = view.east + east, min(view.north + north, 89.0)
    pieces: list[str] = []
    for polygon in outline.polygons:
        for area in polygon:
            if area.south > north or area.north < south:
                continue
            for turn in (-360, 0, 360):
                low, high = area.west + turn, area.east + turn
                if low < east and high > west:
                    ring = [(x + turn, y) for x, y in area.ring]
                    # Most rings need no cutting, which takes longer than all else.
                    whole = low > west and high < east and area.south > south and area.north < north
                    cut = ring if whole else clipped(ring, west, south, east, north)
                    pieces.append(_drawn(cut, view))
    return "".join(pieces)


def middle_of(outline: Outline, view: View) -> Point | None:
    """Return the centre (longitude, latitude) of what a view shows of a country's largest part."""
    for turn in (-360, 0, 360):
        ring = [(x + turn, y) for x, y in outline.polygons[0][0].ring]
        seen = clipped(ring, view.west, view.south, view.east, view.north)
        crosses = [
            (a[0] * b[1] - b[0] * a[1], a[0] + b[0], a[1] + b[1])
            for a, b in zip(seen, [*seen[1:], *seen[:1]], strict=True)
        ]
        if area := sum(cross for cross, _, _ in crosses):
            return (
                sum(cross * x for cross, x, _ in crosses) / (3 * area),
                sum(cross * y for cross, _, y in crosses) / (3 * area),
            )
    return None


def clipped(
    ring: Sequence[Point], west: float, south: float, east: float, north: float
) -> list[Point]:
    """Return a ring cut to a rectangle (Sutherland and Hodgman, CACM 17, 1974)."""
    points = list(ring)
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        points = list(_half(points, axis, edge, sign))
    return points


def _half(points: Sequence[Point], axis: int, edge: float, sign: int) -> Iterable[Point]:
    """Yield the part of a ring on one side of a line."""
    for number, point in enumerate(points):
        last = points[number - 1]
        inside, was = sign * (point[axis] - edge) >= 0, sign * (last[axis] - edge) >= 0
        if inside != was:
            share = (edge - last[axis]) / (point[axis] - last[axis])
            crossing = last[1 - axis] + share * (point[1 - axis] - last[1 - axis])
            yield (edge, crossing) if axis == 0 else (crossing, edge)
        if inside:
            yield point


def _drawn(ring: Sequence[Point], view: View) -> str:
    points: list[Point] = []
    near, stretch = _NEAR / view.scale, view.stretch
    last = (-1000.0, 0.0)
    for lon, lat in ring:
        if abs(lon - last[0]) * stretch + abs(lat - last[1]) >= near:
            last = (lon, lat)
            points.append((view.x(lon), view.y(lat)))
    if len(points) < 3 or max(_reach(points, 0), _reach(points, 1)) < _SPECK:
        return ""
    # Steps on a grid of tenths, since they are half as long as places.
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [
        _step(x - before[0], y - before[1])
        for (x, y), before in zip(tenths, [(0, 0), *tenths], strict=False)
    ]
    return "M" + steps[0] + "l" + "l".join(steps[1:]) + "z"


def _reach(points: Sequence[Point], axis: int) -> float:
    values = [point[axis] for point in points]
    return max(values) - min(values)


def _step(dx: int, dy: int) -> str:
    return _short(dx) + ("" if dy < 0 else " ") + _short(dy)


def _short(tenths: int) -> str:
    return f"{tenths / 10:.1f}".removesuffix(".0")
