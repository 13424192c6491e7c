"""Tokens that belong to other statements, asked about far more seldom than they would be united."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.reading.statements.frames import Frame

_FURTHEST = 32
"""How many tokens beyond its own a frame may take."""


class Taken:
    """The tokens of several sets together."""

    __slots__ = ("_sets",)

    def __init__(self, *sets: set[int]) -> None:
        self._sets = sets

    def __contains__(self, token: int) -> bool:
        """Tell whether a token is in any of them."""
        return any(token in held for held in self._sets)

    def isdisjoint(self, tokens: Iterable[int]) -> bool:
        """Tell whether none of some tokens is in any of them."""
        return all(held.isdisjoint(tokens) for held in self._sets)


def neighbours(frames: Sequence[Frame]) -> list[list[int]]:
    """Return for each frame the numbers of the others that it may reach into."""
    reach: list[int] = []
    for frame in frames:
        # Stretches of 64 tokens, as bits.
        roles = [role for role in (frame.cue, frame.source, frame.content) if role]
        low = max(min(role[0] for role in roles) - _FURTHEST, 0) >> 6
        high = (max(role[-1] for role in roles) + _FURTHEST) >> 6
        reach.append((1 << (high + 1)) - (1 << low))
    return [
        [m for m, other in enumerate(reach) if other & mine and m != n]
        for n, mine in enumerate(reach)
    ]
