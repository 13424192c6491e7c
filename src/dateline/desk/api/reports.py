"""Questions about one report, in several standards' forms, and about one page."""

from __future__ import annotations

import msgspec

from dateline.archive.store import Archive
from dateline.desk.api.answers import JSON
from dateline.desk.api.operations import Asked, Document, Form, Operation, Param, in_path
from dateline.errors import ArchiveError
from dateline.records import ReadReport
from dateline.show.annotations import annotation_collection
from dateline.show.document import PageView, ReportView, page_view, report_view
from dateline.show.jsonld import NewsArticle, news_article
from dateline.show.ninjs import ninjs_item

LD = "application/ld+json"
ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'


def report(archive: Archive, asked: Asked) -> ReportView:
    """Return a report with what was read from it."""
    read = archive.read_report(asked.path("report"))
    return report_view(read.report, read.reading)


def page(archive: Archive, asked: Asked) -> PageView:
    """Return a page: its text, parts and reports."""
    found = archive.page(asked.path("page"))
    reads = archive.read_reports([item.id for item in found.reports])
    return page_view(found, {read.report.id: read.reading for read in reads})


def page_text(archive: Archive, asked: Asked) -> bytes:
    """Return the text that all offsets of a page are of."""
    return archive.page(asked.path("page")).text.encode("utf-8", "replace")


def original(archive: Archive, asked: Asked) -> bytes:
    """Return the bytes a page was read from."""
    data = archive.original(asked.path("page"))
    if data is None:
        raise ArchiveError(
            f"{asked.path('page')}: there is no such original: the bytes were not kept. "
            "The text that was read from them is at `text`."
        )
    return data


def page_added(archive: Archive, asked: Asked) -> str:
    """Return when the page was added: it never changes after."""
    return archive.page_info(asked.path("page")).added


def _annotations_url(asked: Asked, report: str) -> str:
    return f"{asked.base}/api/reports/{report}/annotations"


def article_of(archive: Archive, asked: Asked, read: ReadReport, *, alone: bool) -> NewsArticle:
    """Return a report as schema.org has it, with its links to the desk's annotations."""
    return news_article(
        read,
        language=archive.page(read.page).language,
        placement=archive.placement(read.report.id),
        annotations=_annotations_url(asked, read.report.id),
        alone=alone,
    )


def jsonld(archive: Archive, asked: Asked) -> bytes:
    """Return a report as schema.org JSON-LD."""
    read = archive.read_report(asked.path("report"))
    return msgspec.json.encode(article_of(archive, asked, read, alone=True))


def web_annotations(archive: Archive, asked: Asked) -> bytes:
    """Return a report's facts as W3C Web Annotations."""
    read = archive.read_report(asked.path("report"))
    return msgspec.json.encode(
        annotation_collection(
            read,
            id=_annotations_url(asked, read.report.id),
            source=f"{asked.base}/api/pages/{read.page}/text",
            language=archive.page(read.page).language,
        )
    )


def ninjs(archive: Archive, asked: Asked) -> bytes:
    """Return a report as IPTC ninjs."""
    read = archive.read_report(asked.path("report"))
    added = archive.page_info(read.page).added
    language = archive.page(read.page).language
    return msgspec.json.encode(ninjs_item(read, added=added, language=language))


_REPORT = in_path("report", "Id of a report.")
_PAGE = in_path("page", "Id of a page.")
_FORMS = (
    Form(name="jsonld", media_type=LD, ask=jsonld),
    Form(name="annotations", media_type=ANNOTATIONS, ask=web_annotations),
    Form(name="ninjs", media_type=JSON, ask=ninjs),
)
_ABOUT = {
    "jsonld": "A report as schema.org NewsArticle with Quotations and Claims.",
    "annotations": "A report's facts as W3C Web Annotations.",
    "ninjs": "A report as IPTC ninjs 3.0.",
}

OPERATIONS: tuple[Operation | Document, ...] = (
    Operation(
        path="/api/reports/{report}",
        name="report",
        about="A report with what was read from it; other forms by `format` or by Accept.",
        params=(
            _REPORT,
            Param(
                name="format",
                about="The form of the answer, whatever is accepted.",
                among=("json", *(form.name for form in _FORMS)),
            ),
        ),
        answer=ReportView,
        ask=report,
        forms=_FORMS,
    ),
    *(
        Document(
            path=f"/api/reports/{{report}}/{form.name}",
            name=f"report-{form.name}",
            about=_ABOUT[form.name],
            params=(_REPORT,),
            media_type=form.media_type,
            ask=form.ask,
        )
        for form in _FORMS
    ),
    Operation(
        path="/api/pages/{page}",
        name="page",
        about="A page: its text, its parts, its reports.",
        params=(_PAGE,),
        answer=PageView,
        ask=page,
        changed=page_added,
    ),
    Document(
        path="/api/pages/{page}/text",
        name="page-text",
        about="The text that all offsets of a page are of.",
        params=(_PAGE,),
        media_type="text/plain; charset=utf-8",
        ask=page_text,
        changed=page_added,
    ),
    Document(
        path="/api/pages/{page}/original",
        name="page-original",
        about="The bytes a page was read from, as a file.",
        params=(_PAGE,),
        media_type="application/octet-stream",
        ask=original,
        changed=page_added,
        file="original.bin",
    ),
)
