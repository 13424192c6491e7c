"""Units and currencies as written after or before a number, and what they measure.

Conversion stands on a table made from pint (`dateline.reading.figures.build_base_units`).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.reading.figures.english.currencies import (
    AMBIGUOUS,
    CODES,
    NAMES,
    PREFIXED_DOLLARS,
    PREFIXES,
    SIGNS,
)
from dateline.reading.figures.english.phrases import NOT_CODES
from dateline.reading.figures.english.units import (
    AMBIGUOUS_WORDS,
    RATE_NOUNS,
    UNITS,
)
from dateline.reading.figures.nouns import singular


class Measure(NamedTuple):
    """A unit found in the text: its name, kind and where its words end."""

    name: str
    kind: str
    end: int


_BY_NAME = {unit.name: unit for unit in UNITS}
_WORDS: dict[str, tuple[str, str]] = {}
_SYMBOLS: dict[str, tuple[str, str]] = {}
for _unit in UNITS:
    for _word in _unit.words:
        _WORDS[_word] = (_unit.name, _unit.kind)
        _WORDS.setdefault(_word + "s", (_unit.name, _unit.kind))
    for _symbol in _unit.symbols:
        _SYMBOLS[_symbol] = (_unit.name, _unit.kind)
for _name, _code in NAMES.items():
    _WORDS.setdefault(_name, (_code, "money"))
    _WORDS.setdefault(_name + "s", (_code, "money"))
for _code in CODES:
    _SYMBOLS[_code] = ("CNY" if _code == "RMB" else _code, "money")
    _WORDS.setdefault(_code.lower(), _SYMBOLS[_code])
for _sign, _code in SIGNS.items():
    _SYMBOLS[_sign] = (_code, "money")
for _surface in NOT_CODES:
    _WORDS.pop(_surface, None)
_SYMBOLS["US dollars"] = ("USD", "money")
_LONGEST = 4
_OPENING = frozenset(words.split(" ")[0] for words in _WORDS if " " in words)
"""The first words of units that have several."""
_TOKEN = re.compile(
    r"[ \u00a0-]?-? ?[(\[{<]?"
    r"((?:[A-Za-zµμÅΩ°º](?:[A-Za-zµμÅΩº’]|\.(?=[A-Za-z]\.))*(?:/[A-Za-z]+)?\.?[²³23]?)"
    r"(?![A-Za-z0-9])|[%％°€$£¥₹₽₩₺₪₫₡₿″′²×¢℃℉])"
)
_SINGLE = frozenset("m g l L V W N J C F h s p x T t A a R K".split())
_CLOSED = re.compile(r"[)\]}>]")
_PER = re.compile(
    r"(?: ?/ ?| - an? - | (?:per|an?|every|each) |-(?:per|an?)-)([A-Za-z]+(?:[ -][A-Za-z]+)?)", re.I
)


_PAST = re.compile(r" ?(?:ago|earlier|later|before|ahead|old)\b")


def _lookup(words: list[str]) -> tuple[str, str] | None:
    phrase = " ".join(words)
    if len(words) == 1 and phrase in _SYMBOLS:
        return _SYMBOLS[phrase]
    low = phrase.lower()
    found = _WORDS.get(low)
    if found is None and len(words) == 1 and "/" in phrase:
        above, _, below = phrase.rstrip(".").partition("/")
        top = _SYMBOLS.get(above) or _WORDS.get(above.lower())
        bottom = _SYMBOLS.get(below) or _WORDS.get(below.lower())
        if top and bottom:
            return f"{top[0]} per {bottom[0]}", "rate"
    if found is None and low.endswith("."):
        found = _WORDS.get(low[:-1])
    if found is None and len(words) == 1 and phrase.endswith("."):
        found = _SYMBOLS.get(phrase[:-1])
    return found


def unit_after(text: str, position: int) -> Measure | None:
    """Return the unit of measure or currency whose words start right after a number."""
    first = _TOKEN.match(text, position)
    if first is None:
        return None
    words = [first[1]]
    ends = [first.end()]
    longest = _LONGEST if first[1].lower() in _OPENING else 1
    while len(words) < longest and words[-1][-1].isalpha() | (words[-1][-1] in ".-°%"):
        token = _TOKEN.match(text, ends[-1])
        if token is None or text[ends[-1]] not in " -":
            break
        words.append(token[1])
        ends.append(token.end())
    for count in range(len(words), 0, -1):
        found = _lookup(words[:count])
        if found is None:
            continue
        end = ends[count - 1]
        word = words[0]
        if word[:1].isupper() and word.lower().rstrip("s") in AMBIGUOUS_WORDS and count == 1:
            continue
        if count == 1:
            adjacent = first.start(1) == position
            spaced = first.start(1) - position
            if word in _SINGLE and not _single_letter_fits(text, word, position, end, adjacent):
                continue
            if word == "in" and not re.search(
                r"\b(?:ft|feet|foot) $", text[max(0, position - 9) : position].rstrip("0123456789")
            ):
                continue
            if word == "′" and text[end : end + 1].isalpha():
                continue
            if word in SIGNS and (spaced > 1 or text[end : end + 1].isdigit()):
                continue
            if (
                word.lower().rstrip("s") in AMBIGUOUS
                and not text[position - 1].isdigit()
                and (text[position - 1] != "n")
            ):
                continue
        if words[count - 1].endswith(".") and not any(c == "." for c in words[count - 1][:-1]):
            end -= 1
        opened = re.search(r"[(\[{<]", text[position : first.start(1)])
        if opened:
            if _CLOSED.match(text, end) is None:
                return None
            end += 1
        return Measure(found[0], found[1], end)
    return None


# "Model 3s" and "2031s" are plurals and possessives, not stretches of time.
_NAMED = re.compile(r"[A-Z]\w* \d+$|(?<!\d)(?:19|20)\d\d$")


def _single_letter_fits(text: str, letter: str, start: int, end: int, adjacent: bool) -> bool:
    if letter in "aAtTKNxRp" and not adjacent:
        return letter == "R" and text.startswith(" per ", end)
    if letter in "aTtK":
        return False
    if letter == "s" and (not adjacent or _NAMED.search(text[max(0, start - 24) : start])):
        return False
    return not text[end : end + 1].isalnum()


def rate_after(text: str, end: int) -> tuple[str, int] | None:
    """Return what a unit is counted by (``per barrel``, ``a share``), and where it ends."""
    match = _PER.match(text, end)
    if match is None or _PAST.match(text, match.end()):
        return None
    joined = match.group().strip(" /-").split()[0].lower() if "/" not in match.group() else "per"
    words = match[1].split(" ")
    if len(words) > 1 and _PAST.fullmatch(words[1]):
        return None
    for count in (2, 1):
        if len(words) < count:
            continue
        phrase = " ".join(words[:count]).lower()
        stop = match.start(1) + len(" ".join(words[:count]))
        found = _WORDS.get(phrase) or (
            _SYMBOLS.get(" ".join(words[:count])) if "/" in match.group() else None
        )
        if found is not None and found[1] not in ("percent", "multiple"):
            if found[0] in AMBIGUOUS_WORDS and joined in ("a", "an") and found[0] != "second":
                continue
            return found[0], stop
        if count == 1 and (
            phrase in RATE_NOUNS or singular(phrase) in RATE_NOUNS or joined.startswith("per")
        ):
            return singular(phrase), stop
    return None


_BEFORE = re.compile(
    r"(?:(?P<letters>[A-Za-z]{1,3}|U\.S\.) ?(?P<dollar>\$) ?|\$ ?(?P<after>US|A|C|NZ|HK|S) ?"
    r"|(?P<sign>["
    + "".join(re.escape(sign) for sign in SIGNS if sign != "¢")
    + r"]) ?|(?<![A-Za-z])(?P<word>"
    + "|".join(
        sorted(
            (
                re.escape(p)
                for p in {*PREFIXES, *CODES, *(c.lower() for c in ("USD", "EUR", "GBP", "RMB"))}
            ),
            key=lambda p: (-len(p), p),
        )
    )
    + r") ?)(?P<minus>[-−–])?$"
)


def currency_before(text: str, start: int) -> tuple[str, int, float, bool] | None:
    """Return the currency written before a number: code, start, scale and whether negative."""
    if not start or (text[start - 1] not in _BEFORE_ENDS):
        return None
    low = max(0, start - 9)
    match = _BEFORE.search(text[low:start])
    if match is None:
        return None
    at = low + match.start()
    if match["word"] and at > 1 and text[at - 1] == " " and text[at - 2].isdigit():
        return None
    negative = match["minus"] is not None
    if match["dollar"]:
        letters = match["letters"].lower()
        code = PREFIXED_DOLLARS.get(letters)
        if code is None:
            return "USD", low + match.start("dollar"), 1.0, negative
        if len(letters) == 1 and match["letters"].islower() and letters != "c":
            return "USD", low + match.start("dollar"), 1.0, negative
        if at and text[at - 1].isalpha():
            return "USD", low + match.start("dollar"), 1.0, negative
        return code, at, 1.0, negative
    if match["after"]:
        return PREFIXED_DOLLARS[match["after"].lower()], at, 1.0, negative
    if match["sign"]:
        return SIGNS[match["sign"]], at, 1.0, negative
    word = match["word"]
    if len(word) == 1 and match.end() - match.start() > 1 and not negative:
        return None
    scale = 1e6 if len(word) == 4 and word[0] == "M" and word[1:] in CODES else 1.0
    code = PREFIXES.get(word) or word.upper()
    return ("CNY" if code == "RMB" else code), at, scale, negative


_BEFORE_ENDS = frozenset(
    " -−–=.$"
    + "".join(SIGNS)
    + "".join(p[-1] for p in PREFIXES)
    + "".join(c[-1] for c in CODES)
    + "dprb"
)


@cache
def _base_units() -> dict[str, tuple[float, float, str]]:
    data = Path(__file__).with_name("base_units.json").read_bytes()
    return msgspec.json.decode(data, type=dict[str, tuple[float, float, str]])


def in_base_units(value: float, unit: str) -> tuple[float, str] | None:
    """Return a value of a unit of measure in SI base units and their dimension, or None.

    Values of one dimension can be compared after this: 3 km and 3,000 m come out alike.
    """
    base = _base_units().get(unit)
    if base is None:
        return None
    factor, zero, dimension = base
    return value * factor + zero, dimension


def kind_of_unit(unit: str | None) -> str | None:
    """Return what a normalised unit measures: ``money``, ``percent``, ``length``, ``age`` …

    A counted noun is ``count``; people of any sort are ``people``; no unit is None.
    """
    from dateline.reading.figures.nouns import is_person

    if unit is None:
        return None
    head = unit.split(" per ")[0]
    if head in _BY_NAME:
        return _BY_NAME[head].kind
    if head in CODES or head in ("BTC",) or head in NAMES.values():
        return "money"
    if unit.endswith(" of age"):
        return "age"
    return "people" if is_person(unit.split()[-1]) else "count"


def unit_named(word: str) -> tuple[str, str] | None:
    """Return name and kind of the unit of measure a word names, or None."""
    found = _WORDS.get(word.lower())
    return (
        found
        if found is not None
        and (
            found[1] != "multiple"
            and singular(word.lower()) not in AMBIGUOUS_WORDS
            and len(word) > 2
        )
        else None
    )
