"""Maps: outlines without jumps, views that hold what they must, labels apart, links and escapes."""

from __future__ import annotations

import re
from importlib import resources
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import PlaceKind, StoryPlace
from dateline.show.map import map_drawing
from dateline.show.map.build_outlines import thinned
from dateline.show.map.outlines import outlines
from dateline.show.map.projection import span_of, view_of
from dateline.show.map.shapes import clipped

LONS = st.floats(-180, 180, allow_nan=False)
LATS = st.floats(-80, 80, allow_nan=False)
SVG = "{http://www.w3.org/2000/svg}"


def at(
    name: str, lat: float | None, lon: float | None, country: str | None = None,
    kind: PlaceKind = "city",
) -> StoryPlace:  # fmt: skip
    return StoryPlace(id=name, name=name, members=(), country=country, lat=lat, lon=lon, kind=kind)


def drawn(*places: StoryPlace) -> ElementTree.Element:
    svg = map_drawing(places, href=lambda place: f"/place?name={place.name}&x=1")
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def box_of(text: ElementTree.Element) -> tuple[float, float, float, float]:
    x, y = float(text.get("x", "")), float(text.get("y", ""))
    wide = len(text.text or "") * 7.0
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "")]
    return left, y - 10, left + wide, y + 3


def test_the_packaged_outlines_are_small_and_without_jumps() -> None:
    data = resources.files("dateline.show.map").joinpath("data", "outlines.json").read_bytes()
    assert len(data) < 200_000
    codes = {outline.code for outline in outlines()}
    assert {"KZ", "US", "FJ", "MT", "SG", "XK"} <= codes
    for outline in outlines():
        for polygon in outline.polygons:
            for ring in (area.ring for area in polygon):
                assert ring[0] == ring[-1]
                steps = [abs(b[0] - a[0]) for a, b in pairwise(ring)]
                # Only a ring around a pole runs back along it.
                assert max(steps) < 180 or any(abs(lat) == 90 for _, lat in ring)


@given(st.lists(LONS, min_size=1, max_size=8))
def test_the_shortest_stretch_holds_every_longitude(lons: list[float]) -> None:
    west, east = span_of(lons)
    assert 0 <= east - west < 360
    for lon in lons:
        assert any(west - 1e-6 <= lon + turn <= east + 1e-6 for turn in (-360, 0, 360, 720))


@given(st.lists(st.tuples(LONS, LATS), min_size=1, max_size=8))
def test_a_view_holds_its_points(points: list[tuple[float, float]]) -> None:
    view = view_of(points, 640, (300, 440))
    assert 0 < view.height <= 441
    assert view.east - view.west <= 360 + 1e-6
    for lon, lat in points:
        x, y = view.x(view.nearest(lon)), view.y(min(max(lat, -58), 83.5))
        assert -1 <= x <= 641
        assert -1 <= y <= view.height + 1


@given(st.lists(st.tuples(LONS, LATS), min_size=3, max_size=12))
def test_a_ring_cut_to_a_rectangle_lies_in_it(ring: list[tuple[float, float]]) -> None:
    for x, y in clipped(ring, -20, -10, 30, 40):
        assert -20 - 1e-6 <= x <= 30 + 1e-6
        assert -10 - 1e-6 <= y <= 40 + 1e-6


def test_thinning_keeps_ends_and_large_corners() -> None:
    line = [(0.0, 0.0), (1.0, 0.001), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]
    assert thinned(line, 0.1) == [(0.0, 0.0), (2.0, 0.0), (3.0, 5.0), (4.0, 0.0)]
    square = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)]
    assert len(thinned(square, 1.0)) == 4


def test_every_place_is_a_link_with_its_name() -> None:
    svg = drawn(
        at("Kazakhstan", 48, 67, "KZ", "country"),
        at("Astana", 51.2, 71.4, "KZ"),
        at("Almaty", 43.2, 76.9, "KZ"),
    )
    names = [link.findtext(f"{SVG}title") for link in svg.iter(f"{SVG}a")]
    assert sorted(filter(None, names)) == ["Almaty", "Astana", "Kazakhstan"]
    assert {link.get("href") for link in svg.iter(f"{SVG}a")} >= {"/place?name=Astana&x=1"}
    # Links inside an image would be hidden from a screen reader.
    assert svg.get("role") == "group"
    assert len([path for path in svg.iter(f"{SVG}path") if path.get("class") == "country"]) == 1


def test_a_large_country_named_as_such_does_not_set_the_frame() -> None:
    near = [at("Astana", 51.2, 71.4, "KZ"), at("Almaty", 43.2, 76.9, "KZ")]
    svg = drawn(*near, at("US", 39, -98, "US", "country"))
    assert svg.get("aria-label") == "Map of 2 places"
    alone = drawn(at("US", 39, -98, "US", "country"), at("China", 35, 103, "CN", "country"))
    assert alone.get("aria-label") == "Map of 2 places"


def test_a_country_too_small_to_be_seen_is_a_dot() -> None:
    svg = drawn(
        at("Malta", 35.9, 14.4, "MT", "country"), at("Tokyo", 35.7, 139.7), at("Lima", -12, -77)
    )
    assert svg.get("aria-label") == "Map of 3 places"
    assert len([dot for dot in svg.iter(f"{SVG}circle") if not dot.get("class")]) == 3


def test_labels_and_dots_do_not_overlap() -> None:
    svg = drawn(*(at(f"Town number {n}", 50 + n % 5 * 0.3, 10 + n // 5 * 0.4) for n in range(25)))
    boxes = [box_of(text) for text in svg.iter(f"{SVG}text")]
    dots = [
        (float(dot.get("cx", "")), float(dot.get("cy", "")))
        for dot in svg.iter(f"{SVG}circle")
        if dot.get("class") != "reach"
    ]
    assert len(dots) == 25
    assert boxes
    for number, (left, upper, right, lower) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert not (
                left < other[2] and other[0] < right and upper < other[3] and other[1] < lower
            )
        assert not any(left < x < right and upper < y < lower for x, y in dots)


def test_places_on_both_sides_of_the_date_line_lie_side_by_side() -> None:
    svg = drawn(at("West", -17, 178), at("East", -14, -172))
    xs = [float(dot.get("cx", "")) for dot in svg.iter(f"{SVG}circle") if not dot.get("class")]
    assert xs[0] < xs[1]
    assert any(path.get("d") for path in svg.iter(f"{SVG}path"))


@pytest.mark.parametrize("places", [(), (at("Nowhere", None, None, "KZ"),)])
def test_without_a_located_place_there_is_no_map(places: tuple[StoryPlace, ...]) -> None:
    assert map_drawing(places, href=lambda _: "#") == ""


def test_names_and_addresses_are_escaped_and_no_style_is_set_inline() -> None:
    hostile = at('"><script>alert(1)</script>', 10, 10)
    svg = map_drawing([hostile], href=lambda place: f'#"{place.name}')
    assert "<script" not in svg
    assert "style=" not in svg
    assert re.search(r'href="#&quot;&quot;&gt;', svg)


def test_the_same_places_give_the_same_map() -> None:
    places = [at("One", 48, 67, "KZ"), at("Two", -48, -67, "AR")]
    assert map_drawing(places, href=lambda _: "#") == map_drawing(places, href=lambda _: "#")
