"""Lists and ranges of days: what one item leaves out stands at its neighbour.

``Sept. 3, 5 and 7``, ``22-25 April 1951``, ``in August and September 1914``.
"""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from dateline.reading.times.meaning import Meaning
from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

_ASIDE = 2
_FAR_ASIDE = 5
"""Tokens before the day within which a time of it stands: ``9 a.m. in New York on Friday``."""
_BOTH = 2
_HALF_DAY = 12
_REPEATED = re.compile(r"XXXX-WXX-\d(T\w+)$")


class Item(msgspec.Struct, frozen=True):
    """An expression in the text, by tokens, and what it means."""

    start: int
    end: int
    meaning: Meaning


def with_lists(items: list[Item], tokens: Tokens, grammar: Grammar) -> list[Item]:
    """Return the items with the further days of lists, and years lent to neighbours."""
    after, before = grammar.pattern("day_after"), grammar.pattern("day_before")
    tie = grammar.pattern("tie")
    months = grammar.characters("month", "abbreviated_month", "weekday", "abbreviated_weekday")
    out: list[Item] = []
    taken = -1
    for number, item in enumerate(items):
        if number == taken:
            continue
        limit = items[number + 1].start if number + 1 < len(items) else len(tokens)
        floor = out[-1].end if out else 0
        meaning = item.meaning
        if meaning.before_christ:
            out += _year_before(item, tokens, grammar.pattern("year_before"), floor)
            out.append(item)
        elif _is_written_year(item, tokens):
            out.append(item)
            out += _year_to(item, tokens, grammar.pattern("year_to"), limit)
        elif _has_day_and_month(meaning):
            if tokens.classes[item.start] not in months:
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
    out = _with_ranges(_with_lent_years(out, tokens, tie), tokens, grammar.pattern("range"))
    out = _with_apposed_quarters(out, tokens, grammar.pattern("ended"))
    out = _with_asides(out, tokens, frozenset(grammar.language.lookalikes["aside"]))
    return _with_lent_days(_with_lent_nights(out, tokens, tie), tokens, tie)


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
    while at is not None:
        item_before = None
        for reach in (2, 3):
            match = pattern.match(tokens.classes, at - reach, at) if at - reach >= floor else None
            if match is not None and match.end() == at:
                start = match.start("d")
                day = int(re.sub(r"\D", "", tokens.word(start)))
                if 1 <= day <= 31:
                    meaning = replace(item.meaning, day=day, weekday=None)
                    item_before = Item(start, start + 1, meaning)
                break
        if item_before is None:
            break
        days.insert(0, item_before)
        at = item_before.start
    return days


def _is_written_year(item: Item, tokens: Tokens) -> bool:
    """Tell whether an item is a year of four digits and nothing else."""
    return (
        item.meaning.kind == "calendar"
        and item.end - item.start == 1
        and tokens.ends[item.start] - tokens.starts[item.start] == 4
        and tokens.word(item.start).isdecimal()
    )


def _year_to(item: Item, tokens: Tokens, pattern: re.Pattern[str], limit: int) -> list[Item]:
    """Return the last year of a range that leaves its century out: ``1915-17``."""
    match = pattern.match(tokens.classes, item.end)
    if match is None or match.end() > limit:
        return []
    word = tokens.word(match.start("y"))
    year = (item.meaning.year or 0) // 100 * 100 + int(word)
    if len(word) != 2 or year <= (item.meaning.year or 0):
        return []
    return [Item(match.start("y"), match.end("y"), replace(item.meaning, year=year))]


def _year_before(item: Item, tokens: Tokens, pattern: re.Pattern[str], floor: int) -> list[Item]:
    """Return the first year of a range before Christ: ``490-480 BC``."""
    at = item.start - 2
    match = pattern.match(tokens.classes, at, item.start) if at >= floor else None
    if match is None or match.end() != item.start:
        return []
    year = int(tokens.word(at))
    if year <= (item.meaning.year or 0):
        return []
    return [Item(at, at + 1, replace(item.meaning, year=year, value=f"BC{year:04d}"))]


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


def _with_ranges(items: list[Item], tokens: Tokens, tie: re.Pattern[str]) -> list[Item]:
    """Let the second of two bare weekdays or months follow the first: ``Friday to Monday``."""
    out = list(items)
    for number in range(1, len(out)):
        item, last = out[number], out[number - 1]
        if (
            last.end < item.start
            and _bare_name(item.meaning) is not None
            and _bare_name(item.meaning) == _bare_name(last.meaning)
            and tie.fullmatch(tokens.classes, last.end, item.start)
        ):
            out[number] = replace(item, meaning=replace(item.meaning, direction="following"))
    return out


def _bare_name(meaning: Meaning) -> str | None:
    """Return whether a meaning is a ``weekday`` or ``month`` and nothing else."""
    if meaning.kind != "calendar" or meaning.direction or meaning.within or meaning.year:
        return None
    if meaning.weekday:
        return None if meaning.month or meaning.day or meaning.time else "weekday"
    return "month" if meaning.month and not meaning.day else None


def _with_lent_days(items: list[Item], tokens: Tokens, tie: re.Pattern[str]) -> list[Item]:
    """Give clock times the day after them: ``10:30 a.m. (0830 GMT) Thursday``."""
    out = list(items)
    for number in range(len(out) - 2, -1, -1):
        item, following = out[number], out[number + 1]
        day = following.meaning
        if (
            0 < following.start - item.end <= _FAR_ASIDE
            and is_time_only(item.meaning)
            and (
                all(tokens.word(at) in {"(", ")"} for at in range(item.end, following.start))
                or _is_of_something(tokens, item.end, following)
                or (
                    day.time is not None
                    and tie.fullmatch(tokens.classes, item.end, following.start)
                )
            )
            and (is_day(day) or (day.time is not None and (day.weekday or day.day)))
        ):
            meaning = replace(day, time=item.meaning.time, zone=item.meaning.zone, type="TIME")
            if day.time is not None and day.zone is not None and tokens.word(item.end) == "(":
                meaning = _of_other_clock(item.meaning, day)
                out[number + 1] = replace(following, meaning=replace(day, implied=True))
            out[number] = replace(item, meaning=meaning)
    return out


def _is_of_something(tokens: Tokens, start: int, day: Item) -> bool:
    """Tell whether only words stand between a time and its day: ``the 7.15pm bus on Monday``."""
    between = [tokens.word(at) for at in range(start, day.start)]
    plain = all(word.isalpha() for word in between) and not {"and", "or", "but"} & {*between}
    return between[-1] == "on" and "on" not in between[:-1] and plain


def _of_other_clock(clock: Meaning, day: Meaning) -> Meaning:
    """Return a clock time by the day of another clock: ``4:12 am (2012 GMT Wednesday)``.

    Local time is less than half a day off, so 4 a.m. is the morning after 20:12.
    """
    day_only = replace(day, time=None, zone=None, type="DATE")
    hours = [int(each.time[:2]) for each in (clock, day) if each.time and ":" in each.time]
    step = 0
    if len(hours) == _BOTH and abs(hours[0] - hours[1]) > _HALF_DAY:
        step = 1 if hours[0] < hours[1] else -1
    if not step:
        return replace(day_only, time=clock.time, zone=clock.zone, type="TIME")
    return Meaning(
        kind="shift", type="TIME", grain="D", count=step, direction="this", within=day_only,
        time=clock.time, zone=clock.zone,
    )  # fmt: skip


def _with_asides(items: list[Item], tokens: Tokens, words: frozenset[str]) -> list[Item]:
    """Let years of books and births lend themselves to no other date: ``published in 1991``."""
    return [
        replace(item, meaning=replace(item.meaning, implied=True))
        if item.start >= _ASIDE
        and item.meaning.year is not None
        and tokens.word(item.start - 1) == "in"
        and tokens.word(item.start - _ASIDE) in words
        else item
        for item in items
    ]


def _with_lent_nights(items: list[Item], tokens: Tokens, tie: re.Pattern[str]) -> list[Item]:
    """Make weekdays before a repeated night repeated too: ``Monday and Tuesday nights``."""
    out = list(items)
    for number in range(len(out) - 2, -1, -1):
        item, following = out[number], out[number + 1]
        night = _REPEATED.match(following.meaning.value or "")
        if (
            night is not None
            and following.meaning.type == "SET"
            and _bare_name(item.meaning) == "weekday"
            and tie.fullmatch(tokens.classes, item.end, following.start)
        ):
            value = f"XXXX-WXX-{item.meaning.weekday}{night[1]}"
            out[number] = replace(item, meaning=replace(following.meaning, value=value))
    return out


def _with_apposed_quarters(items: list[Item], tokens: Tokens, ended: re.Pattern[str]) -> list[Item]:
    """Let what stands beside a year-ago quarter name it: ``the year-ago quarter, the second``.

    A day that ends it is of the same year: ``the second quarter ended Oct. 31``.
    """
    out = list(items)
    for number in range(1, len(out)):
        before, item = out[number - 1], out[number]
        quarter = item.meaning.quarter
        if (
            before.meaning.kind == "compared"
            and before.meaning.definite
            and quarter
            and item.meaning == Meaning(kind="calendar", quarter=quarter)
            and item.start - before.end == 1
            and tokens.word(before.end) == ","
        ):
            named = replace(before.meaning, quarter=quarter)
            out[number - 1] = replace(before, meaning=named)
            out[number] = replace(item, meaning=named)
            following = out[number + 1] if number + 1 < len(out) else None
            if (
                following is not None
                and _has_day_and_month(following.meaning)
                and following.meaning.year is None
                and ended.fullmatch(tokens.classes, item.end, following.start)
            ):
                day = Meaning(
                    kind="shift", grain="Y", count=-1, direction="this", within=following.meaning
                )
                out[number + 1] = replace(following, meaning=day)
    return out
