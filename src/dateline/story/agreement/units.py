"""Classes of units: figures of different classes never stand in one row."""

from __future__ import annotations

from dateline.records import Figure

_CLASSES = {
    "percent": "percent",
    "percentage point": "percentage_point",
    "basis point": "basis_point",
    "year of age": "age",
    "people": "people",
    "vote": "vote",
    "seat": "seat",
    "job": "job",
    "position": "position",
    "case": "case",
    "household": "household",
    "dose": "dose",
}
_FAMILIES = {
    "time": "second minute hour day week month year decade century",
    "length": "millimetre centimetre metre kilometre inch foot yard mile nautical_mile",
    "area": "square_metre square_kilometre hectare acre square_mile square_foot",
    "weight": "milligram gram kilogram tonne ton ounce pound carat metric_ton",
    "volume": "litre gallon barrel cubic_metre millilitre",
    "speed": "kilometre_per_hour mile_per_hour metre_per_second knot",
    "temperature": "celsius fahrenheit degree_celsius degree_fahrenheit degree kelvin",
    "magnitude": "magnitude",
    "count:building": "home house building school shop apartment flat structure",
    "people": (
        "person man woman child worker employee miner passenger voter protester demonstrator "
        "resident civilian soldier officer victim patient student teacher refugee migrant customer "
        "fan supporter spectator member body death fatality casualty survivor crew tourist "
        "economist plaintiff inmate prisoner doctor nurse villager shareholder troop arrest injury "
        "analyst marcher minor girl boy firefighter striker user subscriber pupil observer"
    ),
}
_BY_UNIT = _CLASSES | {
    unit.replace("_", " "): family for family, units in _FAMILIES.items() for unit in units.split()
}

BARE = "bare"
"""A number without a unit: ``rose to 19``; it takes the class of what it is compared with."""


def unit_class(figure: Figure) -> str:
    """Return the class of a figure's unit; money keeps its currency (``money:EUR``)."""
    unit = (figure.unit or "").replace("_", " ")
    if not unit or unit in ("-", "count"):
        return BARE
    if len(unit) == 3 and unit.isupper():
        return f"money:{unit}"
    known = _BY_UNIT.get(unit) or _BY_UNIT.get(unit.split()[-1])
    return known or f"count:{unit.split()[-1]}"


def comparable(a: str, b: str) -> bool:
    """Tell whether two classes can measure the same thing."""
    if a == b:
        return True
    counts = ("people", "vote", "seat", "job", "case", "household", "magnitude")
    return (a == BARE and (b in counts or b.startswith("count:"))) or (
        b == BARE and (a in counts or a.startswith("count:"))
    )
