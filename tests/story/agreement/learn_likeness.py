"""Learn the weighing of `dateline.story.agreement.likeness` from marked stories.

python tests/story/agreement/learn_likeness.py [STORIES.jsonl…] [-o WEIGHTS.json] [--apart]

Without files, the stories of ``open.jsonl`` are read. Every two figures of a story that nothing
keeps apart for certain are an example: of one topic or not. Prints how many pairs are told rightly;
``--apart`` does so for every story with weights learned without it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.pipeline import read_text_reports
from dateline.records import ReadReport, TextReport
from dateline.story.agreement.features import NAMES, rarity_of, values
from dateline.story.agreement.likeness import Weights, kept_apart
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.profiles import profiles_of
from dateline.story.identity import organisations_of, people_of
from dateline.story.sayings import story_ids

STORIES = Path(__file__).parent / "stories" / "open.jsonl"
RIDGE = 5e-4
STEPS = 50
FOLDS = 8

Matrix = npt.NDArray[np.float64]


class Marked(msgspec.Struct, frozen=True):
    """A figure as marked by hand."""

    report: str
    start: int
    end: int
    topic: str


class Story(msgspec.Struct, frozen=True):
    """A story with its figures marked."""

    id: str
    reports: list[TextReport]
    figures: list[Marked]

    def topic_of(self, profile: Profile) -> str | None:
        """Return the topic of the marked figure that a figure overlaps."""
        report, figure = profile.read.report.id, profile.figure
        for marked in self.figures:
            if marked.report == report and marked.start < figure.end > figure.start < marked.end:
                return marked.topic
        return None


class Examples(NamedTuple):
    """The pairs of one story, and which of them are of one topic."""

    values: Matrix
    same: Matrix


def examples_of(story: Story) -> Examples:
    """Return the pairs of a story's figures that could be joined."""
    return _examples(story, read_text_reports(story.reports))


def _examples(story: Story, reads: Sequence[ReadReport]) -> Examples:
    profiles = profiles_of(reads, story_ids([*people_of(reads), *organisations_of(reads)]))
    rarity = rarity_of(profiles)
    topics = [story.topic_of(profile) for profile in profiles]
    pairs = [
        (a, b)
        for a, b in combinations(range(len(profiles)), 2)
        if profiles[a].unit != "age" and not kept_apart(profiles[a], profiles[b])
    ]
    features = [values(profiles[a], profiles[b], rarity) for a, b in pairs]
    same = [float(topics[a] is not None and topics[a] == topics[b]) for a, b in pairs]
    return Examples(np.array(features).reshape(len(pairs), len(NAMES)), np.array(same))


def learned(stories: Sequence[Examples]) -> Weights:
    """Return the weighing learned from examples by ridge regression on the logistic scale."""
    x = np.vstack([examples.values for examples in stories])
    y = np.concatenate([examples.same for examples in stories])
    x = np.hstack([x, np.ones((len(x), 1))])
    beta = np.zeros(x.shape[1])
    penalty = np.diag([*[RIDGE] * len(NAMES), 0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (p - y) / len(y) + penalty @ beta
        curvature = (x * (p * (1 - p))[:, None]).T @ x / len(y) + penalty
        beta -= np.linalg.solve(curvature + 1e-9 * np.eye(len(beta)), gradient)
    return Weights(
        bias=round(float(beta[-1]), 3),
        weights={name: round(float(b), 3) for name, b in zip(NAMES, beta, strict=False)},
    )


def told(stories: Sequence[Examples], weights: Weights) -> Iterator[tuple[bool, bool]]:
    """Yield for each pair whether it is joined and whether it should be."""
    for examples in stories:
        for row, same in zip(examples.values, examples.same, strict=True):
            yield weights.of(tuple(row)) >= 0, bool(same)


def summary(pairs: Sequence[tuple[bool, bool]]) -> str:
    """Return precision and recall of joined pairs."""
    right = sum(joined and same for joined, same in pairs)
    joined, same = sum(j for j, _ in pairs), sum(s for _, s in pairs)
    return f"{len(pairs)} pairs, {same} of one thing; precision {right / max(1, joined):.3f}, recall {right / max(1, same):.3f}"


def main(arguments: Sequence[str]) -> None:
    """Learn, print how the pairs come out, and write the table."""
    parser = argparse.ArgumentParser(prog="learn_likeness.py")
    parser.add_argument("stories", nargs="*", type=Path, default=[STORIES])
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--apart", action="store_true")
    options = parser.parse_args(arguments)
    lines = [line for path in options.stories for line in path.read_bytes().splitlines()]
    examples = [examples_of(msgspec.json.decode(line, type=Story)) for line in lines if line]
    weights = learned(examples)
    print(summary(list(told(examples, weights))), file=sys.stderr)
    if options.apart:
        pairs: list[tuple[bool, bool]] = []
        for fold in range(FOLDS):
            others = [e for at, e in enumerate(examples) if at % FOLDS != fold]
            pairs += told(examples[fold::FOLDS], learned(others))
        print("apart:", summary(pairs), file=sys.stderr)
    table = msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n"
    if options.output is not None:
        options.output.write_bytes(table)
    else:
        sys.stdout.buffer.write(table)


if __name__ == "__main__":
    main(sys.argv[1:])
