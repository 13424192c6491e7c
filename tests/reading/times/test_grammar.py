import re

import pytest

from dateline.reading.times.english.language import ENGLISH
from dateline.reading.times.grammar import DEPTH, PatternError, compiled
from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

GRAMMAR = Grammar(ENGLISH)


def matches(pattern: str, text: str) -> bool:
    piece = compiled(pattern, GRAMMAR.alphabet, ENGLISH.macros)
    return re.fullmatch(piece.regex, Tokens(text, GRAMMAR.alphabet).classes) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{month} {day}", "May 4"),
        ("the? {unit} ( before | after )", "week after"),
        ("( the | a ) {unit} ( before | after )", "a week\n before"),
        ("{cardinal} -? {cardinal}", "twenty-four"),
        ("{day} !( {unit} )", "4"),
    ],
)
def test_a_pattern_matches_words_however_they_are_spaced(pattern, text):
    assert matches(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"), [("{month}", "may"), ("{month} {day}", "May 47"), ("ago", "a go")]
)
def test_a_pattern_does_not_match_words_of_other_classes(pattern, text):
    assert not matches(pattern, text)


@pytest.mark.parametrize("pattern", ["( the", "the )", "{month"])
def test_a_broken_pattern_is_refused(pattern):
    with pytest.raises(PatternError):
        compiled(pattern, GRAMMAR.alphabet, ENGLISH.macros)


def test_an_unknown_class_is_refused():
    with pytest.raises(KeyError):
        compiled("{fortnightly}", GRAMMAR.alphabet, ENGLISH.macros)


def test_what_a_pattern_can_start_with_includes_what_follows_optional_words():
    piece = compiled("the? {month}", GRAMMAR.alphabet, ENGLISH.macros)
    starts = Tokens("the May", GRAMMAR.alphabet).classes
    assert set(starts) <= piece.places[0]


@pytest.mark.parametrize(
    ("pattern", "text", "can"),
    [
        ("the? {month} {day}", "the May 4", True),
        ("the? {month} {day}", "the week 4", False),
        ("the? {month}", "the week", False),
        ("the? {month} {day}", "May 4", True),
        ("the {month} {day}", "the 4", False),
        ("( the | a ) {unit}", "a May", False),
        ("{day}+ {month}", "4 5 6 May", True),
        ("{day}+ {month}", "4 5", False),
        ("{day}* {month}", "May week", True),
        ("{month} {day}?", "May week", True),
        ("{month} !( {day} )", "May week", True),
        ("{month} {day}", "May", False),
        ("{month}", "May", True),
    ],
)
def test_a_rule_is_tried_only_where_its_first_words_can_stand(pattern, text, can):
    piece = compiled(pattern, GRAMMAR.alphabet, ENGLISH.macros)
    assert piece.can_begin(Tokens(text, GRAMMAR.alphabet).classes[:DEPTH]) is can
