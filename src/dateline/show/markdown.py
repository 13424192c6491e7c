"""A dossier set as Markdown: a brief that can be pasted, every line with its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from dateline.records import Dossier, DossierSet, Page, Place, ReadReport, TimelineEntry
from dateline.show.dates import day_label
from dateline.show.links import text_fragment
from dateline.show.rows import entry_lines
from dateline.show.timeline.lines import (
    HappeningLine,
    Reads,
    happening_line,
    outlets_of,
    remarks_of,
)
from dateline.show.views import (
    TimeLine,
    country_of,
    facts_of,
    figure_line,
    models_of,
    name_of,
    outlet_of,
    person_line,
    reads_of,
    set_apart,
    statement_line,
    time_line,
    words_of,
)
from dateline.text import Span

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~])")


def escaped(words: str) -> str:
    """Return words so that Markdown shows them as they are."""
    return _MARKUP.sub(r"\\\1", words)


def markdown_of(dossiers: DossierSet) -> str:
    """Return the dossier set as one Markdown document."""
    reads = reads_of(dossiers)
    lines: list[str] = []
    for dossier in dossiers.dossiers:
        if len(dossier.story.reports) > 1:
            lines += _dossier(dossier, reads)
    for name, pages in groupby(dossiers.pages, key=name_of):
        lines += ["", "---", "", f"*{escaped(name)}*"]
        for page in pages:
            lines += _page(page, [reads[report.id] for report in page.reports])
    if models := models_of(dossiers):
        lines += ["", f"Read with {escaped(models)}."]
    return "\n".join(lines).strip() + "\n"


def _at(span: Span | None) -> str:
    return f" `{span.start}–{span.end}`" if span is not None else ""


def _list(title: str, items: Iterable[str], level: str = "###") -> Iterator[str]:
    shown = list(items)
    if shown:
        yield from ("", f"{level} {title}", "", *(f"- {item}" for item in shown))


def _page(page: Page, reads: Sequence[ReadReport]) -> Iterator[str]:
    for note in page.notes:
        yield from ("", f"> {escaped(note.text)}")
    for read in reads:
        if read.report.kind == "article":
            yield from _article(read)
    apart = ", ".join(f"{count} {kind}" for kind, count in set_apart(page).items())
    if apart:
        yield from ("", f"Set apart: {apart}.")
    teasers = [read for read in reads if read.report.kind == "teaser"]
    if len(teasers) < len(reads):
        yield from _list("Other reports on this page", map(_teaser, teasers))
    else:
        yield from ("", *(f"- {_teaser(read)}" for read in teasers))


def _teaser(read: ReadReport) -> str:
    words = escaped(words_of(read.text, read.report.body))
    lines = [f"**{escaped(read.report.headline or '')}** {words} {_facts(read)}".strip()]
    lines += _statements(read, spoken=True)
    lines += [_figure(read, number) for number in range(len(read.reading.figures))]
    return "\n  - ".join(lines)


def _facts(read: ReadReport) -> str:
    facts = " · ".join(f"{label} {escaped(value)}" for label, value in facts_of(read.report))
    return f"({facts})" if facts else ""


def _article(read: ReadReport) -> Iterator[str]:
    report, text, reading = read.report, read.text, read.reading
    yield from ("", f"## {escaped(report.headline or 'No headline')}", "", _facts(read))
    for note in (*report.notes, *reading.notes):
        yield from ("", f"> {escaped(note.text)}")
    subheads = set(report.subheads)
    for span in report.body:
        words = escaped(words_of(text, [span]))
        yield from ("", f"**{words}**" if span in subheads else words)
    yield from _list("Who said what", _statements(read, spoken=True))
    yield from _list("Stances and plans", _statements(read, spoken=False))
    yield from _list("Figures", (_figure(read, n) for n in range(len(reading.figures))))
    yield from _list(
        "When",
        (_time(time_line(time, read.report, text)) for time in reading.times),
    )
    yield from _list("People", (_person(read, n) for n in range(len(reading.people))))
    yield from _list(
        "Organisations",
        (f"{escaped(item.name)}{_at(item.mentions[0])}" for item in reading.organisations),
    )
    yield from _list(
        "Places",
        (f"{escaped(item.name)}{_in(item)}{_at(item.mentions[0])}" for item in reading.places),
    )


def _in(place: Place) -> str:
    return f" ({escaped(country)})" if (country := country_of(place)) else ""


def _statements(read: ReadReport, *, spoken: bool) -> list[str]:
    return [
        _statement(read, number)
        for number, statement in enumerate(read.reading.statements)
        if statement.spoken is spoken
    ]


def _statement(read: ReadReport, number: int) -> str:
    line = statement_line(read.reading.statements[number], read.reading, read.text)
    who = f"**{escaped(line.speaker)}**" if line.named else f"*{escaped(line.speaker)}*"
    if line.role and line.role.casefold() not in line.speaker.casefold():
        who += f", {escaped(line.role)}"
    cue = f" – {escaped(line.cue)}" if line.cue else ""
    return f"{who}{cue}: {escaped(line.content)}{_at(line.spans[0] if line.spans else None)}"


def _time(line: TimeLine) -> str:
    told_from = f", from {escaped(line.told_from)}" if line.told_from else ""
    return f"{line.when}: {escaped(line.words)}{told_from}{_at(line.span)}"


def _figure(read: ReadReport, number: int) -> str:
    line = figure_line(read.reading.figures[number], read.reading, read.text)
    measure = "what is measured is not clear" if line.unclear else escaped(line.measure)
    basis = ", ".join(item for item in (line.basis, line.speaker) if item)
    on = f" ({escaped(basis)})" if basis else ""
    return f"**{escaped(line.value)}** {measure}{on}{_at(line.span)}"


def _person(read: ReadReport, number: int) -> str:
    line = person_line(read.reading.people[number], read.reading, read.text)
    details = [str(line.age)] if line.age is not None else []
    details += [escaped(role) for role, _ in line.roles]
    details += [f"{escaped(kin)} → {escaped(other)}" for kin, other, _ in line.relations]
    return f"**{escaped(line.name)}**{'; '.join(['', *details])}{_at(line.mentions[0])}"


def _dossier(dossier: Dossier, reads: Reads) -> Iterator[str]:
    members = [reads[report] for report in dossier.story.reports]
    yield from ("", f"# {escaped(dossier.story.headline or 'No headline')}")
    yield from _list(
        f"{len(members)} reports",
        map(_report, members),
    )
    rows = [row for row in dossier.figures if row.verdict != "single"]
    if rows:
        yield from ("", "### Figures side by side", "")
        yield from ("| measured | value | basis | words | report |", "|---|---|---|---|---|")
    for row in rows:
        for place, (_, line) in enumerate(entry_lines(row, reads)):
            first = f"**{escaped(row.measure)}** ({row.verdict})" if place == 0 else ""
            words = f"{escaped(line.words)}{''.join(map(_at, line.spans))}"
            basis = escaped(", ".join(line.basis))
            cells = (first, escaped(line.value), basis, words, escaped(line.source))
            yield f"| {' | '.join(cells)} |"
    for title, entries in (("Timeline", dossier.timeline), ("Agenda", dossier.agenda)):
        yield from _list(title, (_happening(entry, reads) for entry in entries))


def _happening(entry: TimelineEntry, reads: Reads) -> str:
    line = happening_line(entry, reads)
    remarks = f" ({escaped('; '.join(remarks_of(line)))})" if remarks_of(line) else ""
    at = _at(Span(entry.span.start, entry.span.end))
    return f"**{line.when}** {escaped(line.words)}{remarks} – {_outlets(line, reads)}{at}"


def _outlets(line: HappeningLine, reads: Reads) -> str:
    return escaped(", ".join(outlets_of(line, reads)))


def _report(read: ReadReport) -> str:
    """Return a report's headline, as a link where its page is public, with outlet and date."""
    report = read.report
    headline = escaped(report.headline or "No headline")
    address = text_fragment(report.url, report.headline or "")
    shown = f"[{headline}](<{address}>)" if address else headline
    return f"{shown} ({escaped(_cited(read))})"


def _cited(read: ReadReport) -> str:
    day = f", {day_label(read.report.published)}" if read.report.published else ""
    return f"{outlet_of(read.report)}{day}"
