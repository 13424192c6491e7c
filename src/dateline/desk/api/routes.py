"""All routes of the API, and the page that describes it to people."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.store import Archive
from dateline.desk.api import feeds, questions, reports, stories, tables
from dateline.desk.api.answers import JSON, tagged
from dateline.desk.api.openapi import description
from dateline.desk.api.operations import Document, Operation, route_of
from dateline.desk.rendering import page_response
from dateline.desk.state import desk_of

_GROUPS: tuple[tuple[str, tuple[Operation | Document, ...]], ...] = (
    ("Stories", stories.OPERATIONS),
    ("Reports and pages", reports.OPERATIONS),
    ("Across stories", questions.OPERATIONS),
    ("Tables", tables.OPERATIONS),
    ("Feeds", feeds.OPERATIONS),
)
OPERATIONS = tuple(item for _, group in _GROUPS for item in group)
_DESCRIPTION = description(OPERATIONS)


def openapi(request: Request) -> Response:
    """Return the API's description."""
    return tagged(request, _DESCRIPTION, JSON)


def _example(archive: Archive) -> dict[str, str]:
    """Return a story, a report and a page to try the addresses with, if there are any."""
    newest = archive.stories(order="published", limit=1)
    if not newest:
        return {}
    read = archive.story(newest[0].id).reads[-1]
    return {"story": newest[0].id, "report": read.report.id, "page": read.page}


def about(request: Request) -> Response:
    """Describe the API to people."""
    example = _example(desk_of(request).archive)

    def address(item: Operation | Document) -> str | None:
        """Return where to try it, None when it asks for words that only the visitor knows."""
        wanted = [param for param in item.params if param.required]
        known = all(param.path and param.name in example for param in wanted)
        return item.path.format(**example) if known else None

    return page_response(request, "api.html", title="API", groups=_GROUPS, address=address)


ROUTES = [
    Route("/openapi.json", openapi),
    Route("/api", about),
    *(route_of(item) for item in OPERATIONS),
]
