"""Which senses the words around a figure evoke, and which groups of a table they name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.story.agreement.english.senses import SENSES, Sense
from dateline.story.agreement.units import BARE
from dateline.story.agreement.words import stem

_MORE_WORDS = 0.3
_BROAD = 0.5
SENSE_BY_NAME = {sense.name: sense for sense in SENSES}
"""Every sense by its name."""


@cache
def _evokers() -> Mapping[str, tuple[tuple[Sense, frozenset[str]], ...]]:
    """Map a stem to the senses it evokes, with the other stems that must stand near."""
    table: dict[str, list[tuple[Sense, frozenset[str]]]] = {}
    for sense in SENSES:
        for words in sense.words:
            first, *others = (stem(word) for word in words.split("+"))
            table.setdefault(first, []).append((sense, frozenset(others)))
    return {key: tuple(value) for key, value in table.items()}


def _allowed(sense: Sense, unit: str) -> bool:
    family = "money" if unit.startswith("money:") else unit
    if unit == BARE:
        return bool(sense.units & {"people", "case", "seat", "vote", "count", "job"}) or any(
            item.startswith("count:") for item in sense.units
        )
    return family in sense.units


def senses_evoked(weights: Mapping[str, float], unit: str) -> Mapping[str, float]:
    """Return how strongly the words of a sentence evoke each sense that has a unit's class.

    ``weights`` tells how near each stem stands to the figure, 0 to 1.
    """
    found: dict[str, list[float]] = {}
    evokers = _evokers()
    for word, weight in weights.items():
        if word not in evokers:
            continue
        for sense, others in evokers[word]:
            if not _allowed(sense, unit) or not all(other in weights for other in others):
                continue
            # Words that need company say more than one word alone.
            value = min([weight, *(weights[other] for other in others)]) * (1.4 if others else 1.0)
            found.setdefault(sense.name, []).append(value)
    return {
        name: _strength(values) * (_BROAD if "broad" in SENSE_BY_NAME[name].traits else 1.0)
        for name, values in found.items()
    }


def _strength(values: list[float]) -> float:
    """Return the nearest word's weight, with a little for every other word of the sense."""
    return max(values) + _MORE_WORDS * (sum(values) - max(values))


def listed(
    table: tuple[tuple[str, str], ...], weights: Mapping[str, float], floor: float = 0.5
) -> str | None:
    """Return the name of the row whose words stand nearest, or None."""
    best: tuple[float, int, str] | None = None
    names = _names_by_stem(table)
    for word in names.keys() & weights.keys():
        weight, (number, name) = weights[word], names[word]
        if weight >= floor and (best is None or (weight, -number) > best[:2]):
            best = (weight, -number, name)
    return best[2] if best else None


@cache
def _names_by_stem(table: tuple[tuple[str, str], ...]) -> Mapping[str, tuple[int, str]]:
    """Map the stem of every word of a table to its row's number and name; the first row has it."""
    out: dict[str, tuple[int, str]] = {}
    for number, (name, words) in enumerate(table):
        for word in words.split():
            out.setdefault(stem(word), (number, name))
    return out


@cache
def stems(words: str) -> frozenset[str]:
    """Return the stems of some words, parted by spaces."""
    return frozenset(stem(word) for word in words.split())
