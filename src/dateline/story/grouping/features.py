"""What a report is compared by: weighted words, names, figures and headline words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import islice, repeat
from operator import itemgetter
from sys import intern

import msgspec

from dateline.story.grouping.english import GENERAL, SHARES, stem
from dateline.story.grouping.near import runs_of, signature_of
from dateline.story.items import Item, day_of

LEAD = 2_000
"""Characters of text that are looked at: reports are told in their first paragraphs."""
RUN = 4
"""Words in a run."""
FEWEST_RUNS = 6
"""Texts with fewer runs of words than this have no signature."""
WEIGHED = 42
"""How many of a report's words are kept, the heaviest: the light ones tell little, and a
dictionary of one more takes twice the room."""
POSTED = 20
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

_BEHIND = {term: round(REPORTS_BEHIND * share) for term, share in SHARES.items()}
_BEHIND_UNKNOWN = round(REPORTS_BEHIND * UNKNOWN_SHARE)
_FREQUENT = frozenset(SHARES)

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
    """Stem → weight of the heaviest; the weights have length 1."""
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
    told: int = 0
    """How many words weighed anything, also those not kept; 0 where it is not known."""


class _Stems(dict[str, str]):
    """Tokens as they have been read: what each counts as, nothing for a single character."""

    def __missing__(self, token: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        if len(token) == 1:
            term = ""
        else:
            term = intern(token if token[0].isdigit() else stem(token))
        # Most words are their own stems: one object for both is one less to be fetched.
        self[term if term == token else token] = term
        return term


_STEMS = _Stems()


class Rarity:
    """How rare words are: the table of frequent words and the stories seen so far."""

    def __init__(self, stories: int = 0, seen: Mapping[str, int] | None = None) -> None:
        self.stories = stories
        self._counted = _counted_with(seen or {})

    def weigh(self, counts: Mapping[str, float]) -> list[tuple[str, float]]:
        """Return what stems weigh that are told so often, those that are rare enough to count.

        That is the logarithm of the frequency by the inverse document frequency (Spärck Jones
        1972).
        """
        log = math.log
        every = log(REPORTS_BEHIND + self.stories)
        common = every - RARE
        known = map(log, map(self._counted.get, counts, repeat(_BEHIND_UNKNOWN)))
        return [
            # Most words are told once.
            (
                term,
                every - often
                if count == 1
                else (1 + log(count) if count > 1 else count) * (every - often),
            )
            for (term, count), often in zip(counts.items(), known, strict=True)
            if often < common
        ]

    def tell(self, terms: Iterable[str]) -> None:
        """Count words that are new in a story."""
        counted = self._counted
        for term in terms:
            counted[term] = counted.get(term, _BEHIND_UNKNOWN) + 1

    def begin(self) -> None:
        """Count a story; what was counted long ago fades, and what is left of nothing goes."""
        self.stories += 1
        if self.stories >= FADES_AT:
            self.stories //= 2
            faded = {term: count // 2 for term, count in self.seen().items() if count > 1}
            self._counted = _counted_with(faded)

    def seen(self) -> dict[str, int]:
        """Return in how many stories words were seen, those of the table in no story aside."""
        return {
            term: seen for term, count in self._counted.items() if (seen := count - _expected(term))
        }


def _expected(term: str) -> int:
    return _BEHIND.get(term, _BEHIND_UNKNOWN)


def _counted_with(seen: Mapping[str, int]) -> dict[str, int]:
    """Return what the table expects with what was seen: added up once, not at each look."""
    return {**_BEHIND, **{term: _expected(term) + count for term, count in seen.items()}}


def _signature(title: list[str], body: list[str]) -> bytes:
    tokens = body if len(body) >= 20 else title + body
    runs = list(runs_of(" ".join(tokens).lower().split(), RUN))
    return signature_of(runs) if len(runs) >= FEWEST_RUNS else b""


def features_of(item: Item, rarity: Rarity) -> Features:
    """Return what a report is compared by, weighted by how rare its words are now."""
    title = words_in(item.title)
    body = words_in(item.text[:LEAD])
    stem_of = _STEMS.__getitem__
    # Most tokens begin with one of these letters, and comparing is quicker than asking each.
    marked = [token for token in title + body if not "a" <= token < "{"]
    named = {stem_of(token) for token in marked if token[0].isupper()}
    figures = {stem_of(token) for token in marked if token[0].isdigit()}
    figures.discard("")
    in_title = list(map(stem_of, title))
    counts = _counted(in_title, map(stem_of, body), figures)
    weights = rarity.weigh(counts)
    told = len(weights)
    # Words stand as they are met in the text, and so do equally heavy ones after a stable sort.
    weights.sort(key=itemgetter(1), reverse=True)
    del weights[WEIGHED:]
    length = math.sqrt(math.fsum([weight * weight for _, weight in weights])) or 1.0
    words = {term: weight / length for term, weight in weights}
    names = (words.keys() & named) - GENERAL
    return Features(
        id=item.id,
        day=day_of(item.published),
        words=words,
        leading=tuple(islice(words, POSTED)),
        title={term: words[term] * words[term] for term in sorted(words.keys() & in_title)},
        names=dict.fromkeys(sorted(names)),
        bearers=dict.fromkeys(sorted(names - _FREQUENT)),
        figures=dict.fromkeys(sorted(figures)),
        signature=_signature(title, body),
        url=item.url,
        version=item.version,
        told=told,
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
