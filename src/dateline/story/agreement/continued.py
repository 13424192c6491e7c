"""Figures that leave it to the ones told before them what they measure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.reading.needles import Sought
from dateline.story.agreement.english.senses import CLAIMED, CONTRAST, ELIDED, FACING
from dateline.story.agreement.marks import stands_in
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.units import BARE, comparable
from dateline.text import Span

SURE = 0.5
"""How strongly a sense must be evoked to need nothing from other figures."""
_WEAK = 0.3
_ONE_BREATH = 14
"""How many words may stand between two figures that are said in one breath."""
_SAME_BREATH = 120
_FACING = Sought(FACING, re.IGNORECASE)
_ELIDED = re.compile(ELIDED)
_CONTRAST = re.compile(CONTRAST)
_CLAIMED = re.compile(CLAIMED)
_OR_ELSE = re.compile(r",? or (?:about |some |nearly )?| \((?:about )?")


def go_on(profile: Profile, earlier: Sequence[Profile], sentence: Span) -> None:
    """Give a figure with no words of its own the sense of what it is said in one breath with.

    That is the figure of the same unit before it in the sentence (``took 55% and Holm 34%``), or
    the same number elsewhere in the report.
    """
    text, start = profile.read.text, profile.figure.start
    if earlier and _OR_ELSE.fullmatch(text, earlier[-1].figure.end, start):
        # "From $447 million, or 85 cents a share": both are last year's.
        profile.former, profile.replaced = earlier[-1].former, earlier[-1].replaced
    if profile.former or profile.replaced:
        reached = next((other for other in reversed(earlier) if other.unit == profile.unit), None)
        if reached is not None and sentence.contains(reached.span):
            reached.began = profile.figure.value
    own = profile.senses[profile.sense.name] if profile.sense else 0.0
    profile.anew = text.endswith((" it at ", " this at ", " that at "), 0, start)
    told = next(
        (
            other
            for other in reversed(earlier)
            if _one_unit(profile, other) and not (other.former or other.replaced)
        ),
        None,
    )
    if told is not None and (profile.anew or _takes_up(profile, told, sentence)):
        profile.sense, profile.senses = told.sense, {**profile.senses, **told.senses}
        profile.content = {**told.content, **profile.content}
        profile.item = profile.item or told.item
        profile.period = told.period if profile.figure.as_of is None else profile.period
        profile.people, profile.subset = told.people, told.subset
        profile.sought, profile.variant = told.sought, profile.variant or told.variant
        return
    facing = stands_in(_FACING, text, max(sentence.start, start - 24), start)
    if own >= SURE and not facing:
        return
    named = [other for other in earlier if other.sense and "entity" in other.sense.traits]
    for other in reversed(named if facing and named else earlier):
        if other.sense is None or "limit" in other.sense.traits:
            continue
        same_number = other.figure.value == profile.figure.value is not None
        before = (
            sentence.contains(other.span)
            and len(text[other.figure.end : start].split()) <= _ONE_BREATH
        )
        if _one_unit(profile, other) and (same_number or before):
            if own < _WEAK or same_number or facing:
                profile.sense = other.sense
                profile.senses = {**profile.senses, other.sense.name: SURE}
                profile.item = profile.item or other.item
            return


def _takes_up(profile: Profile, told: Profile, sentence: Span) -> bool:
    """Tell whether a number is another one for what the figure before it tells.

    Either the sentence sets the two against each other (``above the $3m expected``), or the number
    is all that somebody is said to have said (``the organisers claimed 100,000``).
    """
    text, start = profile.read.text, profile.figure.start
    if profile.sense is not None and profile.sense.name == "threshold":
        return False
    if sentence.contains(told.span):
        between = text[told.figure.end : start]
        return len(between) <= _SAME_BREATH and bool(
            _ELIDED.search(between) or _CONTRAST.search(between)
        )
    return (
        profile.unit == BARE
        and _CLAIMED.search(text, max(sentence.start, start - 60), start) is not None
        and not text[profile.figure.end :][:2].strip(".,;\n ")
    )


def _one_unit(profile: Profile, other: Profile) -> bool:
    """Tell whether a figure is of another's unit, or names none and may be."""
    return other.unit == profile.unit or (
        profile.unit == BARE and comparable(profile.unit, other.unit)
    )
