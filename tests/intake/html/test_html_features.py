"""What is counted in a block's words."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.intake.html.wording import folded_and_counted


@given(st.text() | st.text(st.characters(max_codepoint=127)))
@example("Fähren – “alle” – stehen")
@example("渡し船・運休_2031")
def test_letters_and_digits_are_kept_and_words_counted(text: str) -> None:
    unspaced = re.findall("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text)
    fold, words = folded_and_counted(text)
    assert fold == re.sub(r"[\W_]+", "", text).casefold()
    assert words == len(re.findall(r"\w+", text)) + len(unspaced) // 2
