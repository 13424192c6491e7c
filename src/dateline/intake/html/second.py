"""What the first look at a page tells of each block: its neighbours' and its own kind's scores.

Blocks of one box, or laid out alike, are mostly all of the article or none of them, and an article
is one stretch of a page: the second forest sees both.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

import numpy as np
import numpy.typing as npt

from dateline.intake.html.features import Matrix
from dateline.intake.html.lines import Block

_REACH = (1, 2, 3)
_WIDTHS = (3, 8, 24)
_KINDS = ("box", "box_tag", "around", "look", "classes")
_MOST = 6.0
_WORDS = 120.0
"""Words beyond which a block counts no more."""

SECOND_NAMES: tuple[str, ...] = (
    "score",
    *(f"score{sign}{reach}" for reach in _REACH for sign in "-+"),
    *(f"chance{side}{width}" for width in _WIDTHS for side in "<>"),
    "chance_before",
    "chance_after",
    "page_chance",
    "page_words",
    *(f"{kind}_{what}" for kind in _KINDS for what in ("chance", "share")),
)


def second_rows(
    rows: Matrix,
    scores: npt.NDArray[np.float64],
    blocks: Sequence[Block],
    words: npt.NDArray[np.float64],
) -> Matrix:
    """Return ``rows`` with the columns of `SECOND_NAMES`; ``scores`` are log-odds per block."""
    n = len(blocks)
    score = np.clip(scores, -_MOST, _MOST)
    counted = np.minimum(words, _WORDS)
    mass = counted / (1 + np.exp(-score))
    total = max(float(mass.sum()), 1e-6)
    columns: list[npt.NDArray[np.float64]] = [score]
    for reach in _REACH:
        columns += [_moved(score, reach), _moved(score, -reach)]
    masses = np.concatenate([[0.0], np.cumsum(mass)])
    counts = np.concatenate([[0.0], np.cumsum(counted)])
    here = np.arange(n)
    for width in _WIDTHS:
        low, high = np.maximum(0, here - width), np.minimum(n, here + 1 + width)
        columns.append((masses[here] - masses[low]) / (counts[here] - counts[low] + 1))
        columns.append((masses[high] - masses[here + 1]) / (counts[high] - counts[here + 1] + 1))
    columns += [masses[:-1] / total, (total - masses[1:]) / total]
    columns.append(np.full(n, total / max(float(counted.sum()), 1.0)))
    columns.append(np.full(n, np.log1p(total)))
    for kind in (_box, _box_and_tag, _around, _look, _classes):
        columns += _shares(blocks, kind, mass, counted, total)
    return np.concatenate([rows, np.stack(columns, axis=1).astype(np.float32)], axis=1)


def _moved(values: npt.NDArray[np.float64], by: int) -> npt.NDArray[np.float64]:
    """Return each one's neighbour ``by`` places earlier, 0 beyond the page."""
    out = np.zeros_like(values)
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def _box(block: Block) -> tuple[int, ...]:
    return block.box


def _box_and_tag(block: Block) -> tuple[Hashable, ...]:
    return block.box, block.tag


def _around(block: Block) -> tuple[int, ...]:
    return block.box[:-1]


def _look(block: Block) -> tuple[Hashable, ...]:
    return block.tag, block.own_cues, block.near_cues, block.depth


def _classes(block: Block) -> tuple[Hashable, ...]:
    return block.tag, block.look


def _shares(
    blocks: Sequence[Block],
    kind: Callable[[Block], Hashable],
    mass: npt.NDArray[np.float64],
    counted: npt.NDArray[np.float64],
    total: float,
) -> list[npt.NDArray[np.float64]]:
    """Return how likely the words of a block's kind are the article's, and their part of it."""
    numbers: dict[Hashable, int] = {}
    of = np.array(
        [numbers.setdefault(kind(block), len(numbers)) for block in blocks], dtype=np.intp
    )
    masses, words = np.bincount(of, mass), np.bincount(of, counted)
    return [(masses / (words + 1.0))[of], (masses / total)[of]]
