"""What two figures have in common, as numbers that a logistic model weighs."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.story.agreement.english.senses import CONTRAST
from dateline.story.agreement.meanings import meaning
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.relations import closeness, same_value
from dateline.story.agreement.units import BARE
from dateline.story.agreement.words import stem

NAMES = (
    "equal", "equal_telling", "equal_rare", "near", "near_in_sense", "near_20", "near_5", "far",
    "vague", "sense", "sense_strength", "sense_broad", "sense_evolving", "entity",
    "senses_apart", "senses_shared", "sense_of_one", "word", "words", "names", "measures_apart",
    "alone", "one_alone", "first", "headlines", "one_bare", "both_bare", "nouns_apart",
    "counted", "one_unit", "percent", "money", "people", "time", "one_report", "contrast",
    "both_sought", "alone_counted", "quantity", "owner_unknown",
)  # fmt: skip
"""The features, in the order of `values`."""

_CONTRAST = re.compile(CONTRAST)
_ANYBODY = frozenset(map(stem, ("", "people", "person", "man", "other")))
_GROWTH = 0.25
_NEAR, _NEARER, _FAR = 0.8, 0.95, 0.3
_FARTHEST = 120
_FEWEST = 10
_MOST_WORDS = 3.0
_EVOKED = 0.2
_NOTHING = [0.0]
_NO_SENSE = (0.0,) * 8
_SENSE_OF_ONE = (*(0.0,) * 7, 1.0)

Rarity = Mapping[str, float]
"""How rare the meaning of a word is among a story's figures: about 1 when one figure has it."""


def rarity_of(profiles: Sequence[Profile]) -> Rarity:
    """Return the rarity of every meaning beside a story's figures (Spärck Jones 1972)."""
    counts = Counter(word for profile in profiles for word in profile.words)
    size = max(len(profiles), _FEWEST)
    return {word: math.log((size + 1) / (n + 0.5)) / math.log(size) for word, n in counts.items()}


def values(a: Profile, b: Profile, rarity: Rarity) -> tuple[float, ...]:
    """Return the features of two figures of comparable units, in the order of `NAMES`."""
    equal = same_value(a, b)
    near = 0.0 if equal else closeness(a, b)
    one_sense = a.sense is b.sense is not None
    if one_sense and _evolving(a):
        # A count that grows with the event may do so many times over.
        near **= _GROWTH
    common = _shared(a.content, b.content)
    weighed = [weight * rarity[word] for word, weight in common] if common else _NOTHING
    names = _NOTHING
    if a.names and b.names:
        names = [weight for _, weight in _shared(a.names, b.names)] or _NOTHING
    bare = (a.unit == BARE) + (b.unit == BARE)
    one_class, one_report = a.unit == b.unit, a.report == b.report
    alone = a.alone and b.alone and one_class and not bare
    percent, money, people, time, quantity = a.kinds
    return (
        equal,
        equal and a.telling,
        equal and a.rare,
        0.0 if one_sense else near,
        near if one_sense else 0.0,
        near > _NEAR,
        near > _NEARER,
        not equal and not one_sense and near < _FAR,
        a.figure.vague or b.figure.vague,
        *(_NO_SENSE if a.sense is b.sense is None else _of_senses(a, b)),
        max(weighed),
        min(_MOST_WORDS, sum(weighed)),
        max(names),
        bool(a.measured and b.measured) and a.measured.isdisjoint(b.measured),
        alone,
        (a.alone or b.alone) and not alone,
        a.first and b.first and one_class,
        a.headline and b.headline,
        bare == 1,
        bare == 2,
        people and one_class and _of_two_kinds(a, b),
        one_class and a.counted,
        one_class and a.figure.unit == b.figure.unit,
        percent,
        money,
        people,
        time,
        one_report,
        one_report and contrasted(a, b),
        a.sought and b.sought,
        alone and a.counted,
        quantity,
        one_sense and _owner_unknown(a, b),
    )


def _shared(a: Mapping[str, float], b: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the words that two figures have in common, each as near as to the farther one."""
    if a.keys().isdisjoint(b):
        return []
    return [
        (word, weight if weight < (other := b[word]) else other)
        for word, weight in a.items()
        if word in b
    ]


def _of_senses(a: Profile, b: Profile) -> tuple[float, ...]:
    """Return the features of the senses of two figures of which one at least has one."""
    if a.sense is None or b.sense is None:
        return _SENSE_OF_ONE
    strength = min(1.0, a.senses.get(a.sense.name, 0.0), b.senses.get(b.sense.name, 0.0))
    if a.sense is b.sense:
        traits = a.sense.traits
        owned = a.entity is not None and a.entity == b.entity
        evolving, broad = float("evolving" in traits), float("broad" in traits)
        return 1.0, strength, broad, evolving, float(owned), 0.0, 0.0, 0.0
    shared = any(a.senses.get(n, 0.0) > _EVOKED < value for n, value in b.senses.items())
    return (*(0.0,) * 5, strength, float(shared), 0.0)


def _of_two_kinds(a: Profile, b: Profile) -> bool:
    kinds = {meaning(stem(profile.noun)) for profile in (a, b)}
    return len(kinds) > 1 and kinds.isdisjoint(_ANYBODY)


def _evolving(profile: Profile) -> bool:
    sense = profile.sense
    return sense is not None and not sense.traits.isdisjoint(("evolving", "disputed"))


def _owner_unknown(a: Profile, b: Profile) -> bool:
    """Tell whether figures of one sense, each somebody's, are not both known to be."""
    if a.sense is None or "entity" not in a.sense.traits:
        return False
    if a.entity is None or b.entity is None:
        known, other = (a.entity, b) if b.entity is None else (b.entity, a)
        return known is None or stem(known) not in other.names
    return False


def contrasted(a: Profile, b: Profile) -> bool:
    """Tell whether a sentence sets two numbers against each other: ``900 and not 400``."""
    if a.report != b.report or a.sentence != b.sentence:
        return False
    first, second = (a, b) if a.figure.start <= b.figure.start else (b, a)
    return (
        first.figure.end + _FARTHEST >= second.figure.start
        and _CONTRAST.search(a.read.text, first.figure.end, second.figure.start) is not None
    )
