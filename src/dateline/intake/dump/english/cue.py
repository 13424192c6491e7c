"""A class of words, with an example."""

from __future__ import annotations

import msgspec


class Cue(msgspec.Struct, frozen=True):
    """A class of words that tell what a line is, with a line that carries it."""

    name: str
    pattern: str
    example: str
    words: tuple[str, ...] = ()
    """In small letters: a line without any of these need not be looked at."""
