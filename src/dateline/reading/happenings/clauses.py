"""The clause a time expression dates, found in the parse."""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.happenings.english import (
    BOUNDING_PREPOSITIONS,
    COMPARING_PREPOSITIONS,
    CUTTING_PREPOSITIONS,
    EMPTY_VERBS,
    EVENT_NOUNS,
    MEASURING_PREPOSITIONS,
    NEGATIONS,
    PARTS_OF_DAY,
    PERIOD_VERBS,
)
from dateline.reading.table import Table
from dateline.text import Span

_ASIDE = {"advcl", "conj", "cc", "parataxis", "ccomp", "mark", "punct", "dep", "relcl"}
_AUXILIARIES = {"aux", "auxpass"}
_PARTICIPANTS = {"nsubj", "nsubjpass", "agent", "dobj", "dative", "attr"}


class Clause(NamedTuple):
    """What happened: the head word (a verb, or a noun that is a happening) and its words."""

    head: int
    span: Span
    subject: int | None


def is_verb(table: Table, i: int) -> bool:
    """Tell whether a token is tagged as a verb."""
    return table.tag[i].startswith("VB")


def time_root(table: Table, start: int, end: int) -> int | None:
    """Return the head token of the words of a time expression."""
    words = table.over(start, end)
    return table.top_of(words) if words else None


def _compares(table: Table, preposition: int, root: int) -> bool:
    """Tell whether a preposition sets against a time: ``from 20% last year``."""
    word = table.lower[preposition]
    owned = table.dep[root] == "poss" and word in MEASURING_PREPOSITIONS
    return owned or word in COMPARING_PREPOSITIONS


def dated_head(table: Table, root: int) -> int | None:
    """Return the verb, or the noun that is a happening, which a time's head token dates."""
    nominal = _nominal_before(table, root)
    if nominal is not None:
        return nominal
    above = table.head[root]
    if table.lower[above] in BOUNDING_PREPOSITIONS and table.dep[above] in {"prep", "mark"}:
        return None
    i = root
    noun: int | None = None
    for _ in range(12):
        head = table.head[i]
        dep, tag = table.dep[i], table.tag[i]
        if noun is not None and dep == "prep" and _compares(table, i, root):
            return None
        if dep == "amod" and tag.startswith("JJ"):
            # A bond ``due March 15`` dates nothing that is told.
            return None
        if is_verb(table, head) and head != i:
            of_day = noun is not None and table.lower[noun] in PARTS_OF_DAY
            if noun is not None and dep == "prep" and _cuts(table, i) and not of_day:
                return noun if _is_event(table, noun) else None
            if table.dep[head] in _AUXILIARIES:
                i = head
                continue
            return head
        if head == i:
            return noun if noun is not None and _is_event(table, noun) else None
        if dep == "prep" and _cuts(table, i) and noun is not None and _is_event(table, noun):
            return noun
        if table.tag[head].startswith("NN") and (
            noun is None or (_is_event(table, head) and not _is_event(table, noun))
        ):
            noun = head
        i = head
    return None


def is_direct(table: Table, root: int, head: int) -> bool:
    """Tell whether a time stands beside a head itself, not inside one of its nouns."""
    above = table.head[root]
    return head in (above, root) or (table.dep[above] == "prep" and table.head[above] == head)


def _nominal_before(table: Table, root: int) -> int | None:
    """Return the happening named right before a time and cut off from the verb by a preposition.

    The parser hangs the time of ``since independence in 1991`` on the verb as often as not.
    """
    at = table.first[root] - 1
    if at >= 0 and table.lower[at] in {"in", "on", "of", "at"}:
        at -= 1
    if at < 0 or not _is_event(table, at):
        return None
    left = table.first[at]
    return at if left and _cuts(table, left - 1) else None


def _cuts(table: Table, preposition: int) -> bool:
    return table.lower[preposition] in CUTTING_PREPOSITIONS


def _is_event(table: Table, noun: int) -> bool:
    return table.lower[noun] in EVENT_NOUNS


def subject_of(table: Table, verb: int) -> int | None:
    """Return the subject of a verb, its own or that of the verb it shares it with."""
    i = verb
    for _ in range(4):
        dep, head = table.dep[i], table.head[i]
        for child in table.children(i):
            if table.dep[child] in {"nsubj", "nsubjpass", "csubj"}:
                relative = table.tag[child] in {"WP", "WDT"} and dep == "relcl"
                return head if relative else child
        if dep in {"acl", "relcl"} and table.tag[head].startswith(("NN", "PRP")):
            return head
        if dep in {"conj", "xcomp", "advcl"} and is_verb(table, head):
            i = head
            continue
        if dep == "pcomp" and is_verb(table, table.head[head]):
            i = table.head[head]
            continue
        return None
    return None


def _line_up(table: Table, i: int) -> list[int]:
    """Return a token and all those above it."""
    line = [i]
    while table.head[line[-1]] != line[-1]:
        line.append(table.head[line[-1]])
    return line


def clause_of(table: Table, head: int, root: int) -> Clause:
    """Return the clause around a head: its subject, complements and the time, no side clauses."""
    keep_to = _line_up(table, root)
    places: list[int] = []
    subject = subject_of(table, head) if is_verb(table, head) else None
    top = head
    while table.dep[top] == "xcomp" and is_verb(table, table.head[top]):
        top = table.head[top]
    if subject is not None and table.dep[top] in {"acl", "relcl"} and subject == table.head[top]:
        places += [i for i in _branch(table, subject) if i <= subject and i < head]
    stack = []
    places.append(top)
    verbal = is_verb(table, top)
    for child in table.children(top):
        aside = (verbal and table.dep[child] in _ASIDE) or _is_long_aside(table, child)
        if not aside or child in keep_to:
            stack.append(child)
    while stack:
        i = stack.pop()
        places.append(i)
        stack += [
            child
            for child in table.children(i)
            if not _is_long_aside(table, child) or child in keep_to
        ]
    sentence = table.sentence_of(head)
    places = [place for place in places if place in sentence]
    first, last = min(places), max(places)
    while first < last and _is_edge(table, first):
        first += 1
    while last > first and (table.punct[last] or table.space[last]):
        last -= 1
    return Clause(head, Span(table.start[first], table.end[last]), subject)


def _is_edge(table: Table, i: int) -> bool:
    """Tell whether a word at the front of a clause only ties it to another."""
    return (
        table.punct[i]
        or bool(table.space[i])
        or table.dep[i] in {"mark", "cc"}
        or table.tag[i] == "WRB"
    )


def _is_long_aside(table: Table, i: int) -> bool:
    dep = table.dep[i]
    return dep in {"advcl", "parataxis"} or (
        dep in {"relcl", "acl"} and any(table.dep[c] == "nsubj" for c in table.children(i))
    )


def _branch(table: Table, i: int) -> list[int]:
    """Return the tokens below a token and itself."""
    out = [i]
    for below in out:
        out += table.children(below)
    return out


def participants_of(table: Table, clause: Clause) -> list[int]:
    """Return the head words of who takes part: subject, agent, objects."""
    head = clause.head
    verbal = is_verb(table, head)
    out = [] if clause.subject is None else [clause.subject]
    for child in table.children(head):
        dep = table.dep[child]
        if dep == "agent":
            out += [below for below in table.children(child) if table.dep[below] == "pobj"]
        elif dep in _PARTICIPANTS or (not verbal and dep == "poss"):
            out.append(child)
    if not out and not verbal:
        above = table.head[head]
        verb = table.head[above] if table.dep[above] == "prep" else above
        doer = subject_of(table, verb) if is_verb(table, verb) else None
        out += [doer] if doer is not None and doer != head else []
    return out


def _has_auxiliary(table: Table, verb: int) -> bool:
    return any(
        table.dep[child] in _AUXILIARIES and table.tag[child] != "TO"
        for child in table.children(verb)
    )


def is_negated(table: Table, head: int) -> bool:
    """Tell whether the clause says that it did not happen."""
    return any(
        table.dep[child] == "neg" or table.lower[child] in NEGATIONS
        for child in table.children(head)
    )


def says_nothing(table: Table, clause: Clause, root: int) -> bool:
    """Tell whether a clause dates a state or a length of time, not a happening."""
    head = clause.head
    if not is_verb(table, head):
        return False
    word, tag = table.lemma_of(head), table.tag[head]
    if word in PERIOD_VERBS and tag in {"VBG", "VBN"} and not _has_auxiliary(table, head):
        return True
    if tag == "VB" and clause.subject is None and not _has_auxiliary(table, head):
        # ``how to stay warm this winter``: nobody does it.
        return True
    if word not in EMPTY_VERBS:
        return False
    subject = clause.subject
    if subject is None or not _is_event(table, subject):
        return True
    return subject in _line_up(table, root)[1:]
