"""Facts as tables, of one story or of many: CSV, and Parquet where pyarrow is installed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from dateline.archive.results import StorySummary
from dateline.archive.store import Archive
from dateline.desk.api.operations import Asked, Document, in_path
from dateline.desk.api.stories import LISTED, changed, listed
from dateline.records import ReadReport, Record
from dateline.show.table_files import TableForm, write_table
from dateline.show.tables import FACTS


class StoryRow(Record, frozen=True, kw_only=True):
    """A story."""

    story: str
    headline: str | None
    first: str | None
    last: str | None
    added: str
    changed: str
    reports: int
    originals: int
    sources: int
    outlets: str


Rows = Callable[[ReadReport], Iterable[Record]]
Written = Callable[[type[Record], Iterable[Record]], bytes]


def story_row(summary: StorySummary) -> StoryRow:
    """Return a story as a row."""
    return StoryRow(
        story=summary.id,
        headline=summary.headline,
        first=summary.first,
        last=summary.last,
        added=summary.added,
        changed=summary.changed,
        reports=summary.reports,
        originals=summary.originals,
        sources=summary.sources,
        outlets="; ".join(summary.outlets),
    )


def _written(form: TableForm, kind: type[Record], rows: Iterable[Record]) -> bytes:
    out = io.BytesIO()
    write_table(out, form, kind, rows)
    return out.getvalue()


_FORMS: tuple[tuple[TableForm, str], ...] = (
    ("csv", "text/csv; charset=utf-8"),
    ("parquet", "application/vnd.apache.parquet"),
)


def _of_story(kind: type[Record], rows: Rows, written: Written) -> Callable[..., bytes]:
    def table(archive: Archive, asked: Asked) -> bytes:
        reads = archive.story(asked.path("story")).reads
        return written(kind, (row for read in reads for row in rows(read)))

    return table


def _of_many(kind: type[Record], rows: Rows, written: Written) -> Callable[..., bytes]:
    def table(archive: Archive, asked: Asked) -> bytes:
        stories, asked.more = listed(archive, asked)
        reads = (read for story in stories for read in archive.story(story.id).reads)
        return written(kind, (row for read in reads for row in rows(read)))

    return table


def _of_stories(written: Written) -> Callable[..., bytes]:
    def table(archive: Archive, asked: Asked) -> bytes:
        stories, asked.more = listed(archive, asked)
        return written(StoryRow, map(story_row, stories))

    return table


def _all() -> Iterator[Document]:
    for form, media_type in _FORMS:
        written = partial(_written, form)
        yield Document(
            path=f"/api/export/stories.{form}",
            name=f"export-stories-{form}",
            about="Stories as a table.",
            params=LISTED,
            media_type=media_type,
            ask=_of_stories(written),
            file=f"stories.{form}",
        )
        for name, (kind, rows) in FACTS.items():
            yield Document(
                path=f"/api/export/{name}.{form}",
                name=f"export-{name}-{form}",
                about=f"The {name} of all reports of the stories chosen, as a table.",
                params=LISTED,
                media_type=media_type,
                ask=_of_many(kind, rows, written),
                file=f"{name}.{form}",
            )
            yield Document(
                path=f"/api/stories/{{story}}/{name}.{form}",
                name=f"story-{name}-{form}",
                about=f"The {name} of a story's reports as a table.",
                params=(in_path("story", "Id of a story."),),
                media_type=media_type,
                ask=_of_story(kind, rows, written),
                changed=changed,
                file=f"{name}.{form}",
            )


OPERATIONS = tuple(_all())
