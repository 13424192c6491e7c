"""How fast an archive takes in reports and finds them, by size; the stream is synthesised.

    python -m benchmarks.archive [--reports 50000] [--url postgresql://…] [--folder DIR]

Readings are made up together with the texts, so that only the archive's own work is timed. CPU
times are those of this process alone: with PostgreSQL they leave out the server's.
"""

from __future__ import annotations

import argparse
import datetime
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.tables import Table, peak_memory, percentile

from dateline.archive.keeping import NewPage
from dateline.archive.store import Archive
from dateline.records import (
    Evidence,
    Figure,
    Happening,
    Page,
    Person,
    Place,
    Placement,
    Reading,
    ReadReport,
    Report,
    Statement,
    TimeExpression,
)
from dateline.text import Span

_SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yo za bri cla dro fle gri".split()
_START = datetime.datetime(2031, 1, 1, tzinfo=datetime.UTC)
_BATCH = 250
_PER_STORY = 6


class Stream:
    """A seeded stream of pages of about 3,000 characters with their readings."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.words = [self._word(2 + number % 3) for number in range(20_000)]
        self.people = [f"{self._word(2).title()} {self._word(3).title()}" for _ in range(8_000)]
        self.places = [self._word(3).title() for _ in range(1_500)]
        self.outlets = [f"{self._word(2).title()} {name}" for name in ("Post", "Daily") * 60]

    def _word(self, syllables: int) -> str:
        return "".join(self._random.choice(_SYLLABLES) for _ in range(syllables))

    def _pick(self, items: Sequence[str]) -> str:
        # Few names and words are in most reports, most are in few (Zipf).
        return items[int(len(items) ** self._random.random()) - 1]

    def pages(self, count: int, first: int = 0) -> Iterator[NewPage]:
        """Yield pages in order of publication, one every ten minutes, the first of that number."""
        for number in range(first, first + count):
            yield self._page(number)

    def _page(self, number: int) -> NewPage:
        chance = self._random
        story = number // _PER_STORY if chance.random() < 0.5 else chance.randrange(number // 3 + 1)
        published = (_START + datetime.timedelta(minutes=10 * number)).isoformat()
        headline = f"Story{story} {' '.join(self._pick(self.words) for _ in range(7))}"
        pieces = [headline, "\n\n"]
        at = len(headline) + 2
        body: list[Span] = []
        people: list[Person] = []
        places: list[Place] = []
        statements: list[Statement] = []
        figures: list[Figure] = []
        times: list[TimeExpression] = []
        happenings: list[Happening] = []
        for paragraph in range(10):
            name, place = self._pick(self.people), self._pick(self.places)
            value = chance.randrange(1, 100_000)
            said = " ".join(self._pick(self.words) for _ in range(18))
            rest = " ".join(self._pick(self.words) for _ in range(14))
            text = f"{name} said in {place} that {said}. Some {value} {rest} on 12 May."
            start = at
            named = Span(at, at + len(name))
            place_at = at + len(name) + 9
            said_at = place_at + len(place) + 6
            figure_at = said_at + len(said) + 7
            figure_end = figure_at + len(str(value))
            day = (_START + datetime.timedelta(days=chance.randrange(700))).date().isoformat()
            people.append(Person(id=f"p{paragraph}", name=name, mentions=(named,)))
            places.append(
                Place(
                    id=f"l{paragraph}",
                    name=place,
                    mentions=(Span(place_at, place_at + len(place)),),
                )
            )
            statements.append(
                Statement(
                    content=(Span(said_at, said_at + len(said)),),
                    source=(named,),
                    cue=(Span(named.end + 1, named.end + 5),),
                    style="indirect",
                    speaker=f"p{paragraph}",
                )
            )
            figures.append(
                Figure(
                    start=figure_at,
                    end=figure_end,
                    value=float(value),
                    unit=chance.choice(["percent", "USD", "people", None]),
                    measure=(Span(figure_end + 1, figure_end + 1 + len(rest)),),
                )
            )
            at += len(text)
            times.append(
                TimeExpression(start=at - 7, end=at - 1, type="DATE", value=day, from_=day)
            )
            happenings.append(
                Happening(start=figure_at - 5, end=at, from_=day, precision="day", time=paragraph)
            )  # fmt: skip
            body.append(Span(start, at))
            pieces += [text, "\n"]
            at += 1
        page_id = f"page{number:06}"
        report = Report(
            id=f"{page_id}.1",
            kind="article",
            headline=headline,
            outlet=self._pick(self.outlets),
            published=published,
            body=tuple(body),
            evidence=Evidence(headline=(Span(0, len(headline)),)),
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
        text = "".join(pieces)
        url = f"https://news.example/{number}"
        page = Page(id=page_id, url=url, language="en", text=text, reports=(report,))
        return NewPage(page, (reading,), text.encode())

    def queries(self, count: int) -> list[str]:
        """Return the queries people ask: words, phrases, names, dates, figures, mixed."""

        def two() -> str:
            return f"{self._pick(self.words)} {self._pick(self.words)}"

        kinds: list[Callable[[], str]] = [
            lambda: self._pick(self.words),
            two,
            lambda: f'"{two()}"',
            lambda: (
                f"{self._pick(self.words)} OR {self._pick(self.words)} -{self._pick(self.words)}"
            ),
            lambda: f'person:"{self._pick(self.people)}"',
            lambda: f"said-by:{self._pick(self.people).split()[1]} {self._pick(self.words)}",
            lambda: f"place:{self._pick(self.places)} since:2031-03 until:2031-09",
            lambda: f"{self._pick(self.words)} figure>{self._random.randrange(100_000)}",
            lambda: f"outlet:{self._pick(self.outlets).split()[0]} figure>90000USD",
            lambda: f"figure>{99_000 + self._random.randrange(1_000)}",
        ]
        return [kinds[number % len(kinds)]() for number in range(count)]


class ByNumber:
    """Places a report by the first word of its headline: the archive's work is timed alone."""

    def __init__(self, state: bytes | None = None) -> None:
        self._state = state

    def place(self, read: ReadReport) -> Placement:
        """Return the story named in the headline."""
        return Placement(report=read.report.id, story=(read.report.headline or "-").split()[0])

    def split(self, story: str, reports: Sequence[str]) -> str:
        """Return the id of a part of a story."""
        return f"{story}-{reports[0]}"

    def merge(self, stories: Sequence[str]) -> str:
        """Return the id of the first story."""
        return stories[0]

    def forget(self, report: str) -> None:
        """Nothing is kept of a report."""

    def state(self) -> bytes:
        """Nothing is kept."""
        return b""


Timing = tuple[float, float]
"""Wall-clock and CPU milliseconds."""


def milliseconds(ask: Callable[[], object]) -> Timing:
    began, cpu_began = time.perf_counter(), time.process_time()
    ask()
    return 1000 * (time.perf_counter() - began), 1000 * (time.process_time() - cpu_began)


def report(archive: Archive, stream: Stream, size: int) -> None:
    chance = random.Random(size)
    stories = archive.stories(limit=200)
    people = [stream._pick(stream.people) for _ in range(100)]
    asked: dict[str, list[Timing]] = {
        "search": [milliseconds(lambda q=q: archive.search(q)) for q in stream.queries(400)],  # type: ignore[misc]
        "front page": [milliseconds(lambda: archive.stories(limit=50)) for _ in range(50)],
        "front page, by sources": [
            milliseconds(lambda: archive.stories(order="sources", limit=50)) for _ in range(50)
        ],
        "story": [
            milliseconds(lambda: archive.story(chance.choice(stories).id)) for _ in range(100)
        ],
        "dossier, laid out": [
            milliseconds(lambda s=story.id: archive.dossier(s))  # type: ignore[misc]
            for story in stories[:50]
        ],
        "dossier, kept": [
            milliseconds(lambda s=story.id: archive.dossier(s))  # type: ignore[misc]
            for story in stories[:50]
        ],
        "who": [milliseconds(lambda n=n: archive.who(n)) for n in people],  # type: ignore[misc]
        "timeline": [
            milliseconds(lambda: archive.times(since="2031-05-01", until="2031-06-01"))
            for _ in range(30)
        ],
        "changes": [milliseconds(lambda: archive.changes_since("2000")) for _ in range(30)],
    }
    table = Table(
        f"Asked of {size:,} reports",
        {"median ms": ".1f", "p95 ms": ".1f", "median ms CPU": ".1f", "p95 ms CPU": ".1f"},
    )
    for what, times in asked.items():
        wall, cpu = zip(*times, strict=True)
        table.add(
            what,
            median_ms=percentile(wall, 0.5),
            p95_ms=percentile(wall, 0.95),
            median_ms_CPU=percentile(cpu, 0.5),
            p95_ms_CPU=percentile(cpu, 0.95),
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=50_000)
    parser.add_argument("--url", help="an empty PostgreSQL database instead of a SQLite file")
    parser.add_argument("--folder", help="where the SQLite file goes; removed afterwards")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "archive.db"
        stream = Stream()
        with Archive.open(options.url or path, placer=ByNumber) as archive:
            fill(archive, stream, options.reports)
        size = path.stat().st_size / 2**20 if path.exists() else None
        Table("Room", {"file MB": ",.0f", "memory MB": ",.0f"}).add(
            "all", file_MB=size, memory_MB=peak_memory()
        )


def fill(archive: Archive, stream: Stream, count: int) -> None:
    steps = [step for step in (1_000, 10_000, count) if step <= count]
    taken = cpu = 0.0
    batch: list[NewPage] = []
    for number, page in enumerate(stream.pages(count), 1):
        batch.append(page)
        if len(batch) == _BATCH or number in steps:
            began, cpu_began = time.perf_counter(), time.process_time()
            archive.add_many(batch)
            taken += time.perf_counter() - began
            cpu += time.process_time() - cpu_began
            batch = []
        if number in dict.fromkeys(steps):
            Table(
                f"Added, {number:,} reports",
                {"seconds": ".1f", "seconds CPU": ".1f", "reports/s": ",.0f"},
            ).add("all", seconds=taken, seconds_CPU=cpu, reports_s=number / taken)
            report(archive, stream, number)


if __name__ == "__main__":
    main()
