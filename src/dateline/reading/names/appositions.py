"""Appositions and clauses beside a name that only people have."""

from __future__ import annotations

from dateline.reading.names.english.organisations import ORGANISATION_HEADS
from dateline.reading.names.english.roles import LOOSE_TITLES, TITLES
from dateline.reading.names.english.words import ARTICLES, RELATIONS, WORKS
from dateline.reading.names.tokens import Tokens

_QUOTES = frozenset("\"“”‘’'`") | {"``", "''"}


def person_noun_after(tokens: Tokens, i: int) -> bool:
    """Tell whether an apposition makes a name a person's: ``, its chief economist,``."""
    if i + 3 >= len(tokens) or tokens.text[i] != ",":
        return False
    opened = tokens.lower[i + 1] in ARTICLES or tokens.tag[i + 1] == "PRP$"
    for j in range(i + 1 + opened, min(i + 7, len(tokens) - 1)):
        if tokens.lower[j] in TITLES and tokens.tag[j] == "NN":
            if tokens.lower[j] in LOOSE_TITLES:
                return False
            if not opened:
                return tokens.lower[j + 1] in ("of", "for", "at")
            return tokens.text[j + 1] == "," or tokens.tag[j + 1] == "IN"
        if tokens.tag[j] not in ("NN", "JJ", "HYPH", "VBN", "CD", "POS"):
            return False
    return False


def apposed_to_office(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a name stands beside an office: ``the fisheries spokesman, X``.

    So it does behind what the office is of: ``an ally of Y, X``, ``the director of the zoo, X``.
    """
    name = last - 1
    head = tokens.head[name]
    if first == 0 or tokens.dep[name] != "appos" or head >= first or tokens.text[first - 1] != ",":
        return False
    if tokens.tag[head] == "NN" and tokens.lower[head] in TITLES - LOOSE_TITLES:
        return True
    link = tokens.head[head]
    noun = tokens.head[link]
    office = RELATIONS if tokens.tag[head] != "NN" else TITLES - LOOSE_TITLES
    return (
        tokens.dep[head] == "pobj"
        and tokens.lower[link] == "of"
        and tokens.lower[noun] in office
        and tokens.lower[name] not in ORGANISATION_HEADS
    )


def clause_follows(tokens: Tokens, i: int, *openers: str) -> bool:
    """Tell whether a clause that one of some words opens begins behind a name: ``, who``."""
    return i + 1 < len(tokens) and tokens.text[i] == "," and tokens.lower[i + 1] in openers


def is_title_of_work(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a name is a work's: ``the film Lisbon``, ``the novel “Lisbon”``, ``a book, X,``.

    Two words without quotation marks may as well be somebody: “the book Ann Ray wrote”.
    """
    noun, name = first - 1, last - 1
    quoted = noun >= 0 and tokens.text[noun] in _QUOTES
    noun -= quoted
    apart = noun > 0 and tokens.text[noun] == ","
    noun -= apart
    if noun < 0 or tokens.lower[noun] not in WORKS:
        return False
    if apart:
        closed = last < len(tokens) and tokens.text[last] == ","
        return closed and tokens.dep[name] == "appos" and tokens.head[name] == noun
    return quoted or last - first == 1


def is_in_quotes(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a name stands alone between quotation marks."""
    return (
        first > 0
        and last < len(tokens)
        and tokens.text[first - 1] in _QUOTES
        and tokens.text[last] in _QUOTES
    )
