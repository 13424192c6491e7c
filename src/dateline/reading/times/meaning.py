"""What a rule says an expression means, before it is resolved against a day."""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.reading.times.periods import Grain
from dateline.records import TimexType

Direction = Literal["last", "this", "next", "that", "previous", "following"]
"""``last``, ``this`` and ``next`` are told from the publication, the others from the text."""
Kind = Literal["fixed", "calendar", "shift", "period", "compared", "span"]


class Meaning(msgspec.Struct, frozen=True):
    """An expression's meaning with everything its words say and nothing that they leave open.

    ``fixed``     the value is known from the words (durations, sets, vague references)
    ``calendar``  a place in the calendar, with or without a year: ``April 5``, ``Sunday``
    ``shift``     so many units before or after a day: ``two weeks ago``, ``a day later``
    ``period``    a period next to a day: ``last week``, ``this year``, ``the following month``
    ``compared``  the period a figure is compared with: ``a year earlier``
    ``span``      a length that ends or starts at a day: ``the past three months``
    """

    kind: Kind
    type: TimexType = "DATE"
    value: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    grain: Grain | None = None
    count: int = 0
    direction: Direction | None = None
    year: int | None = None
    implied: bool = False
    """Whether the year is known without being named, and so lends itself to no other date."""
    before_christ: bool = False
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    day_order_open: bool = False
    """Whether day and month may be the other way round: ``3/4/2021``."""
    fiscal: bool = False
    time: str | None = None
    """Time of day after the T: ``MO``, ``22:00``."""
    zone: str | None = None
    within: Meaning | None = None
    """The period this one lies in: ``July`` in ``July last year``."""
    definite: bool = False
    start_after: int = 0
    """Tokens at the front that belong to the pattern but not to the expression."""
