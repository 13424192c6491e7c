from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.intake.entry import Entry, page_of_entry, paragraphs_of
from dateline.intake.feeds import feeds_of_opml, pages_of_feed
from dateline.records import Page

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><title>UPDATE 1-Bridge closed &amp;amp; guarded</title><link>https://h.example/1</link>
<pubDate>Mon, 18 Mar 2024 11:20:00 +0100</pubDate>
<description>&lt;p&gt;ORRIN, March 18 (Northline) - The bridge was closed.&lt;/p&gt;&lt;p&gt;Police gave no reason.&lt;/p&gt;</description></item>
<item><title>Undated item</title><description>Nothing more.</description></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Rain</title>
<author><name>Una Brask</name></author><updated>2024-03-18T06:00:00Z</updated>
<link href="/rain"/><content type="html">It rained.&lt;br&gt;A lot.</content></entry></feed>"""

RSS_1 = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel><title>Old</title></channel>
 <item rdf:about="x"><title>Still here</title><description>Words.</description></item></rdf:RDF>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ledger",
        "items": [
            {
                "id": "1",
                "title": "Copper up",
                "content_html": "<p>Copper rose.</p>",
                "date_published": "2024-03-18T10:00:00Z",
                "authors": [{"name": "Fabian Quill"}],
            }
        ],
    }
).encode()


def spans_are_what_they_claim(page: Page) -> bool:
    report = page.reports[0]
    values = {
        "headline": (report.headline,),
        "authors": report.authors,
        "agency": (report.agency,),
        "outlet": (report.outlet,),
        "place": (report.place,),
        "version": (report.version,),
    }
    return all(
        span.of(page.text) in known
        for name, known in values.items()
        for span in getattr(report.evidence, name)
    )


@pytest.mark.parametrize("data", [RSS, ATOM, RSS_1, JSON_FEED], ids=["rss", "atom", "rdf", "json"])
def test_every_value_of_an_entry_is_a_span_of_its_page(data: bytes) -> None:
    for page in pages_of_feed("feed", data):
        assert spans_are_what_they_claim(page)
        ends = 0
        for part in page.parts:
            assert ends <= part.start <= part.end <= len(page.text)
            ends = part.end


def test_an_rss_entry_is_read_with_its_wire_marks() -> None:
    first, second = pages_of_feed("feed", RSS)
    report = first.reports[0]
    assert report.headline == "UPDATE 1-Bridge closed & guarded"
    assert (report.version, report.agency, report.place) == ("UPDATE 1", "Northline", "ORRIN")
    assert report.published == "2024-03-18T10:20:00+00:00"
    assert [span.of(first.text) for span in report.body] == [
        "The bridge was closed.",
        "Police gave no reason.",
    ]
    assert [note.code for note in second.reports[0].notes] == ["no-date"]


def test_an_atom_entry_keeps_author_and_line_breaks() -> None:
    (page,) = pages_of_feed("feed", ATOM, url="https://c.example/feed")
    report = page.reports[0]
    assert report.authors == ("Una Brask",)
    assert report.url == "https://c.example/rain"
    assert [span.of(page.text) for span in report.body] == ["It rained.", "A lot."]


def test_a_truncated_feed_gives_the_entries_that_are_whole() -> None:
    pages = list(pages_of_feed("feed", RSS[: RSS.index(b"<item><title>Undated")]))
    assert len(pages) == 1


@pytest.mark.parametrize(
    "data",
    [
        b"<rss></rss>",
        b"{}",
        b'{"items": []}',
        b'{"items": 3}',
        b"{" * 50000,
        b"<rss><channel><item><title>&#x110000;</title></item>",
    ],
)
def test_a_feed_without_entries_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        list(pages_of_feed("some.feed", data))
    assert str(caught.value).startswith("some.feed: ")


def test_an_entity_bomb_in_a_feed_expands_nothing() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
    <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/hostname">]>
    <rss version="2.0"><channel><title>T</title><item><title>&c;&f;</title></item></channel></rss>"""
    try:
        pages = list(pages_of_feed("feed", bomb))
    except InputError:
        return
    assert all(len(page.text) < 500 for page in pages)


def test_an_opml_list_gives_each_feed_once() -> None:
    opml = b"""<opml version="2.0"><body><outline text="a"><outline xmlUrl="https://a.example/rss"/>
    <outline xmlUrl="https://b.example/atom"/><outline xmlUrl="https://a.example/rss"/></outline></body></opml>"""
    assert feeds_of_opml("list", opml) == ["https://a.example/rss", "https://b.example/atom"]


@given(st.text(alphabet="<>/pdivbr &;ab\n\x00", max_size=80))
def test_any_fragment_gives_paragraphs_without_breaks_or_edges(content: str) -> None:
    for words in paragraphs_of(content):
        assert words == words.strip()
        assert "\n" not in words


def test_a_deeply_nested_fragment_is_read() -> None:
    assert paragraphs_of("<div>" * 3000 + "deep" + "</div>" * 3000)[-1:] in (["deep"], [])


def test_an_entry_of_very_many_lines_is_read_in_time() -> None:
    began = time.process_time()
    page = page_of_entry(Entry(title="Ferry stops", content="a\n" * 100_000))
    assert time.process_time() - began < 8
    assert len(page.parts) == 100_001


def test_an_entry_whose_dateline_is_a_paragraph_has_the_rest_as_its_body() -> None:
    content = "<p>HARVAN, Ostrand (AFP) —</p><p>The ferry stopped on Monday.</p>"
    page = page_of_entry(Entry(title="Ferry stops", content=content))
    (report,) = page.reports
    assert (report.place, report.agency) == ("HARVAN, Ostrand", "AFP")
    assert [span.of(page.text) for span in report.body] == ["The ferry stopped on Monday."]
