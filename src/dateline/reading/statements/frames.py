"""A statement before it has offsets: cue, content and source as token numbers."""

from __future__ import annotations

import msgspec


class Frame(msgspec.Struct, frozen=True):
    """One attribution in tokens; ``head`` is the token that carries the cue's meaning."""

    head: int
    cue: tuple[int, ...]
    content: tuple[int, ...]
    source: tuple[int, ...]
    score: float = 1.0
