"""``dateline run``: bulk reading to Parquet."""

from __future__ import annotations

import enum
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.read import Method, ModelName, StatementMethod

if TYPE_CHECKING:
    from dateline.bulk.run import Standing

_ONE = {"stories": "story"}
_SHOWN = 20
"""Failures told on the terminal; all stand in the table."""


class Engine(enum.StrEnum):
    """Who reads."""

    LOCAL = "local"
    DASK = "dask"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("run")(run)


def run(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATHS…", help="WARC, JSON Lines or page files, folders, globs."),
    ],
    out: Annotated[
        str, typer.Option("-o", "--out", metavar="DIR", help="Folder the tables go to.")
    ],
    engine: Annotated[Engine, typer.Option(help="Processes here, or a Dask cluster.")] = (
        Engine.LOCAL
    ),
    scheduler: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Address of a Dask scheduler; none starts one here."),
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="Reading processes; 0 takes one per core.")
    ] = 0,
    model: ModelName = None,
    statements: StatementMethod = Method.MODEL,
) -> None:
    """Read many inputs to Parquet tables; the same command goes on where it was stopped."""
    from dateline.commands.listings import counted
    from dateline.errors import PARQUET_NEEDS, SetupError
    from dateline.reading.layers import Settings

    if scheduler is not None and engine is not Engine.DASK:
        raise typer.BadParameter("--scheduler goes with --engine dask.")
    try:
        from dateline.bulk import run as bulk
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "pyarrow":
            raise
        raise SetupError(PARQUET_NEEDS) from None
    settings = Settings(model=model, statements=statements.value)
    try:
        with _progress() as progress:
            outcome = bulk.run(
                paths,
                out,
                settings,
                engine=engine.value,
                scheduler=scheduler,
                workers=workers,
                progress=progress,
            )
    except KeyboardInterrupt:
        print(
            "dateline: what is finished is kept; the same command goes on from there.",
            file=sys.stderr,
        )
        raise
    rows = ", ".join(
        counted(count, _ONE.get(name, name.removesuffix("s")), name)
        for name, count in outcome.rows.items()
    )
    print(f"dateline: {rows} in {out}", file=sys.stderr)
    if outcome.skipped:
        counts = ", ".join(f"{count} {what}" for what, count in sorted(outcome.skipped.items()))
        print(f"dateline: passed over {counts}", file=sys.stderr)
    for failure in outcome.failures[:_SHOWN]:
        where = f"{failure.source}, {failure.place}" if failure.place else failure.source
        print(f"dateline: {where}: {failure.problem}", file=sys.stderr)
    if len(outcome.failures) > _SHOWN:
        more = len(outcome.failures) - _SHOWN
        print(f"dateline: {more} more failures are listed in {out}/failures", file=sys.stderr)
    raise typer.Exit(1 if outcome.failures else 0)


@contextmanager
def _progress() -> Iterator[Callable[[Standing], None] | None]:
    """Give a callback that draws a bar with rate and time left on a terminal, else None."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    began = time.monotonic()
    columns = (
        TextColumn("reading"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, rate="")

        def show(standing: Standing) -> None:
            rate = standing.reports / max(time.monotonic() - began, 0.001)
            bar.update(
                task,
                completed=standing.done,
                total=standing.total,
                rate=f"{rate:.1f} reports/s",
            )

        yield show
