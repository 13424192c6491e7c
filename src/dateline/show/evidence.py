"""A story to hand over: its dossier, its facts, how to cite it, and its pages as they were kept."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import msgspec

from dateline import __version__
from dateline.archive.results import PageInfo, StoryFile
from dateline.records import DossierSet, Record
from dateline.show.bags import file_name, write_bag
from dateline.show.citations import citation_of
from dateline.show.document import document_of, json_of
from dateline.show.html import html_of
from dateline.show.markdown import markdown_of
from dateline.show.table_files import write_table
from dateline.show.tables import FACTS, WholeReportRow, whole_report_row

_SUFFIX = re.compile(r"\.(?:txt|html?|xhtml|xml|json|eml|mht|mhtml)$", re.IGNORECASE)
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?<(?:!doctype\s+html|html|\?xml[^>]*>\s*<!doctype)", re.I
)
_ABOUT = """\
What is here, and how to check it

dossier.html    the story laid out: click a fact, see its words in the source; needs no network
dossier.json    the same as data (schema dateline/1)
dossier.md      the same as text to paste
citations.json  every report as a citation (CSL-JSON: Zotero, Pandoc …)
facts/*.csv     reports, statements, figures, times, happenings, names: one row each
pages.csv       every page: address, when it was kept, checksum of its bytes
pages/*/        the page's bytes as they came (original.*), and the text that was read (text.txt)

Offsets (start, end) count Unicode code points of text.txt from 0; the end is the first one after.
The folder is a BagIt bag (RFC 8493): manifest-sha256.txt has the checksum of every file, and any
BagIt tool, or "sha256sum -c manifest-sha256.txt", tells whether one was changed.
"""


class KeptPage(Record, frozen=True, kw_only=True):
    """A row of ``pages.csv``."""

    page: str
    url: str | None
    path: str | None
    added: str
    """When the archive kept it (ISO 8601, UTC)."""
    sha256: str | None
    """Of the bytes it was read from, if they were kept."""
    original: str | None
    """The file with those bytes."""
    text: str
    """The file with the text that offsets are of."""
    language: str | None
    version: int
    version_of: str | None


def write_evidence(
    stream: BinaryIO,
    file: StoryFile,
    dossiers: DossierSet,
    *,
    info: Callable[[str], PageInfo],
    original: Callable[[str], bytes | None],
    today: str,
) -> None:
    """Write a story with all that it rests on as one ZIP file; the stream stays open.

    ``info`` and ``original`` give what is known of a page by its id, and its bytes; ``today`` is
    the ISO date of packing, the one thing that differs when a story is packed again.
    """
    about = {
        "Bag-Software-Agent": f"Dateline {__version__}",
        "External-Identifier": file.story.id,
        "External-Description": file.story.headline or file.story.id,
        "Bagging-Date": today,
    }
    payload = _payload(file, dossiers, info, original)
    write_bag(stream, file_name(f"{file.story.id}-evidence"), payload, about)


def _payload(
    file: StoryFile,
    dossiers: DossierSet,
    info: Callable[[str], PageInfo],
    original: Callable[[str], bytes | None],
) -> Iterator[tuple[str, bytes]]:
    known = {page.id: info(page.id) for page in dossiers.pages}
    language = {page.id: page.language for page in dossiers.pages}
    yield "README.txt", _ABOUT.encode()
    yield "dossier.html", html_of(dossiers).encode()
    yield "dossier.json", json_of(document_of(dossiers)) + b"\n"
    yield "dossier.md", markdown_of(dossiers).encode()
    citations = [citation_of(read, known[read.page], language[read.page]) for read in file.reads]
    yield "citations.json", msgspec.json.format(msgspec.json.encode(citations), indent=1) + b"\n"
    rows = [
        whole_report_row(
            read, file.story.id, language=language[read.page],
            copy_of=place.copy_of, version_of=place.version_of,
        )
        for read, place in zip(file.reads, file.story.placements, strict=True)
    ]  # fmt: skip
    yield "facts/reports.csv", _csv(WholeReportRow, rows)
    for name, table in FACTS.items():
        facts = [row for read in file.reads for row in table.rows(read)]
        yield f"facts/{name}.csv", _csv(table.kind, facts)
    kept: list[Record] = []
    for page in dossiers.pages:
        folder = f"pages/{file_name(page.id)}"
        data = original(page.id)
        bytes_at = None
        if data is not None:
            bytes_at = f"{folder}/original{_suffix(known[page.id].path, data)}"
            yield bytes_at, data
        yield f"{folder}/text.txt", page.text.encode()
        about = known[page.id]
        kept.append(
            KeptPage(
                page=page.id, url=about.url, path=about.path, added=about.added,
                sha256=about.sha256, original=bytes_at, text=f"{folder}/text.txt",
                language=page.language, version=about.version, version_of=about.version_of,
            )
        )  # fmt: skip
    yield "pages.csv", _csv(KeptPage, kept)


def _suffix(path: str | None, data: bytes) -> str:
    if _MARKUP.match(data[:400]):
        return ".html"
    found = _SUFFIX.search(path or "")
    return found.group().lower() if found else ".bin"


def _csv(kind: type[Record], rows: Iterable[Record]) -> bytes:
    stream = io.BytesIO()
    write_table(stream, "csv", kind, rows)
    return stream.getvalue()
