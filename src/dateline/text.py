"""Spans and text arithmetic: the ground everything stands on.

All offsets are half-open and counted in Unicode code points of one text.
"""

from __future__ import annotations

import bisect
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A half-open stretch ``[start, end)`` of a text, in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words the span stands for."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved by a number of characters."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space at its edges; empty spans keep their start."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def merged(spans: Iterable[Span], text: str | None = None) -> tuple[Span, ...]:
    """Return the spans in order, overlapping and touching ones joined.

    With a text, spans that only white space keeps apart are joined too.
    """
    out: list[Span] = []
    for span in sorted(spans):
        if out and (
            span.start <= out[-1].end
            or (text is not None and not text[out[-1].end : span.start].strip())
        ):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of them; raises ValueError when there is none."""
    all_spans = list(spans)
    return Span(min(s.start for s in all_spans), max(s.end for s in all_spans))


def line_spans(text: str) -> Iterator[Span]:
    """Yield each line without its line break: CR LF, LF or CR."""
    start = 0
    for match in re.finditer(r"\r\n|\n|\r", text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def without_entities(text: str) -> str:
    """Return a text of the same length in which HTML entities are their character and blanks.

    Dumps often keep ``&nbsp;`` and its kin; a parser must not see them as words, and no offset may
    move. An entity that stands for more than one character, or for none, becomes blanks.
    """

    def same_length(match: re.Match[str]) -> str:
        character = html.unescape(match.group())
        if len(character) != 1 or character == "\xa0" or not character.isprintable():
            character = " "
        return character.ljust(len(match.group()))

    return _ENTITY.sub(same_length, text) if "&" in text else text


BlockKind = Literal["headline", "subhead", "paragraph"]


class Block(msgspec.Struct, frozen=True):
    """One block of a passage: a headline, a sub-head or a paragraph."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The block's place in the passage."""
        return Span(self.start, self.end)


_BREAK = "\n\n"
_LINE_BREAKS = str.maketrans("\r\n", "  ")


class Passage:
    """The text a reading layer reads, made of spans of a page, with the way back to the page.

    ``text`` is the blocks of a report joined by an empty line, so that a statement can run over
    paragraphs between which the page shows something else. ``to_page`` maps a span of ``text``
    to spans of the page; a span over several pieces comes back as several spans.
    """

    __slots__ = ("_origins", "_starts", "blocks", "text")

    def __init__(self, page_text: str, pieces: Sequence[tuple[BlockKind, Span]]) -> None:
        parts: list[str] = []
        blocks: list[Block] = []
        self._starts: list[int] = []
        self._origins: list[Span] = []
        at = 0
        for kind, span in pieces:
            if parts:
                parts.append(_BREAK)
                at += len(_BREAK)
            # A paragraph may be broken into lines, which says nothing.
            words = span.of(page_text).translate(_LINE_BREAKS)
            parts.append(words)
            blocks.append(Block(kind, at, at + len(words)))
            self._starts.append(at)
            self._origins.append(span)
            at += len(words)
        self.text = "".join(parts)
        self.blocks = tuple(blocks)

    @classmethod
    def of_text(cls, text: str, *, headline: Span | None = None) -> Passage:
        """Return the passage of a running text, its paragraphs being its non-empty lines.

        The passage's text is the text itself, so spans are the same in both.
        """
        passage = cls.__new__(cls)
        passage.text = text
        passage._starts = [0]
        passage._origins = [Span(0, len(text))]
        blocks: list[Block] = []
        for line in line_spans(text):
            span = trimmed(text, line)
            if span:
                kind: BlockKind = (
                    "headline" if headline and headline.contains(span) else "paragraph"
                )
                blocks.append(Block(kind, span.start, span.end))
        passage.blocks = tuple(blocks)
        return passage

    @property
    def is_whole_text(self) -> bool:
        """Whether the passage is its page, so that offsets are the same in both."""
        return len(self._origins) == 1 and self._origins[0] == Span(0, len(self.text))

    def to_page(self, span: Span) -> tuple[Span, ...]:
        """Map a span of the passage to the spans of the page that it stands for."""
        out: list[Span] = []
        index = max(bisect.bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self._starts) and self._starts[index] < max(span.end, span.start + 1):
            piece_start, origin = self._starts[index], self._origins[index]
            start = max(span.start, piece_start) - piece_start
            end = min(span.end, piece_start + len(origin)) - piece_start
            if start < end or (start == end == 0 and not len(span)):
                out.append(Span(origin.start + start, origin.start + end))
            index += 1
        return tuple(out)

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds a character offset of the passage, or None."""
        index = bisect.bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None


def listed(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text, parted by spaces."""
    return frozenset(text.split())
