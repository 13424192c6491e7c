"""A packed story holds its pages unchanged, says so, and points into them."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from pathlib import Path

import pytest
import typer
from archive_samples import FirstWord, corpus
from typer.testing import CliRunner

from dateline.archive.store import Archive
from dateline.commands import evidence
from dateline.errors import ArchiveError, InputError
from dateline.show.bags import file_name, write_bag

app = typer.Typer()
evidence.register(app)
# With one command alone, typer would take its name for an argument.
app.callback()(lambda: None)

STORY, BAG = "s-dam", "s-dam-evidence"


@pytest.fixture
def place(tmp_path: Path) -> str:
    place = str(tmp_path / "archive.db")
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add_many(corpus())
    return place


def packed(place: str, out: Path, story: str = STORY) -> dict[str, bytes]:
    """Return the files of a story's bag by their path in it."""
    words = ["evidence", story, "--archive", place, "-o", str(out)]
    result = CliRunner().invoke(app, words, catch_exceptions=False)
    assert result.exit_code == 0
    assert result.output == f"{out}\n"
    with zipfile.ZipFile(out) as bag:
        return {name.removeprefix(f"{BAG}/"): bag.read(name) for name in bag.namelist()}


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))


def test_every_file_has_its_checksum_in_the_manifests(place: str, tmp_path: Path) -> None:
    files = packed(place, tmp_path / "s.zip")
    assert files["bagit.txt"].startswith(b"BagIt-Version: 1.0\n")
    for manifest, listed in (
        ("manifest-sha256.txt", {name for name in files if name.startswith("data/")}),
        ("tagmanifest-sha256.txt", {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"}),
    ):
        sums = dict(line.split("  ")[::-1] for line in files[manifest].decode().splitlines())
        assert sums.keys() == listed
        assert sums == {name: hashlib.sha256(files[name]).hexdigest() for name in listed}
    payload = [data for name, data in files.items() if name.startswith("data/")]
    size = f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}\n"
    assert size in files["bag-info.txt"].decode()


def test_pages_are_there_byte_for_byte_with_when_they_were_kept(place: str, tmp_path: Path) -> None:
    files = packed(place, tmp_path / "s.zip")
    pages = rows(files, "data/pages.csv")
    assert [page["page"] for page in pages] == ["a", "b"]
    with Archive.open(place, placer=FirstWord) as archive:
        for page in pages:
            original = files[f"data/{page['original']}"]
            assert original == archive.original(page["page"])
            assert hashlib.sha256(original).hexdigest() == page["sha256"]
            assert files[f"data/{page['text']}"].decode() == archive.page(page["page"]).text
            assert page["added"] == archive.page_info(page["page"]).added


def test_facts_point_into_the_texts_beside_them(place: str, tmp_path: Path) -> None:
    files = packed(place, tmp_path / "s.zip")
    page_of = {row["report"]: row["page"] for row in rows(files, "data/facts/reports.csv")}
    figures = rows(files, "data/facts/figures.csv")
    assert [figure["words"] for figure in figures] == ["61%", "2,000 people"]
    for figure in figures:
        text = files[f"data/pages/{page_of[figure['report']]}/text.txt"].decode()
        assert text[int(figure["start"]) : int(figure["end"])] == figure["words"]
    document = json.loads(files["data/dossier.json"])
    assert [story["id"] for story in document["stories"]] == [STORY]
    assert files["data/dossier.html"].startswith(b"<!doctype html>")


def test_reports_are_cited_with_what_their_pages_tell_and_nothing_else(
    place: str, tmp_path: Path
) -> None:
    first, second = json.loads(packed(place, tmp_path / "s.zip")["data/citations.json"])
    assert first["title"] == "Dam vote nears in Verrania"
    assert first["container-title"] == "The Harbour Gazette"
    assert first["issued"] == {"date-parts": [[2031, 5, 4]]}
    assert second["container-title"] == "Lume Daily"
    for citation in (first, second):
        assert citation["type"] == "article-newspaper"
        assert citation.keys().isdisjoint({"author", "URL", "accessed", "publisher"})


def test_a_story_packed_twice_on_one_day_is_the_same_file(place: str, tmp_path: Path) -> None:
    packed(place, tmp_path / "one.zip")
    packed(place, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_what_cannot_be_packed_leaves_no_file(place: str, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no such story"):
        packed(place, tmp_path / "none.zip", "s-none")
    (tmp_path / "taken").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        packed(place, tmp_path / "taken")
    assert {path.name for path in tmp_path.iterdir()} == {"archive.db", "taken"}


@pytest.mark.parametrize("path", ["", "/etc/passwd", "a/../../b", ".."])
def test_no_file_of_a_bag_leads_out_of_it(path: str) -> None:
    with pytest.raises(ValueError, match="cannot be a file of the bag"):
        write_bag(io.BytesIO(), "bag", [(path, b"")], {})


def test_any_words_make_a_file_name() -> None:
    assert file_name("https://harbour.example/a?b=1") == "https-harbour.example-a-b-1"
    assert file_name("../..") == "unnamed"


def test_lines_in_paths_and_values_stay_one_line() -> None:
    stream = io.BytesIO()
    write_bag(stream, "bag", [("a\nb%", b"x")], {"External-Description": "two\nlines"})
    with zipfile.ZipFile(stream) as bag:
        assert b"data/a%0Ab%25\n" in bag.read("bag/manifest-sha256.txt")
        assert b"External-Description: two lines\n" in bag.read("bag/bag-info.txt")
