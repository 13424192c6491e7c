"""Rows of the figure board in words, the same in every form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dateline.records import FigureEntry, FigureRow, ReadReport, Record
from dateline.show.dates import day_label
from dateline.show.values import value_of
from dateline.show.views import outlet_of, words_of
from dateline.text import Span


class EntryLine(Record, frozen=True, kw_only=True):
    """One report's entry in a row of the figure board, to show."""

    value: str
    words: str
    outlet: str
    day: str
    """When the report was published, to the day; empty where it is not known."""
    basis: tuple[str, ...]
    """The basis, whose word it is, and the day it holds for, as far as they are known."""
    spans: tuple[Span, ...]
    """Where the report has it: these words, then the others that say the same."""
    page: str
    report: str
    copy: bool

    @property
    def source(self) -> str:
        """Which report it is: ``Northline, 17 Mar 2024, copy``."""
        return ", ".join(
            part for part in (self.outlet, self.day, "copy" if self.copy else "") if part
        )


_ISO = re.compile(r"\b\d{4}-\d{2}(?:-\d{2})?\b")
_BOTH = re.compile(r"(revised: )?(.+) against \2$")


def reason_of(row: FigureRow) -> str:
    """Return why a row has its verdict, dates as they are read elsewhere; empty without."""
    return _reason(row.reason) if row.reason else ""


@lru_cache(maxsize=1024)
def _reason(reason: str) -> str:
    told = _ISO.sub(lambda found: day_label(found[0]), reason)
    return _BOTH.sub(lambda found: f"{found[1] or ''}{found[2]} on both sides", told)


def entry_lines(
    row: FigureRow, reads: Mapping[str, ReadReport]
) -> tuple[tuple[FigureEntry, EntryLine], ...]:
    """Return the entries of a row as they are shown; ``reads`` maps report ids.

    What a report says twice, in its headline and its text, is shown once: the entry that tells
    more, with the words of both.
    """
    found: dict[tuple[str, int], list[FigureEntry]] = {}
    times: dict[str, int] = {}
    for entry in row.entries:
        report = entry.report
        for number in range(times.get(report, 0)):
            if all(_repeats(entry, other) for other in found[report, number]):
                found[report, number].append(entry)
                break
        else:
            number = times.get(report, 0)
            found[report, number] = [entry]
            times[report] = number + 1
    return tuple(
        (fullest, entry_line(fullest, reads, [one for one in group if one is not fullest]))
        for group in found.values()
        for fullest in (max(group, key=_told),)
    )


def _repeats(a: FigureEntry, b: FigureEntry) -> bool:
    """Tell whether one report's figures are the same, as far as each tells."""
    return (
        (a.value, a.low, a.high, a.bound) == (b.value, b.low, b.high, b.bound)
        and (a.vague, a.moves) == (b.vague, b.moves)
        and all(
            one == other or None in (one, other)
            for one, other in ((a.unit, b.unit), (a.basis, b.basis), (a.as_of, b.as_of))
        )
    )


def _told(entry: FigureEntry) -> int:
    return sum(told is not None for told in (entry.unit, entry.basis, entry.speaker, entry.as_of))


def entry_line(
    entry: FigureEntry, reads: Mapping[str, ReadReport], also: Sequence[FigureEntry] = ()
) -> EntryLine:
    """Return an entry as it is shown; ``also`` are those of its report that say the same."""
    read = reads[entry.report]
    span = Span(entry.start, entry.end)
    as_of = f"as of {day_label(entry.as_of)}" if entry.as_of else None
    words = words_of(read.text, [span])
    published = read.report.published
    return EntryLine(
        value=value_of(entry, words),
        words=words,
        outlet=outlet_of(read.report),
        day=day_label(published[:10]) if published else "",
        basis=tuple(item for item in (entry.basis, entry.speaker, as_of) if item),
        spans=(span, *(Span(one.start, one.end) for one in also)),
        page=read.page,
        report=entry.report,
        copy=entry.copy_of is not None,
    )
