"""The agenda: dates ahead, as the archive's reports announce them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dateline.archive.results import Dated
from dateline.desk.rendering import page_response
from dateline.desk.state import desk_of
from dateline.records import Happening, NameKind, PageSpan, Record, TimelineEntry
from dateline.show.dates import when_of
from dateline.show.timeline.ical import agenda_ical
from dateline.story.byhand import NamesByHand

_MOST = 400
_MOST_SEARCHED = 4000
"""Dates looked through at most for those that a filter wants."""
_NAMES = ("person", "place")


class Announced(Record, frozen=True, kw_only=True):
    """A date ahead, with every report that announces it in the same words."""

    when: str
    lead: Dated
    others: tuple[Dated, ...]
    superseded: bool
    """Whether a report says that this date no longer holds."""


def announced(dates: tuple[Dated, ...]) -> tuple[Announced, ...]:
    """Return the dates in order of time; the same words for the same time stand once."""
    known: dict[tuple[str, str | None, str], list[Dated]] = {}
    for dated in dates:
        words = " ".join(dated.span.of(dated.read.text).casefold().split())
        known.setdefault((dated.from_, dated.to, words), []).append(dated)
    return tuple(
        Announced(
            when=when_of(lead.entry),
            lead=lead,
            others=tuple(others),
            superseded=isinstance(lead.entry, Happening) and lead.entry.superseded,
        )
        for lead, *others in known.values()
    )


def _asked(request: Request) -> tuple[str, tuple[Dated, ...], bool]:
    """Return from which day on, the dates that begin then as filtered, and if there are more."""
    archive = desk_of(request).archive
    asked = archive.interval(request.query_params.get("from", ""))
    since = asked[0].date().isoformat() if asked else archive.now()[:10]
    story = request.query_params.get("story") or None
    wanted = {
        name: request.query_params.get(name, "").casefold().split() for name in ("q", *_NAMES)
    }
    by_hand = archive.names_by_hand()
    ahead: list[Dated] = []
    for offset in range(0, _MOST_SEARCHED, _MOST):
        dates = archive.times(since=since, story=story, limit=_MOST, offset=offset)
        ahead += [
            item
            for item in dates
            if item.status != "past" and _has(_words_around(item, by_hand), wanted)
        ]
        if len(dates) < _MOST:
            return since, tuple(ahead[:_MOST]), len(ahead) > _MOST
        if len(ahead) >= _MOST:
            break
    return since, tuple(ahead[:_MOST]), True


def _has(words: Mapping[str, str], wanted: Mapping[str, Sequence[str]]) -> bool:
    return all(word in words[name] for name, asked in wanted.items() for word in asked)


def _words_around(dated: Dated, by_hand: NamesByHand) -> Mapping[str, str]:
    """Return the words each filter looks at: who, where, and both with clause and headline.

    Names that are one by hand are all looked at.
    """
    entry, reading = dated.entry, dated.read.reading
    who, where = (entry.who, entry.where) if isinstance(entry, Happening) else ((), ())
    people = _names("person", [item.name for item in reading.people if item.id in who], by_hand)
    people += _names(
        "organisation", [item.name for item in reading.organisations if item.id in who], by_hand
    )
    places = _names("place", [item.name for item in reading.places if item.id in where], by_hand)
    clause = [dated.read.report.headline or "", dated.span.of(dated.read.text)]
    return {
        "person": " ".join(people).casefold(),
        "place": " ".join(places).casefold(),
        "q": " ".join([*clause, *people, *places]).casefold(),
    }


def _names(kind: NameKind, names: Sequence[str], by_hand: NamesByHand) -> list[str]:
    return [other for name in names for other in (name, *by_hand.names(kind, name))]


def agenda(request: Request) -> Response:
    """Show what is ahead, day by day."""
    since, dates, more = _asked(request)
    items = announced(dates)
    return page_response(
        request,
        "agenda.html",
        title="Agenda",
        since=since,
        days=[(when, list(group)) for when, group in groupby(items, key=lambda item: item.when)],
        filters={name: request.query_params.get(name, "") for name in ("q", *_NAMES, "from")},
        most=_MOST if more else 0,
        again=str(request.url.query),
    )


def calendar(request: Request) -> Response:
    """Give the agenda as an iCalendar file."""
    since, dates, _ = _asked(request)
    entries = [
        TimelineEntry(
            from_=item.lead.from_,
            to=item.lead.to,
            precision=item.lead.entry.precision,
            status=item.lead.entry.status
            if isinstance(item.lead.entry, Happening)
            else "scheduled",
            superseded=item.superseded,
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
