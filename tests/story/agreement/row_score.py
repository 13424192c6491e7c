"""How many rows of the invented stories the board finds, with the right verdict.

python tests/story/agreement/row_score.py

Prints precision, recall and F1 of the rows over two reports or more for each file of stories. A row
is found when a row of the same verdict shares half of its figures (Jaccard).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.pipeline import compared
from dateline.records import TextReport

STORIES = Path(__file__).parent / "stories"
FILES = ("open.jsonl", "blind.jsonl")

Row = tuple[frozenset[tuple[str, int]], str]
"""The figures of a row, as report and offset, and its verdict."""


class GoldFigure(msgspec.Struct):
    """A figure as marked by hand."""

    id: str
    report: str
    start: int
    end: int
    text: str


class Group(msgspec.Struct):
    """Figures of one topic, with the verdict on them."""

    topic: str
    figures: list[str]
    verdict: str


class Story(msgspec.Struct):
    """An invented story with its figures and what they say of each other."""

    id: str
    reports: list[TextReport]
    figures: list[GoldFigure]
    groups: list[Group]


class Score(NamedTuple):
    """Rows found, wanted and given."""

    found: int
    wanted: int
    given: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.found / (self.wanted + self.given)


def stories(name: str) -> list[Story]:
    """Return the stories of a file."""
    lines = (STORIES / name).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Story) for line in lines]


def gold_rows(story: Story) -> list[Row]:
    """Return the marked rows over two reports or more."""
    places: Mapping[str, tuple[str, int]] = {f.id: (f.report, f.start) for f in story.figures}
    rows = [(frozenset(places[id] for id in g.figures), g.verdict) for g in story.groups]
    return [row for row in rows if len({report for report, _ in row[0]}) > 1]


def board_rows(story: Story) -> list[Row]:
    """Return the rows that the board has for a story's reports."""
    return [
        (frozenset((entry.report, entry.start) for entry in row.entries), row.verdict)
        for row in compared(story.reports)
        if len({entry.report for entry in row.entries}) > 1
    ]


def found(gold: Sequence[Row], rows: Sequence[Row]) -> int:
    """Count the gold rows that a row of the same verdict covers by half or more."""
    free = list(rows)
    count = 0
    for cells, verdict in gold:
        for row in free:
            if row[1] == verdict and len(row[0] & cells) * 2 >= len(row[0] | cells):
                free.remove(row)
                count += 1
                break
    return count


def score(name: str) -> Score:
    """Return what the board reaches on the stories of a file."""
    pairs = [(gold_rows(story), board_rows(story)) for story in stories(name)]
    return Score(
        sum(found(gold, rows) for gold, rows in pairs),
        sum(len(gold) for gold, _ in pairs),
        sum(len(rows) for _, rows in pairs),
    )


if __name__ == "__main__":
    for name in FILES:
        result = score(name)
        print(
            f"{name}: {len(stories(name))} stories, {result.wanted} rows; precision "
            f"{result.found / result.given:.2f}, recall {result.found / result.wanted:.2f}, "
            f"F1 {result.f1:.2f}"
        )
