"""A page made of named fields: what a feed entry or a newsletter item comes as.

The page's text is the fields a line each, in the order a reader would meet them, so that every
value of the report is a span of it.
"""

from __future__ import annotations

import hashlib
import html
import re

from lxml import html as lxml_html
from lxml.etree import LxmlError, ParserError

from dateline.intake.wire import wire_dateline_of, wire_version_of
from dateline.records import (
    DateBasis,
    Evidence,
    Note,
    Page,
    Part,
    PartKind,
    Record,
    Report,
)
from dateline.text import Span

_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 blockquote pre table tr section article figure figcaption "
    "header footer aside dl dt dd".split()
)
_SILENT = frozenset("script style template noscript iframe object svg".split())
_SPACE = re.compile(r"[^\S\n]+")
_BREAK = "\n\n"
_ARTICLE_WORDS = 120


class Entry(Record, frozen=True, kw_only=True):
    """A report as fields; ``content`` may be HTML."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601."""
    published_words: str | None = None
    """The date as the source writes it."""
    updated: str | None = None
    outlet: str | None = None
    url: str | None = None
    content: str = ""
    language: str | None = None


def page_id(text: str) -> str:
    """Return a page's id: the same text has the same id."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6)
    return f"pg-{digest.hexdigest()}"


def paragraphs_of(content: str) -> list[str]:
    """Return the paragraphs of an HTML fragment or of plain text, in order, without markup."""
    if "<" not in content:
        lines = html.unescape(content).splitlines()
        return [line for line in (_SPACE.sub(" ", line).strip() for line in lines) if line]
    try:
        root = lxml_html.fragment_fromstring(content, create_parent="div")
    except (LxmlError, ParserError, ValueError):
        return paragraphs_of(html.unescape(re.sub(r"<[^>]*>", " ", content)).replace("<", " "))
    pieces: list[str] = []
    # An explicit stack, since fragments may be nested deeper than Python recurses.
    stack: list[tuple[lxml_html.HtmlElement, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        name = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            if name in _BLOCKS:
                pieces.append("\n")
            if node is not root:
                pieces.append(node.tail or "")
            continue
        if name in _SILENT or not name:
            pieces.append((node.tail or "") if node is not root else "")
            continue
        if name in _BLOCKS or name == "br":
            pieces.append("\n")
        pieces.append((node.text or "").replace("\n", " "))
        stack.append((node, True))
        stack += [(child, False) for child in reversed(node)]
    lines = "".join(pieces).replace("\xa0", " ").split("\n")
    return [line for line in (_SPACE.sub(" ", line).strip() for line in lines) if line]


class _Writer:
    """Adds lines to a text and remembers which parts they are."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.parts: list[Part] = []
        self.at = 0

    def line(self, kind: PartKind, words: str) -> Span:
        span = Span(self.at, self.at + len(words))
        self.parts.append(Part(kind=kind, start=span.start, end=span.end))
        self.lines.append(words)
        self.at = span.end + len(_BREAK)
        return span


def page_of_entry(entry: Entry, *, path: str | None = None, basis: DateBasis = "stated") -> Page:
    """Return the page of an entry: one report, an article when it is long enough, else a teaser."""
    writer = _Writer()
    evidence: dict[str, tuple[Span, ...]] = {}
    notes: list[Note] = []
    title = " ".join(html.unescape(entry.title or "").split())
    version = wire_version_of(title) if title else None
    if title:
        span = writer.line("headline", title)
        evidence["headline"] = (span,)
        if version is not None:
            evidence["version"] = (version.span.shifted(span.start),)
    if entry.authors:
        names = ", ".join(entry.authors)
        line = writer.line("byline", names)
        evidence["authors"] = tuple(
            Span(at, at + len(name)).shifted(line.start)
            for name in entry.authors
            if (at := names.index(name)) >= 0
        )
    if entry.outlet:
        evidence["outlet"] = (writer.line("credit", entry.outlet),)
    if entry.published:
        evidence["published"] = (
            writer.line("published", entry.published_words or entry.published),
        )
    else:
        notes.append(Note(code="no-date", text="The entry states no publication date."))
    paragraphs = paragraphs_of(entry.content)
    body: list[Span] = []
    agency = place = None
    for number, words in enumerate(paragraphs):
        start = writer.at
        opening = wire_dateline_of(words, Span(0, len(words))) if number == 0 else None
        if opening is None:
            body.append(writer.line("paragraph", words))
            continue
        writer.line("paragraph", words)
        cut, end = start + opening.span.end, start + len(words)
        writer.parts[-1:] = [
            Part(kind="dateline", start=start, end=start + len(words[: opening.span.end].rstrip())),
        ]
        if cut < end:
            writer.parts.append(Part(kind="paragraph", start=cut, end=end))
            body.append(Span(cut, end))
        if opening.agency is not None:
            evidence["agency"] = (opening.agency.shifted(start),)
            agency = opening.agency_name or opening.agency.of(words)
        if opening.place is not None:
            evidence["place"] = (opening.place.shifted(start),)
            place = opening.place.of(words)
    text = _BREAK.join(writer.lines).rstrip("\n") + "\n"
    identity = page_id(text)
    long = sum(len(words.split()) for words in paragraphs) >= _ARTICLE_WORDS
    report = Report(
        id=f"{identity}.0",
        kind="article" if long else "teaser",
        headline=title or None,
        authors=entry.authors,
        agency=agency,
        outlet=entry.outlet,
        place=place,
        published=entry.published,
        published_basis=basis if entry.published else None,
        updated=entry.updated if entry.updated != entry.published else None,
        version=version.mark(title) if version is not None else None,
        url=entry.url,
        body=tuple(body),
        evidence=Evidence(**evidence),
        notes=tuple(notes),
    )
    return Page(
        id=identity,
        path=path,
        url=entry.url,
        language=entry.language,
        text=text,
        parts=tuple(writer.parts),
        reports=(report,) if title or body else (),
    )
