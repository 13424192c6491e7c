"""From longitude and latitude to a drawing: Miller's cylinder, true to shape at the middle.

Miller, "Notes on Cylindrical World Map Projections" (Geographical Review 32, 1942); longitudes are
stretched so that shapes are right at the middle latitude of the view.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

_NORTH, _SOUTH = 83.5, -58.0
_MARGIN = 0.14
_SIDE = 0.8
"""Degrees shown on each side of the places at least."""
_LEAST = 6.0
"""Degrees of latitude, or as much on the ground, that a view shows at least."""


def _height(lat: float) -> float:
    return 1.25 * math.degrees(math.asinh(math.tan(math.radians(0.8 * lat))))


def _latitude(height: float) -> float:
    return 1.25 * math.degrees(math.atan(math.sinh(math.radians(0.8 * height))))


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the world and the size it is drawn at."""

    west: float
    east: float
    south: float
    north: float
    """Degrees; ``east`` may be over 180."""
    top: float
    """The projected height of ``north``."""
    stretch: float
    """Of longitudes."""
    scale: float
    """Units of the drawing to a degree of latitude at the equator."""
    width: float
    height: float

    def x(self, lon: float) -> float:
        """Return how far from the left edge a longitude lies."""
        return (lon - self.west) * self.stretch * self.scale

    def y(self, lat: float) -> float:
        """Return how far from the upper edge a latitude lies."""
        return (self.top - _height(lat)) * self.scale

    def nearest(self, lon: float) -> float:
        """Return the longitude by a full turn or more, as it is reached from the middle."""
        middle = (self.west + self.east) / 2
        return lon + 360 * round((middle - lon) / 360)


def _around(span: float, stretch: float) -> float:
    """Return the margin on each side of a stretch of degrees."""
    return max(span * _MARGIN, _SIDE / stretch, (_LEAST / stretch - span) / 2)


def span_of(lons: Sequence[float]) -> tuple[float, float]:
    """Return the shortest stretch (west, east) that holds all longitudes; east may be over 180."""
    ordered = sorted({(lon + 180) % 360 - 180 for lon in lons})
    gaps = [
        (after - before, after)
        for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)
    ]
    gap, after = max(gaps)
    west = (after + 180) % 360 - 180
    return west, west + max(360 - gap, 0.0)


def view_of(
    points: Sequence[tuple[float, float]], width: float, heights: tuple[float, float]
) -> View:
    """Return the view of all points (longitude, latitude), with a margin around them.

    ``heights`` are the least and the most that the drawing may be high at its ``width``. Raises
    ValueError without points.
    """
    west, east = span_of([lon for lon, _ in points])
    lats = [min(max(lat, _SOUTH), _NORTH) for _, lat in points]
    middle = (min(lats) + max(lats)) / 2
    stretch = math.cos(math.radians(middle)) / math.cos(math.radians(0.8 * middle))
    side = _around(east - west, stretch)
    west, east = west - side, min(east + side, west - side + 360)
    rise = _around(max(lats) - min(lats), 1.0)
    low, high = _height(max(min(lats) - rise, -85)), _height(min(max(lats) + rise, 85))
    wide, tall = (east - west) * stretch, high - low
    # The drawing keeps its width; where its height would be too much or too little, more is shown.
    if tall * width > wide * heights[1]:
        wide = min(tall * width / heights[1], 360 * stretch)
    elif tall * width < wide * heights[0]:
        tall = wide * heights[0] / width
    scale = width / wide
    centre, half = (low + high) / 2, tall / 2
    top, bottom = _height(_NORTH), _height(_SOUTH)
    centre = (
        min(max(centre, bottom + half), top - half) if tall < top - bottom else (top + bottom) / 2
    )
    half = min(half, (top - bottom) / 2)
    half_wide = wide / stretch / 2
    return View(
        west=(west + east) / 2 - half_wide,
        east=(west + east) / 2 + half_wide,
        south=_latitude(centre - half),
        north=_latitude(centre + half),
        top=centre + half,
        stretch=stretch,
        scale=scale,
        width=width,
        height=round(2 * half * scale),
    )
