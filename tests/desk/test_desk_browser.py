"""The desk in a real browser: reading, clicking, setting right, keys, phones, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dateline.archive.store import Archive

PATHS = (
    "/",
    "/story/{story}",
    "/report/{story}",
    "/person?name=Torren",
    "/place?name=Geneva",
    "/agenda?from=2020",
    "/paste",
    "/search?q=turnout",
    "/search",
    "/nowhere",
)
PASTED = """Vessen bridge reopens after three years

By Tilda Aronsen
4 May 2031

VESSEN – The Vessen bridge reopened to traffic on Sunday after repairs that cost $42 million.

“People had stopped believing in it,” said Mara Okoye, the mayor of Vessen.

The old bridge carried about 30,000 cars a day, according to the roads agency.
"""
SERIOUS = ("serious", "critical")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    shown = context.new_page()
    complaints: list[str] = []
    shown.on("console", lambda message: complaints.append(message.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    yield shown
    context.close()
    # A missing page is the only thing a browser may remark on here.
    assert [said for said in complaints if "404" not in said] == []


@pytest.fixture
def landslide(story_called: Callable[[str], str]) -> str:
    return story_called("landslide")


def test_from_the_front_page_to_the_words_of_a_figure(page: Page, live_desk: str) -> None:
    page.goto(live_desk)
    page.get_by_role("link", name=re.compile("landslide")).first.click()
    mark = page.locator("svg.board a.mark").first
    words = mark.locator("title").text_content() or ""
    mark.click()
    expect(page).to_have_url(re.compile(r"/report/[^#]+#c\d+$"))
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert (target.text_content() or "").strip() in words


def test_a_statement_with_a_gap_is_marked_to_the_character_on_both_sides(
    page: Page, live_desk: str, landslide: str
) -> None:
    page.goto(f"{live_desk}/story/{landslide}")
    link = page.locator("#said .content a.fact", has_text=" … ").first
    words = link.text_content() or ""
    link.click()
    expect(page.locator("#facts a.cited").first).to_have_text(words)
    expect(page.locator("#facts a.cited").first).to_be_in_viewport()
    marked = [" ".join(found.split()) for found in page.locator(".text .asked").all_inner_texts()]
    assert "".join("".join(marked).split()) == "".join(words.replace("…", "").split())


def test_a_citation_is_copied_from_a_story_and_from_a_selection(
    browser: Browser, live_desk: str, landslide: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{live_desk}/story/{landslide}")
    line = page.locator("#said .statements li").first
    line.hover()
    line.get_by_role("button", name="Copy citation").click()
    expect(page.locator("#said-aloud")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert (line.locator("a.fact").first.text_content() or "") in copied
    assert "SHA-256" in copied
    page.goto(f"{live_desk}/report/{landslide}")
    page.locator(".text .part.paragraph [data-s]").first.dblclick()
    word = page.evaluate("getSelection().toString().trim()")
    page.keyboard.press("c")
    expect(page.locator("#said-aloud")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").splitlines()[0] == word
    context.close()


def test_split_and_merge_by_hand(page: Page, live_desk: str, landslide: str) -> None:
    page.goto(f"{live_desk}/story/{landslide}")
    before = page.locator("#reports h2 small").text_content()
    page.locator("#reports form > ul > li > input").last.check()
    page.get_by_role("button", name="Split off").click()
    expect(page.locator("#reports h2 small")).not_to_have_text(before or "")
    apart = page.url
    page.goto(f"{live_desk}/story/{landslide}")
    page.get_by_label("Merge with").fill(apart)
    page.get_by_role("button", name="Merge", exact=True).click()
    expect(page.locator("#reports h2 small")).to_have_text(before or "")


def test_the_desk_is_used_with_keys_alone(page: Page, live_desk: str) -> None:
    page.goto(live_desk)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".stories h2 a").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/story/"))
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("turnout")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()


def test_keys_can_be_turned_off_for_good(page: Page, live_desk: str) -> None:
    page.goto(live_desk)
    page.get_by_label("Keys").uncheck()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()


def test_a_pasted_page_shows_its_dossier_and_is_kept(page: Page, live_desk: str) -> None:
    page.goto(f"{live_desk}/paste")
    page.get_by_label("Text or HTML of a page").fill(PASTED)
    page.get_by_role("button", name="Read").click()
    page.get_by_role("link", name="See the dossier").click(timeout=60_000)
    page.click(".statements .content a.fact >> nth=0")
    expect(page.locator(".hit").first).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Keep it in the archive").click()
    expect(page).to_have_url(re.compile("/story/"))
    expect(page.locator("h1")).to_contain_text("Vessen bridge reopens")


def test_a_dropped_file_is_read(page: Page, live_desk: str) -> None:
    page.goto(f"{live_desk}/paste")
    data = page.evaluate_handle(
        """text => {
            const data = new DataTransfer();
            data.items.add(new File([text], "vessen.txt", { type: "text/plain" }));
            return data;
        }""",
        PASTED,
    )
    page.dispatch_event("body", "drop", {"dataTransfer": data})
    expect(page.get_by_role("link", name="See the dossier")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Vessen bridge reopens")).to_be_visible()


def test_without_script_everything_can_be_read(
    browser: Browser, live_desk: str, landslide: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_desk}/story/{landslide}")
    page.get_by_text("as a list").first.click()
    page.locator("#figures .entries a.fact").first.click()
    assert "/report/" in page.url
    page.locator(".text a.figure").first.click()
    assert page.locator("tr:target").count() == 1
    context.close()


def test_the_source_of_a_teaser_opens_where_the_teaser_stands(
    page: Page, live_desk: str, desk_archive: Path
) -> None:
    with Archive.open(desk_archive) as archive:
        teasers = [
            read.report
            for story in archive.stories(limit=100)
            for read in archive.story(story.id).reads
            if read.report.kind == "teaser" and read.report.evidence.headline
        ]
    last = max(teasers, key=lambda report: report.evidence.headline[0].start)
    page.goto(f"{live_desk}/report/{last.id}")
    expect(page.locator(f"#c{last.evidence.headline[0].start}")).to_be_in_viewport()


def test_on_a_phone_every_figure_of_the_board_can_be_read(
    browser: Browser, live_desk: str, landslide: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{live_desk}/story/{landslide}")
    boxes = page.locator("#figures .mark text").evaluate_all(
        "nodes => nodes.map((node) => { const box = node.getBoundingClientRect();"
        " return [box.left, box.right, box.height] })"
    )
    assert len(boxes) > 5
    assert all(left >= 0 and right <= 390 and height >= 11 for left, right, height in boxes)
    page.close()


def test_a_place_of_the_map_leads_to_the_words_that_name_it(
    page: Page, live_desk: str, landslide: str
) -> None:
    page.goto(f"{live_desk}/story/{landslide}")
    page.get_by_role("link", name="The words that name Geneva").click()
    expect(page.locator(".text .asked").first).to_be_in_viewport()
    assert set(page.locator(".text .asked").all_inner_texts()) == {"Geneva"}


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_no_page_is_wider_than_the_screen(
    browser: Browser, live_desk: str, landslide: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in PATHS:
        page.goto(live_desk + path.format(story=landslide))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_accessibility_violation(
    browser: Browser, live_desk: str, landslide: str, scheme: str
) -> None:
    # axe is brought into the page by the test, which the desk's policy would rightly refuse.
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    for path in PATHS:
        page.goto(live_desk + path.format(story=landslide))
        page.evaluate(
            "document.querySelectorAll('details').forEach((node) => { node.open = true })"
        )
        found = Axe().run(page).response["violations"]
        bad = [
            (item["id"], item["nodes"][0]["html"], item["nodes"][0]["failureSummary"])
            for item in found
            if item["impact"] in SERIOUS
        ]
        assert bad == [], path
    context.close()


def test_nothing_is_asked_of_other_machines(page: Page, live_desk: str, landslide: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in PATHS:
        page.goto(live_desk + path.format(story=landslide))
    assert all(url.startswith((live_desk, "data:")) for url in asked)


def test_on_paper_the_story_stands_without_forms(
    page: Page, live_desk: str, landslide: str
) -> None:
    page.goto(f"{live_desk}/story/{landslide}")
    page.emulate_media(media="print")
    expect(page.locator("#set-right")).to_be_hidden()
    expect(page.locator(".find")).to_be_hidden()
    expect(page.locator("#said")).to_be_visible()
    # What is folded on the screen cannot be opened on paper.
    folded = page.locator("#said details .statements li")
    assert folded.count() > 0
    expect(folded.first).to_be_visible()
