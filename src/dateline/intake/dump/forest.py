"""Boosted trees over the features, and the best way through a page: which atoms are the article.

The trees are fitted by Newton boosting of the logistic loss (Friedman, Annals of Statistics 2001);
the way through the page is the best path of a four-state chain (Viterbi 1967): before the article,
in it, in an interruption, after it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.features import NAMES, Matrix
from dateline.intake.dump.second import SECOND_NAMES, second_features
from dateline.intake.dump.vocabulary import Wording

WEIGHTS = Path(__file__).with_name("weights.npz")

BEFORE, BODY, GAP, AFTER = range(4)

GAP_STEP = 0.05
"""What each line part of an interruption costs in a dump."""


_AT_ONCE = 256
"""Rows that go down the trees together: few enough for a core's cache."""


class Forest:
    """Complete binary trees of one depth; a row's score is the sum of its leaves."""

    __slots__ = ("bias", "depth", "feature", "leaf", "threshold")

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

    def scores(self, rows: Matrix) -> npt.NDArray[np.float64]:
        """Return the log-odds of each row; all trees go down a level at once."""
        trees, inner = self.feature.shape
        feature, threshold = self.feature.ravel().astype(np.intp), self.threshold.ravel()
        root = np.arange(trees)[:, None] * inner
        leaves = np.arange(trees)[:, None] * (inner + 1) - inner
        out = np.empty(len(rows), dtype=np.float64)
        for start in range(0, len(rows), _AT_ONCE):
            some = rows[start : start + _AT_ONCE]
            values = some.ravel()
            first = np.arange(len(some)) * some.shape[1]
            node = np.zeros((trees, len(some)), dtype=np.intp)
            for _ in range(self.depth):
                place = node + root
                node = 2 * node + 1 + (values[feature[place] + first] > threshold[place])
            found = self.leaf.ravel()[node + leaves].sum(axis=0, dtype=np.float64)
            out[start : start + _AT_ONCE] = self.bias + found
        return out


class Chain:
    """What it costs to go from one state of the page to the next."""

    __slots__ = ("gap", "scale", "start", "step")

    def __init__(self, start: float, gap: float, scale: float, step: float = 0.0) -> None:
        self.start = start
        self.gap = gap
        self.scale = scale
        self.step = step
        """What each atom of an interruption costs: far below, another story is likelier."""

    def best_path(
        self, scores: npt.NDArray[np.float64], lengths: npt.NDArray[np.float64]
    ) -> npt.NDArray[np.int8]:
        """Return the state of each atom; ``lengths`` are words, longer atoms weigh more."""
        n = len(scores)
        gain = (scores * np.power(lengths + 1.0, self.scale)).tolist()
        back: list[tuple[int, int, int, int]] = []
        before, body, gap, after = 0.0, -1e18, -1e18, -1e18
        for value in gain:
            into_body, from_body = max(
                (before - self.start, BEFORE), (body, BODY), (gap - self.gap, GAP)
            )
            into_gap, from_gap = max((body - self.gap, BODY), (gap, GAP))
            into_after, from_after = max((body - self.start, BODY), (after, AFTER))
            back.append((BEFORE, from_body, from_gap, from_after))
            body, gap, after = into_body + value, into_gap - self.step, into_after
        states = np.zeros(n, dtype=np.int8)
        if n:
            ends = (before, body - self.start, gap - self.start, after)
            state = int(np.argmax(ends))
            for i in range(n - 1, -1, -1):
                states[i] = state
                state = back[i][state]
        return states


class Labeller:
    """Two forests, the second of which also sees the first one's scores, and the chain."""

    __slots__ = ("chain", "first", "second")

    def __init__(self, first: Forest, second: Forest, chain: Chain) -> None:
        self.first = first
        self.second = second
        self.chain = chain

    def scores(self, rows: Matrix, wording: Wording) -> npt.NDArray[np.float64]:
        """Return the log-odds that each atom is of the article."""
        return self.second.scores(second_features(rows, self.first.scores(rows), wording))


@cache
def trained() -> Labeller:
    """Load the weights that ship with the package, once."""
    with np.load(WEIGHTS, allow_pickle=False) as data:
        if tuple(str(name) for name in data["names"]) != (*NAMES, *SECOND_NAMES):
            message = f"{WEIGHTS.name} was trained on other features; train it again"
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
    return Labeller(first, second, Chain(start, gap, scale, GAP_STEP))
