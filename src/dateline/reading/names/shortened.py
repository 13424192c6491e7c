"""Names that organisations go by for short: a company without its last word, a club by its town."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.reading.names.english.organisations import CLUB_HEADS, COMPANY_SUFFIXES
from dateline.reading.names.evidence import Form, is_place


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
