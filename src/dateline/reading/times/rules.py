"""Rules: a pattern, what it means, and an example that is also its test."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import msgspec

from dateline.reading.times.grammar import Piece, compiled, literals_in
from dateline.reading.times.meaning import Meaning
from dateline.reading.times.tokens import Alphabet, Tokens, cased, classes_of_number

Values = Mapping[str, int] | Mapping[str, str]


class Found(msgspec.Struct, frozen=True, eq=False):
    """A match of a rule's pattern: what its named groups hold."""

    tokens: Tokens
    match: re.Match[str]
    classes: Mapping[str, Values]

    def words(self, name: str) -> tuple[str, ...]:
        """Return the lower-case words a group matched; empty when it matched none."""
        if name not in self.match.re.groupindex:
            return ()
        start, end = self.match.span(name)
        return tuple([self.tokens.word(i).lower() for i in range(start, end)])

    def text(self, name: str) -> str:
        """Return the words of a group joined by blanks."""
        return " ".join(self.words(name))

    def code(self, name: str, *classes: str) -> str | None:
        """Return what the first word of a group that has a value stands for, as text."""
        for word in self.words(name):
            for cls in classes:
                value = self.classes[cls].get(word)
                if value is not None:
                    return str(value)
        return None

    def integer(self, name: str, *classes: str) -> int | None:
        """Return the number the first word of a group with a value stands for."""
        code = self.code(name, *classes)
        return None if code is None else int(code)


Sense = Callable[[Found], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the grammar.

    ``example`` marks the expression by square brackets and gives its value after ``=``; it is read
    as published on Monday, 21 November 2022.
    """

    pattern: str
    sense: Sense
    example: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words before an expression that narrow or loosen it (the TIMEX3 attribute ``mod``)."""

    pattern: str
    mod: str | None
    on: str
    """What it applies to: ``date``, ``exact`` (a date by number) or ``length``."""
    example: str


@dataclass(frozen=True, slots=True)
class Language:
    """All that is known of one language."""

    classes: Mapping[str, Values]
    proper_classes: Mapping[str, Values]
    macros: Mapping[str, str]
    rules: Sequence[Rule]
    modifiers: Sequence[Modifier]
    ties: Mapping[str, str]
    """Patterns that hold lists and ranges together: ``day_after``, ``day_before``, ``year_to``,
    ``year_before``, ``tie``; and ``soonest``, what makes a day lie ahead."""
    plain_words: Mapping[str, Sequence[str]]
    """Words that no pattern names but that the reading of tense and context needs, by class."""
    lookalikes: Mapping[str, Sequence[str]]
    """Words by which expressions are told from what only looks like one, and what is scheduled from
    what was; they form no classes."""


Starting = tuple[re.Pattern[str], Rule | Modifier]
"""A rule with its compiled expression."""


_MOST_BEGINNINGS = 50_000
"""Beginnings of matches whose rules are remembered."""


@cache
def _expression(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


class Grammar:
    """A language's rules, compiled once."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.values: dict[str, Values] = {**language.classes, **language.proper_classes}
        self.alphabet = Alphabet(_lexicon(language))
        self._compiled: list[tuple[Piece, Rule | Modifier]] = [
            (compiled(rule.pattern, self.alphabet, language.macros), rule)
            for rule in _lines(language)
        ]
        self._starting: dict[str, tuple[Starting, ...]] = {}
        self._by_first: dict[str, list[tuple[Piece, Rule | Modifier]]] = {}
        for piece, rule in self._compiled:
            for char in piece.places[0]:
                self._by_first.setdefault(char, []).append((piece, rule))
        self._ties = {
            name: re.compile(compiled(pattern, self.alphabet, language.macros).regex)
            for name, pattern in language.ties.items()
        }

    @cached_property
    def starts(self) -> re.Pattern[str]:
        """An expression that finds the characters a rule can start with."""
        first = frozenset[str]().union(*(piece.places[0] for piece, _ in self._compiled))
        return re.compile(f"[{''.join(sorted(first))}]")

    def starting(self, classes: str) -> Sequence[Starting]:
        """Return the rules that can match where characters stand, in the order of the tables.

        Their expressions are compiled when a text first has the characters.
        """
        found = self._starting.get(classes)
        if found is None:
            if len(self._starting) > _MOST_BEGINNINGS:
                self._starting.clear()
            found = self._starting[classes] = tuple(
                (_expression(piece.regex), rule)
                for piece, rule in self._by_first.get(classes[0], ())
                if piece.can_begin(classes)
            )
        return found

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return one of the language's tying patterns."""
        return self._ties[name]

    def characters(self, *names: str) -> frozenset[str]:
        """Return the characters of classes or, with a leading ``=``, of words."""
        return frozenset[str]().union(*(self.alphabet.characters_of(name) for name in names))


def _lines(language: Language) -> list[Rule | Modifier]:
    return [*language.rules, *language.modifiers]


def _lexicon(language: Language) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}

    def add(words: Sequence[str], cls: str, *, names_only: bool = False) -> None:
        for form in cased(words, names_only=names_only):
            classes.setdefault(form, set()).add(cls)

    for name, values in language.classes.items():
        add(list(values), name)
    for name, values in language.proper_classes.items():
        add(list(values), name, names_only=True)
    classes["–"] = {"=-"}
    for name, words in language.plain_words.items():
        add(list(words), name)
    patterns = [line.pattern for line in _lines(language)]
    for pattern in (*patterns, *language.macros.values(), *language.ties.values()):
        for word in literals_in(pattern):
            add([word], f"={word}")
            if word[0].isdigit():
                classes[word] |= classes_of_number(word)
    # Print writes the apostrophe as a quotation mark.
    printed = {word.replace("'", "’"): names for word, names in classes.items() if "'" in word}
    return {word: frozenset(names) for word, names in {**printed, **classes}.items()}
