"""Figures that leave to the ones before them what they measure.

``Put the number at 150`` gives another number for what was told last, and ``came second with
18.2%`` another share of the vote told of before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from dateline.reading.figures.english.measured import COMPARING, OUTPUT, SHARED
from dateline.reading.figures.english.phrases import HEDGE
from dateline.reading.figures.nouns import is_person, singular
from dateline.records import Figure
from dateline.text import Span

_OF_THEM = re.compile(r" of (?:them|these|those)\b")
_NO_COUNTS = ("percent", "point", "year", "month", "week", "day", "hour", "of age")
_COMPARED = re.compile(rf"\b(?:{COMPARING})(?: about| around| nearly| just)? $", re.IGNORECASE)
_OR_ELSE = re.compile(r",? or (?:about )?| \((?:about )?")
_OF_THE = re.compile(r"\b[Oo]f (?:the |its |their |those |about |some )*$")
_COMES_FIRST = re.compile(rf" [\w’' -]{{3,40}}, {HEDGE}?")
_MORE_THAN = re.compile(r" (?:more|less|fewer|higher|lower) than\b")
_COMMA = re.compile(rf"[^,.;]{{0,60}}, (?:or )?{HEDGE}?")
_TO = re.compile(rf" to {HEDGE}?")
_OUTPUT = re.compile(OUTPUT)
_PER_SHARE = re.compile(r"\bEPS\b|\bper share\b")
_CODE = len("USD")
_OF_IT = ("percent", None)
_BESIDE = 90
_REACH = 500
"""How many characters back a figure may lie that another takes up."""


def taken_up(
    text: str, figure: Figure, told: Sequence[Figure], *, back: bool, it: bool = False
) -> Figure:
    """Return a figure with the measure that it leaves to one of those told before.

    ``back`` tells whether its words refer back to the number told last, ``it`` whether it is what
    something told of is.
    """
    if it and not figure.measure and (figure.unit in _OF_IT or (figure.unit or "")[:3].isupper()):
        last = next((other for other in _near(figure, told) if _one_kind(figure, other)), None)
        if last is not None and text.count(". ", last.end, figure.start) <= 1:
            return msgspec.structs.replace(
                figure, unit=last.unit, measure=last.measure, subject=last.subject
            )
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
    if told and 0 < figure.start - told[-1].end < _BESIDE:
        from_last = _from_last(text, figure, told)
        if from_last is not None:
            return from_last
    if figure.unit != "percent" or not figure.subject or figure.measure:
        return figure
    share = next((other for other in _near(figure, told) if _is_shared(text, other)), None)
    if share is None:
        return figure
    measure = tuple(span for span in share.measure if _names_shared(text, span))
    return msgspec.structs.replace(figure, measure=measure)


def _from_last(text: str, figure: Figure, told: Sequence[Figure]) -> Figure | None:
    """Return a figure with what it leaves to the one right before it; None if it leaves nothing."""
    last = told[-1]
    if not figure.measure:
        beside = next((other for other in _near(figure, told) if other.unit == figure.unit), None)
        if beside is not None and _is_compared(text, figure, beside, last):
            return msgspec.structs.replace(
                figure, measure=beside.measure, subject=figure.subject or beside.subject
            )
        if last.bound in ("up", "down") and _TO.fullmatch(text, last.end, figure.start):
            # "By a quarter of a point to 7 percent."
            return msgspec.structs.replace(
                figure, measure=last.measure, subject=figure.subject or last.subject
            )
    if _MORE_THAN.match(text, figure.end) and _COMMA.fullmatch(text, last.end, figure.start):
        # "1.8m pounds of food, 22% more than in May."
        return msgspec.structs.replace(figure, measure=last.measure, subject=last.subject)
    if figure.unit == "percent" and _is_told_in_output(text, figure, last):
        # "A deficit of $4.6 billion, or 3.1% of GDP."
        return msgspec.structs.replace(figure, measure=(*last.measure, *figure.measure))
    if figure.unit is None and _is_some_of(text, figure, last):
        return msgspec.structs.replace(figure, unit=last.unit)
    return None


def _near(figure: Figure, told: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures told right before one, the last first."""
    return takewhile(lambda other: figure.start - other.end <= _REACH, reversed(told))


def _one_kind(figure: Figure, told: Figure) -> bool:
    """Tell whether a number may be another one for what a figure tells."""
    if told.unit is None or told.unit.endswith(" of age"):
        return False
    return figure.unit == told.unit or (figure.unit is None and told.unit.islower())


def _is_told_in_output(text: str, figure: Figure, told: Figure) -> bool:
    """Tell whether a share of the economy tells a sum another way."""
    output = figure.measure and all(_OUTPUT.fullmatch(span.of(text)) for span in figure.measure)
    another = _OR_ELSE.fullmatch(text, told.end, figure.start) is not None
    return bool(output) and another


def per_share(text: str, figure: Figure) -> Figure:
    """Return a sum of money that measures earnings per share as one per share."""
    unit = figure.unit
    if unit is None or len(unit) != _CODE or not unit.isupper():
        return figure
    if not any(_PER_SHARE.search(text, span.start, span.end) for span in figure.measure):
        return figure
    return msgspec.structs.replace(figure, unit=f"{unit} per share")


def _is_some_of(text: str, part: Figure, whole: Figure) -> bool:
    """Tell whether a bare number counts some of those told of: ``of the 40 sailors, 12 left``."""
    opens = _OF_THE.search(text, max(0, whole.start - 24), whole.start) is not None
    gap = text[whole.end : part.start]
    return opens and _is_count(part, whole) and _COMES_FIRST.fullmatch(gap) is not None


def _is_compared(text: str, figure: Figure, told: Figure, last: Figure) -> bool:
    """Tell whether a figure is what one before it is set beside: ``compared with 2.5%``.

    Between them may stand only the ``last`` one, that tells the first another way.
    """
    if last is not told and _OR_ELSE.fullmatch(text, told.end, last.start) is None:
        return False
    gap = text[last.end : figure.start]
    alike = figure.unit == told.unit and bool(told.measure)
    return alike and ". " not in gap and _COMPARED.search(gap) is not None


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
