"""Search, with the archive's own syntax."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.results import Hit
from dateline.desk.rendering import page_response
from dateline.desk.state import desk_of
from dateline.errors import InputError

_A_PAGE = 25
_ENDS = frozenset(".!?”’\"'…")


def pieces_of(hit: Hit) -> tuple[tuple[str, bool], ...]:
    """Return a hit's snippet cut at its marks: words, and whether they were asked for."""
    if hit.snippet is None:
        return ()
    pieces: list[tuple[str, bool]] = []
    at = hit.snippet.start
    for mark in hit.marks:
        if at <= mark.start and mark.end <= hit.snippet.end:
            pieces += [
                (_words(hit, at, mark.start), False),
                (_words(hit, mark.start, mark.end), True),
            ]
            at = mark.end
    pieces.append((_words(hit, at, hit.snippet.end), False))
    words = tuple(piece for piece in pieces if piece[0])
    # What is cut in the middle of a sentence says so.
    before = "… " if words and words[0][0][:1].islower() else ""
    after = "" if words and words[-1][0].rstrip()[-1:] in _ENDS else " …"
    cuts = ((before, False), *words, (after, False))
    return tuple(piece for piece in cuts if piece[0])


def _words(hit: Hit, start: int, end: int) -> str:
    first = hit.snippet.start if hit.snippet else 0
    return hit.snippet_text[start - first : end - first]


def search(request: Request) -> Response:
    """Show the reports a query finds, newest first."""
    query = request.query_params.get("q", "").strip()
    number = request.query_params.get("page", "1")
    page = max(int(number), 1) if number.isdecimal() and len(number) < 4 else 1
    results, said = None, ""
    if query:
        try:
            results = desk_of(request).archive.search(
                query, limit=_A_PAGE, offset=(page - 1) * _A_PAGE
            )
        except InputError as error:
            said = str(error)
    return page_response(
        request,
        "search.html",
        title=f"{query} – search" if query else "Search",
        status=400 if said else 200,
        query=query,
        results=results,
        said=said,
        page=page,
        a_page=_A_PAGE,
        pieces_of=pieces_of,
    )


ROUTES = [Route("/search", search)]
