"""An archive carried out is carried in again whole, from either database to either."""

from __future__ import annotations

from pathlib import Path

import pytest
from archive_samples import FirstWord, corpus, new_page

from conftest import OpenArchive, empty_database
from dateline.archive.edits import MarkRead, Merge, Rename, Split
from dateline.archive.results import FetchRecord
from dateline.archive.store import Archive
from dateline.errors import ArchiveError, InputError


def lively(archive: Archive) -> Archive:
    archive.add_many(corpus())
    archive.add(*new_page("v1", "Dam one", "First.", url="https://n.example/d"))
    archive.add(*new_page("v2", "Dam two", "Second.", url="https://n.example/d"))
    archive.edit(Split(story="s-dam", reports=("v1.1",)))
    archive.edit(Merge(stories=("s-ferry", "s-okoye")))
    archive.edit(Rename(story="s-ferry", headline="All ferries"))
    archive.edit(MarkRead(story="s-ferry"))
    archive.log_fetch(FetchRecord(url="https://n.example/d", at=archive.now(), status=200))
    archive.set_mark("visit", archive.now())
    archive.forget("b")
    archive.add(*new_page("w", "Dam three", "Third."))
    return archive


@pytest.mark.parametrize("target", ["sqlite", "postgresql"])
def test_a_whole_archive_goes_out_and_in_again_without_loss(
    open_archive: OpenArchive, target: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    archive = lively(open_archive())
    archive.export(tmp_path / "out.jsonl")
    place = (
        str(tmp_path / "second.db")
        if target == "sqlite"
        else empty_database(request.getfixturevalue("postgres_server"), "second")
    )
    with Archive.open(place, placer=FirstWord) as second:
        assert second.load(tmp_path / "out.jsonl") == 7
        second.export(tmp_path / "again.jsonl")
        assert second.stories() == archive.stories()
        for story in archive.stories():
            assert second.story(story.id) == archive.story(story.id)
        for query in ("ferry", "person:zeballos", "figure>1", "-ferry"):
            assert second.search(query) == archive.search(query)
        page = new_page("next", "Dam four", "Fourth.")
        assert second.add(*page).placements == archive.add(*page).placements
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "again.jsonl").read_bytes()


def test_an_archive_is_read_in_only_where_there_is_none(
    open_archive: OpenArchive, tmp_path: Path
) -> None:
    archive = open_archive()
    archive.add_many(corpus())
    archive.export(tmp_path / "out.jsonl")
    with pytest.raises(ArchiveError, match="only where there is none"):
        archive.load(tmp_path / "out.jsonl")


@pytest.mark.parametrize("damage", ["cut", "foreign"])
def test_a_damaged_file_is_told_and_nothing_of_it_is_kept(
    open_archive: OpenArchive, tmp_path: Path, damage: str
) -> None:
    archive = open_archive()
    lively(archive).export(tmp_path / "out.jsonl")
    data = (tmp_path / "out.jsonl").read_bytes()
    (tmp_path / "bad.jsonl").write_bytes(data[:-40] if damage == "cut" else b'{"id":"x"}\n')
    with Archive.open(tmp_path / "new.db", placer=FirstWord) as second:
        with pytest.raises(InputError, match="line"):
            second.load(tmp_path / "bad.jsonl")
        assert second.search("").total == 0
