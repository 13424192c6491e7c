"""Runs a bulk reading in small units; started as a process of its own by the tests."""

import os
import signal
import sys

from dateline.bulk import run as bulk
from dateline.bulk import units


def main() -> None:
    source, out, engine, workers, mode = sys.argv[1:]
    units.LINES_BYTES = 1_200
    if mode != "kill-worker":
        progress = (lambda standing: print(standing.done, flush=True)) if mode == "tell" else None
        bulk.run([source], out, engine=engine, workers=int(workers), progress=progress)
        return
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=int(workers), threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        killed = []

        def kill_one(standing) -> None:
            if not killed:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        address = cluster.scheduler_address
        bulk.run([source], out, engine=engine, scheduler=address, progress=kill_one)
        print("killed", len(killed))


if __name__ == "__main__":
    main()
