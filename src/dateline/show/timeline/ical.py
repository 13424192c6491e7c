"""Agendas as iCalendar (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Sequence

from dateline.records import TimelineEntry
from dateline.show.timeline.lines import Reads, happening_line, outlets_of, remarks_of

_STATUS = {"scheduled": "CONFIRMED", "planned": "TENTATIVE", "conditional": "TENTATIVE"}


def agenda_ical(agenda: Sequence[TimelineEntry], reads: Reads, *, stamp: str = "1970-01-01") -> str:
    """Return an agenda as an iCalendar file; periods are events over all their days.

    ``stamp`` is the ISO 8601 day the calendar stands for (the newest report's), as no clock is
    read. An entry keeps its identity as long as its words and report do.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Agenda//EN"]
    for entry in agenda:
        if entry.from_ is None or entry.to is None:
            continue
        line = happening_line(entry, reads)
        words = line.words
        place = f"{entry.span.page} {entry.span.report} {entry.span.start} {words}"
        note = "; ".join([line.when, *remarks_of(line)])
        sources = ", ".join(outlets_of(line, reads))
        lines += [
            "BEGIN:VEVENT",
            f"UID:{hashlib.sha256(place.encode()).hexdigest()[:32]}@dateline",
            f"DTSTAMP:{_digits(stamp[:10])}T000000Z",
            _moment("DTSTART", entry.from_),
            _moment("DTEND", entry.to),
            f"SUMMARY:{_escaped(words)}",
            f"DESCRIPTION:{_escaped(f'{note}. Source: {sources}')}",
            f"STATUS:{'CANCELLED' if entry.superseded else _STATUS.get(entry.status, 'CONFIRMED')}",
        ]
        if entry.where:
            lines.append(f"LOCATION:{_escaped(', '.join(entry.where))}")
        lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _moment(name: str, iso: str) -> str:
    date, _, time = iso.partition("T")
    if not time:
        return f"{name};VALUE=DATE:{_digits(date)}"
    moment = dt.datetime.fromisoformat(iso)
    if moment.tzinfo is None:
        return f"{name}:{moment:%Y%m%dT%H%M%S}"
    return f"{name}:{moment.astimezone(dt.UTC):%Y%m%dT%H%M%S}Z"


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line folded so that no part is longer than 75 bytes."""
    out: list[str] = []
    part = ""
    for character in line:
        limit = 75 if not out else 74
        if len((part + character).encode()) > limit:
            out.append(part)
            part = ""
        part += character
    out.append(part)
    return "\r\n ".join(out)
