"""``dateline run`` as a person meets it: where it cannot go on it says so and leaves no trace."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dateline.commands.app import answered
from dateline.errors import PARQUET_NEEDS

LINE = (
    '{"id": "a", "headline": "Dam", "text": "The dam broke, Ada Okoye said.", "published": "%s"}\n'
)


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "lines.jsonl"
    file.write_text(LINE % "4 May 2031")
    for out in (file, file / "below"):
        assert answered(["run", str(file), "-o", str(out)]) == 1
        err = capsys.readouterr().err
        assert err.startswith(f"dateline: {out}: no folder can be made: ")


def test_a_model_that_is_not_there_ends_the_run_and_finishes_no_unit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "lines.jsonl", tmp_path / "out"
    file.write_text(LINE % "4 May 2031")
    assert answered(["run", str(file), "-o", str(out), "--model", "nowhere"]) == 1
    assert capsys.readouterr().err.startswith("dateline: The language model 'nowhere' is neither")
    assert not list(out.rglob("done.json"))


@pytest.mark.parametrize("engine", ["local", "dask"])
def test_without_pyarrow_a_run_says_what_to_install(
    engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith("dateline.bulk")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("dateline.bulk.run", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    words = ["run", str(tmp_path), "-o", str(tmp_path / "out"), "--engine", engine]
    assert answered(words) == 1
    err = capsys.readouterr().err
    assert err == f"dateline: {PARQUET_NEEDS}\n"


def test_one_of_each_is_told_as_one_and_a_date_in_words_is_a_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "lines.jsonl", tmp_path / "out"
    file.write_text(LINE % "4 May 2031")
    assert answered(["run", str(file), "-o", str(out)]) == 0
    assert "1 report, 1 story, 0 failures in " in capsys.readouterr().err
    assert (out / "reports" / "day=2031-05-04" / "part-0.parquet").exists()
