"""Hashed features of cue candidates, and of a cue and a token beside it, all in numpy.

A feature is a tuple of numbers mixed into one bucket; its own number goes in first, so that
features may be worked out in any order. What carries a constituent's role is its *arc*: the branch
of the cue, or of one of the words above the cue, in which a token stands, as in semantic role
labelling (Gildea and Jurafsky, Computational Linguistics 2002). The tokens of one branch share many
features, which are worked out once for the branch.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from dateline.reading.statements.columns import Columns, running
from dateline.reading.statements.hashing import Floats, Mixer, Rows, at, pair_of
from dateline.reading.statements.tree import Tree
from dateline.reading.table import Hashes, Ints

LEVELS = 6
REACH = 120
"""A cue's window: so many tokens to both sides, within its paragraph."""

_STEPS = (2, 3, 5, 8, 12, 18, 27, 40, 60)
_SPREAD = np.array([
    (1 if far > 0 else -1) * sum(abs(far) >= step for step in _STEPS)
    for far in range(-REACH, REACH + 1)
])  # fmt: skip
"""How far a token is from its cue, in steps that grow."""
_CHANCES = np.array((0.05, 0.2, 0.5, 0.8))
_SURE = 0.3


def cue_rows(columns: Columns) -> Rows:
    """Return the features of every candidate as the head of a cue."""
    tree, here = columns.tree, columns.candidates
    lemma, dep, tag, lower = (a[here] for a in (tree.lemma, tree.dep, tree.tag, tree.lower))
    quoted = (tree.quote_array[here] >= 0).astype(np.uint64)
    head = tree.head[here]
    head_dep, head_tag, head_lemma = tree.dep[head], tree.tag[head], columns.head_lemma[here]
    headline = tree.headline[here].astype(np.uint64)
    near = columns.near[here]
    has_subject = (tree.subject_array[here] >= 0).astype(np.uint64)
    preposition, object_, clause = (
        a[here] for a in (columns.preposition, columns.object, columns.clause)
    )
    clause_start, bag = columns.clause_start[here], columns.bag[here]
    sub_ent, sub_lower = columns.sub_ent[here], columns.sub_lower[here]
    word_before, word_after = at(columns.lower, here - 1), at(columns.lower, here + 1)
    tag_before, tag_after = at(columns.tag, here - 1), at(columns.tag, here + 1)
    mix = Mixer(len(here))
    mix.add(1)
    mix.add(2, lemma)
    mix.add(3, lower, tag)
    mix.add(4, lemma, dep)
    mix.add(5, tag, dep)
    mix.add(6, lemma, quoted)
    mix.add(7, tag, quoted, dep)
    mix.add(8, lemma, preposition)
    mix.add(9, lemma, object_)
    mix.add(10, tag, object_)
    mix.add(11, lemma, clause, clause_start)
    mix.add(12, tag, clause, clause_start)
    mix.add(13, lemma, clause)
    mix.add(14, lemma, bag)
    mix.add(15, tag, bag)
    mix.add(16, tag, bag, quoted)
    mix.add(17, lemma, near)
    mix.add(18, tag, dep, near)
    mix.add(19, near, quoted)
    mix.add(20, lemma, sub_ent)
    mix.add(21, tag, sub_ent, quoted)
    mix.add(22, sub_lower, tag)
    mix.add(23, sub_lower, lemma)
    mix.add(24, has_subject, dep, quoted)
    mix.add(25, head_lemma, dep, tag)
    mix.add(26, head_lemma, lemma)
    mix.add(27, head_dep, head_tag, dep, tag)
    mix.add(28, columns.head_lemma[head], head_dep, dep)
    mix.add(29, word_before, tag)
    mix.add(30, word_after, tag)
    mix.add(31, word_before, lemma)
    mix.add(32, word_after, lemma)
    mix.add(33, tag_before, lemma, tag_after)
    mix.add(34, at(columns.tag, here - 2), tag_before, tag)
    mix.add(35, tag, tag_after, at(columns.tag, here + 2))
    mix.add(36, lemma, word_after, at(columns.lower, here + 2))
    mix.add(37, lemma, headline)
    mix.add(38, tag, dep, headline)
    mix.add(39, lower, here == tree.window[here, 0])
    mix.add(40, tree.ent[here], tag, dep)
    return mix.rows()


class Pairs(NamedTuple):
    """Each token in the window of a cue, with its features and those of the branch it stands in."""

    cue: Ints
    """The cue, as its place in the list of cues."""
    token: Ints
    rows: Rows
    branch: Ints
    branch_rows: Rows
    """The features that all tokens of a branch share, and which branch each pair stands in."""


def pair_rows(columns: Columns, cues: Sequence[int], chance: Floats) -> Pairs:
    """Return the features of every token in the window of each cue.

    ``chance`` is the chance of every token to be a cue itself.
    """
    tree = columns.tree
    heads = np.asarray(cues, dtype=np.int64)
    starts = np.maximum(tree.window[heads, 0], heads - REACH)
    sizes = np.minimum(tree.window[heads, 1], heads + REACH) - starts
    shift = starts - (np.cumsum(sizes) - sizes)
    whose = np.repeat(np.arange(len(heads)), sizes)
    token = np.arange(len(whose)) + shift[whose]
    arc, level, ways = _arcs(tree, cues, starts.tolist(), sizes.tolist())
    keep = ~tree.space_array[token]
    whose, token, arc, level = whose[keep], token[keep], arc[keep], level[keep]
    side = (token < heads[whose]).astype(np.int64)
    place = side * 16 + level
    changed = np.ones(len(token), dtype=bool)
    changed[1:] = (arc[1:] != arc[:-1]) | (place[1:] != place[:-1]) | (whose[1:] != whose[:-1])
    first = np.flatnonzero(changed)
    branch = np.cumsum(changed) - 1
    likely: Ints = np.searchsorted(_CHANCES, chance, side="right")
    top = _Branches(columns, heads[whose[first]], arc[first], place[first], likely)
    shared = _branch_rows(columns, top, ways[whose[first], level[first]])
    own = _pair_rows(columns, top, heads[whose], token, branch, likely, chance)
    return Pairs(whose, token, own, branch, shared)


def _arcs(
    tree: Tree, cues: Sequence[int], starts: list[int], sizes: list[int]
) -> tuple[Ints, Ints, Hashes]:
    """Return for each token of the cues' windows the branch it stands in and its height.

    The last array holds, for each cue, the way up to each height.
    """
    arc = np.full(sum(sizes), -1, dtype=np.int64)
    level = np.full(len(arc), LEVELS + 1, dtype=np.int64)
    ways: list[list[int]] = []
    heads, first, last, children = tree.heads, tree.first, tree.last, tree.children
    dep: list[int] = tree.dep.tolist()
    base = 0
    for cue, start, size in zip(cues, starts, sizes, strict=True):
        low, end = base - start, base + size
        line = [cue]
        hashes = [1]
        while len(line) <= LEVELS and heads[line[-1]] != line[-1]:
            hashes.append((hashes[-1] * 31 + dep[line[-1]]) % 2**64)
            line.append(heads[line[-1]])
        for height in range(len(line) - 1, -1, -1):
            upper = line[height]
            a, b = first[upper] + low, last[upper] + 1 + low
            a, b = (a if a > base else base), (b if b < end else end)
            if b > a:
                arc[a:b] = upper
                level[a:b] = height
            for child in children(upper):
                a, b = first[child] + low, last[child] + 1 + low
                a, b = (a if a > base else base), (b if b < end else end)
                if b > a:
                    arc[a:b] = child
            if base <= upper + low < end:
                arc[upper + low] = upper
                level[upper + low] = height
        if base <= cue + low < end:
            level[cue + low] = LEVELS + 2
        ways.append([*hashes, *([0] * (LEVELS + 2 - len(hashes))), 1])
        base = end
    return arc, level, np.array(ways, dtype=np.uint64)


class _Branches:
    """Branches beside cues: what all the tokens in one of them share."""

    __slots__ = ("arc", "code", "cue", "ends", "likely", "place", "starts")

    def __init__(self, columns: Columns, cue: Ints, arc: Ints, place: Ints, likely: Ints) -> None:
        edges = columns.tree.edges
        self.cue, self.arc, self.place = cue, arc, place
        self.code = pair_of(place, at(columns.dep, arc))
        self.starts = np.where(arc >= 0, edges[0].take(arc), 0)
        self.ends = np.where(arc >= 0, edges[1].take(arc), 0)
        self.likely = np.where(arc >= 0, likely.take(arc), 0)


def _branch_rows(columns: Columns, top: _Branches, way: Hashes) -> Rows:
    tree = columns.tree
    cue, arc, branch = top.cue, top.arc, top.code
    cue_lemma, cue_tag = tree.lemma[cue], tree.tag[cue]
    arc_lower = at(columns.lower, arc)
    arc_first = at(columns.lower, top.starts)
    upper = np.where(arc >= 0, tree.head.take(arc), 0)
    mix = Mixer(len(cue))
    mix.add(1)
    mix.add(2, branch)
    mix.add(3, branch, way)
    mix.add(4, branch, cue_lemma)
    mix.add(5, branch, at(columns.tag, arc), cue_tag)
    mix.add(6, branch, arc_lower)
    mix.add(7, branch, arc_lower, cue_lemma)
    mix.add(44, top.likely, branch)
    mix.add(45, tree.dep[cue], cue_tag, branch)
    mix.add(46, columns.bag[cue], branch)
    mix.add(49, arc_first, branch, cue_lemma)
    mix.add(50, arc_first, branch, cue_tag)
    mix.add(51, columns.preposition[cue], branch)
    mix.add(52, columns.clause[cue], branch)
    mix.add(53, tree.lemma[upper], branch)
    mix.add(54, tree.lower[cue], cue_tag, top.place)
    return mix.rows()


def _between(total: Ints, low: Ints, high: Ints, most: int) -> Ints:
    count: Ints = np.minimum(total[high] - total[np.minimum(low + 1, high)], most)
    return count


def _pair_rows(
    columns: Columns,
    top: _Branches,
    cue: Ints,
    token: Ints,
    group: Ints,
    chances: Ints,
    chance: Floats,
) -> Rows:
    tree = columns.tree
    lower, tag, dep = tree.lower[token], tree.tag[token], tree.dep[token]
    cue_lemma, cue_tag, cue_dep = tree.lemma[cue], tree.tag[cue], tree.dep[cue]
    arc, place, branch = top.arc[group], top.place[group], top.code[group]
    side = place >> 4
    far = token - cue
    ahead = tree.sent_array[token] - tree.sent_array[cue]
    ahead = np.maximum(np.minimum(ahead, 3), -3)
    low, high = np.minimum(cue, token), np.maximum(cue, token)
    cues = _between(running(chance > _SURE), low, high, 3)
    verbs = _between(columns.verbs, low, high, 5)
    commas = _between(columns.commas, low, high, 4)
    quotes = _between(columns.opens, low, high, 3) * 4 + _between(columns.closes, low, high, 3)
    quote_t, quote_c = tree.quote_array[token], tree.quote_array[cue]
    quoted = quote_c >= 0
    marks = (quote_t >= 0) * 4 + quoted * 2 + ((quote_t == quote_c) & quoted) * 1
    marks = marks * 8 + ahead + 3
    subject = tree.subject_array[cue]
    inside = (
        (subject >= 0) & (tree.edges[0][subject] <= token) & (token <= tree.edges[1][subject])
    ).astype(np.int64)
    inside = inside * (1 + (token == subject))
    near = np.maximum(np.minimum(far, 7), -7)
    spread = _SPREAD[far + REACH]
    likely = chances[token]
    edge = (token == top.starts[group]) * 2 + (token == top.ends[group])
    before, after = at(columns.lower, token - 1), at(columns.lower, token + 1)
    tag_before, tag_after = at(columns.tag, token - 1), at(columns.tag, token + 1)
    headline = tree.headline[token].astype(np.int64)
    inner = _second(tree, token, arc)
    inner_dep = tree.dep[inner]
    mix = Mixer(len(token))
    mix.add(8, branch, dep, token == arc)
    mix.add(9, branch, inner_dep, dep)
    mix.add(10, branch, tree.lower[inner], inner_dep)
    mix.add(11, branch, lower)
    mix.add(12, branch, tag)
    mix.add(13, branch, tree.lower[tree.head[token]], dep)
    mix.add(14, spread, ahead)
    mix.add(15, near, lower)
    mix.add(16, near, tag, cue_lemma)
    mix.add(17, near, dep, cue_dep)
    mix.add(18, spread, cue_lemma)
    mix.add(19, marks, place)
    mix.add(20, marks, branch)
    mix.add(21, marks, cue_lemma, side)
    mix.add(22, marks, quotes, side)
    mix.add(23, marks, quotes, side, columns.near[cue])
    mix.add(24, marks, quotes, cue_tag, cue_dep, side)
    mix.add(25, marks, cues, side)
    mix.add(26, marks, cues, side, quotes)
    mix.add(27, verbs, branch)
    mix.add(28, commas, branch)
    mix.add(29, commas, verbs, cues, side)
    mix.add(30, tag_before, tag, tag_after, place)
    mix.add(31, before, place)
    mix.add(32, after, place)
    mix.add(33, lower, side, ahead)
    mix.add(34, tag, dep, side, ahead)
    mix.add(35, tree.ent[token], branch)
    mix.add(36, inside, cue_lemma)
    mix.add(37, inside, dep, lower)
    mix.add(38, inside, columns.sub_ent[cue], place)
    mix.add(39, inside, columns.sub_lower[cue])
    mix.add(40, inside, tag, commas)
    mix.add(41, headline, branch)
    mix.add(42, headline, spread, cue_lemma)
    mix.add(43, likely, branch)
    mix.add(47, edge, lower, place)
    mix.add(48, edge, branch, tag)
    return mix.rows()


def _second(tree: Tree, token: Ints, arc: Ints) -> Ints:
    """Return the child of the arc's top in whose branch the token stands; the top for itself."""
    found = token.copy()
    open_ = np.flatnonzero((arc >= 0) & (token != arc))
    here, top = token[open_], arc[open_]
    for _ in range(8):
        above = tree.head[here]
        moving = above != top
        open_, here, top = open_[moving], above[moving], top[moving]
        if not len(open_):
            break
        found[open_] = here
    return found
