"""Words of the lines in which wires flash figures, with how they read."""

from __future__ import annotations

OPENING = (
    r"sees?|reports?|posts?|expects?|reaffirms|raises|cuts|lifts|lowers|qtrly|quarterly|prelim"
)
"""What a line without a subject may begin with: ``Sees FY 2031 revenue``."""

SEEN = r"sees?|expects?|reaffirms|forecasts?"
"""Of those, the ones after which a figure is a forecast."""

PERIODS = r"Q[1-4]|H[12]|9M|FY(?:[ -]?(?:19|20)?\d\d)?|(?:first|second|third|fourth)-quarter|full-year|(?:19|20)\d\d"
"""Marks of the period, after which stands what is measured."""

HEDGES = (
    r"of|at|about|around|up|down|to|for|was|is|were|rose|fell|by|approx|some|nearly|over|between"
)
"""Words between what is measured and its number."""

AGAIN = (
    r"vs|versus|compared|against|from|prior|previous|previously|year|ago|est|ests|estimates?|consensus"
    r"|poll|expected|forecasts?|view|guidance|outlook|or|to"
)
"""Words before a number that is set beside the one before it."""

FORETOLD = r"est|ests|estimates?|consensus|poll|expected|forecasts?|view|guidance|outlook"
"""Of those, the ones that make it a forecast: ``vs est. $1.04``."""

EXAMPLE = "* Telvano Q3 adjusted EPS $1.12 vs est. $1.04"
"""A line whose second figure is a forecast of what the first measures."""
