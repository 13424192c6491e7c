"""Numbers in words and digits."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence


def number_of(
    words: Sequence[str], cardinals: Mapping[str, int], multipliers: Mapping[str, int]
) -> float | None:
    """Return the number a row of lower-case words stands for, or None.

    Reads digits (``1,200``, ``2 1/2``), words (``twenty-four``, ``two and a half``, ``a hundred``)
    and their mixtures (``2 million``).
    """
    total = 0.0
    current: float | None = None
    for position, word in enumerate(words):
        if word in {"-", "and", "of"}:
            continue
        if word in {"half", "halves"}:
            if current is None:
                return 0.5 if position == 0 else total + 0.5
            current = 0.5 if list(words[:position]) in (["a"], ["an"]) else current + 0.5
        elif word in {"a", "an"}:
            if position == 0:
                current = 1.0
        elif word in multipliers:
            current = (1.0 if current is None else current) * multipliers[word]
            if multipliers[word] >= 1000:
                total, current = total + current, 0.0
        elif word in cardinals:
            current = (current or 0.0) + cardinals[word]
        else:
            value = _digits(word)
            if value is None:
                return None
            current = (current or 0.0) + value
    return None if current is None else total + current


def _digits(word: str) -> float | None:
    whole, _, fraction = word.replace("-", " ").partition(" ")
    value = 0.0
    if "/" in whole:
        whole, fraction = "", whole
    try:
        if fraction:
            over, _, under = fraction.partition("/")
            if not (over.isdecimal() and under.isdecimal() and int(under)):
                return None
            value = int(over) / int(under)
        if whole:
            value += float(whole.replace(",", ""))
    except (ValueError, OverflowError):
        # No number, or one of more digits than are read.
        return None
    return value if math.isfinite(value) else None
