"""Counted nouns: their singular, whether they are people, and a guess without a parse."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.reading.figures.english.nouns import NOT_NOUNS, ORDER_WORDS, PERSONS, PLURALS, STOPS
from dateline.reading.figures.english.numbers import CARDINALS

_ES = ("sses", "shes", "ches", "xes", "zzes", "tzes")
_NEXT = re.compile(r"[ \u00a0]+([A-Za-z][\w’'&]*(?:-\w+)*)")


@lru_cache(maxsize=20000)
def singular(noun: str) -> str:
    """Return the singular of an English noun, by table and by ending."""
    low = noun.lower()
    if low in PLURALS:
        return PLURALS[low]
    if low.endswith("men") and len(low) > 5:
        return noun[:-2] + "an"
    if low.endswith(("ss", "us", "is")) or not low.endswith("s") or len(low) < 3:
        return noun
    if low.endswith("ies") and len(low) > 4:
        return noun[:-3] + "y"
    if low.endswith(_ES):
        return noun[:-2]
    return noun[:-1]


_PLURAL_OF = {one: many for many, one in reversed(PLURALS.items())}


def plural(noun: str) -> str:
    """Return the plural of an English noun phrase in the singular: its last word's, by table.

    What `singular` makes of a plural comes back as that plural.
    """
    *before, last = noun.split(" ")
    low = last.lower()
    if low in _PLURAL_OF:
        many = _PLURAL_OF[low]
    elif low.endswith("y") and low[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    else:
        many = last + ("es" if low.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return " ".join([*before, many])


def is_plural(noun: str) -> bool:
    """Tell whether a word looks like a plural."""
    low = noun.lower()
    return (
        low in PLURALS
        or (low.endswith("men") and singular(low) in PERSONS)
        or (low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3)
    )


def is_person(noun: str) -> bool:
    """Tell whether a noun in the singular stands for a person."""
    low = noun.lower()
    return low in PERSONS or low.endswith(("man", "woman"))


def counted_noun(text: str, position: int, *, one: bool = False) -> tuple[str, int, int] | None:
    """Guess the noun counted by a number that ends at a position: its unit, start and end.

    Takes words up to the first plural, four at most; after ``one``, the first noun-like word.
    """
    words: list[str] = []
    start = -1
    at = position
    while len(words) < 4:
        match = _NEXT.match(text, at)
        if match is None:
            break
        word = match[1]
        low = word.lower()
        if low == "and" and words and text[match.end() : match.end() + 2].strip().isalpha():
            at = match.end()
            continue
        if low in STOPS or low in CARDINALS:
            break
        if (low == "more" or low in ORDER_WORDS) and not words and not one:
            at = match.end()
            continue
        possessive = low.endswith(("'s", "’s"))
        if start < 0:
            start = match.start(1)
        at = match.end()
        words.append(word)
        if one and not possessive and _NEXT.match(text, at) is None:
            return " ".join(words), start, at
        if not possessive and is_plural(word) and low not in NOT_NOUNS:
            if singular(low) == low and low not in ("people", "crew", "police", "aircraft"):
                continue
            words[-1] = singular(word)
            return " ".join(words), start, at
    return None
