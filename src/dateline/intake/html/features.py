"""What can be told of each block: numbers a person can check, the rows the labeller reads."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from dateline.intake.html.lines import Block, Lines
from dateline.intake.html.markup import CONTAINER_TAGS, CUE_NAMES

Matrix = npt.NDArray[np.float32]

_TEXT = (
    "chars", "words", "commas", "ends_sentence", "ends_colon", "starts_lower", "capitals", "digits",
    "link_share", "bold_share", "quote_start", "quotes", "marks", "upper", "url", "repeats",
)  # fmt: skip
_PLACE = (
    "position", "since_title", "after_title", "title_like", "heading", "is_p", "is_div", "is_li",
    "after_break", "hidden", "depth", "siblings", "sibling_chars", "sibling_share", "top_parent",
    "top_grand", "shared_depth", "group_link_share", "item_links",
)  # fmt: skip
VERDICTS = tuple(
    name + part for name in ("engine", "second", "stated") for part in ("", "_near", "_region")
)
_NEIGHBOURS = (
    "prev_words", "next_words", "prev_link", "next_link", "prev_sentence", "next_sentence",
    "prev_heading", "next_heading", "words_around", "link_around", "since_long", "until_long",
    "prev_top", "next_top",
)  # fmt: skip

NAMES: tuple[str, ...] = (
    *_TEXT,
    *_PLACE,
    *VERDICTS,
    *_NEIGHBOURS,
    *(f"own_{name}" for name in CUE_NAMES),
    *(f"near_{name}" for name in CUE_NAMES),
    *(f"under_{name}" for name in CONTAINER_TAGS),
)

_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…。！？।]['\"”’»)\]]*$")
_FOLD = re.compile(r"[\W_]+")
_URL = re.compile(r"https?:|www\.|@\w|#\w|\.com\b")
_MARKS = re.compile("[|·•©→»]")
_LONG = 18
_OPENING = 240
"""Characters of a block whose letters and marks are counted."""
_SAME = 120
_HALF = 40
APART = sum(
    1 << CUE_NAMES.index(name) for name in ("comment", "related", "footer", "hidden", "bio", "menu")
)
"""Cues of what stands beside an article."""
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def folded(text: str) -> str:
    """Return letters and digits alone, for comparing texts that were laid out differently."""
    return _FOLD.sub("", text).casefold()


def words_in(text: str) -> int:
    """Count words; scripts without spaces count two characters a word."""
    wide = len(_CJK.findall(text)) if not text.isascii() else 0
    return len(_WORD.findall(text)) + wide // 2


def features_of(
    lines: Lines,
    *,
    titles: Sequence[str],
    engine: str,
    second: str,
    stated: str,
) -> tuple[Matrix, npt.NDArray[np.float64]]:
    """Return a row per block in the order of `NAMES`, and the blocks' words.

    ``titles`` are the headlines the page's metadata states; ``engine`` and ``second`` are the texts
    two extractors took for the article and ``stated`` what the page states as its article, all
    `folded`.
    """
    blocks = lines.blocks
    if not blocks:
        return np.zeros((0, len(NAMES)), dtype=np.float32), np.zeros(0)
    texts = [block.span.of(lines.text) for block in blocks]
    folds = [folded(text) for text in texts]
    counts = Counter(folds)
    n = len(blocks)
    words = [words_in(text) for text in texts]
    sentence = [bool(_SENTENCE_END.search(text[-8:])) for text in texts]
    link = [block.link_chars / max(1, len(block.span)) for block in blocks]
    in_engine = [_verdict(fold, engine) for fold in folds]
    in_second = [_verdict(fold, second) for fold in folds]
    in_stated = [_verdict(fold, stated) for fold in folds]
    group_chars: Counter[tuple[int, ...]] = Counter()
    group_size: Counter[tuple[int, ...]] = Counter()
    group_link: Counter[tuple[int, ...]] = Counter()
    good: Counter[tuple[int, ...]] = Counter()
    grand: Counter[tuple[int, ...]] = Counter()
    parents = [
        block.path[:-1] if block.tag not in ("div", "body") else block.path for block in blocks
    ]
    for i, block in enumerate(blocks):
        parent = parents[i]
        size = len(block.span)
        group_chars[parent] += size
        group_size[parent] += 1
        group_link[parent] += block.link_chars
        if words[i] >= 8 and link[i] < 0.4 and not block.inside("footer"):
            worth = size * (1.0 if sentence[i] else 0.3) * (0.1 if block.hidden else 1.0)
            worth *= (0.2 if block.cues & APART else 1.0) * (3.0 if in_engine[i] > 0 else 1.0)
            good[parent] += int(worth)
            for k in range(1, 4):
                grand[parent[:-k]] += int(worth * (0.8**k))
    everything = max(1, sum(good.values()))
    top = max(good, key=lambda key: (good[key], key), default=())
    both = Counter(good)
    for key, value in grand.items():
        both[key] += value
    top_grand = max(both, key=lambda key: (both[key], key), default=())
    title = _title_at(blocks, folds, [folded(words) for words in titles if words])
    engine_region = _region(in_engine, words)
    second_region = _region(in_second, words)
    stated_region = _region(in_stated, words)
    top_flags = [parent[: len(top)] == top for parent in parents]
    before, after = _distances(words, link)
    running_words = _smooth([min(w, 60) for w in words])
    running_link = _smooth(link)
    out: list[list[float]] = []
    title_folds = {folded(words) for words in titles if words}
    for i, block in enumerate(blocks):
        text = texts[i]
        size = max(1, len(text))
        parent = parents[i]
        p, q = max(0, i - 1), min(n - 1, i + 1)
        start = text[:_OPENING]
        upper = sum(1 for token in start.split() if token[:1].isupper())
        row = [
            math.log1p(size), math.log1p(words[i]), text.count(",") / size * 100, sentence[i],
            text.endswith(":"), text[:1].islower(), upper / max(1, min(words[i], _OPENING // 6)),
            sum(map(str.isdigit, start)) / len(start), link[i], block.bold_chars / size,
            text[:1] in "\"“„«‘'", text.count('"') + text.count("“"),
            len(_MARKS.findall(start)), start.isupper(), bool(_URL.search(start)),
            min(5, counts[folds[i]]),
            i / n, max(-40, min(120, i - title)), i > title, folds[i] in title_folds,
            block.heading, block.tag == "p", block.tag == "div", block.tag == "li",
            block.after_break, block.hidden, block.depth, math.log1p(group_size[parent]),
            math.log1p(group_chars[parent]), good[parent] / everything, top_flags[i],
            parent[: len(top_grand)] == top_grand, _shared(block.path, top) / max(1, len(top)),
            group_link[parent] / max(1, group_chars[parent]), block.inside("li") and link[i] > 0.8,
            in_engine[i], in_engine[p] + in_engine[q], engine_region[i],
            in_second[i], in_second[p] + in_second[q], second_region[i],
            in_stated[i], in_stated[p] + in_stated[q], stated_region[i],
            math.log1p(words[p]), math.log1p(words[q]), link[p], link[q], sentence[p], sentence[q],
            blocks[p].heading, blocks[q].heading, running_words[i], running_link[i], before[i],
            after[i], top_flags[p], top_flags[q],
        ]  # fmt: skip
        out.append(row)
    matrix = np.concatenate(
        [
            np.array(out, dtype=np.float32),
            _bits([block.own_cues for block in blocks], len(CUE_NAMES)),
            _bits([block.near_cues for block in blocks], len(CUE_NAMES)),
            _bits([block.tags for block in blocks], len(CONTAINER_TAGS)),
        ],
        axis=1,
    )
    return matrix, np.array(words, dtype=np.float64)


def _bits(values: Sequence[int], width: int) -> Matrix:
    """Return a column per bit."""
    column = np.array(values, dtype=np.int64)[:, None]
    return ((column >> np.arange(width)) & 1).astype(np.float32)


def _verdict(fold: str, text: str) -> float:
    """Return 1 for found, -1 for missing, 0 when there is nothing to look in."""
    if not text or not fold:
        return 0.0
    if fold[:_SAME] in text and fold[-_SAME:] in text:
        return 1.0
    # Words that only one of the two readers leaves out must not hide the rest of a paragraph.
    half = len(fold) // 2
    if half >= _HALF and (fold[:half][:_SAME] in text or fold[-half:][-_SAME:] in text):
        return 0.7
    return -1.0


def _region(found: Sequence[float], words: Sequence[int]) -> list[float]:
    """Tell for each block whether it lies between the first and last long block found."""
    where = [i for i, value in enumerate(found) if value > 0 and words[i] >= 8]
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


def _shared(path: tuple[int, ...], other: tuple[int, ...]) -> int:
    count = 0
    for a, b in zip(path, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _distances(words: Sequence[int], link: Sequence[float]) -> tuple[list[float], list[float]]:
    """Return how many blocks ago the last long block was, and how many until the next."""
    n = len(words)
    long = [words[i] >= _LONG and link[i] < 0.4 for i in range(n)]
    before, after = [30.0] * n, [30.0] * n
    last = -99
    for i in range(n):
        before[i] = float(min(30, i - last))
        last = i if long[i] else last
    following = n + 99
    for i in range(n - 1, -1, -1):
        after[i] = float(min(30, following - i))
        following = i if long[i] else following
    return before, after


def _smooth(values: Sequence[float]) -> list[float]:
    """Return the mean over the five blocks around each."""
    total = [0.0]
    for value in values:
        total.append(total[-1] + value)
    n = len(values)
    return [
        (total[min(n, i + 3)] - total[max(0, i - 2)]) / (min(n, i + 3) - max(0, i - 2))
        for i in range(n)
    ]
