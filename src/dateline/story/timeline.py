"""Happenings of a story's reports → one timeline of what was and one agenda of what is to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.records import Happening, PageSpan, ReadReport, TimelineEntry
from dateline.story.verb_senses import same_sense

_AHEAD = {"scheduled", "planned", "conditional"}
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL_WORDS = frozenset(
    """
    the and for with that this was were are has have had will would from into after before their
    his her its been who which first last year years month week day today over about than more not
    but also they them said say says monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december
    """.split()
)
_ALIKE = 0.5
"""Share of content words that two tellings of one happening have in common at least."""


class _Told:
    """A happening as one report tells it, with what is needed to compare it."""

    __slots__ = ("happening", "order", "report", "where", "who", "words")

    def __init__(self, report: ReadReport, happening: Happening, order: int) -> None:
        reading = report.reading
        named = {person.id: person.name for person in reading.people}
        named |= {organisation.id: organisation.name for organisation in reading.organisations}
        places = {place.id: place.name for place in reading.places}
        self.report = report
        self.happening = happening
        self.order = order
        self.who = tuple(named[i] for i in happening.who if i in named)
        self.where = tuple(places[i] for i in happening.where if i in places)
        self.words = _content_words(report.text[happening.start : happening.end])

    @property
    def span(self) -> PageSpan:
        return PageSpan(
            page=self.report.page,
            report=self.report.report.id,
            start=self.happening.start,
            end=self.happening.end,
        )


def timeline_of(
    reports: Sequence[ReadReport],
) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    """Return the timeline and the agenda of the reports of one story, each in order of time.

    Tellings are one entry when they have the same interval and the same act (verb sense) and
    share an actor or most of their words, or one only names it (``a January uprising``). The first
    report's words stand for all, and every telling is among the sources. Tellings of one act with
    intervals that cannot both hold stay apart and are marked as a conflict.
    """
    told = [
        _Told(report, happening, order)
        for order, report in enumerate(reports)
        for happening in report.reading.happenings
        if happening.from_ is not None
    ]
    groups: list[list[_Told]] = []
    for one in told:
        group = next(
            (group for group in groups if any(_is_same(one, other) for other in group)), None
        )
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    conflicts = _conflicting(groups)
    entries = [
        (_sort_key(group[0]), _entry(group, conflict=number in conflicts))
        for number, group in enumerate(groups)
    ]
    ordered = [entry for _, entry in sorted(entries, key=lambda pair: pair[0])]
    agenda = tuple(entry for entry in ordered if entry.status in _AHEAD)
    timeline = tuple(entry for entry in ordered if entry.status not in _AHEAD)
    return timeline, agenda


def _content_words(text: str) -> frozenset[str]:
    return frozenset(
        word
        for word in (match.lower() for match in _WORD.findall(text))
        if word not in _SMALL_WORDS
    )


def _alike(a: _Told, b: _Told) -> float:
    shared = len(a.words & b.words)
    return shared / min(len(a.words), len(b.words)) if a.words and b.words else 0.0


def _share_actor(a: _Told, b: _Told) -> bool:
    return bool(_name_words(a.who) & _name_words(b.who))


def _name_words(names: Iterable[str]) -> set[str]:
    return {name.split()[-1].lower() for name in names if name}


def _is_same(a: _Told, b: _Told) -> bool:
    if (a.happening.from_, a.happening.to) != (b.happening.from_, b.happening.to):
        return False
    if (a.happening.status in _AHEAD) != (b.happening.status in _AHEAD):
        return False
    alike = _alike(a, b)
    if a.report is b.report and alike < 1.0:
        return False
    if same_sense(a.happening.verb, b.happening.verb):
        bare = min(len(a.words), len(b.words)) <= 1
        return bare or _share_actor(a, b) or alike >= _ALIKE
    return alike >= 0.8


def _disagree(a: _Told, b: _Told) -> bool:
    """Tell whether two tellings date the same act to intervals that cannot both hold."""
    one, other = a.happening, b.happening
    if one.from_ is None or other.from_ is None or one.to is None or other.to is None:
        return False
    if one.from_ < other.to and other.from_ < one.to:
        return False
    if one.superseded != other.superseded:
        return _alike(a, b) >= _ALIKE
    if a.report is b.report or (one.status in _AHEAD) != (other.status in _AHEAD):
        return False
    if not same_sense(one.verb, other.verb) or _alike(a, b) < 0.6:
        return False
    return _share_actor(a, b) or (not a.who and not b.who)


def _conflicting(groups: Sequence[Sequence[_Told]]) -> set[int]:
    out: set[int] = set()
    for i, first in enumerate(groups):
        for j in range(i + 1, len(groups)):
            if any(_disagree(a, b) for a in first for b in groups[j]):
                out |= {i, j}
    return out


_LATER_PART = {None: 0, "START": 0, "MID": 1, "END": 2}


def _sort_key(told: _Told) -> tuple[str, int, str, int, int]:
    happening = told.happening
    return (
        (happening.from_ or "")[:10],
        _LATER_PART[happening.mod],
        happening.to or "",
        told.order,
        happening.start,
    )


def _entry(group: Sequence[_Told], *, conflict: bool) -> TimelineEntry:
    first = group[0]
    happening = first.happening
    sources: dict[PageSpan, None] = {}
    for told in group:
        sources[told.span] = None
    return TimelineEntry(
        from_=happening.from_,
        to=happening.to,
        precision=happening.precision,
        status=happening.status,
        span=first.span,
        sources=tuple(sources),
        who=tuple(dict.fromkeys(name for told in group for name in told.who)),
        where=tuple(dict.fromkeys(name for told in group for name in told.where)),
        conflict=conflict,
        mod=happening.mod,
        superseded=happening.superseded,
        by_dateline=all(told.happening.time is None for told in group),
        claimed=all(told.happening.statement is not None for told in group),
    )
