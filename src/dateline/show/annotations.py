"""Facts as W3C Web Annotations: an annotation page whose targets are spans of a report's text.

Each target has a text position selector (code points of the page's text, as everywhere here) and a
text quote selector, so that it can be found again on the public page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.records import ReadReport, Record
from dateline.show.views import figure_line, statement_line, value_of
from dateline.text import Span

_AROUND = 32


class Selector(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A text position or text quote selector."""

    type: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None


class Target(Record, frozen=True, kw_only=True):
    """A span of a source."""

    source: str
    selector: Sequence[Selector]


class Body(Record, frozen=True, kw_only=True):
    """What is said of the span."""

    type: str
    purpose: str
    value: str


class Annotation(Record, frozen=True, kw_only=True):
    """One fact."""

    id: str
    type: str
    motivation: str
    body: Sequence[Body]
    target: Sequence[Target]


class AnnotationPage(Record, frozen=True, kw_only=True, rename={"context": "@context"}):
    """All facts of a report."""

    context: str
    id: str
    type: str
    items: Sequence[Annotation]


def _target(source: str, text: str, span: Span) -> Target:
    return Target(
        source=source,
        selector=[
            Selector(type="TextPositionSelector", start=span.start, end=span.end),
            Selector(
                type="TextQuoteSelector",
                exact=span.of(text),
                prefix=text[max(span.start - _AROUND, 0) : span.start],
                suffix=text[span.end : span.end + _AROUND],
            ),
        ],
    )


def _facts(read: ReadReport) -> Iterator[tuple[str, Sequence[Span], list[tuple[str, str]]]]:
    """Yield kind, spans, and what is said of them as pairs of purpose and words."""
    reading = read.reading
    for statement in reading.statements:
        line = statement_line(statement, reading, read.text)
        said = [("tagging", f"statement, {statement.style}")]
        if line.named:
            said.append(("identifying", line.speaker))
        yield "statement", statement.content, said
    for figure in reading.figures:
        shown = figure_line(figure, reading, read.text)
        said = [("tagging", "figure"), ("describing", value_of(figure))]
        if shown.measure:
            said.append(("describing", shown.measure))
        yield "figure", [Span(figure.start, figure.end)], said
    for time in reading.times:
        said = [("tagging", time.type), ("identifying", time.value)]
        yield "time", [Span(time.start, time.end)], said
    for person in reading.people:
        yield "person", person.mentions, [("tagging", "person"), ("identifying", person.name)]
    for item in reading.organisations:
        yield "organisation", item.mentions, [
            ("tagging", "organisation"), ("identifying", item.name),
        ]  # fmt: skip
    for place in reading.places:
        yield "place", place.mentions, [("tagging", "place"), ("identifying", place.name)]


def annotation_page(read: ReadReport, *, id: str) -> AnnotationPage:
    """Return a report's facts as an annotation page of that IRI."""
    source = read.report.url or f"urn:dateline:page:{read.page}"
    return AnnotationPage(
        context="http://www.w3.org/ns/anno.jsonld",
        id=id,
        type="AnnotationPage",
        items=[
            Annotation(
                id=f"{id}#{kind}-{number}",
                type="Annotation",
                motivation="identifying" if kind in ("person", "organisation", "place")
                else "describing",
                body=[
                    Body(type="TextualBody", purpose=purpose, value=words)
                    for purpose, words in said
                ],
                target=[_target(source, read.text, span) for span in spans],
            )
            for number, (kind, spans, said) in enumerate(_facts(read))
            if spans
        ],
    )  # fmt: skip
