"""A dossier set in the terminal: plain words, offsets beside them, colour only where shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.records import (
    Dossier,
    DossierSet,
    FigureRow,
    Page,
    ReadReport,
    TimeExpression,
    TimelineEntry,
)
from dateline.show.dates import day_label
from dateline.show.rows import entry_lines, reason_of
from dateline.show.timeline.lines import Reads, happening_line, outlets_of, remarks_of
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


def print_dossiers(dossiers: DossierSet, console: Console) -> None:
    """Print every page as read and then the stories its reports fall into."""
    reads = reads_of(dossiers)
    for name, pages in groupby(dossiers.pages, key=name_of):
        console.print(Rule(Text(name, style="dim"), align="left"))
        for page in pages:
            console.print(_page(page, [reads[report.id] for report in page.reports]))
    console.print(_stories(dossiers.dossiers, reads))
    if models := models_of(dossiers):
        console.print(Text(f"\nread with {models}", style="dim"))


def _offsets(span: Span | None) -> str:
    return f"[{span.start}–{span.end}]" if span is not None else ""


def _section(title: str, rows: Iterable[RenderableType]) -> RenderableType:
    shown = list(rows)
    if not shown:
        return Group()
    return Group(Text(f"\n{title}", style="bold"), *(_indented(row) for row in shown))


def _indented(row: RenderableType) -> Padding:
    return Padding(row, (0, 0, 0, 2), expand=False)


def _facts(read: ReadReport) -> Text:
    return Text(
        " · ".join(f"{label} {value}" for label, value in facts_of(read.report)), style="dim"
    )


def _page(page: Page, reads: Sequence[ReadReport]) -> RenderableType:
    rows: list[RenderableType] = []
    for note in page.notes:
        rows.append(Text(f"note: {note.text}", style="yellow"))
    articles = [read for read in reads if read.report.kind == "article"]
    teasers = [read for read in reads if read.report.kind == "teaser"]
    for read in articles:
        rows.append(_article(read))
    apart = ", ".join(f"{count} {kind}" for kind, count in set_apart(page).items())
    if apart:
        rows.append(Text(f"\nset apart: {apart}", style="dim"))
    if articles:
        title = f"Other reports on this page ({len(teasers)})"
        rows.append(_section(title, map(_teaser, teasers)))
    else:
        rows += map(_teaser, teasers)
    return Group(*rows)


def _article(read: ReadReport) -> RenderableType:
    report, text = read.report, read.text
    rows: list[RenderableType] = [
        Text(report.headline or "no headline", style="bold"),
        _facts(read),
    ]
    for note in (*report.notes, *read.reading.notes):
        rows.append(Text(f"note: {note.text}", style="yellow"))
    subheads = set(report.subheads)
    for span in report.body:
        style = "bold italic" if span in subheads else ""
        rows.append(Text("\n" + words_of(text, [span]), style=style))
    rows.append(_reading(read))
    return Group(*rows)


def _teaser(read: ReadReport) -> RenderableType:
    report = read.report
    rows: list[RenderableType] = [Text(f"• {report.headline or ''}", style="bold")]
    if read.report.body:
        rows.append(_indented(Text(words_of(read.text, report.body))))
    facts = _facts(read)
    if facts.plain:
        rows.append(_indented(facts))
    reading = read.reading
    rows += [_indented(line) for line in _statements(read, spoken=True)]
    rows += [_indented(_figure(read, number)) for number in range(len(reading.figures))]
    return Group(*rows)


def _reading(read: ReadReport) -> RenderableType:
    reading, text = read.reading, read.text
    return Group(
        _section("Who said what", _statements(read, spoken=True)),
        _section("Stances and plans", _statements(read, spoken=False)),
        _section("Figures", [_figure(read, number) for number in range(len(reading.figures))]),
        _section(
            "When",
            [_time(time_line(time, read.report, text), time) for time in reading.times],
        ),
        _section("People", [_person(read, number) for number in range(len(reading.people))]),
        _section(
            "Organisations",
            [
                Text.assemble(
                    item.name,
                    (f" ({item.acronym})" if item.acronym else "", ""),
                    (f"  {_offsets(item.mentions[0])} ×{len(item.mentions)}", "dim"),
                )
                for item in reading.organisations
            ],
        ),
        _section(
            "Places",
            [
                Text.assemble(
                    place.name,
                    (
                        f"  {country_of(place)}"
                        + (
                            f" {place.lat:.2f}, {place.lon:.2f}"
                            if place.lat is not None and place.lon is not None
                            else ""
                        ),
                        "green",
                    ),
                    (f"  {_offsets(place.mentions[0])} ×{len(place.mentions)}", "dim"),
                )
                for place in reading.places
            ],
        ),
    )


def _statements(read: ReadReport, *, spoken: bool) -> list[Text]:
    return [
        _statement(read, number)
        for number, statement in enumerate(read.reading.statements)
        if statement.spoken is spoken
    ]


def _statement(read: ReadReport, number: int) -> Text:
    line = statement_line(read.reading.statements[number], read.reading, read.text)
    who = Text(line.speaker, style="bold" if line.named else "italic")
    if line.role and line.role.casefold() not in line.speaker.casefold():
        who.append(f", {line.role}", style="")
    if line.candidates and not line.named:
        who.append(f" (one of: {', '.join(line.candidates)})", style="yellow")
    return Text.assemble(
        who,
        (f"  {line.cue}" if line.cue else "", "dim"),
        (f"  via {line.via}" if line.via else "", "dim"),
        "  ",
        line.content,
        (f"  {line.style} {_offsets(line.spans[0] if line.spans else None)}", "dim"),
    )


def _time(line: TimeLine, time: TimeExpression) -> Text:
    told_from = f", from {line.told_from}" if line.told_from else ""
    return Text.assemble(
        (line.when, "cyan"),
        f"  {line.words}  ",
        (f"{time.type} {time.value}{told_from} {_offsets(line.span)}", "dim"),
    )


def _figure(read: ReadReport, number: int) -> Text:
    line = figure_line(read.reading.figures[number], read.reading, read.text)
    basis = [item for item in (line.basis, line.speaker) if item]
    return Text.assemble(
        (line.value, "magenta"),
        ("  what is measured is not clear", "yellow")
        if line.unclear
        else f"  {line.measure}".rstrip(),
        (f" – {line.subject}" if line.subject else "", ""),
        (f"  ({', '.join(basis)})" if basis else "", ""),
        (f"  “{line.words}” {_offsets(line.span)}", "dim"),
    )


def _person(read: ReadReport, number: int) -> Text:
    line = person_line(read.reading.people[number], read.reading, read.text)
    return Text.assemble(
        (line.name, "bold"),
        f", {line.age}" if line.age is not None else "",
        "".join(f"; {role}" for role, _ in line.roles),
        "".join(f"; {kin} → {other}" for kin, other, _ in line.relations),
        (f"  {_offsets(line.mentions[0] if line.mentions else None)} ×{len(line.mentions)}", "dim"),
    )


def _stories(stories: Sequence[Dossier], reads: Reads) -> RenderableType:
    shared = [dossier for dossier in stories if len(dossier.story.reports) > 1]
    alone = len(stories) - len(shared)
    rows: list[RenderableType] = [Rule("Stories", align="left")]
    for dossier in shared:
        rows.append(_dossier(dossier, reads))
    if alone:
        what = "report stands" if alone == 1 else "reports stand"
        rows.append(Text(f"\n{alone} {what} alone.", style="dim"))
    return Group(*rows)


def _dossier(dossier: Dossier, reads: Reads) -> RenderableType:
    members = [reads[report] for report in dossier.story.reports]
    rows: list[RenderableType] = [
        Text(f"\n{dossier.story.headline or 'no headline'}", style="bold underline"),
        Text(f"{len(members)} reports", style="dim"),
    ]
    for read in members:
        line = Text.assemble(
            f"• {read.report.headline or 'no headline'}",
            (f"  {outlet_of(read.report)}, {day_label(read.report.published)}", "dim"),
        )
        rows.append(_indented(line))
    compared = [row for row in dossier.figures if row.verdict != "single"]
    rows.append(_section("Figures side by side", [_row(row, reads) for row in compared]))
    for title, entries in (("Timeline", dossier.timeline), ("Agenda", dossier.agenda)):
        rows.append(_section(title, [_happenings(entries, reads)] if entries else []))
    return Group(*rows)


_VERDICTS = {"agree": "green", "differ": "red", "updated": "cyan", "single": "dim"}


def _row(row: FigureRow, reads: Reads) -> RenderableType:
    lines: list[RenderableType] = [
        Text.assemble(
            (row.measure, "bold"),
            "  ",
            (row.verdict, _VERDICTS[row.verdict]),
            (f"  {reason_of(row)}", "dim"),
        )
    ]
    for _, line in entry_lines(row, reads):
        lines.append(
            Padding(
                Text.assemble(
                    (line.value, "magenta"),
                    f"  {', '.join(line.basis)}" if line.basis else "",
                    (f"  “{line.words}” {' '.join(map(_offsets, line.spans))}", "dim"),
                    (f"  {line.source}", "dim"),
                ),
                (0, 0, 0, 2),
            )
        )
    return Group(*lines)


def _happenings(entries: Sequence[TimelineEntry], reads: Reads) -> Table:
    table = Table.grid(padding=(0, 2))
    for entry, line in ((entry, happening_line(entry, reads)) for entry in entries):
        remarks = "; ".join(remarks_of(line))
        words = Text.assemble(
            line.words,
            (f"  {remarks}" if remarks else "", "red" if entry.conflict else "yellow"),
            (f"  {_offsets(Span(entry.span.start, entry.span.end))}", "dim"),
            (f"  {', '.join(outlets_of(line, reads))}", "dim"),
        )
        table.add_row(Text(line.when, style="cyan", no_wrap=True), words)
    return table
