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
from dateline.reading.names.english.roles import TITLES
from dateline.reading.names.english.words import ARTICLES, NOT_NAMES, PLACE_HEADS
from dateline.reading.names.evidence import Form
from dateline.reading.names.gazetteer import demonyms, is_place
from dateline.reading.names.tokens import Tokens

_CLIPPED = range(3, 5)
"""How many letters are left of a word cut short: the Met, the Nats."""


def names_for_short(
    tokens: Tokens,
    kinds: Mapping[str, str | None],
    forms: Mapping[str, Form],
    known: Mapping[str, int],
) -> dict[str, str | None]:
    """Return what short names are by the longer names of the document, by folded name."""
    out: dict[str, str | None] = dict(kinds)
    for key in (*companies_for_short(out, forms, known), *clubs_for_short(out, forms)):
        out[key] = "organisation"
    for key in (*bodies_for_short(tokens, out, forms), *beginnings(out, forms)):
        out[key] = "organisation"
    for key in places_for_short(out, forms):
        out[key] = "place"
    return out


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
    for word in dict.fromkeys(firm.split()[0] for firm in firms):
        if (
            word in kinds and word not in known and not forms[word].titled and _is_telling(word)
        ) or _is_before_founder(word, forms):
            named.append(word)
    return [key for key in named if not is_place(forms[key].words)]


def _is_telling(word: str) -> bool:
    """Tell whether the first word of a company's name may stand for it: not ``General``."""
    return len(word) > 1 and word not in NOT_NAMES | TITLES and word.title() not in demonyms()


def _is_before_founder(word: str, forms: Mapping[str, Form]) -> bool:
    """Tell whether a lone word means a company although somebody bears it: ``Kurosawa``.

    It does where the company is named first and nobody is called so with a title.
    """
    alone = forms.get(word)
    if alone is None or alone.titled:
        return False
    firms = [f for key, f in forms.items() if key.startswith(word + " ") and _is_firm(key)]
    people = [
        f for key, f in forms.items() if " " in key and word in key.split() and not _is_firm(key)
    ]
    if not firms or not people:
        return False
    return min(f.items[0].first for f in firms) < min(f.items[0].first for f in people)


def _is_firm(key: str) -> bool:
    return key.rsplit(" ", 1)[-1] in COMPANY_SUFFIXES


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


def beginnings(kinds: Mapping[str, str | None], forms: Mapping[str, Form]) -> list[str]:
    """Return lone words taken for places that no table knows but one body's name begins with."""
    bodies = [key for key, kind in kinds.items() if kind == "organisation" and " " in key]
    return [
        key
        for key, kind in kinds.items()
        if kind == "place"
        and " " not in key
        and not is_place(forms[key].words)
        and sum(body.startswith(key + " ") for body in bodies) == 1
    ]


def places_for_short(kinds: Mapping[str, str | None], forms: Mapping[str, Form]) -> list[str]:
    """Return lone words that begin one place's name and are nobody's: ``Bekaa`` (Valley)."""
    longer = [
        key for key, kind in kinds.items() if kind == "place" and key.split()[-1] in PLACE_HEADS
    ]
    return [
        key
        for key, kind in kinds.items()
        if kind in ("person", "organisation")
        and " " not in key
        and not (forms[key].titled or forms[key].speaks)
        and [name.split()[0] for name in longer].count(key) == 1
    ]


def bodies_for_short(
    tokens: Tokens, kinds: Mapping[str, str | None], forms: Mapping[str, Form]
) -> list[str]:
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
        and form.words not in demonyms()
        and any(_stands_alone(tokens, item.last - 1) for item in form.items)
        and sum(is_short_for(key, body) for body in bodies) == 1
    ]


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """Tell whether a word with an article is the noun itself: “the Met”, not “the Met report”."""
    return (
        i > 0
        and tokens.lower[i - 1] in ARTICLES
        and tokens.dep[i] not in ("compound", "amod", "nmod")
    )


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
    link = next((i for i, word in enumerate(words) if word in ("of", "for")), len(words))
    return clipped or short in (words[0], words[-1], words[link - 1])
