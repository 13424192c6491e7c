"""The page's visible text in document order, a line per block, with what each block stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from dateline.intake.html.attributes import cues_of, is_hidden, is_unseen, mark_of
from dateline.intake.html.markup import CONTAINER_TAGS, HEADINGS, INLINE, SILENT
from dateline.intake.html.tree import Element
from dateline.text import Span

_BREAK_HERE = "\u200b"
_JOINS = re.compile("[\xad\u2060\ufeff]")
"""Soft hyphens and joiners: they stand inside words and are not shown."""
_TAG_BITS = {tag: 1 << n for n, tag in enumerate(CONTAINER_TAGS)}
_LINKED, _BOLD, _SLANTED = 1, 2, 4
_STYLES = {"a": _LINKED, "b": _BOLD, "strong": _BOLD, "i": _SLANTED, "em": _SLANTED}
_PICTURES = frozenset("img picture video iframe svg audio amp-img".split())
_MOST_BLOCKS = 20_000
"""Lines of a page; what comes after them is the last line."""
_DEEPEST = 60
_LISTS = ("ul", "ol", "dl")
_NONE: Mapping[str, str] = {}


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

    @property
    def heading(self) -> int:
        """The level of the heading it is, 0 for none."""
        return HEADINGS.get(self.tag, 0)

    def inside(self, tag: str) -> bool:
        """Tell whether an element of that name stands around the block."""
        return bool(self.tags & _TAG_BITS[tag])


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


class _Frame(msgspec.Struct, gc=False):
    tag: str
    cues: int
    near: int
    up: int
    own: int
    tags: int
    path: tuple[int, ...]
    cued: tuple[int, ...]
    hidden: bool
    inline: bool
    item: int
    look: tuple[str, str]
    table: int
    listing: int


class _Writer:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.marks: list[Mark] = []
        self.pending: list[str] = []
        self.length = 0
        self.frame: _Frame | None = None
        self.inline_cues = 0
        self.link_chars = 0
        self.bold_chars = 0
        self.slanted_chars = 0
        self.broken = False
        self.picture = False
        self.space = False

    def here(self) -> int:
        return self.at + self.length

    def add(self, text: str, frame: _Frame, block: _Frame, style: int) -> None:
        if not text.isascii():
            text = _JOINS.sub("", text.replace(_BREAK_HERE, " "))
        words = " ".join(text.split())
        if text[:1].isspace():
            self.space = self.length > 0
        if not words:
            return
        trailing = text[-1].isspace()
        if self.space:
            self.pending.append(" ")
            self.length += 1
        if self.frame is None:
            self.frame = block
        self.inline_cues |= frame.own if frame.inline else 0
        self.pending.append(words)
        self.length += len(words)
        if style:
            self.link_chars += len(words) if style & _LINKED else 0
            self.bold_chars += len(words) if style & _BOLD else 0
            self.slanted_chars += len(words) if style & _SLANTED else 0
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

    def close(self) -> None:
        """Write what is left as the last line."""
        self._write(broken=False)

    def flush(self, broken: bool = False) -> None:
        if len(self.blocks) >= _MOST_BLOCKS:
            self.space = self.length > 0
            return
        self._write(broken)

    def _write(self, broken: bool) -> None:
        if self.pending and self.frame is not None:
            frame = self.frame
            self.blocks.append(
                Block(
                    start=self.at,
                    end=self.at + self.length,
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
            self.parts += self.pending
            self.parts.append("\n")
            self.at += self.length + 1
            self.broken = broken
        elif not broken:
            self.broken = False
        self.pending = []
        self.length = 0
        self.frame = None
        self.inline_cues = 0
        self.link_chars = 0
        self.bold_chars = 0
        self.slanted_chars = 0
        self.space = False


def _entered(
    tag: str, given: Mapping[str, str], outer: _Frame, number: int, inline: bool
) -> _Frame:
    own = cues_of(given) if given else 0
    return _Frame(
        tag=outer.tag if inline else tag,
        cues=outer.cues | own,
        near=outer.near if inline else outer.own | outer.up,
        up=outer.own,
        own=own,
        tags=outer.tags | _TAG_BITS.get(tag, 0),
        path=outer.path if inline else (*outer.path[-_DEEPEST:], number),
        cued=(*outer.cued[-_DEEPEST:], number) if own and not inline else outer.cued,
        hidden=outer.hidden or (bool(given) and is_hidden(given)),
        inline=inline,
        item=number if tag == "li" else outer.item,
        look=outer.look if inline else (outer.look[1], given.get("class", "")),
        table=outer.table or (number if tag == "table" else 0),
        listing=outer.listing or (number if tag in _LISTS else 0),
    )


def lines_of(root: Element) -> Lines:
    """Return the linearisation of a page's tree; time and memory grow with the page alone."""
    writer = _Writer()
    outermost = _Frame("body", 0, 0, 0, 0, 0, (), (), False, False, 0, ("", ""), 0, 0)
    number = deepest = 0
    cues: dict[int, int] = {}
    # An explicit stack: pages may be nested deeper than Python recurses. An element that is on it
    # with its attributes is being left.
    stack: list[tuple[Element, _Frame, _Frame, int, int, Mapping[str, str] | None, int]] = [
        (root, outermost, outermost, 0, 1, None, 0)
    ]
    while stack:
        node, outer, block, style, level, given, started = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        inline = tag in INLINE
        if given is None:
            if tag == "br":
                writer.flush(broken=True)
            elif tag in _PICTURES:
                writer.picture = True
            if not tag or tag in SILENT or tag == "br":
                if node.tail and level > 1:
                    writer.add(node.tail, outer, block, style)
                continue
            number += 1
            deepest = max(deepest, level)
            attributes = node.items()
            given = dict(attributes) if attributes else _NONE
            plain = inline and not attributes and tag not in _TAG_BITS
            frame = outer if plain else _entered(tag, given, outer, number, inline)
            if inline:
                if attributes and (is_unseen(given) or (frame.hidden and not outer.hidden)):
                    # Words for screen readers stand inside sentences without being part of them.
                    if node.tail:
                        writer.add(node.tail, outer, block, style)
                    continue
                if node.text and (before := node.getprevious()) is not None and not before.tail:
                    writer.glue(node.text)
            else:
                if frame.own:
                    cues[number] = frame.own
                writer.flush()
            started = writer.here() + writer.space
            inside = block if inline else frame
            inner = style | _STYLES.get(tag, 0)
            if node.text:
                writer.add(node.text, frame, inside, inner)
            if len(node):
                stack.append((node, outer, block, style, level, given, started))
                stack += [
                    (child, frame, inside, inner, level + 1, None, 0) for child in reversed(node)
                ]
                continue
        if given:
            if tag == "a" and (href := given.get("href")) and writer.here() > started:
                writer.links.append(Link(started, writer.here(), href))
            if (mark := mark_of(given, tag)) is not None:
                begun = min(started, writer.here())
                writer.marks.append(Mark(begun, writer.here(), mark[0], mark[1]))
        if not inline:
            writer.flush()
        if node.tail and level > 1:
            if tag == "span" and block.tag in HEADINGS:
                writer.glue(node.tail)
            writer.add(node.tail, outer, block, style)
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
    count = 0
    for a, b in zip(path, other, strict=False):
        if a != b:
            break
        count += 1
    return count
