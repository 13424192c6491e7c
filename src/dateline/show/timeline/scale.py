"""Where a day lies on a drawn timeline: stretches in which nothing happened are drawn shorter."""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dateline.show.dates import day_label

EPOCH = 719163
"""Ordinal of 1 January 1970, from which the days of a drawing count."""
_HALF_A_DAY = 0.5
"""Unit of the logarithm: a day is drawn a sixth as long as a year, not a 365th."""
_YEAR_STEPS = (500, 100, 50, 20, 10, 5, 2, 1)
_MONTH_STEPS = (6, 3, 1)
_LONG = 62.0
"""Days up to which a stretch between two marks gets days on its axis."""


class Scale:
    """A monotone map from days to shares of the width, straight between the edges of the marks.

    Every stretch between two edges gets a length that grows with the logarithm of its days, so that
    thirty empty years leave room for the week in which everything happened.
    """

    def __init__(self, edges: Iterable[float]) -> None:
        days = sorted(set(edges))
        if len(days) == 1:
            days = [days[0], days[0] + 1.0]
        days = [days[0] - 0.5, *days, days[-1] + 0.5]
        lengths = [math.log2(1.0 + (b - a) / _HALF_A_DAY) for a, b in pairwise(days)]
        total = sum(lengths)
        shares = [0.0]
        for length in lengths:
            shares.append(shares[-1] + length / total)
        self.days = days
        self.shares = shares

    def share(self, day: float) -> float:
        """Return the share of the width at which a day lies, 0 to 1."""
        at = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 2)
        first, last = self.days[at], self.days[at + 1]
        part = min(max((day - first) / (last - first), 0.0), 1.0)
        return self.shares[at] + part * (self.shares[at + 1] - self.shares[at])

    def knots(self) -> str:
        """Return the edges and their shares for a script: ``day,share day,share``."""
        return " ".join(
            f"{day:.3f},{share:.5f}" for day, share in zip(self.days, self.shares, strict=True)
        )


def ticks_of(scale: Scale, room: float) -> list[tuple[float, str]]:
    """Return the shares at which the axis is marked and their labels, none nearer than ``room``.

    Round years go first, then months, then days, each where there is still room.
    """
    taken: list[float] = []
    out: list[tuple[float, str]] = []
    for day, label in _candidates(scale.days):
        share = scale.share(day)
        if all(abs(share - other) >= room for other in taken):
            taken.append(share)
            out.append((share, label))
    return sorted(out)


def _candidates(days: Sequence[float]) -> Iterator[tuple[float, str]]:
    first, last = _date(days[0]), _date(days[-1])
    for step in _YEAR_STEPS:
        for year in range(-(-first.year // step) * step, last.year + 1, step):
            if year >= 1 and days[0] <= _day(dt.date(year, 1, 1)) <= days[-1]:
                yield _day(dt.date(year, 1, 1)), str(year)
    for step in _MONTH_STEPS:
        for month in range(first.year * 12 + first.month, last.year * 12 + last.month + 1):
            date = dt.date(month // 12, month % 12 + 1, 1) if month >= 12 else first
            if (date.month - 1) % step == 0 and days[0] <= _day(date) <= days[-1]:
                yield _day(date), day_label(date.isoformat()[:7])
    for start, end in pairwise(days):
        if end - start <= _LONG:
            for day in range(math.ceil(start), math.floor(end) + 1):
                date = _date(day)
                yield float(day), day_label(date.isoformat()).rpartition(" ")[0]


def _date(day: float) -> dt.date:
    return dt.date.fromordinal(min(max(math.floor(day) + EPOCH, 1), dt.date.max.toordinal()))


def _day(date: dt.date) -> float:
    return float(date.toordinal() - EPOCH)
