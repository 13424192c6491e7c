"""The counted noun of a quantity, read from the parse, and whether ``one`` counts at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.reading.figures.nouns import is_plural, singular
from dateline.reading.figures.quantity import Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Counted(NamedTuple):
    """A counted noun: the unit it makes, its words and its token; all None without one."""

    unit: str | None
    unit_text: str | None
    noun: Token | None


_LIGHT = frozenset("DT PDT PRP$ POS , -LRB- -RRB- `` '' : HYPH".split())


def counted_in(doc: Doc, quantity: Quantity) -> Counted:
    """Return what a quantity counts: its own unit, the noun it modifies, or the guessed noun."""
    if quantity.unit is not None and quantity.kind != "count":
        return Counted(quantity.unit, quantity.unit_text, None)
    number = doc.char_span(quantity.number_start, quantity.number_end, alignment_mode="expand")
    if number is None or quantity.end > quantity.number_end:
        return Counted(quantity.unit, quantity.unit_text, None)
    root = number.root
    after = number.end
    noun: Token | None = None
    of = doc[after] if after < len(doc) and doc[after].lower_ == "of" else None
    if of is not None and (quantity.vague or quantity.value == 1):
        noun = next((child for child in of.children if child.dep_ == "pobj"), None)
    elif root.dep_ in ("nummod", "quantmod", "amod", "compound", "nmod") and root.head.i >= after:
        noun = root.head
        if not noun.tag_.startswith("N"):
            noun = None
    if noun is not None and (
        noun.i - after > 5 or any(t.tag_ in (",", ".") for t in doc[after : noun.i])
    ):
        noun = None
    if noun is None:
        if quantity.unit is None:
            return Counted(None, None, None)
        end = quantity.number_end + 1 + len(quantity.unit_text or "")
        tail = doc.char_span(quantity.number_end + 1, end, alignment_mode="expand")
        return Counted(quantity.unit, quantity.unit_text, tail[-1] if tail is not None else None)
    start = noun.doc[after] if of is None else noun.doc[of.i + 1]
    while start.i < noun.i and start.tag_ in _LIGHT:
        start = start.nbor()
    words = [
        token.text for token in doc[start.i : noun.i] if token.tag_ not in ("DT", "PRP$", "CC")
    ]
    words.append(singular(noun.text) if is_plural(noun.text) else noun.text)
    text = doc.text[start.idx : noun.idx + len(noun)]
    return Counted(" ".join(words).replace(" - ", "-").replace(" 's", "'s"), text, noun)


def is_pronoun_one(doc: Doc, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a quantity is the word ``one`` standing for a thing rather than counting."""
    if quantity.value != 1 or quantity.unit is not None and quantity.kind != "count":
        return False
    word = doc.text[quantity.number_start : quantity.number_end]
    return word.lower() == "one" and counted.noun is None and quantity.end == quantity.number_end
