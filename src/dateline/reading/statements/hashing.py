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
_START = 0x632BE59BD9B4E019
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)
_EDGE = 2


class Mixer:
    """Collects features and works out their buckets, all features of a depth at once."""

    __slots__ = ("_features", "_size")

    def __init__(self, size: int) -> None:
        self._size = size
        self._features: list[tuple[int, tuple[npt.NDArray[np.generic], ...]]] = []

    def add(self, number: int, *parts: npt.NDArray[np.generic]) -> None:
        """Add the feature of a number, which tells it from the others."""
        self._features.append((number, parts))

    def rows(self) -> Rows:
        """Return the buckets of all features, in the order they were added in."""
        features = self._features
        order = sorted(range(len(features)), key=lambda n: -len(features[n][1]))
        mixed = np.empty((len(features), self._size), dtype=np.uint64)
        mixed[:] = np.array([[features[n][0] * _START % 2**64] for n in order], dtype=np.uint64)
        spare = np.empty_like(mixed)
        for depth in range(len(features[order[0]][1])):
            given = [features[n][1][depth] for n in order if len(features[n][1]) > depth]
            upper, other = mixed[: len(given)], spare[: len(given)]
            for row, part in zip(other, given, strict=True):
                row[:] = part
            np.bitwise_xor(upper, other, out=upper)
            np.multiply(upper, _FACTOR, out=upper)
            np.right_shift(upper, _FOLD, out=other)
            np.bitwise_xor(upper, other, out=upper)
        np.multiply(mixed, _FACTOR, out=mixed)
        np.right_shift(mixed, _SHIFT, out=mixed)
        spare[order] = mixed
        return spare.view(np.int64)


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
