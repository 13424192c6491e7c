"""What an element's attributes say of the words in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dateline.intake.html.markup import CUES, UNSEEN

_CUES = tuple((1 << n, re.compile(cue.pattern)) for n, cue in enumerate(CUES))
_ANY_CUE = re.compile("|".join(f"(?:{cue.pattern})" for cue in CUES))
_NAMED = ("class", "id", "itemprop", "role", "data-testid")
_UNSEEN = re.compile(UNSEEN, re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 2000
_LONGEST_WORD = 120
_MOST_WORDS = 24
"""Words of an element's attributes that are looked at."""


@lru_cache(maxsize=65536)
def cue_bits(word: str) -> int:
    """Return the bits of `markup.CUES` that one word of an element's attributes matches."""
    folded = _CAMEL.sub("-", word[:_LONGEST_WORD]).lower()
    if _ANY_CUE.search(folded) is None:
        return 0
    bits = 0
    for bit, pattern in _CUES:
        if pattern.search(folded):
            bits |= bit
    return bits


def cues_of(given: Mapping[str, str]) -> int:
    """Return the bits of `markup.CUES` that an element's attributes match."""
    bits = 0
    for name in _NAMED:
        if value := given.get(name):
            bits |= _cues_in(value[:_LONGEST])
    return bits


@lru_cache(maxsize=4096)
def _cues_in(value: str) -> int:
    bits = 0
    for word in value.split()[:_MOST_WORDS]:
        bits |= cue_bits(word)
    return bits


def is_hidden(given: Mapping[str, str]) -> bool:
    """Tell whether an element's own style keeps it from being shown."""
    style = given.get("style")
    return "hidden" in given or (style is not None and _HIDDEN.search(style) is not None)


def is_unseen(given: Mapping[str, str]) -> bool:
    """Tell whether an element's words are for screen readers only."""
    return _UNSEEN.search(given.get("class", "")) is not None


def mark_of(given: Mapping[str, str], tag: str) -> tuple[str, str | None] | None:
    """Return what an element says that its words are, and its machine-readable value."""
    if name := given.get("itemprop"):
        return name, given.get("datetime") or given.get("content")
    if "author" in given.get("rel", "").split():
        return "author", None
    return ("time", given.get("datetime") or given.get("content")) if tag == "time" else None
