"""Brings a placer to where the archive stands, and keeps its state from time to time."""

from __future__ import annotations

import zlib
from contextlib import suppress

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from dateline.archive import schema as t
from dateline.archive.edits import Edit, Merge, Split
from dateline.archive.finding import reads_by_id
from dateline.archive.placing import Placer, PlacerFactory
from dateline.errors import InputError
from dateline.records import ReadReport

_KEEP_EVERY = 500
"""Entries after which the state is kept; so many are replayed at worst."""

_KEEP_SHARE = 20
"""Large archives keep the state when they have grown by this part of themselves."""

_AT_ONCE = 200


class Catchup:
    """The placer of one process, and how far in the journal it has come."""

    def __init__(self, factory: PlacerFactory) -> None:
        self._factory = factory
        self._placer: Placer | None = None
        self._entry = 0
        self._kept = 0

    def drop(self) -> None:
        """Forget the placer: it has seen what was not kept."""
        self._placer = None

    def placer(self, connection: Connection) -> Placer:
        """Return a placer that has seen the whole journal; call it inside a writing transaction."""
        placer = self._placer
        self._placer = None
        if placer is None or self._forgotten_since(connection):
            placer = self._loaded(connection)
        self._replay(connection, placer)
        self._placer = placer
        return placer

    def _forgotten_since(self, connection: Connection) -> bool:
        found = select(t.journal.c.entry).where(
            t.journal.c.entry > self._entry, t.journal.c.kind == "forget"
        )
        return connection.execute(found.limit(1)).first() is not None

    def _loaded(self, connection: Connection) -> Placer:
        row = connection.execute(select(t.grouping)).one_or_none()
        self._entry = self._kept = row.entry if row else 0
        if row is not None:
            # A state that another Dateline wrote may not be readable: then all is replayed.
            with suppress(InputError):
                return self._factory(zlib.decompress(row.packed))
        self._entry = self._kept = 0
        return self._factory(None)

    def _replay(self, connection: Connection, placer: Placer) -> None:
        while True:
            rows = connection.execute(
                select(t.journal.c.entry, t.journal.c.kind, t.journal.c.subject, t.journal.c.detail)
                .where(t.journal.c.entry > self._entry)
                .order_by(t.journal.c.entry)
                .limit(_AT_ONCE)
            ).all()
            if not rows:
                return
            reads = reads_by_id(connection, [row.subject for row in rows if row.kind == "report"])
            for row in rows:
                if row.kind == "report":
                    _place_again(placer, reads[row.subject], row.detail)
                elif row.kind in ("split", "merge"):
                    apply(placer, msgspec.json.decode(row.detail, type=Edit))
                self._entry = row.entry

    def keep(self, connection: Connection, *, at_once: bool = False) -> None:
        """Note how far the placer has come, and keep its state when that is due."""
        self._entry = connection.scalar(select(func.max(t.journal.c.entry))) or 0
        due = max(_KEEP_EVERY, self._kept // _KEEP_SHARE)
        if self._placer is None or not (at_once or self._entry - self._kept >= due):
            return
        state = zlib.compress(self._placer.state(), 1)
        connection.execute(delete(t.grouping))
        connection.execute(insert(t.grouping).values(id=1, entry=self._entry, packed=state))
        self._kept = self._entry


def _place_again(placer: Placer, read: ReadReport, story: str) -> None:
    """Place a report where it was placed before, even if it would now be placed elsewhere."""
    now = placer.place(read).story
    if now != story:
        placer.merge([story, placer.split(now, [read.report.id])])


def apply(placer: Placer, edit: Edit) -> str | None:
    """Make the placer respect an edit; return the story that it makes or leaves."""
    if isinstance(edit, Split):
        return placer.split(edit.story, edit.reports)
    if isinstance(edit, Merge):
        return placer.merge(edit.stories)
    return None
