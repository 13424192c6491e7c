"""The API: every route described, every answer of the shape described, problems told."""

from __future__ import annotations

import datetime
import itertools
import json
import re
import uuid
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient

from dateline.archive.edits import Rename, Split
from dateline.archive.store import Archive
from dateline.desk.api.answers import preferred
from dateline.desk.api.operations import Operation
from dateline.desk.api.routes import OPERATIONS
from dateline.desk.app import desk_app
from dateline.records import (
    Evidence,
    Figure,
    Organisation,
    Page,
    Person,
    Place,
    Reading,
    Report,
    Statement,
)
from dateline.text import Span

ANNOTATIONS = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def client(filled_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    copy = tmp_path_factory.mktemp("api") / "archive.db"
    copy.write_bytes(filled_archive.read_bytes())
    with Archive.open(copy) as archive, TestClient(desk_app(archive)) as client:
        yield client


@pytest.fixture(scope="module")
def story(client: TestClient) -> str:
    stories = client.get("/api/stories?order=sources").json()["stories"]
    return str(stories[0]["id"])


@pytest.fixture(scope="module")
def report(client: TestClient, story: str) -> str:
    """A report of the story with statements."""
    return str(
        client.get(f"/api/stories/{story}/statements").json()["statements"][0]["where"]["report"]
    )


def filled(path: str, story: str) -> str:
    path = path.format(story=story, report=story, page=story.partition(".")[0])
    asked = {"/api/search": "q=turnout", "/api/who": "name=Torren"}
    query = asked.get(path, "")
    if path.startswith("/feeds/person"):
        query = "name=Torren"
    if path.startswith("/feeds/search"):
        query = "q=turnout"
    return f"{path}?{query}" if query else path


@pytest.mark.parametrize(
    "operation", [item for item in OPERATIONS if isinstance(item, Operation)], ids=lambda o: o.name
)
def test_every_answer_has_the_shape_that_is_described(
    client: TestClient, story: str, operation: Operation
) -> None:
    description = client.get("/openapi.json").json()
    answer = client.get(filled(operation.path, story))
    assert answer.status_code == 200, answer.text
    shape = description["paths"][operation.path]["get"]["responses"]["200"]["content"]
    schema = {**shape["application/json"]["schema"], "components": description["components"]}
    jsonschema.Draft202012Validator(schema).validate(answer.json())


@pytest.mark.parametrize("path", [item.path for item in OPERATIONS])
def test_every_route_answers_with_a_tag_and_is_not_sent_twice(
    client: TestClient, story: str, path: str
) -> None:
    answer = client.get(filled(path, story))
    assert answer.status_code == 200, answer.text
    assert answer.content
    described = client.get("/openapi.json").json()["paths"][path]["get"]["responses"]["200"]
    assert answer.headers["content-type"].partition(";")[0] in {
        media_type.partition(";")[0] for media_type in described["content"]
    }
    assert client.head(filled(path, story)).status_code == 200
    again = client.get(filled(path, story), headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304 and not again.content


def test_the_description_names_every_route_and_parameter(client: TestClient) -> None:
    description = client.get("/openapi.json").json()
    assert description["openapi"].startswith("3.1")
    assert set(description["paths"]) == {item.path for item in OPERATIONS}
    for path, item in description["paths"].items():
        named = {param["name"] for param in item["get"]["parameters"] if param["in"] == "path"}
        assert named == set(re.findall(r"\{(\w+)\}", path))
    ids = [item["get"]["operationId"] for item in description["paths"].values()]
    assert len(ids) == len(set(ids))
    text = json.dumps(description)
    for name in re.findall(r'"#/components/schemas/([^"]+)"', text):
        assert name in description["components"]["schemas"]


def test_spans_lead_to_the_words_that_come_with_them(client: TestClient) -> None:
    found = client.get("/api/who?name=Torren").json()["statements"]
    assert found
    for item in found:
        text = client.get(f"/api/pages/{item['where']['page']}").json()["text"]
        first = item["where"]["spans"][0]
        words = " ".join(text[first[0] : first[1]].split())
        assert item["where"]["words"].startswith(words[:20])


def test_a_long_list_says_where_it_goes_on(client: TestClient) -> None:
    seen: list[str] = []
    address: str | None = "/api/stories?limit=3&order=published"
    while address:
        answer = client.get(address).json()
        seen += [story["id"] for story in answer["stories"]]
        address = answer["next"]
    everything = client.get("/api/stories?limit=200&order=published").json()
    assert seen == [story["id"] for story in everything["stories"]]


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/stories/none", 404, "no such story"),
        ("/api/reports/none", 404, "no such report"),
        ("/api/nothing", 404, "no such page"),
        ("/api/search", 400, "missing"),
        ("/api/stories?limit=many", 400, "whole number"),
        ("/api/stories?limit=201", 400, "whole number"),
        ("/api/stories?limit=0", 400, "whole number"),
        ("/api/stories?offset=-1", 400, "whole number"),
        ("/api/stories?unread=perhaps", 400, "none of"),
        ("/api/stories/none/figures", 404, "no such story"),
        ("/api/stories/none/statements.csv", 404, "no such story"),
        ("/api/pages/none/text", 404, "no such page"),
        ("/api/pages/none/original", 404, "no such page"),
        ("/api/stories?order=best", 400, "none of"),
        ("/api/stories?since=someday", 400, "no time"),
        ("/api/search?q=since:someday", 400, "someday"),
        ("/feeds/story/none.atom", 404, "no such story"),
    ],
)
def test_problems_are_told_in_one_form(
    client: TestClient, path: str, status: int, words: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status and words in told["detail"]


def test_the_api_can_only_be_read(client: TestClient) -> None:
    for item in OPERATIONS:
        assert client.post(item.path, headers={"origin": "http://testserver"}).status_code == 405


@pytest.mark.parametrize("name", ["stories", "search", "person"])
def test_feeds_agree_in_both_forms(client: TestClient, name: str) -> None:
    query = {"stories": "", "search": "?q=turnout", "person": "?name=Torren"}[name]
    atom = ET.fromstring(client.get(f"/feeds/{name}.atom{query}").content)
    ids = [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")]
    items = client.get(f"/feeds/{name}.json{query}").json()["items"]
    assert ids and ids == [item["id"] for item in items]
    assert len(ids) == len(set(ids))
    for entry in atom.findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}title") and entry.find(f"{ATOM}author") is not None
        assert re.fullmatch(
            r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)", entry.findtext(f"{ATOM}updated") or ""
        )
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert client.get(link.get("href") or "").status_code == 200


def test_tables_have_a_row_for_every_fact(client: TestClient, story: str) -> None:
    document = client.get(f"/api/stories/{story}").json()
    members = {report for item in document["stories"] for report in item["reports"]}
    wanted = sum(
        len(report["statements"])
        for page in document["pages"]
        for report in page["reports"]
        if report["id"] in members
    )
    import csv
    import io

    rows = list(csv.reader(io.StringIO(client.get(f"/api/stories/{story}/statements.csv").text)))
    assert len(rows) == wanted + 1
    pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    table = pq.read_table(
        io.BytesIO(client.get(f"/api/stories/{story}/statements.parquet").content)
    )
    assert table.num_rows == wanted


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/api/stories?order=published", "stories"),
        ("/api/search?q=the", "hits"),
        ("/api/who?name=Torren", "statements"),
        ("/api/figures?unit=percent", "figures"),
        ("/api/times", "happenings"),
        ("/api/stories/{story}/statements", "statements"),
        ("/api/stories/{story}/figures", "figures"),
        ("/api/stories/{story}/timeline", "entries"),
        ("/api/stories/{story}/people", "names"),
        ("/api/stories/{story}/places", "places"),
    ],
)
def test_parts_of_a_list_make_up_the_whole_of_it(
    client: TestClient, story: str, path: str, key: str
) -> None:
    path = path.format(story=story)
    mark = "&" if "?" in path else "?"
    whole = client.get(f"{path}{mark}limit=200").json()
    assert len(whole[key]) > 1 and whole["next"] is None
    seen: list[object] = []
    address: str | None = f"{path}{mark}limit={len(whole[key]) // 2}"
    while address:
        answer = client.get(address).json()
        assert answer[key]
        seen += answer[key]
        address = answer["next"]
    assert seen == whole[key]


def test_sections_of_a_story_quote_the_words_at_their_offsets(
    client: TestClient, story: str
) -> None:
    texts: dict[str, str] = {}
    count = 0
    for name, key in (
        ("statements", "statements"), ("figures", "figures"), ("timeline", "entries"),
        ("people", "names"), ("organisations", "names"), ("places", "places"),
    ):  # fmt: skip
        for item in client.get(f"/api/stories/{story}/{name}").json()[key]:
            for where in item["where"] if isinstance(item["where"], list) else [item["where"]]:
                page = where["page"]
                if page not in texts:
                    texts[page] = client.get(f"/api/pages/{page}/text").text
                start, end = where["spans"][0]
                assert where["words"].startswith(" ".join(texts[page][start:end].split())[:20])
                count += 1
    assert count > 20


def test_a_role_stands_once_with_its_newest_and_its_oldest_report(
    client: TestClient, story: str
) -> None:
    names = client.get(f"/api/stories/{story}/people?limit=200").json()["names"]
    roles = [role for name in names for role in name["roles"]]
    assert roles and any(role["since"] != role["published"] for role in roles)
    for name in names:
        words = [(role["words"].casefold(), role["role"]["former"]) for role in name["roles"]]
        assert len(words) == len(set(words))
    for role in roles:
        assert role["since"][:10] <= role["published"][:10]
        text = client.get(f"/api/pages/{role['where']['page']}/text").text
        at = slice(role["where"]["start"], role["where"]["end"])
        assert " ".join(text[at].split()) == role["words"]


@pytest.mark.parametrize(
    ("asked", "accept", "media_type", "key"),
    [
        ("", "", "application/json", "statements"),
        ("", "*/*", "application/json", "statements"),
        ("", "text/html, application/ld+json;q=0.8", "application/ld+json", "@context"),
        ("", "application/json, application/ld+json;q=0.8", "application/json", "statements"),
        ("", ANNOTATIONS, "application/ld+json; profile", "first"),
        ("?format=jsonld", "application/json", "application/ld+json", "hasPart"),
        ("?format=annotations", "", "application/ld+json; profile", "first"),
        ("?format=ninjs", "", "application/json", "standard"),
        ("?format=json", "application/ld+json", "application/json", "statements"),
    ],
)
def test_a_report_comes_in_the_form_that_is_asked_for(
    client: TestClient, report: str, asked: str, accept: str, media_type: str, key: str
) -> None:
    answer = client.get(f"/api/reports/{report}{asked}", headers={"accept": accept})
    assert answer.headers["content-type"].startswith(media_type)
    assert "accept" in answer.headers["vary"].casefold().split(", ") and key in answer.json()


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", "a/json"),
        ("text/html", "a/json"),
        ("a/ld", "a/ld"),
        ("a/ld;q=0", "a/json"),
        ("a/ld;q=0.1, a/json;q=0.9", "a/json"),
        ("a/json;q=0.1, A/LD;q=0.9", "a/ld"),
        ('a/ld;profile="x"', 'a/ld; profile="x"'),
        ("a/ld; profile=x;q=0.5, a/ld;q=0.4", 'a/ld; profile="x"'),
        ("a/ld;q=high", "a/json"),
        (";;,=,/;q", "a/json"),
    ],
)
def test_the_media_type_is_the_one_preferred(accept: str, wanted: str) -> None:
    assert preferred(accept, ["a/json", "a/ld", 'a/ld; profile="x"']) == wanted


def test_an_unknown_form_is_told(client: TestClient, story: str) -> None:
    answer = client.get(f"/api/reports/{story}?format=pdf")
    assert answer.status_code == 400 and "ninjs" in answer.json()["detail"]


def test_every_way_to_a_form_gives_the_same(client: TestClient, story: str) -> None:
    for name in ("jsonld", "annotations", "ninjs"):
        short = client.get(f"/api/reports/{story}?format={name}").content
        assert short == client.get(f"/api/reports/{story}/{name}").content


def test_the_text_and_the_bytes_of_a_page_come_as_they_are(client: TestClient, story: str) -> None:
    page = story.partition(".")[0]
    text = client.get(f"/api/pages/{page}/text")
    assert text.headers["content-type"].startswith("text/plain")
    assert text.text == client.get(f"/api/pages/{page}").json()["text"]
    original = client.get(f"/api/pages/{page}/original")
    assert original.headers["content-disposition"].startswith("attachment")
    assert original.headers["content-type"] == "application/octet-stream"
    assert text.text[:40].strip()[:10] in original.text


def test_annotations_are_of_a_text_that_the_desk_gives(client: TestClient, report: str) -> None:
    made = client.get(f"/api/reports/{report}/annotations").json()
    target = next(
        item["target"][0] for item in made["first"]["items"] if isinstance(item["target"], list)
    )
    text = client.get(target["source"]["id"]).text
    position, quote = target["selector"]
    assert text[position["start"] : position["end"]] == quote["exact"]
    assert client.get(made["id"]).json() == made


def test_tables_of_many_stories_say_where_they_go_on(client: TestClient) -> None:
    import csv
    import io

    rows: list[list[str]] = []
    address: str | None = "/api/export/stories.csv?limit=2&order=published"
    while address:
        answer = client.get(address)
        rows += list(csv.reader(io.StringIO(answer.text)))[1:]
        address = answer.links.get("next", {}).get("url")
    listed = client.get("/api/stories?limit=200&order=published").json()["stories"]
    assert [row[0] for row in rows] == [story["id"] for story in listed]


def test_without_pyarrow_parquet_says_what_to_install(
    client: TestClient, story: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    answer = client.get(f"/api/stories/{story}/figures.parquet")
    assert answer.status_code == 501 and "dateline[frames]" in answer.json()["detail"]


@pytest.fixture
def changing(filled_archive: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Archive]]:
    copy = tmp_path / "archive.db"
    copy.write_bytes(filled_archive.read_bytes())
    # Stamps of the present second are not given out.
    long_ago = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    later = itertools.count()
    with Archive.open(
        copy, clock=lambda: long_ago + datetime.timedelta(seconds=next(later))
    ) as archive:
        for story in archive.stories():
            archive.edit(Rename(story=story.id, headline=None))
        with TestClient(desk_app(archive)) as client:
            yield client, archive


def test_a_section_is_sent_again_once_its_story_has_changed(
    changing: tuple[TestClient, Archive],
) -> None:
    client, archive = changing
    story = max(archive.stories(), key=lambda story: story.reports)
    telling = [
        report
        for report in archive.story(story.id).story.reports
        if archive.read_report(report).reading.statements
    ]
    archive.edit(Split(story=story.id, reports=tuple(telling[-1:])))
    address = f"/api/stories/{story.id}/statements"
    first = client.get(address)
    stamp = first.headers["last-modified"]
    again = client.get(address, headers={"if-modified-since": stamp})
    assert again.status_code == 304 and not again.content
    archive.edit(Split(story=story.id, reports=tuple(telling[-2:-1])))
    fresh = client.get(address, headers={"if-modified-since": stamp})
    assert fresh.status_code == 200 and fresh.content != first.content
    # An entity tag counts for more than a stamp.
    old = client.get(
        address, headers={"if-modified-since": fresh.headers["last-modified"], "if-none-match": "x"}
    )
    assert old.status_code == 200


@pytest.mark.parametrize("word", ["", "yesterday", "Tue, 99 Foo 2031 00:00:00 GMT", "0"])
def test_an_unreadable_stamp_of_a_visitor_is_passed_over(
    changing: tuple[TestClient, Archive], word: str
) -> None:
    client, archive = changing
    address = f"/api/stories/{archive.stories()[0].id}/figures"
    assert client.get(address, headers={"if-modified-since": word}).status_code == 200


def test_a_new_name_is_in_every_answer_at_once(changing: tuple[TestClient, Archive]) -> None:
    client, archive = changing
    story = archive.stories()[0].id
    addresses = [f"/api/stories/{story}", f"/api/stories/{story}/dossier", "/api/stories"]
    addresses += ["/feeds/stories.atom", f"/feeds/story/{story}.json"]
    tags = {address: client.get(address).headers["etag"] for address in addresses}
    archive.edit(Rename(story=story, headline="Vote in Torrenia"))
    for address in addresses:
        answer = client.get(address, headers={"if-none-match": tags[address]})
        assert answer.status_code == 200 and "Vote in Torrenia" in answer.text


def test_names_in_feeds_are_the_same_at_every_address(filled_archive: Path, tmp_path: Path) -> None:
    copy = tmp_path / "archive.db"
    copy.write_bytes(filled_archive.read_bytes())
    with Archive.open(copy) as archive:
        with (
            TestClient(desk_app(archive)) as one,
            TestClient(desk_app(archive), base_url="http://localhost") as other,
        ):
            ids = [
                [item["id"] for item in asking.get("/feeds/search.json?q=turnout").json()["items"]]
                for asking in (one, other)
            ]
    assert ids[0] and ids[0] == ids[1]
    assert all(uuid.UUID(id) for id in ids[0])


def hostile_page() -> tuple[Page, Reading]:
    evil = "<script>alert(1)</script>]]>&\x0b\x00\ufffe\u202e"
    text = f"{evil}\n\n“{evil}” said Ada Morrow {evil}, 40 percent.\n"
    body = Span(text.index("“"), len(text) - 1)
    quoted = Span(body.start, text.index("”") + 1)
    speaker = Span(text.index("Ada"), text.index("Morrow") + 6)
    figure = Span(text.index("40"), text.index("40") + 10)
    report = Report(
        id="pg-evil.0", kind="article", headline=evil, authors=(evil,), agency=evil,
        publisher=evil, outlet=evil, place=evil, version=evil, url=f"javascript:{evil}",
        published="2031-05-04", body=(body,), evidence=Evidence(headline=(Span(0, len(evil)),)),
    )  # fmt: skip
    page = Page(id="pg-evil", url=f"javascript:{evil}", language="en", text=text, reports=(report,))
    reading = Reading(
        id=report.id,
        statements=(Statement(content=(quoted,), source=(speaker,), style="direct", speaker="p1"),),
        figures=(Figure(start=figure.start, end=figure.end, value=40, unit=evil,
                        measure=(quoted,), basis=evil),),
        people=(Person(id="p1", name=evil, mentions=(speaker,)),),
        organisations=(Organisation(id="o1", name=evil, mentions=(speaker,), acronym=evil),),
        places=(Place(id="l1", name=evil, mentions=(speaker,)),),
    )  # fmt: skip
    return page, reading


def test_a_hostile_page_comes_out_well_formed_everywhere(tmp_path: Path) -> None:
    page, reading = hostile_page()
    with Archive.open(tmp_path / "archive.db") as archive:
        archive.add(page, [reading], b"<script>")
        story = archive.stories()[0].id
        with TestClient(desk_app(archive)) as client:
            for item in OPERATIONS:
                path = item.path.format(story=story, report="pg-evil.0", page="pg-evil")
                if "feeds/person" in path or path.endswith("/who"):
                    path += "?name=alert"
                elif "search" in path:
                    path += "?q=alert"
                answer = client.get(path)
                assert answer.status_code == 200, (path, answer.text)
                kind = answer.headers["content-type"]
                assert "html" not in kind and answer.headers["x-content-type-options"] == "nosniff"
                if "xml" in kind:
                    root = ET.fromstring(answer.content)
                    assert not [tag for tag in root.iter() if tag.tag.endswith("script")]
                    links = [link.get("href") or "" for link in root.iter(f"{ATOM}link")]
                    assert not any(link.startswith("javascript") for link in links)
                elif "json" in kind:
                    answer.json()
            told = client.get("/api/search?q=since:%3Cscript%3E").json()
            assert told["status"] == 400


def test_the_page_about_the_api_lists_every_route_and_its_links_work(client: TestClient) -> None:
    page = client.get("/api").text
    assert all(f"<code>{item.path}</code>" in page for item in OPERATIONS)
    links = re.findall(r'href="(/(?:api|feeds)/[^"]+)"', page)
    wanted = [item for item in OPERATIONS if any(p.required and not p.path for p in item.params)]
    assert len(links) >= len(OPERATIONS) - len(wanted)
    for link in links:
        assert client.get(link).status_code == 200, link


def test_the_page_about_the_api_of_an_empty_archive_is_there(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.db") as archive:
        with TestClient(desk_app(archive)) as client:
            assert "/api/stories/{story}" in client.get("/api").text
            assert client.get("/api/stories").json() == {"stories": [], "next": None}
            for name in ("stories", "search", "person"):
                feed = client.get(f"/feeds/{name}.atom?q=a&name=a")
                assert ET.fromstring(feed.content).findall(f"{ATOM}entry") == []
                assert client.get(f"/feeds/{name}.json?q=a&name=a").json()["items"] == []
            table = client.get("/api/export/statements.csv").text.splitlines()
            assert len(table) == 1 and table[0].startswith("report,")
