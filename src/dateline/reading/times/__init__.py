"""Time expressions in plain text: TIMEX3 values and the intervals they stand for."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dateline.reading.times.doubts import Doubts
from dateline.reading.times.english.language import ENGLISH
from dateline.reading.times.items import items_in
from dateline.reading.times.resolve import Resolver
from dateline.reading.times.rules import Grammar
from dateline.reading.times.tense import Cues
from dateline.reading.times.tokens import Tokens
from dateline.records import TimeExpression

__all__ = ["times_in"]


@cache
def _english() -> tuple[Grammar, Cues, Doubts]:
    grammar = Grammar(ENGLISH)
    return grammar, Cues(grammar), Doubts(grammar)


def times_in(
    text: str,
    published: str | None = None,
    *,
    day_first: bool | None = None,
    timezone: str | None = None,
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of an English text in order, resolved as far as can be.

    ``published`` is an ISO 8601 date or date-time; without it, what hangs on the day of publication
    keeps an unresolved value (``XXXX-WXX-7``) and no interval. ``day_first`` says how the outlet
    writes ``3/4/2021``; where it is unknown, the other dates of the text tell, and without them the
    month counts as first. ``timezone`` (an IANA name) is the zone of clock times that name none.
    Raises ValueError when ``published`` is no ISO 8601 date.
    """
    grammar, cues, doubts = _english()
    tokens = Tokens(text, grammar.alphabet)
    items = doubts.times_among(items_in(tokens, grammar), tokens)
    day = None if published is None else _day_of(published)
    if day_first is None and any(item.meaning.day_order_open for item in items):
        day_first = _day_first_in(text)
    resolver = Resolver(tokens, cues, day, day_first=day_first, items=items, timezone=timezone)
    found = (resolver.resolved(item) for item in items)
    return tuple(time for time in found if time is not None)


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?![\d/])")


def _day_first_in(text: str) -> bool | None:
    """Tell from dates with a number over 12 which of two numbers is the day; None if none tells."""
    pairs = [(int(match[1]), int(match[2])) for match in _SLASHED.finditer(text)]
    told = {first > 12 for first, second in pairs if (first > 12) != (second > 12)}
    return told.pop() if len(told) == 1 else None


def _day_of(published: str) -> dt.date:
    match = re.match(r"\d{4}-\d{2}-\d{2}", published)
    if match is None:
        raise ValueError(f"{published!r} is not an ISO 8601 date")
    return dt.date.fromisoformat(match.group())
