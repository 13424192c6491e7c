"""Streaming grouping: each report is placed once, when it comes.

An inverted index leads from a report's rarest words to the open stories that hold them (a
single-pass scheme as in topic detection and tracking: Allan, Papka and Lavrenko, SIGIR 1998);
only the few stories found so are compared in full.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

from dateline.records import Placement
from dateline.records import Story as StoryRecord
from dateline.story.grouping.features import Features, Rarity, features_of
from dateline.story.grouping.matching import (
    WEIGHTS,
    Match,
    Story,
    Weights,
    days_apart,
    likeness_to_centre,
    match_of,
    probability,
)
from dateline.story.items import Item, in_order

POSTED = 24
"""How many of a report's heaviest words lead to it."""
LOOKED_AT = 8
"""How many stories are compared by their centres."""
COMPARED = 4
"""How many of them are compared in full."""
CROWDED = 250
"""A word in more open stories than this leads nowhere."""
KEPT_MEMBERS = 80
CLOSES_AFTER = 45.0
FORGOTTEN_AFTER = 400.0
REOPENS_AT = 0.9
"""The probability from which a closed story is opened again."""


ONE_WORD_NEEDS = 0.83
"""The probability needed where a report shares a single word with a story's nearest member."""


class _State(msgspec.Struct):
    stories: list[Story]
    made: int
    now: float | None
    counted: int
    seen: dict[str, int]


class Grouper:
    """Places reports in stories, one by one, the same way every time.

    ``weights`` are those learned by `dateline.story.grouping.train` unless given.
    """

    def __init__(self, *, weights: Weights = WEIGHTS) -> None:
        self._weights = weights
        self._stories: dict[int, Story] = {}
        self._ids: dict[str, int] = {}
        self._report: dict[str, int] = {}
        self._urls: dict[str, str] = {}
        self._postings: dict[str, dict[int, int]] = {}
        self._rarity = Rarity()
        self._made = 0
        self._now: float | None = None
        self._closed_on = 0

    def place(self, item: Item) -> Placement:
        """Return where a report belongs; it stays there unless a person moves it.

        A report placed before keeps its place.
        """
        if item.id in self._report:
            story = self._stories[self._report[item.id]]
            return Placement(report=item.id, story=story.id, by_hand=item.id in story.by_hand)
        report = features_of(item, self._rarity)
        if report.day is not None:
            self._advance(report.day)
        earlier = self._urls.get(item.url) if item.url else None
        if earlier is not None and earlier in self._report:
            story = self._stories[self._report[earlier]]
            self._join(report, story)
            return Placement(
                report=item.id,
                story=story.id,
                days_apart=days_apart(report, story),
                version_of=earlier,
                by_hand=earlier in story.by_hand,
            )
        ranked = self.ranked(report)
        score = ranked[0][0] if ranked else None
        if score is None or score < self.needed(report, ranked[0][1]):
            story = self._founded(report)
            return Placement(report=item.id, story=story.id, runner_up=_rounded(score))
        return self._placed(report, ranked)

    def needed(self, report: Features, match: Match) -> float:
        """Return the probability that is enough to join: more where one word alone speaks."""
        enough = REOPENS_AT if match.story.closed else self._weights.threshold
        shared = len(report.words.keys() & match.member.words.keys())
        return max(enough, ONE_WORD_NEEDS) if shared < 2 else enough

    def ranked(self, report: Features) -> list[tuple[float, Match]]:
        """Return the stories a report may belong to with their probability, likeliest first."""
        found: dict[int, float] = {}
        for term in _leading(report):
            posted = self._postings.get(term)
            if posted is None or len(posted) > CROWDED:
                continue
            weight = report.words[term]
            for number in posted:
                found[number] = found.get(number, 0.0) + weight * weight
        best = sorted(found, key=lambda number: (-found[number], -number))[:LOOKED_AT]
        central = sorted(
            (-likeness_to_centre(report, self._stories[number]), -number) for number in best
        )
        matches = [
            match_of(report, self._stories[-number], -likeness)
            for likeness, number in central[:COMPARED]
        ]
        scored = [(probability(match.values, self._weights), match) for match in matches]
        return sorted(scored, key=lambda pair: (-pair[0], -pair[1].story.number))

    def _placed(self, report: Features, ranked: Sequence[tuple[float, Match]]) -> Placement:
        score, match = ranked[0]
        story, member = match.story, match.member
        apart = days_apart(report, story)
        shared = sorted(
            report.words.keys() & member.words.keys(),
            key=lambda term: (-report.words[term] * member.words[term], term),
        )
        names = report.names & member.names
        is_copy = match.values[-1] > 0
        is_version = (report.version is not None or member.version is not None) and (
            2 * len(report.title & member.title) >= max(len(report.title), len(member.title), 1)
        )
        self._join(report, story)
        return Placement(
            report=report.id,
            story=story.id,
            score=_rounded(score),
            runner_up=_rounded(ranked[1][0]) if len(ranked) > 1 else None,
            shared_names=tuple(term for term in shared if term in names)[:8],
            shared_terms=tuple(term for term in shared if term not in names)[:8],
            days_apart=None if apart is None else round(apart, 3),
            copy_of=member.id if is_copy and not is_version else None,
            version_of=member.id if is_version else None,
        )

    def join(self, report: Features, story_id: str) -> None:
        """Put a report in the story of that id, made when there is none: how training tells."""
        number = self._ids.get(story_id)
        if number is None:
            self._founded(report, story_id)
        else:
            self._join(report, self._stories[number])

    def features(self, item: Item) -> Features:
        """Return what a report is compared by at this point of the stream."""
        return features_of(item, self._rarity)

    def _founded(self, report: Features, story_id: str | None = None) -> Story:
        story = self._new_story(self._free_id(report.id) if story_id is None else story_id)
        self._rarity.stories += 1
        self._join(report, story)
        return story

    def _new_story(self, story_id: str) -> Story:
        self._made += 1
        story = Story(id=story_id, number=self._made, members=[], reports=[], centre={})
        self._stories[story.number] = story
        self._ids[story.id] = story.number
        return story

    def _free_id(self, report_id: str) -> str:
        story_id, number = report_id, 2
        while story_id in self._ids:
            story_id, number = f"{report_id}-{number}", number + 1
        return story_id

    def _join(self, report: Features, story: Story) -> None:
        for term in report.words:
            if term not in story.centre:
                self._rarity.seen[term] = self._rarity.seen.get(term, 0) + 1
        story.closed = False
        story.reports.append(report.id)
        self._add(report, story)
        if len(story.members) > KEPT_MEMBERS:
            self._drop_member(story)

    def _add(self, report: Features, story: Story) -> None:
        story.members.append(report)
        for term, weight in report.words.items():
            story.centre[term] = story.centre.get(term, 0.0) + weight
        _measure(story)
        if report.day is not None:
            story.first = report.day if story.first is None else min(story.first, report.day)
            story.last = report.day if story.last is None else max(story.last, report.day)
        self._report[report.id] = story.number
        if report.url:
            self._urls[report.url] = report.id
        self._post(report, story)

    def _post(self, report: Features, story: Story) -> None:
        for term in _leading(report):
            posted = self._postings.setdefault(term, {})
            posted[story.number] = posted.get(story.number, 0) + 1

    def _unpost(self, members: Iterable[Features], story: Story) -> None:
        for member in members:
            for term in _leading(member):
                posted = self._postings[term]
                posted[story.number] -= 1
                if not posted[story.number]:
                    del posted[story.number]
                if not posted:
                    del self._postings[term]

    def _let_go(self, members: Sequence[Features], story: Story) -> None:
        """Keep nothing of these members but that they are reports of the story."""
        self._unpost(members, story)
        for member in members:
            if member.url and self._urls.get(member.url) == member.id:
                del self._urls[member.url]

    def _drop_member(self, story: Story) -> None:
        """Let go of the second oldest member; the first one tells what the story began as."""
        self._let_go([story.members.pop(1)], story)
        if len(story.centre) > 800:
            _cut(story, 500)

    def _advance(self, day: float) -> None:
        """Close stories nobody has written about for long; once per day of the stream."""
        self._now = day if self._now is None else max(self._now, day)
        if int(self._now) <= self._closed_on:
            return
        self._closed_on = int(self._now)
        for story in list(self._stories.values()):
            quiet = self._now - story.last if story.last is not None else 0.0
            if quiet > FORGOTTEN_AFTER:
                self._remove(story)
            elif quiet > CLOSES_AFTER and not story.closed:
                self._close(story)

    def _close(self, story: Story) -> None:
        story.closed = True
        self._let_go(story.members[1:-1], story)
        del story.members[1:-1]
        _cut(story, 60)

    def _remove(self, story: Story) -> None:
        self._let_go(story.members, story)
        for report in story.reports:
            self._report.pop(report, None)
        del self._stories[story.number], self._ids[story.id]

    def split(self, story: str, reports: Sequence[str]) -> str:
        """Make reports of a story one of their own and return its id.

        They stay apart, and later versions of them follow them. Raises ValueError when no report
        is given.
        """
        if not reports:
            raise ValueError("split needs at least one report")
        moving = [report for report in reports if self._report.get(report) == self._ids.get(story)]
        new = self._new_story(self._free_id(reports[0]))
        if story in self._ids:
            self._move(moving, self._stories[self._ids[story]], new)
        for report in reports:
            if report not in new.reports:
                new.reports.append(report)
                self._report[report] = new.number
        new.by_hand = list(reports)
        return new.id

    def merge(self, stories: Sequence[str]) -> str:
        """Make one story of several, under the first one's id, and return it.

        Raises ValueError when no story is given.
        """
        if not stories:
            raise ValueError("merge needs at least one story")
        if stories[0] not in self._ids:
            self._new_story(stories[0])
        kept = self._stories[self._ids[stories[0]]]
        for story_id in stories[1:]:
            number = self._ids.get(story_id)
            if number is None or number == kept.number:
                continue
            other = self._stories[number]
            kept.by_hand += [report for report in other.reports if report not in kept.by_hand]
            self._move(list(other.reports), other, kept)
        return kept.id

    def forget(self, report: str) -> None:
        """Drop all that is kept of a report; one that is not known is no error."""
        number = self._report.get(report)
        if number is not None:
            self._move([report], self._stories[number], None)
            self._report.pop(report, None)
            self._urls = {url: other for url, other in self._urls.items() if other != report}

    def _move(self, reports: Iterable[str], source: Story, target: Story | None) -> None:
        moving = dict.fromkeys(reports)
        self._unpost(source.members, source)
        members = source.members
        leaving = [member for member in members if member.id in moving]
        source.members = [member for member in members if member.id not in moving]
        source.reports = [report for report in source.reports if report not in moving]
        source.by_hand = [report for report in source.by_hand if report not in moving]
        source.centre, source.first, source.last = {}, None, None
        staying, source.members = source.members, []
        for member in staying:
            self._add(member, source)
        if target is not None:
            for report in moving:
                target.reports.append(report)
                self._report[report] = target.number
            for member in leaving:
                self._add(member, target)
        if not source.reports:
            self._remove(source)

    def stories(self) -> tuple[StoryRecord, ...]:
        """Return the stories that are kept, in the order in which they began."""
        return tuple(
            StoryRecord(id=story.id, headline=None, reports=tuple(story.reports))
            for story in self._stories.values()
        )

    def state(self) -> bytes:
        """Return all that is needed to go on from here."""
        return msgspec.msgpack.encode(
            _State(
                stories=list(self._stories.values()),
                made=self._made,
                now=self._now,
                counted=self._rarity.stories,
                seen=self._rarity.seen,
            ),
            order="deterministic",
        )

    @classmethod
    def from_state(cls, state: bytes) -> Grouper:
        """Return a grouper that goes on from a state; raises ValueError when it is not one."""
        kept = msgspec.msgpack.decode(state, type=_State)
        grouper = cls()
        grouper._made, grouper._now = kept.made, kept.now
        grouper._closed_on = int(kept.now) if kept.now is not None else 0
        grouper._rarity = Rarity(kept.counted, kept.seen)
        for story in kept.stories:
            grouper._stories[story.number] = story
            grouper._ids[story.id] = story.number
            for report in story.reports:
                grouper._report[report] = story.number
            for member in story.members:
                grouper._post(member, story)
                if member.url:
                    grouper._urls[member.url] = member.id
        return grouper


def _measure(story: Story) -> None:
    story.length = math.sqrt(math.fsum(w * w for w in story.centre.values())) or 1.0


def _cut(story: Story, size: int) -> None:
    """Keep the heaviest words of a story's centre."""
    kept = sorted(story.centre, key=lambda term: (-story.centre[term], term))[:size]
    story.centre = {term: story.centre[term] for term in kept}
    _measure(story)


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


def _leading(report: Features) -> list[str]:
    words = report.words
    if len(words) <= POSTED:
        return list(words)
    # The words stand in alphabetical order, and so do equally heavy ones after a stable sort.
    return sorted(words, key=words.__getitem__, reverse=True)[:POSTED]


def group(items: Iterable[Item]) -> list[Placement]:
    """Place a batch of reports, taken in order of publication."""
    grouper = Grouper()
    return [grouper.place(item) for item in in_order(items)]


def group_stories(items: Iterable[Item]) -> list[StoryRecord]:
    """Return the stories of a batch of reports, in the order in which they began."""
    ordered = in_order(items)
    grouper = Grouper()
    by_story: dict[str, list[tuple[Item, Placement]]] = {}
    for item in ordered:
        placement = grouper.place(item)
        by_story.setdefault(placement.story, []).append((item, placement))
    return [
        StoryRecord(
            id=story_id,
            headline=next((item.title for item, _ in members if item.title), None),
            reports=tuple(dict.fromkeys(item.id for item, _ in members)),
            first=next((item.published for item, _ in members if item.published), None),
            last=next((item.published for item, _ in reversed(members) if item.published), None),
            placements=tuple(placement for _, placement in members),
        )
        for story_id, members in by_story.items()
    ]
