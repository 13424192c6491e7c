"""One door for every input: a file, a URL, standard input or bytes in, pages out."""

from __future__ import annotations

import datetime
import gzip
import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from dateline.errors import InputError, SetupError
from dateline.intake.address import is_web_address
from dateline.intake.archives import Document, documents_of_warc, documents_of_zip
from dateline.intake.decode import MAX_BYTES, checked_size, decoded
from dateline.intake.inputs import files_of
from dateline.intake.sniff import form_of
from dateline.intake.tally import Tally
from dateline.records import Page

if TYPE_CHECKING:
    from dateline.intake.fetch import Client, Limits

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_WEB = ("http://", "https://")


class Sourced(NamedTuple):
    """A page with the bytes it was read from: a file, an answer, or one record of an archive."""

    page: Page
    data: bytes


_MAX_SITEMAPS = 50


def is_address(source: str) -> bool:
    """Tell whether an input is an address and no path."""
    return _ADDRESS.match(source) is not None


def sourced_pages_of_all(
    sources: Iterable[str],
    tally: Tally,
    *,
    url: str | None = None,
    published: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Sourced]:
    """Yield the pages of all inputs with their bytes; what cannot be read is kept in the tally.

    An input is a file, a folder, a pattern, a URL or ``-`` (standard input).
    """
    today = datetime.date.today().isoformat()
    for source in _each(sources, tally):
        try:
            yield from sourced_pages_of(
                source, url=url, published=published, tally=tally, limits=limits, today=today
            )
        except InputError as error:
            tally.add(error)
        except SetupError:
            raise
        except Exception as error:
            # Whatever is wrong with a page must not cost the others.
            if os.environ.get("DATELINE_DEBUG"):
                raise
            problem = f"cannot be read ({type(error).__name__}: {error})."
            tally.add(InputError(source, problem, remedy="Please report it; --debug tells more."))


def pages_of_all(
    sources: Iterable[str],
    tally: Tally,
    *,
    url: str | None = None,
    published: str | None = None,
    limits: Limits | None = None,
) -> Iterator[Page]:
    """Yield the pages of all inputs; see `sourced_pages_of_all`."""
    return _plain(sourced_pages_of_all(sources, tally, url=url, published=published, limits=limits))


def _each(sources: Iterable[str], tally: Tally) -> Iterator[str]:
    for source in sources:
        if source == STANDARD_INPUT or is_address(source):
            yield source
            continue
        try:
            yield from map(str, files_of(source, tally))
        except InputError as error:
            tally.add(error)


def pages_of(
    source: str,
    *,
    url: str | None = None,
    published: str | None = None,
    tally: Tally | None = None,
    limits: Limits | None = None,
    today: str | None = None,
) -> Iterator[Page]:
    """Yield the pages of a path, a URL or ``-`` (standard input); see `sourced_pages_of`."""
    found = sourced_pages_of(
        source, url=url, published=published, tally=tally, limits=limits, today=today
    )
    yield from _plain(found)


def sourced_pages_of(
    source: str,
    *,
    url: str | None = None,
    published: str | None = None,
    tally: Tally | None = None,
    limits: Limits | None = None,
    today: str | None = None,
) -> Iterator[Sourced]:
    """Yield the pages of a path, a URL or ``-`` (standard input), each with its bytes.

    ``url`` is the public address of a page read from a file, ``published`` its publication date
    when the user knows it. Web archives are read record by record, whatever their size; records
    that fail or are no pages are kept in ``tally``. A page dated after ``today`` (ISO 8601) gets a
    note. Raises InputError when nothing can be read.
    """
    tally = tally if tally is not None else Tally()
    if url is not None and not is_web_address(url):
        raise InputError(
            url,
            "this is no address of a page.",
            remedy="Give it whole, such as https://news.example/story.",
        )
    if source == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        for page in pages_of_bytes(
            "<stdin>", data, url=url, published=published, tally=tally, today=today
        ):
            yield Sourced(page, data)
    elif source.startswith(_WEB):
        # What fetches is not loaded for files.
        from dateline.intake.fetch import Client

        with Client(limits) as client:
            yield from _pages_of_url(source, client, published, tally, today)
    elif is_address(source):
        raise InputError(
            source,
            "only http and https addresses are fetched.",
            remedy="Save the page and give the file.",
        )
    else:
        yield from _pages_of_file(Path(source), url, published, tally, today)


def _pages_of_url(
    url: str, client: Client, published: str | None, tally: Tally, today: str | None
) -> Iterator[Sourced]:
    """Yield the pages of an address: a page, a feed's entries, or what a sitemap leads to."""
    fetched = client.fetch(url)
    if form_of(fetched.data) == "sitemap":
        yield from _pages_of_sitemap(url, fetched.data, client, tally)
        return
    for page in pages_of_bytes(
        url,
        fetched.data,
        url=fetched.url,
        charset=fetched.charset,
        published=published,
        tally=tally,
        today=today,
    ):
        yield Sourced(msgspec.structs.replace(page, path=None), fetched.data)


def _pages_of_sitemap(url: str, data: bytes, client: Client, tally: Tally) -> Iterator[Sourced]:
    from dateline.intake.sitemaps import entries_of_sitemap

    waiting = [(url, data)]
    opened = 0
    while waiting and opened < _MAX_SITEMAPS:
        name, content = waiting.pop(0)
        opened += 1
        for entry in entries_of_sitemap(name, content):
            try:
                if entry.is_index:
                    waiting.append((entry.url, client.fetch(entry.url).data))
                else:
                    yield from _pages_of_url(entry.url, client, entry.published, tally, None)
            except InputError as error:
                tally.add(error)


def _pages_of_file(
    path: Path, url: str | None, published: str | None, tally: Tally, today: str | None
) -> Iterator[Sourced]:
    name = _shown(path)
    try:
        with path.open("rb") as stream:
            start = stream.read(4096)
            stream.seek(0)
            form = form_of(start)
            if form == "zip":
                yield from _pages_of_documents(name, documents_of_zip(name, stream, tally), tally)
                return
            if form == "warc" and (start[:4] == b"WARC" or _holds_warc(stream)):
                yield from _pages_of_documents(name, documents_of_warc(name, stream, tally), tally)
                return
            checked_size(name, path.stat().st_size)
            data = stream.read()
    except FileNotFoundError:
        raise InputError(name, "there is no such file.") from None
    except IsADirectoryError:
        raise InputError(name, "this is a folder.", remedy="Name the files in it.") from None
    except OSError as error:
        raise InputError(name, f"the file cannot be read: {error.strerror}.") from None
    unzipped = _unzipped(name, data) if form == "warc" else data
    for page in pages_of_bytes(
        name, unzipped, url=url, published=published, tally=tally, today=today
    ):
        yield Sourced(page, data)


def _shown(path: Path) -> str:
    """Return a path as text: a name may hold bytes that are no characters."""
    return os.fsencode(path).decode("utf-8", "replace")


def _holds_warc(stream: io.BufferedReader) -> bool:
    """Tell whether gzip data holds a web archive; leaves the stream at its start."""
    try:
        with gzip.open(stream) as unzipped:
            return unzipped.read(5) == b"WARC/"
    except (OSError, EOFError, zlib.error):
        return False
    finally:
        stream.seek(0)


def _unzipped(source: str, data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            out = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(source, f"the gzip data is damaged ({error}).") from None
    checked_size(source, len(out))
    return out


def _pages_of_documents(
    source: str, documents: Iterable[Document], tally: Tally
) -> Iterator[Sourced]:
    for number, document in enumerate(documents, 1):
        name = document.url or f"{source}, page {number}"
        try:
            for page in pages_of_bytes(
                name, document.data, url=document.url, charset=document.charset, tally=tally
            ):
                yield Sourced(page, document.data)
        except InputError as error:
            tally.add(error)


def _plain(pages: Iterable[Sourced]) -> Iterator[Page]:
    return (sourced.page for sourced in pages)


def _pages_of_mail(
    source: str,
    data: bytes,
    url: str | None,
    published: str | None,
    tally: Tally,
    today: str | None,
) -> Iterator[Page]:
    from dateline.intake.mail import document_of_mail

    mail = document_of_mail(source, data)
    yield from pages_of_bytes(
        source,
        mail.data,
        url=url,
        charset=mail.charset,
        published=published or mail.captured,
        tally=tally,
        today=today,
    )


def pages_of_bytes(
    source: str,
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    published: str | None = None,
    tally: Tally | None = None,
    today: str | None = None,
) -> Iterator[Page]:
    """Yield the pages of an input already in memory; its form is told from its bytes.

    Raises InputError when it is empty, too large, binary or without anything to read.
    """
    tally = tally if tally is not None else Tally()
    checked_size(source, len(data))
    match form_of(data):
        case "feed" | "json":
            from dateline.intake.feeds import pages_of_feed

            yield from pages_of_feed(source, data, url=url)
        case "html":
            from dateline.intake.html import read_html

            yield read_html(
                data, path=source, url=url, charset=charset, published=published, today=today
            )
        case "mail":
            yield from _pages_of_mail(source, data, url, published, tally, today)
        case "mbox":
            from dateline.intake.mail import letters_of

            for number, letter in enumerate(letters_of(data), 1):
                name = f"{source}, letter {number}"
                try:
                    yield from _pages_of_mail(name, letter, None, published, tally, today)
                except InputError as error:
                    tally.add(error)
        case "mhtml":
            from dateline.intake.mail import documents_of_mhtml

            yield from _plain(
                _pages_of_documents(source, documents_of_mhtml(source, data, tally), tally)
            )
        case "zip":
            documents = documents_of_zip(source, io.BytesIO(data), tally)
            yield from _plain(_pages_of_documents(source, documents, tally))
        case "warc":
            documents = documents_of_warc(source, io.BytesIO(data), tally)
            yield from _plain(_pages_of_documents(source, documents, tally))
        case "sitemap":
            raise InputError(
                source, "this is a sitemap.", remedy="Give its address, so that it can be followed."
            )
        case "text":
            from dateline.intake.dump import read_dump

            text, notes = decoded(source, data, charset)
            page = read_dump(text, path=source, url=url, published=published, today=today)
            yield msgspec.structs.replace(page, notes=(*page.notes, *notes)) if notes else page
