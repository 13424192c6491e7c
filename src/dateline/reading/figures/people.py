"""Bare numbers that count people: ``killed five``, ``12 dead``, ``64 have been rescued``."""

from __future__ import annotations

import re

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english.nouns import HAPPEN_TO_PEOPLE, PEOPLE_AFTER

_BEFORE = re.compile(
    rf"\b(?:{HAPPEN_TO_PEOPLE})\s(?:at least |about |around |more than |nearly |almost |some |up to |over |as many as |another |a further )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?: others| more| other)?(?: (?:were|was|are|had been|have been|has been|remain|remained|still|being))*\s(?:{PEOPLE_AFTER})\b",
    re.IGNORECASE,
)


def add_people(text: str, draft: Draft) -> None:
    """Give a bare number the unit people where only people can be meant."""
    if draft.unit is not None or draft.number.fraction or draft.kind is not None:
        return
    after = text[draft.end : draft.end + 2]
    if _AFTER.match(text, draft.end) or (
        (
            not after.strip()
            or after[0] in ".,;"
            or text.startswith(
                (" and ", " others", " more", " in ", " on ", " when ", " after ", " at "),
                draft.end,
            )
        )
        and _BEFORE.search(text[max(0, draft.start - 40) : draft.start])
    ):
        draft.unit, draft.kind = "people", "count"
