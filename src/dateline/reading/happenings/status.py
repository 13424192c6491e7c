"""Whether a clause tells of what was, is, is fixed, is meant or might be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.happenings.clauses import Clause, is_verb
from dateline.reading.happenings.english import (
    CONDITIONAL_AUXILIARIES,
    CONDITIONAL_MARKS,
    FUTURE_AUXILIARIES,
    PLANNED,
    SCHEDULED,
    SUPERSEDED,
)
from dateline.reading.model import lemma
from dateline.records import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


_FORESEEING = SCHEDULED | PLANNED


def status_of(clause: Clause, start: str, end: str, published: str | None) -> Status:
    """Return the status of a clause dated to ``[start, end)`` in a report published then.

    ``published`` is an ISO 8601 date; without it only the words tell.
    """
    head = clause.head
    chain = _governors(head)
    words = {child.lower_ for verb in chain for child in verb.children if child.dep_ == "aux"}
    marks = {child.lower_ for child in head.children if child.dep_ == "mark"}
    lemmas = {lemma(verb) for verb in chain} | {
        child.lower_ for verb in chain for child in verb.children if child.dep_ == "acomp"
    }
    day = published[:10] if published else None
    ahead = day is not None and end[:10] > day and (start[:10] > day or _looks_ahead(clause))
    if marks & CONDITIONAL_MARKS:
        return "conditional"
    if day is not None and not ahead:
        if start[:10] <= day < end[:10] and head.tag_ in {"VBG", "VBZ", "VBP"} and not words & {
            "had", "was", "were",
        }:  # fmt: skip
            return "ongoing"
        return "past"
    if lemmas & SCHEDULED:
        return "scheduled"
    if lemmas & PLANNED:
        return "planned"
    if words & FUTURE_AUXILIARIES:
        return "scheduled"
    if words & CONDITIONAL_AUXILIARIES:
        return "conditional"
    if ahead:
        return "scheduled"
    return "past" if head.tag_ in {"VBD", "VBN"} or not clause.is_verb else "ongoing"


def _looks_ahead(clause: Clause) -> bool:
    """Tell whether the words point forward, for intervals that hold the publication day."""
    chain = _governors(clause.head)
    auxiliaries = {child.lower_ for verb in chain for child in verb.children if child.dep_ == "aux"}
    if auxiliaries & FUTURE_AUXILIARIES:
        return True
    return any(lemma(verb) in _FORESEEING for verb in chain)


def _governors(head: Token) -> list[Token]:
    """Return the head and the verbs it is a complement of: ``is expected to resign``."""
    out = [head]
    token = head
    while token.dep_ in {"xcomp", "ccomp"} and is_verb(token.head) and len(out) < 4:
        token = token.head
        if token.dep_ == "ccomp" and lemma(token) not in _FORESEEING:
            break
        out.append(token)
    return out


def is_superseded(clause: Clause) -> bool:
    """Tell whether the text says the date no longer holds: ``originally scheduled for``."""
    return lemma(clause.head) in _FORESEEING and any(
        child.lower_ in SUPERSEDED for child in clause.head.children if child.dep_ == "advmod"
    )


def is_foreseeing(head: Token) -> bool:
    """Tell whether a verb looks ahead: ``is expected``, ``plans``."""
    return is_verb(head) and lemma(head) in _FORESEEING


def is_only_foreseen(clause: Clause, end: str | None, published: str | None) -> bool:
    """Tell whether a clause is what someone expected of a day that is over by publication."""
    if published is None or end is None or end[:10] > published[:10]:
        return False
    return any(is_foreseeing(verb) for verb in _governors(clause.head)[1:])
