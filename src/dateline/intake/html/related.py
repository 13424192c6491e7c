"""Other stories on the page: linked headlines outside the article, with their teasers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

import msgspec

from dateline.intake.address import whole_address
from dateline.intake.dump.related import Item, pointer_in, reads_as_headline, reads_as_teaser
from dateline.intake.html.lines import Block, Lines, Link, shared_start
from dateline.intake.html.markup import CUE_NAMES
from dateline.intake.html.wording import folded
from dateline.text import Span

_APART = sum(1 << CUE_NAMES.index(name) for name in ("menu", "comment", "share", "byline", "tags"))
_MOST = 80
"""Other stories taken from one page."""
_WHOLE = 0.8
"""Share of a block that a headline's link covers."""
_NEAR = 3
"""Blocks after a headline within which its teaser stands."""
_MIN_WORDS = 4


class Other(msgspec.Struct, frozen=True):
    """Another story: its headline and teaser as spans, and where it links to."""

    item: Item
    url: str | None
    blocks: tuple[int, ...]


def others_on(
    lines: Lines, owners: Mapping[int, Link], taken: Sequence[bool], base: str | None
) -> list[Other]:
    """Return the other stories of a page; ``taken`` blocks are the article's own.

    ``owners`` is of `links_by_block`.
    """
    out: list[Other] = []
    seen: set[str] = set()
    here = _address(base, base)
    for index, block in enumerate(lines.blocks):
        link = owners.get(index)
        if link is None or taken[index] or len(out) >= _MOST or not _may_be_headline(block):
            continue
        url = _address(base, link.href)
        if url is not None and url == here:
            continue
        words = block.text
        head = Span(block.start + pointer_in(words), block.end)
        key = folded(head.of(lines.text))
        if key in seen:
            continue
        seen.add(key)
        teaser = _teaser_after(lines, taken, index)
        out.append(
            Other(
                item=Item(
                    headline=head,
                    teaser=(lines.blocks[teaser].span,) if teaser is not None else (),
                ),
                url=url,
                blocks=(index,) if teaser is None else (index, teaser),
            )
        )
    return out


def pointers_on(lines: Lines, owners: Mapping[int, Link]) -> list[int]:
    """Return the blocks that point to another story (``Read also:`` and a linked headline)."""
    out: list[int] = []
    for index in owners:
        words = lines.blocks[index].text
        pointer = pointer_in(words)
        if pointer and reads_as_headline(words[pointer:]):
            out.append(index)
    return out


def links_by_block(lines: Lines) -> dict[int, Link]:
    """Return for each block the link that covers most of it."""
    out: dict[int, Link] = {}
    links = sorted(lines.links, key=lambda link: (link.start, -link.end))
    at = 0
    open_links: list[Link] = []
    for index, block in enumerate(lines.blocks):
        while at < len(links) and links[at].start < block.end:
            open_links.append(links[at])
            at += 1
        if not open_links:
            continue
        open_links = [link for link in open_links if link.end > block.start]
        best = max(
            open_links,
            key=lambda link: min(link.end, block.end) - max(link.start, block.start),
            default=None,
        )
        if best is not None:
            shared = min(best.end, block.end) - max(best.start, block.start)
            pointer = pointer_in(block.text)
            if shared >= _WHOLE * (len(block.span) - pointer):
                out[index] = best
    return out


def _may_be_headline(block: Block) -> bool:
    if block.inside("nav") or block.inside("footer") or block.cues & _APART:
        return False
    words = block.text
    return len(words.split()) >= _MIN_WORDS and reads_as_headline(words)


def _teaser_after(lines: Lines, taken: Sequence[bool], index: int) -> int | None:
    """Return the block that is a headline's teaser: running text under the same element."""
    head = lines.blocks[index]
    words = head.text
    for after in range(index + 1, min(index + 1 + _NEAR, len(lines.blocks))):
        block = lines.blocks[after]
        if taken[after] or not _same_card(head, block):
            return None
        if reads_as_teaser(block.text, words):
            return after
    return None


def _same_card(head: Block, block: Block) -> bool:
    """Tell whether two blocks stand under one item or one close element."""
    if head.item or block.item:
        return head.item == block.item
    shared = shared_start(head.path, block.path)
    return shared >= max(len(head.path), len(block.path)) - 3


def _address(base: str | None, href: str | None) -> str | None:
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    address = whole_address(href.strip(), base)
    if address is None:
        return None
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return address.split("#")[0]
