"""Which blocks of a page are its article: an extractor's verdict weighed with the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from dateline.intake.dump.forest import BODY, SURELY_NOT, Chain
from dateline.intake.dump.furniture import asking
from dateline.intake.html.features import BESIDE, NAMES, Matrix, features_of
from dateline.intake.html.lines import Block, Lines
from dateline.intake.html.metadata import Metadata
from dateline.intake.html.second import SECOND_NAMES, second_rows
from dateline.intake.html.tree import Tree
from dateline.intake.html.wording import folded
from dateline.intake.trees import Forest, load

WEIGHTS = Path(__file__).with_name("weights.npz")

_APART = [NAMES.index(name) for name in ("far_comment", "far_facts")]
_STATED_LEAST = 400
"""Characters below which a stated article text is a summary."""
_DEEP = 400
"""Nesting beyond which no extractor is asked: it recurses."""
_MANY = 40_000
"""Elements beyond which no extractor is asked: it would take seconds."""
_MOST_BLOCKS = 8_000
"""Lines beyond which a page is read by a rule: no article has as many."""
_PROSE_WORDS = 10
_SMALL = 6
"""Paragraphs of an article that is told by its place alone."""
_BESIDE = ("nav", "aside", "footer", "form")
_PROSE_LINKS = 0.3
_REPEATED_WORDS = 6
_ITEM_WORDS = 8
_LIST_PROSE = 0.8
"""Share of a list's words that stand in items of prose."""
_HARDLY = -2.0
"""Log-odds below which an item of such a list is not of the article."""


def engine_text(tree: Tree, lines: Lines) -> str:
    """Return what resiliparse takes for the article; empty for what is too much for it."""
    if lines.deepest > _DEEP or lines.elements > _MANY:
        return ""
    return extract_plain_text(
        HTMLTree.parse(tree.markup), main_content=True, alt_texts=False, links=False
    )


def rows_of(tree: Tree, lines: Lines, metadata: Metadata) -> tuple[Matrix, npt.NDArray[np.float64]]:
    """Return the features of each block and the blocks' words."""
    stated = re.sub(r"<[^<>]*>", " ", metadata.body) if len(metadata.body) > _STATED_LEAST else ""
    return features_of(
        lines,
        titles=metadata.headlines[:4],
        engine=folded(engine_text(tree, lines)),
        stated=folded(stated),
        writers=metadata.authors,
        description=metadata.description or "",
    )


class Labeller(NamedTuple):
    """Two forests, the second of which also sees the first one's scores, and the chain."""

    first: Forest
    second: Forest
    chain: Chain

    def flags(self, lines: Lines, rows: Matrix, words: npt.NDArray[np.float64]) -> list[bool]:
        """Tell for each block whether it is of the article."""
        ruled_out = ruled_out_of(lines, rows, words)
        first = np.where(ruled_out, SURELY_NOT, self.first.scores(rows))
        both = second_rows(rows, first, lines.blocks, words)
        scores = np.where(ruled_out, SURELY_NOT, self.second.scores(both))
        return body_flags(lines, scores, words, self.chain)


def ruled_out_of(
    lines: Lines, rows: Matrix, words: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    """Tell which blocks are never the article's: comments, fact boxes, requests."""
    asks = asking([block.text for block in lines.blocks], words.tolist())
    return np.array(asks, dtype=np.bool_) | (rows[:, _APART] > 0).any(axis=1)


@cache
def trained() -> Labeller:
    """Load the weights that ship with the package, once."""
    first, second, chain = load(WEIGHTS, (*NAMES, *SECOND_NAMES))
    return Labeller(first, second, Chain(*chain))


def body_flags(
    lines: Lines, scores: npt.NDArray[np.float64], words: npt.NDArray[np.float64], chain: Chain
) -> list[bool]:
    """Tell for each block whether it is of the article.

    What an element repeats of another one counts once: pages hold a copy for small screens.
    """
    states = chain.best_path(scores, words)
    seen: dict[str, tuple[int, ...]] = {}
    flags: list[bool] = []
    for block, state, count in zip(lines.blocks, states.tolist(), words.tolist(), strict=True):
        flag = state == BODY
        if flag and count >= _REPEATED_WORDS:
            flag = seen.setdefault(block.text, block.box) == block.box
        flags.append(flag)
    return _with_lists(lines, flags, scores, words)


def _with_lists(
    lines: Lines,
    flags: list[bool],
    scores: npt.NDArray[np.float64],
    words: npt.NDArray[np.float64],
) -> list[bool]:
    """Add lists of prose that stand between two paragraphs of the article, in their box.

    Items that are surely not the article's are left out.
    """
    blocks = lines.blocks
    begin = 0
    for _, group in groupby(blocks, key=lambda block: block.listing):
        size = sum(1 for _ in group)
        end = begin + size
        before = begin - 1 - (begin > 1 and blocks[begin - 1].heading > 0)
        if (
            blocks[begin].listing
            and before >= 0
            and end < len(blocks)
            and flags[before]
            and flags[end]
            and blocks[before].box == blocks[end].box
        ):
            prose = [_is_item(blocks[i], words[i]) for i in range(begin, end)]
            if (words[begin:end] * prose).sum() >= _LIST_PROSE * words[begin:end].sum():
                for i in range(begin, end):
                    flags[i] = flags[i] or bool(scores[i] > _HARDLY)
        begin = end
    return flags


def _is_item(block: Block, words: float) -> bool:
    return words >= _ITEM_WORDS and block.link_chars <= _PROSE_LINKS * len(block.text)


def article_blocks(tree: Tree, lines: Lines, metadata: Metadata) -> Sequence[bool]:
    """Tell for each block of a page whether it belongs to the article's text."""
    if not lines.blocks:
        return []
    if len(lines.blocks) > _MOST_BLOCKS:
        return [_is_prose(block) for block in lines.blocks]
    rows, words = rows_of(tree, lines, metadata)
    return trained().flags(lines, rows, words)


def small_article(lines: Lines, headline: int | None) -> list[bool]:
    """Tell which blocks are the article of a page of a few lines, where nothing else stands out.

    ``headline`` is the index of the line that shows it. The text is what is prose below it, in the
    page's ``article`` or ``main`` where there is one; where other prose stands too, none is taken.
    """
    prose = [
        _is_prose(block)
        and not block.hidden
        and not any(block.inside(tag) for tag in _BESIDE)
        and not block.cues & BESIDE
        for block in lines.blocks
    ]
    within = next(
        (
            tag
            for tag in ("article", "main")
            if any(
                flag and block.inside(tag) for flag, block in zip(prose, lines.blocks, strict=True)
            )
        ),
        None,
    )
    after = headline if headline is not None else _first_heading(lines)
    if after is None:
        return [False] * len(prose)
    flags = [
        flag and i > after and (within is None or block.inside(within))
        for i, (flag, block) in enumerate(zip(prose, lines.blocks, strict=True))
    ]
    chosen = [block for block, flag in zip(lines.blocks, flags, strict=True) if flag]
    one_box = len({block.box for block in chosen}) == 1
    return flags if one_box and len(chosen) <= _SMALL else [False] * len(prose)


def _first_heading(lines: Lines) -> int | None:
    return next((i for i, block in enumerate(lines.blocks) if block.heading), None)


def _is_prose(block: Block) -> bool:
    return block.words >= _PROSE_WORDS and block.link_chars <= _PROSE_LINKS * len(block.text)
