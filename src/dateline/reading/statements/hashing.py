"""Feature hashing: numbers of features mixed into buckets.

Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", ICML 2009.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dateline.reading.table import Hashes, Ints

BITS = 20

Rows = npt.NDArray[np.int64]
"""Buckets: a row for each feature, a column for each thing that has it."""
Floats = npt.NDArray[np.float32]

_SHIFT = np.uint64(64 - BITS)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)
_EDGE = 2


class Mixer:
    """Fills the rows of a feature matrix."""

    def __init__(self, size: int, rows: int) -> None:
        self._out = np.empty((rows, size), dtype=np.uint64)
        self._shifted = np.empty(size, dtype=np.uint64)
        self._count = 0

    def add(self, number: int, *parts: npt.NDArray[np.generic]) -> None:
        """Add the feature of a number, which tells it from the others."""
        mixed, shifted = self._out[self._count], self._shifted
        self._count += 1
        mixed.fill(number * 0x632BE59BD9B4E019 % 2**64)
        for part in parts:
            wide = part.dtype.itemsize == 8
            np.bitwise_xor(
                mixed, part.view(np.uint64) if wide else part.astype(np.uint64), out=mixed
            )
            np.multiply(mixed, _FACTOR, out=mixed)
            np.right_shift(mixed, _FOLD, out=shifted)
            np.bitwise_xor(mixed, shifted, out=mixed)
        np.multiply(mixed, _FACTOR, out=mixed)
        np.right_shift(mixed, _SHIFT, out=mixed)

    def rows(self) -> Rows:
        """Return the buckets of all features."""
        return self._out[: self._count].view(np.int64)


def padded(values: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """Return the values with zeros on both sides, for `_at`."""
    out = np.zeros(len(values) + 2 * _EDGE, dtype=values.dtype)
    out[_EDGE:-_EDGE] = values
    return out


def at(values: npt.NDArray[np.generic], index: Ints) -> npt.NDArray[np.generic]:
    """Return the values at an index, 0 just outside."""
    found: npt.NDArray[np.generic] = values.take(index + _EDGE)
    return found


def pair_of(a: npt.NDArray[np.generic], b: npt.NDArray[np.generic]) -> Hashes:
    """Return one number for each pair of numbers."""
    mixed: Hashes = (a.astype(np.uint64) * _FACTOR) ^ b.astype(np.uint64)
    return mixed
