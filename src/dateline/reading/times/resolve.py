"""Meanings → TIMEX3 values and intervals, against the publication day and the text before."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from dateline.reading.times import periods
from dateline.reading.times.intervals import (
    Interval,
    interval_of_period,
    interval_of_span,
    interval_of_time,
    interval_of_value,
)
from dateline.reading.times.known_parts import in_year, narrates, nearest_year, unresolved_value
from dateline.reading.times.lists import Item
from dateline.reading.times.meaning import Meaning
from dateline.reading.times.memory import Anchor, Known, Memory
from dateline.reading.times.nearest import day_and_weekday, part_beside, part_of_year, weekday
from dateline.reading.times.periods import Grain, Period, moved, period_at, shifted, value_of
from dateline.reading.times.tense import Cues, Tense
from dateline.reading.times.tokens import Tokens
from dateline.records import TimeExpression
from dateline.text import Span

_PARTS_OF_YEAR = {"P9M", "P6M"}
"""Lengths that reports compare with the same part of the year before: ``the nine months``."""
_REACH = 12
"""Tokens within which a bare month belongs to a year of the same sentence."""
_SATURDAY, _SUNDAY = 6, 7
_WEEK = 7
_NEAR_YEAR = 45
"""Tokens within which a bare month or day takes over the year that the text has just named."""


class Resolver:
    """Resolves the items of one text in order, remembering what the text has named so far."""

    def __init__(
        self, tokens: Tokens, cues: Cues, published: dt.date | None, *,
        day_first: bool | None, items: list[Item], timezone: str | None,
    ) -> None:  # fmt: skip
        self._tokens = tokens
        self._cues = cues
        self._published = published
        self._day_first = bool(day_first)
        self._timezone = timezone
        self._known = Memory()
        self._narrates = narrates(items, published)
        self._part_of_year = -1
        self._before_christ: int | None = None
        """The year before Christ in which a history stands."""
        self._used: Known | None = None

    def resolved(self, item: Item) -> TimeExpression | None:
        """Return the time expression of the next item, or None when it turns out to be none."""
        try:
            return self._expression(item)
        except (ValueError, OverflowError):
            # No such day (Feb. 30), or one that the calendar of Python does not reach.
            return None

    def _expression(self, item: Item) -> TimeExpression | None:
        tokens = self._tokens
        span = Span(tokens.starts[item.start], tokens.ends[item.end - 1])
        meaning = item.meaning
        self._used = None
        anchor: Anchor | None = None
        interval: Interval | None = None
        value = meaning.value
        if meaning.year is not None and self._narrates:
            self._before_christ = meaning.year if meaning.before_christ else None
        if value in _PARTS_OF_YEAR:
            self._part_of_year = item.start
        if meaning.kind in {"fixed", "span"}:
            value, interval = self._fixed(meaning)
            anchor = "published" if meaning.kind == "span" and interval else None
        else:
            period = self._period(item) if self._before_christ is None else None
            if period is None:
                value = unresolved_value(meaning, self._before_christ)
                if meaning.kind == "calendar":
                    self._known.lose()
            else:
                value = value_of(period)
                anchor = "self" if meaning.year else "text" if self._used else "published"
                interval = interval_of_period(period)
                if meaning.kind != "compared" and not meaning.implied:
                    self._known.append(Known(period, span, item.start, anchor))
                if meaning.time is not None:
                    value += f"T{meaning.time}"
                    interval = interval_of_time(
                        period.start, meaning.time, meaning.zone or self._timezone
                    )
            if value is None:
                return None
        return TimeExpression(
            start=span.start,
            end=span.end,
            type=meaning.type,
            value=value or "XXXX",
            mod=meaning.mod,
            quant=meaning.quant,
            freq=meaning.freq,
            from_=interval.start if interval else None,
            to=interval.end if interval else None,
            precision=interval.precision if interval else None,
            anchor=anchor,
            anchor_span=self._used.span if self._used and anchor == "text" else None,
        )

    # What the text has named

    def _from_text(self, grain: Grain) -> Period | None:
        known = self._known.last(at_most=grain)
        if known is None:
            return None
        self._used = known
        return period_at(known.period.start, grain)

    def _tense(self, item: Item) -> Tense | None:
        return self._cues.tense_of(self._tokens, item.start, item.end)

    # The kinds of meaning

    def _fixed(self, meaning: Meaning) -> tuple[str | None, Interval | None]:
        value = meaning.value or ""
        published = self._published
        if value in {"YEAR-END", "MONTH-END"}:
            if published is None:
                return "XXXX-12" if value == "YEAR-END" else "XXXX-XX", None
            month = dt.date(published.year, 12, 1) if value == "YEAR-END" else published
            period = period_at(month, "M")
            if value == "YEAR-END":
                period = Period("D", dt.date(published.year, 12, 31))
            return value_of(period), interval_of_period(period)
        if meaning.kind == "span" and published is not None:
            return value, interval_of_span(value, meaning.direction, published)
        return value, interval_of_value(value)

    def _period(self, item: Item) -> Period | None:
        meaning = item.meaning
        if meaning.kind == "shift":
            return self._shift(item, meaning)
        if meaning.kind == "period":
            return self._next_to(item, meaning)
        if meaning.kind == "compared":
            return self._compared(item, meaning)
        return self._calendar(item, meaning)

    def _shift(self, item: Item, meaning: Meaning) -> Period | None:
        grain = meaning.grain or "D"
        if meaning.within is not None:
            inner = self._period(Item(item.start, item.end, meaning.within))
            return None if inner is None else moved(inner, grain, meaning.count)
        published = self._published
        known = self._known.last(at_most=grain) if meaning.direction == "that" else None
        if known is not None and published is not None and meaning.count > 0:
            tense = self._cues.tense_of_verbs(self._tokens, item.start, item.end)
            known = self._known.before(known, grain, meaning.count, published, tense)
            if known is None:
                return None
        if known is not None:
            self._used = known
            return shifted(period_at(known.period.start, grain), meaning.count)
        return None if published is None else shifted(period_at(published, grain), meaning.count)

    def _next_to(self, item: Item, meaning: Meaning) -> Period | None:
        grain = meaning.grain or "D"
        if meaning.within is not None:
            outer = self._period(Item(item.start, item.end, meaning.within))
            return None if outer is None else period_at(outer.start, grain)
        direction = meaning.direction
        here = None if self._published is None else period_at(self._published, grain)
        if direction is None:
            if grain == "Q":
                known = self._known.last(grain="Q")
                if known is not None:
                    self._used = known
                    return known.period
                return None if here is None else shifted(here, -1)
            if grain == "WE" and here is not None:
                is_over = self._weekday_of_publication < _SUNDAY and self._tense(item) != "future"
                return shifted(here, -1) if is_over else here
            from_text = grain in {"D", "M"} or self._narrates or self._is_told_by_day(grain)
            text = self._from_text(grain) if from_text else None
            if text and here and not self._narrates:
                tense = self._cues.tense_of_verbs(self._tokens, item.start, item.end)
                if tense == ("past" if text.start > here.start else "future"):
                    self._used = text = None
            return text or here
        if direction in {"that", "previous", "following"}:
            base = self._from_text(grain) or here
            step = {"that": 0, "previous": -1, "following": 1}[direction]
        else:
            base = here
            step = {"last": -1, "this": 0, "next": 1}[direction]
            if grain == "D" and direction in {"last", "next"}:
                base = self._from_text(grain) or here
            is_now = direction == "this" and grain != "D" and not meaning.definite
            if self._narrates and not is_now:
                base = self._from_text(grain) or base
            if grain == "WE" and direction == "this" and self._tense(item) == "past":
                step = -1 if self._weekday_of_publication < _SATURDAY else 0
        return None if base is None else shifted(base, step)

    @property
    def _weekday_of_publication(self) -> int:
        return 1 if self._published is None else self._published.isoweekday()

    def _is_told_by_day(self, grain: Grain) -> bool:
        """Tell whether ``the week`` is that of the day just named, one of the last few."""
        known = self._known.last()
        if grain != "W" or known is None or known.period.grain != "D" or self._published is None:
            return False
        return 0 <= (self._published - known.period.start).days <= _WEEK

    def _compared(self, item: Item, meaning: Meaning) -> Period | None:
        if meaning.year is not None:
            known = self._known.last(grain="Q")
            if known is None:
                return in_year(meaning, meaning.year)
            self._used = known
            return Period("Q", known.period.start.replace(year=meaning.year))
        if meaning.quarter is not None and self._published is not None:
            quarter = self._quarter_before(meaning.quarter)
            return shifted(quarter, -4)
        known = self._known.last(grain="Q")
        month = None if meaning.definite else self._month_compared(item, known)
        if month is not None:
            self._used = month
            return shifted(month.period, -12)
        if known is not None and self._part_of_year > known.index:
            known = None
        if known is not None:
            self._used = known
            # A quarter that lies five or more back is itself what the latest is compared with.
            here = known.period if self._published is None else period_at(self._published, "Q")
            return shifted(known.period, -4 if known.period.start > shifted(here, -5).start else 0)
        if self._published is None:
            return None
        if meaning.definite:
            return shifted(period_at(self._published, "Q"), -5)
        return shifted(period_at(self._published, "Y"), -1)

    def _month_compared(self, item: Item, quarter: Known | None) -> Known | None:
        """Return the month of the sentence that ``a year earlier`` compares with its like."""
        month = self._known.last(grain="M")
        if month is None or (quarter is not None and quarter.index > month.index):
            return None
        together = self._cues.is_one_sentence(self._tokens, month.index, item.start)
        return month if together else None

    def _quarter_before(self, number: int) -> Period:
        assert self._published is not None
        this = Period("Q", dt.date(self._published.year, number * 3 - 2, 1))
        return this if this.start <= self._published else shifted(this, -4)

    # Places in the calendar

    def _calendar(self, item: Item, meaning: Meaning) -> Period | None:
        if meaning.day_order_open and self._day_first:
            meaning = replace(meaning, month=meaning.day, day=meaning.month)
        if meaning.within is not None:
            return self._inside(item, meaning, meaning.within)
        if meaning.year is not None:
            return in_year(meaning, meaning.year)
        if meaning.month or meaning.holiday or meaning.season or meaning.quarter or meaning.half:
            return self._yearless(item, meaning)
        if meaning.weekday is not None and meaning.day is not None:
            if self._published is None:
                return None
            return day_and_weekday(meaning, self._published, self._tense(item))
        if meaning.weekday is not None:
            return self._weekday(item, meaning)
        if meaning.day is not None:
            return self._month_of_text(meaning)
        if meaning.time is not None:
            return self._day_of_time(item, meaning)
        return None

    def _inside(self, item: Item, meaning: Meaning, within: Meaning) -> Period | None:
        outer = self._period(Item(item.start, item.end, within))
        if outer is None:
            return None
        if meaning.weekday is not None and meaning.month is None:
            return Period("D", outer.start + dt.timedelta(days=meaning.weekday - 1))
        return in_year(meaning, outer.start.year)

    def _yearless(self, item: Item, meaning: Meaning) -> Period | None:
        direction = meaning.direction
        text_year = self._year_of_text(item)
        if direction in {"that", "previous", "following"} and self._known:
            self._used = self._known[-1]
            return part_beside(meaning, self._used.period, direction)
        if direction in {"last", "next"} and self._narrates and (known := self._told()):
            self._used = known
            return part_beside(meaning, known.period, direction)
        if direction is None and text_year is not None:
            return in_year(meaning, text_year)
        if self._published is None:
            return None
        setting = self._cues.setting_of(self._tokens, item.start, item.end)
        return part_of_year(meaning, self._published, setting)

    def _month_of_text(self, meaning: Meaning) -> Period | None:
        """Return the day of the month the text is in: ``the 20th``."""
        base = self._from_text("M")
        if base is None:
            if self._published is None:
                return None
            base = period_at(self._published, "M")
        return Period("D", base.start.replace(day=meaning.day or 1))

    def _year_of_text(self, item: Item) -> int | None:
        """Return the year the text has just named, when a bare month or day belongs to it."""
        if self._narrates:
            known = self._told()
            if known is None:
                return None
            self._used = known
            return nearest_year(known.period, item.meaning)
        known = next((k for k in reversed(self._known) if k.period.grain != "W"), None)
        if known is None:
            return None
        if known.anchor == "published":
            return None
        near = item.start - known.index
        together = self._cues.is_one_sentence(self._tokens, known.index, item.start)
        opens = self._cues.starts_sentence(self._tokens, known.index)
        year = known.period.start.year
        # A year just over or to come is named in passing more often than told of.
        recent = self._published is None or year > self._published.year - 4
        if (
            known.period.grain == "Y"
            and near < _REACH
            and together
            and (opens or not recent)
            and not self._cues.is_new_clause(self._tokens, known.index, item.start)
            and self._tense(item) != "future"
        ):
            self._used = known
            return year
        if recent or near > _NEAR_YEAR or periods.SIZE[known.period.grain] > periods.SIZE["M"]:
            return None
        if not together and not opens:
            return None
        self._used = known
        return year

    def _told(self) -> Known | None:
        """Return the date the telling stands at: a year in passing does not move it."""
        latest: Known | None = None
        for known in reversed(self._known):
            if known.anchor == "published":
                continue
            if self._moves(known):
                return known
            latest = latest or known
        return latest

    def _moves(self, known: Known) -> bool:
        if periods.SIZE[known.period.grain] <= periods.SIZE["M"]:
            return True
        return self._cues.starts_sentence(self._tokens, known.index)

    def _weekday(self, item: Item, meaning: Meaning) -> Period | None:
        direction = meaning.direction
        day = self._published
        if direction in {"that", "previous", "following"} or self._narrates:
            known = self._known.last(grain="D")
            if known is not None:
                self._used = known
                day = known.period.start
        if day is None:
            return None
        return weekday(meaning.weekday or 1, direction, day, self._tense(item))

    def _day_of_time(self, item: Item, meaning: Meaning) -> Period | None:
        direction = meaning.direction
        if direction == "this":
            return None if self._published is None else Period("D", self._published)
        base = self._from_text("D")
        if base is not None and direction == "that" and self._known.has_left(base):
            return None
        day = self._published
        ahead = base is not None and day is not None and base.start > day
        if ahead and self._cues.tense_of_verbs(self._tokens, item.start, item.end) == "past":
            self._used = self._known.latest_by(day) if day else None
            base = self._used.period if self._used else None
        if base is None:
            if day is None:
                return None
            base = Period("D", day)
        step = {"next": 1, "following": 1, "previous": -1}.get(direction or "", 0)
        return shifted(base, step)
