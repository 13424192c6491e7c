"""Slugs and datelines of English wire copy."""

from __future__ import annotations

import re

SLUG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|WRAP|REFILE|CORRECTED|RPT|REPEAT|GRAPHIC|ADVISORY|TAKE|EXCLUSIVE|"
    r"ANALYSIS|INSIGHT|FACTBOX|TIMELINE|FEATURE|PREVIEW|BREAKING)(?:\s?\d{1,2})?-)+(?=\S)"
)
"""A slug such as “UPDATE 2-” that is glued to the headline."""

_MONTHS = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|"
    r"July|August|September|October|November|December)\.?"
)
DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Z'’.]+(?:[ -][A-Z][A-Z'’.]*){0,3})"
    r"(?:, (?P<land>(?!" + _MONTHS + r" )[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}))?"
    r"(?:, " + _MONTHS + r" \d{1,2})?"
    r"(?: \((?P<agency>[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})\))?"
    r" ?(?:[-–—]|--) "
)
"""A dateline such as “LUSNA, Velmora, May 21 (Agency) - ” before a lead."""
