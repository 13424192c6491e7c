import csv
import io
import re
from xml.etree import ElementTree

import msgspec
import pytest

from dateline.records import (
    Happening,
    PageSpan,
    Reading,
    ReadReport,
    Report,
    Statement,
    TimelineEntry,
)
from dateline.show.timeline import (
    agenda_ical,
    timeline_csv,
    timeline_html,
    timeline_markdown,
    timeline_text,
)
from dateline.text import Span

TEXT = "Kovac won the vote. =SUM(A1) fell | <b>hard</b>. Elections are due, early next year; ok."
READS = {
    "p.0": ReadReport(
        report=Report(id="p.0", kind="article", outlet="Courier <i>", published="2022-11-21"),
        reading=Reading(
            id="p.0",
            statements=(Statement(content=(Span(0, 18),), source=(Span(0, 5),), style="indirect"),),
            happenings=(Happening(start=0, end=18, statement=0),),
        ),
        text=TEXT,
        page="p",
    )
}


def entry(words: str, start: str, end: str, **fields: object) -> TimelineEntry:
    at = TEXT.index(words)
    span = PageSpan(page="p", report="p.0", start=at, end=at + len(words))
    defaults: dict[str, object] = {"precision": "day", "status": "past", "sources": (span,)}
    return TimelineEntry(from_=start, to=end, span=span, **{**defaults, **fields})


PAST = (
    entry("Kovac won the vote", "2022-11-20", "2022-11-21", who=("Maria Kovac",)),
    entry("=SUM(A1) fell | <b>hard</b>", "2022-11-21", "2022-11-22", conflict=True),
)
AHEAD = (
    entry(
        "Elections are due, early next year; ok", "2023-01-01", "2024-01-01", precision="year",
        status="planned", mod="START", where=("Norvia",),
    ),
)  # fmt: skip


def test_the_terminal_table_shows_when_what_and_what_to_know():
    text = timeline_text(PAST, AHEAD, READS, width=60)
    assert "early 2023" in text
    assert "[planned; Courier <i>]" in text
    assert "dates differ" in text
    assert all(len(line) <= 60 for line in text.splitlines())


def test_markdown_cannot_be_broken_by_the_sources_words():
    rows = [line for line in timeline_markdown(PAST, AHEAD, READS).splitlines() if "SUM" in line]
    assert len(re.findall(r"(?<!\\)\|", rows[0])) == 5
    assert r"\<b\>" in rows[0]


def test_csv_gives_every_entry_its_place_on_the_page_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(timeline_csv(PAST, AHEAD, READS))))
    assert [row["list"] for row in rows] == ["timeline", "timeline", "agenda"]
    assert rows[1]["words"].startswith("'=")
    assert TEXT[int(rows[0]["start"]) : int(rows[0]["end"])] == rows[0]["words"]


def test_html_escapes_the_sources_words_and_draws_well_formed_svg():
    page = timeline_html(PAST, AHEAD, READS)
    assert "<b>hard" not in page
    (svg,) = re.findall(r"<svg.*?</svg>", page, flags=re.DOTALL)
    root = ElementTree.fromstring(svg)
    assert len(root.findall("./g[@class='marks']/g")) == 3
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in page


def test_marks_of_the_drawing_do_not_overlap():
    many = [
        entry("Kovac won the vote", f"2022-11-{day:02d}", f"2022-11-{day + 1:02d}")
        for day in range(1, 29)
    ]
    page = timeline_html(many, (), READS)
    boxes = re.findall(r'<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)"', page)
    rows: dict[str, float] = {}
    for x, y, width in boxes:
        assert float(x) >= rows.get(y, 0.0)
        rows[y] = float(x) + float(width)


def test_a_timeline_without_entries_says_so():
    assert "No dated happenings" in timeline_html((), (), {})
    assert "No dated happenings" in timeline_text((), (), {})
    assert "No dated happenings" in timeline_markdown((), (), {})


def test_the_calendar_is_folded_escaped_and_ends_lines_with_cr_lf():
    calendar = agenda_ical(AHEAD, READS, stamp="2022-11-21")
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert calendar.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    assert "SUMMARY:Elections are due\\, early next year\\; ok" in calendar.replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20230101\r\n" in calendar
    assert "STATUS:TENTATIVE" in calendar


@pytest.mark.parametrize(
    ("start", "line"),
    [
        ("2023-02-01T09:30+00:00", "DTSTART:20230201T093000Z"),
        ("2023-02-01T09:30", "DTSTART:20230201T093000"),
        ("2023-02-01T09:30-05:00", "DTSTART:20230201T143000Z"),
    ],
)
def test_the_calendar_writes_clock_times_with_a_zone_in_utc(start, line):
    (event,) = (entry("Kovac won the vote", start, "2023-02-02", status="scheduled"),)
    assert line in agenda_ical([event], READS)


def test_a_conflict_names_the_other_days():
    (told,) = (
        entry("Kovac won", "2022-11-20", "2022-11-21", conflict=True, other_dates=("2022-11-19",)),
    )
    assert "dates differ: also 19 Nov 2022" in timeline_text([told], (), READS, width=200)


def test_every_form_names_the_outlet_and_who_says_so():
    (told,) = (entry("Kovac won the vote", "2022-11-20", "2022-11-21", claimed=True),)
    for shown in (
        timeline_text([told], (), READS, width=200),
        timeline_markdown([told], (), READS),
        timeline_html([told], (), READS),
        agenda_ical([told], READS).replace("\r\n ", ""),
    ):
        assert "Kovac says so" in shown
        assert "Courier" in shown
    assert "<i>" not in timeline_html([told], (), READS).replace('<i class="tag', "")


def test_an_entry_whose_words_are_public_leads_there():
    (told,) = (entry("Kovac won the vote", "2022-11-20", "2022-11-21"),)
    read = READS["p.0"]
    public = msgspec.structs.replace(
        read, report=msgspec.structs.replace(read.report, url="https://courier.example/a")
    )
    page = timeline_html([told], (), {"p.0": public})
    assert 'href="https://courier.example/a#:~:text=Kovac%20won%20the%20vote"' in page
