"""Questions about stories and reports."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dateline.archive.numbers import instant
from dateline.archive.results import StorySummary
from dateline.archive.store import Archive
from dateline.desk.api.answers import MOST
from dateline.desk.api.operations import LIMIT, OFFSET, Asked, Document, Operation, Param, in_path
from dateline.errors import InputError
from dateline.records import ReadReport, Record
from dateline.show.annotations import annotation_page
from dateline.show.document import (
    Document as Contract,
)
from dateline.show.document import (
    PageView,
    ReportView,
    StoryView,
    document_of,
    page_view,
    report_view,
    story_view,
)
from dateline.show.jsonld import NewsArticle, news_article
from dateline.show.ninjs import ninjs_item

_ORDERS = ("changed", "published", "sources")
_STORY = in_path("story", "Id of a story.")
_REPORT = in_path("report", "Id of a report.")


class StoryList(Record, frozen=True, kw_only=True):
    """Stories, and where the list goes on."""

    stories: Sequence[StorySummary]
    next: str | None


def stories(archive: Archive, asked: Asked) -> StoryList:
    """List stories."""
    order = asked.text("order") or "changed"
    if order not in _ORDERS:
        raise InputError("order", f"{order!r} is none of {', '.join(_ORDERS)}.")
    limit, offset = asked.number("limit", 50, MOST), asked.number("offset", 0, 10**9)
    since = asked.moment(archive, "since")
    found = archive.stories(
        since=instant(since) if since else None,
        order=order,
        min_sources=asked.number("min_sources", 0, 10**6),
        unread=asked.flag("unread"),
        limit=limit + 1,
        offset=offset,
    )
    return StoryList(stories=found[:limit], next=asked.next(offset + limit, len(found) > limit))


def story(archive: Archive, asked: Asked) -> Contract:
    """Return a story with its pages and all that was read from them."""
    return document_of(archive.dossier_set(asked.path("story")))


def dossier(archive: Archive, asked: Asked) -> StoryView:
    """Return a story laid out, without its pages."""
    return story_view(archive.dossier(asked.path("story")))


def report(archive: Archive, asked: Asked) -> ReportView:
    """Return a report with what was read from it."""
    read = archive.read_report(asked.path("report"))
    return report_view(read.report, read.reading)


def page(archive: Archive, asked: Asked) -> PageView:
    """Return a page: its text, parts and reports."""
    found = archive.page(asked.path("page"))
    reads = archive.read_reports([item.id for item in found.reports])
    return page_view(found, {read.report.id: read.reading for read in reads})


def _article(archive: Archive, read: ReadReport) -> NewsArticle:
    language = archive.page(read.page).language
    return news_article(read, language=language, placement=archive.placement(read.report.id))


def jsonld(archive: Archive, asked: Asked) -> bytes:
    """Return a report as schema.org JSON-LD."""
    return msgspec.json.encode(_article(archive, archive.read_report(asked.path("report"))))


class _Graph(Record, frozen=True, kw_only=True, rename={"context": "@context", "graph": "@graph"}):
    context: str
    graph: Sequence[NewsArticle]


def story_jsonld(archive: Archive, asked: Asked) -> bytes:
    """Return a story's reports as one JSON-LD graph."""
    reads = archive.story(asked.path("story")).reads
    articles = [_article(archive, read) for read in reads]
    return msgspec.json.encode(_Graph(context="https://schema.org", graph=articles))


def web_annotations(archive: Archive, asked: Asked) -> bytes:
    """Return a report's facts as W3C Web Annotations."""
    read = archive.read_report(asked.path("report"))
    address = f"{asked.base}/api/reports/{read.report.id}/annotations"
    return msgspec.json.encode(annotation_page(read, id=address))


def ninjs(archive: Archive, asked: Asked) -> bytes:
    """Return a report as IPTC ninjs."""
    read = archive.read_report(asked.path("report"))
    return msgspec.json.encode(ninjs_item(read, language=archive.page(read.page).language))


OPERATIONS = (
    Operation(
        path="/api/stories",
        name="stories",
        about="Stories, the highest in the order first.",
        params=(
            Param(name="order", about="`changed`, `published` or `sources`."),
            Param(name="since", about="Changed since: an instant, a date, `yesterday`, `7d`."),
            Param(name="min_sources", about="Fewest independent sources.", type="integer"),
            Param(name="unread", about="Only stories not marked as read.", type="boolean"),
            LIMIT,
            OFFSET,
        ),
        answer=StoryList,
        ask=stories,
    ),
    Operation(
        path="/api/stories/{story}",
        name="story",
        about="A story with its pages and readings: the document of `dateline read --format json`.",
        params=(_STORY,),
        answer=Contract,
        ask=story,
    ),
    Operation(
        path="/api/stories/{story}/dossier",
        name="dossier",
        about="A story laid out: statements, figures side by side, timeline, people, places.",
        params=(_STORY,),
        answer=StoryView,
        ask=dossier,
    ),
    Document(
        path="/api/stories/{story}/jsonld",
        name="story-jsonld",
        about="A story's reports as a schema.org graph.",
        params=(_STORY,),
        media_type="application/ld+json",
        ask=story_jsonld,
    ),
    Operation(
        path="/api/reports/{report}",
        name="report",
        about="A report with what was read from it.",
        params=(_REPORT,),
        answer=ReportView,
        ask=report,
    ),
    Document(
        path="/api/reports/{report}/jsonld",
        name="report-jsonld",
        about="A report as schema.org NewsArticle with Quotations and Claims.",
        params=(_REPORT,),
        media_type="application/ld+json",
        ask=jsonld,
    ),
    Document(
        path="/api/reports/{report}/annotations",
        name="report-annotations",
        about="A report's facts as W3C Web Annotations.",
        params=(_REPORT,),
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        ask=web_annotations,
    ),
    Document(
        path="/api/reports/{report}/ninjs",
        name="report-ninjs",
        about="A report as IPTC ninjs 3.0.",
        params=(_REPORT,),
        media_type="application/json",
        ask=ninjs,
    ),
    Operation(
        path="/api/pages/{page}",
        name="page",
        about="A page: its text, its parts, its reports.",
        params=(in_path("page", "Id of a page."),),
        answer=PageView,
        ask=page,
    ),
)
