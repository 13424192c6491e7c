"""A parse as plain lists: what the names layer asks of a spaCy document, fetched once.

The layer looks at every token many times; lists of plain values are several times faster than
spaCy's token objects, and they keep the rest of the layer free of the parser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.text import Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Tokens:
    """The tokens of a passage as parallel lists, with sentences, blocks and quotations."""

    __slots__ = (
        "block", "dep", "end", "ents", "head", "headline", "lower", "quoted", "sentence", "start",
        "tag", "text", "whole",
    )  # fmt: skip

    def __init__(self, doc: Doc, passage: Passage) -> None:
        self.whole = passage.text
        self.text: list[str] = []
        self.lower: list[str] = []
        self.tag: list[str] = []
        self.dep: list[str] = []
        self.head: list[int] = []
        """Index of the head; a root is its own head."""
        self.start: list[int] = []
        self.end: list[int] = []
        self.sentence: list[int] = []
        self.block: list[int] = []
        """Index of the passage's block; -1 outside of all blocks."""
        self.headline: list[bool] = []
        self.quoted: list[bool] = []
        """Whether the token stands between double quotation marks."""
        self._fill(doc, passage)
        self.ents: list[tuple[int, int, str]] = [(e.start, e.end, e.label_) for e in doc.ents]

    def _fill(self, doc: Doc, passage: Passage) -> None:
        sentence, block, quoted = -1, 0, False
        blocks = passage.blocks
        for token in doc:
            word, start = token.text, token.idx
            if token.is_sent_start or sentence < 0:
                sentence += 1
            while block < len(blocks) and blocks[block].end <= start:
                block += 1
                quoted = False
            inside = block < len(blocks) and blocks[block].start <= start
            if word == "“" or (word in _STRAIGHT and not quoted):
                quoted = True
                mark = True
            else:
                mark = word == "”" or word in _STRAIGHT
                quoted = quoted and not mark
            self.text.append(word)
            self.lower.append(token.lower_)
            self.tag.append(token.tag_)
            self.dep.append(token.dep_)
            self.head.append(token.head.i)
            self.start.append(start)
            self.end.append(start + len(word))
            self.sentence.append(sentence)
            self.block.append(block if inside else -1)
            self.headline.append(inside and blocks[block].kind == "headline")
            self.quoted.append(quoted and not mark)

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


_STRAIGHT = frozenset(('"', "``", "''"))
