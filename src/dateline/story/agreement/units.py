"""Classes of units: figures of different classes never stand in one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import msgspec

from dateline.reading.figures.english.currencies import SUBUNITS
from dateline.reading.figures.nouns import is_person
from dateline.reading.figures.units import in_base_units
from dateline.records import Figure, FigureEntry, FigureRow
from dateline.story.agreement.meanings import meaning
from dateline.story.agreement.words import stem

_CLASSES = {
    "percent": "percent",
    "percentage point": "percentage_point",
    "basis point": "basis_point",
    "year of age": "age",
    "people": "people",
    "vote": "vote",
    "seat": "seat",
    "job": "job",
    "position": "job",
    "post": "job",
    "case": "case",
    "household": "household",
    "family": "household",
    "dose": "dose",
}
_FAMILIES = {
    "time": "second minute hour day week month year decade century",
    "length": "millimetre centimetre metre kilometre inch foot yard mile nautical_mile light_year",
    "area": "square_metre square_kilometre hectare acre square_mile square_foot",
    "weight": "milligram gram kilogram tonne ton ounce pound carat metric_ton",
    "volume": "litre gallon barrel cubic_metre cubic_foot millilitre",
    "speed": "kilometre_per_hour mile_per_hour metre_per_second knot",
    "temperature": "celsius fahrenheit degree_celsius degree_fahrenheit degree kelvin",
    "power": "watt kilowatt megawatt gigawatt terawatt horsepower",
    "energy": (
        "joule kilojoule megajoule watt_hour kilowatt_hour megawatt_hour gigawatt_hour "
        "terawatt_hour"
    ),
    "magnitude": "magnitude",
    "count:building": "home house building school shop apartment flat structure",
    "people": "arrest injury ticket life",
    "count:vehicle": "vehicle car automobile van truck lorry",
    "count:aircraft": "aircraft plane jet airliner aeroplane airplane",
    "count:flight": "flight departure",
}
MEASURES = frozenset(
    ("time", "length", "area", "weight", "volume", "speed", "temperature", "power", "energy")
)
"""Classes whose units are converted into one another."""

_BY_UNIT = _CLASSES | {
    unit.replace("_", " "): family for family, units in _FAMILIES.items() for unit in units.split()
}

_ALIKE = (
    {"people", "case"},
    {"people", "job"},
    {"people", "vote"},
    {"household", "count:building"},
)

_PENCE = ("pence", "p")
"""How hundredths of a pound are written; a penny may be another country's."""

MULTIPLE = "multiple"
"""``twice``, ``three times``: how many times as much, of no unit."""

BARE = "bare"
"""A number without a unit: ``rose to 19``; it takes the class of what it is compared with."""


def unit_class(figure: Figure) -> str:
    """Return the class of a figure's unit; money keeps its currency (``money:EUR``)."""
    return _class_of(figure.unit or "", figure.unit_text)


@lru_cache(maxsize=4096)
def _class_of(unit: str, unit_text: str | None) -> str:
    unit = unit.replace("_", " ")
    if unit not in _BY_UNIT:
        unit = unit.split(" per ")[0]
    if unit == "count" and unit_text is None:
        return MULTIPLE
    if not unit or unit in ("-", "other"):
        return BARE
    if len(unit) == 3 and unit.isupper():
        return f"money:{unit}"
    if unit == "penny" and (unit_text or "").lower() in _PENCE:
        return "money:GBP"
    counted = unit.split()[-1]
    known = _BY_UNIT.get(unit) or _BY_UNIT.get(counted)
    if known:
        return known
    name = meaning(stem(counted))
    return "people" if is_person(counted) or is_person(name) else f"count:{name}"


@cache
def _in_base(unit: str) -> tuple[float, float, str] | None:
    """Return factor, zero point and dimension that take a unit to its SI base."""
    name = unit if unit.replace("_", " ") in _BY_UNIT else unit.split(" per ", maxsplit=1)[0]
    one, none = in_base_units(1.0, name), in_base_units(0.0, name)
    return None if one is None or none is None else (one[0] - none[0], none[0], one[1])


def conversions(units: Iterable[str]) -> Mapping[str, tuple[float, float]]:
    """Return factor and zero point that make values in units of one class comparable.

    Empty where there is nothing to convert: one unit only, or none that the units library knows.
    A bare ``degree`` is one of the temperature scale it stands beside.
    """
    named = sorted(set(units))
    if len(named) < 2:
        return {}
    scales = {unit: "celsius" if unit == "degree" else unit for unit in named}
    if "fahrenheit" in named and "celsius" not in named:
        scales = {unit: "fahrenheit" if unit == "degree" else unit for unit in named}
    if any(unit.split(" per ")[0] in SUBUNITS for unit in named):
        return {unit: (SUBUNITS.get(unit.split(" per ")[0], 1.0), 0.0) for unit in named}
    bases = {unit: _in_base(scale) for unit, scale in scales.items()}
    known = {unit: base for unit, base in bases.items() if base is not None}
    if len({dimension for _, _, dimension in known.values()}) != 1:
        return {}
    return {unit: (factor, zero) for unit, (factor, zero, _) in known.items()}


def in_one_unit(row: FigureRow) -> list[FigureEntry]:
    """Return the entries of a row with their values in the row's unit, for one axis.

    Entries whose unit is not known to convert into it are returned as they are.
    """
    scales = conversions(entry.unit for entry in row.entries if entry.unit)
    into = scales.get(row.unit or "")
    if into is None:
        return list(row.entries)
    out: list[FigureEntry] = []
    for entry in row.entries:
        factor, zero = scales.get(entry.unit or "", into)

        def here(value: float | None, factor: float = factor, zero: float = zero) -> float | None:
            return None if value is None else (value * factor + zero - into[1]) / into[0]

        values = {name: here(getattr(entry, name)) for name in ("value", "low", "high")}
        out.append(msgspec.structs.replace(entry, **values) if entry.unit != row.unit else entry)
    return out


@cache
def comparable(a: str, b: str) -> bool:
    """Tell whether two classes can measure the same thing."""
    if a == b:
        return True
    if {a, b} in _ALIKE:
        return True
    counts = ("people", "vote", "seat", "job", "case", "household", "magnitude")
    return (a == BARE and (b in counts or b.startswith("count:"))) or (
        b == BARE and (a in counts or a.startswith("count:"))
    )
