"""Bulk reading as real processes: interrupted, resumed, with other workers, on a cluster."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import typer
from typer.testing import CliRunner

from dateline.bulk import units
from dateline.commands import run as run_command
from dateline.story.grouping import Item, group_stories

SCRIPT = Path(__file__).with_name("run_bulk.py")
EVENTS = (
    (
        "Ferry Alda runs aground off Karsund",
        "The ferry Alda ran aground off Karsund with {n} passengers on board, the coast guard said.",
        "“The captain ignored two radio warnings,” harbour master Ilse Brandt told reporters.",
    ),
    (
        "Drovia dam close to overflowing",
        "Water rose {n} centimetres below the crest of the Drovia dam after a week of rain.",
        "“Villages downstream must be emptied tonight,” engineer Tom Feldon warned.",
    ),
    (
        "Quenza elects new council",
        "Turnout in Quenza's council election reached {n} percent, the commission announced.",
        "“Young voters decided this result,” pollster Rosa Quist argued.",
    ),
)
ARTICLES = 24


def article(number: int) -> dict[str, str]:
    headline, lead, quotation = EVENTS[number % 3]
    text = f"{lead.format(n=number + 30)}\n\n{quotation}"
    day = f"2031-03-{10 + number // 8:02}"
    return {"id": f"n{number}", "headline": headline, "text": text, "published": day}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("input") / "news.jsonl"
    lines = [json.dumps(article(number)) for number in range(ARTICLES)]
    lines[9:9] = ["{broken", json.dumps({"id": "empty"})]
    lines.append(json.dumps(article(5)))
    path.write_text("\n".join(lines) + "\n")
    return path


def command(source: Path, out: Path, engine: str, workers: int, mode: str = "") -> list[str]:
    return [sys.executable, str(SCRIPT), str(source), str(out), engine, str(workers), mode]


def tables(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file())
    inside = {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
    return {name: data for name, data in inside.items() if not name.startswith("_work/")}


def rows(out: Path, name: str) -> list[dict]:
    return ds.dataset(out / name, partitioning="hive").to_table().to_pylist()


@pytest.fixture(scope="module")
def whole(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("whole")
    subprocess.run(command(source, out, "local", 1), check=True, timeout=120)
    return out


def test_a_run_killed_in_the_middle_goes_on_to_the_tables_of_an_undisturbed_one(
    source: Path, whole: Path, tmp_path: Path
) -> None:
    with subprocess.Popen(
        command(source, tmp_path, "local", 2, "tell"), stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip().isdigit()
        process.kill()
    finished = len(list(tmp_path.glob("_work/units/*/done.json")))
    assert 0 < finished < len(list(whole.glob("_work/units/*/done.json")))
    assert not (tmp_path / "reports").exists()
    subprocess.run(command(source, tmp_path, "local", 1), check=True, timeout=120)
    assert tables(tmp_path) == tables(whole)


def test_a_cluster_that_loses_a_worker_gives_the_tables_of_one_machine(
    source: Path, whole: Path, tmp_path: Path
) -> None:
    pytest.importorskip("distributed")
    done = subprocess.run(
        command(source, tmp_path, "dask", 2, "kill-worker"),
        check=True,
        timeout=120,
        stdout=subprocess.PIPE,
    )
    assert b"killed 1" in done.stdout
    assert tables(tmp_path) == tables(whole)


def test_every_report_stands_once_under_its_day(whole: Path) -> None:
    found = rows(whole, "reports")
    assert sorted(row["report"] for row in found) == sorted(f"n{n}.0" for n in range(ARTICLES))
    assert all(str(row["day"]) == row["published"] for row in found)
    assert {row["report"] for row in rows(whole, "statements")} == {row["report"] for row in found}


def test_stories_are_those_of_grouping_all_reports_at_once(whole: Path) -> None:
    found = sorted(rows(whole, "reports"), key=lambda row: (row["published"], row["report"]))
    items = [
        Item(id=row["report"], published=row["published"], title=row["headline"], text=row["text"])
        for row in found
    ]
    stories = group_stories(items)
    assert len(stories) > 1
    assert {row["report"]: row["story"] for row in found} == {
        report: story.id for story in stories for report in story.reports
    }
    assert {row["story"]: row["reports"] for row in rows(whole, "stories")} == {
        story.id: len(story.reports) for story in stories
    }


def test_bad_records_are_listed_with_their_place_and_give_exit_code_1(
    source: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "LINES_BYTES", 1_200)
    app = typer.Typer()
    run_command.register(app)
    before = {path: path.stat().st_mtime_ns for path in whole.glob("_work/units/*/done.json")}
    result = CliRunner().invoke(app, [str(source), "-o", str(whole)])
    assert result.exit_code == 1
    assert "passed over 1 duplicate" in result.output
    failures = pq.read_table(whole / "failures" / "part-0.parquet").to_pylist()
    places = [source.read_bytes().index(b"{broken"), source.read_bytes().index(b'{"id": "empty"')]
    assert [row["place"] for row in failures] == [f"byte {place}" for place in places]
    assert before == {path: path.stat().st_mtime_ns for path in before}
