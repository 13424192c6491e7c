"""The journal: the order in which reports and edits by hand came."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, func, insert, select

from dateline.archive import schema as t
from dateline.archive.edits import Edit


def next_entry(connection: Connection) -> int:
    """Return the number of the journal's next entry."""
    return (connection.scalar(select(func.max(t.journal.c.entry))) or 0) + 1


def write_down(connection: Connection, edit: Edit, subject: str | None, now: str) -> int:
    """Write an edit down, so that it is done again on every replay; return its entry."""
    entry = next_entry(connection)
    connection.execute(
        insert(t.journal).values(
            entry=entry, at=now, kind=edit.__struct_config__.tag, subject=subject,
            detail=msgspec.json.encode(edit).decode(),
        )
    )  # fmt: skip
    return entry
