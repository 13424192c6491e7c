"""The board on invented stories: rows over two reports or more, with their verdicts."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import pytest

STORIES = Path(__file__).parent / "stories"


class _Gold(msgspec.Struct):
    id: str
    report: str
    start: int
    end: int
    text: str


class _Group(msgspec.Struct):
    topic: str
    figures: list[str]
    verdict: str


class _Report(msgspec.Struct):
    id: str
    text: str


class _Story(msgspec.Struct):
    id: str
    reports: list[_Report]
    figures: list[_Gold]
    groups: list[_Group]


def _stories(name: str) -> list[_Story]:
    lines = (STORIES / name).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=_Story) for line in lines]


Row = tuple[frozenset[tuple[str, int]], str]


def _gold_rows(story: _Story) -> list[Row]:
    places: Mapping[str, tuple[str, int]] = {f.id: (f.report, f.start) for f in story.figures}
    rows = [(frozenset(places[id] for id in g.figures), g.verdict) for g in story.groups]
    return [row for row in rows if len({report for report, _ in row[0]}) > 1]


def _found(gold: Sequence[Row], rows: Sequence[Row]) -> int:
    """Count the gold rows that a row of the same verdict covers by half or more."""
    free = list(rows)
    found = 0
    for cells, verdict in gold:
        for row in free:
            if row[1] == verdict and len(row[0] & cells) * 2 >= len(row[0] | cells):
                free.remove(row)
                found += 1
                break
    return found


@pytest.mark.parametrize("name", ["open.jsonl", "blind.jsonl"])
def test_every_marked_figure_is_the_text_at_its_offsets(name: str) -> None:
    for story in _stories(name):
        texts = {report.id: report.text for report in story.reports}
        for figure in story.figures:
            assert texts[figure.report][figure.start : figure.end] == figure.text


def test_a_row_counts_only_with_its_verdict_and_half_of_its_cells() -> None:
    cells = frozenset({("a", 1), ("b", 2)})
    assert _found([(cells, "differ")], [(cells, "differ")]) == 1
    assert _found([(cells, "differ")], [(cells, "agree")]) == 0
    assert _found([(cells, "differ")], [(frozenset({("c", 9)}), "differ")]) == 0


class _Entry(msgspec.Struct):
    report: str
    start: int


class _BoardRow(msgspec.Struct):
    verdict: str
    entries: list[_Entry]


class _Board(msgspec.Struct):
    id: str
    figures: list[_BoardRow]


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, _Board]:
    """What the command prints for the stories of both files, by story."""
    source = tmp_path_factory.mktemp("stories") / "in.jsonl"
    lines = [line for name in FLOORS for line in (STORIES / name).read_bytes().splitlines()]
    asked = [msgspec.json.decode(line) for line in lines]
    source.write_bytes(
        b"\n".join(msgspec.json.encode({"id": s["id"], "reports": s["reports"]}) for s in asked)
    )
    run = [sys.executable, "-c", "from dateline.cli import main; main()", "compare", str(source)]
    printed = subprocess.run(run, capture_output=True, check=True).stdout
    found = [msgspec.json.decode(line, type=_Board) for line in printed.splitlines()]
    return {board.id: board for board in found}


FLOORS = {"open.jsonl": 0.7, "blind.jsonl": 0.55}
"""Least F1 of rows found with the right verdict."""


@pytest.mark.parametrize("name", list(FLOORS))
def test_rows_and_verdicts_stay_above_their_floor(name: str, boards: Mapping[str, _Board]) -> None:
    hits = wanted = given = 0
    for story in _stories(name):
        rows = [
            (frozenset((e.report, e.start) for e in row.entries), row.verdict)
            for row in boards[story.id].figures
            if len({e.report for e in row.entries}) > 1
        ]
        gold = _gold_rows(story)
        hits, wanted, given = hits + _found(gold, rows), wanted + len(gold), given + len(rows)
    assert 2 * hits / (wanted + given) >= FLOORS[name]
