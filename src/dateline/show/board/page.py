"""The figure board as one self-contained HTML file, the sources' texts below the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from markupsafe import Markup

from dateline.records import FigureRow, ReadReport
from dateline.show.board.drawing import row_drawing
from dateline.show.packaged import asset, script_hash, templates
from dateline.show.rows import entry_lines, reason_of
from dateline.show.views import outlet_of
from dateline.text import Span

_ORDER = ("differ", "updated", "agree")


def board_html(
    rows: Sequence[FigureRow], reads: Mapping[str, ReadReport], *, title: str = "Figures"
) -> str:
    """Return the board as HTML: every mark leads to its words in the texts shown with it."""
    script = asset("dossier.js")
    compared = sorted(
        (row for row in rows if row.verdict != "single"), key=lambda row: _ORDER.index(row.verdict)
    )
    return (
        templates()
        .get_template("board.html")
        .render(
            title=title,
            rows=[(row, Markup(row_drawing(row, reads))) for row in compared],
            single=[row for row in rows if row.verdict == "single"],
            entry_lines=lambda row: [line for _, line in entry_lines(row, reads)],
            reason_of=reason_of,
            sources=_sources(rows, reads),
            outlet_of=outlet_of,
            style=Markup(asset("dossier.css")),
            script=Markup(script),
            script_hash=script_hash(script),
        )
    )


def _sources(
    rows: Sequence[FigureRow], reads: Mapping[str, ReadReport]
) -> list[tuple[ReadReport, list[tuple[Span, bool]]]]:
    """Return a report of each page cited, with the page's text cut where figures begin and end."""
    figures: dict[str, set[Span]] = {}
    first: dict[str, ReadReport] = {}
    for row in rows:
        for entry in row.entries:
            read = reads[entry.report]
            known = first.setdefault(read.page, read)
            if (read.report.kind, read.report.id) < (known.report.kind, known.report.id):
                first[read.page] = read
            figures.setdefault(read.page, set()).add(Span(entry.start, entry.end))
    return [(read, _cut(read.text, figures[page])) for page, read in first.items()]


def _cut(text: str, figures: set[Span]) -> list[tuple[Span, bool]]:
    """Return the stretches of a text in order, and of each whether a figure covers it."""
    edges = sorted({0, len(text)} | {edge for span in figures for edge in (span.start, span.end)})
    stretches = (Span(start, end) for start, end in pairwise(edges))
    return [(span, any(figure.contains(span) for figure in figures)) for span in stretches]
