"""What can be told of each block: numbers a person can check, the rows the labeller reads."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.furniture import furniture_kind
from dateline.intake.html.lines import Block, Lines
from dateline.intake.html.markup import CONTAINER_TAGS, CUE_NAMES
from dateline.intake.html.surroundings import (
    APART,
    BOX_NAMES,
    boxes_of,
    distances,
    far_cues,
    since_promo,
    smooth,
)
from dateline.intake.html.wording import folded

Matrix = npt.NDArray[np.float32]

_TEXT = (
    "chars", "commas", "ends_colon", "starts_lower", "capitals", "digits", "quote_start", "quotes",
    "marks", "upper", "url",
)  # fmt: skip
_SAID = ("names_writer", "opens_with_writer", "described", "title_like")
_SHARES = ("repeats", "link_share", "bold_share", "slanted_share")
_WORDED = ("promo_words", "credit_words", "caption_words", "notice_words")
_BLOCK = (
    "is_p", "is_div", "is_li", "is_cell", "after_break", "after_picture", "hidden", "depth",
)  # fmt: skip
_PLACE = (
    "words", "ends_sentence", "since_promo", "position", "since_title", "after_title", "heading",
    "before_picture", "table_words", "list_words",
)  # fmt: skip
VERDICTS = tuple(name + part for name in ("engine", "stated") for part in ("", "_near", "_region"))
_NEIGHBOURS = (
    *(f"{side}_{what}" for what in ("words", "link", "sentence", "heading", "top")
      for side in ("prev", "next")),
    "words_around", "link_around", "since_long", "until_long",
)  # fmt: skip

NAMES: tuple[str, ...] = (
    *_TEXT,
    *_SAID,
    *_SHARES,
    *_WORDED,
    *BOX_NAMES,
    *_BLOCK,
    "item_links",
    *_PLACE,
    *VERDICTS,
    *_NEIGHBOURS,
    *(f"own_{name}" for name in CUE_NAMES),
    *(f"near_{name}" for name in CUE_NAMES),
    *(f"far_{name}" for name in CUE_NAMES),
    *(f"under_{name}" for name in CONTAINER_TAGS),
)

_SENTENCE_END = re.compile(r"[.!?…。！？।]['\"”’»)\]]*$")
_DIGIT = re.compile(r"\d")
_QUOTES = frozenset("\"“„«‘'")
_CELLS = ("td", "th")
_LEAST_WORDS = 8
_PROSE_LINKS = 0.4
_URL = re.compile(r"https?:|www\.|@\w|#\w|\.com\b")
_MARKS = re.compile("[|·•©→»]")
_OPENING = 240
"""Characters of a block whose letters and marks are counted."""
_SAME = 120
_LEAST_NAME = 6
_LINKED = 0.8
_HALF = 40
BESIDE = sum(
    1 << CUE_NAMES.index(name) for name in ("comment", "related", "footer", "hidden", "bio", "menu")
)
"""Cues of what stands beside an article."""


def features_of(
    lines: Lines,
    *,
    titles: Sequence[str],
    engine: str,
    stated: str,
    writers: Sequence[str],
    description: str,
) -> tuple[Matrix, npt.NDArray[np.float64]]:
    """Return a row per block in the order of `NAMES`, and the blocks' words.

    ``titles`` are the headlines the page's metadata states, ``writers`` and ``description`` what it
    states so; ``engine`` is the text that the extractor took for the article and ``stated`` what
    the page states as its article, both `folded`.
    """
    blocks = lines.blocks
    n = len(blocks)
    if not n:
        return np.zeros((0, len(NAMES)), dtype=np.float32), np.zeros(0)
    texts = [block.text for block in blocks]
    folds = [block.fold for block in blocks]
    words = [block.words for block in blocks]
    link = [block.link_chars / len(text) for block, text in zip(blocks, texts, strict=True)]
    sentence = [_SENTENCE_END.search(text[-8:]) is not None for text in texts]
    heading = [block.heading for block in blocks]
    title_folds = [folded(title) for title in titles if title]
    title = _title_at(blocks, folds, title_folds)
    far = far_cues(lines, words, title)
    kinds = [
        "other" if share > _LINKED else furniture_kind(text, near_article=True)
        for text, share in zip(texts, link, strict=True)
    ]
    in_engine = [_verdict(fold, engine) for fold in folds]
    in_stated = [_verdict(fold, stated) for fold in folds]
    prose = [
        _worth(block, share, ends, bool(cues & APART), found) if count >= _LEAST_WORDS else 0.0
        for block, share, ends, cues, found, count in zip(
            blocks, link, sentence, far, in_engine, words, strict=True
        )
    ]
    boxes = boxes_of(blocks, words, prose)
    said = _Said.of(writers, description, title_folds)
    counts = Counter(folds)
    here = np.arange(n)
    told = [
        (*_of_text(text, count), *said.by(fold), min(5, counts[fold]), share,
         block.bold_chars / len(text), block.slanted_chars / len(text),
         kind == "promo", kind == "credit", kind == "caption", kind == "copyright")
        for block, text, fold, count, share, kind in zip(
            blocks, texts, folds, words, link, kinds, strict=True
        )
    ]  # fmt: skip
    built = [
        (*_of_block(block), share > _LINKED and block.inside("li"))
        for block, share in zip(blocks, link, strict=True)
    ]
    log_words = np.log1p(words)
    in_top = boxes.columns[:, 0]
    before, after = distances(words, link, [block.table or block.listing for block in blocks])
    columns: list[npt.ArrayLike] = [
        log_words, sentence, since_promo(kinds), here / n, np.clip(here - title, -40, 120),
        here > title, heading, [*(block.after_picture for block in blocks[1:]), False],
        np.log1p([boxes.tables[block.table] for block in blocks]),
        np.log1p([boxes.tables[block.listing] for block in blocks]),
        in_engine, _both(in_engine), _region(in_engine, words),
        in_stated, _both(in_stated), _region(in_stated, words),
        *_sides(log_words), *_sides(link), *_sides(sentence), *_sides(heading), *_sides(in_top),
        smooth([min(count, 60) for count in words]), smooth(link), before, after,
    ]  # fmt: skip
    matrix = np.concatenate(
        [
            _matrix(told),
            boxes.columns,
            _matrix(built),
            np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1),
            _bits([block.own_cues for block in blocks], len(CUE_NAMES)),
            _bits([block.near_cues for block in blocks], len(CUE_NAMES)),
            _bits(far, len(CUE_NAMES)),
            _bits([block.tags for block in blocks], len(CONTAINER_TAGS)),
        ],
        axis=1,
    )
    return matrix, np.array(words, dtype=np.float64)


def _of_text(text: str, words: int) -> tuple[float, ...]:
    """Return what a block's words look like: `_TEXT`."""
    start = text[:_OPENING]
    first = text[0]
    capitals = sum([token[0].isupper() for token in start.split()])
    return (
        math.log1p(len(text)), text.count(",") / len(text) * 100, text[-1] == ":", first.islower(),
        capitals / max(1, min(words, _OPENING // 6)), len(_DIGIT.findall(start)) / len(start),
        first in _QUOTES, text.count('"') + text.count("“"), len(_MARKS.findall(start)),
        start.isupper(), _URL.search(start) is not None,
    )  # fmt: skip


def _of_block(block: Block) -> tuple[float, ...]:
    """Return what a block is: `_BLOCK`."""
    tag = block.tag
    return (
        tag == "p", tag == "div", tag == "li", tag in _CELLS, block.after_break,
        block.after_picture, block.hidden, block.depth,
    )  # fmt: skip


def _worth(block: Block, link: float, sentence: bool, apart: bool, found: float) -> float:
    """Return how much the box of a block may be the article's, for this block."""
    if link >= _PROSE_LINKS or apart or block.inside("footer"):
        return 0.0
    worth = len(block.span) * (1.0 if sentence else 0.3) * (0.1 if block.hidden else 1.0)
    return worth * (0.2 if block.cues & BESIDE else 1.0) * (3.0 if found > 0 else 1.0)


class _Said(NamedTuple):
    """What the metadata states, folded, to be found in blocks."""

    names: tuple[str, ...]
    description: str
    titles: frozenset[str]

    @classmethod
    def of(cls, writers: Sequence[str], description: str, titles: Sequence[str]) -> _Said:
        names = tuple(name for words in writers if len(name := folded(words)) >= _LEAST_NAME)
        return cls(names, folded(description), frozenset(titles))

    def by(self, fold: str) -> tuple[bool, bool, bool, bool]:
        """Return `_SAID` of a block."""
        return (
            any(name in fold for name in self.names),
            fold.startswith(self.names),
            bool(self.description) and fold[:_SAME] in self.description,
            fold in self.titles,
        )


def _sides(values: npt.ArrayLike) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the value of the block before each and of that after it, its own at the ends."""
    column = np.asarray(values, dtype=np.float64)
    return np.concatenate([column[:1], column[:-1]]), np.concatenate([column[1:], column[-1:]])


def _matrix(rows: Sequence[tuple[float, ...]]) -> Matrix:
    return np.fromiter(chain.from_iterable(rows), dtype=np.float32).reshape(len(rows), -1)


def _both(values: npt.ArrayLike) -> npt.NDArray[np.float64]:
    before, after = _sides(values)
    return before + after


def _bits(values: Sequence[int], width: int) -> Matrix:
    """Return a column per bit."""
    column = np.array(values, dtype=np.int64)[:, None]
    return ((column >> np.arange(width)) & 1).astype(np.float32)


def _verdict(fold: str, text: str) -> float:
    """Return 1 for found, -1 for missing, 0 when there is nothing to look in."""
    if not text or not fold:
        return 0.0
    if fold[:_SAME] in text and (len(fold) <= _SAME or fold[-_SAME:] in text):
        return 1.0
    # Words that only one of the two readers leaves out must not hide the rest of a paragraph.
    half = len(fold) // 2
    if half >= _HALF and (fold[:half][:_SAME] in text or fold[-half:][-_SAME:] in text):
        return 0.7
    return -1.0


def _region(found: Sequence[float], words: Sequence[float]) -> list[float]:
    """Tell for each block whether it lies between the first and last long block found."""
    where = [i for i, value in enumerate(found) if value > 0 and words[i] > 7.5]
    if not where:
        return [0.0] * len(found)
    return [1.0 if where[0] <= i <= where[-1] else -1.0 for i in range(len(found))]


def _title_at(blocks: Sequence[Block], folds: Sequence[str], titles: Sequence[str]) -> int:
    """Return the index of the block that is the headline, -1 when none is."""
    best, at = 0.0, -1
    for i, block in enumerate(blocks):
        value = 0.0
        if folds[i] and folds[i] in titles:
            value = 2.0 + (block.heading == 1) + 0.5 * (block.heading == 2)
        elif block.heading == 1 and len(folds[i]) > 12:
            value = 1.5
        if value > best:
            best, at = value, i
    return at
