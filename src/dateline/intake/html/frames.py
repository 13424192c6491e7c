"""The elements around a place of the page: what its lines take from them."""

from __future__ import annotations

import msgspec

from dateline.intake.html.attributes import Said
from dateline.intake.html.markup import TAG_BITS

_DEEPEST = 60
_LISTS = ("ul", "ol", "dl")


class Frame(msgspec.Struct, gc=False):
    """An element that is open, and what stands around it; the fields are `Block`'s."""

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

    def inner(self, tag: str, said: Said, number: int) -> Frame:
        """Return the frame of an element in it that breaks lines."""
        own = said.cues
        bits = TAG_BITS.get(tag, 0)
        item, table, listing = self.item, self.table, self.listing
        if not bits:
            pass
        elif tag == "li":
            item = number
        elif tag == "table":
            table = table or number
        elif tag in _LISTS:
            listing = listing or number
        return Frame(
            tag,
            self.cues | own,
            self.own | self.up,
            self.own,
            own,
            self.tags | bits,
            (*self.path[-_DEEPEST:], number),
            (*self.cued[-_DEEPEST:], number) if own else self.cued,
            self.hidden or said.hidden,
            False,
            item,
            (self.look[1], said.look),
            table,
            listing,
        )

    def inner_inline(self, tag: str, said: Said) -> Frame:
        """Return the frame of an element in it that breaks no line."""
        own = said.cues
        return Frame(
            self.tag,
            self.cues | own,
            self.near,
            self.own,
            own,
            self.tags | TAG_BITS.get(tag, 0),
            self.path,
            self.cued,
            self.hidden or said.hidden,
            True,
            self.item,
            self.look,
            self.table,
            self.listing,
        )


OUTERMOST = Frame("body", 0, 0, 0, 0, 0, (), (), False, False, 0, ("", ""), 0, 0)
