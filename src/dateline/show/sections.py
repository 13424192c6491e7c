"""A story's sections, each fact with its words: what the API gives one by one."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.results import RoleSeen
from dateline.records import (
    Dossier,
    FigureRow,
    Organisation,
    PageSpan,
    Person,
    Place,
    ReadReport,
    Record,
    StoryPerson,
    StoryPlace,
    TimelineEntry,
)
from dateline.show.findings import Cited, cited
from dateline.show.views import words_of
from dateline.text import Span


class FigureRowFound(Record, frozen=True, kw_only=True):
    """A row of the figure board; ``where`` holds the words of each of its entries, in order."""

    row: FigureRow
    where: Sequence[Cited]


class EntryFound(Record, frozen=True, kw_only=True):
    """A timeline entry with its words."""

    where: Cited
    entry: TimelineEntry


class NameFound(Record, frozen=True, kw_only=True):
    """A person or organisation of a story, with the roles its reports state."""

    name: StoryPerson
    where: Sequence[Cited]
    """The first mention in each report."""
    roles: Sequence[RoleSeen]


class PlaceFound(Record, frozen=True, kw_only=True):
    """A place of a story."""

    place: StoryPlace
    where: Sequence[Cited]
    """The first mention in each report."""


Reads = dict[str, ReadReport]


def reads_by_id(reads: Sequence[ReadReport]) -> Reads:
    """Map report ids to reports."""
    return {read.report.id: read for read in reads}


def figure_rows_of(dossier: Dossier, reads: Reads) -> list[FigureRowFound]:
    """Return the figure board."""
    return [
        FigureRowFound(
            row=row,
            where=[cited(reads[one.report], [Span(one.start, one.end)]) for one in row.entries],
        )
        for row in dossier.figures
    ]


def entries_of(entries: Sequence[TimelineEntry], reads: Reads) -> list[EntryFound]:
    """Return the entries of a timeline or an agenda."""
    return [
        EntryFound(
            where=cited(reads[entry.span.report], [Span(entry.span.start, entry.span.end)]),
            entry=entry,
        )
        for entry in entries
    ]


def _roles(members: Sequence[tuple[str, str]], reads: Reads) -> list[RoleSeen]:
    """Return each role once, as the newest report has it."""
    roles: dict[tuple[str, bool], RoleSeen] = {}
    for report, id in sorted(members, key=lambda member: reads[member[0]].report.published or ""):
        read = reads[report]
        published = read.report.published
        person = next((item for item in read.reading.people if item.id == id), None)
        for role in person.roles if person else ():
            words = words_of(read.text, [Span(role.start, role.end)])
            key = (words.casefold(), role.former)
            earlier = roles.get(key)
            roles[key] = RoleSeen(
                where=PageSpan(page=read.page, report=report, start=role.start, end=role.end),
                words=words,
                role=role,
                published=published,
                since=(earlier.since if earlier else None) or published,
            )
    return list(roles.values())


def _first_mentions(members: Sequence[tuple[str, str]], reads: Reads) -> list[Cited]:
    found = []
    for report, id in members:
        reading = reads[report].reading
        things: Sequence[Person | Organisation | Place] = (
            *reading.people,
            *reading.organisations,
            *reading.places,
        )
        mentions = next((item.mentions for item in things if item.id == id), ())
        if mentions:
            found.append(cited(reads[report], mentions[:1]))
    return found


def names_of(names: Sequence[StoryPerson], reads: Reads) -> list[NameFound]:
    """Return people or organisations."""
    return [
        NameFound(
            name=name,
            where=_first_mentions(name.members, reads),
            roles=_roles(name.members, reads),
        )
        for name in names
    ]


def places_of(places: Sequence[StoryPlace], reads: Reads) -> list[PlaceFound]:
    """Return places."""
    return [
        PlaceFound(place=place, where=_first_mentions(place.members, reads)) for place in places
    ]
