"""Learn the weighing of `dateline.story.grouping.matching` from labelled sets.

    python -m dateline.story.grouping.train SET.jsonl[.gz]… [-o WEIGHTS.json] [--apart]

A line of a set is an item of `dateline.story.grouping.Item` with its ``story``. Each set is run as
a stream in which every report joins its true story; every story it was compared with on the way
is an example. Sets weigh the same. ``--apart`` learns without each set in turn and prints how
the stream of that set then comes out.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.story.grouping.grouper import Grouper
from dateline.story.grouping.matching import NAMES, WEIGHTS, Weights
from dateline.story.items import Item

RIDGE = 2e-4
STEPS = 40
THRESHOLDS = (0.25, 0.3, 0.35, 0.4)

Matrix = npt.NDArray[np.float64]


class Labelled(msgspec.Struct, frozen=True):
    """A line of a labelled set."""

    id: str
    story: str
    published: str | None = None
    title: str | None = None
    text: str | None = None
    url: str | None = None

    @property
    def item(self) -> Item:
        """The report without its label."""
        return Item(
            id=self.id,
            published=self.published,
            title=self.title or "",
            text=self.text or "",
            url=self.url,
        )


def labelled_in(path: Path) -> list[Labelled]:
    """Return the lines of a labelled set."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    return [msgspec.json.decode(line, type=Labelled) for line in lines if line.strip()]


def examples_of(rows: Sequence[Labelled]) -> tuple[Matrix, Matrix]:
    """Return the numbers of every comparison of a set, and which of them were of one story."""
    grouper = Grouper()
    values: list[tuple[float, ...]] = []
    same: list[float] = []
    for row in rows:
        report = grouper.features(row.item)
        for _, match in grouper.ranked(report):
            values.append(match.values)
            same.append(float(match.story.id == row.story))
        grouper.join(report, row.story)
    return np.array(values), np.array(same)


def learned(sets: Sequence[tuple[Matrix, Matrix]], threshold: float) -> Weights:
    """Return the weighing learned from examples by ridge regression on the logistic scale."""
    x = np.vstack([values for values, _ in sets])
    y = np.concatenate([same for _, same in sets])
    importance = np.concatenate([np.full(len(same), 1 / len(same)) for _, same in sets])
    importance /= importance.sum()
    x = np.hstack([x, np.ones((len(x), 1))])
    beta = np.zeros(x.shape[1])
    penalty = np.diag([*[RIDGE] * len(NAMES), 0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (importance * (p - y)) + penalty @ beta
        curvature = (x * (importance * p * (1 - p))[:, None]).T @ x + penalty
        beta -= np.linalg.solve(curvature + 1e-9 * np.eye(len(beta)), gradient)
    return Weights(
        bias=round(float(beta[-1]), 4),
        threshold=threshold,
        weights={name: round(float(b), 4) for name, b in zip(NAMES, beta, strict=False)},
    )


def bcubed(rows: Sequence[Labelled], weights: Weights) -> float:
    """Return the BCubed F1 of a set placed as a stream (Bagga and Baldwin 1998)."""
    grouper = Grouper(weights=weights)
    pairs = [(row.story, grouper.place(row.item).story) for row in rows]
    cell = Counter(pairs)
    gold, made = Counter(g for g, _ in pairs), Counter(p for _, p in pairs)
    precision = sum(n * n / made[p] for (_, p), n in cell.items()) / len(pairs)
    recall = sum(n * n / gold[g] for (g, _), n in cell.items()) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def scores(
    sets: Sequence[Sequence[Labelled]], weights: Weights
) -> Iterator[tuple[float, list[float]]]:
    """Yield each threshold with the F1 of every set."""
    for threshold in THRESHOLDS:
        tried = msgspec.structs.replace(weights, threshold=threshold)
        yield threshold, [bcubed(rows, tried) for rows in sets]


def main(arguments: Sequence[str]) -> None:
    """Learn, choose the one threshold by the mean over the sets, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m dateline.story.grouping.train")
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--apart", action="store_true")
    options = parser.parse_args(arguments)
    sets = [labelled_in(path) for path in options.sets]
    examples = [examples_of(rows) for rows in sets]
    if options.apart:
        for at, (path, rows) in enumerate(zip(options.sets, sets, strict=True)):
            weights = learned(examples[:at] + examples[at + 1 :], WEIGHTS.threshold)
            print(f"{path.name}\t{bcubed(rows, weights):.4f}", flush=True)
        return
    weights = learned(examples, WEIGHTS.threshold)
    best = -1.0
    for threshold, values in scores(sets, weights):
        mean = sum(values) / len(values)
        print(f"{threshold:.2f}\t{mean:.4f}\t" + " ".join(f"{v:.3f}" for v in values), flush=True)
        if mean > best:
            best, weights = mean, msgspec.structs.replace(weights, threshold=threshold)
    table = msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n"
    if options.output is not None:
        options.output.write_bytes(table)
    else:
        sys.stdout.buffer.write(table)


if __name__ == "__main__":
    main(sys.argv[1:])
