"""Polling feeds into the archive: politely, only what changed, and safe to stop at any moment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Literal

from dateline.archive.keeping import NewPage
from dateline.archive.results import Added, FetchRecord
from dateline.archive.store import Archive
from dateline.errors import InputError
from dateline.intake.feeds import pages_of_feed
from dateline.intake.fetch import Client, Fetched
from dateline.intake.sources import pages_of_bytes
from dateline.pipeline import readings_of_pages, with_language
from dateline.reading.layers import Settings
from dateline.records import Page, Record


class Polled(Record, frozen=True, kw_only=True):
    """What came of one visit to a feed."""

    feed: str
    outcome: Literal["changed", "unchanged", "failed"]
    added: tuple[Added, ...] = ()
    failures: tuple[str, ...] = ()
    """What could not be read, a sentence each."""


def poll(
    archive: Archive,
    client: Client,
    feed: str,
    *,
    follow: bool = False,
    settings: Settings | None = None,
) -> Polled:
    """Visit a feed and keep what is new of it.

    The feed is asked for with the validators of the last visit. With ``follow`` the pages that new
    entries lead to are fetched and kept, else the entries themselves. The visit is logged after
    its pages are kept: one that is cut off is made again, and pages already kept are not doubled.
    """
    last = next(iter(archive.fetches(feed)), None)
    try:
        fetched = client.fetch(
            feed,
            etag=last.etag if last else None,
            last_modified=last.last_modified if last else None,
        )
    except InputError as error:
        archive.log_fetch(FetchRecord(url=feed, at=archive.now(), error=str(error)))
        return Polled(feed=feed, outcome="failed", failures=(str(error),))
    if fetched.not_modified:
        _log(archive, feed, fetched, last)
        return Polled(feed=feed, outcome="unchanged")
    failures: list[str] = []
    try:
        entries = list(pages_of_feed(feed, fetched.data, url=fetched.url))
    except InputError as error:
        archive.log_fetch(FetchRecord(url=feed, at=archive.now(), status=200, error=str(error)))
        return Polled(feed=feed, outcome="failed", failures=(str(error),))
    found = (
        _followed(archive, client, entries, failures) if follow else ((p, None) for p in entries)
    )
    fresh = [(with_language(page), raw) for page, raw in found if not archive.has_page(page.id)]
    added = _kept(archive, fresh, settings)
    _log(archive, feed, fetched, None)
    return Polled(feed=feed, outcome="changed", added=added, failures=tuple(failures))


def _kept(
    archive: Archive, fresh: Sequence[tuple[Page, bytes | None]], settings: Settings | None
) -> tuple[Added, ...]:
    readings = iter(readings_of_pages([page for page, _ in fresh], settings, workers=1))
    pages = [NewPage(page, [next(readings) for _ in page.reports], raw) for page, raw in fresh]
    return archive.add_many(pages) if pages else ()


def _followed(
    archive: Archive, client: Client, entries: Sequence[Page], failures: list[str]
) -> Iterator[tuple[Page, bytes | None]]:
    """Yield the pages that entries lead to, with their bytes; an unread one gives its entry."""
    for entry in entries:
        if entry.url is None:
            yield entry, None
            continue
        last = next(iter(archive.fetches(entry.url)), None)
        try:
            fetched = client.fetch(
                entry.url,
                etag=last.etag if last else None,
                last_modified=last.last_modified if last else None,
            )
            if fetched.not_modified:
                continue
            pages = list(
                pages_of_bytes(entry.url, fetched.data, url=fetched.url, charset=fetched.charset)
            )
        except InputError as error:
            failures.append(str(error))
            yield entry, None
            continue
        yield from ((page, fetched.data) for page in pages)
        _log(archive, entry.url, fetched, None)


def _log(archive: Archive, url: str, fetched: Fetched, last: FetchRecord | None) -> None:
    """Log a visit; an unchanged answer keeps the validators of the visit before."""
    archive.log_fetch(
        FetchRecord(
            url=url,
            at=archive.now(),
            status=fetched.status,
            etag=fetched.etag or (last.etag if last else None),
            last_modified=fetched.last_modified or (last.last_modified if last else None),
            sha256=hashlib.sha256(fetched.data).hexdigest() if fetched.data else None,
        )
    )
