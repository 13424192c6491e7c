"""Learn the weighing of `dateline.story.grouping.matching` from labelled sets.

    python -m dateline.story.grouping.train FAMILY… [-o WEIGHTS.json] [--apart]

A family is one or more SET.jsonl[.gz] of one origin, joined by commas. A line of a set is an item
of `dateline.story.grouping.Item` with its ``story``. Each set is run as a stream in which every
report joins its true story; every story it was compared with on the way is an example. Sets weigh
the same. Each set is also run as bare headlines, without its dates, squeezed into a busy stream,
and in small pieces; these count little, and keep the weighing from leaning on how thinly a set is
spread over the years.

Prints the BCubed F1 of every set; ``--apart`` adds that with weights learned without its family.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from dateline.story.grouping.grouper import Grouper
from dateline.story.grouping.matching import NAMES, Weights
from dateline.story.items import Item, day_of

RIDGE = 2e-5
STEPS = 40
TITLES, UNDATED, BUSY = 0.1, 0.06, 0.06
"""What a set of bare headlines, without its dates, or squeezed together counts against it whole."""
REPORTS_A_DAY = 60
"""The pace a busy stream is squeezed to."""
FEW, FEW_REPORTS, FEW_DAYS = 0.1, 30, 4.0
"""What a set counts in pieces of so many reports within so many days, each a stream of its own:
a handful of pages that someone reads says nothing about the pace of a stream."""

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


class Examples(NamedTuple):
    """The comparisons of one stream."""

    values: Matrix
    same: Matrix
    """1 where they were of one story."""
    weight: float


def labelled_in(path: Path) -> list[Labelled]:
    """Return the lines of a labelled set."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()
    return [msgspec.json.decode(line, type=Labelled) for line in lines if line.strip()]


def variants(rows: Sequence[Labelled]) -> Iterator[tuple[float, list[Labelled]]]:
    """Yield a set, what it counts, and its variants."""
    yield 1.0, list(rows)
    if all(row.title for row in rows) and any(row.text for row in rows):
        yield TITLES, [msgspec.structs.replace(row, text=None) for row in rows]
    days = [day_of(row.published) for row in rows]
    known = [day for day in days if day is not None]
    if len(known) < len(rows):
        return
    yield UNDATED, [msgspec.structs.replace(row, published=None) for row in rows]
    yield BUSY, _squeezed(rows, known, len(rows) / REPORTS_A_DAY)
    pieces = range(0, len(rows), FEW_REPORTS)
    for at in pieces:
        end = at + FEW_REPORTS
        yield FEW / len(pieces), _squeezed(rows[at:end], known[at:end], FEW_DAYS)


def _squeezed(rows: Sequence[Labelled], days: Sequence[float], most: float) -> list[Labelled]:
    """Return reports of these days, brought nearer to each other where they span more than that."""
    begin, first, span = datetime(2030, 1, 1, tzinfo=UTC), min(days), max(days) - min(days)
    squeeze = min(1.0, most / span) if span else 1.0
    return [
        msgspec.structs.replace(
            row, published=(begin + timedelta(days=(day - first) * squeeze)).isoformat()
        )
        for row, day in zip(rows, days, strict=True)
    ]


def examples_of(rows: Sequence[Labelled], weight: float) -> Examples:
    """Return the numbers of every comparison of a set, and which of them were of one story."""
    grouper = Grouper()
    values: list[tuple[float, ...]] = []
    same: list[float] = []
    for row in rows:
        report = grouper.arriving(row.item)
        for _, match, _ in grouper.ranked(report):
            values.append(match.values)
            same.append(float(match.story.id == row.story))
        grouper.join(report, row.story)
    return Examples(np.array(values).reshape(-1, len(NAMES)), np.array(same), weight)


def learned(streams: Sequence[Examples]) -> Weights:
    """Return the weighing learned from examples by ridge regression on the logistic scale."""
    x = np.vstack([stream.values for stream in streams])
    y = np.concatenate([stream.same for stream in streams])
    importance = np.concatenate(
        [np.full(len(stream.same), stream.weight / max(1, len(stream.same))) for stream in streams]
    )
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


def main(arguments: Sequence[str]) -> None:
    """Learn, print how every set comes out, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m dateline.story.grouping.train")
    parser.add_argument("families", nargs="+")
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--apart", action="store_true")
    options = parser.parse_args(arguments)
    families = [[Path(name) for name in family.split(",")] for family in options.families]
    sets = {path: labelled_in(path) for family in families for path in family}
    streams = [
        [examples_of(rows, weight) for path in family for weight, rows in variants(sets[path])]
        for family in families
    ]
    weights = learned([stream for family in streams for stream in family])
    for at, family in enumerate(families):
        others = [stream for other in streams[:at] + streams[at + 1 :] for stream in other]
        without = learned(others) if options.apart and others else None
        for path in family:
            line = f"{path.name}\t{bcubed(sets[path], weights):.4f}"
            print(line if without is None else f"{line}\t{bcubed(sets[path], without):.4f}")
    table = msgspec.json.format(msgspec.json.encode(weights), indent=1) + b"\n"
    if options.output is not None:
        options.output.write_bytes(table)
    else:
        sys.stdout.buffer.write(table)


if __name__ == "__main__":
    main(sys.argv[1:])
