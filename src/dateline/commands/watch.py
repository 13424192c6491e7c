"""``dateline watch``: feeds polled politely into the archive."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.archive import Place, opened
from dateline.commands.read import ModelName, Private

if TYPE_CHECKING:
    from dateline.archive.results import Added
    from dateline.archive.store import Archive

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("watch")(watch)


def seconds_of(words: str) -> float:
    """Return the seconds of a length of time such as ``15m``; raises BadParameter."""
    match = re.fullmatch(r"(\d+)\s*([smhd])", words.strip())
    if match is None:
        raise typer.BadParameter(f"{words!r} is no length of time; write 90s, 15m, 2h or 1d.")
    return int(match.group(1)) * _UNITS[match.group(2)]


def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED…|LIST.opml", help="Feed addresses, or OPML lists.")
    ],
    archive: Place = None,
    once: Annotated[bool, typer.Option("--once", help="Poll every feed once and stop.")] = False,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="Pause between rounds: 90s, 15m, 2h …")
    ] = "15m",
    follow: Annotated[
        bool, typer.Option("--follow", help="Fetch and keep the pages that entries lead to.")
    ] = False,
    private: Private = False,
    model: ModelName = None,
) -> None:
    """Poll feeds into the archive, and tell of new stories, new reports and new versions."""
    from dateline.archive.watching import poll
    from dateline.commands import listings
    from dateline.intake.fetch import Client, Limits
    from dateline.reading.layers import Settings

    pause = seconds_of(every)
    addresses = list(_addresses(feeds))
    failed = False
    with opened(archive, make=True) as kept, Client(Limits(allow_private=private)) as client:
        while True:
            for feed in addresses:
                polled = poll(kept, client, feed, follow=follow, settings=Settings(model=model))
                failed = failed or polled.outcome == "failed"
                new = [item for item in polled.added if item.new]
                stories = sum(len(item.new_stories) for item in new)
                print(
                    f"{feed}: {polled.outcome}, {listings.counted(len(new), 'new page')}, "
                    f"{listings.counted(stories, 'new story', 'new stories')}",
                    flush=True,
                )
                for item in new:
                    for line in _news_of(kept, item):
                        print(f"  {line}", flush=True)
                for failure in polled.failures:
                    print(f"dateline: {failure}", file=sys.stderr)
            if once:
                raise typer.Exit(1 if failed else 0)
            time.sleep(pause)


def _news_of(kept: Archive, added: Added) -> Iterator[str]:
    """Yield a line a report of a new page: a new story, one more report, or a later version."""
    from dateline.commands import listings
    from dateline.story.versions import changes

    begun = set(added.new_stories)
    for placement in added.placements:
        read = kept.read_report(placement.report)
        headline = read.report.headline or "no headline"
        before = placement.version_of
        if before is not None:
            seen = changes(kept.read_report(before), read)
            what = listings.changes_text(seen) or "no headline, statement, figure or date"
            yield f"changed: {headline} · {what} · story {placement.story}"
        elif placement.story in begun:
            begun.discard(placement.story)
            yield f"new story: {headline} · {placement.story}"
        else:
            copy = "copy" if placement.copy_of else "report"
            yield f"new {copy}: {headline} · story {placement.story}"


def _addresses(feeds: list[str]) -> list[str]:
    """Return the addresses named, those of OPML lists among them, each once."""
    from pathlib import Path

    from dateline.errors import InputError
    from dateline.intake.feeds import feeds_of_opml

    found: list[str] = []
    for feed in feeds:
        if feed.startswith(("http://", "https://")):
            found.append(feed)
            continue
        try:
            found += feeds_of_opml(feed, Path(feed).read_bytes())
        except OSError as error:
            raise InputError(feed, f"the list cannot be read: {error.strerror}.") from None
    return list(dict.fromkeys(found))
