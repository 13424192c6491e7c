"""The figure board as one self-contained HTML file, the sources' texts below the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from dateline.records import FigureRow, ReadReport
from dateline.show.board.drawing import row_drawing
from dateline.show.packaged import asset, script_hash, templates
from dateline.show.views import entry_line


def board_html(
    rows: Sequence[FigureRow], reads: Mapping[str, ReadReport], *, title: str = "Figures"
) -> str:
    """Return the board as HTML: every mark leads to its words in the texts shown with it."""
    script = asset("dossier.js")
    cited = {entry.report for row in rows for entry in row.entries}
    texts = {read.page: read.text for id, read in reads.items() if id in cited}
    cuts: dict[str, set[int]] = {page: {0, len(text)} for page, text in texts.items()}
    for row in rows:
        for entry in row.entries:
            cuts[reads[entry.report].page] |= {entry.start, entry.end}
    pieces = {
        page: [
            (start, end, texts[page][start:end])
            for start, end in zip(sorted(edges), sorted(edges)[1:], strict=False)
        ]
        for page, edges in cuts.items()
    }
    return (
        templates()
        .get_template("board.html")
        .render(
            title=title,
            rows=[(row, Markup(row_drawing(row, reads))) for row in rows],
            entry_line=lambda entry: entry_line(entry, reads),
            pieces=pieces,
            style=Markup(asset("dossier.css")),
            script=Markup(script),
            script_hash=script_hash(script),
        )
    )
