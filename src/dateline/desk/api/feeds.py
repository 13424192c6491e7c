"""Feeds of stories, of one story, of a person, and of a query."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from dateline.archive.results import StorySummary
from dateline.archive.store import Archive
from dateline.desk.api.operations import Asked, Document, Param, in_path
from dateline.desk.rendering import person_url, public_url, report_url, search_url, story_url
from dateline.records import ReadReport
from dateline.show.feeds import Feed, FeedEntry, atom_of, json_feed_of
from dateline.show.views import outlet_of, words_of

_MOST = 50


def _story_entry(asked: Asked, story: StorySummary) -> FeedEntry:
    return FeedEntry(
        id=f"urn:dateline:story:{story.id}",
        title=story.headline or "No headline",
        url=asked.base + story_url(story.id),
        updated=story.changed,
        published=story.first,
        summary=" · ".join(story.outlets),
        authors=story.outlets,
    )


def _report_entry(asked: Asked, read: ReadReport) -> FeedEntry:
    report = read.report
    lead = next((span for span in report.body if span not in report.subheads), None)
    return FeedEntry(
        id=f"urn:dateline:report:{report.id}",
        title=report.headline or "No headline",
        url=asked.base + report_url(report.id),
        updated=report.updated or report.published or "",
        published=report.published,
        summary=words_of(read.text, [lead]) if lead else "",
        authors=report.authors or (outlet_of(report),),
        source_url=public_url(report.url),
    )


def _stories(archive: Archive, asked: Asked) -> Feed:
    return Feed(
        id="urn:dateline:stories",
        title="Dateline: stories",
        url="/feeds/stories",
        home=f"{asked.base}/",
        entries=tuple(_story_entry(asked, story) for story in archive.stories(limit=_MOST)),
    )


def _story(archive: Archive, asked: Asked) -> Feed:
    file = archive.story(asked.path("story"))
    reads = sorted(file.reads, key=lambda read: read.report.published or "", reverse=True)
    return Feed(
        id=f"urn:dateline:story:{file.summary.id}",
        title=file.summary.headline or "No headline",
        url=f"/feeds/story/{asked.path('story')}",
        home=asked.base + story_url(file.summary.id),
        entries=tuple(_report_entry(asked, read) for read in reads[:_MOST]),
    )


def _person(archive: Archive, asked: Asked) -> Feed:
    name = asked.text("name", required=True)
    entries: list[FeedEntry] = []
    for said in archive.who(name, limit=_MOST).said:
        words = words_of(said.read.text, said.statement.content)
        start = said.statement.content[0].start
        entries.append(
            FeedEntry(
                id=f"urn:dateline:statement:{said.read.report.id}:{said.index}",
                title=words if len(words) <= 120 else f"{words[:119].rstrip()}…",
                url=asked.base + report_url(said.read.report.id, start),
                updated=said.read.report.published or "",
                published=said.read.report.published,
                summary=words,
                authors=(said.read.reading.name_of(said.statement.speaker) or name,),
                source_url=public_url(said.read.report.url),
            )
        )
    return Feed(
        id=f"urn:dateline:said-by:{urlencode({'name': name})}",
        title=f"Dateline: said by {name}",
        url=f"/feeds/person?{urlencode({'name': name})}",
        home=asked.base + person_url(name),
        entries=tuple(entries),
    )


def _search(archive: Archive, asked: Asked) -> Feed:
    query = asked.text("q", required=True)
    hits = archive.search(query, limit=_MOST).hits
    reads = archive.read_reports([hit.report for hit in hits])
    return Feed(
        id=f"urn:dateline:search:{urlencode({'q': query})}",
        title=f"Dateline: {query}",
        url=f"/feeds/search?{urlencode({'q': query})}",
        home=asked.base + search_url(query),
        entries=tuple(_report_entry(asked, read) for read in reads),
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
        return written(
            Feed(
                id=feed.id,
                title=feed.title,
                url=f"{asked.base}{path}.{form}{mark}{query}",
                home=feed.home,
                entries=feed.entries,
            )
        )

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
