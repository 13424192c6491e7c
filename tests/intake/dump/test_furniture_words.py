"""The words without which a pattern is not tried."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.intake.dump.english import (
    CAPTION,
    CAPTION_WORDS,
    COPYRIGHT,
    COPYRIGHT_WORDS,
    CREDIT_NAMES,
    CREDIT_NAMES_WORDS,
)
from dateline.intake.dump.furniture import asking, furniture_kind


@pytest.mark.parametrize(
    ("pattern", "words", "longer_than"),
    [
        pytest.param(CAPTION, CAPTION_WORDS, 0, id="caption"),
        pytest.param(COPYRIGHT, COPYRIGHT_WORDS, 0, id="copyright"),
        pytest.param(CREDIT_NAMES, CREDIT_NAMES_WORDS, 20, id="credit"),
    ],
)
@given(data=st.data())
def test_what_a_pattern_matches_has_one_of_its_words(
    pattern: str, words: tuple[str, ...], longer_than: int, data: st.DataObject
) -> None:
    matched = data.draw(
        st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII), fullmatch=True)
    )
    assume(len(matched) > longer_than)
    assert any(word in matched.lower() for word in words)


def test_a_caption_is_one_near_the_article_alone() -> None:
    words = "The ferry in Harvan, pictured before it stopped"
    assert furniture_kind(words, near_article=True) == "caption"
    assert furniture_kind(words, near_article=False) == "other"


def test_lines_that_ask_are_told_one_by_one() -> None:
    lines = ["Sign up for the Karsund Morning Mail today.", "He will sign up for a course."]
    assert asking(lines, [8, 7]) == [True, False]
