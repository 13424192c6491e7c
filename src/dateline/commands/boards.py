"""``who``, ``figures`` and ``timeline``: over the pages that are named, or over the archive."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands import archive
from dateline.commands.archive import InStory, Lines, Place
from dateline.commands.read import ModelName, Published

if TYPE_CHECKING:
    from dateline.intake.tally import Tally
    from dateline.records import DossierSet


class Listing(enum.StrEnum):
    """How what a person said is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class Board(enum.StrEnum):
    """How a figure board is shown."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"
    JSON = "json"


class Times(enum.StrEnum):
    """How a timeline is shown; ``ical`` is the agenda alone."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"
    ICAL = "ical"
    JSON = "json"


Out = Annotated[Path | None, typer.Option("-o", "--out", help="File to write to.")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="The most to show.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (who, figures, timeline):
        app.command(command.__name__)(command)


def names_inputs(words: Sequence[str]) -> bool:
    """Tell whether words are inputs – files, URLs, ``-`` – and not words to look for."""
    return any(
        word == "-"
        or word.startswith(("http://", "https://"))
        or "/" in word
        or Path(word).exists()
        for word in words
    )


def _dossiers(
    sources: Sequence[str], published: str | None, model: str | None
) -> tuple[DossierSet, Tally]:
    from dateline.commands.shared import pages_of_all, progress_on_terminal
    from dateline.intake.tally import Tally
    from dateline.pipeline import dossier_set
    from dateline.reading.layers import Settings

    tally = Tally()
    pages = pages_of_all(sources, tally, url=None, published=published)
    with progress_on_terminal("reading") as progress:
        return dossier_set(pages, Settings(model=model), progress=progress), tally


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="One word of a name will do.")],
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE…|URL|-]", help="Pages; without any, the archive is asked."),
    ] = None,
    kept: Place = None,
    published: Published = None,
    model: ModelName = None,
    limit: Limit = 20,
    format: Annotated[Listing, typer.Option(help="How to show the result.")] = Listing.TEXT,
    out: Out = None,
) -> None:
    """Show everything a person said, in order of time, with where each outlet cut it."""
    if not sources:
        lines = Lines.JSON if format is Listing.JSON else Lines.TEXT
        archive.who([name], kept, limit, lines)
        return
    from dateline.commands.shared import exit_code, write_output
    from dateline.pipeline import read_reports_of
    from dateline.show.document import json_of
    from dateline.show.views import reads_of
    from dateline.show.who import who_markdown, who_text
    from dateline.story.who import said_by

    dossiers, tally = _dossiers(sources, published, model)
    said = said_by(name, read_reports_of(dossiers.pages, dossiers.readings))
    reads = reads_of(dossiers)
    match format:
        case Listing.TEXT:
            shown = who_text(said, reads).encode()
        case Listing.MARKDOWN:
            shown = who_markdown(said, reads).encode()
        case Listing.JSON:
            shown = b"".join(json_of(item) + b"\n" for item in said)
    write_output(shown, out)
    raise typer.Exit(exit_code(tally))


def figures(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE…|URL|-|WORDS]",
            help="Pages; or words for what is measured, to be looked for in the archive.",
        ),
    ] = None,
    kept: Place = None,
    in_story: InStory = None,
    unit: Annotated[str | None, typer.Option(help="percent, USD, people …")] = None,
    published: Published = None,
    model: ModelName = None,
    limit: Limit = 30,
    format: Annotated[Board, typer.Option(help="How to show the result.")] = Board.TEXT,
    out: Out = None,
) -> None:
    """Set figures side by side: what reports say of one thing, and where they differ."""
    if not names_inputs(words or []):
        lines = Lines.JSON if format is Board.JSON else Lines.TEXT
        archive.figures(words, kept, in_story, unit, limit, lines)
        return
    from dateline.commands.shared import exit_code, write_output
    from dateline.show.board import board_csv, board_html, board_markdown, board_text
    from dateline.show.document import json_of
    from dateline.show.views import reads_of

    dossiers, tally = _dossiers(words or [], published, model)
    reads = reads_of(dossiers)
    rows = [
        row
        for item in dossiers.dossiers
        for row in item.figures
        if unit is None or row.unit == unit
    ]
    match format:
        case Board.TEXT:
            shown = board_text(rows, reads).encode()
        case Board.MARKDOWN:
            shown = board_markdown(rows, reads).encode()
        case Board.CSV:
            shown = board_csv(rows, reads).encode()
        case Board.HTML:
            shown = board_html(rows, reads).encode()
        case Board.JSON:
            shown = b"".join(json_of(row) + b"\n" for row in rows)
    write_output(shown, out)
    raise typer.Exit(exit_code(tally))


def timeline(
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE…|URL|-]", help="Pages; without any, the archive is asked."),
    ] = None,
    kept: Place = None,
    since: Annotated[str | None, typer.Option(help="First day: 2031-05-04, today …")] = None,
    until: Annotated[str | None, typer.Option(help="Last day.")] = None,
    in_story: InStory = None,
    published: Published = None,
    model: ModelName = None,
    limit: Limit = 50,
    format: Annotated[Times, typer.Option(help="How to show the result.")] = Times.TEXT,
    out: Out = None,
) -> None:
    """Lay out what happened and what is to happen, in order of time."""
    if not sources:
        lines = Lines.JSON if format is Times.JSON else Lines.TEXT
        archive.timeline(kept, since, until, in_story, limit, lines)
        return
    from dateline.commands.shared import exit_code, write_output
    from dateline.pipeline import read_reports_of
    from dateline.show import timeline as shown_timeline
    from dateline.show.document import json_of
    from dateline.story.timeline import timeline_of

    dossiers, tally = _dossiers(sources, published, model)
    past, ahead = timeline_of(read_reports_of(dossiers.pages, dossiers.readings))
    texts = {page.id: page.text for page in dossiers.pages}
    match format:
        case Times.TEXT:
            shown = shown_timeline.timeline_text(past, ahead, texts).encode()
        case Times.MARKDOWN:
            shown = shown_timeline.timeline_markdown(past, ahead, texts).encode()
        case Times.CSV:
            shown = shown_timeline.timeline_csv(past, ahead, texts).encode()
        case Times.HTML:
            shown = shown_timeline.timeline_html(past, ahead, texts).encode()
        case Times.ICAL:
            reports = [report for page in dossiers.pages for report in page.reports]
            newest = max((report.published or "" for report in reports), default="")
            stamp = newest[:10] or "1970-01-01"
            shown = shown_timeline.agenda_ical(ahead, texts, stamp=stamp).encode()
        case Times.JSON:
            shown = b"".join(json_of(entry) + b"\n" for entry in (*past, *ahead))
    write_output(shown, out)
    raise typer.Exit(exit_code(tally))
