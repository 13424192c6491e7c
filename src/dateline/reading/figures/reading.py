"""Figures of a report: quantities with what they measure, of whom, on what basis, as of when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.reading.figures.basis import basis_of_source, basis_of_words, statement_around
from dateline.reading.figures.counted import Counted, counted_in, is_part_of_name, is_pronoun_one
from dateline.reading.figures.measured import measured_by
from dateline.reading.figures.quantities import quantities_in
from dateline.reading.figures.quantity import Quantity
from dateline.records import Figure, Statement, TimeExpression
from dateline.text import Passage, Span, without_entities

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.reading.names import Names

_DATED_REACH = 60


def figures_in(
    doc: Doc,
    passage: Passage,
    *,
    times: Sequence[TimeExpression] = (),
    statements: Sequence[Statement] = (),
    names: Names | None = None,
) -> tuple[Figure, ...]:
    """Return the figures of a parsed passage in text order.

    Times and statements are those of the same passage; with them a figure gets its date and the
    statement it stands in, and a number inside a date is left out. ``names`` keeps numbers that
    belong to a name from being read.
    """
    del names
    text = without_entities(passage.text)
    dates = [time for time in times if time.type in ("DATE", "TIME")]
    out: list[Figure] = []
    for quantity in quantities_in(text):
        span = Span(quantity.start, quantity.end)
        if quantity.kind in (None, "count") and any(
            time.start <= quantity.number_start < time.end for time in dates
        ):
            continue
        counted = counted_in(doc, quantity)
        if is_pronoun_one(doc, quantity, counted) or is_part_of_name(doc, quantity, counted):
            continue
        out.append(_figure(doc, text, quantity, span, counted, dates, statements))
    return tuple(out)


def _figure(
    doc: Doc,
    text: str,
    quantity: Quantity,
    span: Span,
    counted: Counted,
    dates: Sequence[TimeExpression],
    statements: Sequence[Statement],
) -> Figure:
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    sentence = Span(tokens.sent.start_char, tokens.sent.end_char)
    measured = measured_by(tokens, counted.noun)
    index = statement_around(statements, span)
    basis = basis_of_words(text, sentence, span)
    if index is not None and (
        basis is None or basis[0] in ("forecast", "plan") and len(sentence) > 200
    ):
        basis = basis_of_source(text, statements[index]) or basis
    return Figure(
        start=span.start,
        end=span.end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        change=quantity.change,
        unit=counted.unit,
        unit_text=counted.unit_text,
        measure=measured.measure,
        subject=measured.subject,
        as_of=_as_of(dates, sentence, span, statements, index),
        basis=basis[0] if basis else None,
        basis_span=(basis[1],) if basis else (),
        statement=index,
        vague=quantity.vague,
    )


def _as_of(
    dates: Sequence[TimeExpression],
    sentence: Span,
    figure: Span,
    statements: Sequence[Statement],
    index: int | None,
) -> str | None:
    """Return the value of the date nearest to a figure, unless it dates the telling of it."""
    best: tuple[int, str] | None = None
    for time in dates:
        if time.start < sentence.start or time.end > sentence.end or not time.value[:1].isdigit():
            continue
        if index is not None and not any(
            part.start <= time.start and time.end <= part.end for part in statements[index].content
        ):
            continue
        distance = max(time.start - figure.end, figure.start - time.end, 0)
        if distance <= _DATED_REACH and (best is None or distance < best[0]):
            best = (distance, time.value)
    return best[1] if best else None
