"""What must hold of whatever a reader makes of an input, however damaged."""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable

import msgspec

from dateline.records import Page, Reading, Report
from dateline.text import Span, without_entities

_SHOWN = ("headline", "authors", "publisher", "outlet", "place", "version")
"""Fields that are words of the page, not names made of them."""


def checked_spans(spans: Iterable[Span], text: str, what: str) -> None:
    """Raise AssertionError for a span that is empty or lies outside the text."""
    for span in spans:
        assert 0 <= span.start < span.end <= len(text), f"{what} outside the text"


def checked_page(page: Page) -> None:
    """Raise AssertionError for spans out of place, words that are not those of their span,
    dates that are none, and what cannot be written as JSON.
    """
    at = 0
    for part in page.parts:
        assert at <= part.start < part.end <= len(page.text), "parts out of order"
        at = part.end
    assert len({report.id for report in page.reports}) == len(page.reports), "ids given twice"
    for report in page.reports:
        _checked_report(report, page.text)
    msgspec.json.encode(page)


def _checked_report(report: Report, text: str) -> None:
    checked_spans(report.body, text, "body")
    assert list(report.body) == sorted(report.body), "body out of order"
    assert set(report.subheads) <= set(report.body), "sub-head outside the body"
    for name in report.evidence.__struct_fields__:
        spans: tuple[Span, ...] = getattr(report.evidence, name)
        checked_spans(spans, text, name)
        if name in _SHOWN and spans:
            given = getattr(report, name)
            values = given if isinstance(given, tuple) else (given,)
            known = {_plain(value) for value in values if value}
            assert all(_plain(span.of(text)) in known for span in spans), f"{name} not as shown"
    for date in (report.published, report.updated):
        if date is not None:
            checked_date(date)


def checked_date(value: str) -> None:
    """Raise AssertionError for what does not begin with a day in ISO 8601."""
    try:
        datetime.date.fromisoformat(value[:10])
    except ValueError:
        raise AssertionError(f"no date: {value[:40]!r}") from None


def checked_reading(reading: Reading, text: str) -> None:
    """Raise AssertionError for a fault in a layer, and for items outside the text."""
    for note in reading.notes:
        assert note.code != "not-read-error", note.text
    for statement in reading.statements:
        for spans in (statement.content, statement.source, statement.cue, statement.via):
            checked_spans(spans, text, "statement")
    checked_spans((Span(each.start, each.end) for each in reading.figures), text, "figure")
    checked_spans((Span(each.start, each.end) for each in reading.times), text, "time")
    msgspec.json.encode(reading)


def _plain(words: str) -> str:
    """Return words with entities read, for comparing what is stated with where it stands."""
    return " ".join(html.unescape(without_entities(words)).split())
