"""As of when a figure holds: dates marked ``[…|value]``, figures told by their words."""

from __future__ import annotations

import re

import pytest

from dateline.reading.figures import figures_in
from dateline.reading.model import parses
from dateline.records import TimeExpression
from dateline.text import Passage

MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def dated(marked: str) -> list[str | None]:
    """Return the dates of the figures of a text in order."""
    text, times, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        start, at = len(text), match.end()
        text += match[1]
        times.append(TimeExpression(start=start, end=len(text), type="DATE", value=match[2]))
    passage = Passage.of_text(text + marked[at:])
    return [
        figure.as_of for figure in figures_in(next(iter(parses([passage]))), passage, times=times)
    ]


@pytest.mark.parametrize(
    ("marked", "dates"),
    [
        ("Prices rose 5.4% in [August|2031-08] after a 5.9% rise in [July|2031-07].",
         ["2031-08", "2031-07"]),
        ("Net income rose to $512 million, or 98 cents a share, from $447 million [a year earlier|2030].",
         [None, None, "2030"]),
        ("The margin was 41.2% vs 39.8% [a year ago|2030].", [None, "2030"]),
        ("Food prices rose 8.1% from [a year earlier|2030].", [None]),
        ("Groceries cost 8.1 percent more than [a year ago|2030].", [None]),
    ],
)  # fmt: skip
def test_the_date_of_the_level_before_is_not_that_of_the_one_it_is_beside(marked, dates):
    assert dated(marked) == dates


def test_a_date_that_something_else_is_told_by_dates_no_figure():
    assert dated("Parliament approved the [2032|2032] budget by 118 votes.") == [None]
    assert dated("It offers a premium of 28% over [Friday|2031-03-07]'s close.") == [None]


def test_a_date_before_what_is_measured_dates_it():
    assert dated("[Third-quarter|2031-Q3] revenue rose to $4 billion.") == ["2031-Q3"]
    assert dated("She won 51.5 percent in [Sunday|2031-05-18]'s runoff.") == ["2031-05-18"]


def test_the_day_of_the_telling_dates_no_figure():
    told = "Prices rose 5.4%, the office said on [Wednesday|2031-09-10], below the 5.6% expected."
    assert dated(told) == [None, None]


def test_a_date_does_not_reach_over_a_semicolon():
    told = "It was approved in [2019|2019]; the bill has since grown to $3.2 billion."
    assert dated(told) == [None]


def test_what_happened_when_the_last_record_was_set_is_of_that_year():
    assert dated("It was the strongest since [1987|1987], when 230 people died.") == ["1987"]


def test_a_date_behind_the_level_before_is_not_that_of_the_new_level():
    assert dated("* Jobless rate 4.1% vs 4.2% in [March|2032-03]") == [None, "2032-03"]


def test_a_date_that_a_change_is_told_from_dates_no_later_figure():
    told = "Profit was $1.21 billion, up 9% from [a year earlier|2030] and above the $1.15 billion seen."
    assert dated(told) == [None, None, None]


def test_on_the_month_is_no_date_of_a_figure():
    assert dated("Pay rose 0.3% on [the month|2032-05].") == [None]


def test_a_day_behind_the_level_that_a_move_comes_to_dates_both():
    told = "Copper gained 2.3% to $9,140 a tonne on [Monday|2031-03-18]."
    assert dated(told) == ["2031-03-18", "2031-03-18"]
