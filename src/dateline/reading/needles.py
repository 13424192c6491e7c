"""What a regular expression cannot do without, so that most texts need not be searched at all.

To search a text for a pattern that begins with a choice takes fifty times as long as to look for a
fixed string in it. `Sought` looks first for the strings of which a match must hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

_LONGEST_CHOICE = 64
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


def needles_of(pattern: str, flags: int = 0) -> tuple[str, ...] | None:
    """Return strings in small letters, one of which every match of a pattern holds.

    None where there are no such strings, or where this Python does not tell.
    """
    try:
        tree = import_module("re._parser").parse(pattern, flags)
    except (ImportError, AttributeError):
        return None
    found = _needles(tree)
    if found is None:
        return None
    return tuple(sorted(
        one for one in found if not any(other in one for other in found if other != one)
    ))  # fmt: skip


def _needles(items: Sequence[tuple[Any, Any]]) -> set[str] | None:
    """Return the needles of a sequence: of its parts the ones that are rarest, the longest."""
    best: set[str] | None = None
    for found in _parts(items):
        if found is None or "" in found or len(found) > _LONGEST_CHOICE:
            continue
        if best is None or _rarity(found) > _rarity(best):
            best = found
    return best


def _rarity(needles: set[str]) -> tuple[int, int]:
    weights = (
        sum(0 if c.isspace() else 1 if c.isalnum() else 2 for c in needle) for needle in needles
    )
    return min(weights), -len(needles)


def _parts(items: Sequence[tuple[Any, Any]]) -> Iterator[set[str] | None]:
    """Yield the needles of each part of a sequence; letters side by side are one part."""
    run = ""
    for code, value in items:
        name = str(code)
        letter = _letter(name, value)
        if letter is not None:
            run += letter
            continue
        if name == "AT":
            # A place between two letters does not part them.
            continue
        yield {run}
        run = ""
        if name == "BRANCH":
            yield _either([_needles(branch) for branch in value[1]])
        elif name == "SUBPATTERN" or (name in _REPEATS and value[0] > 0):
            yield _needles(value[-1])
        elif name == "ATOMIC_GROUP":
            yield _needles(value)
        elif name == "IN":
            yield _either([_signs(str(kind), sign) for kind, sign in value])
    yield {run}


def _signs(kind: str, sign: Any) -> set[str] | None:
    if kind == "LITERAL":
        return {chr(sign).lower()}
    return set("0123456789") if str(sign) == "CATEGORY_DIGIT" and kind == "CATEGORY" else None


def _letter(name: str, value: Any) -> str | None:
    """Return the one letter, small, that a part stands for: ``a``, ``[Aa]``."""
    if name == "LITERAL":
        return chr(value).lower()
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        letters = {chr(number).lower() for _, number in value}
        if len(letters) == 1:
            return letters.pop()
    return None


def _either(choices: Sequence[set[str] | None]) -> set[str] | None:
    out: set[str] = set()
    for choice in choices:
        if choice is None:
            return None
        out |= choice
    return out


class Sought:
    """A compiled pattern with its needles."""

    __slots__ = ("needles", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(pattern, flags)
        self.needles = needles_of(pattern, flags)

    def may_be_in(self, lower: str) -> bool:
        """Tell whether the pattern can match in a text, given in small letters."""
        return self.needles is None or any_in(self.needles, lower)


def any_in(needles: Sequence[str], lower: str) -> bool:
    """Tell whether a text holds one of some strings."""
    # A loop takes half of the time of a generator, and this is asked for every number.
    for needle in needles:  # noqa: SIM110
        if needle in lower:
            return True
    return False
