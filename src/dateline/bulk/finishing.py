"""From finished units to the tables: duplicates out, stories told, one file a table and day.

This goes over the units in their order, so the tables depend on the inputs alone: not on who read
a unit, when, or after how many interruptions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dateline.bulk.columns import (
    READ,
    FailureRow,
    StoryRow,
    day_name,
)
from dateline.bulk.engines import Engine
from dateline.bulk.grouping import Placed, chains_of, left_of, told_by
from dateline.bulk.store import Store, opened
from dateline.bulk.units import Unit
from dateline.show.arrow import schema_of, table_of
from dateline.show.tables import FACTS

DAYS_AT_ONCE = 60
ROWS_A_GROUP = 50_000


class _Part(msgspec.Struct):
    unit: Unit
    days: frozenset[str]
    dropped: pa.Array


def finish(
    store: Store, units: Sequence[Unit], failures: Sequence[FailureRow], engine: Engine
) -> Counter[str]:
    """Write the tables of finished units and return the number of rows of each.

    A report that stands in several units is kept where it comes first. ``engine`` groups.
    """
    parts = _parts(store, units)
    counts: Counter[str] = Counter()
    counts["duplicates"] = sum(len(part.dropped) for part in parts)
    _write_days(store, "items", parts, target="_work/items")
    chains = chains_of(store)
    engine.group([left for chain in chains if (left := left_of(store, chain))], store.root)
    told = told_by(store, chains)
    for name in FACTS:
        counts[name] = _write_days(store, name, parts)
    counts["reports"] = _write_days(store, "reports", parts, placed=told.placed)
    counts["stories"] = _write_stories(store, told.stories)
    with store.written("failures/part-0.parquet") as stream:
        rows = sorted(set(failures), key=lambda row: (row.source, row.place or "", row.problem))
        pq.write_table(table_of(FailureRow, rows), stream, compression="zstd")
    counts["failures"] = len(rows)
    return counts


def _table(store: Store, unit: Unit, name: str, columns: list[str] | None = None) -> pa.Table:
    with opened(store.path(f"_work/units/{unit.id}/{name}.parquet")) as stream:
        return pq.read_table(stream, columns=columns, use_threads=False)


def _parts(store: Store, units: Sequence[Unit]) -> list[_Part]:
    """Return which days each unit has and which of its reports stand in an earlier one."""
    seen: set[str] = set()
    parts: list[_Part] = []
    for unit in units:
        table = _table(store, unit, "items", ["report", "day"])
        reports = table["report"].to_pylist()
        dropped = pa.array([report for report in reports if report in seen], pa.string())
        seen.update(reports)
        parts.append(_Part(unit, frozenset(table["day"].unique().to_pylist()), dropped))
    return parts


def _write_days(
    store: Store,
    name: str,
    parts: Sequence[_Part],
    *,
    target: str | None = None,
    placed: dict[str, Placed] | None = None,
) -> int:
    """Write a table's file for each day, units in order, and remove days that are no more."""
    target = target or name
    schema = schema_of(READ[name])
    days = sorted(set().union(*(part.days for part in parts)))
    written: set[str] = set()
    count = 0
    for first in range(0, len(days), DAYS_AT_ONCE):
        chunk = days[first : first + DAYS_AT_ONCE]
        with ExitStack() as stack:
            files: dict[str, _DayFile] = {}
            for part in parts:
                here = [day for day in chunk if day in part.days]
                if not here:
                    continue
                table = _table(store, part.unit, name)
                if len(part.dropped):
                    table = table.filter(
                        pc.invert(pc.is_in(table["report"], value_set=part.dropped))
                    )
                for day in here:
                    rows = table.filter(pc.equal(table["day"], day)).drop_columns(["day"])
                    if not rows.num_rows:
                        continue
                    if placed is not None:
                        rows = _with_places(rows, placed)
                    if day not in files:
                        files[day] = _DayFile(store, f"{target}/day={day}", schema, stack)
                    files[day].add(rows)
                    count += rows.num_rows
            for file in files.values():
                file.flush()
            written |= files.keys()
    _remove_others(store, target, written)
    return count


def _remove_others(store: Store, target: str, days: set[str]) -> None:
    for folder in store.names(target):
        if folder.startswith("day=") and folder.removeprefix("day=") not in days:
            store.remove(f"{target}/{folder}")


class _DayFile:
    """The file of one day, with row groups of a fair size."""

    def __init__(self, store: Store, folder: str, schema: pa.Schema, stack: ExitStack) -> None:
        stream = stack.enter_context(store.written(f"{folder}/part-0.parquet"))
        self._writer = stack.enter_context(pq.ParquetWriter(stream, schema, compression="zstd"))
        self._waiting: list[pa.Table] = []

    def add(self, rows: pa.Table) -> None:
        self._waiting.append(rows)
        if sum(table.num_rows for table in self._waiting) >= ROWS_A_GROUP:
            self.flush()

    def flush(self) -> None:
        if self._waiting:
            self._writer.write_table(pa.concat_tables(self._waiting).combine_chunks())
            self._waiting = []


def _with_places(rows: pa.Table, placed: dict[str, Placed]) -> pa.Table:
    places = [placed[report] for report in rows["report"].to_pylist()]
    for column in ("story", "copy_of", "version_of"):
        values = pa.array([getattr(place, column) for place in places], pa.string())
        rows = rows.set_column(rows.schema.get_field_index(column), column, values)
    return rows


def _write_stories(store: Store, stories: Sequence[StoryRow]) -> int:
    by_day: dict[str, list[StoryRow]] = {}
    for story in stories:
        by_day.setdefault(day_name(story.first), []).append(story)
    for day, rows in sorted(by_day.items()):
        with store.written(f"stories/day={day}/part-0.parquet") as stream:
            pq.write_table(table_of(StoryRow, rows), stream, compression="zstd")
    _remove_others(store, "stories", set(by_day))
    return len(stories)
