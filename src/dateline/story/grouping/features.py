"""What a report is compared by: weighted words, names, figures and headline words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
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
_BEHIND_UNKNOWN = REPORTS_BEHIND * UNKNOWN_SHARE

_TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|[^\W\d_]+(?:['’][^\W\d_]+)?")


def words_in(text: str) -> list[str]:
    """Return the words and figures of a text that reports are compared by, in order."""
    return _TOKEN.findall(text)


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
        self.seen: dict[str, int] = {} if seen is None else seen

    def of(self, terms: Iterable[str]) -> list[float]:
        """Return the inverse document frequency of stems (Spärck Jones 1972)."""
        log, behind, known = math.log, _BEHIND.get, self.seen.get
        every = log(REPORTS_BEHIND + self.stories)
        return [every - log(behind(term, _BEHIND_UNKNOWN) + known(term, 0)) for term in terms]

    def tell(self, terms: Iterable[str]) -> None:
        """Count words that are new in a story."""
        seen = self.seen
        for term in terms:
            seen[term] = seen.get(term, 0) + 1

    def begin(self) -> None:
        """Count a story; what was counted long ago fades, and what is left of nothing goes."""
        self.stories += 1
        if self.stories >= FADES_AT:
            self.stories //= 2
            self.seen = {term: count // 2 for term, count in self.seen.items() if count > 1}


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
    counts: dict[str, float] = {}
    count_of = counts.get
    names: set[str] = set()
    figures: dict[str, None] = {}
    for tokens, weight in ((title, 1.5), (body, 1.0)):
        for token, times in Counter(tokens).items():
            term = _STEMS[token]
            if not term:
                continue
            first = token[0]
            if first.isdigit():
                figures[term] = None
                counts[term] = count_of(term, 0.0) + 0.5 * times
                continue
            counts[term] = count_of(term, 0.0) + weight * times
            if first.isupper():
                names.add(term)
    terms = sorted(counts)
    log = math.log
    weights = [
        (term, (1 + log(count) if count > 1 else count) * rare)
        for term, rare in zip(terms, rarity.of(terms), strict=True)
        if rare > RARE and (count := counts[term])
    ]
    length = math.sqrt(sum([weight * weight for _, weight in weights])) or 1.0
    words = {term: weight / length for term, weight in weights}
    in_title = {_STEMS[token] for token in title}
    known = {term: frequent(term) for term in words if term in names}
    return Features(
        id=item.id,
        day=day_of(item.published),
        words=words,
        leading=_leading(words),
        title={term: weight * weight for term, weight in words.items() if term in in_title},
        names={term: None for term, word in known.items() if word is None or word.place},
        bearers={term: None for term, word in known.items() if word is None},
        figures=figures,
        signature=_signature(title, body),
        url=item.url,
        version=item.version,
    )
