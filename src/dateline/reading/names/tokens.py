"""A parse as plain lists: what the names layer asks of a spaCy document, fetched once.

The layer looks at every token many times; lists of plain values are several times faster than
spaCy's token objects, and they keep the rest of the layer free of the parser.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from dateline.text import Passage, Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc


class _Spelling(dict[int, str]):
    """Strings by their number in the model's vocabulary, looked up once each."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        found: str = self._strings[number & _UNSIGNED]
        self[number] = found
        return found


class Tokens:
    """The tokens of a passage as parallel lists, with sentences, blocks and quotations."""

    __slots__ = (
        "block",
        "blocks", "dep", "end", "ents", "head", "headline", "lower", "quoted", "sentence", "start",
        "tag", "text", "whole",
    )  # fmt: skip

    def __init__(self, doc: Doc, passage: Passage) -> None:
        self.whole = passage.text
        columns = doc.to_array(["LENGTH", "SPACY", "TAG", "DEP", "HEAD", "SENT_START"])
        lengths, blanks, tags, deps, offsets, starts = columns.astype("int64").T.tolist()
        names = _Spelling(doc.vocab.strings)
        steps = (length + blank for length, blank in zip(lengths, blanks, strict=True))
        self.start: list[int] = list(accumulate(steps, initial=0))[:-1]
        self.end: list[int] = [a + n for a, n in zip(self.start, lengths, strict=True)]
        text = doc.text
        self.text: list[str] = [text[a:b] for a, b in zip(self.start, self.end, strict=True)]
        self.lower: list[str] = [word.lower() for word in self.text]
        self.tag: list[str] = [names[number] for number in tags]
        self.dep: list[str] = [names[number] for number in deps]
        self.head: list[int] = [i + offset for i, offset in enumerate(offsets)]
        """Index of the head; a root is its own head."""
        self.sentence: list[int] = list(accumulate(start == 1 for start in starts))
        self.block: list[int] = [-1] * len(self.text)
        """Index of the passage's block; -1 outside of all blocks."""
        self.blocks: list[tuple[int, int]] = []
        """First token and end of each of the passage's blocks."""
        self.headline: list[bool] = [False] * len(self.text)
        """Whether the token stands in a headline or sub-head."""
        self.quoted: list[bool] = [False] * len(self.text)
        """Whether the token stands between double quotation marks."""
        self._place_in_blocks(passage)
        self.ents: list[tuple[int, int, str]] = [(e.start, e.end, e.label_) for e in doc.ents]

    def _place_in_blocks(self, passage: Passage) -> None:
        for number, block in enumerate(passage.blocks):
            first = bisect_left(self.start, block.start)
            last = bisect_left(self.start, block.end, first)
            self.blocks.append((first, last))
            self.block[first:last] = [number] * (last - first)
            if block.kind != "paragraph":
                self.headline[first:last] = [True] * (last - first)
            self._quote(first, last)

    def _quote(self, first: int, last: int) -> None:
        """Mark what stands between quotation marks; a quotation ends with its block."""
        opened: int | None = None
        for i in range(first, last):
            word = self.text[i]
            if word in _MARKS:
                if opened is not None and word != "“":
                    self.quoted[opened:i] = [True] * (i - opened)
                    opened = None
                elif word != "”":
                    opened = i + 1
        if opened is not None:
            self.quoted[opened:last] = [True] * (last - opened)

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens from ``first`` up to but not including ``last``."""
        return Span(self.start[first], self.end[last - 1])

    def raw(self, first: int, last: int) -> str:
        """Return the passage's characters of the tokens, unchanged."""
        return self.whole[self.start[first] : self.end[last - 1]]

    def words(self, first: int, last: int) -> str:
        """Return the words of some tokens, white space made one blank."""
        out = [self.text[first]]
        for i in range(first + 1, last):
            if self.start[i] > self.end[i - 1]:
                out.append(" ")
            out.append(self.text[i])
        return "".join(out)


OPENING_MARKS = frozenset(('"', "``", "“"))
"""Marks that can begin a quotation."""
_UNSIGNED = 2**64 - 1
_MARKS = frozenset(('"', "``", "''", "“", "”"))
