"""Pages of people, organisations and places: all the archive has on a name."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dateline.archive.results import Said, Who
from dateline.archive.store import Archive
from dateline.desk.rendering import page_response, search_url
from dateline.desk.state import desk_of
from dateline.records import Place, ReadReport, Record
from dateline.show.dates import when_of
from dateline.show.map import map_drawing
from dateline.show.views import FigureLine, StatementLine, figure_line, statement_line
from dateline.story.who import said_by
from dateline.text import Span

_MOST_SAID = 150
_MOST_REPORTS = 40


class Saying(Record, frozen=True, kw_only=True):
    """A statement with every outlet's cut of it, the earliest report first."""

    cuts: tuple[tuple[ReadReport, StatementLine], ...]


class Speech(Record, frozen=True, kw_only=True):
    """What someone of the name said, newest first."""

    name: str
    variants: tuple[str, ...]
    sayings: tuple[Saying, ...]


class Given(Record, frozen=True, kw_only=True):
    """A figure someone gave, as the newest report has it."""

    read: ReadReport
    line: FigureLine
    others: tuple[ReadReport, ...]
    """The other reports of it."""


class Where(Record, frozen=True, kw_only=True):
    """A place as reports resolve it."""

    place: Place
    reports: int


class Happened(Record, frozen=True, kw_only=True):
    """A happening of a report."""

    read: ReadReport
    span: Span
    when: str
    from_: str | None
    status: str
    superseded: bool


def _name_in(request: Request) -> str:
    return " ".join(request.query_params.get("name", "").split())


def speeches_of(name: str, said: Sequence[Said]) -> tuple[Speech, ...]:
    """Return what those who answer to the name said, copies folded."""
    reads = {item.read.report.id: item.read for item in said}
    speeches: list[Speech] = []
    for spoken in said_by(name, list(reads.values())):
        sayings: list[Saying] = []
        for ref in reversed(spoken.sayings):
            cuts = [
                (reads[report], index) for report, index in ((ref.report, ref.index), *ref.copies)
            ]
            sayings.append(
                Saying(
                    cuts=tuple(
                        (
                            read,
                            statement_line(read.reading.statements[index], read.reading, read.text),
                        )
                        for read, index in cuts
                    )
                )
            )
        if sayings:
            speeches.append(
                Speech(
                    name=spoken.speaker.name,
                    variants=tuple(
                        other for other in spoken.speaker.variants if other != spoken.speaker.name
                    ),
                    sayings=tuple(sayings),
                )
            )
    return tuple(sorted(speeches, key=lambda speech: -len(speech.sayings)))


def figures_given(said: Sequence[Said]) -> tuple[Given, ...]:
    """Return the figures that stand in statements, the same figure of several reports once."""
    found: dict[tuple[str, ...], list[tuple[ReadReport, FigureLine]]] = {}
    for item in said:
        for figure in item.read.reading.figures:
            if figure.statement == item.index:
                line = figure_line(figure, item.read.reading, item.read.text)
                key = (line.value, line.measure.casefold(), line.subject.casefold())
                found.setdefault(key, []).append((item.read, line))
    return tuple(
        Given(
            read=reads[0][0],
            line=reads[0][1],
            others=tuple({read.report.id: read for read, _ in reads[1:]}.values()),
        )
        for reads in found.values()
    )


def speaker(request: Request) -> Response:
    """Show a person or an organisation: roles, what they said and how outlets cut it, stories."""
    name = _name_in(request)
    if not name:
        return RedirectResponse("/", 303)
    found = desk_of(request).archive.who(name, limit=_MOST_SAID)
    return page_response(
        request,
        "person.html",
        title=name,
        status=200 if found.names else 404,
        name=name,
        found=found,
        speeches=speeches_of(name, found.said),
        figures=figures_given(found.said),
        most_said=_MOST_SAID,
        roles=sorted(found.roles, key=lambda role: role.published or "", reverse=True),
        namesakes=_namesakes(found),
    )


def _namesakes(found: Who) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known.name for known in found.names))


def _called(place: Place, name: str) -> bool:
    return place.name.casefold() == name.casefold()


def _reads_about(archive: Archive, name: str) -> tuple[ReadReport, ...]:
    quoted = name.replace('"', " ")
    hits = archive.search(f'place:"{quoted}"', limit=_MOST_REPORTS).hits
    return archive.read_reports([hit.report for hit in hits])


def _where(reads: Sequence[ReadReport], name: str) -> tuple[Where, ...]:
    """Return where the name lies according to the reports, the most usual first."""
    found: dict[tuple[str | None, float, float], list[Place]] = {}
    for read in reads:
        for place in read.reading.places:
            if _called(place, name) and place.lat is not None and place.lon is not None:
                key = (place.country, place.lat, place.lon)
                found.setdefault(key, []).append(place)
    return tuple(
        Where(place=places[0], reports=len(places))
        for places in sorted(found.values(), key=len, reverse=True)
    )


def _happened(reads: Sequence[ReadReport], name: str) -> tuple[Happened, ...]:
    """Return dated happenings at the place, the newest first."""
    found: list[Happened] = []
    for read in reads:
        ids = {place.id for place in read.reading.places if _called(place, name)}
        found += [
            Happened(
                read=read,
                span=Span(item.start, item.end),
                when=when_of(item),
                from_=item.from_,
                status=item.status,
                superseded=item.superseded,
            )
            for item in read.reading.happenings
            if ids & set(item.where)
        ]
    return tuple(sorted(found, key=lambda item: item.from_ or "", reverse=True))


def place(request: Request) -> Response:
    """Show a place: where it lies, what happened there, its stories and reports."""
    name = _name_in(request)
    if not name:
        return RedirectResponse("/", 303)
    archive = desk_of(request).archive
    reads = _reads_about(archive, name)
    where = _where(reads, name)
    return page_response(
        request,
        "place.html",
        title=name,
        status=200 if reads else 404,
        name=name,
        reads=reads,
        where=where,
        map_drawing=map_drawing(
            [item.place for item in where],
            href=lambda item: search_url(f'place:"{item.name}"'),
        ),
        most_reports=_MOST_REPORTS,
        happened=_happened(reads, name),
        stories=archive.who(name, limit=1).stories,
    )


ROUTES = [
    Route("/person", speaker),
    Route("/organisation", speaker),
    Route("/place", place),
]
