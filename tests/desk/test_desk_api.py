"""The API: every route described, every answer of the shape described, problems told."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk.api.operations import Operation
from dateline.desk.api.routes import OPERATIONS
from dateline.desk.app import desk_app

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


def test_the_page_about_the_api_lists_every_route(client: TestClient) -> None:
    page = client.get("/api").text
    assert all(item.path in page for item in OPERATIONS)
