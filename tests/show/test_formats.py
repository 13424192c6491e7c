"""Documents of other standards: well formed whatever the page says, every span where it stands."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from show_samples import reads

from dateline.show.annotations import annotation_page
from dateline.show.feeds import Feed, FeedEntry, atom_of, json_feed_of, stamp
from dateline.show.jsonld import news_article
from dateline.show.ninjs import ninjs_item

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<script>\x00\x0b]]>&amp;\ufffe\ud7ff</script>"


def feed_of(*titles: str) -> Feed:
    entries = tuple(
        FeedEntry(
            id=f"urn:x:{n}", title=title, url="http://d/x", updated="2031-05-04", summary=title
        )
        for n, title in enumerate(titles)
    )
    return Feed(id="urn:x", title="x", url="http://d/f", home="http://d/", entries=entries)


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), max_size=4))
def test_atom_is_well_formed_and_keeps_all_text_that_xml_can_hold(titles: list[str]) -> None:
    root = ET.fromstring(atom_of(feed_of(*titles)))
    for entry, title in zip(root.findall(f"{ATOM}entry"), titles, strict=True):
        shown = entry.findtext(f"{ATOM}title") or ""
        assert len(shown) == len(title.replace("\r\n", "\n"))


def test_hostile_text_is_text_in_both_feeds() -> None:
    root = ET.fromstring(atom_of(feed_of(HOSTILE)))
    assert root.find(f".//{ATOM}entry/script") is None
    items = json.loads(json_feed_of(feed_of(HOSTILE)))["items"]
    assert items[0]["title"] == HOSTILE


@pytest.mark.parametrize(
    ("iso", "wanted"),
    [
        ("2031-05-04", "2031-05-04T00:00:00Z"),
        ("2031-05", "2031-05-01T00:00:00Z"),
        ("2031", "2031-01-01T00:00:00Z"),
        ("2031-05-04T09:30", "2031-05-04T09:30:00Z"),
        ("2031-05-04T09:30+02:00", "2031-05-04T09:30:00+02:00"),
        ("2031-05-04T09:30:12.5-0330", "2031-05-04T09:30:12.5-03:30"),
        ("2031-05-04T09:30:12Z", "2031-05-04T09:30:12Z"),
        (None, "1970-01-01T00:00:00Z"),
    ],
)
def test_stamps_are_those_of_rfc_3339(iso: str | None, wanted: str) -> None:
    assert stamp(iso) == wanted


def test_annotations_quote_exactly_what_stands_at_their_position() -> None:
    for read in reads().values():
        page = annotation_page(read, id="http://d/a")
        assert page.items
        for item in page.items:
            for target in item.target:
                position, quote = target.selector
                assert position.start is not None and position.end is not None
                assert read.text[position.start : position.end] == quote.exact
                around = (quote.prefix or "") + (quote.exact or "") + (quote.suffix or "")
                assert around in read.text
        ids = [item.id for item in page.items]
        assert len(ids) == len(set(ids))


def test_direct_words_are_quotations_and_the_rest_claims() -> None:
    for read in reads().values():
        article = json.loads(msgspec.json.encode(news_article(read, language="en")))
        assert article["@type"] == "NewsArticle" and article["@context"] == "https://schema.org"
        parts = article.get("hasPart", [])
        direct = sum(item.style == "direct" for item in read.reading.statements)
        assert sum(part["@type"] == "Quotation" for part in parts) == direct
        for part in parts:
            start, end = map(int, re.findall(r"#char=(\d+),(\d+)$", part["identifier"])[0])
            assert 0 <= start < end <= len(read.text)


def test_a_ninjs_item_has_what_the_standard_asks_for_and_no_field_of_our_own() -> None:
    known = {
        "uri", "standard", "type", "versionCreated", "language", "contentCreated", "by", "located",
        "copyrightHolder", "headlines", "bodies", "people", "organisations", "places",
        "infoSources", "altIds",
    }  # fmt: skip
    for read in reads().values():
        item = json.loads(msgspec.json.encode(ninjs_item(read, language="en")))
        assert set(item) <= known
        assert item["standard"]["version"] == "3.0" and item["uri"].startswith("urn:")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT.*", item["versionCreated"])
