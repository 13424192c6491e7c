"""The best path through a window is the best of all paths."""

from itertools import pairwise, product

import numpy as np

from dateline.reading.statements.model import SOURCE, SOURCE_EASE, best_paths


def value(path: tuple[int, ...], emissions: np.ndarray, costs: np.ndarray) -> float:
    total = sum(float(emissions[at, role]) for at, role in enumerate(path))
    for at, (before, after) in enumerate(pairwise(path), 1):
        if before != after:
            ease = SOURCE_EASE if SOURCE in (before, after) else 1.0
            total -= float(costs[at]) * ease
    return total


def test_the_path_found_is_the_best_of_all() -> None:
    chance = np.random.default_rng(3)
    lengths = [5, 3, 1, 4]
    emissions = chance.normal(0, 3, (5, 4, len(lengths))).astype(np.float32)
    costs = chance.uniform(0, 5, (5, len(lengths))).astype(np.float32)
    found = best_paths(emissions, costs, lengths)
    for window, (length, path) in enumerate(zip(lengths, found, strict=True)):
        every = product(range(4), repeat=length)
        best = max(every, key=lambda p: value(p, emissions[:, :, window], costs[:, window]))
        assert tuple(path) == best
