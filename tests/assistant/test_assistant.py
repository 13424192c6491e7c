"""The server for assistants, asked by the standard's own client over a real process's pipes."""

from __future__ import annotations

import json
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from mcp import Client, MCPError, StdioServerParameters

from dateline.archive.edits import Same
from dateline.archive.store import Archive
from dateline.commands import mcp as command
from dateline.errors import SetupError

Told = dict[str, object]
Question = Callable[[Client], Awaitable[Told]]


@pytest.fixture
def archive(filled_archive: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "archive.db"
    copy.write_bytes(filled_archive.read_bytes())
    return copy


def asked(archive: Path, question: Question) -> Told:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "dateline", "mcp", "--archive", str(archive)]
    )

    async def ask() -> Told:
        async with Client(server) as client:
            return await question(client)

    # A browser test before this one leaves its event loop running in the main thread.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(anyio.run, ask).result()


def test_every_tool_is_read_only_and_says_what_it_gives(archive: Path) -> None:
    async def question(client: Client) -> Told:
        tools = (await client.list_tools()).tools
        return {tool.name: (tool.annotations, tool.description) for tool in tools}

    tools = asked(archive, question)
    assert set(tools) == {
        "stories", "story", "report", "search", "who", "figures", "timeline", "brief",
    }  # fmt: skip
    for hints, description in tools.values():  # type: ignore[misc]
        assert hints.read_only_hint and description


def test_answers_carry_the_words_at_their_offsets(archive: Path) -> None:
    async def question(client: Client) -> Told:
        stories = (await client.call_tool("stories", {"order": "sources"})).structured_content
        first = stories["stories"][0]["id"]
        story = (await client.call_tool("story", {"story": first})).structured_content
        for item in story["statements"]:
            where = item["where"]
            text = await client.read_resource(f"dateline://report/{where['report']}")
            page = text.contents[0].text
            start, end = where["spans"][0]
            words = " ".join(page[start:end].split())
            assert where["words"].startswith(words[:20])
        return dict(story)

    story = asked(archive, question)
    assert story["statements"] and story["reports"]


def test_all_tools_answer(archive: Path) -> None:
    async def question(client: Client) -> Told:
        answers: Told = {}
        for name, arguments in (
            ("search", {"query": "turnout"}),
            ("who", {"name": "Torren"}),
            ("figures", {"measure": "turnout"}),
            ("timeline", {"since": "2020"}),
            ("brief", {"since": "7d"}),
        ):
            result = await client.call_tool(name, arguments)
            assert not result.is_error, result.content
            answers[name] = result.structured_content
        return answers

    answers = asked(archive, question)
    assert answers["search"]["hits"]  # type: ignore[index]
    assert answers["who"]["statements"]  # type: ignore[index]
    assert answers["figures"]["figures"]  # type: ignore[index]
    assert answers["timeline"]["happenings"]  # type: ignore[index]
    assert answers["brief"]["stories"]  # type: ignore[index]


def spans_in(value: object) -> list[dict]:
    """Return all places that facts are said to stand at."""
    if isinstance(value, dict):
        own = [value] if {"report", "page", "spans", "words"} <= set(value) else []
        return own + [found for item in value.values() for found in spans_in(item)]
    if isinstance(value, list):
        return [found for item in value for found in spans_in(item)]
    return []


def test_every_answer_about_facts_has_their_place_and_words(archive: Path) -> None:
    async def question(client: Client) -> Told:
        stories = (await client.call_tool("stories", {"order": "sources"})).structured_content
        story = stories["stories"][0]["id"]
        laid_out = (await client.call_tool("story", {"story": story})).structured_content
        report = laid_out["statements"][0]["where"]["report"]
        texts: dict[str, str] = {}
        counts: Told = {}
        for name, arguments in (
            ("story", {"story": story}),
            ("report", {"report": report}),
            ("who", {"name": "Torren"}),
            ("figures", {"story": story}),
            ("timeline", {"story": story}),
            ("brief", {"since": "7d"}),
        ):
            answer = (await client.call_tool(name, arguments)).structured_content
            places = spans_in(answer)
            for where in places:
                report = where["report"]
                if report not in texts:
                    read = await client.read_resource(f"dateline://report/{report}")
                    texts[report] = read.contents[0].text
                words = [" ".join(texts[report][a:b].split()) for a, b in where["spans"]]
                assert where["words"].split("&")[0][:30].strip() in " … ".join(words)
            counts[name] = len(places)
        return counts

    counts = asked(archive, question)
    assert all(isinstance(count, int) and count > 0 for count in counts.values()), counts


def test_names_set_right_by_hand_are_told_beside_the_words_of_reports(archive: Path) -> None:
    with Archive.open(archive) as kept:
        kept.edit(Same(kind="person", names=("Ilka Torren", "Anselm Dravic")))

    async def question(client: Client) -> Told:
        who = (await client.call_tool("who", {"name": "dravic"})).structured_content
        id = who["stories"][0]["id"]
        story = (await client.call_tool("story", {"story": id})).structured_content
        return {"who": who, "story": story}

    told = asked(archive, question)
    who, story = told["who"], told["story"]
    assert who["names"][0]["name"] == "Ilka Torren"  # type: ignore[index]
    assert len(who["names"][0]["spellings"]) == 2  # type: ignore[index]
    for answer in (who, story):
        called = {(one["speaker"], one["called"]) for one in answer["statements"]}  # type: ignore[index]
        assert ("Anselm Dravic", "Ilka Torren") in called
    assert "Ilka Torren" in {one["name"]["name"] for one in story["people"]}  # type: ignore[index]


def test_a_long_story_says_how_much_is_left_out(archive: Path) -> None:
    async def question(client: Client) -> Told:
        stories = (await client.call_tool("stories", {"order": "sources"})).structured_content
        story = stories["stories"][0]["id"]
        whole = (await client.call_tool("story", {"story": story})).structured_content
        short = (await client.call_tool("story", {"story": story, "limit": 2})).structured_content
        return {"whole": whole, "short": short}

    told = asked(archive, question)
    whole, short = told["whole"], told["short"]
    for name in ("statements", "figures", "timeline"):
        assert whole["left_out"][name] == 0  # type: ignore[index]
        assert short["left_out"][name] == len(whole[name]) - len(short[name])  # type: ignore[index]
        assert len(short[name]) == 2  # type: ignore[index]


def test_lists_go_on_where_they_stopped(archive: Path) -> None:
    async def question(client: Client) -> Told:
        whole = (await client.call_tool("figures", {"limit": 6})).structured_content
        parts = [
            (await client.call_tool("figures", {"limit": 3, "offset": n})).structured_content
            for n in (0, 3)
        ]
        return {"whole": whole["figures"], "parts": [f for part in parts for f in part["figures"]]}

    told = asked(archive, question)
    assert told["whole"] and told["whole"] == told["parts"]


def test_stories_and_reports_are_resources(archive: Path) -> None:
    async def question(client: Client) -> Told:
        templates = (await client.list_resource_templates()).resource_templates
        stories = (await client.call_tool("stories", {})).structured_content
        story = stories["stories"][0]
        read = await client.read_resource(f"dateline://story/{story['id']}")
        with pytest.raises(MCPError, match="no such story"):
            await client.read_resource("dateline://story/none")
        with pytest.raises(MCPError, match="no such report"):
            await client.read_resource("dateline://report/none")
        return {
            "templates": {item.uri_template for item in templates},
            "headline": (story["headline"], json.loads(read.contents[0].text)["headline"]),
        }

    told = asked(archive, question)
    assert told["templates"] == {"dateline://report/{report}", "dateline://story/{story}"}
    listed, read = told["headline"]  # type: ignore[misc]
    assert listed == read


def test_arguments_out_of_bounds_are_refused(archive: Path) -> None:
    wrong: list[tuple[str, dict[str, object]]] = [
        ("stories", {"order": "best"}),
        ("stories", {"limit": 0}),
        ("search", {"query": "turnout", "limit": 201}),
        ("search", {}),
        ("who", {"name": ""}),
        ("figures", {"offset": -1}),
    ]

    async def question(client: Client) -> Told:
        results = [await client.call_tool(tool, arguments) for tool, arguments in wrong]
        return {"refused": [result.is_error for result in results]}

    assert asked(archive, question)["refused"] == [True] * len(wrong)


def test_asking_leaves_the_archive_as_it_was(archive: Path) -> None:
    def exported() -> list[str]:
        with Archive.open(archive) as kept:
            kept.export(archive.parent / "out.jsonl")
        return (archive.parent / "out.jsonl").read_text().splitlines()

    async def question(client: Client) -> Told:
        stories = (await client.call_tool("stories", {})).structured_content["stories"]
        for story in stories:
            await client.call_tool("story", {"story": story["id"]})
        await client.call_tool("brief", {"since": "7d"})
        return {}

    before = exported()
    asked(archive, question)
    assert exported() == before


def test_without_the_package_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "dateline.assistant.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server", None)
    with pytest.raises(SetupError, match=r"pip install 'dateline\[mcp\]'"):
        command.mcp(None)


def test_what_is_not_there_is_told_as_an_error(archive: Path) -> None:
    async def question(client: Client) -> Told:
        answers: Told = {}
        for name, arguments in (
            ("story", {"story": "none"}),
            ("search", {"query": "since:someday"}),
            ("timeline", {"since": "someday"}),
        ):
            result = await client.call_tool(name, arguments)
            assert result.is_error
            answers[name] = result.content[0].text
        return answers

    answers = asked(archive, question)
    assert "no such story" in str(answers["story"])
    assert "someday" in str(answers["search"]) and "someday" in str(answers["timeline"])
