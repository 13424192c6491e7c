"""What an archive found, with the words and their place beside every fact.

The API and the server for assistants give these, so that whoever asks can cite without reading
the page again.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.results import (
    Dated,
    FigureSeen,
    Known,
    RoleSeen,
    Said,
    StoryBrief,
    StorySummary,
    Who,
)
from dateline.records import (
    Dossier,
    Figure,
    FigureRow,
    Happening,
    ReadReport,
    Record,
    Statement,
    StatementRef,
)
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
    """As the report names them."""
    statement: Statement
    copies: Sequence[tuple[str, int]] = ()
    """The same words in other reports of the story: report and number."""
    called: str | None = None
    """How the speaker is shown, where a hand has set that right."""


class FigureFound(Record, frozen=True, kw_only=True):
    """A figure with its place and the words of what it measures."""

    where: Cited
    measure: str
    speaker: str | None
    figure: Figure


class HappeningFound(Record, frozen=True, kw_only=True):
    """A dated happening with its place."""

    where: Cited
    happening: Happening


class WhoFound(Record, frozen=True, kw_only=True):
    """All the archive has on a name; namesakes are not told apart."""

    query: str
    names: Sequence[Known]
    roles: Sequence[RoleSeen]
    statements: Sequence[StatementFound]
    stories: Sequence[StorySummary]
    next: str | None = None


class StoryNews(Record, frozen=True, kw_only=True):
    """What is new in one story."""

    summary: StorySummary
    new_story: bool
    reports: Sequence[Cited]
    copies: Sequence[str]
    """Those of the reports that are copies of others."""
    statements: Sequence[StatementFound]
    figures: Sequence[FigureRow]
    to_come: Sequence[HappeningFound]


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


def headline_of(read: ReadReport) -> Cited:
    """Return a report by its headline, or by the first lines of its body when it has none."""
    return cited(read, read.report.evidence.headline or read.report.body[:1])


def statement_found(
    read: ReadReport,
    index: int,
    copies: Sequence[tuple[str, int]] = (),
    called: str | None = None,
) -> StatementFound:
    """Return a statement of a report with its place."""
    statement = read.reading.statements[index]
    speaker = read.reading.name_of(statement.speaker)
    return StatementFound(
        where=cited(read, statement.content),
        speaker=speaker,
        statement=statement,
        copies=copies,
        called=called if called != speaker else None,
    )


def said_found(said: Said) -> StatementFound:
    """Return a statement of someone with its place."""
    return statement_found(said.read, said.index, called=said.called)


def figure_found(seen: FigureSeen) -> FigureFound:
    """Return a figure with its place."""
    read, figure = seen.read, seen.figure
    statements = read.reading.statements
    said = figure.statement is not None and figure.statement < len(statements)
    return FigureFound(
        where=cited(read, [Span(figure.start, figure.end)]),
        measure=words_of(read.text, figure.measure),
        speaker=read.reading.name_of(statements[figure.statement or 0].speaker) if said else None,
        figure=figure,
    )


def happening_found(dated: Dated) -> HappeningFound:
    """Return a happening with its place."""
    happening = dated.read.reading.happenings[dated.index]
    return HappeningFound(where=cited(dated.read, [dated.span]), happening=happening)


def who_found(who: Who, next: str | None = None) -> WhoFound:
    """Return what there is on a name, each statement with its place."""
    return WhoFound(
        query=who.query,
        names=who.names,
        roles=who.roles,
        statements=[said_found(item) for item in who.said],
        stories=who.stories,
        next=next,
    )


def news_of(brief: StoryBrief) -> StoryNews:
    """Return what is new in a story, each fact with its place."""
    return StoryNews(
        summary=brief.summary,
        new_story=brief.new_story,
        reports=[headline_of(read) for read in brief.reports],
        copies=brief.copies,
        statements=[said_found(said) for said in brief.said],
        figures=brief.figures,
        to_come=[happening_found(dated) for dated in brief.to_come],
    )


def statements_of(
    dossier: Dossier, refs: Sequence[StatementRef], reads: Sequence[ReadReport]
) -> tuple[StatementFound, ...]:
    """Return statements of a story, the same words once, each with its place."""
    by_id = {read.report.id: read for read in reads}
    speakers = (*dossier.people, *dossier.organisations)
    called = {speaker.id: speaker.name for speaker in speakers if speaker.by_hand}
    return tuple(
        statement_found(by_id[ref.report], ref.index, ref.copies, called.get(ref.speaker or ""))
        for ref in refs
        if ref.report in by_id
    )
