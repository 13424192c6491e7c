"""Happenings: the clauses that a report dates, each with who, where, when and how sure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, cast

from dateline.reading.happenings.clauses import (
    Clause,
    clause_of,
    dated_head,
    is_direct,
    is_negated,
    is_verb,
    participants_of,
    says_nothing,
    time_root,
)
from dateline.reading.happenings.english import AGE_ENDING, PASSIVE_TELLERS
from dateline.reading.happenings.status import (
    is_foreseeing,
    is_only_foreseen,
    is_superseded,
    status_of,
)
from dateline.reading.model import lemma
from dateline.records import Happening, Statement, TimeExpression
from dateline.text import Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.reading.names import Names

__all__ = ["happenings_in"]

_TELLING_KINDS = {"says", "writes", "asks", "denies"}
_TOO_WIDE = {"decade", "century", "range"}
_TOO_VAGUE = {"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}


def happenings_in(
    doc: Doc,
    passage: Passage,
    times: Sequence[TimeExpression],
    names: Names | None,
    statements: Sequence[Statement],
    published: str | None,
) -> tuple[Happening, ...]:
    """Return the dated clauses of a passage in text order, one per clause and time.

    ``doc`` is the passage's parse, ``times`` its time expressions. A lead without a time whose verb
    stands in the past tense is dated to the day of the report and has no ``time``.
    """
    cues = [
        span
        for statement in statements
        if statement.kind in _TELLING_KINDS
        for span in statement.cue
    ]
    out: list[Happening] = []
    for index, root, head in _dated(doc, times, cues):
        clause = clause_of(head, root)
        if says_nothing(clause, root) or is_only_foreseen(clause, times[index].to, published):
            continue
        out.append(_happening(clause, times[index], index, names, statements, published))
    lead = _lead(doc, passage, times, cues, published)
    if lead is not None and published is not None:
        out.append(_by_dateline(lead, names, statements, published))
    return tuple(sorted(out, key=lambda happening: (happening.start, happening.end)))


def _dated(
    doc: Doc, times: Sequence[TimeExpression], cues: Sequence[Span]
) -> list[tuple[int, Token, Token]]:
    """Return the times that date a clause: index, head token of the time, head of the clause.

    Of several times in one clause those beside its head count; failing them, the first one.
    """
    found: list[tuple[int, Token, Token]] = []
    for index, time in enumerate(times):
        root = time_root(doc, time.start, time.end) if _dates_something(time) else None
        head = None if root is None else dated_head(root)
        if root is None or head is None or is_negated(head) or _only_tells(head, cues):
            continue
        found.append((index, root, head))
    out: list[tuple[int, Token, Token]] = []
    for index, root, head in found:
        same = [other for other in found if other[2].i == head.i]
        direct = [other for other in same if is_direct(other[1], head)]
        if (index, root, head) in (direct or same[:1]):
            out.append((index, root, head))
    return out


def _dates_something(time: TimeExpression) -> bool:
    return (
        time.from_ is not None
        and time.to is not None
        and time.type in {"DATE", "TIME"}
        and time.precision not in _TOO_WIDE
        and time.mod not in _TOO_VAGUE
    )


def _only_tells(head: Token, cues: Sequence[Span]) -> bool:
    """Tell whether a head is the cue of a statement: its time is that of the saying."""
    if is_foreseeing(head):
        return False
    if any(span.start <= head.idx < span.end for span in cues):
        return True
    return is_verb(head) and lemma(head) in PASSIVE_TELLERS


def _names_in(clause: Clause, names: Names | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of who takes part and of the places named in a clause."""
    if names is None:
        return (), ()
    who: dict[str, None] = {}
    for token in participants_of(clause):
        left, right = token.left_edge, token.right_edge
        end = (
            min(right.idx + len(right), clause.span.end) if token.i != clause.head.i else token.idx
        )
        # What follows the head noun (of …, in …) names others than the one who takes part.
        end = min(end, token.idx + len(token))
        for name in names.ids_at(Span(left.idx, max(end, token.idx + len(token)))):
            who[name] = None
    where = [
        place.id
        for place in names.places
        if any(clause.span.contains(mention) for mention in place.mentions)
    ]
    return tuple(who), tuple(where)


def _statement_of(clause: Clause, statements: Sequence[Statement]) -> int | None:
    offset = clause.head.idx
    for index, statement in enumerate(statements):
        claims = statement.spoken or statement.kind == "believes"
        if claims and any(span.start <= offset < span.end for span in statement.content):
            return index
    return None


def _happening(
    clause: Clause,
    time: TimeExpression,
    index: int,
    names: Names | None,
    statements: Sequence[Statement],
    published: str | None,
) -> Happening:
    who, where = _names_in(clause, names)
    start, end = cast("str", time.from_), cast("str", time.to)
    span = Span(min(clause.span.start, time.start), max(clause.span.end, time.end))
    span = span if len(span) <= len(clause.span) + 80 else clause.span
    mod = time.mod if time.mod in {"START", "MID", "END"} else None
    return Happening(
        start=span.start,
        end=span.end,
        from_=start,
        to=end,
        precision=time.precision,
        status=status_of(clause, start, end, published),
        verb=_verb(clause),
        mod=cast("Literal['START', 'MID', 'END'] | None", mod),
        superseded=is_superseded(clause),
        who=who,
        where=where,
        time=index,
        statement=_statement_of(clause, statements),
    )


def _verb(clause: Clause) -> str:
    return lemma(clause.head)


def _lead(
    doc: Doc,
    passage: Passage,
    times: Sequence[TimeExpression],
    cues: Sequence[Span],
    published: str | None,
) -> Clause | None:
    """Return the clause of a lead that tells a finished act without saying when."""
    block = next((block for block in passage.blocks if block.kind == "paragraph"), None)
    if block is None or published is None:
        return None
    for sentence in doc.sents:
        if sentence.start_char < block.start:
            continue
        if sentence.start_char >= block.end:
            return None
        root = sentence.root
        if root.tag_ != "VBD" or is_negated(root):
            return None
        if _only_tells(root, cues) or _follows_present(root):
            return None
        dated = any(
            sentence.start_char <= time.start < sentence.end_char
            and not passage.text[time.start : time.end].endswith(AGE_ENDING)
            for time in times
        )
        clause = clause_of(root, root)
        if dated or says_nothing(clause, root) or _is_pointing(clause.subject):
            return None
        return clause
    return None


def _follows_present(root: Token) -> bool:
    """Tell whether a clause in the present tense goes before: that sentence tells no news."""
    return any(child.i < root.i and child.tag_ in {"VBZ", "VBP"} for child in root.children)


def _is_pointing(subject: Token | None) -> bool:
    """Tell whether a subject is no name: a lead that starts with ``he`` tells of an earlier day."""
    return subject is None or subject.tag_.startswith("PRP")


def _by_dateline(
    clause: Clause, names: Names | None, statements: Sequence[Statement], published: str
) -> Happening:
    day = dt.date.fromisoformat(published[:10])
    who, where = _names_in(clause, names)
    return Happening(
        start=clause.span.start,
        end=clause.span.end,
        from_=day.isoformat(),
        to=(day + dt.timedelta(days=1)).isoformat(),
        precision="day",
        status="past",
        verb=_verb(clause),
        who=who,
        where=where,
        statement=_statement_of(clause, statements),
    )
