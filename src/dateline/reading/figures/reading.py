"""Figures of a report: quantities with what they measure, of whom, on what basis, as of when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.reading.figures.basis import BasisReader, statement_around
from dateline.reading.figures.cleared import cleared
from dateline.reading.figures.counted import counted_in, is_part_of_name, is_pronoun_one
from dateline.reading.figures.dated import Dates
from dateline.reading.figures.flash import FlashReader
from dateline.reading.figures.measured import (
    Measured,
    aged_by,
    is_denied,
    measured_by,
)
from dateline.reading.figures.placed import (
    Placed,
    is_said_of_it,
    is_said_of_the_number,
    outcome_after,
    put_by,
    putting,
    refers_back,
    teller_of,
)
from dateline.reading.figures.quantities import quantities_in
from dateline.reading.figures.taken_up import owned, per_share, taken_up
from dateline.reading.table import Table
from dateline.records import Bound, Figure, Statement, TimeExpression
from dateline.text import Passage, Span, without_entities

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.reading.names import Names

_FIRST_YEAR = 1500
"""About a number below this is taken for a count, not for a year."""
_OPPOSITE: dict[str, Bound] = {">": "<", "<": ">"}
_NEGATED = re.compile(r"\b(?:no|not) \w+ than\s$")


def figures_in(
    doc: Doc,
    passage: Passage,
    *,
    times: Sequence[TimeExpression] = (),
    statements: Sequence[Statement] = (),
    names: Names | None = None,
    table: Table | None = None,
) -> tuple[Figure, ...]:
    """Return the figures of a parsed passage in text order.

    Times and statements are those of the same passage; with them a figure gets its date and the
    statement it stands in, and a number inside a date is left out. ``table`` is the parse's, where
    it is at hand.
    """
    people = [span for person in names.people for span in person.mentions] if names else []
    text = without_entities(passage.text)
    table = table or Table(doc, passage)
    dates = Dates(table, text, [time for time in times if time.type in ("DATE", "TIME")])
    quantities = [
        quantity
        for quantity in quantities_in(text)
        if quantity.kind not in (None, "count")
        or (quantity.bound != "=" and quantity.value is not None and quantity.value < _FIRST_YEAR)
        or not dates.holds(quantity.number_start)
    ]
    read = [(quantity, counted_in(table, text, quantity)) for quantity in quantities]
    told = [
        (quantity, counted)
        for quantity, counted in read
        if not is_pronoun_one(text, quantity, counted)
        and not is_part_of_name(table, text, quantity, counted)
    ]
    if not told:
        return ()
    spans = [Span(quantity.start, quantity.end) for quantity, _ in told]
    dates.over(spans)
    bases = BasisReader(table, text)
    flashes = FlashReader(table, text)
    out: list[Figure] = []
    for (quantity, counted), span in zip(told, spans, strict=True):
        tokens = table.over(span.start, span.end)
        placed = Placed(tokens, table.top_of(tokens))
        verb = putting(table, placed)
        putter = put_by(table, verb)
        around = table.sentence_of(tokens.start)
        sentence = Span(table.start[around.start], table.end[around.stop - 1])
        index = statement_around(statements, span)
        if (
            index is not None
            and putter is not None
            and not any(sentence.overlaps(source) for source in statements[index].source)
        ):
            # Who puts the number is whose word it is, not who spoke in the sentence before.
            index = None
        elif index is not None:
            teller = putter if putter is not None else teller_of(table, placed)
            tellers = statements[index].source
            told_by = tellers[0].start if tellers else span.start
            if teller is not None and ";" in text[told_by : table.start[teller]]:
                # "The union said 1,900 were out; the city put it at 1,600."
                index = None
        block = passage.block_at(span.start)
        basis: tuple[str, Span] | None = None
        as_of: str | None = None
        if quantity.kind == "age":
            measured = Measured((), aged_by(table, placed))
        else:
            measured = measured_by(table, placed, counted.noun)
            if counted.unit == "people" and counted.noun is None:
                outcome = outcome_after(table, placed)
                adjoins = bool(outcome) and outcome[0].start <= span.end + 1
                if adjoins or not measured.measure:
                    measured = Measured(outcome, measured.subject)
            basis = bases.basis_of(
                span,
                placed.top,
                putter,
                sentence,
                spans,
                statements[index] if index is not None else None,
                share=quantity.kind == "percent" or (counted.unit or "").endswith(("vote", "seat")),
                paragraph=block.start if block is not None else -1,
            )
            as_of = dates.of(
                span,
                sentence,
                statements[index] if index is not None else None,
                (*measured.measure, *measured.subject),
            )
        measured = cleared(
            text,
            span,
            counted.unit,
            measured,
            spans,
            block=Span(block.start, block.end) if block is not None else None,
            tellers=statements[index].source if index is not None else (),
        )
        bound = quantity.bound
        if (
            bound in _OPPOSITE
            and is_denied(table, placed)
            and not _NEGATED.search(text, span.start - 16, span.start)
        ):
            bound = _OPPOSITE[bound]
        figure = Figure(
            start=span.start,
            end=span.end,
            value=quantity.value,
            low=quantity.low,
            high=quantity.high,
            bound=bound,
            change=bound if quantity.bound == quantity.change else quantity.change,
            unit=counted.unit,
            unit_text=counted.unit_text,
            measure=measured.measure,
            subject=measured.subject,
            as_of=as_of,
            basis=basis[0] if basis else None,
            basis_span=(basis[1],) if basis else (),
            statement=index,
            vague=quantity.vague,
            moves=quantity.moves,
        )
        figure = taken_up(
            text,
            owned(text, figure, people),
            out,
            back=refers_back(table, verb) or is_said_of_the_number(table, placed),
            it=not measured.measure and is_said_of_it(table, placed),
        )
        out.append(per_share(text, flashes.read(figure, out)))
    return tuple(out)
