"""Where the names of places begin and end that the model cuts: ``Lower Saxony``, ``Cox's Bazar``.

At the start of a sentence, where every word is capitalised, the model often cuts the first word
off, or takes one in that only says which part is meant (``Southern Lebanon``).
"""

from __future__ import annotations

from functools import cache
from itertools import compress

from dateline.reading.names.english.words import PLACE_PARTS, POSSESSIVES
from dateline.reading.names.gazetteer import (
    cities_named,
    country_names,
    is_country_or_region,
    is_place,
    regions,
)
from dateline.reading.names.tokens import Tokens

_LONGEST = 7
"""Tokens of the longest name in the tables."""


@cache
def _longer_names() -> dict[str, tuple[str, ...]]:
    """Return the tables' names that the tokens cut, the longest first, by their first word.

    Names of one word and of a direction and a name are found by other means.
    """
    found: dict[str, list[str]] = {}
    for name in (*country_names(), *regions()):
        words = name.replace("-", " ").split()
        if len(words) > 1 and words[0][0].isupper():
            found.setdefault(words[0], []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def named_in_tables(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the names of countries and regions of several tokens: ``French Guiana``.

    So are towns with a possessive inside (``Cox's Bazar``). What a longer name holds (``New York
    Times``) is left to the model.
    """
    longer = _longer_names()
    longest = {i: last - first for first, last, _ in tokens.ents for i in range(first, last)}
    out: list[tuple[int, int]] = []
    end = 0
    for i in compress(range(len(tokens)), map(longer.__contains__, tokens.text)):
        last = _end_of_name(tokens, i, longer[tokens.text[i]]) if i >= end else 0
        if last and not _goes_on(tokens, i, last) and longest.get(i, 0) <= last - i:
            out.append((i, last))
            end = last
    for i in compress(range(len(tokens)), map(POSSESSIVES.__contains__, tokens.lower)):
        if (
            0 < i < len(tokens) - 1
            and tokens.text[i - 1].istitle()
            and tokens.text[i + 1].istitle()
            and cities_named(tokens.words(i - 1, i + 2))
            and not _goes_on(tokens, i - 1, i + 2)
        ):
            out.append((i - 1, i + 2))
    return out


def _end_of_name(tokens: Tokens, first: int, names: tuple[str, ...]) -> int:
    """Return where the longest of some names ends that stands at a token, 0 if none does."""
    start = tokens.start[first]
    for name in names:
        if tokens.whole.startswith(name, start):
            for last in range(first + 2, min(first + _LONGEST, len(tokens)) + 1):
                if tokens.end[last - 1] >= start + len(name):
                    return last if tokens.end[last - 1] == start + len(name) else 0
    return 0


def _goes_on(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a capitalised word beside some tokens makes them part of a longer name."""
    before, after = first - 1, last
    return (
        after < len(tokens)
        and tokens.tag[after].startswith("NNP")
        and tokens.sentence[after] == tokens.sentence[first]
    ) or (
        before >= 0
        and tokens.tag[before].startswith("NNP")
        and tokens.sentence[before] == tokens.sentence[first]
    )


def with_part(tokens: Tokens, first: int, last: int) -> int:
    """Return where the place's name begins whose last words a candidate is."""
    before = first - 1
    while before >= 0 and _belongs(tokens, before, first, last):
        first, before = before, before - 1
    return first


def _belongs(tokens: Tokens, i: int, first: int, last: int) -> bool:
    """Tell whether the word before a candidate is the first of a place's name."""
    word = tokens.text[i]
    if (
        tokens.lower[i] not in PLACE_PARTS
        or not (word.istitle() or word.isupper())
        or tokens.sentence[i] != tokens.sentence[first]
        or tokens.block[i] != tokens.block[first]
    ):
        return False
    if is_place(tokens.words(i, last)):
        return True
    return not _opens_sentence(tokens, i) and is_country_or_region(tokens.words(first, last))


def without_direction(tokens: Tokens, first: int, last: int) -> int:
    """Return where a place's name begins after a word that only says which part is meant.

    Mid-sentence a capital letter tells ``Southern Lebanon`` from ``southern Lebanon``; at the
    start of a sentence only a name of the tables is believed.
    """
    if (
        last - first > 1
        and tokens.lower[first] in PLACE_PARTS
        and _opens_sentence(tokens, first)
        and not is_place(tokens.words(first, last))
        and is_country_or_region(tokens.words(first + 1, last))
    ):
        return first + 1
    return first


def _opens_sentence(tokens: Tokens, i: int) -> bool:
    """Tell whether only marks stand before a word of a sentence."""
    while i > 0 and tokens.sentence[i - 1] == tokens.sentence[i]:
        i -= 1
        if tokens.text[i][:1].isalnum():
            return False
    return True
