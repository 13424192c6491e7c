"""Rows of the figure board as they are shown."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from show_samples import dossiers, reads

from dateline.records import FigureEntry, FigureRow, ReadReport
from dateline.show.board import row_drawing
from dateline.show.rows import entry_lines, reason_of
from dateline.text import Span

ROW = dossiers().dossiers[0].figures[0]
ONE, TWO = ROW.entries


def row_of(*entries: FigureEntry, **fields: object) -> FigureRow:
    return replace(ROW, entries=entries, **fields)


def test_what_a_report_says_twice_stands_in_one_line_with_the_words_of_both() -> None:
    bare = replace(ONE, start=0, end=6, unit=None, basis=None)
    ((shown, line),) = entry_lines(row_of(bare, ONE), reads())
    assert shown == ONE
    assert line.value == "58 %"
    assert line.spans == (Span(ONE.start, ONE.end), Span(0, 6))


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, value=59.0),
        replace(ONE, bound=">"),
        replace(ONE, basis="final"),
        replace(ONE, report=TWO.report),
    ],
)
def test_other_figures_and_other_reports_keep_their_lines(other: FigureEntry) -> None:
    assert len(entry_lines(row_of(ONE, other), reads())) == 2


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("officials 2024-03-15, then officials 2024-03-17", "officials 15 Mar 2024, then officials 17 Mar 2024"),
        ("officials against officials", "officials on both sides"),
        ("revised: company against company", "revised: company on both sides"),
        ("exit poll against final", "exit poll against final"),
        (None, ""),
    ],
)  # fmt: skip
def test_reasons_are_put_as_people_read_them(reason: str | None, shown: str) -> None:
    assert reason_of(row_of(ONE, TWO, reason=reason)) == shown


def published(day: str, read: ReadReport) -> ReadReport:
    return replace(read, report=replace(read.report, published=day))


def test_the_line_of_an_updated_row_passes_copies_by_and_every_mark_has_its_day() -> None:
    days = {"pg-one.0": "2031-05-18", "pg-two.0": "2031-05-20T09:00"}
    known = {id: published(days[id], read) for id, read in reads().items()}
    copied = replace(ONE, report="pg-two.0", copy_of="pg-one.0")
    drawing = row_drawing(row_of(ONE, copied, TWO, verdict="updated"), known)
    (points,) = re.findall(r'<polyline class="path" points="([^"]+)"', drawing)
    assert len(points.split()) == 2
    assert re.findall(r">(5[\d.]+ %) · (\d+ May) · ", drawing) == [
        ("58 %", "18 May"), ("58 %", "20 May"), ("55.4 %", "20 May")
    ]  # fmt: skip
