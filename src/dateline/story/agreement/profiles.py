"""What a figure measures, read off the words around it: its sense and what keeps it apart."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence

from dateline.records import Figure, ReadReport
from dateline.story.agreement.english.senses import (
    FACING,
    ITEMS,
    PERSON_TYPES,
    SIDES,
    SOUGHT,
    SUBSETS,
)
from dateline.story.agreement.evoked import SENSE_BY_NAME, listed, senses_evoked, stems
from dateline.story.agreement.marks import as_share, has_moved, is_former, period_of, rate_of
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.sentences import Sentence, sentences_of
from dateline.story.agreement.sources import entity_of, implied_basis, name_counter, source_of
from dateline.story.agreement.units import BARE, MEASURES, comparable, conversions, unit_class
from dateline.story.agreement.words import NOUN_STOPS, WORD, stem
from dateline.text import Span

_SENSE_FLOOR = 0.18
_SURE = 0.5
_BESIDE = 0.38
_WEAK = 0.3
_ONE_BREATH = 14
"""How many words may stand between two figures that are said in one breath."""
_FACING = re.compile(FACING, re.IGNORECASE)


def profiles_of(
    reads: Sequence[ReadReport], identities: Mapping[tuple[str, str], str]
) -> list[Profile]:
    """Return the profile of every figure, in order of reports and text.

    ``identities`` maps (report id, person or organisation id) to the story's ids.
    """
    out: list[Profile] = []
    for read in reads:
        headline = [span for span in read.report.evidence.headline if len(span)]
        own: list[Profile] = []
        for sentence, figure in _in_sentences(read):
            profile = _profile(len(out) + len(own), read, figure, sentence)
            _continue(profile, own, sentence.span)
            profile.headline = any(span.contains(profile.span) for span in headline)
            profile.entity = entity_of(profile, sentence.span)
            profile.source, profile.speaker = source_of(read, figure, identities)
            name_counter(profile, sentence.span)
            profile.basis = (
                profile.basis or figure.basis or implied_basis(profile.speaker or "", sentence.lead)
            )
            own.append(profile)
        _explain_headline(own)
        values: dict[str, set[tuple[float | None, ...]]] = {}
        for profile in own:
            figure = profile.figure
            values.setdefault(_kind(profile), set()).add((figure.value, figure.low, figure.high))
        for profile in own:
            profile.alone = len(values[_kind(profile)]) == 1
        out += own
    _convert(out)
    return out


def _convert(profiles: Sequence[Profile]) -> None:
    """Make the values of each class of units comparable: 180 mm and 18 cm."""
    classes: dict[str, list[Profile]] = {}
    for profile in profiles:
        if profile.figure.unit is not None and profile.unit in MEASURES:
            classes.setdefault(profile.unit, []).append(profile)
    for members in classes.values():
        found = conversions(member.figure.unit or "" for member in members)
        for member in members:
            member.factor, member.zero = found.get(member.figure.unit or "", (1.0, 0.0))


def _explain_headline(own: Sequence[Profile]) -> None:
    """Give a headline's figure what the body says of the same number."""
    for short in own:
        if not short.headline:
            continue
        sure = short.sense is not None and short.senses[short.sense.name] >= _SURE
        for full in own:
            same = full.figure.value == short.figure.value is not None
            if sure and same and not full.headline and full.sense is short.sense:
                short.entity = short.entity or full.entity
                short.period = short.period or full.period
                break
            if sure:
                continue
            if same and not full.headline and full.sense and comparable(short.unit, full.unit):
                short.sense, short.senses = full.sense, {**short.senses, full.sense.name: _SURE}
                short.entity, short.item, short.period = full.entity, full.item, full.period
                short.people, short.side, short.stems = full.people, full.side, full.stems
                break


def _kind(profile: Profile) -> str:
    """Return what a figure counts: the noun for people, else the class of its unit."""
    noun = (profile.figure.unit or "").split()[-1:]
    return f"people:{noun[0]}" if profile.unit == "people" and noun else profile.unit


def _in_sentences(read: ReadReport) -> Iterator[tuple[Sentence, Figure]]:
    """Yield the figures of a report in order, each with its sentence."""
    figures = sorted(read.reading.figures, key=lambda figure: figure.start)
    if not figures:
        return
    spans = sentences_of(read.text)
    starts = [span.start for span in spans]
    last: Sentence | None = None
    for figure in figures:
        span = spans[max(bisect.bisect_right(starts, figure.start) - 1, 0)]
        if last is None or last.span != span:
            inside = [
                other for other in figures if other.start < span.end and other.end > span.start
            ]
            last = Sentence(read.text, span, inside)
        yield last, figure


def _continue(profile: Profile, earlier: Sequence[Profile], sentence: Span) -> None:
    """Give a figure with no words of its own the sense of what it is said in one breath with.

    That is the figure of the same unit before it in the sentence (``took 55% and Holm 34%``), or
    the same number elsewhere in the report.
    """
    own = profile.senses[profile.sense.name] if profile.sense else 0.0
    text, start = profile.read.text, profile.figure.start
    anew = text[:start].endswith((" it at ", " this at ", " that at "))
    facing = _FACING.search(text, max(sentence.start, start - 24), start) is not None
    if own >= _SURE and not facing:
        return
    named = [other for other in earlier if other.sense and "entity" in other.sense.traits]
    for other in reversed(named if facing and named else earlier):
        if other.sense is None:
            continue
        same_number = other.figure.value == profile.figure.value is not None
        before = (
            sentence.contains(other.span)
            and len(text[other.figure.end : start].split()) <= _ONE_BREATH
        )
        if _one_unit(profile, other) and (same_number or before or anew):
            if own < _WEAK or same_number or facing or anew:
                profile.sense = other.sense
                profile.senses = {**profile.senses, other.sense.name: _SURE}
                profile.item = profile.item or other.item
            return


def _one_unit(profile: Profile, other: Profile) -> bool:
    """Tell whether a figure is of another's unit, or names none and may be."""
    return other.unit == profile.unit or (
        profile.unit == BARE and comparable(profile.unit, other.unit)
    )


def _profile(order: int, read: ReadReport, figure: Figure, within: Sentence) -> Profile:
    text, sentence = read.text, within.span
    number = within.figures.index(figure)
    left = max((other.end for other in within.figures[:number]), default=sentence.start)
    right = min((other.start for other in within.figures[number + 1 :]), default=sentence.end)
    weights = within.weights(figure)
    figure = as_share(text, figure)
    unit = unit_class(figure)
    profile = Profile(
        order=order,
        read=read,
        figure=figure,
        unit=unit,
        sentence=sentence.of(text),
        clause=text[min(left, figure.start) : max(right, figure.end)],
    )
    profile.stems = frozenset(
        word for word, weight in weights.items() if weight >= 0.3 and word not in NOUN_STOPS
    )
    own = WORD.finditer(text, figure.start, figure.end)
    profile.silent = within.names | {stem(match.group()) for match in own}
    profile.senses = senses_evoked(weights, unit)
    best = max(profile.senses.items(), key=lambda item: (item[1], item[0]), default=None)
    if best is not None and best[1] >= _SENSE_FLOOR:
        profile.sense = SENSE_BY_NAME[best[0]]
    around = text[max(sentence.start, figure.start - 60) : min(sentence.end, figure.end + 60)]
    profile.item = listed(ITEMS, weights)
    profile.people = listed(PERSON_TYPES, weights, floor=0.8) if unit in ("people", BARE) else None
    near = text[max(sentence.start, figure.start - 14) : min(sentence.end, figure.end + 12)].lower()
    profile.subset = any(cue in near for cue in SUBSETS)
    profile.rate = rate_of(text[figure.start : min(sentence.end, figure.end + 60)], around)
    profile.sought = any(weights.get(word, 0.0) > _BESIDE for word in stems(SOUGHT))
    profile.former = is_former(text, figure, within)
    if profile.sense is not None and profile.sense.name == "votes":
        profile.side = listed(SIDES, weights, floor=0.35)
    profile.moved = has_moved(text, figure, sentence)
    profile.period = period_of(profile, sentence)
    return profile
