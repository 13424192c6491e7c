"""The tables of an archive say what its pages say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from archive_samples import corpus

from conftest import OpenArchive
from dateline.show.table_files import write_tables


def test_tables_hold_the_words_of_their_spans(open_archive: OpenArchive, tmp_path: Path) -> None:
    archive = open_archive()
    archive.add_many(corpus())
    write_tables(archive.placed_reads(), tmp_path / "csv", "csv")
    with (tmp_path / "csv" / "figures.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["words"], row["value"], row["measure"]) for row in rows] == [
        ("3.5 percent", "3.5", "prices"),
        ("61%", "61.0", "turnout"),
        ("2,000 people", "2000.0", "Crowds"),
    ]
    with (tmp_path / "csv" / "reports.csv").open(newline="") as stream:
        page_of = {row["report"]: row["page"] for row in csv.DictReader(stream)}
    for row in rows:
        text = archive.page(page_of[row["report"]]).text
        assert text[int(row["start"]) : int(row["end"])] == row["words"]
    parquet = pytest.importorskip("pyarrow.parquet")
    write_tables(archive.placed_reads(), tmp_path / "parquet", "parquet")
    for table in ("reports", "statements", "figures", "times", "happenings", "names"):
        with (tmp_path / "csv" / f"{table}.csv").open(newline="") as stream:
            rows = list(csv.DictReader(stream))
        columns = parquet.read_table(tmp_path / "parquet" / f"{table}.parquet").to_pylist()
        assert [
            {key: "" if value is None else str(value) for key, value in row.items()}
            for row in columns
        ] == rows
