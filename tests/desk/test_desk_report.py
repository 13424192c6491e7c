"""Report, person, place and agenda pages."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk.app import desk_app
from dateline.intake.dump import read_dump
from dateline.pipeline import readings_of_pages

Found = Callable[[str], str]


@pytest.fixture
def report(desk_archive: Path, story_called: Found) -> str:
    with Archive.open(desk_archive) as archive:
        reads = archive.story(story_called("landslide")).reads
    return next(read.report.id for read in reads if read.report.kind == "article")


def source_in(page: str) -> str:
    found = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert found is not None
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def test_the_source_is_shown_to_the_character(
    desk_client: TestClient, desk_archive: Path, report: str
) -> None:
    with Archive.open(desk_archive) as archive:
        text = archive.read_report(report).text
    assert source_in(desk_client.get(f"/report/{report}").text) == text


def test_every_fact_of_a_report_leads_to_a_place_in_its_source(
    desk_client: TestClient, report: str
) -> None:
    page = desk_client.get(f"/report/{report}").text
    anchors = set(re.findall(r'id="(c\d+)"', page))
    links = re.findall(r'href="#(c\d+)" data-r="', page)
    assert len(links) > 30
    assert set(links) <= anchors


def test_words_of_the_source_lead_to_the_fact_here_or_on_their_own_reports_page(
    desk_client: TestClient, report: str
) -> None:
    page = desk_client.get(f"/report/{report}").text
    ids = set(re.findall(r' id="([^"]+)"', page))
    here = re.findall(r'<a href="#([^"]+)" id="c', page)
    assert len(here) > 30
    assert set(here) <= ids
    for address, line in set(re.findall(r'<a href="(/report/[^"#]+)#([^"]+)" id="c', page)):
        assert f' id="{line}"' in desk_client.get(address).text


def test_words_that_are_no_fact_can_be_asked_for(desk_client: TestClient, report: str) -> None:
    page = desk_client.get(f"/report/{report}?at=10-20").text
    assert 'id="c10"' in page and "asked" in page
    for at in ("20-10", "0-99999999", "x", "1-", "1-4,", "1-4,x"):
        assert desk_client.get(f"/report/{report}?at={at}").status_code == 200


def test_a_citation_has_the_words_whose_they_are_and_where_they_stand(
    desk_client: TestClient, desk_archive: Path, report: str
) -> None:
    with Archive.open(desk_archive) as archive:
        read = archive.read_report(report)
        info = archive.page_info(read.page)
    for style, told in (("direct", ": “"), ("indirect", " (paraphrase): ")):
        statement = next(
            item
            for item in read.reading.statements
            if item.style == style and item.speaker and len(item.content) == 1
        )
        words = statement.content[0]
        answer = desk_client.get(
            f"/report/{report}/citation?at={words.start}-{words.end}", follow_redirects=False
        )
        assert answer.headers["content-type"].startswith("text/plain")
        said, about, where = answer.text.splitlines()
        assert said.startswith(str(read.reading.name_of(statement.speaker)))
        assert told in said.replace('"', "“")
        assert said.endswith(" ".join(words.of(read.text).split()))
        assert str(read.report.headline) in about
        assert f"{words.start}–{words.end}" in where and str(info.sha256) in where


def test_words_that_nobody_says_are_cited_without_a_speaker(
    desk_client: TestClient, desk_archive: Path, report: str
) -> None:
    with Archive.open(desk_archive) as archive:
        text = archive.read_report(report).text
    said = desk_client.get(f"/report/{report}/citation?at=0-9,20-30").text.splitlines()[0]
    assert said == f"{' '.join(text[:9].split())} … {' '.join(text[20:30].split())}"
    assert desk_client.get(f"/report/{report}/citation?at=9-0").status_code == 400
    assert desk_client.get(f"/report/{report}/citation").status_code == 400


def test_a_paraphrase_is_not_shown_as_a_quotation(
    desk_client: TestClient, desk_archive: Path, report: str
) -> None:
    page = desk_client.get(f"/report/{report}").text
    with Archive.open(desk_archive) as archive:
        statements = archive.read_report(report).reading.statements
    for number, statement in enumerate(statements):
        line = page[page.index(f'id="{report}-statement-{number}"') :].partition("</li>")[0]
        assert ('<i class="tag">paraphrase</i>' in line) == (statement.style == "indirect")


def test_original_bytes_are_handed_out_as_a_file_no_browser_runs(
    desk_client: TestClient, desk_archive: Path, report: str
) -> None:
    with Archive.open(desk_archive) as archive:
        page = archive.read_report(report).page
        data = archive.original(page)
    answer = desk_client.get(f"/page/{page}/original")
    assert answer.content == data
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def text_of(cost: str, said: str) -> str:
    return (
        "Vessen bridge reopens after three years\n\nBy Tilda Aronsen\n4 May 2031\n\n"
        f"VESSEN – The bridge reopened to traffic on Sunday after repairs that cost {cost}.\n\n"
        f"“{said},” said Mara Okoye, the mayor of Vessen.\n"
    )


def test_what_changed_between_two_versions_is_shown_word_for_word(tmp_path: Path) -> None:
    url = "https://news.example/vessen"
    with Archive.open(tmp_path / "a.db") as archive:
        for cost, said in (
            ("$42 million", "People had stopped believing in it"),
            ("$45 million", "We are glad that it is over"),
        ):
            page = read_dump(text_of(cost, said), url=url)
            archive.add(page, list(readings_of_pages([page])))
        newest = archive.versions(url)[-1].id
        with TestClient(desk_app(archive)) as client:
            changes = client.get(f"/page/{newest}/changes").text
            report = client.get(f"/report/{newest}.0").text
            first = client.get(f"/page/{archive.versions(url)[0].id}/changes")
    assert "<del>$42 million</del>" in changes and "<ins>$45 million</ins>" in changes
    assert "stopped believing" in changes and "glad that it is over" in changes
    assert f"/page/{newest}/changes" in report
    assert first.status_code == 404


def test_a_person_page_has_roles_statements_and_how_outlets_cut_them(
    desk_client: TestClient,
) -> None:
    page = desk_client.get("/person?name=Torren").text
    assert "Ilka Torren" in page and "lawyer" in page
    assert "other report has it" in page or "other reports have it" in page
    assert len(re.findall(r'href="/report/[^"]+#c\d+"', page)) > 4


def test_a_name_nobody_has_is_a_missing_page_that_says_so(desk_client: TestClient) -> None:
    for kind in ("person", "organisation", "place"):
        answer = desk_client.get(f"/{kind}?name=Xyzzy+Plugh")
        assert answer.status_code == 404
        assert "No report in the archive names" in answer.text
        assert desk_client.get(f"/{kind}", follow_redirects=False).status_code == 303


def test_a_place_page_has_where_it_lies_and_its_stories(desk_client: TestClient) -> None:
    page = desk_client.get("/place?name=Geneva").text
    assert "Switzerland" in page and "46.2" in page
    assert 'href="/story/' in page


def test_the_agenda_has_what_is_ahead_in_order_and_as_a_calendar(desk_client: TestClient) -> None:
    page = desk_client.get("/agenda?from=2024-03-18").text
    days = re.findall(r"<h2>([^<]+)</h2>", page)
    assert days and "21 Mar 2024" in days
    calendar = desk_client.get("/agenda.ics?from=2024-03-18")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert calendar.text.count("BEGIN:VEVENT") >= len(days)
    assert "No report in the archive announces" in desk_client.get("/agenda?from=2100").text


def test_the_agenda_is_filtered_by_words_and_names(desk_client: TestClient) -> None:
    page = desk_client.get("/agenda?from=2024-03-18&q=mediators").text
    assert "Mediators" in page and "hearing" not in page
