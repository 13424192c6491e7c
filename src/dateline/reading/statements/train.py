"""Learn the statement model from texts whose attributions are marked.

    python -m dateline.reading.statements.train MARKED.jsonl[.gz] [-o weights.npz]

Each line needs ``text`` and ``attributions``, a list of objects with ``source``, ``cue`` and
``content``: lists of ``[start, end]`` in characters of the text. The weights hold no text.
"""

from __future__ import annotations

import argparse
import bisect
import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from dateline.reading.model import parses
from dateline.reading.statements.columns import Columns
from dateline.reading.statements.features import cue_rows, pair_rows
from dateline.reading.statements.hashing import Floats, Rows
from dateline.reading.statements.model import CONTENT, CUE, OUTSIDE, SOURCE
from dateline.reading.statements.scorer import WEIGHTS, fitted, scores, softmax
from dateline.reading.statements.tree import Tree
from dateline.reading.table import Ints, Table
from dateline.text import Passage, Span

FOLDS = 2
BAG = 3
CUE_EPOCHS = 5
ROLE_EPOCHS = 4
DROPS = (0.0, 0.25)
STEPS = 42
"""Steps of a weight to either side; finer ones make a larger file and no better model."""


class Attribution(msgspec.Struct, frozen=True):
    """One attribution as it is marked."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


class Example(msgspec.Struct, frozen=True):
    """A text with its attributions."""

    text: str
    attributions: tuple[Attribution, ...]


class Roles(NamedTuple):
    """The tokens of one attribution."""

    cue: frozenset[int]
    content: frozenset[int]
    source: frozenset[int]


class Weights(NamedTuple):
    """What is learned: the weights of both scorers, by the names `model.Model` gives them."""

    cue: Floats
    role: Floats


class Sheet(NamedTuple):
    """An example made ready for learning."""

    columns: Columns
    cues: Rows
    is_cue: Ints
    roles: dict[int, Roles]


def read_examples(path: Path) -> list[Example]:
    """Return the marked texts of a JSON Lines file, plain or gzipped."""
    return [msgspec.json.decode(line, type=Example) for line in lines_of(path)]


def lines_of(path: Path) -> list[bytes]:
    """Return the lines of a file, plain or gzipped, without empty ones."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rb") as lines:
        return [line for line in lines if line.strip()]


def tokens_of(tree: Tree, spans: Sequence[Span]) -> frozenset[int]:
    """Return the tokens that the spans touch."""
    found: set[int] = set()
    for span in spans:
        i = max(bisect.bisect_right(tree.start, span.start) - 1, 0)
        while i < tree.size and tree.start[i] < span.end:
            if tree.end[i] > span.start and not tree.space[i]:
                found.add(i)
            i += 1
    return frozenset(found)


def head_of_cue(tree: Tree, cue: frozenset[int]) -> int:
    """Return the token that carries a cue: its top verb, else its top noun, adjective or mark."""
    tops = [i for i in sorted(cue) if tree.heads[i] == i or tree.heads[i] not in cue]
    for classes in ("V", "NJI:"):
        for i in tops:
            if tree.tags[i][:1] in classes:
                return i
    return tops[0]


def roles_in(tree: Tree, example: Example) -> dict[int, Roles]:
    """Return the roles of each attribution by the head of its cue."""
    found: dict[int, Roles] = {}
    for marked in example.attributions:
        roles = Roles(*(
            tokens_of(tree, spans)
            for spans in (marked.cue, marked.content, marked.source)
        ))  # fmt: skip
        if roles.cue and roles.content:
            found.setdefault(head_of_cue(tree, roles.cue), roles)
    return found


def sheets_of(examples: Sequence[Example]) -> list[Sheet]:
    """Parse the examples and work out the features of their tokens."""
    passages = [Passage.of_text(example.text) for example in examples]
    sheets: list[Sheet] = []
    for example, passage, doc in zip(examples, passages, parses(passages), strict=True):
        tree = Tree(Table(doc, passage))
        roles = roles_in(tree, example)
        columns = Columns(tree)
        is_cue = np.isin(np.arange(tree.size), sorted(roles)).astype(np.int64)
        sheets.append(Sheet(columns, cue_rows(columns), is_cue, roles))
    return sheets


def fitted_cues(sheets: Sequence[Sheet]) -> Floats:
    """Fit the scorer that tells which tokens are heads of cues."""
    labels = np.concatenate([sheet.is_cue[sheet.columns.candidates] for sheet in sheets])
    return _mean_fit([sheet.cues for sheet in sheets], labels, 2, CUE_EPOCHS)


def chances(weights: Floats, sheet: Sheet) -> Floats:
    """Return each token's chance to be the head of a cue."""
    out = np.zeros(sheet.columns.tree.size, dtype=np.float32)
    out[sheet.columns.candidates] = softmax(scores(weights, sheet.cues))[:, 1]
    return out


def fitted_roles(sheets: Sequence[Sheet], chance: Sequence[Floats]) -> Floats:
    """Fit the scorer that gives the tokens of a cue's window their roles."""
    rows: list[Rows] = []
    labels: list[Ints] = []
    for sheet, likely in zip(sheets, chance, strict=True):
        cues = sorted(sheet.roles)
        if not cues:
            continue
        pairs = pair_rows(sheet.columns, cues, likely)
        rows.append(np.concatenate((pairs.rows, pairs.branch_rows[:, pairs.branch])))
        labels.append(np.array([
            _role(sheet.roles[cues[number]], token)
            for number, token in zip(pairs.cue.tolist(), pairs.token.tolist(), strict=True)
        ]))  # fmt: skip
    return _mean_fit(rows, np.concatenate(labels), 4, ROLE_EPOCHS)


def _mean_fit(rows: Sequence[Rows], labels: Ints, count: int, epochs: int) -> Floats:
    """Return the mean of a fit that sees all features and one that drops some."""
    features = np.concatenate([part.T.astype(np.uint32) for part in rows])
    fits = [fitted(features, labels, count, epochs=epochs, drop=drop) for drop in DROPS]
    return np.asarray(sum(fits) / len(fits), dtype=np.float32)


def _role(roles: Roles, token: int) -> int:
    if token in roles.content:
        return CONTENT
    if token in roles.source:
        return SOURCE
    return CUE if token in roles.cue else OUTSIDE


def trained(sheets: Sequence[Sheet]) -> Weights:
    """Fit both scorers; the second sees chances from folds that had not seen the text."""
    chance: list[Floats] = [np.zeros(0, dtype=np.float32)] * len(sheets)
    for fold in range(FOLDS):
        weights = fitted_cues([s for i, s in enumerate(sheets) if i % FOLDS != fold])
        for i in range(fold, len(sheets), FOLDS):
            chance[i] = chances(weights, sheets[i])
    return Weights(fitted_cues(sheets), fitted_roles(sheets, chance))


def bagged(sheets: Sequence[Sheet]) -> Weights:
    """Return the mean of a fit to all texts and one without every third (Breiman, ML 1996).

    What one fit makes of rare features is chance; the mean keeps what both share.
    """
    fits = (trained(sheets), trained([sheet for i, sheet in enumerate(sheets) if i % BAG]))
    return Weights(
        np.asarray((fits[0].cue + fits[1].cue) / 2, dtype=np.float32),
        np.asarray((fits[0].role + fits[1].role) / 2, dtype=np.float32),
    )


def save(model: Weights, path: Path) -> None:
    """Write the weights as small whole numbers with one scale for each table.

    Only differences between the labels count, so each feature's mean is taken away first; both
    halve the file.
    """
    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {}
    for name, table in zip(Weights._fields, model, strict=True):
        centred = table - table.mean(axis=1, keepdims=True)
        scale = np.float32(np.quantile(np.abs(centred[centred != 0]), 0.9995) / STEPS)
        arrays[name] = np.clip(np.round(centred / scale), -127, 127).astype(np.int8)
        arrays[f"{name}_scale"] = np.array(scale)
    with path.open("wb") as out:
        np.savez_compressed(out, **arrays)  # type: ignore[arg-type]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("marked", type=Path, help="JSON Lines of marked texts, may be gzipped")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS)
    chosen = parser.parse_args(arguments)
    model = bagged(sheets_of(read_examples(chosen.marked)))
    save(model, chosen.output)
    print(f"{chosen.output}: {chosen.output.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
