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
from dateline.story.byhand import NOBODY, NamesByHand
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


def speeches_of(
    name: str, said: Sequence[Said], by_hand: NamesByHand = NOBODY
) -> tuple[Speech, ...]:
    """Return what those who answer to the name said, copies folded."""
    reads = {item.read.report.id: item.read for item in said}
    speeches: list[Speech] = []
    for spoken in said_by(name, list(reads.values()), by_hand):
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
    archive = desk_of(request).archive
    by_hand = archive.names_by_hand()
    found = archive.who(name, limit=_MOST_SAID)
    return page_response(
        request,
        "person.html",
        title=name,
        status=200 if found.names else 404,
        name=name,
        shown=by_hand.shown("person", name) or by_hand.shown("organisation", name),
        things=[known for known in found.names if known.kind != "place"],
        found=found,
        speeches=speeches_of(name, found.said, by_hand),
        figures=figures_given(found.said),
        most_said=_MOST_SAID,
        roles=sorted(found.roles, key=lambda role: role.published or "", reverse=True),
        namesakes=_namesakes(found),
    )


def _namesakes(found: Who) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known.name for known in found.names))


class _Called:
    """Tells which places of reports bear a name, or one that is the same by hand."""

    def __init__(self, name: str, by_hand: NamesByHand) -> None:
        self._name = name.casefold()
        self._thing = by_hand.thing("place", name)
        self._by_hand = by_hand

    def __call__(self, place: Place) -> bool:
        thing = self._thing
        return place.name.casefold() == self._name or (
            thing is not None and self._by_hand.thing("place", place.name) is thing
        )


def _reads_about(archive: Archive, name: str) -> tuple[ReadReport, ...]:
    quoted = name.replace('"', " ")
    hits = archive.search(f'place:"{quoted}"', limit=_MOST_REPORTS).hits
    return archive.read_reports([hit.report for hit in hits])


def _where(reads: Sequence[ReadReport], is_called: _Called) -> tuple[Where, ...]:
    """Return where the name lies according to the reports, the most usual first."""
    found: dict[tuple[str | None, float, float], list[Place]] = {}
    for read in reads:
        for place in read.reading.places:
            if is_called(place) and place.lat is not None and place.lon is not None:
                key = (place.country, place.lat, place.lon)
                found.setdefault(key, []).append(place)
    return tuple(
        Where(place=places[0], reports=len(places))
        for places in sorted(found.values(), key=len, reverse=True)
    )


def _happened(reads: Sequence[ReadReport], is_called: _Called) -> tuple[Happened, ...]:
    """Return dated happenings at the place, the newest first."""
    found: list[Happened] = []
    for read in reads:
        ids = {place.id for place in read.reading.places if is_called(place)}
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
    by_hand = archive.names_by_hand()
    is_called = _Called(name, by_hand)
    where = _where(reads, is_called)
    found = archive.who(name, limit=1)
    return page_response(
        request,
        "place.html",
        title=name,
        status=200 if reads else 404,
        name=name,
        shown=by_hand.shown("place", name),
        things=[known for known in found.names if known.kind == "place"],
        reads=reads,
        where=where,
        map_drawing=map_drawing(
            [item.place for item in where],
            href=lambda item: search_url(f'place:"{item.name}"'),
        ),
        most_reports=_MOST_REPORTS,
        happened=_happened(reads, is_called),
        stories=found.stories,
    )


ROUTES = [
    Route("/person", speaker),
    Route("/organisation", speaker),
    Route("/place", place),
]
