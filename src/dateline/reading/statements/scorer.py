"""Linear scorers over hashed features: the weights file, reading it and fitting it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.reading.statements.hashing import BITS, Floats, Rows
from dateline.reading.table import Hashes

WEIGHTS = Path(__file__).with_name("weights.npz")
SIZE = 2**BITS
_LANE = 16
_RAISED = 128


def scores(weights: Floats, rows: Rows) -> Floats:
    """Return the sum of the weights of each column's features, one column for each label."""
    return np.asarray(weights[rows].sum(axis=0), dtype=np.float32)


class Table:
    """Quantised weights of up to four labels, packed so that one look-up adds up all of them.

    Each label has 16 bits of a number; a weight is stored as a byte plus 128, so that the sums of
    fewer than 257 features never run into the next label, and are exact on every machine.
    """

    __slots__ = ("_labels", "_packed", "_scale")

    def __init__(self, weights: npt.NDArray[np.int8], scale: float) -> None:
        self._labels = weights.shape[1]
        self._scale = np.float32(scale)
        raised = weights.astype(np.int64) + _RAISED
        self._packed = np.zeros(len(weights), dtype=np.uint64)
        for label in range(self._labels):
            self._packed |= raised[:, label].astype(np.uint64) << np.uint64(_LANE * label)

    def sums(self, rows: Rows) -> Hashes:
        """Return the packed sum of the weights of each column of features."""
        # Buckets are never out of range; this way numpy need not look.
        taken = self._packed.take(rows, mode="wrap")
        total: Hashes = taken.sum(axis=0, dtype=np.uint64)
        return total

    def scores(self, sums: Hashes, features: int) -> Floats:
        """Return the scores that belong to packed sums of so many features, fewer than 257."""
        out = np.empty((len(sums), self._labels), dtype=np.float32)
        for label in range(self._labels):
            lane = (sums >> np.uint64(_LANE * label)) & np.uint64(2**_LANE - 1)
            out[:, label] = lane.astype(np.int64) - _RAISED * features
        out *= self._scale
        return out


def softmax(values: Floats) -> Floats:
    """Return the chances that belong to scores."""
    raised = np.exp(values - values.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


def fitted(
    features: npt.NDArray[np.uint32],
    labels: npt.NDArray[np.int64],
    count: int,
    *,
    epochs: int,
    rate: float = 0.08,
    batch: int = 2048,
    seed: int = 7,
    drop: float = 0.0,
) -> Floats:
    """Fit a multinomial logistic model by AdaGrad (Duchi, Hazan and Singer, JMLR 2011), averaged.

    Each row holds one thing's features; rows are taken in an order that the seed fixes. A share of
    the features is dropped at random in every step (Srivastava et al., JMLR 2014), which keeps rare
    ones from being learned by heart.
    """
    shape = (SIZE, count)
    weights = np.zeros(shape, dtype=np.float32)
    squares = np.full(shape, 1e-6, dtype=np.float32)
    mean = np.zeros(shape, dtype=np.float32)
    order = np.random.default_rng(seed)
    steps = 0
    for epoch in range(epochs):
        shuffled = order.permutation(len(features))
        for at in range(0, len(features), batch):
            chosen = shuffled[at : at + batch]
            part = features[chosen]
            kept = order.random(part.shape, dtype=np.float32) >= drop
            seen = kept.astype(np.float32) / np.float32(1.0 - drop)
            error = softmax(np.einsum("ijk,ij->ik", weights[part], seen))
            error[np.arange(len(chosen)), labels[chosen]] -= 1.0
            flat = part.ravel()
            touched = np.flatnonzero(np.bincount(flat, minlength=SIZE))
            slope = np.empty((len(touched), count), dtype=np.float32)
            for label in range(count):
                shares = (error[:, label, None] * seen).ravel()
                slope[:, label] = np.bincount(flat, shares, SIZE)[touched]
            slope /= np.float32(32.0)
            old = weights[touched]
            squares[touched] += slope * slope
            weights[touched] = old - rate * slope / np.sqrt(squares[touched])
        if epoch >= epochs // 2:
            mean += weights
            steps += 1
    return (mean / max(steps, 1)).astype(np.float32)
