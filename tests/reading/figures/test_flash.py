"""Wire flashes: lines without a verb, in which what is measured stands before its number."""

from __future__ import annotations

import pytest

from dateline.reading.figures import figures_in
from dateline.reading.figures.english.flash import EXAMPLE
from dateline.reading.model import parses
from dateline.text import Passage


def measured(text: str) -> list[tuple[float | None, str, str | None]]:
    """Return value, measure and basis of each figure; of a range its upper end."""
    passage = Passage.of_text(text)
    return [
        (
            figure.high if figure.value is None else figure.value,
            " ".join(span.of(text) for span in figure.measure),
            figure.basis,
        )
        for figure in figures_in(next(iter(parses([passage]))), passage)
    ]


def test_a_number_beside_an_estimate_has_what_the_estimate_is_of():
    assert measured(EXAMPLE) == [(1.12, "adjusted EPS", None), (1.04, "adjusted EPS", "forecast")]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("* Q3 revenue $4.1 bln vs $3.9 bln", [(4.1e9, "revenue", None), (3.9e9, "revenue", None)]),
        ("* Q3 REVENUE $4.1 BLN VS $3.9 BLN", [(4.1e9, "REVENUE", None), (3.9e9, "REVENUE", None)]),
        ("* Orders up 8% at 2.1 bln euros", [(8, "Orders", None), (2.1e9, "Orders", None)]),
        ("* Jobless rate 5.4 pct (poll 5.5 pct)",
         [(5.4, "Jobless rate", None), (5.5, "Jobless rate", "forecast")]),
        ("* SEES FY 2031 REVENUE $16.2 BLN-$16.6 BLN, PRIOR VIEW $15.9 BLN-$16.4 BLN",
         [(1.66e10, "REVENUE", "forecast"), (1.64e10, "REVENUE", "forecast")]),
    ],
)  # fmt: skip
def test_what_a_flash_is_set_beside_measures_the_same(line, read):
    assert measured(line) == [(pytest.approx(value), what, basis) for value, what, basis in read]


def test_a_line_with_a_verb_is_read_by_its_parse():
    ((value, what, _),) = measured("* Board approves $750 mln buyback")
    assert (value, "buyback" in what) == (7.5e8, True)


def test_a_line_that_is_no_item_is_no_flash():
    assert measured("The crew of 40 left.") == measured("The crew of 40 left.\n* Crew 12")[:1]
