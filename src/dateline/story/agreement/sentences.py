"""The sentences of a text with what weighing their words against a figure asks again and again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice

from dateline.records import Figure
from dateline.story.agreement.words import WORD, holds_one, stem, words_in
from dateline.text import Span

_SENTENCE_END = re.compile(
    # One choice of signs to begin with is looked for four times as fast as either of two patterns.
    r"[.!?\n](?:(?<=\n)\n*|(?<!\n)[”\"’')\]]*\s+(?=[A-Z“\"‘(]))"
)
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gov|Gen|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K)\.$")  # noqa: E501 # fmt: skip
_LONGEST_ABBREVIATION = 5
_CLAUSE_SIGN = re.compile(r"[;:,]")
_CLAUSE_WORDS = ("while", "but", "although", "and", "compared", "whereas")
_CLAUSE_EDGE = re.compile(rf"[;:,]|\b(?:{'|'.join(_CLAUSE_WORDS)})\b")
_PART_OF = re.compile(
    r" of (?:(?:the|its|his|her|their|those|some|about|all) )*(?:(?:[A-Z]\w+ )*[A-Z]\w+[’']s? )?"
)
_CHUNK = re.compile(r"\S+")
_FIGURE_CROSSED = 0.3
_EDGE_CROSSED = 0.75
_BEFORE = 0.85
_MEASURE = 0.9


def sentences_of(text: str) -> list[Span]:
    """Return the sentences of a text, cheaply: full stops before capitals, and line breaks."""
    out: list[Span] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if "\n" not in match.group():
            end = match.start() + 1
            if _ABBREVIATION.search(text, max(start, end - _LONGEST_ABBREVIATION), end):
                continue
        out.append(Span(start, match.end() - len(match.group()) + len(match.group().rstrip())))
        start = match.end()
    out.append(Span(start, len(text)))
    return [span for span in out if len(span)]


class Sentence:
    """A sentence with figures: its words, clause edges and figures, found once for all figures."""

    __slots__ = (
        "_chunk_starts", "_edge_ends", "_edge_starts", "_ends", "_starts", "_stems", "figures",
        "lead", "names", "span", "text",
    )  # fmt: skip

    def __init__(self, text: str, span: Span, figures: Sequence[Figure]) -> None:
        self.text = text
        self.span = span
        self.figures = figures
        """The figures that stand in it, in order."""
        self.lead = " ".join(text[span.start : min(span.start + 80, span.end)].split(None, 2)[:2])
        """The two words that open it."""
        words, self._starts, self._ends = words_in(text, span.start, span.end)
        self._stems = list(map(stem, words))
        self.names = frozenset(
            [
                key
                for word, key in islice(zip(words, self._stems, strict=True), 1, None)
                if word[0].isupper()
            ]
        )
        """The stems of the words that have a capital though they do not open the sentence."""
        own = span.of(text)
        edge = _CLAUSE_EDGE if holds_one(own, _CLAUSE_WORDS) else _CLAUSE_SIGN
        edges = [match.span() for match in edge.finditer(text, span.start, span.end)]
        self._edge_starts = [start for start, _ in edges]
        self._edge_ends = [end for _, end in edges]
        self._chunk_starts = _chunk_starts(own, span.start)

    def has(self, stems: frozenset[str]) -> bool:
        """Tell whether one of some stems stands in the sentence."""
        return not stems.isdisjoint(self._stems)

    def stems_in(self, span: Span) -> list[str]:
        """Return the stems of the words in a stretch of the text, which may cut words."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        ends = self._ends
        whole = (
            self.span.contains(span)
            and (first == 0 or ends[first - 1] <= span.start)
            and (last == 0 or ends[last - 1] <= span.end)
        )
        if whole:
            return self._stems[first:last]
        return [stem(word) for word in WORD.findall(self.text, span.start, span.end)]

    def weights(self, figure: Figure) -> Mapping[str, float]:
        """Weigh the stems of the sentence by how near a figure of it they stand.

        Another figure or the edge of a clause in between makes a word count for less; words that
        the reading takes for the measure count in full.
        """
        weights: dict[str, float] = {}
        others = [
            (other.start, other.end)
            for other in self.figures
            # What is said after "six of the 16" is said of the six.
            if other is not figure
            and not (
                figure.unit_text is None and _PART_OF.fullmatch(self.text, figure.end, other.start)
            )
        ]
        text, chunks, begin, finish = self.text, self._chunk_starts, figure.start, figure.end
        starts, ends, known = self._edge_starts, self._edge_ends, weights.get
        to_chunk, from_chunk = bisect_left(chunks, begin), bisect_left(chunks, finish)
        to_edge, from_edge = bisect_right(ends, begin), bisect_left(starts, finish)
        # What is written on without a space counts as a word more: "5km", "rose,".
        tight = (
            not text[finish : finish + 1].isspace()
            and finish not in chunks[from_chunk : from_chunk + 1]
        )
        for start, end, key in zip(self._starts, self._ends, self._stems, strict=True):
            if start >= finish:
                distance = bisect_left(chunks, start) - from_chunk + (tight and start > finish)
                edges = bisect_right(ends, start) - from_edge
                weight = 1 / (1 + distance / 4)
                if others or edges > 0:
                    weight = _faded(weight, edges, finish, start, others)
            elif end <= begin:
                tied = end < begin and not text[end].isspace()
                distance = to_chunk - bisect_left(chunks, end) + tied
                edges = to_edge - bisect_left(starts, end)
                weight = 1 / (1 + distance / 4)
                if others or edges > 0:
                    weight = _faded(weight, edges, end, begin, others)
                weight *= _BEFORE
            else:
                weight = 1.0
            if weight > known(key, 0.0):
                weights[key] = weight
        # "Infections reached 958 and fatalities 33": what holds another figure is no measure.
        clear = all(
            end <= span.start or span.end <= start
            for span in figure.measure
            for start, end in others
        )
        for span in figure.measure if clear else ():
            for key in self.stems_in(span):
                if weights.get(key, 0.0) < _MEASURE:
                    weights[key] = _MEASURE
        return weights


def _chunk_starts(text: str, offset: int) -> list[int]:
    """Return where what stands between white space begins."""
    chunks = text.split()
    if " ".join(chunks) != text:
        return [offset + match.start() for match in _CHUNK.finditer(text)]
    # Nearly always there is one space between two: adding up lengths takes a third of the time.
    return list(accumulate([len(chunk) + 1 for chunk in chunks[:-1]], initial=offset))


def _faded(
    weight: float, edges: int, low: int, high: int, others: Sequence[tuple[int, int]]
) -> float:
    """Return what a word counts, given what it would if only words stood between it and a figure.

    ``low`` and ``high`` bound what lies between; each edge of a clause and each other figure there
    takes from it.
    """
    for start, end in others:
        if low <= start and end <= high:
            weight *= _FIGURE_CROSSED
    return weight * _EDGE_CROSSED**edges if edges > 0 else weight
