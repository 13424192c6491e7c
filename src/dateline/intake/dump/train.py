"""Learn the line labeller from dumps whose article is known.

    python -m dateline.intake.dump.train DUMPS.jsonl[.gz]… [-o weights.npz] [--check]

Each record needs ``id`` (``PAGE#STYLE``), ``text`` and ``body_paragraphs``; ``standfirst`` is left
out of learning. ``--check`` prints what the reader takes for the articles in a cross-validation by
publisher.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.intake.dump.atoms import Atom, atoms_of
from dateline.intake.dump.features import NAMES, Matrix, features_of, wording_of
from dateline.intake.dump.forest import GAP_STEP, WEIGHTS, Chain, Labeller, without
from dateline.intake.dump.reader import read_dump
from dateline.intake.dump.related import lines_of
from dateline.intake.dump.ruled import Flags, ruled_out
from dateline.intake.dump.second import SECOND_NAMES, second_features
from dateline.intake.dump.vocabulary import NO_WORDING, Wording
from dateline.intake.trees import Forest, Trained, save
from dateline.intake.wire import wire_dateline_of
from dateline.text import Span, without_entities

DEPTH = 5
TREES = 160
RATE = 0.1
BINS = 48
ROW_SHARE = 0.5
COLUMN_SHARE = 0.3
RIDGE = 20.0
SEED = 20
FIRST = ((SEED, False), (SEED, True))
SECOND = ((SEED, False), (SEED + 1, False), (SEED, True))
"""Forests whose mean is a round's: the seed of each, and whether a tree sees whole pages. One
forest's figures change by a few thousandths with its seed alone."""
POWER = 0.75
"""Power of an atom's words that is its weight: what counts is words, not atoms."""
INNER_FOLDS = 5

CHAIN = (1.5, 1.0, 0.3)
"""Costs of starting or ending the article and of a gap in it; the power of an atom's length."""

_WORD = re.compile(r"\w+")


Sums = npt.NDArray[np.float64]


class Example(msgspec.Struct, frozen=True):
    """A dump with its article."""

    id: str
    text: str
    body_paragraphs: tuple[str, ...]
    standfirst: tuple[str, ...] | None = None

    @property
    def publisher(self) -> str:
        """The page's publisher, as far as its id names it: versions of one belong together."""
        return re.sub(r"(?:_V\d+)?(?:_\d+)?$", "", self.id.split("#")[0])


class Sheet(msgspec.Struct, frozen=True):
    """An example made ready for learning."""

    example: Example
    atoms: tuple[Atom, ...]
    rows: Matrix
    label: npt.NDArray[np.float64]
    weight: npt.NDArray[np.float64]
    lengths: npt.NDArray[np.float64]
    ruled_out: Flags
    wording: Wording = NO_WORDING


def _folded(text: str) -> str:
    return "".join(_WORD.findall(without_entities(text)))


def _undated(text: str, span: Span) -> Span:
    """Return the span without a wire's dateline, which known articles may lack."""
    dateline = wire_dateline_of(text, span)
    return span if dateline is None else Span(dateline.span.end, span.end)


def labels_of(example: Example, atoms: Sequence[Atom]) -> tuple[list[bool], list[bool]]:
    """Return for each atom whether it is of the article, and whether it is of the standfirst.

    Letters and digits alone are compared, so that a cut inside a word does no harm.
    """
    paragraphs = [_folded(words) for words in example.body_paragraphs]
    whole = set(paragraphs)
    running = "".join(paragraphs)
    lead = "".join(_folded(words) for words in example.standfirst or ())
    folded = [_folded(_undated(example.text, atom.span).of(example.text)) for atom in atoms]
    long_body = [len(words) >= 24 and words in running for words in folded]
    where = [i for i, flag in enumerate(long_body) if flag]
    first, last = (where[0], where[-1]) if where else (0, len(atoms))
    body: list[bool] = []
    for i, words in enumerate(folded):
        flag = long_body[i]
        if not flag and words and first - 3 <= i <= last + 3:
            flag = words in whole
            if not flag and words in running:
                pieces = [folded[i - 1] + words] if atoms[i].glued else []
                if i + 1 < len(atoms) and atoms[i + 1].glued:
                    pieces.append(words + folded[i + 1])
                flag = any(piece in running for piece in pieces)
        body.append(flag)
    standfirst = [
        not flag and len(words) >= 16 and words in lead
        for flag, words in zip(body, folded, strict=True)
    ]
    return body, standfirst


def sheet_of(example: Example) -> Sheet:
    """Make an example ready for learning."""
    atoms = atoms_of(example.text)
    lines = lines_of(atoms)
    words = [without_entities(line.span.of(example.text)) for line in lines]
    rows = features_of(example.text, atoms)
    lengths = np.expm1(rows[:, 1].astype(np.float64))
    body, standfirst = labels_of(example, atoms)
    weight = np.power(lengths + 1.0, POWER)
    weight[np.array(standfirst, dtype=np.bool_)] = 0.0
    weight /= max(float(weight.sum()), 1.0) / 100
    return Sheet(
        example=example,
        atoms=atoms,
        rows=rows,
        label=np.array(body, dtype=np.float64),
        weight=weight,
        lengths=lengths,
        ruled_out=ruled_out(example.text, atoms, lines, words, lengths),
        wording=wording_of(example.text, atoms),
    )


class Table(msgspec.Struct, frozen=True):
    """The atoms of many examples, their features as numbers of bins."""

    edges: tuple[Matrix, ...]
    """Where the bins of each feature end."""
    binned: npt.NDArray[np.uint8]
    """One row for each feature: the sums of one are small enough to stay in a core's cache."""
    label: Sums
    weight: Sums
    page: npt.NDArray[np.int64]
    """The number of each atom's example."""


def _edges(rows: Matrix) -> Iterator[Matrix]:
    for column in rows.T:
        cuts = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]))
        yield cuts.astype(np.float32)


def table_of(sheets: Sequence[Sheet]) -> Table:
    """Return the atoms of all sheets."""
    rows = np.concatenate([sheet.rows for sheet in sheets])
    weight = np.concatenate([sheet.weight for sheet in sheets])
    edges = tuple(_edges(rows))
    number = {name: n for n, name in enumerate(dict.fromkeys(s.example.id for s in sheets))}
    return Table(
        edges=edges,
        binned=np.stack(
            [np.searchsorted(cuts, rows[:, i]).astype(np.uint8) for i, cuts in enumerate(edges)]
        ),
        label=np.concatenate([sheet.label for sheet in sheets]),
        weight=weight / weight.mean(),
        page=np.repeat([number[s.example.id] for s in sheets], [len(s.label) for s in sheets]),
    )


def fitted(
    table: Table,
    *,
    seed: int = SEED,
    trees: int = TREES,
    whole_pages: bool = False,
) -> Forest:
    """Fit the forest; the same table and seed give the same forest.

    A tree sees a share of the rows, or all the rows of a share of the pages.
    """
    generator = np.random.default_rng(seed)
    edges, binned, label, weight = table.edges, table.binned, table.label, table.weight
    pages = len(np.unique(table.page))
    share = float((label * weight).sum() / weight.sum())
    bias = float(np.log(share / (1 - share)))
    score = np.full(len(label), bias)
    features, thresholds, leaves = [], [], []
    columns = max(1, int(COLUMN_SHARE * len(binned)))
    for _ in range(trees):
        chance = 1 / (1 + np.exp(-score))
        gradient = (label - chance) * weight
        hessian = np.maximum(chance * (1 - chance), 1e-6) * weight
        drawn = generator.random(pages)[table.page] if whole_pages else generator.random(len(label))
        some = np.flatnonzero(drawn < ROW_SHARE)
        chosen = np.sort(generator.choice(len(binned), columns, replace=False))
        feature, cut, leaf = _grown(binned[np.ix_(chosen, some)], gradient[some], hessian[some])
        feature = chosen[feature]
        node = np.zeros(len(label), dtype=np.int64)
        at = np.arange(len(label))
        for _level in range(DEPTH):
            node = 2 * node + 1 + (binned[feature[node], at] > cut[node])
        leaf = RATE * leaf
        score += leaf[node - (2**DEPTH - 1)]
        threshold = np.array(
            [
                edges[f][c] if c < len(edges[f]) else np.inf
                for f, c in zip(feature.tolist(), cut.tolist(), strict=True)
            ],
            dtype=np.float32,
        )
        features.append(feature.astype(np.int16))
        thresholds.append(threshold)
        leaves.append(leaf.astype(np.float32))
    return Forest(np.stack(features), np.stack(thresholds), np.stack(leaves), bias)


def _grown(
    binned: npt.NDArray[np.uint8],
    gradient: npt.NDArray[np.float64],
    hessian: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Grow one tree level by level; an unused split sends everything left."""
    width, count = binned.shape
    inner = 2**DEPTH - 1
    feature = np.zeros(inner, dtype=np.int64)
    cut = np.full(inner, BINS + 1, dtype=np.int64)
    place = np.zeros(count, dtype=np.int64)

    def sums_of(rows: npt.NDArray[np.int64], of: npt.NDArray[np.int64], nodes: int) -> Sums:
        first = of * (BINS + 1)
        out = np.empty((2, nodes, width, BINS + 1))
        values = (gradient[rows], hessian[rows])
        for column, bins in enumerate(binned):
            index = first + bins[rows]
            for which, each in enumerate(values):
                found = np.bincount(index, each, nodes * (BINS + 1))
                out[which, :, column] = found.reshape(nodes, -1)
        return out

    sums = sums_of(np.arange(count), place, 1)
    for level in range(DEPTH):
        nodes = 2**level
        if level:
            # The sums of the larger of two children are what the smaller one leaves.
            sizes = np.bincount(place, minlength=nodes).reshape(-1, 2)
            small = np.arange(0, nodes, 2) + (sizes[:, 1] < sizes[:, 0])
            rows = np.flatnonzero(np.isin(place, small))
            part = sums_of(rows, place[rows] // 2, nodes // 2)
            both = np.empty((2, nodes, width, BINS + 1))
            both[:, small], both[:, small ^ 1] = part, sums - part
            sums = both
        g, h = sums
        gl, hl = np.cumsum(g, axis=2), np.cumsum(h, axis=2)
        gt, ht = gl[:, :, -1:], hl[:, :, -1:]
        gain = (
            gl**2 / (hl + RIDGE) + (gt - gl) ** 2 / (ht - hl + RIDGE) - gt**2 / (ht + RIDGE)
        ).reshape(nodes, -1)
        best = np.argmax(gain, axis=1)
        good = gain[np.arange(nodes), best] > 1e-3
        first = nodes - 1
        feature[first : first + nodes] = np.where(good, best // (BINS + 1), 0)
        cut[first : first + nodes] = np.where(good, best % (BINS + 1), BINS + 1)
        own = first + place
        place = 2 * place + (binned[feature[own], np.arange(count)] > cut[own])
    g = np.bincount(place, gradient, 2**DEPTH)
    h = np.bincount(place, hessian, 2**DEPTH)
    return feature, cut, g / (h + RIDGE)


def mean_of(forests: Sequence[Forest]) -> Forest:
    """Return the forest whose log-odds are the mean of several forests'."""
    return Forest(
        np.concatenate([forest.feature for forest in forests]),
        np.concatenate([forest.threshold for forest in forests]),
        np.concatenate([forest.leaf / len(forests) for forest in forests]).astype(np.float32),
        sum(forest.bias for forest in forests) / len(forests),
    )


def fold_of(publisher: str, folds: int, salt: int = 1) -> int:
    """Return the fold of a publisher, the same on every machine."""
    return hashlib.blake2b(publisher.encode(), digest_size=4).digest()[salt] % folds


def learned(sheets: Sequence[Sheet]) -> Labeller:
    """Fit both rounds; the second learns from scores of pages the first had not seen."""
    unseen: dict[str, Sums] = {}
    for fold in range(INNER_FOLDS):
        held = [s for s in sheets if fold_of(s.example.publisher, INNER_FOLDS, 2) == fold]
        others = [s for s in sheets if fold_of(s.example.publisher, INNER_FOLDS, 2) != fold]
        forest = _fitted_all(others, FIRST)
        for sheet in held:
            unseen[sheet.example.id] = without(forest.scores(sheet.rows), sheet.ruled_out)
    first = _fitted_all(sheets, FIRST)
    again = [
        msgspec.structs.replace(
            sheet,
            rows=second_features(sheet.rows, unseen[sheet.example.id], sheet.wording),
        )
        for sheet in sheets
    ]
    return Labeller(first, _fitted_all(again, SECOND), Chain(*CHAIN, GAP_STEP))


def _fitted_all(sheets: Sequence[Sheet], members: Sequence[tuple[int, bool]]) -> Forest:
    table = table_of(sheets)
    return mean_of([fitted(table, seed=seed, whole_pages=whole) for seed, whole in members])


def examples_in(path: Path) -> list[Example]:
    """Read the examples of a JSON Lines file, gzip or plain."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [msgspec.json.decode(line, type=Example) for line in data.splitlines() if line.strip()]


def check(sheets: Sequence[Sheet], folds: int = 5) -> dict[str, list[str]]:
    """Return the article the whole reader finds with forests that did not see the publisher."""
    out: dict[str, list[str]] = {}
    for fold in range(folds):
        held = [s for s in sheets if fold_of(s.example.publisher, folds) == fold]
        labeller = learned([s for s in sheets if fold_of(s.example.publisher, folds) != fold])
        for sheet in held:
            page = read_dump(sheet.example.text, labeller=labeller)
            article = [span for r in page.reports if r.kind == "article" for span in r.body]
            out[sheet.example.id] = [without_entities(span.of(page.text)) for span in article]
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, or write what cross-validation by publisher takes for the articles."""
    parser = argparse.ArgumentParser(
        prog="python -m dateline.intake.dump.train", description=__doc__
    )
    parser.add_argument("dumps", type=Path, nargs="+")
    parser.add_argument("-o", "--out", type=Path, default=WEIGHTS)
    parser.add_argument(
        "--check", action="store_true", help="print predictions by cross-validation as JSON Lines"
    )
    options = parser.parse_args(arguments)
    sheets = [sheet_of(example) for path in options.dumps for example in examples_in(path)]
    if options.check:
        for id, body in check(sheets).items():
            print(msgspec.json.encode({"id": id, "body": body}).decode())
    else:
        labeller = learned(sheets)
        trained = Trained(labeller.first, labeller.second, CHAIN)
        save(trained, options.out, (*NAMES, *SECOND_NAMES))


if __name__ == "__main__":
    main()
