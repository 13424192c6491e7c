"""Two times that make one stretch: ``from 2018 to December 2019``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from dateline.reading.happenings.english import RANGE_LINKS, RANGE_OPENERS
from dateline.records import TimeExpression

_OPENER = 12
"""Characters before a time within which the word stands that opens a stretch."""


def ranges_among(text: str, times: Sequence[TimeExpression]) -> dict[int, TimeExpression]:
    """Return the stretch that a time is one end of, by the index of either."""
    found: dict[int, TimeExpression] = {}
    for index, (first, last) in enumerate(pairwise(times)):
        if index in found or not (first.from_ and last.to and first.from_ < last.to):
            continue
        before = text[max(first.start - _OPENER, 0) : first.start].split()
        between = text[first.end : last.start].strip()
        if between in RANGE_LINKS and before and before[-1].lower() in RANGE_OPENERS:
            same = first.from_ == last.from_ and first.to == last.to
            stretch = replace(
                first,
                end=last.end,
                to=last.to,
                mod=None,
                precision=first.precision if same else "range",
            )
            found[index] = found[index + 1] = stretch
    return found
