"""Weights of the line labellers are kept whole, and only read for the features they know."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dateline.intake.trees import Forest, Trained, load, save


def forest(bias: float) -> Forest:
    feature = np.array([[0, 1, 0], [1, 0, 1]], dtype=np.int16)
    threshold = np.array([[0.5, 2.0, 1.5], [3.0, 0.25, 1.0]], dtype=np.float32)
    leaf = np.array([[0.1, -0.2, 0.3, -0.4], [1.0, 2.0, -3.0, 4.0]], dtype=np.float32)
    return Forest(feature, threshold, leaf, bias)


def test_weights_read_back_score_as_before(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    kept = Trained(forest(0.25), forest(-1.5), (1.5, 1.0, 0.3))
    save(kept, path, ("words", "links"))
    read = load(path, ("words", "links"))
    rows = np.array([[0.0, 0.0], [1.0, 2.5], [4.0, 0.5]], dtype=np.float32)
    assert read.first.scores(rows).tolist() == kept.first.scores(rows).tolist()
    assert read.second.scores(rows).tolist() == kept.second.scores(rows).tolist()
    assert read.chain == kept.chain


def test_weights_of_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.npz"
    save(Trained(forest(0.0), forest(0.0), (1.0, 1.0, 1.0)), path, ("words", "links"))
    with pytest.raises(ValueError, match="trained on other features"):
        load(path, ("words", "commas"))
