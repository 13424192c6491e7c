"""English number words: cardinals, scales, fractions and words that only give an order."""

from __future__ import annotations

CARDINALS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip

SCALES: dict[str, float] = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "dozen": 12, "lakh": 1e5, "crore": 1e7,
}  # fmt: skip

SCALE_SUFFIXES: dict[str, float] = {
    "k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "mn": 1e6, "mln": 1e6, "mm": 1e6, "mil": 1e6,
    "b": 1e9, "B": 1e9, "bn": 1e9, "bln": 1e9, "bil": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12,
    "tr": 1e12, "lakhs": 1e5, "crores": 1e7, "cr": 1e7, "millions": 1e6, "billions": 1e9,
}  # fmt: skip
"""Scale marks written after digits (``1.2m``, ``$50bn``)."""

SAFE_SUFFIXES = frozenset("mn mln bn bln tn trn lakhs crores millions billions".split())
"""Those that cannot be a unit of measure."""

DENOMINATORS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "hundredth": 100, "hundredths": 100,
}  # fmt: skip

VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (12, 120), "scores": (20, 200), "hundreds": (1e2, 1e3), "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7), "billions": (1e9, 1e10), "trillions": (1e12, 1e13),
    "tens of thousands": (1e4, 1e5), "hundreds of thousands": (1e5, 1e6),
    "tens of millions": (1e7, 1e8), "hundreds of millions": (1e8, 1e9),
    "tens of billions": (1e10, 1e11), "hundreds of billions": (1e11, 1e12),
    "thousands of millions": (1e9, 1e10), "hundreds of trillions": (1e14, 1e15),
    "tens of trillions": (1e13, 1e14), "dozens of millions": (1.2e7, 1.2e8),
    "dozens of thousands": (1.2e4, 1.2e5), "millions of millions": (1e12, 1e13),
}  # fmt: skip
"""Words that give an order of magnitude: the least they allow, and the least of the next order."""

VULGAR: dict[str, float] = {
    "½": 0.5, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 0.25, "¾": 0.75, "⅕": 0.2, "⅖": 0.4, "⅗": 0.6,
    "⅘": 0.8, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 0.125, "⅜": 0.375, "⅝": 0.625, "⅞": 0.875,
}  # fmt: skip

MULTIPLES: dict[str, float] = {"twice": 2, "double": 2, "triple": 3, "quadruple": 4}
"""Words for multiples; figures only before a comparison (``twice as many``)."""

PARTED = (
    "percentage[- ]point|point|mile|kilomet(?:re|er)|met(?:re|er)|hectare|acre|tonne|ton|kilo|kilogram"
    "|lit(?:re|er)|gallon|degree"
)
"""Units that half of one, or a quarter, is often told of (``half a percentage point``)."""
