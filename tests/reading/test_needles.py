"""A text without a pattern's needles cannot match it."""

import re

import pytest

from dateline.reading.figures.english.basis import BASES, SOURCES
from dateline.reading.figures.english.traps import HINTS, PATTERNS
from dateline.reading.needles import Sought, needles_of

ROWS = [*PATTERNS, *BASES, *SOURCES]


@pytest.mark.parametrize(
    ("pattern", "needles"),
    [
        (r"\bexit[- ]polls?\b", ("exit",)),
        (r"(?:cut|sold) off", (" off",)),
        (r"\b(?:mayor|governor)s?\b", ("governor", "mayor")),
        (r"[Oo]ne by one", ("one by one",)),
        (r"\d+ km", (" km",)),
        (r"(?:bank)?note", ("note",)),
        (r"(?:fire)+works", ("works",)),
        (r"colou?r", ("colo",)),
        (r"price|prices rise", ("price",)),
        (r"\w+ing?|", None),
        (r"(?:north)?(?:south)*", None),
    ],
)
def test_a_match_must_hold_one_of_the_needles(
    pattern: str, needles: tuple[str, ...] | None
) -> None:
    assert needles_of(pattern) == needles


@pytest.mark.parametrize("row", ROWS)
def test_the_example_of_every_cue_holds_a_needle(row: tuple[str, str, str]) -> None:
    _, pattern, example = row
    text = example.replace("[", "").replace("]", "")
    sought = Sought(pattern, re.IGNORECASE)
    found = sought.pattern.search(text)
    assert found is not None
    assert sought.may_be_in(found.group().lower())


def test_most_cues_need_not_be_looked_for_in_most_sentences() -> None:
    sentence = "the harbour was shut on tuesday, and nobody knew for how long."
    searched = [pattern for _, pattern, _ in BASES if Sought(pattern).may_be_in(sentence)]
    assert not searched


HINTED = {
    *(example[example.index("[") + 1 : example.index("]")] for _, p, example in PATTERNS if p in HINTS),
    "+49123456", "555-0142", "(030) 555 0142", "NORTH -12", "Boeing-747", "AB.12", "abc1", "A-12",
    "ZIP Code 20456", "20456 ZIP", "\n• 3. ", "12) ", "(12 ) ",
}  # fmt: skip


@pytest.mark.parametrize("words", sorted(HINTED))
@pytest.mark.parametrize("pattern", HINTS)
def test_a_match_holds_the_hint_of_its_pattern(pattern: str, words: str) -> None:
    text = f"It was {words}people of the port, {words} Open"
    for match in re.finditer(pattern, text):
        hints = [hint.start() for hint in re.finditer(HINTS[pattern], text)]
        assert any(match.start() <= at < match.end() for at in hints), match.group()
