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


def test_what_a_move_goes_to_is_as_foretold_as_the_move():
    told = "The bank is expected to cut its rate by a quarter of a point to 7 percent."
    assert bases(told) == ["forecast", "forecast"]
    assert bases("It plans to cut 300 jobs, or 4% of the workforce.") == ["plan", "plan"]


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("The opposition Civic Union", "opposition"),
        ("the rights group Kesh Watch", "aid group"),
        ("Fans' group Blue Wall", None),
        ("the campaign group Clean Bay", "opposition"),
        ("the steel group", "company"),
    ],
)
def test_a_group_is_a_company_only_where_it_says_no_other_kind(source, basis):
    assert basis_in(source) == basis


def test_who_speaks_behind_a_semicolon_is_not_who_spoke_before_it():
    told = "Some 1,200 homes are lost, the district said; residents speak of more than 2,000."
    assert bases(told) == ["officials", None]
