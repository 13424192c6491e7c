"""Reading an archive: whatever can be asked of it that changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, select

from dateline.archive import asking, carrying, finding, keeping, naming
from dateline.archive import schema as t
from dateline.archive.database import Database
from dateline.archive.front import front_of
from dateline.archive.intervals import Interval, interval_of
from dateline.archive.namesearch import with_names
from dateline.archive.numbers import Clock, instant
from dateline.archive.packing import unpacked, unpacked_bytes
from dateline.archive.query import FigureTest, parsed
from dateline.archive.results import (
    Dated,
    FetchRecord,
    FigureSeen,
    FrontLine,
    PageInfo,
    PlacedRead,
    SearchResults,
    StoryBrief,
    StoryChanges,
    StoryFile,
    StorySummary,
    Who,
)
from dateline.archive.summaries import AnyRow, state_of, summary_of
from dateline.archive.wordindex import word_index
from dateline.errors import ArchiveError
from dateline.records import Page, Placement, ReadReport, Story
from dateline.story.byhand import NamesByHand


class Reader:
    """An archive as those see it who only read."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._words = word_index(database.engine.dialect.name)

    @property
    def place(self) -> str:
        """The file's path or the database's URL, its password left out."""
        return self._database.place

    def now(self) -> str:
        """Return the present instant as the archive writes it."""
        return instant(self._clock())

    def interval(self, word: str) -> Interval | None:
        """Return the span of time of a word (``yesterday``, ``7d``, ``2031-05``), or None."""
        return interval_of(word, self._clock())

    def mark(self, key: str) -> str | None:
        """Return the note kept under a key."""
        with self._database.reading() as connection:
            return connection.scalar(select(t.meta.c.value).where(t.meta.c.key == key))

    def page(self, page_id: str) -> Page:
        """Return a page; raises ArchiveError without one."""
        with self._database.reading() as connection:
            return unpacked(self._page_row(connection, page_id).packed, Page)

    def page_info(self, page_id: str) -> PageInfo:
        """Return what is known of a page besides what it says; raises ArchiveError without one."""
        with self._database.reading() as connection:
            row = self._page_row(connection, page_id)
            newer = connection.scalar(select(t.page.c.id).where(t.page.c.version_of == page_id))
        return PageInfo(
            id=row.id,
            url=row.url,
            path=row.path,
            added=row.added,
            sha256=row.original,
            version=row.version,
            version_of=row.version_of,
            newer=newer,
        )

    def _page_row(self, connection: Connection, page_id: str) -> AnyRow:
        row = connection.execute(select(t.page).where(t.page.c.id == page_id)).one_or_none()
        if row is None:
            raise ArchiveError(f"{page_id}: there is no such page in {self.place}.")
        return row

    def versions(self, url: str) -> tuple[PageInfo, ...]:
        """Return the pages of an address, oldest first."""
        with self._database.reading() as connection:
            ids = connection.scalars(
                select(t.page.c.id).where(t.page.c.url == url).order_by(t.page.c.version)
            ).all()
        return tuple(self.page_info(page_id) for page_id in ids)

    def has_page(self, page_id: str) -> bool:
        """Tell whether the archive has a page."""
        with self._database.reading() as connection:
            return bool(keeping.known_pages(connection, [page_id]))

    def original(self, page_id: str) -> bytes | None:
        """Return the bytes a page was read from, None when they were not kept."""
        with self._database.reading() as connection:
            digest = self._page_row(connection, page_id).original
            packed_ = connection.scalar(
                select(t.original.c.packed).where(t.original.c.sha256 == digest)
            )
        return unpacked_bytes(packed_) if packed_ is not None else None

    def read_report(self, report_id: str) -> ReadReport:
        """Return a report with its reading; raises ArchiveError without one."""
        return self.read_reports([report_id])[0]

    def read_reports(self, report_ids: Sequence[str]) -> tuple[ReadReport, ...]:
        """Return reports with their readings in the order asked for."""
        with self._database.reading() as connection:
            reads = finding.reads_by_id(connection, report_ids)
        missing = next((report for report in report_ids if report not in reads), None)
        if missing is not None:
            raise ArchiveError(f"{missing}: there is no such report in {self.place}.")
        return tuple(reads[report] for report in report_ids)

    def stories(
        self,
        *,
        since: str | None = None,
        order: str = "changed",
        min_sources: int = 0,
        unread: bool = False,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[StorySummary, ...]:
        """Return front-page lines.

        ``since`` is an instant as `now` writes it; ``order`` is ``changed`` (the latest change
        first), ``published`` (the newest report first) or ``sources`` (the most first).
        """
        with self._database.reading() as connection:
            return asking.story_lines(
                connection,
                order=order,
                limit=limit,
                offset=offset,
                since=since,
                min_sources=min_sources,
                unread=unread,
            )

    def newest_headlines(self, limit: int) -> tuple[tuple[str, str | None], ...]:
        """Return the ids and headlines of the stories with the newest reports, newest first."""
        with self._database.reading() as connection:
            return asking.newest_headlines(connection, limit)

    def front(
        self,
        query: str = "",
        *,
        order: str = "rank",
        since: str | None = None,
        limit: int = 40,
        offset: int = 0,
    ) -> tuple[FrontLine, ...]:
        """Return the front page's lines, see `front.front_of` for the order.

        ``query`` leaves only stories with a report it finds; ``since`` is the instant from which
        reports count as new. Raises InputError when the query cannot be understood.
        """
        node = parsed(query, self.interval) if query.strip() else None
        with self._database.reading() as connection:
            if node is not None:
                node = with_names(node, naming.names_by_hand(connection))
            return front_of(
                connection,
                self._words,
                node=node,
                order=order,
                since=since,
                limit=limit,
                offset=offset,
            )

    def story(self, story_id: str) -> StoryFile:
        """Return a story with all its reports; raises ArchiveError without one."""
        with self._database.reading() as connection:
            row = self._story_row(connection, story_id)
            reports = connection.execute(
                select(
                    t.report.c.seq, t.report.c.placement, t.report.c.copy_of, t.report.c.version_of
                )
                .where(t.report.c.story == story_id)
                .order_by(t.report.c.seq)
            ).all()
            reads = finding.reads_of(connection, [report.seq for report in reports])
        ordered = tuple(reads[report.seq] for report in reports)
        summary = summary_of(row)
        placements = tuple(
            msgspec.json.decode(report.placement, type=Placement) for report in reports
        )
        return StoryFile(
            summary=summary,
            change=state_of(row),
            story=Story(
                id=story_id,
                headline=summary.headline,
                reports=tuple(read.report.id for read in ordered),
                first=summary.first,
                last=summary.last,
                placements=placements,
            ),
            reads=ordered,
        )

    def summary(self, story_id: str) -> StorySummary:
        """Return a story's front-page line; raises ArchiveError without such a story."""
        with self._database.reading() as connection:
            return summary_of(self._story_row(connection, story_id))

    def placement(self, report_id: str) -> Placement:
        """Return in which story a report stands, and why; raises ArchiveError without one."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(t.report.c.story, t.report.c.placement).where(t.report.c.id == report_id)
            ).one_or_none()
        if row is None:
            raise ArchiveError(f"{report_id}: there is no such report in {self.place}.")
        placement = msgspec.json.decode(row.placement, type=Placement)
        return replace(placement, story=row.story)

    def _story_row(self, connection: Connection, story_id: str) -> AnyRow:
        row = connection.execute(select(t.story).where(t.story.c.id == story_id)).one_or_none()
        if row is None:
            raise ArchiveError(f"{story_id}: there is no such story in {self.place}.")
        return row

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> SearchResults:
        """Return the reports a query finds, newest first; see `query` for its language.

        Raises InputError when the query cannot be understood.
        """
        node = parsed(query, self.interval)
        with self._database.reading() as connection:
            node = with_names(node, naming.names_by_hand(connection))
            numbers, total = finding.found(connection, self._words, node, limit, offset)
            hits = finding.hits_of(connection, node, numbers)
        return SearchResults(
            query=query,
            hits=hits,
            total=min(total, finding.MOST_COUNTED) if total > offset + len(hits) else total,
            at_least=total > finding.MOST_COUNTED,
        )

    def who(self, name: str, *, limit: int = 20, offset: int = 0) -> Who:
        """Return what the archive has on a person, organisation or place of that name.

        ``limit`` and ``offset`` are of the statements.
        """
        with self._database.reading() as connection:
            return asking.who_of(connection, name, limit, offset)

    def names_by_hand(self) -> NamesByHand:
        """Return the names that were set right by hand."""
        with self._database.reading() as connection:
            return naming.names_by_hand(connection)

    def figures(
        self,
        measure: str = "",
        *,
        tests: Sequence[FigureTest] = (),
        unit: str | None = None,
        story: str | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[FigureSeen, ...]:
        """Return figures whose measure has all the words given, newest report first."""
        with self._database.reading() as connection:
            return asking.figures_of(
                connection,
                measure=measure,
                tests=tests,
                unit=unit,
                story=story,
                limit=limit,
                offset=offset,
            )

    def times(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        story: str | None = None,
        kinds: Sequence[str] = ("happening",),
        limit: int = 100,
        offset: int = 0,
    ) -> tuple[Dated, ...]:
        """Return dated clauses (``happening``) or expressions (``time``) that begin in a span.

        ``since`` and ``until`` are ISO dates, the latter excluded.
        """
        with self._database.reading() as connection:
            return asking.times_of(
                connection,
                since=since,
                until=until,
                story=story,
                kinds=kinds,
                limit=limit,
                offset=offset,
            )

    def changes_since(self, since: str, *, limit: int = 200) -> tuple[StoryChanges, ...]:
        """Return what is new per story since an instant, the latest change first."""
        with self._database.reading() as connection:
            return asking.changes_of(connection, since, limit)

    def brief(self, since: str, *, limit: int = 50) -> tuple[StoryBrief, ...]:
        """Return what is new per story since an instant, the latest change first."""
        from dateline.archive.briefing import brief_of

        today = self._clock().date().isoformat()
        by_hand = self.names_by_hand()
        return tuple(
            brief_of(
                changes,
                self.story(changes.summary.id),
                self.times(since=today, story=changes.summary.id, limit=20),
                by_hand,
            )
            for changes in self.changes_since(since, limit=limit)
            if changes.new_reports
        )

    def export(self, path: Path) -> None:
        """Write the whole archive to one JSON Lines file, which `load` reads in again.

        Raises ArchiveError when the file cannot be written.
        """
        try:
            with self._database.reading() as connection:
                carrying.write_file(path, carrying.lines_of(connection))
        except OSError as error:
            raise ArchiveError(f"{path}: the output cannot be written: {error.strerror}.") from None

    def placed_reads(self) -> Iterator[PlacedRead]:
        """Yield every report as read, in the order of the archive, all of one moment."""
        with self._database.reading() as connection:
            yield from finding.placed_reads(connection)

    def fetches(self, url: str, *, limit: int = 1) -> tuple[FetchRecord, ...]:
        """Return visits to an address, the last one first."""
        with self._database.reading() as connection:
            rows = connection.scalars(
                select(t.fetch.c.packed)
                .where(t.fetch.c.url == url)
                .order_by(t.fetch.c.id.desc())
                .limit(limit)
            ).all()
        return tuple(unpacked(row, FetchRecord) for row in rows)
