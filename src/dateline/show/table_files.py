"""Tables as files: CSV by the standard library, Parquet by pyarrow."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from dateline.archive.results import PlacedRead
from dateline.errors import PARQUET_NEEDS, SetupError
from dateline.records import Record
from dateline.show.tables import FACTS, WholeReportRow, whole_report_row

_AT_ONCE = 5_000
"""Rows of a row group: what is held in memory of a table at a time."""

TableForm = Literal["csv", "parquet"]


class _Csv:
    def __init__(self, stream: BinaryIO, kind: type[Record]) -> None:
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        self._writer = csv.writer(self._text)
        self._writer.writerow(name.rstrip("_") for name in kind.__struct_fields__)

    def write(self, rows: list[Record]) -> None:
        self._writer.writerows(msgspec.structs.astuple(row) for row in rows)

    def close(self) -> None:
        self._text.detach()


class _Parquet:
    def __init__(self, stream: BinaryIO, kind: type[Record]) -> None:
        try:
            import pyarrow.parquet as pq
        except ImportError:
            raise SetupError(PARQUET_NEEDS) from None
        from dateline.show.arrow import schema_of, table_of

        self._kind, self._table_of = kind, table_of
        self._writer = pq.ParquetWriter(stream, schema_of(kind), compression="zstd")

    def write(self, rows: list[Record]) -> None:
        self._writer.write_table(self._table_of(self._kind, rows))

    def close(self) -> None:
        self._writer.close()


def write_table(
    stream: BinaryIO, form: TableForm, kind: type[Record], rows: Iterable[Record]
) -> None:
    """Write rows of one kind to a binary stream, which stays open.

    Raises SetupError when pyarrow is needed and not there.
    """
    writer = _Csv(stream, kind) if form == "csv" else _Parquet(stream, kind)
    ahead = iter(rows)
    while part := list(islice(ahead, _AT_ONCE)):
        writer.write(part)
    writer.close()


def write_tables(reads: Iterable[PlacedRead], folder: Path, form: TableForm) -> None:
    """Write reports and all their facts into a folder, a file a table.

    Raises SetupError when pyarrow is needed and not there, OSError when a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kinds: dict[str, type[Record]] = {"reports": WholeReportRow}
    kinds |= {name: table.kind for name, table in FACTS.items()}
    streams = {name: (folder / f"{name}.{form}").open("wb") for name in kinds}
    try:
        opened = _Csv if form == "csv" else _Parquet
        writers = {name: opened(streams[name], kind) for name, kind in kinds.items()}
        waiting: dict[str, list[Record]] = {name: [] for name in kinds}
        for placed in reads:
            for name, row in _rows(placed):
                waiting[name].append(row)
                if len(waiting[name]) == _AT_ONCE:
                    writers[name].write(waiting[name])
                    waiting[name] = []
        for name, writer in writers.items():
            writer.write(waiting[name])
            writer.close()
    finally:
        for stream in streams.values():
            stream.close()


def _rows(placed: PlacedRead) -> Iterator[tuple[str, Record]]:
    read, story, copy_of, version_of = placed
    yield "reports", whole_report_row(read, story, copy_of=copy_of, version_of=version_of)
    for name, table in FACTS.items():
        for row in table.rows(read):
            yield name, row
