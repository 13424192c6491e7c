"""Near-duplicates and wire copies: which report is a copy of which, and what it adds.

Candidates come from MinHash with locality-sensitive hashing (Broder 1997; Indyk and Motwani
1998), as in grouping; the word runs themselves decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from dateline.story.grouping.near import NearIndex, runs_of, signature_of
from dateline.story.items import Item, in_order
from dateline.text import Span

RUN = 5
"""Words in a run."""
COPIED = 0.6
"""The share of the shorter report's runs that the other must hold."""
FEWEST_RUNS = 8
LIKE = 0.2
"""The estimated share of all runs from which the runs themselves are looked at."""
KNOWN_RUN = 3
"""Words in a run that is taken to be the original's where it is asked what a copy adds."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def _words_of(text: str) -> list[tuple[str, int, int]]:
    return [
        (found.group().lower().replace("’", "'"), found.start(), found.end())
        for found in _WORD.finditer(text)
    ]


def _runs(words: list[tuple[str, int, int]], length: int = RUN) -> dict[str, None]:
    return dict.fromkeys(runs_of([word for word, _, _ in words], length))


def copies_of(items: Iterable[Item]) -> dict[str, str]:
    """Map each wire copy or near-duplicate to its original, the earliest report of that text.

    Texts with fewer than a dozen words are too short to tell and are never copies.
    """
    index = NearIndex()
    runs_of: dict[str, dict[str, None]] = {}
    originals: dict[str, str] = {}
    for item in in_order(items):
        runs = _runs(_words_of(item.text))
        if len(runs) < FEWEST_RUNS or item.id in runs_of:
            continue
        signature = signature_of(runs)
        best: tuple[float, str] | None = None
        for _, other in index.like(signature, LIKE):
            shared = len(runs.keys() & runs_of[other].keys())
            share = shared / min(len(runs), len(runs_of[other]))
            if share >= COPIED and (best is None or (-share, other) < (-best[0], best[1])):
                best = (share, other)
        runs_of[item.id] = runs
        index.add(item.id, signature)
        if best is not None:
            originals[item.id] = originals.get(best[1], best[1])
    return originals


def added_spans(original: str, copy: str) -> tuple[Span, ...]:
    """Return the stretches of a copy that the original does not have, in whole words."""
    known = _runs(_words_of(original), KNOWN_RUN).keys()
    words = _words_of(copy)
    old = [False] * len(words)
    for at, run in enumerate(runs_of([word for word, _, _ in words], KNOWN_RUN)):
        if run in known:
            old[at : at + KNOWN_RUN] = [True] * KNOWN_RUN
    stretches = groupby(zip(old, words, strict=True), key=lambda pair: pair[0])
    added = ([word for _, word in stretch] for is_old, stretch in stretches if not is_old)
    return tuple(Span(stretch[0][1], stretch[-1][2]) for stretch in added)
