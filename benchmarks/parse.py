"""What each component of the language model costs, and what a reading without some would save.

    python -m benchmarks.parse [FILE.jsonl] [--articles 40] [--repeat 3]

The last lines bound a mode without the dependency parser from above: the layers after the parse are
taken to cost as much as they do now, and their scores are not looked at.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tables import Table

WITHOUT = (("parser",), ("parser", "ner"), ("parser", "ner", "tagger", "tok2vec"))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from benchmarks.reading import articles, cost_by_layer

    from dateline.reading.model import language, parses
    from dateline.text import Passage

    nlp = language()
    given = articles(options.file, options.articles)
    passages = [Passage.of_text(text) for text, _ in given]

    def cost() -> float:
        """Return CPU milliseconds of the parse of an article."""
        runs: list[float] = []
        for _ in range(options.repeat):
            began = time.process_time()
            for _ in parses(passages, nlp):
                pass
            runs.append(time.process_time() - began)
        return 1000 * min(runs) / len(passages)

    cost()
    whole = cost()
    runs = [cost_by_layer(given) for _ in range(options.repeat)]
    own = min(sum(run.values()) - run["parse"] for run in runs)
    table = Table(
        "The parse without some of its parts",
        {"ms CPU each": ".1f", "times the speed at most": ".2f"},
    )
    table.add("whole parse", ms_CPU_each=whole)
    table.add("our layers", ms_CPU_each=own)
    for names in WITHOUT:
        with nlp.select_pipes(disable=list(names)):
            less = cost()
        table.add(
            "without " + " and ".join(names),
            ms_CPU_each=less,
            times_the_speed_at_most=(whole + own) / (less + own),
        )


if __name__ == "__main__":
    main()
