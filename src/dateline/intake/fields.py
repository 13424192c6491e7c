"""The article apart from the page, as plain fields: what ``dateline page`` prints."""

from __future__ import annotations

import re

from dateline.errors import InputError
from dateline.records import Page, Record

_BROKEN = re.compile(r"\s*\n\s*")
"""Where a paragraph was broken into lines."""


class PageLine(Record, frozen=True, kw_only=True):
    """A page given as one JSON record: HTML, a text dump, or a dump's lines."""

    id: str
    html: str | None = None
    text: str | None = None
    lines: tuple[str, ...] | None = None
    url: str | None = None
    published: str | None = None


class PageFields(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The article on a page; ``labels`` name each line of a page that was given as lines."""

    id: str
    headline: str | None
    authors: tuple[str, ...]
    published: str | None
    body: tuple[str, ...]
    labels: tuple[str, ...] | None = None


def fields_of(page: Page, *, id: str, labels: tuple[str, ...] | None = None) -> PageFields:
    """Return the fields of the page's article; empty ones when there is none.

    The entries of a live blog go on with its text, each after its heading.
    """
    article = next((report for report in page.reports if report.kind == "article"), None)
    if article is None:
        return PageFields(id=id, headline=None, authors=(), published=None, body=(), labels=labels)
    live = any(note.code == "live-blog" for note in article.notes)
    entries = [r for r in page.reports if r.kind == "article"][1:] if live else []
    body = [span.of(page.text) for span in article.body]
    for entry in entries:
        body += [entry.headline] if entry.headline else []
        body += [span.of(page.text) for span in entry.body]
    return PageFields(
        id=id,
        headline=article.headline,
        authors=article.authors,
        published=article.published,
        body=tuple(_BROKEN.sub(" ", words) for words in body),
        labels=labels,
    )


def fields_of_record(line: PageLine) -> PageFields:
    """Read a page given as a record; raises InputError when it holds no page."""
    # The readers are loaded here so that commands which only need the record's shape start fast.
    from dateline.intake.dump import line_labels, read_dump
    from dateline.intake.html import read_html

    if line.html is not None:
        page = read_html(line.html, path=None, url=line.url, published=line.published)
        return fields_of(page, id=line.id)
    text = "\n".join(line.lines) if line.lines is not None else line.text
    if text is None:
        raise InputError(line.id, "the record has neither html, text nor lines.")
    page = read_dump(text, url=line.url, published=line.published)
    labels = tuple(line_labels(page)) if line.lines is not None else None
    return fields_of(page, id=line.id, labels=labels)
