"""The report page: the source as it was read, with every fact marked; original bytes; changes."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dateline.archive.store import Archive
from dateline.desk.citing import asked_spans, words_cited
from dateline.desk.rendering import page_response, report_url
from dateline.desk.state import desk_of
from dateline.errors import ArchiveError
from dateline.records import ReadReport, Report
from dateline.show import views
from dateline.show.html import cited
from dateline.show.html.segments import Fact, parts_of
from dateline.story.versions import changes


def _fact_url(fact: Fact, shown: str) -> str:
    """Return where a fact of a page is told: here, or on the page of the report it is of."""
    return f"{'' if fact.report == shown else report_url(fact.report)}#{fact.id}"


def _begin_of(report: Report) -> int:
    """Return where a report begins on its page, which may be far down."""
    spans = report.evidence.headline or report.body
    return min((span.start for span in spans), default=0)


def report(request: Request) -> Response:
    """Show a report beside the text of its page."""
    archive = desk_of(request).archive
    read = archive.read_report(request.path_params["report"])
    page = archive.page(read.page)
    info = archive.page_info(read.page)
    reads = archive.read_reports([item.id for item in page.reports])
    placement = archive.placement(read.report.id)
    asked = asked_spans(request.query_params.get("at", ""), len(page.text))
    return page_response(
        request,
        "report.html",
        title=read.report.headline or "Report",
        read=read,
        page=page,
        info=info,
        placement=placement,
        others=[other for other in reads if other.report.id != read.report.id],
        parts=parts_of(page, [item.reading for item in reads], asked),
        asked=asked,
        cited=cited,
        anchor=lambda page, start: f"c{start}",
        fact_url=lambda fact: _fact_url(fact, read.report.id),
        begins=_begin_of(read.report),
        set_apart=views.set_apart(page),
    )


def citation(request: Request) -> Response:
    """Give words of a report as a citation to paste."""
    archive = desk_of(request).archive
    read = archive.read_report(request.path_params["report"])
    spans = asked_spans(request.query_params.get("at", ""), len(read.text))
    if not spans:
        raise HTTPException(400, "Which words? Name them like ?at=318-347 or ?at=318-347,360-380.")
    page, info = archive.page(read.page), archive.page_info(read.page)
    return PlainTextResponse(words_cited(read, page, info, spans))


def original(request: Request) -> Response:
    """Give the bytes the page was read from, as a file that no browser runs."""
    page = request.path_params["page"]
    data = desk_of(request).archive.original(page)
    if data is None:
        raise HTTPException(404, "The bytes this page was read from were not kept.")
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{_file_name(page)}"'},
    )


def _file_name(page: str) -> str:
    return re.sub(r"[^\w.-]", "-", page, flags=re.ASCII) + ".bin"


def _first_report(archive: Archive, page: str) -> ReadReport:
    reports = archive.page(page).reports
    if not reports:
        raise ArchiveError(f"{page}: there is no such report: the page has none.")
    return archive.read_report(reports[0].id)


def page_changes(request: Request) -> Response:
    """Show what changed in an article against the version, or the report, before it."""
    archive = desk_of(request).archive
    page = request.path_params["page"]
    new = _first_report(archive, page)
    info = archive.page_info(page)
    earlier = info.version_of
    if earlier is not None:
        old = _first_report(archive, earlier)
    else:
        before = archive.placement(new.report.id).version_of
        if before is None:
            raise ArchiveError(f"{page}: there is no such earlier version of it in the archive.")
        old = archive.read_report(before)
    return page_response(
        request,
        "changes.html",
        title=f"What changed: {new.report.headline or 'a report'}",
        old=old,
        new=new,
        changes=changes(old, new),
        before=earlier is not None and archive.page_info(earlier).version_of is not None,
        after=info.newer,
    )


ROUTES = [
    Route("/report/{report}", report),
    Route("/report/{report}/citation", citation),
    Route("/page/{page}/original", original),
    Route("/page/{page}/changes", page_changes),
]
