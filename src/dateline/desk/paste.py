"""Paste or drop: pages in, their dossier out, kept in the archive if the reader wants it."""

from __future__ import annotations

import datetime

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.desk.jobs import Input, JobState
from dateline.desk.rendering import page_response, story_url
from dateline.desk.state import desk_of
from dateline.errors import InputError
from dateline.show.html import html_of
from dateline.show.packaged import asset, script_hash

_MOST_FILES = 200


def paste(request: Request) -> Response:
    """Show the form."""
    desk = desk_of(request)
    return page_response(
        request,
        "paste.html",
        title="Paste or drop",
        fetching=desk.settings.fetching,
        megabytes=desk.settings.upload_limit // (1024 * 1024),
    )


def _date_in(form: FormData) -> str | None:
    value = str(form.get("published", "")).strip()
    if not value:
        return None
    try:
        datetime.datetime.fromisoformat(value)
    except ValueError:
        raise InputError(
            "published", f"{value!r} is no date.", remedy="Write it like 2031-05-04."
        ) from None
    return value


def _inputs(request: Request) -> list[Input]:
    form = request.state.form
    assert isinstance(form, FormData)
    published = _date_in(form)
    inputs: list[Input] = []
    text = form.get("text", "")
    if isinstance(text, str) and text.strip():
        # Browsers send line ends as CR LF, whatever was pasted.
        data = text.replace("\r\n", "\n").encode()
        inputs.append(Input(name="pasted text", data=data, published=published))
    for item in form.getlist("files")[:_MOST_FILES]:
        if isinstance(item, UploadFile) and item.filename:
            inputs.append(Input(name=item.filename, data=item.file.read(), published=published))
    for url in str(form.get("urls", "")).split():
        if not url.startswith(("http://", "https://")):
            raise InputError(url, "this is no web address.", remedy="It begins with https://.")
        if not desk_of(request).settings.fetching:
            raise InputError(url, "this desk does not fetch addresses.")
        inputs.append(Input(name=url, url=url, published=published))
    if not inputs:
        raise InputError(
            "paste", "there is nothing to read.", remedy="Paste text or choose a file."
        )
    return inputs


def begin(request: Request) -> Response:
    """Begin to read what was sent."""
    job = desk_of(request).jobs.begin(_inputs(request))
    return RedirectResponse(f"/job/{job}", 303)


def _state(request: Request) -> JobState:
    state = desk_of(request).jobs.state(request.path_params["job"])
    if state is None:
        raise HTTPException(404, "The desk no longer has this. Paste it again.")
    return state


def job(request: Request) -> Response:
    """Show how far the reading is, and what came of it."""
    state = _state(request)
    return page_response(
        request, "job.html", title="Reading" if not state.finished else "Read", state=state
    )


def progress(request: Request) -> Response:
    """Tell a script how far the reading is."""
    state = _state(request)
    told = {
        "done": state.opened + state.done,
        "of": state.inputs + state.pages,
        "told": state.told,
        "finished": state.finished,
    }
    return Response(msgspec.json.encode(told), media_type="application/json")


def dossier(request: Request) -> Response:
    """Show the dossier as the file it could be saved as."""
    state = _state(request)
    if state.dossiers is None:
        return RedirectResponse(f"/job/{state.id}", 303)
    # The file brings its own style and script along; nothing else may run in it.
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{script_hash(asset('dossier.js'))}'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return Response(
        html_of(state.dossiers),
        media_type="text/html",
        headers={"content-security-policy": policy},
    )


def keep(request: Request) -> Response:
    """Keep what was read in the archive."""
    desk = desk_of(request)
    state = _state(request)
    pages = desk.jobs.pages(state.id)
    desk.archive.add_many(pages)
    if len(pages) == 1 and pages[0].page.reports:
        placement = desk.archive.placement(pages[0].page.reports[0].id)
        return RedirectResponse(story_url(placement.story), 303)
    return RedirectResponse("/", 303)


ROUTES = [
    Route("/paste", paste),
    Route("/paste", begin, methods=["POST"]),
    Route("/job/{job}", job),
    Route("/job/{job}/progress", progress),
    Route("/job/{job}/dossier", dossier),
    Route("/job/{job}/keep", keep, methods=["POST"]),
]
