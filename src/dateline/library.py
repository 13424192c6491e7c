"""The Python front door: the functions a notebook or a script needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from dateline.errors import InputError
from dateline.intake.decode import safe_text
from dateline.intake.sources import pages_of
from dateline.pipeline import dossier_set, item_of, with_language
from dateline.reading.layers import Settings, Task, readings_of
from dateline.records import Dossier, DossierSet, Page, Reading, ReadReport, Story
from dateline.story import dossier as _dossier
from dateline.story.grouping import group_stories
from dateline.text import Passage


def read_page(source: str | Path, *, url: str | None = None, published: str | None = None) -> Page:
    """Read one page from a file or URL and return it with its reports.

    Raises InputError when it cannot be read, or when the input holds no page or more than one.
    """
    pages = list(pages_of(str(source), url=url, published=published))
    if len(pages) != 1:
        raise InputError(
            str(source),
            f"this input holds {len(pages)} pages, not one.",
            remedy="Use read_pages.",
        )
    return with_language(pages[0])


def read_pages(
    sources: Iterable[str | Path] | str | Path,
    *,
    published: str | None = None,
    settings: Settings | None = None,
    workers: int = 0,
) -> DossierSet:
    """Read files or URLs and return all pages, their readings and the stories they fall into.

    Raises InputError for the first input that cannot be read.
    """
    names = [sources] if isinstance(sources, str | Path) else sources
    pages = [page for name in names for page in pages_of(str(name), published=published)]
    return dossier_set(pages, settings, workers=workers)


def read_text(
    text: str, *, published: str | None = None, settings: Settings | None = None, id: str = "text"
) -> Reading:
    """Read running text; offsets are of ``text``, paragraphs are its lines.

    ``published`` is an ISO 8601 date or date-time; without it, relative times stay unresolved.
    """
    safe, notes = safe_text(text)
    task = Task(id=id, passage=Passage.of_text(safe), published=published)
    reading = next(readings_of([task], settings))
    return msgspec.structs.replace(reading, notes=(*notes, *reading.notes)) if notes else reading


def group(reports: Sequence[ReadReport]) -> tuple[Story, ...]:
    """Group reports of one event into stories, in order of publication."""
    return tuple(group_stories(item_of(read) for read in reports))


def compile_dossier(story: Story, reports: Iterable[ReadReport]) -> Dossier:
    """Lay out a story; ``reports`` must hold at least the story's reports."""
    by_id = {read.report.id: read for read in reports}
    return _dossier.compile_dossier(story, [by_id[report_id] for report_id in story.reports])
