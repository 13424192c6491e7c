"""All routes of the API, and the page that describes it to people."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.desk.api import feeds, questions, reports, stories, tables
from dateline.desk.api.answers import JSON, tagged
from dateline.desk.api.openapi import description
from dateline.desk.api.operations import Document, Operation, route_of
from dateline.desk.rendering import page_response

OPERATIONS: tuple[Operation | Document, ...] = (
    *stories.OPERATIONS,
    *reports.OPERATIONS,
    *questions.OPERATIONS,
    *tables.OPERATIONS,
    *feeds.OPERATIONS,
)
_DESCRIPTION = description(OPERATIONS)


def openapi(request: Request) -> Response:
    """Return the API's description."""
    return tagged(request, _DESCRIPTION, JSON)


def about(request: Request) -> Response:
    """Describe the API to people."""
    return page_response(request, "api.html", title="API", operations=OPERATIONS)


ROUTES = [
    Route("/openapi.json", openapi),
    Route("/api", about),
    *(route_of(item) for item in OPERATIONS),
]
