"""What the second forest sees besides: the first one's scores around an atom and on the page."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dateline.intake.dump.features import INDEX, Matrix, means_of, runs_of, same_kind, shifted
from dateline.intake.dump.vocabulary import Wording

SECOND_NAMES: tuple[str, ...] = (
    "score", *(f"score@{offset:+d}" for offset in (-3, -2, -1, 1, 2, 3)),
    *(f"chance@{side}{width}" for side in "<>" for width in (3, 8, 24)),
    "chance_before", "chance_after", "page_chance", "page_words", "block_share", "block_rank",
    "block_distance", "run_chance", "score_to_page", "likeness", "likeness@<4", "likeness@>4",
    "names", "form_chance", "score_above", "score_below", "log_to_above", "log_to_below",
    "short_run", "short_chance", "short_likeness", "short_heads", "short_colon", "short_place",
)  # fmt: skip

_LONG = 14
"""Words of an atom that is no heading, item of a list or caption."""


def second_features(rows: Matrix, scores: npt.NDArray[np.float64], wording: Wording) -> Matrix:
    """Return ``rows`` with the columns of `SECOND_NAMES` added."""
    n = len(rows)
    out = np.zeros((n, len(SECOND_NAMES)), dtype=np.float32)
    if not n:
        return np.concatenate((rows, out), axis=1)
    score = np.clip(scores, -6, 6).astype(np.float32)
    chance = (1 / (1 + np.exp(-score))).astype(np.float32)
    count = np.expm1(rows[:, INDEX["log_words"]])
    mass = chance * np.minimum(count, 120)
    columns: dict[str, Matrix] = {"score": score}
    for offset in (-3, -2, -1, 1, 2, 3):
        columns[f"score@{offset:+d}"] = shifted(score, offset)
    for width in (3, 8, 24):
        before, after = means_of(mass, width)
        words_before, words_after = means_of(np.minimum(count, 120), width)
        columns[f"chance@<{width}"] = before / (words_before + 1)
        columns[f"chance@>{width}"] = after / (words_after + 1)
    total = max(float(mass.sum()), 1e-6)
    cumulative = np.cumsum(mass)
    columns["chance_before"] = (cumulative - mass) / total
    columns["chance_after"] = (total - cumulative) / total
    columns["page_chance"] = np.full(n, total / max(float(count.sum()), 1.0), dtype=np.float32)
    columns["page_words"] = np.full(n, np.log1p(total), dtype=np.float32)
    share, rank, core = runs_of(np.where(chance > 0.5, mass, 0), chance > 0.5)
    at = np.arange(n)
    columns["block_share"] = share
    columns["block_rank"] = rank
    columns["block_distance"] = np.log1p(np.maximum(np.maximum(core[0] - at, at - core[1]), 0))
    kinds = same_kind(rows[:, INDEX["bullet"]], rows[:, INDEX["log_indent"]])
    columns["run_chance"] = kinds.mean(mass) / (kinds.mean(np.minimum(count, 120)) + 1)
    columns["score_to_page"] = score - np.float32(np.sort(score)[-min(5, n) :].mean())
    columns["likeness"] = wording.words.likeness(chance)
    columns["names"] = wording.names.likeness(chance)
    columns["likeness@<4"], columns["likeness@>4"] = means_of(columns["likeness"], 4)
    columns["form_chance"] = wording.forms.mean_of_others(chance)
    columns |= _short_runs(rows, score, chance, count, columns["likeness"])
    for index, name in enumerate(SECOND_NAMES):
        out[:, index] = columns[name]
    return np.concatenate((rows, out), axis=1)


def _short_runs(
    rows: Matrix, score: Matrix, chance: Matrix, count: Matrix, likeness: Matrix
) -> dict[str, Matrix]:
    """Return what stands above and below each atom's stretch of short lines, and what it is like.

    A list, a table or a menu is one stretch: whether it is the article's is told by its whole and
    by the paragraphs around it.
    """
    n = len(rows)
    at = np.arange(n)
    long = count >= _LONG
    above = np.maximum.accumulate(np.where(long, at, -1))
    above = np.concatenate(([-1], above[:-1]))
    below = np.minimum.accumulate(np.where(long, at, n)[::-1])[::-1]
    below = np.concatenate((below[1:], [n]))
    padded = np.concatenate((score, np.array([-6.0, -6.0], dtype=np.float32)))
    changes = np.ones(n, dtype=np.bool_)
    changes[1:] = long[1:] | long[:-1]
    run = np.cumsum(changes) - 1
    size = np.bincount(run)[run]

    def mean(column: Matrix) -> Matrix:
        out: Matrix = (np.bincount(run, column)[run] / size).astype(np.float32)
        return out

    heads = rows[:, INDEX["head_repeats"]]
    colon = rows[:, INDEX["ends_colon"]]
    first = np.flatnonzero(changes)[run]
    opened = np.where(first > 0, colon[first - 1], 0)
    return {
        "score_above": padded[above],
        "score_below": padded[below],
        "log_to_above": np.log1p(at - above),
        "log_to_below": np.log1p(below - at),
        "short_run": np.log(size),
        "short_chance": mean(chance),
        "short_likeness": mean(likeness),
        "short_heads": mean(heads),
        "short_colon": np.maximum(opened, mean(colon)),
        "short_place": (at - first + 1) / size,
    }
