"""The archive: what the command line, the desk and scripts use."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import Connection, delete, func, insert, select

from dateline.archive import carrying, handwork, keeping, naming
from dateline.archive import schema as t
from dateline.archive.catchup import Catchup
from dateline.archive.database import Database, opened
from dateline.archive.edits import Edit, Edited, NameEdit
from dateline.archive.forgetting import forget_page
from dateline.archive.keeping import NewPage
from dateline.archive.numbers import Clock, utc_now
from dateline.archive.packing import packed, unpacked
from dateline.archive.placing import Placer, PlacerFactory
from dateline.archive.reader import Reader
from dateline.archive.results import (
    Added,
    FetchRecord,
    Forgotten,
    StoryFile,
)
from dateline.archive.summaries import state_of, summary_of
from dateline.archive.words import INDEX_KEY, INDEX_VERSION
from dateline.errors import ArchiveError
from dateline.records import Dossier, DossierSet, Page, Reading
from dateline.story.byhand import NOBODY


class Archive(Reader):
    """Pages, readings and stories, kept for good.

    A call that writes has been committed when it returns; one that fails with ArchiveError has
    changed nothing. Calls may come from several threads and several programs at once.
    """

    def __init__(self, database: Database, placer: PlacerFactory, clock: Clock = utc_now) -> None:
        super().__init__(database, clock)
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
        """Set something right by hand, for good; raises EditError when it does not fit.

        Raises ArchiveError when a story or report is not there.
        """
        with self._writing() as connection:
            if isinstance(edit, NameEdit):
                return naming.named(connection, edit, self.now())
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

    def dossier(self, story_id: str) -> Dossier:
        """Return a story laid out; it is kept until the story changes.

        Raises ArchiveError without such a story.
        """
        with self._database.reading() as connection:
            row = self._story_row(connection, story_id)
            kept = _kept(connection, story_id, state_of(row))
        if kept is not None:
            # A name given by hand does not lay the story out anew.
            headline = summary_of(row).headline
            return replace(kept, story=replace(kept.story, headline=headline))
        file = self.story(story_id)
        dossier, _ = self.laid_out(file)
        self.keep(dossier, file.change)
        return dossier

    def laid_out(self, file: StoryFile) -> tuple[Dossier, bool]:
        """Return a story just read laid out, and whether it was kept so.

        One that was not waits for `keep`: whoever is in a hurry need not wait for the disk.
        """
        from dateline.story.dossier import compile_dossier

        with self._database.reading() as connection:
            kept = _kept(connection, file.summary.id, file.change)
            by_hand = naming.names_by_hand(connection) if kept is None else NOBODY
        if kept is not None:
            return replace(kept, story=file.story), True
        return compile_dossier(file.story, file.reads, by_hand), False

    def keep(self, dossier: Dossier, change: int) -> None:
        """Keep a story laid out, unless it has changed since (see `StoryFile.change`)."""
        story_id = dossier.story.id
        # Kept only to be quick: an archive that cannot be written can still be read.
        with suppress(ArchiveError), self._writing() as connection:
            if state_of(self._story_row(connection, story_id)) == change:
                connection.execute(delete(t.dossier).where(t.dossier.c.story == story_id))
                connection.execute(
                    insert(t.dossier).values(story=story_id, change=change, packed=packed(dossier))
                )

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

    def load(self, path: Path) -> int:
        """Read an exported archive into this empty one; return how many pages it holds.

        Raises ArchiveError when there is something already, InputError for another file.
        """
        with self._writing() as connection:
            return carrying.load_lines(connection, self._words, carrying.lines_in(path), path)


def _kept(connection: Connection, story_id: str, change: int) -> Dossier | None:
    packed_dossier = connection.scalar(
        select(t.dossier.c.packed).where(
            t.dossier.c.story == story_id, t.dossier.c.change == change
        )
    )
    return None if packed_dossier is None else unpacked(packed_dossier, Dossier)


def _own_placer(state: bytes | None) -> Placer:
    # Story grouping takes a while to load, and only those who write need it.
    from dateline.archive.grouped import grouped

    return grouped(state)
