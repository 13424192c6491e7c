"""What counts as new: everything added since the visit before this one, by the browser's cookie."""

from __future__ import annotations

import datetime

from starlette.requests import Request
from starlette.responses import Response

from dateline.archive.numbers import instant, moment_of
from dateline.desk.state import desk_of

_COOKIE = "dateline-visit"
_PAUSE = datetime.timedelta(minutes=30)
_YEAR = 365 * 24 * 3600


def since_of(request: Request) -> str | None:
    """Return the instant from which things are new to this visitor, None on the first visit.

    ``?since=`` names another one: ``yesterday``, ``7d``, a date.
    """
    archive = desk_of(request).archive
    asked = request.query_params.get("since", "").strip()
    if asked:
        interval = archive.interval(asked)
        if interval is not None:
            return instant(interval[0])
    since, last = _kept(request)
    now = moment_of(archive.now())
    before = moment_of(last)
    if now is None or before is None:
        return None
    return last if now - before > _PAUSE else since or None


def keep_visit(request: Request, response: Response) -> None:
    """Remember this visit with the visitor's browser; nothing is kept in the archive."""
    archive = desk_of(request).archive
    since, last = _kept(request)
    now, before = moment_of(archive.now()), moment_of(last)
    if now is not None and before is not None and now - before > _PAUSE:
        since = last
    response.set_cookie(
        _COOKIE, f"{since}|{archive.now()}", max_age=_YEAR, httponly=True, samesite="strict"
    )


def _kept(request: Request) -> tuple[str, str]:
    since, _, last = request.cookies.get(_COOKIE, "").partition("|")
    return (since if moment_of(since) else ""), (last if moment_of(last) else "")
