"""What matched lengths and sets of times mean; see `senses` for the names of the groups."""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from dateline.reading.times.meaning import Direction, Meaning
from dateline.reading.times.numbers import number_of
from dateline.reading.times.rules import Found, Sense
from dateline.records import TimexType

_DURATION_UNIT = {
    "S": ("T", "S", 1), "MIN": ("T", "M", 1), "H": ("T", "H", 1), "D": ("", "D", 1),
    "NI": ("", "D", 1), "WE": ("", "WE", 1), "W": ("", "W", 1), "FN": ("", "W", 2),
    "M": ("", "M", 1), "Q": ("", "Q", 1), "Y": ("", "Y", 1), "DE": ("", "Y", 10),
    "CE": ("", "Y", 100), "ML": ("", "Y", 1000),
}  # fmt: skip
_VAGUE_UNIT = {"DE": "DE", "CE": "C", "ML": "ML", "FN": "W"}


def number_tables(found: Found) -> tuple[dict[str, int], dict[str, int]]:
    """Return the words of numbers of the language: cardinals and multipliers."""
    return (
        cast("dict[str, int]", found.classes["cardinal"]),
        cast("dict[str, int]", found.classes["multiplier"]),
    )


def number_in(found: Found, name: str) -> float | None:
    """Return the number a group holds, or None."""
    return number_of(
        found.words(name),
        cast("dict[str, int]", found.classes["cardinal"]),
        cast("dict[str, int]", found.classes["multiplier"]),
    )


def unit_of(found: Found) -> str | None:
    """Return the code of the unit a group holds."""
    return found.code("u", "unit", "units", "compound_unit", "long_unit", "long_units")


def direction_of(found: Found) -> Direction | None:
    """Return the direction a group holds."""
    return cast("Direction | None", found.code("dir", "direction"))


def length_value(count: float, unit: str) -> str:
    """Return the ISO 8601 duration of so many units; halves become whole smaller units."""
    prefix, letter, times = _DURATION_UNIT[unit]
    number = count * times
    if number != int(number):
        finer = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if prefix else ("D", 30)}.get(
            letter
        )
        if finer is None:
            number_text = f"{number:g}"
            return f"P{prefix}{number_text}{letter}"
        whole = int(number)
        rest = round((number - whole) * finer[1])
        head = f"{whole}{letter}" if whole else ""
        return f"P{prefix}{head}{rest}{finer[0]}"
    return f"P{prefix}{int(number)}{letter}"


def _vague(unit: str) -> str:
    """Return the duration of an unknown number of units."""
    prefix, letter, _ = _DURATION_UNIT[unit]
    return f"P{prefix}X{_VAGUE_UNIT.get(unit, letter)}"


def length(found: Found) -> Meaning | None:
    """A duration: ``three days``, ``10-hour``, ``a few years``, ``69-year-old``."""
    unit = unit_of(found)
    if unit is None:
        return None
    direction = direction_of(found)
    mod = "APPROX" if "couple" in found.words("n") else None
    plural = found.code("u", "units", "long_units") is not None
    if found.words("vague") or (plural and not found.words("n")):
        value = _vague(unit)
    else:
        count = number_in(found, "n") if found.words("n") else 1.0
        if count is not None and found.words("half"):
            count += 0.5
        if (
            not count
            or (unit == "Q" and count > 100)
            or (unit == "S" and found.words("n") == ("a",))
        ):
            return None
        value = length_value(count, unit)
    return Meaning(
        kind="span" if direction else "fixed",
        type="DURATION", value=value, direction=direction, mod=mod,
        definite=bool(found.words("n")),
    )  # fmt: skip


def stretch(found: Found) -> Meaning | None:
    """``a three-year period``: a length that takes no ``over`` before it."""
    meaning = length(found)
    return None if meaning is None else replace(meaning, kind="span")


def part_of_period(found: Found) -> Meaning | None:
    """``the last three months of 2012``: a length that does not end with the publication."""
    meaning = length(found)
    return None if meaning is None else replace(meaning, kind="fixed", direction=None)


def aside(sense: Sense, words: int) -> Sense:
    """Return a sense whose first words belong to the pattern but not to the expression."""

    def inner(found: Found) -> Meaning | None:
        meaning = sense(found)
        return None if meaning is None else replace(meaning, start_after=words)

    return inner


def repeated(found: Found) -> Meaning | None:
    """A set: ``every day``, ``twice a week``, ``each Thursday``, ``Mondays``."""
    quant = found.text("quant").upper() or None
    freq = found.text("freq")
    unit = unit_of(found)
    weekday = found.integer("w", "weekday", "weekdays")
    month = found.integer("m", "month")
    part = found.code("part", "part", "parts")
    season = found.code("s", "season", "seasons")
    if weekday is not None:
        value = f"XXXX-WXX-{weekday}"
    elif month is not None:
        value = f"XXXX-{month:02d}"
    elif season is not None:
        value = f"XXXX-{season}"
    elif unit is not None and found.words("vague"):
        value = _vague(unit)
    elif unit is not None:
        other = found.text("n") in {"other", "second"}
        count = 2.0 if other else number_in(found, "n") if found.words("n") else 1.0
        value = length_value(count or 1.0, unit)
    else:
        value = "XXXX-XX-XX"
    if part:
        value += f"T{part}"
    return Meaning(kind="fixed", type="SET", value=value, quant=quant, freq=freq or None)


rate = aside(repeated, 1)
"""``a year`` after a sum or share: so much in every one."""


def fixed(value: str, type_: TimexType = "DATE", quant: str | None = None) -> Sense:
    """Return the sense of words that always have the same value."""
    meaning = Meaning(kind="fixed", value=value, type=type_, quant=quant)

    def sense(_: Found) -> Meaning:
        return meaning

    return sense
