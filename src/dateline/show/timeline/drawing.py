"""A timeline drawn in SVG: bars for periods, dots for days, stacked so that no words overlap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape

from dateline.records import TimelineEntry
from dateline.show.timeline.lines import when_of, words_at

WIDTH = 1000
_MARGIN = 30
_ROW = 26
_AXIS = 34
_LETTER = 6.6
_LABEL = 42


def drawing_of(
    timeline: Sequence[TimelineEntry], agenda: Sequence[TimelineEntry], texts: Mapping[str, str]
) -> str:
    """Return the SVG element of a timeline and agenda; empty when nothing has a date.

    Every mark carries its first and last day (``data-from``, ``data-to``, days since 1970) so that
    a script can zoom; without a script the drawing shows the whole stretch.
    """
    marks = [
        (_day(entry.from_), _day(entry.to), entry, kind)
        for kind, entries in (("past", timeline), ("ahead", agenda))
        for entry in entries
        if entry.from_ is not None and entry.to is not None
    ]
    if not marks:
        return ""
    first = min(start for start, *_ in marks)
    last = max(end for _, end, *_ in marks)
    pad = max((last - first) * 0.03, 1.0)
    low, high = first - pad, last + pad
    scale = (WIDTH - 2 * _MARGIN) / (high - low)
    rows: list[float] = []
    drawn: list[str] = []
    for start, end, entry, kind in sorted(marks, key=lambda mark: (mark[0], mark[1])):
        x = _MARGIN + (start - low) * scale
        width = max((end - start) * scale, 6.0)
        words = words_at(entry.span, texts)
        label = words if len(words) <= _LABEL else words[: _LABEL - 1].rstrip() + "…"
        flip = x + width + 8 + len(label) * _LETTER > WIDTH
        reach = (x - 8 - len(label) * _LETTER) if flip else x
        until = (x + width) if flip else (x + width + 8 + len(label) * _LETTER)
        row = next((n for n, taken in enumerate(rows) if taken <= reach), len(rows))
        rows[row:] = [until + 12, *rows[row + 1 :]]
        drawn.append(_mark(start, end, entry, kind, x, width, row, label, words, flip))
    height = _AXIS + len(rows) * _ROW + 12
    return (
        f'<svg class="drawn" viewBox="0 0 {WIDTH} {height}" role="img" data-low="{low:.2f}" '
        f'data-high="{high:.2f}" aria-label="Timeline of {len(marks)} dated happenings; '
        f'the list below has the same entries" tabindex="0">'
        f'<g class="axis">{"".join(_ticks(low, high, scale, height))}</g>'
        f'<g class="marks">{"".join(drawn)}</g></svg>'
    )


def _day(iso: str | None) -> float:
    """Return the days from 1970 to an ISO 8601 moment, to the minute, zones left out."""
    date, _, time = (iso or "").partition("T")
    days = float(dt.date.fromisoformat(date).toordinal() - 719163)
    if time:
        hours, minutes = time[:5].split(":")
        days += (int(hours) * 60 + int(minutes)) / 1440
    return days


def _mark(
    start: float, end: float, entry: TimelineEntry, kind: str, x: float, width: float, row: int,
    label: str, words: str, flip: bool,
) -> str:  # fmt: skip
    y = _AXIS + row * _ROW
    anchor, at = ("end", x - 6) if flip else ("start", x + width + 6)
    style = " ".join([kind, *(["differ"] if entry.conflict else [])])
    return (
        f'<g class="mark {style}" data-from="{start:.3f}" data-to="{end:.3f}">'
        f"<title>{escape(when_of(entry))}: {escape(words)}</title>"
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="12" rx="3"/>'
        f'<text x="{at:.1f}" y="{y + 10}" text-anchor="{anchor}">{escape(label)}</text></g>'
    )


def _ticks(low: float, high: float, scale: float, height: int) -> list[str]:
    out: list[str] = []
    for day, label in _labels(low, high):
        x = _MARGIN + (day - low) * scale
        out.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{height}"/>'
            f'<text x="{x:.1f}" y="14" text-anchor="middle">{label}</text>'
        )
    return out


def _labels(low: float, high: float) -> list[tuple[float, str]]:
    """Return the days at which an axis is marked, at most a dozen, with their labels."""
    first = dt.date.fromordinal(max(int(low) + 719163, 1))
    last = dt.date.fromordinal(max(int(high) + 719163, 1))
    years = last.year - first.year
    step = next((n for n in (1, 2, 5, 10, 20, 50, 100, 200) if years / n <= 10), 500)
    if years >= 2:
        marks = [
            dt.date(y, 1, 1) for y in range(first.year // step * step, last.year + 1, step) if y
        ]
        named = [(mark, str(mark.year)) for mark in marks]
    elif high - low > 60:
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        marks = [dt.date(m // 12, m % 12 + 1, 1) for m in months]
        named = [(mark, mark.isoformat()[:7]) for mark in marks[:: max(len(marks) // 8, 1)]]
    else:
        span = max(int(high - low) // 8, 1)
        marks = [first + dt.timedelta(days=n) for n in range(0, int(high - low) + 1, span)]
        named = [(mark, mark.isoformat()) for mark in marks]
    days = [(float(mark.toordinal() - 719163), label) for mark, label in named]
    return [(day, label) for day, label in days if low <= day <= high]
