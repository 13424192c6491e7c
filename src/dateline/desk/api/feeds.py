"""Feeds of stories, of one story, of a person, and of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlencode

import msgspec

from dateline.archive.results import StorySummary
from dateline.archive.store import Archive
from dateline.desk.api.operations import Asked, Document, Param, in_path
from dateline.desk.rendering import (
    person_url,
    public_url,
    report_url,
    search_url,
    story_url,
    words_url,
)
from dateline.records import ReadReport
from dateline.show.feeds import Feed, FeedEntry, atom_of, json_feed_of
from dateline.show.iris import iri
from dateline.show.views import outlet_of, words_of

_MOST = 50
_TITLE = 120
_NEVER = "1970-01-01T00:00:00Z"


def _cut(words: str) -> str:
    return words if len(words) <= _TITLE else f"{words[: _TITLE - 1].rstrip()}…"


def _newest_change(archive: Archive) -> str:
    """Return when the archive last learned something; an empty one never has."""
    newest = archive.stories(limit=1)
    return newest[0].changed if newest else _NEVER


def _added(archive: Archive, reads: Sequence[ReadReport]) -> dict[str, str]:
    """Map pages to the instants at which they were added."""
    pages = dict.fromkeys(read.page for read in reads)
    return {page: archive.page_info(page).added for page in pages}


def _story_entry(asked: Asked, story: StorySummary) -> FeedEntry:
    outlets = " · ".join(story.outlets)
    return FeedEntry(
        id=iri("story", story.id),
        title=story.headline or outlets,
        url=asked.base + story_url(story.id),
        updated=story.changed,
        published=story.first,
        summary=outlets,
        authors=story.outlets,
    )


def _report_entries(
    archive: Archive, asked: Asked, reads: Sequence[ReadReport]
) -> tuple[FeedEntry, ...]:
    added = _added(archive, reads)
    entries = []
    for read in reads:
        report = read.report
        lead = next((span for span in report.body if span not in report.subheads), None)
        words = words_of(read.text, [lead]) if lead else ""
        entries.append(
            FeedEntry(
                id=iri("report", report.id),
                title=report.headline or _cut(words),
                url=asked.base + report_url(report.id),
                updated=added[read.page],
                published=report.published,
                summary=words,
                authors=report.authors or (outlet_of(report),),
                source_url=public_url(report.url),
            )
        )
    return tuple(entries)


def _stories(archive: Archive, asked: Asked) -> Feed:
    return Feed(
        id=iri("feed", "stories"),
        title="Dateline: stories",
        updated=_newest_change(archive),
        url="/feeds/stories",
        home=f"{asked.base}/",
        entries=tuple(_story_entry(asked, story) for story in archive.stories(limit=_MOST)),
    )


def _story(archive: Archive, asked: Asked) -> Feed:
    file = archive.story(asked.path("story"))
    reads = sorted(file.reads, key=lambda read: read.report.published or "", reverse=True)
    return Feed(
        id=iri("feed", f"story {file.summary.id}"),
        title=file.summary.headline or " · ".join(file.summary.outlets),
        updated=file.summary.changed,
        url=f"/feeds/story/{file.summary.id}",
        home=asked.base + story_url(file.summary.id),
        entries=_report_entries(archive, asked, reads[:_MOST]),
    )


def _person(archive: Archive, asked: Asked) -> Feed:
    name = asked.text("name", required=True)
    said = archive.who(name, limit=_MOST).said
    added = _added(archive, [item.read for item in said])
    entries = []
    for item in said:
        read, content = item.read, item.statement.content
        words = words_of(read.text, content)
        entries.append(
            FeedEntry(
                id=iri("statement", f"{read.report.id} {item.index}"),
                title=_cut(words),
                url=asked.base + words_url(read.report.id, *content),
                updated=added[read.page],
                published=read.report.published,
                summary=words,
                authors=(read.reading.name_of(item.statement.speaker) or name,),
                source_url=public_url(read.report.url),
            )
        )
    return Feed(
        id=iri("feed", f"said by {name}"),
        title=f"Dateline: said by {name}",
        updated=max(added.values(), default=_newest_change(archive)),
        url=f"/feeds/person?{urlencode({'name': name})}",
        home=asked.base + person_url(name),
        entries=tuple(entries),
    )


def _search(archive: Archive, asked: Asked) -> Feed:
    query = asked.text("q", required=True)
    reads = archive.read_reports([hit.report for hit in archive.search(query, limit=_MOST).hits])
    entries = _report_entries(archive, asked, reads)
    return Feed(
        id=iri("feed", f"search {query}"),
        title=f"Dateline: {query}",
        updated=max((item.updated for item in entries), default=_newest_change(archive)),
        url=f"/feeds/search?{urlencode({'q': query})}",
        home=asked.base + search_url(query),
        entries=entries,
    )


_FEEDS: tuple[tuple[str, str, Callable[[Archive, Asked], Feed], tuple[Param, ...]], ...] = (
    ("stories", "Stories, the latest change first.", _stories, ()),
    ("story/{story}", "The reports of a story.", _story, (in_path("story", "Id of a story."),)),
    (
        "person",
        "What someone said.",
        _person,
        (Param(name="name", about="A name or part of it.", required=True),),
    ),
    (
        "search",
        "Reports that a query finds.",
        _search,
        (Param(name="q", about="The query.", required=True),),
    ),
)
_FORMS = (
    ("atom", "Atom", "application/atom+xml", atom_of),
    ("json", "JSON Feed", "application/feed+json", json_feed_of),
)


def _document(
    made: Callable[[Archive, Asked], Feed], form: str, written: Callable[[Feed], bytes]
) -> Callable[[Archive, Asked], bytes]:
    def document(archive: Archive, asked: Asked) -> bytes:
        feed = made(archive, asked)
        path, mark, query = feed.url.partition("?")
        url = f"{asked.base}{path}.{form}{mark}{query}"
        return written(msgspec.structs.replace(feed, url=url))

    return document


def _all() -> Iterator[Document]:
    for path, about, made, params in _FEEDS:
        for form, name, media_type, written in _FORMS:
            yield Document(
                path=f"/feeds/{path}.{form}",
                name=f"feed-{path.partition('/')[0]}{'-one' if '/' in path else ''}-{form}",
                about=f"{about} ({name})",
                params=params,
                media_type=media_type,
                ask=_document(made, form, written),
            )


OPERATIONS = tuple(_all())
