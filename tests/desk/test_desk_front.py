"""The front page and search."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from starlette.testclient import TestClient

from dateline.archive.results import Hit
from dateline.archive.store import Archive
from dateline.desk.app import desk_app
from dateline.desk.front import told_apart
from dateline.desk.search import pieces_of
from dateline.records import FigureEntry, FigureRow
from dateline.text import Span


def headlines(page: str) -> list[str]:
    return re.findall(r'<h2><a href="/story/[^"]+">([^<]+)</a>', page)


def test_the_story_of_most_independent_sources_leads(desk_client: TestClient) -> None:
    page = desk_client.get("/").text
    assert "landslide" in headlines(page)[0]
    assert len(headlines(page)) == len(set(headlines(page)))


def test_orders_put_the_newest_or_the_most_reported_first(
    desk_client: TestClient, desk_archive: Path
) -> None:
    with Archive.open(desk_archive) as archive:
        newest = [story.headline for story in archive.stories(order="published")]
        most = [story.sources for story in archive.stories(order="sources")]
    assert len(headlines(desk_client.get("/?order=published").text)) == len(newest)
    shown = desk_client.get("/?order=sources").text
    counts = [
        int(many or one)
        for many, one in re.findall(r"<span>(?:(\d+) independent sources? in|(1) report<)", shown)
    ]
    assert counts == most


def test_filters_leave_stories_with_a_report_that_has_all_of_it(desk_client: TestClient) -> None:
    found = headlines(desk_client.get("/?q=ferry+capsized").text)
    assert found and all("ferry" in headline.casefold() for headline in found)
    assert 0 < len(headlines(desk_client.get("/?place=Geneva").text)) < 4
    assert headlines(desk_client.get("/?person=Torren&from=2024-03&to=2024-03").text)
    assert headlines(desk_client.get("/?person=Torren&to=2020").text) == []
    assert "No story has all of this" in desk_client.get("/?person=nobody-of-this-name").text


def test_figures_in_dispute_stand_under_the_headline_once_laid_out(
    desk_archive: Path,
) -> None:
    with Archive.open(desk_archive) as archive:
        for story in archive.stories():
            archive.dossier(story.id)
        with TestClient(desk_app(archive)) as client:
            page = client.get("/").text
    assert '<i class="tag differ">differ</i>' in page
    assert "turnout" in page


def test_amounts_in_dispute_stand_once_and_in_order() -> None:
    def entry(value: float, **fields: object) -> FigureEntry:
        return FigureEntry(report="r", start=0, end=1, value=value, **fields)  # type: ignore[arg-type]

    row = FigureRow(
        measure="dead",
        unit="people",
        verdict="differ",
        entries=(
            entry(71, unit="body", basis="aid group"),
            entry(41, unit="people", bound=">", basis="officials"),
            entry(41),
            entry(27, unit="people", bound=">", basis="officials"),
            entry(27, unit="people", bound=">", basis="police"),
        ),
    )
    assert told_apart(row) == (
        ("≥ 27 people", ("officials", "police")),
        ("41 people", ("officials",)),
        ("71 bodies", ("aid group",)),
    )


def test_what_came_since_the_last_visit_is_marked(desk_archive: Path) -> None:
    clock = [datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=2)]
    with (
        Archive.open(desk_archive, clock=lambda: clock[0]) as archive,
        TestClient(desk_app(archive)) as client,
    ):
        assert "Your first visit" in client.get("/").text
        assert "new report" not in client.get("/").text
        clock[0] += datetime.timedelta(days=3)
        page = client.get("/").text
        assert "is marked new" in page and "new report" in page
        # Looking again within the same visit takes nothing away.
        clock[0] += datetime.timedelta(minutes=10)
        assert "new report" in client.get("/").text
        clock[0] += datetime.timedelta(hours=1)
        assert "new report" not in client.get("/").text


def test_an_empty_archive_says_what_to_do(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive, TestClient(desk_app(archive)) as client:
        page = client.get("/").text
    assert "The archive is empty" in page and "dateline add" in page


def test_search_marks_what_was_asked_for(desk_client: TestClient) -> None:
    page = desk_client.get("/search", params={"q": "turnout"}).text
    assert "<mark>turnout</mark>" in page.casefold()
    assert re.search(r'href="/report/[^"]+#c\d+"', page)


def test_a_snippet_cut_in_the_middle_says_so() -> None:
    def hit(words: str) -> Hit:
        return Hit(
            report="r", page="p", story="s", kind="article", headline=None, outlet=None,
            published=None, snippet=Span(0, len(words)), snippet_text=words, marks=(Span(4, 8),),
        )  # fmt: skip

    whole = pieces_of(hit("The vote is over."))
    assert whole == (("The ", False), ("vote", True), (" is over.", False))
    cut = pieces_of(hit("the vote is"))
    assert (cut[0], cut[-1]) == (("… ", False), (" …", False))


def test_a_query_that_cannot_be_understood_is_explained(desk_client: TestClient) -> None:
    answer = desk_client.get("/search", params={"q": "since:someday"})
    assert answer.status_code == 400
    assert "someday" in answer.text and "How to ask" in answer.text


def test_a_missing_page_says_so_and_leads_back(desk_client: TestClient) -> None:
    answer = desk_client.get("/nowhere")
    assert answer.status_code == 404
    assert 'href="/"' in answer.text
    assert desk_client.get("/story/none").status_code == 404


def test_bad_numbers_in_addresses_do_no_harm(desk_client: TestClient) -> None:
    for path in ("/?page=-1", "/?page=x", "/?page=99999999999", "/search?q=a&page=²", "/?order=x"):
        assert desk_client.get(path).status_code == 200
