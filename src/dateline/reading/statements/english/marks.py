"""Quotation marks of English, double ones only: single ones are apostrophes too often."""

from __future__ import annotations

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = frozenset({'"', "‟"})
SINGLE = frozenset({"‘", "’", "'"})
"""Quotation marks only where they stand at both ends of what is said."""
MARKS = OPENING | CLOSING | EITHER
DASHES = frozenset({"—", "―", "–", "--", "-"})
"""What a signature under a quotation begins with."""
