"""Which country's money a bare crown, peso or rupee is: the one the text names in full."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english.currencies import SHARED_NAMES

_REACH = 12


def settle_currencies(text: str, drafts: Sequence[Draft]) -> None:
    """Give amounts in a money that several countries have the currency that the text names.

    ``2.1 billion Norwegian crowns`` makes later crowns Norwegian ones, unless another country's
    crowns are named too.
    """
    named: dict[str, set[str]] = {}
    for draft in drafts:
        words = (draft.unit_text or "").lower().split()
        if draft.kind == "money" and draft.unit is not None and len(words) > 1:
            name = SHARED_NAMES.get(words[-1])
            if name is not None and draft.unit != name:
                named.setdefault(name, set()).add(draft.unit)
    for draft in drafts:
        words = (draft.unit_text or "").lower().split()
        name = SHARED_NAMES.get(words[0]) if len(words) == 1 else None
        codes = named.get(name or "", set())
        if len(codes) == 1:
            (draft.unit,), draft.kind = codes, "money"
            at = text.find(draft.unit_text or "", draft.end, draft.end + _REACH)
            if at >= 0:
                draft.end = at + len(draft.unit_text or "")
