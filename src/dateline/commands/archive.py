"""The commands that work on an archive: each is one call of the library and its words."""

from __future__ import annotations

import enum
import os
import sys
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from dateline.commands.read import Format, ModelName, Published

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
Since = Annotated[str | None, typer.Option(help="Changed since: yesterday, 12h, 7d, 2031-05-04 …")]
Limit = Annotated[int, typer.Option("--limit", "-n", min=1, help="The most to show.")]
InStory = Annotated[str | None, typer.Option("--story", help="Only in this story (its id).")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    for command in (add, stories, story, search, brief, export, load, forget):
        app.command("import" if command is load else command.__name__)(command)


def opened(place: str | None) -> Archive:
    """Open the archive that is named, or the default one."""
    from dateline.archive.store import Archive

    return Archive.open(place or default_place())


def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE…|URL|-", help="Pages; - is standard input.")
    ],
    archive: Place = None,
    published: Published = None,
    url: Annotated[str | None, typer.Option(help="Public address of the page.")] = None,
    model: ModelName = None,
    workers: Annotated[
        int, typer.Option(min=0, help="Reading processes; 0 takes one per core for large jobs.")
    ] = 0,
) -> None:
    """Read pages and keep them, with their readings, in the archive's stories."""
    from dateline.commands.listings import counted
    from dateline.commands.shared import exit_code, progress_on_terminal, sourced_pages_of_all
    from dateline.intake.tally import Tally
    from dateline.pipeline import readings_of_pages, with_language
    from dateline.reading.layers import Settings

    tally = Tally()
    settings = Settings(model=model)
    counts = {"new": 0, "known": 0, "versions": 0, "stories": 0}
    kept = opened(archive)
    from dateline.archive.keeping import NewPage

    with kept, progress_on_terminal("adding") as progress:
        pages = sourced_pages_of_all(sources, tally, url=url, published=published)
        while part := list(islice(pages, _AT_ONCE)):
            fresh = [(with_language(page), raw) for page, raw in part if not kept.has_page(page.id)]
            counts["known"] += len(part) - len(fresh)
            readings = iter(
                readings_of_pages([page for page, _ in fresh], settings, workers=workers)
            )
            added = kept.add_many(
                [
                    NewPage(page, list(islice(readings, len(page.reports))), raw)
                    for page, raw in fresh
                ]
            )
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
    min_sources: Annotated[int, typer.Option(min=0, help="Fewest independent sources.")] = 0,
    limit: Limit = 30,
    format: AsLines = Lines.TEXT,
) -> None:
    """List stories: what is new, and how many independent sources tell it."""
    from dateline.commands import listings

    with opened(archive) as kept:
        lines = kept.stories(
            since=_instant(kept, since), order=order.value, min_sources=min_sources, limit=limit
        )
    _print(lines, format, listings.story_text, "No story.")


def story(
    story_id: Annotated[str, typer.Argument(metavar="ID", help="The story's id.")],
    archive: Place = None,
    format: Annotated[Format, typer.Option(help="How to show the story.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="File to write to.")] = None,
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
    from dateline.commands.shared import dossier_bytes, write_output

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
    offset: Annotated[int, typer.Option(min=0, help="Hits to pass over.")] = 0,
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


def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="One word of a name will do.")],
    archive: Place = None,
    limit: Limit = 20,
    format: AsLines = Lines.TEXT,
) -> None:
    """Show who someone is, as the reports have it, and all they said, newest first."""
    from dateline.commands import listings

    with opened(archive) as kept:
        known = kept.who(" ".join(name), limit=limit)
    if format is Lines.JSON:
        _print_records(listings.who_records(known))
    else:
        print(listings.who_text(known))


def figures(
    measure: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="What is measured.")
    ] = None,
    archive: Place = None,
    in_story: InStory = None,
    unit: Annotated[str | None, typer.Option(help="percent, USD, people …")] = None,
    limit: Limit = 30,
    format: AsLines = Lines.TEXT,
) -> None:
    """List figures by what they measure, newest report first."""
    from dateline.commands import listings

    with opened(archive) as kept:
        seen = kept.figures(" ".join(measure or []), unit=unit, story=in_story, limit=limit)
    _print([listings.figure_record(item) for item in seen], format, listings.record_text, "None.")


def timeline(
    archive: Place = None,
    since: Annotated[str | None, typer.Option(help="First day: 2031-05-04, today …")] = None,
    until: Annotated[str | None, typer.Option(help="Last day.")] = None,
    in_story: InStory = None,
    limit: Limit = 50,
    format: AsLines = Lines.TEXT,
) -> None:
    """List what happened and what is to happen, in order of time."""
    from dateline.commands import listings

    with opened(archive) as kept:
        first, last = _interval(kept, since), _interval(kept, until)
        seen = kept.times(
            since=first[0].date().isoformat() if first else None,
            until=last[1].date().isoformat() if last else None,
            story=in_story,
            limit=limit,
        )
    _print([listings.dated_record(item) for item in seen], format, listings.record_text, "None.")


def brief(
    archive: Place = None,
    since: Annotated[str, typer.Option(help="yesterday, 12h, 7d, 2031-05-04 …")] = "yesterday",
    limit: Limit = 30,
    format: AsLines = Lines.TEXT,
) -> None:
    """Tell what is new per story: reports, statements, figures that changed, dates to come."""
    from dateline.commands import listings

    with opened(archive) as kept:
        briefs = kept.brief(_instant(kept, since) or "", limit=limit)
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

    with opened(archive) as kept:
        count = kept.load(source)
    print(f"{counted(count, 'page')} read in")


def forget(
    pages: Annotated[list[str], typer.Argument(metavar="PAGE…", help="Ids of pages.")],
    archive: Place = None,
) -> None:
    """Remove pages and everything derived from them."""
    from dateline.commands.listings import counted

    with opened(archive) as kept:
        for number, page in enumerate(pages, 1):
            gone = kept.forget(page, scrub=number == len(pages))
            print(f"{gone.page} removed, with {counted(gone.reports, 'report')}")


def _interval(kept: Archive, word: str | None) -> Interval | None:
    """Return the span of time of a word of the command line; raises BadParameter for none."""
    if word is None:
        return None
    interval = kept.interval(word)
    if interval is None:
        raise typer.BadParameter(f"{word!r} is no date; write 2022-11-21, yesterday, 12h or 7d.")
    return interval


def _instant(kept: Archive, word: str | None) -> str | None:
    from dateline.archive.numbers import instant

    interval = _interval(kept, word)
    return instant(interval[0]) if interval else None


_Shown = TypeVar("_Shown", bound="Record")


def _print(
    records: Sequence[_Shown], format: Lines, text: Callable[[_Shown], str], none: str
) -> None:
    if format is Lines.JSON:
        _print_records(records)
    else:
        print("\n".join(map(text, records)) or none)


def _print_records(records: Sequence[Record]) -> None:
    import msgspec

    for record in records:
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
    sys.stdout.buffer.flush()
