"""Outlines cut to a view and written as SVG path data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.show.map.outlines import Outline, Ring
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
        for ring in polygon:
            low, high = min(x for x, _ in ring), max(x for x, _ in ring)
            if min(y for _, y in ring) > north or max(y for _, y in ring) < south:
                continue
            for turn in (-360, 0, 360):
                if low + turn < east and high + turn > west:
                    moved = [(x + turn, y) for x, y in ring]
                    pieces.append(_drawn(clipped(moved, west, south, east, north), view))
    return "".join(pieces)


def middle_of(outline: Outline, view: View) -> Point | None:
    """Return the centre (longitude, latitude) of what a view shows of a country's largest part."""
    for turn in (-360, 0, 360):
        ring = [(x + turn, y) for x, y in outline.polygons[0][0]]
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
    for lon, lat in ring:
        x, y = view.x(lon), view.y(lat)
        if not points or abs(x - points[-1][0]) + abs(y - points[-1][1]) >= _NEAR:
            points.append((x, y))
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


def box_of(ring: Ring) -> tuple[Point, Point]:
    """Return the south-western and the north-eastern corner of a ring."""
    pick: tuple[Callable[[Iterable[float]], float], ...] = (min, max)
    low, high = ((take(x for x, _ in ring), take(y for _, y in ring)) for take in pick)
    return low, high
