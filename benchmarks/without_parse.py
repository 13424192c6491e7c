"""What a reading without the dependency parser and the entity recogniser would still find.

    python -m benchmarks.without_parse EVAL [--share 4]

``EVAL`` holds `quotes` and `figures` with their scorers (see `benchmarks.accuracy`). The statement
model is fitted twice to the same share of the training texts, with the parse and with tags alone,
and scored on the development texts; quantities are those of `quantities_in`, which needs no parse.
It is run alone, since without annotated texts it tells nothing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from benchmarks import tables as printed

from dateline.reading.figures import quantities_in
from dateline.reading.model import parses
from dateline.reading.statements import train
from dateline.reading.statements.columns import Columns
from dateline.reading.statements.features import cue_rows
from dateline.reading.statements.model import frames_by_model, stored
from dateline.reading.statements.reader import spans_of
from dateline.reading.statements.tree import Tree
from dateline.reading.table import Table
from dateline.text import Passage

QUOTES = ("attribution_with_source_f1", "direct_with_source_f1", "exact_content_f1")
FIGURES = ("value_f1", "value_change_unit_f1", "concept_relaxed_f1")
_MARKS = frozenset(".!?")
_CLOSING = frozenset("\"”’')")


def flattened(table: Table) -> Table:
    """Take heads, dependencies and entities away; sentences end with a stop or a block."""
    table.dep = [""] * table.size
    table.dep_number = np.zeros(table.size, dtype=np.uint64)
    table.ent_number = np.zeros(table.size, dtype=np.uint64)
    table.head = list(range(table.size))
    table.head_number = np.arange(table.size)
    table.sentence = []
    ended, number = False, 0
    for i, word in enumerate(table.words):
        other = i and table.block[i] != table.block[i - 1]
        if other or (ended and word not in _CLOSING and not word.isspace()):
            number, ended = number + 1, False
        table.sentence.append(number)
        ended = ended or word in _MARKS
    table.sentence_number = np.array(table.sentence)
    table.grow()
    return table


def trees(examples: Sequence[train.Example], *, parsed: bool) -> list[Tree]:
    passages = [Passage.of_text(example.text) for example in examples]
    tables = (Table(d, p) for d, p in zip(parses(passages), passages, strict=True))
    return [Tree(table if parsed else flattened(table)) for table in tables]


def scored(scorer: Path, gold: Path, rows: Sequence[object], names: Sequence[str]) -> list[float]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
        file.flush()
        told = subprocess.run(
            [sys.executable, str(scorer), str(gold), file.name],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
    values = dict(line.split(maxsplit=1) for line in told.splitlines() if " " in line)
    return [float(values[name]) for name in names]


def statements(folder: Path, share: int, *, parsed: bool) -> list[float]:
    marked = train.read_examples(folder / "train.jsonl.gz")[::share]
    sheets: list[train.Sheet] = []
    for example, tree in zip(marked, trees(marked, parsed=parsed), strict=True):
        roles, columns = train.roles_in(tree, example), Columns(tree)
        is_cue = np.isin(np.arange(tree.size), sorted(roles)).astype(np.int64)
        sheets.append(train.Sheet(columns, cue_rows(columns), is_cue, roles))
    with tempfile.NamedTemporaryFile(suffix=".npz") as file:
        train.save(train.trained(sheets), Path(file.name))
        model = stored(Path(file.name))
    gold = folder / "dev.jsonl.gz"
    found = train.read_examples(gold)
    ids = [json.loads(line)["id"] for line in train.lines_of(gold)]
    rows = []
    for id, example, tree in zip(ids, found, trees(found, parsed=parsed), strict=True):
        frames = frames_by_model(tree, model)
        rows.append({
            "id": id,
            "attributions": [
                {
                    role: [[s.start, s.end] for s in spans_of(tree, tokens, example.text)]
                    for role, tokens in (
                        ("content", frame.content), ("cue", frame.cue), ("source", frame.source)
                    )
                }
                for frame in frames
            ],
        })  # fmt: skip
    return scored(folder / "score.py", gold, rows, QUOTES)


def figures(folder: Path) -> list[float]:
    gold = folder / "newsquant.dev.jsonl"
    texts = [json.loads(line) for line in gold.read_text().splitlines()]
    fields = ("start", "end", "value", "low", "high", "bound", "unit", "unit_text")
    rows = [
        {
            "id": text["id"],
            "figures": [
                {**{field: getattr(q, field) for field in fields}, "measure": []}
                for q in quantities_in(text["text"])
            ],
        }
        for text in texts
    ]
    return scored(folder / "score.py", gold, rows, FIGURES)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=int, default=4, help="train on every n-th text")
    chosen = parser.parse_args(arguments)
    shown = printed.Table("Figures without a parse", dict.fromkeys(FIGURES, ".3f"))
    shown.add("quantities", **dict(zip(FIGURES, figures(chosen.folder / "figures"), strict=True)))
    shown = printed.Table(
        f"Statements, every {chosen.share}th training text", dict.fromkeys(QUOTES, ".3f")
    )
    for parsed in (True, False):
        found = statements(chosen.folder / "quotes", chosen.share, parsed=parsed)
        told = "with the parse" if parsed else "with tags alone"
        shown.add(told, **dict(zip(QUOTES, found, strict=True)))


if __name__ == "__main__":
    main()
