"""``dateline read``: pages in, dossiers out."""

from __future__ import annotations

import datetime
import enum
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.errors import DatelineError


class Format(enum.StrEnum):
    """How a dossier set is shown."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class Method(enum.StrEnum):
    """How statements are found."""

    MODEL = "model"
    RULES = "rules"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("read")(read)


def checked_date(value: str | None) -> str | None:
    """Return an ISO 8601 date or date-time unchanged; raises BadParameter for anything else."""
    if value is not None:
        try:
            datetime.datetime.fromisoformat(value)
        except ValueError:
            raise typer.BadParameter(
                f"{value!r} is no ISO 8601 date; write it like 2022-11-21 or 2022-11-21T09:30Z."
            ) from None
    return value


Published = Annotated[
    str | None,
    typer.Option(help="Publication date (ISO 8601), when you know it.", callback=checked_date),
]
ModelName = Annotated[
    str | None,
    typer.Option("--model", help="Package or folder of the language model to use."),
]
StatementMethod = Annotated[
    Method, typer.Option("--statements", help="Find statements with the trained model or by rules.")
]


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE…|URL|-", help="Pages; - is standard input.")
    ],
    format: Annotated[Format, typer.Option(help="How to show the result.")] = Format.TEXT,
    published: Published = None,
    url: Annotated[str | None, typer.Option(help="Public address of the page.")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="File to write to.")] = None,
    model: ModelName = None,
    statements: StatementMethod = Method.MODEL,
    workers: Annotated[
        int, typer.Option(min=0, help="Reading processes; 0 takes one per core for large jobs.")
    ] = 0,
) -> None:
    """Read pages and show the dossiers of the stories on them."""
    from dateline.commands.shared import (
        dossier_bytes,
        exit_code,
        noted_failures,
        pages_of_all,
        progress_on_terminal,
        write_output,
    )
    from dateline.intake.tally import Tally
    from dateline.pipeline import dossier_set
    from dateline.reading.layers import Settings

    tally = Tally()
    settings = Settings(model=model, statements=statements.value)
    pages = list(pages_of_all(sources, tally, url=url, published=published))
    if pages:
        with progress_on_terminal("reading") as progress:
            dossiers = dossier_set(pages, settings, workers=workers, progress=progress)
        for reading in dossiers.readings:
            noted_failures(reading, tally)
        if format is Format.TEXT and out is None and sys.stdout.isatty():
            from rich.console import Console

            from dateline.show.terminal import print_dossiers

            print_dossiers(dossiers, Console(highlight=False, markup=False))
        else:
            write_output(dossier_bytes(dossiers, format.value), out)
    elif not tally.failures:
        raise DatelineError("There is no page in the input.")
    raise typer.Exit(exit_code(tally))
