"""How a report and a story compare: a few numbers anyone can check, and their weighing."""

from __future__ import annotations

import math
from importlib.resources import files

import msgspec

from dateline.story.grouping.features import Features

NAMES = (
    "best", "centre", "title", "names", "covered", "figures", "rare",
    "best_dated", "centre_dated", "near", "fortnight", "undated",
    "best_undated", "title_short", "best_short", "short", "size", "dense", "best_size",
    "centre_size", "copied",
)  # fmt: skip


class Weights(msgspec.Struct, frozen=True):
    """The weighing: a logistic regression over `NAMES`, and the probability that is enough."""

    bias: float
    threshold: float
    weights: dict[str, float]


WEIGHTS = msgspec.json.decode(
    files(__package__).joinpath("weights.json").read_bytes(), type=Weights
)


class Story(msgspec.Struct):
    """A story as grouping keeps it: its latest members, and what all of them have in common."""

    id: str
    number: int
    members: list[Features]
    reports: list[str]
    centre: dict[str, float]
    length: float = 1.0
    """The length of ``centre``."""
    first: float | None = None
    last: float | None = None
    closed: bool = False
    by_hand: list[str] = []
    """Reports a person has put here."""


def dot(a: dict[str, float], b: dict[str, float]) -> float:
    """Return the inner product of two sparse vectors, summed in the order of the first."""
    total = 0.0
    for term, weight in a.items():
        if term in b:
            total += weight * b[term]
    return total


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the Dice coefficient of two sets, softened for very small ones."""
    return 2 * len(a & b) / (len(a) + len(b) + 1) if a and b else 0.0


def days_apart(report: Features, story: Story) -> float | None:
    """Return the days between a report and the last report of a story, None when not known."""
    if report.day is None or story.last is None or story.first is None:
        return None
    if story.first <= report.day <= story.last:
        return 0.0
    return min(abs(report.day - story.last), abs(report.day - story.first))


class Match(msgspec.Struct, frozen=True):
    """A story a report may belong to."""

    story: Story
    member: Features
    """The member most like the report."""
    values: tuple[float, ...]


def likeness_to_centre(report: Features, story: Story) -> float:
    """Return the cosine between a report and what a story's reports have in common."""
    return dot(report.words, story.centre) / story.length


def match_of(report: Features, story: Story, centre: float) -> Match:
    """Compare a report with a story, whose centre is that like it, and its most similar member."""
    member, best = story.members[0], -1.0
    for candidate in story.members:
        likeness = dot(report.words, candidate.words)
        if likeness > best:
            member, best = candidate, likeness
    shared = [term for term in report.words if term in member.words]
    covered = max(
        sum(report.words[term] ** 2 for term in shared),
        sum(member.words[term] ** 2 for term in shared),
    )
    names = _share(report.names, member.names)
    title = _share(report.title, member.title)
    figures = _share(report.figures, member.figures)
    rare = max((report.words[t] * member.words[t] for t in shared), default=0.0)
    days = days_apart(report, story)
    near = math.exp(-days / 2) if days is not None else 0.0
    fortnight = math.exp(-days / 14) if days is not None else 0.0
    undated = 1.0 if days is None else 0.0
    short = 1 / (1 + math.sqrt(min(len(report.words), len(member.words))))
    size = math.log(len(story.reports))
    span = (story.last - story.first) if story.first is not None and story.last is not None else 0.0
    return Match(
        story,
        member,
        (
            best, centre, title, names, covered, figures, rare,
            best * fortnight, centre * fortnight, near, fortnight, undated,
            best * undated, title * short, best * short, short, size,
            size / (1 + span), best * size,
            centre * size,
            1.0 if len(report.sketch & member.sketch) * 2 > len(report.sketch) > 5 else 0.0,
        ),
    )  # fmt: skip


def probability(values: tuple[float, ...], weights: Weights = WEIGHTS) -> float:
    """Return how likely a report with these numbers belongs to the story."""
    total = weights.bias
    for name, value in zip(NAMES, values, strict=True):
        total += weights.weights.get(name, 0.0) * value
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
