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
