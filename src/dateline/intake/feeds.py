"""Feeds: RSS 0.9x–2.0 and Atom through feedparser, JSON Feed 1.1, and OPML lists of feeds."""

from __future__ import annotations

import calendar
import datetime
import json
import time
from collections.abc import Iterator
from typing import Protocol

from dateline.errors import InputError
from dateline.intake.address import whole_address
from dateline.intake.decode import safe_text
from dateline.intake.entry import Entry, page_of_entry
from dateline.records import Page


class _FeedEntry(Protocol):
    """What is used of a feedparser entry."""

    def get(self, key: str, default: object = None) -> object: ...


def _words(value: object) -> str:
    return safe_text(value)[0].strip() if isinstance(value, str) else ""


def _instant(value: object) -> str | None:
    """Return feedparser's UTC time as ISO 8601, or None for a date it could not read."""
    if not isinstance(value, time.struct_time):
        return None
    try:
        instant = datetime.datetime.fromtimestamp(calendar.timegm(value), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return instant.isoformat()


def _content(entry: _FeedEntry) -> str:
    """Return the longest text an entry carries: its content, or its summary."""
    contents = entry.get("content")
    texts = [_words(entry.get("summary"))]
    if isinstance(contents, list):
        texts += [_words(item.get("value")) for item in contents if isinstance(item, dict)]
    return max(texts, key=len)


def _authors(entry: _FeedEntry) -> tuple[str, ...]:
    listed = entry.get("authors")
    names: list[str] = []
    if isinstance(listed, list):
        names = [_words(item.get("name")) for item in listed if isinstance(item, dict)]
    return tuple(dict.fromkeys(name for name in names if name))


def entries_of_feed(source: str, data: bytes, *, url: str | None = None) -> list[Entry]:
    """Return the entries of an RSS or Atom feed, also of one that is cut off or badly formed.

    Raises InputError when there is no entry in it.
    """
    import feedparser

    # feedparser would take the words of a short document for an address to fetch; bytes never are.
    try:
        parsed = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    except ValueError as error:
        raise InputError(source, f"this feed cannot be read ({error}).") from None
    outlet = _words(parsed.feed.get("title"))
    language = _words(parsed.feed.get("language"))[:2].lower() or None
    entries = [
        Entry(
            title=_words(item.get("title")) or None,
            authors=_authors(item),
            published=_instant(dict.get(item, "published_parsed"))
            or _instant(dict.get(item, "updated_parsed")),
            published_words=_words(dict.get(item, "published"))
            or _words(dict.get(item, "updated"))
            or None,
            # Asked as a plain dict: feedparser answers with the date of publication otherwise.
            updated=_instant(dict.get(item, "updated_parsed")),
            outlet=outlet or None,
            url=whole_address(_words(item.get("link")), url) or whole_address(url),
            content=_content(item),
            language=language,
        )
        for item in parsed.entries
    ]
    if not entries:
        why = parsed.get("bozo_exception")
        raise InputError(
            source, f"no entry could be read from this feed{f' ({why})' if why else ''}."
        )
    return entries


def entries_of_json_feed(source: str, data: bytes) -> list[Entry]:
    """Return the items of a JSON Feed (version 1 or 1.1); raises InputError for any other JSON."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(source, f"this is no valid JSON: {error}.") from None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise InputError(
            source,
            "this JSON is no JSON Feed.",
            remedy="For JSON Lines of pages use 'dateline page'.",
        )
    outlet = _words(feed.get("title")) or None
    entries: list[Entry] = []
    for item in feed["items"]:
        if not isinstance(item, dict):
            continue
        people = item.get("authors") or feed.get("authors") or [item.get("author")]
        names = [_words(who.get("name")) for who in people if isinstance(who, dict)]
        entries.append(
            Entry(
                title=_words(item.get("title")) or None,
                authors=tuple(name for name in names if name),
                published=_date(item.get("date_published")),
                updated=_date(item.get("date_modified")),
                outlet=outlet,
                url=whole_address(_words(item.get("url")) or _words(item.get("external_url"))),
                content=_words(item.get("content_html"))
                or _words(item.get("content_text"))
                or _words(item.get("summary")),
                language=(_words(item.get("language")) or _words(feed.get("language")))[:2] or None,
            )
        )
    if not entries:
        raise InputError(source, "this JSON Feed has no items.")
    return entries


def _date(value: object) -> str | None:
    words = _words(value)
    try:
        return datetime.datetime.fromisoformat(words).isoformat() if words else None
    except ValueError:
        return None


def pages_of_feed(source: str, data: bytes, *, url: str | None = None) -> Iterator[Page]:
    """Yield the page of every entry of a feed, RSS, Atom or JSON."""
    is_json = data.lstrip()[:1] == b"{"
    entries = (
        entries_of_json_feed(source, data) if is_json else entries_of_feed(source, data, url=url)
    )
    for entry in entries:
        page = page_of_entry(entry, path=source)
        if page.reports:
            yield page


def feeds_of_opml(source: str, data: bytes) -> list[str]:
    """Return the feed addresses of an OPML list, in order, each once; raises InputError."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(source, f"this OPML list cannot be read: {error}.") from None
    addresses = [] if root is None else [node.get("xmlUrl") for node in root.iter("outline")]
    found = list(dict.fromkeys(address.strip() for address in addresses if address))
    if not found:
        raise InputError(source, "this OPML list names no feed.")
    return found
