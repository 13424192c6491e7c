"""Build the packaged table that takes units of measure to SI base units, from pint.

    pip install pint
    python -m dateline.reading.figures.build_base_units

The table (``base_units.json``) maps each unit of `dateline.reading.figures.english.units` that pint
knows to its factor, its zero point and its dimension. Loading pint takes half a second, which
reading one page can do without.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from dateline.reading.figures.english.units import UNITS

TARGET = Path(__file__).with_name("base_units.json")


def base_units() -> dict[str, tuple[float, float, str]]:
    """Return factor, zero point and dimension of every unit that pint knows."""
    import pint

    registry: pint.UnitRegistry[float] = pint.UnitRegistry(cache_folder=None)
    # Its own decade is one of frequencies.
    registry.define("ten_years = 10 * year")
    out = {}
    for unit in UNITS:
        if unit.pint is not None:
            none, one = (
                registry.Quantity(value, unit.pint).to_base_units() for value in (0.0, 1.0)
            )
            factor = float(one.magnitude) - float(none.magnitude)
            out[unit.name] = (factor, float(none.magnitude), str(one.dimensionality))
    return out


def main() -> None:
    """Write the table."""
    table = msgspec.json.encode(base_units(), order="sorted")
    TARGET.write_bytes(msgspec.json.format(table, indent=1) + b"\n")


if __name__ == "__main__":
    main()
