"""The Python front door, as a notebook uses it."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

import dateline
from dateline.errors import DatelineError, InputError

WORDS = "The dam broke on Sunday, the board said."


@pytest.mark.parametrize(
    "published",
    ["2022-11-21", "21 November 2022", datetime.date(2022, 11, 21)],
)
def test_a_text_is_read_with_the_date_it_is_given(published: str | datetime.date) -> None:
    reading = dateline.read_text(WORDS, published=published)
    assert [time.value for time in reading.times] == ["2022-11-20"]
    assert not reading.notes


def test_a_date_that_is_none_is_an_error_and_not_a_text_unread() -> None:
    with pytest.raises(InputError, match="published: 'spring' is no date that is understood"):
        dateline.read_text(WORDS, published="spring")


def test_a_folder_is_read_whole_and_failures_are_listed_where_asked_for(
    tmp_path: Path, example_paths: list[str]
) -> None:
    (tmp_path / "a.txt").write_bytes(Path(example_paths[4]).read_bytes())
    (tmp_path / "empty.txt").touch()
    with pytest.raises(InputError, match="the file is empty"):
        dateline.read_pages(tmp_path)
    failures: list[InputError] = []
    dossiers = dateline.read_pages(tmp_path, failures=failures)
    assert [failure.source for failure in failures] == [str(tmp_path / "empty.txt")]
    assert repr(dossiers) == (
        f"<DossierSet: 1 pages, {len(dossiers.readings)} reports, {len(dossiers.dossiers)} stories>"
    )
    stories = dateline.group(dossiers.reads)
    dossier = dateline.compile_dossier(stories[0], dossiers.reads)
    assert dossier in dossiers.dossiers
    with pytest.raises(DatelineError, match="is not among those given"):
        dateline.compile_dossier(stories[0], [])


def test_completion_knows_the_functions_before_they_are_used() -> None:
    code = "import dateline; assert {'read_page', 'read_text', 'group'} <= set(dir(dateline))"
    subprocess.run([sys.executable, "-c", code], check=True)
