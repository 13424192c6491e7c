"""schema.org as JSON-LD: a report as NewsArticle, its statements as Quotation or Claim.

Direct words become a ``Quotation``; a statement told in the reporter's words a ``Claim`` with that
newsroom as its interpreter, and so a figure. The report's text is not repeated: each part has
its words, their position in the page's text (RFC 5147) and its Web Annotation.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Placement, ReadReport, Record
from dateline.show.iris import iri, iri_of_words
from dateline.show.views import figure_line, statement_line
from dateline.text import Span

CONTEXT = "https://schema.org"


class Ref(Record, frozen=True, kw_only=True, rename={"id_": "@id"}):
    """A thing by its IRI."""

    id_: str


class Thing(Record, frozen=True, kw_only=True, omit_defaults=True, rename={"type_": "@type"}):
    """A person, organisation, place or topic by name."""

    type_: str
    name: str
    description: str | None = None


class Part(
    Record, frozen=True, kw_only=True, omit_defaults=True, rename={"type_": "@type", "id_": "@id"}
):
    """A Quotation or a Claim in a report."""

    type_: str
    id_: str
    identifier: str
    text: str
    about: Thing | None = None
    spokenByCharacter: Thing | None = None  # noqa: N815
    creator: Thing | None = None
    claimInterpreter: Thing | None = None  # noqa: N815
    isPartOf: Ref | None = None  # noqa: N815
    appearance: Ref | None = None
    subjectOf: Ref | None = None  # noqa: N815


class NewsArticle(
    Record,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    rename={"type_": "@type", "id_": "@id", "context": "@context"},
):
    """A report as schema.org names its fields; what is not known is left out."""

    context: str | None = None
    """Given where the article is a document of its own."""
    type_: str
    id_: str
    identifier: str
    headline: str | None = None
    author: Sequence[Thing] = ()
    publisher: Thing | None = None
    provider: Thing | None = None
    copyrightHolder: Thing | None = None  # noqa: N815
    datePublished: str | None = None  # noqa: N815
    dateModified: str | None = None  # noqa: N815
    dateline: str | None = None
    inLanguage: str | None = None  # noqa: N815
    version: str | None = None
    url: str | None = None
    isBasedOn: Ref | None = None  # noqa: N815
    mentions: Sequence[Thing] = ()
    hasPart: Sequence[Part] = ()  # noqa: N815


class Graph(Record, frozen=True, kw_only=True, rename={"context": "@context", "graph": "@graph"}):
    """Reports as one JSON-LD document."""

    context: str
    graph: Sequence[NewsArticle]


def _organisation(name: str | None) -> Thing | None:
    return Thing(type_="Organization", name=name) if name else None


def _newsroom(read: ReadReport) -> str | None:
    """Return who words the report: of wire copy the agency."""
    return read.report.agency or read.report.outlet


def _speaker(read: ReadReport, number: int | None) -> Thing | None:
    """Return who makes a statement when that is certain."""
    if number is None or number >= len(read.reading.statements):
        return None
    statement = read.reading.statements[number]
    line = statement_line(statement, read.reading, read.text)
    if not line.named:
        return None
    people = {person.id for person in read.reading.people}
    kind = "Person" if statement.speaker in people else "Organization"
    return Thing(type_=kind, name=line.speaker, description=line.role)


def _statements(read: ReadReport, annotations: str | None) -> list[Part]:
    report = Ref(id_=iri("report", read.report.id))
    parts = []
    for number, statement in enumerate(read.reading.statements):
        if not statement.content:
            continue
        direct = statement.style == "direct"
        speaker = _speaker(read, number)
        parts.append(
            Part(
                type_="Quotation" if direct else "Claim",
                id_=f"{report.id_}#statement-{number}",
                identifier=iri_of_words(read.page, statement.content),
                text=statement_line(statement, read.reading, read.text).content,
                spokenByCharacter=speaker if direct else None,
                creator=None if direct else speaker,
                claimInterpreter=None if direct else _organisation(_newsroom(read)),
                isPartOf=report,
                appearance=None if direct else report,
                subjectOf=Ref(id_=f"{annotations}#statement-{number}") if annotations else None,
            )
        )
    return parts


def _figures(read: ReadReport, annotations: str | None) -> list[Part]:
    report = Ref(id_=iri("report", read.report.id))
    parts = []
    for number, figure in enumerate(read.reading.figures):
        line = figure_line(figure, read.reading, read.text)
        parts.append(
            Part(
                type_="Claim",
                id_=f"{report.id_}#figure-{number}",
                identifier=iri_of_words(read.page, [Span(figure.start, figure.end)]),
                text=line.words,
                about=Thing(type_="Thing", name=line.measure) if line.measure else None,
                creator=_speaker(read, figure.statement),
                claimInterpreter=_organisation(_newsroom(read)),
                isPartOf=report,
                appearance=report,
                subjectOf=Ref(id_=f"{annotations}#figure-{number}") if annotations else None,
            )
        )
    return parts


def news_article(
    read: ReadReport,
    *,
    language: str | None = None,
    placement: Placement | None = None,
    annotations: str | None = None,
    alone: bool = True,
) -> NewsArticle:
    """Return a report as a NewsArticle with its statements and figures as parts.

    ``annotations`` is the IRI of its annotation collection; ``alone`` makes it a document of its
    own, otherwise it belongs to a `graph_of`.
    """
    report = read.report
    earlier = (placement.copy_of or placement.version_of) if placement else None
    named = [Thing(type_="Person", name=person.name) for person in read.reading.people]
    named += [Thing(type_="Organization", name=item.name) for item in read.reading.organisations]
    named += [Thing(type_="Place", name=item.name) for item in read.reading.places]
    return NewsArticle(
        context=CONTEXT if alone else None,
        type_="NewsArticle",
        id_=iri("report", report.id),
        identifier=report.id,
        headline=report.headline,
        author=tuple(Thing(type_="Person", name=name) for name in report.authors),
        publisher=_organisation(report.outlet),
        provider=_organisation(report.agency),
        copyrightHolder=_organisation(report.publisher),
        datePublished=report.published,
        dateModified=report.updated,
        dateline=report.place,
        inLanguage=language,
        version=report.version,
        url=report.url,
        isBasedOn=Ref(id_=iri("report", earlier)) if earlier else None,
        mentions=tuple(named),
        hasPart=(*_statements(read, annotations), *_figures(read, annotations)),
    )


def graph_of(articles: Sequence[NewsArticle]) -> Graph:
    """Return reports as one JSON-LD document."""
    return Graph(context=CONTEXT, graph=articles)
