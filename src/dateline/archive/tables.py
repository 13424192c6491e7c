"""An archive as tables for other tools: CSV by the standard library, Parquet by pyarrow."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import ClassVar, get_type_hints

import msgspec
from sqlalchemy import Connection, select

from dateline.archive import schema as t
from dateline.archive.finding import reads_of
from dateline.errors import SetupError
from dateline.records import ReadReport, Record
from dateline.text import Span

_AT_ONCE = 500
_GAP = " … "


class TableRow(Record, frozen=True, kw_only=True):
    """A row; offsets are of the page's text, in Unicode code points."""

    table: ClassVar[str]


class ReportRow(TableRow, frozen=True, kw_only=True):
    """One report."""

    table: ClassVar[str] = "reports"
    report: str
    page: str
    story: str
    kind: str
    headline: str | None
    authors: str
    agency: str | None
    outlet: str | None
    published: str | None
    url: str | None
    copy_of: str | None
    version_of: str | None
    text: str


class StatementRow(TableRow, frozen=True, kw_only=True):
    """One statement."""

    table: ClassVar[str] = "statements"
    report: str
    page: str
    index: int
    start: int
    end: int
    content: str
    source: str
    cue: str
    speaker: str | None
    style: str
    kind: str
    polarity: str


class FigureTableRow(TableRow, frozen=True, kw_only=True):
    """One figure."""

    table: ClassVar[str] = "figures"
    report: str
    page: str
    index: int
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
    as_of: str | None
    statement: int | None


class TimeRow(TableRow, frozen=True, kw_only=True):
    """One time expression."""

    table: ClassVar[str] = "times"
    report: str
    page: str
    index: int
    start: int
    end: int
    words: str
    type: str
    value: str
    from_: str | None
    to: str | None


class NameRow(TableRow, frozen=True, kw_only=True):
    """One mention of a person, organisation or place."""

    table: ClassVar[str] = "names"
    report: str
    page: str
    kind: str
    name: str
    start: int
    end: int
    words: str
    country: str | None
    geonames: int | None


_KINDS: Sequence[type[TableRow]] = (ReportRow, StatementRow, FigureTableRow, TimeRow, NameRow)


def write_tables(connection: Connection, folder: Path, format: str) -> None:
    """Write all tables into a folder; raises SetupError when pyarrow is needed and not there."""
    writers = {"csv": _write_csv, "parquet": _write_parquet}
    write: Callable[[Path, type[TableRow], Iterator[TableRow]], None] = writers[format]
    folder.mkdir(parents=True, exist_ok=True)
    for kind in _KINDS:
        write(folder / f"{kind.table}.{format}", kind, _rows(connection, kind))


def _rows(connection: Connection, kind: type[TableRow]) -> Iterator[TableRow]:
    rows = connection.execute(
        select(
            t.report.c.seq, t.report.c.story, t.report.c.copy_of, t.report.c.version_of
        ).order_by(t.report.c.seq)
    ).all()
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        reads = reads_of(connection, [row.seq for row in part])
        for row in part:
            read = reads[row.seq]
            if kind is ReportRow:
                yield _report_row(read, row.story, row.copy_of, row.version_of)
            elif kind is StatementRow:
                yield from _statement_rows(read)
            elif kind is FigureTableRow:
                yield from _figure_rows(read)
            elif kind is TimeRow:
                yield from _time_rows(read)
            else:
                yield from _name_rows(read)


def _words(read: ReadReport, spans: Iterable[Span]) -> str:
    return _GAP.join(span.of(read.text) for span in spans)


def _report_row(
    read: ReadReport, story: str, copy_of: str | None, version_of: str | None
) -> ReportRow:
    report = read.report
    return ReportRow(
        report=report.id,
        page=read.page,
        story=story,
        kind=report.kind,
        headline=report.headline,
        authors="; ".join(report.authors),
        agency=report.agency,
        outlet=report.outlet,
        published=report.published,
        url=report.url,
        copy_of=copy_of,
        version_of=version_of,
        text="\n".join(span.of(read.text) for span in report.body),
    )


def _statement_rows(read: ReadReport) -> Iterator[StatementRow]:
    names = {item.id: item.name for item in read.reading.people}
    names |= {item.id: item.name for item in read.reading.organisations}
    for index, statement in enumerate(read.reading.statements):
        yield StatementRow(
            report=read.report.id,
            page=read.page,
            index=index,
            start=statement.content[0].start,
            end=statement.content[-1].end,
            content=_words(read, statement.content),
            source=_words(read, statement.source),
            cue=_words(read, statement.cue),
            speaker=names.get(statement.speaker or ""),
            style=statement.style,
            kind=statement.kind,
            polarity=statement.polarity,
        )


def _figure_rows(read: ReadReport) -> Iterator[FigureTableRow]:
    for index, figure in enumerate(read.reading.figures):
        yield FigureTableRow(
            report=read.report.id,
            page=read.page,
            index=index,
            start=figure.start,
            end=figure.end,
            words=read.text[figure.start : figure.end],
            value=figure.value,
            low=figure.low,
            high=figure.high,
            bound=figure.bound,
            unit=figure.unit,
            measure=_words(read, figure.measure),
            subject=_words(read, figure.subject),
            basis=figure.basis,
            as_of=figure.as_of,
            statement=figure.statement,
        )


def _time_rows(read: ReadReport) -> Iterator[TimeRow]:
    for index, time in enumerate(read.reading.times):
        yield TimeRow(
            report=read.report.id,
            page=read.page,
            index=index,
            start=time.start,
            end=time.end,
            words=read.text[time.start : time.end],
            type=time.type,
            value=time.value,
            from_=time.from_,
            to=time.to,
        )


def _name_rows(read: ReadReport) -> Iterator[NameRow]:
    reading = read.reading
    members: list[tuple[str, str, Sequence[Span], str | None, int | None]] = [
        *(("person", item.name, item.mentions, None, None) for item in reading.people),
        *(("organisation", item.name, item.mentions, None, None) for item in reading.organisations),
        *(("place", i.name, i.mentions, i.country, i.geonames) for i in reading.places),
    ]
    for kind, name, mentions, country, geonames in members:
        for span in mentions:
            yield NameRow(
                report=read.report.id,
                page=read.page,
                kind=kind,
                name=name,
                start=span.start,
                end=span.end,
                words=span.of(read.text),
                country=country,
                geonames=geonames,
            )


def _write_csv(path: Path, kind: type[TableRow], rows: Iterator[TableRow]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(name.rstrip("_") for name in kind.__struct_fields__)
        writer.writerows(msgspec.structs.astuple(row) for row in rows)


def _write_parquet(path: Path, kind: type[TableRow], rows: Iterator[TableRow]) -> None:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        raise SetupError(
            "Parquet needs the package pyarrow. Run: pip install 'dateline[frames]'"
        ) from None
    types = {int: arrow.int64(), float: arrow.float64(), str: arrow.string()}
    hints = get_type_hints(kind)
    schema = arrow.schema(
        [
            (name.rstrip("_"), next(types[base] for base in types if _allows(hints[name], base)))
            for name in kind.__struct_fields__
        ]
    )
    with parquet.ParquetWriter(path, schema) as writer:
        while part := list(islice(rows, 10 * _AT_ONCE)):
            columns = zip(*(msgspec.structs.astuple(row) for row in part), strict=True)
            arrays = [
                arrow.array(column, field.type)
                for column, field in zip(columns, schema, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _allows(hint: type, base: type) -> bool:
    return hint is base or base in getattr(hint, "__args__", ())
