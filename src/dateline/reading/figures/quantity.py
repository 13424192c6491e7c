"""A quantity as it stands in the text, before anything is known of what it measures."""

from __future__ import annotations

from dateline.records import Bound, Record


class Quantity(Record, frozen=True, kw_only=True):
    """A number with its bound and unit, read without a parse."""

    start: int
    end: int
    number_start: int
    """Where the number proper begins; a currency sign may stand before it."""
    number_end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "="
    change: Bound = "="
    """The bound or movement beside a range; equals ``bound`` otherwise."""
    unit: str | None = None
    """The normalised unit, ISO 4217 code or guessed counted noun."""
    unit_text: str | None = None
    kind: str | None = None
    """``money``, ``percent``, ``length`` …, ``age``, ``count`` for a counted noun, or None."""
    vague: bool = False
    moves: bool = False
    """Whether it runs from one value to another (``from five to seven years``)."""
