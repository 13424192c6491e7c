"""What several commands need: reading inputs, progress, writing the result, the exit code."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.intake.sources import Sourced, sourced_pages_of
from dateline.intake.tally import Tally
from dateline.records import DossierSet, Page, Reading

if TYPE_CHECKING:
    from dateline.pipeline import Progress

_WIDTH = 100
"""Characters a line where the output is no terminal."""


def noted_failures(reading: Reading, tally: Tally) -> None:
    """Keep what a layer could not read of a report among the failures."""
    for note in reading.notes:
        if note.code in ("not-read-error", "not-read-length"):
            tally.add(InputError(reading.id, note.text))


def exit_code(tally: Tally) -> int:
    """Say on standard error what was passed over and what failed; return the exit code."""
    if tally.skipped:
        counts = ", ".join(f"{count} {what}" for what, count in sorted(tally.skipped.items()))
        print(f"dateline: passed over {counts}", file=sys.stderr)
    for failure in tally.failures:
        print(f"dateline: {failure}", file=sys.stderr)
    return 1 if tally.failures else 0


def sourced_pages_of_all(
    sources: Iterable[str], tally: Tally, *, url: str | None, published: str | None
) -> Iterator[Sourced]:
    """Yield the pages of all inputs with their bytes; what cannot be read is kept in the tally."""
    today = datetime.date.today().isoformat()
    for source in sources:
        try:
            yield from sourced_pages_of(
                source, url=url, published=published, tally=tally, today=today
            )
        except InputError as error:
            tally.add(error)


def pages_of_all(
    sources: Iterable[str], tally: Tally, *, url: str | None, published: str | None
) -> Iterator[Page]:
    """Yield the pages of all inputs; what cannot be read is kept in the tally."""
    for sourced in sourced_pages_of_all(sources, tally, url=url, published=published):
        yield sourced.page


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


def dossier_bytes(dossiers: DossierSet, format: str) -> bytes:
    """Return a dossier set in a format of ``dateline read``."""
    match format:
        case "json":
            from dateline.show.document import document_of, json_of

            return json_of(document_of(dossiers)) + b"\n"
        case "markdown":
            from dateline.show.markdown import markdown_of

            return markdown_of(dossiers).encode()
        case "html":
            from dateline.show.html import html_of

            return html_of(dossiers).encode()
    import io

    from rich.console import Console

    from dateline.show.terminal import print_dossiers

    text = io.StringIO()
    print_dossiers(dossiers, Console(file=text, width=_WIDTH, highlight=False, markup=False))
    lines = "\n".join(line.rstrip() for line in text.getvalue().splitlines())
    return f"{lines}\n".encode()
