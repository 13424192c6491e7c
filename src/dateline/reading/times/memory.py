"""What a text has named so far: the periods that later expressions are told from."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from dateline.reading.times import periods
from dateline.reading.times.periods import Grain, Period, period_at, shifted
from dateline.reading.times.tense import Tense
from dateline.text import Span

Anchor = Literal["published", "text", "self"]

_SOON = 730
"""Days ahead beyond which ``later`` is not told from the day or year of publication."""


class Known:
    """A period that the text has named, with where."""

    __slots__ = ("anchor", "index", "period", "span")

    def __init__(self, period: Period, span: Span, index: int, anchor: Anchor) -> None:
        self.period = period
        self.span = span
        self.index = index
        self.anchor = anchor


class Memory(list[Known]):
    """The periods a text has named, in its order, as far as it is known which."""

    __slots__ = ("_latest",)

    def __init__(self) -> None:
        super().__init__()
        self._latest: dict[Grain, Known] = {}
        """The latest period of each grain."""

    def append(self, known: Known) -> None:
        """Add the period named next."""
        super().append(known)
        self._latest[known.period.grain] = known

    def lose(self) -> None:
        """Forget all: the text has named a day or month that nothing tells the year of.

        What follows may be told from that one.
        """
        self.clear()
        self._latest.clear()

    def last(self, *, at_most: Grain | None = None, grain: Grain | None = None) -> Known | None:
        """Return the latest period of a grain, or of one no larger."""
        if grain is not None:
            return self._latest.get(grain)
        largest = periods.SIZE[at_most] if at_most is not None else None
        small = (
            known
            for grain, known in self._latest.items()
            if largest is None or periods.SIZE[grain] <= largest
        )
        return max(small, key=lambda known: known.index, default=None)

    def has_left(self, day: Period) -> bool:
        """Tell whether the text has named a month or year since that does not hold a day."""
        latest = self[-1].period
        return not latest.start <= day.start < periods.end_of(latest)

    def latest_by(self, day: dt.date) -> Known | None:
        """Return the day that was named last of those that are not after a day."""
        days = (known for known in reversed(self) if known.period.grain == "D")
        return next((known for known in days if known.period.start <= day), None)

    def before(
        self, last: Known, grain: Grain, count: int, day: dt.date, tense: Tense | None
    ) -> Known | None:
        """Return what ``ten years later`` is told from on a day: what is past lies not ahead of it.

        That is the latest period, unless it puts a past clause ahead; then the latest one that does
        not, or None.
        """
        ahead = shifted(period_at(last.period.start, grain), count).start
        is_named = last.anchor == "self"
        if last.period.start > day and (is_named or tense == "future"):
            return last
        if tense == "future" and (is_named or (ahead - day).days < _SOON):
            return last
        for known in reversed(self):
            if periods.SIZE[known.period.grain] > periods.SIZE[grain]:
                continue
            if shifted(period_at(known.period.start, grain), count).start <= day:
                return known
        return None
