"""Killed programs, several writers and full disks leave a whole archive behind."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import signal
import sqlite3
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from archive_samples import FirstWord, new_page
from sqlalchemy import event, select

from dateline.archive import schema as t
from dateline.archive.keeping import NewPage
from dateline.archive.query import Words
from dateline.archive.store import Archive
from dateline.errors import ArchiveError

KILLS = {"sqlite": 100, "postgresql": int(os.environ.get("DATELINE_TEST_KILLS", "20"))}
"""A process takes longer to come up with a server: the whole hundred is for when it is asked."""


def numbered(number: int) -> NewPage:
    return new_page(
        f"n{number}",
        f"Topic{number % 7} has report {number}",
        f"Person Number{number} said the tally is {number} of all, word{number} for word{number}.",
        person=f"Person Number{number}",
        says=f"the tally is {number} of all",
        figure=(f"{number} of", float(number), "people", "tally"),
        published=f"2031-05-{1 + number % 28:02}",
        url=f"https://news.example/{number}",
    )


# Forked, a child has everything loaded and is killed while it writes, not while it imports.
PROCESSES = multiprocessing.get_context("fork")
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


def add_without_end(place: str, start: int, out: Connection) -> None:
    with Archive.open(place, placer=FirstWord) as archive:
        for number in range(start, start + 10_000):
            archive.add(*numbered(number))
            out.send(number)


def add_all(place: str, numbers: Sequence[int]) -> None:
    with Archive.open(place, placer=FirstWord) as archive:
        for number in numbers:
            archive.add(*numbered(number))


def add_until_told(place: str, folder: Path) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
    archive = Archive.open(place, placer=FirstWord)
    try:
        for number in range(5000):
            archive.add(*numbered(number))
            (folder / "done").write_text(str(number))
    except ArchiveError as error:
        (folder / "said").write_text(str(error))


def all_received(connection: Connection) -> list[int]:
    """Return what was sent until the sender was gone."""
    received: list[int] = []
    while True:
        try:
            received.append(connection.recv())
        except (EOFError, OSError):
            return received


def check_whole(archive: Archive, place: str) -> set[str]:
    """Check that every page there is there with all that belongs to it; return their ids."""
    with archive._database.reading() as connection:
        pages = set(connection.scalars(select(t.page.c.id)))
        rows = connection.execute(
            select(t.report.c.seq, t.report.c.id, t.report.c.page, t.report.c.story)
        ).all()
        numbers = {row.seq for row in rows}
        assert {row.page for row in rows} == pages
        for table in (t.reading, t.statement, t.figure, t.mention):
            assert set(connection.scalars(select(table.c.report))) == numbers
        stories = {
            row.id: row.reports
            for row in connection.execute(select(t.story.c.id, t.story.c.reports))
        }
        counted: dict[str, int] = {}
        for row in rows:
            counted[row.story] = counted.get(row.story, 0) + 1
        assert stories == counted
        journal = connection.scalars(
            select(t.journal.c.subject).where(t.journal.c.kind == "report")
        ).all()
        assert sorted(journal) == sorted(row.id for row in rows)
        index = archive._words
        for row in rows:
            number = row.page.removeprefix("n")
            match = index.match_of(Words((f"word{number}",)))
            found = connection.scalars(
                select(index.number).select_from(index.source).where(index.matching(match or ""))
            ).all()
            assert found == [row.seq]
    if "://" not in place:
        with sqlite3.connect(place) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            raw.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    return pages


def test_kill_9_loses_nothing_acknowledged_and_leaves_nothing_half_written(
    place: str, tmp_path: Path
) -> None:
    chance = random.Random(4)
    Archive.open(place, placer=FirstWord).close()
    acknowledged: set[str] = set()
    following = 0
    killed = 0
    for _ in range(KILLS["postgresql" if "://" in place else "sqlite"]):
        reader, writer = PROCESSES.Pipe(duplex=False)
        child = PROCESSES.Process(target=add_without_end, args=(place, following, writer))
        child.start()
        writer.close()
        # The first is waited for: a child that is killed before it begins shows nothing.
        done = [reader.recv()]
        time.sleep(chance.uniform(0, 0.05))
        child.kill()
        child.join()
        killed += child.exitcode == -signal.SIGKILL
        done += all_received(reader)
        acknowledged |= {f"n{number}" for number in done}
        # The page under way when the process was killed is added again: once is enough.
        following = max(done) + 1
    assert killed == KILLS["postgresql" if "://" in place else "sqlite"]
    with Archive.open(place, placer=FirstWord) as archive:
        pages = check_whole(archive, place)
        assert acknowledged <= pages
        assert len(pages - acknowledged) <= 1
        assert len(acknowledged) >= killed
        more = archive.add(*numbered(99_999))
        assert more.placements[0].score == len(pages) + 1, "grouping goes on where it stood"


def test_two_programs_write_at_once(place: str) -> None:
    Archive.open(place, placer=FirstWord).close()

    children = [
        PROCESSES.Process(target=add_all, args=(place, numbers))
        for numbers in (range(60), range(89, 29, -1))
    ]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0, 0]
    with Archive.open(place, placer=FirstWord) as archive:
        assert check_whole(archive, place) == {f"n{number}" for number in range(90)}
        scores = [
            placement.score
            for summary in archive.stories()
            for placement in archive.story(summary.id).story.placements
        ]
        assert sorted(scores) == list(range(1, 91)), "each writer saw what the other had placed"


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    place = str(tmp_path / "archive.db")
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add(*numbered(1))
        engine = archive._database.engine
        with sqlite3.connect(place) as raw:
            (pages,) = raw.execute("PRAGMA page_count").fetchone()

        @event.listens_for(engine, "connect")
        def little_room(connection: sqlite3.Connection, _: object) -> None:
            connection.execute(f"PRAGMA max_page_count = {pages + 20}")

        engine.dispose()
        added = {"n1"}
        with pytest.raises(ArchiveError, match="no room left on the disk"):
            for number in range(2, 5000):
                added.add(archive.add(*numbered(number)).page)
        event.remove(engine, "connect", little_room)
        engine.dispose()
        assert check_whole(archive, place) == added
        assert archive.add(*numbered(7000)).placements[0].score == len(added) + 1


def test_a_file_size_limit_is_told_and_changes_nothing(tmp_path: Path) -> None:
    place = str(tmp_path / "archive.db")
    Archive.open(place, placer=FirstWord).close()

    child = PROCESSES.Process(target=add_until_told, args=(place, tmp_path))
    child.start()
    child.join()
    assert "no room left on the disk" in (tmp_path / "said").read_text()
    last = int((tmp_path / "done").read_text())
    with Archive.open(place, placer=FirstWord) as archive:
        assert check_whole(archive, place) == {f"n{number}" for number in range(last + 1)}
        archive.add(*numbered(7000))


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear archive, " * 200)
    with pytest.raises(ArchiveError, match="no archive, or it is damaged"):
        Archive.open(tmp_path / "letter.txt", placer=FirstWord)
    with pytest.raises(ArchiveError, match="kept in SQLite or PostgreSQL, not in mysql"):
        Archive.open("mysql://somewhere/db", placer=FirstWord)
    with pytest.raises(ArchiveError, match="does not answer"):
        Archive.open("postgresql://dateline@127.0.0.1:9/nothing", placer=FirstWord)
