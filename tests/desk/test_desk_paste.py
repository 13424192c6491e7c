"""What is pasted, dropped or named by its address is read; what is wrong with it is said."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk import jobs
from dateline.desk.app import desk_app
from dateline.desk.jobs import Input, opened
from dateline.desk.state import DeskSettings

STORY = (
    "Vessen bridge reopens after three years\n\nBy Tilda Aronsen\n4 May 2031\n\n"
    "VESSEN – The bridge reopened to traffic on Sunday.\n\n"
    "“People had stopped believing in it,” said Mara Okoye, the mayor of Vessen.\n"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("paste") / "archive.db"
    with Archive.open(path) as archive, TestClient(desk_app(archive)) as client:
        yield client


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/paste").text)
    assert found is not None
    return found[1]


def finished(client: TestClient, address: str) -> str:
    for _ in range(600):
        if client.get(f"{address}/progress").json()["finished"]:
            return client.get(address).text
        time.sleep(0.1)
    raise AssertionError("the job did not end")


def test_good_inputs_are_read_beside_bad_ones(client: TestClient) -> None:
    files = [
        ("files", ("good.txt", STORY.encode(), "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("<b>bad</b>.bin", bytes(range(256)) * 40, "application/octet-stream")),
    ]
    answer = client.post("/paste", data={"csrf": csrf(client)}, files=files)
    page = finished(client, answer.url.path)
    assert "Vessen bridge reopens" in page
    assert "empty.txt" in page and "&lt;b&gt;bad&lt;/b&gt;.bin" in page
    assert page.count('class="note"') == 2


def test_nothing_is_kept_until_the_reader_says_so(client: TestClient) -> None:
    answer = client.post("/paste", data={"csrf": csrf(client), "text": STORY})
    finished(client, answer.url.path)
    assert "Vessen" not in client.get("/").text
    dossier = client.get(f"{answer.url.path}/dossier")
    assert "stopped believing" in dossier.text
    assert "script-src 'sha256-" in dossier.headers["content-security-policy"]
    kept = client.post(f"{answer.url.path}/keep", data={"csrf": csrf(client)})
    assert kept.url.path.startswith("/story/")
    assert "Vessen" in client.get("/").text


def test_what_is_no_address_no_date_or_nothing_is_told(client: TestClient) -> None:
    token = csrf(client)
    for form, words in (
        ({}, "nothing to read"),
        ({"urls": "file:///etc/passwd"}, "no web address"),
        ({"text": STORY, "published": "someday"}, "is no date"),
    ):
        answer = client.post("/paste", data={"csrf": token, **form})
        assert answer.status_code == 400
        assert words in answer.text


def test_private_addresses_are_not_fetched() -> None:
    for url in ("http://127.0.0.1:9/", "http://[::1]/", "http://169.254.169.254/latest/"):
        found = opened(Input(name=url, url=url), False)
        assert found.pages == ()
        assert "private" in found.failures[0]


def test_a_desk_that_does_not_fetch_says_so(tmp_path: Path) -> None:
    settings = DeskSettings(fetching=False)
    with (
        Archive.open(tmp_path / "a.db") as archive,
        TestClient(desk_app(archive, settings)) as client,
    ):
        form = {"csrf": csrf(client), "urls": "https://news.example/"}
        assert "does not fetch" in client.post("/paste", data=form).text


def test_a_job_the_desk_does_not_know_is_a_missing_page(client: TestClient) -> None:
    assert client.get("/job/none").status_code == 404
    assert client.get("/job/none/dossier").status_code == 404


def test_progress_is_told_page_by_page(client: TestClient) -> None:
    entries = "".join(
        f"<item><title>Vessen bridge, day {n}</title><description>{n} cars crossed the bridge "
        "on Sunday, the mayor said.</description></item>"
        for n in range(9)
    )
    feed = f'<rss version="2.0"><channel><title>Vessen</title>{entries}</channel></rss>'
    files = [("files", ("feed.xml", feed.encode(), "application/xml"))]
    answer = client.post("/paste", data={"csrf": csrf(client)}, files=files)
    assert '<noscript><meta http-equiv="refresh"' in answer.text
    told: list[str] = []
    for _ in range(600):
        state = client.get(f"{answer.url.path}/progress").json()
        assert 0 <= state["done"] <= state["of"]
        if state["finished"]:
            break
        told.append(state["told"])
        time.sleep(0.01)
    assert any(re.fullmatch(r"[048] of 9 pages read", words) for words in told), told
    assert "9 pages with 9 reports" in client.get(answer.url.path).text


def test_a_page_given_twice_is_read_once(client: TestClient) -> None:
    files = [("files", (f"{n}.txt", STORY.encode(), "text/plain")) for n in range(2)]
    answer = client.post("/paste", data={"csrf": csrf(client), "text": STORY}, files=files)
    assert "1 page with 1 report in 1 story" in finished(client, answer.url.path)


def dying(*_: object) -> None:
    """Stand in for a page that ends the process that reads it."""
    os._exit(1)


def test_a_process_that_dies_takes_one_input_with_it_and_no_more(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "opened", dying)
        answer = client.post("/paste", data={"csrf": csrf(client), "text": STORY})
        page = finished(client, answer.url.path)
    assert "pasted text: it could not be opened" in page and "Nothing could be read" in page
    files = [("files", ("empty.txt", b"", "text/plain"))]
    answer = client.post("/paste", data={"csrf": csrf(client)}, files=files)
    page = finished(client, answer.url.path)
    assert "empty.txt" in page and "could not be opened" not in page
