"""The memory for words changes no number of the language model."""

import random

import numpy as np
import pytest
import spacy
from spacy.language import Language

from dateline.reading import embedding
from dateline.reading.embedding import remember_words

WORDS = "the harbour of Velmora isn't open and Karsund's mayor won't say why 12 ships wait".split()


def encoder() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    return nlp


def texts(count: int) -> list[str]:
    chance = random.Random(4)
    return [" ".join(chance.choices(WORDS, k=chance.randint(1, 40))) + "." for _ in range(count)]


def vectors(nlp: Language, given: list[str]) -> list[np.ndarray]:
    return [np.asarray(doc.tensor) for doc in nlp.pipe(given, batch_size=8)]


def test_the_rows_are_the_same_with_and_without_the_memory() -> None:
    nlp, given = encoder(), [*texts(40), "Once", "", "Once more, in an unseen way"]
    before = vectors(nlp, given)
    assert remember_words(nlp) == 1
    for _ in range(2):
        for plain, remembered in zip(before, vectors(nlp, given), strict=True):
            assert plain.shape == remembered.shape
            assert np.allclose(plain, remembered, atol=1e-5)


def test_a_full_memory_is_emptied_and_stays_right(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "MOST_WORDS", 12)
    nlp, given = encoder(), texts(30)
    before = vectors(nlp, given)
    remember_words(nlp)
    for plain, remembered in zip(before, vectors(nlp, given), strict=True):
        assert np.allclose(plain, remembered, atol=1e-5)


def test_an_encoder_that_looks_at_more_than_the_form_gets_no_memory() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "tok2vec",
        config={
            "model": {
                "@architectures": "spacy.Tok2Vec.v2",
                "embed": {
                    "@architectures": "spacy.MultiHashEmbed.v2",
                    "width": 32,
                    "attrs": ["NORM", "ENT_TYPE"],
                    "rows": [100, 100],
                    "include_static_vectors": False,
                },
                "encode": {
                    "@architectures": "spacy.MaxoutWindowEncoder.v2",
                    "width": 32,
                    "window_size": 1,
                    "maxout_pieces": 2,
                    "depth": 1,
                },
            }
        },
    )
    nlp.initialize()
    assert remember_words(nlp) == 0
