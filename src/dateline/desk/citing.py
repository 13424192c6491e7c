"""Words of a report as a citation to paste: whose they are, where they stand, how to check them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.archive.results import PageInfo
from dateline.desk.rendering import public_url
from dateline.records import Page, ReadReport
from dateline.show.dates import day_label
from dateline.show.links import text_fragment
from dateline.show.views import label_of, statement_line, words_of
from dateline.text import Span

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
_MOST_SPANS = 40


def asked_spans(at: str, length: int) -> tuple[Span, ...]:
    """Return the words that ``?at=START-END,START-END`` asks for; none when it is no such thing."""
    spans = []
    for piece in at.split(",", _MOST_SPANS)[:_MOST_SPANS]:
        match = _SPAN.fullmatch(piece)
        if match is None or not int(match[1]) < int(match[2]) <= length:
            return ()
        spans.append(Span(int(match[1]), int(match[2])))
    return tuple(spans)


def words_cited(read: ReadReport, page: Page, info: PageInfo, spans: Sequence[Span]) -> str:
    """Return the words with their speaker, report and place; what is not known is left out."""
    words = words_of(read.text, spans)
    report = read.report
    said = f"{', '.join(report.authors)}: " if report.authors else ""
    named = [f"“{report.headline}”" if report.headline else "", report.cited_as or ""]
    named += [day_label(report.published) if report.published else "", report.version or ""]
    at = ", ".join(f"{span.start}–{span.end}" for span in spans)
    lines = [
        f"{_whose(read, spans)}{words}",
        f"{said}{', '.join(part for part in named if part)}.",
        text_fragment(public_url(report.url or page.url), words_of(read.text, spans[:1])) or "",
        f"Characters {at} of the text of {label_of(page)} ({read.page}), "
        f"kept {day_label(info.added)} UTC{_digest(info)}.",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _whose(read: ReadReport, spans: Sequence[Span]) -> str:
    """Return who says the words, and that they are the reporter's where nobody is quoted."""
    for statement in read.reading.statements:
        if tuple(statement.content) == tuple(spans):
            line = statement_line(statement, read.reading, read.text)
            role = f", {line.role}" if line.role and line.role not in line.speaker else ""
            own = {"direct": "", "mixed": " (partly quoted)", "indirect": " (paraphrase)"}
            return f"{line.speaker}{role}{own[line.style]}: "
    return ""


def _digest(info: PageInfo) -> str:
    return f", SHA-256 {info.sha256}" if info.sha256 else ""
