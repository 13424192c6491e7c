"""The counted noun of a quantity, read from the parse, and whether ``one`` counts at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.reading.figures.english.nouns import BRITISH, COLLECTIVES, NOT_NOUNS, ORDER_WORDS
from dateline.reading.figures.nouns import is_plural, singular
from dateline.reading.figures.quantity import Quantity
from dateline.reading.figures.units import rate_after, unit_named
from dateline.reading.model import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Counted(NamedTuple):
    """A counted noun: the unit it makes, its words and its token; all None without one."""

    unit: str | None
    unit_text: str | None
    noun: Token | None


_DETERMINERS = frozenset("DT PDT PRP$ POS".split())
_DROPPED = frozenset("DT PDT PRP$ POS CC VBN VBG VBD `` '' , -LRB- -RRB-".split())
_NOMINAL = frozenset("JJ NN NNS NNP".split())
_MODIFIES = frozenset("nummod quantmod amod compound nmod".split())
_FARTHEST = 6
_OWNER = 5
_SCALE_BEFORE = re.compile(r"\b(magnitude)(?:[- ]of)?[- ]$", re.IGNORECASE)
"""A scale named before its number (``a magnitude 6.4 earthquake``)."""


def _counted_token(doc: Doc, quantity: Quantity, root: Token, after: int) -> Token | None:
    """Return the noun that a number ending before a token counts."""
    follows = doc[after] if after < len(doc) else None
    noun: Token | None = None
    if follows is not None and follows.lower_ == "of":
        inner = doc[after + 1] if after + 1 < len(doc) else None
        definite = inner is not None and inner.tag_ in _DETERMINERS
        if quantity.value == 1 and any(
            token.tag_ == "POS" for token in doc[after + 2 : after + _OWNER]
        ):
            # "One of Airbnb's earliest investments."
            definite = True
        if (
            quantity.vague
            or (definite and quantity.unit is None)
            or (quantity.value == 1 and definite)
        ):
            noun = next((child for child in follows.children if child.dep_ == "pobj"), None)
    elif root.dep_ in _MODIFIES and root.head.i >= after:
        noun = root.head
    if noun is None or not noun.tag_.startswith("N") or noun.i - after > _FARTHEST:
        return None
    if noun.lower_ in NOT_NOUNS:
        return None
    between = doc[after : noun.i]
    if any(token.tag_ in (".", "IN", ":") and token.lower_ != "of" for token in between):
        return None
    if noun.i + 1 < len(doc) and doc[noun.i + 1].text == "-":
        return None
    next_tag = doc[noun.i + 1].tag_ if noun.i + 1 < len(doc) else ""
    if noun.tag_ == "NN" and next_tag in ("NN", "NNS") and doc[after].text != "-":
        # "A three course meal."
        noun = doc[noun.i + 1]
    opens = all(
        token.tag_ in ("RB", "IN", "JJS") for token in doc[root.sent.start : root.left_edge.i]
    )
    if opens and not between and _is_verb(noun, quantity):
        return None
    return noun


def _is_verb(noun: Token, quantity: Quantity) -> bool:
    """Tell whether a word taken for a noun follows a plural number as its verb: ``800 flee``."""
    many = quantity.vague or (quantity.value is not None and quantity.value >= 2)
    return (
        many
        and noun.tag_ == "NN"
        and noun.text.islower()
        and not is_plural(noun.text)
        and noun.lower_ not in COLLECTIVES
        and noun.text.isalpha()
        and noun.nbor(-1).text != "-"
        and not any(child.i > noun.i and child.tag_.startswith("N") for child in noun.children)
        and noun.dep_ not in ("compound", "nmod")
    )


def _guessed(doc: Doc, text: str, quantity: Quantity) -> Counted:
    """Return the noun that was guessed without a parse, with its token where it follows."""
    words = quantity.unit_text
    if quantity.unit is None or words is None:
        return Counted(quantity.unit, words, None)
    at = text.find(words, quantity.number_end, quantity.number_end + len(words) + 6)
    tail = doc.char_span(at, at + len(words), alignment_mode="expand") if at >= 0 else None
    return Counted(quantity.unit, words, tail[-1] if tail is not None else None)


def _past_owner(doc: Doc, after: int, noun: int) -> int:
    """Return where the words begin that follow the owner of what is counted: ``the pit's``."""
    for token in doc[after:noun]:
        if token.tag_ == "POS" and (len(token) > 1 or token.nbor(-1).lower_.endswith("s")):
            return int(token.i) + 1
        if token.tag_ not in _NOMINAL and token.tag_ not in _DETERMINERS and token.i != after:
            break
    return after


def _shared_out(doc: Doc, text: str, quantity: Quantity, after: int) -> Counted:
    """Return what a fraction is of, as the unit ``% condo`` (``half the condos``)."""
    words = text[quantity.number_start : quantity.number_end]
    start = _past_owner(doc, after, after + _OWNER)
    while start < len(doc) and (doc[start].lower_ == "of" or doc[start].tag_ in _DETERMINERS):
        start += 1
    end = start
    while end < len(doc) and doc[end].tag_ in _NOMINAL:
        end += 1
    noun = doc[end - 1]
    whole = any(char.isdecimal() for char in words) or start in (after, end)
    if whole or noun.tag_ not in ("NN", "NNS"):
        return Counted(None, None, None)
    counted_words = text[doc[start].idx : noun.idx + len(noun)]
    parts = [token.text for token in doc[start : end - 1]] + [singular(noun.text)]
    return Counted(f"% {' '.join(parts)}", counted_words, noun)


def _base(token: Token) -> str:
    return lemma(token) if token.tag_ in ("JJR", "JJS") else token.text


def counted_in(doc: Doc, text: str, quantity: Quantity) -> Counted:
    """Return what a quantity counts: its own unit, the noun it modifies, or the guessed noun.

    ``text`` is the document's, which spaCy would put together anew each time it is asked.
    """
    if quantity.unit is not None and quantity.kind != "count":
        return Counted(quantity.unit, quantity.unit_text, None)
    scale = _SCALE_BEFORE.search(text, max(0, quantity.start - 24), quantity.start)
    if scale is not None:
        return Counted(scale[1].lower(), scale[1], None)
    number = doc.char_span(quantity.number_start, quantity.number_end, alignment_mode="expand")
    if number is None or quantity.end > quantity.number_end:
        return Counted(quantity.unit, quantity.unit_text, None)
    if quantity.value is not None and 0 < quantity.value < 1:
        return _shared_out(doc, text, quantity, number.end)
    noun = _counted_token(doc, quantity, number.root, number.end)
    if noun is None:
        return _guessed(doc, text, quantity)
    start = number.end
    if quantity.value != 1:
        # "One of Orvel's largest mergers" tells a kind; "17 of the country's towns" counts towns.
        start = _past_owner(doc, start, noun.i)
    while start < noun.i and (doc[start].lower_ == "of" or doc[start].tag_ in _DETERMINERS):
        start += 1
    parted = start > number.end
    counted_words = text[doc[start].idx : noun.idx + len(noun)]
    measure = unit_named(noun.text)
    if measure is not None:
        return Counted(measure[0], counted_words, None)
    words = [
        token.text
        for token in noun.lefts
        if token.i < number.start
        and token.tag_ == "JJ"
        and token.dep_ == "amod"
        and token.lower_ not in ORDER_WORDS
    ]
    words += [
        _base(token)
        for token in doc[start : noun.i]
        if token.tag_ not in _DROPPED
        # "six of the 16 skiers" counts skiers.
        and not (parted and token.tag_ == "CD")
        # "first-team players" are no first players.
        and (token.lower_ not in ORDER_WORDS or doc[token.i + 1].text == "-")
    ]
    words.append(singular(noun.text) if is_plural(noun.text) else noun.text)
    unit = " ".join(BRITISH.get(word, word) for word in words).replace(" - ", "-")
    unit = unit.removeprefix("- ")
    rate = rate_after(text, noun.idx + len(noun))
    if rate is not None and is_plural(noun.text):
        unit = f"{unit} per {rate[0]}"
    return Counted(unit, counted_words, noun)


def is_pronoun_one(text: str, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a quantity is the word ``one`` standing for a thing rather than counting."""
    if quantity.value != 1 or (quantity.unit is not None and quantity.kind != "count"):
        return False
    word = text[quantity.number_start : quantity.number_end]
    return word.lower() == "one" and counted.noun is None and quantity.end == quantity.number_end


def is_part_of_name(text: str, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a bare number stands before a proper name it belongs to (``787 Skyliner``)."""
    noun = counted.noun
    return (
        noun is not None
        and noun.tag_ == "NNP"
        and not is_plural(noun.text)
        and quantity.value is not None
        and quantity.value > 1
        and quantity.end == quantity.number_end
        and text[quantity.number_start : quantity.number_end].isdecimal()
    )
