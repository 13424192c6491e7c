"""From pages to dossiers: the order in which the layers are called, and nothing else."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

import msgspec

from dateline.errors import DatelineError
from dateline.intake.wire import without_version
from dateline.reading.language import language_of
from dateline.reading.layers import Settings, Task, readings_of
from dateline.records import (
    Dossier,
    DossierSet,
    Evidence,
    FigureRow,
    Page,
    Reading,
    ReadReport,
    Report,
    TextReport,
)
from dateline.story.agreement import rows_of
from dateline.story.copies import copies_of
from dateline.story.dossier import compile_dossier
from dateline.story.grouping import Item, group_stories
from dateline.text import BlockKind, Passage, Span

Progress = Callable[[int, int | None], None]
"""Called with how many are done and how many there are, None when that is not known."""

_CHUNK = 16
_LOOK_AHEAD = 256
_WORTH_A_WORKER = 60_000
"""Characters below which starting a second process costs more than it saves."""


def passage_of(page: Page, report: Report) -> Passage:
    """Return what the reading layers read of a report: its headline, then its body.

    The wire's version mark (``UPDATE 2-``) is no part of the headline's sentence.
    """
    pieces: list[tuple[BlockKind, Span]] = []
    for span in report.evidence.headline[:1]:
        rest = Span(span.end - len(without_version(span.of(page.text))), span.end)
        if rest:
            pieces.append(("headline", rest))
    subheads = set(report.subheads)
    for span in report.body:
        pieces.append(("subhead" if span in subheads else "paragraph", span))
    return Passage(page.text, pieces)


def with_language(page: Page) -> Page:
    """Return the page with its language told from its article, or as the page states it."""
    article = next((report for report in page.reports if report.body), None)
    sample = " ".join(span.of(page.text) for span in article.body) if article else page.text
    code = language_of(sample) or page.language
    return page if code == page.language else msgspec.structs.replace(page, language=code)


def tasks_of(page: Page) -> Iterator[Task]:
    """Yield the reading task of each report of a page."""
    for report in page.reports:
        yield Task(
            id=report.id,
            passage=passage_of(page, report),
            published=report.published,
            language=page.language,
            place=report.place,
            url=report.url or page.url,
        )


def readings_of_pages(
    pages: Sequence[Page],
    settings: Settings | None = None,
    *,
    workers: int = 0,
    progress: Progress | None = None,
) -> tuple[Reading, ...]:
    """Read every report of the pages, in order; see `readings_of_tasks` for ``workers``."""
    tasks = [task for page in pages for task in tasks_of(page)]
    out: list[Reading] = []
    for reading in readings_of_tasks(tasks, settings, workers=workers):
        out.append(reading)
        if progress is not None:
            progress(len(out), len(tasks))
    return tuple(out)


def readings_of_tasks(
    tasks: Iterable[Task], settings: Settings | None = None, *, workers: int = 0
) -> Iterator[Reading]:
    """Yield the Reading of each task, in order; it does not depend on the number of workers.

    ``workers`` 0 takes one process per core, but no second one for a small job.
    """
    iterator = iter(tasks)
    if workers == 0:
        first = list(islice(iterator, _LOOK_AHEAD))
        size = sum(len(task.passage.text) for task in first)
        workers = max(1, min(os.cpu_count() or 1, size // _WORTH_A_WORKER))
        iterator = chain(first, iterator)
    if workers == 1:
        yield from readings_of(iterator, settings)
    else:
        yield from _shared(iterator, settings, workers)


def _chunk(tasks: list[Task], settings: Settings | None) -> list[Reading]:
    return list(readings_of(tasks, settings))


def _shared(tasks: Iterator[Task], settings: Settings | None, workers: int) -> Iterator[Reading]:
    """Read in processes, with a bounded number of chunks under way so that memory stays bounded."""
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    from dateline.workers import reading_processes

    under_way: deque[Future[list[Reading]]] = deque()
    try:
        with reading_processes(workers) as pool:
            while chunk := list(islice(tasks, _CHUNK)):
                under_way.append(pool.submit(_chunk, chunk, settings))
                if len(under_way) > 2 * workers:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
    except BrokenProcessPool:
        raise DatelineError(
            "A reading process was killed, most likely for want of memory. "
            "Do it again with fewer workers (--workers 1)."
        ) from None


def read_text_reports(
    reports: Sequence[TextReport], settings: Settings | None = None
) -> tuple[ReadReport, ...]:
    """Read reports given as text, in order."""
    passages = [Passage.of_text(report.text, headline=_headline_of(report)) for report in reports]
    tasks = [
        Task(id=report.id, passage=passage, published=report.published)
        for report, passage in zip(reports, passages, strict=True)
    ]
    readings = readings_of_tasks(tasks, settings, workers=1)
    return tuple(
        ReadReport(
            report=_report_of(given, passage), reading=reading, text=given.text, page=given.id
        )
        for given, passage, reading in zip(reports, passages, readings, strict=True)
    )


def _headline_of(report: TextReport) -> Span | None:
    if report.headline and report.text.lstrip().startswith(report.headline):
        start = report.text.index(report.headline)
        return Span(start, start + len(report.headline))
    return None


def _report_of(given: TextReport, passage: Passage) -> Report:
    return Report(
        id=given.id,
        kind="article",
        headline=given.headline,
        outlet=given.outlet,
        published=given.published,
        published_basis="given" if given.published else None,
        body=tuple(block.span for block in passage.blocks if block.kind != "headline"),
        evidence=Evidence(
            headline=tuple(block.span for block in passage.blocks if block.kind == "headline")
        ),
    )


def compared(
    reports: Sequence[TextReport], settings: Settings | None = None
) -> tuple[FigureRow, ...]:
    """Return the figure board of reports of one story, given as text."""
    reads = read_text_reports(reports, settings)
    return rows_of(reads, copies_of(item_of(read) for read in reads))


def unique_pages(pages: Iterable[Page]) -> tuple[Page, ...]:
    """Return the pages with a page given twice kept once, in order."""
    unique: dict[str, Page] = {}
    for page in pages:
        unique.setdefault(page.id, page)
    return tuple(unique.values())


def read_reports_of(pages: Sequence[Page], readings: Sequence[Reading]) -> tuple[ReadReport, ...]:
    """Pair every report with its reading and its page's text."""
    reports = [(page, report) for page in pages for report in page.reports]
    return tuple(
        ReadReport(report=report, reading=reading, text=page.text, page=page.id)
        for (page, report), reading in zip(reports, readings, strict=True)
    )


def item_of(read: ReadReport) -> Item:
    """Return what grouping looks at of a report."""
    report = read.report
    return Item(
        id=report.id,
        published=report.published,
        title=without_version(report.headline or ""),
        text="\n".join(span.of(read.text) for span in report.body),
        outlet=report.outlet,
        url=report.url,
        version=report.version,
    )


def dossiers_of(reports: Sequence[ReadReport]) -> tuple[Dossier, ...]:
    """Group reports into stories and lay out each; stories with more reports come first."""
    by_id = {read.report.id: read for read in reports}
    stories = group_stories(item_of(read) for read in reports)
    dossiers = [
        compile_dossier(story, [by_id[report_id] for report_id in story.reports])
        for story in stories
    ]
    return tuple(sorted(dossiers, key=lambda dossier: -len(dossier.story.reports)))


def dossier_set(
    pages: Iterable[Page],
    settings: Settings | None = None,
    *,
    workers: int = 0,
    progress: Progress | None = None,
) -> DossierSet:
    """Read the pages and lay out the stories that all their reports fall into."""
    known = tuple(with_language(page) for page in unique_pages(pages))
    readings = readings_of_pages(known, settings, workers=workers, progress=progress)
    return DossierSet(
        pages=known, readings=readings, dossiers=dossiers_of(read_reports_of(known, readings))
    )
