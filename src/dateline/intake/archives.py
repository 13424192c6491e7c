"""Web archives: WARC files, WACZ packages and zipped page folders, read record by record.

WARC: ISO 28500. WACZ: Webrecorder's Web Archive Collection Zipped, 1.1. Only one record is held in
memory at a time, so an archive of any size needs no more than a few pages' worth.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from dateline.errors import InputError
from dateline.intake.address import whole_address
from dateline.intake.decode import MAX_BYTES
from dateline.intake.sniff import form_of
from dateline.intake.tally import Tally
from dateline.intake.warcs import Ending, ending_of
from dateline.records import Record

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = ("text/plain",)
_PAGES = (".html", ".htm", ".xhtml", ".txt")
_MAYBE_PAGES = (".xml", ".rss", ".atom", ".eml", ".mbox", ".mht", ".mhtml")
_PAGE_FORMS = ("feed", "mail", "mbox", "mhtml")
"""What such a member must be to be read: an XML file may be anything."""
_MAX_MEMBERS = 200_000


class Document(Record, frozen=True, kw_only=True):
    """The bytes of one page out of an archive, a mail or the network."""

    data: bytes
    url: str | None = None
    charset: str | None = None
    content_type: str | None = None
    captured: str | None = None
    """When it was captured, ISO 8601."""


def documents_of_warc(source: str, stream: IO[bytes], tally: Tally) -> Iterator[Document]:
    """Yield the HTML and text pages of a WARC stream (plain, gzip or zstd), in order.

    Records of other types, revisits, failed requests and oversized payloads are counted in the
    tally; one that is damaged is kept there as a failure and the next is read, as is the end of an
    archive that breaks off.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit
    start, last = 0, None
    try:
        records = ArchiveIterator(
            stream, record_types=wanted, parse_http=True, auto_decode="all", quirks_mode=True
        )
        for record in records:
            if last is not None:
                yield last
            start, last = record.stream_pos, None
            last = _document_of(record, source, tally)
    except (OSError, ValueError) as error:
        tally.add(InputError(source, f"the archive breaks off or is damaged: {error}."))
        ending: Ending = "whole"
    else:
        # Within a zip file its own checksum tells.
        ending = "whole" if isinstance(stream, zipfile.ZipExtFile) else ending_of(stream, start)
    if last is not None and ending != "cut":
        yield last
    if ending != "whole":
        tally.add(
            InputError(
                source,
                "the archive breaks off in the middle of a record; what is before it was read.",
                remedy="Fetch the archive again.",
            )
        )


def _document_of(record: WarcRecord, source: str, tally: Tally) -> Document | None:
    from fastwarc.warc import WarcRecordType

    if record.record_type == WarcRecordType.revisit:
        tally.skip("revisit")
        return None
    headers = record.http_headers
    status = headers.status_code if headers is not None else 200
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    kind = kind.partition(";")[0].strip()
    if status != 200:
        tally.skip(f"HTTP {status}")
        return None
    if kind not in (*_HTML_TYPES, *_TEXT_TYPES):
        tally.skip(kind or "no content type")
        return None
    url = whole_address(record.headers.get("WARC-Target-URI"))
    try:
        data = record.reader.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        tally.add(InputError(source, f"the record of {url} is damaged ({error})."))
        return None
    if not data or len(data) > MAX_BYTES:
        tally.skip("empty" if not data else "too large")
        return None
    return Document(
        data=data,
        url=url,
        charset=record.http_charset,
        content_type=kind,
        captured=record.headers.get("WARC-Date"),
    )


def documents_of_zip(source: str, stream: IO[bytes], tally: Tally) -> Iterator[Document]:
    """Yield the pages of a WACZ package, or the pages, feeds and letters of a zipped folder.

    Raises InputError when the zip itself cannot be opened. A member that unpacks to more than one
    page may have is counted as too large without being unpacked further.
    """
    try:
        package = zipfile.ZipFile(stream)
        members = [item for item in package.infolist() if not item.is_dir()][:_MAX_MEMBERS]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(source, f"this zip file is damaged ({error}).") from None
    for member in members:
        name = member.filename.lower()
        try:
            with package.open(member) as stream_in:
                if name.endswith((".warc", ".warc.gz")):
                    yield from documents_of_warc(f"{source}/{member.filename}", stream_in, tally)
                elif name.endswith((*_PAGES, *_MAYBE_PAGES)):
                    data = stream_in.read(MAX_BYTES + 1)
                    if not data or len(data) > MAX_BYTES:
                        tally.skip("empty" if not data else "too large")
                    elif name.endswith(_PAGES) or form_of(data) in _PAGE_FORMS:
                        yield Document(data=data)
                    else:
                        tally.skip(PurePosixPath(name).suffix)
                else:
                    tally.skip(PurePosixPath(name).suffix or "other file")
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            ValueError,
            RuntimeError,
        ) as error:
            tally.add(InputError(source, f"{member.filename} cannot be unpacked ({error})."))
