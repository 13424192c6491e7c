"""Hashed features of cue candidates, and of a cue and a token beside it, all in numpy.

A feature is a tuple of numbers mixed into one bucket (feature hashing; Weinberger et al., ICML
2009). What carries a constituent's role is its *arc*: the branch of the cue, or of one of the words
above the cue, in which a token stands, as in semantic role labelling (Gildea and Jurafsky,
Computational Linguistics 2002).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.reading.statements.tree import CLAUSES, Hashes, Ints, Tree

BITS = 20
LEVELS = 6
REACH = 120
"""A cue's window: so many tokens to both sides, within its paragraph."""

Rows = npt.NDArray[np.uint32]
Floats = npt.NDArray[np.float32]

_CUE_COLUMNS = 48
_PAIR_COLUMNS = 64
_SHIFT = np.uint64(64 - BITS)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_FOLD = np.uint64(29)
_NEAR = 30
_BUCKETS = tuple(
    gap if gap < 4 else 4 if gap < 7 else 5 if gap < 12 else 6 if gap < 20 else 7
    for gap in range(_NEAR)
)
_PREPOSITIONS = frozenset({"prep", "prt", "agent"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "pobj"})
_FRAME = frozenset(
    "nsubj nsubjpass dobj iobj dative ccomp xcomp prep agent attr acomp oprd prt relcl acl advcl "
    "parataxis csubj expl auxpass neg poss conj".split()
)


class _Mixer:
    """Fills the columns of a feature matrix, one salt for each."""

    def __init__(self, size: int, columns: int) -> None:
        self._out = np.empty((columns, size), dtype=np.uint32)
        self._mixed = np.empty(size, dtype=np.uint64)
        self._shifted = np.empty(size, dtype=np.uint64)
        self._count = 0

    def add(self, *parts: npt.NDArray[np.generic]) -> None:
        mixed, shifted = self._mixed, self._shifted
        self._count += 1
        mixed.fill(self._count * 0x632BE59BD9B4E019 % 2**64)
        for part in parts:
            np.bitwise_xor(mixed, part.astype(np.uint64, copy=False), out=mixed)
            np.multiply(mixed, _FACTOR, out=mixed)
            np.right_shift(mixed, _FOLD, out=shifted)
            np.bitwise_xor(mixed, shifted, out=mixed)
        np.multiply(mixed, _FACTOR, out=mixed)
        np.right_shift(mixed, _SHIFT, out=shifted)
        self._out[self._count - 1] = shifted

    def rows(self) -> Rows:
        return self._out[: self._count].T


class Columns:
    """What features need to know of every token, worked out once for a tree."""

    __slots__ = (
        "bag", "clause", "clause_start", "closes", "commas", "head_lemma", "near", "object",
        "opens", "preposition", "sub_ent", "sub_lower", "tree", "verbs", "window",
    )  # fmt: skip

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        size = tree.size
        bags = [0] * size
        preposition, object_, clause, clause_start = ([0] * size for _ in range(4))
        heads, numbers = tree.heads, tree.dep.tolist()
        for i, dep in enumerate(tree.deps):
            head = heads[i]
            if head == i:
                continue
            if dep in _FRAME:
                bags[head] += numbers[i] * (5 if i < head else 3)
            if dep in _PREPOSITIONS and not preposition[head]:
                preposition[head] = i + 1
            elif dep in _OBJECTS and not object_[head]:
                object_[head] = i + 1
            elif dep in CLAUSES and not clause[head]:
                clause[head] = i + 1
                clause_start[head] = tree.first[i] + 1
        self.preposition = _at(tree.lower, np.array(preposition) - 1)
        self.object = _at(tree.lemma, np.array(object_) - 1)
        self.clause = _at(tree.tag, np.array(clause) - 1)
        self.clause_start = _at(tree.lower, np.array(clause_start) - 1)
        self.bag = np.array([bag % 2**64 for bag in bags], dtype=np.uint64)
        has = tree.subject >= 0
        self.sub_lower = np.where(has, tree.lower[tree.subject], np.uint64(0))
        self.sub_ent = np.where(has, tree.ent[tree.subject] + np.uint64(1), np.uint64(0))
        self.head_lemma = tree.lemma[tree.head]
        self.commas = _running([word == "," for word in tree.words])
        self.verbs = _running([tag[:2] == "VB" or tag == "MD" for tag in tree.tags])
        quoted = tree.quote >= 0
        before = np.concatenate(([-1], tree.quote[:-1]))
        self.opens = _running(quoted & (tree.quote != before))
        self.closes = _running(~quoted & (before >= 0))
        self.window = tree.window
        self.near = self._nearness()

    def _nearness(self) -> Ints:
        """Return how near a quotation ends before each token and begins after it."""
        tree = self.tree
        gap_before, gap_after = [9] * tree.size, [9] * tree.size
        for opening, closing in tree.quotes:
            start, end = tree.paragraph(opening)
            for i in range(closing, min(end, closing + _NEAR)):
                gap_before[i] = min(gap_before[i], _BUCKETS[i - closing])
            for i in range(opening - 1, max(start, opening - _NEAR) - 1, -1):
                gap_after[i] = min(gap_after[i], _BUCKETS[opening - 1 - i])
        near: Ints = np.array(gap_before, dtype=np.int64) * 10 + np.array(gap_after, dtype=np.int64)
        return near


def _running(flags: npt.ArrayLike) -> Ints:
    total: Ints = np.concatenate(([0], np.cumsum(np.asarray(flags, dtype=np.int64))))
    return total


def _at(values: npt.NDArray[np.generic], index: Ints) -> npt.NDArray[np.generic]:
    """Return the values at an index, 0 outside."""
    out = np.zeros(len(index), dtype=values.dtype)
    inside = (index >= 0) & (index < len(values))
    out[inside] = values[index[inside]]
    return out


def cue_rows(columns: Columns) -> Rows:
    """Return the features of every token as the head of a cue."""
    tree = columns.tree
    size = tree.size
    here = np.arange(size)
    quoted = (tree.quote >= 0).astype(np.uint64)
    lemma, dep, tag, lower = tree.lemma, tree.dep, tree.tag, tree.lower
    head_dep, head_tag = dep[tree.head], tag[tree.head]
    headline = tree.headline.astype(np.uint64)
    near = columns.near
    has_subject = (tree.subject >= 0).astype(np.uint64)
    grand = columns.head_lemma[tree.head]
    mix = _Mixer(size, _CUE_COLUMNS)
    mix.add()
    mix.add(lemma)
    mix.add(lower, tag)
    mix.add(lemma, dep)
    mix.add(tag, dep)
    mix.add(lemma, quoted)
    mix.add(tag, quoted, dep)
    mix.add(lemma, columns.preposition)
    mix.add(lemma, columns.object)
    mix.add(tag, columns.object)
    mix.add(lemma, columns.clause, columns.clause_start)
    mix.add(tag, columns.clause, columns.clause_start)
    mix.add(lemma, columns.clause)
    mix.add(lemma, columns.bag)
    mix.add(tag, columns.bag)
    mix.add(tag, columns.bag, quoted)
    mix.add(lemma, near)
    mix.add(tag, dep, near)
    mix.add(near, quoted)
    mix.add(lemma, columns.sub_ent)
    mix.add(tag, columns.sub_ent, quoted)
    mix.add(columns.sub_lower, tag)
    mix.add(columns.sub_lower, lemma)
    mix.add(has_subject, dep, quoted)
    mix.add(columns.head_lemma, dep, tag)
    mix.add(columns.head_lemma, lemma)
    mix.add(head_dep, head_tag, dep, tag)
    mix.add(grand, head_dep, dep)
    mix.add(_at(lower, here - 1), tag)
    mix.add(_at(lower, here + 1), tag)
    mix.add(_at(lower, here - 1), lemma)
    mix.add(_at(lower, here + 1), lemma)
    mix.add(_at(tag, here - 1), lemma, _at(tag, here + 1))
    mix.add(_at(tag, here - 2), _at(tag, here - 1), tag)
    mix.add(tag, _at(tag, here + 1), _at(tag, here + 2))
    mix.add(lemma, _at(lower, here + 1), _at(lower, here + 2))
    mix.add(lemma, headline)
    mix.add(tag, dep, headline)
    mix.add(lower, here == columns.window[:, 0])
    mix.add(tree.ent, tag, dep)
    return mix.rows()


class Pairs(NamedTuple):
    """Rows of features, and the cue (as its place in the list of cues) and token of each."""

    rows: Rows
    cue: Ints
    token: Ints


def pair_rows(columns: Columns, cues: list[int], chance: Floats) -> Pairs:
    """Return the features of every token in the window of each cue.

    ``chance`` is the chance of every token to be a cue itself.
    """
    tree = columns.tree
    numbers: list[Ints] = []
    tokens: list[Ints] = []
    arcs: list[Ints] = []
    levels: list[Ints] = []
    ways: list[Hashes] = []
    for number, cue in enumerate(cues):
        start = max(int(columns.window[cue, 0]), cue - REACH)
        end = min(int(columns.window[cue, 1]), cue + REACH)
        arc, level, way = _arcs(tree, cue, start, end)
        keep = ~tree.space[start:end]
        tokens.append(np.arange(start, end)[keep])
        numbers.append(np.full(int(keep.sum()), number, dtype=np.int64))
        arcs.append(arc[keep])
        levels.append(level[keep])
        ways.append(way[keep])
    token, whose = np.concatenate(tokens), np.concatenate(numbers)
    rows = _pair_columns(
        columns, np.asarray(cues, dtype=np.int64)[whose], token, np.concatenate(arcs),
        np.concatenate(levels), np.concatenate(ways), chance,
    )  # fmt: skip
    return Pairs(rows, whose, token)


def _arcs(tree: Tree, cue: int, start: int, end: int) -> tuple[Ints, Ints, Hashes]:
    """Return for each token of a window the branch it stands in, its height, the way up to it."""
    size = end - start
    arc = np.full(size, -1, dtype=np.int64)
    level = np.full(size, LEVELS + 1, dtype=np.int64)
    way = np.zeros(size, dtype=np.uint64)
    line = [cue]
    heads = tree.heads
    while len(line) <= LEVELS and heads[line[-1]] != line[-1]:
        line.append(heads[line[-1]])
    hashes = [1]
    for below in line[:-1]:
        hashes.append((hashes[-1] * 31 + int(tree.dep[below])) % 2**64)
    first, last = tree.first, tree.last
    for height in range(len(line) - 1, -1, -1):
        upper = line[height]
        low, high = max(first[upper] - start, 0), max(min(last[upper] + 1 - start, size), 0)
        arc[low:high] = upper
        level[low:high] = height
        way[low:high] = hashes[height]
        for branch in tree.children[upper]:
            arc[max(first[branch] - start, 0) : max(last[branch] + 1 - start, 0)] = branch
        if start <= upper < end:
            arc[upper - start] = upper
            level[upper - start] = height
    if start <= cue < end:
        level[cue - start] = LEVELS + 2
    return arc, level, way


def _between(total: Ints, low: Ints, high: Ints, most: int) -> Ints:
    count: Ints = np.minimum(total[high] - total[np.minimum(low + 1, high)], most)
    return count


def _pair_columns(
    columns: Columns, cue: Ints, token: Ints, arc: Ints, level: Ints, way: Hashes, chance: Floats
) -> Rows:
    tree = columns.tree
    lemma, lower, tag, dep, ent = tree.lemma, tree.lower, tree.tag, tree.dep, tree.ent
    cue_lemma, cue_tag, cue_dep = lemma[cue], tag[cue], dep[cue]
    side = (token < cue).astype(np.int64)
    far = token - cue
    arc_dep, arc_lower = _at(dep, arc), _at(lower, arc)
    arc_tag = _at(tag, arc)
    inner = _second(tree, token, arc)
    place = side * 16 + level
    ahead = np.clip(tree.sent[token] - tree.sent[cue], -3, 3)
    low, high = np.minimum(cue, token), np.maximum(cue, token)
    sure = chance > 0.3
    cues = _between(_running(sure), low, high, 3)
    verbs = _between(columns.verbs, low, high, 5)
    commas = _between(columns.commas, low, high, 4)
    quotes = _between(columns.opens, low, high, 3) * 4 + _between(columns.closes, low, high, 3)
    quote_t, quote_c = tree.quote[token], tree.quote[cue]
    marks = (quote_t >= 0) * 4 + (quote_c >= 0) * 2 + ((quote_t == quote_c) & (quote_c >= 0)) * 1
    marks = marks * 8 + ahead + 3
    subject = tree.subject[cue]
    inside = (
        (subject >= 0) & (tree.edges[0][subject] <= token) & (token <= tree.edges[1][subject])
    ).astype(np.int64)
    inside = inside * (1 + (token == subject))
    near = np.clip(far, -7, 7)
    spread = np.sign(far) * np.digitize(np.abs(far), (2, 3, 5, 8, 12, 18, 27, 40, 60))
    likely = np.digitize(chance[token], (0.05, 0.2, 0.5, 0.8))
    arc_likely = np.digitize(_at(chance, arc).astype(np.float32), (0.05, 0.2, 0.5, 0.8))
    arc_first = _at(lower, _at(tree.edges[0], arc).astype(np.int64))
    edge = (token == _at(tree.edges[0], arc)) * 2 + (token == _at(tree.edges[1], arc))
    upper = _at(tree.head, arc).astype(np.int64)
    before, after = _at(lower, token - 1), _at(lower, token + 1)
    headline = tree.headline[token].astype(np.int64)
    root = token == arc
    branch = _pair_of(place, arc_dep)
    mix = _Mixer(len(token), _PAIR_COLUMNS)
    mix.add()
    mix.add(branch)
    mix.add(branch, way)
    mix.add(branch, cue_lemma)
    mix.add(branch, arc_tag, cue_tag)
    mix.add(branch, arc_lower)
    mix.add(branch, arc_lower, cue_lemma)
    mix.add(branch, dep[token], root)
    mix.add(branch, _at(dep, inner), dep[token])
    mix.add(branch, _at(lower, inner), _at(dep, inner))
    mix.add(branch, lower[token])
    mix.add(branch, tag[token])
    mix.add(branch, lower[tree.head[token]], dep[token])
    mix.add(spread, ahead)
    mix.add(near, lower[token])
    mix.add(near, tag[token], cue_lemma)
    mix.add(near, dep[token], cue_dep)
    mix.add(spread, cue_lemma)
    mix.add(marks, place)
    mix.add(marks, branch)
    mix.add(marks, cue_lemma, side)
    mix.add(marks, quotes, side)
    mix.add(marks, quotes, side, columns.near[cue])
    mix.add(marks, quotes, cue_tag, cue_dep, side)
    mix.add(marks, cues, side)
    mix.add(marks, cues, side, quotes)
    mix.add(verbs, branch)
    mix.add(commas, branch)
    mix.add(commas, verbs, cues, side)
    mix.add(_at(tag, token - 1), tag[token], _at(tag, token + 1), place)
    mix.add(before, place)
    mix.add(after, place)
    mix.add(lower[token], side, ahead)
    mix.add(tag[token], dep[token], side, ahead)
    mix.add(ent[token], branch)
    mix.add(inside, cue_lemma)
    mix.add(inside, dep[token], lower[token])
    mix.add(inside, columns.sub_ent[cue], place)
    mix.add(inside, columns.sub_lower[cue])
    mix.add(inside, tag[token], commas)
    mix.add(headline, branch)
    mix.add(headline, spread, cue_lemma)
    mix.add(likely, branch)
    mix.add(arc_likely, branch)
    mix.add(cue_dep, cue_tag, branch)
    mix.add(columns.bag[cue], branch)
    mix.add(edge, lower[token], place)
    mix.add(edge, branch, tag[token])
    mix.add(arc_first, branch, cue_lemma)
    mix.add(arc_first, branch, cue_tag)
    mix.add(columns.preposition[cue], branch)
    mix.add(columns.clause[cue], branch)
    mix.add(_at(lemma, upper), branch)
    mix.add(lower[cue], cue_tag, place)
    return mix.rows()


def _pair_of(a: npt.NDArray[np.generic], b: npt.NDArray[np.generic]) -> Hashes:
    """Return one number for each pair of numbers."""
    mixed: Hashes = (a.astype(np.uint64) * _FACTOR) ^ b.astype(np.uint64)
    return mixed


def _second(tree: Tree, token: Ints, arc: Ints) -> Ints:
    """Return the child of the arc's top in whose branch the token stands; the top for itself."""
    at = token.copy()
    for _ in range(8):
        above = tree.head[at]
        at = np.where((above != arc) & (at != arc) & (arc >= 0), above, at)
    return at
