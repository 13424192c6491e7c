"""The Python front door: the functions a notebook or a script needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import msgspec

from dateline.errors import DatelineError, InputError
from dateline.intake.decode import safe_text
from dateline.intake.given import given_date
from dateline.intake.sources import pages_of, pages_of_all
from dateline.intake.tally import Tally
from dateline.pipeline import dossier_set, item_of, with_language
from dateline.reading.layers import Settings, Task, readings_of
from dateline.records import Dossier, DossierSet, Page, Reading, ReadReport, Story
from dateline.story import dossier as _dossier
from dateline.story.grouping import group_stories
from dateline.text import Passage


def read_page(
    source: str | Path, *, url: str | None = None, published: str | date | None = None
) -> Page:
    """Read one page from a file or URL and return it with its reports.

    Raises InputError when it cannot be read, or when the input holds no page or more than one.
    """
    pages = list(pages_of(str(source), url=url, published=_date(published)))
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
    published: str | date | None = None,
    settings: Settings | None = None,
    workers: int = 0,
    failures: list[InputError] | None = None,
) -> DossierSet:
    """Read files, folders or URLs; return all pages, their readings and their stories.

    Raises InputError for the first input that cannot be read; with a list for ``failures``, what
    cannot be read is put there and the rest is returned.
    """
    names = [sources] if isinstance(sources, str | Path) else sources
    tally = Tally()
    pages = list(pages_of_all(map(str, names), tally, published=_date(published)))
    if failures is not None:
        failures += tally.failures
    elif tally.failures:
        raise tally.failures[0]
    return dossier_set(pages, settings, workers=workers)


def read_text(
    text: str,
    *,
    published: str | date | None = None,
    settings: Settings | None = None,
    id: str = "text",
) -> Reading:
    """Read running text; offsets are of ``text``, paragraphs are its lines.

    ``published`` is a date or date-time, Python's or written; without it, relative times stay
    unresolved. Raises InputError when it is none.
    """
    safe, notes = safe_text(text)
    task = Task(id=id, passage=Passage.of_text(safe), published=_date(published))
    reading = next(readings_of([task], settings))
    return msgspec.structs.replace(reading, notes=(*notes, *reading.notes)) if notes else reading


def group(reports: Sequence[ReadReport]) -> tuple[Story, ...]:
    """Group reports of one event into stories, in order of publication."""
    return tuple(group_stories(item_of(read) for read in reports))


def compile_dossier(story: Story, reports: Iterable[ReadReport]) -> Dossier:
    """Lay out a story; ``reports`` must hold at least the story's reports, else DatelineError."""
    by_id = {read.report.id: read for read in reports}
    for report_id in story.reports:
        if report_id not in by_id:
            raise DatelineError(f"{report_id}: this report of the story is not among those given.")
    return _dossier.compile_dossier(story, [by_id[report_id] for report_id in story.reports])


def _date(published: str | date | None) -> str | None:
    try:
        return given_date(published)
    except ValueError as error:
        raise InputError("published", str(error)) from None
