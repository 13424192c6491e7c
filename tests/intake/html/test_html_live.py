"""The entries of live blogs are reports of their own."""

from __future__ import annotations

import json

from html_pages import JSON_LD, SENTENCES, page

from dateline.intake.html import read_html
from dateline.intake.html.lines import lines_of
from dateline.intake.html.live import entry_lines
from dateline.intake.html.metadata import Metadata, metadata_of
from dateline.intake.html.tree import tree_of
from dateline.records import Page, Report

LIVE = JSON_LD.replace("NewsArticle", "LiveBlogPosting")
HEADINGS = ("Hall opened", "Tanker on its way", "Ferries stop", "Fuel runs low", "Boats help")
HOURS = ("14:05", "13:20", "12:40", "10:15", "09:50")


def clock(hour: str) -> str:
    return f'<p class="stamp"><time datetime="2031-03-04T{hour}:00+02:00">{hour}</time></p>'


def entry(*inner: str) -> str:
    return f'<div class="live-post">{"".join(inner)}</div>'


def reports(source: str) -> tuple[Page, list[Report]]:
    read = read_html(source)
    first, *entries = [report for report in read.reports if report.kind == "article"]
    assert first.headline == "Ferries stop as fuel runs out"
    for report in entries:
        for span in (*report.body, *report.evidence.published, *report.evidence.headline):
            assert 0 <= span.start < span.end <= len(read.text)
    return read, entries


def told(read: Page, report: Report) -> list[str]:
    return [span.of(read.text) for span in report.body]


def test_each_entry_is_a_report_with_its_heading_time_and_text() -> None:
    rows = zip(HEADINGS, HOURS, SENTENCES, strict=False)
    read, entries = reports(
        page(
            "".join(entry(clock(h), f"<h2>{t}</h2>", f"<p>{s}</p>") for t, h, s in rows), head=LIVE
        )
    )
    assert [report.headline for report in entries] == list(HEADINGS)
    assert [report.published for report in entries] == [
        f"2031-03-04T{hour}:00+02:00" for hour in HOURS
    ]
    assert {report.published_basis for report in entries} == {"stated"}
    assert [told(read, report) for report in entries] == [[s] for s in SENTENCES[:5]]
    assert [report.evidence.published[0].of(read.text) for report in entries] == list(HOURS)
    assert [report.id for report in entries] == [f"{read.id}.{n}" for n in range(1, 6)]


def test_an_entry_without_a_heading_begins_with_its_time_and_not_with_its_update() -> None:
    update = '<p>Updated at <time datetime="2031-03-04T15:00:00+02:00">15:00</time></p>'
    body = "".join(
        entry(clock(h), f"<p>{s}</p>", update) for h, s in zip(HOURS, SENTENCES, strict=False)
    )
    read, entries = reports(page(body, head=LIVE))
    assert [told(read, report) for report in entries] == [[s] for s in SENTENCES[:5]]
    assert [report.published[11:16] for report in entries if report.published] == list(HOURS)


def test_an_entry_whose_time_is_not_shown_takes_it_from_the_pages_metadata() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": t, "datePublished": f"2031-03-04T{h}:00+02:00"}
        for t, h in zip(HEADINGS, HOURS, strict=True)
    ]
    head = LIVE.replace(
        '"headline":"Ferries', f'"liveBlogUpdate":{json.dumps(updates)},"headline":"Ferries'
    )
    body = "".join(
        entry(f"<h2>{t}</h2>", f"<p>{s}</p>") for t, s in zip(HEADINGS, SENTENCES, strict=False)
    )
    _, entries = reports(page(body, head=head))
    assert [report.published[11:16] for report in entries if report.published] == list(HOURS)


def test_the_text_before_the_first_entry_is_the_articles() -> None:
    body = f"<p>{SENTENCES[5]}</p>" + "".join(
        entry(clock(h), f"<h2>{t}</h2>", f"<p>{s}</p>")
        for t, h, s in zip(HEADINGS, HOURS, SENTENCES, strict=False)
    )
    read, entries = reports(page(body, head=LIVE))
    assert told(read, read.reports[0]) == [SENTENCES[5]]
    assert len(entries) == len(HEADINGS)


def test_an_ordinary_article_with_sub_heads_and_times_has_no_entries() -> None:
    body = "".join(
        f"{clock(h)}<h2>{t}</h2><p>{s}</p>"
        for t, h, s in zip(HEADINGS, HOURS, SENTENCES, strict=False)
    )
    _, entries = reports(page(body))
    assert entries == []


def test_entries_of_a_stated_live_blog_hold_whatever_else_is_thought_of_them() -> None:
    markup = "".join(
        entry(f"<h2>{t}</h2>", f"<p>{s}</p>", '<div class="share-bar"><p>Share this</p></div>')
        for t, s in zip(HEADINGS, SENTENCES, strict=False)
    )
    lines = lines_of(tree_of("page", f"<html><body>{markup}</body></html>").root)
    nothing = [False] * len(lines.blocks)
    found = entry_lines(lines, nothing, Metadata(live=True))
    words = [lines.blocks[i].span.of(lines.text) for i in found]
    assert words == [w for pair in zip(HEADINGS, SENTENCES, strict=False) for w in pair]
    assert entry_lines(lines, nothing, Metadata()) == (), "news in brief beside another article"


def test_a_live_blog_has_its_own_date_and_headline_and_not_those_of_an_entry() -> None:
    updates = [
        {
            "@type": "BlogPosting", "headline": t, "datePublished": f"2031-03-05T{h}:00+02:00",
            "url": f"https://harbour.example/ferries#{n}", "articleBody": s,
        }
        for n, (t, h, s) in enumerate(zip(HEADINGS, HOURS, SENTENCES, strict=False))
    ]  # fmt: skip
    blog = {
        "@type": "LiveBlogPosting", "headline": "Ferries stop", "liveBlogUpdate": updates,
        "datePublished": "2031-03-04T08:00:00+02:00", "url": "https://harbour.example/ferries",
    }  # fmt: skip
    script = f'<script type="application/ld+json">{json.dumps(blog)}</script>'
    found = metadata_of(
        tree_of("page", f"<html><head>{script}</head></html>").root,
        "https://harbour.example/ferries",
    )
    assert found.published == ("2031-03-04T08:00:00+02:00",)
    assert found.stated_headline == "Ferries stop"
    assert found.live
    assert len(found.updates) == len(updates)
