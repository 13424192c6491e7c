"""Which of the days or months of one name is meant: by direction, tense and distance."""

from __future__ import annotations

import datetime as dt

from dateline.reading.times import periods
from dateline.reading.times.known_parts import in_year
from dateline.reading.times.meaning import Direction, Meaning
from dateline.reading.times.periods import Period
from dateline.reading.times.tense import Setting, Tense

_FAR_AHEAD = 75
"""Days ahead from which on a date is taken for last year's, unless the clause points forward."""
_FAR_BACK = 100
"""Days back from which on a date is next year's, when the clause points forward."""
_NEXT_MONTH = 31
"""Days within which a bare month starts that is the coming one, unless it dates a past clause."""
_TOMORROW = 6
"""Days back at which a weekday's name means tomorrow, unless the clause tells the past."""
_YEAR = 12
"""Months within which a day of a number and weekday is looked for."""
_DAY = dt.timedelta(days=1)


def part_of_year(meaning: Meaning, day: dt.date, setting: Setting) -> Period | None:
    """Return the month, day, season, quarter, half or feast meant by a text published on a day.

    None where it may as well be the last as the coming one.
    """
    tense = setting.tense
    leans_ahead = meaning.month is not None and setting.leans_ahead
    around = [in_year(meaning, day.year + step) for step in (-1, 0, 1)]
    before = [p for p in around if p.start <= day]
    ended = [p for p in around if periods.end_of(p) <= day]
    after = [p for p in around if periods.end_of(p) > day]
    direction = meaning.direction
    if direction == "last":
        return (ended or around)[-1]
    if direction == "next":
        return next((p for p in around if p.start > day), around[-1])
    nearest = min(around, key=lambda p: abs((p.start - day).days))
    if direction == "this" and meaning.season in {None, "WI"}:
        return nearest
    if direction == "this":
        is_over = tense == "future" and around[1] in ended
        return around[2] if is_over else around[1]
    if meaning.day is not None or meaning.holiday is not None:
        if tense == "future":
            return after[0] if (day - nearest.start).days > _FAR_BACK else nearest
        is_far = (nearest.start - day).days > _FAR_AHEAD
        if is_far and setting.starts_state:
            return None
        return before[-1] if is_far and not leans_ahead else nearest
    if meaning.quarter or meaning.half:
        return before[-1] if tense != "future" else around[1]
    if (
        meaning.month
        and not (setting.dates_clause and tense == "past")
        and 0 < (nearest.start - day).days <= _NEXT_MONTH
    ):
        return nearest
    if setting.has_to_be_before and meaning.season and direction is None:
        # An election "before the summer": the past one would be last summer.
        return after[0]
    if tense == "past" and not leans_ahead:
        return before[-1]
    if tense == "future" and not (meaning.month and setting.bounds_past):
        return after[0]
    return nearest


def day_and_weekday(meaning: Meaning, day: dt.date, tense: Tense | None) -> Period | None:
    """Return the latest day of a number and weekday, ``Friday the 13th``; ahead, the next one."""
    step = 1 if tense == "future" else -1
    for months in range(_YEAR):
        start = periods.month_start(day.year, day.month + step * months)
        found = start + (meaning.day or 1) * _DAY - _DAY
        right = found.month == start.month and found.isoweekday() == meaning.weekday
        if right and (found > day if step > 0 else found <= day):
            return Period("D", found)
    return None


def part_beside(meaning: Meaning, known: Period, direction: Direction) -> Period:
    """Return ``that June``, ``the following spring`` or ``the previous May`` of a known period."""
    year = known.start.year
    if direction == "that":
        return in_year(meaning, year)
    around = [in_year(meaning, year + step) for step in (-1, 0, 1)]
    if direction in {"previous", "last"}:
        return next(p for p in reversed(around) if periods.end_of(p) <= known.start)
    return next((p for p in around if p.start >= periods.end_of(known)), around[-1])


def weekday(number: int, direction: Direction | None, day: dt.date, tense: Tense | None) -> Period:
    """Return the weekday (Monday 1) meant by a text published on a day."""
    back = (day.isoweekday() - number) % 7
    latest = day - back * _DAY
    if direction in {"last", "previous"}:
        return Period("D", latest if back else latest - 7 * _DAY)
    if direction in {"next", "following"}:
        return Period("D", latest + 7 * _DAY)
    if direction == "this":
        return Period("D", latest if tense == "past" or not back else latest + 7 * _DAY)
    # Nobody calls a day six days off by its bare name: yesterday's name means yesterday.
    if direction is None and back > 1 and tense == "future":
        return Period("D", latest + 7 * _DAY)
    if direction is None and back >= _TOMORROW and tense is None:
        return Period("D", latest + 7 * _DAY)
    return Period("D", latest)
