"""What the archive's commands print: words taken from pages, each with where it stands.

Nothing of the archive is imported here, so that the command line starts without its packages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.records import Record
from dateline.text import Span

if TYPE_CHECKING:
    from dateline.archive.results import (
        Dated,
        FigureSeen,
        Hit,
        Known,
        Said,
        StoryBrief,
        StorySummary,
        Who,
    )
    from dateline.records import FigureRow, ReadReport
    from dateline.show.explaining import Explained, Quoted
    from dateline.story.versions import Change


_OUTLETS = 6
"""How many outlets of a story are named."""


class Fact(Record, frozen=True, kw_only=True):
    """One fact with its source: what `who`, `figures` and `timeline` list."""

    page: str
    report: str
    start: int
    end: int
    label: str
    """Who says it, what is measured, or when it is."""
    words: str
    value: str | None = None
    outlet: str | None = None
    published: str | None = None
    statement: str | None = None
    """The kind of statement: direct, indirect or mixed."""


def record_text(fact: Fact) -> str:
    """Return a fact on two lines: the words, then the source."""
    value = f" = {fact.value}" if fact.value else ""
    return f"{fact.label}: {fact.words}{value}\n    {_source_of(fact)}"


def _source_of(fact: Fact) -> str:
    published = (fact.published or "date not known")[:10]
    outlet = fact.outlet or "outlet not known"
    return f"{outlet}, {published} · {fact.page} [{fact.start}–{fact.end}]"


def story_text(story: StorySummary) -> str:
    """Return a story's line: headline, how many reports of how many sources, since when."""
    period = " – ".join(dict.fromkeys((day or "?")[:10] for day in (story.first, story.last)))
    others = story.reports - story.originals
    counts = [counted(story.reports, "report"), counted(story.sources, "independent source")]
    if others:
        what = "is a copy or later version" if others == 1 else "are copies or later versions"
        counts.append(f"{others} of the reports {what}")
    mark = "* " if story.unread else "  "
    facts = [story.id, ", ".join(counts), period]
    if story.outlets:
        more = len(story.outlets) - _OUTLETS
        others_too = f" and {more} more" if more > 0 else ""
        facts.append(", ".join(story.outlets[:_OUTLETS]) + others_too)
    return f"{mark}{story.headline or 'no headline'}\n    {' · '.join(facts)}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return how many there are of what, in words."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def changes_text(seen: Sequence[Change]) -> str:
    """Return how many changes there are of each kind, in words."""
    kinds = Counter(change.kind for change in seen)
    parts = []
    for kind, count in kinds.items():
        what, how = kind.split("_")
        parts.append(f"{what if kind == 'headline_changed' else counted(count, what)} {how}")
    return ", ".join(parts)


def hit_text(hit: Hit) -> str:
    """Return a hit: headline, source, and the words around what was found."""
    place = f" [{hit.snippet.start}–{hit.snippet.end}]" if hit.snippet else ""
    source = f"{hit.outlet or 'outlet not known'}, {(hit.published or 'date not known')[:10]}"
    words = " ".join(hit.snippet_text.split())
    lines = [
        hit.headline or "no headline",
        f"    {source} · story {hit.story} · {hit.page}{place}",
        *([f"    {words}"] if words else []),
    ]
    return "\n".join(lines)


def _fact(read: ReadReport, span: Span, label: str, words: str, value: str | None = None) -> Fact:
    from dateline.show.views import outlet_of

    return Fact(
        page=read.page,
        report=read.report.id,
        start=span.start,
        end=span.end,
        label=label,
        words=words,
        value=value,
        outlet=outlet_of(read.report),
        published=read.report.published,
    )


def said_record(said: Said) -> Fact:
    """Return a statement as a fact: who with which cue, and what."""
    from dateline.show.views import covers, statement_line

    line = statement_line(said.statement, said.read.reading, said.read.text)
    span = covers(line.spans) or Span(0, 0)
    speaker = f"{line.speaker} (by hand {said.called})" if said.called else line.speaker
    fact = _fact(said.read, span, f"{speaker} {line.cue}".strip(), line.content)
    return Fact(
        **{name: getattr(fact, name) for name in fact.__struct_fields__ if name != "statement"},
        statement=line.style,
    )


def figure_record(seen: FigureSeen) -> Fact:
    """Return a figure as a fact: what it measures, its words, its value."""
    from dateline.show.views import figure_line

    line = figure_line(seen.figure, seen.read.reading, seen.read.text)
    label = " · ".join(item for item in (line.measure, line.subject) if item)
    return _fact(seen.read, line.span, label or "measure not named", line.words, line.value)


def dated_record(dated: Dated) -> Fact:
    """Return a dated clause as a fact: when, and its words."""
    from dateline.show.dates import when_of
    from dateline.show.views import words_of

    label = when_of(dated.entry)
    if dated.status and dated.status != "past":
        label += f" ({dated.status})"
    return _fact(dated.read, dated.span, label, words_of(dated.read.text, [dated.span]))


def who_records(known: Who) -> list[Record]:
    """Return what is known of a name as records: names, roles, statements, stories."""
    return [*known.names, *known.roles, *map(said_record, known.said), *known.stories]


def who_text(known: Who) -> str:
    """Return what is known of a name."""
    if not known.names:
        return f"Nobody and nothing called {known.query!r} in the archive."
    parts = ["\n".join(map(_known_text, known.names))]
    if known.roles:
        roles = (
            f"  {item.words}{' (former)' if item.role.former else ''} · "
            f"{(item.published or 'date not known')[:10]} · "
            f"{item.where.page} [{item.where.start}–{item.where.end}]"
            for item in known.roles
        )
        parts.append("roles, newest first\n" + "\n".join(roles))
    if known.said:
        said = "\n".join(record_text(said_record(item)) for item in known.said)
        parts.append(f"said, newest first\n{said}")
    if known.stories:
        parts.append("stories\n" + "\n".join(map(story_text, known.stories)))
    return "\n\n".join(parts)


def _known_text(known: Known) -> str:
    line = (
        f"{known.name} ({known.kind}) · {counted(known.reports, 'report')}, "
        f"{counted(known.statements, 'statement')} · last {(known.last or 'date not known')[:10]}"
    )
    if not known.by_hand:
        return line
    spellings = (f"{one.name} in {counted(one.reports, 'report')}" for one in known.spellings)
    return f"{line}\n    set right by hand: {', '.join(spellings)}"


def why_text(one: Explained) -> str:
    """Return why a report stands in its story, what it adds as a copy or changes as a version."""
    published = (one.published or "date not known")[:10]
    lines = [
        one.headline or "no headline",
        f"    {one.outlet}, {published} · {one.report}",
        f"    {_reason_of(one)}",
        *(f"    adds: {_quoted(part)}" for part in one.adds),
    ]
    for change in one.changes:
        sides = [" … ".join(map(_quoted, side)) for side in (change.old, change.new) if side]
        lines.append(f"    {change.kind.replace('_', ' ')}: {' → '.join(sides)}")
    return "\n".join(lines)


def _quoted(part: Quoted) -> str:
    return f"“{part.words}” [{part.start}–{part.end}]"


def _reason_of(one: Explained) -> str:
    """Return in a line why a report was placed where it is."""
    placement = one.placement
    facts = []
    if placement.by_hand:
        facts.append("put here by hand")
    if placement.version_of:
        facts.append(f"later version of {placement.version_of}")
    if placement.copy_of:
        facts.append(f"copy of {placement.copy_of}")
    if placement.jaccard is not None:
        facts.append(f"{placement.jaccard:.0%} of all word runs in common")
    if placement.score is not None:
        facts.append(f"probability {placement.score:.3f}")
    elif not facts:
        facts.append("begins the story")
    if placement.runner_up is not None:
        facts.append(f"next story {placement.runner_up:.3f}")
    if one.names:
        facts.append(f"shared names: {', '.join(one.names)}")
    if one.terms:
        facts.append(f"shared words: {', '.join(one.terms)}")
    if placement.days_apart is not None:
        facts.append(f"{placement.days_apart:.1f} days apart")
    return " · ".join(facts)


def brief_text(brief: StoryBrief) -> str:
    """Return what is new in a story."""
    reads = {read.report.id: read for read in brief.reports}
    lines = [("NEW " if brief.new_story else "") + story_text(brief.summary).lstrip("* ")]
    for report, read in reads.items():
        copy = " (a copy)" if report in brief.copies else ""
        source = _fact(read, _beginning_of(read), "", "")
        lines.append(f"  + {read.report.headline or 'no headline'}{copy}\n    {_source_of(source)}")
    lines += ["  " + record_text(said_record(said)) for said in brief.said]
    lines += [_row_text(row) for row in brief.figures]
    lines += ["  ahead: " + record_text(dated_record(dated)) for dated in brief.to_come]
    return "\n".join(lines)


def _beginning_of(read: ReadReport) -> Span:
    """Return where a report begins: its headline, else its first paragraph."""
    return next(iter((*read.report.evidence.headline, *read.report.body)), Span(0, 0))


def _row_text(row: FigureRow) -> str:
    from dateline.show.values import value_of

    entries = "; ".join(
        f"{value_of(entry)} ({entry.report} [{entry.start}–{entry.end}])" for entry in row.entries
    )
    return f"  figures {row.verdict}: {row.measure}: {entries}"
