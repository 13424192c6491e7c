"""Questions across stories: search, who, figures, dates, what is new."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.numbers import instant
from dateline.archive.results import Known, RoleSeen, SearchResults, StorySummary
from dateline.archive.store import Archive
from dateline.desk.api.answers import MOST
from dateline.desk.api.operations import LIMIT, OFFSET, Asked, Operation, Param
from dateline.records import Figure, FigureRow, Happening, ReadReport, Record, Statement
from dateline.show.views import words_of
from dateline.text import Span


class Cited(Record, frozen=True, kw_only=True):
    """Where a fact stands: the report, and the words themselves."""

    report: str
    page: str
    outlet: str | None
    published: str | None
    url: str | None
    spans: Sequence[Span]
    words: str


class StatementFound(Record, frozen=True, kw_only=True):
    """A statement with its place and the speaker's name."""

    where: Cited
    speaker: str | None
    statement: Statement


class FigureFound(Record, frozen=True, kw_only=True):
    """A figure with its place."""

    where: Cited
    figure: Figure


class HappeningFound(Record, frozen=True, kw_only=True):
    """A dated happening with its place."""

    where: Cited
    happening: Happening


class WhoAnswer(Record, frozen=True, kw_only=True):
    """All the archive has on a name; namesakes are not told apart."""

    query: str
    names: Sequence[Known]
    roles: Sequence[RoleSeen]
    statements: Sequence[StatementFound]
    stories: Sequence[StorySummary]


class FigureList(Record, frozen=True, kw_only=True):
    """Figures, the newest report's first."""

    figures: Sequence[FigureFound]


class TimeList(Record, frozen=True, kw_only=True):
    """Dated happenings in order of time."""

    happenings: Sequence[HappeningFound]


class StoryNews(Record, frozen=True, kw_only=True):
    """What is new in one story."""

    summary: StorySummary
    new_story: bool
    reports: Sequence[Cited]
    copies: Sequence[str]
    statements: Sequence[StatementFound]
    figures: Sequence[FigureRow]
    to_come: Sequence[HappeningFound]


class Brief(Record, frozen=True, kw_only=True):
    """What is new per story, the latest change first."""

    since: str
    stories: Sequence[StoryNews]


def cited(read: ReadReport, spans: Sequence[Span]) -> Cited:
    """Return where a fact stands."""
    return Cited(
        report=read.report.id,
        page=read.page,
        outlet=read.report.outlet or read.report.agency,
        published=read.report.published,
        url=read.report.url,
        spans=tuple(spans),
        words=words_of(read.text, spans),
    )


def statement_found(read: ReadReport, index: int) -> StatementFound:
    """Return a statement of a report with its place."""
    statement = read.reading.statements[index]
    return StatementFound(
        where=cited(read, statement.content),
        speaker=read.reading.name_of(statement.speaker),
        statement=statement,
    )


def happening_found(read: ReadReport, index: int) -> HappeningFound:
    """Return a happening of a report with its place."""
    happening = read.reading.happenings[index]
    return HappeningFound(
        where=cited(read, [Span(happening.start, happening.end)]), happening=happening
    )


def search(archive: Archive, asked: Asked) -> SearchResults:
    """Search the archive."""
    return archive.search(
        asked.text("q", required=True),
        limit=asked.number("limit", 20, MOST),
        offset=asked.number("offset", 0, 10**9),
    )


def who(archive: Archive, asked: Asked) -> WhoAnswer:
    """Return all there is on a name."""
    found = archive.who(asked.text("name", required=True), limit=asked.number("limit", 50, MOST))
    return WhoAnswer(
        query=found.query,
        names=found.names,
        roles=found.roles,
        statements=[statement_found(item.read, item.index) for item in found.said],
        stories=found.stories,
    )


def figures(archive: Archive, asked: Asked) -> FigureList:
    """Return figures whose measure has all the words."""
    found = archive.figures(
        asked.text("measure"),
        unit=asked.text("unit") or None,
        story=asked.text("story") or None,
        limit=asked.number("limit", 50, MOST),
    )
    return FigureList(
        figures=[
            FigureFound(
                where=cited(item.read, [Span(item.figure.start, item.figure.end)]),
                figure=item.figure,
            )
            for item in found
        ]
    )


def _day(archive: Archive, asked: Asked, name: str) -> str | None:
    moment = asked.moment(archive, name)
    return moment.date().isoformat() if moment else None


def times(archive: Archive, asked: Asked) -> TimeList:
    """Return dated happenings that begin in a span of time."""
    found = archive.times(
        since=_day(archive, asked, "since"),
        until=_day(archive, asked, "until"),
        story=asked.text("story") or None,
        limit=asked.number("limit", 100, MOST),
    )
    return TimeList(happenings=[happening_found(item.read, item.index) for item in found])


def brief(archive: Archive, asked: Asked) -> Brief:
    """Return what is new per story since an instant."""
    moment = asked.moment(archive, "since", "yesterday")
    since = instant(moment) if moment else archive.now()
    return Brief(
        since=since,
        stories=[
            StoryNews(
                summary=item.summary,
                new_story=item.new_story,
                reports=[cited(read, read.report.evidence.headline) for read in item.reports],
                copies=item.copies,
                statements=[statement_found(said.read, said.index) for said in item.said],
                figures=item.figures,
                to_come=[happening_found(dated.read, dated.index) for dated in item.to_come],
            )
            for item in archive.brief(since, limit=asked.number("limit", 20, 50))
        ],
    )


_STORY = Param(name="story", about="Only in the story of this id.")

OPERATIONS = (
    Operation(
        path="/api/search",
        name="search",
        about="Reports that a query of the archive's language finds, newest first.",
        params=(Param(name="q", about="The query.", required=True), LIMIT, OFFSET),
        answer=SearchResults,
        ask=search,
    ),
    Operation(
        path="/api/who",
        name="who",
        about="What someone said, in which roles, in which stories.",
        params=(Param(name="name", about="A name or part of it.", required=True), LIMIT),
        answer=WhoAnswer,
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
        ),
        answer=TimeList,
        ask=times,
    ),
    Operation(
        path="/api/brief",
        name="brief",
        about="What is new per story: reports, statements, figures that changed, dates ahead.",
        params=(Param(name="since", about="An instant, a date, `yesterday`, `7d`."), LIMIT),
        answer=Brief,
        ask=brief,
    ),
)
