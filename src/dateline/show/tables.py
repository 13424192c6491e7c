"""Readings as flat rows, one table a kind of fact: for data frames, CSV and Parquet.

Every row holds the report it stands in, its offsets and its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dateline.records import DossierSet, ReadReport, Record
from dateline.show.views import figure_line, reads_of, statement_line, words_of
from dateline.text import Span, hull


class ReportRow(Record, frozen=True, kw_only=True):
    """A report."""

    report: str
    page: str
    kind: str
    headline: str | None
    authors: str
    agency: str | None
    outlet: str | None
    publisher: str | None
    place: str | None
    published: str | None
    published_basis: str | None
    updated: str | None
    version: str | None
    truncated: bool
    url: str | None
    story: str | None
    words: int


class WholeReportRow(ReportRow, frozen=True, kw_only=True):
    """A report with its text and its place among the others."""

    language: str | None = None
    text: str = ""
    copy_of: str | None = None
    version_of: str | None = None


class StatementRow(Record, frozen=True, kw_only=True):
    """A statement; ``start`` and ``end`` are the content's outer edges."""

    report: str
    number: int
    start: int
    end: int
    content: str
    speaker: str | None
    speaker_id: str | None
    role: str | None
    source: str
    cue: str
    style: str
    kind: str
    polarity: str


class FigureRowView(Record, frozen=True, kw_only=True):
    """A figure."""

    report: str
    number: int
    start: int
    end: int
    words: str
    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    measure: str
    subject: str
    basis: str | None
    speaker: str | None
    as_of: str | None
    statement: int | None
    """The number of the statement it stands in."""


class TimeRow(Record, frozen=True, kw_only=True):
    """A time expression."""

    report: str
    start: int
    end: int
    words: str
    type: str
    value: str
    from_: str | None
    to: str | None
    precision: str | None
    anchor: str | None
    """What it was resolved from: ``published``, ``text`` or ``self``."""
    anchor_start: int | None
    anchor_end: int | None


class HappeningRow(Record, frozen=True, kw_only=True):
    """A dated clause."""

    report: str
    start: int
    end: int
    words: str
    from_: str | None
    to: str | None
    precision: str | None
    status: str
    verb: str | None


class NameRow(Record, frozen=True, kw_only=True):
    """A person, an organisation or a place of a report."""

    report: str
    id: str
    kind: str
    name: str
    mentions: int
    start: int
    end: int
    roles: str
    age: int | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None


def report_rows(dossiers: DossierSet) -> Iterator[ReportRow]:
    """Yield a row for every report."""
    stories = {id: item.story.id for item in dossiers.dossiers for id in item.story.reports}
    for read in reads_of(dossiers).values():
        yield report_row(read, stories.get(read.report.id))


def report_row(read: ReadReport, story: str | None) -> ReportRow:
    """Return a report as a row."""
    report = read.report
    return ReportRow(
        report=report.id,
        page=read.page,
        kind=report.kind,
        headline=report.headline,
        authors="; ".join(report.authors),
        agency=report.agency,
        outlet=report.outlet,
        publisher=report.publisher,
        place=report.place,
        published=report.published,
        published_basis=report.published_basis,
        updated=report.updated,
        version=report.version,
        truncated=report.truncated,
        url=report.url,
        story=story,
        words=sum(len(span.of(read.text).split()) for span in report.body),
    )


def whole_report_row(
    read: ReadReport,
    story: str | None,
    *,
    language: str | None = None,
    copy_of: str | None = None,
    version_of: str | None = None,
) -> WholeReportRow:
    """Return a report as a row, with its text."""
    row = report_row(read, story)
    return WholeReportRow(
        **{name: getattr(row, name) for name in row.__struct_fields__},
        language=language,
        text="\n".join(span.of(read.text) for span in read.report.body),
        copy_of=copy_of,
        version_of=version_of,
    )


def statement_rows(read: ReadReport) -> Iterator[StatementRow]:
    """Yield a row for every statement of a report."""
    for number, statement in enumerate(read.reading.statements):
        line = statement_line(statement, read.reading, read.text)
        edges = hull(statement.content)
        yield StatementRow(
            report=read.report.id,
            number=number,
            start=edges.start,
            end=edges.end,
            content=line.content,
            speaker=line.speaker if line.named else None,
            speaker_id=line.speaker_id,
            role=line.role,
            source=words_of(read.text, statement.source),
            cue=line.cue,
            style=line.style,
            kind=line.kind,
            polarity=line.polarity,
        )


def figure_rows(read: ReadReport) -> Iterator[FigureRowView]:
    """Yield a row for every figure of a report."""
    for number, figure in enumerate(read.reading.figures):
        line = figure_line(figure, read.reading, read.text)
        yield FigureRowView(
            report=read.report.id,
            number=number,
            start=figure.start,
            end=figure.end,
            words=line.words,
            value=figure.value,
            low=figure.low,
            high=figure.high,
            bound=figure.bound,
            unit=figure.unit,
            measure=line.measure,
            subject=line.subject,
            basis=line.basis,
            speaker=line.speaker,
            as_of=figure.as_of,
            statement=figure.statement,
        )


def time_rows(read: ReadReport) -> Iterator[TimeRow]:
    """Yield a row for every time expression of a report."""
    for time in read.reading.times:
        yield TimeRow(
            report=read.report.id,
            start=time.start,
            end=time.end,
            words=words_of(read.text, [Span(time.start, time.end)]),
            type=time.type,
            value=time.value,
            from_=time.from_,
            to=time.to,
            precision=time.precision,
            anchor=time.anchor,
            anchor_start=time.anchor_span.start if time.anchor_span else None,
            anchor_end=time.anchor_span.end if time.anchor_span else None,
        )


def happening_rows(read: ReadReport) -> Iterator[HappeningRow]:
    """Yield a row for every dated clause of a report."""
    for item in read.reading.happenings:
        yield HappeningRow(
            report=read.report.id,
            start=item.start,
            end=item.end,
            words=words_of(read.text, [Span(item.start, item.end)]),
            from_=item.from_,
            to=item.to,
            precision=item.precision,
            status=item.status,
            verb=item.verb,
        )


def name_rows(read: ReadReport) -> Iterator[NameRow]:
    """Yield a row for every person, organisation and place of a report."""
    reading, text = read.reading, read.text
    for person in reading.people:
        yield NameRow(
            report=read.report.id,
            id=person.id,
            kind="person",
            name=person.name,
            mentions=len(person.mentions),
            start=person.mentions[0].start,
            end=person.mentions[0].end,
            roles="; ".join(words_of(text, [Span(role.start, role.end)]) for role in person.roles),
            age=person.age,
        )
    for organisation in reading.organisations:
        yield NameRow(
            report=read.report.id,
            id=organisation.id,
            kind="organisation",
            name=organisation.name,
            mentions=len(organisation.mentions),
            start=organisation.mentions[0].start,
            end=organisation.mentions[0].end,
            roles="",
        )
    for place in reading.places:
        yield NameRow(
            report=read.report.id,
            id=place.id,
            kind="place",
            name=place.name,
            mentions=len(place.mentions),
            start=place.mentions[0].start,
            end=place.mentions[0].end,
            roles="",
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            geonames=place.geonames,
        )


class Table(NamedTuple):
    """A kind of fact: its row, and how the rows of a report are made."""

    kind: type[Record]
    rows: Callable[[ReadReport], Iterable[Record]]


FACTS: dict[str, Table] = {
    "statements": Table(StatementRow, statement_rows),
    "figures": Table(FigureRowView, figure_rows),
    "times": Table(TimeRow, time_rows),
    "happenings": Table(HappeningRow, happening_rows),
    "names": Table(NameRow, name_rows),
}
"""The tables of facts by name."""
