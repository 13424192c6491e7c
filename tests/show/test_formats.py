"""Documents of other standards: well formed whatever the page says, every span where it stands."""

from __future__ import annotations

import datetime
import json
import re
import uuid
import xml.etree.ElementTree as ET

import feedparser
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from show_samples import reads

from dateline.records import Placement, Reading, ReadReport
from dateline.show.annotations import annotation_collection
from dateline.show.feeds import Feed, FeedEntry, atom_of, json_feed_of, stamp
from dateline.show.iris import iri, iri_of_words
from dateline.show.jsonld import graph_of, news_article
from dateline.show.ninjs import ninjs_item
from dateline.text import Span

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<script>\x00\x0b]]>&amp;\ufffe\ud7ff</script>"


def feed_of(*titles: str) -> Feed:
    entries = tuple(
        FeedEntry(
            id=f"urn:x:{n}", title=title, url="http://d/x", updated="2031-05-04", summary=title
        )
        for n, title in enumerate(titles)
    )
    return Feed(
        id="urn:x",
        title="x",
        updated="2031-05-04",
        url="http://d/f",
        home="http://d/",
        entries=entries,
    )


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
        ("2031-05-04T09:30:12+05", "2031-05-04T09:30:12+05:00"),
    ],
)
def test_stamps_are_those_of_rfc_3339(iso: str, wanted: str) -> None:
    assert stamp(iso) == wanted


@given(
    st.datetimes(
        min_value=datetime.datetime(1000, 1, 1),
        timezones=st.none()
        | st.integers(-840, 840).map(
            lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes))
        ),
    )
)
def test_a_stamp_is_the_instant_it_was_made_from(moment: datetime.datetime) -> None:
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    assert datetime.datetime.fromisoformat(stamp(moment.isoformat())) == zoned


def test_a_feed_reader_takes_everything_out_of_both_feeds() -> None:
    entries = tuple(
        FeedEntry(
            id=f"urn:x:{n}", title=f"A & B <{n}>", url=f"http://d/report/{n}",
            updated="2031-05-04T09:30:00.5Z", published="2031-05-03", summary="“It is over”",
            authors=("Ada Morrow", "Otto Lind"), source_url="http://news.example/a?b=1&c=2",
        )
        for n in range(3)
    )  # fmt: skip
    feed = Feed(
        id="urn:x", title="x & y", updated="2031-05-04T09:30:00Z", url="http://d/f.atom",
        home="http://d/", entries=entries,
    )  # fmt: skip
    read = feedparser.parse(atom_of(feed))
    assert not read.bozo and read.version == "atom10" and len(read.entries) == 3
    first = read.entries[0]
    assert first.title_detail.type == "text/plain" and first.summary == "“It is over”"
    assert [author.name for author in first.authors] == ["Ada Morrow", "Otto Lind"]
    assert {link.rel: link.href for link in first.links} == {
        "alternate": "http://d/report/0",
        "via": "http://news.example/a?b=1&c=2",
    }
    plain = json.loads(json_feed_of(feed))
    assert plain["version"] == "https://jsonfeed.org/version/1.1"
    assert plain["items"][0]["external_url"] == "http://news.example/a?b=1&c=2"
    assert plain["items"][0]["date_modified"] == "2031-05-04T09:30:00.5Z"


def with_hostile_fields(read: ReadReport) -> ReadReport:
    report = msgspec.structs.replace(
        read.report,
        headline=HOSTILE, authors=(HOSTILE,), agency=HOSTILE, publisher=HOSTILE, outlet=HOSTILE,
        place=HOSTILE, version=HOSTILE, url=HOSTILE,
    )  # fmt: skip
    reading = msgspec.structs.replace(
        read.reading,
        people=tuple(msgspec.structs.replace(item, name=HOSTILE) for item in read.reading.people),
    )
    return msgspec.structs.replace(read, report=report, reading=reading)


def strings_in(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for item in value.values() for found in strings_in(item)]
    if isinstance(value, list):
        return [found for item in value for found in strings_in(item)]
    return [value] if isinstance(value, str) else []


def collection(read: ReadReport) -> dict:
    made = annotation_collection(
        read, id="http://d/a", source="http://d/api/pages/p/text", language="en"
    )
    return json.loads(msgspec.json.encode(made))


def targets_of(annotation: dict) -> list[dict]:
    target = annotation["target"]
    return target["items"] if isinstance(target, dict) else target


def test_names_are_uuids_that_never_change() -> None:
    assert iri("report", "pg-1.0") == iri("report", "pg-1.0") != iri("story", "pg-1.0")
    assert uuid.UUID(iri("report", "pg-1.0")).version == 5
    assert iri("report", "pg-1.0") == "urn:uuid:a11bea08-d74f-5f69-9101-2bcd5495d3f3"
    assert iri_of_words("pg-1", [Span(3, 9), Span(12, 20)]).endswith("#char=3,20")


def test_annotations_quote_exactly_what_stands_at_their_position() -> None:
    for read in reads().values():
        made = collection(read)
        items = made["first"]["items"]
        assert items and made["total"] == len(items)
        for item in items:
            for target in targets_of(item):
                position, quote = target["selector"]
                assert read.text[position["start"] : position["end"]] == quote["exact"]
                around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
                assert around in read.text
        ids = [item["id"] for item in items]
        assert len(ids) == len(set(ids))


def test_a_collection_has_the_structure_of_the_recommendation() -> None:
    purposes = {"tagging", "describing", "identifying"}
    for read in reads().values():
        made = collection(read)
        assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert made["type"] == "AnnotationCollection"
        page = made["first"]
        assert page["type"] == "AnnotationPage" and page["partOf"] == made["id"]
        assert made["last"] == page["id"]
        for item in page["items"]:
            assert item["type"] == "Annotation" and item["motivation"] in purposes
            assert all(
                body["type"] == "TextualBody" and body["purpose"] in purposes and body["value"]
                for body in item["body"]
            )
            for target in targets_of(item):
                assert target["type"] == "SpecificResource"
                assert target["source"]["id"].startswith("http://d/api/pages/")
                kinds = [selector["type"] for selector in target["selector"]]
                assert kinds == ["TextPositionSelector", "TextQuoteSelector"]


def test_a_quotation_with_a_gap_is_one_target_of_several_spans() -> None:
    read = next(iter(reads().values()))
    statement = read.reading.statements[0]
    first = statement.content[0]
    gapped = msgspec.structs.replace(
        statement, content=(Span(first.start, first.start + 4), Span(first.end - 4, first.end))
    )
    reading = msgspec.structs.replace(read.reading, statements=(gapped,))
    made = collection(msgspec.structs.replace(read, reading=reading))
    target = next(item["target"] for item in made["first"]["items"] if "statement-0" in item["id"])
    assert target["type"] == "Composite" and len(target["items"]) == 2


def test_direct_words_are_quotations_and_the_rest_claims() -> None:
    for read in reads().values():
        article = json.loads(msgspec.json.encode(news_article(read, language="en")))
        assert article["@type"] == "NewsArticle" and article["@context"] == "https://schema.org"
        assert article["identifier"] == read.report.id and "articleBody" not in article
        parts = article.get("hasPart", [])
        direct = sum(item.style == "direct" for item in read.reading.statements)
        assert sum(part["@type"] == "Quotation" for part in parts) == direct
        for part in parts:
            start, end = map(int, re.findall(r"#char=(\d+),(\d+)$", part["identifier"])[0])
            assert 0 <= start < end <= len(read.text)
            assert part["isPartOf"] == {"@id": article["@id"]}
            if part["@type"] == "Claim":
                assert part["appearance"] == {"@id": article["@id"]}
                assert "spokenByCharacter" not in part


def test_a_claim_of_wire_copy_is_interpreted_by_the_agency() -> None:
    read = next(iter(reads().values()))
    wire = msgspec.structs.replace(read.report, agency="Northline", outlet="Ledger")
    article = news_article(msgspec.structs.replace(read, report=wire))
    claims = [part for part in article.hasPart if part.type_ == "Claim"]
    assert claims
    for claim in claims:
        assert claim.claimInterpreter is not None and claim.claimInterpreter.name == "Northline"
    assert article.publisher is not None and article.publisher.name == "Ledger"
    assert article.provider is not None and article.provider.name == "Northline"


def test_quotations_and_figures_lead_to_their_annotations() -> None:
    for read in reads().values():
        known = {item["id"] for item in collection(read)["first"]["items"]}
        article = news_article(read, annotations="http://d/a")
        for part in article.hasPart:
            assert part.subjectOf is not None and part.subjectOf.id_ in known


def test_a_copy_is_based_on_the_report_it_is_a_copy_of() -> None:
    first, second = list(reads().values())[:2]
    copy = Placement(report=second.report.id, story="s", copy_of=first.report.id)
    made = news_article(second, placement=copy)
    assert made.isBasedOn is not None and made.isBasedOn.id_ == news_article(first).id_
    assert news_article(first).isBasedOn is None


def test_a_graph_names_its_context_once() -> None:
    articles = [news_article(read, alone=False) for read in reads().values()]
    made = json.loads(msgspec.json.encode(graph_of(articles)))
    assert made["@context"] == "https://schema.org" and len(made["@graph"]) == len(articles)
    assert not any("@context" in article for article in made["@graph"])


_NAMED = {"name", "rel", "uri", "literal", "contactInfo"}
_FIELDS = {
    "headlines": {"role", "contentType", "value"},
    "bodies": {"role", "contentType", "charCount", "wordCount", "value"},
    "people": _NAMED,
    "organisations": _NAMED | {"symbols"},
    "places": _NAMED | {"geojson"},
    "infoSources": {"name", "role", "uri", "literal", "contactInfo"},
    "altIds": {"role", "value"},
}
_TEXTS = {
    "uri", "type", "representationType", "version", "versionCreated", "contentCreated", "language",
    "by", "located", "copyrightHolder",
}  # fmt: skip
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def test_a_ninjs_item_has_the_fields_of_the_standard_and_no_other() -> None:
    for read in reads().values():
        made = ninjs_item(read, added="2031-05-19T08:00:00.250000Z", language="en")
        item = json.loads(msgspec.json.encode(made))
        assert set(item) <= _TEXTS | set(_FIELDS) | {"standard"}
        assert all(isinstance(item[name], str) for name in _TEXTS & set(item))
        for name, fields in _FIELDS.items():
            for part in item.get(name, []):
                assert set(part) <= fields and all(isinstance(v, str) for v in part.values())
        assert item["standard"]["version"] == "3.0" and item["type"] == "text"
        assert uuid.UUID(item["uri"])
        for name in ("versionCreated", "contentCreated"):
            assert name not in item or _INSTANT.fullmatch(item[name])
        assert item["versionCreated"] == "2031-05-19T08:00:00.250000Z"


def test_what_is_not_known_is_left_out_of_every_format() -> None:
    read = next(iter(reads().values()))
    report = msgspec.structs.replace(read.report, published=None, outlet=None, headline=None)
    bare = msgspec.structs.replace(read, report=report)
    item = json.loads(msgspec.json.encode(ninjs_item(bare, added="2031-05-19T08:00:00Z")))
    assert not {"contentCreated", "headlines", "infoSources", "language"} & set(item)
    nothing = msgspec.structs.replace(
        bare, report=msgspec.structs.replace(report, authors=()), reading=Reading(id=report.id)
    )
    empty = json.loads(msgspec.json.encode(news_article(nothing)))
    assert not {"author", "mentions", "hasPart"} & set(empty)
    article = json.loads(msgspec.json.encode(news_article(bare)))
    assert not {"datePublished", "publisher", "headline", "isBasedOn"} & set(article)


def test_hostile_text_in_every_field_stays_text_in_every_format() -> None:
    for read in map(with_hostile_fields, reads().values()):
        for made in (
            news_article(read),
            ninjs_item(read, added="2031-05-19T08:00:00Z"),
            annotation_collection(read, id="http://d/a", source="http://d/t"),
        ):
            assert HOSTILE in strings_in(json.loads(msgspec.json.encode(made)))
    entry = FeedEntry(
        id="urn:x:1", title=HOSTILE, url=HOSTILE, updated="2031-05-04", published="2031",
        summary=HOSTILE, authors=(HOSTILE,), source_url=HOSTILE,
    )  # fmt: skip
    feed = Feed(
        id="urn:x", title=HOSTILE, updated="2031", url=HOSTILE, home=HOSTILE, entries=(entry,)
    )
    root = ET.fromstring(atom_of(feed))
    assert {child.tag.removeprefix(ATOM) for child in root.iter()} == {
        "feed", "id", "title", "updated", "link", "generator", "entry", "published", "author",
        "name", "summary",
    }  # fmt: skip
    assert json.loads(json_feed_of(feed))["items"][0]["authors"] == [{"name": HOSTILE}]
