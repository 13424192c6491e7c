"""What a figure measures, read off the words around it: its sense and what keeps it apart."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import msgspec

from dateline.records import Figure, ReadReport, Statement
from dateline.story.agreement.english.bases import BASES
from dateline.story.agreement.english.senses import (
    ANNUAL,
    COUNTED_BY,
    EARLIER_LEVEL,
    FACING,
    FORMER,
    FORECASTS,
    MOVED_TO,
    OWNED_COUNT,
    ITEMS,
    MONTHLY,
    PERSON_TYPES,
    SENSES,
    SIDES,
    SOUGHT,
    SUBSETS,
    Sense,
)
from dateline.story.agreement.sentences import Sentence, sentences_of
from dateline.story.agreement.units import BARE, MEASURES, comparable, conversions, unit_class
from dateline.story.agreement.words import NOUN_STOPS, WORD, stem
from dateline.text import Span, hull

_SENSE_FLOOR = 0.18
_MORE_WORDS = 0.3
_BROAD = 0.5
_SURE = 0.5
_BESIDE = 0.38
_END = "-END"
"""Marks the end of a period (``by the end of the year``) off from the whole of it."""
_WEAK = 0.3
_ONE_BREATH = 14
"""How many words may stand between two figures that are said in one breath."""
_OWNED_COUNT = re.compile(OWNED_COUNT, re.IGNORECASE)
_COUNTED_BY = re.compile(COUNTED_BY, re.IGNORECASE)
_EARLIER_LEVEL = re.compile(EARLIER_LEVEL, re.IGNORECASE)
_FACING = re.compile(FACING, re.IGNORECASE)
_FORMER = re.compile(FORMER, re.IGNORECASE)


@dataclass(slots=True)
class Profile:
    """A figure with what is known of its measure; ``order`` is its place among all figures."""

    order: int
    read: ReadReport
    figure: Figure
    unit: str
    factor: float = 1.0
    """With ``zero``, what makes values in different units of one class comparable."""
    zero: float = 0.0
    sentence: str = ""
    clause: str = ""
    senses: Mapping[str, float] = field(default_factory=dict)
    sense: Sense | None = None
    entity: str | None = None
    period: str | None = None
    item: str | None = None
    people: str | None = None
    subset: bool = False
    rate: str | None = None
    side: str | None = None
    alone: bool = False
    sought: bool = False
    former: bool = False
    moved: bool = False
    stems: frozenset[str] = frozenset()
    headline: bool = False
    basis: str | None = None
    source: str | None = None
    speaker: str | None = None

    def scaled(self, value: float) -> float:
        """Return a value of the figure in the unit that its class is compared in."""
        return value * self.factor + self.zero

    @property
    def value(self) -> float | None:
        """The figure's value in the unit that its class is compared in."""
        return None if self.figure.value is None else self.scaled(self.figure.value)

    @property
    def span(self) -> Span:
        """Where the figure stands in its report's text."""
        return Span(self.figure.start, self.figure.end)


_BY_NAME = {sense.name: sense for sense in SENSES}


@cache
def _evokers() -> Mapping[str, tuple[tuple[Sense, frozenset[str]], ...]]:
    """Map a stem to the senses it evokes, with the other stems that must stand near."""
    table: dict[str, list[tuple[Sense, frozenset[str]]]] = {}
    for sense in SENSES:
        for words in sense.words:
            first, *others = (stem(word) for word in words.split("+"))
            table.setdefault(first, []).append((sense, frozenset(others)))
    return {key: tuple(value) for key, value in table.items()}


def _allowed(sense: Sense, unit: str) -> bool:
    family = "money" if unit.startswith("money:") else unit
    if unit == BARE:
        return bool(sense.units & {"people", "case", "seat", "vote", "count", "job"}) or any(
            item.startswith("count:") for item in sense.units
        )
    return family in sense.units


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
            profile.entity = _entity(profile, sentence.span)
            profile.source, profile.speaker = _source(read, figure, identities)
            _count_of(profile, sentence.span)
            profile.basis = profile.basis or figure.basis or _implied_basis(profile.speaker or "", sentence.lead)
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
        if not short.headline or (short.sense and short.senses[short.sense.name] >= _SURE):
            continue
        for full in own:
            same = full.figure.value == short.figure.value is not None
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


@lru_cache(maxsize=4096)
def _implied_basis(speaker: str, lead: str) -> str | None:
    """Return the basis that the source's words imply, or else those that open the sentence."""
    for words in (speaker, lead):
        stems = {stem(match.group()) for match in WORD.finditer(words)}
        for basis, cues, _ in BASES:
            if any(stem(cue) in stems for cue in cues.split()):
                return basis
    return None


def _continue(profile: Profile, earlier: Sequence[Profile], sentence: Span) -> None:
    """Give a figure with no words of its own the sense of what it is said in one breath with.

    That is the figure of the same unit before it in the sentence (``took 55% and Holm 34%``), or
    the same number elsewhere in the report.
    """
    own = profile.senses[profile.sense.name] if profile.sense else 0.0
    text, start = profile.read.text, profile.figure.start
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
        if other.unit == profile.unit and (same_number or before):
            if own < _WEAK or same_number or facing:
                profile.sense = other.sense
                profile.senses = {**profile.senses, other.sense.name: _SURE}
                profile.item = profile.item or other.item
            return


def _profile(order: int, read: ReadReport, figure: Figure, within: Sentence) -> Profile:
    text, sentence = read.text, within.span
    number = within.figures.index(figure)
    left = max((other.end for other in within.figures[:number]), default=sentence.start)
    right = min((other.start for other in within.figures[number + 1 :]), default=sentence.end)
    weights = within.weights(figure)
    figure = _as_share(text, figure)
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
    profile.senses = _senses(weights, unit)
    best = max(profile.senses.items(), key=lambda item: (item[1], item[0]), default=None)
    if best is not None and best[1] >= _SENSE_FLOOR:
        profile.sense = _BY_NAME[best[0]]
    around = text[max(sentence.start, figure.start - 60) : min(sentence.end, figure.end + 60)]
    profile.item = _listed(ITEMS, weights)
    profile.people = _listed(PERSON_TYPES, weights, floor=0.8) if unit in ("people", BARE) else None
    near = text[max(sentence.start, figure.start - 14) : min(sentence.end, figure.end + 12)].lower()
    profile.subset = any(cue in near for cue in SUBSETS)
    profile.rate = _rate(text[figure.start : min(sentence.end, figure.end + 60)], around)
    profile.sought = any(weights.get(word, 0.0) > _BESIDE for word in _stems(SOUGHT))
    before = text[max(sentence.start, figure.start - 40) : figure.start]
    profile.former = _FORMER.search(before) is not None or (
        _EARLIER_LEVEL.search(before) is not None
        and any(unit_class(other) == unit for other in within.figures[:number])
        and not any(word in weights for word in _stems("revise correct estimate"))
    )
    if profile.sense is not None and profile.sense.name == "votes":
        profile.side = _listed(SIDES, weights, floor=0.35)
    profile.moved = _moved(text, figure, sentence)
    profile.period = _period(profile, sentence)
    return profile


def _as_share(text: str, figure: Figure) -> Figure:
    """Return a bare fraction (``a third of``) as the percentage it is."""
    value = figure.value
    bare = figure.unit is None and value is not None and 0 < value < 1
    if not bare or any(char.isdecimal() for char in text[figure.start : figure.end]):
        return figure
    return msgspec.structs.replace(figure, value=100 * (value or 0.0), unit="percent")


def _senses(weights: Mapping[str, float], unit: str) -> Mapping[str, float]:
    found: dict[str, list[float]] = {}
    evokers = _evokers()
    for word, weight in weights.items():
        for sense, others in evokers.get(word, ()):
            if not _allowed(sense, unit) or not all(other in weights for other in others):
                continue
            # Words that need company say more than one word alone.
            value = min([weight, *(weights[other] for other in others)]) * (1.4 if others else 1.0)
            found.setdefault(sense.name, []).append(value)
    return {
        name: _strength(values) * (_BROAD if "broad" in _BY_NAME[name].traits else 1.0)
        for name, values in found.items()
    }


def _strength(values: list[float]) -> float:
    """Return the nearest word's weight, with a little for every other word of the sense."""
    return max(values) + _MORE_WORDS * (sum(values) - max(values))


def _listed(
    table: tuple[tuple[str, str], ...], weights: Mapping[str, float], floor: float = 0.5
) -> str | None:
    """Return the name of the row whose words stand nearest, or None."""
    best: tuple[float, int, str] | None = None
    names = _names_by_stem(table)
    for word, weight in weights.items():
        if weight >= floor and word in names:
            number, name = names[word]
            if best is None or (weight, -number) > (best[0], best[1]):
                best = (weight, -number, name)
    return best[2] if best else None


@cache
def _names_by_stem(table: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[int, str]]:
    """Map the stem of every word of a table to its row's number and name; the first row has it."""
    out: dict[str, tuple[int, str]] = {}
    for number, (name, words) in enumerate(table):
        for word in words.split():
            out.setdefault(stem(word), (number, name))
    return out


@cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words.split())


def _moved(text: str, figure: Figure, sentence: Span) -> bool:
    """Tell whether the words before a figure say that the number has moved to it."""
    before = text[max(sentence.start, figure.start - 60) : figure.start]
    words = [stem(match.group()) for match in WORD.finditer(before)]
    if words[-1:] == ["to"]:
        return any(word in _stems(MOVED_TO) for word in words)
    return "now" in words


def _rate(near: str, around: str) -> str | None:
    for part in (near.lower(), around.lower()):
        if any(cue in part for cue in MONTHLY):
            return "monthly"
        if any(cue in part for cue in ANNUAL):
            return "annual"
    return None


def _period(profile: Profile, sentence: Span) -> str | None:
    """Return the month, quarter or year the figure holds for, None where the text is silent."""
    if profile.sense is None or "periodic" not in profile.sense.traits:
        return None
    as_of = profile.figure.as_of
    # A day says when a figure was given or its event took place, not the period it covers.
    daily = "daily" in profile.sense.traits
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


def _source(
    read: ReadReport, figure: Figure, identities: Mapping[tuple[str, str], str]
) -> tuple[str | None, str | None]:
    """Return whose word a figure is: the story's id of the speaker, and the words that name it."""
    if figure.statement is None or figure.statement >= len(read.reading.statements):
        return None, None
    statement: Statement = read.reading.statements[figure.statement]
    words = " ".join(span.of(read.text) for span in statement.source) or None
    if statement.speaker is not None:
        known = identities.get((read.report.id, statement.speaker))
        return known, read.reading.name_of(statement.speaker) or words
    return None, words


def _count_of(profile: Profile, sentence: Span) -> None:
    """Give a figure the basis and speaker that the words beside it name as its counter."""
    text, start, end = profile.read.text, profile.figure.start, profile.figure.end
    found = _OWNED_COUNT.search(text, max(sentence.start, start - 60), start)
    found = found or _COUNTED_BY.match(text, end, sentence.end)
    owner = found[1] if found else ""
    basis = _implied_basis(owner, "")
    if basis is not None:
        profile.basis, profile.speaker, profile.source = basis, owner, None


def _entity(profile: Profile, sentence: Span) -> str | None:
    """Return the name of whom the number belongs to, for senses that need one.

    ``58% for Holm`` names it after the number, else it is the nearest name before it.
    """
    if profile.sense is None or "entity" not in profile.sense.traits:
        return None
    read, figure = profile.read, profile.figure
    mentions: list[tuple[Span, str]] = []
    for person in read.reading.people:
        mentions += [(span, person.id) for span in (*person.mentions, *person.pronouns)]
    for organisation in read.reading.organisations:
        mentions += [(span, organisation.id) for span in organisation.mentions]
    speaker = _speaker_span(read, figure)
    inside = [
        (span, id)
        for span, id in mentions
        if sentence.contains(span) and (speaker is None or not speaker.overlaps(span))
    ]
    subjects = [id for span, id in inside if any(span.overlaps(s) for s in figure.subject)]
    after = read.text[figure.end : figure.end + 24]
    follows = re.match(r"[^.;,]{0,12}?\b(?:for|by|behind)\s+", after)
    if follows:
        at = figure.end + follows.end()
        named = [id for span, id in inside if abs(span.start - at) <= 12]
        if named:
            return _last_name(read, named[0])
    if subjects:
        return _last_name(read, subjects[0])
    before = [(span.end, id) for span, id in inside if span.end <= figure.start]
    return _last_name(read, max(before)[1]) if before else None


def _last_name(read: ReadReport, id: str) -> str | None:
    """Return the last word of a name: reports shorten names from the front."""
    words = WORD.findall(read.reading.name_of(id) or "")
    return words[-1].casefold() if words else None


def _speaker_span(read: ReadReport, figure: Figure) -> Span | None:
    if figure.statement is None or figure.statement >= len(read.reading.statements):
        return None
    source = read.reading.statements[figure.statement].source
    return hull(source) if source else None
