"""The archive: what the command line, the desk and scripts use."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, delete, func, insert, select

from dateline.archive import asking, carrying, finding, handwork, keeping, tables
from dateline.archive import schema as t
from dateline.archive.catchup import Catchup
from dateline.archive.database import Database, opened
from dateline.archive.edits import Edit, Edited
from dateline.archive.forgetting import forget_page
from dateline.archive.front import front_of
from dateline.archive.intervals import Interval, interval_of
from dateline.archive.keeping import NewPage
from dateline.archive.numbers import Clock, instant, utc_now
from dateline.archive.packing import packed, unpacked, unpacked_bytes
from dateline.archive.placing import Placer, PlacerFactory
from dateline.archive.query import FigureTest, parsed
from dateline.archive.results import (
    Added,
    Dated,
    FetchRecord,
    FigureSeen,
    Forgotten,
    FrontLine,
    PageInfo,
    SearchResults,
    StoryBrief,
    StoryChanges,
    StoryFile,
    StorySummary,
    Who,
)
from dateline.archive.summaries import AnyRow, summary_of
from dateline.archive.wordindex import word_index
from dateline.archive.words import INDEX_KEY, INDEX_VERSION
from dateline.errors import ArchiveError
from dateline.records import Dossier, DossierSet, Page, Placement, Reading, ReadReport, Story


class Archive:
    """Pages, readings and stories, kept for good.

    A call that writes has been committed when it returns; one that fails with ArchiveError has
    changed nothing. Calls may come from several threads and several programs at once.
    """

    def __init__(self, database: Database, placer: PlacerFactory, clock: Clock = utc_now) -> None:
        self._database = database
        self._clock = clock
        self._words = word_index(database.engine.dialect.name)
        self._catchup = Catchup(placer)
        self._lock = threading.Lock()
        self._index_anew_if_old()

    @classmethod
    def open(
        cls,
        place: str | Path,
        *,
        placer: PlacerFactory | None = None,
        clock: Clock = utc_now,
    ) -> Archive:
        """Open an archive by path or URL (``sqlite:///…``, ``postgresql://…``), or make one.

        ``placer`` groups the reports, Dateline's own grouping unless given. Raises ArchiveError
        when it cannot be opened, SetupError when a package is missing.
        """
        database = opened(place)
        try:
            return cls(database, placer or _own_placer, clock)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Close the archive."""
        self._database.close()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

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

    # Writing

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._lock:
            try:
                with self._database.writing() as connection:
                    yield connection
            except BaseException:
                # What the placer learned in this transaction was not kept.
                self._catchup.drop()
                raise

    def _index_anew_if_old(self) -> None:
        """Index all reports again when this Dateline takes words apart otherwise than before."""
        version = str(INDEX_VERSION)
        if self.mark(INDEX_KEY) == version:
            return
        with self._writing() as connection:
            known = connection.scalar(select(t.meta.c.value).where(t.meta.c.key == INDEX_KEY))
            if known != version:
                keeping.index_anew(connection, self._words)
                connection.execute(delete(t.meta).where(t.meta.c.key == INDEX_KEY))
                connection.execute(insert(t.meta).values(key=INDEX_KEY, value=version))

    def add(self, page: Page, readings: Sequence[Reading], raw: bytes | None = None) -> Added:
        """Add a page with one reading per report; a page that is there already changes nothing."""
        return self.add_many([NewPage(page, readings, raw)])[0]

    def add_many(self, pages: Sequence[NewPage]) -> tuple[Added, ...]:
        """Add pages in one transaction: much faster, and all of them or none."""
        with self._writing() as connection:
            placer = self._catchup.placer(connection)
            added = keeping.add_pages(connection, self._words, placer, pages, self.now())
            self._catchup.keep(connection)
        return added

    def forget(self, page_id: str, *, scrub: bool = True) -> Forgotten:
        """Remove a page and everything derived from it; raises ArchiveError without such a page.

        ``scrub`` also overwrites its traces in the file, which takes seconds in a large archive:
        it is enough to do so with the last of several pages.
        """
        with self._writing() as connection:
            placer = self._catchup.placer(connection)
            gone = forget_page(connection, self._words, placer, page_id, self.now())
            self._catchup.keep(connection, at_once=True)
            if scrub:
                self._words.scrub(connection)
        if scrub:
            self._database.scrub()
        return gone

    def edit(self, edit: Edit) -> Edited:
        """Set something right by hand, for good; raises ArchiveError when it does not fit."""
        with self._writing() as connection:
            placer = self._catchup.placer(connection)
            done = handwork.edited(connection, placer, edit, self.now())
            self._catchup.keep(connection)
        return done

    def log_fetch(self, record: FetchRecord) -> None:
        """Keep a visit to an address."""
        with self._writing() as connection:
            number = (connection.scalar(select(func.max(t.fetch.c.id))) or 0) + 1
            connection.execute(
                insert(t.fetch).values(
                    id=number, url=record.url, at=record.at, packed=packed(record)
                )
            )

    def set_mark(self, key: str, value: str) -> str | None:
        """Keep a short note under a key (such as the instant of the last visit); return the old."""
        with self._writing() as connection:
            old = connection.scalar(select(t.meta.c.value).where(t.meta.c.key == key))
            connection.execute(delete(t.meta).where(t.meta.c.key == key))
            connection.execute(insert(t.meta).values(key=key, value=value))
        return old

    # Reading

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

    def dossier(self, story_id: str) -> Dossier:
        """Return a story laid out; it is kept until the story changes.

        Raises ArchiveError without such a story.
        """
        from dateline.story.dossier import compile_dossier

        with self._database.reading() as connection:
            row = self._story_row(connection, story_id)
            change = row.change
            kept = connection.scalar(
                select(t.dossier.c.packed).where(
                    t.dossier.c.story == story_id, t.dossier.c.change == change
                )
            )
        if kept is not None:
            found = unpacked(kept, Dossier)
            # A name given by hand does not lay the story out anew.
            headline = summary_of(row).headline
            return replace(found, story=replace(found.story, headline=headline))
        file = self.story(story_id)
        dossier = compile_dossier(file.story, file.reads)
        # Kept only to be quick: an archive that cannot be written can still be read.
        with suppress(ArchiveError), self._writing() as connection:
            if self._story_row(connection, story_id).change == change:
                connection.execute(delete(t.dossier).where(t.dossier.c.story == story_id))
                connection.execute(
                    insert(t.dossier).values(story=story_id, change=change, packed=packed(dossier))
                )
        return dossier

    def dossier_set(self, story_id: str) -> DossierSet:
        """Return a story laid out, with its pages and all that was read from them."""
        dossier = self.dossier(story_id)
        reads = self.read_reports(dossier.story.reports)
        pages = tuple(self.page(page) for page in dict.fromkeys(read.page for read in reads))
        ids = [report.id for page in pages for report in page.reports]
        return DossierSet(
            pages=pages,
            readings=tuple(read.reading for read in self.read_reports(ids)),
            dossiers=(dossier,),
        )

    def search(self, query: str, *, limit: int = 20, offset: int = 0) -> SearchResults:
        """Return the reports a query finds, newest first; see `query` for its language.

        Raises InputError when the query cannot be understood.
        """
        node = parsed(query, self.interval)
        with self._database.reading() as connection:
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
        return tuple(
            brief_of(
                changes,
                self.story(changes.summary.id),
                self.times(since=today, story=changes.summary.id, limit=20),
            )
            for changes in self.changes_since(since, limit=limit)
            if changes.new_reports
        )

    def export(self, path: Path, format: str = "jsonl") -> None:
        """Write the whole archive to one JSON Lines file, or tables of it to a folder.

        ``format`` is ``jsonl``, ``csv`` or ``parquet``. Raises ArchiveError when the output
        cannot be written, SetupError when a package is missing.
        """
        try:
            with self._database.reading() as connection:
                if format == "jsonl":
                    carrying.write_file(path, carrying.lines_of(connection))
                else:
                    tables.write_tables(connection, path, format)
        except OSError as error:
            raise ArchiveError(f"{path}: the output cannot be written: {error.strerror}.") from None

    def load(self, path: Path) -> int:
        """Read an exported archive into this empty one; return how many pages it holds.

        Raises ArchiveError when there is something already, InputError for another file.
        """
        with self._writing() as connection:
            return carrying.load_lines(connection, self._words, carrying.lines_in(path), path)

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


def _own_placer(state: bytes | None) -> Placer:
    # Story grouping takes a while to load, and only those who write need it.
    from dateline.archive.grouped import grouped

    return grouped(state)
