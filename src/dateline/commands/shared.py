"""What several commands need: failures kept to the end, progress, and writing the result."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import InputError
from dateline.intake.sources import pages_of
from dateline.pipeline import Progress
from dateline.records import Page


class Failures:
    """Inputs that could not be read: the rest goes on, these are listed at the end."""

    def __init__(self) -> None:
        self.messages: list[str] = []

    def add(self, error: InputError) -> None:
        """Keep one failure for the end."""
        self.messages.append(str(error))

    def exit_code(self) -> int:
        """List the failures on standard error and return the exit code, 0 without any."""
        for message in self.messages:
            print(f"dateline: {message}", file=sys.stderr)
        return 1 if self.messages else 0


def pages_of_all(
    sources: Iterable[str], failures: Failures, *, url: str | None, published: str | None
) -> Iterator[Page]:
    """Yield the pages of all inputs; one that cannot be read is kept among the failures."""
    for source in sources:
        try:
            yield from pages_of(source, url=url, published=published)
        except InputError as error:
            failures.add(error)


@contextmanager
def progress_on_terminal(what: str) -> Iterator[Progress]:
    """Give a progress callback that draws a bar on a terminal after two seconds, else nothing."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    import time

    from rich.console import Console
    from rich.progress import Progress as Bar

    began = time.monotonic()
    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, visible=False)

        def show(done: int, total: int | None) -> None:
            visible = time.monotonic() - began > 2
            bar.update(task, completed=done, total=total, visible=visible)

        yield show


def write_output(data: bytes, path: Path | None) -> None:
    """Write a result to a file, or to standard output; raises InputError when it cannot."""
    if path is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise InputError(str(path), f"the output cannot be written: {error.strerror}.") from None
