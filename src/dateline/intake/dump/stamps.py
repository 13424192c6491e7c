"""Publication and update times as pages state them."""

from __future__ import annotations

import datetime
import re

import msgspec

from dateline.intake.wire.english import MONTHS
from dateline.records import Note
from dateline.text import Span, without_entities

ONLY_UPDATED = Note(
    code="only-updated", text="The page states when it was updated, not when it was published."
)


class Stamp(msgspec.Struct, frozen=True):
    """A stated time: its words, its ISO 8601 value, and whether it is of an update."""

    span: Span
    value: str
    updated: bool = False
    labelled: bool = False
    """Whether a word such as ``Published`` or ``Updated`` stands before it."""


_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_CENTURIES = ("19", "20")
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d(?!\d?[:.]\d\d))"
"""A time of day may be glued to the year."""
_FORMS = (
    r"(?P<iso>(?:19"
    r"|20)\d\d-\d\d-\d\d)(?:[T ](?P<isotime>\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?P<isozone>Z"
    r"|[+-]\d\d:?\d\d)?)?",
    rf"(?P<m1>{_MONTH})\s?{_DAY.format('d1')}\s?,?\s{_YEAR.format('y1')}",
    rf"(?<!\d){_DAY.format('d2')}\s(?:of\s)?(?P<m2>{_MONTH}),?\s{_YEAR.format('y2')}",
    rf"(?<![\d/.]){_YEAR.format('y3')}/(?P<n3>\d{{1,2}})/(?P<d3>\d{{1,2}})(?![\d/])",
    rf"(?<![\d/.])(?P<a4>\d{{1,2}})(?P<sep>[/.-])(?P<b4>\d{{1,2}})(?P=sep){_YEAR.format('y4')}",
    r"(?P<y5>(?:19|20)\d\d)年(?P<n5>\d{1,2})月(?P<d5>\d{1,2})日",
)
_DATE = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)
_CLOCK_START = r"(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d)(?::[0-5]\d)?)?"
_ZONE = (
    r"(?P<zone>(?:GMT|UTC)(?:\s?[+-]\s?\d{1,2}(?::?\d\d)?)?|BST|EDT"
    r"|EST|CDT|CST|PDT|PST|ET|PT|CET|CEST|IST|JST|AEST|AEDT|Z)"
)
_CLOCK_FORM = rf"{_CLOCK_START}\s?(?P<half>[ap]\.?m\b\.?)?\s?{_ZONE}?(?![\w:])"
_CLOCK = re.compile(rf"(?<![\d:]){_CLOCK_FORM}", re.IGNORECASE)
_GLUED_CLOCK = re.compile(rf"(?=\d{{1,2}}:\d\d){_CLOCK_FORM}", re.IGNORECASE)
_LEADING_CLOCK = re.compile(
    rf"{_CLOCK_START}(?:\s?(?P<half>[ap]\.?m\b\.?))?(?:\s?{_ZONE}(?![^\W\d_]))?(?![\d:])",
    re.IGNORECASE,
)
_STATED_OFFSET = re.compile(r"([+-])\s?(\d{1,2}):?(\d\d)?$")
ZONES: dict[str, str] = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "edt": "-04:00", "est": "-05:00", "cdt": "-05:00", "cst": "-06:00",
    "pdt": "-07:00", "pst": "-08:00", "jst": "+09:00", "aest": "+10:00", "aedt": "+11:00",
}  # fmt: skip
"""Abbreviations that stand for one offset on a news page; IST, ET and PT do not."""
_UPDATED = re.compile(
    r"\b(?:last )?(?:updated?|modified|revised|amended)(?![^\W\d_])(?: (?:on|at))?", re.IGNORECASE
)
_PUBLISHED = re.compile(
    r"\b(?:first )?(?:published|posted|created|issued|filed|uploaded"
    r"|publi[ée])(?![^\W\d_])(?: (?:on|at))?|^date\b",
    re.IGNORECASE,
)
"""A time of day may be glued to these words."""
_BETWEEN = re.compile(
    r"[\s,|•·@–—/-]*(?:at\b)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\b\.?)?(?:on\b)?[\s,|•·@–—-]*",
    re.IGNORECASE,
)
"""What may stand between a date and its time of day."""
_CLOCK_REACH = 24
_LONGEST_STAMP, _LONGEST_ZONE = 48, 8
"""Characters of a line that is a date and time alone, and of what may stand beside them in it."""
_LABEL_REACH = 48
_REACH = 600


def stamps_in(text: str, span: Span, *, day_first: bool | None = None) -> tuple[Stamp, ...]:
    """Return the dates with a year that a stretch states, with the time of day beside them.

    All-number dates whose day and month could change places are left out, unless ``day_first``
    tells which is which.
    """
    clean = without_entities(text[span.start : min(span.end, span.start + _REACH)])
    if not any(century in clean for century in _CENTURIES):
        return ()
    out: list[Stamp] = []
    previous = 0
    for match in _DATE.finditer(clean):
        day = _day_of(match, day_first)
        if day is None:
            continue
        before = clean[max(previous, match.start() - _LABEL_REACH) : match.start()]
        value, start, end = day.isoformat(), match.start(), match.end()
        if match.group("iso"):
            if match.group("isotime"):
                zone = (match.group("isozone") or "").upper().replace("Z", "+00:00")
                value += "T" + match.group("isotime") + zone
        elif (clock := _clock_beside(clean, match, previous)) is not None:
            value += clock[0]
            start, end = min(start, clock[1].start), max(end, clock[1].end)
        updated = _last(_UPDATED, before)
        published = _last(_PUBLISHED, before)
        out.append(
            Stamp(
                span=Span(start, end).shifted(span.start),
                value=value,
                updated=updated > published,
                labelled=max(updated, published) >= 0,
            )
        )
        previous = end
    return tuple(out)


def is_stamp(text: str, span: Span) -> bool:
    """Tell whether a stretch is a date with its time of day and no more: ``May 4, 2031 2 pm ET``.

    A lone date may be a sub-head of what happened on that day.
    """
    words = text[span.start : span.end].strip()
    if not 12 <= len(words) <= _LONGEST_STAMP:
        return False
    stamps = stamps_in(text, span)
    return (
        len(stamps) == 1
        and "T" in stamps[0].value
        and len(words) - len(stamps[0].span) <= _LONGEST_ZONE
    )


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _day_of(match: re.Match[str], day_first: bool | None) -> datetime.date | None:
    groups = match.groupdict()
    try:
        if groups["iso"]:
            return datetime.date.fromisoformat(groups["iso"])
        for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2")):
            if groups[year]:
                number = MONTHS[groups[month].rstrip(".").casefold()]
                return datetime.date(int(groups[year]), number, int(groups[day]))
        for year, month, day in (("y3", "n3", "d3"), ("y5", "n5", "d5")):
            if groups[year]:
                return datetime.date(int(groups[year]), int(groups[month]), int(groups[day]))
        first, second = int(groups["a4"]), int(groups["b4"])
        if groups["sep"] == "." or first > 12 or first == second:
            first, second = second, first
        elif second <= 12:
            if day_first is None:
                return None
            first, second = (second, first) if day_first else (first, second)
        return datetime.date(int(groups["y4"]), first, second)
    except ValueError:
        return None


def _clock_beside(clean: str, date: re.Match[str], previous: int) -> tuple[str, Span] | None:
    """Return the time of day right after or before a date as its ISO suffix, and where."""
    after = _GLUED_CLOCK.match(clean, date.end()) or _CLOCK.search(
        clean, date.end(), min(len(clean), date.end() + _CLOCK_REACH)
    )
    low = max(previous, date.start() - _CLOCK_REACH)
    before = next(reversed(list(_CLOCK.finditer(clean, low, date.start()))), None)
    for clock in (after, before):
        if clock is None or not (clock.group("m") or clock.group("half")):
            continue
        between = (
            clean[date.end() : clock.start()]
            if clock is after
            else clean[clock.end() : date.start()]
        )
        if not _BETWEEN.fullmatch(between):
            continue
        if (suffix := _suffix(clock)) is not None:
            return suffix, Span(*clock.span())
    return None


def _suffix(clock: re.Match[str]) -> str | None:
    """Return a time of day as the suffix of an ISO 8601 date."""
    hour, minute = int(clock.group("h")), int(clock.group("m") or 0)
    if half := clock.group("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    zone = _offset(clock.group("zone") or "")
    return f"T{hour:02d}:{minute:02d}{zone}"


def _offset(zone: str) -> str:
    """Return a zone as the offset of an ISO 8601 time; none for one that has several."""
    stated = _STATED_OFFSET.search(zone)
    if stated is None:
        return ZONES.get(zone.casefold(), "")
    return f"{stated[1]}{int(stated[2]):02d}:{stated[3] or '00'}"


def clock_at(words: str, start: int) -> tuple[str, int] | None:
    """Return the time of day that begins right there as an ISO suffix, and where it ends.

    A word may be glued to it: ``20:42Mira Olt``.
    """
    match = _LEADING_CLOCK.match(words, start)
    if match is None or not (match.group("m") or match.group("half")):
        return None
    suffix = _suffix(match)
    return None if suffix is None else (suffix, match.end())


_URL_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/-]|$)", re.IGNORECASE
)


def date_in_url(url: str) -> str | None:
    """Return the day an address carries in its path (``/2031/03/04/``), as an ISO date."""
    match = _URL_DATE.search(url)
    if match is None:
        return None
    month = MONTHS.get(match.group(2).casefold()) or (
        int(match.group(2)) if match.group(2).isdigit() else 0
    )
    try:
        return datetime.date(int(match.group(1)), month, int(match.group(3))).isoformat()
    except ValueError:
        return None
