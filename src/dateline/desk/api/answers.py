"""How the API answers: bodies with their stamps, and problems in one form (RFC 9457)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from email.utils import format_datetime, parsedate_to_datetime
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


def _second(changed: str) -> datetime.datetime:
    """Return an archive's stamp as HTTP tells it, rounded up: what is newer is never missed."""
    moment = datetime.datetime.fromisoformat(changed)
    whole = moment.replace(microsecond=0)
    return whole if whole == moment else whole + datetime.timedelta(seconds=1)


def unchanged(request: Request, changed: str) -> Response | None:
    """Return "not modified" when the visitor has the answer of that stamp (RFC 9110, 13.1.3).

    None when it has to be made: also within the second of the change, in which there may be more.
    """
    since = request.headers.get("if-modified-since")
    if since is None or "if-none-match" in request.headers:
        return None
    try:
        known = parsedate_to_datetime(since)
    except ValueError:
        return None
    stamp = _second(changed)
    if known.tzinfo is None or known < stamp:
        return None
    return Response(status_code=304, headers={"last-modified": format_datetime(stamp, usegmt=True)})


def tagged(
    request: Request,
    body: bytes,
    media_type: str,
    changed: str | None = None,
    name: str | None = None,
) -> Response:
    """Return a body with its entity tag; nothing but "not modified" to who has it already.

    ``changed`` is the archive's stamp of it; ``name`` makes it a file to keep.
    """
    tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    known = {item.strip() for item in request.headers.get("if-none-match", "").split(",")}
    headers = {"etag": tag}
    # A stamp of this very second could belong to a later change as well.
    if changed is not None and _second(changed) <= datetime.datetime.now(datetime.UTC):
        headers["last-modified"] = format_datetime(_second(changed), usegmt=True)
    if known & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    if name is not None:
        headers["content-disposition"] = f'attachment; filename="{name}"'
    return Response(body, media_type=media_type, headers=headers)


def _split(media_type: str) -> tuple[str, dict[str, str]]:
    name, *given = media_type.split(";")
    pairs = (item.partition("=") for item in given)
    return name.strip().casefold(), {
        key.strip().casefold(): value.strip().strip('"') for key, _, value in pairs
    }


def preferred(accept: str, offered: Sequence[str]) -> str:
    """Return which of the media types offered an Accept header asks for (RFC 9110, 12.5.1).

    The first is offered to whoever asks for none of them. A type with parameters is given only
    to who names them.
    """
    best, weight = offered[0], 0.0
    for item in accept.split(","):
        name, given = _split(item)
        try:
            q = float(given.pop("q", "1"))
        except ValueError:
            continue
        for offer in offered:
            if _split(offer) == (name, given) and q > weight:
                best, weight = offer, q
    return best
