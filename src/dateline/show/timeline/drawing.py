"""A timeline drawn in SVG: bars for periods, dots for days, stacked so that no words overlap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from dateline.records import TimelineEntry
from dateline.show.dates import when_of
from dateline.show.timeline.lines import Reads, entry_key, words_at
from dateline.show.timeline.scale import EPOCH, Scale, ticks_of

WIDTH = 1000
_MARGIN = 24
_ROW = 24
_AXIS = 40
_LETTER = 6.8
_BOLD = 8.5
_LABEL = 46
_DOT = 10.0
_TICK = 62.0
_GAP = 400.0
"""Days from which an empty stretch is drawn as a break of the axis."""


def drawing_of(
    timeline: Sequence[TimelineEntry], agenda: Sequence[TimelineEntry], reads: Reads
) -> str:
    """Return the SVG element of a timeline and agenda; empty when nothing has a date.

    Every mark carries its first and last day (``data-from``, ``data-to``, days since 1970) and the
    drawing where its days lie (``data-knots``), so that a script can zoom; without a script the
    drawing shows the whole stretch. Empty years are drawn shorter and with a broken axis.
    """
    marks = [
        (_day(entry.from_), _day(entry.to), entry, kind)
        for kind, entries in (("past", timeline), ("ahead", agenda))
        for entry in entries
        if entry.from_ is not None and entry.to is not None
    ]
    if not marks:
        return ""
    marks.sort(key=lambda mark: (mark[0], mark[1]))
    scale = Scale(edge for start, end, *_ in marks for edge in (start, end))
    wide = WIDTH - 2 * _MARGIN
    rows: list[float] = []
    drawn: list[str] = []
    for start, end, entry, kind in marks:
        x = _MARGIN + scale.share(start) * wide
        width = max((scale.share(end) - scale.share(start)) * wide, _DOT)
        words = words_at(entry.span, reads)
        label = words if len(words) <= _LABEL else words[: _LABEL - 1].rstrip() + "…"
        reach = 8 + len(when_of(entry)) * _BOLD + (len(label) + 1) * _LETTER
        flip = x + width + reach > WIDTH and x - reach > 0
        low, high = (x - reach, x + width) if flip else (x, x + width + reach)
        row = next((n for n, taken in enumerate(rows) if taken <= low), len(rows))
        rows[row:] = [high + 12, *rows[row + 1 :]]
        drawn.append(_mark(start, end, entry, kind, x, width, row, label, words, flip))
    height = _AXIS + len(rows) * _ROW + 6
    return (
        f'<svg class="drawn" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'data-knots="{scale.knots()}" aria-label="Timeline of {len(marks)} dated happenings; '
        f'the list below has the same entries" tabindex="0">'
        f'<g class="axis">{"".join(_axis(scale, wide, height))}</g>'
        f'<g class="marks">{"".join(drawn)}</g></svg>'
    )


def _day(iso: str | None) -> float:
    """Return the days from 1970 to an ISO 8601 moment, to the minute, zones left out."""
    date, _, time = (iso or "").partition("T")
    days = float(dt.date.fromisoformat(date).toordinal() - EPOCH)
    if time:
        hours, minutes = time[:5].split(":")
        days += (int(hours) * 60 + int(minutes)) / 1440
    return days


def _mark(
    start: float, end: float, entry: TimelineEntry, kind: str, x: float, width: float, row: int,
    label: str, words: str, flip: bool,
) -> str:  # fmt: skip
    y = _AXIS + row * _ROW
    anchor, at = ("end", x - 7) if flip else ("start", x + width + 7)
    style = " ".join([kind, *(["differ"] if entry.conflict else [])])
    when = escape(when_of(entry))
    return (
        f'<g class="mark {style}" data-from="{start:.3f}" data-to="{end:.3f}" '
        f'data-words="{escape(words)}" data-entry="{escape(entry_key(entry))}">'
        f"<title>{when}: {escape(words)}</title>"
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="10" rx="5"/>'
        f'<text x="{at:.1f}" y="{y + 9}" text-anchor="{anchor}">'
        f'<tspan class="when" font-weight="600">{when}</tspan> '
        f'<tspan class="words">{escape(label)}</tspan></text></g>'
    )


def _axis(scale: Scale, wide: float, height: int) -> list[str]:
    out = []
    for a, b in pairwise(scale.days):
        x1, x2 = (_MARGIN + scale.share(day) * wide for day in (a, b))
        broken = ' stroke-dasharray="2 5"' if b - a > _GAP else ""
        out.append(f'<line class="base" x1="{x1:.1f}" x2="{x2:.1f}" y1="24" y2="24"{broken}/>')
    for share, label in ticks_of(scale, _TICK / wide):
        x = _MARGIN + share * wide
        out.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="20" y2="{height}"/>'
            f'<text x="{x:.1f}" y="14" text-anchor="middle">{label}</text>'
        )
    return out
