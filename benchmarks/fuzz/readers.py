"""The readers that damaged inputs are given to, each driven as directly as it can be.

A reader takes bytes and either returns, or raises an `InputError`, which is a right answer. Any
other exception is a fault, and so is what `benchmarks.fuzz.checks` finds in its result.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, partial

import msgspec
import numpy as np
from benchmarks.fuzz import seeds
from benchmarks.fuzz.checks import checked_date, checked_page, checked_reading, checked_spans

from dateline.archive.intervals import interval_of
from dateline.archive.query import figure_tests, marked_terms, parsed
from dateline.commands.jsonlines import PageLine, StoryLine, TextLine, records_in
from dateline.errors import InputError
from dateline.intake.archives import documents_of_warc, documents_of_zip
from dateline.intake.decode import decoded
from dateline.intake.dump.forest import Chain, Labeller
from dateline.intake.dump.reader import read_dump
from dateline.intake.dump.stamps import date_in_url, stamps_in
from dateline.intake.entry import Entry, page_of_entry
from dateline.intake.feeds import feeds_of_opml, pages_of_feed
from dateline.intake.fetch.decoding import CodingError, TooLargeError, decoded_body
from dateline.intake.html.dates import iso_of
from dateline.intake.html.lines import lines_of
from dateline.intake.html.metadata import metadata_of
from dateline.intake.html.reader import read_html
from dateline.intake.html.related import links_by_block, pointers_on
from dateline.intake.html.tree import tree_of
from dateline.intake.mail import document_of_mail, documents_of_mhtml, sender_of
from dateline.intake.sitemaps import entries_of_sitemap
from dateline.intake.sniff import form_of
from dateline.intake.sources import pages_of_bytes
from dateline.intake.tally import Tally
from dateline.intake.trees import Forest
from dateline.intake.wire import (
    agency_of_marks,
    authors_in,
    is_name,
    wire_dateline_of,
    wire_version_of,
)
from dateline.reading.times import times_in
from dateline.story.grouping import Item
from dateline.text import Span

_TODAY = "2031-03-05"
_URL = "https://post.example/2031/03/04/a"
_NOW = datetime(2031, 3, 5, 12, tzinfo=UTC)
_CHARSETS = (None, "utf-8", "windows-1252", "gb18030", "shift_jis", "utf-16", "idna", "\x00")
_CODINGS = ("gzip", "deflate", "br", "zstd", "gzip, br", "identity", "gzip, gzip, br", "x-gzip")
_UNPACKED = 1 << 20


class Reader(msgspec.Struct, frozen=True):
    """A reader under test."""

    name: str
    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]
    share: float
    """Its part of all inputs; cheap readers have larger ones."""
    longest: int = 3_000
    """Bytes of an input, but for one in a thousand, which is grown."""
    guided: bool = True
    """Whether coverage is worth its price."""


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _door(data: bytes) -> None:
    for page in pages_of_bytes("<fuzz>", data, today=_TODAY):
        checked_page(page)


def _dump(data: bytes) -> None:
    checked_page(read_dump(_text(data), today=_TODAY))


@cache
def _by_length() -> Labeller:
    """Return a labeller that goes by how long a line is, as good as any for finding faults."""
    one = Forest(
        np.zeros((1, 1), dtype=np.int16),
        np.full((1, 1), 0.6, dtype=np.float32),
        np.array([[-1.5, 1.5]], dtype=np.float32),
        0.0,
    )
    return Labeller(one, one, Chain(0.5, 0.5, 0.3, 0.05))


def _dump_lines(data: bytes) -> None:
    checked_page(read_dump(_text(data), url=_URL, labeller=_by_length()))


def _html(data: bytes) -> None:
    checked_page(read_html(data, url=_URL, today=_TODAY))


def _layout(data: bytes) -> None:
    lines = lines_of(tree_of("<fuzz>", data).root)
    at = 0
    for block in lines.blocks:
        assert at <= block.start < block.end <= len(lines.text), "block out of order"
        at = block.end
    checked_spans((Span(link.start, link.end) for link in lines.links), lines.text, "link")
    pointers_on(lines, links_by_block(lines))


def _metadata(data: bytes) -> None:
    metadata = metadata_of(tree_of("<fuzz>", data).root, _URL)
    for words in (*metadata.published, *metadata.updated):
        if (date := iso_of(words)) is not None:
            checked_date(date)
    msgspec.json.encode(metadata)


def _feed(data: bytes) -> None:
    for page in pages_of_feed("<fuzz>", data, url=_URL):
        checked_page(page)


def _outline(data: bytes) -> None:
    assert all(feeds_of_opml("<fuzz>", data)), "an empty address"


def _sitemap(data: bytes) -> None:
    msgspec.json.encode(entries_of_sitemap("<fuzz>", data))


def _warc(data: bytes) -> None:
    msgspec.json.encode(list(documents_of_warc("<fuzz>", io.BytesIO(data), Tally())))


def _zip(data: bytes) -> None:
    msgspec.json.encode(list(documents_of_zip("<fuzz>", io.BytesIO(data), Tally())))


def _mhtml(data: bytes) -> None:
    msgspec.json.encode(list(documents_of_mhtml("<fuzz>", data, Tally())))


def _mail(data: bytes) -> None:
    sender_of("<fuzz>", data)
    document = document_of_mail("<fuzz>", data)
    if document.captured is not None:
        checked_date(document.captured)
    msgspec.json.encode(document)


def _bytes(data: bytes) -> None:
    form_of(data)
    charset = _CHARSETS[data[0] % len(_CHARSETS)] if data else None
    decoded("<fuzz>", data, charset)[0].encode()
    decoded("<fuzz>", data[1:], charset)[0].encode()


def _codings(data: bytes) -> None:
    coding = _CODINGS[data[0] % len(_CODINGS)] if data else ""
    try:
        assert len(decoded_body([data[1:40], data[40:]], coding, _UNPACKED)) <= _UNPACKED
    except (CodingError, TooLargeError):
        raise InputError("<fuzz>", "damaged or too large.") from None


def _stamps(data: bytes) -> None:
    text = _text(data)
    for stamp in stamps_in(text, Span(0, len(text))):
        checked_spans((stamp.span,), text, "stamp")
        checked_date(stamp.value)
    for date in (iso_of(text), date_in_url(text)):
        if date is not None:
            checked_date(date)


def _wire(data: bytes) -> None:
    text = _text(data)
    whole = Span(0, len(text))
    opening = wire_dateline_of(text, whole)
    if opening is not None:
        named = (opening.span, opening.place, opening.agency, opening.date)
        checked_spans((span for span in named if span is not None), text, "dateline")
    authors = authors_in(text, whole)
    checked_spans((author.span for author in authors), text, "author")
    version = wire_version_of(text)
    if version is not None:
        checked_spans((version.span,), text, "version")
    agency_of_marks(text[:80])
    is_name(text[:80])


def _times(data: bytes) -> None:
    text = _text(data)
    found = times_in(text, _TODAY if len(data) % 4 else None)
    checked_spans((Span(time.start, time.end) for time in found), text, "time")
    msgspec.json.encode(found)


def _query(data: bytes) -> None:
    node = parsed(_text(data), partial(interval_of, now=_NOW))
    marked_terms(node)
    figure_tests(node)


@contextmanager
def _standard_input(data: bytes) -> Iterator[None]:
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(data))
    try:
        yield
    finally:
        sys.stdin = before


def _records(data: bytes) -> None:
    kind = (PageLine, TextLine, StoryLine, Item)[len(data) % 4]
    with _standard_input(data):
        msgspec.json.encode(list(records_in("-", kind, Tally())))


def _entry(data: bytes) -> None:
    head, _, content = _text(data).partition("\n")
    title, _, authors = head.partition("|")
    names = tuple(name for name in authors.split("|") if name.strip())
    checked_page(page_of_entry(Entry(title=title, authors=names, outlet="Post", content=content)))


def _reading(data: bytes) -> None:
    from dateline.pipeline import tasks_of, with_language
    from dateline.reading.layers import readings_of

    page = with_language(read_dump(_text(data), labeller=_by_length()))
    for reading in readings_of(tasks_of(page)):
        checked_reading(reading, page.text)


_PAGES = (seeds.HTML, seeds.LIVE, seeds.SMALL_PAGE)
_FORMS = (
    *_PAGES, seeds.DUMP, seeds.FEED, seeds.ATOM, seeds.JSON_FEED, seeds.BOMB, seeds.SITEMAP,
    seeds.OUTLINE, seeds.MAIL, seeds.NEWSLETTER, seeds.MHTML, seeds.WARC, seeds.WARC_GZIP,
    seeds.ZIP,
)  # fmt: skip
_ENTRY = (
    b"UPDATE 2-Ferry|Mira Olt|Jon Dask\nHARVAN (AP) - <p>The ferry <b>stopped</b>.</p><ul><li>One"
)

READERS = {
    reader.name: reader
    for reader in (
        Reader("any form", _door, _FORMS, 0.8, longest=6_000),
        Reader("text dump", _dump, (seeds.DUMP,), 0.6),
        Reader("text dump, by length", _dump_lines, (seeds.DUMP, *seeds.TEXTS), 3.0),
        Reader("HTML", _html, _PAGES, 1.6),
        Reader("HTML layout", _layout, _PAGES, 6.0),
        Reader("HTML metadata", _metadata, (seeds.HEAD, seeds.HTML, seeds.LIVE), 7.0),
        Reader("RSS and Atom", _feed, (seeds.FEED, seeds.ATOM, seeds.BOMB), 3.0),
        Reader("JSON Feed", _feed, (seeds.JSON_FEED,), 6.0),
        Reader("feed entry", _entry, (_ENTRY, seeds.DUMP), 6.0),
        Reader("OPML", _outline, (seeds.OUTLINE, seeds.BOMB), 5.0),
        Reader("sitemap", _sitemap, (seeds.SITEMAP, seeds.BOMB), 5.0),
        Reader("WARC", _warc, (seeds.SMALL_WARC, seeds.WARC_GZIP, seeds.WARC), 6.0),
        Reader("ZIP and WACZ", _zip, (seeds.ZIP,), 4.0),
        Reader("MHTML", _mhtml, (seeds.MHTML, seeds.NEWSLETTER), 4.0),
        Reader("mail", _mail, (seeds.NEWSLETTER, seeds.MAIL), 4.0),
        Reader("charsets", _bytes, (*seeds.LEGACY, seeds.SMALL_PAGE, seeds.DUMP), 7.0),
        Reader("content codings", _codings, seeds.PACKED, 6.0),
        Reader("dates", _stamps, seeds.TEXTS, 8.0, longest=600),
        Reader("wire", _wire, seeds.TEXTS, 8.0, longest=600),
        Reader("times", _times, (*seeds.TEXTS, seeds.DUMP), 4.0, longest=1_000),
        Reader("query", _query, seeds.QUERIES, 5.0, longest=400),
        Reader("JSON Lines", _records, seeds.RECORDS, 6.0),
        Reader("reading layers", _reading, (seeds.DUMP,), 0.2, longest=1_500, guided=False),
    )
}
