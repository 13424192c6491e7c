"""Tools by which an assistant asks the archive; every answer carries its spans and words.

Nothing is written, and nothing is put in other words: what an assistant gets are the words of
sources with report, page and offsets, so that it can cite them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeAlias, TypeVar

import msgspec
from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from dateline import __version__
from dateline.archive.numbers import instant
from dateline.archive.store import Archive
from dateline.desk.api.questions import (
    FigureFound,
    cited,
    happening_found,
    statement_found,
)
from dateline.errors import DatelineError
from dateline.records import Record
from dateline.show.document import report_view, story_view
from dateline.text import Span

_INSTRUCTIONS = (
    "An archive of news reports taken apart into sourced facts. Every fact comes with its report, "
    "its page, its offsets (start and end, in code points of the page's text) and its words. Cite "
    "them. A speaker, date or figure that is null is not known: do not guess it. Figures that "
    "differ are both kept: give both with their basis."
)
_READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Told: TypeAlias = dict[str, object]
Limit = Annotated[int, Field(ge=1, le=200, description="The most to return.")]
Query = Annotated[
    str,
    Field(
        description='Words, "phrases", person:, place:, outlet:, said-by:, since:, until:, '
        "figure>50%, OR, and - for without."
    ),
]
StoryId = Annotated[str, Field(description="Id of a story.")]


def _told(record: Record) -> Told:
    told: Told = msgspec.to_builtins(record)
    return told


T = TypeVar("T")


def _asked(question: Callable[[], T]) -> T:
    """Ask the archive; what it says is wrong is told to the assistant."""
    try:
        return question()
    except DatelineError as error:
        raise ToolError(str(error)) from None


def _instant(archive: Archive, word: str) -> str | None:
    if not word:
        return None
    interval = archive.interval(word)
    if interval is None:
        raise ToolError(f"{word!r} is no time. Write 2031-05-04, yesterday or 7d.")
    return instant(interval[0])


def server_over(archive: Archive) -> MCPServer[None]:
    """Return the server over an archive, which the caller closes when it has ended."""
    server: MCPServer[None] = MCPServer(
        "dateline", instructions=_INSTRUCTIONS, version=__version__, log_level="WARNING"
    )

    @server.tool(annotations=_READ_ONLY)
    def stories(
        order: Annotated[str, Field(pattern="^(changed|published|sources)$")] = "changed",
        since: Annotated[str, Field(description="yesterday, 7d, 2031-05-04")] = "",
        min_sources: Annotated[int, Field(ge=0)] = 0,
        limit: Limit = 20,
    ) -> Told:
        """List stories with headline, outlets, independent sources and span of time."""
        found = archive.stories(
            order=order, since=_instant(archive, since), min_sources=min_sources, limit=limit
        )
        return {"stories": [_told(item) for item in found]}

    @server.tool(annotations=_READ_ONLY)
    def story(story: StoryId) -> Told:
        """Lay out one story: reports, statements, figures side by side, timeline, names."""
        file = _asked(lambda: archive.story(story))
        dossier = archive.dossier(story)
        reads = {read.report.id: read for read in file.reads}
        return {
            "dossier": _told(story_view(dossier)),
            "reports": [_told(cited(read, read.report.evidence.headline)) for read in file.reads],
            "statements": [
                _told(statement_found(reads[ref.report], ref.index))
                for ref in dossier.statements
                if ref.report in reads
            ],
        }

    @server.tool(annotations=_READ_ONLY)
    def report(report: Annotated[str, Field(description="Id of a report.")]) -> Told:
        """Return one report with its text and all that was read from it."""
        read = _asked(lambda: archive.read_report(report))
        body = [_told(cited(read, [span])) for span in read.report.body]
        return {"report": _told(report_view(read.report, read.reading)), "paragraphs": body}

    @server.tool(annotations=_READ_ONLY)
    def search(query: Query, limit: Limit = 20) -> Told:
        """Find reports, newest first; each hit has a snippet with its offsets."""
        return _told(_asked(lambda: archive.search(query, limit=limit)))

    @server.tool(annotations=_READ_ONLY)
    def who(name: Annotated[str, Field(min_length=1)], limit: Limit = 50) -> Told:
        """Return what someone said, in which roles and stories. Namesakes are not told apart."""
        found = archive.who(name, limit=limit)
        return {
            "names": [_told(item) for item in found.names],
            "roles": [_told(item) for item in found.roles],
            "statements": [_told(statement_found(item.read, item.index)) for item in found.said],
            "stories": [_told(item) for item in found.stories],
        }

    @server.tool(annotations=_READ_ONLY)
    def figures(
        measure: Annotated[str, Field(description="Words of what is measured.")] = "",
        unit: Annotated[str, Field(description="percent, an ISO 4217 code, a noun.")] = "",
        story: StoryId = "",
        limit: Limit = 50,
    ) -> Told:
        """Return figures with value, bound, unit, what they measure and on what basis."""
        found = archive.figures(measure, unit=unit or None, story=story or None, limit=limit)
        return {
            "figures": [
                _told(
                    FigureFound(
                        where=cited(item.read, [Span(item.figure.start, item.figure.end)]),
                        figure=item.figure,
                    )
                )
                for item in found
            ]
        }

    @server.tool(annotations=_READ_ONLY)
    def timeline(
        since: Annotated[str, Field(description="First day.")] = "",
        until: Annotated[str, Field(description="The day after the last.")] = "",
        story: StoryId = "",
        limit: Limit = 100,
    ) -> Told:
        """Return dated happenings in order of time, those ahead with their status."""
        first, last = _instant(archive, since), _instant(archive, until)
        found = archive.times(
            since=first[:10] if first else None,
            until=last[:10] if last else None,
            story=story or None,
            limit=limit,
        )
        return {"happenings": [_told(happening_found(item.read, item.index)) for item in found]}

    @server.tool(annotations=_READ_ONLY)
    def brief(since: str = "yesterday", limit: Limit = 20) -> Told:
        """Return what is new per story: reports, statements, changed figures, dates ahead."""
        moment = _instant(archive, since) or archive.now()
        return {
            "since": moment,
            "stories": [
                {
                    "summary": _told(item.summary),
                    "new_story": item.new_story,
                    "reports": [
                        _told(cited(read, read.report.evidence.headline)) for read in item.reports
                    ],
                    "statements": [
                        _told(statement_found(said.read, said.index)) for said in item.said
                    ],
                    "figures": [_told(row) for row in item.figures],
                    "to_come": [
                        _told(happening_found(dated.read, dated.index)) for dated in item.to_come
                    ],
                }
                for item in archive.brief(moment, limit=limit)
            ],
        }

    @server.resource("dateline://report/{report}", mime_type="text/plain")
    def report_text(report: str) -> str:
        """Give the text of the page a report stands on, to which all offsets belong."""
        return archive.read_report(report).text

    return server
