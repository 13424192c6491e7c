"""What a report is compared by: weighted words, names, figures and headline words."""

from __future__ import annotations

import math
import re
import zlib

import msgspec

from dateline.story.grouping.english import frequent, stem
from dateline.story.items import Item, day_of

LEAD = 1_200
"""Characters of text that are looked at: reports are told in their first paragraphs."""
SHINGLE = 4
SKETCH = 48
REPORTS_BEHIND = 3_000
"""How many reports the table of frequent words weighs as much as."""

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d_]+(?:['’][^\W\d_]+)?")


class Features(msgspec.Struct):
    """A report as grouping keeps it."""

    id: str
    day: float | None
    words: dict[str, float]
    """Stem → weight; the weights have length 1."""
    names: frozenset[str]
    title: frozenset[str]
    figures: frozenset[str]
    sketch: frozenset[int]
    """The smallest hashes of its word runs (bottom-k sketch, Broder 1997)."""
    url: str | None = None
    version: str | None = None


class Rarity:
    """How rare words are: the table of frequent words and the stories seen so far."""

    def __init__(self, stories: int = 0, seen: dict[str, int] | None = None) -> None:
        self.stories = stories
        self.seen: dict[str, int] = {} if seen is None else seen

    def of(self, term: str) -> float:
        """Return the inverse document frequency of a stem (Spärck Jones 1972)."""
        known = frequent(term)
        behind = known.per_10k * REPORTS_BEHIND / 10_000 if known else 3.0
        return math.log((REPORTS_BEHIND + self.stories) / (behind + self.seen.get(term, 0)))


def _sketch(tokens: list[str]) -> frozenset[int]:
    joined = [
        zlib.crc32(" ".join(tokens[at : at + SHINGLE]).encode())
        for at in range(len(tokens) - SHINGLE + 1)
    ]
    return frozenset(sorted(set(joined))[:SKETCH])


def features_of(item: Item, rarity: Rarity) -> Features:
    """Return what a report is compared by, weighted by how rare its words are now."""
    title = _TOKEN.findall(item.title)
    body = _TOKEN.findall(item.text[:LEAD])
    counts: dict[str, float] = {}
    names: set[str] = set()
    figures: set[str] = set()
    for tokens, weight in ((title, 1.5), (body, 1.0)):
        for token in tokens:
            if token[0].isdigit():
                if len(token) > 1:
                    figures.add(token)
                    counts[token] = counts.get(token, 0.0) + 0.5
                continue
            if len(token) < 2:
                continue
            term = stem(token)
            counts[term] = counts.get(term, 0.0) + weight
            if token[0].isupper():
                known = frequent(term)
                if known is None or known.name:
                    names.add(term)
    weights = {}
    for term, count in sorted(counts.items()):
        rare = rarity.of(term)
        if rare > 1.5:
            weights[term] = (1 + math.log(count) if count > 1 else count) * rare
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Features(
        id=item.id,
        day=day_of(item.published),
        words={term: weight / length for term, weight in weights.items()},
        names=frozenset(names & weights.keys()),
        title=frozenset(stem(token) for token in title if stem(token) in weights),
        figures=frozenset(figures),
        sketch=_sketch([token.lower() for token in (body if len(body) >= 20 else title + body)]),
        url=item.url,
        version=item.version,
    )
