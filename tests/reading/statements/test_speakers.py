"""Speakers named in paragraphs of our own."""

from __future__ import annotations

import pytest
import speakers
from lines import read

from dateline import read_text
from dateline.show.views import statement_line


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


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        (
            "A witness who gave his name only as Oleh said he had been buying onions.",
            "A witness who gave his name only as Oleh",
            "Oleh",
        ),
        (
            "The author of the post, who uses the name Lilly Kraus, said she was sorry.",
            "The author of the post, who uses the name Lilly Kraus",
            "Lilly Kraus",
        ),
    ],
)
def test_who_is_called_by_a_name_is_that_person(text: str, source: str, speaker: str) -> None:
    (found,) = read(text)
    assert (found["source"], found["speaker"]) == (source, speaker)


@pytest.mark.parametrize(
    ("text", "words", "antecedent"),
    [
        ("A council, which said it had no money, closed the pool.", "which", "A council"),
        (
            "Importers in the south, who take the wheat and say they will be hit, met on Monday.",
            "who",
            "Importers in the south",
        ),
    ],
)
def test_a_lone_who_or_which_is_shown_as_what_it_stands_for(
    text: str, words: str, antecedent: str
) -> None:
    reading = read_text(text)
    (statement,) = reading.statements
    assert [span.of(text) for span in statement.source] == [words]
    assert [span.of(text) for span in statement.antecedent] == [antecedent]
    assert statement_line(statement, reading, text).speaker == antecedent
