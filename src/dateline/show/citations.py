"""Reports as citations: items of CSL-JSON 1.0, which Zotero, Pandoc and their like read."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.archive.results import PageInfo
from dateline.records import ReadReport


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A writer or an agency as printed; nothing is split into parts that the page does not tell."""

    literal: str


class Date(msgspec.Struct, frozen=True, kw_only=True, rename={"date_parts": "date-parts"}):
    """A day."""

    date_parts: Sequence[Sequence[int]]


class Citation(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    rename={"container_title": "container-title", "url": "URL"},
):
    """One report."""

    id: str
    type: str
    title: str | None = None
    author: Sequence[Name] = ()
    container_title: str | None = None
    publisher: str | None = None
    issued: Date | None = None
    accessed: Date | None = None
    url: str | None = None
    language: str | None = None
    note: str | None = None


def citation_of(
    read: ReadReport, info: PageInfo | None = None, language: str | None = None
) -> Citation:
    """Return how a report is cited; ``info`` adds when its page was kept, and its checksum."""
    report = read.report
    names = report.authors or ((report.agency,) if report.agency else ())
    url = report.url or (info.url if info else None)
    kept = info is not None and info.sha256 is not None
    return Citation(
        id=report.id,
        type="article-newspaper",
        title=report.headline,
        author=tuple(Name(literal=name) for name in names),
        container_title=report.outlet,
        publisher=report.publisher,
        issued=_date(report.published),
        accessed=_date(info.added) if info and url else None,
        url=url,
        language=language,
        note=f"page {read.page}, SHA-256 {info.sha256}" if info and kept else f"page {read.page}",
    )


def _date(iso: str | None) -> Date | None:
    if not iso:
        return None
    return Date(date_parts=[[int(part) for part in iso[:10].split("-")]])
