"""A parse as plain lists and arrays, fetched once and shared by the layers.

The layers look at every token many times; lists of plain values are several times faster than
spaCy's token objects, and they keep a layer free of the parser.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dateline.reading.model import base_form
from dateline.text import Passage

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_COLUMNS = [
    "ORTH", "LOWER", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START", "LENGTH", "SPACY", "IS_SPACE",
    "IS_PUNCT", "ENT_IOB",
]  # fmt: skip

_INSIDE, _BEGINS = 1, 3
"""Where in an entity a token stands, by spaCy's numbers."""

MOST_SPELLINGS = 200_000
"""Words whose spelling is kept; a spaCy number follows from the word, so one memory does for all
vocabularies."""

_spellings: dict[int, str] = {}


def spelled(strings: StringStore, numbers: list[int]) -> list[str]:
    """Return the words that the numbers of a vocabulary stand for, each looked up once."""
    global _spellings
    known = _spellings
    try:
        return list(map(known.__getitem__, numbers))
    except KeyError:
        if len(known) > MOST_SPELLINGS:
            known = _spellings = {}
        for number in set(numbers).difference(known):
            known[number] = strings[number]
        return list(map(known.__getitem__, numbers))


def marked(values: list[str], marks: Mapping[str, int]) -> npt.NDArray[np.uint8]:
    """Return the mark that a table gives each value, 0 for those it does not hold."""
    mark = marks.get
    return np.frombuffer(bytes([mark(value, 0) for value in values]), dtype=np.uint8)


class Table:
    """The tokens of a passage as parallel lists, with their sentences and blocks and their tree.

    The arrays hold spaCy's 64-bit numbers of words, tags, dependencies and kinds of entities.
    """

    __slots__ = (
        "_by_head", "_children", "_entity_places", "block", "blocks", "dep", "dep_number", "doc",
        "end", "ent_number", "first", "head", "head_number", "last", "lower", "lower_number",
        "passage", "punct", "sentence", "sentence_number", "size", "space", "start", "tag",
        "tag_number", "text", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, passage: Passage) -> None:
        self.doc = doc
        self.passage = passage
        self.size = len(doc)
        columns = doc.to_array(_COLUMNS).astype(np.uint64, copy=False)
        columns = np.ascontiguousarray(columns.reshape(self.size, len(_COLUMNS)).T)
        orth, self.lower_number, self.tag_number, self.dep_number, self.ent_number = columns[:5]
        offsets, starts, lengths, blanks = columns[5:9].astype(np.int64)
        self.space: npt.NDArray[np.bool_] = columns[9] == 1
        self.punct: list[bool] = (columns[10] == 1).tolist()
        """Whether each token is nothing but punctuation."""
        self._entity_places = columns[11]
        strings = doc.vocab.strings
        self.words: list[str] = spelled(strings, orth.tolist())
        """Each token as the parser saw it."""
        self.lower: list[str] = spelled(strings, self.lower_number.tolist())
        self.tag: list[str] = spelled(strings, self.tag_number.tolist())
        self.dep: list[str] = spelled(strings, self.dep_number.tolist())
        # `Doc.text` goes from token to token through the vocabulary.
        self.text = "".join(
            [
                word + " " if blank else word
                for word, blank in zip(self.words, blanks.tolist(), strict=True)
            ]
        )
        ends = np.cumsum(lengths + blanks) - blanks
        self.start: list[int] = (ends - lengths).tolist()
        self.end: list[int] = ends.tolist()
        self.head_number: Ints = offsets + np.arange(self.size)
        self.head: list[int] = self.head_number.tolist()
        """Index of the head; a root is its own head."""
        self.sentence_number: Ints = np.cumsum(starts == 1)
        self.sentence: list[int] = self.sentence_number.tolist()
        self.block: list[int] = [-1] * self.size
        """Index of the passage's block; -1 outside of all blocks."""
        self.blocks: list[tuple[int, int]] = []
        """First token and end of each of the passage's blocks."""
        for number, block in enumerate(passage.blocks):
            first = bisect_left(self.start, block.start)
            last = bisect_left(self.start, block.end, first)
            self.blocks.append((first, last))
            self.block[first:last] = [number] * (last - first)
        self.grow()

    def grow(self) -> None:
        """Note where each token's children stand, and the first and last token of its branch."""
        heads, size = self.head, self.size
        child_of = np.flatnonzero(self.head_number != np.arange(size))
        child_of = child_of[np.argsort(self.head_number[child_of], kind="stable")]
        self._by_head: list[int] = child_of.tolist()
        """All tokens with a head, those of one head side by side."""
        starts = np.searchsorted(self.head_number[child_of], np.arange(size + 1))
        self._children: list[int] = starts.tolist()
        first, last = list(range(size)), list(range(size))
        for child, head in enumerate(heads):
            while first[head] > child:
                first[head] = child
                head = heads[head]  # noqa: PLW2901
        for child in range(size - 1, -1, -1):
            head = heads[child]
            while last[head] < child:
                last[head] = child
                head = heads[head]
        self.first: list[int] = first
        self.last: list[int] = last

    def entities(self) -> list[tuple[int, int, str]]:
        """Return the model's entities: first token, the one after the last, and kind."""
        starts = np.flatnonzero(self._entity_places == _BEGINS)
        stops = np.append(np.flatnonzero(self._entity_places != _INSIDE), self.size)
        ends = stops[np.searchsorted(stops, starts, side="right")]
        kinds = spelled(self.doc.vocab.strings, self.ent_number[starts].tolist())
        return list(zip(starts.tolist(), ends.tolist(), kinds, strict=True))

    def children(self, i: int) -> list[int]:
        """Return the tokens whose head a token is, in order."""
        return self._by_head[self._children[i] : self._children[i + 1]]

    def lemma_of(self, i: int) -> str:
        """Return a token's base form in lower case."""
        return base_form(self.lower[i], self.tag[i])

    def over(self, start: int, end: int) -> range:
        """Return the tokens that a stretch of the text touches."""
        first = bisect_right(self.start, start) - 1
        # The blank behind a token is none of it.
        return range(first + (start == self.end[first]), bisect_left(self.start, end))

    def top_of(self, tokens: range) -> int:
        """Return the token nearest to the root of those side by side; the first one of several."""
        if len(tokens) == 1:
            return tokens.start
        for i in tokens:
            if self.head[i] == i:
                return i
        outer = [i for i in tokens if self.head[i] not in tokens]
        return min(outer, key=self._height, default=tokens.start)

    def _height(self, i: int) -> int:
        """Return how far a token is from its root, marks and blanks farther than any word."""
        if (self.punct[i] or self.space[i]) and not self.children(i):
            return self.size - 1
        height = 0
        while self.head[i] != i:
            i = self.head[i]
            height += 1
        return height

    def sentence_of(self, i: int) -> range:
        """Return the tokens of a token's sentence."""
        number = self.sentence[i]
        return range(bisect_left(self.sentence, number), bisect_right(self.sentence, number))
