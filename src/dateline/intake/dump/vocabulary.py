"""What the atoms of a dump have in common, as numbers: content words, names, forms."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
_ENOUGH = 4.0
"""Atoms of the article that have a word, beyond which more tell nothing."""


class Vocabulary:
    """The words, or other marks, of each atom; a word is a number."""

    __slots__ = ("atoms", "places", "words")

    def __init__(self, contents: Sequence[Iterable[Hashable]]) -> None:
        numbers: dict[Hashable, int] = {}
        places: list[int] = []
        words: list[int] = []
        for index, content in enumerate(contents):
            for word in content:
                places.append(index)
                words.append(numbers.setdefault(word, len(numbers)))
        self.atoms = len(contents)
        self.places = np.array(places, dtype=np.int64)
        self.words = np.array(words, dtype=np.int64)

    def likeness(self, chance: Matrix) -> Matrix:
        """Return how much each atom's words are those of the others that are likely the article's.

        ``chance`` is each atom's; 0 for words that no such atom has, 1 for words that many have.
        """
        weight = np.bincount(self.words, chance[self.places])
        others = weight[self.words] - chance[self.places] if len(self.words) else weight
        known = np.bincount(self.places, np.clip(others, 0, _ENOUGH), self.atoms)
        count = np.bincount(self.places, minlength=self.atoms)
        return (known / (_ENOUGH * np.maximum(count, 1))).astype(np.float32)

    def mean_of_others(self, column: Matrix) -> Matrix:
        """Return a column's mean over the other atoms with an atom's words, -1 for none."""
        count = np.bincount(self.words)[self.words] - 1 if len(self.words) else self.words
        total = np.bincount(self.words, column[self.places])
        others = total[self.words] - column[self.places] if len(self.words) else total
        some = count > 0
        sums = np.bincount(self.places[some], others[some] / count[some], minlength=self.atoms)
        found = np.bincount(self.places[some], minlength=self.atoms)
        out: Matrix = np.where(found > 0, sums / np.maximum(found, 1), -1).astype(np.float32)
        return out


class Wording(NamedTuple):
    """What the atoms of a dump have in common."""

    words: Vocabulary
    """Content words."""
    names: Vocabulary
    """Words with a capital."""
    forms: Vocabulary
    """Forms of their beginnings and ends."""


NO_WORDING = Wording(Vocabulary([]), Vocabulary([]), Vocabulary([]))
"""What no atoms have in common."""
