"""Happenings of a story's reports → one timeline of what was and one agenda of what is to come."""

from __future__ import annotations

import datetime as dt
import re
from bisect import insort
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import ceil
from operator import itemgetter

from dateline.records import Happening, PageSpan, ReadReport, TimelineEntry
from dateline.story.verb_senses import senses_of

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


_SAME_DATE_ENOUGH = 0.8
"""The same without any word for the same act."""
_CONFLICT = 0.6
"""Share of content words that two tellings of one act on different days have in common at least."""
_FEW = 3
"""Content words up to which a telling says little more than that something was."""
_VOTES = frozenset(
    "election elections vote votes ballot ballots poll polls referendum referendums runoff".split()
)
"""Nouns that all name the one vote of a day."""


_LOOSE = {"week", "month"}
_WITHIN_DAY = {"part_of_day", "hour", "minute", "second"}
"""Precisions of a happening whose day is known; ``on Thursday`` and ``on Thursday night`` agree."""


class _Told:
    """A happening as one report tells it, with what is needed to compare it."""

    __slots__ = (
        "actors", "ahead", "frame", "happening", "order", "rarest", "report", "senses", "where",
        "who", "words",
    )  # fmt: skip

    def __init__(
        self,
        report: ReadReport,
        happening: Happening,
        order: int,
        named: Mapping[str, str],
        places: Mapping[str, str],
    ) -> None:
        self.report = report
        self.happening = happening
        self.order = order
        self.who = tuple(named[i] for i in happening.who if i in named)
        self.where = tuple(places[i] for i in happening.where if i in places)
        self.words = _content_words(report.text[happening.start : happening.end])
        self.actors = frozenset(name.split()[-1].lower() for name in self.who if name)
        self.senses = senses_of(happening.verb)
        self.ahead = happening.status in _AHEAD
        self.frame = _frame(self)
        self.rarest: Sequence[str] = ()
        """Its words, the rarest of the story first; known when all tellings are."""

    @property
    def is_bare(self) -> bool:
        """Whether it only names the happening: ``a January uprising``."""
        return len(self.words) <= 1

    @property
    def is_loose(self) -> bool:
        """Whether it says little more than that there was one: ``the snap ballot``."""
        return len(self.words) <= _FEW

    @property
    def span(self) -> PageSpan:
        return PageSpan(
            page=self.report.page,
            report=self.report.report.id,
            start=self.happening.start,
            end=self.happening.end,
        )

    @property
    def likeness(self) -> tuple[object, ...]:
        """What makes two tellings equal in every comparison."""
        happening = self.happening
        return happening.from_, happening.to, self.ahead, self.senses, self.words, self.actors


def timeline_of(
    reports: Sequence[ReadReport],
) -> tuple[tuple[TimelineEntry, ...], tuple[TimelineEntry, ...]]:
    """Return the timeline and the agenda of the reports of one story, each in order of time.

    Tellings are one entry when they have the same interval (to the day) and the same act (verb
    sense) and share an actor or most of their words, speak of the one vote of the day, or one only
    names it (``a January uprising``). The first report's words stand for all, and every telling is
    among the sources. Tellings of one act with intervals that cannot both hold stay apart, each
    with the days the others give.
    """
    told = [one for order, report in enumerate(reports) for one in _told_in(report, order)]
    counts = Counter(chain.from_iterable(one.words for one in told))
    for one in told:
        one.rarest = [word for _, word in sorted([(counts[word], word) for word in one.words])]
    groups = _with_votes_told_loosely(_grouped(told))
    others = _conflicting(groups)
    entries = [
        (_sort_key(group[0]), _entry(group, others.get(number, frozenset())))
        for number, group in enumerate(groups)
    ]
    ordered = [entry for _, entry in sorted(entries, key=lambda pair: pair[0])]
    agenda = tuple(entry for entry in ordered if entry.status in _AHEAD)
    timeline = tuple(entry for entry in ordered if entry.status not in _AHEAD)
    return timeline, agenda


def _told_in(report: ReadReport, order: int) -> list[_Told]:
    """Return the happenings of a report that have a time, in order."""
    reading = report.reading
    named = {person.id: person.name for person in reading.people}
    named |= {organisation.id: organisation.name for organisation in reading.organisations}
    places = {place.id: place.name for place in reading.places}
    return [
        _Told(report, happening, order, named, places)
        for happening in reading.happenings
        if happening.from_ is not None
    ]


def _content_words(text: str) -> frozenset[str]:
    return frozenset([word.lower() for word in _WORD.findall(text)]) - _SMALL_WORDS


# Which tellings are one. Every telling is compared with those only that share a key with it, so
# that a story of ten thousand reports does not cost a hundred million comparisons. The keys miss
# no pair: two sets that share the part p of the smaller one share a word of its rarest ones, of
# which there are as many as may be lacking, and one more (prefix filtering, Chaudhuri et al. 2006).

_Key = tuple[object, ...]


def _grouped(told: Sequence[_Told]) -> list[list[_Told]]:
    groups: list[list[_Told]] = []
    known: dict[tuple[object, ...], int] = {}
    frames = Counter(one.frame for one in told)
    kept: dict[_Key, dict[_Key, list[tuple[int, _Told]]]] = {}
    for one in told:
        likeness = one.likeness
        number = known.get(likeness)
        if number is None:
            number = len(groups)
            # Most times are told of once, and what is told alone is not compared.
            if frames[one.frame] > 1:
                here = kept.setdefault(one.frame, {})
                for key in _asked(one):
                    for other_number, other in here.get(key, ()):
                        if other_number >= number:
                            break
                        if _is_same(one, other):
                            number = other_number
                for key in _given(one):
                    insort(here.setdefault(key, []), (number, one), key=itemgetter(0))
            if one.words:
                known[likeness] = number
        if number == len(groups):
            groups.append([])
        groups[number].append(one)
    return groups


def _frame(one: _Told) -> _Key:
    """Return the interval, a part of a day or an hour widened to the day it starts on."""
    happening = one.happening
    if happening.precision in _WITHIN_DAY:
        return _day(one), None, one.ahead
    if happening.precision == "day":
        return happening.from_, None, one.ahead
    return happening.from_, happening.to, one.ahead


def _are_apart(a: _Told, b: _Told) -> bool:
    """Tell whether two tellings within one day give hours that cannot both hold."""
    one, other = a.happening, b.happening
    if one.precision not in _WITHIN_DAY or other.precision not in _WITHIN_DAY:
        return False
    bounds = [(told.from_ or "")[:16] for told in (one, other)]
    ends = [(told.to or "")[:16] for told in (one, other)]
    return bounds[0] >= ends[1] or bounds[1] >= ends[0]


def _rarest(one: _Told, share: float) -> Sequence[str]:
    """Return the rarest words of a telling, one more than it may lack in one alike."""
    return one.rarest[: len(one.rarest) - ceil(share * len(one.rarest)) + 1]


def _given(one: _Told) -> list[_Key]:
    """Return the keys under which later tellings of the same time find this one."""
    keys: list[_Key] = []
    for sense in one.senses:
        keys += [("actor", sense, actor) for actor in one.actors]
        keys.append(("any", sense))
        if one.is_bare:
            keys.append(("bare", sense))
        if one.words & _VOTES:
            keys.append(("vote", sense))
    keys += [("all", word) for word in one.words]
    keys += [("rare", word) for word in _rarest(one, _ALIKE)]
    return keys


def _asked(one: _Told) -> list[_Key]:
    """Return the keys under which a telling finds earlier ones that it may be one with."""
    keys: list[_Key] = []
    for sense in one.senses:
        keys += [("actor", sense, actor) for actor in one.actors]
        keys.append(("any" if one.is_bare else "bare", sense))
        if one.words & _VOTES:
            keys.append(("vote", sense))
    keys += [("all", word) for word in _rarest(one, _ALIKE)]
    keys += [("rare", word) for word in one.words]
    return keys


def _alike(a: _Told, b: _Told) -> float:
    shared = len(a.words & b.words)
    return shared / min(len(a.words), len(b.words)) if a.words and b.words else 0.0


def _is_same(a: _Told, b: _Told) -> bool:
    if a.frame != b.frame or _are_apart(a, b):
        return False
    alike = _alike(a, b)
    if a.report is b.report and alike < 1.0:
        return False
    if a.senses & b.senses:
        return (
            a.is_bare
            or b.is_bare
            or bool(a.actors & b.actors)
            or alike >= _ALIKE
            or _is_one_vote(a, b)
        )
    return alike >= _SAME_DATE_ENOUGH


def _is_one_vote(a: _Told, b: _Told) -> bool:
    """Tell whether both speak of a vote and neither says that it is another country's."""
    apart = a.where and b.where and not set(a.where) & set(b.where)
    return bool(a.words & _VOTES and b.words & _VOTES) and not apart


def _with_votes_told_loosely(groups: list[list[_Told]]) -> list[list[_Told]]:
    """Return the groups with ``the ballot this week`` added to the vote of a day of that week.

    Only where there is one such day: a month with two rounds keeps the loose telling apart.
    """
    days = [group for group in groups if group[0].happening.precision == "day"]
    days = [group for group in days if any(_is_vote(one) for one in group)]
    out: list[list[_Told]] = []
    for group in groups:
        within = [day for day in days if _holds(group[0], day[0])]
        dates = {_day(day[0]) for day in within}
        if len(dates) == 1 and all(_is_vote(one) and one.is_loose for one in group):
            within[0] += group
        else:
            out.append(group)
    return out


def _is_vote(one: _Told) -> bool:
    return bool(one.words & _VOTES and one.senses & senses_of("vote"))


def _holds(loose: _Told, fine: _Told) -> bool:
    """Tell whether a week, month or year holds a day; weeks start on Sunday or Monday by habit."""
    a, b = loose.happening, fine.happening
    if a.precision not in _LOOSE or not (a.from_ and a.to and b.from_ and b.to):
        return False
    start = a.from_
    if a.precision == "week":
        start = (dt.date.fromisoformat(start[:10]) - dt.timedelta(days=1)).isoformat()
    apart = loose.where and fine.where and not set(loose.where) & set(fine.where)
    return start <= b.from_ and b.to <= a.to and not apart


# Which entries contradict each other


def _disagree(a: _Told, b: _Told) -> bool:
    """Tell whether two tellings date the same act to intervals that cannot both hold.

    A date the text itself gives up (``originally scheduled for 2025``) contradicts nothing.
    """
    one, other = a.happening, b.happening
    if one.from_ is None or other.from_ is None or one.to is None or other.to is None:
        return False
    if one.from_ < other.to and other.from_ < one.to:
        return False
    if one.superseded or other.superseded or a.report is b.report or a.ahead != b.ahead:
        return False
    if not a.senses & b.senses or _alike(a, b) < _CONFLICT:
        return False
    return bool(a.actors & b.actors) or (not a.who and not b.who)


def _conflicting(groups: Sequence[Sequence[_Told]]) -> dict[int, frozenset[str]]:
    """Return the groups whose tellings disagree with others, with the days the others give."""
    kept: dict[_Key, dict[int, list[_Told]]] = {}
    out: dict[int, frozenset[str]] = {}
    for number, group in enumerate(groups):
        distinct = list({one.likeness: one for one in reversed(group)}.values())
        keys = [_conflict_keys(one) for one in distinct]
        against: set[int] = set()
        for one, (asked, _) in zip(distinct, keys, strict=True):
            for key in asked:
                for other_number, others in kept.get(key, {}).items():
                    if other_number not in against and any(
                        _disagree(one, other) for other in others
                    ):
                        against.add(other_number)
        for other_number in against:
            for here, there in ((other_number, number), (number, other_number)):
                out[here] = out.get(here, frozenset()) | {_day(groups[there][0])}
        for one, (_, given) in zip(distinct, keys, strict=True):
            for key in given:
                kept.setdefault(key, {}).setdefault(number, []).append(one)
    return out


def _conflict_keys(one: _Told) -> tuple[list[_Key], list[_Key]]:
    """Return the keys that a telling asks for, and those it is kept under; none without an act."""
    if not one.senses or one.happening.superseded or one.happening.to is None:
        return [], []
    rare = _rarest(one, _CONFLICT)
    asked: list[_Key] = [(one.ahead, "all", word) for word in rare]
    asked += [(one.ahead, "rare", word) for word in one.words]
    given: list[_Key] = [(one.ahead, "all", word) for word in one.words]
    given += [(one.ahead, "rare", word) for word in rare]
    return asked, given


def _day(one: _Told) -> str:
    return (one.happening.from_ or "")[:10]


_LATER_PART = {None: 0, "START": 0, "MID": 1, "END": 2}


def _sort_key(told: _Told) -> tuple[str, int, str, int, int]:
    happening = told.happening
    return (
        _day(told),
        _LATER_PART[happening.mod],
        happening.to or "",
        told.order,
        happening.start,
    )


def _entry(group: Sequence[_Told], other_dates: frozenset[str]) -> TimelineEntry:
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
        conflict=bool(other_dates),
        other_dates=tuple(sorted(other_dates)),
        mod=happening.mod,
        superseded=happening.superseded,
        by_dateline=all(told.happening.time is None for told in group),
        claimed=all(told.happening.statement is not None for told in group),
    )
