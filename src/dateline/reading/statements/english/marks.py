"""Quotation marks of English, double ones only: single ones are apostrophes too often."""

from __future__ import annotations

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = frozenset({'"', "‟"})
MARKS = OPENING | CLOSING | EITHER
DASHES = frozenset({"—", "―", "–", "--", "-"})
"""What a signature under a quotation begins with."""
