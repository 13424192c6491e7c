"""Names set right on the desk: forms, and what every page and the API say of it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from dateline.archive.edits import Call, Same
from dateline.archive.store import Archive
from dateline.desk.rendering import name_url

TORREN = "person:Ilka Torren"


def csrf_in(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


def posted(client: TestClient, address: str, **fields: str) -> tuple[int, str, str]:
    """Send a form of the person's page; return status, address and page that came of it."""
    csrf = csrf_in(client.get("/person?name=Ilka+Torren").text)
    answer = client.post(address, data={"csrf": csrf, **fields})
    return answer.status_code, str(answer.url), answer.text


def section(page: str, id: str) -> str:
    found = re.search(rf'<section id="{id}">.*?</section>', page, re.S)
    assert found is not None, id
    return found[0]


def test_names_are_made_one_set_apart_and_called_otherwise(desk_client: TestClient) -> None:
    _, address, page = posted(desk_client, "/names/same", of=TORREN, other="Una Haraldsen")
    assert address.endswith("/person?name=Ilka+Torren")
    assert "<h1>Ilka Torren</h1>" in page and "Name · set right by hand" in page
    assert re.search(r"Ilka Torren in \d+ reports, Una Haraldsen in 2 reports", page)
    other = desk_client.get("/person?name=Haraldsen").text
    assert '<span class="role">also Una Haraldsen</span>' in section(other, "said")

    _, address, page = posted(desk_client, "/names/call", of=TORREN, called="  The   Lawyer ")
    assert address.endswith("/person?name=The+Lawyer")
    assert "<h1>The Lawyer</h1>" in page
    assert "<h1>The Lawyer</h1>" in desk_client.get("/person?name=Ilka+Torren").text

    *_, page = posted(desk_client, "/names/call", of="person:The Lawyer", called="")
    assert "<h1>Ilka Torren</h1>" in page

    _, address, page = posted(desk_client, "/names/apart", of="person:Una Haraldsen")
    assert address.endswith("/person?name=Una+Haraldsen")
    assert "Name · set right" not in page and "also Una" not in page


def test_the_page_of_a_place_is_that_of_all_its_names(desk_client: TestClient) -> None:
    alone = desk_client.get("/place?name=London").text
    _, address, page = posted(desk_client, "/names/same", of="place:Geneva", other="London")
    assert address.endswith("/place?name=Geneva")
    assert re.search(r"Geneva in 2 reports, London in 2 reports", page)
    for name in ("London", "Geneva"):
        joined = desk_client.get(name_url("place", name)).text
        assert "<h1>Geneva</h1>" in joined
        assert "Reports mean 2 places of this name" in joined
        assert set(re.findall(r'href="(/report/[^"#]+)"', alone)) < set(
            re.findall(r'href="(/report/[^"#]+)"', joined)
        )


def test_a_page_with_several_names_asks_which_is_meant(desk_client: TestClient) -> None:
    page = desk_client.get("/organisation?name=Board").text
    assert 'name="of" value="organisation:National Electoral Board"' in page
    several = section(desk_client.get("/person?name=Marevia").text, "set-right")
    assert several.count("<select") == 2
    assert "(organisation)</option>" in several
    assert "(place)" not in several
    assert '<option value="">' not in several, "the name of the page is meant"
    institutes = section(desk_client.get("/organisation?name=Institute").text, "set-right")
    assert institutes.count('<option value="">') == 2, "none of them is meant until it is chosen"
    assert 'id="set-right"' not in desk_client.get("/person?name=Nobody").text


@pytest.mark.parametrize(
    ("address", "fields", "status", "said"),
    [
        ("/names/same", {"of": TORREN, "other": ""}, 400, "write the other name in full"),
        ("/names/same", {"of": TORREN, "other": "He"}, 404, "no such person"),
        ("/names/same", {"of": TORREN, "other": "ilka torren"}, 400, "two different names"),
        ("/names/same", {"of": "nobody:X", "other": "Y"}, 400, "choose who or what is meant"),
        ("/names/apart", {"of": TORREN}, 400, "not made one with others"),
        ("/names/apart", {}, 400, "choose who or what is meant"),
        ("/names/call", {"of": TORREN, "called": "Una Haraldsen"}, 400, "already"),
        ("/names/call", {"of": "person:", "called": "X"}, 400, "choose who or what is meant"),
    ],
)
def test_a_form_that_does_not_fit_says_what_to_do(
    desk_client: TestClient, address: str, fields: dict[str, str], status: int, said: str
) -> None:
    answered, _, page = posted(desk_client, address, **fields)
    assert (answered, said in page) == (status, True), page


@pytest.mark.parametrize("action", ["same", "apart", "call"])
def test_forms_of_names_are_taken_from_the_desks_own_pages_alone(
    desk_client: TestClient, action: str
) -> None:
    fields = {"of": TORREN, "other": "Una Haraldsen", "called": "X"}
    answer = desk_client.post(f"/names/{action}", data=fields)
    assert answer.status_code == 400 and "too old" in answer.text
    assert desk_client.get(f"/names/{action}").status_code == 405
    assert "Name · set right" not in desk_client.get("/person?name=Ilka+Torren").text


def test_the_story_page_shows_one_person_and_says_that_a_hand_named_it(
    desk_client: TestClient, story_called: Callable[[str], str]
) -> None:
    address = f"/story/{story_called('landslide')}"
    desk_client.get(address)
    posted(desk_client, "/names/same", of=TORREN, other="Anselm Dravic")
    posted(desk_client, "/names/same", of="place:Geneva", other="London")
    page = desk_client.get(address).text
    people = section(page, "people")
    assert '<i class="tag">named by hand</i>' in people
    assert "also Anselm Dravic: joined by hand: Anselm Dravic" in people
    speakers = re.findall(r'<h3 class="speaker">.*?</h3>', section(page, "said"))
    assert any("Ilka Torren" in one and "named by hand" in one for one in speakers)
    assert not any("Dravic</a>" in one for one in speakers)


def test_the_agenda_is_filtered_by_any_of_the_names(
    desk_client: TestClient, desk_archive: Path
) -> None:
    with Archive.open(desk_archive) as archive:
        dated = [
            (item, where)
            for item in archive.times(since="2020", limit=400)
            for where in item.entry.where  # type: ignore[union-attr]
            if item.status != "past"
        ]
        item, where = dated[0]
        name = next(place.name for place in item.read.reading.places if place.id == where)
        other = next(n for n in ("Geneva", "London", "Port Selwyn") if n != name)
        words = f"/report/{item.read.report.id}?at="
        agenda = "/agenda?from=2020&place=" + other.replace(" ", "+")
        before = desk_client.get(agenda).text.count(words)
        archive.edit(Same(kind="place", names=(name, other)))
    assert desk_client.get(agenda).text.count(words) > before


def test_the_api_gives_the_name_by_hand_beside_the_reports_words(
    desk_client: TestClient, desk_archive: Path, story_called: Callable[[str], str]
) -> None:
    story = story_called("landslide")
    names = f"/api/stories/{story}/people"
    before = desk_client.get(names)
    while "last-modified" not in before.headers:
        # No stamp is given within the second of a change.
        time.sleep(0.1)
        before = desk_client.get(names)
    with Archive.open(desk_archive) as archive:
        archive.edit(Same(kind="person", names=("Ilka Torren", "Anselm Dravic")))
        archive.edit(Call(kind="person", name="Anselm Dravic", called="The Rival"))
    known = desk_client.get("/api/who?name=dravic").json()
    assert known["names"][0]["name"] == "The Rival" and known["names"][0]["by_hand"]
    assert {one["name"] for one in known["names"][0]["spellings"]} == {
        "Ilka Torren", "Anselm Dravic",
    }  # fmt: skip
    told = {(one["speaker"], one["called"]) for one in known["statements"]}
    assert told == {("Ilka Torren", "The Rival"), ("Anselm Dravic", "The Rival")}
    # Whoever had the people of the story before is not told that they are as they were.
    stamp = {"if-modified-since": before.headers["last-modified"]}
    again = desk_client.get(names, headers=stamp)
    assert again.status_code == 200
    (rival,) = [one["name"] for one in again.json()["names"] if one["name"]["by_hand"]]
    assert (rival["name"], set(rival["variants"])) == (
        "The Rival", {"Ilka Torren", "Anselm Dravic"},
    )  # fmt: skip
    said = desk_client.get(f"/api/stories/{story}/statements").json()["statements"]
    assert ("Ilka Torren", "The Rival") in {(one["speaker"], one["called"]) for one in said}
    # A report's own reading is what the report says.
    report = said[0]["where"]["report"]
    assert "The Rival" not in desk_client.get(f"/api/reports/{report}").text


def test_names_are_set_right_with_keys_alone_and_no_serious_violation(
    browser: Browser,
    desk_archive: Path,
    serving: Callable[[Archive], AbstractContextManager[str]],
) -> None:
    with Archive.open(desk_archive) as archive, serving(archive) as address:
        context = browser.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
        page = context.new_page()
        page.goto(f"{address}/person?name=Ilka+Torren")
        page.get_by_label("The same as").focus()
        page.keyboard.type("Una Haraldsen")
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Make one")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator(".story-head")).to_contain_text("Una Haraldsen in 2 reports")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        found = Axe().run(page).response["violations"]
        assert [item["id"] for item in found if item["impact"] in ("serious", "critical")] == []
        page.get_by_label("Of Ilka Torren").select_option("Una Haraldsen")
        page.get_by_role("button", name="Set apart").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Una Haraldsen")
        expect(page.locator(".story-head")).not_to_contain_text("set right by hand")
        context.close()
