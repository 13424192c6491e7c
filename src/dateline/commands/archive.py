"""The commands that work on an archive: each is one call of the library and its words."""

from __future__ import annotations

import enum
import os
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from dateline.commands.read import (
    Address,
    Format,
    ModelName,
    Out,
    Private,
    Published,
    Sources,
    Workers,
    limits_of,
    one_page,
)

if TYPE_CHECKING:
    from dateline.archive.intervals import Interval
    from dateline.archive.results import StoryFile
    from dateline.archive.store import Archive
    from dateline.records import Record

_AT_ONCE = 64


class Lines(enum.StrEnum):
    """How lists are shown."""

    TEXT = "text"
    JSON = "json"


class Order(enum.StrEnum):
    """What comes first in a list of stories."""

    CHANGED = "changed"
    PUBLISHED = "published"
    SOURCES = "sources"


class Export(enum.StrEnum):
    """What an archive is written out as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


def default_place() -> str:
    """Return where the archive is when nobody says: a file among the user's data."""
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(home) / "dateline" / "archive.db")


Place = Annotated[
    str | None,
    typer.Option(
        "--archive",
        metavar="FILE|URL",
        envvar="DATELINE_ARCHIVE",
        help="A SQLite file or postgresql:// address; by default a file among your data.",
        show_default=False,
    ),
]
AsLines = Annotated[Lines, typer.Option("--format", help="Plain words, or one JSON record a line.")]
Since = Annotated[
    str | None, typer.Option(metavar="WHEN", help="Changed since: yesterday, 12h, 7d, 2031-05-04 …")
]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="The most to show.")]
InStory = Annotated[
    str | None, typer.Option("--story", metavar="ID", help="Only in this story (its id).")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (add, stories, story, search, brief, export, load, forget):
        app.command("import" if command is load else command.__name__)(command)


def opened(place: str | None, *, make: bool = False) -> Archive:
    """Open the archive that is named, or the default one; where there is none, ``make`` one."""
    from dateline.archive.store import Archive

    return Archive.open(place or default_place(), make=make)


def add(
    sources: Sources,
    archive: Place = None,
    published: Published = None,
    url: Address = None,
    model: ModelName = None,
    workers: Workers = 0,
    private: Private = False,
) -> None:
    """Read pages and keep them, with their readings, in the archive's stories."""
    from dateline.commands.listings import counted
    from dateline.commands.shared import exit_code, noted_failures, progress_on_terminal
    from dateline.intake.sources import sourced_pages_of_all
    from dateline.intake.tally import Tally
    from dateline.pipeline import readings_of_pages, with_language
    from dateline.reading.layers import Settings

    one_page(sources, url)
    tally = Tally()
    settings = Settings(model=model)
    counts = {"new": 0, "known": 0, "versions": 0, "stories": 0}
    kept = opened(archive, make=True)
    from dateline.archive.keeping import NewPage

    with kept, progress_on_terminal("adding") as progress:
        limits = limits_of(private=private)
        pages = sourced_pages_of_all(sources, tally, url=url, published=published, limits=limits)
        while part := list(islice(pages, _AT_ONCE)):
            fresh = [(with_language(page), raw) for page, raw in part if not kept.has_page(page.id)]
            counts["known"] += len(part) - len(fresh)
            readings = iter(
                readings_of_pages([page for page, _ in fresh], settings, workers=workers)
            )
            new = [
                NewPage(page, list(islice(readings, len(page.reports))), raw) for page, raw in fresh
            ]
            for one in new:
                for reading in one.readings:
                    noted_failures(reading, tally, one.page)
            added = kept.add_many(new)
            counts["new"] += sum(item.new for item in added)
            counts["known"] += sum(not item.new for item in added)
            counts["versions"] += sum(item.new and item.version_of is not None for item in added)
            counts["stories"] += sum(len(item.new_stories) for item in added)
            progress(counts["new"] + counts["known"], None)
    print(
        f"{counts['new']} added ({counts['versions']} of them new versions of known pages), "
        f"{counts['known']} there already, {counted(counts['stories'], 'new story', 'new stories')}"
    )
    raise typer.Exit(exit_code(tally))


def stories(
    archive: Place = None,
    since: Since = None,
    order: Annotated[Order, typer.Option(help="What comes first.")] = Order.CHANGED,
    min_sources: Annotated[
        int, typer.Option(min=0, metavar="N", help="Fewest independent sources.")
    ] = 0,
    limit: Limit = 30,
    format: AsLines = Lines.TEXT,
) -> None:
    """List stories: what is new, and how many independent sources tell it."""
    from dateline.commands import listings

    with opened(archive) as kept:
        lines = kept.stories(
            since=_instant(since), order=order.value, min_sources=min_sources, limit=limit
        )
    _print(lines, format, listings.story_text, "No story.")


def story(
    story_id: Annotated[str, typer.Argument(metavar="ID", help="The story's id.")],
    archive: Place = None,
    format: Annotated[Format, typer.Option(help="How to show the story.")] = Format.TEXT,
    out: Out = None,
    why: Annotated[
        bool,
        typer.Option(
            "--why",
            help="Tell instead why each report stands in the story, what copies add and what "
            "later versions change; as text, or one JSON record a line.",
        ),
    ] = False,
) -> None:
    """Show one story laid out, with its pages."""
    from dateline.commands.shared import dossier_bytes, ready_output, write_output

    ready_output(out)
    with opened(archive) as kept:
        if why:
            _tell_why(kept.story(story_id), format, out)
            return
        dossiers = kept.dossier_set(story_id)
    write_output(dossier_bytes(dossiers, format.value), out)


def _tell_why(file: StoryFile, format: Format, out: Path | None) -> None:
    import msgspec

    from dateline.commands import listings
    from dateline.commands.shared import write_output
    from dateline.show.explaining import explained

    if format not in (Format.TEXT, Format.JSON):
        raise typer.BadParameter("--why is told as text or json.")
    known = explained(file)
    lines = (
        map(msgspec.json.encode, known)
        if format is Format.JSON
        else (listings.why_text(one).encode() for one in known)
    )
    write_output(b"".join(line + b"\n" for line in lines), out)


def search(
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help='Words, "phrases", person: place: outlet: said-by: since: until: figure>5%, '
            "AND OR NOT -word.",
        ),
    ],
    archive: Place = None,
    limit: Limit = 20,
    offset: Annotated[int, typer.Option(min=0, metavar="N", help="Hits to pass over.")] = 0,
    format: AsLines = Lines.TEXT,
) -> None:
    """Find reports, newest first. Put the query in quotation marks when it has a < or >."""
    from dateline.commands import listings

    with opened(archive) as kept:
        results = kept.search(" ".join(query), limit=limit, offset=offset)
    _print(results.hits, format, listings.hit_text, "Nothing found.")
    if format is Lines.TEXT and results.total > len(results.hits):
        more = "more than " if results.at_least else ""
        print(f"{len(results.hits)} of {more}{results.total}")


def brief(
    archive: Place = None,
    since: Annotated[
        str, typer.Option(metavar="WHEN", help="yesterday, 12h, 7d, 2031-05-04 …")
    ] = "yesterday",
    limit: Limit = 30,
    format: AsLines = Lines.TEXT,
) -> None:
    """Tell what is new per story: reports, statements, figures that changed, dates to come."""
    from dateline.commands import listings

    with opened(archive) as kept:
        briefs = kept.brief(_instant(since) or "", limit=limit)
    if format is Lines.JSON:
        _print_records(briefs)
    else:
        print("\n\n".join(map(listings.brief_text, briefs)) or "Nothing new.")


def export(
    out: Annotated[Path, typer.Argument(metavar="PATH", help="A file for jsonl, else a folder.")],
    archive: Place = None,
    format: Annotated[Export, typer.Option(help="What to write.")] = Export.JSONL,
) -> None:
    """Write the archive out: whole as JSON Lines, or its facts as tables."""
    from dateline.errors import ArchiveError
    from dateline.show.table_files import write_tables

    with opened(archive) as kept:
        if format is Export.JSONL:
            kept.export(out)
            return
        try:
            write_tables(kept.placed_reads(), out, "csv" if format is Export.CSV else "parquet")
        except OSError as error:
            raise ArchiveError(f"{out}: the output cannot be written: {error.strerror}.") from None


def load(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What `export` has written.")],
    archive: Place = None,
) -> None:
    """Read an exported archive into a new one."""
    from dateline.commands.listings import counted
    from dateline.errors import InputError

    if not source.exists():
        raise InputError(str(source), "there is no such file.")
    with opened(archive, make=True) as kept:
        count = kept.load(source)
    print(f"{counted(count, 'page')} read in")


def forget(
    pages: Annotated[list[str], typer.Argument(metavar="PAGE…", help="Ids of pages.")],
    archive: Place = None,
) -> None:
    """Remove pages and everything derived from them."""
    from dateline.commands.listings import counted
    from dateline.commands.shared import exit_code
    from dateline.errors import InputError
    from dateline.intake.tally import Tally

    tally = Tally()
    with opened(archive) as kept:
        known = [page for page in dict.fromkeys(pages) if kept.has_page(page)]
        for page in known:
            gone = kept.forget(page, scrub=page == known[-1])
            print(f"{gone.page} removed, with {counted(gone.reports, 'report')}")
    for page in dict.fromkeys(pages):
        if page not in known:
            tally.add(InputError(page, "there is no such page in the archive."))
    raise typer.Exit(exit_code(tally))


def interval(word: str | None) -> Interval | None:
    """Return the span of time of a word of the command line; raises BadParameter for none."""
    if word is None:
        return None
    from dateline.archive.intervals import interval_of
    from dateline.archive.numbers import utc_now

    found = interval_of(word, utc_now())
    if found is None:
        raise typer.BadParameter(f"{word!r} is no date; write 2022-11-21, yesterday, 12h or 7d.")
    return found


def _instant(word: str | None) -> str | None:
    from dateline.archive.numbers import instant

    found = interval(word)
    return instant(found[0]) if found else None


_Shown = TypeVar("_Shown", bound="Record")


def _print(
    records: Sequence[_Shown], format: Lines, text: Callable[[_Shown], str], none: str
) -> None:
    if format is Lines.JSON:
        _print_records(records)
    else:
        print("\n".join(map(text, records)) or none)


def _print_records(records: Sequence[Record]) -> None:
    from dateline.commands.shared import json_lines, write_output

    write_output(json_lines(records), None)
