"""Pages of names and dates: what is shown beside statements, and what is said not to be known."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk import agenda, names
from dateline.desk.app import desk_app
from dateline.intake.dump import read_dump
from dateline.pipeline import readings_of_pages

URL = "https://news.example/tunnel"


def page_text(title: str, day: str, role: str, death_toll: str) -> str:
    return (
        f"Rescuers reach tunnel workers in Switzerland{title}\n\nBy Tilda Aronsen\n{day}\n\n"
        f"GENEVA – Rescuers reached workers in a flooded tunnel near Geneva on Sunday, "
        f"said {role} Mara Okoye.\n\n"
        f"“At least {death_toll} people have died in the tunnel,” Okoye said. "
        "She said that divers would search again on 3 June 2031 in Bern.\n"
    )


@pytest.fixture(scope="module")
def tunnel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("names") / "a.db"
    with Archive.open(path) as archive:
        for number, (day, role, toll) in enumerate(
            (("4 May 2031", "Mayor", "14"), ("9 May 2031", "Mayor", "16"))
        ):
            text = page_text(" – day " + str(number), day, role, toll)
            page = read_dump(text, url=f"{URL}/{number}")
            archive.add(page, list(readings_of_pages([page])))
    return path


def asked(path: Path, address: str) -> str:
    with Archive.open(path) as archive, TestClient(desk_app(archive)) as client:
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer.text


def section(page: str, id: str) -> str:
    found = re.search(rf'<section id="{id}">.*?</section>', page, re.S)
    assert found is not None, id
    return found[0]


def test_a_person_page_has_the_figures_they_gave_and_says_that_namesakes_are_one(
    tunnel: Path,
) -> None:
    page = asked(tunnel, "/person?name=Okoye")
    figures = section(page, "figures")
    assert "14" in figures and "16" in figures
    assert re.search(r'href="/report/[^"]+#c\d+"', figures)
    assert "does not tell namesakes apart" in page


def test_a_role_is_shown_from_its_oldest_to_its_newest_report(tunnel: Path) -> None:
    roles = section(asked(tunnel, "/person?name=Mara+Okoye"), "roles")
    assert '<time datetime="2031-05-04">' in roles and '<time datetime="2031-05-09">' in roles


def test_a_place_is_on_a_map_on_its_page_and_on_its_storys(tunnel: Path) -> None:
    place = asked(tunnel, "/place?name=Geneva")
    assert '<svg class="map"' in place and ">Geneva</text>" in place
    story = re.search(r'href="(/story/[^"]+)"', place)
    assert story is not None
    places = section(asked(tunnel, story[1]), "places")
    assert '<svg class="map"' in places
    assert 'href="/place?name=Geneva"' in places


def test_a_place_page_says_when_it_looks_at_the_latest_reports_alone(
    tunnel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "latest reports that name it" not in asked(tunnel, "/place?name=Geneva")
    monkeypatch.setattr(names, "_MOST_REPORTS", 2)
    assert "Only the 2 latest reports that name it" in asked(tunnel, "/place?name=Geneva")


def test_the_agenda_is_filtered_by_who_and_where(tunnel: Path) -> None:
    start = "/agenda?from=2031-05-10"
    assert "divers would search" in asked(tunnel, start)
    assert "divers would search" not in asked(tunnel, f"{start}&place=Lusna")
    assert "divers would search" not in asked(tunnel, f"{start}&person=Nobody")
    assert "divers would search" in asked(tunnel, f"{start}&q=tunnel+divers")


def test_the_agenda_says_when_there_is_more_than_it_shows(
    tunnel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "There are more dates" not in asked(tunnel, "/agenda?from=2031")
    monkeypatch.setattr(agenda, "_MOST", 1)
    assert "more dates than the first 1 shown" in asked(tunnel, "/agenda?from=2031")


def test_a_filtered_agenda_looks_beyond_the_first_dates(
    tunnel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = "/agenda?from=2031-05-10&q=tunnel+divers"
    assert "divers would search" in asked(tunnel, asked_for)
    monkeypatch.setattr(agenda, "_MOST", 1)
    assert "divers would search" in asked(tunnel, asked_for)


def test_each_figure_leads_to_its_words_on_the_public_page_without_a_script(tunnel: Path) -> None:
    with Archive.open(tunnel) as archive:
        report = archive.search("tunnel").hits[0].report
    page = asked(tunnel, f"/report/{report}")
    assert re.search(
        r'href="https://news\.example/tunnel/1#:~:text=[^"]*At%20least-,16,-people', page
    )
    assert 'href="/person?name=Mara+Okoye"' in page
    assert 'href="/place?name=Geneva"' in page


def test_any_selection_of_the_source_has_a_link_to_the_public_page(
    tunnel: Path, browser: Browser, serving: object
) -> None:
    assert callable(serving)
    with Archive.open(tunnel) as archive, serving(archive) as address:
        report = archive.search("tunnel").hits[0].report
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(f"{address}/report/{report}")
        expect(page.locator("#source .text")).not_to_be_visible()
        page.get_by_role("link", name="Source text").click()
        expect(page.locator("#source .text")).to_be_visible()
        page.evaluate(
            """() => {
                const words = [...document.querySelectorAll("#source .text [data-s]")]
                    .find((node) => node.textContent.includes("in the tunnel,"));
                const range = document.createRange();
                range.selectNodeContents(words);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
            }"""
        )
        link = page.locator("#fragment")
        expect(link).to_be_visible()
        target = link.get_attribute("href") or ""
        assert target.startswith("https://news.example/tunnel/1#:~:text=")
        assert "in%20the%20tunnel" in target
        page.close()


def test_words_lead_back_to_the_line_that_cites_them(
    tunnel: Path, browser: Browser, serving: object
) -> None:
    assert callable(serving)
    with Archive.open(tunnel) as archive, serving(archive) as address:
        report = archive.search("tunnel").hits[0].report
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}/report/{report}")
        page.locator("#source .figure").first.click()
        expect(page.locator("#facts a.cited").first).to_be_focused()
        expect(page.locator("#source .hit").first).to_be_visible()
        page.close()
