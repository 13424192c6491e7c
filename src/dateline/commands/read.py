"""``dateline read``: pages in, dossiers out."""

from __future__ import annotations

import enum
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.intake.fetch import Limits


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


def _checked_date(value: str | None) -> str | None:
    if value is None:
        return None
    from dateline.intake.given import given_date

    try:
        return given_date(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def _checked_url(value: str | None) -> str | None:
    if value is None:
        return None
    from dateline.intake.address import is_web_address

    if not is_web_address(value):
        raise typer.BadParameter(
            f"{value!r} is no address of a page; give it whole, such as https://news.example/story."
        )
    return value


def one_page(sources: list[str], url: str | None) -> None:
    """Raise BadParameter when one address is given for several inputs."""
    if url is not None and len(sources) > 1:
        raise typer.BadParameter("--url is the address of one page: name one input with it.")


def limits_of(*, private: bool) -> Limits | None:
    """Return the limits of fetching that a command was given; None, the usual ones."""
    if not private:
        return None
    from dateline.intake.fetch import Limits

    return Limits(allow_private=True)


Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Publication date, when you know it: 2022-11-21, or with a time.",
        callback=_checked_date,
    ),
]
Address = Annotated[
    str | None,
    typer.Option(metavar="URL", help="Public address of the page.", callback=_checked_url),
]
Private = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch from private addresses.")
]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", metavar="FILE", help="File to write to; - is standard output."),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|FOLDER|URL|-…", help="Pages; a folder stands for all files in it, - is stdin."
    ),
]
Workers = Annotated[
    int,
    typer.Option(
        min=0, metavar="N", help="Reading processes; 0 takes one per core for large jobs."
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Package or folder of the language model to use."),
]
StatementMethod = Annotated[
    Method, typer.Option("--statements", help="Find statements with the trained model or by rules.")
]


def read(
    sources: Sources,
    format: Annotated[Format, typer.Option(help="How to show the result.")] = Format.TEXT,
    published: Published = None,
    url: Address = None,
    out: Out = None,
    model: ModelName = None,
    statements: StatementMethod = Method.MODEL,
    workers: Workers = 0,
    private: Private = False,
    browser: Annotated[
        bool,
        typer.Option("--open", help="Open the dossier in the browser, as HTML; -o keeps the file."),
    ] = False,
) -> None:
    """Read pages and show the dossiers of the stories on them."""
    from dateline.commands.shared import (
        dossier_bytes,
        exit_code,
        noted_failures_of,
        progress_on_terminal,
        ready_output,
        write_output,
    )
    from dateline.intake.sources import pages_of_all
    from dateline.intake.tally import Tally
    from dateline.pipeline import dossier_set
    from dateline.reading.layers import Settings

    one_page(sources, url)
    if browser:
        format, out = Format.HTML, out or _passing_file()
    ready_output(out)
    tally = Tally()
    settings = Settings(model=model, statements=statements.value)
    limits = limits_of(private=private)
    pages = list(pages_of_all(sources, tally, url=url, published=published, limits=limits))
    if pages:
        with progress_on_terminal("reading") as progress:
            dossiers = dossier_set(pages, settings, workers=workers, progress=progress)
        noted_failures_of(dossiers, tally)
        if format is Format.TEXT and out is None and sys.stdout.isatty():
            from rich.console import Console

            from dateline.show.terminal import print_dossiers

            print_dossiers(dossiers, Console(highlight=False, markup=False))
        else:
            write_output(dossier_bytes(dossiers, format.value), out)
        if browser and out is not None:
            _open(out)
    elif not tally.failures:
        raise DatelineError("There is no page in the input.")
    raise typer.Exit(exit_code(tally))


def _passing_file() -> Path:
    """Return where a dossier goes that is only to be looked at: it outlives the command."""
    import tempfile

    return Path(tempfile.mkdtemp(prefix="dateline-")) / "dossier.html"


def _open(path: Path) -> None:
    import webbrowser

    opened = webbrowser.open(path.absolute().as_uri())
    what = "The dossier is at" if opened else "No browser could be opened. The dossier is at"
    print(f"dateline: {what} {path}", file=sys.stderr)
