"""What grouping looks at of a report, and the order reports are taken in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from dateline.records import Record


class Item(Record, frozen=True, kw_only=True):
    """A report as grouping takes it; only ``id`` must be known."""

    id: str
    published: str | None = None
    """ISO 8601 date or date-time; without a zone it counts as UTC."""
    title: str = ""
    text: str = ""
    outlet: str | None = None
    url: str | None = None
    version: str | None = None
    """The wire's version mark as written (``UPDATE 2``)."""


def day_of(published: str | None) -> float | None:
    """Return the moment as days since 1970 in UTC, None when it is not known or not readable."""
    if not published:
        return None
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return moment.timestamp() / 86_400


def in_order(items: Iterable[Item]) -> list[Item]:
    """Return the items in order of publication; equal and undated ones keep their order.

    Undated items come last: nothing tells where they belong.
    """
    known = [(day_of(item.published), item) for item in items]
    return [
        item
        for _, item in sorted(
            known, key=lambda pair: (pair[0] is None, pair[0] if pair[0] is not None else 0.0)
        )
    ]
