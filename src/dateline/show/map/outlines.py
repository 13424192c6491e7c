"""The packaged country outlines."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

GRID = 50
"""Steps of the packaged outlines to a degree."""

Ring = tuple[tuple[float, float], ...]
"""Longitudes and latitudes in degrees; the last point is the first. Longitudes run on over 180, so
that a ring has no jumps; one that runs around a pole is closed over the pole."""


class Area(msgspec.Struct, frozen=True):
    """A ring with its corners in degrees."""

    ring: Ring
    west: float
    south: float
    east: float
    north: float


class Country(msgspec.Struct, frozen=True):
    """A country as it is packaged: polygons of rings of line numbers, the largest first."""

    code: str
    """ISO 3166-1 alpha-2; empty where there is none."""
    name: str
    polygons: list[list[list[int]]]
    """``~n`` is line ``n`` backwards."""


class Outlines(msgspec.Struct, frozen=True):
    """All that is packaged."""

    notice: str
    arcs: list[list[int]]
    """Lines that polygons share: the first point, then steps, on a grid of `GRID` to a degree."""
    countries: list[Country]


class Outline(msgspec.Struct, frozen=True):
    """A country's outline."""

    code: str
    name: str
    polygons: tuple[tuple[Area, ...], ...]
    """What is around each, then the holes; the largest polygon first."""


@cache
def outlines() -> tuple[Outline, ...]:
    """Return the outlines of all countries."""
    data = resources.files(__package__ or "").joinpath("data", "outlines.json").read_bytes()
    packed = msgspec.json.decode(data, type=Outlines)
    lines = [_points(steps) for steps in packed.arcs]
    return tuple(
        Outline(
            code=country.code,
            name=country.name,
            polygons=tuple(
                tuple(_area(_ring(numbers, lines)) for numbers in polygon)
                for polygon in country.polygons
            ),
        )
        for country in packed.countries
    )


def _area(ring: Ring) -> Area:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return Area(ring, min(lons), min(lats), max(lons), max(lats))


def _points(steps: list[int]) -> list[tuple[float, float]]:
    x = y = 0
    points: list[tuple[float, float]] = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / GRID, y / GRID))
    return points


def _ring(numbers: list[int], lines: list[list[tuple[float, float]]]) -> Ring:
    points: list[tuple[float, float]] = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        for lon, lat in line[1:] if points else line:
            turns = round((points[-1][0] - lon) / 360) if points else 0
            points.append((lon + 360 * turns, lat))
    around = points[-1][0] - points[0][0]
    if abs(around) > 180:
        pole = 90.0 if points[0][1] > 0 else -90.0
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return tuple(points)
