"""What each component of the language model costs, and what a reading without some would save.

    python -m benchmarks.parse [--articles 40] [--repeat 3]

The last lines bound a mode without the dependency parser from above: the layers after the parse are
taken to cost as much as they do now, and their scores are not looked at.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Sequence

WITHOUT = (("parser",), ("parser", "ner"))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args(arguments)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from benchmarks.reading import cost_by_layer, invented

    from dateline.reading.model import language, parses
    from dateline.text import Passage

    nlp = language()
    given = list(invented(options.articles))
    passages = [Passage.of_text(text) for text, _ in given]

    def cost() -> float:
        """Return CPU milliseconds of the parse of an article."""
        runs = []
        for _ in range(options.repeat):
            began = time.process_time()
            for _ in parses(passages, nlp):
                pass
            runs.append(time.process_time() - began)
        return 1000 * statistics.median(runs) / len(passages)

    cost()
    whole = cost()
    layers = cost_by_layer(given)
    own = sum(layers.values()) - layers["parse"]
    print(f"{'whole parse':<28} {whole:7.1f} ms CPU per article")
    print(f"{'our layers':<28} {own:7.1f} ms CPU per article")
    for names in WITHOUT:
        with nlp.select_pipes(disable=list(names)):
            less = cost()
        told = "without " + " and ".join(names)
        print(f"{told:<28} {less:7.1f} ms CPU per article")
        print(f"{told:<28} {(whole + own) / (less + own):7.2f} times the speed at most")


if __name__ == "__main__":
    main()
