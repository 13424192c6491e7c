"""Lines that recur in form: what stands over every comment, teaser or entry of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.atoms import Atom

Matrix = npt.NDArray[np.float32]

_TOKEN = re.compile(r"\w+|[^\w\s]")
_ENDS = 3
"""Tokens at either end of an atom that make its form."""
_WHOLE = 16
"""Most tokens of an atom whose whole form is looked at."""
_ITEM = 30
"""Most tokens of an item of a list."""
_REACH = 160
_OFTEN = 3
_NEAR, _FAR = 2, 24
"""How often a form recurs, and how many atoms apart, where a page repeats one pattern."""

SHAPE_NAMES: tuple[str, ...] = (
    "head_repeats", "tail_repeats", "form_repeats", "pattern", "pattern_left", "pattern_edge",
)  # fmt: skip


@lru_cache(1 << 14)
def _kind(token: str) -> str:
    """Return what a token counts as: a number, a name or itself."""
    return "9" if any(map(str.isdigit, token)) else "A" if token[0].isupper() else token


def _form(words: str) -> tuple[str, ...]:
    """Return tokens with numbers and names made alike."""
    return tuple(map(_kind, _TOKEN.findall(words)))


def _tells(key: Sequence[str]) -> bool:
    """Tell whether a form is more than a row of names."""
    return any(token != "A" for token in key)


def _folded(form: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        token
        for index, token in enumerate(form)
        if not index or token != form[index - 1] or token not in "A9"
    )


Key = tuple[str, tuple[str, ...]]


def keys_of(clean: str, atoms: Sequence[Atom]) -> list[list[Key]]:
    """Return the forms of each atom: of its first tokens, its last ones and the whole of it."""
    out: list[list[Key]] = []
    for atom in atoms:
        length = atom.end - atom.start
        head = _form(clean[atom.start : min(atom.end, atom.start + _REACH)])
        tail = head if length <= _REACH else _form(clean[atom.end - _REACH : atom.end])
        own: list[Key] = [
            (side, key)
            for side, key in (("head", head[:_ENDS]), ("tail", tail[-_ENDS:]))
            if _tells(key)
        ]
        if length <= _REACH and len(head) <= _WHOLE and _tells(head):
            own.append(("form", _folded(head)))
        out.append(own)
    return out


def shapes_of(clean: str, atoms: Sequence[Atom]) -> dict[str, Matrix]:
    """Return the columns of `SHAPE_NAMES` for the atoms of a text.

    A pattern is a form that recurs every few atoms; `pattern` counts how often the busiest one
    does whose first and last places enclose an atom.
    """
    n = len(atoms)
    keys = keys_of(clean, atoms)
    places: defaultdict[Key, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            places[key].append(index)
    out = {name: np.zeros(n, dtype=np.float32) for name in SHAPE_NAMES}
    for index, own_keys in enumerate(keys):
        for key in own_keys:
            out[f"{key[0]}_repeats"][index] = np.log(len(places[key]))
    for (side, _), where in places.items():
        if side != "head" and len(where) >= _OFTEN:
            _mark(out, where)
    return out


def _mark(out: dict[str, Matrix], where: Sequence[int]) -> None:
    """Mark the stretches in which a form recurs every few atoms."""
    at = np.array(where)
    for run in np.split(at, np.flatnonzero(np.diff(at) > _FAR) + 1):
        if len(run) < _OFTEN or float(np.median(np.diff(run))) < _NEAR:
            continue
        first, last = int(run[0]), int(run[-1])
        value = np.float32(np.log(len(run)))
        inside = slice(first, last + 1)
        better = out["pattern"][inside] < value
        out["pattern"][inside][better] = value
        left = np.log1p(last - np.arange(first, last + 1)).astype(np.float32)
        out["pattern_left"][inside][better] = left[better]
        out["pattern_edge"][run] = np.maximum(out["pattern_edge"][run], value)


def opening_form(words: str) -> tuple[str, ...] | None:
    """Return the form of a line's first tokens; None for a row of names or a line of prose."""
    form = _form(words[:_REACH])
    key = form[:2]
    return key if len(form) <= _ITEM and _tells(key) else None
