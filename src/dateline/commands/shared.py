"""What several commands need: reading inputs, progress, writing the result, the exit code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dateline.errors import InputError
from dateline.files import STANDARD_OUTPUT, checked_output, written
from dateline.intake.tally import Tally
from dateline.records import DossierSet, Page, Reading, Record

if TYPE_CHECKING:
    from dateline.pipeline import Progress

_OF_ONE_SOURCE = 10
"""Failures told of one source: a file of another kind fails at each of its lines."""
_WIDTH = 100
"""Characters a line where the output is no terminal."""


def noted_failures(reading: Reading, tally: Tally, page: Page | None = None) -> None:
    """Keep what a layer could not read of a report, or of a page's report, among the failures."""
    for note in reading.notes:
        if note.code in ("not-read-error", "not-read-length"):
            source = (page.path or page.url) if page is not None else None
            place = f"report {reading.id}" if source else None
            tally.add(InputError(source or reading.id, note.text, place=place))


def noted_failures_of(dossiers: DossierSet, tally: Tally) -> None:
    """Keep what could not be read of any report among the failures."""
    pages = {page.id: page for page in dossiers.pages}
    for read in dossiers.reads:
        noted_failures(read.reading, tally, pages[read.page])


def exit_code(tally: Tally) -> int:
    """Say on standard error what was passed over and what failed; return the exit code."""
    if tally.skipped:
        counts = ", ".join(f"{count} {what}" for what, count in sorted(tally.skipped.items()))
        print(f"dateline: passed over {counts}", file=sys.stderr)
    told: Counter[str] = Counter()
    for failure in tally.failures:
        told[failure.source] += 1
        if told[failure.source] <= _OF_ONE_SOURCE:
            print(f"dateline: {failure}", file=sys.stderr)
    for source, count in told.items():
        if count > _OF_ONE_SOURCE:
            print(f"dateline: {source}: {count - _OF_ONE_SOURCE} more like these", file=sys.stderr)
    return 1 if tally.failures else 0


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


def ready_output(path: Path | None) -> None:
    """Raise InputError where the result could not be written, before the work is done."""
    if path is not None:
        checked_output(path)


def json_lines(records: Iterable[Record]) -> bytes:
    """Return records as JSON Lines."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)


def write_output(data: bytes, path: Path | None) -> None:
    """Write a result to a file, or to standard output; raises InputError when it cannot."""
    with written(path or STANDARD_OUTPUT) as stream:
        stream.write(data)


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
