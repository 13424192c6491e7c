"""A whole archive as JSON Lines, out and in again without loss, from either database to either."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, select, update

from dateline.archive import naming
from dateline.archive import schema as t
from dateline.archive.edits import NameEdit
from dateline.archive.keeping import (
    KeptPage,
    PlacedReport,
    empty_story,
    write_all,
    write_originals,
    write_pages,
    write_reports,
)
from dateline.archive.packing import packed, unpacked, unpacked_bytes
from dateline.archive.results import FetchRecord
from dateline.archive.summaries import refresh
from dateline.archive.wordindex import WordIndex
from dateline.archive.words import INDEX_KEY
from dateline.errors import ArchiveError, InputError
from dateline.records import Page, Placement, Reading, ReadReport, Record

FORMAT = "dateline-archive/1"
_AT_ONCE = 200
_NAME_EDITS = ("same", "apart", "call")


class Opening(Record, frozen=True, kw_only=True, tag="archive", tag_field="line"):
    """The first line: what this is."""

    format: str


class OriginalLine(Record, frozen=True, kw_only=True, tag="original", tag_field="line"):
    """Original bytes, by digest."""

    sha256: str
    data: bytes


class ReportLine(Record, frozen=True, kw_only=True):
    """What is kept of a report beside the page it is on."""

    reading: Reading
    placement: Placement
    entry: int
    added: str


class PageLine(Record, frozen=True, kw_only=True, tag="page", tag_field="line"):
    """A page with its readings."""

    page: Page
    added: str
    original: str | None
    version_of: str | None
    version: int
    reports: tuple[ReportLine, ...]


class StoryLine(Record, frozen=True, kw_only=True, tag="story", tag_field="line"):
    """What is known of a story that does not follow from its reports."""

    id: str
    name: str | None
    added: str
    changed: str
    change: int
    read: int
    names_entry: int | None = None


class EntryLine(Record, frozen=True, kw_only=True, tag="entry", tag_field="line"):
    """One entry of the journal: the order of things, hand edits included."""

    entry: int
    at: str
    kind: str
    subject: str | None
    detail: str | None


class GroupingLine(Record, frozen=True, kw_only=True, tag="grouping", tag_field="line"):
    """The grouping's state."""

    entry: int
    packed: bytes


class FetchLine(Record, frozen=True, kw_only=True, tag="fetch", tag_field="line"):
    """A visit to an address."""

    id: int
    record: FetchRecord


class MarkLine(Record, frozen=True, kw_only=True, tag="mark", tag_field="line"):
    """A note kept under a key."""

    key: str
    value: str


Line = (
    Opening | OriginalLine | PageLine | StoryLine | EntryLine | GroupingLine | FetchLine | MarkLine
)


def lines_of(connection: Connection) -> Iterator[Line]:
    """Yield all of an archive, pages and stories in the order of their ids."""
    yield Opening(format=FORMAT)
    for digest in connection.scalars(select(t.original.c.sha256).order_by(t.original.c.sha256)):
        data = connection.scalar(select(t.original.c.packed).where(t.original.c.sha256 == digest))
        yield OriginalLine(sha256=digest, data=unpacked_bytes(data or b""))
    for page_id in connection.scalars(select(t.page.c.id).order_by(t.page.c.id)):
        yield _page_line(connection, page_id)
    for row in connection.execute(select(t.story).order_by(t.story.c.id)):
        yield StoryLine(
            id=row.id,
            name=row.name,
            added=row.added,
            changed=row.changed,
            change=row.change,
            read=row.read,
            names_entry=row.names_entry,
        )
    for row in connection.execute(select(t.journal).order_by(t.journal.c.entry)):
        yield EntryLine(
            entry=row.entry, at=row.at, kind=row.kind, subject=row.subject, detail=row.detail
        )
    for row in connection.execute(select(t.grouping)):
        yield GroupingLine(entry=row.entry, packed=row.packed)
    for row in connection.execute(select(t.fetch).order_by(t.fetch.c.id)):
        yield FetchLine(id=row.id, record=unpacked(row.packed, FetchRecord))
    marks = select(t.meta).where(t.meta.c.key != INDEX_KEY).order_by(t.meta.c.key)
    for row in connection.execute(marks):
        yield MarkLine(key=row.key, value=row.value)


def write_file(path: Path, lines: Iterator[Line]) -> None:
    """Write lines to a file, which is there only once it is whole."""
    encoder = msgspec.json.Encoder()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    with part.open("wb") as stream:
        for line in lines:
            stream.write(encoder.encode(line) + b"\n")
    part.replace(path)


def _page_line(connection: Connection, page_id: str) -> PageLine:
    row = connection.execute(select(t.page).where(t.page.c.id == page_id)).one()
    reports = connection.execute(
        select(t.report.c.placement, t.report.c.entry, t.report.c.added, t.reading.c.packed)
        .join(t.reading, t.reading.c.report == t.report.c.seq)
        .where(t.report.c.page == page_id)
        .order_by(t.report.c.number)
    )
    return PageLine(
        page=unpacked(row.packed, Page),
        added=row.added,
        original=row.original,
        version_of=row.version_of,
        version=row.version,
        reports=tuple(
            ReportLine(
                reading=unpacked(report.packed, Reading),
                placement=msgspec.json.decode(report.placement, type=Placement),
                entry=report.entry,
                added=report.added,
            )
            for report in reports
        ),
    )


def lines_in(path: Path) -> Iterator[Line]:
    """Yield the lines of an exported file; raises InputError for what is none."""
    decoder = msgspec.json.Decoder(Line)
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                try:
                    yield decoder.decode(line)
                except (msgspec.DecodeError, UnicodeDecodeError) as error:
                    raise InputError(
                        str(path),
                        f"this is no line of an exported archive: {error}.",
                        place=f"line {number}",
                    ) from None
    except OSError as error:
        raise InputError(str(path), f"the file cannot be read: {error.strerror}.") from None


def load_lines(connection: Connection, words: WordIndex, lines: Iterator[Line], path: Path) -> int:
    """Write exported lines into an empty archive and return how many pages there were.

    Raises ArchiveError when the archive is not empty, InputError for another format.
    """
    if connection.execute(select(t.journal.c.entry).limit(1)).first() is not None:
        raise ArchiveError(
            "An archive can be read in only where there is none yet. Name a new one."
        )
    opening = next(lines, None)
    if not isinstance(opening, Opening) or opening.format != FORMAT:
        raise InputError(str(path), f"this is no archive in the format {FORMAT}.", place="line 1")
    pages: list[PageLine] = []
    count = 0
    stories: set[str] = set()
    for line in lines:
        match line:
            case OriginalLine():
                write_originals(connection, {line.sha256: line.data})
            case PageLine():
                count += 1
                pages.append(line)
                if len(pages) == _AT_ONCE:
                    _write_pages(connection, words, pages, stories)
                    pages = []
            case _:
                if pages:
                    _write_pages(connection, words, pages, stories)
                    pages = []
                _write_line(connection, line)
    if pages:
        _write_pages(connection, words, pages, stories)
    return count


def _write_pages(
    connection: Connection, words: WordIndex, lines: list[PageLine], stories: set[str]
) -> None:
    write_pages(
        connection,
        [
            KeptPage(line.page, line.added, line.original, line.version_of, line.version)
            for line in lines
        ],
    )
    placed = [
        PlacedReport(
            read=ReadReport(
                report=report, reading=kept.reading, text=line.page.text, page=line.page.id
            ),
            page=line.page,
            number=number,
            placement=kept.placement,
            entry=kept.entry,
            added=kept.added,
        )
        for line in lines
        for number, (report, kept) in enumerate(zip(line.page.reports, line.reports, strict=True))
    ]
    new = sorted({item.placement.story for item in placed} - stories)
    stories.update(new)
    write_all(connection, t.story, [empty_story(story, "") for story in new])
    write_reports(connection, words, placed)


def _write_line(connection: Connection, line: Line) -> None:
    match line:
        case StoryLine():
            refresh(connection, [line.id], line.changed, entry=line.change)
            connection.execute(
                update(t.story)
                .where(t.story.c.id == line.id)
                .values(
                    name=line.name,
                    added=line.added,
                    read=line.read,
                    names_entry=line.names_entry,
                )
            )
        case EntryLine():
            connection.execute(
                insert(t.journal).values(
                    entry=line.entry,
                    at=line.at,
                    kind=line.kind,
                    subject=line.subject,
                    detail=line.detail,
                )
            )
            if line.kind in _NAME_EDITS:
                naming.replay(connection, msgspec.json.decode(line.detail or "", type=NameEdit))
        case GroupingLine():
            connection.execute(
                insert(t.grouping).values(id=1, entry=line.entry, packed=line.packed)
            )
        case FetchLine():
            connection.execute(
                insert(t.fetch).values(
                    id=line.id,
                    url=line.record.url,
                    at=line.record.at,
                    packed=packed(line.record),
                )
            )
        case MarkLine():
            connection.execute(insert(t.meta).values(key=line.key, value=line.value))
        case _:
            raise TypeError(f"no such line here: {line!r}")
