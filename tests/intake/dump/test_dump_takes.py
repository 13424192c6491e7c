"""A text that holds several articles, as wire takes and glued pages do, has a report for each."""

from __future__ import annotations

import pytest

from dateline.intake.dump import read_dump
from dateline.intake.fields import fields_of
from dateline.records import Report

FIRST = """\
UPDATE 2-Port reopens as fuel arrives
By Mira Olt
March 17, 2031 11:42 PM
VELM, March 17 (Northern Wire) - The port of Velm reopened on Sunday after a tanker with fuel arrived from the south, the port said.
The tanker is to unload until Monday night, and the price of fuel has fallen by a third, traders said.
The port had been closed for nine days, longer than ever before since the last war.
(Reporting by Mira Olt)
"""
SECOND = """
UPDATE 1-Port to reopen as tanker nears
{byline}
{stamp}
VELM, March 17 (Northern Wire) - The port of Velm will reopen on Sunday once a tanker has arrived, the port said.
The tanker was seen off Point Aster on Sunday morning, two captains told Northern Wire.
The price of fuel has risen by a third in the nine days since the port was closed.
"""


def articles(text: str) -> list[Report]:
    return [report for report in read_dump(text).reports if report.kind == "article"]


@pytest.mark.parametrize(
    ("byline", "stamp"),
    [("By Jon Dask", "March 17, 2031 3:10 PM"), ("March 17, 2031 3:10 PM", "By Jon Dask")],
)
def test_each_take_is_a_report_with_its_own_fields(byline: str, stamp: str) -> None:
    text = FIRST + SECOND.format(byline=byline, stamp=stamp)
    first, second = articles(text)
    assert (first.version, first.published) == ("UPDATE 2", "2031-03-17T23:42")
    assert (second.version, second.published) == ("UPDATE 1", "2031-03-17T15:10")
    assert (first.authors, second.authors) == (("Mira Olt",), ("Jon Dask",))
    assert (second.place, second.agency) == ("VELM", "Northern Wire")
    assert [span.of(text)[:18] for span in second.body] == [
        "The port of Velm w", "The tanker was see", "The price of fuel ",
    ]  # fmt: skip
    assert len(first.body) == 3
    assert [note.code for note in first.notes] == ["more-articles"]
    assert len(fields_of(read_dump(text), id="x").body) == 3


def test_a_heading_without_byline_or_time_opens_no_other_article() -> None:
    for byline, stamp in (("By Jon Dask", ""), ("", "March 17, 2031 3:10 PM")):
        assert len(articles(FIRST + SECOND.format(byline=byline, stamp=stamp))) == 1
