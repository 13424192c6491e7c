"""The line a story has on the front page: worked out when it changes, not when it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, Row, delete, select, update

from dateline.archive import schema as t
from dateline.archive.results import StorySummary
from dateline.intake.wire import without_version

AnyRow = Row[*tuple[object, ...]]


def refresh(
    connection: Connection, stories: Sequence[str], now: str, *, entry: int | None = None
) -> None:
    """Work out the lines of stories again; a story without reports is taken out.

    ``entry`` is the journal entry of the change, where it is not that of a new report.
    """
    for story in stories:
        rows = connection.execute(
            select(
                t.report.c.seq, t.report.c.kind, t.report.c.headline, t.report.c.outlet,
                t.report.c.newsroom, t.report.c.published, t.report.c.entry, t.report.c.copy_of,
                t.report.c.version_of,
            )
            .where(t.report.c.story == story)
            .order_by(t.report.c.seq)
        ).all()  # fmt: skip
        connection.execute(delete(t.dossier).where(t.dossier.c.story == story))
        if not rows:
            connection.execute(delete(t.story).where(t.story.c.id == story))
            continue
        originals = [row for row in rows if row.copy_of is None and row.version_of is None] or rows[
            :1
        ]
        dates = [row.published for row in rows if row.published]
        connection.execute(
            update(t.story)
            .where(t.story.c.id == story)
            .values(
                headline=_headline(originals) or _headline(rows),
                first=dates[0] if dates else None,
                last=dates[-1] if dates else None,
                changed=now,
                change=entry or max(row.entry for row in rows),
                reports=len(rows),
                originals=len(originals),
                # Reports whose newsroom is not known may all be of one.
                sources=len({row.newsroom for row in originals}),
                outlets=_outlets(rows),
            )
        )


def _headline(rows: Sequence[AnyRow]) -> str | None:
    """Return the earliest article's headline, a teaser's where no article has one.

    A wire's version mark says which version it is, not what the story is about.
    """
    for kind in ("article", "teaser"):
        for row in rows:
            if row.kind == kind and row.headline:
                return without_version(str(row.headline))
    return None


def _outlets(rows: Sequence[AnyRow]) -> str:
    return msgspec.json.encode(list(dict.fromkeys(r.outlet for r in rows if r.outlet))).decode()


def state_of(row: AnyRow) -> int:
    """Return the number of the last change to a story's reports or to a name in them."""
    change: int = row.change
    return max(change, row.names_entry or 0)


def summary_of(row: AnyRow) -> StorySummary:
    """Return the front-page line of a row of the table of stories."""
    return StorySummary(
        id=row.id,
        headline=row.name or row.headline,
        named=row.name is not None,
        first=row.first,
        last=row.last,
        added=row.added,
        changed=row.changed,
        reports=row.reports,
        originals=row.originals,
        sources=row.sources,
        outlets=msgspec.json.decode(row.outlets, type=tuple[str, ...]),
        unread=row.change > row.read,
    )
