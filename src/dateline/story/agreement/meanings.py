"""What words mean, as far as it makes them the same: stems, with synonyms made one."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from functools import cache

from dateline.story.agreement.english.synonyms import SYNONYMS
from dateline.story.agreement.words import NOUN_STOPS, stem

_LEAST = 0.2
_EMPTY = NOUN_STOPS | {stem(word) for word in NOUN_STOPS}


@cache
def _names() -> Mapping[str, str]:
    """Map the stem of a synonym to the stem of the word that names its row."""
    return {
        stem(word): stem(words.split()[0]) for words, _, _ in SYNONYMS for word in words.split()
    }


def meaning(word: str) -> str:
    """Return the stem that stands for all synonyms of a stem."""
    return _names().get(word, word)


def meanings(
    weights: Mapping[str, float], silent: Container[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """Return the meanings of the words near a figure, each with the weight of its nearest word.

    Those of the silent words, which tell nothing of what is measured, come second.
    """
    telling: dict[str, float] = {}
    others: dict[str, float] = {}
    names = _names()
    for word, weight in weights.items():
        if weight < _LEAST or word in _EMPTY:
            continue
        out = others if word in silent else telling
        name = names.get(word, word)
        if weight > out.get(name, 0.0):
            out[name] = weight
    return telling, others


def meanings_of(words: Iterable[str]) -> frozenset[str]:
    """Return the meanings of some stems."""
    names = _names()
    return frozenset([names.get(word, word) for word in words if word not in _EMPTY])
