"""Gives bare numbers the unit of the number they are set beside: ``6.8%, down from 7.4``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english.phrases import HEDGE, LEVEL, SUMS

_LINKS = re.compile(
    r"(?:\bup from|\bdown from|\bcompared (?:with|to)|\bversus|\bvs\.?|\bagainst|\bincluding|\bfrom"
    r"|\bof (?:whom|them|which)|\bwhile [\w ]{1,24} (?:is|was|at|to|by)|\band|\bor,?|\bthan the)"
    r"(?: about| around| nearly| almost| just| only| some| a record)? $"
)
_WHO = re.compile(
    r" (?:who|against|of them|were|are|was|in|of whom|during|a year|the year|last|on|at|after"
    r"|before|ago|later|earlier|[A-Z]|\w+ (?:years?|quarters?|months?|weeks?|days?)"
    r" (?:ago|before|earlier|later))\b|[.,;)]|$"
)


_LEVEL = re.compile(LEVEL)
_ENDS = re.compile(r"[,.;)]|$| (?:on|in|by|after|as|while|and)\b")
_LOOK_BACK = 4
_MOVES = (" up ", " down ", ", up ", ", down ")


def _level_units(text: str, drafts: Sequence[Draft]) -> None:
    """Give an index's bare level the points it moved by (``fell 40 points to 7,210``)."""
    for left, right in pairwise(drafts):
        bare = left.unit is None and right.kind == "point"
        if bare and text[left.end : right.start] in _MOVES:
            left.unit, left.kind, left.unit_text = right.unit, right.kind, right.unit_text
    for at, draft in enumerate(drafts):
        if draft.unit is not None or draft.value < 100 or not _ENDS.match(text, draft.end):
            continue
        if not _LEVEL.search(text[max(0, draft.start - 16) : draft.start].rstrip()):
            continue
        for before in reversed(drafts[max(0, at - _LOOK_BACK) : at]):
            gap = text[before.end : draft.start]
            if ". " in gap or "\n" in gap:
                break
            if before.kind == "point":
                draft.unit, draft.kind = before.unit, before.kind
                draft.unit_text = before.unit_text
                break


def _converted(text: str, drafts: Sequence[Draft]) -> None:
    """Give a bare number before its value in another currency a currency of its own.

    That of the money before it (``2.4m yen ($22,000) and 2.3m ($21,000)``), else of the brackets.
    """
    own: Draft | None = None
    for left, right in pairwise(drafts):
        converted = right.kind == "money" and _BRACKET.fullmatch(text[left.end : right.start])
        if converted and (left.unit is None or left.kind == "count") and left.value >= _AMOUNT:
            source = own or right
            left.unit, left.kind, left.unit_text = source.unit, "money", source.unit_text
        elif converted and left.kind == "money":
            own = left


_FROM_LEVEL = re.compile(r",? (?:(?:up|down) )?from (?:about |around |nearly |just )?")
_BRACKET = re.compile(r" ?\( ?(?:about |around |or )?")
_AMOUNT = 1000
_BALLOTS = ("vote", "seat")
_SUM_OF = re.compile(rf"\b(?:{SUMS})\b[^,;]{{0,40}} (?:of|at|to|was|from) {HEDGE}?$")
_ABOVE = re.compile(r"\b(?:above|below|than|against|beating|missing) (?:the |an? |its )?$")
_PLUS = re.compile(rf" plus (?:{HEDGE})*")
_MORE_THAN = re.compile(r" (?:more|fewer) than\b")
_COMMA = re.compile(rf", {HEDGE}?")
_OLDEST = 120


def _is_of_the_same(text: str, left: Draft, right: Draft, gap: str) -> bool:
    """Tell whether a bare number is a sum or a count of the same as the one before it."""
    if ". " in gap or "\n" in gap:
        return False
    if left.kind == "money":
        linked = _SUM_OF.search(gap) or _PLUS.fullmatch(gap) or _ABOVE.search(gap)
        return right.number.scaled and linked is not None
    if left.kind != "count":
        return False
    gap = gap.removeprefix(f" {left.unit_text}")
    if gap == " to " and left.unit in _BALLOTS:
        return True
    return _MORE_THAN.match(text, right.end) is not None and _COMMA.fullmatch(gap) is not None


def inherit_units(text: str, drafts: Sequence[Draft]) -> None:
    """Give a bare number the unit it is set beside (``6.8%, down from 7.4``).

    The two must stand in one sentence with a linking word before the second.
    """
    _level_units(text, drafts)
    _converted(text, drafts)
    own: Draft | None = None
    for beside, right in pairwise(drafts):
        left = beside
        if left.kind == "money" and text[left.start - 1 : left.start] == "(" and own is not None:
            # "2.1bn crowns ($198m) from 2.8bn": the crowns go on.
            left = own
        own = left
        if (
            left.kind == "age"
            and right.unit in (None, "people")
            and right.value < _OLDEST
            and left.end == left.number.end
            and text[left.end : right.start] in (" and ", " or ")
        ):
            # "Two men aged 23 and 31."
            right.unit, right.kind, right.unit_text = left.unit, left.kind, None
        if left.unit is not None and right.unit is not None:
            whole = left.unit.startswith(f"{right.unit} per ")
            if whole and _FROM_LEVEL.fullmatch(text[left.end : right.start]):
                # "To 49 euros a share from 46 euros."
                right.unit = left.unit
        if right.unit is not None or left.unit is None or left.kind in ("age", "multiple"):
            continue
        gap = text[left.end : right.start]
        if _is_of_the_same(text, left, right, gap):
            right.unit, right.kind, right.unit_text = left.unit, left.kind, left.unit_text
            continue
        if len(gap) > 90 or ". " in gap or "\n" in gap or not _LINKS.search(gap):
            continue
        if gap in (" and ", ", and ") and left.kind == "money":
            continue
        if text.startswith(" who ", right.end):
            right.unit, right.kind = "people", "count"
        elif right.number.low is None and _WHO.match(text, right.end):
            if left.kind == "count" and right.value < 3:
                continue
            right.unit, right.kind, right.unit_text = left.unit, left.kind, left.unit_text
