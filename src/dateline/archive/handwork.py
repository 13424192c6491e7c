"""Edits of stories: checked, done, and written down so that they are done again on every replay."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, insert, select, update

from dateline.archive import schema as t
from dateline.archive.catchup import apply
from dateline.archive.edits import Edited, MarkRead, Merge, Rename, Split, StoryEdit
from dateline.archive.journal import write_down
from dateline.archive.keeping import empty_story
from dateline.archive.placing import Placer
from dateline.archive.summaries import refresh
from dateline.errors import ArchiveError, EditError
from dateline.records import Placement


def edited(connection: Connection, placer: Placer, edit: StoryEdit, now: str) -> Edited:
    """Do an edit; raises ArchiveError when a story or report is not there."""
    match edit:
        case MarkRead():
            _story(connection, edit.story)
            read = t.story.c.change if edit.read else 0
            connection.execute(update(t.story).where(t.story.c.id == edit.story).values(read=read))
            return Edited(stories=(edit.story,))
        case Rename():
            _story(connection, edit.story)
            connection.execute(
                update(t.story).where(t.story.c.id == edit.story).values(name=edit.headline)
            )
            write_down(connection, edit, edit.story, now)
            return Edited(stories=(edit.story,))
        case Split():
            return _split(connection, placer, edit, now)
        case Merge():
            return _merged(connection, placer, edit, now)


def _story(connection: Connection, story: str) -> None:
    if connection.execute(select(t.story.c.id).where(t.story.c.id == story)).first() is None:
        raise ArchiveError(f"{story}: there is no such story in the archive.")


def _split(connection: Connection, placer: Placer, edit: Split, now: str) -> Edited:
    _story(connection, edit.story)
    there = set(connection.scalars(select(t.report.c.id).where(t.report.c.story == edit.story)))
    stranger = next((report for report in edit.reports if report not in there), None)
    if stranger is not None:
        raise ArchiveError(f"{stranger}: this report is not in the story {edit.story}.")
    if not edit.reports or len(set(edit.reports)) == len(there):
        raise EditError(f"{edit.story}: name some of its reports, but not all of them.")
    new = apply(placer, edit) or edit.story
    known = connection.execute(select(t.story.c.id).where(t.story.c.id == new)).first()
    if known is None:
        connection.execute(insert(t.story).values(empty_story(new, now)))
    _move(connection, edit.reports, new)
    entry = write_down(connection, edit, edit.story, now)
    refresh(connection, [edit.story, new], now, entry=entry)
    return Edited(stories=(edit.story, new))


def _merged(connection: Connection, placer: Placer, edit: Merge, now: str) -> Edited:
    stories = tuple(dict.fromkeys(edit.stories))
    for story in stories:
        _story(connection, story)
    if len(stories) < 2:
        raise EditError("Name at least two different stories to make one of.")
    target = apply(placer, edit) or stories[0]
    moving = connection.scalars(
        select(t.report.c.id)
        .where(t.report.c.story.in_(stories), t.report.c.story != target)
        .order_by(t.report.c.seq)
    ).all()
    _move(connection, moving, target)
    entry = write_down(connection, edit, target, now)
    refresh(connection, stories, now, entry=entry)
    return Edited(stories=(target,))


def _move(connection: Connection, reports: Sequence[str], story: str) -> None:
    for report in reports:
        kept = connection.scalar(select(t.report.c.placement).where(t.report.c.id == report))
        placement = msgspec.json.decode(kept or "", type=Placement)
        moved = msgspec.structs.replace(placement, story=story, by_hand=True)
        connection.execute(
            update(t.report)
            .where(t.report.c.id == report)
            .values(story=story, placement=msgspec.json.encode(moved).decode())
        )
