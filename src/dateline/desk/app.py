"""The desk as an ASGI application."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Sequence
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.store import Archive
from dateline.desk import agenda, assets, edits, front, names, paste, report, search, story
from dateline.desk.api import routes as api
from dateline.desk.api.answers import is_for_programs, problem
from dateline.desk.rendering import page_response
from dateline.desk.safety import HEADERS, Safety, accepted
from dateline.desk.state import Desk, DeskSettings
from dateline.errors import ArchiveError, DatelineError, EditError, InputError, SetupError

PAGES = (front, search, story, report, names, agenda, paste, edits, api, assets)
"""The modules that hold pages, each with its ``ROUTES``."""
_QUICK = 4
"""How hard pages are compressed: half of the time of the most, for a twentieth more bytes."""


def desk_app(archive: Archive, settings: DeskSettings | None = None) -> Starlette:
    """Return the desk over an archive, which the caller closes when the desk has ended."""
    settings = settings or DeskSettings()
    desk = Desk(archive, settings)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            desk.close()

    app = Starlette(
        routes=[route for module in PAGES for route in guarded(module.ROUTES)],
        middleware=[
            Middleware(Safety, settings=settings),
            Middleware(GZipMiddleware, compresslevel=_QUICK),
        ],
        exception_handlers={DatelineError: _told, HTTPException: _not_found, Exception: _broken},
        lifespan=lifespan,
    )
    app.state.desk = desk
    return app


def guarded(routes: Sequence[Route]) -> list[Route]:
    """Return routes that run in threads and accept the forms the desk gave out alone."""
    return [
        Route(route.path, accepted(route.endpoint), methods=list(route.methods or ()))
        for route in routes
    ]


def _told(request: Request, error: Exception) -> Response:
    status = 500
    if isinstance(error, ArchiveError):
        there = "there is no such" not in str(error)
        status = (400 if isinstance(error, EditError) else 503) if there else 404
    elif isinstance(error, InputError):
        status = 400
    elif isinstance(error, SetupError):
        status = 501
    return _error_page(request, status, str(error))


def _not_found(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = "There is no such page on the desk." if error.status_code == 404 else error.detail
    return _error_page(request, error.status_code, said)


def _broken(request: Request, error: Exception) -> Response:
    response = _error_page(
        request, 500, f"Something unexpected went wrong ({type(error).__name__})."
    )
    # This answer does not pass through the middleware.
    response.headers.update(HEADERS)
    return response


def _error_page(request: Request, status: int, said: str) -> Response:
    if is_for_programs(request):
        return problem(request, status, said)
    title = HTTPStatus(status).phrase
    return page_response(request, "error.html", title=title, status=status, said=said)
