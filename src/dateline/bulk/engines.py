"""Who reads the units: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from dateline.bulk.reading import Done, read_unit
from dateline.bulk.units import Unit
from dateline.errors import DatelineError, SetupError
from dateline.reading.layers import Settings

_UNDER_WAY = 2
"""Units handed out per worker; more would only lengthen what an interruption loses."""
_ATTEMPTS = 3


def _end_with_parent() -> None:
    """Make this worker end when the process that started it is killed."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def read_locally(
    units: Sequence[Unit], root: str, settings: Settings, workers: int
) -> Iterator[tuple[Unit, Done]]:
    """Read units in processes and yield each as it is finished, in no particular order.

    A worker that dies takes down its fellows; the units under way are then read again, up to three
    times. Raises DatelineError when that does not help.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    left = {unit.id: unit for unit in units}
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


def _read_in_pool(
    units: Sequence[Unit], root: str, settings: Settings, workers: int
) -> Iterator[tuple[Unit, Done]]:
    waiting = iter(units)
    under_way: dict[Future[Done], Unit] = {}
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as pool:
        try:
            while True:
                for unit in islice(waiting, _UNDER_WAY * workers - len(under_way)):
                    under_way[pool.submit(read_unit, unit, root, settings)] = unit
                if not under_way:
                    return
                finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
                for future in finished:
                    yield under_way.pop(future), future.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def read_on_dask(
    units: Sequence[Unit], root: str, settings: Settings, workers: int, scheduler: str | None
) -> Iterator[tuple[Unit, Done]]:
    """Read units on a Dask cluster, a local one without an address, and yield each when finished.

    A unit whose worker dies is read again by another. All workers must see the inputs and ``root``.
    """
    try:
        from distributed import Client, LocalCluster, as_completed
    except ImportError:
        raise SetupError(
            "The dask engine needs Dask. Install it with: pip install 'dateline[dask]'"
        ) from None
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if scheduler is None:
        cluster = LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=True, dashboard_address=None
        )
    else:
        cluster = None
    try:
        client = Client(scheduler if scheduler is not None else cluster, timeout="30s")
    except OSError as error:
        raise DatelineError(f"There is no Dask scheduler at {scheduler}: {error}") from None
    try:
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
    finally:
        client.close()
        if cluster is not None:
            cluster.close()
