"""What a figure's sentence says of its period, its rate and whether it moved or was before."""

from __future__ import annotations

import re

import msgspec

from dateline.reading.needles import Sought
from dateline.records import Figure, ReadReport
from dateline.story.agreement.english.senses import (
    ANNUAL,
    AS_MUCH,
    CHANGED,
    EARLIER_LEVEL,
    FARTHER,
    FORECASTS,
    FORMER,
    MONTHLY,
    MOVED_TO,
    ONE_OF,
    RESTATED,
    TOLD_BEFORE,
)
from dateline.story.agreement.evoked import stems
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.sentences import Sentence
from dateline.story.agreement.units import unit_class
from dateline.story.agreement.words import WORD, holds_one, stem
from dateline.text import Span

_END = "-END"
"""Marks the end of a period (``by the end of the year``) off from the whole of it."""
_EARLIER_LEVEL = Sought(EARLIER_LEVEL, re.IGNORECASE)
_FORMER = Sought(FORMER, re.IGNORECASE)
_TOLD_BEFORE = re.compile(TOLD_BEFORE)
_FARTHER = re.compile(FARTHER)
_ONE_OF = re.compile(ONE_OF)
_AS_MUCH = re.compile(AS_MUCH)
_HEDGES = re.compile(
    r"(?:\b(?:between|about|around|nearly|as much as|at least|more than|up to) )+$"
)
_OR_ELSE = re.compile(r"\bto [^.;,]{2,30}, or $")


def stands_in(sought: Sought, text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text holds what is looked for."""
    lower = text[start:end].lower()
    return sought.may_be_in(lower) and sought.pattern.search(text, start, end) is not None


def former_or_replaced(text: str, figure: Figure, within: Sentence) -> tuple[bool, bool]:
    """Tell whether a number is the level that held before, or one that another takes the place of.

    The level of last year is another thing than this year's; a toll or an offer of this morning is
    the same thing, told anew.
    """
    before = text[max(within.span.start, figure.start - 50) : figure.start]
    lower = before.lower()
    if _FORMER.may_be_in(lower) and _FORMER.pattern.search(before):
        return True, False
    if not (_EARLIER_LEVEL.may_be_in(lower) and _EARLIER_LEVEL.pattern.search(before)):
        return False, False
    unit = unit_class(figure)
    earlier = [
        other for other in within.figures if other.end <= figure.start and unit_class(other) == unit
    ]
    if not earlier:
        return False, False
    if None not in (figure.as_of, earlier[-1].as_of) and figure.as_of != earlier[-1].as_of:
        return True, False
    said = within.stems_in(Span(within.span.start, figure.start))
    anew = (
        not stems(RESTATED).isdisjoint(said)
        or not stems(CHANGED).isdisjoint(said)
        or _TOLD_BEFORE.match(text, figure.end) is not None
    )
    return not anew, anew


def is_difference(text: str, figure: Figure) -> bool:
    """Tell whether a measurement is how far two others are apart: ``2 degrees warmer``."""
    by = text.endswith(" by ", 0, figure.start)
    return by or _FARTHER.match(text, figure.end) is not None


def is_by_the_way(text: str, figure: Figure) -> bool:
    """Tell whether a number is one that no reader would call a figure: ``one of the largest``."""
    if figure.value == 1:
        return _ONE_OF.match(text, figure.start) is not None
    times = figure.unit == "count" and text.endswith("times", figure.start, figure.end)
    return times and _AS_MUCH.match(text, figure.end) is None


def adds_to_it(text: str, figure: Figure) -> bool:
    """Tell whether a number is what came to another one: ``after 22 more deaths``."""
    what = figure.unit_text
    more = what is not None and text.startswith(" more ", figure.end)
    return more and (what or "") in text[figure.end : figure.end + len(what or "") + 7]


def as_share(text: str, figure: Figure) -> Figure:
    """Return a bare fraction (``a third of``) as the percentage it is."""
    value = figure.value
    whole = figure.unit is None or figure.unit.startswith("% ")
    bare = whole and value is not None and 0 < value < 1
    if not bare or any(char.isdecimal() for char in text[figure.start : figure.end]):
        return figure
    return msgspec.structs.replace(figure, value=round(100 * (value or 0.0), 1), unit="percent")


def has_moved(text: str, figure: Figure, sentence: Span) -> bool:
    """Tell whether the words before a figure say that the number has moved to it."""
    before = text[max(sentence.start, figure.start - 60) : figure.start]
    if not holds_one(before.lower(), ("to", "now")):
        return False
    words = [stem(match.group()) for match in WORD.finditer(_HEDGES.sub("", before))]
    if words[-1:] == ["to"] or _OR_ELSE.search(before):
        return any(word in stems(MOVED_TO) for word in words)
    return "now" in words


def rate_of(near: str, around: str) -> str | None:
    """Return whether a rate of change is monthly or annual; the words nearest by come first."""
    for part in (near.lower(), around.lower()):
        if holds_one(part, MONTHLY):
            return "monthly"
        if holds_one(part, ANNUAL):
            return "annual"
    return None


def period_of(profile: Profile, sentence: Span) -> str | None:
    """Return the month, quarter or year the figure holds for, None where the text is silent."""
    traits = profile.sense.traits if profile.sense is not None else frozenset()
    if traits.isdisjoint(("periodic", "daily")):
        return None
    as_of = profile.figure.as_of
    # A day says when a figure was given or its event took place, not the period it covers.
    daily = "daily" in traits
    if as_of and (daily or len(as_of) < len("2031-12-01")):
        return as_of + _END * _at_end(profile.read, as_of, sentence)
    if as_of and as_of.endswith("-12-31"):
        return as_of[:4] + _END
    best: tuple[int, str] | None = None
    for time in profile.read.reading.times:
        inside = sentence.start <= time.start and time.end <= sentence.end
        if not inside or time.precision not in ("month", "quarter", "year", "half_year"):
            continue
        after = profile.read.text[time.end : time.end + 12].split()
        if (after and stem(after[0]).startswith(FORECASTS)) or time.from_ is None:
            continue
        if (
            "ago" in profile.read.text[time.start : time.end]
            or "earlier" in (profile.read.text[time.start : time.end])
        ):
            continue
        after_figure = time.start >= profile.figure.end
        gap = (
            time.start - profile.figure.end
            if after_figure
            else (profile.figure.start - time.end) * 2
        )
        if best is None or gap < best[0]:
            best = (gap, time.value + _END * (time.mod == "END"))
    return best[1] if best else None


def _at_end(read: ReadReport, value: str, sentence: Span) -> bool:
    return any(
        time.mod == "END" and time.value == value and sentence.contains(Span(time.start, time.end))
        for time in read.reading.times
    )
