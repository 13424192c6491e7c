"""Taking a page out of an archive, with everything that was made of it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select, update

from dateline.archive import schema as t
from dateline.archive.journal import next_entry
from dateline.archive.packing import unpacked
from dateline.archive.placing import Placer
from dateline.archive.results import Forgotten
from dateline.archive.summaries import refresh
from dateline.archive.wordindex import WordIndex
from dateline.archive.words import passages_of
from dateline.errors import ArchiveError
from dateline.records import Page, Placement, Reading, ReadReport


def forget_page(
    connection: Connection, words: WordIndex, placer: Placer, page_id: str, now: str
) -> Forgotten:
    """Take a page out with everything that was made of it; raises ArchiveError without one."""
    row = connection.execute(select(t.page).where(t.page.c.id == page_id)).one_or_none()
    if row is None:
        raise ArchiveError(f"{page_id}: there is no such page in the archive.")
    page = unpacked(row.packed, Page)
    reports = connection.execute(
        select(
            t.report.c.seq, t.report.c.id, t.report.c.number, t.report.c.story, t.reading.c.packed
        )
        .join(t.reading, t.reading.c.report == t.report.c.seq)
        .where(t.report.c.page == page_id)
        .order_by(t.report.c.number)
    ).all()
    reads = [
        ReadReport(
            report=page.reports[item.number],
            reading=unpacked(item.packed, Reading),
            text=page.text,
            page=page_id,
        )
        for item in reports
    ]
    numbers = [item.seq for item in reports]
    ids = [item.id for item in reports]
    words.remove(
        connection,
        [(seq, tuple(passages_of(read))) for seq, read in zip(numbers, reads, strict=True)],
    )
    _remove_reports(connection, numbers, ids)
    _relink_versions(connection, page_id, row.version_of)
    connection.execute(delete(t.fetch).where(t.fetch.c.url == (page.url or page_id)))
    connection.execute(delete(t.page).where(t.page.c.id == page_id))
    if row.original is not None:
        kept = select(t.page.c.id).where(t.page.c.original == row.original)
        if connection.execute(kept.limit(1)).first() is None:
            connection.execute(delete(t.original).where(t.original.c.sha256 == row.original))
    entry = next_entry(connection)
    for report in ids:
        placer.forget(report)
    connection.execute(delete(t.journal).where(t.journal.c.subject.in_(ids)))
    connection.execute(
        insert(t.journal).values(entry=entry, at=now, kind="forget", subject=None, detail=None)
    )
    stories = sorted({item.story for item in reports})
    refresh(connection, stories, now, entry=entry)
    return Forgotten(page=page_id, reports=len(ids), stories=tuple(stories))


def _remove_reports(connection: Connection, numbers: Sequence[int], ids: Sequence[str]) -> None:
    names = set(connection.scalars(select(t.mention.c.name).where(t.mention.c.report.in_(numbers))))
    for table in (t.mention, t.statement, t.figure, t.dated, t.reading):
        connection.execute(delete(table).where(table.c.report.in_(numbers)))
    still = select(t.mention.c.name).where(t.mention.c.name == t.name.c.id).exists()
    for name in sorted(names):
        connection.execute(delete(t.name).where(t.name.c.id == name, ~still))
    connection.execute(delete(t.report).where(t.report.c.seq.in_(numbers)))
    _unlink(connection, set(ids))


def _unlink(connection: Connection, gone: set[str]) -> None:
    """Let no placement point at a report that is gone."""
    rows = connection.execute(
        select(t.report.c.seq, t.report.c.placement).where(
            or_(t.report.c.copy_of.in_(gone), t.report.c.version_of.in_(gone))
        )
    ).all()
    for row in rows:
        placement = msgspec.json.decode(row.placement, type=Placement)
        left = msgspec.structs.replace(
            placement,
            copy_of=None if placement.copy_of in gone else placement.copy_of,
            version_of=None if placement.version_of in gone else placement.version_of,
        )
        connection.execute(
            update(t.report)
            .where(t.report.c.seq == row.seq)
            .values(
                copy_of=left.copy_of,
                version_of=left.version_of,
                placement=msgspec.json.encode(left).decode(),
            )
        )


def _relink_versions(connection: Connection, page_id: str, earlier: str | None) -> None:
    connection.execute(
        update(t.page).where(t.page.c.version_of == page_id).values(version_of=earlier)
    )
