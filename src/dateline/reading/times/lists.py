"""Lists and ranges of days: what one item leaves out stands at its neighbour.

``Sept. 3, 5 and 7``, ``22-25 April 1951``, ``in August and September 1914``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.reading.times.meaning import Meaning
from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

_ASIDE = 2


@dataclass(frozen=True, slots=True)
class Item:
    """An expression in the text, by tokens, and what it means."""

    start: int
    end: int
    meaning: Meaning


def with_lists(items: list[Item], tokens: Tokens, grammar: Grammar) -> list[Item]:
    """Return the items with the further days of lists, and years lent to neighbours."""
    after, before = grammar.pattern("day_after"), grammar.pattern("day_before")
    tie = grammar.pattern("tie")
    out: list[Item] = []
    taken = -1
    for number, item in enumerate(items):
        if number == taken:
            continue
        limit = items[number + 1].start if number + 1 < len(items) else len(tokens)
        floor = out[-1].end if out else 0
        meaning = item.meaning
        if _has_day_and_month(meaning):
            if tokens.classes[item.start] in grammar.characters("day", "nth"):
                out += _days_before(item, tokens, before, floor)
            out.append(item)
            if meaning.year is None:
                days = _days_after(item, tokens, after, limit)
                year = _year_after(days, items, number, tokens)
                if year is not None:
                    out[-1] = replace(item, meaning=replace(meaning, year=year))
                    days = [replace(d, meaning=replace(d.meaning, year=year)) for d in days]
                    days[-1] = replace(days[-1], end=items[number + 1].end)
                    taken = number + 1
                out += days
        else:
            out.append(item)
    return _with_lent_days(_with_lent_years(out, tokens, tie), tokens)


def is_time_only(meaning: Meaning) -> bool:
    """Tell whether a meaning is a time of day whose day stands elsewhere."""
    return meaning.kind == "calendar" and meaning.time is not None and not (
        meaning.month or meaning.day or meaning.weekday or meaning.year or meaning.holiday
    )  # fmt: skip


def is_day(meaning: Meaning) -> bool:
    """Tell whether a meaning is a whole day."""
    if meaning.time is not None:
        return False
    if meaning.kind == "calendar":
        return bool(meaning.day or meaning.weekday or meaning.holiday)
    return meaning.grain == "D" and meaning.kind in {"shift", "period"}


def _has_day_and_month(meaning: Meaning) -> bool:
    return (
        meaning.kind == "calendar"
        and meaning.month is not None
        and meaning.day is not None
        and meaning.time is None
    )


def _days_after(item: Item, tokens: Tokens, pattern: re.Pattern[str], limit: int) -> list[Item]:
    days: list[Item] = []
    at = item.end
    while (match := pattern.match(tokens.classes, at)) and match.end() <= limit:
        start = match.start("d")
        day = int(re.sub(r"\D", "", tokens.word(start)))
        if not 1 <= day <= 31:
            break
        days.append(Item(start, match.end(), replace(item.meaning, day=day, weekday=None)))
        at = match.end()
    return days


def _days_before(item: Item, tokens: Tokens, pattern: re.Pattern[str], floor: int) -> list[Item]:
    days: list[Item] = []
    at = item.start
    for reach in (2, 3):
        match = pattern.match(tokens.classes, at - reach, at) if at - reach >= floor else None
        if match is not None and match.end() == at:
            start = match.start("d")
            day = int(re.sub(r"\D", "", tokens.word(start)))
            if 1 <= day <= 31:
                days.append(Item(start, start + 1, replace(item.meaning, day=day, weekday=None)))
            break
    return days


def _year_after(days: list[Item], items: list[Item], number: int, tokens: Tokens) -> int | None:
    """Return the year right after a list of days: ``March 5-9, 1918``."""
    if not days or number + 1 >= len(items):
        return None
    following = items[number + 1]
    gap = following.start - days[-1].end
    is_year = following.meaning.kind == "calendar" and following.meaning.month is None
    if is_year and gap <= 1 and (gap == 0 or tokens.word(days[-1].end) == ","):
        return following.meaning.year
    return None


def _with_lent_years(items: list[Item], tokens: Tokens, tie: re.Pattern[str]) -> list[Item]:
    out = list(items)
    for number in range(len(out) - 2, -1, -1):
        item, following = out[number], out[number + 1]
        if (
            following.meaning.year is not None
            and following.meaning.kind == item.meaning.kind == "calendar"
            and item.meaning.year is None
            and item.meaning.direction is None
            and (item.meaning.month or item.meaning.season or item.meaning.quarter)
            and (following.meaning.month or following.meaning.season or following.meaning.quarter)
            and (match := tie.match(tokens.classes, item.end))
            and match.end() == following.start
        ):
            meaning = replace(item.meaning, year=following.meaning.year)
            out[number] = replace(item, meaning=meaning)
    return out


def _with_lent_days(items: list[Item], tokens: Tokens) -> list[Item]:
    """Give clock times the day after them: ``10:30 a.m. (0830 GMT) Thursday``."""
    out = list(items)
    for number in range(len(out) - 2, -1, -1):
        item, following = out[number], out[number + 1]
        between = [tokens.word(at) for at in range(item.end, following.start)]
        day = following.meaning
        if (
            is_time_only(item.meaning)
            and len(between) <= _ASIDE
            and set(between) <= {"(", ")"}
            and between
            and (is_day(day) or (day.time is not None and (day.weekday or day.day)))
        ):
            meaning = replace(day, time=item.meaning.time, zone=item.meaning.zone, type="TIME")
            out[number] = replace(item, meaning=meaning)
    return out
