"""What a figure measures, free of the words of others and with those it leaves to others."""

from __future__ import annotations

import pytest

from dateline.reading.figures import figures_in
from dateline.reading.model import parses
from dateline.records import Statement
from dateline.text import Passage, Span


def told(text: str, statements: tuple[Statement, ...] = ()) -> list[tuple[str, str, str]]:
    """Return words, measure and subject of each figure."""
    passage = Passage.of_text(text)
    return [
        (
            text[figure.start : figure.end],
            " ".join(span.of(text) for span in figure.measure),
            " ".join(span.of(text) for span in figure.subject),
        )
        for figure in figures_in(next(iter(parses([passage]))), passage, statements=statements)
    ]


def measures(text: str) -> list[str]:
    return [measure for _, measure, _ in told(text)]


def test_the_words_of_another_figure_are_neither_measured_nor_whose_it_is():
    assert told("It paid a 5 per cent penalty of $52,000.")[1] == ("$52,000", "penalty", "")
    assert told("The magnitude 6.4 quake damaged 1,150 buildings.")[1][2] == "quake"


def test_a_dateline_is_nobody_s_figure():
    text = "CORVANE, Oct 23 (Oskane) - Telvano reported a 14% rise in third-quarter revenue."
    assert told(text) == [("14%", "rise", "Telvano third-quarter revenue")]


def test_who_tells_a_figure_is_not_measured():
    text = "Turnout was 58%, the election commission said, up from 54% in May."
    source = Statement(
        content=(Span(0, 15), Span(47, len(text))), source=(Span(17, 40),), style="indirect"
    )
    assert [measure for _, measure, _ in told(text, (source,))] == ["Turnout", "Turnout"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Anna Lindqvar had 50.6% and Beck 49.4%.", "Beck"),
        ("Lindqvar won with 50.5 percent of the vote to 49.5 percent for Tomas Beck.", "Tomas Beck"),
    ],
)  # fmt: skip
def test_a_share_beside_a_name_is_only_that_ones(text, owner):
    assert told(text)[1][2] == owner


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The deficit is set at 3.1% of GDP.", ["deficit GDP"]),
        ("The deficit was $4.6 billion, or 3.1% of GDP.", ["deficit", "deficit GDP"]),
        ("The drug cut the number of attacks by 52%.", ["number attacks"]),
        ("The number of ministries falls from 19 to 16.", ["number ministries"]),
        ("They must pay $900,000 in damages.", ["pay damages"]),
        ("They handed out 40 tonnes of food, 22% more than in May.",
         ["handed food", "handed food"]),
        ("Turnout was 63.1%. In the 2026 vote it was 59.8%.", ["Turnout", "Turnout"]),
        ("Profit came to $512 million, or $0.98 a share, compared with $447 million.",
         ["Profit"] * 3),
        ("The bank cut its key rate by a quarter of a point to 7 percent.", ["key rate"] * 2),
    ],
)  # fmt: skip
def test_what_is_measured_is_told_in_full_or_taken_from_the_figure_before(text, read):
    assert measures(text) == read


def test_more_of_a_thing_by_a_share_measures_the_thing():
    assert "pay" in measures("The union is asking for 9.5% more pay.")[0].split()


def test_what_a_sum_is_paid_in_is_not_measured():
    assert "cash" not in measures("It bought the mill for $2.3 billion in cash.")[0]


def test_some_of_those_told_of_are_counted_like_them():
    passage = Passage.of_text("Of the 1,840 patients, 211 left the study early.")
    figures = figures_in(next(iter(parses([passage]))), passage)
    assert [figure.unit for figure in figures] == ["patient", "patient"]


def test_earnings_per_share_are_per_share():
    passage = Passage.of_text("* Q3 EPS $1.12 vs $0.97")
    figures = figures_in(next(iter(parses([passage]))), passage)
    assert [figure.unit for figure in figures] == ["USD per share", "USD per share"]


def test_a_verb_with_its_particle_says_what_is_measured():
    assert measures("The bank set aside $310 million for bad loans.") == ["set aside"]


def test_the_number_that_is_given_is_measured():
    assert measures("The ministry gave the number of arrests as 82.") == ["number arrests"]
