"""A forest's scores of all lines of a page at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.forest import Forest
from dateline.intake.html.features import Matrix

_ROWS_AT_ONCE = 1024


def scores_of(forest: Forest, rows: Matrix) -> npt.NDArray[np.float64]:
    """Return the log-odds of each row."""
    packed = _packed(forest)
    parts = [
        packed.scores(rows[at : at + _ROWS_AT_ONCE]) for at in range(0, len(rows), _ROWS_AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.zeros(0)


class _Packed:
    """A forest whose nodes ask each question once, a bit for each row.

    Many nodes ask the same: a feature and a threshold. The way down a tree is a choice between the
    answers below its node on the left and on the right, made for eight rows a byte.
    """

    __slots__ = ("asked", "bias", "feature", "first", "leaf", "number", "threshold")

    def __init__(self, forest: Forest) -> None:
        trees, nodes = forest.feature.shape
        pairs = np.stack([forest.feature.ravel(), forest.threshold.ravel()], dtype=np.float64)
        questions, asked = np.unique(pairs, axis=1, return_inverse=True)
        self.feature = questions[0].astype(np.intp)
        self.threshold = questions[1].astype(np.float32)[:, None]
        order = list(_downward(0, nodes))
        self.asked = np.ascontiguousarray(asked.reshape(trees, nodes)[:, order].T)
        """The question of each node: a row for each place in a tree, its left half first."""
        self.leaf = forest.leaf.ravel()
        self.first = (np.arange(trees) * forest.leaf.shape[1])[:, None]
        self.number = np.min_scalar_type(forest.leaf.shape[1] - 1)
        self.bias = forest.bias

    def scores(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Return the log-odds of each row."""
        answers = np.ascontiguousarray(rows.T)[self.feature] > self.threshold
        below = np.packbits(answers, axis=1)[self.asked]
        leaf = np.zeros((len(self.first), len(rows)), dtype=self.number)
        while len(below):
            right, half = below[0], len(below) // 2
            leaf += leaf
            leaf += np.unpackbits(right, axis=1, count=len(rows))
            on_left, on_right = below[1 : 1 + half], below[1 + half :]
            below = on_left ^ ((on_left ^ on_right) & right)
        ends = self.leaf.take(leaf + self.first)
        return np.asarray(ends.sum(axis=0, dtype=np.float64) + self.bias)


def _downward(node: int, nodes: int) -> Iterator[int]:
    """Yield a node of a complete binary tree, all below it on the left, all on the right."""
    if node < nodes:
        yield node
        yield from _downward(2 * node + 1, nodes)
        yield from _downward(2 * node + 2, nodes)


@lru_cache(maxsize=16)
def _packed(forest: Forest) -> _Packed:
    return _Packed(forest)
