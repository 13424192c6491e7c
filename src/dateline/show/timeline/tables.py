"""Timelines as a terminal table, as Markdown and as CSV."""

from __future__ import annotations

import csv
import io
import textwrap
from collections.abc import Sequence

from dateline.records import TimelineEntry
from dateline.show.dates import when_of
from dateline.show.timeline.lines import (
    Reads,
    happening_line,
    outlets_of,
    remarks_of,
    words_at,
)

_SECTIONS = ("Timeline", "Agenda")


def timeline_text(
    timeline: Sequence[TimelineEntry],
    agenda: Sequence[TimelineEntry],
    reads: Reads,
    *,
    width: int = 100,
) -> str:
    """Return the timeline and the agenda as a table for a terminal of a width in characters."""
    out: list[str] = []
    entries = [*timeline, *agenda]
    column = max((len(when_of(entry)) for entry in entries), default=0)
    for title, section in zip(_SECTIONS, (timeline, agenda), strict=True):
        if not section:
            continue
        out += [title, "-" * len(title)]
        for entry in section:
            line = happening_line(entry, reads)
            remarks = "; ".join([*remarks_of(line), ", ".join(outlets_of(line, reads))])
            words = f"{line.words}  [{remarks}]"
            lines = textwrap.wrap(words, max(width - column - 2, 20)) or [""]
            out.append(f"{line.when:<{column}}  {lines[0]}")
            out += [" " * (column + 2) + rest for rest in lines[1:]]
        out.append("")
    return "\n".join(out[:-1]) + "\n" if out else "No dated happenings.\n"


def _cell(text: str) -> str:
    for character in "\\|*_`[]<>#":
        text = text.replace(character, "\\" + character)
    return text


def timeline_markdown(
    timeline: Sequence[TimelineEntry], agenda: Sequence[TimelineEntry], reads: Reads
) -> str:
    """Return the timeline and the agenda as Markdown tables, each row with its sources."""
    out: list[str] = []
    for title, section in zip(_SECTIONS, (timeline, agenda), strict=True):
        if not section:
            continue
        out += [f"## {title}", "", "| When | What | Note | Source |", "|---|---|---|---|"]
        for entry in section:
            line = happening_line(entry, reads)
            cells = (
                line.when,
                line.words,
                "; ".join(remarks_of(line)),
                ", ".join(outlets_of(line, reads)),
            )
            out.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
        out.append("")
    return "\n".join(out) if out else "No dated happenings.\n"


_COLUMNS = (
    "list", "from", "to", "precision", "part", "status", "words", "who", "where", "conflict",
    "superseded", "claimed", "by_dateline", "page", "report", "start", "end", "sources",
)  # fmt: skip


def timeline_csv(
    timeline: Sequence[TimelineEntry], agenda: Sequence[TimelineEntry], reads: Reads
) -> str:
    """Return all entries as CSV (RFC 4180), one a row, with the place of the words on the page."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    for name, section in (("timeline", timeline), ("agenda", agenda)):
        for entry in section:
            span = entry.span
            sources = " ".join(f"{s.report}:{s.start}-{s.end}" for s in entry.sources)
            flags = (entry.conflict, entry.superseded, entry.claimed, entry.by_dateline)
            row = (
                name, entry.from_ or "", entry.to or "", entry.precision or "", entry.mod or "",
                entry.status, _harmless(words_at(span, reads)), _harmless("; ".join(entry.who)),
                _harmless("; ".join(entry.where)), *("yes" if flag else "no" for flag in flags),
                span.page, span.report, span.start, span.end, sources,
            )  # fmt: skip
            writer.writerow(row)
    return buffer.getvalue()


def _harmless(text: str) -> str:
    """Return a cell that a spreadsheet takes for text, never for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
