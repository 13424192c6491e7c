"""A map of places in SVG: countries that are named tinted, a dot and a label for other places.

Labels never lie over one another or over a dot: a label without room is left out, and its place is
named when the dot is pointed at and in the list that stands beside the map.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from html import escape

from dateline.records import Place, Record, StoryPlace
from dateline.show.map.outlines import outlines
from dateline.show.map.projection import View, view_of
from dateline.show.map.shapes import middle_of, path_of

AnyPlace = Place | StoryPlace

WIDTH = 480
_HEIGHTS = (250, 380)
_MOST_WHOLE = (50.0, 32.0)
"""Countries of at most so many degrees of longitude and latitude are shown whole."""
_LETTER = 7.3
_LINE = 15
_DOT = 4
_AREAS = ("state", "region")
_AWAY = (0, 14, -14, 28, -28)

Box = tuple[float, float, float, float]
"""Left, upper, right, lower edge."""


class _Label(Record, frozen=True, kw_only=True):
    x: float
    y: float
    anchor: str


def map_drawing(
    places: Sequence[AnyPlace],
    *,
    href: Callable[[AnyPlace], str],
    cited: Callable[[AnyPlace], str] = lambda _: "",
) -> str:
    """Return the SVG element of a map, every place a link; empty when none can be located.

    The places that matter most come first: they get their labels first. ``href`` gives the address
    a place leads to, ``cited`` the spans of a page where it is named, for the script of a dossier
    (see `dateline.show.html.cited`). The text around the map has to list the places, too.
    """

    def attributes(place: AnyPlace) -> str:
        spans = cited(place)
        return f'href="{escape(href(place))}"' + (f' data-r="{escape(spans)}"' if spans else "")

    unique: dict[tuple[str, float | None, float | None], AnyPlace] = {}
    for place in places:
        unique.setdefault((place.name, place.lat, place.lon), place)
    shown = [place for place in unique.values() if place.lat is not None and place.lon is not None]
    if not shown:
        return ""
    countries = [place for place in shown if place.kind == "country"]
    spots = [place for place in shown if place.kind != "country"]
    view = view_of(_points(spots, countries), WIDTH, _HEIGHTS)
    named: dict[str | None, AnyPlace] = {}
    for place in countries:
        named.setdefault(place.country, place)
    concerned = frozenset(place.country for place in shown if place.country)
    land, tinted = _land(view, concerned, frozenset(named))
    # A country too small to be seen is a dot; one outside the frame is left to the list.
    spots += [
        place
        for code, place in named.items()
        if code not in tinted
        and view.west <= view.nearest(_lon(place)) <= view.east
        and view.south <= _lat(place) <= view.north
    ]
    at = [(place, view.x(view.nearest(_lon(place))), view.y(_lat(place))) for place in spots]
    taken: list[Box] = [
        (x - _DOT, y - _DOT, x + _DOT, y + _DOT) for place, x, y in at if place.kind != "sea"
    ]
    marks = [
        _mark(place, x, y, _beside(place, x, y, view, taken), attributes(place))
        for place, x, y in at
    ]
    for code, place in named.items():
        if code is None or code not in tinted:
            continue
        label = _within(place, view, taken)
        link = f'<a class="named" {attributes(place)}><title>{escape(place.name)}</title>'
        shape = f'<path class="country" d="{tinted[code]}"/>'
        # A country without room for its name answers to a click on its ground.
        land += shape if label else f"{link}{shape}</a>"
        if label:
            marks.append(f"{link}{_text(place, label)}</a>")
    count = len(marks) + land.count("<a ")
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {view.height:g}" role="group" '
        f'aria-label="Map of {count} {"place" if count == 1 else "places"}">'
        f'<rect class="sea" width="{WIDTH}" height="{view.height:g}"/>{land}{"".join(marks)}</svg>'
    )


def _lat(place: AnyPlace) -> float:
    return place.lat or 0.0


def _lon(place: AnyPlace) -> float:
    return place.lon or 0.0


def _points(spots: Sequence[AnyPlace], countries: Sequence[AnyPlace]) -> list[tuple[float, float]]:
    """Return what the map has to show: the places, and countries whole unless they are large.

    A large country named as such does not set the frame, or most maps would be of the world.
    """
    points = [(_lon(place), _lat(place)) for place in spots]
    codes = {place.country for place in countries}
    for outline in outlines():
        if outline.code in codes and outline.polygons:
            main = outline.polygons[0][0]
            if (
                main.east - main.west <= _MOST_WHOLE[0]
                and main.north - main.south <= _MOST_WHOLE[1]
            ):
                points += [(main.west, main.south), (main.east, main.north)]
    return points or [(_lon(place), _lat(place)) for place in countries]


# A page is opened again more often than not, and land takes most of a drawing's time.
@lru_cache(maxsize=64)
def _land(
    view: View, concerned: frozenset[str], named: frozenset[str | None]
) -> tuple[str, Mapping[str, str]]:
    """Return the ground of all countries not named, and the path data of those that are."""
    tinted: dict[str, str] = {}
    others: list[str] = []
    concerning: list[str] = []
    for outline in outlines():
        path = path_of(outline, view)
        if path and outline.code in named:
            tinted[outline.code] = tinted.get(outline.code, "") + path
        elif path:
            (concerning if outline.code in concerned else others).append(path)
    land = f'<path class="land" d="{"".join(others)}"/>'
    if concerning:
        land += f'<path class="land concerned" d="{"".join(concerning)}"/>'
    return land, tinted


def _free(box: Box, view: View, taken: list[Box]) -> bool:
    """Tell whether a label fits, and keep its room if it does."""
    left, upper, right, lower = box
    if left < 2 or upper < 2 or right > view.width - 2 or lower > view.height - 2:
        return False
    if any(
        left < other[2] and other[0] < right and upper < other[3] and other[1] < lower
        for other in taken
    ):
        return False
    taken.append(box)
    return True


def _beside(place: AnyPlace, x: float, y: float, view: View, taken: list[Box]) -> _Label | None:
    """Return where a dot's label stands, None when there is no room for it."""
    wide = len(place.name) * _LETTER
    if place.kind == "sea":
        return _centred(wide, x, y, view, taken)
    for dx, dy, anchor in (
        (8, 4, "start"), (-8, 4, "end"), (0, -9, "middle"), (0, 18, "middle"),
        (6, -7, "start"), (6, 16, "start"), (-6, -7, "end"), (-6, 16, "end"),
    ):  # fmt: skip
        left = x + dx - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, y + dy - _LINE + 4, left + wide, y + dy + 4)
        if _free(box, view, taken):
            return _Label(x=x + dx, y=y + dy, anchor=anchor)
    return None


def _within(place: AnyPlace, view: View, taken: list[Box]) -> _Label | None:
    """Return where a country's name stands, None when there is no room for it."""
    lon, lat = view.nearest(_lon(place)), _lat(place)
    if not (view.west < lon < view.east and view.south < lat < view.north):
        outline = next(item for item in outlines() if item.code == place.country)
        lon, lat = middle_of(outline, view) or (lon, lat)
    x, y = view.x(lon), view.y(lat)
    return _centred(len(place.name) * _LETTER * 1.15, x, y, view, taken)


def _centred(wide: float, x: float, y: float, view: View, taken: list[Box]) -> _Label | None:
    for dy in _AWAY:
        for dx in _AWAY:
            box = (x + dx - wide / 2, y + dy - _LINE + 4, x + dx + wide / 2, y + dy + 4)
            if _free(box, view, taken):
                return _Label(x=x + dx, y=y + dy, anchor="middle")
    return None


def _text(place: AnyPlace, label: _Label) -> str:
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}">'
        f"{escape(place.name)}</text>"
    )


def _mark(place: AnyPlace, x: float, y: float, label: _Label | None, link: str) -> str:
    kind = "sea" if place.kind == "sea" else "area" if place.kind in _AREAS else "spot"
    dot = "" if kind == "sea" and label else f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>'
    # Thin dots are hard to hit: a circle that is not seen answers, too.
    reach = f'<circle class="reach" cx="{x:.1f}" cy="{y:.1f}" r="12"/>' if dot else ""
    text = _text(place, label) if label else ""
    return (
        f'<a class="mark {kind}" {link}><title>{escape(place.name)}</title>{reach}{dot}{text}</a>'
    )
