"""All-number dates are read where the page tells their order, and the note says how."""

from __future__ import annotations

import pytest

from dateline.intake.dump import read_dump
from dateline.intake.dump.stamps import stamps_in
from dateline.records import Report
from dateline.text import Span

PAGE = """\
The Kalvan Courier
News | Harbour | Sport
Twelve rescued as barge sinks off Point Aster
By Mira Olt
{stamp}
At least twelve people were rescued after a barge sank in heavy seas on Thursday, officials said.
The barge was on its way from Kalvan to the island of Ness when it sent a distress call at night.
Captain Ada Ruhl, who leads the search, told reporters that nobody was missing any longer.
The owner of the barge said that it had passed an inspection in January without any fault.
{below}
"""


def article(stamp: str, below: str = "", **given: str) -> Report:
    return read_dump(PAGE.format(stamp=stamp, below=below), **given).reports[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stamp", "below", "given", "published"),
    [
        ("04/03/2031", "Posted 25/02/2031", {}, "2031-03-04"),
        ("04/03/2031", "Posted 02/25/2031", {}, "2031-04-03"),
        ("Tue 04/03/2031", "", {}, "2031-03-04"),
        ("Thursday, 04/03/2031", "", {}, "2031-04-03"),
        ("04/03/2031", "", {"url": "https://courier.example/2031/03/04/barge"}, "2031-03-04"),
        ("Published on 04/03/2031 - 13:55 GMT+1", "", {}, "2031-03-04T13:55+01:00"),
        ("04/03/2031 13:55 CET", "", {}, "2031-03-04T13:55+01:00"),
    ],
)
def test_other_evidence_on_the_page_tells_the_order_of_day_and_month(
    stamp: str, below: str, given: dict[str, str], published: str
) -> None:
    report = article(stamp, below, **given)
    assert report.published == published
    assert report.published_basis == "stated"
    (note,) = [note for note in report.notes if note.code == "date-order"]
    assert note.spans[0] == report.evidence.published[0]


@pytest.mark.parametrize(
    ("stamp", "below"),
    [
        ("04/03/2031", ""),
        ("04/03/2031 13:55 GMT", ""),
        ("04/03/2031 13:55 ET", "© 2031 Courier"),
        ("04/03/2031", "\n".join([*["Topics"] * 12, "25/02/2031", "02/25/2031"])),
        ("Sunday 04/03/2031", ""),
    ],
)
def test_without_such_evidence_a_date_of_two_readings_is_none(stamp: str, below: str) -> None:
    report = article(stamp, below)
    assert report.published is None
    assert {"no-date"} == {note.code for note in report.notes}


def test_a_date_of_one_reading_needs_no_note() -> None:
    report = article("24/03/2031", "Posted 04/02/2031")
    assert report.published == "2031-03-24"
    assert report.notes == ()


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("GMT", "+00:00"), ("GMT+1", "+01:00"), ("UTC-03:30", "-03:30"), ("UTC +2", "+02:00")],
)
def test_an_offset_beside_greenwich_time_counts(zone: str, offset: str) -> None:
    words = f"4 March 2031 13:55 {zone}"
    (stamp,) = stamps_in(words, Span(0, len(words)))
    assert stamp.value == f"2031-03-04T13:55{offset}"
