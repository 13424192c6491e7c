"""Rows as Arrow tables; the columns are taken from the row records."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable

import msgspec

from dateline.errors import PARQUET_NEEDS, SetupError
from dateline.records import Record

try:
    import pyarrow as pa
except ImportError:
    raise SetupError(PARQUET_NEEDS) from None

_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


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
