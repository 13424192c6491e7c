"""A page's text cut at every span's edge, so that overlapping facts can all be highlighted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dateline.records import Page, Reading, Record
from dateline.text import Span


class Fact(NamedTuple):
    """Which fact of which report: ``figure`` 2 is the third of the reading's figures."""

    report: str
    kind: str
    number: int

    @property
    def id(self) -> str:
        """The fact's id in a page, the same wherever it is shown."""
        return f"{self.report}-{self.kind}-{self.number}"


class Segment(Record, frozen=True, kw_only=True):
    """A stretch of text that lies wholly inside or outside every span."""

    start: int
    end: int
    words: str
    kinds: tuple[str, ...]
    """Which facts hold the stretch: ``statement``, ``figure``, ``time``, ``person``, ``place``."""
    fact: Fact | None
    """The shortest fact that holds the stretch; none where it has no letter or digit."""


class ShownPart(Record, frozen=True, kw_only=True):
    """A part of a page, with its segments in order."""

    kind: str
    segments: tuple[Segment, ...]


def facts_in(reading: Reading) -> Iterable[tuple[Fact, Span]]:
    """Yield every stretch of a reading's facts with the fact it belongs to."""

    def stretches(kind: str, facts: Iterable[Sequence[Span]]) -> Iterable[tuple[Fact, Span]]:
        for number, spans in enumerate(facts):
            for span in spans:
                yield Fact(reading.id, kind, number), span

    yield from stretches(
        "statement", ((*s.content, *s.source, *s.cue, *s.via) for s in reading.statements)
    )
    yield from stretches("figure", ([Span(f.start, f.end)] for f in reading.figures))
    yield from stretches("time", ([Span(t.start, t.end)] for t in reading.times))
    yield from stretches("person", (person.mentions for person in reading.people))
    yield from stretches("organisation", (item.mentions for item in reading.organisations))
    yield from stretches("place", (place.mentions for place in reading.places))


def _asides_of(reading: Reading) -> Iterable[Span]:
    """Yield the stretches that a fact may cite without being shown as its words."""
    for figure in reading.figures:
        yield from (*figure.measure, *figure.subject, *figure.basis_span)
    for happening in reading.happenings:
        yield Span(happening.start, happening.end)
    for person in reading.people:
        yield from (*person.pronouns, *([person.age_span] if person.age_span else []))
        yield from (Span(role.start, role.end) for role in person.roles)
        yield from (Span(kin.start, kin.end) for kin in person.relations)


def parts_of(
    page: Page, readings: Sequence[Reading], asked: Sequence[Span] = ()
) -> tuple[ShownPart, ...]:
    """Return the page's text as parts and segments; joined they are the text to the character.

    ``asked`` are spans to set apart besides the facts, of the kind ``asked``.
    """
    facts = [found for reading in readings for found in facts_in(reading)]
    marked = [(fact.kind, span) for fact, span in facts] + [("asked", span) for span in asked]
    edges = {0, len(page.text)}
    edges |= {edge for _, span in marked for edge in (span.start, span.end)}
    for span in _unmarked(page, readings):
        edges |= {span.start, span.end}
    for part in page.parts:
        edges |= {part.start, part.end}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(page.text))
    kinds: list[set[str]] = [set() for _ in cuts]
    for kind, span in marked:
        for index in range(bisect_left(cuts, span.start), bisect_left(cuts, span.end)):
            kinds[index].add(kind)
    shortest: list[Fact | None] = [None for _ in cuts]
    for fact, span in sorted(facts, key=lambda found: found[1].start - found[1].end):
        for index in range(bisect_left(cuts, span.start), bisect_left(cuts, span.end)):
            shortest[index] = fact
    shown: list[ShownPart] = []
    at = 0
    for _, end, kind in _stretches(page):
        segments: list[Segment] = []
        while at < len(cuts) - 1 and cuts[at] < end:
            words = page.text[cuts[at] : cuts[at + 1]]
            segments.append(
                Segment(
                    start=cuts[at],
                    end=cuts[at + 1],
                    words=words,
                    kinds=tuple(sorted(kinds[at])),
                    fact=shortest[at] if any(map(str.isalnum, words)) else None,
                )
            )
            at += 1
        if segments:
            shown.append(ShownPart(kind=kind, segments=tuple(segments)))
    return tuple(shown)


def _unmarked(page: Page, readings: Sequence[Reading]) -> Iterable[Span]:
    """Yield what can be cited besides the facts' words: bodies, headlines, dates, asides."""
    for reading in readings:
        yield from _asides_of(reading)
    for report in page.reports:
        yield from report.body
        for name in report.evidence.__struct_fields__:
            yield from getattr(report.evidence, name)


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
