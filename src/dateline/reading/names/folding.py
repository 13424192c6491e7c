"""One key for the spellings of a place's or person's name."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a", "ð": "d"}
    | dict.fromkeys("'’‘ʻʼ`´.", None)
    | dict.fromkeys("-–‐‑_/", " ")
)


@lru_cache(maxsize=16384)
def folded(name: str) -> str:
    """Return the name in lower case without accents, apostrophes, dots and hyphens.

    "Saint Petersburg" and "St. Petersburg" get one key, as do "Xi'an" and "Xian".
    """
    decomposed = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
    words = plain.split()
    if len(words) > 1 and words[0] == "saint":
        words[0] = "st"
    return " ".join(words)
