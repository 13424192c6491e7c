"""The dossier's HTML file in a real browser: every fact leads to its words, nothing gets out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from show_samples import SCRIPT, dossiers, reads

from dateline.show.board import board_html
from dateline.show.html import html_of
from dateline.show.html.segments import parts_of


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "dossier.html"
    path.write_text(html_of(dossiers()), "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    yield page
    assert requests == [path.as_uri()], "the page must load nothing"
    page.close()


def hits(page: Page) -> list[str]:
    return [item.text_content() or "" for item in page.query_selector_all(".hit")]


def test_clicking_a_figure_highlights_its_words_in_the_source(shown: Page) -> None:
    shown.click("table.figures a.fact >> text='58%'")
    assert hits(shown) == ["58%"]


def test_clicking_a_statement_highlights_what_was_said(shown: Page) -> None:
    shown.click(".statements .content a.fact >> nth=0")
    assert "".join(hits(shown)) == "“It is over”"


def test_clicking_a_mark_of_the_board_leads_to_its_report(shown: Page) -> None:
    shown.click("svg.board a.mark >> nth=1")
    assert hits(shown) == ["55.4%"]
    page = shown.locator(".hit").evaluate("node => node.closest('[data-page]').dataset.page")
    assert page == "pg-two"


def test_clicking_the_source_leads_back_to_the_fact(shown: Page) -> None:
    shown.locator("[data-page='pg-one'] .figure").first.click()
    assert shown.locator(".cited").count() >= 1


def test_words_of_the_source_lead_to_their_fact_with_the_keyboard(shown: Page) -> None:
    words = shown.locator("[data-page='pg-one'] .text a.figure").first
    words.focus()
    shown.keyboard.press("Enter")
    assert hits(shown) == [words.text_content()]
    assert shown.locator(".cited").evaluate("node => node === document.activeElement")


def test_facts_can_be_reached_and_opened_with_the_keyboard(shown: Page) -> None:
    link = shown.locator("table.figures a.fact >> text='58%'")
    link.focus()
    shown.keyboard.press("Enter")
    assert hits(shown) == ["58%"]


def test_markup_in_a_page_is_shown_and_never_run(shown: Page) -> None:
    assert shown.title() != "owned"
    assert SCRIPT in (shown.locator("main h2").first.text_content() or "")
    assert shown.locator("main script").count() == 0


def test_on_a_phone_the_source_opens_over_the_facts(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "d.html"
    path.write_text(html_of(dossiers()), "utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator("#source").is_visible()
    page.click("table.figures a.fact >> nth=0")
    assert page.locator("#source").is_visible()
    page.click("#close")
    page.wait_for_selector("#source", state="hidden")
    page.close()


def test_without_script_a_fact_still_jumps_to_its_words(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "d.html"
    path.write_text(html_of(dossiers()), "utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    link = page.locator("table.figures a.fact >> nth=0")
    target = (link.get_attribute("href") or "")[1:]
    assert page.locator(f"[id='{target}']").count() == 1
    back = page.locator("[data-page='pg-one'] .text a.figure").first
    told = (back.get_attribute("href") or "")[1:]
    assert back.text_content() in (page.locator(f"[id='{told}']").text_content() or "")
    context.close()


def test_every_word_that_is_linked_leads_to_a_line_that_is_shown() -> None:
    page = html_of(dossiers())
    ids = re.findall(r' id="([^"]+)"', page)
    links = re.findall(r'<a href="#([^"]+)" id=', page)
    assert len(ids) == len(set(ids))
    assert len(links) > 10
    assert set(links) <= set(ids)


def test_the_board_alone_leads_to_its_words_too(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "board.html"
    path.write_text(board_html(dossiers().dossiers[0].figures, reads()), "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    page.click("svg.board a.mark >> nth=0")
    assert hits(page) == ["58%"]
    page.close()


def test_the_shown_source_is_the_text_to_the_character() -> None:
    shown = dossiers()
    readings = {reading.id: reading for reading in shown.readings}
    for page in shown.pages:
        parts = parts_of(page, [readings[report.id] for report in page.reports])
        words = "".join(segment.words for part in parts for segment in part.segments)
        assert words == page.text


def test_nothing_is_loaded_from_outside_by_the_file_itself() -> None:
    page = html_of(dossiers())
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//(?!news\.example)""", page)
    assert "default-src 'none'" in page
