"""Figures for people: a number with its bound and unit, as every output shows it."""

from __future__ import annotations

import re

from dateline.reading.figures.english.nouns import COLLECTIVES
from dateline.reading.figures.english.numbers import MULTIPLES
from dateline.reading.figures.nouns import plural
from dateline.records import Figure, FigureEntry


def number(value: float) -> str:
    """Return a number for people: no needless decimals, thousands set apart."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.6g}"


_BOUND_SIGNS = {"=": "", "~": "≈ ", "<": "≤ ", ">": "≥ ", "up": "↑ ", "down": "↓ ", "range": ""}
_INVARIABLE = (
    "celsius",
    "fahrenheit",
    "hertz",
    "horsepower",
    "illion",
    "count",
    "replacement",
    "magnitude",
)
"""Ends of units that have no plural."""
_MULTIPLE = re.compile(rf"(?:times|fold|[x×]|{'|'.join(MULTIPLES)})$", re.IGNORECASE)
"""How a number ends that says how many times."""
_UNIT_SIGNS = {"percent": " %", "percentage point": " pp"}


def unit_of(figure: Figure | FigureEntry) -> str:
    """Return a figure's unit for people: in the plural, unless there is one or it is a code."""
    unit = figure.unit or ""
    if unit.split(" ")[-1] in COLLECTIVES:
        return unit
    if figure.value == 1 or not unit.islower() or unit.endswith(_INVARIABLE):
        return unit
    head, of, rest = unit.partition(" of ")
    head, per, rate = (head if of else unit).partition(" per ")
    return f"{plural(head)}{per}{rate}{of}{rest}"


def _is_share(figure: Figure | FigureEntry, words: str) -> bool:
    """Tell whether a figure is a fraction of something: ``two thirds of the workforce``."""
    if figure.value is None or not 0 < figure.value < 1:
        return False
    if figure.unit is None:
        return "/" in words or (bool(words) and not any(map(str.isdecimal, words)))
    return figure.unit.startswith("% ")


def value_of(figure: Figure | FigureEntry, words: str = "") -> str:
    """Return a figure's normalised value with bound and unit; a fraction as a percentage.

    ``words`` are its own in the text, by which a fraction without a unit is known.
    """
    sign = _BOUND_SIGNS[figure.bound]
    if figure.value is not None and _is_share(figure, words):
        return f"{sign}{number(round(100 * figure.value, 1))} %"
    unit = _UNIT_SIGNS.get(figure.unit or "", f" {unit_of(figure)}" if figure.unit else "")
    if figure.unit == "count" and words:
        unit = " times" if _MULTIPLE.search(words) else " counts"
    if figure.vague and figure.low is not None:
        # "Dozens": the least that the word allows.
        return f"≥ {number(figure.low)}{unit}"
    if figure.value is not None:
        return f"{sign}{number(figure.value)}{unit}"
    if figure.low is not None and figure.high is not None:
        to = " → " if figure.moves else "–"
        return f"{sign}{number(figure.low)}{to}{number(figure.high)}{unit}"
    return unit.strip()
