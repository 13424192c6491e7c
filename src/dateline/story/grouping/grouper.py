"""Streaming grouping: each report is placed once, when it comes, and the placement says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.records import Placement
from dateline.records import Story as StoryRecord
from dateline.story.grouping.features import Features, features_of
from dateline.story.grouping.matching import (
    WEIGHTS,
    Match,
    Story,
    Weights,
    days_apart,
    match_of,
    nearness,
    probability,
)
from dateline.story.grouping.near import jaccard
from dateline.story.grouping.shelf import Shelf
from dateline.story.items import Item, in_order

LOOKED_AT = 12
"""How many stories are compared by their centres."""
COMPARED = 6
"""How many of them are compared in full …"""
COMES_NEAR = 0.35
"""… if their likeness is not this much less than that of the most alike."""
NEAR = 0.5
"""The share of word runs in common (Jaccard) from which a report joins its original at once."""
NEAR_WORDS = 12
"""… if so many of its words weigh anything: bare headlines are made of few words, and alike."""
NEAR_DAYS = 10.0
"""… unless it comes this many days after it: lasting phrases of an outlet come again."""
COPIED = 0.4
"""The share from which a report that was found to belong to a story is called a copy."""
TEASES = 0.5
"""A report with less than this share of the words of what it goes back to is no version of it."""
DRAWN_BY = 2.0
"""Of the stories that fit, that with the greatest odds × reports to this power takes the report:
a story that has come apart grows together again where most of it is."""


class Ranked(NamedTuple):
    """A story a report may belong to, how likely it does, and whether that is enough."""

    score: float
    match: Match
    fits: bool


class Original(NamedTuple):
    """A report that another may be a near-duplicate of."""

    likeness: float
    member: Features
    story: Story


class Grouper:
    """Places reports in stories, one by one, the same way every time.

    ``weights`` are those learned by `dateline.story.grouping.train` unless given.
    """

    def __init__(self, *, weights: Weights = WEIGHTS) -> None:
        self._weights = weights
        self._shelf = Shelf()

    def place(self, item: Item) -> Placement:
        """Return where a report belongs; it stays there unless a person moves it.

        A report placed before keeps its place.
        """
        story = self._shelf.holding(item.id)
        if story is not None:
            return Placement(report=item.id, story=story.id, by_hand=item.id in story.by_hand)
        report = self.arriving(item)
        earlier = self._shelf.at_address(item.url)
        if earlier is not None:
            return self._placed_with(earlier, report)
        original = self._original(report)
        if original is not None:
            return self._placed_near(original, report)
        ranked = self.ranked(report)
        if not ranked or not ranked[0].fits:
            story = self._shelf.founded(report)
            score = ranked[0].score if ranked else None
            return Placement(report=item.id, story=story.id, runner_up=_rounded(score))
        return self._placed(report, ranked)

    def ranked(self, report: Features) -> list[Ranked]:
        """Return the stories a report may belong to: those that fit, then by likelihood."""
        central = [nearness(report, story) for story in self._shelf.led_to(report, LOOKED_AT)]
        central.sort(reverse=True)
        stream = self._shelf.stream()
        found: list[Ranked] = []
        enough = COMES_NEAR * central[0].likeness if central else 0.0
        for story in central[:COMPARED]:
            if story.likeness < enough and len(found) > 1:
                break
            match = match_of(report, story, stream)
            score = probability(match.values, self._weights)
            found.append(Ranked(score, match, score >= match.needed))
        return sorted(found, key=_pull, reverse=True)

    def _placed_with(self, earlier: str, report: Features) -> Placement:
        """Place a later version of a report with it."""
        story = self._shelf.holding(earlier)
        assert story is not None
        apart = days_apart(report, story)
        self._shelf.join(report, story)
        return Placement(
            report=report.id,
            story=story.id,
            days_apart=_rounded(apart),
            version_of=earlier,
            by_hand=earlier in story.by_hand,
        )

    def _original(self, report: Features) -> Original | None:
        """Return what a report is a near-duplicate of, where that alone tells its place.

        It does not where there is little text, where the original is too old or its story closed,
        where names or figures differ (reports made from one template), and where a person has put
        equal texts in different stories.
        """
        if len(report.words) < NEAR_WORDS:
            return None
        found = []
        for likeness, report_id in self._shelf.near(report, NEAR):
            story = self._shelf.holding(report_id)
            assert story is not None
            member = next(member for member in story.members if member.id == report_id)
            found.append(Original(likeness, member, story))
        if len({each.story.number for each in found}) > 1 and any(
            each.member.id in each.story.by_hand for each in found
        ):
            return None
        fitting = [each for each in found if _is_near(report, each)]
        return min(fitting, key=_earliest_of_most_alike, default=None)

    def _placed_near(self, original: Original, report: Features) -> Placement:
        """Place a near-duplicate with its original."""
        likeness, member, story = original
        apart = days_apart(report, story)
        names, terms = _shared(report, member)
        copy_of, version_of = _goes_back(report, member, likeness)
        by_hand = member.id in story.by_hand
        self._shelf.join(report, story)
        return Placement(
            report=report.id,
            story=story.id,
            jaccard=_rounded(likeness),
            shared_names=names,
            shared_terms=terms,
            days_apart=_rounded(apart),
            copy_of=copy_of,
            version_of=version_of,
            by_hand=by_hand,
        )

    def _placed(self, report: Features, ranked: Sequence[Ranked]) -> Placement:
        score, match, _ = ranked[0]
        story, member = match.story, match.member
        apart = days_apart(report, story)
        names, terms = _shared(report, member)
        likeness = jaccard(report.signature, member.signature)
        copy_of, version_of = _goes_back(report, member, likeness)
        self._shelf.join(report, story)
        return Placement(
            report=report.id,
            story=story.id,
            score=_rounded(score),
            runner_up=_rounded(ranked[1].score) if len(ranked) > 1 else None,
            shared_names=names,
            shared_terms=terms,
            days_apart=_rounded(apart),
            copy_of=copy_of,
            version_of=version_of,
        )

    def join(self, report: Features, story_id: str) -> None:
        """Put a report in the story of that id, made when there is none: how training tells."""
        story = self._shelf.named(story_id)
        if story is None:
            self._shelf.founded(report, story_id)
        else:
            self._shelf.join(report, story)

    def arriving(self, item: Item) -> Features:
        """Return what a report is compared by, at the point of the stream that it brings."""
        report = features_of(item, self._shelf.rarity)
        if report.day is not None:
            self._shelf.advance(report.day)
        return report

    def split(self, story: str, reports: Sequence[str]) -> str:
        """Make reports of a story one of their own and return its id.

        They stay apart, and later versions of them follow them. Raises ValueError when no report
        is given.
        """
        if not reports:
            raise ValueError("split needs at least one report")
        source = self._shelf.named(story)
        moving = [report for report in reports if self._shelf.holding(report) is source]
        new = self._shelf.new(self._shelf.free_id(reports[0]))
        if source is not None:
            self._shelf.move(moving, source, new)
        self._shelf.claim(reports, new)
        new.by_hand = list(reports)
        return new.id

    def merge(self, stories: Sequence[str]) -> str:
        """Make one story of several, under the first one's id, and return it.

        Raises ValueError when no story is given.
        """
        if not stories:
            raise ValueError("merge needs at least one story")
        kept = self._shelf.named(stories[0]) or self._shelf.new(stories[0])
        for story_id in stories[1:]:
            other = self._shelf.named(story_id)
            if other is None or other is kept:
                continue
            kept.by_hand += [report for report in other.reports if report not in kept.by_hand]
            self._shelf.move(list(other.reports), other, kept)
        return kept.id

    def forget(self, report: str) -> None:
        """Drop all that is kept of a report; one that is not known is no error."""
        self._shelf.drop(report)

    def stories(self) -> tuple[StoryRecord, ...]:
        """Return the stories that are kept, in the order in which they began."""
        return tuple(
            StoryRecord(id=story.id, headline=None, reports=tuple(story.reports))
            for story in self._shelf.all()
        )

    def state(self) -> bytes:
        """Return all that is needed to go on from here."""
        return self._shelf.state()

    @classmethod
    def from_state(cls, state: bytes) -> Grouper:
        """Return a grouper that goes on from a state.

        Raises InputError when it is none, or one that another version wrote.
        """
        grouper = cls()
        grouper._shelf = Shelf.from_state(state)
        return grouper


def _pull(ranked: Ranked) -> tuple[bool, float, int]:
    odds = ranked.score / max(1 - ranked.score, 1e-9)
    story = ranked.match.story
    drawn = len(story.reports) ** DRAWN_BY if ranked.fits else 1.0
    return ranked.fits, odds * drawn, story.number


def _is_near(report: Features, original: Original) -> bool:
    member, story = original.member, original.story
    if story.closed or any(
        one and other and 2 * len(one.keys() & other.keys()) < min(len(one), len(other))
        for one, other in (
            (report.bearers, member.bearers),
            (report.figures, member.figures),
        )
    ):
        return False
    return report.day is None or member.day is None or abs(report.day - member.day) <= NEAR_DAYS


def _earliest_of_most_alike(original: Original) -> tuple[float, bool, float, str]:
    day = original.member.day
    return -original.likeness, day is None, day or 0.0, original.member.id


class _Origin(NamedTuple):
    copy_of: str | None = None
    version_of: str | None = None


def _goes_back(report: Features, member: Features, likeness: float) -> _Origin:
    """Return if a report is a copy of a member of its story, a later version of it, or neither.

    A mark of its own (``UPDATE 2``) makes a version, under much the same headline. The same
    version in another paper, one without its mark, and a teaser of it are copies.
    """
    marked = report.version is not None or member.version is not None
    if marked and 2 * len(report.title.keys() & member.title.keys()) >= max(
        len(report.title), len(member.title), 1
    ):
        is_new = report.version is not None and report.version != member.version
        if is_new and _told(report) >= TEASES * _told(member):
            return _Origin(version_of=member.id)
        return _Origin(copy_of=member.id)
    return _Origin(copy_of=member.id) if likeness >= COPIED else _Origin()


def _told(report: Features) -> int:
    return report.told or len(report.words)


def _shared(report: Features, member: Features) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names and the other words two reports share, the heaviest first."""
    ours, theirs = report.words, member.words
    # What is sorted stands in alphabetical order, and so do equally heavy words after it.
    shared = sorted(sorted(ours.keys() & theirs.keys()), key=lambda t: -ours[t] * theirs[t])
    names = report.names.keys() & member.names.keys()
    return (
        tuple(term for term in shared if term in names)[:8],
        tuple(term for term in shared if term not in names)[:8],
    )


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)


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
