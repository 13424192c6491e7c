"""Facts as W3C Web Annotations: a collection whose targets are spans of a page's text.

Each target has a text position selector (code points of the text as it was read) and a text quote
selector, by which the words can be found again on the public page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from dateline.records import Organisation, Person, Place, ReadReport, Record
from dateline.show.dates import when_of
from dateline.show.views import figure_line, statement_line
from dateline.text import Span

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


class Selector(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A text position or text quote selector."""

    type: str
    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None


class Source(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The text that the selectors are of."""

    id: str
    type: str
    format: str
    language: str | None = None
    via: str | None = None
    """The public page it was read from."""


class Target(Record, frozen=True, kw_only=True):
    """A span of a source."""

    type: str
    source: Source
    selector: Sequence[Selector]


class Composite(Record, frozen=True, kw_only=True):
    """Spans that are one only together: a quotation with a gap."""

    type: str
    items: Sequence[Target]


class Body(Record, frozen=True, kw_only=True):
    """What is said of the span."""

    type: str
    format: str
    purpose: str
    value: str


class Annotation(Record, frozen=True, kw_only=True):
    """One fact."""

    id: str
    type: str
    motivation: str
    body: Sequence[Body]
    target: Sequence[Target] | Composite


class AnnotationPage(Record, frozen=True, kw_only=True, rename={"part_of": "partOf"}):
    """The facts themselves."""

    id: str
    type: str
    part_of: str
    items: Sequence[Annotation]


class AnnotationCollection(Record, frozen=True, kw_only=True, rename={"context": "@context"}):
    """All facts of a report, on one page."""

    context: str
    id: str
    type: str
    label: str
    total: int
    first: AnnotationPage
    last: str


class _Fact(Record, frozen=True, kw_only=True):
    id: str
    spans: Sequence[Span]
    said: Sequence[tuple[str, str]]
    """Pairs of purpose and words."""
    motivation: Literal["describing", "identifying"] = "describing"
    together: bool = False


def _facts(read: ReadReport) -> Iterator[_Fact]:
    reading, text = read.reading, read.text
    for number, statement in enumerate(reading.statements):
        line = statement_line(statement, reading, text)
        said = [("tagging", "statement"), ("tagging", statement.style)]
        if line.named or line.source:
            said.append(("describing", line.speaker))
        yield _Fact(id=f"statement-{number}", spans=statement.content, said=said, together=True)
    for number, figure in enumerate(reading.figures):
        shown = figure_line(figure, reading, text)
        said = [("tagging", "figure"), ("describing", shown.value)]
        said += [("describing", words) for words in (shown.measure, shown.basis) if words]
        yield _Fact(id=f"figure-{number}", spans=[Span(figure.start, figure.end)], said=said)
    for number, time in enumerate(reading.times):
        said = [("tagging", time.type), ("describing", time.value)]
        yield _Fact(id=f"time-{number}", spans=[Span(time.start, time.end)], said=said)
    for number, item in enumerate(reading.happenings):
        said = [("tagging", "happening"), ("tagging", item.status)]
        if item.from_:
            said.append(("describing", when_of(item)))
        yield _Fact(id=f"happening-{number}", spans=[Span(item.start, item.end)], said=said)
    for number, person in enumerate(reading.people):
        for place, role in enumerate(person.roles):
            yield _Fact(
                id=f"role-{number}-{place}",
                spans=[Span(role.start, role.end)],
                said=[("tagging", "former role" if role.former else "role"),
                      ("describing", person.name)],
            )  # fmt: skip
    kinds: Sequence[tuple[str, Sequence[Person | Organisation | Place]]] = (
        ("person", reading.people),
        ("organisation", reading.organisations),
        ("place", reading.places),
    )
    for kind, things in kinds:
        for number, thing in enumerate(things):
            yield _Fact(
                id=f"{kind}-{number}",
                spans=thing.mentions,
                said=[("tagging", kind), ("identifying", thing.name)],
                motivation="identifying",
            )


def _target(source: Source, text: str, span: Span) -> Target:
    return Target(
        type="SpecificResource",
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


def annotation_collection(
    read: ReadReport, *, id: str, source: str, language: str | None = None
) -> AnnotationCollection:
    """Return a report's facts as a collection with one page.

    ``id`` is the collection's IRI, to which ``#statement-0`` and so on name the facts; ``source``
    that of the page's text.
    """
    text = Source(
        id=source, type="Text", format="text/plain", language=language, via=read.report.url
    )
    items = []
    for fact in filter(lambda item: item.spans, _facts(read)):
        targets = [_target(text, read.text, span) for span in fact.spans]
        items.append(
            Annotation(
                id=f"{id}#{fact.id}",
                type="Annotation",
                motivation=fact.motivation,
                body=[
                    Body(type="TextualBody", format="text/plain", purpose=purpose, value=words)
                    for purpose, words in fact.said
                ],
                target=Composite(type="Composite", items=targets)
                if fact.together and len(targets) > 1
                else targets,
            )
        )
    page = f"{id}#page"
    return AnnotationCollection(
        context=_CONTEXT,
        id=id,
        type="AnnotationCollection",
        label=read.report.headline or "",
        total=len(items),
        first=AnnotationPage(id=page, type="AnnotationPage", part_of=id, items=items),
        last=page,
    )
