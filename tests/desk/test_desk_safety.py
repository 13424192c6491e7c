"""The desk lets nobody in who should not be, and no page does anything but be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk.app import desk_app
from dateline.desk.rendering import cite, day
from dateline.desk.state import DeskSettings
from dateline.records import (
    Evidence,
    Figure,
    Happening,
    Note,
    Organisation,
    Page,
    Part,
    Person,
    Place,
    Reading,
    Report,
    Role,
    Statement,
    TimeExpression,
)
from dateline.text import Span

HOSTILE = '<script>document.title="owned"</script>"\'><img src=x onerror=alert(1)>'


def csrf_in(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


def test_every_answer_forbids_foreign_scripts_frames_and_sniffing(desk_client: TestClient) -> None:
    for path in ("/", "/search?q=x", "/nowhere", "/static/desk.css", "/story/none"):
        headers = desk_client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "script-src 'self'" in policy
        assert "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_foreign_name_for_this_machine_is_refused(desk_client: TestClient) -> None:
    assert desk_client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert desk_client.get("/", headers={"host": "localhost:8420"}).status_code == 200
    assert desk_client.get("/", headers={"host": "[::1]:8420"}).status_code == 200


@pytest.fixture
def locked(desk_archive: Path) -> Iterator[TestClient]:
    settings = DeskSettings(token="a-long-token")
    with (
        Archive.open(desk_archive) as archive,
        TestClient(desk_app(archive, settings), follow_redirects=False) as client,
    ):
        yield client


def test_with_a_token_nothing_is_shown_without_it(locked: TestClient) -> None:
    for path in ("/", "/static/desk.css", "/search?q=x", "/?token=wrong"):
        answer = locked.get(path)
        assert answer.status_code == 401
        assert "Marevia" not in answer.text


def test_programs_are_told_of_a_refusal_as_a_problem(locked: TestClient) -> None:
    answer = locked.get("/api/stories")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "token" in answer.json()["detail"]


def test_the_token_is_taken_from_the_address_once_and_kept_in_a_cookie(locked: TestClient) -> None:
    answer = locked.get("/?token=a-long-token&order=sources")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/?order=sources"
    assert "httponly" in answer.headers["set-cookie"].casefold()
    assert locked.get("/").status_code == 200


def test_programs_send_the_token_as_a_bearer(locked: TestClient) -> None:
    answer = locked.get("/", headers={"authorization": "Bearer a-long-token"})
    assert answer.status_code == 200


def test_a_form_the_desk_did_not_give_out_changes_nothing(
    desk_client: TestClient, story_called: Callable[[str], str]
) -> None:
    story = story_called("ferry")
    for form in ({}, {"csrf": "0" * 64}):
        answer = desk_client.post(f"/story/{story}/rename", data={"headline": "Owned", **form})
        assert answer.status_code == 400
        assert "too old" in answer.text
    assert "Owned" not in desk_client.get("/").text


def test_a_form_sent_by_another_site_changes_nothing(
    desk_client: TestClient, story_called: Callable[[str], str]
) -> None:
    story = story_called("ferry")
    form = {"headline": "Owned", "csrf": csrf_in(desk_client.get(f"/story/{story}").text)}
    for headers in ({"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}):
        answer = desk_client.post(f"/story/{story}/rename", data=form, headers=headers)
        assert answer.status_code == 403
    assert "Owned" not in desk_client.get("/").text


def test_another_visitors_form_is_not_taken(
    desk_client: TestClient, story_called: Callable[[str], str]
) -> None:
    story = story_called("ferry")
    csrf = csrf_in(desk_client.get(f"/story/{story}").text)
    desk_client.cookies.clear()
    answer = desk_client.post(f"/story/{story}/rename", data={"headline": "Owned", "csrf": csrf})
    assert answer.status_code == 400


def test_what_is_too_large_is_refused_before_it_is_read(desk_archive: Path) -> None:
    settings = DeskSettings(upload_limit=1024 * 1024)
    with (
        Archive.open(desk_archive) as archive,
        TestClient(desk_app(archive, settings)) as client,
    ):
        answer = client.post("/story/any/rename", content=b"x" * (1024 * 1024 + 1))
        assert answer.status_code == 413
        assert "1 MiB" in answer.text

        def endless() -> Iterator[bytes]:
            for _ in range(3):
                yield b"x" * 600_000

        answer = client.post(
            "/story/any/rename",
            content=endless(),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
        assert answer.status_code == 413


def test_paths_cannot_leave_the_folder_of_packaged_files(desk_client: TestClient) -> None:
    for name in ("..%2fapp.py", "%2e%2e%2fapp.py", "app.py", "desk.py"):
        assert desk_client.get(f"/static/{name}").status_code == 404


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    """A desk over a page that brings markup in every field a record has."""
    text = f"{HOSTILE} “{HOSTILE}” 56 percent on 17 March 2031"
    everywhere = Span(0, len(HOSTILE))
    report = Report(
        id="pg-bad.0",
        kind="article",
        headline=HOSTILE,
        authors=(HOSTILE,),
        agency=HOSTILE,
        publisher=HOSTILE,
        outlet=HOSTILE,
        place=HOSTILE,
        published="2031-03-17",
        version=HOSTILE,
        url="javascript:alert(1)",
        body=(Span(0, len(text)),),
        evidence=Evidence(headline=(everywhere,), authors=(everywhere,), outlet=(everywhere,)),
        notes=(Note(code="x", text=HOSTILE),),
    )
    reading = Reading(
        id=report.id,
        statements=(
            Statement(
                content=(everywhere,), source=(everywhere,), cue=(everywhere,), via=(everywhere,),
                style="direct", speaker="p1",
            ),
            Statement(content=(everywhere,), source=(everywhere,), style="indirect"),
        ),
        figures=(
            Figure(
                start=0, end=5, value=56.0, unit=HOSTILE, unit_text=HOSTILE, basis=HOSTILE,
                measure=(everywhere,), subject=(everywhere,),
            ),
        ),
        times=(TimeExpression(start=0, end=5, type="DATE", value=HOSTILE),),
        people=(
            Person(
                id="p1", name=HOSTILE, mentions=(everywhere,),
                roles=(Role(start=0, end=len(HOSTILE), text=HOSTILE),),
            ),
        ),
        organisations=(
            Organisation(id="o1", name=HOSTILE, mentions=(everywhere,), acronym=HOSTILE),
        ),
        places=(
            Place(id="l1", name=HOSTILE, mentions=(everywhere,), country="KZ", lat=50.0, lon=70.0),
        ),
        happenings=(
            Happening(
                start=0, end=len(HOSTILE), from_="2999-01-01", to="2999-01-02", precision="day",
                status="scheduled", where=("l1",),
            ),
        ),
        notes=(Note(code="x", text=HOSTILE),),
    )  # fmt: skip
    page = Page(
        id="pg-bad", path=HOSTILE, url="javascript:alert(1)", language="en", text=text,
        parts=(Part(kind="paragraph", start=0, end=len(text)),), reports=(report,),
        notes=(Note(code="x", text=HOSTILE),),
    )  # fmt: skip
    with Archive.open(tmp_path / "bad.db") as archive:
        archive.add(page, [reading], text.encode())
        with TestClient(desk_app(archive)) as client:
            yield client


def test_markup_of_a_page_is_shown_as_text_everywhere(hostile: TestClient) -> None:
    story = re.search(r'href="(/story/[^"#]+)"', hostile.get("/").text)
    assert story is not None
    names = urlencode({"name": HOSTILE})
    paths = [
        "/", story[1], "/report/pg-bad.0", f"/person?{names}", f"/organisation?{names}",
        f"/place?{names}", "/agenda", "/search?q=percent", f"/search?{urlencode({'q': HOSTILE})}",
        f"/?{urlencode({'person': HOSTILE})}", f"/agenda?{urlencode({'q': HOSTILE})}",
        f"{story[1]}/export/html", f"/nowhere/{HOSTILE}", f"/story/{HOSTILE}",
        f"/feeds/person.atom?{names}", "/feeds/stories.atom", "/feeds/search.atom?q=percent",
    ]  # fmt: skip
    for path in paths:
        answer = hostile.get(path)
        assert answer.status_code in (200, 404), path
        assert "<script>document" not in answer.text, path
        assert "<img src=x" not in answer.text, path
        assert 'href="javascript:' not in answer.text, path


def test_markup_never_runs_in_a_browser(
    hostile: TestClient,
    browser: Browser,
    serving: Callable[[Archive], AbstractContextManager[str]],
    tmp_path: Path,
) -> None:
    with Archive.open(tmp_path / "bad.db") as archive, serving(archive) as address:
        shown = browser.new_page()
        for path in ("/", "/report/pg-bad.0", f"/person?{urlencode({'name': HOSTILE})}", "/agenda"):
            shown.goto(address + path)
            assert shown.title() != "owned", path
            assert shown.locator("img").count() == 0, path
        shown.close()


def test_links_and_dates_escape_what_a_page_says() -> None:
    link = cite(HOSTILE, [Span(3, 5)], HOSTILE)
    assert link.startswith('<a class="fact" href="/report/')
    assert link.count("<") == 2
    assert "#c3" in link
    assert day(HOSTILE).count("<") == 2
    assert day(None) == "date not known"
