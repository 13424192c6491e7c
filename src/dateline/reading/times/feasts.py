"""Days that return every year, by name: fixed, counted by weekday, or moving with the moon."""

from __future__ import annotations

import datetime as dt
import re

from dateline.reading.times.periods import (
    Period,
    easter,
    islamic_in,
    month_start,
    nth_weekday,
    period_at,
)


def feast_in(name: str, year: int) -> Period:
    """Return the day (or week, or month) of a feast in a year; raises ValueError for other names.

    Names are ``easter`` with an offset in days, ``MM-DD``, ``MM-last``, ``MM-weekday-n`` (from the
    end when negative) or one of the few that need a rule of their own; with ``weekend`` after it,
    the weekend a feast belongs to.
    """
    if name.endswith(" weekend"):
        day = feast_in(name.removesuffix(" weekend"), year).start
        return period_at(day - dt.timedelta(days=2) if day.weekday() == 0 else day, "WE")
    if name == "easter week":
        return period_at(easter(year), "W")
    if name == "black friday":
        return Period("D", nth_weekday(year, 11, 4, 4) + dt.timedelta(days=1))
    if name == "cyber monday":
        return Period("D", nth_weekday(year, 11, 4, 4) + dt.timedelta(days=4))
    if name == "election":
        return Period("D", nth_weekday(year, 11, 1, 1) + dt.timedelta(days=1))
    if name == "ramadan":
        return period_at(islamic_in(year, 9, 1) + dt.timedelta(days=10), "M")
    if name == "eid al-fitr":
        return Period("D", islamic_in(year, 10, 1))
    if name == "eid al-adha":
        return Period("D", islamic_in(year, 12, 10))
    if match := re.fullmatch(r"easter([+-]\d+)?", name):
        return Period("D", easter(year) + dt.timedelta(days=int(match[1] or 0)))
    if match := re.fullmatch(r"(\d\d)-last", name):
        return Period("D", month_start(year, int(match[1]) + 1) - dt.timedelta(days=1))
    if match := re.fullmatch(r"(\d\d)-(\d\d)", name):
        return Period("D", dt.date(year, int(match[1]), int(match[2])))
    if match := re.fullmatch(r"(\d\d)-(\d)-(-?\d)", name):
        return Period("D", nth_weekday(year, int(match[1]), int(match[2]), int(match[3])))
    raise ValueError(f"unknown feast {name!r}")
