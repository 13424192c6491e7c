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


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Lucia Ferranti used to say that she learned to read on tide tables.",
            "used to say",
            "that she learned to read on tide tables",
        ),
        (
            "Coach Sandra Pell was delighted with her side’s “never-say-die attitude”.",
            "was delighted with",
            "her side’s “never-say-die attitude”",
        ),
        (
            "The police said they were “aware of the report” and were assessing whether any "
            "offences had been committed.",
            "said",
            "they were “aware of the report” and were assessing whether any offences had been "
            "committed",
        ),
    ],
)
def test_a_cue_and_what_is_said_do_not_share_a_phrase(text: str, cue: str, content: str) -> None:
    assert (cue, content) in [(found["cue"], found["content"]) for found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A person familiar with the planning described her plan on the condition of anonymity.",
        "The head of the board indicated as much in an email.",
    ],
)
def test_how_something_was_said_is_no_part_of_it(text: str) -> None:
    for found in read(text):
        assert not found["content"].endswith(("anonymity", "interview"))


def test_what_is_said_ends_before_the_next_one_who_speaks() -> None:
    found = read(
        "Farah Quill would not say what had been taken, but the shop’s owner, Benedikt Roth, put "
        "the loss at more than €2 million."
    )
    assert [(f["source"], f["content"]) for f in found] == [
        ("Farah Quill", "what had been taken"),
        ("the shop’s owner, Benedikt Roth", "the loss at more than €2 million"),
    ]


def test_a_dateline_with_a_day_is_no_part_of_a_source() -> None:
    (found,) = read(
        "VELMAR, 3 July 2031 – Velmar Port Authority today announced that traffic rose 12 percent."
    )
    assert found["source"] == "Velmar Port Authority"
