"""How commands end: exit codes, what is told, and what is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.archive.store import Archive
from dateline.commands.app import answered


def dateline(*words: str) -> list[str]:
    return [sys.executable, "-m", "dateline", *words]


def ended(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = answered(list(words))
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert "unexpected" not in err
    return code, out, err


@pytest.mark.parametrize(
    "words",
    [["stories"], ["story", "x"], ["search", "x"], ["who", "x"], ["figures"], ["timeline"],
     ["brief"], ["export", "-"], ["forget", "x"], ["evidence", "x"], ["mcp"]],
    ids=lambda words: words[0],
)  # fmt: skip
def test_an_archive_that_is_not_there_is_told_of_and_not_made(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "mistyped" / "archive.db"
    code, out, err = ended(capsys, *words, "--archive", str(place))
    assert (code, out) == (1, "")
    assert err == f"dateline: {place}: there is no archive here yet. 'dateline add' makes one.\n"
    assert not place.parent.exists()


def test_an_empty_database_is_no_archive_to_read_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "empty.db"
    place.touch()
    assert ended(capsys, "stories", "--archive", str(place))[0] == 1


@pytest.mark.parametrize("words", [["search", "the"], ["stories"], ["export", "-"]])
def test_a_reader_that_goes_away_is_no_error(words: list[str], filled_archive: Path) -> None:
    with subprocess.Popen(
        dateline(*words, "--archive", str(filled_archive)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
def test_ctrl_c_stops_a_run_and_its_processes_without_a_traceback(tmp_path: Path) -> None:
    lines = "".join(
        f'{{"id": {number}, "headline": "Dam", "text": "The dam broke, Ada Okoye said."}}\n'
        for number in range(60_000)
    )
    (tmp_path / "many.jsonl").write_text(lines)
    out = tmp_path / "out"
    with subprocess.Popen(
        dateline("run", str(tmp_path / "many.jsonl"), "-o", str(out), "--workers", "2"),
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        until = time.monotonic() + 60
        while time.monotonic() < until and not _children(process.pid):
            time.sleep(0.01)
        children = _children(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    assert told.splitlines()[-1].startswith("dateline: stopped.")
    assert "Traceback" not in told
    assert children
    until = time.monotonic() + 30
    while any(map(_runs, children)):
        assert time.monotonic() < until
        time.sleep(0.05)


def _runs(process: str) -> bool:
    command = Path(f"/proc/{process}/cmdline")
    return command.exists() and command.read_bytes() != b""


def _children(parent: int) -> list[str]:
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    return listed.read_text().split() if listed.exists() else []


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_lists_are_utf8_whatever_the_locale(encoding: str, filled_archive: Path) -> None:
    done = subprocess.run(
        dateline("stories", "--archive", str(filled_archive)),
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )
    assert "independent source" in done.stdout.decode("utf-8")


def test_an_output_that_cannot_be_written_is_told_before_the_work_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.pipeline.dossier_set", lambda *_, **__: pytest.fail("read"))
    page = tmp_path / "page.txt"
    page.write_text("Dam breaks\n\nThe dam broke on Sunday, the mayor of Vessen said.\n")
    for out, why in ((tmp_path, "this is a folder"), (page / "x", f"{page} is no folder")):
        for command in (["read", str(page)], ["who", "Okoye", str(page)]):
            code, _, err = ended(capsys, *command, "-o", str(out))
            assert (code, err) == (1, f"dateline: {out}: the output cannot be written: {why}.\n")


def test_an_export_leaves_links_and_devices_what_they_are(
    filled_archive: Path, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    pipe, target, link = tmp_path / "pipe", tmp_path / "all.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    link.symlink_to(target)
    os.mkfifo(pipe)
    with (
        (tmp_path / "read").open("wb") as read,
        subprocess.Popen(["cat", str(pipe)], stdout=read),
    ):
        assert answered(["export", str(pipe), "--archive", str(filled_archive)]) == 0
    through_pipe = (tmp_path / "read").read_bytes()
    assert answered(["export", str(link), "--archive", str(filled_archive)]) == 0
    assert answered(["export", "-", "--archive", str(filled_archive)]) == 0
    assert link.is_symlink() and pipe.is_fifo()
    assert target.read_bytes() == through_pipe == capsysbinary.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "all.jsonl",
        "link.jsonl",
        "pipe",
        "read",
    ]


def test_an_import_of_nothing_makes_no_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "new.db"
    code, _, err = ended(capsys, "import", str(tmp_path / "none.jsonl"), "--archive", str(place))
    assert (code, err) == (1, f"dateline: {tmp_path / 'none.jsonl'}: there is no such file.\n")
    assert not place.exists()


def test_what_is_too_long_to_be_read_is_told_by_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.reading.layers.MAX_CHARACTERS", 100)
    page = tmp_path / "page.txt"
    page.write_text(
        "Dam breaks above Vessen\n\n4 May 2031\n\n"
        "The dam above Vessen broke on Sunday after a week of rain, the mayor of Vessen said.\n\n"
        "“Nobody had looked at it for years,” Mara Okoye said, and asked for help.\n"
    )
    place = str(tmp_path / "a.db")
    for words in (
        ["read", str(page)],
        ["timeline", str(page)],
        ["add", str(page), "--archive", place],
    ):
        code, _, err = ended(capsys, *words)
        assert code == 1
        assert err.startswith(f"dateline: {page}, report pg-")
        assert "not read: longer than 100 characters" in err
    with Archive.open(place) as archive:
        assert len(archive.stories()) == 1
