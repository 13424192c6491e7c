"""Linear scorers over hashed features: the weights file, reading it and fitting it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.reading.statements.features import BITS, Floats, Rows

WEIGHTS = Path(__file__).with_name("weights.npz")
SIZE = 2**BITS


def scores(weights: Floats, rows: Rows) -> Floats:
    """Return the sum of the weights of each row's features, one column for each label."""
    out: Floats = weights[rows].sum(axis=1, dtype=np.float32)
    return out


def softmax(values: Floats) -> Floats:
    """Return the chances that belong to scores."""
    raised = np.exp(values - values.max(axis=1, keepdims=True))
    chances: Floats = raised / raised.sum(axis=1, keepdims=True)
    return chances


def fitted(
    rows: Rows,
    labels: npt.NDArray[np.int64],
    count: int,
    *,
    epochs: int,
    rate: float = 0.08,
    batch: int = 2048,
    seed: int = 7,
) -> Floats:
    """Fit a multinomial logistic model by AdaGrad (Duchi, Hazan and Singer, JMLR 2011), averaged.

    The rows are taken in an order that the seed fixes.
    """
    shape = (SIZE, count)
    weights = np.zeros(shape, dtype=np.float32)
    squares = np.full(shape, 1e-6, dtype=np.float32)
    mean = np.zeros(shape, dtype=np.float32)
    order = np.random.default_rng(seed)
    steps = 0
    for epoch in range(epochs):
        shuffled = order.permutation(len(rows))
        for at in range(0, len(rows), batch):
            chosen = shuffled[at : at + batch]
            part = rows[chosen]
            error = softmax(scores(weights, part))
            error[np.arange(len(chosen)), labels[chosen]] -= 1.0
            flat = part.ravel()
            touched = np.flatnonzero(np.bincount(flat, minlength=SIZE))
            slope = np.empty((len(touched), count), dtype=np.float32)
            for label in range(count):
                shares = np.repeat(error[:, label], part.shape[1])
                slope[:, label] = np.bincount(flat, shares, SIZE)[touched]
            slope /= np.float32(32.0)
            old = weights[touched]
            squares[touched] += slope * slope
            weights[touched] = old - rate * slope / np.sqrt(squares[touched])
        if epoch >= epochs // 2:
            mean += weights
            steps += 1
    return (mean / max(steps, 1)).astype(np.float32)
