"""How likely two figures measure the same thing, and what keeps them apart for certain."""

from __future__ import annotations

from functools import cache, cached_property
from importlib.resources import files
from operator import mul

import msgspec

from dateline.story.agreement.features import NAMES, Rarity, contrasted, values
from dateline.story.agreement.meanings import meanings_of
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.relations import closeness, same_value
from dateline.story.agreement.units import BARE, comparable
from dateline.story.agreement.words import WORD, stem

NEVER = -99.0
"""The likeness of two figures that something keeps apart for certain."""
_FAR = 0.03
"""Of two numbers for one thing none is thirty times the other."""
_FAR_OFF = 0.3
"""Nearer counts of one noun may be one; of numbers farther apart more must be told alike."""
_YEAR = len("2031")
_ALL_BUT_SAME = 0.99
"""Numbers nearer to each other are one, told in other units: 140 km/h and 87 mph."""
_SAME_AGE = 1.5
_SURE = 0.8
_OWNED = 0.2
"""What it comes to at least that two figures of one sense are the same person's or party's."""
_UNTIED = -0.5
"""What nearness alone comes to: not enough to join two figures, nothing against their rows."""


class Weights(msgspec.Struct, frozen=True, dict=True):
    """A logistic model over the features of `dateline.story.agreement.features`."""

    bias: float
    weights: dict[str, float]

    def of(self, features: tuple[float, ...]) -> float:
        """Return the log odds that two figures measure the same thing."""
        return sum(map(mul, self.in_order, features), self.bias)

    @cached_property
    def in_order(self) -> tuple[float, ...]:
        """The weights in the order of the features."""
        return tuple(self.weights[name] for name in NAMES)


@cache
def weights() -> Weights:
    """Return the weights of the package, learned from invented stories."""
    data = files(__package__).joinpath("weights.json").read_bytes()
    return msgspec.json.decode(data, type=Weights)


def likeness(a: Profile, b: Profile, rarity: Rarity) -> float:
    """Return the log odds that two figures measure the same thing, `NEVER` where it cannot be.

    They are figures that are not `kept_apart`.
    """
    if a.unit == "age":
        same = same_value(a, b) and (a.stems & b.stems or a.entity == b.entity)
        return _SAME_AGE if same else NEVER
    score = weights().of(values(a, b, rarity))
    if a.sense is b.sense is not None and a.entity is not None and a.entity == b.entity:
        return max(score, _OWNED)
    return score if score < 0 or _has_a_tie(a, b) else _UNTIED


def kept_apart(a: Profile, b: Profile) -> bool:
    """Tell whether something keeps two figures apart for certain."""
    if not comparable(a.unit, b.unit):
        return True
    same = same_value(a, b)
    if _differ_in_kind(a, b, same=same):
        return True
    return a.report == b.report and not same and not _may_differ_in_one_report(a, b)


def _has_a_tie(a: Profile, b: Profile) -> bool:
    """Tell whether more than nearness speaks for two figures: a number, sense, noun or word."""
    if a.sense is b.sense is not None:
        return True
    if same_value(a, b):
        return not _is_move_beside_level(a, b) or not a.content.keys().isdisjoint(b.content)
    if a.unit == b.unit and a.counted:
        # "Turned away from 200 stations" has the noun alone in common with "4,100 stations".
        common = a.content.keys() & b.content.keys()
        near = closeness(a, b) >= _FAR_OFF and a.whole == b.whole
        return near or not common <= _noun_words(a)
    in_common = not a.content.keys().isdisjoint(b.content)
    return in_common or BARE in (a.unit, b.unit) or a.unit == b.unit == "people"


def _is_move_beside_level(a: Profile, b: Profile) -> bool:
    """Tell whether one number tells how or how far something moved and the other is a level."""
    if a.figure.moves != b.figure.moves:
        return True
    moves = a.figure.bound in ("up", "down"), b.figure.bound in ("up", "down")
    return a.unit == "percent" and moves[0] != moves[1] and not a.rare


def _noun_words(profile: Profile) -> frozenset[str]:
    """Return the meanings of the words that name what is counted."""
    words = WORD.findall(profile.figure.unit or "")
    return meanings_of(map(stem, words))


def _differ_in_kind(a: Profile, b: Profile, *, same: bool) -> bool:
    """Tell whether a name, a period, a good, a group or a method keeps two figures apart.

    ``same`` tells whether they give one number.
    """
    if not same:
        if a.variant != b.variant and closeness(a, b) < _ALL_BUT_SAME:
            return True
        if a.group != b.group or a.long_past != b.long_past or _named_apart(a.stage, b.stage):
            return True
        # "55% against 34% for Tarn" sets two candidates, not two sides, against each other.
        if (a.side if a.entity is None else None) != (b.side if b.entity is None else None):
            return True
        if 0.0 < _nearest(a, b) < _FAR:
            return True
        if a.sense is b.sense is not None and _held_for_others(a, b):
            return True
        # "£1.2m a day" is no other word for £8m in all.
        if a.unit.startswith("money:") and _is_rate(a) != _is_rate(b):
            return True
    elif _surely_apart(a, b):
        return True
    if _named_apart(a.entity, b.entity) or _named_apart(a.item, b.item):
        return True
    if _named_apart(a.rate, b.rate):
        return True
    if a.period is None and b.period is None:
        return False
    return _named_apart(_period_key(a, b), _period_key(b, a)) or _foretold(a, b) or _foretold(b, a)


def _held_for_others(a: Profile, b: Profile) -> bool:
    """Tell whether two figures of one sense hold for other things or times.

    That is for a good and for all goods, for a quarter and for its year, for days far apart.
    """
    traits = a.sense.traits if a.sense else frozenset()
    if "whole" in traits and a.item != b.item:
        return True
    if {"entity", "periodic"} <= traits and a.period and b.period:
        return a.period[:4] == b.period[:4] and (len(a.period) == _YEAR) != (len(b.period) == _YEAR)
    if "fleeting" not in traits or a.published is None or b.published is None:
        return False
    return a.published.date() != b.published.date()


def _is_rate(profile: Profile) -> bool:
    return " per " in (profile.figure.unit or "")


def _named_apart(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _surely_apart(a: Profile, b: Profile) -> bool:
    """Tell whether the common number of two figures stands right beside words of two senses."""
    if a.sense is None or b.sense is None or a.sense is b.sense or a.rare:
        return False
    if min(a.senses[a.sense.name], b.senses[b.sense.name]) < _SURE:
        return False
    return a.sense.name not in b.senses and b.sense.name not in a.senses


def _nearest(a: Profile, b: Profile) -> float:
    """Return how near two values are, a vague one (``dozens``) taken as high as its word goes."""
    if not (a.figure.vague or b.figure.vague):
        return closeness(a, b)
    for vague, other in ((a, b), (b, a)):
        if vague.figure.vague and vague.value and vague.figure.high and other.value:
            if other.value <= vague.value:
                continue
            return min(1.0, vague.figure.high / other.value)
    return closeness(a, b)


def _foretold(a: Profile, b: Profile) -> bool:
    """Tell whether one is foretold for a period that the other, as a fact, does not name."""
    foretold = ("forecast", "plan")
    return (
        a.basis in foretold
        and b.basis not in foretold
        and a.period is not None
        and b.period is None
    )


def _period_key(profile: Profile, other: Profile) -> str | None:
    """Return the period, cut to the other's fineness: December 2031 lies in 2031.

    A period two years back is not the one of a figure that states none.
    """
    if profile.sense is other.sense and profile.long_past != other.long_past:
        return "past" if profile.long_past else "now"
    if profile.period is None or other.period is None:
        return None
    period = profile.period
    if "-Q" in other.period and period[5:7].isdecimal():
        period = f"{period[:4]}-Q{(int(period[5:7]) + 2) // 3}"
    return period[: len(other.period)]


def _may_differ_in_one_report(a: Profile, b: Profile) -> bool:
    """Tell whether one report may give two numbers for one thing: two sources, or a revision."""
    if a.basis != b.basis or contrasted(a, b) or a.anew != b.anew or a.replaced != b.replaced:
        return True
    if a.moved != b.moved and a.sense is b.sense is not None:
        return True
    # A number without a source of its own is no second voice.
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return True
    words = f"{a.clause} {b.clause}".lower()
    return any(cue in words for cue in ("earlier", "revised", "previous", "initial", "forecast"))
