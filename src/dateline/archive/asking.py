"""Questions to an archive: who said what, which figures, which dates, what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from dateline.archive import schema as t
from dateline.archive.finding import figure_condition, reads_of
from dateline.archive.naming import ids_of, names_by_hand
from dateline.archive.query import FigureTest
from dateline.archive.results import (
    Dated,
    FigureSeen,
    Known,
    RoleSeen,
    Said,
    Spelling,
    StoryChanges,
    StorySummary,
    Who,
)
from dateline.archive.summaries import AnyRow, summary_of
from dateline.archive.words import terms_of
from dateline.records import NameKind, PageSpan, ReadReport
from dateline.story.byhand import NamesByHand

_MOST_NAMES = 20
_MOST_ROLES = 30
_MOST_STORIES = 20
_ORDERS = {
    "changed": t.story.c.change,
    "published": t.story.c.last,
    "sources": t.story.c.sources,
}


def story_lines(
    connection: Connection,
    *,
    order: str,
    limit: int,
    offset: int,
    since: str | None = None,
    min_sources: int = 0,
    unread: bool = False,
) -> tuple[StorySummary, ...]:
    """Return front-page lines, the highest in the order first."""
    column = _ORDERS[order]
    question = select(t.story).order_by(column.desc().nulls_last(), t.story.c.id)
    if since is not None:
        question = question.where(t.story.c.changed >= since)
    if min_sources:
        question = question.where(t.story.c.sources >= min_sources)
    if unread:
        question = question.where(t.story.c.change > t.story.c.read)
    rows = connection.execute(question.limit(limit).offset(offset))
    return tuple(summary_of(row) for row in rows)


def newest_headlines(connection: Connection, limit: int) -> tuple[tuple[str, str | None], ...]:
    """Return the ids and headlines of the stories with the newest reports, newest first."""
    rows = connection.execute(
        select(t.story.c.id, t.story.c.name, t.story.c.headline)
        .order_by(_ORDERS["published"].desc().nulls_last(), t.story.c.id)
        .limit(limit)
    )
    return tuple((id, name or headline) for id, name, headline in rows)


def _word_conditions(column: ColumnElement[str], words: str) -> list[ColumnElement[bool]]:
    return [column.contains(f" {term} ", autoescape=True) for term in terms_of(words)]


class _Found(NamedTuple):
    """Who or what answers to a name: one name, or several that are one by hand."""

    kind: NameKind
    shown: str
    reports: int
    newest: int
    """The newest report that has one of its names."""
    names: tuple[AnyRow, ...]
    by_hand: bool


def who_of(connection: Connection, name: str, limit: int, offset: int = 0) -> Who:
    """Return all there is on a name; every word of it must be in one of the names found.

    ``offset`` statements are passed over.
    """
    if not terms_of(name):
        return Who(query=name, names=(), roles=(), said=(), stories=())
    by_hand = names_by_hand(connection)
    found = _found(connection, name, by_hand)
    ids = [row.id for one in found for row in one.names]
    counted = connection.execute(
        select(t.statement.c.speaker, func.count().label("times"))
        .where(t.statement.c.speaker.in_(ids))
        .group_by(t.statement.c.speaker)
    )
    speeches = {row.speaker: row.times for row in counted}
    newest = [one.newest for one in found]
    dated = connection.execute(
        select(t.report.c.seq, t.report.c.published).where(t.report.c.seq.in_(newest))
    )
    dates = {row.seq: row.published for row in dated}
    said = connection.execute(
        select(t.statement.c.report, t.statement.c.number)
        .where(t.statement.c.speaker.in_(ids))
        .order_by(t.statement.c.report.desc(), t.statement.c.number)
        .limit(limit)
        .offset(offset)
    ).all()
    people = [row.id for one in found if one.kind == "person" for row in one.names]
    seen = connection.execute(
        select(t.mention.c.report, t.mention.c.number)
        .where(t.mention.c.name.in_(people))
        .order_by(t.mention.c.report.desc(), t.mention.c.number)
        .limit(limit)
    ).all()
    reads = reads_of(connection, sorted({row.report for row in (*said, *seen)}))
    return Who(
        query=name,
        names=tuple(_known(one, speeches, dates.get(one.newest)) for one in found),
        roles=_roles([(reads[row.report], row.number) for row in seen]),
        said=tuple(_said(reads[row.report], row.number, by_hand) for row in said),
        stories=_stories_with(connection, ids),
    )


def _found(connection: Connection, name: str, by_hand: NamesByHand) -> list[_Found]:
    """Return who and what answers to a name, those in the most reports first."""
    wanted = [f" {term} " for term in terms_of(name)]
    things = [
        thing
        for thing in by_hand.things
        if any(all(term in key for term in wanted) for key in thing.keys)
    ]
    ours = [id for thing in things for id in ids_of(thing)]
    others = _word_conditions(t.name.c.key, name)
    others += [t.name.c.id.not_in(ours)] if ours else []
    found = [
        _Found(_kind(row.kind), row.shown, row.reports, row.newest, (row,), by_hand=False)
        for row in _names_where(connection, others, _MOST_NAMES)
    ]
    for thing in things:
        ids = ids_of(thing)
        rows = _names_where(connection, [t.name.c.id.in_(ids)])
        if rows:
            reports = connection.scalar(
                select(func.count(func.distinct(t.mention.c.report))).where(
                    t.mention.c.name.in_(ids)
                )
            )
            newest = max(row.newest for row in rows)
            found.append(_Found(thing.kind, thing.shown, reports or 0, newest, rows, by_hand=True))
    return sorted(found, key=lambda one: (-one.reports, one.shown, one.kind))[:_MOST_NAMES]


def _names_where(
    connection: Connection, conditions: Sequence[ColumnElement[bool]], limit: int | None = None
) -> tuple[AnyRow, ...]:
    count = func.count(func.distinct(t.mention.c.report))
    rows = connection.execute(
        select(
            t.name.c.id, t.name.c.kind, t.name.c.shown, count.label("reports"),
            func.max(t.mention.c.report).label("newest"),
        )
        .join(t.mention, t.mention.c.name == t.name.c.id)
        .where(*conditions)
        .group_by(t.name.c.id, t.name.c.kind, t.name.c.shown)
        .order_by(count.desc(), t.name.c.shown, t.name.c.kind)
        .limit(limit)
    )  # fmt: skip
    return tuple(rows)


def _known(found: _Found, speeches: Mapping[int, int], last: str | None) -> Known:
    spellings = tuple(
        Spelling(name=row.shown, reports=row.reports, statements=speeches.get(row.id, 0))
        for row in found.names
    )
    return Known(
        name=found.shown,
        kind=found.kind,
        reports=found.reports,
        statements=sum(spelling.statements for spelling in spellings),
        last=last,
        by_hand=found.by_hand,
        spellings=spellings if found.by_hand else (),
    )


def _said(read: ReadReport, index: int, by_hand: NamesByHand) -> Said:
    speaker = read.reading.statements[index].speaker
    return Said(read=read, index=index, called=by_hand.speaker(read.reading, speaker))


def _kind(kind: str) -> NameKind:
    if kind == "person":
        return "person"
    return "organisation" if kind == "organisation" else "place"


def _roles(seen: Sequence[tuple[ReadReport, int]]) -> tuple[RoleSeen, ...]:
    """Return each role once, as the newest report has it, with the time of the oldest."""
    roles: dict[tuple[str, bool], RoleSeen] = {}
    for read, number in seen:
        for role in read.reading.people[number].roles:
            words = " ".join(read.text[role.start : role.end].split())
            where = PageSpan(page=read.page, report=read.report.id, start=role.start, end=role.end)
            published = read.report.published
            key = (words.casefold(), role.former)
            known = roles.get(key)
            if known is None:
                roles[key] = RoleSeen(
                    where=where, words=words, role=role, published=published, since=published
                )
            elif published is not None and published < (known.since or "9999"):
                roles[key] = msgspec.structs.replace(known, since=published)
    return tuple(roles.values())[:_MOST_ROLES]


def _stories_with(connection: Connection, names: Sequence[int]) -> tuple[StorySummary, ...]:
    newest = func.max(t.report.c.seq)
    stories = (
        select(t.report.c.story, newest.label("newest"))
        .join(t.mention, t.mention.c.report == t.report.c.seq)
        .where(t.mention.c.name.in_(names))
        .group_by(t.report.c.story)
        .order_by(newest.desc())
        .limit(_MOST_STORIES)
        .subquery()
    )
    rows = connection.execute(
        select(t.story)
        .join(stories, stories.c.story == t.story.c.id)
        .order_by(stories.c.newest.desc())
    )
    return tuple(summary_of(row) for row in rows)


def figures_of(
    connection: Connection,
    *,
    measure: str,
    tests: Sequence[FigureTest],
    unit: str | None,
    story: str | None,
    limit: int,
    offset: int = 0,
) -> tuple[FigureSeen, ...]:
    """Return figures, newest report first, whose measure has all the words."""
    conditions: list[ColumnElement[bool]] = [
        *_word_conditions(t.figure.c.measure, measure),
        *map(figure_condition, tests),
    ]
    if unit is not None:
        conditions.append(t.figure.c.unit == unit.casefold())
    question = select(t.figure.c.report, t.figure.c.number).where(*conditions)
    if story is not None:
        question = question.join(t.report, t.report.c.seq == t.figure.c.report).where(
            t.report.c.story == story
        )
    rows = connection.execute(
        question.order_by(t.figure.c.report.desc(), t.figure.c.number).limit(limit).offset(offset)
    ).all()
    reads = reads_of(connection, sorted({row.report for row in rows}))
    return tuple(FigureSeen(read=reads[row.report], index=row.number) for row in rows)


def times_of(
    connection: Connection,
    *,
    since: str | None,
    until: str | None,
    story: str | None,
    kinds: Sequence[str],
    limit: int,
    offset: int = 0,
) -> tuple[Dated, ...]:
    """Return dated clauses and expressions that begin in a span of time, in order of time."""
    from_ = t.dated.c["from"]
    conditions: list[ColumnElement[bool]] = [t.dated.c.kind.in_(kinds)]
    if since is not None:
        conditions.append(from_ >= since)
    if until is not None:
        conditions.append(from_ < until)
    question = select(
        t.dated.c.report, t.dated.c.number, t.dated.c.kind, from_.label("begins"), t.dated.c.to,
        t.dated.c.status,
    ).where(and_(*conditions))  # fmt: skip
    if story is not None:
        question = question.join(t.report, t.report.c.seq == t.dated.c.report).where(
            t.report.c.story == story
        )
    rows = connection.execute(
        question.order_by(from_, t.dated.c.report, t.dated.c.kind, t.dated.c.number)
        .limit(limit)
        .offset(offset)
    ).all()
    reads = reads_of(connection, sorted({row.report for row in rows}))
    return tuple(
        Dated(
            read=reads[row.report],
            kind="happening" if row.kind == "happening" else "time",
            index=row.number,
            from_=row.begins,
            to=row.to,
            status=row.status,
        )
        for row in rows
    )


def changes_of(connection: Connection, since: str, limit: int) -> tuple[StoryChanges, ...]:
    """Return stories with reports added since an instant, the latest change first."""
    rows = connection.execute(
        select(t.story)
        .where(or_(t.story.c.changed >= since, t.story.c.added >= since))
        .order_by(t.story.c.change.desc())
        .limit(limit)
    ).all()
    reports: dict[str, list[str]] = {row.id: [] for row in rows}
    new = connection.execute(
        select(t.report.c.story, t.report.c.id)
        .where(t.report.c.added >= since, t.report.c.story.in_(list(reports)))
        .order_by(t.report.c.seq)
    )
    for row in new:
        reports[row.story].append(row.id)
    return tuple(
        StoryChanges(
            summary=summary_of(row),
            new_story=row.added >= since,
            new_reports=tuple(reports[row.id]),
        )
        for row in rows
    )
