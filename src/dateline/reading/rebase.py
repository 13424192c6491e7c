"""Carrying a reading from the passage it was made on to the page the passage was taken from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from dateline.records import (
    Figure,
    Happening,
    Note,
    Organisation,
    Person,
    Place,
    Reading,
    Role,
    Statement,
    TimeExpression,
)
from dateline.text import Passage, Span

_Located = TypeVar("_Located", Role, Figure, TimeExpression, Happening)


def _spans(spans: Iterable[Span], passage: Passage) -> tuple[Span, ...]:
    return tuple(piece for span in spans for piece in passage.to_page(span))


def _span(span: Span | None, passage: Passage) -> Span | None:
    if span is None:
        return None
    pieces = passage.to_page(span)
    return pieces[0] if pieces else None


def _located(item: _Located, passage: Passage) -> _Located:
    """Move an item with one start and end; one over several blocks keeps the first one's part."""
    piece = passage.to_page(Span(item.start, item.end))[0]
    return msgspec.structs.replace(item, start=piece.start, end=piece.end)


def _statement(statement: Statement, passage: Passage) -> Statement:
    return msgspec.structs.replace(
        statement,
        content=_spans(statement.content, passage),
        source=_spans(statement.source, passage),
        cue=_spans(statement.cue, passage),
        via=_spans(statement.via, passage),
        antecedent=_spans(statement.antecedent, passage),
    )


def _figure(figure: Figure, passage: Passage) -> Figure:
    return msgspec.structs.replace(
        _located(figure, passage),
        measure=_spans(figure.measure, passage),
        subject=_spans(figure.subject, passage),
        basis_span=_spans(figure.basis_span, passage),
    )


def _time(time: TimeExpression, passage: Passage) -> TimeExpression:
    return msgspec.structs.replace(
        _located(time, passage), anchor_span=_span(time.anchor_span, passage)
    )


def _person(person: Person, passage: Passage) -> Person:
    return msgspec.structs.replace(
        person,
        mentions=_spans(person.mentions, passage),
        pronouns=_spans(person.pronouns, passage),
        roles=tuple(_located(role, passage) for role in person.roles),
        relations=tuple(
            msgspec.structs.replace(kin, start=piece.start, end=piece.end)
            for kin in person.relations
            for piece in passage.to_page(Span(kin.start, kin.end))[:1]
        ),
        age_span=_span(person.age_span, passage),
    )


def rebased(reading: Reading, passage: Passage) -> Reading:
    """Return the reading with every offset moved from the passage to its page."""
    if passage.is_whole_text:
        return reading
    return msgspec.structs.replace(
        reading,
        statements=tuple(_statement(item, passage) for item in reading.statements),
        figures=tuple(_figure(item, passage) for item in reading.figures),
        times=tuple(_time(item, passage) for item in reading.times),
        people=tuple(_person(item, passage) for item in reading.people),
        organisations=tuple(_mentioned(item, passage) for item in reading.organisations),
        places=tuple(_mentioned(item, passage) for item in reading.places),
        happenings=tuple(_located(item, passage) for item in reading.happenings),
        notes=tuple(_note(item, passage) for item in reading.notes),
    )


_Mentioned = TypeVar("_Mentioned", Organisation, Place)


def _mentioned(item: _Mentioned, passage: Passage) -> _Mentioned:
    return msgspec.structs.replace(item, mentions=_spans(item.mentions, passage))


def _note(note: Note, passage: Passage) -> Note:
    return msgspec.structs.replace(note, spans=_spans(note.spans, passage))
