"""What a meaning's own words say: the part of a year it names, its value where the day is unknown,
and whether a text as a whole tells history.
"""

from __future__ import annotations

import datetime as dt

from dateline.reading.times import periods
from dateline.reading.times.feasts import feast_in
from dateline.reading.times.lists import Item
from dateline.reading.times.meaning import Meaning
from dateline.reading.times.periods import Period

_MANY = 12
"""Past years from which on a text that names hardly anything else tells history."""
_LEAD = 60
"""Tokens in which a report says on which day its news happened."""
_STEPS = {"previous": -1, "last": -1, "following": 1, "next": 1}
_HALF_YEAR = 6
"""Months ahead beyond which a bare month belongs to the year before."""
_BACK = 3
"""Months back beyond which it belongs to the next year: a telling goes on more often than back."""


def nearest_year(known: Period, meaning: Meaning) -> int:
    """Return the year in which a month lies nearest to a period the text has just told of."""
    year = known.start.year
    if meaning.month is None or periods.SIZE[known.grain] > periods.SIZE["M"]:
        return year
    ahead = meaning.month - known.start.month
    return year + 1 if ahead < -_BACK else year - 1 if ahead > _HALF_YEAR else year


def in_year(meaning: Meaning, year: int) -> Period:
    """Return the part of a year that a meaning names; raises ValueError when there is none."""
    if not 1 <= year <= 9998:
        raise ValueError(f"year {year} lies off the calendar")
    if meaning.holiday is not None:
        return feast_in(meaning.holiday, year)
    if meaning.month is not None:
        day = dt.date(year, meaning.month, meaning.day or 1)
        return Period("D" if meaning.day else "M", day)
    if meaning.quarter is not None:
        return Period("Q", dt.date(year, meaning.quarter * 3 - 2, 1))
    if meaning.half is not None:
        return Period("H", dt.date(year, meaning.half * 6 - 5, 1))
    if meaning.season is not None:
        return periods.season_in(year, meaning.season)
    return Period("Y", dt.date(year, 1, 1))


def unresolved_value(meaning: Meaning, before_christ: int | None = None) -> str | None:
    """Return the value of a meaning that hangs on an unknown day, as far as it is known.

    ``before_christ`` is the year the text is in, when it is one that the calendar does not reach.
    """
    value = _unresolved(meaning)
    if before_christ is None:
        return value
    if meaning.grain == "Y" and meaning.kind in {"shift", "period"}:
        later = meaning.count + _STEPS.get(meaning.direction or "", 0)
        return f"BC{before_christ - later:04d}" if later < before_christ else value
    if not value.startswith("XXXX"):
        return value
    known = meaning.month or meaning.season
    return (f"BC{before_christ:04d}" if known and not meaning.direction else "BCXXXX") + value[4:]


def _unresolved(meaning: Meaning) -> str:
    if meaning.time is not None and not (meaning.month or meaning.weekday):
        return f"XXXX-XX-XXT{meaning.time}"
    tail = f"T{meaning.time}" if meaning.time else ""
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "") + tail
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday}" + tail
    if meaning.quarter is not None:
        return f"XXXX-Q{meaning.quarter}"
    if meaning.half is not None:
        return f"XXXX-H{meaning.half}"
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    if meaning.kind in {"shift", "period"} and meaning.direction == "this" and not meaning.count:
        return "PRESENT_REF"
    grain = meaning.grain or ("D" if meaning.holiday else "Y")
    return {
        "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
        "DE": "XXX", "CE": "XX",
    }.get(grain, "XXXX")  # fmt: skip


def narrates(items: list[Item], published: dt.date | None) -> bool:
    """Tell whether a text tells history: most of its dates name years long before publication.

    What opens with a weekday is news, whatever careers it tells.
    """
    if published is not None and any(_is_lead_of_news(item) for item in items):
        return False
    named = past = far = told = 0
    for item in items:
        meaning = item.meaning
        if meaning.year is not None or meaning.before_christ:
            named += 1
            past += published is None or (meaning.year or 0) < published.year
            far += published is None or (meaning.year or 0) < published.year - 2
        elif _looks_from_publication(meaning):
            told += 1
    if far >= 4 and far > 0.6 * named and far > 3 * told:
        return True
    return past >= _MANY and past > 0.6 * named and past > 3 * told


def _is_lead_of_news(item: Item) -> bool:
    """Tell whether an item is a bare weekday near the start of a text."""
    meaning = item.meaning
    bare = meaning.weekday is not None and not (meaning.month or meaning.direction or meaning.year)
    return item.start < _LEAD and meaning.kind == "calendar" and bare


def _looks_from_publication(meaning: Meaning) -> bool:
    if meaning.kind == "period":
        return meaning.direction in {"last", "this", "next"}
    if meaning.kind == "shift":
        return meaning.direction == "this"
    return meaning.kind == "calendar" and meaning.weekday is not None
