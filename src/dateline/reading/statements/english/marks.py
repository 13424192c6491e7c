"""Quotation marks of English, double ones only: single ones are apostrophes too often."""

from __future__ import annotations

import re

OPENING = frozenset({"“", "„", "«", "``"})
CLOSING = frozenset({"”", "»", "''"})
EITHER = frozenset({'"', "‟"})
SINGLE = frozenset({"‘", "’", "'"})
"""Quotation marks only where they stand at both ends of what is said."""
MARKS = OPENING | CLOSING | EITHER
DASHES = frozenset({"—", "―", "–", "--", "-"})
"""What a signature under a quotation begins with."""

QUOTED = re.compile(r"[“”„«»\"‟]|``|''")
"""Any double quotation mark, two single ones among them, which the parser takes apart at times."""
