"""The sentences of a text with what weighing their words against a figure asks again and again."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from dateline.records import Figure
from dateline.story.agreement.words import WORD, stem
from dateline.text import Span

_SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[A-Z“\"‘(])|\n+")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gov|Gen|Sen|Rep|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K)\.$")  # noqa: E501 # fmt: skip
_LONGEST_ABBREVIATION = 5
_CLAUSE_EDGE = re.compile(r"[;:]|,|\b(?:while|but|although|and|compared|whereas)\b")
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
        "_chunk_starts", "_edge_ends", "_edge_starts", "_words", "figures", "lead", "names", "span",
        "text",
    )  # fmt: skip

    def __init__(self, text: str, span: Span, figures: Sequence[Figure]) -> None:
        self.text = text
        self.span = span
        self.figures = figures
        """The figures that stand in it, in order."""
        self.lead = " ".join(text[span.start : min(span.start + 80, span.end)].split()[:2])
        """The two words that open it."""
        self._words = [
            (match.start(), match.end(), stem(match.group()))
            for match in WORD.finditer(text, span.start, span.end)
        ]
        self.names = frozenset(key for start, _, key in self._words[1:] if text[start].isupper())
        """The stems of the words that have a capital though they do not open the sentence."""
        edges = [match.span() for match in _CLAUSE_EDGE.finditer(text, span.start, span.end)]
        self._edge_starts = [start for start, _ in edges]
        self._edge_ends = [end for _, end in edges]
        self._chunk_starts = [
            match.start() for match in _CHUNK.finditer(text, span.start, span.end)
        ]

    def has(self, stems: frozenset[str]) -> bool:
        """Tell whether one of some stems stands in the sentence."""
        return any(key in stems for _, _, key in self._words)

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
        for start, end, key in self._words:
            if start >= figure.end:
                weight = self._weight(figure.end, start, others)
            elif end <= figure.start:
                weight = self._weight(end, figure.start, others) * _BEFORE
            else:
                weight = 1.0
            if weight > weights.get(key, 0.0):
                weights[key] = weight
        # "Infections reached 958 and fatalities 33": what holds another figure is no measure.
        clear = all(
            end <= span.start or span.end <= start
            for span in figure.measure
            for start, end in others
        )
        for span in figure.measure if clear else ():
            for match in WORD.finditer(self.text, span.start, span.end):
                key = stem(match.group())
                weights[key] = max(weights.get(key, 0.0), _MEASURE)
        return weights

    def _weight(self, low: int, high: int, others: Sequence[tuple[int, int]]) -> float:
        first = bisect_left(self._chunk_starts, low)
        distance = bisect_left(self._chunk_starts, high) - first
        inside = self._chunk_starts[first] if first < len(self._chunk_starts) else high
        if low < high and inside != low and not self.text[low].isspace():
            distance += 1
        weight = 1 / (1 + distance / 4)
        for start, end in others:
            if low <= start and end <= high:
                weight *= _FIGURE_CROSSED
        edges = bisect_right(self._edge_ends, high) - bisect_left(self._edge_starts, low)
        return weight * _EDGE_CROSSED**edges if edges > 0 else weight
