"""What the API can be asked: one table from which routes and their description are made."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.store import Archive
from dateline.desk.api.answers import JSON, MOST, preferred, tagged, unchanged
from dateline.desk.state import desk_of
from dateline.errors import InputError
from dateline.records import Record

_DEEPEST = 1_000_000


class Param(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter of the query string, or (``path``) of the path."""

    name: str
    about: str
    type: Literal["string", "integer", "boolean"] = "string"
    required: bool = False
    path: bool = False
    least: int | None = None
    most: int | None = None
    among: tuple[str, ...] = ()


class Asked:
    """The parameters of one request."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.base = str(request.base_url).rstrip("/")
        """The desk's own address."""
        self.more: str | None = None
        """Where the list goes on, when the answer itself cannot say so."""

    def path(self, name: str) -> str:
        """Return a parameter of the path."""
        value: str = self._request.path_params[name]
        return value

    def text(self, name: str, *, required: bool = False) -> str:
        """Return a parameter, empty when it is not given; raises InputError when it must be."""
        value = self._request.query_params.get(name, "").strip()
        if required and not value:
            raise InputError(
                name, "this parameter is missing.", remedy=f"Add `{name}=` to the address."
            )
        return value

    def one_of(self, name: str, known: Sequence[str]) -> str:
        """Return one of the words known, the first when none is given; raises InputError."""
        value = self.text(name) or known[0]
        if value not in known:
            raise InputError(name, f"{value!r} is none of {', '.join(known)}.")
        return value

    def number(self, name: str, default: int, most: int, least: int = 0) -> int:
        """Return a whole number within bounds; raises InputError for anything else."""
        value = self.text(name)
        if not value:
            return default
        whole = value.isascii() and value.isdecimal() and len(value) <= 9
        if not whole or not least <= int(value) <= most:
            raise InputError(name, f"{value!r} is no whole number from {least} to {most}.")
        return int(value)

    def limit(self, default: int = 50, most: int = MOST) -> int:
        """Return how many items are asked for."""
        return self.number("limit", default, most, 1)

    def offset(self) -> int:
        """Return how many items are to be passed over."""
        return self.number("offset", 0, _DEEPEST)

    def flag(self, name: str) -> bool:
        """Return whether a switch is set; raises InputError for an unknown word."""
        return self.one_of(name, ("false", "true", "0", "1")) in ("true", "1")

    def moment(self, archive: Archive, name: str, default: str = "") -> datetime.datetime | None:
        """Return the instant of a word of time; raises InputError when it is none."""
        word = self.text(name) or default
        if not word:
            return None
        interval = archive.interval(word)
        if interval is None:
            raise InputError(
                name, f"{word!r} is no time.", remedy="Write 2031-05-04, yesterday or 7d."
            )
        return interval[0]

    def next(self, offset: int, more: bool) -> str | None:
        """Return the address of the list's next part."""
        if not more or offset > _DEEPEST:
            return None
        url = self._request.url.include_query_params(offset=offset)
        return f"{url.path}?{url.query}"


Stamp = Callable[[Archive, Asked], str | None]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """Another form in which an answer can be had: by ``?format=`` or by its media type."""

    name: str
    media_type: str
    ask: Callable[[Archive, Asked], bytes]


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One question: where it is asked, with which parameters, and the answer's shape."""

    path: str
    name: str
    about: str
    params: tuple[Param, ...] = ()
    answer: type[Record]
    ask: Callable[[Archive, Asked], Record]
    forms: tuple[Form, ...] = ()
    changed: Stamp | None = None
    """When what the answer is made of last changed, where the archive keeps that."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A question whose answer is a document of another standard."""

    path: str
    name: str
    about: str
    params: tuple[Param, ...] = ()
    media_type: str
    ask: Callable[[Archive, Asked], bytes]
    changed: Stamp | None = None
    file: str | None = None
    """The name under which it is kept as a file."""


LIMIT = Param(
    name="limit", about=f"The most to return, up to {MOST}.", type="integer", least=1, most=MOST
)
OFFSET = Param(
    name="offset", about="How many to pass over.", type="integer", least=0, most=_DEEPEST
)


def in_path(name: str, about: str) -> Param:
    """Return a parameter of the path."""
    return Param(name=name, about=about, required=True, path=True)


def _body(operation: Operation, request: Request) -> tuple[Callable[[Archive, Asked], bytes], str]:
    """Return what makes the body in the form that is asked for, and its media type."""

    def own(archive: Archive, asked: Asked) -> bytes:
        return msgspec.json.encode(operation.ask(archive, asked))

    if not operation.forms:
        return own, JSON
    name = request.query_params.get("format")
    form = None
    if name is None:
        # A form that is plain JSON too is had by its name alone.
        others = {item.media_type: item for item in operation.forms if item.media_type != JSON}
        form = others.get(preferred(request.headers.get("accept", ""), [JSON, *others]))
    elif name != "json":
        form = next((item for item in operation.forms if item.name == name), None)
        if form is None:
            known = ", ".join(["json", *(item.name for item in operation.forms)])
            raise InputError("format", f"{name!r} is none of {known}.")
    return (own, JSON) if form is None else (form.ask, form.media_type)


def route_of(operation: Operation | Document) -> Route:
    """Return the route of a question."""

    def answer(request: Request) -> Response:
        archive, asked = desk_of(request).archive, Asked(request)
        changed = operation.changed(archive, asked) if operation.changed else None
        if changed is not None and (known := unchanged(request, changed)) is not None:
            return known
        if isinstance(operation, Document):
            body = operation.ask(archive, asked)
            response = tagged(request, body, operation.media_type, changed, operation.file)
            if asked.more is not None:
                response.headers["link"] = f'<{asked.more}>; rel="next"'
            return response
        made, media_type = _body(operation, request)
        response = tagged(request, made(archive, asked), media_type, changed)
        if operation.forms:
            response.headers["vary"] = "accept"
        return response

    return Route(operation.path, answer, name=operation.name)
