"""A parse as plain lists: what the names layer asks of the tokens of a passage."""

from __future__ import annotations

from bisect import bisect_left

from dateline.reading.table import Table
from dateline.text import Span


class Tokens:
    """The tokens of a passage as parallel lists, with sentences, blocks and quotations."""

    __slots__ = (
        "block", "blocks", "dep", "end", "ents", "head", "headline", "lower", "quoted", "sentence",
        "size", "start", "tag", "text", "whole",
    )  # fmt: skip

    def __init__(self, table: Table) -> None:
        self.whole = table.passage.text
        self.size = table.size
        self.start = table.start
        self.end = table.end
        self.text = table.words
        self.lower = table.lower
        self.tag = table.tag
        self.dep = table.dep
        self.head = table.head
        self.sentence = table.sentence
        self.block = table.block
        self.blocks = table.blocks
        self.headline: list[bool] = [False] * table.size
        """Whether the token stands in a headline or sub-head."""
        self.quoted: list[bool] = [False] * table.size
        """Whether the token stands between double quotation marks."""
        self._place_in_blocks(table)
        self.ents = table.entities()

    def _place_in_blocks(self, table: Table) -> None:
        marks: list[int] = []
        if not _MARKS.isdisjoint(self.text):
            marks = [i for i, word in enumerate(self.text) if word in _MARKS]
        for (first, last), block in zip(self.blocks, table.passage.blocks, strict=True):
            if block.kind != "paragraph":
                self.headline[first:last] = [True] * (last - first)
            self._quote(last, marks[bisect_left(marks, first) : bisect_left(marks, last)])

    def _quote(self, last: int, marks: list[int]) -> None:
        """Mark what stands between quotation marks; a quotation ends with its block."""
        opened: int | None = None
        for i in marks:
            word = self.text[i]
            if opened is not None and word != "“":
                self.quoted[opened:i] = [True] * (i - opened)
                opened = None
            elif word != "”":
                opened = i + 1
        if opened is not None:
            self.quoted[opened:last] = [True] * (last - opened)

    def __len__(self) -> int:
        return self.size

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens from ``first`` up to but not including ``last``."""
        return Span(self.start[first], self.end[last - 1])

    def raw(self, first: int, last: int) -> str:
        """Return the passage's characters of the tokens, unchanged."""
        return self.whole[self.start[first] : self.end[last - 1]]

    def words(self, first: int, last: int) -> str:
        """Return the words of some tokens, white space made one blank."""
        if last - first == 1:
            return self.text[first]
        out = [self.text[first]]
        for i in range(first + 1, last):
            if self.start[i] > self.end[i - 1]:
                out.append(" ")
            out.append(self.text[i])
        return "".join(out)


OPENING_MARKS = frozenset(('"', "``", "“"))
"""Marks that can begin a quotation."""
_MARKS = frozenset(('"', "``", "''", "“", "”"))
