"""Learn which blocks are the article from pages whose article is known.

    python -m dateline.intake.html.train GOLD.jsonl… [--pages FOLDER] [-o weights.npz] [--check]

Each record needs ``id``, ``html_file`` (relative to the folder, gzip or plain), ``url`` and
``body_paragraphs``; ``standfirst`` is left out of learning. ``--check`` prints what
cross-validation by publisher gives, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import numpy as np

from dateline.intake.dump import train as boosting
from dateline.intake.dump.forest import SURELY_NOT, Chain
from dateline.intake.html.article import (
    WEIGHTS,
    Labeller,
    rows_of,
    ruled_out_of,
)
from dateline.intake.html.features import NAMES, VERDICTS, Matrix
from dateline.intake.html.lines import Lines, lines_of
from dateline.intake.html.metadata import metadata_of
from dateline.intake.html.second import SECOND_NAMES, second_rows
from dateline.intake.html.tree import tree_of
from dateline.intake.html.wording import folded
from dateline.intake.trees import Forest, Trained, save

CHAIN = (3.0, 1.5, 0.75)
"""Costs of starting or ending the article and of a gap in it; the power of a block's length."""
_LONG = 24
_NEAR = 2
_OPENING = 40
_FIRST_TREES = 100
_FAILED = 0.4
"""Weight of a page shown as if the extractor had failed on it."""


class Gold(msgspec.Struct, frozen=True):
    """A page with its article."""

    id: str
    html_file: str
    url: str | None
    body_paragraphs: tuple[str, ...]
    standfirst: tuple[str, ...] | None = None

    @property
    def publisher(self) -> str:
        """The page's host: pages of one publisher belong into one fold."""
        return urlsplit(self.url or self.id).netloc or self.id


class Example(msgspec.Struct, frozen=True):
    """A page made ready for learning."""

    gold: Gold
    lines: Lines
    sheet: boosting.Sheet
    failed: boosting.Sheet
    """The page as it would be if the extractor found nothing."""

    @property
    def sheets(self) -> tuple[boosting.Sheet, ...]:
        """All that is learned from the page."""
        return self.sheet, self.failed


def labels_of(gold: Gold, lines: Lines) -> tuple[list[bool], list[bool]]:
    """Return for each block whether it is of the article, and whether it is of the standfirst.

    Letters and digits alone are compared; a short block counts only near the long ones, or where
    it goes on where the article's last block ended (the cells of a table).
    """
    paragraphs = [folded(words) for words in gold.body_paragraphs]
    whole, running = set(paragraphs), "".join(paragraphs)
    lead = "".join(folded(words) for words in gold.standfirst or ())
    folds = [block.fold for block in lines.blocks]
    # The wire's dateline may be missing in the known article: the rest of the block decides.
    heads = [min(len(fold) // 4, _OPENING) if len(fold) >= _LONG else 0 for fold in folds]
    long = [
        len(fold) >= _LONG and fold[head:] in running
        for fold, head in zip(folds, heads, strict=True)
    ]
    where = [i for i, flag in enumerate(long) if flag]
    first, last = (where[0] - _NEAR, where[-1] + _NEAR) if where else (0, -1)
    body: list[bool] = []
    at = -1
    seen: Counter[str] = Counter()
    for i, (fold, head) in enumerate(zip(folds, heads, strict=True)):
        near = first <= i <= last and (fold in whole or (len(fold) >= 8 and fold in running))
        goes_on = at >= 0 and running.startswith(fold, at)
        seen[fold] += 1
        again = len(fold) >= _LONG and seen[fold] > max(1, running.count(fold))
        body.append(bool(fold) and (long[i] or near or goes_on) and not again)
        if body[i]:
            found = at if goes_on else running.find(fold[head:], max(at, 0))
            found = found if found >= 0 else running.find(fold[head:])
            at = found + len(fold) - (0 if goes_on else head)
    standfirst = [
        not flag and len(fold) >= 16 and fold in lead
        for flag, fold in zip(body, folds, strict=True)
    ]
    return body, standfirst


def example_of(gold: Gold, folder: Path) -> Example:
    """Read a page and label its blocks."""
    path = folder / gold.html_file
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    tree = tree_of(str(path), data)
    lines = lines_of(tree.root)
    rows, words = rows_of(tree, lines, metadata_of(tree.root, gold.url))
    body, standfirst = labels_of(gold, lines)
    weight = np.sqrt(words + 1.0)
    weight[np.array(standfirst, dtype=bool)] = 0.0
    weight /= max(float(weight.sum()), 1.0) / 100

    def sheet(rows: Matrix, share: float) -> boosting.Sheet:
        return boosting.Sheet(
            example=boosting.Example(id=gold.id, text="", body_paragraphs=()),
            atoms=(),
            rows=rows,
            label=np.array(body, dtype=np.float64),
            weight=weight * share,
            lengths=words,
            ruled_out=ruled_out_of(lines, rows, words),
        )

    return Example(
        gold=gold,
        lines=lines,
        sheet=sheet(rows, 1.0),
        failed=sheet(without_engine(rows), _FAILED),
    )


def without_engine(rows: Matrix) -> Matrix:
    """Return the rows as if the extractor had found nothing."""
    out = rows.copy()
    out[:, [i for i, name in enumerate(NAMES) if name in VERDICTS and name[:6] == "engine"]] = 0
    return out


def labeller_of(examples: Sequence[Example], folds: int = 4) -> Labeller:
    """Fit both forests; the second learns from scores of forests that did not see the publisher."""
    second: list[boosting.Sheet] = []
    for fold in range(folds):
        forest = _first(
            [x for x in examples if boosting.fold_of(f"2{x.gold.publisher}", folds) != fold]
        )
        for example in examples:
            if boosting.fold_of(f"2{example.gold.publisher}", folds) == fold:
                for sheet in example.sheets:
                    first = np.where(sheet.ruled_out, SURELY_NOT, forest.scores(sheet.rows))
                    rows = second_rows(sheet.rows, first, example.lines.blocks, sheet.lengths)
                    second.append(msgspec.structs.replace(sheet, rows=rows))
    table = boosting.table_of(second)
    return Labeller(_first(examples), boosting.fitted(table, whole_pages=True), Chain(*CHAIN))


def _first(examples: Sequence[Example]) -> Forest:
    sheets = [sheet for one in examples for sheet in one.sheets]
    return boosting.fitted(boosting.table_of(sheets), trees=_FIRST_TREES, whole_pages=True)


def check(examples: Sequence[Example], folds: int = 5) -> dict[str, list[str]]:
    """Return the article each page gets from forests that did not see its publisher."""
    out: dict[str, list[str]] = {}
    for fold in range(folds):
        labeller = labeller_of(
            [x for x in examples if boosting.fold_of(x.gold.publisher, folds) != fold]
        )
        for example in examples:
            if boosting.fold_of(example.gold.publisher, folds) != fold:
                continue
            sheet, lines = example.sheet, example.lines
            flags = labeller.flags(lines, sheet.rows, sheet.lengths)
            out[example.gold.id] = [
                block.text for block, flag in zip(lines.blocks, flags, strict=True) if flag
            ]
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or write what cross-validation by publisher takes for the articles."""
    parser = argparse.ArgumentParser(
        prog="python -m dateline.intake.html.train", description=__doc__
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--pages", type=Path, help="folder the html_file paths start from")
    parser.add_argument("-o", "--out", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--check", action="store_true", help="print predictions by cross-validation as JSON Lines"
    )
    options = parser.parse_args(arguments)
    examples = [
        example_of(msgspec.json.decode(line, type=Gold), options.pages or path.parent)
        for path in options.gold
        for line in path.read_bytes().splitlines()
        if line.strip()
    ]
    if options.check:
        for id, body in check(examples).items():
            print(msgspec.json.encode({"id": id, "body": body}).decode())
    else:
        labeller = labeller_of(examples)
        trained = Trained(labeller.first, labeller.second, CHAIN)
        save(trained, options.out, (*NAMES, *SECOND_NAMES))


if __name__ == "__main__":
    main()
