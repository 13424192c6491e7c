"""Nouns that say what somebody is, and whether that is over."""

from __future__ import annotations

from dateline.reading.names.english.roles import FORMER, FORMER_PREFIX, ROLE_ENDINGS, TITLES
from dateline.reading.names.tokens import Tokens

ABBREVIATED = frozenset(
    "sen. rep. gov. gen. lt. col. maj. capt. sgt. adm. dr. prof. rev. sens. reps. brig. cmdr. "
    "cpl. supt.".split()
)
"""Titles written short."""


def is_role_noun(tokens: Tokens, i: int) -> bool:
    """Tell whether a token can say what a person is."""
    word = tokens.lower[i]
    if word in TITLES or word in ABBREVIATED:
        return True
    return tokens.tag[i] in ("NN", "NNP") and len(word) > 6 and word.endswith(ROLE_ENDINGS)


def is_former(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a word among some tokens says that an office is over: ``former``, ``ex-``."""
    return any(
        tokens.lower[i] in FORMER or tokens.lower[i].startswith(FORMER_PREFIX)
        for i in range(first, last)
    )


def is_dot_of_title(tokens: Tokens, i: int) -> bool:
    """Tell whether a token is the dot of a title written short that the tokens cut off."""
    return (
        0 < i < len(tokens)
        and tokens.text[i] == "."
        and tokens.start[i] == tokens.end[i - 1]
        and tokens.lower[i - 1] + "." in ABBREVIATED
    )


def is_short_title(tokens: Tokens, i: int) -> bool:
    """Tell whether a token is of a title written short, whose dot may seem to end a sentence."""
    return tokens.lower[i] in ABBREVIATED or any(is_dot_of_title(tokens, j) for j in (i, i + 1))
