"""What matched times of day mean; see `senses` for the names of the groups."""

from __future__ import annotations

from msgspec.structs import replace

from dateline.reading.times.lengths import direction_of
from dateline.reading.times.meaning import Direction, Meaning
from dateline.reading.times.rules import Found, Sense


def time_of_day(found: Found) -> Meaning | None:
    """A clock time or a part of the day, of a day said elsewhere."""
    part = found.code("part", "part")
    zone = found.code("z", "named_zone", "zone", "american_zone")
    if part is None:
        point = found.code("point", "point")
        clock = point or _clock(found)
        if clock is None:
            return None
        part = clock
    return Meaning(
        kind="calendar", type="TIME", time=part, zone=zone, direction=direction_of(found),
        definite=bool(found.words("the")),
    )  # fmt: skip


def part_of_weekday(found: Found) -> Meaning | None:
    """``the night between Wednesday and Thursday``: it is called by the day on which it begins."""
    day = found.integer("w", "weekday", "abbreviated_weekday")
    return Meaning(kind="calendar", type="TIME", time=found.code("part", "part"), weekday=day)


def time_beside(direction: Direction) -> Sense:
    """Return the sense of ``the night before``: a part of the day next to that of the text."""

    def sense(found: Found) -> Meaning | None:
        meaning = time_of_day(found)
        return None if meaning is None else replace(meaning, direction=direction)

    return sense


def _clock(found: Found) -> str | None:
    words = found.words("h")
    if not words:
        return None
    whole = words[0]
    if len(whole) == 4 and whole.isdecimal():
        whole = f"{whole[:2]}:{whole[2:]}"
    parts = whole.replace(".", ":").split(":")
    named = found.integer("h", "cardinal")
    if named is None and not parts[0].isdecimal():
        return None
    hour = named if named is not None else int(parts[0])
    minutes = int(parts[1]) if len(parts) > 1 else 0
    half = found.code("mer", "meridiem") or found.code("daypart", "part")
    if half is not None and hour > 12:
        half = None
    if half in {"pm", "AF", "EV"} and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if hour > 24 or minutes > 59:
        return None
    return f"{hour:02d}:{minutes:02d}"
