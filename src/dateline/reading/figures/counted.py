"""The counted noun of a quantity, read from the parse, and whether ``one`` counts at all."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.reading.figures.english.nouns import (
    BRITISH,
    COLLECTIVES,
    NOT_NOUNS,
    ORDER_WORDS,
    STOPS,
)
from dateline.reading.figures.nouns import is_plural, singular
from dateline.reading.figures.quantity import Quantity
from dateline.reading.figures.units import rate_after, unit_named
from dateline.reading.table import Table


class Counted(NamedTuple):
    """A counted noun: the unit it makes, its words and its token; all None without one."""

    unit: str | None
    unit_text: str | None
    noun: int | None


_DETERMINERS = frozenset("DT PDT PRP$ POS".split())
_DROPPED = frozenset("DT PDT PRP$ POS CC VBN VBG VBD `` '' , -LRB- -RRB-".split())
_NOMINAL = frozenset("JJ NN NNS NNP".split())
_MODIFIES = frozenset("nummod quantmod amod compound nmod".split())
_JOINING = frozenset(("and", "or", ",", "&"))
_NATIONS = ("NORP", "LANGUAGE")
_CLAUSES = frozenset("ROOT conj ccomp".split())
_BREAKS = frozenset((",", "CC", ":"))
_FARTHEST = 6
_OWNER = 5
_STRETCHES = frozenset("years quarters months weeks days hours".split())
_SCALE_BEFORE = re.compile(r"\b(magnitude)(?:[- ]of| at| was| is)?[- ]$", re.IGNORECASE)
"""A scale named before its number (``a magnitude 6.4 earthquake``)."""
_QUAKE_BEFORE = re.compile(r"\b(?:quake|tremor|temblor|aftershock) (?:measur\w+|register\w+) $")
_QUAKE_AFTER = re.compile(r" (?:earthquake|quake|tremor|temblor|aftershock|on the Richter)\b")
_FORETOLD = re.compile(
    r"(?:economists|analysts|experts|investors|traders|markets)"
    r" (?:had )?(?:forecast|expect|predict|estimat|project|hope)\w*\b|forecasts?\b(?=[.,;)\n]|$)"
)
"""Who or what foretells a number, and is not counted by it."""
_SCALE = re.compile(r"\d\.\d")
"""How strong a quake was, where no scale is named (``a 7.1 tremor``)."""


def _counted_token(table: Table, quantity: Quantity, root: int, after: int) -> int | None:
    """Return the noun that a number ending before a token counts."""
    tag, size = table.tag, table.size
    noun: int | None = None
    if after < size and table.lower[after] == "of":
        definite = after + 1 < size and tag[after + 1] in _DETERMINERS
        if quantity.value == 1 and "POS" in tag[after + 2 : after + _OWNER]:
            # "One of Airbnb's earliest investments."
            definite = True
        if (
            quantity.vague
            or (definite and quantity.unit is None)
            or (quantity.value == 1 and definite)
        ):
            noun = next((c for c in table.children(after) if table.dep[c] == "pobj"), None)
    elif table.dep[root] in _MODIFIES and table.head[root] >= after:
        noun = table.head[root]
    if noun is None or not tag[noun].startswith("N") or noun - after > _FARTHEST:
        return None
    if table.lower[noun] in NOT_NOUNS or table.lower[noun] in STOPS:
        return None
    if any(tag[i] in (".", "IN", ":") and table.lower[i] != "of" for i in range(after, noun)):
        return None
    if after < size and tag[after] == "CD" and table.lower[noun] in _STRETCHES:
        # "From 9.8 billion three months earlier."
        return None
    if noun + 1 < size and table.words[noun + 1] == "-":
        return None
    adjoins = noun == after
    followed = noun + 1 < size and tag[noun + 1] in ("NN", "NNS")
    if tag[noun] == "NN" and followed and table.words[after] != "-":
        # "A three course meal."
        noun += 1
    if adjoins and _opens_clause(table, root, noun) and _is_verb(table, noun, quantity):
        return None
    return noun


def _opens_clause(table: Table, root: int, noun: int) -> bool:
    """Tell whether nothing but hedges stands before a number in its sentence or clause."""
    opens = table.sentence_of(root).start
    if table.dep[noun] in _CLAUSES:
        # "And about 1,200 arrive every day."
        breaks = (i for i in range(table.first[root] - 1, opens - 1, -1) if table.tag[i] in _BREAKS)
        opens = next(breaks, opens - 1) + 1
    return all(table.tag[i] in ("RB", "IN", "JJS") for i in range(opens, table.first[root]))


def _is_verb(table: Table, noun: int, quantity: Quantity) -> bool:
    """Tell whether a word taken for a noun follows a plural number as its verb: ``800 flee``."""
    many = quantity.vague or (quantity.value is not None and quantity.value >= 2)
    word = table.words[noun]
    return (
        many
        and table.tag[noun] == "NN"
        and word.islower()
        and not is_plural(word)
        and table.lower[noun] not in COLLECTIVES
        and word.isalpha()
        and table.words[noun - 1] != "-"
        and not any(
            c > noun and table.tag[c].startswith("N") and table.dep[c] != "npadvmod"
            for c in table.children(noun)
        )
        and table.dep[noun] not in ("compound", "nmod")
    )


def _guessed(table: Table, text: str, quantity: Quantity) -> Counted:
    """Return the noun that was guessed without a parse, with its token where it follows."""
    words = quantity.unit_text
    if quantity.unit is None or words is None:
        return Counted(quantity.unit, words, None)
    at = text.find(words, quantity.number_end, quantity.number_end + len(words) + 6)
    tail = table.over(at, at + len(words))[-1] if at >= 0 else None
    return Counted(quantity.unit, words, tail)


def _past_owner(table: Table, after: int, noun: int) -> int:
    """Return where the words begin that follow the owner of what is counted: ``the pit's``."""
    for i in range(after, min(noun, table.size)):
        tag = table.tag[i]
        if tag == "POS" and (len(table.words[i]) > 1 or table.lower[i - 1].endswith("s")):
            return i + 1
        if tag not in _NOMINAL and tag not in _DETERMINERS and i != after:
            break
    return after


def _past_articles(table: Table, start: int, stop: int) -> int:
    while start < stop and (table.lower[start] == "of" or table.tag[start] in _DETERMINERS):
        if table.words[start + 1] == "-":
            # "No-confidence votes."
            break
        start += 1
    return start


def _shared_noun(table: Table, text: str, nation: int) -> Counted | None:
    """Return what a number of one nation's counts that leaves its noun to the next number.

    ``150 Indian and 20 Nepali pilgrims``.
    """
    doc, tag, size = table.doc, table.tag, table.size
    if nation + 3 >= size or doc[nation].ent_type_ not in _NATIONS or tag[nation] == "NNPS":
        return None
    link, number = nation + 1, nation + 2
    if table.lower[link] not in _JOINING or tag[number] != "CD":
        return None
    noun = number + 1
    while noun < size and tag[noun] in _NOMINAL and tag[noun] != "NNS":
        noun += 1
    if noun >= size or tag[noun] != "NNS" or noun == number + 1:
        return None
    what = f"{table.words[nation]} {singular(table.words[noun])}"
    return Counted(what, text[table.start[nation] : table.end[nation]], None)


def _shared_out(table: Table, text: str, quantity: Quantity, after: int) -> Counted:
    """Return what a fraction is of, as the unit ``% condo`` (``half the condos``)."""
    words = text[quantity.number_start : quantity.number_end]
    start = _past_articles(table, _past_owner(table, after, after + _OWNER), table.size)
    end = start
    while end < table.size and table.tag[end] in _NOMINAL:
        end += 1
    noun = end - 1
    whole = any(char.isdecimal() for char in words) or start in (after, end)
    if whole or table.tag[noun] not in ("NN", "NNS"):
        return Counted(None, None, None)
    parts = [*table.words[start:noun], singular(table.words[noun])]
    return Counted(f"% {' '.join(parts)}", text[table.start[start] : table.end[noun]], noun)


def counted_in(table: Table, text: str, quantity: Quantity) -> Counted:
    """Return what a quantity counts: its own unit, the noun it modifies, or the guessed noun."""
    if quantity.unit is not None and quantity.kind != "count":
        return Counted(quantity.unit, quantity.unit_text, None)
    scale = _SCALE_BEFORE.search(text, max(0, quantity.start - 24), quantity.start)
    if scale is not None:
        return Counted(scale[1].lower(), scale[1], None)
    if _SCALE.fullmatch(text, quantity.start, quantity.number_end) and (
        _QUAKE_AFTER.match(text, quantity.number_end)
        or _QUAKE_BEFORE.search(text, max(0, quantity.start - 40), quantity.start)
    ):
        return Counted("magnitude", None, None)
    if quantity.end > quantity.number_end:
        return Counted(quantity.unit, quantity.unit_text, None)
    number = table.over(quantity.number_start, quantity.number_end)
    if quantity.value is not None and 0 < quantity.value < 1:
        return _shared_out(table, text, quantity, number.stop)
    noun = _counted_token(table, quantity, table.top_of(number), number.stop)
    shared = _shared_noun(table, text, number.stop) if noun in (None, number.stop) else None
    if shared is not None:
        return shared
    if noun is None:
        return _guessed(table, text, quantity)
    if _FORETOLD.match(text, table.start[noun]):
        # "More than the 180,000 economists had forecast."
        return Counted(None, None, None)
    start = number.stop
    if quantity.value != 1:
        # "One of Orvel's largest mergers" tells a kind; "17 of the country's towns" counts towns.
        start = _past_owner(table, start, noun)
    start = _past_articles(table, start, noun)
    counted_words = text[table.start[start] : table.end[noun]]
    measure = unit_named(table.words[noun])
    if measure is not None:
        return Counted(measure[0], counted_words, None)
    unit = _unit_of(table, number, start, noun)
    if is_plural(table.words[noun]) and (rate := rate_after(text, table.end[noun])) is not None:
        unit = f"{unit} per {rate[0]}"
    return Counted(unit, counted_words, noun)


def _unit_of(table: Table, number: range, start: int, noun: int) -> str:
    """Return the words of a counted noun in the singular, those from a start on."""
    words, lower, tag = table.words, table.lower, table.tag
    parts = [
        words[i]
        for i in table.children(noun)
        if i < number.start
        and tag[i] == "JJ"
        and table.dep[i] == "amod"
        and lower[i] not in ORDER_WORDS
        # "150 Indian and 20 Nepali pilgrims" has two numbers.
        and not any(table.dep[child] == "nummod" for child in table.children(i))
    ]
    parts += [
        table.lemma_of(i) if tag[i] in ("JJR", "JJS") else words[i]
        for i in range(start, noun)
        if (tag[i] not in _DROPPED or words[i + 1] == "-")
        # "six of the 16 skiers" counts skiers.
        and not (start > number.stop and tag[i] == "CD")
        # "first-team players" are no first players.
        and (lower[i] not in ORDER_WORDS or words[i + 1] == "-")
    ]
    parts.append(singular(words[noun]) if is_plural(words[noun]) else words[noun])
    unit = " ".join(BRITISH.get(part, part) for part in parts).replace(" - ", "-")
    return unit.removeprefix("- ")


def is_pronoun_one(text: str, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a quantity is the word ``one`` standing for a thing rather than counting."""
    if quantity.value != 1 or (quantity.unit is not None and quantity.kind != "count"):
        return False
    word = text[quantity.number_start : quantity.number_end]
    return word.lower() == "one" and counted.noun is None and quantity.end == quantity.number_end


def is_part_of_name(table: Table, text: str, quantity: Quantity, counted: Counted) -> bool:
    """Tell whether a bare number stands before a proper name it belongs to (``787 Skyliner``)."""
    noun = counted.noun
    return (
        noun is not None
        and table.tag[noun] == "NNP"
        and not is_plural(table.words[noun])
        and quantity.value is not None
        and quantity.value > 1
        and quantity.end == quantity.number_end
        and text[quantity.number_start : quantity.number_end].isdecimal()
    )
