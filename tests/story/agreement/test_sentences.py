"""The words around a figure: what is quick must find and weigh what is slow and plain."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Figure
from dateline.story.agreement.sentences import Sentence
from dateline.story.agreement.words import WORD, holds_one, stem, words_in
from dateline.text import Span

LETTERS = "ab'’-5_, .;:é\u00a0\n"
CHUNK = re.compile(r"\S+")
EDGE = re.compile(r"[;:,]|\b(?:while|but|although|and|compared|whereas)\b")


def plainly(text: str, figure: Figure, figures: list[Figure]) -> dict[str, float]:
    """Weigh the words of a sentence by counting what stands between each and the figure."""
    weights: dict[str, float] = {}
    for match in WORD.finditer(text):
        start, end = match.span()
        if start < figure.end and end > figure.start:
            weight = 1.0
        else:
            low, high = (figure.end, start) if start >= figure.end else (end, figure.start)
            begun = [m.start() for m in CHUNK.finditer(text) if low <= m.start() < high]
            tight = low < high and low not in begun and not text[low].isspace()
            weight = 1 / (1 + (len(begun) + tight) / 4)
            for other in figures:
                if other is not figure and low <= other.start and other.end <= high:
                    weight *= 0.3
            weight *= 0.75 ** sum(low <= m.start() and m.end() <= high for m in EDGE.finditer(text))
            weight *= 1.0 if start >= figure.end else 0.85
        key = stem(match.group())
        weights[key] = max(weight, weights.get(key, 0.0))
    return weights


@pytest.mark.parametrize(
    "text",
    [
        "Police said 40 were hurt, and 12 died; the toll, they said, rose from 9.",
        "The 5km race drew 300  runners and\u00a02 dogs while 7 watched.\n",
        "Some 60,000 marched, but organisers’ count was 90,000 compared with 10 in May.",
    ],
)
def test_words_count_by_what_stands_between_them_and_the_figure(text):
    numbers = re.finditer(r"\d+(?:,\d+)*", text)
    figures = [Figure(start=m.start(), end=m.end(), unit_text="people") for m in numbers]
    sentence = Sentence(text, Span(0, len(text)), figures)
    for figure in figures:
        assert sentence.weights(figure) == pytest.approx(plainly(text, figure, figures))


@given(st.text(LETTERS, max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_the_words_of_a_stretch_are_those_found_in_it_though_it_cuts_some(text, first, last):
    first, last = sorted((min(first, len(text)), min(last, len(text))))
    found = [stem(word) for word in WORD.findall(text, first, last)]
    sentence = Sentence(text, Span(0, len(text)), [])
    assert sentence.stems_in(Span(first, last)) == found
    places = [(m.group(), *m.span()) for m in WORD.finditer(text, first, last)]
    assert list(zip(*words_in(text, first, last), strict=True)) == places


def test_a_text_holds_one_of_some_strings_or_none():
    assert holds_one("a year earlier", ("month", "year"))
    assert not holds_one("a week earlier", ("month", "year"))
