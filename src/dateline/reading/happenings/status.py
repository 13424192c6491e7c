"""Whether a clause tells of what was, is, is fixed, is meant or might be."""

from __future__ import annotations

from dateline.reading.happenings.clauses import Clause, is_verb
from dateline.reading.happenings.english import (
    BACKSHIFTED,
    CONDITIONAL_AUXILIARIES,
    CONDITIONAL_MARKS,
    FUTURE_AUXILIARIES,
    PLANNED,
    SCHEDULED,
    SUPERSEDED,
    TELLERS,
)
from dateline.reading.table import Table
from dateline.records import Status

_FORESEEING = SCHEDULED | PLANNED


def _children_as(table: Table, heads: list[int], dep: str) -> set[str]:
    """Return the words, small, that depend on heads in one way."""
    return {
        table.lower[child]
        for head in heads
        for child in table.children(head)
        if table.dep[child] == dep
    }


def status_of(table: Table, clause: Clause, start: str, end: str, published: str | None) -> Status:
    """Return the status of a clause dated to ``[start, end)`` in a report published then.

    ``published`` is an ISO 8601 date; without it only the words tell.
    """
    head = clause.head
    tag = table.tag[head]
    if _children_as(table, [head], "mark") & CONDITIONAL_MARKS:
        return "conditional"
    chain = _governors(table, head)
    words = _children_as(table, chain, "aux")
    bases = {table.lemma_of(verb) for verb in chain}
    day = published[:10] if published else None
    willed = not words.isdisjoint(FUTURE_AUXILIARIES) or _is_to_be(table, head)
    ahead = day is not None and (
        (end[:10] > day and (start[:10] > day or willed or not bases.isdisjoint(_FORESEEING)))
        or (start[:10] == day and willed)
    )
    if day is not None and not ahead:
        if start[:10] <= day < end[:10] and tag in {"VBG", "VBZ", "VBP"} and not words & {
            "had", "was", "were",
        }:  # fmt: skip
            return "ongoing"
        return "past"
    bases |= _children_as(table, chain, "acomp")
    if bases & SCHEDULED:
        return "scheduled"
    if bases & PLANNED:
        return "planned"
    if willed or _is_told_future(table, head):
        return "scheduled"
    if words & CONDITIONAL_AUXILIARIES:
        return "conditional"
    if ahead:
        return "scheduled"
    return "past" if tag in {"VBD", "VBN"} or not is_verb(table, head) else "ongoing"


def _is_to_be(table: Table, head: int) -> bool:
    """Tell whether something is to happen: ``the force that is to leave by May``."""
    governor = table.head[head]
    return (
        table.tag[head] == "VB"
        and table.dep[head] == "xcomp"
        and table.lemma_of(governor) == "be"
        and table.tag[governor] in {"VBZ", "VBP"}
        and "to" in _children_as(table, [head], "aux")
    )


def _is_told_future(table: Table, head: int) -> bool:
    """Tell whether “would” stands for a “will” that somebody said, under no condition.

    “She said it would open on Monday”, not “it would open if …” nor “would, she said, be fair”.
    """
    governor = table.head[head]
    return (
        BACKSHIFTED in _children_as(table, [head], "aux")
        and table.dep[head] == "ccomp"
        and governor < head
        and table.tag[governor] in {"VBD", "VBN"}
        and table.lemma_of(governor) in TELLERS
        and not any(
            table.dep[child] == "advcl" and _children_as(table, [child], "mark") & CONDITIONAL_MARKS
            for child in table.children(head)
        )
    )


def _governors(table: Table, head: int) -> list[int]:
    """Return the head and the verbs it is a complement of: ``is expected to resign``."""
    out = [head]
    i = head
    while table.dep[i] in {"xcomp", "ccomp"} and is_verb(table, table.head[i]) and len(out) < 4:
        if table.dep[i] == "ccomp" and _is_past(table, i):
            # "It can be revealed that he was questioned": what was is no matter of can.
            break
        i = table.head[i]
        if table.dep[i] == "ccomp" and table.lemma_of(i) not in _FORESEEING:
            break
        out.append(i)
    return out


def _is_past(table: Table, verb: int) -> bool:
    """Tell whether a clause has a past form of its own: ``was questioned``."""
    helpers = [c for c in table.children(verb) if table.dep[c] in ("aux", "auxpass")]
    return "VBD" in (table.tag[verb], *(table.tag[c] for c in helpers))


def is_superseded(table: Table, clause: Clause) -> bool:
    """Tell whether the text says the date no longer holds: ``originally scheduled for``."""
    return table.lemma_of(clause.head) in _FORESEEING and not SUPERSEDED.isdisjoint(
        _children_as(table, [clause.head], "advmod")
    )


def is_foreseeing(table: Table, head: int) -> bool:
    """Tell whether a verb looks ahead: ``is expected``, ``plans``."""
    return is_verb(table, head) and table.lemma_of(head) in _FORESEEING


def is_only_foreseen(table: Table, clause: Clause, end: str | None, published: str | None) -> bool:
    """Tell whether a clause is what someone expected of a day that is over by publication."""
    if published is None or end is None or end[:10] > published[:10]:
        return False
    return any(is_foreseeing(table, verb) for verb in _governors(table, clause.head)[1:])
