"""Speed of grouping on a synthesised stream.

    python -m benchmarks.stories [--reports 100000] [--seed 1]

Every report is words drawn from its story's few own words and a long-tailed general vocabulary.
Prints processor seconds per block of 10,000 reports, and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import accumulate

from benchmarks.tables import Table, peak_memory

from dateline.story.grouping import Grouper, Item

BLOCK = 10_000
VOCABULARY = 30_000


def _word(number: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    out = ""
    for _ in range(5):
        number, at = divmod(number, 26)
        out += letters[at]
    return out


def stream(reports: int, seed: int) -> Iterator[Item]:
    """Yield a seeded stream: 500 reports a day, about five to a story, headlines to leads."""
    chance = random.Random(seed)
    words = [_word(number * 379 + 11) for number in range(VOCABULARY)]
    chances = list(accumulate(1 / (rank + 5) for rank in range(VOCABULARY)))
    live: list[list[str]] = []
    moment = datetime(2031, 1, 1, tzinfo=UTC)
    for number in range(reports):
        moment += timedelta(days=1 / 500)
        if not live or chance.random() < 0.2:
            own = chance.sample(words, 14)
            live.append([word.capitalize() for word in own[:5]] + own[5:])
            del live[:-300]
        story = live[-1 - min(int(chance.expovariate(0.03)), len(live) - 1)]
        length = chance.choice((0, 25, 60, 120))
        general = chance.choices(words, cum_weights=chances, k=length)
        body = general + chance.choices(story, k=length // 3)
        chance.shuffle(body)
        yield Item(
            id=f"r{number}",
            published=moment.isoformat(),
            title=" ".join(chance.sample(story, 6)),
            text=" ".join(body),
        )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    table = Table(
        "Reports grouped, by processor time",
        {"reports/s": ",.0f", "ms each": ".3f", "peak MB": ".0f"},
        compared="ms each",
    )
    grouper = Grouper()
    block: list[Item] = []
    spent = 0.0

    def run() -> float:
        begun = time.process_time()
        for item in block:
            grouper.place(item)
        took = time.process_time() - begun
        table.add(
            f"up to {block[-1].id[1:]}",
            reports_s=len(block) / took,
            ms_each=1000 * took / len(block),
            peak_MB=peak_memory(),
        )
        block.clear()
        return took

    for item in stream(options.reports, options.seed):
        block.append(item)
        if len(block) == BLOCK:
            spent += run()
    if block:
        spent += run()
    table.add(
        "all",
        reports_s=options.reports / spent,
        ms_each=1000 * spent / options.reports,
        peak_MB=peak_memory(),
    )


if __name__ == "__main__":
    main()
