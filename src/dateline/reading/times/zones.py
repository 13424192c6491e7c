"""Offsets from UTC of the clocks that a text names, on the day it speaks of."""

from __future__ import annotations

import datetime as dt
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.reading.times.periods import nth_weekday

_SUNDAY = 7
_SUMMERS = (
    (2007, (3, 2), (11, 1)),
    (1987, (4, 1), (10, -1)),
    (1967, (4, -1), (10, -1)),
)
"""From which year on summer time runs in the United States from which Sunday to which: month and
number of the Sunday (Uniform Time Act of 1966 and its changes of 1986 and 2005)."""


def offset_on(moment: dt.datetime, zone: str) -> str:
    """Return the offset of a zone at a time of its own clock: ``+01:00``.

    ``zone`` is an offset, which stays as it is; or ``US`` and the hours of American standard time
    behind UTC (``US5``), which are one fewer in summer; or an IANA name (``Europe/London``). An
    unknown name, and local mean time with its seconds before zones were set, has none.
    """
    if "/" in zone:
        known = _zone_named(zone)
        return "" if known is None else _written(known.utcoffset(moment))
    if not zone.startswith("US"):
        return zone
    return f"-{int(zone[2:]) - _is_summer(moment.date()):02d}:00"


@cache
def _zone_named(name: str) -> dt.tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _written(shift: dt.timedelta | None) -> str:
    if shift is None:
        return ""
    minutes, seconds = divmod(int(shift.total_seconds()), 60)
    if seconds:
        return ""
    hours, minutes = divmod(abs(minutes), 60)
    return f"{'-' if shift < dt.timedelta() else '+'}{hours:02d}:{minutes:02d}"


def _is_summer(day: dt.date) -> bool:
    for since, first, last in _SUMMERS:
        if day.year >= since:
            begin = nth_weekday(day.year, first[0], _SUNDAY, first[1])
            return begin <= day < nth_weekday(day.year, last[0], _SUNDAY, last[1])
    return False
