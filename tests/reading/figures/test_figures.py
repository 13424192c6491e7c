from __future__ import annotations

import pytest

from dateline.reading.figures import figures_in
from dateline.reading.model import parses
from dateline.records import Figure, Statement, TimeExpression
from dateline.text import Passage, Span


def read(text: str, **given) -> tuple[Figure, ...]:
    passage = Passage.of_text(text)
    return figures_in(next(iter(parses([passage]))), passage, **given)


def words(text: str, spans) -> str:
    return " ".join(span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Turnout was 69%.", "Turnout"),
        ("The pipe carries about 80% of Veldish copper exports.", "Veldish copper exports"),
        ("At least 40 people were killed in the flood.", "people killed"),
        ("The riots killed at least 40 people.", "killed people"),
        ("It is the pride of a $90 billion economy.", "economy"),
        ("He extended the term from five to seven years.", "term"),
    ],
)
def test_a_figure_says_what_it_measures(text, measured):
    (figure,) = read(text)
    assert set(measured.split()) <= set(words(text, figure.measure).split())


def test_a_share_says_whose_it_is():
    text = "Results showed Marek Oll, 61, winning 57.3% of the ballot."
    age, share = read(text)
    assert words(text, share.subject).endswith("Oll")
    assert "ballot" in words(text, share.measure)
    assert words(text, age.subject).endswith("Oll")


def test_a_counted_noun_is_the_unit_in_the_singular_with_its_adjectives():
    (figure,) = read("The fund bought 14 small northern vineyards.")
    assert figure.unit == "small northern vineyard"


def test_one_is_no_figure_when_it_stands_for_a_thing():
    assert read("He sold a boat and kept a smaller one.") == ()


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Oll won 58%, according to an exit poll.", "exit poll"),
        ("An exit poll by the Oska Institute gave Oll 58%.", "exit poll"),
        ("Preliminary results gave Oll 58%.", "preliminary"),
        ("Final results gave Oll 58%.", "final"),
        ("Police said 25,000 people marched.", "police"),
        ("The hospital said it received 23 bodies.", "hospital"),
        ("Organisers put the crowd at 90,000.", "organisers"),
        ("The interior ministry said 38 people died.", "officials"),
        ("The bank forecast growth of 4%.", "forecast"),
        ("Oll has 14 boats.", None),
    ],
)
def test_the_words_around_a_figure_tell_how_it_is_known(text, basis):
    (figure,) = read(text)
    assert figure.basis == basis
    assert bool(figure.basis_span) == (basis is not None)


def test_a_poll_of_no_stated_kind_is_the_kind_named_before():
    figures = read("Oll won 58%, an exit poll said. His rival took 31%, the poll showed.")
    assert [figure.basis for figure in figures] == ["exit poll", "exit poll"]


def test_it_said_goes_back_to_the_source_named_last():
    figures = read("Police said 40 people were held. They said 12 boats were burned.")
    assert [figure.basis for figure in figures] == ["police", "police"]


def test_a_figure_knows_the_statement_it_stands_in_and_its_source():
    text = "Forty boats sank, the coastguard added."
    statement = Statement(content=(Span(0, 16),), source=(Span(18, 32),), style="indirect")
    (figure,) = read(text, statements=(statement,))
    assert figure.statement == 0
    assert figure.basis == "officials"


def test_a_date_dates_a_figure_and_is_none_itself():
    text = "In December 2031 prices rose 6.8%."
    time = TimeExpression(start=3, end=16, type="DATE", value="2031-12")
    (figure,) = read(text, times=(time,))
    assert figure.as_of == "2031-12"


def test_spans_follow_entities_of_a_dump():
    text = "It took&nbsp;more than&nbsp;eight months."
    (figure,) = read(text)
    assert text[figure.start : figure.end] == "eight months"
    assert figure.bound == ">"


def test_a_denied_lower_bound_is_an_upper_bound():
    (figure,) = read("None of the rivals received more than 4% of votes.")
    assert figure.bound == "<"
    (figure,) = read("One rival, Ada Prin, received more than 4% of votes.")[-1:]
    assert figure.bound == ">"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Half the condos were sold.", [(0.5, "% condo")]),
        ("A third of the adult population is ill.", [(1 / 3, "% adult population")]),
        ("12,000 flee fighting in Dray", [(12000, None)]),
        ("Six of the 16 skiers survived.", [(6, "skier"), (16, "skier")]),
        ("We had a three course meal.", [(3, "course meal")]),
        ("It sold 9 liter cases.", [(9, "litre")]),
        ("It is one of Orvel's largest acquisitions.", [(1, "Orvel large acquisition")]),
        ("About 1000 come from Dray.", [(1000, None)]),
    ],
)
def test_what_is_counted_is_the_noun_and_not_what_stands_beside_it(
    text: str, values: list[tuple[float, str | None]]
) -> None:
    found = [(figure.value, figure.unit) for figure in read(text)]
    assert found == values


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The death toll is twice the official figure of 26.", "officials"),
        ("He won 51% after a recount.", "final"),
        ("Election monitors put turnout at 39%.", "independent estimate"),
    ],
)
def test_official_figures_are_no_final_ones(text: str, basis: str) -> None:
    assert read(text)[-1].basis == basis
