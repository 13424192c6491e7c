"""What may be given to commands: folders, patterns, dates, addresses."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dateline.commands.app import answered

PAGE = """{0}

By Tilda Aronsen
4 May 2031

VESSEN – {0} on Sunday after three years of repairs.

“People had stopped believing in it,” said Mara Okoye, the mayor of Vessen.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dump"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(PAGE.format("The Vessen bridge reopened"))
    (folder / "deep" / "b").write_text(PAGE.format("The Orrin lock reopened"))
    (folder / "deep" / "photo.jpg").write_bytes(b"\xff\xd8")
    (folder / ".hidden").write_text("x")
    (folder / "empty.txt").touch()
    return folder


def paths(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    code = answered(["read", *words, "--format", "json"])
    out, err = capsys.readouterr()
    return code, [Path(page["path"]).name for page in json.loads(out)["pages"]], err


def test_a_folder_stands_for_all_pages_below_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found, err = paths(capsys, str(folder))
    assert (code, found) == (1, ["a.txt", "b"])
    assert err.splitlines() == [
        "dateline: passed over 1 .jpg",
        f"dateline: {folder / 'empty.txt'}: the file is empty. Nothing can be read from it.",
    ]


def test_a_pattern_that_no_shell_has_replaced_stands_for_its_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert paths(capsys, f"{folder}/a*")[:2] == (0, ["a.txt"])


@pytest.mark.parametrize("name", ["empty folder", "nothing*"])
def test_a_folder_or_pattern_without_pages_is_told_of(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty folder").mkdir()
    assert answered(["read", str(tmp_path / name)]) == 1
    assert "there is no" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--url", "news.example"], "is no address of a page"),
        (["--url", "https://a.example/x", "other.txt"], "name one input with it"),
        (["--published", "03/04/2024"], "is no date that is understood"),
    ],
)
def test_an_address_or_date_that_cannot_be_meant_is_a_usage_error(
    words: list[str], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(["read", str(folder / "a.txt"), *words]) == 2
    assert told in capsys.readouterr().err


def test_an_address_that_is_not_of_the_web_is_no_missing_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert answered(["read", "ftp://news.example/a"]) == 1
    assert "ftp://news.example/a: only http and https" in capsys.readouterr().err


def test_options_that_would_be_passed_over_are_usage_errors(
    folder: Path, filled_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, archive = str(folder / "a.txt"), ["--archive", str(filled_archive)]
    for words in (
        ["figures", page, "--story", "x"],
        ["timeline", page, "--story", "x"],
        ["who", "okoye", "--published", "2031-05-04", *archive],
        ["figures", "turnout", "--model", "x", *archive],
        ["figures", "turnout", "--format", "csv", *archive],
    ):
        assert answered(words) == 2
        assert "Invalid value: --" in capsys.readouterr().err


def test_a_mistyped_file_is_not_looked_for_in_the_archive(
    filled_archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(["figures", "nothing.txt", "--archive", str(filled_archive)]) == 1
    assert capsys.readouterr().err == "dateline: nothing.txt: there is no such file.\n"


def test_the_archive_is_shown_in_the_formats_pages_are(
    filled_archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = ["--archive", str(filled_archive)]
    assert answered(["search", "dravic", "-n", "1", "--format", "json", *archive]) == 0
    story = json.loads(capsys.readouterr().out)["story"]
    out = tmp_path / "out"
    for words, start in (
        (["who", "castellane", "--format", "markdown"], "## Honora Castellane"),
        (["figures", "--story", story, "--format", "csv"], "row,measure,verdict"),
        (["figures", "turnout", "--format", "json"], '{"page":"pg-'),
        (["timeline", "--since", "2024-03-18", "--format", "ical"], "BEGIN:VCALENDAR"),
        (["timeline", "--format", "csv"], "list,from,to"),
    ):
        assert answered([*words, *archive, "-o", str(out)]) == 0
        assert capsys.readouterr().out == ""
        assert out.read_text().startswith(start)


def test_a_timeline_of_pages_keeps_to_its_days(
    example_paths: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["timeline", *example_paths[:2], "--since", "2024-03-17", "--until", "2024-03-17"]
    assert answered([*words, "--format", "json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert found
    assert {entry["from"][:10] for entry in found} == {"2024-03-17"}
    assert answered([*words, "--format", "json", "-n", "1"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


@pytest.mark.parametrize("keep", [False, True])
def test_a_dossier_opens_in_the_browser(
    keep: bool, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", lambda address: bool(opened.append(address)))
    kept = folder.parent / "kept.html"
    words = ["-o", str(kept)] if keep else []
    assert answered(["read", str(folder / "a.txt"), "--open", *words]) == 0
    path = Path(opened[0].removeprefix("file://"))
    assert "Mara Okoye" in path.read_text()
    assert not keep or path == kept
    assert f"No browser could be opened. The dossier is at {path}" in capsys.readouterr().err


def test_a_name_of_bytes_that_are_no_characters_costs_no_page(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = os.fsencode(folder) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_text(PAGE.format("The mill reopened"))
    code, found, _ = paths(capsys, str(folder / "a.txt"), os.fsdecode(name))
    assert (code, found) == (0, ["a.txt", "caf\ufffd.txt"])
    out = folder.parent / "out"
    Path(os.fsdecode(name)).write_bytes(b"")
    assert answered(["run", os.fsdecode(name), "-o", str(out)]) == 1
    assert "the file is empty" in capsys.readouterr().err


def test_a_file_of_another_kind_is_told_of_in_a_few_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text("no JSON\n" * 500)
    assert answered(["annotate", str(tmp_path / "page.txt")]) == 1
    told = capsys.readouterr().err.splitlines()
    assert "'dateline read' reads pages" in told[0]
    assert len(told) == 11
    assert told[-1].endswith("page.txt: 490 more like these")


def test_a_fault_of_a_reader_costs_no_other_page(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = str(folder / "page.html")
    Path(page).write_text("<html><body><article><h1>Dam</h1><p>It broke.</p></article></body>")
    monkeypatch.setattr("dateline.intake.html.read_html", lambda *_, **__: {}["fault"])
    code, found, err = paths(capsys, page, str(folder / "a.txt"))
    assert (code, found) == (1, ["a.txt"])
    assert err.startswith(f"dateline: {page}: cannot be read (KeyError: 'fault')")
