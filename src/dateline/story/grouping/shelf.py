"""The stories a grouper knows, and the index that leads from words to them.

The index is inverted: a report's heaviest words lead to the open stories that hold them (a
single-pass scheme as in topic detection and tracking: Allan, Papka and Lavrenko, SIGIR 1998).
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from heapq import heappop, heappush

import msgspec

from dateline.errors import InputError
from dateline.story.grouping.counts import Counts
from dateline.story.grouping.features import Features, Rarity
from dateline.story.grouping.matching import Story, Stream
from dateline.story.grouping.near import NearIndex, is_signature

CROWDED = 250
"""A word in more open stories than this leads nowhere."""
WALKED = 300
"""How many stories a report's words lead to at most, the heaviest words first."""
LEADS = 0.4
"""A story that a report's words lead to this much less than to another is no candidate."""
KEPT_MEMBERS = 80
CLOSES_AFTER = 45.0
"""Days without a report after which a story closes."""
POSTED_WHEN_CLOSED = 8
"""How many words lead to each member that a closed story keeps."""
FORGOTTEN_AFTER = 400.0


class _State(msgspec.Struct, forbid_unknown_fields=True):
    form: str
    stories: list[Story]
    made: int
    now: float | None
    counted: int
    seen: dict[str, int]
    counts: Counts


_FORM = "grouping/3"
"""Names the form of the state; a new one when features or counts change their meaning."""
_READ = {_FORM, "grouping/2"}
"""Forms that can be gone on from: the second had no signatures, its near-duplicates are scored."""


class Shelf:
    """Stories by number, id, report and address; the postings and signatures of their members."""

    def __init__(self) -> None:
        self.rarity = Rarity()
        self._near = NearIndex()
        self._stories: dict[int, Story] = {}
        self._open: dict[int, Story] = {}
        self._closed: list[tuple[float, int]] = []
        """A heap: the day of the last report and the number of stories that have been closed."""
        self._ids: dict[str, int] = {}
        self._report: dict[str, int] = {}
        self._urls: dict[str, str] = {}
        self._postings: dict[str, array[int]] = {}
        """Stem → the numbers of the stories it leads to, ascending. Arrays: walks are long, and a
        large stream's objects are scattered over more memory than a processor has at hand."""
        self._made = 0
        self._now: float | None = None
        self._closed_on = 0
        self._counts = Counts()

    def stream(self) -> Stream:
        """Return what the stream is like now."""
        return self._counts.stream()

    def all(self) -> Iterable[Story]:
        """Return the stories in the order in which they began."""
        return self._stories.values()

    def named(self, story_id: str) -> Story | None:
        """Return the story of an id."""
        number = self._ids.get(story_id)
        return None if number is None else self._stories[number]

    def holding(self, report_id: str) -> Story | None:
        """Return the story a report is in."""
        number = self._report.get(report_id)
        return None if number is None else self._stories[number]

    def at_address(self, url: str | None) -> str | None:
        """Return the latest report known from an address."""
        earlier = self._urls.get(url) if url else None
        return earlier if earlier in self._report else None

    def led_to(self, report: Features, most: int) -> list[Story]:
        """Return the stories that the report's heaviest words lead to, most promising first."""
        squares = [report.words[term] ** 2 for term in report.leading]
        promise: dict[int, float] = {}
        met = promise.get
        walked, best, rest = 0, 0.0, math.fsum(squares)
        for term, square in zip(report.leading, squares, strict=True):
            if rest < LEADS * best:
                # What has not been met by now would not come near the best.
                break
            rest -= square
            posted = self._postings.get(term)
            if posted is None or len(posted) > CROWDED:
                continue
            walked += len(posted)
            if walked > WALKED and promise:
                break
            for number in posted:
                promise[number] = value = met(number, 0.0) + square
                # A call would cost more than all else that is done here.
                if value > best:  # noqa: PLR1730
                    best = value
        enough = LEADS * best
        found = [(value, number) for number, value in promise.items() if value >= enough]
        # The latest of equally promising ones comes first.
        return [self._stories[number] for _, number in sorted(found, reverse=True)[:most]]

    def near(self, report: Features, least: float) -> list[tuple[float, str]]:
        """Return the members like a report and the estimated Jaccard, the most alike first."""
        return self._near.like(report.signature, least) if report.signature else []

    def founded(self, report: Features, story_id: str | None = None) -> Story:
        """Return a new story that begins with a report."""
        story = self.new(self.free_id(report.id) if story_id is None else story_id)
        self.rarity.begin()
        self._counts.begin(dated=report.day is not None)
        self.join(report, story)
        return story

    def new(self, story_id: str) -> Story:
        """Return a new story without reports."""
        self._made += 1
        story = Story(id=story_id, number=self._made, members=[], reports=[], centre={}, cut=False)
        self._stories[story.number] = self._open[story.number] = story
        self._ids[story.id] = story.number
        return story

    def free_id(self, report_id: str) -> str:
        """Return an id for a story that begins with a report: the report's, or one made of it."""
        story_id, number = report_id, 2
        while story_id in self._ids:
            story_id, number = f"{report_id}-{number}", number + 1
        return story_id

    def join(self, report: Features, story: Story) -> None:
        """Put a report in a story."""
        if story.closed:
            story.closed = False
            self._open[story.number] = story
        self._counts.place()
        story.reports.append(report.id)
        self.rarity.tell(self._add(report, story))
        if len(story.members) > KEPT_MEMBERS:
            self._drop_member(story)

    def _add(self, report: Features, story: Story) -> list[str]:
        """Add a report to a story and return the words that are new in it."""
        story.members.append(report)
        centre, words = story.centre, report.words
        new: list[str] = []
        products: list[float] = []
        for term, weight in words.items():
            before = centre.get(term)
            if before is None:
                new.append(term)
                centre[term] = weight
            else:
                products.append(before * weight)
                centre[term] = before + weight
        # The sum is exact before it is rounded, so the order of the terms does not matter.
        story.square += 2 * math.fsum(products) + (1.0 if words else 0.0)
        if report.day is not None:
            story.first = report.day if story.first is None else min(story.first, report.day)
            story.last = report.day if story.last is None else max(story.last, report.day)
        self._report[report.id] = story.number
        if report.url:
            self._urls[report.url] = report.id
        self._post(report, story)
        return new

    def _post(self, report: Features, story: Story) -> None:
        postings, number = self._postings, story.number
        for term in report.leading:
            posted = postings.get(term)
            if posted is None:
                postings[term] = array("L", (number,))
            elif posted[-1] < number:
                posted.append(number)
            else:
                at = bisect_left(posted, number)
                if posted[at] != number:
                    posted.insert(at, number)
        if report.signature:
            self._near.add(report.id, report.signature)

    def _unpost(self, terms: set[str], story: Story) -> None:
        """Take a story out of the postings of those of these terms that no member leads by now."""
        for term in terms - _leading(story.members):
            posted = self._postings[term]
            del posted[bisect_left(posted, story.number)]
            if not posted:
                del self._postings[term]

    def _let_go(self, members: Iterable[Features]) -> None:
        """Keep nothing of these members but that they are reports of their story."""
        for member in members:
            self._near.drop(member.id)
            if member.url and self._urls.get(member.url) == member.id:
                del self._urls[member.url]

    def _drop_member(self, story: Story) -> None:
        """Let go of the second oldest member; the first one tells what the story began as."""
        going = story.members.pop(1)
        self._unpost(set(going.leading), story)
        self._let_go([going])
        if len(story.centre) > 800:
            _cut(story, 500)

    def advance(self, day: float) -> None:
        """Close stories nobody has written about for long; once per day of the stream."""
        if self._now is not None:
            self._counts.go_on(day - self._now)
        self._now = day if self._now is None else max(self._now, day)
        if int(self._now) <= self._closed_on:
            return
        self._closed_on = int(self._now)
        for story in list(self._open.values()):
            if story.last is not None and self._now - story.last > CLOSES_AFTER:
                self._close(story)
        while self._closed and self._now - self._closed[0][0] > FORGOTTEN_AFTER:
            last, number = heappop(self._closed)
            quiet = self._stories.get(number)
            # It may have been opened again since, or another report is its last one now.
            if quiet is not None and quiet.closed and quiet.last == last:
                self.remove(quiet)

    def _close(self, story: Story) -> None:
        story.closed = True
        del self._open[story.number]
        self._await_forgetting(story)
        led = _leading(story.members)
        going = story.members[1:-1]
        del story.members[1:-1]
        for member in story.members:
            member.leading = member.leading[:POSTED_WHEN_CLOSED]
        self._unpost(led, story)
        self._let_go(going)
        _cut(story, 60)

    def _await_forgetting(self, story: Story) -> None:
        if story.closed and story.last is not None:
            heappush(self._closed, (story.last, story.number))

    def remove(self, story: Story) -> None:
        """Forget a story and its reports."""
        going, story.members = story.members, []
        self._unpost(_leading(going), story)
        self._let_go(going)
        for report in story.reports:
            self._report.pop(report, None)
        del self._stories[story.number], self._ids[story.id]
        self._open.pop(story.number, None)

    def move(self, reports: Iterable[str], source: Story, target: Story | None) -> None:
        """Take reports out of a story and put them in another, or nowhere."""
        moving = dict.fromkeys(reports)
        members, source.members = source.members, []
        self._unpost(_leading(members), source)
        for member in members:
            self._near.drop(member.id)
        leaving = [member for member in members if member.id in moving]
        staying = [member for member in members if member.id not in moving]
        source.reports = [report for report in source.reports if report not in moving]
        source.by_hand = [report for report in source.by_hand if report not in moving]
        source.centre, source.square, source.first, source.last = {}, 0.0, None, None
        source.cut = False
        for member in staying:
            self._add(member, source)
        if target is not None:
            for report in moving:
                target.reports.append(report)
                self._report[report] = target.number
            for member in leaving:
                self._add(member, target)
            self._await_forgetting(target)
        self._await_forgetting(source)
        if not source.reports:
            self.remove(source)

    def claim(self, reports: Iterable[str], story: Story) -> None:
        """Count reports to a story, also such as are known by their ids alone."""
        for report in reports:
            if report not in story.reports:
                story.reports.append(report)
                self._report[report] = story.number

    def drop(self, report_id: str) -> None:
        """Drop all that is kept of a report; one that is not known is no error."""
        story = self.holding(report_id)
        if story is not None:
            self.move([report_id], story, None)
            self._report.pop(report_id, None)
            self._urls = {url: other for url, other in self._urls.items() if other != report_id}

    def state(self) -> bytes:
        """Return all that is needed to go on from here."""
        return msgspec.msgpack.encode(
            _State(
                form=_FORM,
                stories=list(self._stories.values()),
                made=self._made,
                now=self._now,
                counted=self.rarity.stories,
                seen=self.rarity.seen(),
                counts=self._counts,
            ),
            order="deterministic",
        )

    @classmethod
    def from_state(cls, state: bytes) -> Shelf:
        """Return the shelf of a state; raises InputError when it is not one of this version."""
        try:
            kept = msgspec.msgpack.decode(state, type=_State)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise _not_a_state(str(error)) from error
        if kept.form not in _READ:
            raise _not_a_state(f"it is of the form {kept.form}")
        shelf = cls()
        shelf._made, shelf._now = kept.made, kept.now
        shelf._closed_on = int(kept.now) if kept.now is not None else 0
        shelf.rarity, shelf._counts = Rarity(kept.counted, kept.seen), kept.counts
        for story in kept.stories:
            shelf._stories[story.number] = story
            shelf._ids[story.id] = story.number
            if story.closed:
                shelf._await_forgetting(story)
            else:
                shelf._open[story.number] = story
            for report in story.reports:
                shelf._report[report] = story.number
            for member in story.members:
                if not is_signature(member.signature):
                    member.signature = b""
                shelf._post(member, story)
                if member.url:
                    shelf._urls[member.url] = member.id
        return shelf


def _not_a_state(why: str) -> InputError:
    return InputError(
        "the state of a grouping",
        f"this version did not write it: {why}.",
        remedy="Begin anew and place the reports again in order of publication.",
    )


def _cut(story: Story, size: int) -> None:
    """Keep the heaviest words of a story's centre, with those as heavy as the last of them."""
    centre = story.centre
    if len(centre) > size:
        least = sorted(centre.values())[-size]
        story.centre = {term: weight for term, weight in centre.items() if weight >= least}
        story.square = math.fsum([weight * weight for weight in story.centre.values()])
        story.cut = True


def _leading(members: Iterable[Features]) -> set[str]:
    return {term for member in members for term in member.leading}
