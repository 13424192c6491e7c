"""A run: plan, read what is not finished yet, write the tables."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from dateline.bulk.columns import FailureRow
from dateline.bulk.engines import Dask, Local
from dateline.bulk.finishing import finish
from dateline.bulk.reading import Done, done_of
from dateline.bulk.store import Store
from dateline.bulk.units import units_of
from dateline.intake.decode import safe_text
from dateline.intake.tally import Tally
from dateline.reading.layers import Settings
from dateline.records import Record

Engine = Literal["local", "dask"]


class Standing(Record, frozen=True, kw_only=True):
    """How far a run is: bytes of input done, of all, and reports read by this call."""

    done: int
    total: int
    reports: int


class Outcome(Record, frozen=True, kw_only=True):
    """What a run gave: rows by table, records that failed, and records passed over by kind."""

    rows: dict[str, int]
    failures: tuple[FailureRow, ...]
    skipped: dict[str, int]


def run(
    paths: Sequence[str],
    out: str,
    settings: Settings | None = None,
    *,
    engine: Engine = "local",
    scheduler: str | None = None,
    workers: int = 0,
    progress: Callable[[Standing], None] | None = None,
) -> Outcome:
    """Read all inputs into Parquet tables under ``out``; what an earlier run finished is kept.

    ``paths`` are files, folders, globs or addresses fsspec knows; ``workers`` 0 takes a process per
    core. The tables depend on inputs and settings alone. Raises DatelineError when the run cannot
    go on.
    """
    settings = settings or Settings()
    workers = workers or os.cpu_count() or 1
    store, tally = Store(out), Tally()
    store.make()
    units = units_of(paths, settings, store, tally)
    finished: dict[str, Done] = {}
    for unit in units:
        done = done_of(store, unit)
        if done is not None:
            finished[unit.id] = done
    left = [unit for unit in units if unit.id not in finished]
    total, reports = sum(unit.size for unit in units), 0
    so_far = total - sum(unit.size for unit in left)
    with Dask(scheduler, workers) if engine == "dask" else Local(workers) as works:
        for unit, done in works.read(left, store.root, settings) if left else ():
            finished[unit.id] = done
            so_far += unit.size
            reports += done.reports
            if progress is not None:
                progress(Standing(done=so_far, total=total, reports=reports))
        failures = [
            FailureRow(source=safe_text(error.source)[0], place=error.place, problem=error.problem)
            for error in tally.failures
        ]
        skipped = Counter(tally.skipped)
        for unit in units:
            failures += finished[unit.id].failures
            skipped.update(finished[unit.id].skipped)
        rows = finish(store, units, failures, works)
    skipped["duplicate"] += rows.pop("duplicates")
    return Outcome(rows=dict(rows), failures=tuple(failures), skipped=dict(+skipped))
