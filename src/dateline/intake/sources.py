"""One door for every input: a file, a URL or bytes in, pages out."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dateline.errors import InputError
from dateline.intake.decode import MAX_BYTES, checked_size, decoded
from dateline.intake.sniff import form_of
from dateline.records import Page

STANDARD_INPUT = "-"


def pages_of(
    source: str, *, url: str | None = None, published: str | None = None
) -> Iterator[Page]:
    """Yield the pages of a path, a URL or ``-`` (standard input).

    ``url`` is the public address of a page read from a file, ``published`` its publication date
    when the user knows it. Raises InputError when nothing can be read.
    """
    if source == STANDARD_INPUT:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
        yield from pages_of_bytes("<stdin>", data, url=url, published=published)
    else:
        data = file_bytes(Path(source))
        yield from pages_of_bytes(source, data, url=url, published=published)


def file_bytes(path: Path) -> bytes:
    """Read a file, unpacking gzip unless it is a web archive; raises InputError."""
    try:
        checked_size(str(path), path.stat().st_size)
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(str(path), "there is no such file.") from None
    except IsADirectoryError:
        raise InputError(str(path), "this is a folder.", remedy="Name the files in it.") from None
    except OSError as error:
        raise InputError(str(path), f"the file cannot be read: {error.strerror}.") from None
    if data.startswith(b"\x1f\x8b") and ".warc" not in path.name:
        data = _unzipped(str(path), data)
    return data


def _unzipped(source: str, data: bytes) -> bytes:
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            out = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(source, f"the gzip data is damaged ({error}).") from None
    checked_size(source, len(out))
    return out


def pages_of_bytes(
    source: str,
    data: bytes,
    *,
    url: str | None = None,
    charset: str | None = None,
    published: str | None = None,
) -> Iterator[Page]:
    """Yield the pages of an input already in memory; its form is told from its bytes."""
    checked_size(source, len(data))
    form = form_of(data)
    if form in ("feed", "json"):
        from dateline.intake.feeds import pages_of_feed

        yield from pages_of_feed(source, data, url=url)
    elif form == "html":
        from dateline.intake.html import read_html

        page = read_html(data, path=source, url=url, charset=charset, published=published)
        yield page
    else:
        from dateline.intake.dump import read_dump

        text, notes = decoded(source, data, charset)
        page = read_dump(text, path=source, url=url, published=published)
        yield msgspec.structs.replace(page, notes=(*page.notes, *notes)) if notes else page
