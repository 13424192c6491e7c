"""Setting things right by hand: stories split, merged, renamed, marked as read; names made one."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.archive.edits import (
    Apart,
    Call,
    MarkRead,
    Merge,
    NameEdit,
    Rename,
    Same,
    Split,
    StoryEdit,
)
from dateline.desk.rendering import name_url, story_url
from dateline.desk.state import desk_of
from dateline.errors import InputError
from dateline.records import NameKind


def _done(request: Request, edit: StoryEdit) -> Response:
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


_KINDS: dict[str, NameKind] = {
    "person": "person",
    "organisation": "organisation",
    "place": "place",
}


def _words(request: Request, field: str) -> str:
    return " ".join(str(_form(request).get(field, "")).split())


def _meant(request: Request) -> tuple[NameKind, str]:
    """Return the kind and the name that a form is about."""
    kind, _, name = _words(request, "of").partition(":")
    if kind not in _KINDS or not name:
        raise InputError("names", "choose who or what is meant first.")
    return _KINDS[kind], name


def _named(request: Request, edit: NameEdit, name: str | None = None) -> Response:
    names = desk_of(request).archive.edit(edit).names
    return RedirectResponse(name_url(edit.kind, name or names[0]), 303)


def same(request: Request) -> Response:
    """Make one of two names."""
    kind, name = _meant(request)
    other = _words(request, "other")
    if not other:
        raise InputError("same", "write the other name in full, as the archive shows it.")
    return _named(request, Same(kind=kind, names=(name, other)))


def apart(request: Request) -> Response:
    """Let a name stand for itself again, and show it."""
    kind, name = _meant(request)
    return _named(request, Apart(kind=kind, name=name), name)


def call(request: Request) -> Response:
    """Give somebody or something a name of one's own, or its own again."""
    kind, name = _meant(request)
    return _named(request, Call(kind=kind, name=name, called=_words(request, "called") or None))


ROUTES = [
    Route("/story/{story}/split", split, methods=["POST"]),
    Route("/story/{story}/merge", merge, methods=["POST"]),
    Route("/story/{story}/rename", rename, methods=["POST"]),
    Route("/story/{story}/read", read, methods=["POST"]),
    Route("/names/same", same, methods=["POST"]),
    Route("/names/apart", apart, methods=["POST"]),
    Route("/names/call", call, methods=["POST"]),
]
