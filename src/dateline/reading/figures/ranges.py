"""Joins numbers that make one range or one movement, and shares units between listed numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.reading.figures.draft import Draft, share_scale
from dateline.reading.figures.english.phrases import HEDGE, MOVED
from dateline.reading.figures.nouns import counted_noun
from dateline.reading.figures.quantity import Quantity

_TO = re.compile(rf"\s*(?:-|–|—|−)\s*|-to-|\s+(?:to|through)\s+{HEDGE}?", re.I)
_HYPHEN = re.compile(r"\s*[-–—−]\s*")
_AND = re.compile(r"\s+(?:and|to)\s+", re.I)
_BETWEEN = re.compile(r"\bbetween(?: about| around| roughly)?\s$", re.I)
_FROM = re.compile(
    r"\bfrom(?: about| around| roughly| nearly| between| just| a| an| the| some| over)*\s$", re.I
)
_GAP_TO = re.compile(rf"(?:[^.;:,\d\n()]{{0,40}}?)\s(?:to|into)\s{HEDGE}?", re.I)
_LIST = re.compile(
    r"(?:-|–|,)?\s*(?:and|or|to|,|-|–|/)\s*(?:an?other |about |around |nearly |as much as )?"
)
_SPORT = re.compile(
    r"\b(?:goal|match|game|scored|league|striker|innings|coach|season|points per)\b", re.I
)
_SLASH = re.compile(r"\s?/\s?")
_BY = re.compile(rf"\bby {HEDGE}?$")
_LEVEL_OF_MOVE = 5
"""A move by so many comes to a level of more than so many times as much."""
_MOST_PERCENT = 1000
_LEAST_SCALED = 1000


def share_units(text: str, drafts: Sequence[Draft]) -> None:
    """Give a number without a unit the one of the number it is joined to by and, or, to."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        gap = text[left.end : right.start]
        if left.unit is not None or len(gap) > 18 or not _LIST.fullmatch(gap):
            continue
        if _to_a_level(left, right, gap):
            continue
        if right.unit is None or right.kind == "multiple":
            continue
        if right.kind == "percent" and left.value > _MOST_PERCENT:
            # "A deficit of 4.6 billion, or 3.1% of output."
            continue
        joined = "and" in gap or "," in gap
        if right.kind == "money" and right.start < right.number.start:
            continue
        if joined and right.kind == "age":
            continue
        if joined and not gap.startswith(("-", "–")) and right.hyphen and not left.number.digits:
            continue
        left.unit, left.kind, left.unit_text = right.unit, right.kind, right.unit_text


def _to_a_level(left: Draft, right: Draft, gap: str) -> bool:
    """Tell whether a fraction is how far something moved to a level: ``by a third to $84m``."""
    return left.number.fraction and not right.number.fraction and gap.strip() == "to"


def _same_unit(left: Draft, right: Draft) -> bool:
    return (
        left.unit is None
        or right.unit is None
        or left.unit == right.unit
        or (
            left.kind == "money"
            and right.kind == "money"
            and (right.unit.startswith(left.unit) or left.unit.startswith(right.unit))
        )
    )


_ODDS = re.compile(r"\bodds|\bratio|\bmajority|\bto one\b|\boutnumber", re.I)
_OUT_OF = re.compile(r" (?:in|out of|in every|of every|out of every) ")
_WHOLES = frozenset(
    (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 500, 1000, 10000, 100000, 1000000)
)


def _is_proportion(text: str, left: Draft, right: Draft, gap: str) -> bool:
    """Tell whether two numbers are a proportion (``one in five voters``)."""
    return (
        left.unit is None
        and right.kind in (None, "count")
        and 0 < left.value < right.value
        and left.value <= 10
        and right.value in _WHOLES
        and _OUT_OF.fullmatch(gap) is not None
        and not (left.number.digits and gap == " in " and left.value > 1)
    )


def _is_range(text: str, left: Draft, right: Draft) -> str | None:
    """Return ``range`` or ``change`` when two neighbouring numbers belong together."""
    gap = text[left.end : right.start]
    if right.value < 0 and not gap.strip() and left.number.digits and text[right.start] in "-–−":
        # What looked like a sign is the dash of a range.
        right.value = -right.value
        right.start += 1
        gap = "-"
    if left.number.low is not None or right.number.low is not None:
        return None
    if "\n" in gap or len(gap) > 60:
        return None
    before = text[max(0, left.start - 40) : left.start]
    if not _same_unit(left, right) or _to_a_level(left, right, gap):
        return None
    if _AND.fullmatch(gap) and _BETWEEN.search(before):
        return "range"
    if _is_proportion(text, left, right, gap):
        return "proportion"
    if _SLASH.fullmatch(gap) and left.kind == right.kind == "money":
        return "range"
    if _TO.fullmatch(gap):
        if _HYPHEN.fullmatch(gap):
            bare = left.unit is None and right.unit is None
            if left.value >= right.value or (bare and _SPORT.search(text) is not None):
                return "score" if bare else None
            return "range"
        if _FROM.search(before):
            return "change"
        own = left.end > left.number.end or left.start < left.number.start
        if own and _MOVED.search(before) is not None and not _HYPHEN.fullmatch(gap):
            return None
        if right.value > 30 * abs(left.value) > 0 and not right.number.scaled:
            return None
        if right.value > _LEVEL_OF_MOVE * abs(left.value) and _BY.search(before) is not None:
            # "Fell by 60,000 to 1.5 million."
            return None
        if left.value > right.value > 0 and _ODDS.search(
            text, max(0, left.start - 40), right.end + 12
        ):
            return "odds"
        if left.unit is not None and left.value > right.value:
            return None
        return "range" if left.value != right.value else None
    if _FROM.search(before) and _GAP_TO.fullmatch(gap):
        return "change"
    return None


_MOVED = re.compile(rf"\b{MOVED}\s(?:by |{HEDGE})?$")


def joined(text: str, drafts: Sequence[Draft]) -> tuple[Quantity, ...]:
    """Return the quantities of drafts in text order, ranges and movements made one."""
    out: list[Quantity] = []
    index = 0
    while index < len(drafts):
        left = drafts[index]
        right = drafts[index + 1] if index + 1 < len(drafts) else None
        kind = None
        if right is not None and index + 2 < len(drafts) and _opens_range(text, drafts, index):
            # "From 24 to 33-35 billion": the level before, then a range.
            end = drafts[index + 2]
            if left.unit is None and end.unit is not None:
                left.unit, left.kind, left.unit_text = end.unit, end.kind, end.unit_text
            share_scale(text, left, end)
            out += [_single(text, left), _range(text, right, end, "range")]
            index += 3
            continue
        if right is not None:
            if left.kind == "money" and right.unit is None and left.unit is not None:
                cents = _cents(text, left, right)
                if cents is not None:
                    left.value += cents
                    left.end = right.end
                    out.append(_single(text, left))
                    index += 2
                    continue
            kind = _is_range(text, left, right)
        if right is not None and kind in ("proportion", "odds"):
            left.value /= right.value
            left.end = right.end
            left.unit, left.kind = None, "ratio"
            out.append(_single(text, left))
            index += 2
            continue
        if kind == "score":
            index += 2
            continue
        if right is not None and kind is not None:
            out.append(_range(text, left, right, kind))
            index += 2
            continue
        if right is not None and _subunit(text, left, right):
            left.value += right.value / 100
            left.end = right.end
            index += 1
        out.append(_single(text, left))
        index += 1
    return tuple(out)


def _opens_range(text: str, drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a number moves to a range."""
    left, right, end = drafts[index : index + 3]
    return (
        _FROM.search(text[max(0, left.start - 40) : left.start]) is not None
        and _TO.fullmatch(text[left.end : right.start]) is not None
        and _HYPHEN.fullmatch(text[right.end : end.start]) is not None
        and _is_range(text, right, end) == "range"
    )


_AND_CENTS = re.compile(r"(?:,? and)? ")


def _subunit(text: str, left: Draft, right: Draft) -> bool:
    return (
        left.kind == "money"
        and right.unit in ("cent", "penny")
        and right.value < 100
        and left.unit not in ("cent", "penny")
        and _AND_CENTS.fullmatch(text[left.end : right.start]) is not None
    )


def _cents(text: str, left: Draft, right: Draft) -> float | None:
    """Return the hundredths of ``15 dollars 50``, when nothing is counted by the second number."""
    if left.start == left.number.start and _AND_CENTS.fullmatch(text[left.end : right.start]):
        rest = text[right.end : right.end + 2]
        if (
            right.value < 100
            and (right.number.plain or not right.number.digits)
            and (not rest.strip() or rest[0] in ".,;)")
        ):
            return right.value / 100
    return None


def add_noun(text: str, draft: Draft) -> None:
    """Guess the counted noun of a draft without a unit."""
    if draft.unit is not None or draft.kind == "ratio":
        return
    if draft.number.multiple:
        draft.unit, draft.kind = "count", "multiple"
        return
    if text.startswith("-", draft.end) or text.startswith("- ", draft.end):
        match = _HYPHEN_NOUN.match(text, draft.end)
        if match is not None:
            draft.unit, draft.kind = match[1].lower(), "count"
            draft.hyphen = True
            draft.unit_text = match[1]
            draft.end = match.end()
        return
    at = draft.end
    before = _OR_TWO.search(text[max(0, draft.start - 40) : draft.start])
    if before is not None and draft.value < 4:
        draft.unit, draft.kind, draft.unit_text = before[1].lower(), "count", before[1]
        return
    if draft.number.low is not None and text.startswith(" of ", at):
        at += 3
    found = counted_noun(text, at, one=draft.number.value == 1 and not draft.number.digits)
    if found is not None:
        name, start, end = found
        draft.unit, draft.kind = name, "count"
        draft.unit_text = text[start:end]


_OR_TWO = re.compile(r"\b(?:a|an|another)(?: \w+)? (\w+) or $")
_HYPHEN_NOUN = re.compile(r"-(?!to-|old|plus|and-|odd\b|year\b)([a-zA-Z]{3,})\b")


def _tidy(value: float) -> float:
    """Return a large number without what multiplying by its scale has added: 4.1 billion."""
    return float(f"{value:.12g}") if abs(value) > _LEAST_SCALED else value


def _single(text: str, draft: Draft) -> Quantity:
    add_noun(text, draft)
    number = draft.number
    vague = number.low is not None
    return Quantity(
        start=draft.start,
        end=draft.end,
        number_start=number.start,
        number_end=number.end,
        value=_tidy(draft.value),
        low=number.low,
        high=number.high,
        bound="range" if vague else draft.bound,
        change=draft.bound,
        unit=draft.unit,
        unit_text=draft.unit_text,
        kind=draft.kind,
        vague=vague,
    )


def _range(text: str, left: Draft, right: Draft, kind: str) -> Quantity:
    share_scale(text, left, right, moves=kind == "change")
    if left.unit is not None and (right.unit is None or " per " in left.unit):
        right.unit, right.kind, right.unit_text = left.unit, left.kind, left.unit_text
    add_noun(text, right)
    return Quantity(
        start=left.start,
        end=right.end,
        number_start=left.number.start,
        number_end=right.number.end,
        value=None,
        low=_tidy(left.value),
        high=_tidy(right.value),
        bound="range",
        change=left.bound if left.bound != "=" else right.bound,
        unit=right.unit,
        unit_text=right.unit_text,
        kind=right.kind,
        moves=kind == "change",
    )
