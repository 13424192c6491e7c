"""Learn which blocks are the article from pages whose article is known.

    python -m dateline.intake.html.train GOLD.jsonl… [--pages FOLDER] [-o weights.npz] [--check]

Each record needs ``id``, ``html_file`` (relative to the folder, gzip or plain), ``url`` and
``body_paragraphs``; ``standfirst`` is left out of learning. ``--check`` prints what
cross-validation by publisher gives, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import numpy as np

from dateline.intake.dump import train as boosting
from dateline.intake.dump.forest import Chain, Forest
from dateline.intake.html.article import WEIGHTS, body_flags, rows_of, scores_of
from dateline.intake.html.features import NAMES, folded
from dateline.intake.html.lines import Lines, lines_of
from dateline.intake.html.metadata import metadata_of
from dateline.intake.html.tree import tree_of

CHAIN = (3.0, 2.0, 0.6)
"""Costs of starting or ending the article and of a gap in it; the power of a block's length."""
_LONG = 24
_NEAR = 2
_OPENING = 40


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


def labels_of(gold: Gold, lines: Lines) -> tuple[list[bool], list[bool]]:
    """Return for each block whether it is of the article, and whether it is of the standfirst.

    Letters and digits alone are compared; a short block counts only near the long ones.
    """
    paragraphs = [folded(words) for words in gold.body_paragraphs]
    whole, running = set(paragraphs), "".join(paragraphs)
    lead = "".join(folded(words) for words in gold.standfirst or ())
    folds = [folded(block.span.of(lines.text)) for block in lines.blocks]
    # The wire's dateline may be missing in the known article: the rest of the block decides.
    long = [
        len(fold) >= _LONG and fold[min(len(fold) // 4, _OPENING) :] in running for fold in folds
    ]
    where = [i for i, flag in enumerate(long) if flag]
    first, last = (where[0] - _NEAR, where[-1] + _NEAR) if where else (0, -1)
    body = [
        flag
        or bool(
            fold and first <= i <= last and (fold in whole or (len(fold) >= 8 and fold in running))
        )
        for i, (flag, fold) in enumerate(zip(long, folds, strict=True))
    ]
    standfirst = [
        not flag and len(fold) >= 16 and fold in lead
        for flag, fold in zip(body, folds, strict=True)
    ]
    return body, standfirst


def example_of(gold: Gold, folder: Path) -> Example:
    """Read a page and label its blocks."""
    path = folder / gold.html_file
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    root, _ = tree_of(str(path), data)
    lines = lines_of(root)
    rows, words = rows_of(root, lines, metadata_of(root, gold.url))
    body, standfirst = labels_of(gold, lines)
    weight = np.sqrt(words + 1.0)
    weight[np.array(standfirst, dtype=bool)] = 0.0
    weight /= max(float(weight.sum()), 1.0) / 100
    sheet = boosting.Sheet(
        example=boosting.Example(id=gold.id, text="", body_paragraphs=()),
        atoms=(),
        rows=rows,
        label=np.array(body, dtype=np.float64),
        weight=weight,
        lengths=words,
    )
    return Example(gold=gold, lines=lines, sheet=sheet)


def saved(forest: Forest, path: Path) -> None:
    """Write the weights; floats are kept in single precision."""
    np.savez_compressed(
        path,
        names=np.array(NAMES),
        feature=forest.feature,
        threshold=forest.threshold,
        leaf=forest.leaf,
        bias=np.float64(forest.bias),
        chain=np.array(CHAIN),
    )


def check(examples: Sequence[Example], folds: int = 5) -> dict[str, list[str]]:
    """Return the article each page gets from a forest that did not see its publisher."""
    chain = Chain(*CHAIN)
    out: dict[str, list[str]] = {}
    for fold in range(folds):
        seen = [x for x in examples if boosting.fold_of(x.gold.publisher, folds) != fold]
        forest = boosting.fitted([example.sheet for example in seen])
        for example in examples:
            if boosting.fold_of(example.gold.publisher, folds) != fold:
                continue
            sheet, lines = example.sheet, example.lines
            flags = body_flags(lines, scores_of(forest, sheet.rows), sheet.lengths, chain)
            out[example.gold.id] = [
                block.span.of(lines.text)
                for block, flag in zip(lines.blocks, flags, strict=True)
                if flag
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
        saved(boosting.fitted([example.sheet for example in examples]), options.out)


if __name__ == "__main__":
    main()
