"""Ages beside people's names."""

from __future__ import annotations

import re

from dateline.reading.names.people import PersonDraft
from dateline.reading.names.tokens import Tokens
from dateline.text import Span

_AGE_WORD = re.compile(r"(\d{1,3})-year-old", re.I)


def age_in(tokens: Tokens, person: PersonDraft, first: int, last: int) -> None:
    """Note the age that a role states: ``58-year-old``."""
    if person.age is not None:
        return
    for i in range(max(first, 0), last):
        if tokens.text[i].isdigit() or tokens.text[i][:1].isdigit():
            end = min(i + 5, len(tokens))
            match = _AGE_WORD.match(tokens.words(i, end))
            if match:
                person.age = int(match.group(1))
                person.age_span = Span(tokens.start[i], tokens.start[i] + match.end())
                return


def is_age(tokens: Tokens, person: PersonDraft, i: int) -> bool:
    """Note an age that stands alone beside the name: ``X, 69,`` or ``X (69)``."""
    if tokens.lower[i] == "aged" and i + 1 < len(tokens):
        i += 1
    if not (tokens.text[i].isdecimal() and len(tokens.text[i]) <= 3 and i + 1 < len(tokens)):
        return False
    age, after = int(tokens.text[i]), tokens.text[i + 1]
    closes = after in (",", ".", ";", ")", "—", "–") or tokens.lower[i + 1] in ("and", "who")
    if not closes or not 3 < age < 120 or (after == ")" and age < 16):
        return False
    if person.age is None:
        person.age, person.age_span = age, tokens.span(i, i + 1)
    return True
