"""Setting things right by hand: split, merge, rename, mark as read."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.archive.edits import Edit, MarkRead, Merge, Rename, Split
from dateline.desk.rendering import story_url
from dateline.desk.state import desk_of
from dateline.errors import InputError


def _done(request: Request, edit: Edit) -> Response:
    stories = desk_of(request).archive.edit(edit).stories
    return RedirectResponse(story_url(stories[-1] if isinstance(edit, Split) else stories[0]), 303)


def _form(request: Request) -> FormData:
    form = request.state.form
    assert isinstance(form, FormData)
    return form


def split(request: Request) -> Response:
    """Take the chosen reports out of a story."""
    story = request.path_params["story"]
    reports = tuple(str(value) for value in _form(request).getlist("report"))
    if not reports:
        raise InputError("split", "choose the reports that do not belong to this story first.")
    return _done(request, Split(story=story, reports=reports))


def merge(request: Request) -> Response:
    """Join another story to this one."""
    story = request.path_params["story"]
    other = _story_in(str(_form(request).get("other", "")))
    if not other or other == story:
        raise InputError("merge", "name another story, by its id or the address of its page.")
    return _done(request, Merge(stories=(story, other)))


def _story_in(words: str) -> str:
    """Return the story id of an id or of the address of a story's page."""
    path = urlsplit(words.strip()).path
    return unquote(path.rpartition("/story/")[2]) if "/story/" in path else words.strip()


def rename(request: Request) -> Response:
    """Give a story a headline of one's own, or its reports' headline again."""
    headline = " ".join(str(_form(request).get("headline", "")).split()) or None
    return _done(request, Rename(story=request.path_params["story"], headline=headline))


def read(request: Request) -> Response:
    """Mark a story as read or unread."""
    done = str(_form(request).get("read", "yes")) == "yes"
    return _done(request, MarkRead(story=request.path_params["story"], read=done))


ROUTES = [
    Route("/story/{story}/split", split, methods=["POST"]),
    Route("/story/{story}/merge", merge, methods=["POST"]),
    Route("/story/{story}/rename", rename, methods=["POST"]),
    Route("/story/{story}/read", read, methods=["POST"]),
]
