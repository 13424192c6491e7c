"""The archive's commands print what the archive answers, each fact with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from archive_samples import FirstWord, corpus, new_page
from typer.testing import CliRunner

from dateline.archive.store import Archive
from dateline.commands import archive as commands
from dateline.commands import boards

app = typer.Typer()
commands.register(app)
boards.register(app)


@pytest.fixture
def place(tmp_path: Path) -> str:
    place = str(tmp_path / "archive.db")
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add_many(corpus())
    return place


def said(place: str, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--archive", place], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def records(place: str, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in said(place, *words, "--format", "json").splitlines()]


def test_stories_say_how_many_independent_sources_tell_them(place: str) -> None:
    lines = said(place, "stories", "--order", "published").splitlines()
    assert lines[0] == "* Okoye visits the ferry port"
    assert "s-okoye · 1 report, 1 independent source · 2031-06-01 · Lume Daily" in lines[1]
    assert [story["id"] for story in records(place, "stories", "--min-sources", "2")]
    assert said(place, "stories", "--min-sources", "9") == "No story.\n"


def test_search_shows_where_the_words_stand(place: str) -> None:
    out = said(place, "search", "ferry", "aground")
    assert "Ferry runs aground" in out
    assert "Coast Radio, 2031-05-05 · story s-ferry · c [20–" in out
    (hit,) = records(place, "search", "figure>50%")
    assert hit["page"] == "a"
    assert said(place, "search", "ferry", "-n", "1").endswith("1 of 3\n")
    assert said(place, "search", "nowhere") == "Nothing found.\n"


def test_who_tells_roles_and_statements_with_their_places(place: str) -> None:
    out = said(place, "who", "okoye")
    assert "Ada Okoye (person) · 1 report, 1 statement" in out
    assert "President · 2031-05-04 · a [28–37]" in out
    assert "turnout would pass 61% in the early elections" in out
    assert "Nobody and nothing called" in said(place, "who", "nemo")


def test_figures_and_timeline_list_facts_with_their_places(place: str) -> None:
    assert "turnout: 61% = 61 %\n    The Harbour Gazette, 2031-05-04 · a [72–75]" in said(
        place, "figures", "turnout"
    )
    (fact,) = records(place, "timeline", "--since", "2031-05-12", "--until", "2031-05-12")
    assert (fact["words"], fact["page"]) == ("due on 12 May", "a")


def test_a_story_is_shown_in_every_format(place: str) -> None:
    document = json.loads(said(place, "story", "s-dam", "--format", "json"))
    assert [page["id"] for page in document["pages"]] == ["a", "b"]
    assert document["stories"][0]["id"] == "s-dam"
    for format in ("text", "markdown", "html"):
        assert "Dam vote nears" in said(place, "story", "s-dam", "--format", format)


def test_brief_tells_what_is_new_and_what_is_ahead(place: str) -> None:
    out = said(place, "brief", "--since", "1h")
    assert "NEW Dam vote nears in Verrania" in out
    assert "+ Ferry runs aground" in out
    assert said(place, "brief", "--since", "2999-01-01") == "Nothing new.\n"


def test_a_story_tells_why_its_reports_stand_in_it_what_a_copy_adds_and_a_version_changes(
    tmp_path: Path,
) -> None:
    told = (
        "The ferry Morwen ran aground off Tarsk on Monday with forty passengers on board, and all "
        "of them were taken to the harbour in boats, the coast guard said in a statement."
    )
    more = "A tug from Vessen will pull it free."
    place = str(tmp_path / "a.db")
    with Archive.open(place) as archive:
        for page in (
            new_page("w1", "Ferry Morwen aground", told, url="https://g.example/1"),
            new_page(
                "w2", "Ferry Morwen aground off Tarsk", f"{told} {more}", outlet="Coast Radio"
            ),
            new_page("w3", "Ferry Morwen afloat again", told, url="https://g.example/1"),
        ):
            archive.add(*page)
    first, copy, version = said(place, "story", "w1.1", "--why").split("\n" + "Ferry Morwen a")
    assert "begins the story" in first
    assert "copy of w1.1" in copy and "shared names: Ferry, Morwen, " in copy
    assert copy.endswith(f"adds: “{more[:-1]}” [{33 + len(told)}–{32 + len(told) + len(more)}]")
    assert "later version of w1.1" in version
    assert (
        "headline changed: “Ferry Morwen aground” [0–20] → “Ferry Morwen afloat again”" in version
    )
    known = [
        json.loads(line)
        for line in said(place, "story", "w1.1", "--why", "--format", "json").splitlines()
    ]
    assert [one["placement"]["copy_of"] for one in known] == [None, "w1.1", None]


def test_a_story_in_two_reports_without_outlets_has_no_empty_facts(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    with Archive.open(place, placer=FirstWord) as archive:
        archive.add(*new_page("x", "Frost ruins cherries", "Growers lost it all.", outlet=None))
    assert said(place, "stories").splitlines()[1].endswith("· 2031-05-04")
    assert "[0–20]" in said(place, "brief")


def test_what_is_exported_can_be_imported(place: str, tmp_path: Path) -> None:
    said(place, "export", str(tmp_path / "all.jsonl"))
    second = str(tmp_path / "second.db")
    assert said(second, "import", str(tmp_path / "all.jsonl")) == "5 pages read in\n"
    assert said(second, "stories") == said(place, "stories")
    said(place, "export", str(tmp_path / "csv"), "--format", "csv")
    assert (tmp_path / "csv" / "statements.csv").exists()


def test_an_interval_that_is_none_is_a_usage_error(place: str) -> None:
    result = CliRunner().invoke(app, ["stories", "--since", "soon", "--archive", place])
    assert result.exit_code == 2


def test_a_page_that_is_unknown_keeps_no_other_from_being_forgotten_for_good(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.archive.store._own_placer", FirstWord)
    result = CliRunner().invoke(app, ["forget", "a", "nothing", "--archive", place])
    assert result.exit_code == 1
    assert result.stdout == "a removed, with 1 report\n"
    assert result.stderr == "dateline: nothing: there is no such page in the archive.\n"
    kept = b"".join(file.read_bytes() for file in Path(place).parent.glob("archive.db*"))
    assert b"Dam vote nears" not in kept


def test_add_keeps_pages_their_readings_and_their_bytes(tmp_path: Path) -> None:
    text = (
        "Vessen bridge reopens\n\nBy Tilda Aronsen\n4 May 2031\n\n"
        "VESSEN – The Vessen bridge reopened to traffic on Sunday after three years of repairs.\n\n"
        "“People had stopped believing in it,” said Mara Okoye, the mayor of Vessen.\n"
    ).encode()
    html = (
        b"<html><head><title>Ferry sails again</title></head><body><article><h1>Ferry sails again"
        b"</h1><p>The ferry to Orrin sailed again on Monday after a week in dock.</p><p>It carried "
        b"two hundred people, the company said, and came back empty.</p></article></body></html>"
    )
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/ferry\r\n"
        b"WARC-Date: 2031-05-05T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        b"Content-Length: " + str(len(answer)).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
    )
    page, crawl = tmp_path / "bridge.txt", tmp_path / "crawl.warc"
    page.write_bytes(text)
    crawl.write_bytes(record)
    place = str(tmp_path / "a.db")
    assert said(place, "add", str(page), str(crawl)).startswith("2 added (0 of them new versions")
    assert "0 added" in said(place, "add", str(page))
    with Archive.open(place) as archive:
        reports = [
            id for story in archive.stories() for id in archive.story(story.id).story.reports
        ]
        kept = {archive.original(archive.read_report(report).page) for report in reports}
    assert kept == {text, html}
