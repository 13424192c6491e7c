"""One timeline entry in words, the same in every form."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.records import PageSpan, ReadReport, Record, TimelineEntry
from dateline.show.dates import day_label, when_of
from dateline.show.views import outlet_of, statement_line, words_of
from dateline.text import Span

Reads = Mapping[str, ReadReport]
"""The reports by their ids."""


class HappeningLine(Record, frozen=True, kw_only=True):
    """A timeline entry to show: when, what, and which reports tell it."""

    when: str
    words: str
    status: str
    told: tuple[PageSpan, ...]
    """Where each report tells it, once a report; the first is that of the words."""
    claimed: str
    """Who says so, where it stands in a statement alone; empty otherwise."""
    doubts: tuple[str, ...]
    """What else there is to know: no longer due, dates that differ, a date that no words give."""


_SOMEONE = "someone"


def happening_line(entry: TimelineEntry, reads: Reads) -> HappeningLine:
    """Return a timeline entry as it is shown."""
    doubts = [
        (entry.superseded, "date no longer holds"),
        (entry.conflict, _difference(entry)),
        (entry.by_dateline, "dated by the report's day"),
    ]
    return HappeningLine(
        when=when_of(entry),
        words=words_at(entry.span, reads),
        status=entry.status,
        told=_told(entry),
        claimed=_claimant(entry, reads) if entry.claimed else "",
        doubts=tuple(words for holds, words in doubts if holds),
    )


def words_at(span: PageSpan, reads: Reads) -> str:
    """Return the source's words of a span on one line."""
    return words_of(reads[span.report].text, [Span(span.start, span.end)])


def entry_key(entry: TimelineEntry) -> str:
    """Return what names an entry on one page: the place of its words."""
    return f"{entry.span.page}:{entry.span.start}-{entry.span.end}@{entry.from_}"


def outlets_of(line: HappeningLine, reads: Reads) -> tuple[str, ...]:
    """Return who reports it, each once: ``Northline ×2`` where two of its reports do."""
    names = [outlet_of(reads[at.report].report) for at in line.told if at.report in reads]
    return tuple(
        f"{name} ×{times}" if (times := names.count(name)) > 1 else name
        for name in dict.fromkeys(names)
    )


def remarks_of(line: HappeningLine) -> list[str]:
    """Return what a reader has to know beside the words: status, whose word it is, doubts."""
    remarks = [line.status] if line.status != "past" else []
    remarks += [f"{line.claimed} says so"] if line.claimed else []
    return [*remarks, *line.doubts]


def _told(entry: TimelineEntry) -> tuple[PageSpan, ...]:
    told: dict[str, PageSpan] = {}
    for at in (entry.span, *entry.sources):
        told.setdefault(at.report, at)
    return tuple(told.values())


def _claimant(entry: TimelineEntry, reads: Reads) -> str:
    """Return who says what stands in the entry's words."""
    read = reads[entry.span.report]
    for happening in read.reading.happenings:
        if (happening.start, happening.end) == (entry.span.start, entry.span.end):
            if happening.statement is None:
                break
            line = statement_line(
                read.reading.statements[happening.statement], read.reading, read.text
            )
            return line.speaker if line.named or line.source else _SOMEONE
    return _SOMEONE


def _difference(entry: TimelineEntry) -> str:
    days = ", ".join(day_label(day) for day in entry.other_dates)
    return f"dates differ: also {days}" if days else "dates differ"
