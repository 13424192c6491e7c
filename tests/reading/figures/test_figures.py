from __future__ import annotations

import pytest

from dateline.reading.figures import figures_in
from dateline.reading.figures.basis import basis_in
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


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Complaints came from 17 of the country’s 212 districts.", "district"),
        ("About 1,200 of the pit’s 1,650 workers have walked out.", "worker"),
    ],
)
def test_who_owns_the_counted_things_is_no_part_of_their_unit(text: str, unit: str) -> None:
    part, whole = read(text)
    assert (part.unit, whole.unit) == (unit, unit)
    assert not any("1,200" in span.of(text) for span in whole.subject)


def test_a_fraction_of_what_somebody_owns_counts_what_is_owned() -> None:
    text = "The mine dug 298,000 tonnes, about a fifth of Oskavia’s exports."
    fifth = read(text)[-1]
    assert fifth.unit == "% export"
    assert words(text, fifth.measure) == "exports"


@pytest.mark.parametrize(
    ("text", "basis", "measure"),
    [
        ("The board put turnout at 58.3%, the lowest of all.", "officials", "turnout"),
        ("Organisers of the march put the crowd at 90,000.", "organisers", "crowd"),
        ("The crowd was put at 90,000 by the police.", "police", "crowd"),
    ],
)
def test_who_puts_a_number_is_its_source_and_not_what_is_measured(
    text: str, basis: str, measure: str
) -> None:
    (figure,) = read(text)
    assert figure.basis == basis
    assert words(text, figure.measure) == measure


@pytest.mark.parametrize("cue", ["put the number at", "have put the figure at about", "put it at"])
def test_a_number_that_is_put_refers_back_to_the_one_told_before(cue: str) -> None:
    text = f"Police held 64 people near the port, the ministry said. Organisers {cue} 150."
    said = Statement(
        content=(Span(0, 35), Span(56, len(text))), source=(Span(37, 49),), style="indirect"
    )
    first, second = read(text, statements=(said,))
    assert (second.unit, second.measure) == (first.unit, first.measure)
    assert (second.basis, second.statement) == ("organisers", None)


def test_the_number_of_something_else_does_not_refer_back() -> None:
    text = "Police held 64 people. Organisers put the number of tents at 150."
    assert words(text, read(text)[-1].measure) == "number tents"


@pytest.mark.parametrize(
    "told",
    [
        "The lawyer Ada Prin came second with 18%.",
        "Preliminary figures gave Ada Prin 18 per cent.",
        "The board named Oll the winner, with the lawyer Ada Prin on about 18%.",
        "Three other candidates stayed below 4% each.",
    ],
)
def test_a_share_that_names_its_owner_alone_is_of_the_vote_told_of_before(told: str) -> None:
    text = f"Oll took 74.6% of the vote. {told}"
    figures = read(text)
    assert words(text, figures[-1].measure) == "vote"
    assert words(text, figures[-1].subject).endswith(("Prin", "candidates"))


def test_a_share_of_people_is_of_them() -> None:
    text = "Some 60% of the voters approved the pact."
    assert "voters" in words(text, read(text)[0].measure)


def test_a_subject_cut_off_from_its_verb_is_still_what_is_measured() -> None:
    text = "A shrinking electorate\n\nTurnout was 58.3 per cent, the board said."
    assert words(text, read(text)[0].measure) == "Turnout"


def test_a_share_is_nothing_that_something_else_is_told_of() -> None:
    text = "About 60% of Oskavian copper leaves through one pier."
    assert words(text, read(text)[-1].subject) == "Oskavian copper"


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 58.3%, the lowest since Oskavia became independent in 1993.",
        "Since Oskavia left the union in 1993, exports have risen by 40%.",
    ],
)
def test_a_date_of_comparison_dates_no_figure(text: str) -> None:
    at = text.index("1993")
    time = TimeExpression(start=at, end=at + 4, type="DATE", value="1993")
    assert [figure.as_of for figure in read(text, times=(time,))] == [None]


def test_a_movement_from_one_value_to_another_says_so() -> None:
    (term,) = read("It lengthens the term from four to five years.")
    assert (term.low, term.high, term.moves) == (4, 5, True)
    (span,) = read("It lasts four to five years.")
    assert not span.moves


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("Vida Orr, general secretary of the United Miners’ Federation", "organisers"),
        ("Rudo Lamm, president of Skelde Mining", "company"),
        ("the president of Oskavia", "officials"),
    ],
)
def test_the_body_an_office_is_held_in_tells_the_basis(source: str, basis: str) -> None:
    assert basis_in(source) == basis


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("A group of victims", None),
        ("the Brightmoor group", "company"),
        ("The works council", "organisers"),
        ("the town council", "officials"),
    ],
)
def test_a_group_of_people_is_no_company(source: str, basis: str | None) -> None:
    assert basis_in(source) == basis


def test_others_are_people_and_no_unit() -> None:
    (figure,) = read("At least seven others are missing.")
    assert figure.unit == "people"


def test_who_is_brought_to_a_number_is_whom_it_is_of() -> None:
    text = "The judge sentenced the trader to nine years."
    (figure,) = read(text)
    assert (words(text, figure.measure), words(text, figure.subject)) == ("sentenced", "trader")


def test_who_puts_a_damage_is_not_whose_it_is() -> None:
    text = "Mayor Tove Brandt put the damage at tens of millions of crowns."
    (figure,) = read(text)
    assert words(text, figure.measure) == "damage crowns"
    assert figure.subject == ()


def test_a_date_of_the_level_before_dates_no_figure() -> None:
    text = "Some 40,000 homes had no light, down from 65,000 in May."
    time = TimeExpression(start=text.index("May"), end=len(text) - 1, type="DATE", value="2031-05")
    assert [figure.as_of for figure in read(text, times=(time,))] == [None, "2031-05"]


@pytest.mark.parametrize(
    ("told", "owner"),
    [
        ("Her own list came fourth with 9.8 per cent.", "list"),
        ("It was ahead of the Centre Party on 29.1%.", "Centre Party"),
        ("Turnout was 47%. The exit poll had given the Greens 40%.", "Greens"),
    ],
)
def test_a_party_has_its_share_and_is_not_measured(told: str, owner: str) -> None:
    text = f"The Alliance won 36% of the vote. {told}"
    figure = read(text)[-1]
    assert words(text, figure.measure) == "vote"
    assert owner in words(text, figure.subject)


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Ticket prices, which rose 8% in June, are frozen.", "Ticket prices"),
        ("It cut its outlook, sending its shares down as much as 11%.", "shares"),
        ("At least 41 dead as quake hits the north.", "dead"),
        ("The governor put the number of dead at 27.", "number dead"),
    ],
)
def test_what_moves_or_is_counted_is_measured(text: str, measured: str) -> None:
    (figure,) = read(text)
    assert words(text, figure.measure) == measured


def test_bare_crowns_are_those_the_text_names_in_full() -> None:
    text = (
        "Profit was 2.1 billion Norwegian crowns ($198 million), down from 2.8 billion a year "
        "earlier. Sales were 19.4 billion crowns."
    )
    assert [figure.unit for figure in read(text)] == ["NOK", "USD", "NOK", "NOK"]


def test_bare_crowns_stay_open_between_two_countries() -> None:
    text = "It paid 40 million Norwegian crowns, then 50 million Swedish crowns, then 60 crowns."
    assert [figure.unit for figure in read(text)] == ["NOK", "SEK", "crown"]


def test_a_number_before_a_stretch_of_time_does_not_count_it() -> None:
    text = "Net debt stood at 11.3 billion euros, up from 9.8 billion three months earlier."
    assert [figure.unit for figure in read(text)] == ["EUR", "EUR", "month"]


def test_some_of_them_are_counted_like_all_of_them() -> None:
    text = "At least 17 sailors died, 12 of them from the north."
    whole, part = read(text)
    assert (part.unit, part.measure) == (whole.unit, whole.measure) == ("sailor", whole.measure)


def test_a_magnitude_may_stand_before_its_number() -> None:
    (figure,) = read("A magnitude-6.8 quake struck the coast.")
    assert (figure.value, figure.unit) == (6.8, "magnitude")


def test_no_belongs_to_a_no_confidence_vote() -> None:
    (figure,) = read("He had survived four no-confidence votes.")
    assert figure.unit == "no-confidence vote"


def test_what_is_brought_below_a_share_is_measured() -> None:
    (figure,) = read("Cuts were made to bring the deficit below 3% of GDP.")
    assert "deficit" in words(
        "Cuts were made to bring the deficit below 3% of GDP.", figure.measure
    )


def test_what_a_figure_is_compared_with_measures_the_same() -> None:
    text = "It expects core inflation of 2.8% at year-end, compared with 2.5% in March."
    now, before = read(text)
    assert words(text, now.measure) == words(text, before.measure) == "core inflation"


def test_not_likely_to_fall_below_is_at_least() -> None:
    (figure,) = read("Mortgage rates aren't likely to fall below 6.5% soon.")
    assert figure.bound == ">"


def test_a_month_is_nobody_s() -> None:
    text = "The storm of January killed three people."
    assert words(text, read(text)[0].subject) == "storm"


def test_the_dead_are_counted() -> None:
    text = "Four of the dead were children."
    assert words(text, read(text)[0].measure) == "dead"


def test_what_the_figure_rose_to_counts_what_it_counted_before() -> None:
    text = "It had counted 58 bodies. Its director said the figure had risen to 71."
    first, second = read(text)
    assert (second.unit, second.measure) == (first.unit, first.measure)


def test_a_verb_is_not_counted() -> None:
    assert [figure.unit for figure in read("The union says 640 have.")] == [None]


def test_a_closing_quotation_mark_is_no_part_of_whose_a_figure_is() -> None:
    text = '"We stay," works council chief Ada Prin told some 15,000 workers.'
    assert '"' not in words(text, read(text)[0].subject)
