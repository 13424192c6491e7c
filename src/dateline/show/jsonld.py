"""schema.org as JSON-LD: a report as NewsArticle, its statements as Quotation or Claim.

Direct words become a ``Quotation``; a statement told in the reporter's words a ``Claim``, and so a
figure. Each carries its W3C text position as ``identifier`` (``report#char=START,END``, RFC 5147).
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Placement, ReadReport, Record
from dateline.show.views import figure_line, statement_line
from dateline.text import Span, hull


class Thing(Record, frozen=True, kw_only=True, omit_defaults=True, rename={"type_": "@type"}):
    """A person or organisation by name."""

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
    spokenByCharacter: Thing | None = None  # noqa: N815
    creator: Thing | None = None
    url: str | None = None


class NewsArticle(
    Record,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    rename={"type_": "@type", "id_": "@id", "context": "@context"},
):
    """A report as schema.org names its fields."""

    context: str
    type_: str
    id_: str
    headline: str | None = None
    author: Sequence[Thing] = ()
    publisher: Thing | None = None
    provider: Thing | None = None
    datePublished: str | None = None  # noqa: N815
    dateModified: str | None = None  # noqa: N815
    dateline: str | None = None
    inLanguage: str | None = None  # noqa: N815
    url: str | None = None
    isBasedOn: str | None = None  # noqa: N815
    mentions: Sequence[Thing] = ()
    hasPart: Sequence[Part] = ()  # noqa: N815


def position(report: str, spans: Sequence[Span]) -> str:
    """Return the IRI of a stretch of a report's page text (RFC 5147)."""
    whole = hull(spans)
    return f"urn:dateline:report:{report}#char={whole.start},{whole.end}"


def _organisation(name: str | None) -> Thing | None:
    return Thing(type_="Organization", name=name) if name else None


def _parts(read: ReadReport) -> list[Part]:
    people = {person.id for person in read.reading.people}
    parts: list[Part] = []
    for statement in filter(lambda item: item.content, read.reading.statements):
        line = statement_line(statement, read.reading, read.text)
        kind = "Person" if statement.speaker in people else "Organization"
        speaker = (
            Thing(type_=kind, name=line.speaker, description=line.role) if line.named else None
        )
        direct = statement.style == "direct"
        where = position(read.report.id, statement.content)
        parts.append(
            Part(
                type_="Quotation" if direct else "Claim",
                id_=where,
                identifier=where,
                text=line.content,
                spokenByCharacter=speaker if direct else None,
                creator=None if direct else speaker,
            )
        )
    for figure in read.reading.figures:
        shown = figure_line(figure, read.reading, read.text)
        where = position(read.report.id, [Span(figure.start, figure.end)])
        source = Thing(type_="Thing", name=shown.speaker) if shown.speaker else None
        parts.append(
            Part(type_="Claim", id_=where, identifier=where, text=shown.words, creator=source)
        )
    return parts


def news_article(
    read: ReadReport, *, language: str | None = None, placement: Placement | None = None
) -> NewsArticle:
    """Return a report as a NewsArticle with its statements and figures as parts."""
    report = read.report
    earlier = (placement.copy_of or placement.version_of) if placement else None
    named = [Thing(type_="Person", name=person.name) for person in read.reading.people]
    named += [Thing(type_="Organization", name=item.name) for item in read.reading.organisations]
    named += [Thing(type_="Place", name=item.name) for item in read.reading.places]
    return NewsArticle(
        context="https://schema.org",
        type_="NewsArticle",
        id_=f"urn:dateline:report:{report.id}",
        headline=report.headline,
        author=[Thing(type_="Person", name=name) for name in report.authors],
        publisher=_organisation(report.publisher or report.outlet),
        provider=_organisation(report.agency),
        datePublished=report.published,
        dateModified=report.updated,
        dateline=report.place,
        inLanguage=language,
        url=report.url,
        isBasedOn=f"urn:dateline:report:{earlier}" if earlier else None,
        mentions=named,
        hasPart=_parts(read),
    )
