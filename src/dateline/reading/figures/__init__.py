"""Figures of a report: quantities of its text, with what they measure and on whose word."""

from dateline.reading.figures.quantities import quantities_in
from dateline.reading.figures.quantity import Quantity
from dateline.reading.figures.reading import figures_in
from dateline.reading.figures.units import in_base_units, kind_of_unit

__all__ = ["Quantity", "figures_in", "in_base_units", "kind_of_unit", "quantities_in"]
