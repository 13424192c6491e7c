"""Bare numbers that are ages: ``Ines Dorr, 34, said``, ``aged 12``, ``she is 70``."""

from __future__ import annotations

import re

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english.phrases import AGED, HEDGE, IS_AGED

_APPOSED = re.compile(r"(?:^|[\s(“\"-])[A-Z][\w’'-]*[a-z]\w*,\s$")
_CLOSED = re.compile(r"[,)]|\.(?:\s|$)|;|\s(?:and|told|said)\b")
_LIFE = re.compile(
    rf"\blife expectancy\b[^.;\d]{{0,60}}\b(?:is|was|of|to|at|from)\s{HEDGE}*$", re.IGNORECASE
)
_SAID = re.compile(rf"{AGED}{HEDGE}*$")
_IS = re.compile(
    rf"{IS_AGED}(?:now |then |{HEDGE})*$",
    re.I,
)
_IS_CLOSED = re.compile(r"[.,;)”]|$|\s(?:by|when|and|at the time|on|in|then|now|this|years old)\b")
_MONTHS = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),\s$"
)


def add_age(text: str, draft: Draft) -> None:
    """Mark a bare number as an age where its surroundings say so."""
    if draft.unit is not None or not 0 < draft.value < 120 or draft.number.low is not None:
        return
    if draft.number.fraction or draft.start != draft.number.start:
        return
    before = text[max(0, draft.start - 32) : draft.start]
    lasting = text[max(0, draft.start - 90) : draft.start]
    if _SAID.search(before) or _LIFE.search(lasting):
        found = True
    elif _IS.search(before):
        found = _IS_CLOSED.match(text, draft.end) is not None
    else:
        found = (
            draft.number.plain
            and _APPOSED.search(before) is not None
            and _CLOSED.match(text, draft.end) is not None
            and _MONTHS.search(before) is None
        )
    if found:
        draft.unit, draft.kind = "year of age", "age"
