"""What the features of statements need to know of every token of a tree."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dateline.reading.statements.hashing import at, padded
from dateline.reading.statements.tree import (
    CLAUSE,
    FRAMING,
    NO_CUE,
    OBJECT,
    PREPOSITION,
    VERB,
    Tree,
    number_of,
)
from dateline.reading.table import Ints

_NEAR = 30
_BUCKETS = np.array([
    gap if gap < 4 else 4 if gap < 7 else 5 if gap < 12 else 6 if gap < 20 else 7
    for gap in range(_NEAR)
])  # fmt: skip


class Columns:
    """What features need to know of every token, worked out once for a tree."""

    __slots__ = (
        "bag", "candidates", "clause", "clause_start", "closes", "commas", "dep", "head_lemma",
        "lower", "near", "object", "opens", "preposition", "sub_ent", "sub_lower", "tag", "tree",
        "verbs",
    )  # fmt: skip

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        size = tree.size
        self.lower, self.tag, self.dep = map(padded, (tree.lower, tree.tag, tree.dep))
        open_class = tree.tag_marks & NO_CUE == 0
        self.candidates: Ints = np.flatnonzero(open_class & (tree.block_array >= 0))
        """The tokens that may head a cue."""
        parts = tree.dep_marks.copy()
        parts[tree.head == np.arange(size)] = 0
        self.preposition = at(self.lower, self._first(parts & PREPOSITION))
        self.object = at(padded(tree.lemma), self._first(parts & OBJECT))
        clause = self._first(parts & CLAUSE)
        self.clause = at(self.tag, clause)
        start = np.where(clause >= 0, tree.edges[0].take(clause), -1)
        self.clause_start = at(self.lower, start)
        self.bag = np.zeros(size, dtype=np.uint64)
        framing = np.flatnonzero(parts & FRAMING)
        heads = tree.head[framing]
        weight = np.where(framing < heads, np.uint64(5), np.uint64(3))
        np.add.at(self.bag, heads, tree.dep[framing] * weight)
        has = tree.subject_array >= 0
        self.sub_lower = np.where(has, tree.lower[tree.subject_array], np.uint64(0))
        self.sub_ent = np.where(has, tree.ent[tree.subject_array] + np.uint64(1), np.uint64(0))
        self.head_lemma = tree.lemma[tree.head]
        self.commas = running(tree.lower == np.uint64(number_of(",")))
        self.verbs = running(tree.tag_marks & VERB)
        quoted = tree.quote_array >= 0
        before = np.concatenate(([-1], tree.quote_array[:-1]))
        self.opens = running(quoted & (tree.quote_array != before))
        self.closes = running(~quoted & (before >= 0))
        self.near = self._nearness()

    def _first(self, marked: npt.NDArray[np.generic]) -> Ints:
        """Return the first marked child of each token, -1 for none."""
        found = np.full(self.tree.size, -1, dtype=np.int64)
        children = np.flatnonzero(marked)[::-1]
        found[self.tree.head[children]] = children
        return found

    def _nearness(self) -> Ints:
        """Return how near a quotation ends before each token and begins after it."""
        tree = self.tree
        before, after = np.full((2, tree.size), 9, dtype=np.int64)
        for opening, closing in tree.quotes:
            start, end = tree.paragraph(opening)
            end, start = min(end, closing + _NEAR), max(start, opening - _NEAR)
            if end > closing:
                part = before[closing:end]
                np.minimum(part, _BUCKETS[: end - closing], out=part)
            if start < opening:
                part = after[start:opening]
                np.minimum(part, _BUCKETS[opening - start - 1 :: -1], out=part)
        near: Ints = before * 10 + after
        return near


def running(flags: npt.ArrayLike) -> Ints:
    """Return how many of the flags before each place are set."""
    given = np.asarray(flags, dtype=bool)
    total = np.zeros(len(given) + 1, dtype=np.int64)
    np.cumsum(given, out=total[1:])
    return total
