"""Pages from templates: every value escaped, every page with the same frame and helpers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache, partial
from importlib import resources
from urllib.parse import quote, quote_plus

from jinja2 import ChoiceLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline import __version__
from dateline.desk.safety import csrf_of, keep_session
from dateline.records import NameKind, PageSpan
from dateline.show import views
from dateline.show.dates import day_label
from dateline.show.links import text_fragment
from dateline.show.packaged import asset
from dateline.text import Span

_FOLDER = resources.files(__package__ or "")


_path = lru_cache(maxsize=4096)(partial(quote, safe=""))
_value = lru_cache(maxsize=4096)(quote_plus)


def story_url(story: str) -> str:
    """Return the address of a story's page."""
    return f"/story/{_path(story)}"


def report_url(report: str, start: int | None = None, end: int | None = None) -> str:
    """Return the address of a report's page, at an offset of its source text.

    Words that are no fact of a reading are marked there only when ``end`` is given too.
    """
    address = f"/report/{_path(report)}"
    if start is None:
        return address
    return f"{address}#c{start}" if end is None else f"{address}?at={start}-{end}#c{start}"


def words_url(where: PageSpan) -> str:
    """Return the address of the words of a span."""
    return report_url(where.report, where.start)


def person_url(name: str) -> str:
    """Return the address of a person's page."""
    return name_url("person", name)


def organisation_url(name: str) -> str:
    """Return the address of an organisation's page."""
    return name_url("organisation", name)


def place_url(name: str) -> str:
    """Return the address of a place's page."""
    return name_url("place", name)


def name_url(kind: NameKind, name: str) -> str:
    """Return the address of the page of a name."""
    return f"/{kind}?name={_value(name)}"


def search_url(query: str) -> str:
    """Return the address of a search."""
    return f"/search?q={_value(query)}"


def public_url(url: str | None) -> str | None:
    """Return an address that a page may link to: http or https, or None."""
    return url if url is not None and url.startswith(("http://", "https://")) else None


# What a page says hundreds of times is a function: a macro takes three times as long.


def cite(report: str, spans: Sequence[Span], words: str) -> Markup:
    """Return words as a link to where they stand in their report."""
    address = escape(report_url(report, spans[0].start))
    return Markup(f'<a class="fact" href="{address}">{escape(words)}</a>')


@lru_cache(maxsize=4096)
def day(iso: str | None) -> Markup:
    """Return a date as it is read, with the one machines read."""
    if not iso:
        return Markup("date not known")
    return Markup(f'<time datetime="{escape(iso)}">{escape(day_label(iso))}</time>')


def count(number: int, one: str, many: str) -> str:
    """Return how many there are of what: ``1,200 reports``."""
    return f"{number:,} {one if number == 1 else many}"


def _own(name: str) -> str | None:
    found = _FOLDER.joinpath("templates", name)
    return found.read_text("utf-8") if found.is_file() else None


@cache
def templates() -> Environment:
    """Return the desk's templates; all values are escaped, a missing one is an error."""
    environment = Environment(
        loader=ChoiceLoader([FunctionLoader(_own), FunctionLoader(asset)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        Span=Span,
        cite=cite,
        count=count,
        day=day,
        views=views,
        text_fragment=text_fragment,
        story_url=story_url,
        report_url=report_url,
        words_url=words_url,
        person_url=person_url,
        organisation_url=organisation_url,
        place_url=place_url,
        search_url=search_url,
        public_url=public_url,
        version=__version__,
        drawn=Markup,
    )
    return environment


def page_response(
    request: Request, template: str, *, title: str, status: int = 200, **values: object
) -> HTMLResponse:
    """Return a page of the desk.

    ``drawn`` marks a string of Dateline's own SVG as safe; all else is escaped.
    """
    html = templates().get_template(template).render(
        title=title, csrf=csrf_of(request), at=request.url.path, query=values.pop("query", ""),
        **values,
    )  # fmt: skip
    response = HTMLResponse(html, status_code=status)
    keep_session(request, response)
    return response
