"""The columns of the tables, taken from the row records, and rows as Arrow tables."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from dateline.errors import SetupError
from dateline.records import Record
from dateline.show.tables import (
    FigureRowView,
    HappeningRow,
    NameRow,
    ReportRow,
    StatementRow,
    TimeRow,
)
from dateline.story.items import day_of

try:
    import pyarrow as pa
except ImportError:
    raise SetupError(
        "Bulk reading needs pyarrow. Install it with: pip install 'dateline[frames]'"
    ) from None

UNKNOWN_DAY = "unknown"


class BulkReportRow(ReportRow, frozen=True, kw_only=True):
    """A report with its text and its place among the others."""

    language: str | None = None
    text: str = ""
    copy_of: str | None = None
    version_of: str | None = None


class ItemRow(Record, frozen=True, kw_only=True):
    """What grouping needs of a report."""

    report: str
    language: str | None
    published: str | None
    title: str
    lead: str
    outlet: str | None
    url: str | None
    version: str | None


class StoryRow(Record, frozen=True, kw_only=True):
    """A story; it stands under the day of its first report."""

    story: str
    language: str | None
    headline: str | None
    first: str | None
    last: str | None
    reports: int


class FailureRow(Record, frozen=True, kw_only=True):
    """A record that could not be read."""

    source: str
    place: str | None
    problem: str


FACTS: dict[str, type[Record]] = {
    "statements": StatementRow,
    "figures": FigureRowView,
    "times": TimeRow,
    "happenings": HappeningRow,
    "names": NameRow,
}
READ: dict[str, type[Record]] = {"reports": BulkReportRow, "items": ItemRow, **FACTS}
"""The tables every unit gives."""

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def day_name(published: str | None) -> str:
    """Return the day in UTC a report was published on, ``unknown`` when that cannot be told."""
    days = day_of(published)
    if days is None:
        return UNKNOWN_DAY
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=days)).date().isoformat()


def schema_of(kind: type[Record], *, day: bool = False) -> pa.Schema:
    """Return the Arrow schema of a row record, with the day's column if wanted."""
    hints = typing.get_type_hints(kind)
    fields = []
    for name in kind.__struct_fields__:
        hint = hints[name]
        if isinstance(hint, types.UnionType):
            hint = next(item for item in hint.__args__ if item is not types.NoneType)
        fields.append(pa.field(name.rstrip("_"), _TYPES[hint]))
    return pa.schema([*fields, pa.field("day", pa.string())] if day else fields)


def table_of(
    kind: type[Record], rows: Iterable[Record], days: Iterable[str] | None = None
) -> pa.Table:
    """Return rows as an Arrow table, with a day for each if given."""
    schema = schema_of(kind, day=days is not None)
    values = [msgspec.structs.astuple(row) for row in rows]
    arrays = [
        pa.array([value[number] for value in values], type=schema.field(number).type)
        for number in range(len(kind.__struct_fields__))
    ]
    if days is not None:
        arrays.append(pa.array(list(days), type=pa.string()))
    return pa.Table.from_arrays(arrays, schema=schema)
