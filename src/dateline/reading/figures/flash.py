"""Figures of wire flashes: lines without a verb, ``* Q3 revenue $4.1 bln vs $3.9 bln``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from dateline.reading.figures.english.flash import (
    AGAIN,
    FORETOLD,
    HEDGES,
    OPENING,
    PERIODS,
    SEEN,
)
from dateline.reading.table import Table
from dateline.records import Figure
from dateline.text import Span

_LINE = re.compile(r"(?m)^[ \t]*[*•▪◦-][ \t]+(?=\S)")
_BREAK = re.compile(r"[;,(:] ")
_OPENS = re.compile(rf"(?:\W|\b(?:{OPENING})\b)*", re.IGNORECASE)
_PERIOD = re.compile(rf".*\b(?:{PERIODS})\b[\s:]*", re.IGNORECASE)
_HEDGED = re.compile(rf"(?:[\s:=(,+-]|\b(?:{HEDGES})(?![\w])\.?)*$", re.IGNORECASE)
_AGAIN = re.compile(rf"\b(?:{AGAIN})\b", re.IGNORECASE)
_FORETOLD = re.compile(rf"\b(?:{FORETOLD})\b", re.IGNORECASE)
_SEEN = re.compile(rf"\W*(?:{SEEN})\b", re.IGNORECASE)
_PRESENT = frozenset("VBZ MD".split())
_VERBS = _PRESENT.union(("VBD", "VBP"))


def flash_lines(text: str) -> tuple[int, ...]:
    """Return where the lines of a text begin that are items of a list."""
    return tuple(match.end() for match in _LINE.finditer(text))


class FlashReader:
    """Reads what the figures of one passage's list items measure."""

    __slots__ = ("_lines", "_table", "_text")

    def __init__(self, table: Table, text: str) -> None:
        self._table = table
        self._text = text
        self._lines = flash_lines(text)

    def read(self, figure: Figure, told: Sequence[Figure]) -> Figure:
        """Return a figure with what its line says that it measures, where that has no verb.

        What it is set beside (``vs $3.9 bln``, ``prior view``) measures the same as the figure
        before it.
        """
        line = self._line_of(figure.start)
        if line is None:
            return figure
        before = told[-1] if told and told[-1].start >= line else None
        start = before.end if before is not None else line
        lead = self._text[start : figure.start]
        if before is not None and (_AGAIN.search(lead) or _HEDGED.fullmatch(lead)):
            return self._again(figure, before, lead, start)
        opened = start
        for found in _BREAK.finditer(lead, 0, max(len(lead) - 2, 0)):
            opened = start + found.end()
        opening = _OPENS.match(self._text, opened, figure.start)
        measure = self._measured(opening.end() if opening else opened, figure.start)
        if measure is None:
            return figure
        seen = _SEEN.match(self._text, start)
        return msgspec.structs.replace(
            figure,
            measure=(measure,),
            subject=(),
            basis=figure.basis or ("forecast" if seen else None),
            basis_span=figure.basis_span or ((Span(*seen.span()),) if seen else ()),
        )

    def _line_of(self, at: int) -> int | None:
        before = bisect_right(self._lines, at)
        if not before or self._text.find("\n", self._lines[before - 1], at) >= 0:
            return None
        return self._lines[before - 1]

    def _again(self, figure: Figure, before: Figure, lead: str, start: int) -> Figure:
        foretold = _FORETOLD.search(lead)
        if figure.unit != before.unit and foretold is None and figure.measure:
            return figure
        return msgspec.structs.replace(
            figure,
            measure=before.measure,
            subject=before.subject,
            basis="forecast" if foretold else figure.basis,
            basis_span=(Span(*foretold.span()).shifted(start),) if foretold else figure.basis_span,
        )

    def _measured(self, start: int, end: int) -> Span | None:
        """Return the words of a lead that name what is measured; None where it has a verb."""
        period = _PERIOD.match(self._text, start, end)
        if period is not None:
            start = period.end()
        hedged = _HEDGED.search(self._text[start:end])
        end -= len(hedged.group()) if hedged else 0
        words = self._text[start:end].strip()
        table = self._table
        if not words or not words[0].isalpha():
            return None
        # "Telvano Q3 adjusted EPS": what stands behind a period is a noun.
        told = _VERBS if period is None else _PRESENT
        verbs = any(
            table.tag[i] in told and any(table.dep[c] == "nsubj" for c in table.children(i))
            for i in table.over(start, end)
        )
        if verbs and not words.isupper():
            return None
        return Span(start, end)
