"""What a report is compared by: weighted words, names, figures and headline words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import repeat
from sys import intern

import msgspec

from dateline.story.grouping.english import SHARES, frequent, stem
from dateline.story.grouping.near import runs_of, signature_of
from dateline.story.items import Item, day_of

LEAD = 2_000
"""Characters of text that are looked at: reports are told in their first paragraphs."""
RUN = 4
"""Words in a run."""
FEWEST_RUNS = 6
"""Texts with fewer runs of words than this have no signature."""
POSTED = 24
"""How many of a report's heaviest words lead to it."""
RARE = 1.5
"""The rarity from which a word counts."""
REPORTS_BEHIND = 3_000
"""How many reports the table of frequent words weighs as much as."""
UNKNOWN_SHARE = 0.003
"""The share of reports a word is taken to stand in that the table does not hold."""
FADES_AT = 20_000
"""Stories after which what was counted weighs half."""

REMEMBERED = 200_000
"""Tokens whose stems are kept at hand."""

_BEHIND = {term: REPORTS_BEHIND * share for term, share in SHARES.items()}
_TABLE = frozenset(_BEHIND)
_BEHIND_UNKNOWN = REPORTS_BEHIND * UNKNOWN_SHARE

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ASCII_TOKEN = re.compile(r"[0-9](?:[0-9.,]*[0-9])?|[a-zA-Z]++(?:'[a-zA-Z]+)?")
"""The same for text that is ASCII alone, found in two thirds of the time."""


def words_in(text: str) -> list[str]:
    """Return the words and figures of a text that reports are compared by, in order."""
    return (_ASCII_TOKEN if text.isascii() else _TOKEN).findall(text)


class Features(msgspec.Struct, gc=False):
    """A report as grouping keeps it.

    Sets are kept as the keys of dictionaries, which unlike sets the garbage collector need not
    look into: it would spend a third of the time of grouping there.
    """

    id: str
    day: float | None
    words: dict[str, float]
    """Stem → weight; the weights have length 1."""
    leading: tuple[str, ...]
    """The heaviest of them, which lead to the report."""
    title: dict[str, float]
    """Those of the headline, each with the square of its weight."""
    names: dict[str, None]
    """Stems of capitalised words, general words aside."""
    bearers: dict[str, None]
    """Names that are not known as places either."""
    figures: dict[str, None]
    signature: bytes = b""
    """The MinHash signature of its word runs, empty where they are few."""
    url: str | None = None
    version: str | None = None


class _Stems(dict[str, str]):
    """Tokens as they have been read: what each counts as, nothing for a single character."""

    def __missing__(self, token: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        if len(token) == 1:
            term = ""
        else:
            term = intern(token if token[0].isdigit() else stem(token))
        self[token] = term
        return term


_STEMS = _Stems()


class Rarity:
    """How rare words are: the table of frequent words and the stories seen so far."""

    def __init__(self, stories: int = 0, seen: dict[str, int] | None = None) -> None:
        self.stories = stories
        self.seen = Counter(seen)

    def of(self, terms: Collection[str]) -> list[float]:
        """Return the inverse document frequency of stems (Spärck Jones 1972)."""
        log, expected = math.log, _BEHIND
        every = log(REPORTS_BEHIND + self.stories)
        # A set tells quicker than a dictionary that a word is none of its own.
        return [
            every - log((expected[term] if term in _TABLE else _BEHIND_UNKNOWN) + count)
            for term, count in zip(terms, map(self.seen.get, terms, repeat(0)), strict=True)
        ]

    def tell(self, terms: Iterable[str]) -> None:
        """Count words that are new in a story."""
        self.seen.update(terms)

    def begin(self) -> None:
        """Count a story; what was counted long ago fades, and what is left of nothing goes."""
        self.stories += 1
        if self.stories >= FADES_AT:
            self.stories //= 2
            self.seen = Counter(
                {term: count // 2 for term, count in self.seen.items() if count > 1}
            )


def _signature(title: list[str], body: list[str]) -> bytes:
    tokens = body if len(body) >= 20 else title + body
    runs = list(runs_of(" ".join(tokens).lower().split(), RUN))
    return signature_of(runs) if len(runs) >= FEWEST_RUNS else b""


def _leading(words: dict[str, float]) -> tuple[str, ...]:
    # The words stand in alphabetical order, and so do equally heavy ones after a stable sort.
    return tuple(sorted(words, key=words.__getitem__, reverse=True)[:POSTED])


def features_of(item: Item, rarity: Rarity) -> Features:
    """Return what a report is compared by, weighted by how rare its words are now."""
    title = words_in(item.title)
    body = words_in(item.text[:LEAD])
    stem_of = _STEMS.__getitem__
    marked = [token for token in {*title, *body} if not token[0].islower()]
    names = {stem_of(token) for token in marked if token[0].isupper()}
    figures = {stem_of(token) for token in marked if token[0].isdigit()}
    figures.discard("")
    in_title = list(map(stem_of, title))
    counts = _counted(in_title, map(stem_of, body), figures)
    terms = sorted(counts)
    log = math.log
    weights = [
        (term, (1 + log(count) if count > 1 else count) * rare)
        for term, rare in zip(terms, rarity.of(terms), strict=True)
        if rare > RARE and (count := counts[term])
    ]
    length = math.sqrt(sum([weight * weight for _, weight in weights])) or 1.0
    words = {term: weight / length for term, weight in weights}
    told = words.keys()
    known = [(term, frequent(term)) for term in sorted(names & told)]
    return Features(
        id=item.id,
        day=day_of(item.published),
        words=words,
        leading=_leading(words),
        title={term: words[term] * words[term] for term in sorted(told & in_title)},
        names={term: None for term, word in known if word is None or word.place},
        bearers={term: None for term, word in known if word is None},
        figures=dict.fromkeys(sorted(figures)),
        signature=_signature(title, body),
        url=item.url,
        version=item.version,
    )


def _counted(
    title: Iterable[str], body: Iterable[str], figures: Collection[str]
) -> dict[str, float]:
    """Return how much each stem is told: a headline's counts one and a half, a figure half."""
    counts: dict[str, float] = {**Counter(body)}
    for term in title:
        counts[term] = counts.get(term, 0) + (1.0 if term in figures else 1.5)
    for term in figures:
        counts[term] *= 0.5
    counts.pop("", None)
    return counts
