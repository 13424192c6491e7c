"""Processes that read: they leave Ctrl+C to the one that started them, and end with it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import ParamSpec, TypeVar

_P = ParamSpec("_P")
_T = TypeVar("_T")


class _Pool(ProcessPoolExecutor):
    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        # A task may start a process.
        with _without_interrupts():
            return super().submit(fn, *args, **kwargs)


def _end_with_parent() -> None:
    """Make this worker end when the process that started it is killed."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def reading_processes(count: int) -> Iterator[ProcessPoolExecutor]:
    """Give a pool of processes; what they have under way is dropped when the block fails."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    others = set(active_children())
    with _Pool(count, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in set(active_children()) - others:
                process.terminate()
            raise


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Keep Ctrl+C waiting: a process started meanwhile never gets it, whatever it is doing."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
