"""One timeline entry in words, the same in every form."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.records import PageSpan, TimelineEntry
from dateline.show.dates import day_label, when_of
from dateline.text import without_entities

__all__ = ["entry_key", "remarks_of", "reports_of", "when_of", "words_at"]


def words_at(span: PageSpan, texts: Mapping[str, str]) -> str:
    """Return the source's words of a span on one line; ``texts`` maps page ids to texts."""
    return " ".join(without_entities(texts[span.page][span.start : span.end]).split())


def entry_key(entry: TimelineEntry) -> str:
    """Return what names an entry on one page: the place of its words."""
    return f"{entry.span.page}:{entry.span.start}-{entry.span.end}@{entry.from_}"


def reports_of(entry: TimelineEntry) -> tuple[str, ...]:
    """Return the ids of the reports that tell an entry, each once."""
    spans = (entry.span, *entry.sources)
    return tuple(dict.fromkeys(span.report for span in spans))


def _difference(entry: TimelineEntry) -> str:
    days = ", ".join(day_label(day) for day in entry.other_dates)
    return f"dates differ: also {days}" if days else "dates differ"


def remarks_of(entry: TimelineEntry) -> list[str]:
    """Return what a reader has to know beside the words: status, doubts, number of reports."""
    count = len(reports_of(entry))
    remarks = [
        (entry.status != "past", entry.status),
        (entry.superseded, "date no longer holds"),
        (entry.conflict, _difference(entry)),
        (entry.claimed, "as someone says"),
        (entry.by_dateline, "dated by the report's day"),
        (count > 1, f"{count} reports"),
    ]
    return [words for holds, words in remarks if holds]
