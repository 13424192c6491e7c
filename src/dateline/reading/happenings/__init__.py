"""Happenings: the clauses that a report dates, each with who, where, when and how sure."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
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
from dateline.reading.happenings.ranges import ranges_among
from dateline.reading.happenings.status import (
    is_foreseeing,
    is_only_foreseen,
    is_superseded,
    status_of,
)
from dateline.reading.table import Table
from dateline.records import Happening, Statement, TimeExpression
from dateline.text import Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.reading.names import Names

__all__ = ["happenings_in"]

_TELLING_KINDS = {"says", "writes", "asks", "denies"}
_TOO_WIDE = {"decade", "century", "range"}
_TOO_VAGUE = {"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"}


class _Known:
    """What the other layers have found in a passage, as its clauses ask for it."""

    __slots__ = ("_claims", "_names", "_place_starts", "_places", "cues", "table")

    def __init__(self, table: Table, names: Names | None, statements: Sequence[Statement]) -> None:
        self.table = table
        self.cues = {
            i
            for statement in statements
            if statement.kind in _TELLING_KINDS
            for span in statement.cue
            for i in range(bisect_left(table.start, span.start), bisect_left(table.start, span.end))
        }
        """The tokens by which something is told."""
        self._claims = [
            (span.start, span.end, index)
            for index, statement in enumerate(statements)
            if statement.spoken or statement.kind == "believes"
            for span in statement.content
        ]
        self._names = names
        self._places = sorted(
            (mention.start, mention.end, number)
            for number, place in enumerate(names.places if names is not None else ())
            for mention in place.mentions
        )
        self._place_starts = [start for start, _, _ in self._places]

    def who_in(self, clause: Clause) -> tuple[str, ...]:
        """Return the ids of who takes part in a clause."""
        if self._names is None:
            return ()
        table = self.table
        # What follows the head noun (of …, in …) names others than the one who takes part.
        return tuple(dict.fromkeys(
            name
            for i in participants_of(table, clause)
            for name in self._names.ids_at(Span(table.start[table.first[i]], table.end[i]))
        ))  # fmt: skip

    def where_in(self, clause: Clause) -> tuple[str, ...]:
        """Return the ids of the places named in a clause."""
        start, end = clause.span.start, clause.span.end
        inside = slice(
            bisect_left(self._place_starts, start), bisect_right(self._place_starts, end)
        )
        numbers = {number for _, last, number in self._places[inside] if last <= end}
        places = self._names.places if self._names is not None else ()
        return tuple(places[number].id for number in sorted(numbers))

    def statement_of(self, clause: Clause) -> int | None:
        """Return the index of the statement that claims a clause."""
        at = self.table.start[clause.head]
        return next((index for start, end, index in self._claims if start <= at < end), None)


def happenings_in(
    doc: Doc,
    passage: Passage,
    times: Sequence[TimeExpression],
    names: Names | None,
    statements: Sequence[Statement],
    published: str | None,
    *,
    table: Table | None = None,
) -> tuple[Happening, ...]:
    """Return the dated clauses of a passage in text order, one per clause and time.

    ``doc`` is the passage's parse, ``table`` its table where it is at hand, ``times`` the passage's
    time expressions. A lead without a time whose verb stands in the past tense is dated to the day
    of the report and has no ``time``.
    """
    if not len(doc):
        return ()
    table = table or Table(doc, passage)
    known = _Known(table, names, statements)
    out: list[Happening] = []
    ranges = ranges_among(passage.text, times)
    done: set[tuple[int, int]] = set()
    for index, root, head in _dated(known, times):
        clause = clause_of(table, head, root)
        time = ranges.get(index, times[index])
        if (time.start, head) in done:
            continue
        done.add((time.start, head))
        if says_nothing(table, clause, root) or is_only_foreseen(table, clause, time.to, published):
            continue
        out.append(_happening(known, clause, time, index, published))
    lead = _lead(known, passage, times, published)
    if lead is not None and published is not None:
        out.append(_by_dateline(known, lead, published))
    return tuple(_told_once(sorted(out, key=lambda happening: (happening.start, happening.end))))


def _told_once(happenings: list[Happening]) -> list[Happening]:
    """Return the happenings without those whose clause another time dates as well or finer."""
    by_clause: dict[tuple[object, ...], list[Happening]] = {}
    for one in happenings:
        by_clause.setdefault((one.start, one.end, one.verb), []).append(one)
    return [
        one
        for same in by_clause.values()
        for number, one in enumerate(same)
        if not any(
            _holds(one, other) and (other_number < number or not _holds(other, one))
            for other_number, other in enumerate(same)
            if other_number != number
        )
    ]


def _holds(wide: Happening, fine: Happening) -> bool:
    """Tell whether one interval lies in another; a day holds the hours of its own date."""
    if not (wide.from_ and wide.to and fine.from_ and fine.to):
        return False
    within_day = wide.from_ == fine.from_[:10] and wide.precision == "day"
    return within_day or (wide.from_ <= fine.from_ and fine.to <= wide.to)


def _dated(known: _Known, times: Sequence[TimeExpression]) -> list[tuple[int, int, int]]:
    """Return the times that date a clause: index, head token of the time, head of the clause.

    Of several times in one clause those beside its head count; failing them, the first one.
    """
    table = known.table
    by_head: dict[int, list[tuple[int, int, int]]] = {}
    for index, time in enumerate(times):
        root = time_root(table, time.start, time.end) if _dates_something(time) else None
        head = None if root is None else dated_head(table, root)
        if root is None or head is None or is_negated(table, head) or _only_tells(known, head):
            continue
        by_head.setdefault(head, []).append((index, root, head))
    out: list[tuple[int, int, int]] = []
    for same in by_head.values():
        out += [found for found in same if is_direct(table, found[1], found[2])] or same[:1]
    return sorted(out)


def _dates_something(time: TimeExpression) -> bool:
    return (
        time.from_ is not None
        and time.to is not None
        and time.type in {"DATE", "TIME"}
        and time.precision not in _TOO_WIDE
        and time.mod not in _TOO_VAGUE
    )


def _only_tells(known: _Known, head: int) -> bool:
    """Tell whether a head is the cue of a statement: its time is that of the saying."""
    table = known.table
    if is_foreseeing(table, head):
        return False
    return head in known.cues or (is_verb(table, head) and table.lemma_of(head) in PASSIVE_TELLERS)


def _happening(
    known: _Known, clause: Clause, time: TimeExpression, index: int, published: str | None
) -> Happening:
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
        status=status_of(known.table, clause, start, end, published),
        verb=known.table.lemma_of(clause.head),
        mod=cast("Literal['START', 'MID', 'END'] | None", mod),
        superseded=is_superseded(known.table, clause),
        who=known.who_in(clause),
        where=known.where_in(clause),
        time=index,
        statement=known.statement_of(clause),
    )


def _lead(
    known: _Known, passage: Passage, times: Sequence[TimeExpression], published: str | None
) -> Clause | None:
    """Return the clause of a lead that tells a finished act without saying when."""
    table = known.table
    block = next((block for block in passage.blocks if block.kind == "paragraph"), None)
    if block is None or published is None:
        return None
    sentence = table.sentence_of(min(bisect_left(table.start, block.start), table.size - 1))
    if table.start[sentence.start] < block.start:
        # The sentence begins before the block: the next one is the block's first.
        if sentence.stop == table.size:
            return None
        sentence = table.sentence_of(sentence.stop)
    if table.start[sentence.start] >= block.end:
        return None
    root = table.top_of(sentence)
    if table.tag[root] != "VBD" or is_negated(table, root):
        return None
    if _only_tells(known, root) or _follows_present(table, root):
        return None
    start, end = table.start[sentence.start], table.end[sentence.stop - 1]
    dated = any(
        start <= time.start < end and not passage.text[time.start : time.end].endswith(AGE_ENDING)
        for time in times
    )
    clause = clause_of(table, root, root)
    if dated or says_nothing(table, clause, root) or _is_pointing(table, clause.subject):
        return None
    return clause


def _follows_present(table: Table, root: int) -> bool:
    """Tell whether a clause in the present tense goes before: that sentence tells no news."""
    return any(
        child < root and table.tag[child] in {"VBZ", "VBP"} for child in table.children(root)
    )


def _is_pointing(table: Table, subject: int | None) -> bool:
    """Tell whether a subject is no name: a lead that starts with ``he`` tells of an earlier day."""
    return subject is None or table.tag[subject].startswith("PRP")


def _by_dateline(known: _Known, clause: Clause, published: str) -> Happening:
    day = dt.date.fromisoformat(published[:10])
    return Happening(
        start=clause.span.start,
        end=clause.span.end,
        from_=day.isoformat(),
        to=(day + dt.timedelta(days=1)).isoformat(),
        precision="day",
        status="past",
        verb=known.table.lemma_of(clause.head),
        who=known.who_in(clause),
        where=known.where_in(clause),
        statement=known.statement_of(clause),
    )
