"""Which blocks of a page are its article: an extractor's verdict weighed with the layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import trafilatura
from lxml import html as lxml_html

from dateline.intake.dump.forest import BODY, Chain, Forest
from dateline.intake.html.features import NAMES, Matrix, features_of, folded, words_in
from dateline.intake.html.lines import Block, Lines
from dateline.intake.html.metadata import Metadata

WEIGHTS = Path(__file__).with_name("weights.npz")

_STATED_LEAST = 400
"""Characters below which a stated article text is a summary."""
_DEEP = 400
"""Nesting beyond which the extractor is not asked: it recurses."""
_MANY = 40_000
"""Elements beyond which the extractor is not asked: it would take seconds."""
_ROWS_AT_ONCE = 1024
_MOST_BLOCKS = 8_000
"""Lines beyond which a page is read by a rule: no article has as many."""
_PROSE_WORDS = 10
_PROSE_LINKS = 0.3
_REPEATED_WORDS = 6


def engine_text(root: lxml_html.HtmlElement, lines: Lines) -> str:
    """Return the text trafilatura takes for the article; empty when the page is no fit for it."""
    if lines.deepest > _DEEP or lines.elements > _MANY:
        return ""
    try:
        words = trafilatura.extract(root, fast=True, include_comments=False)
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, RecursionError):
        # The extractor's own slips on broken trees; the other features carry the decision then.
        return ""
    return words or ""


def rows_of(
    root: lxml_html.HtmlElement, lines: Lines, metadata: Metadata
) -> tuple[Matrix, npt.NDArray[np.float64]]:
    """Return the features of each block and the blocks' words."""
    stated = re.sub(r"<[^<>]*>", " ", metadata.body) if len(metadata.body) > _STATED_LEAST else ""
    return features_of(
        lines,
        titles=metadata.headlines[:4],
        engine=folded(engine_text(root, lines)),
        stated=folded(stated),
    )


@cache
def trained() -> tuple[Forest, Chain]:
    """Load the weights that ship with the package, once."""
    with np.load(WEIGHTS, allow_pickle=False) as data:
        if tuple(str(name) for name in data["names"]) != NAMES:
            message = f"{WEIGHTS.name} was trained on other features; train it again"
            raise ValueError(message)
        forest = Forest(data["feature"], data["threshold"], data["leaf"], float(data["bias"]))
        start, gap, scale = (float(value) for value in data["chain"])
    return forest, Chain(start, gap, scale)


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


def article_blocks(root: lxml_html.HtmlElement, lines: Lines, metadata: Metadata) -> Sequence[bool]:
    """Tell for each block of a page whether it belongs to the article's text."""
    if not lines.blocks:
        return []
    if len(lines.blocks) > _MOST_BLOCKS:
        return [_is_prose(block, lines.text) for block in lines.blocks]
    rows, words = rows_of(root, lines, metadata)
    forest, chain = trained()
    return body_flags(lines, scores_of(forest, rows), words, chain)


def _is_prose(block: Block, text: str) -> bool:
    size = len(block.span)
    return words_in(block.span.of(text)) >= _PROSE_WORDS and block.link_chars <= _PROSE_LINKS * size
