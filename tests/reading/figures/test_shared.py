"""Units that numbers leave to their neighbours, and units that they do not share."""

from __future__ import annotations

import pytest

from dateline.reading.figures import figures_in, quantities_in
from dateline.reading.model import parses
from dateline.text import Passage


def units(text: str) -> list[tuple[float | None, str | None]]:
    passage = Passage.of_text(text)
    figures = figures_in(next(iter(parses([passage]))), passage)
    return [(figure.value, figure.unit) for figure in figures]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It foresees revenue of 79.6 billion euros, a deficit of 4.6 billion, or 3.1% of output.",
         [(79.6e9, "EUR"), (4.6e9, "EUR"), (3.1, "percent")]),
        ("It cost $4 billion, and 3 million were hurt.", [(4e9, "USD"), (3e6, "people")]),
        ("It passed by 118 votes to 97.", [(118, "vote"), (97, "vote")]),
        ("It passed with 118 votes in favour and 97 against.", [(118, "vote"), (97, "vote")]),
        ("She got 2,168,000 votes, 41,212 more than Beck.", [(2168000, "vote"), (41212, "vote")]),
        ("The attack killed 150 Indian and 20 Nepali pilgrims.",
         [(150, "Indian pilgrim"), (20, "Nepali pilgrim")]),
        ("The ship carried 21 Filipino and three Greek sailors.",
         [(21, "Filipino sailor"), (3, "Greek sailor")]),
        ("They had 4.1 fewer free days.", [(4.1, "free day")]),
        ("It was 47.2 C (117 F) there.", [(47.2, "celsius"), (117, "fahrenheit")]),
        ("The capacitor held 2.5 F.", [(2.5, "farad")]),
        ("The centre put the magnitude at 6.6.", [(6.6, "magnitude")]),
        ("The quake measured 6.4 on Sunday.", [(6.4, "magnitude")]),
        ("A 7.1 tremor shook it.", [(7.1, "magnitude")]),
        ("About 1,200 arrive every day.", [(1200, None)]),
        ("The tents are full, and about 1,200 arrive every day.", [(1200, None)]),
    ],
)  # fmt: skip
def test_a_number_has_the_unit_its_sentence_gives_it(text, read):
    assert units(text) == [(pytest.approx(value), unit) for value, unit in read]


def test_a_scaled_number_is_as_round_as_it_is_written():
    assert quantities_in("It made $4.1 bln and $16.4 billion.")[0].value == 4.1e9
    assert quantities_in("It made $16.4 billion.")[0].value == 16.4e9


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("They paid $48m plus bonuses.", "="),
        ("They paid $48m plus up to $7m in bonuses.", "="),
        ("They sold 300 plus boats.", ">"),
    ],
)
def test_plus_is_a_bound_unless_something_is_added(text, bound):
    assert quantities_in(text)[0].bound == bound


def test_a_move_by_much_less_than_the_level_opens_no_range():
    text = "The number of unemployed fell by 60,000 to 1.5 million."
    assert [quantity.value for quantity in quantities_in(text)] == [60000, 1.5e6]


def test_who_foretells_a_number_is_not_counted():
    text = "They hired 215,000 people, more than the 180,000 economists had forecast."
    assert units(text)[1] == (180000, None)


def test_a_sum_above_another_is_of_its_currency():
    text = "It made 1.21 billion francs, above the 1.15 billion expected."
    assert [unit for _, unit in units(text)] == ["CHF", "CHF"]
