"""The tables of a run and their row records."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from dateline.records import Record
from dateline.show.tables import FACTS, WholeReportRow
from dateline.story.items import day_of

UNKNOWN_DAY = "unknown"


class ItemRow(Record, frozen=True, kw_only=True):
    """What grouping needs of a report."""

    report: str
    language: str | None
    published: str | None
    title: str
    lead: str
    outlet: str | None
    url: str | None
    version: str | None


class StoryRow(Record, frozen=True, kw_only=True):
    """A story; it stands under the day of its first report."""

    story: str
    language: str | None
    headline: str | None
    first: str | None
    last: str | None
    reports: int


class FailureRow(Record, frozen=True, kw_only=True):
    """A record that could not be read."""

    source: str
    place: str | None
    problem: str


READ: dict[str, type[Record]] = {
    "reports": WholeReportRow,
    "items": ItemRow,
    **{name: table.kind for name, table in FACTS.items()},
}
"""The tables every unit gives."""


def day_name(published: str | None) -> str:
    """Return the day in UTC a report was published on, ``unknown`` when that cannot be told."""
    days = day_of(published)
    if days is None:
        return UNKNOWN_DAY
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=days)).date().isoformat()
