"""What intake gives: a page, its parts and the reports on it."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from dateline.records.base import Record
from dateline.text import Span

PartKind = Literal[
    "headline",
    "byline",
    "published",
    "reading_time",
    "dateline",
    "paragraph",
    "subhead",
    "caption",
    "credit",
    "copyright",
    "promo",
    "related_headline",
    "related_teaser",
    "other",
]
ReportKind = Literal["article", "teaser"]
DateBasis = Literal["stated", "page", "given"]


class Note(Record, frozen=True, kw_only=True):
    """Something the reader has to be told: what is not known, not read or doubtful."""

    code: str
    """A stable short name, such as ``no-date`` or ``not-read-language``."""
    text: str
    """One plain sentence."""
    spans: tuple[Span, ...] = ()


class Part(Record, frozen=True, kw_only=True):
    """A stretch of a page and what it is."""

    kind: PartKind
    start: int
    end: int


class Evidence(Record, frozen=True, kw_only=True):
    """Where on the page each field of a report stands; empty where the field is unknown."""

    headline: tuple[Span, ...] = ()
    authors: tuple[Span, ...] = ()
    agency: tuple[Span, ...] = ()
    publisher: tuple[Span, ...] = ()
    outlet: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    published: tuple[Span, ...] = ()
    updated: tuple[Span, ...] = ()
    version: tuple[Span, ...] = ()
    reading_minutes: tuple[Span, ...] = ()


class Report(Record, frozen=True, kw_only=True):
    """One report on a page: the article, an entry of a live blog, or a teaser of another story."""

    id: str
    """Unique among all reports: the page's id, a dot, the report's number on the page."""
    kind: ReportKind
    headline: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    """The news agency whose wire copy this is (``Reuters``)."""
    publisher: str | None = None
    """Who holds the copyright, as the page names it."""
    outlet: str | None = None
    """The site, paper or channel that shows the report."""
    place: str | None = None
    """The place of the dateline, as written."""
    published: str | None = None
    """ISO 8601 date or date-time."""
    published_basis: DateBasis | None = None
    """``stated`` beside the report, taken from the ``page`` around it, or ``given`` by the user."""
    updated: str | None = None
    version: str | None = None
    """The wire's version mark as written (``UPDATE 2``, ``CORRECTED``)."""
    reading_minutes: int | None = None
    url: str | None = None
    truncated: bool = False
    """Whether the text is visibly cut off."""
    body: tuple[Span, ...] = ()
    """Paragraphs and sub-heads in order, without the wire's dateline."""
    subheads: tuple[Span, ...] = ()
    """Those spans of ``body`` that are sub-heads."""
    evidence: Evidence = Evidence()
    notes: tuple[Note, ...] = ()

    @property
    def cited_as(self) -> str | None:
        """The name it is cited under: outlet, agency, publisher, else the site of its address."""
        return self.outlet or self.agency or self.publisher or _site_of(self.url)


def _site_of(url: str | None) -> str | None:
    parts = urlsplit(url or "")
    known = parts.hostname if parts.scheme in ("http", "https") else None
    return known.removeprefix("www.") if known else None


class Page(Record, frozen=True, kw_only=True):
    """One page as it was read. For text dumps ``text`` is the decoded input, unchanged."""

    id: str
    path: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, or None when it could not be told."""
    text: str
    parts: tuple[Part, ...] = ()
    """In order, not overlapping; white space between parts belongs to none."""
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()

    def _repr_html_(self) -> str:
        """Show the record in a notebook."""
        from dateline.show.notebook import page_html

        return page_html(self)


class TextReport(Record, frozen=True, kw_only=True):
    """A report given as text; offsets are of ``text``, which may open with the headline."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    headline: str | None = None
