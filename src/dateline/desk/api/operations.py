"""What the API can be asked: one table from which routes and their description are made."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.store import Archive
from dateline.desk.api.answers import JSON, MOST, tagged
from dateline.desk.state import desk_of
from dateline.errors import InputError
from dateline.records import Record


class Param(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter of the query string, or (``path``) of the path."""

    name: str
    about: str
    type: Literal["string", "integer", "boolean"] = "string"
    required: bool = False
    path: bool = False


class Asked:
    """The parameters of one request."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.base = str(request.base_url).rstrip("/")
        """The desk's own address."""

    def path(self, name: str) -> str:
        """Return a parameter of the path."""
        value: str = self._request.path_params[name]
        return value

    def text(self, name: str, *, required: bool = False) -> str:
        """Return a parameter, empty when it is not given; raises InputError when it must be."""
        value = self._request.query_params.get(name, "").strip()
        if required and not value:
            raise InputError(name, "this parameter is missing.")
        return value

    def number(self, name: str, default: int, most: int) -> int:
        """Return a whole number from 0 to ``most``; raises InputError for anything else."""
        value = self.text(name)
        if not value:
            return default
        if not value.isascii() or not value.isdecimal() or len(value) > 9 or int(value) > most:
            raise InputError(name, f"{value!r} is no whole number from 0 to {most}.")
        return int(value)

    def flag(self, name: str) -> bool:
        """Return whether a switch is set (``true`` or ``1``)."""
        return self.text(name).casefold() in ("true", "1", "yes")

    def moment(self, archive: Archive, name: str, default: str = "") -> datetime.datetime | None:
        """Return the instant of a word of time; raises InputError when it is none."""
        word = self.text(name) or default
        if not word:
            return None
        interval = archive.interval(word)
        if interval is None:
            raise InputError(name, f"{word!r} is no time.", remedy="Write 2031-05-04 or 7d.")
        return interval[0]

    def next(self, offset: int, more: bool) -> str | None:
        """Return the address of the list's next part."""
        if not more:
            return None
        url = self._request.url.include_query_params(offset=offset)
        return f"{url.path}?{url.query}"


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One question: where it is asked, with which parameters, and the answer's shape."""

    path: str
    name: str
    about: str
    params: tuple[Param, ...] = ()
    answer: type[Record]
    ask: Callable[[Archive, Asked], Record]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A question whose answer is a document of another standard."""

    path: str
    name: str
    about: str
    params: tuple[Param, ...] = ()
    media_type: str
    ask: Callable[[Archive, Asked], bytes]
    file: str | None = None
    """The name under which it is kept as a file."""


LIMIT = Param(name="limit", about=f"The most to return, up to {MOST}.", type="integer")
OFFSET = Param(name="offset", about="How many to pass over.", type="integer")


def in_path(name: str, about: str) -> Param:
    """Return a parameter of the path."""
    return Param(name=name, about=about, required=True, path=True)


def route_of(operation: Operation | Document) -> Route:
    """Return the route of a question."""

    def answer(request: Request) -> Response:
        archive, asked = desk_of(request).archive, Asked(request)
        if isinstance(operation, Operation):
            return tagged(request, msgspec.json.encode(operation.ask(archive, asked)), JSON)
        body = operation.ask(archive, asked)
        return tagged(request, body, operation.media_type, operation.file)

    return Route(operation.path, answer, name=operation.name)
