"""What keeps the desk safe: who may ask, how much they may send, what a page may do.

The desk shows pages from anywhere, and other web sites are open in the same browser. So a page
may load and run the desk's own files alone; the desk answers only to its own names (a foreign
name that resolves to this machine is refused); and a form must come from the desk itself.
"""

from __future__ import annotations

import functools
import hashlib
import hmac
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.desk.api.answers import is_for_programs, problem
from dateline.desk.state import DeskSettings, desk_of
from dateline.errors import InputError

Endpoint = Callable[[Request], Response]

TOKEN_COOKIE = "dateline-token"
SESSION_COOKIE = "dateline-session"
_YEAR = 365 * 24 * 3600

HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer": with it browsers send forms without their origin.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class TooLargeError(Exception):
    """A request carries more than is allowed."""


class Safety:
    """Middleware (ASGI) that lets in who may ask and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, settings: DeskSettings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        desk_of(request).laying_out.hold()
        refusal = self._refusal(request)

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "private, no-cache")
            await send(message)

        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        limit = self._settings.upload_limit
        taken = 0

        async def measured() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise TooLargeError
            return message

        try:
            await self._app(scope, measured, guarded)
        except TooLargeError:
            await self._too_large(request)(scope, receive, guarded)

    def _too_large(self, request: Request) -> Response:
        limit = self._settings.upload_limit // (1024 * 1024)
        return _told(
            request,
            413,
            f"This is more than the desk takes at once ({limit} MiB). "
            "Read it with `dateline add` instead.",
        )

    def _refusal(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if _name_of(host) not in self._settings.hosts:
            return _told(
                request,
                421,
                "The desk does not answer to this name. Open it by the address it printed "
                "when it started, or name the host with --name.",
            )
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._settings.upload_limit:
            return self._too_large(request)
        if self._settings.token is not None and (answer := self._asked_token(request)) is not None:
            return answer
        if request.method not in ("GET", "HEAD", "OPTIONS") and not _from_here(request, host):
            return _told(request, 403, "This form was not sent by the desk itself.")
        return None

    def _asked_token(self, request: Request) -> Response | None:
        """Return None for a visitor who has shown the token, else what they are told."""
        token = self._settings.token or ""
        scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
        shown = bearer if scheme.casefold() == "bearer" else request.cookies.get(TOKEN_COOKIE, "")
        if hmac.compare_digest(shown.encode(), token.encode()):
            return None
        asked = request.query_params.get("token")
        if asked is not None and hmac.compare_digest(asked.encode(), token.encode()):
            # The token must not stay in the address bar, in bookmarks and in logs.
            clean = request.url.remove_query_params("token")
            answer = RedirectResponse(clean.path + (f"?{clean.query}" if clean.query else ""), 303)
            answer.set_cookie(TOKEN_COOKIE, token, max_age=_YEAR, httponly=True, samesite="strict")
            return answer
        refused = _told(
            request,
            401,
            "This desk asks for a token. Open the address it printed when it started, "
            "or send the header `Authorization: Bearer TOKEN`.",
        )
        refused.headers["www-authenticate"] = "Bearer"
        return refused


def _told(request: Request, status: int, said: str) -> Response:
    """Tell a program of a refusal as a problem, and people in plain words."""
    if is_for_programs(request):
        return problem(request, status, said)
    return PlainTextResponse(said, status_code=status)


def _name_of(host: str) -> str:
    """Return a Host header's name without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].casefold()


def _from_here(request: Request, host: str) -> bool:
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def session_of(request: Request) -> str:
    """Return the visitor's session, a new one for who has none."""
    known = request.cookies.get(SESSION_COOKIE)
    if known:
        return known
    fresh: str = getattr(request.state, "session", "") or secrets.token_urlsafe(18)
    request.state.session = fresh
    return fresh


def csrf_of(request: Request) -> str:
    """Return what the visitor's forms must carry to be accepted."""
    secret = desk_of(request).secret
    return hmac.new(secret, session_of(request).encode(), hashlib.sha256).hexdigest()


def keep_session(request: Request, response: Response) -> None:
    """Give a new visitor their session."""
    fresh: str = getattr(request.state, "session", "")
    if fresh:
        response.set_cookie(SESSION_COOKIE, fresh, httponly=True, samesite="strict")


def accepted(endpoint: Endpoint) -> Callable[[Request], object]:
    """Return an endpoint that runs in a thread, and for a form only if the desk gave it out.

    The form is in ``request.state.form`` by then.
    """

    @functools.wraps(endpoint)
    async def checked(request: Request) -> Response:
        if request.method == "POST":
            limit = desk_of(request).settings.upload_limit
            form = await request.form(max_part_size=limit)
            request.state.form = form
            shown = str(form.get("csrf", ""))
            if not hmac.compare_digest(shown.encode(), csrf_of(request).encode()):
                raise InputError(
                    "form",
                    "it has become too old. Go back, load the page again and send it once more.",
                )
        return await run_in_threadpool(endpoint, request)

    return checked
