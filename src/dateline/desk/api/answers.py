"""How the API answers: bodies with an entity tag, and problems in one form (RFC 9457)."""

from __future__ import annotations

import hashlib
from http import HTTPStatus

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from dateline.records import Record

JSON = "application/json"
PROBLEM = "application/problem+json"
MOST = 200
"""The longest list one answer holds."""

_PREFIXES = ("/api/", "/feeds/", "/openapi.json")


class Problem(Record, frozen=True, kw_only=True):
    """What went wrong, and what to do."""

    type: str
    title: str
    status: int
    detail: str
    instance: str


def is_for_programs(request: Request) -> bool:
    """Tell whether a program asks, to whom problems are told as JSON."""
    return request.url.path.startswith(_PREFIXES)


def problem(request: Request, status: int, detail: str) -> Response:
    """Return a problem."""
    told = Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.url.path,
    )
    return Response(msgspec.json.encode(told), status_code=status, media_type=PROBLEM)


def tagged(request: Request, body: bytes, media_type: str, name: str | None = None) -> Response:
    """Return a body with its entity tag; nothing but "not modified" to who has it already.

    ``name`` makes it a file to keep.
    """
    tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    known = {item.strip() for item in request.headers.get("if-none-match", "").split(",")}
    headers = {"etag": tag}
    if known & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    if name is not None:
        headers["content-disposition"] = f'attachment; filename="{name}"'
    return Response(body, media_type=media_type, headers=headers)
