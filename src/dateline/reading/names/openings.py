"""How wire copy opens: a slug before the headline, a dateline before the lead."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from dateline.reading.names.english.openings import DATELINE, SLUG
from dateline.reading.names.tokens import Tokens


class Openings(NamedTuple):
    """Tokens that stand before a headline or lead, by what they are."""

    slugs: frozenset[int]
    places: frozenset[int]
    agencies: frozenset[int]


def openings_of(tokens: Tokens) -> Openings:
    """Return the tokens of slugs and of the places and agencies of datelines."""
    slugs: set[int] = set()
    places: set[int] = set()
    agencies: set[int] = set()
    for first, last in tokens.blocks:
        if first == last:
            continue
        start = tokens.start[first]
        slug = SLUG.match(tokens.whole, start, tokens.end[last - 1])
        if slug is not None:
            slugs.update(_within(tokens, start, slug.end()))
        found = DATELINE.match(tokens.whole, start, tokens.end[last - 1])
        if found is not None:
            for group, into in (("city", places), ("land", places), ("agency", agencies)):
                if found[group]:
                    into.update(_within(tokens, *found.span(group)))
    return Openings(frozenset(slugs), frozenset(places), frozenset(agencies))


def _within(tokens: Tokens, start: int, end: int) -> range:
    return range(bisect_right(tokens.end, start), bisect_left(tokens.start, end))
