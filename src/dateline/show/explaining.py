"""Why each report stands in its story, what a copy adds, and what a later version changes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.results import StoryFile
from dateline.records import Placement, ReadReport, Record
from dateline.show.views import outlet_of
from dateline.story.copies import added_spans
from dateline.story.grouping.english import stem
from dateline.story.grouping.features import words_in
from dateline.story.versions import changes
from dateline.text import Span


class Quoted(Record, frozen=True, kw_only=True):
    """Words of a page, and where they stand in its text."""

    start: int
    end: int
    words: str


class QuotedChange(Record, frozen=True, kw_only=True):
    """A change between two versions in the words of both."""

    kind: str
    old: tuple[Quoted, ...]
    new: tuple[Quoted, ...]


class Explained(Record, frozen=True, kw_only=True):
    """A report of a story, and why it stands there."""

    page: str
    report: str
    headline: str | None
    outlet: str
    published: str | None
    placement: Placement
    names: tuple[str, ...] = ()
    """Names it shares with the report most like it, as it has them."""
    terms: tuple[str, ...] = ()
    """Other words it shares, as it has them."""
    adds: tuple[Quoted, ...] = ()
    """What a copy has that its original has not."""
    changes: tuple[QuotedChange, ...] = ()
    """What a later version changes of the one before it."""


def explained(file: StoryFile) -> tuple[Explained, ...]:
    """Return the reports of a story in order of publication, each with its reasons."""
    reads = {read.report.id: read for read in file.reads}
    return tuple(
        Explained(
            page=read.page,
            report=read.report.id,
            headline=read.report.headline,
            outlet=outlet_of(read.report),
            published=read.report.published,
            placement=placement,
            names=_as_written(placement.shared_names, read),
            terms=_as_written(placement.shared_terms, read),
            adds=_added(reads.get(placement.copy_of or ""), read),
            changes=_changed(reads.get(placement.version_of or ""), read),
        )
        for read, placement in zip(file.reads, file.story.placements, strict=True)
    )


def _as_written(stems: Sequence[str], read: ReadReport) -> tuple[str, ...]:
    """Return the words a placement knows by their stems, as the report first has them."""
    if not stems:
        return ()
    words: dict[str, str] = {}
    for word in words_in(f"{read.report.headline or ''}\n{_body_of(read)}"):
        words.setdefault(stem(word), word)
    return tuple(words.get(term, term) for term in stems)


def _added(original: ReadReport | None, copy: ReadReport) -> tuple[Quoted, ...]:
    """Return what a copy adds, paragraph by paragraph, as it stands on the page."""
    if original is None:
        return ()
    added = added_spans(_body_of(original), _body_of(copy))
    begin = 0
    found = []
    for paragraph in copy.report.body:
        shift = paragraph.start - begin
        here = (
            Span(max(span.start + shift, paragraph.start), min(span.end + shift, paragraph.end))
            for span in added
        )
        found += [span for span in here if span.start < span.end]
        begin += paragraph.end - paragraph.start + 1
    return _quoted(copy, found)


def _body_of(read: ReadReport) -> str:
    return "\n".join(span.of(read.text) for span in read.report.body)


def _changed(before: ReadReport | None, read: ReadReport) -> tuple[QuotedChange, ...]:
    if before is None:
        return ()
    return tuple(
        QuotedChange(
            kind=change.kind, old=_quoted(before, change.old), new=_quoted(read, change.new)
        )
        for change in changes(before, read)
    )


def _quoted(read: ReadReport, spans: Sequence[Span]) -> tuple[Quoted, ...]:
    return tuple(
        Quoted(start=span.start, end=span.end, words=" ".join(span.of(read.text).split()))
        for span in spans
    )
