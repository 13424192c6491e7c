"""Acronyms and the names they abbreviate."""

from __future__ import annotations

from functools import lru_cache

_MINOR = frozenset(("of", "the", "and", "for", "in", "on", "&", "de"))


@lru_cache(maxsize=16384)
def is_acronym(words: str) -> bool:
    """Tell whether a name is written like an acronym (``RFE/RL``, ``NATO``, ``S&P``)."""
    letters = [c for c in words if c.isalpha()]
    return 2 <= len(letters) <= 8 and all(c.isupper() for c in letters) and " " not in words


def initials(name: str) -> str:
    """Return the first letters of a name's words, the minor ones left out."""
    return "".join(
        w[0] for w in name.replace("/", " ").replace("-", " ").split() if w.lower() not in _MINOR
    )


def abbreviates(acronym: str, name: str) -> bool:
    """Tell whether an acronym is made of the initials of a name, in order."""
    letters = [c for c in acronym if c.isalpha()]
    firsts = initials(name).upper()
    at = 0
    for letter in letters:
        at = firsts.find(letter, at) + 1
        if not at:
            return False
    return firsts[:1] == letters[0] and len(firsts) <= len(letters) + 1
