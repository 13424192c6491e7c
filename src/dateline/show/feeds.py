"""Feeds: Atom (RFC 4287) and JSON Feed 1.1. All text is that of sources."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import msgspec

from dateline.records import Record

_ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 does not allow, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOBODY = "source not known"


class FeedEntry(Record, frozen=True, kw_only=True):
    """One entry of a feed; ``id`` is an IRI that never changes."""

    id: str
    title: str
    url: str
    updated: str
    """When the archive last learned something about it; ISO 8601."""
    published: str | None = None
    """ISO 8601 date or date-time."""
    summary: str = ""
    """Words of a source."""
    authors: tuple[str, ...] = ()
    source_url: str | None = None
    """The public page."""


class Feed(Record, frozen=True, kw_only=True):
    """A feed."""

    id: str
    title: str
    updated: str
    """When the archive last learned something about it; ISO 8601."""
    url: str
    """Where the feed itself is."""
    home: str
    """The page it is a feed of."""
    entries: tuple[FeedEntry, ...]


def stamp(iso: str) -> str:
    """Return a date or date-time as RFC 3339 asks for it.

    The formats that ask for it know neither days nor local times: a day alone is its start, and a
    time without a zone is taken to be in UTC.
    """
    date, _, time = iso.partition("T")
    date = f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]
    clock = re.match(r"\d\d:\d\d(?::\d\d(?:\.\d+)?)?", time)
    if clock is None:
        return f"{date}T00:00:00Z"
    seconds = clock[0] if clock[0].count(":") == 2 else f"{clock[0]}:00"
    zone = re.fullmatch(r"([+-]\d\d):?(\d\d)?", time[clock.end() :])
    offset = f"{zone[1]}:{zone[2] or '00'}" if zone else "Z"
    return f"{date}T{seconds}{offset}"


def _plain(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _child(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    made = ET.SubElement(
        parent, f"{{{_ATOM}}}{name}", {k: _plain(v) for k, v in attributes.items()}
    )
    if text is not None:
        made.text = _plain(text)
    return made


def atom_of(feed: Feed) -> bytes:
    """Return a feed as an Atom document in UTF-8."""
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed")
    _child(root, "id", feed.id)
    _child(root, "title", feed.title)
    _child(root, "updated", stamp(feed.updated))
    _child(root, "link", rel="self", href=feed.url, type="application/atom+xml")
    _child(root, "link", rel="alternate", href=feed.home, type="text/html")
    _child(root, "generator", "Dateline")
    for entry in feed.entries:
        item = _child(root, "entry")
        _child(item, "id", entry.id)
        _child(item, "title", entry.title)
        _child(item, "updated", stamp(entry.updated))
        if entry.published:
            _child(item, "published", stamp(entry.published))
        _child(item, "link", rel="alternate", href=entry.url, type="text/html")
        if entry.source_url:
            _child(item, "link", rel="via", href=entry.source_url)
        for author in entry.authors or (_NOBODY,):
            _child(_child(item, "author"), "name", author)
        if entry.summary:
            _child(item, "summary", entry.summary, type="text")
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


class _Author(Record, frozen=True, kw_only=True):
    name: str


class _Item(Record, frozen=True, kw_only=True, omit_defaults=True):
    id: str
    url: str
    title: str
    content_text: str
    date_modified: str
    date_published: str | None = None
    external_url: str | None = None
    authors: Sequence[_Author] = ()


class _JsonFeed(Record, frozen=True, kw_only=True):
    version: str
    title: str
    home_page_url: str
    feed_url: str
    items: Sequence[_Item]


def json_feed_of(feed: Feed) -> bytes:
    """Return a feed as JSON Feed 1.1."""
    return msgspec.json.encode(
        _JsonFeed(
            version="https://jsonfeed.org/version/1.1",
            title=feed.title,
            home_page_url=feed.home,
            feed_url=feed.url,
            items=[
                _Item(
                    id=entry.id,
                    url=entry.url,
                    title=entry.title,
                    content_text=entry.summary,
                    date_modified=stamp(entry.updated),
                    date_published=stamp(entry.published) if entry.published else None,
                    external_url=entry.source_url,
                    authors=tuple(_Author(name=name) for name in entry.authors),
                )
                for entry in feed.entries
            ],
        )
    )
