"""Clears what a figure measures, and of whom, of words that belong to others.

Those are the words of other figures, of the dateline and of who tells the figure; where a share
stands right beside its owner, other names are of other shares.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from dateline.reading.figures.english.measured import OUTPUT
from dateline.reading.figures.measured import Measured
from dateline.reading.names.english.openings import DATELINE
from dateline.text import Span

_start_of = attrgetter("start")
_LONGEST_DATELINE = 80
_OWNED = ("percent", "vote", "seat")
_FOR = re.compile(r"(?: of the votes?)? for (?:the )?")
_EDGES = re.compile(r"[^\W\d_](?:.*\w)?")
_OUTPUT = re.compile(OUTPUT)


def cleared(
    text: str,
    figure: Span,
    unit: str | None,
    measured: Measured,
    others: Sequence[Span],
    *,
    block: Span | None,
    tellers: Sequence[Span],
) -> Measured:
    """Return what a figure measures and of whom without the words of others.

    ``others`` are the passage's figures, ``block`` the paragraph and ``tellers`` whose word it is.
    """
    spans = (*measured.measure, *measured.subject)
    if not spans:
        return measured
    stretch = Span(min(span.start for span in spans), max(span.end for span in spans))
    foreign = [other for other in _within(stretch, others) if other != figure]
    opened = _opening(text, block, stretch.start)
    measure, subject = list(measured.measure), list(measured.subject)
    if foreign or stretch.start < opened:
        measure = _own(text, measure, foreign, opened, figure)
        subject = _own(text, subject, foreign, opened, figure)
    if tellers:
        measure = [span for span in measure if not any(map(span.overlaps, tellers))]
    if unit is not None and unit.split(" ")[-1] in _OWNED:
        subject = _right_beside(text, figure, subject)
    if unit == "percent" and subject and _is_output(text, measure):
        # "The deficit is 3.1% of GDP" measures the deficit.
        measure, subject = sorted([*measure, *subject]), []
    return Measured(tuple(measure), tuple(subject))


def _opening(text: str, block: Span | None, at: int) -> int:
    """Return where a paragraph begins behind its dateline, which is looked for before a place."""
    if block is None:
        return 0
    if at > block.start + _LONGEST_DATELINE:
        return block.start
    found = DATELINE.match(text, block.start, block.end)
    return block.start if found is None else found.end()


def _own(
    text: str, spans: Sequence[Span], foreign: Sequence[Span], opened: int, figure: Span
) -> list[Span]:
    """Return the words that are no other figure's and do not stand in the dateline."""
    own: list[Span] = []
    for words in spans:
        if words.start < opened <= figure.start:
            continue
        kept: Span | None = words
        for other in foreign:
            if kept is not None and kept.overlaps(other):
                kept = _without(text, kept, other)
        if kept is not None:
            own.append(kept)
    return own


def _within(words: Span, others: Sequence[Span]) -> Sequence[Span]:
    """Return those of the figures, which come in text order, that some words may overlap."""
    stop = bisect_left(others, words.end, key=_start_of)
    start = stop
    while start and others[start - 1].end > words.start:
        start -= 1
    return others[start:stop]


def _without(text: str, words: Span, other: Span) -> Span | None:
    """Return what is left of some words without another figure: ``penalty`` of ``5% penalty``."""
    start, end = (other.end, words.end) if other.end < words.end else (words.start, other.start)
    if start >= end:
        return None
    rest = _EDGES.search(text, start, end)
    return Span(*rest.span()) if rest is not None else None


def _right_beside(text: str, figure: Span, subject: list[Span]) -> list[Span]:
    """Return the owner named right before a share or right behind it, else all of them."""
    if len(subject) < _SEVERAL:
        return subject
    behind = _FOR.match(text, figure.end)
    for span in subject:
        named = text[span.start].isupper()
        if named and behind is not None and span.start == behind.end():
            return [span]
    before = [s for s in subject if s.end == figure.start - 1 and text[s.start].isupper()]
    return before or subject


_SEVERAL = 2


def _is_output(text: str, measure: Sequence[Span]) -> bool:
    return bool(measure) and all(_OUTPUT.fullmatch(span.of(text)) for span in measure)
