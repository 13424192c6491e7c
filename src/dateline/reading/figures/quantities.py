"""Quantities of a running text, without a parse: numbers, bounds, units, ranges, less the traps."""

from __future__ import annotations

from dateline.reading.figures.ages import add_age
from dateline.reading.figures.bounds import add_bound
from dateline.reading.figures.draft import Draft, add_unit, settle_pound
from dateline.reading.figures.inherited import inherit_units
from dateline.reading.figures.money import settle_currencies
from dateline.reading.figures.people import add_people
from dateline.reading.figures.quantity import Quantity
from dateline.reading.figures.ranges import add_noun, joined, share_units
from dateline.reading.figures.scan import numbers_in
from dateline.reading.figures.traps import TrapReader, is_trap

_NEVER_TRAPS = frozenset(("percent", "percentage point", "basis point"))


def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order, without a parse.

    Dates, clock times, phone numbers, names with numbers, scores and other numbers that are no
    figures are left out. The counted noun is a guess.
    """
    drafts: list[Draft] = []
    traps = TrapReader(text)
    covered = 0
    for number in numbers_in(text):
        draft = Draft(number)
        add_unit(text, draft)
        if draft.kind not in _NEVER_TRAPS:
            if number.start < covered:
                continue
            covered = traps.end_of(draft)
            if covered:
                continue
        add_age(text, draft)
        if is_trap(text, draft):
            continue
        if drafts and draft.start < drafts[-1].end:
            # What stands between two numbers belongs to the first.
            if number.start < drafts[-1].end:
                continue
            draft.start, draft.value = number.start, abs(draft.value)
        drafts.append(draft)
    if not drafts:
        return ()
    for draft in drafts:
        add_people(text, draft)
        add_noun(text, draft)
    settle_currencies(text, drafts)
    share_units(text, drafts)
    inherit_units(text, drafts)
    before: Draft | None = None
    pound: Draft | None = None
    for draft in drafts:
        if (
            draft.unit == "GBP"
            and draft.unit_text
            and draft.unit_text.lower().rstrip("s") == "pound"
        ):
            settle_pound(text, draft, pound)
            pound = draft
        add_bound(text, draft, before)
        before = draft
    return joined(text, drafts)
