"""The board on invented stories: rows over two reports or more, with their verdicts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parent))

from row_score import FILES, board_rows, found, score, stories

FLOORS = {"open.jsonl": 0.8, "blind.jsonl": 0.7}
"""Least F1 of rows found with the right verdict."""


@pytest.mark.parametrize("name", FILES)
def test_every_marked_figure_is_the_text_at_its_offsets(name: str) -> None:
    for story in stories(name):
        texts = {report.id: report.text for report in story.reports}
        for figure in story.figures:
            assert texts[figure.report][figure.start : figure.end] == figure.text


def test_a_row_counts_only_with_its_verdict_and_half_of_its_cells() -> None:
    cells = frozenset({("a", 1), ("b", 2)})
    assert found([(cells, "differ")], [(cells, "differ")]) == 1
    assert found([(cells, "differ")], [(cells, "agree")]) == 0
    assert found([(cells, "differ")], [(frozenset({("c", 9)}), "differ")]) == 0


@pytest.mark.parametrize("name", FILES)
def test_rows_and_verdicts_stay_above_their_floor(name: str) -> None:
    assert score(name).f1 >= FLOORS[name]


def test_the_command_prints_the_rows_of_each_story(tmp_path: Path) -> None:
    """``dateline compare`` gives line by line what the library gives."""
    asked = stories("blind.jsonl")[:2]
    source = tmp_path / "in.jsonl"
    source.write_bytes(
        b"\n".join(msgspec.json.encode({"id": s.id, "reports": s.reports}) for s in asked)
    )
    run = [sys.executable, "-c", "from dateline.cli import main; main()", "compare", str(source)]
    printed = subprocess.run(run, capture_output=True, check=True).stdout
    boards = [msgspec.json.decode(line) for line in printed.splitlines()]
    assert [board["id"] for board in boards] == [story.id for story in asked]
    for board, story in zip(boards, asked, strict=True):
        rows = [
            (frozenset((e["report"], e["start"]) for e in row["entries"]), row["verdict"])
            for row in board["figures"]
            if len({e["report"] for e in row["entries"]}) > 1
        ]
        assert rows == board_rows(story)
