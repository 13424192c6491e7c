"""The span of time a word of a query or of the command line stands for."""

from __future__ import annotations

import datetime
import re

from dateline.archive.numbers import moment_of

Interval = tuple[datetime.datetime, datetime.datetime]

_DAY = datetime.timedelta(days=1)
_PARTIAL = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")
_AGO = re.compile(r"(?P<count>\d{1,4})(?P<unit>[hdw])")
_UNITS = {"h": datetime.timedelta(hours=1), "d": _DAY, "w": 7 * _DAY}


def interval_of(word: str, now: datetime.datetime) -> Interval | None:
    """Return from when and until when a word reaches, in UTC; None when it is no time.

    ``2031``, ``2031-05``, ``2031-05-04``, an ISO date-time, ``today``, ``yesterday``, and ``7d``,
    ``12h`` or ``2w`` for so long until now.
    """
    word = word.strip().casefold()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if word == "today":
        return midnight, midnight + _DAY
    if word == "yesterday":
        return midnight - _DAY, midnight
    ago = _AGO.fullmatch(word)
    try:
        if ago:
            return now - int(ago["count"]) * _UNITS[ago["unit"]], now
        partial = _PARTIAL.fullmatch(word)
        if partial:
            return _year_or_month(int(partial["year"]), partial["month"])
        moment = moment_of(word.upper())
        if moment is None:
            return None
        return moment, moment + (_DAY if len(word) <= 10 else datetime.timedelta(minutes=1))
    except (ValueError, OverflowError):
        return None


def _year_or_month(year: int, month: str | None) -> Interval:
    if month is None:
        return _first(year, 1), _first(year + 1, 1)
    number = int(month)
    return _first(year, number), _first(year + number // 12, number % 12 + 1)


def _first(year: int, month: int) -> datetime.datetime:
    return datetime.datetime(year, month, 1, tzinfo=datetime.UTC)
