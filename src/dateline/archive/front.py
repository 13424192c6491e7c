"""The front page's lines: stories ranked by independent sources, freshness and change."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection, func, or_, select

from dateline.archive import schema as t
from dateline.archive.finding import found
from dateline.archive.numbers import moment_of
from dateline.archive.packing import unpacked
from dateline.archive.query import Node
from dateline.archive.results import FrontLine
from dateline.archive.summaries import AnyRow, state_of, summary_of
from dateline.archive.wordindex import WordIndex
from dateline.records import Dossier, FigureRow

_CANDIDATES = 400
_MOST_REPORTS = 2000
_HALF_LIFE_DAYS = 1.5
_NEW = 1.0
_KEYS: Mapping[str, Callable[[AnyRow], int | str]] = {
    "published": lambda row: row.last or "",
    "sources": lambda row: row.sources,
}


def front_of(
    connection: Connection,
    index: WordIndex,
    *,
    node: Node | None,
    order: str,
    since: str | None,
    limit: int,
    offset: int,
) -> tuple[FrontLine, ...]:
    """Return front-page lines, the highest first.

    ``node`` leaves only stories with a report the query finds; ``since`` is the instant from which
    reports count as new. In the order ``rank`` a story counts the doublings of its independent
    sources, fading by half every day and a half before the archive's newest report, and one
    doubling more when it has something new; ``published`` and ``sources`` are plain orders.
    """
    rows = _candidates(connection, index, node, order, max(_CANDIDATES, offset + limit))
    new = _new_reports(connection, [row.id for row in rows], since)
    if order == "rank":
        newest = max((day for row in rows if (day := _day(row.last)) is not None), default=0.0)
        rows.sort(key=lambda row: (-_rank(row, new.get(row.id, 0), newest), row.id))
    shown = rows[offset : offset + limit]
    disputed = _disputed_figures(connection, shown)
    return tuple(
        FrontLine(
            summary=summary_of(row),
            new_reports=new.get(row.id, 0),
            disputed=disputed.get(row.id),
        )
        for row in shown
    )


def _candidates(
    connection: Connection, index: WordIndex, node: Node | None, order: str, most: int
) -> list[AnyRow]:
    columns = {
        "rank": (t.story.c.change, t.story.c.last, t.story.c.sources),
        "published": (t.story.c.last,),
        "sources": (t.story.c.sources,),
    }[order]
    question = select(t.story)
    if node is not None:
        numbers, _ = found(connection, index, node, _MOST_REPORTS, 0)
        with_hits = select(t.report.c.story).where(t.report.c.seq.in_(numbers)).distinct()
        # These are few enough to be put in order as they are.
        question = question.where(t.story.c.id.in_(with_hits)).order_by(t.story.c.id)
        found_rows = list(connection.execute(question))
        return sorted(found_rows, key=_KEYS[order], reverse=True) if order in _KEYS else found_rows
    rows: dict[str, AnyRow] = {}
    for column in columns:
        ordered = question.order_by(column.desc().nulls_last(), t.story.c.id).limit(most)
        for row in connection.execute(ordered):
            rows.setdefault(row.id, row)
    return list(rows.values())


def _day(iso: str | None) -> float | None:
    moment = moment_of(iso) if iso else None
    return moment.timestamp() / datetime.timedelta(days=1).total_seconds() if moment else None


def _rank(row: AnyRow, new: int, newest: float) -> float:
    day = _day(row.last)
    fading = 0.5 ** ((newest - day) / _HALF_LIFE_DAYS) if day is not None else 0.0
    return (math.log2(1 + row.sources) + (_NEW if new else 0.0)) * fading


def _new_reports(
    connection: Connection, stories: Sequence[str], since: str | None
) -> dict[str, int]:
    if since is None:
        return {}
    rows = connection.execute(
        select(t.report.c.story, func.count().label("times"))
        .where(t.report.c.story.in_(stories), t.report.c.added >= since)
        .group_by(t.report.c.story)
    )
    return {row.story: row.times for row in rows}


def _disputed_figures(
    connection: Connection, rows: Sequence[AnyRow]
) -> dict[str, tuple[FigureRow, ...]]:
    """Map the stories that are laid out as they stand now to their rows that differ."""
    if not rows:
        return {}
    as_it_stands = (
        (t.dossier.c.story == row.id) & (t.dossier.c.change == state_of(row)) for row in rows
    )
    kept = connection.execute(
        select(t.dossier.c.story, t.dossier.c.packed).where(or_(*as_it_stands))
    )
    return {row.story: _differing(row.packed) for row in kept}


@lru_cache(maxsize=512)
def _differing(dossier: bytes) -> tuple[FigureRow, ...]:
    # The front page is asked for again and again with the same stories on it.
    rows = unpacked(dossier, Dossier).figures
    return tuple(row for row in rows if row.verdict == "differ")
