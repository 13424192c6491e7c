"""Invented pages with readings, and a grouping simple enough to follow by eye."""

from __future__ import annotations

import json
from collections.abc import Sequence

from dateline.archive.keeping import NewPage
from dateline.records import (
    Evidence,
    Figure,
    Happening,
    Page,
    Part,
    Person,
    Place,
    Placement,
    Reading,
    ReadReport,
    Report,
    Role,
    Statement,
    TimeExpression,
)
from dateline.text import Span


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def new_page(
    id: str,
    headline: str,
    body: str,
    *,
    outlet: str | None = "The Harbour Gazette",
    agency: str | None = None,
    published: str | None = "2031-05-04",
    url: str | None = None,
    person: str | None = None,
    role: str | None = None,
    place: str | None = None,
    says: str | None = None,
    figure: tuple[str, float, str, str] | None = None,
    event: tuple[str, str] | None = None,
) -> NewPage:
    """A page of one report; ``figure`` is words, value, unit and the words of the measure."""
    text = f"{headline}\n\n{body}\n"
    start = len(headline) + 2
    report = Report(
        id=f"{id}.1",
        kind="article",
        headline=headline,
        outlet=outlet,
        agency=agency,
        published=published,
        url=url,
        body=(Span(start, start + len(body)),),
        evidence=Evidence(headline=(Span(0, len(headline)),)),
    )
    people, places, statements, figures, happenings, times = [], [], [], [], [], []
    if person:
        span = span_of(text, person)
        roles = ()
        if role:
            where = span_of(text, role)
            roles = (Role(start=where.start, end=where.end, text=role),)
        people.append(Person(id="p1", name=person, mentions=(span,), roles=roles))
    if place:
        places.append(Place(id="l1", name=place, mentions=(span_of(text, place),)))
    if says:
        statements.append(
            Statement(
                content=(span_of(text, says),), style="indirect", speaker="p1" if person else None
            )
        )
    if figure:
        words, value, unit, measure = figure
        span = span_of(text, words)
        figures.append(
            Figure(
                start=span.start, end=span.end, value=value, unit=unit,
                measure=(span_of(text, measure),), statement=0 if says else None,
            )
        )  # fmt: skip
    if event:
        words, day = event
        span = span_of(text, words)
        happenings.append(
            Happening(
                start=span.start, end=span.end, from_=day, precision="day", status="scheduled"
            )
        )
        times.append(
            TimeExpression(start=span.start, end=span.end, type="DATE", value=day, from_=day)
        )
    page = Page(
        id=id,
        url=url,
        path=f"{id}.txt",
        language="en",
        text=text,
        parts=(Part(kind="headline", start=0, end=len(headline)),),
        reports=(report,),
    )
    reading = Reading(
        id=report.id,
        statements=tuple(statements),
        figures=tuple(figures),
        times=tuple(times),
        people=tuple(people),
        places=tuple(places),
        happenings=tuple(happenings),
    )
    return NewPage(page, (reading,), text.encode())


class FirstWord:
    """Groups by the first word of the headline; the same words again are a copy."""

    def __init__(self, state: bytes | None = None) -> None:
        kept = json.loads(state) if state else {"bodies": {}, "moved": {}, "count": 0}
        self.bodies: dict[str, str] = kept["bodies"]
        self.moved: dict[str, str] = kept["moved"]
        self.count: int = kept["count"]

    def place(self, read: ReadReport) -> Placement:
        self.count += 1
        story = f"s-{(read.report.headline or 'none').split()[0].casefold()}"
        body = read.text[read.report.body[0].start :]
        first = self.bodies.setdefault(body, read.report.id)
        return Placement(
            report=read.report.id,
            story=self.moved.get(story, story),
            score=float(self.count),
            copy_of=first if first != read.report.id else None,
        )

    def split(self, story: str, reports: Sequence[str]) -> str:
        return f"{story}-{reports[0]}"

    def merge(self, stories: Sequence[str]) -> str:
        self.moved |= dict.fromkeys(stories[1:], stories[0])
        return stories[0]

    def forget(self, report: str) -> None:
        self.bodies = {body: first for body, first in self.bodies.items() if first != report}

    def state(self) -> bytes:
        return json.dumps(
            {"bodies": self.bodies, "moved": self.moved, "count": self.count}
        ).encode()


def corpus() -> list[NewPage]:
    """Return the pages the search tests ask about."""
    return [
        new_page(
            "a", "Dam vote nears in Verrania",
            "President Ada Okoye said turnout would pass 61% in the early elections. "
            "The vote on the dam is due on 12 May.",
            published="2031-05-04T08:00:00+02:00", person="Ada Okoye", role="President",
            says="turnout would pass 61% in the early elections", place="Verrania",
            figure=("61%", 61.0, "percent", "turnout"), event=("due on 12 May", "2031-05-12"),
        ),
        new_page(
            "b", "Dam vote draws crowds",
            "Crowds of 2,000 people gathered in Port Lume. Officials' estimates differ.",
            outlet="Lume Daily", published="2031-05-05", place="Port Lume",
            figure=("2,000 people", 2000.0, "people", "Crowds"),
        ),
        new_page(
            "c", "Ferry runs aground",
            "A ferry ran aground near Port Lume; nobody was hurt, Captain Ruy Zeballos said.",
            outlet="Coast Radio", published="2031-05-05T22:15:00Z", person="Ruy Zeballos",
            role="Captain", says="nobody was hurt", place="Port Lume",
        ),
        new_page(
            "d", "Ferry line cuts prices",
            "The ferry line cut prices by 3.5 percent. Élodie Åkesson called it a ‘necessary’ step "
            "for the long-delayed merger.",
            outlet=None, published=None, person="Élodie Åkesson", says="necessary",
            figure=("3.5 percent", 3.5, "percent", "prices"),
        ),
        new_page(
            "e", "Okoye visits the ferry port",
            "Mr Okoye, no relation of the president, opened a ferry museum.",
            outlet="Lume Daily", published="2031-06-01",
        ),
    ]  # fmt: skip
