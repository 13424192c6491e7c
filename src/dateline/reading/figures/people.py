"""Bare numbers that count people: ``killed five``, ``12 dead``, ``64 have been rescued``."""

from __future__ import annotations

import re

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english.nouns import HAPPEN_TO_PEOPLE, PEOPLE_AFTER
from dateline.reading.figures.english.phrases import HEDGE, STILL

_BEFORE = re.compile(
    rf"\b(?:{HAPPEN_TO_PEOPLE})\s{HEDGE}*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?: others| more| other)?{STILL}\s(?:{PEOPLE_AFTER})\b",
    re.IGNORECASE,
)
_CLOSES = tuple(
    f" {word}" for word in "others,more,and ,in ,on ,when ,after ,at ,as ,near ".split(",")
)


def add_people(text: str, draft: Draft) -> None:
    """Give a bare number the unit people where only people can be meant."""
    if draft.unit is not None or draft.number.fraction or draft.kind is not None:
        return
    after = text[draft.end : draft.end + 2]
    if _AFTER.match(text, draft.end) or (
        (not after.strip() or after[0] in ".,;" or text.startswith(_CLOSES, draft.end))
        and _BEFORE.search(text[max(0, draft.start - 40) : draft.start])
    ):
        draft.unit, draft.kind = "people", "count"
