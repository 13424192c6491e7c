"""Which blocks of a page are its article: two extractors' verdicts weighed with the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import trafilatura
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from dateline.intake.dump.forest import BODY, Chain, Forest
from dateline.intake.dump.furniture import asks_reader
from dateline.intake.html.features import APART, NAMES, Matrix, features_of, folded, words_in
from dateline.intake.html.lines import Block, Lines
from dateline.intake.html.metadata import Metadata
from dateline.intake.html.second import SECOND_NAMES, second_rows
from dateline.intake.html.tree import Tree

WEIGHTS = Path(__file__).with_name("weights.npz")

_SURELY_NOT = -4.0
"""The log-odds of a line that asks the reader to do something."""
_STATED_LEAST = 400
"""Characters below which a stated article text is a summary."""
_DEEP = 400
"""Nesting beyond which no extractor is asked: they recurse."""
_MANY = 40_000
"""Elements beyond which no extractor is asked: it would take seconds."""
_ROWS_AT_ONCE = 1024
_MOST_BLOCKS = 8_000
"""Lines beyond which a page is read by a rule: no article has as many."""
_PROSE_WORDS = 10
_SMALL = 6
"""Paragraphs of an article that is told by its place alone."""
_BESIDE = ("nav", "aside", "footer", "form")
_PROSE_LINKS = 0.3
_REPEATED_WORDS = 6


def engine_texts(tree: Tree, lines: Lines) -> tuple[str, str]:
    """Return what trafilatura and resiliparse take for the article; empty for what is too much."""
    if lines.deepest > _DEEP or lines.elements > _MANY:
        return "", ""
    try:
        first = trafilatura.extract(tree.root, fast=True, include_comments=False) or ""
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        # The extractor's own slips on broken trees; the other features carry the decision then.
        first = ""
    return first, extract_plain_text(
        HTMLTree.parse(tree.markup), main_content=True, alt_texts=False, links=False
    )


def rows_of(tree: Tree, lines: Lines, metadata: Metadata) -> tuple[Matrix, npt.NDArray[np.float64]]:
    """Return the features of each block and the blocks' words."""
    stated = re.sub(r"<[^<>]*>", " ", metadata.body) if len(metadata.body) > _STATED_LEAST else ""
    first, second = engine_texts(tree, lines)
    return features_of(
        lines,
        titles=metadata.headlines[:4],
        engine=folded(first),
        second=folded(second),
        stated=folded(stated),
    )


class Labeller(NamedTuple):
    """Two forests, the second of which also sees the first one's scores, and the chain."""

    first: Forest
    second: Forest
    chain: Chain

    def flags(self, lines: Lines, rows: Matrix, words: npt.NDArray[np.float64]) -> list[bool]:
        """Tell for each block whether it is of the article."""
        both = second_rows(rows, scores_of(self.first, rows), lines.blocks, words)
        return body_flags(lines, scores_of(self.second, both), words, self.chain)


@cache
def trained() -> Labeller:
    """Load the weights that ship with the package, once."""
    with np.load(WEIGHTS, allow_pickle=False) as data:
        if tuple(str(name) for name in data["names"]) != (*NAMES, *SECOND_NAMES):
            message = f"{WEIGHTS.name} was trained on other features; train it again"
            raise ValueError(message)
        first, second = (
            Forest(
                data[f"{name}_feature"],
                data[f"{name}_threshold"],
                data[f"{name}_leaf"],
                float(data[f"{name}_bias"]),
            )
            for name in ("first", "second")
        )
        start, gap, scale = (float(value) for value in data["chain"])
    return Labeller(first, second, Chain(start, gap, scale))


def scores_of(forest: Forest, rows: Matrix) -> npt.NDArray[np.float64]:
    """Return the log-odds of each row, all trees walked at once: pages have few rows."""
    trees = np.arange(len(forest.feature))[:, None]
    out: list[npt.NDArray[np.float64]] = []
    for at in range(0, len(rows), _ROWS_AT_ONCE):
        some = rows[at : at + _ROWS_AT_ONCE]
        columns = np.arange(len(some))[None, :]
        node = np.zeros((len(trees), len(some)), dtype=np.int64)
        for _ in range(forest.depth):
            value = some[columns, forest.feature[trees, node]]
            node = 2 * node + 1 + (value > forest.threshold[trees, node])
        leaves = forest.leaf[trees, node - (2**forest.depth - 1)]
        out.append(leaves.sum(axis=0, dtype=np.float64) + forest.bias)
    return np.concatenate(out) if out else np.zeros(0)


def body_flags(
    lines: Lines, scores: npt.NDArray[np.float64], words: npt.NDArray[np.float64], chain: Chain
) -> list[bool]:
    """Tell for each block whether it is of the article; text that repeats counts once."""
    for i, block in enumerate(lines.blocks):
        if asks_reader(block.span.of(lines.text), words[i]):
            scores[i] = _SURELY_NOT
    states = chain.best_path(scores, words)
    seen: set[str] = set()
    flags: list[bool] = []
    for block, state, count in zip(lines.blocks, states.tolist(), words.tolist(), strict=True):
        flag = state == BODY
        if flag and count >= _REPEATED_WORDS:
            text = block.span.of(lines.text)
            flag = text not in seen
            seen.add(text)
        flags.append(flag)
    return flags


def article_blocks(tree: Tree, lines: Lines, metadata: Metadata) -> Sequence[bool]:
    """Tell for each block of a page whether it belongs to the article's text."""
    if not lines.blocks:
        return []
    if len(lines.blocks) > _MOST_BLOCKS:
        return [_is_prose(block, lines.text) for block in lines.blocks]
    rows, words = rows_of(tree, lines, metadata)
    return trained().flags(lines, rows, words)


def small_article(lines: Lines, headline: int | None) -> list[bool]:
    """Tell which blocks are the article of a page of a few lines, where nothing else stands out.

    ``headline`` is the index of the line that shows it. The text is what is prose below it, in the
    page's ``article`` or ``main`` where there is one; where other prose stands too, none is taken.
    """
    prose = [
        _is_prose(block, lines.text)
        and not block.hidden
        and not any(block.inside(tag) for tag in _BESIDE)
        and not block.cues & APART
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
    one_box = len({block.path[:-1] for block in chosen}) == 1
    return flags if one_box and len(chosen) <= _SMALL else [False] * len(prose)


def _first_heading(lines: Lines) -> int | None:
    return next((i for i, block in enumerate(lines.blocks) if block.heading), None)


def _is_prose(block: Block, text: str) -> bool:
    size = len(block.span)
    return words_in(block.span.of(text)) >= _PROSE_WORDS and block.link_chars <= _PROSE_LINKS * size
