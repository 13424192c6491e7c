"""What reports, pages and places are called wherever they are shown."""

from __future__ import annotations

import pytest
from show_samples import dossiers

from dateline.records import Page, Place, Report
from dateline.show.views import country_of, label_of, outlet_of
from dateline.text import Span


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"outlet": "Courier", "agency": "Northline"}, "Courier"),
        ({"agency": "Northline", "publisher": "Ledger Media Ltd."}, "Northline"),
        ({"publisher": "Ledger Media Ltd.", "url": "https://ledger.example/a"}, "Ledger Media Ltd."),
        ({"url": "https://www.ledger.example/a"}, "ledger.example"),
        ({"url": "file:///home/me/page.html"}, "outlet not known"),
        ({}, "outlet not known"),
    ],
)  # fmt: skip
def test_a_report_is_cited_by_the_best_name_it_gives(fields: dict[str, str], name: str) -> None:
    assert outlet_of(Report(id="r", kind="article", **fields)) == name  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"name": "Geneva", "country": "CH", "lat": 46.2, "kind": "city"}, "Switzerland"),
        ({"name": "Switzerland", "country": "CH", "lat": 46.2, "kind": "country"}, ""),
        ({"name": "Lusna", "country": "XX"}, "XX"),
        ({"name": "North Sea", "lat": 56.0, "kind": "sea"}, "sea"),
        ({"name": "Lusna"}, "country not known"),
    ],
)
def test_a_place_tells_its_country_by_name(fields: dict[str, object], shown: str) -> None:
    place = Place(id="l1", mentions=(Span(0, 1),), **fields)  # type: ignore[arg-type]
    assert country_of(place) == shown


def test_a_heading_shows_no_more_of_a_path_on_this_machine_than_its_end() -> None:
    page = dossiers().pages[0]
    assert label_of(page) == "one.txt"
    assert label_of(Page(id="p", text="", path="/home/me/pages/one.txt")) == "one.txt"
    assert label_of(Page(id="p", text="", path="pages/one.txt")) == "pages/one.txt"
    assert label_of(Page(id="p", text="", url="https://a.example/b")) == "https://a.example/b"
