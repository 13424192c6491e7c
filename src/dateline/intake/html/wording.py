"""What a stretch of a page is compared by: its letters and digits, and how many words it has."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SIGNS = re.compile("[^\x00-\x7f\\w\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Dashes, quotation marks and the like: most lines are ASCII without them."""
_SPACED = bytes(
    ord(chr(n).lower()) if n < 128 and (chr(n).isalnum() or n == ord("_")) else 32
    for n in range(256)
)
"""A table that leaves only the ASCII characters of words, in small letters."""


def folded_and_counted(text: str) -> tuple[str, int]:
    """Return what `folded` does, and the words; without spaces two characters count as one."""
    if not text.isascii():
        text = _SIGNS.sub(" ", text)
    if text.isascii():
        pieces = text.encode().translate(_SPACED).split()
        fold = b"".join(pieces).decode()
        return (fold.replace("_", "") if "_" in fold else fold), len(pieces)
    found = _WORD.findall(text)
    fold = "".join(found).replace("_", "").casefold()
    return fold, len(found) + len(_CJK.findall(text)) // 2


def folded(text: str) -> str:
    """Return letters and digits alone, for comparing texts that were laid out differently."""
    return folded_and_counted(text)[0]
