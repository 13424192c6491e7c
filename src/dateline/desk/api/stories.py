"""Questions about stories: the list, one of them whole, and its sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from dateline.archive.numbers import instant
from dateline.archive.results import StorySummary
from dateline.archive.store import Archive
from dateline.desk.api.operations import LIMIT, OFFSET, Asked, Document, Operation, Param, in_path
from dateline.desk.api.reports import article_of
from dateline.records import Dossier, Record
from dateline.show import sections
from dateline.show.document import Document as Contract
from dateline.show.document import StoryView, document_of, story_view
from dateline.show.findings import StatementFound, statements_of
from dateline.show.jsonld import graph_of
from dateline.show.sections import EntryFound, FigureRowFound, NameFound, PlaceFound, Reads

_ORDERS = ("changed", "published", "sources")
T = TypeVar("T")


class StoryList(Record, frozen=True, kw_only=True):
    """Stories, and where the list goes on."""

    stories: Sequence[StorySummary]
    next: str | None


class StoryStatements(Record, frozen=True, kw_only=True):
    """Who said what in a story; the same words in several reports are given once."""

    story: str
    statements: Sequence[StatementFound]
    next: str | None


class StoryFigures(Record, frozen=True, kw_only=True):
    """Figures of a story side by side, never merged."""

    story: str
    figures: Sequence[FigureRowFound]
    next: str | None


class StoryTimeline(Record, frozen=True, kw_only=True):
    """What happened, or (the agenda) is to happen, in order of time."""

    story: str
    entries: Sequence[EntryFound]
    next: str | None


class StoryNames(Record, frozen=True, kw_only=True):
    """People or organisations of a story."""

    story: str
    names: Sequence[NameFound]
    next: str | None


class StoryPlaces(Record, frozen=True, kw_only=True):
    """Places of a story."""

    story: str
    places: Sequence[PlaceFound]
    next: str | None


def listed(archive: Archive, asked: Asked) -> tuple[Sequence[StorySummary], str | None]:
    """Return the stories that are asked for, and where the list goes on."""
    since = asked.moment(archive, "since")
    limit, offset = asked.limit(), asked.offset()
    found = archive.stories(
        since=instant(since) if since else None,
        order=asked.one_of("order", _ORDERS),
        min_sources=asked.number("min_sources", 0, 10**6),
        unread=asked.flag("unread"),
        limit=limit + 1,
        offset=offset,
    )
    return found[:limit], asked.next(offset + limit, len(found) > limit)


def stories(archive: Archive, asked: Asked) -> StoryList:
    """List stories."""
    found, more = listed(archive, asked)
    return StoryList(stories=found, next=more)


def story(archive: Archive, asked: Asked) -> Contract:
    """Return a story with its pages and all that was read from them."""
    return document_of(archive.dossier_set(asked.path("story")))


def dossier(archive: Archive, asked: Asked) -> StoryView:
    """Return a story laid out, without its pages."""
    return story_view(archive.dossier(asked.path("story")))


def changed(archive: Archive, asked: Asked) -> str:
    """Return when the story last got or lost reports; a new name does not count."""
    return archive.summary(asked.path("story")).changed


def _laid_out(archive: Archive, asked: Asked) -> tuple[Dossier, Reads]:
    found = archive.dossier(asked.path("story"))
    return found, sections.reads_by_id(archive.read_reports(found.story.reports))


def _part(asked: Asked, items: Sequence[T]) -> tuple[Sequence[T], str | None]:
    limit, offset = asked.limit(), asked.offset()
    end = offset + limit
    return items[offset:end], asked.next(end, len(items) > end)


def statements(archive: Archive, asked: Asked) -> StoryStatements:
    """Return who said what in a story."""
    found, reads = _laid_out(archive, asked)
    refs, more = _part(asked, found.statements)
    given = statements_of(found, refs, tuple(reads.values()))
    return StoryStatements(story=found.story.id, statements=given, next=more)


def figures(archive: Archive, asked: Asked) -> StoryFigures:
    """Return a story's figures side by side."""
    found, reads = _laid_out(archive, asked)
    rows, more = _part(asked, sections.figure_rows_of(found, reads))
    return StoryFigures(story=found.story.id, figures=rows, next=more)


def timeline(archive: Archive, asked: Asked) -> StoryTimeline:
    """Return what happened in a story."""
    found, reads = _laid_out(archive, asked)
    entries, more = _part(asked, sections.entries_of(found.timeline, reads))
    return StoryTimeline(story=found.story.id, entries=entries, next=more)


def agenda(archive: Archive, asked: Asked) -> StoryTimeline:
    """Return what lies ahead in a story."""
    found, reads = _laid_out(archive, asked)
    entries, more = _part(asked, sections.entries_of(found.agenda, reads))
    return StoryTimeline(story=found.story.id, entries=entries, next=more)


def people(archive: Archive, asked: Asked) -> StoryNames:
    """Return a story's people."""
    found, reads = _laid_out(archive, asked)
    names, more = _part(asked, sections.names_of(found.people, reads))
    return StoryNames(story=found.story.id, names=names, next=more)


def organisations(archive: Archive, asked: Asked) -> StoryNames:
    """Return a story's organisations."""
    found, reads = _laid_out(archive, asked)
    names, more = _part(asked, sections.names_of(found.organisations, reads))
    return StoryNames(story=found.story.id, names=names, next=more)


def places(archive: Archive, asked: Asked) -> StoryPlaces:
    """Return a story's places."""
    found, reads = _laid_out(archive, asked)
    given, more = _part(asked, sections.places_of(found.places, reads))
    return StoryPlaces(story=found.story.id, places=given, next=more)


def jsonld(archive: Archive, asked: Asked) -> bytes:
    """Return a story's reports as one JSON-LD graph."""
    reads = archive.story(asked.path("story")).reads
    articles = [article_of(archive, asked, read, alone=False) for read in reads]
    return msgspec.json.encode(graph_of(articles))


_STORY = in_path("story", "Id of a story.")

LISTED = (
    Param(name="order", about="The highest in it comes first.", among=_ORDERS),
    Param(name="since", about="Changed since: an instant, a date, `yesterday`, `7d`."),
    Param(name="min_sources", about="Fewest independent sources.", type="integer", least=0),
    Param(name="unread", about="Only stories not marked as read.", type="boolean"),
    LIMIT,
    OFFSET,
)
"""How stories are chosen."""


def _section(
    name: str, about: str, answer: type[Record], ask: Callable[[Archive, Asked], Record]
) -> Operation:
    return Operation(
        path=f"/api/stories/{{story}}/{name}",
        name=f"story-{name}",
        about=about,
        params=(_STORY, LIMIT, OFFSET),
        answer=answer,
        ask=ask,
        changed=changed,
    )


OPERATIONS: tuple[Operation | Document, ...] = (
    Operation(
        path="/api/stories",
        name="stories",
        about="Stories, the highest in the order first.",
        params=LISTED,
        answer=StoryList,
        ask=stories,
    ),
    Operation(
        path="/api/stories/{story}",
        name="story",
        about="A story with its pages and all that was read from them: the document of `dateline "
        "read --format json`.",
        params=(_STORY,),
        answer=Contract,
        ask=story,
    ),
    Operation(
        path="/api/stories/{story}/dossier",
        name="dossier",
        about="A story laid out: statements, figures side by side, timeline, people, places.",
        params=(_STORY,),
        answer=StoryView,
        ask=dossier,
    ),
    _section("statements", "Who said what in a story.", StoryStatements, statements),
    _section("figures", "A story's figures side by side.", StoryFigures, figures),
    _section("timeline", "What happened in a story.", StoryTimeline, timeline),
    _section("agenda", "What lies ahead in a story.", StoryTimeline, agenda),
    _section("people", "People of a story, with stated roles.", StoryNames, people),
    _section("organisations", "Organisations of a story.", StoryNames, organisations),
    _section("places", "Places of a story.", StoryPlaces, places),
    Document(
        path="/api/stories/{story}/jsonld",
        name="story-jsonld",
        about="A story's reports as a schema.org graph.",
        params=(_STORY,),
        media_type="application/ld+json",
        ask=jsonld,
        changed=changed,
    ),
)
