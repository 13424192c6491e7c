"""The front page: what an analyst opens in the morning."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.desk.rendering import page_response
from dateline.desk.state import desk_of
from dateline.desk.visits import keep_visit, since_of
from dateline.records import FigureEntry, FigureRow
from dateline.show.values import value_of

_ORDERS = {"rank": "Ranked", "published": "Latest", "sources": "Most reported"}
_A_PAGE = 30


def query_of(values: Mapping[str, str]) -> str:
    """Return the archive's query for the filters of a form."""
    words = [values.get("q", "").strip()]
    for field in ("person", "place", "outlet"):
        if value := values.get(field, "").strip().replace('"', " "):
            words.append(f'{field}:"{value}"')
    for form, field in (("from", "since"), ("to", "until")):
        if value := values.get(form, "").strip().replace('"', " "):
            words.append(f"{field}:{value}")
    return " ".join(word for word in words if word)


def told_apart(row: FigureRow) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each amount of a row once, the least first, with the bases it is given on.

    Of "41", "41 people" and "at least 41 people" the fullest stands for all, and is bounded only
    where every report bounds it.
    """
    amounts: dict[tuple[float | None, ...], list[FigureEntry]] = {}
    for entry in row.entries:
        amounts.setdefault((entry.value, entry.low, entry.high), []).append(entry)
    shown = []
    for entries in amounts.values():
        fullest = min(entries, key=lambda entry: (entry.bound != "=", entry.unit is None))
        unit = next((entry.unit for entry in entries if entry.unit), None)
        bases = dict.fromkeys(entry.basis for entry in entries if entry.basis)
        value = value_of(replace(fullest, unit=fullest.unit or unit))
        shown.append((_amount(fullest), value, tuple(bases)))
    return tuple((value, bases) for _, value, bases in sorted(shown))


def _amount(entry: FigureEntry) -> float:
    return next((x for x in (entry.value, entry.low, entry.high) if x is not None), 0.0)


def front(request: Request) -> Response:
    """Show the stories, the highest first."""
    desk = desk_of(request)
    asked = request.query_params
    order = asked.get("order", "rank")
    order = order if order in _ORDERS else "rank"
    number = asked.get("page", "1")
    page = max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1
    filters = {
        name: asked.get(name, "") for name in ("q", "person", "place", "outlet", "from", "to")
    }
    since = since_of(request)
    lines = desk.archive.front(
        query_of(filters),
        order=order,
        since=since,
        limit=_A_PAGE + 1,
        offset=(page - 1) * _A_PAGE,
    )
    shown = lines[:_A_PAGE]
    desk.laying_out.wish([line.summary.id for line in shown if line.disputed is None])
    response = page_response(
        request,
        "front.html",
        title="Front page",
        lines=shown,
        told_apart=told_apart,
        order=order,
        orders=_ORDERS,
        filters=filters,
        filtered=any(filters.values()),
        since=since,
        page=page,
        more=len(lines) > _A_PAGE,
        link=_link_of(request),
    )
    keep_visit(request, response)
    return response


def _link_of(request: Request) -> object:
    def link(**changes: object) -> str:
        return str(request.url.include_query_params(**changes).query)

    return link


ROUTES = [Route("/", front)]
