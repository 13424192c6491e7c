"""Where what is said, and who says it, begins and ends."""

from __future__ import annotations

import pytest
from lines import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The president has urged structural reforms and took on vested interests by targeting "
            "assets.",
            "structural reforms",
        ),
        (
            "The chairman has demanded lower fares, but refused to open the books of the line.",
            "lower fares",
        ),
    ],
)
def test_what_is_said_never_ends_on_a_word_that_leads_on(text: str, content: str) -> None:
    assert content in [found["content"] for found in read(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A lorry driver accused of causing the deaths of four railway workers told a jury on "
            "Tuesday that he “never saw the barrier come down”.",
            "A lorry driver accused of causing the deaths of four railway workers",
        ),
        (
            "A witness who gave his name only as Oleh said he had been buying onions.",
            "A witness who gave his name only as Oleh",
        ),
        (
            "My neighbour, a retired surveyor, argues that the road is needed. She may be right.",
            "My neighbour, a retired surveyor",
        ),
    ],
)
def test_who_says_it_is_a_whole_phrase(text: str, source: str) -> None:
    assert source in [found["source"] for found in read(text)]
