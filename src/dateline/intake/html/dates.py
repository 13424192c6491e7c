"""Dates and times as metadata writes them → ISO 8601."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime

from dateline.intake.dump.stamps import stamps_in
from dateline.text import Span

_ISO = re.compile(
    r"\s*(?P<day>(?:19|20)\d\d-\d\d?-\d\d?)(?:[T\s]+(?P<h>\d\d?):(?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d?:?(?:\d\d)?)?(?![\d])",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?\s*(Z|[+-]\d\d:?\d\d)?\s*$"
)
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?\s*$")
_FIRST_YEAR = 1990
"""Epoch seconds before it are some other number."""


def iso_of(words: str) -> str | None:
    """Return an ISO 8601 date or date-time with its zone as stated; None when it is no date.

    Reads ISO 8601 in its loose forms, RFC 2822, epoch seconds or milliseconds, and written dates.
    """
    words = words[:120]
    if match := _ISO.match(words):
        return _iso(match)
    if match := _COMPACT.match(words):
        year, month, day, hour, minute, second, zone = match.groups()
        value = _day(int(year), int(month), int(day))
        if value and hour and int(hour) < 24 and int(minute) < 60:
            value += f"T{hour}:{minute}:{second or '00'}{_zone(zone)}"
        return value
    if match := _EPOCH.match(words):
        moment = datetime.datetime.fromtimestamp(int(match.group(1)), datetime.UTC)
        return moment.isoformat() if moment.year >= _FIRST_YEAR else None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    stamps = stamps_in(words, Span(0, len(words)))
    return stamps[0].value if stamps else None


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = (int(part) for part in match.group("day").split("-"))
    value = _day(year, month, day)
    hour = match.group("h")
    if value is None or hour is None:
        return value
    minute, second = int(match.group("m")), int(match.group("s") or 0)
    if int(hour) > 23 or minute > 59 or second > 60:
        return value
    seconds = f":{min(second, 59):02d}" if match.group("s") else ""
    return f"{value}T{int(hour):02d}:{minute:02d}{seconds}{_zone(match.group('zone'))}"


def _zone(words: str | None) -> str:
    if not words:
        return ""
    if words.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = words[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    if int(hours) > 23 or int(minutes) > 59:
        return ""
    return f"{words[0]}{int(hours):02d}:{minutes}"


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
