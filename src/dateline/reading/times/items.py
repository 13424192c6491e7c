"""From tokens to items: the longest match of a rule at each place, and what adjoining ones make."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from dateline.reading.times.grammar import DEPTH
from dateline.reading.times.lists import Item, is_day, is_time_only, with_lists
from dateline.reading.times.meaning import Meaning
from dateline.reading.times.rules import Found, Grammar, Modifier
from dateline.reading.times.tokens import Tokens


class Loose(msgspec.Struct, frozen=True):
    """A modifier in the text that waits for an expression after it."""

    start: int
    end: int
    modifier: Modifier


def _matches(tokens: Tokens, grammar: Grammar) -> list[Item | list[Loose]]:
    classes = tokens.classes
    out: list[Item | list[Loose]] = []
    free = 0
    for hit in grammar.starts.finditer(classes):
        at = hit.start()
        if at < free:
            continue
        best: Item | None = None
        loose: list[Loose] = []
        for regex, rule in grammar.starting(classes[at : at + DEPTH]):
            match = regex.match(classes, at)
            if match is None:
                continue
            end = match.end()
            if isinstance(rule, Modifier):
                loose.append(Loose(at, end, rule))
            elif best is None or end > best.end:
                meaning = rule.sense(Found(tokens, match, grammar.values))
                if meaning is not None:
                    best = Item(at + meaning.start_after, end, meaning)
        if best is not None and all(best.end >= other.end for other in loose):
            out.append(best)
            free = best.end
        elif loose:
            out.append(loose)
            free = max(other.end for other in loose)
    return out


def items_in(tokens: Tokens, grammar: Grammar) -> list[Item]:
    """Return the expressions of a text in order, adjoining ones put together."""
    matches = _matches(tokens, grammar)
    items: list[Item] = []
    pending: list[Loose] = []
    for match in matches:
        if isinstance(match, list):
            pending = match
            continue
        item = match
        if items and (joined := _joined(items[-1], item, tokens)) is not None:
            items[-1] = joined
        else:
            items.append(_modified(item, pending, tokens))
        pending = []
    return with_lists(items, tokens, grammar)


def _modified(item: Item, pending: list[Loose], tokens: Tokens) -> Item:
    for loose in pending:
        if (
            loose.modifier.on == "length"
            and loose.start
            and tokens.word(loose.start - 1) in _SHARES
        ):
            # “40% less than a year earlier”: what is less is no time.
            continue
        if loose.end == item.start and _takes(item.meaning, loose.modifier.on):
            meaning = item.meaning
            meaning = replace(meaning, mod=meaning.mod or loose.modifier.mod)
            return Item(loose.start, item.end, meaning)
    return item


def _takes(meaning: Meaning, on: str) -> bool:
    """Tell whether a modifier of a kind can stand before an expression of that meaning."""
    if on == "length":
        return meaning.kind in {"shift", "compared"} or (
            meaning.kind == "fixed" and meaning.type == "DURATION" and meaning.grain is None
        )
    if on == "exact":
        return meaning.kind == "calendar" and bool(meaning.day or meaning.year or meaning.time)
    return (
        meaning.grain is not None
        or meaning.kind in {"calendar", "period"}
        or (
            meaning.kind == "fixed"
            and meaning.type == "DATE"
            and (meaning.value or "X")[0].isdigit()
        )
    )


_SHARES = {"%", "percent", "cent", "points"}
_JOINTS = {
    "": "plain", ",": "comma", "of": "of", "in": "in", "'s": "possessive", "’s": "possessive",
    "on": "on", "-": "hyphen", "before": "before", "after": "after",
}  # fmt: skip


def _joined(first: Item, second: Item, tokens: Tokens) -> Item | None:
    between = tokens.word(first.end).lower() if second.start - first.end == 1 else ""
    if second.start - first.end > 1 or between not in _JOINTS:
        return None
    meaning = _together(first.meaning, second.meaning, _JOINTS[between])
    return None if meaning is None else Item(first.start, second.end, meaning)


def _is_part_of_year(meaning: Meaning) -> bool:
    return (
        meaning.kind == "calendar"
        and meaning.year is None
        and bool(meaning.month or meaning.quarter or meaning.season or meaning.half)
        and meaning.direction is None
        and meaning.within is None
    )


def _is_year(meaning: Meaning) -> bool:
    if meaning.kind == "calendar":
        return meaning.year is not None and not (
            meaning.month or meaning.quarter or meaning.season or meaning.half or meaning.weekday
            or meaning.holiday
        )  # fmt: skip
    return meaning.grain == "Y" and meaning.kind in {"period", "shift"}


def _is_weekday(meaning: Meaning) -> bool:
    """Tell whether a meaning is a weekday without its date, with or without a time of day."""
    return meaning.kind == "calendar" and meaning.weekday is not None and not (
        meaning.month or meaning.year or meaning.direction
    )  # fmt: skip


def _is_bare_weekday(meaning: Meaning) -> bool:
    return _is_weekday(meaning) and meaning.time is None


def _is_bare_date(meaning: Meaning) -> bool:
    """Tell whether a meaning is a day of a month whose weekday and time stand elsewhere."""
    return meaning.kind == "calendar" and bool(meaning.month and meaning.day) and not (
        meaning.weekday or meaning.time
    )  # fmt: skip


def _is_distance(meaning: Meaning) -> bool:
    """Tell whether a meaning is a distance back that a day can follow: ``two years ago``."""
    if meaning.kind == "shift":
        return meaning.direction == "this" and meaning.grain in {"Y", "M", "W"}
    return meaning.kind == "compared" and not (meaning.quarter or meaning.year or meaning.definite)


def _is_the_day(meaning: Meaning) -> bool:
    """Tell whether a meaning is ``the day`` and nothing else."""
    return meaning.kind == "period" and meaning.grain == "D" and meaning.direction is None


def _is_counted_from(meaning: Meaning) -> bool:
    """Tell whether a distance can be counted from a meaning: ``two years ago Tuesday``."""
    if meaning.kind == "shift":
        return meaning.grain == "D" and meaning.time is None
    if meaning.kind == "period":
        return meaning.direction in {"this", "last"} and meaning.grain in {"W", "WE", "M"}
    return _is_bare_weekday(meaning)


def _is_overnight(meaning: Meaning) -> bool:
    """Tell whether a meaning is a night of the publication that another day can name."""
    return meaning.kind == "shift" and meaning.time == "NI" and meaning.within is None


_AFTERNOONS = {"AF", "EV", "NI"}
_NOON = 12


def _clock_within(first: Meaning, second: Meaning) -> str | None:
    """Return the clock time that a part of a day makes plain: ``7:30`` of ``7:30 tonight``.

    None unless the one gives the hour and either of them the day.
    """
    if first.time is None or ":" not in first.time or second.definite:
        return None
    if is_time_only(first) == is_time_only(second):
        return None
    hour, rest = int(first.time[:2]), first.time[2:]
    return f"{hour + _NOON if 0 < hour < _NOON else hour:02d}{rest}"


def _together(first: Meaning, second: Meaning, joint: str) -> Meaning | None:
    """Return what two adjoining expressions mean as one, or None when they are two."""
    if joint in {"plain", "comma", "of", "on"} and is_time_only(first) and is_day(second):
        return replace(
            second, time=first.time, zone=first.zone, type="TIME", mod=first.mod or second.mod
        )
    if joint == "plain" and is_day(first) and _is_overnight(second):
        return replace(first, time=second.time, type="TIME")
    if joint == "plain" and is_day(first) and is_time_only(second) and not second.definite:
        return replace(first, time=second.time, zone=second.zone, type="TIME")
    if joint == "plain" and second.time in _AFTERNOONS and (clock := _clock_within(first, second)):
        day = first if is_time_only(second) else second
        return replace(day, time=clock, zone=first.zone, type="TIME", mod=first.mod)
    if joint == "plain" and is_day(second) and _is_overnight(first):
        return replace(second, time=first.time, type="TIME")
    if joint == "of" and first.kind == "period" and first.grain in {"W", "WE"} and is_day(second):
        return replace(first, within=second)
    if joint in {"plain", "comma", "of", "in"} and _is_part_of_year(first) and _is_year(second):
        if joint == "comma" and second.kind != "calendar":
            return None
        if joint == "in" and first.quarter is None:
            return None
        return _within(first, second)
    if joint in {"plain", "of"} and _is_part_of_year(first) and second.before_christ:
        part = first.season or (f"{first.month:02d}" if first.month else None)
        return replace(second, value=f"{second.value}-{part}", mod=first.mod) if part else None
    if joint == "possessive" and _is_year(first) and _is_part_of_year(second):
        return _within(second, first)
    if joint == "plain" and _is_distance(first) and _is_counted_from(second):
        return replace(
            first, kind="shift", count=first.count or -1, direction="this", within=second
        )
    if joint in {"before", "after"} and _is_the_day(first) and is_day(second):
        count = 1 if joint == "after" else -1
        return Meaning(kind="shift", grain="D", count=count, direction="this", within=second)
    if joint in {"plain", "of"} and _is_bare_weekday(first) and second.kind == "period":
        return replace(first, within=second) if second.grain == "W" else None
    if joint in {"plain", "comma"} and _is_weekday(first) and _is_bare_date(second):
        if first.time is None:
            return replace(second, weekday=first.weekday)
        return replace(
            second, weekday=first.weekday, time=first.time, zone=first.zone, type="TIME",
            mod=first.mod or second.mod,
        )  # fmt: skip
    if joint == "comma" and second.kind == "calendar" and is_time_only(first):
        return None
    return None


def _within(part: Meaning, year: Meaning) -> Meaning:
    if year.kind == "calendar":
        return replace(part, year=year.year, fiscal=part.fiscal or year.fiscal)
    return replace(part, within=year)
