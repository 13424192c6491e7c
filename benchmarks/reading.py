"""What reading an article costs: the parse, each of our own layers, memory, one and two workers.

    python -m benchmarks.reading [FILE.jsonl] [--articles 200] [--profile]

Without a file (``{"id", "text", "published"}`` a line), 650-word articles are invented from a seed.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import random
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from benchmarks.tables import Table, peak_memory

WORDS = 650
MIN_WORDS = WORDS - 12
_Found = TypeVar("_Found")

PLACES = "Velmora Karsund Osterby Tallinmark Quenza Drovia Marlund Sennovia Port Ilvane".split()
FIRST = "Mara Jonas Elwin Tessa Orrin Lidia Pavel Imke Rasmus Noor".split()
LAST = "Velt Okander Strand Ilvanen Dross Marquez Tamm Feldon Harrow Quist".split()
ROLES = (
    "finance minister", "opposition leader", "police spokeswoman", "chief economist",
    "health minister", "head of the harbour union", "mayor of Karsund", "deputy governor",
)  # fmt: skip
TOPICS = (
    "the new harbour", "the grain agreement", "the ferry strike", "the budget", "the flood",
    "the pension reform", "the vote count", "the rail project", "the fishing quota",
)  # fmt: skip
SENTENCES = (
    "{full}, the {role}, said on {weekday} that {topic} would cost {money} million dollars.",
    "“We did not expect {topic} to take this long,” {last} told reporters in {place}.",
    "At least {count} people were injured when the water reached the old town of {place}.",
    "Turnout stood at {percent} percent at noon, according to the electoral commission.",
    "The government in {place} plans to present its proposal on {topic} next week.",
    "Shares of the Velmora Shipping Company fell by {percent} percent on {weekday}.",
    "It was not clear who would pay for {topic}, and the talks went on late into the evening.",
    "Many residents of {place} have waited for years, and some have moved to the coast since.",
    "{last} denied that the ministry had known about the problems with {topic} since {month}.",
    "The dispute began in {month} {year}, when the council rejected the first plan for {topic}.",
    "Analysts said the decision could weaken the position of {full} before the vote.",
    "Critics argue that {topic} was never needed, a view which officials in {place} reject.",
    "He added that the number of workers had risen from {count} to {more} within two years.",
    "The old bridge, which carries most of the traffic to {place}, has been closed for repairs.",
    "Nobody at the company could be reached for comment, and its office remained shut.",
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June September October November".split()


def invented(count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Yield texts of about 650 words with the dates they were published on."""
    chance = random.Random(seed)
    for _ in range(count):
        paragraphs: list[str] = []
        words = 0
        while words < MIN_WORDS:
            sentences = []
            for _ in range(chance.randint(1, 3)):
                last = chance.choice(LAST)
                sentences.append(
                    chance.choice(SENTENCES).format(
                        full=f"{chance.choice(FIRST)} {last}",
                        last=last,
                        role=chance.choice(ROLES),
                        weekday=chance.choice(WEEKDAYS),
                        topic=chance.choice(TOPICS),
                        money=chance.randint(2, 900),
                        place=chance.choice(PLACES),
                        count=chance.randint(3, 90),
                        more=chance.randint(100, 900),
                        percent=f"{chance.uniform(1, 90):.1f}",
                        month=chance.choice(MONTHS),
                        year=chance.randint(2019, 2030),
                    )
                )
            paragraphs.append(" ".join(sentences))
            words += len(paragraphs[-1].split())
        yield "\n\n".join(paragraphs), f"2031-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def articles(path: Path | None, count: int) -> list[tuple[str, str | None]]:
    if path is None:
        return list(invented(count))
    with path.open() as lines:
        given = [json.loads(line) for line in lines if line.strip()]
    return [(item["text"], item.get("published")) for item in given[:count]]


def cost_by_layer(texts: Sequence[tuple[str, str | None]]) -> dict[str, float]:
    """Return CPU milliseconds an article for the parse and each layer, measured in one pass."""
    from dateline.reading.figures import figures_in
    from dateline.reading.happenings import happenings_in
    from dateline.reading.model import language, parses
    from dateline.reading.names import names_in
    from dateline.reading.statements import statements_in
    from dateline.reading.table import Table
    from dateline.reading.times import times_in
    from dateline.text import Passage

    nlp = language()
    spent: dict[str, float] = {}

    def timed(name: str, ask: Callable[[], _Found]) -> _Found:
        began = time.process_time()
        found = ask()
        spent[name] = spent.get(name, 0.0) + time.process_time() - began
        return found

    passages = [Passage.of_text(text) for text, _ in texts]
    docs = parses(passages, nlp)
    for passage, (_, published) in zip(passages, texts, strict=True):
        doc = timed("parse", lambda: next(docs))
        times = timed("times", lambda: times_in(passage.text, published))  # noqa: B023
        table = timed("table", lambda: Table(doc, passage))  # noqa: B023
        names = timed("names", lambda: names_in(doc, passage, table=table))  # noqa: B023
        statements = timed(
            "statements",
            lambda: statements_in(doc, passage, names, table=table),  # noqa: B023
        )
        timed(
            "figures",
            lambda: figures_in(
                doc,  # noqa: B023
                passage,  # noqa: B023
                times=times,  # noqa: B023
                statements=statements,  # noqa: B023
                names=names,  # noqa: B023
                table=table,  # noqa: B023
            ),
        )
        timed(
            "happenings",
            lambda: happenings_in(
                doc,  # noqa: B023
                passage,  # noqa: B023
                times,  # noqa: B023
                names,  # noqa: B023
                statements,  # noqa: B023
                published,  # noqa: B023
                table=table,  # noqa: B023
            ),
        )
    return {name: 1000 * seconds / len(texts) for name, seconds in spent.items()}


def rate(texts: Sequence[tuple[str, str | None]], workers: int) -> float:
    """Return articles a second by the clock, processes started and warm."""
    from dateline.pipeline import readings_of_tasks
    from dateline.reading.layers import Task
    from dateline.text import Passage

    tasks = [
        Task(id=str(number), passage=Passage.of_text(text), published=published, language="en")
        for number, (text, published) in enumerate(texts)
    ]
    began = 0.0
    warm = 16 * workers * 2
    # The first chunks pay for starting the processes and loading the model.
    for number, _ in enumerate(readings_of_tasks([*tasks[:warm], *tasks], workers=workers), 1):
        if number == warm:
            began = time.perf_counter()
    return len(tasks) / (time.perf_counter() - began)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--profile", action="store_true", help="name the hottest functions")
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    texts = articles(options.file, options.articles)
    words = sum(len(text.split()) for text, _ in texts) / len(texts)
    cost_by_layer(texts[:20])
    runs = [cost_by_layer(texts) for _ in range(options.repeat)]
    whole = statistics.median(sum(run.values()) for run in runs)
    table = Table(
        f"{len(texts)} articles of {words:.0f} words, one process",
        {"ms CPU each": ".2f", "share": ".3f", "articles per CPU second": ".1f"},
    )
    for name in runs[0]:
        middle = statistics.median(run[name] for run in runs)
        table.add(name, ms_CPU_each=middle, share=middle / whole)
    own = statistics.median(sum(run.values()) - run["parse"] for run in runs)
    table.add("own layers", ms_CPU_each=own, share=own / whole)
    table.add("all", ms_CPU_each=whole, share=1, articles_per_CPU_second=1000 / whole)
    Table("Memory", {"peak MB": ".0f"}).add("one process", peak_MB=peak_memory())
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(cost_by_layer, texts)
        pstats.Stats(profile).sort_stats("tottime").print_stats("dateline", 25)
    table = Table("By the clock", {"articles/s": ".1f", "peak MB of the largest worker": ".0f"})
    for workers in (1, 2):
        speed = rate(texts, workers)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        table.add(f"{workers} workers", articles_s=speed, peak_MB_of_the_largest_worker=peak)


if __name__ == "__main__":
    main()
