"""Questions across stories: search, who, figures, dates, what is new."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.numbers import instant
from dateline.archive.results import Hit
from dateline.archive.store import Archive
from dateline.desk.api.operations import LIMIT, OFFSET, Asked, Operation, Param
from dateline.records import Record
from dateline.show.findings import (
    FigureFound,
    HappeningFound,
    StoryNews,
    WhoFound,
    figure_found,
    happening_found,
    news_of,
    who_found,
)

_MOST_NEWS = 50


class SearchAnswer(Record, frozen=True, kw_only=True):
    """Hits, newest first; ``total`` is counted up to a limit."""

    query: str
    hits: Sequence[Hit]
    total: int
    at_least: bool
    """Whether there are more than ``total``."""
    next: str | None


class FigureList(Record, frozen=True, kw_only=True):
    """Figures, the newest report's first."""

    figures: Sequence[FigureFound]
    next: str | None


class TimeList(Record, frozen=True, kw_only=True):
    """Dated happenings in order of time."""

    happenings: Sequence[HappeningFound]
    next: str | None


class Brief(Record, frozen=True, kw_only=True):
    """What is new per story, the latest change first."""

    since: str
    stories: Sequence[StoryNews]


def search(archive: Archive, asked: Asked) -> SearchAnswer:
    """Search the archive."""
    offset = asked.offset()
    found = archive.search(asked.text("q", required=True), limit=asked.limit(20), offset=offset)
    seen = offset + len(found.hits)
    return SearchAnswer(
        query=found.query,
        hits=found.hits,
        total=found.total,
        at_least=found.at_least,
        next=asked.next(seen, bool(found.hits) and (found.at_least or seen < found.total)),
    )


def who(archive: Archive, asked: Asked) -> WhoFound:
    """Return all there is on a name."""
    limit, offset = asked.limit(), asked.offset()
    found = archive.who(asked.text("name", required=True), limit=limit, offset=offset)
    said = sum(name.statements for name in found.names)
    return who_found(found, asked.next(offset + limit, offset + limit < said))


def figures(archive: Archive, asked: Asked) -> FigureList:
    """Return figures whose measure has all the words."""
    limit, offset = asked.limit(), asked.offset()
    found = archive.figures(
        asked.text("measure"),
        unit=asked.text("unit") or None,
        story=asked.text("story") or None,
        limit=limit + 1,
        offset=offset,
    )
    return FigureList(
        figures=[figure_found(item) for item in found[:limit]],
        next=asked.next(offset + limit, len(found) > limit),
    )


def _day(archive: Archive, asked: Asked, name: str) -> str | None:
    moment = asked.moment(archive, name)
    return moment.date().isoformat() if moment else None


def times(archive: Archive, asked: Asked) -> TimeList:
    """Return dated happenings that begin in a span of time."""
    limit, offset = asked.limit(), asked.offset()
    found = archive.times(
        since=_day(archive, asked, "since"),
        until=_day(archive, asked, "until"),
        story=asked.text("story") or None,
        limit=limit + 1,
        offset=offset,
    )
    return TimeList(
        happenings=[happening_found(item) for item in found[:limit]],
        next=asked.next(offset + limit, len(found) > limit),
    )


def brief(archive: Archive, asked: Asked) -> Brief:
    """Return what is new per story since an instant."""
    moment = asked.moment(archive, "since", "yesterday")
    since = instant(moment) if moment else archive.now()
    found = archive.brief(since, limit=asked.limit(20, _MOST_NEWS))
    return Brief(since=since, stories=[news_of(item) for item in found])


_STORY = Param(name="story", about="Only in the story of this id.")

OPERATIONS = (
    Operation(
        path="/api/search",
        name="search",
        about="Reports that a query of the archive's language finds, newest first.",
        params=(Param(name="q", about="The query.", required=True), LIMIT, OFFSET),
        answer=SearchAnswer,
        ask=search,
    ),
    Operation(
        path="/api/who",
        name="who",
        about="What someone said, in which roles, in which stories.",
        params=(Param(name="name", about="A name or part of it.", required=True), LIMIT, OFFSET),
        answer=WhoFound,
        ask=who,
    ),
    Operation(
        path="/api/figures",
        name="figures",
        about="Figures by what they measure, the newest report's first.",
        params=(
            Param(name="measure", about="Words of what is measured."),
            Param(name="unit", about="`percent`, an ISO 4217 code, a noun."),
            _STORY,
            LIMIT,
            OFFSET,
        ),
        answer=FigureList,
        ask=figures,
    ),
    Operation(
        path="/api/times",
        name="times",
        about="Dated happenings that begin in a span of time.",
        params=(
            Param(name="since", about="First day."),
            Param(name="until", about="The day after the last."),
            _STORY,
            LIMIT,
            OFFSET,
        ),
        answer=TimeList,
        ask=times,
    ),
    Operation(
        path="/api/brief",
        name="brief",
        about="What is new per story: reports, statements, figures that changed, dates ahead.",
        params=(
            Param(name="since", about="An instant, a date, `yesterday` (unless given), `7d`."),
            Param(
                name="limit",
                about=f"The most stories to return, up to {_MOST_NEWS}.",
                type="integer",
                least=1,
                most=_MOST_NEWS,
            ),
        ),
        answer=Brief,
        ask=brief,
    ),
)
