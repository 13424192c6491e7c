"""Bounds and movements: what the words around a quantity say about it."""

from __future__ import annotations

import re

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english import bounds as bound_words
from dateline.records import Bound

_ADDED = re.compile(
    r" plus (?:[a-z]+ )*(?:[$€£\d]|[a-z]+(?:[.,;)]|$)|(?:bonus|add|interest|tax|fee|cost)\w*)"
)
_PHRASES_AFTER = tuple(phrase for phrase, _ in bound_words.AFTER)


def add_bound(text: str, draft: Draft, before: Draft | None = None) -> None:
    """Set the bound or movement that the words around the quantity give it.

    ``before`` is the quantity before it, whose movement a bare ``by`` goes on with.
    """
    found: Bound = "="
    left = text[max(0, draft.start - 56) : draft.start]
    cut = max(left.rfind(". "), left.rfind("; "), left.rfind("\n"), left.rfind("("))
    left = left[cut + 1 :] if cut >= 0 else left
    words = left.replace("-", " ").lower().split()
    if left.endswith("sub-"):
        words = ["sub"]
    count = len(words)
    for size in range(min(4, count), 0, -1):
        found_bound = bound_words.BEFORE.get(" ".join(words[count - size :]))
        if found_bound is not None:
            # "goes up to 130" is a level.
            moves = words[count - size :] == ["up", "to"] and count > size
            if not (moves and words[count - size - 1] in bound_words.GOING):
                found = found_bound
            break
    if (
        found == ">"
        and words[-1] == "over"
        and _lasts(text, draft)
        and (count < 2 or words[-2] not in bound_words.BEFORE_OVER)
    ):
        found = "="
    sign = text[draft.end : draft.end + 1]
    if sign in (" ", "-", ",") and text.startswith(_PHRASES_AFTER, draft.end + 1):
        for phrase, after in bound_words.AFTER:
            if text.startswith(phrase, draft.end + 1):
                if phrase == "plus" and draft.kind == "money" and _ADDED.match(text, draft.end):
                    # "A fee of $48m plus bonuses."
                    continue
                found = after
                break
    if sign == "+" and draft.number.digits:
        found = ">"
        draft.end += 1
    moved = _movement(words, draft, text)
    if (
        moved is None
        and words
        and words[-1] == "by"
        and before is not None
        and (before.bound in ("up", "down") and before.unit == draft.unit)
    ):
        moved = before.bound
    draft.bound = moved or found


def _movement(words: list[str], draft: Draft, text: str) -> Bound | None:
    measured = draft.kind in ("percent", "percentage point", "basis point", "point", "money")
    index = len(words) - 1
    steps = 0
    to = False
    while index >= 0 and steps < 4 and words[index] in bound_words.FILLERS:
        if words[index] == "to":
            to = True
            # "up to 400" is a bound.
            if index and words[index - 1] == "up":
                return None
        if words[index] == "in" or (words[index] == "of" and steps == 0):
            return None
        index -= 1
        steps += 1
    right = text[draft.end : draft.end + 8].split()
    if (
        measured
        and right
        and right[0].rstrip(".,") in bound_words.WIDENING
        and draft.kind == "percent"
    ):
        return "up" if right[0].startswith("higher") else "down"
    if draft.kind == "percent" and draft.value < 0:
        return "down"
    if draft.kind == "percent" and text[draft.start - 1 : draft.start] == "+":
        return "up"
    if index > 0 and words[index] == "at" and words[index - 1] in ("up", "down", "higher", "lower"):
        index -= 1
    if index < 0:
        return None
    word = words[index]
    if to:
        return None
    if words[-1] == "by" and word not in bound_words.UP and word not in bound_words.DOWN:
        # "lowered its key rate by 50 basis points": the verb stands before its object.
        word = next(
            (
                other
                for other in reversed(words[-8:-1])
                if other in bound_words.UP or other in bound_words.DOWN
            ),
            "",
        )
    direction: Bound | None = (
        "up" if word in bound_words.UP else "down" if word in bound_words.DOWN else None
    )
    if direction is None:
        return None
    nominal = index > 0 and words[index - 1] in ("a", "an", "the", "its", "their")
    if nominal:
        return None
    if word in ("up", "down") and not measured:
        return None
    if not measured and word in bound_words.FALLING_ONLY_WITH_MEASURE:
        return None
    if not measured and draft.kind is None and "by" not in words[index:]:
        return None
    return direction


_SPELL = re.compile(rf"\s(?:\w+ )?(?:{bound_words.SPELLS})\b")


def _lasts(text: str, draft: Draft) -> bool:
    return draft.kind == "time" or _SPELL.match(text, draft.end) is not None
