"""Half-open intervals, written in ISO 8601, of periods, times of day and lengths."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from dateline.reading.times import periods
from dateline.reading.times.periods import Period
from dateline.reading.times.zones import offset_on
from dateline.records import Precision

_PARTS = {
    "MO": (6, 12), "MI": (11, 13), "AF": (12, 18), "EV": (18, 24), "NI": (20, 30), "DT": (6, 18),
}  # fmt: skip
"""Hours of the parts of a day; a night runs into the next morning."""


class Interval(NamedTuple):
    """A half-open interval in ISO 8601 and how precise it is."""

    start: str
    end: str
    precision: Precision


def interval_of_period(period: Period) -> Interval:
    """Return the interval of a calendar period."""
    end = periods.end_of(period)
    return Interval(period.start.isoformat(), end.isoformat(), periods.PRECISION[period.grain])


def interval_of_time(day: dt.date, time: str, zone: str | None) -> Interval:
    """Return the interval of a part of a day or of a clock time, to the minute or second.

    ``zone`` is as in `offset_on`; a part of the day is not tied to a clock and bears none.
    """
    midnight = dt.datetime.combine(day, dt.time())
    if time in _PARTS:
        first, last = _PARTS[time]
        start, end = midnight + dt.timedelta(hours=first), midnight + dt.timedelta(hours=last)
        return Interval(_minutes(start), _minutes(end), "part_of_day")
    parts = [int(part) for part in re.findall(r"\d+", time)[:3]]
    start = midnight + dt.timedelta(hours=parts[0], minutes=parts[1] if len(parts) > 1 else 0)
    zone = offset_on(start, zone or "")
    if len(parts) > 2:
        start += dt.timedelta(seconds=parts[2])
        end = start + dt.timedelta(seconds=1)
        return Interval(start.isoformat() + zone, end.isoformat() + zone, "second")
    end = start + dt.timedelta(minutes=1)
    return Interval(_minutes(start) + zone, _minutes(end) + zone, "minute")


def _minutes(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="minutes")


_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)Q)?(?:(\d+)W)?(?:(\d+)D)?")


def _moved(value: str, day: dt.date, sign: int) -> dt.date | None:
    match = _LENGTH.fullmatch(value)
    if match is None or len(value) < 3:
        return None
    years, months, quarters, weeks, days = (int(group or 0) for group in match.groups())
    try:
        moved = periods.plus_months(day, sign * (years * 12 + months + quarters * 3))
        return moved + dt.timedelta(days=sign * (weeks * 7 + days))
    except (ValueError, OverflowError):
        return None


def before(value: str, day: dt.date) -> Interval | None:
    """Return the stretch of a length that ends with a day."""
    start = _moved(value, day, -1)
    return None if start is None else Interval(start.isoformat(), day.isoformat(), "range")


def after(value: str, day: dt.date) -> Interval | None:
    """Return the stretch of a length that starts with a day."""
    end = _moved(value, day, 1)
    return None if end is None else Interval(day.isoformat(), end.isoformat(), "range")


def interval_of_value(value: str) -> Interval | None:
    """Return the interval of a decade (``199``), century (``19``) or pair of years, else None."""
    match = re.fullmatch(r"(\d{2,3})|(\d{4})/(\d{4})", value)
    if match is None:
        return None
    if match[2]:
        return Interval(f"{match[2]}-01-01", f"{int(match[3]) + 1:04d}-01-01", "range")
    digits = match[1]
    size = 10 ** (4 - len(digits))
    first = int(digits) * size
    if first < 1 or first + size > 9999:
        return None
    precision: Precision = "decade" if size == 10 else "century"
    return Interval(f"{first:04d}-01-01", f"{first + size:04d}-01-01", precision)


def interval_of_span(value: str, direction: str | None, published: dt.date) -> Interval | None:
    """Return the interval of a length that ends (``last``) or starts (``next``) at publication."""
    if direction == "last":
        return before(value, published)
    if direction == "next":
        return after(value, published)
    return None
