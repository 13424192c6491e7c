"""Names that organisations go by for short.

A company without its last word, a club by its town, a body by its head (“the Commission”) or by the
beginning of its first word (“the Fed”).
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.reading.names.english.organisations import (
    CLUB_HEADS,
    COMPANY_SUFFIXES,
    SHORT_FOR,
)
from dateline.reading.names.evidence import Form
from dateline.reading.names.gazetteer import is_place

_CLIPPED = range(3, 5)
"""How many letters are left of a word cut short: the Met, the Nats."""


def companies_for_short(
    kinds: Mapping[str, str | None], forms: Mapping[str, Form], known: Mapping[str, int]
) -> list[str]:
    """Return names that are a company's without its last word: ``Northern Pelagic`` (Ltd).

    A lone word is somebody's where the report names a person so, with or without a title.
    """
    firms = [
        key.rsplit(" ", 1)[0]
        for key, kind in kinds.items()
        if kind == "organisation" and key.rsplit(" ", 1)[-1] in COMPANY_SUFFIXES
    ]
    named = [
        key
        for key in firms
        if key in kinds and (" " in key or not (key in known or forms[key].titled))
    ]
    return [key for key in named if not is_place(forms[key].words)]


def clubs_for_short(kinds: Mapping[str, str | None], forms: Mapping[str, Form]) -> list[str]:
    """Return lone words that shorten one sports club's name and are no place or full name's."""
    clubs = [
        key.split()[0]
        for key, kind in kinds.items()
        if kind == "organisation" and " " in key and key.rsplit(" ", 1)[-1] in CLUB_HEADS
    ]
    return [
        word
        for word in clubs
        if word in kinds
        and clubs.count(word) == 1
        and not is_place(forms[word].words)
        and not any(k == "person" and word in key.split()[1:] for key, k in kinds.items())
    ]


def bodies_for_short(kinds: Mapping[str, str | None], forms: Mapping[str, Form]) -> list[str]:
    """Return lone words with an article that shorten one body's name: ``the Bundesbank``."""
    bodies = [key for key, kind in kinds.items() if kind == "organisation" and " " in key]
    return [
        key
        for key, form in forms.items()
        if " " not in key
        and form.articled
        and form.words.istitle()
        and not form.titled
        and not is_place(form.words)
        and sum(is_short_for(key, body) for body in bodies) == 1
    ]


def is_short_for(short: str, name: str) -> bool:
    """Tell whether, behind “the”, a folded word can stand for a body's folded name.

    So can the name's first or last word, and what begins its first word: ``met``.
    """
    words = name.split()
    if len(words) < 2 or " " in short:
        return False
    if short in SHORT_FOR:
        return name.startswith(SHORT_FOR[short])
    clipped = len(short) in _CLIPPED and words[0].startswith(short) and short[-1] not in "aeiou"
    return clipped or short in (words[0], words[-1])
