"""Where the name of a place begins that is called after another: ``Lower Saxony``, ``New Mexico``.

At the start of a sentence, where every word is capitalised, the model often cuts the first word
off, or takes one in that only says which part is meant (``Southern Lebanon``).
"""

from __future__ import annotations

from dateline.reading.names.english.words import PLACE_PARTS
from dateline.reading.names.gazetteer import is_country_or_region, is_place
from dateline.reading.names.tokens import Tokens


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
