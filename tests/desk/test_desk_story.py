"""The story page and edits by hand."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
from starlette.testclient import TestClient

from dateline.archive.store import Archive
from dateline.desk.app import desk_app
from dateline.desk.laidout import folded
from dateline.intake.sources import pages_of
from dateline.pipeline import readings_of_pages
from dateline.records import Placement, Reading, ReadReport, Report

Found = Callable[[str], str]


def add(archive: Archive, paths: list[str]) -> None:
    for path in paths:
        for page in pages_of(path):
            archive.add(page, readings_of_pages([page]))


def csrf_in(page: str) -> str:
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
    assert found is not None
    return found[1]


def test_every_line_leads_to_its_words_in_a_report(
    desk_client: TestClient, story_called: Found, desk_archive: Path
) -> None:
    page = desk_client.get(f"/story/{story_called('landslide')}").text
    links = set(re.findall(r'href="/report/([^"#?]+)\?at=(\d+)-(\d+)[\d,-]*#c(\d+)"', page))
    assert len(links) > 40
    with Archive.open(desk_archive) as archive:
        texts = {report: archive.read_report(report).text for report, *_ in links}
    for report, start, end, anchor in links:
        assert start == anchor and int(start) < int(end) <= len(texts[report])


def test_a_story_page_has_all_its_sections(desk_client: TestClient, story_called: Found) -> None:
    page = desk_client.get(f"/story/{story_called('landslide')}").text
    for id in ("reports", "said", "figures", "timeline", "agenda", "people", "places", "export"):
        assert f'id="{id}"' in page
    assert 'class="lead"' in page
    assert "why here" in page and "Shared names:" in page


def test_copies_are_folded_behind_what_they_copy(
    desk_client: TestClient, story_called: Found
) -> None:
    page = desk_client.get(f"/story/{story_called('landslide')}").text
    assert "copies and versions" in page or "copy or version" in page


def read(id: str) -> ReadReport:
    return ReadReport(
        report=Report(id=id, kind="article"), reading=Reading(id=id), text="", page="p"
    )


def test_a_copy_of_a_version_is_folded_behind_the_first_and_circles_do_no_harm() -> None:
    reads = [read("a"), read("b"), read("c"), read("x"), read("y")]
    placements = [
        Placement(report="a", story="s"),
        Placement(report="b", story="s", version_of="a"),
        Placement(report="c", story="s", copy_of="b"),
        Placement(report="x", story="s", copy_of="y"),
        Placement(report="y", story="s", copy_of="x"),
    ]
    folds = folded(reads, placements)
    assert [item.read.report.id for item in folds[0].followers] == ["b", "c"]
    shown = [fold.read.report.id for fold in folds]
    shown += [item.read.report.id for fold in folds for item in fold.followers]
    assert sorted(shown) == ["a", "b", "c", "x", "y"]


def test_what_is_new_to_the_visitor_is_marked_line_by_line(
    example_paths: list[str], tmp_path: Path
) -> None:
    clock = [datetime.datetime.now(datetime.UTC)]
    late = [path for path in example_paths if "-update" in path or "03-election" in path]
    path = tmp_path / "visited.db"
    with (
        Archive.open(path, clock=lambda: clock[0]) as archive,
        TestClient(desk_app(archive)) as client,
    ):
        add(archive, [path for path in example_paths if path not in late])
        clock[0] += datetime.timedelta(hours=1)
        client.get("/")
        clock[0] += datetime.timedelta(days=1)
        add(archive, late)
        clock[0] += datetime.timedelta(hours=1)
        client.get("/")
        story = next(item.id for item in archive.stories() if "Dravic" in (item.headline or ""))
        page = client.get(f"/story/{story}").text
        new = [
            report
            for change in archive.changes_since(
                (clock[0] - datetime.timedelta(hours=2)).isoformat()
            )
            if change.summary.id == story
            for report in change.new_reports
        ]
        assert f'<a href="#reports">{len(new)} new report' in page
        assert "new statement" in page and "figures they give" in page
        for id in ("reports", "said", "figures", "agenda"):
            section = page[page.index(f'<section id="{id}">') :].partition("</section>")[0]
            lines = section.split("<li")[1:]
            assert 0 < sum('class="tag new"' in line for line in lines) < len(lines), id
        # On the next visit it is old.
        clock[0] += datetime.timedelta(days=1)
        client.get("/")
        assert 'class="tag new"' not in client.get(f"/story/{story}").text


def test_the_next_date_stands_at_the_head_of_a_story(
    desk_archive: Path, story_called: Found
) -> None:
    story = story_called("landslide")
    noon = datetime.datetime(2024, 3, 19, 12, tzinfo=datetime.UTC)
    for days, due in ((0, "22 Mar 2024"), (4, "the week of 25 Mar 2024"), (2000, None)):
        now = noon + datetime.timedelta(days=days)
        with (
            Archive.open(desk_archive, clock=lambda now=now: now) as archive,
            TestClient(desk_app(archive)) as client,
        ):
            head = (
                client.get(f"/story/{story}")
                .text.partition("</header>")[2]
                .partition("</header>")[0]
            )
        assert (f"<b>Next:</b> {due} – " in head) if due else ("Next:" not in head)


def test_every_line_of_the_timeline_names_its_outlets(
    desk_client: TestClient, story_called: Found
) -> None:
    page = desk_client.get(f"/story/{story_called('landslide')}").text
    section = page[page.index('<section id="timeline">') :].partition("</section>")[0]
    lines = section.split("<li>")[1:]
    assert len(lines) > 5
    assert all(re.search(r'<span class="role">.*<a href="/report/', line) for line in lines)
    assert "National Electoral Board says so" in section


def test_speakers_can_be_jumped_to(desk_client: TestClient, story_called: Found) -> None:
    page = desk_client.get(f"/story/{story_called('landslide')}").text
    jumps = re.findall(r'<a href="#(by-\d+)">([^<]+)</a>', page)
    assert len(jumps) > 3
    for id, name in jumps:
        group = page[page.index(f'id="{id}"') :].partition("</h3>")[0]
        assert name in group


def test_splitting_and_merging_by_hand_hold(
    desk_client: TestClient, story_called: Found, desk_archive: Path
) -> None:
    story = story_called("ferry")
    with Archive.open(desk_archive) as archive:
        reports = archive.story(story).story.reports
    page = desk_client.get(f"/story/{story}").text
    form = {"csrf": csrf_in(page), "report": [reports[-1]]}
    answer = desk_client.post(f"/story/{story}/split", data=form, follow_redirects=False)
    assert answer.status_code == 303
    fresh = answer.headers["location"].rpartition("/")[2]
    assert fresh != story
    with Archive.open(desk_archive) as archive:
        assert archive.story(fresh).story.reports == (reports[-1],)
        assert reports[-1] not in archive.story(story).story.reports
    address = f"http://testserver/story/{fresh}"
    answer = desk_client.post(
        f"/story/{story}/merge", data={"csrf": form["csrf"], "other": address}
    )
    assert answer.status_code == 200
    with Archive.open(desk_archive) as archive:
        assert set(archive.story(story).story.reports) == set(reports)


def test_a_headline_given_by_hand_stays_until_it_is_emptied(
    desk_client: TestClient, story_called: Found
) -> None:
    story = story_called("ferry")
    csrf = csrf_in(desk_client.get(f"/story/{story}").text)
    named = desk_client.post(
        f"/story/{story}/rename", data={"csrf": csrf, "headline": "The Orrin ferry"}
    )
    assert "The Orrin ferry" in named.text and "named by hand" in named.text
    plain = desk_client.post(f"/story/{story}/rename", data={"csrf": csrf, "headline": ""})
    assert "named by hand" not in plain.text


def test_a_story_is_read_when_its_reader_says_so(
    desk_client: TestClient, story_called: Found
) -> None:
    story = story_called("ferry")
    page = desk_client.get(f"/story/{story}").text
    assert "Mark as read" in page
    form = {"csrf": csrf_in(page), "read": "yes"}
    assert "Mark as unread" in desk_client.post(f"/story/{story}/read", data=form).text


def test_edits_that_name_nothing_say_what_to_do(
    desk_client: TestClient, story_called: Found
) -> None:
    story = story_called("ferry")
    csrf = csrf_in(desk_client.get(f"/story/{story}").text)
    for action, words in (("split", "choose the reports"), ("merge", "name another story")):
        answer = desk_client.post(f"/story/{story}/{action}", data={"csrf": csrf})
        assert answer.status_code == 400
        assert words in answer.text


def test_a_story_is_exported_in_each_format(desk_client: TestClient, story_called: Found) -> None:
    story = story_called("landslide")
    for format, opening in (("md", b"#"), ("html", b"<!doctype"), ("ics", b"BEGIN:VCALENDAR")):
        answer = desk_client.get(f"/story/{story}/export/{format}")
        assert answer.content.lstrip().startswith(opening)
        assert "attachment" in answer.headers["content-disposition"]
    document = msgspec.json.decode(desk_client.get(f"/story/{story}/export/json").content)
    assert document["schema"] == "dateline/1" and document["stories"][0]["id"] == story
    assert desk_client.get(f"/story/{story}/export/exe").status_code == 404


def test_a_story_is_handed_over_with_the_pages_it_rests_on(
    desk_client: TestClient, story_called: Found
) -> None:
    story = story_called("landslide")
    assert f"/story/{story}/evidence" in desk_client.get(f"/story/{story}").text
    answer = desk_client.get(f"/story/{story}/evidence")
    assert answer.headers["content-type"] == "application/zip"
    assert "attachment" in answer.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bag:
        assert bag.testzip() is None
        folder = bag.namelist()[0].split("/")[0]
        pages = bag.read(f"{folder}/data/pages.csv").decode().splitlines()[1:]
        assert len(pages) > 1
        for page in pages:
            assert desk_client.get(f"/page/{page.split(',')[0]}/original").content in {
                bag.read(name) for name in bag.namelist() if "/original." in name
            }
    assert desk_client.get("/story/none/evidence").status_code == 404
