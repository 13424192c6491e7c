"""Days, intervals and lengths of time as they are written beside a fact."""

from __future__ import annotations

import calendar
import datetime
import re

from dateline.records import Happening, TimeExpression, TimelineEntry

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def day_label(iso: str | None) -> str:
    """Return an ISO day, month or year as it is written beside an entry."""
    if iso is None:
        return "date not known"
    date, _, clock = iso.partition("T")
    pieces = date.split("-")
    label = pieces[0]
    if len(pieces) > 1 and pieces[1].isdigit():
        label = f"{_MONTHS[int(pieces[1]) - 1]} {label}"
    if len(pieces) > 2 and pieces[2].isdigit():
        label = f"{int(pieces[2])} {label}"
    return f"{label}, {clock[:5]}" if clock and clock[:5] != "00:00" else label


_SEASON_NAMES = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}


def interval_label(start: str | None, end: str | None, precision: str | None) -> str:
    """Return an interval as written beside a timeline entry, no finer than its precision."""
    if start is None:
        return "date not known" if end is None else f"before {day_label(end)}"
    year, month = start[:4], start[5:7]
    match precision:
        case "year":
            return year
        case "decade":
            return f"{year[:3]}0s"
        case "century":
            return f"{year}–{(end or '')[:4]}"
        case "month":
            return day_label(start[:7])
        case "season" if month.isdigit() and int(month) in _SEASON_NAMES:
            return f"{_SEASON_NAMES[int(month)]} {year}"
        case "quarter" if month.isdigit():
            return f"Q{(int(month) + 2) // 3} {year}"
        case "week":
            return f"the week of {day_label(start[:10])}"
        case "day" | "part_of_day":
            return day_label(start[:10])
        case "hour" | "minute" | "second":
            return day_label(start)
        case _ if end is not None:
            last = last_day(end)
            if start[4:] == end[4:] == "-01-01" and last[:4] != year:
                return f"{year} – {last[:4]}"
            if start[7:] == end[7:] == "-01" and last[:7] != start[:7]:
                return f"{day_label(start[:7])} – {day_label(last[:7])}"
            return day_label(start[:10]) + (f" – {day_label(last)}" if last > start[:10] else "")
        case _:
            return day_label(start[:10])


def last_day(end: str) -> str:
    """Return the last day of an interval whose end is the first instant after it."""
    day = end[:10]
    if len(day) < 10 or not day.replace("-", "").isdigit() or end[11:16] not in ("", "00:00"):
        return day
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=1)).isoformat()


_PARTS = {"START": "early", "MID": "mid", "END": "late"}


def when_of(entry: Happening | TimelineEntry | TimeExpression) -> str:
    """Return when it was, no finer than the report says: ``early 2023``."""
    label = interval_label(entry.from_, entry.to, entry.precision)
    part = _PARTS.get(entry.mod or "")
    return f"{part} {label}" if part else label


_REFERENCES = {"PRESENT_REF": "now", "PAST_REF": "in the past", "FUTURE_REF": "in the future"}
_PIECE = re.compile(r"(\d+(?:\.\d+)?|X+)(DE|CE|WE|[YQMWDHSEL])")
_UNITS = {
    "Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "WE": "weekend",
    "DE": "decade", "E": "decade", "CE": "century", "L": "millennium",
}  # fmt: skip
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_BOUNDS = {
    "MORE_THAN": "more than", "LESS_THAN": "less than", "EQUAL_OR_MORE": "at least",
    "EQUAL_OR_LESS": "at most", "APPROX": "about",
}  # fmt: skip
_EACH_MONTH = re.compile(r"XXXX-(0[1-9]|1[0-2])")
_EACH_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_MONTH_NAMES, _DAY_NAMES = calendar.month_name, calendar.day_name


def value_label(time: TimeExpression) -> str:
    """Return the value of an expression that is no interval: ``7 years``, ``every week``, ``now``.

    A value for which there are no plain words stands as TIMEX3 writes it.
    """
    if time.value in _REFERENCES:
        return _REFERENCES[time.value]
    lengths = _lengths(time.value)
    if time.type == "SET":
        return _recurrence(time, lengths)
    if time.value.startswith("XXXX"):
        return "date not known"
    if not lengths:
        return time.value
    bound = _BOUNDS.get(time.mod or "")
    label = " ".join(_length(number, unit) for number, unit in lengths)
    return f"{bound} {label}" if bound else label


def _recurrence(time: TimeExpression, lengths: list[tuple[str, str]]) -> str:
    if lengths:
        number, unit = lengths[0]
        each = unit if number == "1" else _length(number, unit)
        often = re.sub(r"^(\d+)X$", r"\1 times", time.freq or "")
        return f"{often} every {each}".strip()
    if month := _EACH_MONTH.fullmatch(time.value):
        return f"every {_MONTH_NAMES[int(month.group(1))]}"
    if day := _EACH_WEEKDAY.fullmatch(time.value):
        return f"every {_DAY_NAMES[int(day.group(1)) - 1]}"
    return time.value


def _lengths(value: str) -> list[tuple[str, str]]:
    """Return the numbers and units of an ISO 8601 duration, as TIMEX3 extends it."""
    days, _, clock = value.removeprefix("P").partition("T")
    if not value.startswith("P") or _PIECE.sub("", days + clock):
        return []
    pieces = [(number, _UNITS.get(unit)) for number, unit in _PIECE.findall(days)]
    pieces += [(number, _CLOCK_UNITS.get(unit)) for number, unit in _PIECE.findall(clock)]
    return [(number, unit) for number, unit in pieces if unit is not None]


def _length(number: str, unit: str) -> str:
    if number == "1":
        return f"1 {unit}"
    units = _PLURALS.get(unit, f"{unit}s")
    return f"{units}, number not told" if number.startswith("X") else f"{number} {units}"


def bound_of(time: TimeExpression, published: str | None) -> str | None:
    """Return on which side of its interval a time lies: ``more than a decade ago`` is before it.

    ``published`` is the report's publication date. None when the interval is meant as it stands.
    """
    if time.mod not in ("APPROX", "MORE_THAN", "LESS_THAN") or not time.from_:
        return None
    if time.mod == "APPROX" or time.anchor != "published" or not published:
        return "about"
    return "before" if (time.mod == "MORE_THAN") == (time.from_ < published) else "after"
