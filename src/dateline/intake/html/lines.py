"""The page's visible text in document order, a line per block, with what each block stands in."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from lxml import html as lxml_html

from dateline.intake.html.markup import CONTAINER_TAGS, CUES, HEADINGS, INLINE, SILENT, UNSEEN
from dateline.text import Span

_SPACE = re.compile(r"[\s\u200b\u2060\ufeff\xad]+")
_CUES = tuple((1 << n, re.compile(cue.pattern)) for n, cue in enumerate(CUES))
_ANY_CUE = re.compile("|".join(f"(?:{cue.pattern})" for cue in CUES))
_TAG_BITS = {tag: 1 << n for n, tag in enumerate(CONTAINER_TAGS)}
_UNSEEN = re.compile(UNSEEN, re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_BLOCKS = 20_000
"""Lines of a page; what comes after them is the last line."""
_LONGEST_WORD = 120
_MOST_WORDS = 24
"""Words of an element's attributes that are looked at."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Link(msgspec.Struct, frozen=True):
    """A stretch of the page's text that links somewhere."""

    start: int
    end: int
    href: str


class Mark(msgspec.Struct, frozen=True):
    """A stretch whose element says what it is: ``itemprop``, ``rel=author``, ``time``."""

    start: int
    end: int
    name: str
    value: str | None = None
    """The element's machine-readable value (``datetime``, ``content``)."""


class Block(msgspec.Struct):
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
    link_chars: int = 0
    bold_chars: int = 0
    hidden: bool = False
    after_break: bool = False
    """Whether a ``<br>`` parts it from the block before."""
    item: int = 0
    """Number of the list item it stands in, 0 outside lists."""

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
    elements: int = 0
    """How many elements the page shows."""
    deepest: int = 0
    """How deeply they are nested."""


class _Frame(msgspec.Struct):
    tag: str
    cues: int
    near: int
    up: int
    own: int
    tags: int
    path: tuple[int, ...]
    hidden: bool
    inline: bool
    item: int
    level: int


@lru_cache(maxsize=65536)
def cue_bits(word: str) -> int:
    """Return the bits of `markup.CUES` that one word of an element's attributes matches."""
    folded = _CAMEL.sub("-", word[:_LONGEST_WORD]).lower()
    if _ANY_CUE.search(folded) is None:
        return 0
    bits = 0
    for bit, pattern in _CUES:
        if pattern.search(folded):
            bits |= bit
    return bits


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
        self.broken = False
        self.space = False

    def here(self) -> int:
        return self.at + self.length

    def add(self, text: str, frame: _Frame, block: _Frame, link: bool, bold: bool) -> None:
        words = _SPACE.sub(" ", text)
        if words.startswith(" "):
            self.space = self.length > 0
            words = words[1:]
        if not words:
            return
        trailing = words.endswith(" ")
        if trailing:
            words = words[:-1]
        if self.space:
            self.pending.append(" ")
            self.length += 1
        if self.frame is None:
            self.frame = block
        self.inline_cues |= frame.own if frame.inline else 0
        self.pending.append(words)
        self.length += len(words)
        self.link_chars += len(words) if link else 0
        self.bold_chars += len(words) if bold else 0
        self.space = trailing

    def glue(self, text: str) -> None:
        """Put a space between two inline elements that the page's style keeps apart."""
        if self.pending and not self.space and text[:1].isupper():
            last = self.pending[-1]
            if len(last) > 1 and (last[-1].isalnum() or last[-1] in ".,") and not last.isupper():
                self.space = True

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
                    link_chars=self.link_chars,
                    bold_chars=self.bold_chars,
                    hidden=frame.hidden,
                    after_break=self.broken,
                    item=frame.item,
                )
            )
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
        self.space = False


def _own_cues(node: lxml_html.HtmlElement) -> int:
    bits = 0
    get = node.attrib.get
    for name in ("class", "id", "itemprop", "role", "data-testid"):
        value = get(name)
        if value:
            for word in value[:2000].split()[:_MOST_WORDS]:
                bits |= cue_bits(word)
    return bits


def _is_hidden(node: lxml_html.HtmlElement) -> bool:
    style = node.get("style")
    return node.get("hidden") is not None or (
        style is not None and _HIDDEN.search(style) is not None
    )


def _is_unseen(node: lxml_html.HtmlElement) -> bool:
    """Tell whether an element's words are for screen readers only."""
    names = node.get("class")
    return names is not None and _UNSEEN.search(names) is not None


def _entered(node: lxml_html.HtmlElement, tag: str, outer: _Frame, number: int) -> _Frame:
    bare = not len(node.attrib)
    own = 0 if bare else _own_cues(node)
    inline = tag in INLINE
    return _Frame(
        tag=outer.tag if inline else tag,
        cues=outer.cues | own,
        near=outer.near if inline else outer.own | outer.up,
        up=outer.own,
        own=own,
        tags=outer.tags | _TAG_BITS.get(tag, 0),
        path=outer.path if inline else (*outer.path[-60:], number),
        hidden=outer.hidden or (not bare and _is_hidden(node)),
        inline=inline,
        item=number if tag == "li" else outer.item,
        level=outer.level + 1,
    )


def lines_of(root: lxml_html.HtmlElement) -> Lines:
    """Return the linearisation of a page's tree; time and memory grow with the page alone."""
    writer = _Writer()
    outermost = _Frame("body", 0, 0, 0, 0, 0, (), False, False, 0, 0)
    number = deepest = 0
    # An explicit stack: pages may be nested deeper than Python recurses.
    stack: list[tuple[lxml_html.HtmlElement, _Frame, _Frame, int, bool, bool, bool]] = [
        (root, outermost, outermost, 0, False, False, False)
    ]
    while stack:
        node, outer, block, started, link, bold, leaving = stack.pop()
        tag = node.tag if isinstance(node.tag, str) else ""
        if leaving:
            if tag == "a" and (href := node.get("href")) and writer.here() > started:
                writer.links.append(Link(started, writer.here(), href))
            if len(node.attrib) and (mark := _mark_of(node, tag)) is not None:
                begun = min(started, writer.here())
                writer.marks.append(Mark(begun, writer.here(), mark[0], mark[1]))
            if tag not in INLINE:
                writer.flush()
            if node.tail and node is not root:
                writer.add(node.tail, outer, block, link, bold)
            continue
        if tag == "br":
            writer.flush(broken=True)
        if not tag or tag in SILENT or tag == "br":
            if node.tail and node is not root:
                writer.add(node.tail, outer, block, link, bold)
            continue
        number += 1
        frame = _entered(node, tag, outer, number)
        deepest = max(deepest, frame.level)
        if frame.inline and (_is_unseen(node) or (frame.hidden and not outer.hidden)):
            # Words for screen readers stand inside sentences without being part of them.
            if node.tail:
                writer.add(node.tail, outer, block, link, bold)
            continue
        if tag not in INLINE:
            writer.flush()
        elif node.text and (before := node.getprevious()) is not None and not before.tail:
            writer.glue(node.text)
        inner_block = block if frame.inline else frame
        stack.append((node, outer, block, writer.here() + writer.space, link, bold, True))
        inner_link = link or tag == "a"
        inner_bold = bold or tag in ("b", "strong")
        if node.text:
            writer.add(node.text, frame, inner_block, inner_link, inner_bold)
        stack += [
            (child, frame, inner_block, 0, inner_link, inner_bold, False)
            for child in reversed(node)
        ]
    writer.close()
    text = "".join(writer.parts)
    ends = len(text)
    return Lines(
        text=text,
        blocks=writer.blocks,
        links=[msgspec.structs.replace(x, end=min(x.end, ends)) for x in writer.links],
        marks=[
            msgspec.structs.replace(x, start=min(x.start, ends), end=min(x.end, ends))
            for x in writer.marks
        ],
        elements=number,
        deepest=deepest,
    )


def _mark_of(node: lxml_html.HtmlElement, tag: str) -> tuple[str, str | None] | None:
    value = node.get("datetime") or node.get("content")
    if name := node.get("itemprop"):
        return name, value
    if "author" in (node.get("rel") or "").split():
        return "author", None
    return ("time", value) if tag == "time" else None
