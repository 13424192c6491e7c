"""The profiles of a story's figures: each report's in turn, then what they tell each other."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence

from dateline.reading.figures.english.basis import SOURCES
from dateline.records import Figure, ReadReport
from dateline.story.agreement.continued import SURE, go_on
from dateline.story.agreement.english.senses import (
    COMMITMENTS,
)
from dateline.story.agreement.evoked import stems
from dateline.story.agreement.marks import is_by_the_way
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.sentences import Sentence, sentences_of
from dateline.story.agreement.sources import entity_of, implied_basis, name_counter, source_of
from dateline.story.agreement.told import profile_of
from dateline.story.agreement.units import MEASURES, comparable, conversions
from dateline.story.agreement.words import WORD, stem

SPEAKERS = frozenset(basis for basis, _, _ in SOURCES)
"""Bases that go with who speaks."""


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
            if is_by_the_way(read.text, figure):
                continue
            profile = profile_of(len(out) + len(own), read, figure, sentence, named)
            go_on(profile, own, sentence.span)
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
    _name_sole_owners(out)
    return out


def _name_sole_owners(profiles: Sequence[Profile]) -> None:
    """Give sums that no report of the story says are another company's to the one it names."""
    owners: dict[str, set[str]] = {}
    unowned: dict[str, list[Profile]] = {}
    for profile in profiles:
        sense = profile.sense
        if sense is None or not {"entity", "periodic"} <= sense.traits:
            continue
        if profile.entity is None:
            unowned.setdefault(sense.name, []).append(profile)
        else:
            owners.setdefault(sense.name, set()).add(profile.entity)
    for name, members in unowned.items():
        if len(owners.get(name, ())) == 1:
            (owner,) = owners[name]
            for profile in members:
                profile.entity = owner


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
        sure = short.sense is not None and short.senses[short.sense.name] >= SURE
        for full in own:
            same = full.figure.value == short.figure.value is not None
            if sure and same and not full.headline and full.sense is short.sense:
                short.entity = short.entity or full.entity
                short.period = short.period or full.period
                break
            if sure:
                continue
            if same and not full.headline and full.sense and comparable(short.unit, full.unit):
                short.sense, short.senses = full.sense, {**short.senses, full.sense.name: SURE}
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


def _names_of(read: ReadReport) -> frozenset[str]:
    """Return the stems of the words that name somebody or something in a report."""
    reading = read.reading
    names: list[str | None] = [person.name for person in reading.people]
    names += [organisation.name for organisation in reading.organisations]
    names += [place.name for place in reading.places]
    words = {word for name in names for word in WORD.findall(name or "")}
    return frozenset(stem(word) for word in words if word[0].isupper())
