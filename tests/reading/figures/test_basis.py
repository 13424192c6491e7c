"""How a figure is known, told by words that stand near it without being about it."""

from __future__ import annotations

import pytest

from dateline.reading.figures import figures_in
from dateline.reading.figures.basis import basis_in
from dateline.reading.model import parses
from dateline.text import Passage


def bases(text: str) -> list[str | None]:
    passage = Passage.of_text(text)
    return [figure.basis for figure in figures_in(next(iter(parses([passage]))), passage)]


@pytest.mark.parametrize(
    "text",
    [
        "Everyone expected us to say 70,000.",
        "He was expected to ask for 300 guards.",
        "Inflation slowed, as expected, to 5.4%.",
        "Higher than expected costs of $4 million hurt the firm.",
    ],
)
def test_an_expectation_that_is_not_of_the_figure_makes_it_no_forecast(text):
    assert bases(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Analysts expected them to earn $3 a share.",
        "Growth this year is seen at 1.4%.",
        "Analysts see peak sales of $2.8 billion.",
        "The firm sees FY 2031 revenue of $16 billion.",
    ],
)
def test_what_somebody_sees_coming_is_a_forecast(text):
    assert set(bases(text)) == {"forecast"}


def test_the_city_that_puts_a_number_is_an_office_and_a_city_of_a_name_is_not():
    assert basis_in("the city") == "officials"
    assert basis_in("the City of Glass") is None


def test_what_doctors_believe_is_known_by_a_hospital():
    assert bases("Doctors believe the heat killed at least 90.") == ["hospital"]
