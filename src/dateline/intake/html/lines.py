"""The page's visible text in document order, a line per block, with what each block stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

import msgspec
from lxml import etree

from dateline.intake.html.attributes import NOTHING, Said, is_unseen, said_by
from dateline.intake.html.frames import OUTERMOST, Frame
from dateline.intake.html.markup import HEADINGS, INLINE, SILENT, TAG_BITS
from dateline.intake.html.tree import Element
from dateline.intake.html.wording import folded_and_counted
from dateline.text import Span

_BREAK_HERE = "\u200b"
_JOINS = re.compile("[\xad\u2060\ufeff]")
"""Soft hyphens and joiners: they stand inside words and are not shown."""
_LINKED, _BOLD, _SLANTED = 1, 2, 4
_STYLES = {"a": _LINKED, "b": _BOLD, "strong": _BOLD, "i": _SLANTED, "em": _SLANTED}
_PICTURES = frozenset("img picture video iframe svg audio amp-img".split())
_MOST_BLOCKS = 20_000
"""Lines of a page; what comes after them is the last line."""
_Open: TypeAlias = "tuple[bool, Frame, Frame, int, Said, int] | None"
"""Of an open element, whether it is inline, and the frame, the line's frame, the style, what was
said and the start that hold again once it is left; None for one that is passed over."""


class Link(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the page's text that links somewhere."""

    start: int
    end: int
    href: str


class Mark(msgspec.Struct, frozen=True, gc=False):
    """A stretch whose element says what it is: ``itemprop``, ``rel=author``, ``time``."""

    start: int
    end: int
    name: str
    value: str | None = None
    """The element's machine-readable value (``datetime``, ``content``)."""


class Block(msgspec.Struct, gc=False):
    """One line of the page's text and its surroundings."""

    start: int
    end: int
    text: str
    fold: str
    """Its letters and digits alone."""
    words: int
    tag: str
    """The nearest element that breaks lines."""
    own_cues: int
    """Bits of `markup.CUES` of that element and its inline children."""
    near_cues: int
    """Bits of the two elements around it."""
    cues: int
    """Bits of every element around it."""
    tags: int
    """Bits of `markup.CONTAINER_TAGS` around it."""
    depth: int
    path: tuple[int, ...]
    """Numbers of the elements around it that break lines, outermost first."""
    cued: tuple[int, ...]
    """Those of them that have cues."""
    box: tuple[int, ...] = ()
    """Those of the path that hold other blocks too: a paragraph may be wrapped many times."""
    link_chars: int = 0
    bold_chars: int = 0
    slanted_chars: int = 0
    hidden: bool = False
    after_break: bool = False
    """Whether a ``<br>`` parts it from the block before."""
    after_picture: bool = False
    """Whether a picture or a player stands between it and the block before."""
    item: int = 0
    """Number of the list item it stands in, 0 outside lists."""
    table: int = 0
    """Number of the table, 0 outside tables."""
    listing: int = 0
    """Number of the outermost list, 0 outside lists."""
    look: tuple[str, str] = ("", "")
    """The ``class`` of the element around it and of its own: what the page lays out alike."""

    @property
    def span(self) -> Span:
        """The block's place in the text."""
        return Span(self.start, self.end)

    def holds(self, span: Span) -> bool:
        """Tell whether a span lies wholly inside the block."""
        return self.start <= span.start and span.end <= self.end

    @property
    def heading(self) -> int:
        """The level of the heading it is, 0 for none."""
        return HEADINGS.get(self.tag, 0)

    def inside(self, tag: str) -> bool:
        """Tell whether an element of that name stands around the block."""
        return bool(self.tags & TAG_BITS[tag])


class Lines(msgspec.Struct):
    """The linearisation of a page."""

    text: str
    blocks: list[Block]
    links: list[Link]
    marks: list[Mark]
    cues: dict[int, int]
    """Bits of `markup.CUES` of the elements that have any, by their number."""
    elements: int = 0
    """How many elements the page shows."""
    deepest: int = 0
    """How deeply they are nested."""


class _Writer:
    """Puts words together to lines."""

    __slots__ = (
        "at", "blocks", "bold_chars", "broken", "frame", "inline_cues", "length", "link_chars",
        "links", "marks", "parts", "pending", "picture", "slanted_chars", "space",
    )  # fmt: skip

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        self.frame: Frame | None = None
        self.broken = False
        self.picture = False
        self._begin()

    def _begin(self) -> None:
        self.pending: list[str] = []
        self.length = 0
        self.inline_cues = 0
        self.link_chars = 0
        self.bold_chars = 0
        self.slanted_chars = 0
        self.space = False

    def here(self) -> int:
        return self.at + self.length

    def add(self, text: str, frame: Frame, block: Frame, style: int) -> None:
        if text.isspace():
            self.space = self.length > 0
            return
        if not text.isascii():
            text = _JOINS.sub("", text.replace(_BREAK_HERE, " "))
        pieces = text.split()
        if not pieces:
            self.space = self.length > 0 if text else self.space
            return
        words = " ".join(pieces)
        size = len(words)
        if size == len(text):
            trailing = False
        else:
            trailing = text[-1].isspace()
            if text[0].isspace():
                self.space = self.length > 0
        if not self.pending:
            self.frame = block
        if self.space:
            self.pending.append(" ")
            self.length += 1
        if frame.inline:
            self.inline_cues |= frame.own
        self.pending.append(words)
        self.length += size
        if style:
            self.link_chars += size if style & _LINKED else 0
            self.bold_chars += size if style & _BOLD else 0
            self.slanted_chars += size if style & _SLANTED else 0
        self.space = trailing

    def glue(self, text: str) -> None:
        """Put a space between two inline elements that the page's style keeps apart."""
        if not self.pending or self.space:
            return
        last = self.pending[-1]
        if last[-1] == ":":
            self.space = text[:1].isalpha()
        elif text[:1].isupper() and len(last) > 1 and not last.isupper():
            self.space = last[-1].isalnum() or last[-1] in ".,"

    def said(self, said: Said, tag: str, started: int) -> None:
        """Note what an element says of the words in it, which began at ``started``."""
        if tag == "a" and said.href and self.here() > started:
            self.links.append(Link(started, self.here(), said.href))
        if said.mark is not None:
            self.marks.append(Mark(min(started, self.here()), self.here(), *said.mark))

    def close(self) -> None:
        """Write what is left as the last line."""
        self._write(broken=False)

    def flush(self, broken: bool = False) -> None:
        if len(self.blocks) >= _MOST_BLOCKS:
            self.space = self.length > 0
        elif self.pending:
            self._write(broken)
        else:
            self.space = False
            self.broken = self.broken and broken

    def _write(self, broken: bool) -> None:
        frame = self.frame
        if self.pending and frame is not None:
            text = "".join(self.pending)
            fold, words = folded_and_counted(text)
            self.blocks.append(
                Block(
                    start=self.at,
                    end=self.at + self.length,
                    text=text,
                    fold=fold,
                    words=words,
                    tag=frame.tag,
                    own_cues=frame.own | self.inline_cues,
                    near_cues=frame.near,
                    cues=frame.cues | self.inline_cues,
                    tags=frame.tags,
                    depth=len(frame.path),
                    path=frame.path,
                    cued=frame.cued,
                    link_chars=self.link_chars,
                    bold_chars=self.bold_chars,
                    slanted_chars=self.slanted_chars,
                    hidden=frame.hidden,
                    after_break=self.broken,
                    after_picture=self.picture,
                    item=frame.item,
                    table=frame.table,
                    listing=frame.listing,
                    look=frame.look,
                )
            )
            self.picture = False
            self.parts += (text, "\n")
            self.at += self.length + 1
            self.broken = broken
        self._begin()


def lines_of(root: Element) -> Lines:
    """Return the linearisation of a page's tree; time and memory grow with the page alone."""
    writer = _Writer()
    frame = block = OUTERMOST
    style = number = deepest = started = 0
    cues: dict[int, int] = {}
    opened: list[_Open] = []
    # No recursion: pages may be nested deeper than Python allows.
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if event == "start":
            inline = tag in INLINE
            if not inline:
                if tag in _PICTURES:
                    writer.picture = True
                if tag == "br":
                    writer.flush(broken=True)
                if tag == "br" or tag in SILENT:
                    walk.skip_subtree()
                    opened.append(None)
                    continue
            number += 1
            attributes = node.items()
            said = said_by(tag, attributes) if attributes else NOTHING
            if inline and (is_unseen(said.look) or (said.hidden and not frame.hidden)):
                # Words for screen readers stand inside sentences without being part of them.
                deepest = max(deepest, len(opened) + 1)
                walk.skip_subtree()
                opened.append(None)
                continue
            opened.append((inline, frame, block, style, said, started))
            text = node.text
            if inline:
                if attributes or tag in TAG_BITS:
                    frame = frame.inner_inline(tag, said)
                if text and (before := node.getprevious()) is not None and not before.tail:
                    writer.glue(text)
            else:
                frame = block = frame.inner(tag, said, number)
                if said.cues:
                    cues[number] = said.cues
                if writer.pending or writer.broken:
                    writer.flush()
            style |= _STYLES.get(tag, 0)
            started = writer.here() + writer.space
            deepest = max(deepest, len(opened))
            if text:
                writer.add(text, frame, block, style)
            continue
        left = opened.pop()
        if left is not None:
            began = started
            inline, frame, block, style, said, started = left
            if said is not NOTHING:
                writer.said(said, tag, began)
            if not inline and (writer.pending or writer.broken):
                writer.flush()
        if opened and (tail := node.tail):
            if tag == "span" and block.tag in HEADINGS and left is not None:
                writer.glue(tail)
            writer.add(tail, frame, block, style)
    writer.close()
    _put_in_boxes(writer.blocks)
    text = "".join(writer.parts)
    ends = len(text)
    return Lines(
        text=text,
        blocks=writer.blocks,
        links=[Link(x.start, min(x.end, ends), x.href) for x in writer.links],
        marks=[Mark(min(x.start, ends), min(x.end, ends), x.name, x.value) for x in writer.marks],
        cues=cues,
        elements=number,
        deepest=deepest,
    )


def _put_in_boxes(blocks: Sequence[Block]) -> None:
    """Set each block's `box`: as much of its path as a neighbour's, for pages go in order."""
    shared = 0
    last: Block | None = None
    for block in blocks:
        with_next = 0 if last is None else shared_start(last.path, block.path)
        if last is not None:
            last.box = last.path[: max(shared, with_next)]
        shared, last = with_next, block
    if last is not None:
        last.box = last.path[:shared]


def shared_start(path: tuple[int, ...], other: tuple[int, ...]) -> int:
    """Return how many elements two paths have in common."""
    # An element has one way down to it, so that the last one that is shared tells.
    count = min(len(path), len(other))
    while count and path[count - 1] != other[count - 1]:
        count -= 1
    return count
