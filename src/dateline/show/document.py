"""The JSON document of the contract: its shape, its schema and how it is made."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from dateline.records import (
    SCHEMA,
    Dossier,
    DossierSet,
    Evidence,
    Figure,
    FigureRow,
    Happening,
    Note,
    Organisation,
    Page,
    Part,
    Person,
    Place,
    Placement,
    Reading,
    Record,
    Report,
    ReportKind,
    Statement,
    StatementRef,
    StoryPerson,
    StoryPlace,
    TimeExpression,
    TimelineEntry,
)
from dateline.text import Span


class ReportView(Record, frozen=True, kw_only=True):
    """A report with what was read from it."""

    id: str
    kind: ReportKind
    headline: str | None
    authors: tuple[str, ...]
    agency: str | None
    publisher: str | None
    outlet: str | None
    place: str | None
    published: str | None
    published_basis: str | None
    updated: str | None
    version: str | None
    reading_minutes: int | None
    url: str | None
    truncated: bool
    body: tuple[Span, ...]
    subheads: tuple[Span, ...]
    evidence: Evidence
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    times: tuple[TimeExpression, ...]
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    places: tuple[Place, ...]
    happenings: tuple[Happening, ...]
    model: str | None
    notes: tuple[Note, ...]


class PageView(Record, frozen=True, kw_only=True):
    """A page with its reports."""

    id: str
    path: str | None
    url: str | None
    language: str | None
    text: str
    parts: tuple[Part, ...]
    reports: tuple[ReportView, ...]
    notes: tuple[Note, ...]


class StoryView(Record, frozen=True, kw_only=True):
    """A story laid out."""

    id: str
    headline: str | None
    reports: tuple[str, ...]
    first: str | None
    last: str | None
    placements: tuple[Placement, ...]
    timeline: tuple[TimelineEntry, ...]
    agenda: tuple[TimelineEntry, ...]
    statements: tuple[StatementRef, ...]
    figures: tuple[FigureRow, ...]
    people: tuple[StoryPerson, ...]
    organisations: tuple[StoryPerson, ...]
    places: tuple[StoryPlace, ...]


class Document(Record, frozen=True, kw_only=True):
    """What ``dateline read --format json`` prints."""

    schema: str
    pages: tuple[PageView, ...]
    stories: tuple[StoryView, ...]


def report_view(report: Report, reading: Reading) -> ReportView:
    """Return a report with its reading in the contract's shape."""
    return ReportView(
        **{name: getattr(report, name) for name in report.__struct_fields__ if name != "notes"},
        statements=reading.statements,
        figures=reading.figures,
        times=reading.times,
        people=reading.people,
        organisations=reading.organisations,
        places=reading.places,
        happenings=reading.happenings,
        model=reading.model,
        notes=(*report.notes, *reading.notes),
    )


def page_view(page: Page, readings: Mapping[str, Reading]) -> PageView:
    """Return a page in the contract's shape; ``readings`` maps report ids."""
    return PageView(
        id=page.id,
        path=page.path,
        url=page.url,
        language=page.language,
        text=page.text,
        parts=page.parts,
        reports=tuple(report_view(report, readings[report.id]) for report in page.reports),
        notes=page.notes,
    )


def story_view(dossier: Dossier) -> StoryView:
    """Return a story laid out in the contract's shape."""
    story = dossier.story
    return StoryView(
        id=story.id,
        headline=story.headline,
        reports=story.reports,
        first=story.first,
        last=story.last,
        placements=story.placements,
        timeline=dossier.timeline,
        agenda=dossier.agenda,
        statements=dossier.statements,
        figures=dossier.figures,
        people=dossier.people,
        organisations=dossier.organisations,
        places=dossier.places,
    )


def document_of(dossiers: DossierSet) -> Document:
    """Return the contract's document of a dossier set."""
    readings = {reading.id: reading for reading in dossiers.readings}
    return Document(
        schema=SCHEMA,
        pages=tuple(page_view(page, readings) for page in dossiers.pages),
        stories=tuple(story_view(dossier) for dossier in dossiers.dossiers),
    )


def json_of(record: msgspec.Struct) -> bytes:
    """Return a record as one line of UTF-8 JSON, the same bytes for the same record."""
    return msgspec.json.encode(record)


def json_schema() -> bytes:
    """Return the JSON Schema (2020-12) of the contract's document, indented."""
    schema = msgspec.json.schema(Document)
    return msgspec.json.format(msgspec.json.encode(schema), indent=2) + b"\n"


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(json_schema())
