"""How a report and a story compare: a few numbers anyone can check, and their weighing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from functools import cached_property
from importlib.resources import files
from operator import mul
from typing import NamedTuple

import msgspec

from dateline.story.grouping.english import frequent
from dateline.story.grouping.features import Features

NAMES = (
    "best", "support", "best_size", "centre", "told", "told_size",
    "title", "title_in", "title_in_best", "short", "title_in_short",
    "figures", "few", "nameless", "bearers", "bearers_share", "bearers_told",
    "near", "fortnight", "quarter", "best_near", "pace", "near_pace", "fortnight_pace",
    "best_near_pace", "undated", "best_undated", "fresh", "near_fresh",
)  # fmt: skip
"""What a comparison measures:

- likeness to the most similar member (``best``), how many are alike at all (``support``),
  likeness to the centre, and the share of the report that the story has told before;
- headlines: words in common (``title``) and the share of a headline the other's words tell;
- figures; fewer than four words or no name in common; ``bearers``: names that are neither places
  nor general words, which most events are known by;
- days apart, on the scale of two days, a fortnight and a quarter, each against the pace of the
  stream: where hundreds of stories begin a day, the same day tells little;
- ``fresh``: how often the reports of this stream begin stories.

``short`` is large for headlines, ``size`` the logarithm of the story's reports."""

ALIKE = 0.2
"""The likeness from which a member counts as alike."""


class Weights(msgspec.Struct, frozen=True, dict=True):
    """The weighing: a logistic regression over `NAMES`."""

    bias: float
    weights: dict[str, float]

    @cached_property
    def in_order(self) -> tuple[float, ...]:
        """The weights in the order of `NAMES`."""
        return tuple(self.weights.get(name, 0.0) for name in NAMES)


WEIGHTS = msgspec.json.decode(
    files(__package__).joinpath("weights.json").read_bytes(), type=Weights
)


class Story(msgspec.Struct, gc=False):
    """A story as grouping keeps it: its latest members, and what all of them have in common."""

    id: str
    number: int
    members: list[Features]
    reports: list[str]
    centre: dict[str, float]
    square: float = 0.0
    """The squared length of ``centre``."""
    first: float | None = None
    last: float | None = None
    closed: bool = False
    by_hand: list[str] = []
    """Reports a person has put here."""
    cut: bool = True
    """Whether ``centre`` may have lost words that a member has; states kept before do not say."""


class Stream(NamedTuple):
    """What a stream is like at one point."""

    pace: float
    """The logarithm of the stories that begin a day."""
    fresh: float
    """The logarithm of the share of reports that begin a story."""


class Match(msgspec.Struct, frozen=True):
    """A story a report may belong to."""

    story: Story
    member: Features
    """The member most like the report."""
    values: tuple[float, ...]
    needed: float
    """The probability from which the report joins the story."""


def _share(a: Mapping[str, object], b: Mapping[str, object]) -> float:
    """Return the Dice coefficient of two sets, softened for very small ones."""
    return 2 * len(a.keys() & b.keys()) / (len(a) + len(b) + 1) if a and b else 0.0


def days_apart(report: Features, story: Story) -> float | None:
    """Return the days between a report and the last report of a story, None when not known."""
    if report.day is None or story.last is None or story.first is None:
        return None
    if story.first <= report.day <= story.last:
        return 0.0
    return min(abs(report.day - story.last), abs(report.day - story.first))


class Nearness(NamedTuple):
    """A story as near as its centre is to a report."""

    likeness: float
    """The cosine between the report and what the story's reports have in common."""
    number: int
    """The story's, by which equally near ones are ordered."""
    story: Story
    known: Set[str]
    """The report's words that are in the story's centre."""


def nearness(report: Features, story: Story) -> Nearness:
    """Return how near a story is to a report."""
    centre = story.centre
    words = report.words
    known = words.keys() & centre.keys()
    # The sum is exact before it is rounded, so the order of the terms does not matter.
    product = math.fsum([words[term] * centre[term] for term in known])
    likeness = product / (math.sqrt(story.square) or 1.0)
    return Nearness(likeness, story.number, story, known)


def headline_told(report: Features, other: Features) -> float:
    """Return the share, by weight, of a report's headline that is among another's words."""
    title = report.title
    if not title:
        return 0.0
    told = math.fsum([title[term] for term in title.keys() & other.words.keys()])
    return told / math.fsum(title.values())


def match_of(report: Features, near: Nearness, stream: Stream) -> Match:
    """Compare a report with a story and with the member most like it."""
    centre, _, story, known = near
    words = report.words
    fsum = math.fsum
    # What a member shares with the report is in the centre too, where that is whole.
    ours = [(term, words[term]) for term in (words if story.cut else known)]
    member, best, alike = story.members[0], -1.0, 0
    for candidate in story.members:
        theirs = candidate.words
        likeness = fsum([weight * theirs[term] for term, weight in ours if term in theirs])
        if likeness > ALIKE:
            alike += 1
        if likeness > best:
            member, best = candidate, likeness
    shared = words.keys() & member.words.keys()
    if story.by_hand:
        # What a person has joined may have little in common: it is met where it is most alike.
        centre = max(centre, best)
    bearers = report.bearers.keys() & member.bearers.keys()
    told = fsum([words[term] ** 2 for term in known])
    size = math.log(len(story.reports))
    short = 1 / (1 + math.sqrt(min(len(words), len(member.words))))
    there, back = headline_told(report, member), headline_told(member, report)
    title_in = (there + back) / 2
    days = days_apart(report, story)
    pace, soon, fortnight, quarter = 0.0, 0.0, 0.0, 0.0
    if days is not None:
        pace = stream.pace
        soon, fortnight, quarter = math.exp(-days / 2), math.exp(-days / 14), math.exp(-days / 90)
    undated = 1.0 if days is None else 0.0
    if story.closed:
        needed = NEEDED_TO_REOPEN
    else:
        needed = _needed(shared, len(known), len(bearers), min(there, back))
    return Match(
        story,
        member,
        (
            best, math.log(1 + alike), best * size, centre, told, told * size,
            _share(report.title, member.title), title_in, max(there, back),
            short, title_in * short,
            _share(report.figures, member.figures), 1.0 if len(shared) < 4 else 0.0,
            0.0 if report.names.keys() & member.names.keys() else 1.0,
            math.log(1 + len(bearers)),
            _share(report.bearers, member.bearers),
            math.log(1 + len(report.bearers.keys() & story.centre.keys())),
            soon, fortnight, quarter, best * soon, pace, soon * pace, fortnight * pace,
            best * soon * pace, undated, best * undated, stream.fresh, soon * stream.fresh,
        ),
        needed,
    )  # fmt: skip


def probability(values: tuple[float, ...], weights: Weights = WEIGHTS) -> float:
    """Return how likely a report with these numbers belongs to the story."""
    total = weights.bias + math.fsum(map(mul, values, weights.in_order))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


NEEDED_BY_NAMES = (0.75, 0.4, 0.3, 0.2)
"""The probability that is enough where a report and a member share no bearers of names, one, two,
or more: two newsrooms must not seem to back each other by a country and a common word."""
NEEDED_BY_ONE_WORD = 0.6
"""… where all that a report shares with a story is one word."""
NEEDED_BY_COMMON_WORDS = 0.93
"""… where it is two at most, and both are places or general words."""
NEEDED_BY_STRANGERS = 0.75
"""… where at most one name is shared, and one of the headlines is not told by the other at all."""
NEEDED_TO_REOPEN = 0.75
"""… where a story has closed."""


def _needed(shared: Set[str], known: int, bearers: int, told: float) -> float:
    """Return the probability from which a report joins a story that is open.

    It shares words with a member and so many with all of the story, so many bearers of names with
    the member, and that much of one of their headlines at least is told by the other.
    """
    if len(shared) < 3 and all(frequent(term) or term[0].isdigit() for term in shared):
        return NEEDED_BY_COMMON_WORDS
    if known < 2:
        return NEEDED_BY_ONE_WORD
    if bearers < 2 and told < 0.1:
        return NEEDED_BY_STRANGERS
    return NEEDED_BY_NAMES[min(bearers, len(NEEDED_BY_NAMES) - 1)]
