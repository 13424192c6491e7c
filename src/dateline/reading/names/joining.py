"""Names that the model cut in two, joined again.

The parse, a hyphen, a particle or another mention of the whole name says that two neighbours are
one.
"""

from __future__ import annotations

from dateline.reading.names.appositions import apposed_to_office, person_noun_after
from dateline.reading.names.candidates import HYPHENS, Candidate
from dateline.reading.names.english.organisations import (
    CLUB_HEADS,
    COMPANY_NOUNS,
    ORGANISATION_HEADS,
)
from dateline.reading.names.english.roles import TITLES
from dateline.reading.names.english.words import (
    ARTICLES,
    COURTESY,
    NAME_ABBREVIATIONS,
    NAME_PARTICLES,
    PLACE_PARTS,
)
from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import cities_named
from dateline.reading.names.tokens import Tokens

_SHORT_NAMES = 3
_LOWER_PARTICLES = NAME_PARTICLES - {"y", "e", "la", "den", "ten"}


def joined_names(tokens: Tokens, items: list[Candidate]) -> list[Candidate]:
    """Return the candidates in text order with those joined that are one name."""
    return _as_elsewhere(tokens, _glued(tokens, _with_clubs(tokens, items)))


def _as_elsewhere(tokens: Tokens, items: list[Candidate]) -> list[Candidate]:
    """Join neighbours that the document names as one elsewhere: ``Delmar`` + ``Oil``.

    So is the first word of a place's name that the model left out: ``Upper`` + ``Velm``.
    """
    whole = {item.key: item.vote for item in items if not item.single}
    out: list[Candidate] = []
    for item in items:
        if item.first and tokens.lower[item.first - 1] in PLACE_PARTS:
            longer = item._replace(
                first=item.first - 1, key=folded(tokens.words(item.first - 1, item.last))
            )
            if whole.get(longer.key) == "place" and not (out and out[-1].last == item.first):
                out.append(longer._replace(vote="place"))
                continue
        if out and out[-1].last == item.first:
            both = _joined(tokens, out[-1], item, item.vote)
            if both.key in whole:
                out[-1] = both._replace(vote=whole[both.key])
                continue
        out.append(item)
    return out


def _joined(tokens: Tokens, a: Candidate, b: Candidate, vote: str) -> Candidate:
    return Candidate(a.first, b.last, vote, folded(tokens.words(a.first, b.last)))


def _split_by_slash(tokens: Tokens, a: Candidate, b: Candidate) -> bool:
    """Tell whether two parts are one organisation's double name: ``Radio One/Radio Two``."""
    return (
        b.first - a.last == 1
        and tokens.text[a.last] == "/"
        and tokens.start[b.first] == tokens.end[a.last]
        and "organisation" in (a.vote, b.vote)
        and {a.vote, b.vote} <= {"organisation", "?", "place", "person"}
    )


def _follows_its_kind(tokens: Tokens, a: Candidate, b: Candidate) -> bool:
    """Tell whether two parts are one name behind its kind: ``the newspaper Granvik Tidende``."""
    kind = a.first - 1
    return (
        kind > 0
        and tokens.tag[kind] == "NN"
        and tokens.lower[kind] in COMPANY_NOUNS
        and tokens.lower[kind - 1] in ARTICLES
        and {a.vote, b.vote} <= {"organisation", "place", "?"}
        and tokens.head[a.last - 1] == b.last - 1
    )


def _split_by_particle(tokens: Tokens, a: Candidate, b: Candidate) -> bool:
    """Tell whether two parts are one name around a particle: ``Paulo`` + ``do Rego``."""
    return (
        0 < b.first - a.last < 3
        and all(tokens.lower[i] in _LOWER_PARTICLES for i in range(a.last, b.first))
        and all(tokens.text[i].islower() for i in range(a.last, b.first))
        and {a.vote, b.vote} <= {"person", "?"}
        and "person" in (a.vote, b.vote)
        and tokens.sentence[a.first] == tokens.sentence[b.first]
    )


def _goes_on_after_abbreviation(tokens: Tokens, name: Candidate) -> bool:
    """Tell whether a name that opens with a short given name is not over: ``Md. Rafiqul`` + …"""
    return tokens.lower[name.first] in NAME_ABBREVIATIONS and name.last - name.first < _SHORT_NAMES


def _is_introduced(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether the words around a name say that it is somebody's."""
    return apposed_to_office(tokens, first, last) or person_noun_after(tokens, last)


def _glued(tokens: Tokens, items: list[Candidate]) -> list[Candidate]:
    """Join neighbours that the parse binds into one name (``Kassym-`` + ``Jomart Tokayev``)."""
    out: list[Candidate] = []
    for item in items:
        if out:
            before = out[-1]
            gap = range(before.last, item.first)
            head = tokens.head[before.last - 1]
            near = all(tokens.text[i] in HYPHENS for i in gap) and len(gap) <= 1
            if len(gap) == 1 and near and tokens.start[item.first] == tokens.end[before.last] + 1:
                whole = tokens.words(before.first, item.last)
                if "person" not in (before.vote, item.vote) and cities_named(whole):
                    out[-1] = _joined(tokens, before, item, "place")
                    continue
            if not gap and _goes_on_after_abbreviation(tokens, before):
                out[-1] = _joined(tokens, before, item, "person")
                continue
            if _split_by_particle(tokens, before, item):
                out[-1] = _joined(tokens, before, item, "person")
                continue
            if not gap and _follows_its_kind(tokens, before, item):
                out[-1] = _joined(tokens, before, item, "organisation")
                continue
            if _split_by_slash(tokens, before, item):
                out[-1] = _joined(tokens, before, item, "organisation")
                continue
            if (
                near
                and (len(gap) == 1 or tokens.dep[before.last - 1] == "compound")
                and (len(gap) == 1 or item.first <= head < item.last)
                and (len(gap) == 0 or tokens.start[item.first] == tokens.end[before.last] + 1)
                and tokens.sentence[before.first] == tokens.sentence[item.first]
                and (
                    "person" in (before.vote, item.vote)
                    or _is_introduced(tokens, before.first, item.last)
                )
                and {before.vote, item.vote} <= {"person", "organisation", "?"}
                and not (len(gap) == 0 and before.vote == "organisation" and not before.single)
                and not (len(gap) == 0 and tokens.text[before.last - 1].isupper())
                and tokens.lower[before.last - 1] not in ORGANISATION_HEADS
                and tokens.lower[before.last - 1] not in TITLES
                and tokens.lower[before.last - 1] not in COURTESY
            ):
                out[-1] = _joined(tokens, before, item, "person")
                continue
        out.append(item)
    return out


def _is_club_head(tokens: Tokens, i: int) -> bool:
    """Tell whether a token ends a sports club's name: ``Rovers``."""
    return (
        tokens.lower[i] in CLUB_HEADS
        and tokens.text[i][:1].isupper()
        and tokens.block[i] == tokens.block[i - 1]
        and tokens.start[i] == tokens.end[i - 1] + 1
    )


def _with_clubs(tokens: Tokens, items: list[Candidate]) -> list[Candidate]:
    """Make a name and the word for a club after it one organisation: ``Ostry`` + ``Rovers``."""
    out: list[Candidate] = []
    for item in items:
        if out and item.first < out[-1].last:
            continue
        last = item.last
        if last < len(tokens) and _is_club_head(tokens, last):
            last += 1
        club = last - item.first > 1 and _is_club_head(tokens, last - 1)
        key = folded(tokens.words(item.first, last))
        out.append(Candidate(item.first, last, "organisation", key) if club else item)
    return out
