"""A parse as plain lists and arrays, fetched once and shared by the layers.

The layers look at every token many times; lists of plain values are several times faster than
spaCy's token objects, and they keep a layer free of the parser.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dateline.text import Passage

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_COLUMNS = [
    "ORTH", "LOWER", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START", "LENGTH", "SPACY", "IS_SPACE",
]  # fmt: skip

MOST_SPELLINGS = 200_000
"""Words whose spelling is kept; a spaCy number follows from the word, so one memory does for all
vocabularies."""

_spellings: dict[int, str] = {}


def spelled(strings: StringStore, numbers: list[int]) -> list[str]:
    """Return the words that the numbers of a vocabulary stand for, each looked up once."""
    global _spellings
    known = _spellings
    try:
        return [known[number] for number in numbers]
    except KeyError:
        if len(known) > MOST_SPELLINGS:
            known = _spellings = {}
        for number in set(numbers).difference(known):
            known[number] = strings[number]
        return [known[number] for number in numbers]


def marked(values: list[str], marks: Mapping[str, int]) -> npt.NDArray[np.uint8]:
    """Return the mark that a table gives each value, 0 for those it does not hold."""
    mark = marks.get
    return np.frombuffer(bytes([mark(value, 0) for value in values]), dtype=np.uint8)


class Table:
    """The tokens of a passage as parallel lists, with their sentences and blocks.

    The arrays hold spaCy's 64-bit numbers of words, tags, dependencies and kinds of entities.
    """

    __slots__ = (
        "block", "blocks", "dep", "dep_number", "doc", "end", "ent_number", "head", "head_number",
        "lower", "lower_number", "passage", "sentence", "sentence_number", "size", "space", "start",
        "tag", "tag_number", "text", "words",
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
