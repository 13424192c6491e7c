"""The server for assistants, asked by the standard's own client over a real process's pipes."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

Told = dict[str, object]
Question = Callable[[Client], Awaitable[Told]]


@pytest.fixture
def archive(filled_archive: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "archive.db"
    copy.write_bytes(filled_archive.read_bytes())
    return copy


def asked(archive: Path, question: Question) -> Told:
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "dateline", "mcp", "--archive", str(archive)]
    )

    async def ask() -> Told:
        async with Client(command) as client:
            return await question(client)

    return anyio.run(ask)


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
