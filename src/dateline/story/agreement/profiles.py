"""What a figure measures, read off the words around it: its sense and what keeps it apart."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from dateline.reading.figures.english.basis import SOURCES
from dateline.reading.needles import Sought
from dateline.records import Figure, ReadReport
from dateline.story.agreement.english.senses import (
    CLAIMED,
    COMMITMENTS,
    CONTRAST,
    ELIDED,
    FACING,
    ITEMS,
    PARTS,
    PERSON_TYPES,
    SIDES,
    SOUGHT,
    STAGES,
    SUBSETS,
    WANTED,
)
from dateline.story.agreement.evoked import SENSE_BY_NAME, listed, senses_evoked, stems
from dateline.story.agreement.marks import as_share, has_moved, is_former, period_of, rate_of
from dateline.story.agreement.meanings import meanings, meanings_of
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.sentences import Sentence, sentences_of
from dateline.story.agreement.sources import entity_of, implied_basis, name_counter, source_of
from dateline.story.agreement.units import BARE, MEASURES, comparable, conversions, unit_class
from dateline.story.agreement.words import NOUN_STOPS, WORD, holds_one, stem
from dateline.text import Span

SPEAKERS = frozenset(basis for basis, _, _ in SOURCES)
"""Bases that go with who speaks."""
_SENSE_FLOOR = 0.18
_SURE = 0.5
_BESIDE = 0.38
_WEAK = 0.3
_SIDED = 0.75
_ONE_BREATH = 14
"""How many words may stand between two figures that are said in one breath."""
_FACING = Sought(FACING, re.IGNORECASE)
_ELIDED = re.compile(ELIDED)
_CONTRAST = re.compile(CONTRAST)
_CLAIMED = re.compile(CLAIMED)
_SAME_BREATH = 120
_WANTED = re.compile(WANTED)
_SCALED = re.compile(r"(?:million|billion|trillion|[mb]n?)$", re.IGNORECASE)
_PARTS = Sought(PARTS)
_SHARED_UNITS = MEASURES | {"percent"}


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
        named = _names_of(read) if read.reading.figures else frozenset()
        for sentence, figure in _in_sentences(read):
            profile = _profile(len(out) + len(own), read, figure, sentence, named)
            _continue(profile, own, sentence.span)
            profile.headline = any(span.contains(profile.span) for span in headline)
            profile.entity = entity_of(profile, sentence.span)
            profile.source, profile.speaker = source_of(read, figure, identities)
            name_counter(profile, sentence.span)
            if _is_commitment(profile):
                profile.basis = profile.source = profile.speaker = None
                own.append(profile)
                continue
            profile.basis = (
                profile.basis or figure.basis or implied_basis(profile.speaker or "", sentence.lead)
            )
            own.append(profile)
        _explain_headline(own)
        values: dict[str, set[tuple[float | None, ...]]] = {}
        for profile in own:
            figure = profile.figure
            values.setdefault(_kind(profile), set()).add((figure.value, figure.low, figure.high))
        begun: set[str] = set()
        for profile in own:
            profile.alone = len(values[_kind(profile)]) == 1
            profile.first = profile.unit not in begun
            begun.add(profile.unit)
        out += own
    _convert(out)
    _spread_bases(out)
    return out


def _spread_bases(profiles: Sequence[Profile]) -> None:
    """Give a named speaker's figures the basis that another place of the story gives the name.

    One report has ``the charity Open Ward``, the next only ``Open Ward``.
    """
    known: dict[frozenset[str], str] = {}
    for profile in profiles:
        name = _name_in(profile.speaker)
        if name and profile.basis in SPEAKERS:
            known.setdefault(name, profile.basis)
    for profile in profiles:
        if profile.basis is None:
            profile.basis = known.get(_name_in(profile.speaker))


def _name_in(speaker: str | None) -> frozenset[str]:
    """Return the capitalised words of a speaker's name, the article aside."""
    return frozenset(w for w in WORD.findall(speaker or "") if w[0].isupper() and w != "The")


def _convert(profiles: Sequence[Profile]) -> None:
    """Make the values of each class of units comparable: 180 mm and 18 cm."""
    classes: dict[str, list[Profile]] = {}
    for profile in profiles:
        measured = profile.unit in MEASURES or profile.unit.startswith("money:")
        if profile.figure.unit is not None and measured:
            classes.setdefault(profile.unit, []).append(profile)
    for members in classes.values():
        found = conversions(member.figure.unit or "" for member in members)
        for member in members:
            member.factor, member.zero = found.get(member.figure.unit or "", (1.0, 0.0))


def _is_commitment(profile: Profile) -> bool:
    """Tell whether a toll is only named by somebody who says what he will do."""
    statement, evolving = (
        profile.figure.statement,
        profile.sense and "evolving" in profile.sense.traits,
    )
    if statement is None or not evolving or statement >= len(profile.read.reading.statements):
        return False
    cue = " ".join(
        span.of(profile.read.text) for span in profile.read.reading.statements[statement].cue
    )
    return any(stem(word) in stems(COMMITMENTS) for word in WORD.findall(cue))


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
    profile.anew = text.endswith((" it at ", " this at ", " that at "), 0, start)
    told = next((other for other in reversed(earlier) if _one_unit(profile, other)), None)
    if told is not None and (profile.anew or _takes_up(profile, told, sentence)):
        profile.sense, profile.senses = told.sense, {**profile.senses, **told.senses}
        profile.content = {**told.content, **profile.content}
        profile.item = profile.item or told.item
        return
    facing = _stands_in(_FACING, text, max(sentence.start, start - 24), start)
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
        if _one_unit(profile, other) and (same_number or before):
            if own < _WEAK or same_number or facing:
                profile.sense = other.sense
                profile.senses = {**profile.senses, other.sense.name: _SURE}
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


def _names_of(read: ReadReport) -> frozenset[str]:
    """Return the stems of the words that name somebody or something in a report."""
    reading = read.reading
    names: list[str | None] = [person.name for person in reading.people]
    names += [organisation.name for organisation in reading.organisations]
    names += [place.name for place in reading.places]
    words = {word for name in names for word in WORD.findall(name or "")}
    return frozenset(stem(word) for word in words if word[0].isupper())


def _stands_in(sought: Sought, text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text holds what is looked for."""
    lower = text[start:end].lower()
    return sought.may_be_in(lower) and sought.pattern.search(text, start, end) is not None


def _is_sought(text: str, figure: Figure, within: Sentence, weights: Mapping[str, float]) -> bool:
    """Tell whether a number is one that somebody wants: ``asked for $9m``, ``the $9m sought``."""
    cues = {word for word in stems(SOUGHT) & weights.keys() if weights[word] > _BESIDE}
    if not cues:
        return False
    if _WANTED.match(text, figure.end, within.span.end):
        return True
    before = {stem(m.group()) for m in WORD.finditer(text, within.span.start, figure.start)}
    return not cues.isdisjoint(before)


def _with_unit(text: str, figure: Figure, within: Sentence) -> Figure:
    """Return a figure with the unit it leaves out: ``130 litres, up from 90``."""
    if figure.unit is not None:
        return figure
    before = next((f for f in reversed(within.figures) if f.end <= figure.start), None)
    if before is None:
        return figure
    kind = unit_class(before)
    money = kind.startswith("money:")
    scaled = money and _SCALED.search(text, figure.start, figure.end) is not None
    if not scaled and not _ELIDED.search(text[before.end : figure.start]):
        return figure
    if kind not in _SHARED_UNITS and not money:
        return figure
    return msgspec.structs.replace(figure, unit=before.unit)


def _profile(
    order: int, read: ReadReport, figure: Figure, within: Sentence, named: frozenset[str]
) -> Profile:
    """Return the profile of a figure, given the stems of the report's names."""
    text, sentence = read.text, within.span
    number = within.figures.index(figure)
    left = max((other.end for other in within.figures[:number]), default=sentence.start)
    right = min((other.start for other in within.figures[number + 1 :]), default=sentence.end)
    weights = within.weights(figure)
    figure = _with_unit(text, as_share(text, figure), within)
    unit = unit_class(figure)
    profile = Profile(
        order=order,
        read=read,
        figure=figure,
        unit=unit,
        sentence=sentence.of(text),
        clause=text[min(left, figure.start) : max(right, figure.end)],
    )
    if unit == "age":
        # Only ages are told apart by all words beside them.
        profile.stems = frozenset(
            word for word, weight in weights.items() if weight >= 0.3 and word not in NOUN_STOPS
        )
    silent = within.names.union(named & weights.keys(), within.stems_in(profile.span))
    profile.content, profile.names = meanings(weights, silent)
    profile.measured = meanings_of(chain.from_iterable(map(within.stems_in, figure.measure)))
    profile.noun = (figure.unit or "").split(" ")[-1]
    profile.senses = senses_evoked(weights, unit)
    best = max(profile.senses.items(), key=lambda item: (item[1], item[0]), default=None)
    if best is not None and best[1] >= _SENSE_FLOOR:
        profile.sense = SENSE_BY_NAME[best[0]]
    around = text[max(sentence.start, figure.start - 60) : min(sentence.end, figure.end + 60)]
    if profile.sense is None or "item" in profile.sense.traits:
        profile.item = listed(ITEMS, weights)
    profile.people = listed(PERSON_TYPES, weights, floor=0.8) if unit in ("people", BARE) else None
    near = text[max(sentence.start, figure.start - 14) : min(sentence.end, figure.end + 12)].lower()
    if unit in ("people", BARE) or unit.startswith("count"):
        profile.subset = holds_one(near, SUBSETS)
    profile.subset |= _stands_in(_PARTS, text, min(left, figure.start), figure.start) or _stands_in(
        _PARTS, text, figure.end, max(right, figure.end)
    )
    profile.rate = rate_of(text[figure.start : min(sentence.end, figure.end + 60)], around)
    profile.sought = _is_sought(text, figure, within, weights)
    profile.stage = listed(STAGES, weights, floor=_BESIDE)
    profile.former = is_former(text, figure, within)
    if profile.sense is not None and profile.sense.name in ("votes", "vote share"):
        profile.side = listed(SIDES, weights, floor=0.35)
    elif unit == "percent" and (profile.sense is None or profile.sense.name == "poll support"):
        profile.side = listed(SIDES, weights, floor=_SIDED)
    profile.moved = has_moved(text, figure, sentence)
    profile.period = period_of(profile, sentence)
    return profile
