"""A page's text cut at every span's edge, so that overlapping facts can all be highlighted."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from dateline.records import Page, Reading, Record
from dateline.text import Span


class Segment(Record, frozen=True, kw_only=True):
    """A stretch of text that lies wholly inside or outside every span."""

    start: int
    end: int
    words: str
    kinds: tuple[str, ...]
    """Which facts hold the stretch: ``statement``, ``figure``, ``time``, ``person``, ``place``."""


class ShownPart(Record, frozen=True, kw_only=True):
    """A part of a page, with its segments in order."""

    kind: str
    segments: tuple[Segment, ...]


def facts_in(reading: Reading) -> Iterable[tuple[str, Span]]:
    """Yield every span of a reading with the kind of fact it is."""
    for statement in reading.statements:
        for span in (*statement.content, *statement.source, *statement.cue, *statement.via):
            yield "statement", span
    for figure in reading.figures:
        yield "figure", Span(figure.start, figure.end)
        for span in (*figure.measure, *figure.subject, *figure.basis_span):
            yield "", span
    for time in reading.times:
        yield "time", Span(time.start, time.end)
    for happening in reading.happenings:
        yield "", Span(happening.start, happening.end)
    for person in reading.people:
        for span in person.mentions:
            yield "person", span
        for span in (*person.pronouns, *([person.age_span] if person.age_span else [])):
            yield "", span
        for role in person.roles:
            yield "", Span(role.start, role.end)
        for kin in person.relations:
            yield "", Span(kin.start, kin.end)
    for organisation in reading.organisations:
        for span in organisation.mentions:
            yield "organisation", span
    for place in reading.places:
        for span in place.mentions:
            yield "place", span


def parts_of(
    page: Page, readings: Sequence[Reading], asked: Sequence[Span] = ()
) -> tuple[ShownPart, ...]:
    """Return the page's text as parts and segments; joined they are the text to the character.

    ``asked`` are spans to set apart besides the facts, of the kind ``asked``.
    """
    facts = [fact for reading in readings for fact in facts_in(reading)]
    facts += [("asked", span) for span in asked]
    for report in page.reports:
        facts += [("", span) for span in report.body]
        evidence = report.evidence
        for name in evidence.__struct_fields__:
            facts += [("", span) for span in getattr(evidence, name)]
    edges = {0, len(page.text)}
    for _, span in facts:
        edges |= {span.start, span.end}
    for part in page.parts:
        edges |= {part.start, part.end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(page.text))
    kinds: list[set[str]] = [set() for _ in cuts]
    for kind, span in facts:
        if kind:
            first, last = bisect.bisect_left(cuts, span.start), bisect.bisect_left(cuts, span.end)
            for index in range(first, last):
                kinds[index].add(kind)
    shown: list[ShownPart] = []
    at = 0
    for _, end, kind in _stretches(page):
        segments: list[Segment] = []
        while at < len(cuts) - 1 and cuts[at] < end:
            segments.append(
                Segment(
                    start=cuts[at],
                    end=cuts[at + 1],
                    words=page.text[cuts[at] : cuts[at + 1]],
                    kinds=tuple(sorted(kinds[at])),
                )
            )
            at += 1
        if segments:
            shown.append(ShownPart(kind=kind, segments=tuple(segments)))
    return tuple(shown)


def _stretches(page: Page) -> Iterable[tuple[int, int, str]]:
    """Yield the parts and the white space between them."""
    at = 0
    for part in page.parts:
        if part.start > at:
            yield at, part.start, "between"
        yield part.start, part.end, part.kind
        at = part.end
    if at < len(page.text):
        yield at, len(page.text), "between"
