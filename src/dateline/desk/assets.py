"""The desk's own style sheets and scripts, served from the package."""

from __future__ import annotations

from functools import cache
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.show.packaged import asset

_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_SHARED = ("dossier.css", "dossier.js")
"""What the desk has in common with a dossier kept as a file."""


@cache
def _file(name: str) -> bytes | None:
    if name in _SHARED:
        return asset(name).encode()
    found = resources.files(__package__ or "").joinpath("static", name)
    return found.read_bytes() if "/" not in name and found.is_file() else None


def static_file(request: Request) -> Response:
    """Return a packaged file; the address carries Dateline's version, so it may be kept."""
    name = request.path_params["name"]
    data = _file(name)
    kind = _TYPES.get(name.rpartition(".")[2])
    if data is None or kind is None:
        raise HTTPException(404)
    return Response(data, media_type=kind, headers={"cache-control": "public, max-age=86400"})


ROUTES = [Route("/static/{name}", static_file)]
