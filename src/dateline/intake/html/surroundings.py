"""What stands around each block: boxes, tables and lists, cues of outer elements, distances."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.intake.html.lines import Block, Lines, shared_start
from dateline.intake.html.markup import CUE_NAMES

BOX_NAMES = (
    "top_parent", "siblings", "sibling_chars", "sibling_share", "group_link_share", "top_grand",
    "shared_depth", "below_top", "inner_words", "headed",
)  # fmt: skip
APART = 1 << CUE_NAMES.index("comment") | 1 << CUE_NAMES.index("facts")
"""Cues of what is never an article's text: readers' comments and fact boxes."""
_LONG = 18
_WHOLE = 0.5
"""Share of a page's words in an element that says something of the page, not of a part of it."""
_MOSTLY = 0.95
"""The same for what is `APART`: it may be longer than the article."""
_SINCE = 12
_FADED = tuple((level, 0.8**level) for level in (1, 2, 3))
"""What a block's prose counts for the boxes around its own, level by level."""

Path = tuple[int, ...]


class Boxes(NamedTuple):
    """What is told of a page's boxes."""

    columns: npt.NDArray[np.float32]
    """For each block, `BOX_NAMES` of its box."""
    tables: Mapping[int, int]
    """The words in each table and list, by its number; none for 0."""


class _Sum:
    __slots__ = ("blocks", "chars", "links", "number", "prose", "words")

    def __init__(self, number: int) -> None:
        self.number = number
        self.blocks = self.chars = self.links = self.prose = self.words = 0


def boxes_of(blocks: Sequence[Block], words: Sequence[int], prose: Sequence[float]) -> Boxes:
    """Return what is told of the boxes; ``prose`` is how much each block speaks for its own."""
    sums: dict[Path, _Sum] = {}
    around: dict[Path, int] = defaultdict(int)
    opens: dict[int, bool] = {}
    boxes: list[int] = []
    for block, count, worth in zip(blocks, words, prose, strict=True):
        box = block.box
        one = sums.get(box)
        if one is None:
            one = sums[box] = _Sum(len(sums))
            for number in reversed(box):
                if number in opens:
                    break
                opens[number] = block.heading > 0
        boxes.append(one.number)
        one.chars += block.end - block.start
        one.blocks += 1
        one.links += block.link_chars
        one.words += count
        if worth:
            one.prose += int(worth)
            for k, fading in _FADED:
                around[box[:-k]] += int(worth * fading)
    held = _by_element({box: one.words for box, one in sums.items()})
    everything = max(1, sum(one.prose for one in sums.values()))
    top = max(sums, key=lambda box: (sums[box].prose, box)) if everything > 1 else ()
    for box, one in sums.items():
        around[box] += one.prose
    top_grand = max(around, key=lambda box: (around[box], box), default=())
    columns: list[tuple[float, ...]] = []
    for box, one in sums.items():
        shared = shared_start(box, top)
        within = shared == len(top)
        deeper = len(box) - len(top)
        columns.append((
            within, math.log1p(one.blocks), math.log1p(one.chars), one.prose / everything,
            one.links / max(1, one.chars), box[: len(top_grand)] == top_grand,
            shared / max(1, len(top)), deeper if within else -1,
            math.log1p(held[box[len(top)]]) if within and deeper else 0.0,
            bool(box) and opens[box[-1]],
        ))  # fmt: skip
    return Boxes(np.array(columns, dtype=np.float32)[boxes], _tables(blocks, words))


def _tables(blocks: Sequence[Block], words: Sequence[int]) -> dict[int, int]:
    """Return the words in each table and list, by its number; none for 0."""
    held: dict[int, int] = defaultdict(int)
    for block, count in zip(blocks, words, strict=True):
        held[block.table] += count
        if block.listing != block.table:
            held[block.listing] += count
    held[0] = 0
    return held


def since_promo(kinds: Sequence[str]) -> list[int]:
    """Return how many blocks ago a line called for other stories or to subscribe."""
    out: list[int] = []
    ago = _SINCE
    for kind in kinds:
        out.append(ago)
        ago = 1 if kind == "promo" else min(_SINCE, ago + 1)
    return out


def far_cues(lines: Lines, words: Sequence[int], title: int) -> list[int]:
    """Return for each block the cues of all elements around it that hold a part of the page.

    What holds the headline, the block ``title`` (-1 for none), is not `APART`.
    """
    by_way: dict[Path, int] = defaultdict(int)
    for block, count in zip(lines.blocks, words, strict=True):
        by_way[block.cued] += count
    total = sum(words)
    bits = {
        number: lines.cues[number] & (-1 if count < _WHOLE * total else APART)
        for number, count in _by_element(by_way).items()
        if count < _MOSTLY * total
    }
    for number in lines.blocks[title].cued if title >= 0 else ():
        if number in bits:
            bits[number] &= ~APART
    found: dict[Path, int] = {}
    for way in by_way:
        found[way] = 0
        for number in way:
            found[way] |= bits.get(number, 0)
    return [found[block.cued] for block in lines.blocks]


def _by_element(words: Mapping[Path, int]) -> dict[int, int]:
    """Return the words in each element, by its number, from those in each way down to a block."""
    held: dict[int, int] = defaultdict(int)
    for way, count in words.items():
        for number in way:
            held[number] += count
    return held


def distances(
    words: Sequence[int], link: Sequence[float], units: Sequence[int]
) -> tuple[list[float], list[float]]:
    """Return how many blocks ago the last long block was, and how many until the next.

    ``units`` are the numbers of the tables and lists blocks stand in; each counts as one.
    """
    n = len(words)
    long = [words[i] >= _LONG and link[i] < 0.4 for i in range(n)]
    place = [0] * n
    for i in range(1, n):
        place[i] = place[i - 1] + (units[i] == 0 or units[i] != units[i - 1])
    before, after = [30.0] * n, [30.0] * n
    last = -99
    for i in range(n):
        before[i] = float(min(30, place[i] - last))
        last = place[i] if long[i] else last
    following = n + 99
    for i in range(n - 1, -1, -1):
        after[i] = float(min(30, following - place[i]))
        following = place[i] if long[i] else following
    return before, after


def smooth(values: Sequence[float]) -> npt.NDArray[np.float64]:
    """Return the mean over the five blocks around each."""
    total = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    here = np.arange(len(values))
    low, high = np.maximum(here - 2, 0), np.minimum(here + 3, len(values))
    return np.asarray((total[high] - total[low]) / (high - low))
