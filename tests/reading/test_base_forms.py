"""Base forms are those of spaCy's own lemmatizer."""

import pytest
from spacy.tokens import Doc

from dateline.reading.model import _lemma, base_form, language

WORDS = (
    "said says running lay lain better best worse children mice ties shoes does saw found bound"
    " leaves lives axes analyses dying agreed u.s. 1990s re-elected Velmorans ministries less"
).split()


@pytest.mark.parametrize("part_of_speech", ["verb", "noun", "adj", "adv"])
def test_base_forms_are_those_of_the_lemmatizer(part_of_speech: str) -> None:
    nlp = language()
    lemmatizer = nlp.get_pipe("lemmatizer")
    for word in (word.lower() for word in WORDS):
        doc = Doc(nlp.vocab, words=[word], pos=[part_of_speech.upper()])
        assert _lemma(word, part_of_speech) == lemmatizer.rule_lemmatize(doc[0])[0].lower(), word


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("bring", "VB", "bring"),
        ("focus", "VBP", "focus"),
        ("need", "VBP", "need"),
        ("press", "NN", "press"),
        ("are", "VBP", "be"),
        ("brings", "VBZ", "bring"),
        ("bringing", "VBG", "bring"),
    ],
)
def test_what_is_a_base_form_already_stays_as_it_is(word: str, tag: str, base: str) -> None:
    assert base_form(word, tag) == base
