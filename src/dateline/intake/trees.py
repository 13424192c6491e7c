"""Boosted trees and what they say of all lines of a page at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]

_ROWS_AT_ONCE = 1024


class Forest:
    """Complete binary trees of one depth; a row's score is the sum of its leaves.

    Many nodes ask the same question: a feature and a threshold. Each is asked once, and its answers
    are kept a bit for each row; the way down a tree is a choice between the answers below its node
    on the left and on the right, made for eight rows a byte.
    """

    __slots__ = ("_asked", "_bound", "_first", "_number", "_of", "bias", "depth", "feature", "leaf",
                 "threshold")  # fmt: skip

    def __init__(
        self,
        feature: npt.NDArray[np.int16],
        threshold: npt.NDArray[np.float32],
        leaf: npt.NDArray[np.float32],
        bias: float,
    ) -> None:
        self.feature = feature
        self.threshold = threshold
        self.leaf = leaf
        self.bias = bias
        self.depth = int(np.log2(leaf.shape[1])) if leaf.size else 0
        trees, nodes = feature.shape
        pairs = np.stack([feature.ravel(), threshold.ravel()], dtype=np.float64)
        questions, asked = np.unique(pairs, axis=1, return_inverse=True)
        self._of = questions[0].astype(np.intp)
        self._bound = questions[1].astype(np.float32)[:, None]
        order = list(_downward(0, nodes))
        self._asked = np.ascontiguousarray(asked.reshape(trees, nodes)[:, order].T)
        """The question of each node: a row for each place in a tree, its left half first."""
        self._first = (np.arange(trees) * leaf.shape[1])[:, None]
        self._number = np.min_scalar_type(leaf.shape[1] - 1)

    def scores(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Return the log-odds of each row."""
        parts = [
            self._scores(rows[at : at + _ROWS_AT_ONCE]) for at in range(0, len(rows), _ROWS_AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _scores(self, rows: Matrix) -> npt.NDArray[np.float64]:
        answers = np.ascontiguousarray(rows.T)[self._of] > self._bound
        below = np.packbits(answers, axis=1)[self._asked]
        leaf = np.zeros((len(self._first), len(rows)), dtype=self._number)
        while len(below):
            right, half = below[0], len(below) // 2
            leaf += leaf
            leaf += np.unpackbits(right, axis=1, count=len(rows))
            on_left, on_right = below[1 : 1 + half], below[1 + half :]
            below = on_left ^ ((on_left ^ on_right) & right)
        ends = self.leaf.ravel().take(leaf + self._first)
        return np.asarray(ends.sum(axis=0, dtype=np.float64) + self.bias)


class Trained(NamedTuple):
    """What a labeller's file of weights holds: two forests and the numbers of its chain."""

    first: Forest
    second: Forest
    chain: tuple[float, float, float]
    """What starting, interrupting and a word's weight cost."""


def save(trained: Trained, path: Path, names: Sequence[str]) -> None:
    """Write the weights with the names of their features; floats are kept in single precision."""
    forests = {
        f"{name}_{part}": getattr(forest, part)
        for name, forest in (("first", trained.first), ("second", trained.second))
        for part in ("feature", "threshold", "leaf", "bias")
    }
    np.savez_compressed(path, names=np.array(names), chain=np.array(trained.chain), **forests)


def load(path: Path, names: Sequence[str]) -> Trained:
    """Read weights; raises ValueError when they were learned over other features than named."""
    with np.load(path, allow_pickle=False) as data:
        if [str(name) for name in data["names"]] != list(names):
            message = f"{path.name} was trained on other features; train it again"
            raise ValueError(message)
        first, second = (
            Forest(
                data[f"{name}_feature"],
                data[f"{name}_threshold"],
                data[f"{name}_leaf"],
                float(data[f"{name}_bias"]),
            )
            for name in ("first", "second")
        )
        start, gap, scale = (float(value) for value in data["chain"])
    return Trained(first, second, (start, gap, scale))


def _downward(node: int, nodes: int) -> Iterator[int]:
    """Yield a node of a complete binary tree, all below it on the left, all on the right."""
    if node < nodes:
        yield node
        yield from _downward(2 * node + 1, nodes)
        yield from _downward(2 * node + 2, nodes)
