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
from dateline.intake.trees import Forest, load

WEIGHTS = Path(__file__).with_name("weights.npz")

BEFORE, BODY, GAP, AFTER = range(4)

GAP_STEP = 0.05
"""What each line part of an interruption costs in a dump."""


SURELY_NOT = -4.0
"""The log-odds of an atom that is ruled out beforehand."""


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

    def scores(
        self, rows: Matrix, wording: Wording, ruled_out: npt.NDArray[np.bool_]
    ) -> npt.NDArray[np.float64]:
        """Return the log-odds that each atom is of the article."""
        first = without(self.first.scores(rows), ruled_out)
        return self.second.scores(second_features(rows, first, wording))


def without(
    scores: npt.NDArray[np.float64], ruled_out: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float64]:
    """Return the log-odds with those of what is ruled out as low as of no article's line."""
    return np.where(ruled_out, np.minimum(scores, SURELY_NOT), scores)


@cache
def trained() -> Labeller:
    """Load the weights that ship with the package, once."""
    first, second, chain = load(WEIGHTS, (*NAMES, *SECOND_NAMES))
    return Labeller(first, second, Chain(*chain, GAP_STEP))
