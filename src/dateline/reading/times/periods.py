"""Periods of the calendar: days, weeks, months, quarters, seasons, years and what is made of them.

A period has a grain and the day it starts on; weeks are ISO 8601 weeks, seasons are the
meteorological ones (winter 2021 is December 2021 to February 2022), decades start with a year
that ends in 0 and centuries with one that ends in 00, as the TIMEX3 values ``199`` and ``19`` do.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from dateline.records import Precision

Grain = Literal["D", "WE", "W", "M", "Q", "H", "S", "Y", "DE", "CE", "ML"]

PRECISION: dict[Grain, Precision] = {
    "D": "day", "WE": "weekend", "W": "week", "M": "month", "Q": "quarter", "H": "half_year",
    "S": "season", "Y": "year", "DE": "decade", "CE": "century", "ML": "century",
}  # fmt: skip
SIZE: dict[Grain, int] = {
    "D": 1, "WE": 2, "W": 7, "M": 30, "Q": 91, "S": 92, "H": 182, "Y": 365, "DE": 3652,
    "CE": 36524, "ML": 365242,
}  # fmt: skip
_MONTHS: dict[Grain, int] = {
    "M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000,
}  # fmt: skip
SEASON_CODES = ("SP", "SU", "FA", "WI")


class Period(NamedTuple):
    """A stretch of the calendar: its grain and its first day."""

    grain: Grain
    start: dt.date


def month_start(year: int, month: int) -> dt.date:
    """Return the first day of a month; the month may lie outside 1 to 12. Raises ValueError."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return dt.date(year, month, 1)


def plus_months(day: dt.date, months: int) -> dt.date:
    """Return the same day some months on, or the month's last day when it is shorter."""
    first = month_start(day.year, day.month + months)
    following = month_start(first.year, first.month + 1)
    return min(first + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))


def period_at(day: dt.date, grain: Grain) -> Period:
    """Return the period of a grain that holds a day."""
    if grain == "D":
        start = day
    elif grain == "W":
        start = day - dt.timedelta(days=day.weekday())
    elif grain == "WE":
        # A day from Monday to Friday belongs to the week whose weekend comes next.
        start = day + dt.timedelta(days=5 - day.weekday())
    elif grain == "M":
        start = day.replace(day=1)
    elif grain == "Q":
        start = month_start(day.year, (day.month - 1) // 3 * 3 + 1)
    elif grain == "H":
        start = month_start(day.year, (day.month - 1) // 6 * 6 + 1)
    elif grain == "S":
        start = month_start(day.year, day.month // 3 * 3)
    else:
        years = _MONTHS[grain] // 12
        start = dt.date(max(day.year // years * years, 1), 1, 1)
    return Period(grain, start)


def shifted(period: Period, count: int) -> Period:
    """Return the period that many of its own grain later; raises ValueError off the calendar."""
    grain, start = period
    try:
        if grain == "D":
            return Period(grain, start + dt.timedelta(days=count))
        if grain in {"W", "WE"}:
            return Period(grain, start + dt.timedelta(weeks=count))
        return Period(grain, month_start(start.year, start.month + count * _MONTHS[grain]))
    except OverflowError as error:
        raise ValueError("off the calendar") from error


def moved(period: Period, grain: Grain, count: int) -> Period:
    """Return the period of the same size some units of another grain away: ``a year ago today``."""
    if grain in {"D", "W"}:
        start = period.start + dt.timedelta(days=count * SIZE[grain])
    else:
        start = plus_months(period.start, count * _MONTHS[grain])
    return period_at(start, period.grain)


def end_of(period: Period) -> dt.date:
    """Return the first day after a period."""
    if period.grain == "WE":
        return period.start + dt.timedelta(days=2)
    return shifted(period, 1).start


def season_of(period: Period) -> str:
    """Return the TIMEX3 code of a season."""
    return SEASON_CODES[period.start.month // 3 - 1]


def season_in(year: int, code: str) -> Period:
    """Return the season of a code that starts in a year."""
    return Period("S", dt.date(year, SEASON_CODES.index(code) * 3 + 3, 1))


def value_of(period: Period) -> str:
    """Return the TIMEX3 value of a period."""
    grain, start = period
    year = f"{start.year:04d}"
    match grain:
        case "D":
            return start.isoformat()
        case "W" | "WE":
            iso = start.isocalendar()
            tail = "-WE" if grain == "WE" else ""
            return f"{iso.year:04d}-W{iso.week:02d}{tail}"
        case "M":
            return f"{year}-{start.month:02d}"
        case "Q":
            return f"{year}-Q{(start.month + 2) // 3}"
        case "H":
            return f"{year}-H{1 if start.month == 1 else 2}"
        case "S":
            return f"{year}-{season_of(period)}"
        case "DE":
            return year[:3]
        case "CE":
            return year[:2]
        case "ML":
            return year[:1]
        case _:
            return year


def easter(year: int) -> dt.date:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """Return the n-th weekday (Monday 1) of a month, or the n-th from its end when negative."""
    if n > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = month_start(year, month + 1) - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7 + 7 * (-n - 1))


def islamic_day(year: int, month: int, day: int) -> dt.date:
    """Return a day of the tabular Islamic calendar (Reingold and Dershowitz 2018).

    It lies within a day or so of the sighted one.
    """
    days = 29 * (month - 1) + month // 2 + (11 * year + 3) // 30 + 354 * (year - 1) + day
    return dt.date.fromordinal(days + 227014)


def islamic_in(year: int, month: int, day: int) -> dt.date:
    """Return the first time a day of the tabular Islamic calendar falls in a Gregorian year."""
    guess = (year - 622) * 33 // 32
    for islamic_year in range(guess - 1, guess + 3):
        found = islamic_day(islamic_year, month, day)
        if found.year == year:
            return found
    raise ValueError(f"no such day in {year}")
