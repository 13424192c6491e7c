"""Figures that leave to the ones before them what they measure.

``Put the number at 150`` gives another number for what was told last, and ``came second with
18.2%`` another share of the vote told of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from dateline.reading.figures.english.measured import COMPARING, SHARED
from dateline.reading.figures.nouns import is_person, singular
from dateline.records import Figure
from dateline.text import Span

_OF_THEM = re.compile(r" of (?:them|these|those)\b")
_NO_COUNTS = ("percent", "point", "year", "month", "week", "day", "hour", "of age")
_COMPARED = re.compile(rf"\b(?:{COMPARING})(?: about| around| nearly| just)? $", re.IGNORECASE)
_BESIDE = 90
_REACH = 500
"""How many characters back a figure may lie that another takes up."""


def taken_up(text: str, figure: Figure, told: Sequence[Figure], *, back: bool) -> Figure:
    """Return a figure with the measure that it leaves to one of those told before.

    ``back`` tells whether its words refer back to the number told last.
    """
    if back:
        last = next((other for other in _near(figure, told) if _one_kind(figure, other)), None)
        if last is None:
            return figure
        return msgspec.structs.replace(
            figure, unit=last.unit, measure=last.measure, subject=last.subject or figure.subject
        )
    if figure.unit is None and _OF_THEM.match(text, figure.end):
        whole = next((other for other in _near(figure, told) if _is_count(figure, other)), None)
        if whole is not None:
            return msgspec.structs.replace(
                figure, unit=whole.unit, measure=whole.measure, subject=()
            )
    if not figure.measure and told and _is_compared(text, figure, told[-1]):
        return msgspec.structs.replace(
            figure, measure=told[-1].measure, subject=figure.subject or told[-1].subject
        )
    if figure.unit != "percent" or not figure.subject or figure.measure:
        return figure
    share = next((other for other in _near(figure, told) if _is_shared(text, other)), None)
    if share is None:
        return figure
    measure = tuple(span for span in share.measure if _names_shared(text, span))
    return msgspec.structs.replace(figure, measure=measure)


def _near(figure: Figure, told: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures told right before one, the last first."""
    return takewhile(lambda other: figure.start - other.end <= _REACH, reversed(told))


def _one_kind(figure: Figure, told: Figure) -> bool:
    """Tell whether a number may be another one for what a figure tells."""
    if told.unit is None or told.unit.endswith(" of age"):
        return False
    return figure.unit == told.unit or (figure.unit is None and told.unit.islower())


def _is_compared(text: str, figure: Figure, told: Figure) -> bool:
    """Tell whether a figure is what the one before it is set beside: ``compared with 2.5%``."""
    gap = text[told.end : figure.start]
    alike = figure.unit == told.unit and bool(told.measure)
    return alike and len(gap) < _BESIDE and _COMPARED.search(gap) is not None and "." not in gap


def _is_count(part: Figure, told: Figure) -> bool:
    """Tell whether a figure counts what a number is a part of: ``17 sailors, 12 of them …``."""
    if told.unit is None or part.value is None or told.value is None or told.value < part.value:
        return False
    return told.unit_text is not None and told.unit.islower() and not told.unit.endswith(_NO_COUNTS)


def _is_shared(text: str, share: Figure) -> bool:
    """Tell whether a percentage is somebody's share of what others have shares of too."""
    return share.unit == "percent" and any(_names_shared(text, span) for span in share.measure)


def _names_shared(text: str, words: Span) -> bool:
    return not SHARED.isdisjoint(words.of(text).lower().split())


def owned(text: str, figure: Figure, people: Sequence[Span]) -> Figure:
    """Return a percentage with the persons it seems to measure as those who have it.

    Nobody measures so many per cent: ``the lawyer came second with 18.2%``.
    """
    if figure.unit != "percent" or figure.bound in ("up", "down"):
        return figure
    owners = [
        span
        for span in figure.measure
        # "18.2% of the voters" are a share of them.
        if span.end <= figure.start and _is_somebody(text, span, people)
    ]
    if not owners:
        return figure
    rest = tuple(span for span in figure.measure if span not in owners)
    return msgspec.structs.replace(
        figure, measure=rest, subject=tuple(sorted({*owners, *figure.subject}))
    )


def _is_somebody(text: str, words: Span, people: Sequence[Span]) -> bool:
    if any(words.overlaps(span) and words.end <= span.end for span in people):
        return True
    # "The lawyer Ada Prin" is told by what stands before her name.
    nouns = words.of(text).split()
    while len(nouns) > 1 and nouns[-1][:1].isupper():
        nouns.pop()
    return is_person(singular(nouns[-1]))
