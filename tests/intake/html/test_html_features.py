"""What is counted in a block's words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.html.wording import folded_and_counted


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_is_folded_and_counted_as_any_text_is(text: str) -> None:
    # A character that is not ASCII takes the other way: U+00AD is neither a letter nor a word.
    assert folded_and_counted(text) == folded_and_counted(text + "\u00ad")
