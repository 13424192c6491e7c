"""A story's facts as tables: CSV, and Parquet where pyarrow is installed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

import msgspec

from dateline.archive.store import Archive
from dateline.desk.api.operations import Asked, Document, in_path
from dateline.errors import SetupError
from dateline.records import ReadReport, Record
from dateline.show.tables import (
    FigureRowView,
    HappeningRow,
    NameRow,
    StatementRow,
    TimeRow,
    figure_rows,
    happening_rows,
    name_rows,
    statement_rows,
    time_rows,
)

Rows = Callable[[ReadReport], Iterable[Record]]

_TABLES: tuple[tuple[str, type[Record], Rows], ...] = (
    ("statements", StatementRow, statement_rows),
    ("figures", FigureRowView, figure_rows),
    ("times", TimeRow, time_rows),
    ("happenings", HappeningRow, happening_rows),
    ("names", NameRow, name_rows),
)


def _csv(kind: type[Record], rows: Iterable[Record]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(kind.__struct_fields__)
    writer.writerows(msgspec.structs.astuple(row) for row in rows)
    return text.getvalue().encode()


def _parquet(kind: type[Record], rows: Iterable[Record]) -> bytes:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise SetupError(
            "Parquet needs a package that is not installed here. "
            "Run: pip install 'dateline[frames]', or ask for CSV."
        ) from None
    values = [msgspec.structs.asdict(row) for row in rows]
    columns = {name: [row[name] for row in values] for name in kind.__struct_fields__}
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


_FORMS = (
    ("csv", "text/csv; charset=utf-8", _csv),
    ("parquet", "application/vnd.apache.parquet", _parquet),
)


def _table(
    kind: type[Record], rows: Rows, written: Callable[[type[Record], Iterable[Record]], bytes]
) -> Callable[[Archive, Asked], bytes]:
    def table(archive: Archive, asked: Asked) -> bytes:
        reads = archive.story(asked.path("story")).reads
        return written(kind, (row for read in reads for row in rows(read)))

    return table


def _all() -> Iterator[Document]:
    for name, kind, rows in _TABLES:
        for form, media_type, written in _FORMS:
            yield Document(
                path=f"/api/stories/{{story}}/{name}.{form}",
                name=f"story-{name}-{form}",
                about=f"The {name} of a story's reports as a table.",
                params=(in_path("story", "Id of a story."),),
                media_type=media_type,
                ask=_table(kind, rows, written),
                file=f"{name}.{form}",
            )


OPERATIONS = tuple(_all())
