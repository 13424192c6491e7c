"""The agenda: dates ahead, as the archive's reports announce them."""

from __future__ import annotations

from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.results import Dated
from dateline.desk.rendering import page_response
from dateline.desk.state import desk_of
from dateline.records import Happening, PageSpan, Record, TimelineEntry
from dateline.show.timeline.ical import agenda_ical
from dateline.show.views import interval_label

_MOST = 400


class Announced(Record, frozen=True, kw_only=True):
    """A date ahead, with every report that announces it in the same words."""

    when: str
    lead: Dated
    others: tuple[Dated, ...]


def _interval(dated: Dated) -> tuple[str, str | None, str | None]:
    entry = dated.entry
    return dated.from_, dated.to, entry.precision


def announced(dates: tuple[Dated, ...]) -> tuple[Announced, ...]:
    """Return the dates in order of time; the same words for the same time stand once."""
    known: dict[tuple[str, str | None, str], list[Dated]] = {}
    for dated in dates:
        words = " ".join(dated.span.of(dated.read.text).casefold().split())
        known.setdefault((dated.from_, dated.to, words), []).append(dated)
    return tuple(
        Announced(when=interval_label(*_interval(lead)), lead=lead, others=tuple(others))
        for lead, *others in known.values()
    )


def _asked(request: Request) -> tuple[str, tuple[Dated, ...]]:
    """Return from which day on, and the dates that begin then, filtered by story and words."""
    archive = desk_of(request).archive
    asked = archive.interval(request.query_params.get("from", ""))
    since = asked[0].date().isoformat() if asked else archive.now()[:10]
    story = request.query_params.get("story") or None
    words = request.query_params.get("q", "").casefold().split()
    dates = archive.times(since=since, story=story, limit=_MOST)
    ahead = [
        item
        for item in dates
        if item.status != "past" and all(word in _text_around(item).casefold() for word in words)
    ]
    return since, tuple(ahead)


def _text_around(dated: Dated) -> str:
    """Return the words a filter looks at: the clause, who, where and the headline."""
    entry = dated.entry
    names: list[str] = [dated.read.report.headline or "", dated.span.of(dated.read.text)]
    if isinstance(entry, Happening):
        wanted = {*entry.who, *entry.where}
        reading = dated.read.reading
        names += [item.name for item in reading.people if item.id in wanted]
        names += [item.name for item in reading.organisations if item.id in wanted]
        names += [item.name for item in reading.places if item.id in wanted]
    return " ".join(names)


def agenda(request: Request) -> Response:
    """Show what is ahead, day by day."""
    since, dates = _asked(request)
    items = announced(dates)
    return page_response(
        request,
        "agenda.html",
        title="Agenda",
        since=since,
        days=[(when, list(group)) for when, group in groupby(items, key=lambda item: item.when)],
        filters={name: request.query_params.get(name, "") for name in ("q", "from")},
        again=str(request.url.query),
    )


def calendar(request: Request) -> Response:
    """Give the agenda as an iCalendar file."""
    since, dates = _asked(request)
    entries = [
        TimelineEntry(
            from_=item.lead.from_,
            to=item.lead.to,
            precision=item.lead.entry.precision,
            status=item.lead.entry.status
            if isinstance(item.lead.entry, Happening)
            else "scheduled",
            span=PageSpan(
                page=item.lead.read.page,
                report=item.lead.read.report.id,
                start=item.lead.span.start,
                end=item.lead.span.end,
            ),
        )
        for item in announced(dates)
    ]
    texts = {item.read.page: item.read.text for item in dates}
    return Response(
        agenda_ical(entries, texts, stamp=since),
        media_type="text/calendar",
        headers={"content-disposition": 'attachment; filename="agenda.ics"'},
    )


ROUTES = [Route("/agenda", agenda), Route("/agenda.ics", calendar)]
