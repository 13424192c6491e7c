"""As of when a figure holds: the date of its sentence that belongs to it, if there is one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from dateline.reading.figures.english.measured import (
    BEFOREHAND,
    COMPARED,
    FROM_LEVEL,
    SAYING,
    SET_BESIDE,
    TIME_PREPOSITIONS,
    WHEN,
)
from dateline.reading.table import Table
from dateline.records import Statement, TimeExpression
from dateline.text import Span

_REACH = 60
_COMPARED = re.compile(COMPARED, re.IGNORECASE)
_BEFOREHAND = re.compile(BEFOREHAND, re.IGNORECASE)
_FROM_LEVEL = re.compile(FROM_LEVEL, re.IGNORECASE)
_BESIDE_WHAT = re.compile(rf"{SET_BESIDE}\s*$", re.IGNORECASE)
_ON_THE = re.compile(r"\b[Oo]n the (?:day|week|month|quarter|year)\b")
_BESIDE_IT = re.compile(rf"(?: [\w-]+){{0,2}} (?:{'|'.join(sorted(TIME_PREPOSITIONS))}) $")
_WHEN = re.compile(WHEN)
_BREAKS = re.compile(r";|\b(?:said|says|told|announced)\b")
"""What parts a figure from a date."""
_DAY = re.compile(r"T[A-Z].*$")
_ATTRIBUTES = frozenset("compound nmod nummod poss amod".split())


class Dates:
    """The dates of one passage, asked for those that figures hold for."""

    __slots__ = ("_ends", "_figures", "_starts", "_table", "_text", "_times")

    def __init__(self, table: Table, text: str, times: Sequence[TimeExpression]) -> None:
        self._table = table
        self._text = text
        self._times = times
        self._starts, self._ends = [time.start for time in times], [time.end for time in times]
        self._figures: list[int] = []

    def over(self, figures: Iterable[Span]) -> None:
        """Note where the passage's figures begin, in text order."""
        self._figures = [span.start for span in figures]

    def holds(self, at: int) -> bool:
        """Tell whether a place of the text lies in a date."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._ends[before]

    def of(
        self,
        figure: Span,
        sentence: Span,
        statement: Statement | None,
        things: Sequence[Span],
    ) -> str | None:
        """Return the value of the date nearest to a figure, one in its own phrase before others.

        ``things`` are the words for what it measures. None for a date that tells when the figure
        was told, what it is compared with, or which of several other things is meant.
        """
        text = self._text
        first = bisect_left(self._ends, max(sentence.start, figure.start - _REACH))
        last = bisect_left(self._starts, min(sentence.end, figure.end + _REACH + 1))
        best: tuple[int, str] | None = None
        for time in self._times[first:last]:
            after = figure.end <= time.start
            between = text[figure.end : time.start] if after else text[time.end : figure.start]
            distance = len(between)
            if after and _BESIDE_IT.fullmatch(between):
                distance = 0
            if distance > _REACH or (best is not None and distance >= best[0]):
                continue
            if time.start < sentence.start or time.end > sentence.end:
                continue
            if not time.value[:1].isdigit() or _BREAKS.search(between):
                continue
            if statement is not None and not any(
                part.start <= time.start and time.end <= part.end for part in statement.content
            ):
                continue
            start = figure.end if after else sentence.start
            if self._is_of_another(figure, time, between, start, after=after):
                continue
            if not self._is_its_own(time, things):
                continue
            best = (distance, _DAY.sub("", time.value))
        return best[1] if best else None

    def _is_of_another(
        self, figure: Span, time: TimeExpression, between: str, start: int, *, after: bool
    ) -> bool:
        """Tell whether a date is that of what a figure is compared with, or of another figure."""
        text = self._text
        if not after and _WHEN.match(between):
            # "The strongest since 1987, when 230 died."
            return False
        if _COMPARED.search(text, _last_break(text, start, time.start), time.start):
            return True
        if _ON_THE.search(text, time.start - 3, time.end) is not None:
            # "0.3% on the month."
            return True
        beforehand = _BEFOREHAND.search(text, time.start, time.end + 9) is not None
        if not after:
            return beforehand and _BESIDE_WHAT.search(text, start, time.start) is not None
        # "$5, or 9 cents a share, from $4, or 8 cents a share, a year earlier."
        other = bisect_left(self._figures, figure.end)
        crossed = other < len(self._figures) and self._figures[other] < time.start
        if crossed:
            return _FROM_LEVEL.search(between) is not None
        return beforehand and _BESIDE_WHAT.search(between) is not None

    def _is_its_own(self, time: TimeExpression, things: Sequence[Span]) -> bool:
        """Tell whether a date stands alone, or before a noun that is the figure's or holds it.

        ``Passed the 2032 budget by 118 votes`` dates the budget.
        """
        table = self._table
        tokens = table.over(time.start, time.end)
        if not tokens:
            return True
        top = table.top_of(tokens)
        noun = table.head[top]
        teller = table.head[noun] if table.dep[top] == "pobj" else noun
        if table.tag[teller].startswith("V") and table.lemma_of(teller) in SAYING:
            # "The office said on Wednesday."
            return False
        if table.dep[top] not in _ATTRIBUTES or noun < tokens.stop:
            return True
        if not table.tag[noun].startswith("N"):
            return True
        if any(span.start <= table.start[noun] < span.end for span in things):
            return True
        link = table.head[noun]
        return table.dep[noun] == "pobj" and table.lower[link] in TIME_PREPOSITIONS


def _last_break(text: str, start: int, end: int) -> int:
    """Return where the stretch begins that holds no stop, comma or bracket but those of numbers.

    What a figure is compared with is named in it, or right behind the comma it begins with.
    """
    at = end
    while at > start:
        at = max(text.rfind(sign, start, at) for sign in ".,;(")
        if at < 0:
            return start
        if text[at] in ";(" or at + 1 >= end or not text[at + 1].isdecimal():
            return at
    return start
