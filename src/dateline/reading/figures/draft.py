"""A quantity being put together: number, sign, scale mark, unit and rate."""

from __future__ import annotations

import math
import re

from dateline.reading.figures.english.currencies import PREFIXED_DOLLARS
from dateline.reading.figures.english.numbers import SAFE_SUFFIXES, SCALE_SUFFIXES, SCALES
from dateline.reading.figures.english.phrases import METRE_TAILS
from dateline.reading.figures.english.units import MASS_CUES, MONEY_CUES, MONEY_THINGS
from dateline.reading.figures.scan import Number
from dateline.reading.figures.units import currency_before, rate_after, unit_after
from dateline.records import Bound


class Draft:
    """A quantity being put together."""

    __slots__ = (
        "bound", "end", "hyphen", "kind", "number", "part_of", "start", "unit", "unit_text",
        "value",
    )  # fmt: skip

    def __init__(self, number: Number) -> None:
        self.number = number
        self.start = number.start
        self.end = number.end
        self.value = number.value
        self.unit: str | None = None
        self.unit_text: str | None = None
        self.kind: str | None = None
        self.bound: Bound = "="
        self.hyphen = False
        self.part_of = False


_SUFFIX = re.compile(
    r"( ?)(lakhs|crores|millions|billions|mln|bln|mn|bn|trn|tn|mil|bil|tr|cr|MLN|BLN|BN|TRN"
    r"|[kKmMbBt])\b"
    r"(?![/²³'’])"
)
_LONG = re.compile(rf" ?[-(]? ?{METRE_TAILS}")
_AGE = re.compile(r"(?: - olds?\b|[- ]olds?\b|[- ]years?[- ](?:old|of age)s?\b| of age\b)")
_YO = re.compile(r"[ -]?(?:yo|y/o|y\.o\.)\b")
_MINUS = re.compile(r"(?:(?<![\w)])[-−–]|\bminus[ -]|\bnegative )$")
_BEFORE_MINUS = ("-", "−", "–", "minus ", "minus-", "negative ", "\n")
"""What a text ends in before a number with a minus; its last line may end there."""
_SPACED_MINUS = re.compile(r"(?<![\d)°CF]) [-−–] $")
_PART_OF = re.compile(r" of an?(?: US| U\.S\.)?(?= )")
_ABROAD = re.compile(r" (US|U\.S\.|CDN|Cdn|AUD|CAD|NZD)(?= |$|[,.;)])")
_TIME_UNITS = frozenset("year month week day".split())


def _suffix(text: str, draft: Draft) -> bool:
    """Take a scale mark such as ``bn`` into the number; tells whether there was one."""
    match = _SUFFIX.match(text, draft.end)
    if match is None or draft.number.fraction:
        return False
    mark = match[2] if len(match[2]) == 1 else match[2].lower()
    spaced = bool(match[1])
    money = draft.kind == "money"
    if mark not in SAFE_SUFFIXES and not money:
        if mark == "t" or (spaced and mark != "B"):
            return False
        if mark in "mM" and (
            mark == "m" and (_LONG.match(text, match.end()) or not draft.number.digits)
        ):
            return False
    if spaced and mark in "mMkKbt" and text[match.end() : match.end() + 1].isalpha():
        return False
    draft.value *= SCALE_SUFFIXES[mark]
    draft.number.end = match.end()
    draft.end = match.end()
    draft.number.scaled, draft.number.plain = True, False
    return True


def _age(text: str, draft: Draft, end: int) -> int | None:
    match = _AGE.match(text, end)
    return match.end() if match else None


def add_unit(text: str, draft: Draft) -> None:
    """Add currency, scale mark, unit of measure and rate to a number."""
    number = draft.number
    before = currency_before(text, draft.start) if number.digits or number.scaled else None
    if before is not None:
        code, start, scale, negative = before
        draft.unit, draft.kind, draft.start = code, "money", start
        draft.unit_text = text[start : number.start].strip(" -−–")
        draft.value *= -scale if negative else scale
    elif text.endswith(_BEFORE_MINUS, 0, number.start):
        minus = _MINUS.search(text[max(0, number.start - 9) : number.start])
        if minus is not None:
            draft.value = -draft.value
            draft.start = number.start - len(minus.group())
    if draft.kind == "money":
        abroad = _ABROAD.match(text, draft.end)
        if abroad is not None and draft.unit == "USD":
            draft.unit = PREFIXED_DOLLARS[abroad[1].lower()]
            draft.end = abroad.end()
    _suffix(text, draft)
    yo = _YO.match(text, draft.end)
    if yo is not None:
        draft.unit, draft.kind, draft.end = "year of age", "age", yo.end()
        draft.unit_text = yo.group().strip(" -")
        return
    at = draft.end
    measure = unit_after(
        text, at + (3 if text.startswith(" of ", at) and number.low is not None else 0)
    )
    part = _PART_OF.match(text, at) if number.fraction and number.digits else None
    if part is not None:
        measure = unit_after(text, part.end())
    if measure is None:
        if draft.kind == "money":
            _add_rate(text, draft)
        return
    name, kind, end = measure
    if draft.kind == "money":
        if kind == "money":
            if draft.unit == "USD" and name not in ("cent", "USD"):
                draft.unit = name
            draft.end = end
            after = _SUFFIX_WORD.match(text, end)
            if after and not number.scaled:
                draft.value *= {"m": 1e6, "b": 1e9, "t": 1e12}[after[1][0].lower()]
                draft.end = after.end()
        _add_rate(text, draft)
        return
    if kind == "time" and name in _TIME_UNITS:
        age_end = _age(text, draft, end)
        if age_end is not None:
            draft.unit, draft.kind, draft.end = f"{name} of age", "age", age_end
            draft.unit_text = text[at:age_end].strip(" -")
            return
    if name == "GBP" and text[at:end].strip(" -").lower() in ("pound", "pounds"):
        kind = "money"
    if text[end - 1] == "F" and "capacit" in text.lower():
        name, kind = "farad", "capacitance"
    draft.unit, draft.kind = name, kind
    if kind == "temperature" and _SPACED_MINUS.search(
        text[max(0, number.start - 3) : number.start]
    ):
        draft.value, draft.start = -abs(draft.value), number.start - 2
    draft.hyphen = text[at : at + 1] == "-"
    draft.unit_text = text[at:end].strip(" -")
    draft.end = end
    if kind == "money":
        after = _SUFFIX_WORD.match(text, end)
        if after and not number.scaled:
            draft.value *= {"m": 1e6, "b": 1e9, "t": 1e12}[after[1][0].lower()]
            draft.end = after.end()
    _add_rate(text, draft)


_SUFFIX_WORD = re.compile(r" (million|billion|trillion)\b")


def _add_rate(text: str, draft: Draft) -> None:
    if draft.unit is None:
        return
    rate = rate_after(text, draft.end)
    if rate is None or draft.kind in ("multiple", "age"):
        return
    name, end = rate
    if draft.kind in ("percent", "point", "percentage point", "basis point"):
        return
    draft.unit = f"{draft.unit} per {name}"
    draft.end = end


def settle_pound(text: str, draft: Draft, before: Draft | None) -> None:
    """Decide whether a bare pound is money or weight; ``before`` is the last one decided on.

    Pounds of a thing are weight, of money's kin (``pounds of debt``) money; so are those in, worth
    or per stretch of time. What is left is told by the words around and by the size.
    """
    low = max(0, draft.start - 60)
    around = set(re.findall(r"[a-z]+", text[low : draft.end + 50].lower()))
    thing = _POUNDS_OF.match(text, draft.end)
    if thing is not None:
        money = not MONEY_THINGS.isdisjoint(thing[1].lower().split())
    elif _POUNDS_AS_MONEY.match(text, draft.end) is not None:
        money = MASS_CUES.isdisjoint(around)
    elif before is not None and _FROM_POUNDS.fullmatch(text, before.end, draft.start) is not None:
        money = before.kind == "money"
    else:
        money = draft.value >= 1e6 or (bool(around & MONEY_CUES) and not around & MASS_CUES)
    if money:
        draft.unit, draft.kind = "GBP", "money"
    else:
        draft.unit, draft.kind = "pound-mass", "weight"


_FROM_POUNDS = re.compile(
    r"[^.;\n]{0,60}\b(?:from|than|with|to|against)(?: (?:about|around|nearly|just|the))? "
)
"""What stands before pounds that are set beside others."""
_POUNDS_OF = re.compile(r" of ((?:[\w’'-]+ ?){1,4})")
_POUNDS_AS_MONEY = re.compile(
    r"['’]? (?:sterling|worth)\b| in (?:[a-z-]+ ){0,2}(?:" + "|".join(sorted(MONEY_THINGS)) + r")\b"
    r"| (?:a|an|per|each|every) (?:hour|day|night|week|month|year|head|person|household|family)\b"
)


_LEADING = re.compile(r"\d[\d,]*(?:\.\d+)?")
_PARTS = re.compile(r"[\s-]+")
_NEAR = 10.0
"""How many times as much a number may fall from that leaves out the scale of the lower one."""


def share_scale(text: str, left: Draft, right: Draft, *, moves: bool = False) -> None:
    """Let ``$10 to $15 billion`` and ``from 21 to 18.5 million`` share their scale."""
    if left.number.scaled or not right.number.scaled or left.value >= 1000:
        return
    words = text[right.number.start : right.number.end].lower()
    leading = _LEADING.match(words)
    if leading is not None:
        written = float(leading.group().replace(",", ""))
        scale = abs(right.value) / written if written else 1.0
    else:
        scale = math.prod(SCALES.get(word, 1.0) for word in _PARTS.split(words))
    if left.value * scale <= right.value * (_NEAR if moves else 1.0):
        left.value *= scale
        left.number.scaled = True
