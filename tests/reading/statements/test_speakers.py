"""Speakers named in paragraphs of our own."""

from __future__ import annotations

import pytest
import speakers


@pytest.mark.parametrize("method", ["rules", "model"])
def test_a_named_speaker_is_almost_always_right(method: str) -> None:
    result = speakers.measured(method)
    assert result.precision >= 0.95, result.mistakes
    assert result.coverage >= 0.8, result.mistakes


@pytest.mark.parametrize("method", ["rules", "model"])
def test_it_is_so_in_long_reports_too(method: str) -> None:
    result = speakers.measured(method, speakers.REPORTS)
    assert result.precision >= 0.95, result.mistakes
    assert result.coverage >= 0.8, result.mistakes
