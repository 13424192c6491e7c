"""Who reads the units: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from itertools import islice
from typing import Protocol, Self

from dateline.bulk.grouping import Chain, group_chain, group_shard
from dateline.bulk.reading import Done, read_unit
from dateline.bulk.units import Unit
from dateline.errors import DatelineError, SetupError
from dateline.reading.layers import Settings
from dateline.workers import reading_processes

_UNDER_WAY = 2
"""Units handed out per worker; more would only lengthen what an interruption loses."""
_ATTEMPTS = 3
_WORTH_A_POOL = 8
"""Shards from which more processes than one group them."""


class Engine(Protocol):
    """Reads units and groups shards; entered once for a run."""

    def __enter__(self) -> Self:
        """Start what does the work."""

    def __exit__(self, *problem: object) -> None:
        """End it."""

    def read(
        self, units: Sequence[Unit], root: str, settings: Settings
    ) -> Iterator[tuple[Unit, Done]]:
        """Read units and yield each as it is finished, in no particular order."""

    def group(self, chains: Sequence[Chain], root: str) -> None:
        """Group the shards of each chain in their order, chains side by side."""


class Local:
    """Processes of this machine."""

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *problem: object) -> None:
        return

    def read(
        self, units: Sequence[Unit], root: str, settings: Settings
    ) -> Iterator[tuple[Unit, Done]]:
        """Read units in processes.

        A worker that dies takes down its fellows; the units under way are then read again, up to
        three times. Raises DatelineError when that does not help.
        """
        left = {unit.id: unit for unit in units}
        workers = max(1, min(self._workers, len(left)))
        breaks = 0
        while left:
            try:
                for unit, done in _read_in_pool(list(left.values()), root, settings, workers):
                    del left[unit.id]
                    breaks = 0
                    yield unit, done
            except BrokenProcessPool:
                breaks += 1
                if breaks == _ATTEMPTS:
                    raise DatelineError(
                        "Reading processes keep being killed, most likely for want of memory. "
                        "Run the same command with fewer --workers; what is finished is kept."
                    ) from None

    def group(self, chains: Sequence[Chain], root: str) -> None:
        """Group chains, one after the other where they are few or there is one worker."""
        if self._workers < 2 or sum(map(len, chains)) < _WORTH_A_POOL or len(chains) < 2:
            for chain in chains:
                group_chain(root, chain)
            return
        with reading_processes(min(self._workers, len(chains))) as pool:
            list(pool.map(group_chain, [root] * len(chains), chains))


def _read_in_pool(
    units: Sequence[Unit], root: str, settings: Settings, workers: int
) -> Iterator[tuple[Unit, Done]]:
    waiting = iter(units)
    under_way: dict[Future[Done], Unit] = {}
    with reading_processes(workers) as pool:
        while True:
            for unit in islice(waiting, _UNDER_WAY * workers - len(under_way)):
                under_way[pool.submit(read_unit, unit, root, settings)] = unit
            if not under_way:
                return
            finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in finished:
                yield under_way.pop(future), future.result()


class Dask:
    """The workers of a Dask cluster, a local one without an address.

    What a worker had under way when it died is done again by another. All workers must see the
    inputs and the folder of outputs.
    """

    def __init__(self, scheduler: str | None, workers: int) -> None:
        self._scheduler = scheduler
        self._workers = workers
        self._ends = ExitStack()

    def __enter__(self) -> Self:
        try:
            from distributed import Client, LocalCluster
        except ImportError:
            raise SetupError(
                "The dask engine needs Dask. Install it with: pip install 'dateline[dask]'"
            ) from None
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        target = self._scheduler or self._ends.enter_context(
            LocalCluster(
                n_workers=self._workers,
                threads_per_worker=1,
                processes=True,
                dashboard_address=None,
                # Workers that are slow to end are told of otherwise, as if something were wrong.
                silence_logs=logging.ERROR,
            )
        )
        try:
            self._client = self._ends.enter_context(Client(target, timeout="30s"))
        except OSError as error:
            self._ends.close()
            raise DatelineError(
                f"There is no Dask scheduler at {self._scheduler}: {error}"
            ) from None
        return self

    def __exit__(self, *problem: object) -> None:
        self._ends.close()

    def read(
        self, units: Sequence[Unit], root: str, settings: Settings
    ) -> Iterator[tuple[Unit, Done]]:
        """Read units on the cluster's workers."""
        from distributed import as_completed

        client = self._client
        threads = sum(client.nthreads().values()) or 1
        waiting = iter(units)
        under_way = {
            client.submit(read_unit, unit, root, settings, key=unit.id, retries=_ATTEMPTS): unit
            for unit in islice(waiting, _UNDER_WAY * threads + 2)
        }
        finished = as_completed(list(under_way))
        for future in finished:
            yield under_way.pop(future), future.result()
            for unit in islice(waiting, 1):
                more = client.submit(
                    read_unit, unit, root, settings, key=unit.id, retries=_ATTEMPTS
                )
                under_way[more] = unit
                finished.add(more)

    def group(self, chains: Sequence[Chain], root: str) -> None:
        """Group shards on the cluster's workers; a shard waits for the one before it."""
        ends = []
        for chain in chains:
            before = None
            for shard in chain:
                before = self._client.submit(
                    group_shard, root, shard, before, key=f"group-{shard.key}", retries=_ATTEMPTS
                )
            ends.append(before)
        self._client.gather(ends)
