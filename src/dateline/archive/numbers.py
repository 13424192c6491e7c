"""Numbers and instants by which things are kept in order."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from hashlib import blake2b

Clock = Callable[[], datetime.datetime]

_SLOT_BITS = 28
_UNDATED_MINUTE = -(1 << 32)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def utc_now() -> datetime.datetime:
    """Return the present instant; archives take another clock for tests."""
    return datetime.datetime.now(datetime.UTC)


def instant(moment: datetime.datetime) -> str:
    """Return an instant as text of fixed width, so that texts sort as instants do."""
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_of(iso: str | None) -> datetime.datetime | None:
    """Return the instant of an ISO date or date-time, UTC when it names no zone, or None."""
    if not iso:
        return None
    try:
        moment = datetime.datetime.fromisoformat(iso)
        return (moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)).astimezone(
            datetime.UTC
        )
    except (ValueError, OverflowError):
        return None


def first_seq(moment: datetime.datetime) -> int:
    """Return the lowest number a report published at this minute can have."""
    return int((moment - _EPOCH).total_seconds() // 60) << _SLOT_BITS


def seq_of(entry: int, published: str | None) -> int:
    """Return a report's number: its minute of publication, then its place in the journal.

    Undated reports come lowest. Numbers are unique below 268 million journal entries.
    """
    moment = moment_of(published)
    base = first_seq(moment) if moment else _UNDATED_MINUTE << _SLOT_BITS
    return base + (entry & ((1 << _SLOT_BITS) - 1))


LAST_UNDATED = (_UNDATED_MINUTE + 1) << _SLOT_BITS
"""Reports below this number have no known publication date."""


def name_id(kind: str, key: str) -> int:
    """Return the number a name is kept under."""
    digest = blake2b(f"{kind}\0{key}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
