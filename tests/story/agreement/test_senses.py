"""The table of senses carries an example a row; each figure in brackets must evoke its sense."""

from __future__ import annotations

import pytest

from dateline.records import Figure, Reading, ReadReport, Report
from dateline.story.agreement.english.senses import SENSES, Sense
from dateline.story.agreement.english.synonyms import SYNONYMS
from dateline.story.agreement.meanings import meaning
from dateline.story.agreement.profiles import profiles_of
from dateline.story.agreement.sentences import sentences_of
from dateline.story.agreement.words import stem

UNIT_OF_CLASS = {
    "money": "USD",
    "time": "year",
    "length": "kilometre",
    "area": "hectare",
    "weight": "tonne",
    "volume": "litre",
    "speed": "kilometre per hour",
    "temperature": "celsius",
    "percentage_point": "percentage point",
    "basis_point": "basis point",
}


def read_of(text: str, start: int, end: int, unit: str | None) -> ReadReport:
    figure = Figure(start=start, end=end, value=1.0, unit=unit, unit_text=unit)
    return ReadReport(
        report=Report(id="r", kind="article"),
        reading=Reading(id="r", figures=(figure,)),
        text=text,
        page="p",
    )


@pytest.mark.parametrize("sense", SENSES, ids=lambda sense: sense.name)
def test_the_example_of_a_sense_evokes_it(sense: Sense) -> None:
    start = sense.example.index("[")
    end = sense.example.index("]") - 1
    text = sense.example.replace("[", "").replace("]", "")
    found = []
    for unit_class in sorted(sense.units):
        unit = UNIT_OF_CLASS.get(unit_class, unit_class.removeprefix("count:"))
        profile = profiles_of([read_of(text, start, end, unit)], {})[0]
        found.append(profile.sense.name if profile.sense else None)
    assert sense.name in found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("died", "dies"),
        ("injured", "injure"),
        ("prices", "price"),
        ("survived", "survive"),
        ("bodies", "body"),
        ("stopped", "stop"),
        ("evacuated", "evacuating"),
        ("Kazakhs'", "kazakh"),
    ],
)
def test_forms_of_one_word_share_a_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


def test_sentences_end_at_stops_and_breaks_but_not_after_titles() -> None:
    text = "UPDATE headline\nMr. Brask fell. “He is safe.” Police left."
    assert [span.of(text) for span in sentences_of(text)] == [
        "UPDATE headline",
        "Mr. Brask fell.",
        "“He is safe.”",
        "Police left.",
    ]


@pytest.mark.parametrize("row", SYNONYMS, ids=lambda row: row[0].split()[0])
def test_two_ways_to_say_a_figure_share_the_meaning_of_their_row(row: tuple[str, str, str]) -> None:
    words, *ways = row
    name = meaning(stem(words.split()[0]))
    for way in ways:
        assert name in {meaning(stem(word)) for word in way.split()}


def test_no_word_stands_in_two_rows_of_synonyms() -> None:
    rows: dict[str, str] = {}
    for words, _, _ in SYNONYMS:
        for word in words.split():
            assert rows.setdefault(stem(word), words) == words
