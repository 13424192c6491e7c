"""What an element's attributes say of the words in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import msgspec

from dateline.intake.html.markup import CUES, UNSEEN

_CUED = frozenset(("id", "itemprop", "role", "data-testid"))
"""Attributes that carry cues, besides ``class``."""
_READ = _CUED | {"class", "style", "hidden", "href", "rel", "datetime", "content"}
_UNSEEN = re.compile(UNSEEN, re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 2000
_LONGEST_WORD = 120
_MOST_WORDS = 24
"""Words of an element's attributes that are looked at."""

_PIECE = re.compile(r"\\.|\[[^\]]*\]|[^\\\[]")
_OPENING = re.compile(r"(?:\\b|\(\?<![^()]*\))*([a-z][a-z-]{1,2})(?![?*])")


def _alternatives(pattern: str) -> Iterator[str]:
    """Yield what the outermost bars of a pattern part."""
    depth, one = 0, ""
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            yield one
            one = ""
        else:
            one += piece
    yield one


def _by_opening() -> dict[str, list[tuple[int, re.Pattern[str]]]]:
    """Return the cues' bits and patterns by the letters that what they match begins with."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for n, cue in enumerate(CUES):
        for alternative in _alternatives(cue.pattern):
            opening = _OPENING.match(alternative)
            if opening is None:
                message = f"the cue {cue.name} has {alternative}, which opens with no two letters"
                raise ValueError(message)
            found[opening.group(1), 1 << n].append(alternative)
    out: dict[str, list[tuple[int, re.Pattern[str]]]] = defaultdict(list)
    for (letters, bit), patterns in found.items():
        out[letters].append((bit, re.compile("|".join(patterns))))
    return dict(out)


# Hardly any place of a word has the letters of some cue, so that no pattern is tried there.
_CUES = _by_opening()
_SHORT = {letters: cues for letters, cues in _CUES.items() if len(letters) < 3}
_LETTERS = re.compile(
    "|".join(
        f"{first}(?:{'|'.join(letters[1:] for letters in same)})"
        for first, same in groupby(sorted(_CUES.keys() - _SHORT.keys()), key=itemgetter(0))
    )
)


class Said(msgspec.Struct, frozen=True, gc=False):
    """What the attributes of an element say."""

    cues: int
    """Bits of `markup.CUES`."""
    look: str
    """The element's class."""
    hidden: bool
    """Whether its own style keeps it from being shown."""
    href: str | None
    mark: tuple[str, str | None] | None
    """What it says that its words are, and its machine-readable value."""


NOTHING = Said(0, "", False, None, None)
"""What an element without attributes says."""


@lru_cache(maxsize=65536)
def cue_bits(word: str) -> int:
    """Return the bits of `markup.CUES` that one word of an element's attributes matches."""
    folded = word[:_LONGEST_WORD]
    if not folded.islower():
        folded = _CAMEL.sub("-", folded).lower()
    bits = 0
    for letters, cues in _SHORT.items():
        if letters in folded:
            for bit, pattern in cues:
                bits |= bit if pattern.search(folded) else 0
    at = 0
    while (opening := _LETTERS.search(folded, at)) is not None:
        at = opening.start()
        for bit, pattern in _CUES[opening.group()]:
            if not bits & bit and pattern.match(folded, at):
                bits |= bit
        at += 1
    return bits


def said_by(tag: str, attributes: Sequence[tuple[str, str]]) -> Said:
    """Return what an element's attributes say."""
    cues = 0
    look = rel = ""
    hidden = False
    href = named = moment = content = None
    for name, value in attributes:
        if name not in _READ:
            continue
        if name == "class":
            look = value
            cues |= _cues_in(value[:_LONGEST])
        elif name == "href":
            href = value
        elif name in _CUED:
            cues |= _cues_in(value[:_LONGEST])
            named = value if name == "itemprop" else named
        elif name == "style":
            hidden = hidden or _HIDDEN.search(value) is not None
        elif name == "hidden":
            hidden = True
        elif name == "rel":
            rel = value
        elif name == "datetime":
            moment = value
        else:
            content = value
    mark: tuple[str, str | None] | None = None
    if named:
        mark = named, moment or content
    elif rel and "author" in rel.split():
        mark = "author", None
    elif tag == "time":
        mark = "time", moment or content
    return Said(cues, look, hidden, href, mark)


def is_unseen(look: str) -> bool:
    """Tell whether the words of elements of a class are for screen readers only."""
    return look != "" and _is_unseen(look[:_LONGEST])


@lru_cache(maxsize=4096)
def _is_unseen(look: str) -> bool:
    return _UNSEEN.search(look) is not None


@lru_cache(maxsize=4096)
def _cues_in(value: str) -> int:
    bits = 0
    for word in value.split()[:_MOST_WORDS]:
        bits |= cue_bits(word)
    return bits
