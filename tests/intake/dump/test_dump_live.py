"""The entries of a live blog that lost its markup are reports of their own."""

from __future__ import annotations

import pytest

from dateline.intake.dump import read_dump
from dateline.intake.fields import fields_of
from dateline.records import Page, Report

SENTENCES = (
    "The hall was opened for the passengers at noon, and many of them slept there, the town said.",
    "A tanker with fuel has left Brenmark for the islands, the ministry of transport said.",
    "All ferries between Harvan and the islands have stopped, the operator told reporters.",
    "Fuel is running low at the depot in Harvan, three captains said on Tuesday morning.",
    "Fishermen took some of the stranded across the strait in their boats, the mayor said.",
)
HEADINGS = (
    "Town opens its hall",
    "Tanker on its way to the islands",
    "Ferries stop running",
    "Captains say fuel is low",
    "Boats help out",
)
HOURS = ("14:05", "13:20", "12:40", "10:15", "09:50")
LEAD = "Here is what is known of the ferries to the islands, which stopped for want of fuel."
TITLE = "Ferries to the islands stop as fuel runs out – live updates"


def blog(entries: list[str], *, title: str = TITLE, stamp: str = "4 March 2031 14:10") -> str:
    top = "\n".join(("The Harvan Gazette", "News | Sport", title, f"Updated {stamp}", LEAD))
    return "\n\n".join((top, *entries, "Contact us", "© 2031 Gazette Media Ltd")) + "\n"


def read(text: str) -> tuple[Page, Report, list[Report]]:
    page = read_dump(text)
    article, *entries = [report for report in page.reports if report.kind == "article"]
    return page, article, entries


def told(page: Page, report: Report) -> list[str]:
    return [span.of(page.text) for span in report.body]


def clocks(reports: list[Report]) -> list[str | None]:
    return [report.published[10:16] if report.published else None for report in reports]


@pytest.mark.parametrize(
    "form",
    [
        "{clock}\n{heading}\n{text}",
        "{clock} GMT\nMira Olt\n{heading}\n{text}",
        "{clock}Mira Olt\n{heading}\n{text}",
        "{clock}KEY EVENT\n{heading}\n{text}",
        "2h ago {clock}\n{heading}\n{text}",
        "{heading}\npublished at {clock} GMT 4 March\n{text}",
        "4 March 2031, {clock} ET\n{heading}\n{text}",
    ],
)
def test_each_entry_is_a_report_with_its_heading_time_and_text(form: str) -> None:
    rows = zip(HOURS, HEADINGS, SENTENCES, strict=True)
    page, article, entries = read(
        blog([form.format(clock=c, heading=h, text=t) for c, h, t in rows])
    )
    assert article.headline == TITLE
    assert told(page, article) == [LEAD]
    assert [report.headline for report in entries] == list(HEADINGS)
    assert [told(page, report) for report in entries] == [[text] for text in SENTENCES]
    assert clocks(entries) == [f"T{clock}" for clock in HOURS]
    assert {report.published[:10] for report in entries if report.published} == {"2031-03-04"}
    assert {report.published_basis for report in entries} == {
        "stated" if "2031" in form else "page"
    }
    assert [report.id for report in entries] == [f"{page.id}.{n}" for n in range(1, 6)]
    assert {report.authors for report in entries} <= {(), ("Mira Olt",)}
    assert not [report for report in page.reports if report.kind == "teaser"]


def test_entries_without_headings_begin_with_their_times() -> None:
    page, _, entries = read(blog([f"{c} GMT\n{t}" for c, t in zip(HOURS, SENTENCES, strict=True)]))
    assert [report.headline for report in entries] == [None] * 5
    assert [told(page, report) for report in entries] == [[text] for text in SENTENCES]


def test_the_list_of_entries_on_top_of_a_live_blog_is_no_other_story() -> None:
    rows = list(zip(HOURS, HEADINGS, SENTENCES, strict=True))
    listed = "\n".join(("Key events", *(f"{heading}{clock}" for clock, heading, _ in rows)))
    text = blog([listed, *(f"{c}\n{h}\n{t}" for c, h, t in rows)])
    assert {report.headline for report in read_dump(text).reports} == {TITLE, *HEADINGS}


def test_the_day_of_an_entry_beyond_midnight_is_not_known() -> None:
    hours = ("00:40", "00:15", "23:50", "22:05", "21:30")
    rows = zip(hours, HEADINGS, SENTENCES, strict=True)
    text = blog([f"{c}\n{h}\n{t}" for c, h, t in rows], stamp="5 March 2031 00:45")
    _, _, entries = read(text)
    assert clocks(entries) == ["T00:40", "T00:15", None, None, None]
    assert [[note.code for note in report.notes] for report in entries[2:]] == [["no-date"]] * 3
    _, _, both = read(text.replace("Updated 5", "Published 4 March 2031\nUpdated 5"))
    assert [report.published for report in both] == [
        "2031-03-05T00:40", "2031-03-05T00:15",
        "2031-03-04T23:50", "2031-03-04T22:05", "2031-03-04T21:30",
    ]  # fmt: skip


def test_a_chronicle_that_does_not_say_that_it_is_live_has_no_entries() -> None:
    rows = zip(reversed(HOURS), HEADINGS, SENTENCES, strict=True)
    text = blog(
        [f"{c}\n{h}\n{t}" for c, h, t in rows], title="How the ferries to the islands stopped"
    )
    _, article, entries = read(text)
    assert entries == []
    assert len(article.body) > len(SENTENCES)


def test_the_text_of_a_live_blogs_page_goes_on_with_its_entries() -> None:
    rows = list(zip(HOURS, HEADINGS, SENTENCES, strict=True))
    page, _, _ = read(blog([f"{c}\n{h}\n{t}" for c, h, t in rows]))
    entries = [words for _, heading, text in rows for words in (heading, text)]
    assert fields_of(page, id="x").body == (LEAD, *entries)
