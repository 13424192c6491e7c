"""The figure board as a terminal table, as Markdown and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from dateline.records import FigureRow, ReadReport
from dateline.show.markdown import escaped
from dateline.show.rows import entry_line, entry_lines, reason_of

_COLUMNS = (
    "row measure verdict reason report outlet value low high bound unit basis speaker as_of "
    "words start end copy_of"
).split()


def board_text(rows: Sequence[FigureRow], reads: Mapping[str, ReadReport]) -> str:
    """Return the board for a terminal; ``reads`` maps report ids."""
    out: list[str] = []
    for row in rows:
        reason = f"  ({told})" if (told := reason_of(row)) else ""
        out.append(f"{row.measure or 'what is measured is not clear'}: {row.verdict}{reason}")
        lines = [line for _, line in entry_lines(row, reads)]
        width = max(len(line.value) for line in lines)
        for line in lines:
            notes = ", ".join([*line.basis, line.source])
            at = " ".join(f"[{span.start}–{span.end}]" for span in line.spans)
            out.append(f"  {line.value:<{width}}  {notes}  “{line.words}” {at}")
        out.append("")
    return "\n".join(out) if out else "No figures.\n"


def board_markdown(rows: Sequence[FigureRow], reads: Mapping[str, ReadReport]) -> str:
    """Return the board as a Markdown table, the rows' measures in bold."""
    out = ["| measured | value | basis | words | report |", "|---|---|---|---|---|"]
    for row in rows:
        for number, (_, line) in enumerate(entry_lines(row, reads)):
            measure = f"**{escaped(row.measure)}** ({row.verdict})" if number == 0 else ""
            at = " ".join(f"`{span.start}–{span.end}`" for span in line.spans)
            words = f"{escaped(line.words)} {at}"
            basis = escaped(", ".join(line.basis))
            cells = (measure, escaped(line.value), basis, words, escaped(line.source))
            out.append(f"| {' | '.join(cells)} |")
    return "\n".join(out) + "\n"


def board_csv(rows: Sequence[FigureRow], reads: Mapping[str, ReadReport]) -> str:
    """Return the board as CSV, one line an entry; cells never start a spreadsheet formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for number, row in enumerate(rows):
        for entry in row.entries:
            line = entry_line(entry, reads)
            cells = (
                number, row.measure, row.verdict, row.reason, entry.report, line.outlet,
                entry.value, entry.low, entry.high, entry.bound, entry.unit, entry.basis,
                entry.speaker, entry.as_of, line.words, entry.start, entry.end, entry.copy_of,
            )  # fmt: skip
            writer.writerow(map(_harmless, cells))
    return out.getvalue()


def _harmless(cell: str | float | None) -> str | float | None:
    """Return a cell so that no spreadsheet takes it for a formula."""
    starts = isinstance(cell, str) and len(cell) > 1 and cell[0] in "=+-@\t\r"
    return f"'{cell}" if starts else cell
