"""``who``, ``figures`` and ``timeline``: over the pages that are named, or over the archive."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.archive import InStory, Place, interval, opened
from dateline.commands.read import ModelName, Out, Published

if TYPE_CHECKING:
    from dateline.commands.listings import Fact
    from dateline.intake.tally import Tally
    from dateline.records import DossierSet, ReadReport, TimelineEntry


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


Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE|FOLDER|URL|-]…", help="Pages; without any, the archive is asked."
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        min=1,
        metavar="N",
        help="The most to show; of the archive 20 to 50 without it.",
    ),
]
_WHO, _FIGURES, _TIMES = 20, 30, 50
_FILE_NAME = re.compile(
    r"[*?]|\.(?:txt|html?|xhtml|xml|rss|atom|json|eml|mbox|mht|mhtml|zip|wacz|warc)(?:\.gz)?$", re.I
)
"""What a word looks like that is meant for a file, be it there or not."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (who, figures, timeline):
        app.command(command.__name__)(command)


def names_inputs(words: Sequence[str]) -> bool:
    """Tell whether words are inputs – files, URLs, ``-`` – and not words to look for."""
    return any(
        word == "-" or "/" in word or _FILE_NAME.search(word) is not None or Path(word).exists()
        for word in words
    )


def _goes_with(what: str, **options: object) -> None:
    """Raise BadParameter for an option that would be passed over here."""
    for name, value in options.items():
        if value is not None:
            raise typer.BadParameter(f"--{name} goes with {what}.")


def _dossiers(
    sources: Sequence[str], published: str | None, model: str | None
) -> tuple[DossierSet, Tally]:
    from dateline.commands.shared import noted_failures_of, progress_on_terminal
    from dateline.errors import DatelineError
    from dateline.intake.sources import pages_of_all
    from dateline.intake.tally import Tally
    from dateline.pipeline import dossier_set
    from dateline.reading.layers import Settings

    tally = Tally()
    pages = list(pages_of_all(sources, tally, published=published))
    if not pages and not tally.failures:
        raise DatelineError("There is no page in the input.")
    with progress_on_terminal("reading") as progress:
        dossiers = dossier_set(pages, Settings(model=model), progress=progress)
    noted_failures_of(dossiers, tally)
    return dossiers, tally


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="One word of a name will do.")],
    sources: Sources = None,
    place: Place = None,
    published: Published = None,
    model: ModelName = None,
    limit: Limit = None,
    format: Annotated[Listing, typer.Option(help="How to show the result.")] = Listing.TEXT,
    out: Out = None,
) -> None:
    """Show everything a person said, in order of time, with where each outlet cut it.

    Of the archive: who someone is, as the reports have it, and what they said, newest first.
    """
    from dateline.commands import listings
    from dateline.commands.shared import exit_code, json_lines, ready_output, write_output
    from dateline.intake.tally import Tally
    from dateline.pipeline import read_reports_of
    from dateline.show.document import json_of
    from dateline.show.who import who_markdown, who_text
    from dateline.story.who import said_by

    ready_output(out)
    tally = Tally()
    if sources:
        dossiers, tally = _dossiers(sources, published, model)
        reads = read_reports_of(dossiers.pages, dossiers.readings)
    else:
        _goes_with("pages", published=published, model=model)
        with opened(place) as kept:
            known = kept.who(name, limit=limit or _WHO)
        if format is Listing.TEXT:
            write_output(f"{listings.who_text(known)}\n".encode(), out)
            return
        if format is Listing.JSON:
            write_output(json_lines(listings.who_records(known)), out)
            return
        reads = _each_once(item.read for item in known.said)
    said = said_by(name, reads)[: limit if sources else None]
    by_id = {read.report.id: read for read in reads}
    match format:
        case Listing.TEXT:
            shown = who_text(said, by_id).encode()
        case Listing.MARKDOWN:
            shown = who_markdown(said, by_id).encode()
        case Listing.JSON:
            shown = b"".join(json_of(item) + b"\n" for item in said)
    write_output(shown, out)
    raise typer.Exit(exit_code(tally))


def figures(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|FOLDER|URL|-|WORDS]…",
            help="Pages; or words for what is measured, to be looked for in the archive.",
        ),
    ] = None,
    place: Place = None,
    in_story: InStory = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", help="percent, USD, people …")] = None,
    published: Published = None,
    model: ModelName = None,
    limit: Limit = None,
    format: Annotated[Board, typer.Option(help="How to show the result.")] = Board.TEXT,
    out: Out = None,
) -> None:
    """Set figures side by side: what reports say of one thing, and where they differ.

    Of the archive: the figures themselves, newest report first; with --story also as a board, in
    markdown, csv or html.
    """
    from dateline.commands import listings
    from dateline.commands.shared import exit_code, ready_output, write_output
    from dateline.intake.tally import Tally
    from dateline.show.board import board_csv, board_html, board_markdown, board_text
    from dateline.show.document import json_of
    from dateline.show.views import reads_of

    ready_output(out)
    tally = Tally()
    if names_inputs(words or []):
        _goes_with("the archive, not with pages", story=in_story)
        dossiers, tally = _dossiers(words or [], published, model)
    else:
        _goes_with("pages", published=published, model=model)
        drawn = format not in (Board.TEXT, Board.JSON)
        if drawn and (in_story is None or words):
            raise typer.BadParameter(
                f"--format {format.value} lays out a board: name pages, or one story of the "
                "archive with --story and no other words."
            )
        with opened(place) as kept:
            if not drawn:
                asked = " ".join(words or [])
                seen = kept.figures(asked, unit=unit, story=in_story, limit=limit or _FIGURES)
                facts = [listings.figure_record(item) for item in seen]
                write_output(_facts_shown(facts, as_json=format is Board.JSON), out)
                return
            dossiers = kept.dossier_set(in_story or "")
    reads = reads_of(dossiers)
    rows = [
        row
        for item in dossiers.dossiers
        for row in item.figures
        if unit is None or row.unit == unit
    ][:limit]
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
    sources: Sources = None,
    place: Place = None,
    since: Annotated[
        str | None, typer.Option(metavar="DAY", help="First day: 2031-05-04, today …")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Last day.")] = None,
    in_story: InStory = None,
    published: Published = None,
    model: ModelName = None,
    limit: Limit = None,
    format: Annotated[Times, typer.Option(help="How to show the result.")] = Times.TEXT,
    out: Out = None,
) -> None:
    """Lay out what happened and what is to happen, in order of time."""
    from dateline.commands import listings
    from dateline.commands.shared import exit_code, ready_output, write_output
    from dateline.intake.tally import Tally
    from dateline.pipeline import read_reports_of
    from dateline.story.timeline import timeline_of

    ready_output(out)
    first, last = _days(since, until)
    tally = Tally()
    if sources:
        _goes_with("the archive, not with pages", story=in_story)
        dossiers, tally = _dossiers(sources, published, model)
        reads = read_reports_of(dossiers.pages, dossiers.readings)
    else:
        _goes_with("pages", published=published, model=model)
        with opened(place) as kept:
            seen = kept.times(since=first, until=last, story=in_story, limit=limit or _TIMES)
        if format in (Times.TEXT, Times.JSON):
            facts = [listings.dated_record(item) for item in seen]
            write_output(_facts_shown(facts, as_json=format is Times.JSON), out)
            return
        reads = _each_once(item.read for item in seen)
    past, ahead = (
        [entry for entry in entries if _begins_in(entry, first, last)][:limit]
        for entries in timeline_of(reads)
    )
    write_output(_timeline_shown(past, ahead, reads, format), out)
    raise typer.Exit(exit_code(tally))


def _timeline_shown(
    past: Sequence[TimelineEntry],
    ahead: Sequence[TimelineEntry],
    reads: Sequence[ReadReport],
    format: Times,
) -> bytes:
    from dateline.show import timeline as shown
    from dateline.show.document import json_of

    known = {read.report.id: read for read in reads}
    match format:
        case Times.TEXT:
            return shown.timeline_text(past, ahead, known).encode()
        case Times.MARKDOWN:
            return shown.timeline_markdown(past, ahead, known).encode()
        case Times.CSV:
            return shown.timeline_csv(past, ahead, known).encode()
        case Times.HTML:
            return shown.timeline_html(past, ahead, known).encode()
        case Times.ICAL:
            newest = max((read.report.published or "" for read in reads), default="")
            return shown.agenda_ical(ahead, known, stamp=newest[:10] or "1970-01-01").encode()
        case Times.JSON:
            return b"".join(json_of(entry) + b"\n" for entry in (*past, *ahead))


def _facts_shown(facts: Sequence[Fact], *, as_json: bool) -> bytes:
    from dateline.commands import listings
    from dateline.commands.shared import json_lines

    if as_json:
        return json_lines(facts)
    return ("\n".join(map(listings.record_text, facts)) or "None.").encode() + b"\n"


def _each_once(reads: Iterable[ReadReport]) -> tuple[ReadReport, ...]:
    """Return reports once each, in order of publication."""
    by_id = {read.report.id: read for read in reads}
    return tuple(sorted(by_id.values(), key=lambda read: (read.report.published or "9", read.page)))


def _days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """Return the first day and the day after the last as ISO dates; raises BadParameter."""
    first, last = interval(since), interval(until)
    return (
        first[0].date().isoformat() if first else None,
        last[1].date().isoformat() if last else None,
    )


def _begins_in(entry: TimelineEntry, first: str | None, last: str | None) -> bool:
    if entry.from_ is None:
        return first is None and last is None
    return (first or "") <= entry.from_[:10] and (last is None or entry.from_[:10] < last)
