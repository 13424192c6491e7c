"""What matched patterns mean. Every function takes a match and returns a Meaning, or None when the
words turn out not to be a time after all.

The names of the groups are the same in every language: ``w`` weekday, ``m`` month, ``d`` day of
the month, ``y`` year, ``s`` season, ``q`` ordinal, ``u`` unit, ``n`` count, ``dir`` direction,
``part`` and ``point`` of the day, ``h`` hour, ``clk`` clock, ``mer`` half of the day, ``z`` zone.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import cast

from msgspec.structs import replace

from dateline.reading.times.lengths import (
    direction_of,
    length_value,
    number_in,
    number_tables,
    unit_of,
)
from dateline.reading.times.meaning import Direction, Meaning
from dateline.reading.times.numbers import number_of
from dateline.reading.times.periods import Grain
from dateline.reading.times.rules import Found, Sense

_CALENDAR_UNIT = {
    "FN": ("W", 2),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "ML": ("Y", 1000),
    "NI": ("D", 1),
}


def _year(found: Found) -> int | None:
    words = found.words("y")
    if not words:
        return None
    word = words[0]
    if word.isdecimal():
        return int(word)
    if word[0] in "'’":
        short = int(word[1:3])
        return 1900 + short if short > 29 else 2000 + short
    parts = [number_of((w,), *number_tables(found)) for w in words if w not in {"-", "and"}]
    numbers = [int(part) for part in parts if part is not None]
    if len(numbers) >= 2 and numbers[1] == 1000:
        return numbers[0] * 1000 + sum(numbers[2:])
    return numbers[0] * 100 + sum(numbers[1:]) if numbers else None


def _ordinal(found: Found, name: str) -> int | None:
    words = found.words(name)
    if not words:
        return None
    digits = re.match(r"\d+", words[0])
    if digits:
        return int(digits.group())
    total = 0
    for word in words:
        for cls in ("ordinal", "cardinal"):
            value = found.classes[cls].get(word)
            if value is not None:
                total += int(value)
                break
    return total or None


def calendar(found: Found) -> Meaning | None:
    """A place in the calendar: any of weekday, day, month, season, quarter, half, year."""
    day = _ordinal(found, "d")
    month = found.integer("m", "month", "abbreviated_month")
    if day is not None and not 1 <= day <= 31:
        return None
    quarter = _ordinal(found, "q")
    if quarter is not None and not 1 <= quarter <= 4:
        return None
    half = _ordinal(found, "half")
    if half is not None and not 1 <= half <= 2:
        return None
    return Meaning(
        kind="calendar",
        year=_year(found),
        month=month,
        day=day,
        weekday=found.integer("w", "weekday", "abbreviated_weekday"),
        season=found.code("s", "season"),
        quarter=quarter,
        half=half,
        direction=direction_of(found),
        fiscal=bool(found.words("fiscal")),
        definite=bool(found.words("the")),
    )


def bare_day(found: Found) -> Meaning | None:
    """``the 20th``: a day of the month the text is in."""
    day = _ordinal(found, "d")
    if day is None or day > 31:
        return None
    return Meaning(kind="calendar", day=day, start_after=1)


def before_christ(found: Found) -> Meaning | None:
    """A year before Christ."""
    year = int(found.words("n")[0].replace(",", ""))
    month = found.integer("m", "month", "abbreviated_month")
    value = f"BC{year:04d}" + (f"-{month:02d}" if month else "")
    return Meaning(kind="fixed", value=value, before_christ=True, year=year)


def anno_domini(found: Found) -> Meaning | None:
    """A year said to be after Christ."""
    return Meaning(kind="calendar", year=int(found.words("n")[0].replace(",", "")))


def decade(found: Found) -> Meaning | None:
    """``the 1990s``, ``the '90s``, ``the nineties``, ``the nineteen nineties``."""
    name = found.integer("n", "decadename")
    word = found.text("n")
    if name is not None:
        return Meaning(kind="fixed", value=f"{found.integer('c', 'cardinal') or 19}{name}")
    digits = re.sub(r"\D", "", word)
    if len(digits) == 2:
        return Meaning(kind="fixed", value=("20" if digits[0] in "012" else "19") + digits[0])
    # ``the 1800s`` is a century, ``the 2000s`` a decade.
    if digits.endswith("00") and int(digits) < 2000:
        return Meaning(kind="fixed", value=digits[:2])
    return Meaning(kind="fixed", value=digits[:3])


def decade_in_years(mod: str | None = None) -> Sense:
    """Return the sense of ``the 1990's``: a decade, when the year is its first one."""

    def sense(found: Found) -> Meaning | None:
        year = found.words("y")[0]
        return Meaning(kind="fixed", value=year[:3], mod=mod) if year.endswith("0") else None

    return sense


def century(found: Found) -> Meaning | None:
    """``the 20th century``."""
    number = _ordinal(found, "q")
    if number is None or not 1 <= number <= 30:
        return None
    if found.words("bc"):
        return Meaning(kind="fixed", value=f"BC{number - 1:02d}")
    return Meaning(kind="fixed", value=f"{number - 1:02d}")


def of_2001(_: Found) -> Meaning:
    """The day of the attacks on New York and Washington, which is named without its year."""
    return Meaning(kind="calendar", year=2001, month=9, day=11, implied=True)


def written_date(found: Found) -> Meaning | None:
    """A date in digits: ISO 8601 as it stands, others by the order of day and month."""
    word = found.text("n")
    if re.match(r"\d{4}-", word):
        date, _, time = word.upper().replace(" ", "T").partition("T")
        year, month, day = (int(part) for part in date.split("-"))
        zone = re.search(r"(Z|[+-]\d\d:?\d\d)$", time)
        clock = time[: zone.start()] if zone else time
        offset = None if zone is None else zone[1].replace("Z", "+00:00")
        return _valid(
            Meaning(
                kind="calendar", year=year, month=month, day=day, time=clock or None, zone=offset
            )
        )
    first, second, third = (int(part) for part in re.split(r"[/.-]", word))
    if first > 31:
        return _valid(Meaning(kind="calendar", year=first, month=second, day=third))
    year = third if third > 99 else (1900 + third if third > 49 else 2000 + third)
    month_first = Meaning(kind="calendar", year=year, month=first, day=second)
    day_first = Meaning(kind="calendar", year=year, month=second, day=first)
    if first > 12 or "." in word:
        return _valid(day_first)
    if second > 12:
        return _valid(month_first)
    # Which comes first is not told by the words; the resolver decides by the outlet's habit.
    valid = _valid(month_first)
    return None if valid is None else replace(valid, day_order_open=True)


def _valid(meaning: Meaning) -> Meaning | None:
    try:
        dt.date(meaning.year or 1, meaning.month or 1, meaning.day or 1)
    except ValueError:
        return None
    return meaning


def year_range(found: Found) -> Meaning | None:
    """``1998-99``: a season, a term or a school year."""
    first, second = re.split(r"[-–/]", found.text("n").replace(" ", ""))
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    if not 0 < last - int(first) < 100:
        return None
    return Meaning(kind="fixed", value=f"{first}/{last}", grain="Y", year=int(first), count=last)


def holiday(name: str) -> Sense:
    """Return the sense of a feast or day that every year has."""

    def sense(found: Found) -> Meaning:
        return Meaning(
            kind="calendar", holiday=name, year=_year(found), direction=direction_of(found)
        )

    return sense


def nth_weekday(found: Found) -> Meaning | None:
    """``the third Monday in January``: counted from the month's start, ``last`` from its end."""
    month = found.integer("m", "month", "abbreviated_month")
    number = -1 if found.code("q", "direction") else _ordinal(found, "q")
    if month is None or number is None or number > 4:
        return None
    name = f"{month:02d}-{found.integer('w', 'weekday')}-{number}"
    return Meaning(kind="calendar", holiday=name, year=_year(found))


def edge_of_month(day: int) -> Sense:
    """Return the sense of the first (1) or last (-1) day of a month."""

    def sense(found: Found) -> Meaning | None:
        month = found.integer("m", "month", "abbreviated_month")
        if month is None:
            return None
        if day > 0:
            return Meaning(kind="calendar", month=month, day=day, year=_year(found))
        return Meaning(kind="calendar", holiday=f"{month:02d}-last", year=_year(found))

    return sense


def month_quarter(found: Found) -> Meaning | None:
    """``the December quarter``: the one that holds a month."""
    month = found.integer("m", "month")
    return None if month is None else Meaning(kind="calendar", quarter=(month + 2) // 3)


def quarter_of_months(found: Found) -> Meaning | None:
    """``the July-September quarter``: the one that starts with its first month."""
    month = found.integer("m", "month")
    return month_quarter(found) if month is not None and month % 3 == 1 else None


def day_shift(count: int, time: str | None = None) -> Sense:
    """Return the sense of ``today`` and its kin: so many days from the publication."""

    def sense(found: Found) -> Meaning:
        return Meaning(
            kind="shift", grain="D", count=count, direction="this", time=time,
            type="TIME" if time else "DATE",
        )  # fmt: skip

    return sense


def moved(sign: int, base: Direction) -> Sense:
    """Return the sense of a distance from the publication (``this``) or the text (``that``)."""

    def sense(found: Found) -> Meaning | None:
        unit = unit_of(found)
        if unit is None:
            return None
        count = number_in(found, "n") if found.words("n") else 1.0
        if count is not None and found.words("half"):
            count += 0.5
        plural = not found.words("n") and found.code("u", "units") is not None
        if found.words("vague") or plural or count is None:
            ref = "PAST_REF" if sign < 0 else "FUTURE_REF"
            return Meaning(kind="fixed", value=ref)
        if unit in {"S", "MIN", "H"}:
            return Meaning(kind="fixed", type="DURATION", value=length_value(count, unit))
        grain, times = _CALENDAR_UNIT.get(unit, (unit, 1))
        amount = count * times
        if amount != int(amount):
            if grain != "Y":
                return None
            grain, amount = "M", round(amount * 12)
        return Meaning(
            kind="shift",
            grain=cast("Grain", grain),
            count=sign * int(amount),
            direction=base,
        )

    return sense


def moved_from_weekday(found: Found) -> Meaning | None:
    """``a week from Thursday``: a distance from the coming weekday of that name."""
    number = found.integer("w", "weekday")
    return _moved_from(found, Meaning(kind="calendar", weekday=number, direction="next"))


def moved_from_today(found: Found) -> Meaning | None:
    """``a week from today``: the day itself, not the week it lies in."""
    return _moved_from(found, Meaning(kind="shift", grain="D", direction="this"))


def _moved_from(found: Found, day: Meaning) -> Meaning | None:
    meaning = moved(1, "this")(found)
    return meaning if meaning is None or meaning.kind != "shift" else replace(meaning, within=day)


def weekday_back(found: Found) -> Meaning | None:
    """``three Sundays ago``, ``the Sunday before last``: weeks before the last day of that name."""
    count = number_in(found, "n") if found.words("n") else 2
    if count is None or count != int(count):
        return None
    number = found.integer("w", "weekday", "weekdays")
    return Meaning(
        kind="shift", grain="W", count=1 - int(count), direction="this",
        within=Meaning(kind="calendar", weekday=number, direction="last"),
    )  # fmt: skip


def weekday_beside(direction: Direction) -> Sense:
    """Return the sense of ``the Sunday before``: a weekday told from the text."""

    def sense(found: Found) -> Meaning | None:
        return Meaning(kind="calendar", weekday=found.integer("w", "weekday"), direction=direction)

    return sense


def period(found: Found) -> Meaning | None:
    """``last week``, ``this year``, ``the following month``, ``that weekend``."""
    unit = unit_of(found)
    direction = direction_of(found)
    if unit is None or direction is None or unit in {"S", "MIN", "H", "FN", "NI"}:
        return None
    return Meaning(
        kind="period", grain=cast("Grain", unit), direction=direction,
        fiscal=bool(found.words("fiscal")),
    )  # fmt: skip


def definite_period(found: Found) -> Meaning | None:
    """``the quarter``, ``the week``: the one the text is about."""
    unit = unit_of(found)
    if unit == "Y":
        return Meaning(kind="period", grain="Y", direction="this", definite=True)
    return Meaning(kind="period", grain=cast("Grain", unit), direction=None, definite=True)


def running_period(found: Found) -> Meaning | None:
    """``the decade``: the one that publication lies in."""
    return Meaning(kind="period", grain=cast("Grain", unit_of(found)), direction="this")


def two_away(sign: int) -> Sense:
    """Return the sense of ``the year before last`` (-1) or ``the week after next`` (1)."""

    def sense(found: Found) -> Meaning | None:
        grain = cast("Grain", unit_of(found))
        return Meaning(kind="shift", grain=grain, count=2 * sign, direction="this")

    return sense


def quarter_ended(found: Found) -> Meaning | None:
    """``the quarter ended July 31``: the quarter of the calendar that holds most of it."""
    month = found.integer("m", "month", "abbreviated_month")
    if month is None:
        return None
    return Meaning(kind="calendar", quarter=(month - 2) % 12 // 3 + 1)


def week_ended(found: Found) -> Meaning | None:
    """``the week ending Oct. 29``: the week that holds the day."""
    day = calendar(found)
    return None if day is None else Meaning(kind="period", grain="W", within=day)


def latest_quarter(_: Found) -> Meaning:
    """``the latest period``: the quarter that the text is about, else the last one over."""
    return Meaning(kind="period", grain="Q", definite=True)


def compared(found: Found) -> Meaning | None:
    """``a year earlier``, ``the year-ago quarter``: the period a figure is compared with."""
    return Meaning(
        kind="compared",
        grain=cast("Grain | None", unit_of(found)),
        quarter=_ordinal(found, "q"),
        year=_year(found),
        definite=bool(found.words("quarterly")),
    )
