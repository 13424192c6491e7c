"""Writing pages into an archive, and taking them out again; each call is part of a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Column, Connection, Table, insert, select
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from dateline.archive import schema as t
from dateline.archive.finding import reads_of
from dateline.archive.journal import next_entry
from dateline.archive.numbers import seq_of
from dateline.archive.packing import packed, packed_bytes, sha256_of
from dateline.archive.placing import Placer
from dateline.archive.results import Added
from dateline.archive.rows import ReportRows, Row, report_rows
from dateline.archive.summaries import refresh
from dateline.archive.wordindex import WordIndex
from dateline.archive.words import passages_of
from dateline.errors import ArchiveError
from dateline.records import Page, Placement, Reading, ReadReport

MOST_AT_ONCE = 500
"""Values asked for in one statement; some SQLite builds allow no more than 999."""


class NewPage(NamedTuple):
    """A page to add, with one reading per report and, where they are at hand, its bytes."""

    page: Page
    readings: Sequence[Reading]
    raw: bytes | None = None


class PlacedReport(NamedTuple):
    """A report ready to be written: where it stands, in which story, since when."""

    read: ReadReport
    page: Page
    number: int
    placement: Placement
    entry: int
    added: str


class KeptPage(NamedTuple):
    """A page ready to be written, without its reports."""

    page: Page
    added: str
    original: str | None
    version_of: str | None
    version: int


def add_pages(
    connection: Connection, words: WordIndex, placer: Placer, given: Sequence[NewPage], now: str
) -> tuple[Added, ...]:
    """Add pages, those known already excepted; reports are placed in order of publication."""
    known = known_pages(connection, [item.page.id for item in given])
    fresh: dict[str, NewPage] = {}
    for new in given:
        _check(new)
        if new.page.id not in known:
            fresh.setdefault(new.page.id, new)
    versions = _versions(connection, [item.page for item in fresh.values()])
    placed = _placed(placer, fresh.values(), next_entry(connection), now)
    stories = {item.placement.story for item in placed}
    before = _known(connection, t.story.c.id, stories)

    _write_new_pages(connection, fresh.values(), versions, now)
    write_all(
        connection,
        t.journal,
        [
            {"entry": item.entry, "at": now, "kind": "report", "subject": item.read.report.id,
             "detail": item.placement.story}
            for item in placed
        ],
    )  # fmt: skip
    new_stories = list(
        dict.fromkeys(i.placement.story for i in placed if i.placement.story not in before)
    )
    write_all(connection, t.story, [empty_story(story, now) for story in new_stories])
    write_reports(connection, words, placed)
    refresh(connection, sorted(stories), now)

    placements: dict[str, list[Placement]] = {}
    for item in placed:
        placements.setdefault(item.page.id, []).append(item.placement)
    told: set[str] = set()
    out: list[Added] = []
    for one in given:
        page = one.page.id
        mine = placements.get(page, []) if page not in told and page in fresh else []
        earlier, version = versions.get(page, (None, 1))
        out.append(
            Added(
                page=page,
                new=page in fresh and page not in told,
                version_of=earlier,
                version=version,
                placements=tuple(mine),
                new_stories=tuple(
                    dict.fromkeys(
                        p.story for p in mine if p.story in new_stories and p.story not in told
                    )
                ),
            )
        )
        told.add(page)
        told.update(placement.story for placement in mine)
    return tuple(out)


def _check(item: NewPage) -> None:
    wanted = [report.id for report in item.page.reports]
    if wanted != [reading.id for reading in item.readings]:
        raise ArchiveError(
            f"page {item.page.id}: its readings are not those of its reports, in their order."
        )


def _known(connection: Connection, column: Column[str], values: Iterable[str]) -> set[str]:
    wanted = sorted(set(values))
    found: set[str] = set()
    for start in range(0, len(wanted), MOST_AT_ONCE):
        part = wanted[start : start + MOST_AT_ONCE]
        found.update(connection.scalars(select(column).where(column.in_(part))))
    return found


def known_pages(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return which of these pages the archive has."""
    return _known(connection, t.page.c.id, ids)


def _versions(connection: Connection, pages: Sequence[Page]) -> dict[str, tuple[str | None, int]]:
    """Return, by page, the version it follows and its own number."""
    newest: dict[str, tuple[str, int]] = {}
    urls = sorted({page.url for page in pages if page.url})
    for start in range(0, len(urls), MOST_AT_ONCE):
        part = urls[start : start + MOST_AT_ONCE]
        rows = connection.execute(
            select(t.page.c.url, t.page.c.id, t.page.c.version)
            .where(t.page.c.url.in_(part))
            .order_by(t.page.c.version)
        )
        newest.update((row.url, (row.id, row.version)) for row in rows)
    out: dict[str, tuple[str | None, int]] = {}
    for page in pages:
        earlier = newest.get(page.url) if page.url else None
        out[page.id] = (earlier[0], earlier[1] + 1) if earlier else (None, 1)
        if page.url:
            newest[page.url] = (page.id, out[page.id][1])
    return out


def _placed(placer: Placer, given: Iterable[NewPage], entry: int, now: str) -> list[PlacedReport]:
    reads = [
        (
            ReadReport(report=report, reading=reading, text=item.page.text, page=item.page.id),
            item.page,
            number,
        )
        for item in given
        for number, (report, reading) in enumerate(
            zip(item.page.reports, item.readings, strict=True)
        )
    ]
    reads.sort(key=lambda triple: (seq_of(0, triple[0].report.published), triple[0].report.id))
    return [
        PlacedReport(read, page, number, placer.place(read), entry + offset, now)
        for offset, (read, page, number) in enumerate(reads)
    ]


def _write_new_pages(
    connection: Connection,
    given: Iterable[NewPage],
    versions: dict[str, tuple[str | None, int]],
    now: str,
) -> None:
    originals: dict[str, bytes] = {}
    pages: list[KeptPage] = []
    for page, _, raw in given:
        digest = None
        if raw is not None:
            digest = sha256_of(raw)
            originals[digest] = raw
        pages.append(KeptPage(page, now, digest, *versions[page.id]))
    write_originals(connection, originals)
    write_pages(connection, pages)


def write_originals(connection: Connection, originals: Mapping[str, bytes]) -> None:
    """Write original bytes, given by digest, that are not there yet."""
    there = _known(connection, t.original.c.sha256, originals)
    write_all(
        connection,
        t.original,
        [
            {"sha256": digest, "size": len(raw), "packed": packed_bytes(raw)}
            for digest, raw in originals.items()
            if digest not in there
        ],
    )


def write_pages(connection: Connection, pages: Iterable[KeptPage]) -> None:
    """Write pages whose original bytes are there."""
    write_all(
        connection,
        t.page,
        [
            {
                "id": kept.page.id,
                "url": kept.page.url,
                "path": kept.page.path,
                "added": kept.added,
                "original": kept.original,
                "version_of": kept.version_of,
                "version": kept.version,
                "packed": packed(kept.page),
            }
            for kept in pages
        ],
    )


def write_reports(connection: Connection, words: WordIndex, placed: Sequence[PlacedReport]) -> None:
    """Write the rows of reports whose pages and stories are there."""
    numbers = [seq_of(item.entry, item.read.report.published) for item in placed]
    all_rows = [
        report_rows(
            item.page,
            item.number,
            item.read,
            seq=seq,
            entry=item.entry,
            added=item.added,
            placement=item.placement,
        )
        for item, seq in zip(placed, numbers, strict=True)
    ]
    _write_rows(connection, all_rows)
    words.add(
        connection,
        [(seq, tuple(passages_of(item.read))) for item, seq in zip(placed, numbers, strict=True)],
    )


def _write_rows(connection: Connection, rows: Sequence[ReportRows]) -> None:
    write_all(connection, t.report, [row.report for row in rows])
    write_all(connection, t.reading, [row.reading for row in rows])
    names = {name["id"]: name for row in rows for name in row.names}
    if names:
        make = sqlite_insert if connection.dialect.name == "sqlite" else postgres_insert
        connection.execute(make(t.name).on_conflict_do_nothing(), list(names.values()))
    write_all(connection, t.mention, [item for row in rows for item in row.mentions])
    write_all(connection, t.statement, [item for row in rows for item in row.statements])
    write_all(connection, t.figure, [item for row in rows for item in row.figures])
    write_all(connection, t.dated, [item for row in rows for item in row.dated])


def write_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, if there are any."""
    if rows:
        connection.execute(insert(table), rows)


def index_anew(connection: Connection, words: WordIndex) -> None:
    """Take the full-text index apart and index every report again."""
    words.clear(connection)
    numbers = connection.scalars(select(t.report.c.seq).order_by(t.report.c.seq)).all()
    for start in range(0, len(numbers), MOST_AT_ONCE):
        reads = reads_of(connection, numbers[start : start + MOST_AT_ONCE])
        words.add(connection, [(seq, tuple(passages_of(read))) for seq, read in reads.items()])


def empty_story(story: str, now: str) -> Row:
    """Return the row of a story whose reports are yet to come."""
    return {
        "id": story, "headline": None, "name": None, "first": None, "last": None, "added": now,
        "changed": now, "change": 0, "names_entry": None, "read": 0, "reports": 0, "originals": 0,
        "sources": 0, "outlets": "[]",
    }  # fmt: skip
