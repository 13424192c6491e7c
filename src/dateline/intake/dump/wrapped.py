"""Text that was broken into lines of one width: its paragraphs whole again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dateline.text import Span, line_spans

_NARROWEST, _WIDEST = 45, 120
"""Characters of a line that may have been broken off at a page's width."""
_LEAST = 3
"""Lines that go on in small letters below, on a page that is broken into lines at least."""
_LONGER = 4
"""How many such lines come to one that is longer than any page's width, at least."""
_ENDS = re.compile(r"[.!?…:;][\"”’')\]»]*$")
_ITEM = re.compile(r"(?:[*+o#•‣▪●◦·–—-]|\d{1,3}[.)]|\[\d{1,3}\])\s")
_LONGEST_WORD = 24
_PROSE = re.compile(r"(?!https?:|www\.)\W*\w", re.IGNORECASE)
"""The first word of a line that goes on with prose: no address, no rule."""
_FIRST = re.compile(r"\S+")


def paragraphs_of(text: str) -> Sequence[Span]:
    """Return the lines of a text; where it was broken at a width, each with what goes on below.

    A line goes on below where the next line's first word had no more room in it, or begins small
    though no sentence ended.
    """
    lines = tuple(line_spans(text))
    width = _width(text, lines)
    if width is None:
        return lines
    out: list[Span] = []
    for number, line in enumerate(lines):
        if number and _goes_on(text, lines[number - 1], line, width):
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def _width(text: str, lines: Iterable[Span]) -> int | None:
    """Return the width that a text was broken at; None where it was not."""
    width, broken, longer = 0, 0, 0
    for above, below in pairwise(lines):
        if len(above) > _WIDEST:
            longer += len(above.of(text).rstrip()) > _WIDEST
            continue
        if len(above) < _NARROWEST:
            continue
        said, following = above.of(text).rstrip(), below.of(text).strip()
        if (
            len(said.lstrip()) >= _NARROWEST
            and following[:1].islower()
            and not _ITEM.match(following)
            and not _ENDS.search(said)
        ):
            broken += 1
            width = max(width, len(said))
    return width if broken >= _LEAST and longer * _LONGER <= broken else None


def _goes_on(text: str, above: Span, below: Span, width: int) -> bool:
    said, following = above.of(text).rstrip(), below.of(text)
    word = _FIRST.search(following)
    if word is None or not said or len(said) > width or _ITEM.match(following, word.start()):
        return False
    if (
        not any(map(str.isalnum, said))
        or len(word.group()) > _LONGEST_WORD
        or not _PROSE.match(word.group())
    ):
        return False
    if word.group()[0].islower() and not _ENDS.search(said):
        return True
    indent = len(said) - len(said.lstrip())
    item = _ITEM.match(said, indent) is not None
    deeper = word.start() > indent
    return len(said) + 1 + len(word.group()) > width and (deeper == item or word.start() == indent)
