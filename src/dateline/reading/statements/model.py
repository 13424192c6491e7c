"""Statements by the trained model: cues first, then what each cue's window holds.

Two linear scorers over hashed features. The first tells which tokens are heads of cues; the second
gives each token in a cue's window its role towards that cue, and the best path through the window
is taken (Viterbi 1967). Of frames that stand inside each other the surer one is kept.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec
import numpy as np

from dateline.reading.statements.columns import Columns
from dateline.reading.statements.english.cues import ACCORDING, KINDS, VERBS
from dateline.reading.statements.english.marks import QUOTED
from dateline.reading.statements.features import REACH, Pairs, cue_rows, pair_rows
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.hashing import Floats
from dateline.reading.statements.rules import subtree, without_edges
from dateline.reading.statements.scorer import WEIGHTS, Table, softmax
from dateline.reading.statements.tree import Tree
from dateline.reading.table import Ints

OUTSIDE, CONTENT, SOURCE, CUE = range(4)
CUE_FLOOR = 0.25
FRAME_FLOOR = 0.35
QUOTED_FLOOR = 0.25
CLAUSE_FLOOR = 0.45
THING_FLOOR = 0.55
"""How sure a frame must be whose cue is in no table, with a clause or only a thing as content."""
OWN_SHARE = 0.3
STRAY = 2
SWITCH = 2.2
SPLIT = 3.0
"""What it costs to change the role between two tokens, and within a quotation besides."""
SOURCE_EASE = 0.5
"""Sources are short: the share of the cost that going into one and out of it takes."""
SUBJECT_FLOOR = -2.0
"""How far a source may fall short, at its likeliest token, and the clause's subject still be it."""

_NAMES = frozenset({"NNP", "PRP"})


class Model(NamedTuple):
    """The two scorers."""

    cue: Table
    role: Table


def best_paths(emissions: Floats, costs: Floats, lengths: list[int]) -> list[list[int]]:
    """Return the best sequence of roles for each window.

    ``emissions`` is positions x roles x windows, ``costs`` positions x windows: what a change of
    role costs on the way into the position. What stands past a window's length is not looked at.
    """
    length, roles, windows = emissions.shape
    change = 1.0 - np.eye(roles, dtype=np.float32)
    change[SOURCE, :] *= SOURCE_EASE
    change[:, SOURCE] *= SOURCE_EASE
    losses = change[None, :, :, None] * costs[:, None, None, :]
    totals = np.empty_like(emissions)
    totals[0] = emissions[0]
    ways = np.empty((length - 1, roles, roles, windows), dtype=np.float32)
    best = np.empty((roles, windows), dtype=np.float32)
    subtract, highest, add = np.subtract, np.maximum.reduce, np.add
    for before, loss, way, here, total in zip(
        totals[:-1, :, None], losses[1:], ways, emissions[1:], totals[1:], strict=True
    ):
        subtract(before, loss, out=way)
        highest(way, out=best)
        add(best, here, out=total)
    # The role before each, where the loop above took the largest.
    back = np.zeros((length, roles, windows), dtype=np.int8)
    outside, content, source, cue = (ways[:, role] for role in range(roles))
    # This way it takes a third of the time of `argmax`; of equal ones the first counts as well.
    later = np.maximum(source, cue) > np.maximum(outside, content)
    back[1:] = np.where(later, (cue > source) + np.int8(SOURCE), content > outside)
    ends = totals[np.array(lengths) - 1, :, np.arange(windows)].argmax(axis=1)
    paths: list[list[int]] = []
    for window, (size, role) in enumerate(zip(lengths, ends.tolist(), strict=True)):
        steps = back[:size, :, window].tobytes()
        path = [role]
        for at in range((size - 1) * roles, 0, -roles):
            role = steps[at + role]  # noqa: PLW2901
            path.append(role)
        path.reverse()
        paths.append(path)
    return paths


def roles_of(tree: Tree, pairs: Pairs, logits: Floats, starts: Ints) -> list[list[int]]:
    """Return the role of every token in each cue's window, which starts at a place in the pairs."""
    lengths = np.diff(starts)
    width, count = int(lengths.max()), len(lengths)
    emissions = np.zeros((width, logits.shape[1], count), dtype=np.float32)
    costs = np.full((width, count), SWITCH, dtype=np.float32)
    place = np.arange(len(pairs.token)) - starts[pairs.cue]
    emissions[place, :, pairs.cue] = logits
    quote = tree.quote_array[pairs.token]
    same = np.concatenate(([False], (quote[1:] == quote[:-1]) & (quote[1:] >= 0)))
    costs[place, pairs.cue] += SPLIT * same
    return best_paths(emissions, costs, lengths.tolist())


def frames_by_model(tree: Tree, model: Model) -> list[Frame]:
    """Return the attributions that the model finds, in text order."""
    columns = Columns(tree)
    chance = chances(model, columns)
    cues = [cue for cue in np.flatnonzero(chance > CUE_FLOOR).tolist() if _may(tree, cue, chance)]
    return apart(tree, _frames(columns, model, chance, cues), FRAME_FLOOR)


def _may(tree: Tree, cue: int, chance: Floats) -> bool:
    """Tell whether a cue's frame can be sure enough: with nothing quoted near, as such it must."""
    sure = chance[cue] >= (FRAME_FLOOR if _is_known(tree, cue) else CLAUSE_FLOOR)
    start, end = tree.paragraph(cue)
    near = slice(max(start, cue - REACH), min(end, cue + REACH))
    return bool(sure) or max(tree.quote[near]) >= 0


def chances(model: Model, columns: Columns) -> Floats:
    """Return each token's chance to be the head of a cue."""
    out = np.zeros(columns.tree.size, dtype=np.float32)
    rows = cue_rows(columns)
    out[columns.candidates] = softmax(model.cue.scores(model.cue.sums(rows), len(rows)))[:, 1]
    return out


def role_scores(model: Model, pairs: Pairs) -> Floats:
    """Return the scores of each pair's roles."""
    sums = model.role.sums(pairs.rows) + model.role.sums(pairs.branch_rows)[pairs.branch]
    return model.role.scores(sums, len(pairs.rows) + len(pairs.branch_rows))


def _frames(columns: Columns, model: Model, chance: Floats, cues: list[int]) -> list[Frame]:
    """Return the frame of every cue that has one."""
    tree = columns.tree
    if not cues:
        return []
    pairs = pair_rows(columns, cues, chance)
    logits = role_scores(model, pairs)
    starts = np.searchsorted(pairs.cue, np.arange(len(cues) + 1))
    paths = roles_of(tree, pairs, logits, starts)
    token, start = pairs.token.tolist(), starts.tolist()
    frames: list[Frame] = []
    for number, (cue, path) in enumerate(zip(cues, paths, strict=True)):
        if CONTENT not in path:
            continue
        window = slice(start[number], start[number + 1])
        tokens = token[window]
        by_role: tuple[list[int], ...] = ([], [], [], [])
        for t, role in zip(tokens, path, strict=True):
            by_role[role].append(t)
        content = squared(tree, without_edges(tree, _in_reach(tree, cue, by_role[CONTENT])))
        if not content:
            continue
        inside = set(content)
        source = without_edges(tree, [t for t in by_role[SOURCE] if t not in inside])
        if not source:
            source = _subject(tree, cue, tokens, logits[window])
            source = tuple(t for t in source if t not in inside)
        cue_tokens = [t for t in by_role[CUE] if t not in inside] or [cue]
        frames.append(Frame(cue, tuple(cue_tokens), content, source, float(chance[cue])))
    return frames


def _in_reach(tree: Tree, cue: int, content: list[int]) -> list[int]:
    """Return the content of the cue's sentence and of those that join it, and what is quoted.

    Past a sentence that is nobody's content, the reporter speaks again; so he does past a cue that
    ends its sentence, unless somebody is quoted.
    """
    if not content or tree.sent[content[0]] == tree.sent[content[-1]] == tree.sent[cue]:
        return content
    sentences = {tree.sent[t] for t in content}
    first = last = tree.sent[cue]
    while first - 1 in sentences:
        first -= 1
    trailing = any(t < cue and tree.sent[t] == last for t in content)
    if trailing and not QUOTED.search(tree.text, tree.start[content[0]], tree.end[content[-1]]):
        sentences = {last}
    while last + 1 in sentences:
        last += 1
    return [t for t in content if first <= tree.sent[t] <= last or tree.quote[t] >= 0]


def _subject(tree: Tree, cue: int, tokens: list[int], logits: Floats) -> tuple[int, ...]:
    """Return the subject of the cue's clause if it may be the source, else nothing."""
    subject = tree.subject[cue]
    if subject < 0 or tree.first[subject] <= cue <= tree.last[subject]:
        return ()
    if subject not in tokens:
        return ()
    here = logits[tokens.index(subject)]
    if here[SOURCE] - here.max() < SUBJECT_FLOOR:
        return ()
    return subtree(tree, subject)


def apart(tree: Tree, frames: list[Frame], floor: float) -> list[Frame]:
    """Return the frames that are sure enough, none of them inside the content of a surer one.

    What two frames beside each other both claim goes to the surer one.
    """
    kept: list[Frame] = []
    heads: set[int] = set()
    taken: set[int] = set()
    for frame in sorted(frames, key=lambda f: (-f.score, f.head)):
        if frame.score < QUOTED_FLOOR or frame.head in taken or not heads.isdisjoint(frame.content):
            continue
        sure = frame.score >= max(floor, THING_FLOOR) or frame.score >= max(
            floor, _floor(tree, frame)
        )
        if not sure and not _is_quoted(tree, frame):
            continue
        own = [t for t in frame.content if t not in taken]
        if len(own) < OWN_SHARE * len(frame.content):
            continue
        content = without_edges(tree, own)
        if content != frame.content:
            frame = msgspec.structs.replace(frame, content=content)  # noqa: PLW2901
        kept.append(frame)
        heads.add(frame.head)
        taken.update(own)
    return sorted((frame for frame in kept if frame.content), key=lambda frame: frame.head)


def _is_quoted(tree: Tree, frame: Frame) -> bool:
    return bool(2 * sum(tree.quote[t] >= 0 for t in frame.content) > len(frame.content))


def _floor(tree: Tree, frame: Frame) -> float:
    """Return how sure a frame must be: more so where its cue is in no table.

    On texts the weights had not seen, fewer than two in five of those left out were right.
    """
    if _is_known(tree, frame.head):
        return 0.0
    clause = any(tree.tags[t][:1] == "V" or tree.tags[t] == "MD" for t in frame.content)
    return CLAUSE_FLOOR if clause else THING_FLOOR


def squared(tree: Tree, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return the content with its quotations whole, and without a stray name beside them."""
    if not tree.is_quoted(content):
        return content
    numbers = {tree.quote[t] for t in content} - {-1}
    inside = set(content)
    quoted: set[int] = set()
    for number in numbers:
        opening, closing = tree.quotes[number]
        tokens = {t for t in range(opening, closing) if not tree.space[t]}
        if 2 * len(tokens & inside) > len(tokens):
            quoted |= tokens
    outside = [t for t in content if tree.quote[t] < 0]
    if quoted and len(outside) <= STRAY and all(tree.tags[t] in _NAMES for t in outside):
        return tuple(sorted(quoted))
    return tuple(sorted(inside | quoted))


def _is_known(tree: Tree, cue: int) -> bool:
    word = tree.lemma_of(cue)
    return word in VERBS or word in KINDS or word == ACCORDING or not word.isalpha()


@cache
def packaged() -> Model | None:
    """Return the packaged weights, None when the file is missing."""
    return stored(WEIGHTS) if WEIGHTS.is_file() else None


def stored(path: Path) -> Model:
    """Return the model of a weights file."""
    with np.load(path) as file:
        return Model(*(Table(file[name], float(file[f"{name}_scale"])) for name in Model._fields))
