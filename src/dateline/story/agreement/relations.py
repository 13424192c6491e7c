"""How two figures of one row stand to each other: they agree, one updates the other, or conflict.

Definitions: *agree*, both can be true (rounding, bounds, vague words); *update*, one line of source
gives a new number later; *conflict*, different sources or bases that cannot both be true.
"""

from __future__ import annotations

import math
import re

from dateline.reading.figures.english.basis import PRONOUNS
from dateline.reading.figures.english.phrases import FEW
from dateline.records import Relation
from dateline.story.agreement.english.senses import OUTSIDERS, REVISIONS
from dateline.story.agreement.evoked import stems
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.units import MEASURES
from dateline.story.agreement.words import NOUN_STOPS, WORD, stem

_ABOUT = 0.05
_FEW = re.compile(rf"{FEW}\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_SCALES = (("trillion", 1e12), ("billion", 1e9), ("bn", 1e9), ("million", 1e6), ("thousand", 1e3))
_OFFICIAL = frozenset({"officials", "preliminary", "final", "police", "hospital", None})
_COUNTS = frozenset({"preliminary", "final", "officials"})
_OWN_METHOD = frozenset(
    {"exit poll", "opinion poll", "opposition", "organisers", "independent estimate", "forecast"}
)
_ROUNDED = 0.1
"""The most that rounding may take off a number: 60,000 is never told as 100,000."""
_STILL = 0.95
"""A number that is said to have moved has done so, however it is rounded, if it is farther off."""
_FRACTION = 2.0
"""How many percentage points "a third" may be off."""


def rounding(profile: Profile) -> float:
    """Return half of the last digit as written: how far a rounded number may be off."""
    figure = profile.figure
    words = profile.span.of(profile.read.text)
    match = _DIGITS.search(words)
    scale = next((factor for name, factor in _SCALES if name in words.lower()), 1.0)
    if match is None and profile.factor != 1:
        return 0.5 * profile.factor
    if match is None:
        fraction = profile.unit == "percent" and figure.unit_text is None
        return _FRACTION if fraction else 0.0
    if match.group(1):
        return 0.5 * scale * 10.0 ** -len(match.group(1)) * profile.factor
    if profile.unit == "percent" or profile.factor != 1:
        return 0.5 * profile.factor
    if scale > 1:
        return min(0.5 * scale, _ROUNDED * abs(figure.value or scale))
    value = figure.value or 0.0
    zeros = len(str(int(abs(value)))) - len(str(int(abs(value))).rstrip("0")) if value else 0
    return min(0.5 * 10.0**zeros, _ROUNDED * abs(value)) if zeros >= 3 else 0.0


def interval(profile: Profile) -> tuple[float, float]:
    """Return the values a figure allows, in the unit that its class is compared in."""
    figure = profile.figure
    if figure.vague and figure.low is not None:
        # Dozens may be many; a few dozen are no hundreds.
        few = _FEW.match(profile.read.text, figure.start) and figure.high is not None
        return profile.scaled(figure.low), profile.scaled(figure.high or 0) if few else math.inf
    if figure.bound == "range" and figure.low is not None and figure.high is not None:
        return profile.scaled(figure.low), profile.scaled(figure.high)
    given = next((x for x in (figure.value, figure.low, figure.high) if x is not None), None)
    if given is None:
        return -math.inf, math.inf
    value = profile.scaled(given)
    match figure.bound:
        case ">":
            return value, math.inf
        case "<":
            return -math.inf, value
        case "~":
            slack = max(abs(value) * _ABOUT, rounding(profile))
            return value - slack, value + slack
        case _:
            slack = rounding(profile)
            return value - slack, value + slack


def compatible(a: Profile, b: Profile) -> bool:
    """Tell whether both figures can be true of one thing."""
    if same_value(a, b):
        return True
    if a.figure.bound in "=updown" and b.figure.bound in "=updown":
        # Two numbers of the same fineness that differ do differ, however round they are.
        off_a, off_b = rounding(a), rounding(b)
        if off_a == off_b:
            return False
        coarse, fine = (a, b) if off_a > off_b else (b, a)
        value = fine.value
        low, high = interval(coarse)
        # A half rounds either way: $1.5 million is no other word for $2 million.
        return value is not None and low < value < high
    (low_a, high_a), (low_b, high_b) = interval(a), interval(b)
    return low_a <= high_b and low_b <= high_a


def same_value(a: Profile, b: Profile) -> bool:
    """Tell whether two figures give the same number, whatever their bounds."""
    if a.value is not None and b.value is not None:
        return math.isclose(a.value, b.value, rel_tol=1e-6)
    x, y = a.figure, b.figure
    same_unit = (a.factor, a.zero) == (b.factor, b.zero)
    return same_unit and (x.value, x.low, x.high) == (y.value, y.low, y.high)


def closeness(a: Profile, b: Profile) -> float:
    """Return how near two values are: 1 for the same, towards 0 the farther apart.

    Ranges are as near as their nearest ends.
    """
    (low_a, high_a), (low_b, high_b) = (a.ends, b.ends) if a.ends <= b.ends else (b.ends, a.ends)
    if math.isnan(high_a) or math.isnan(low_b) or low_a * high_b <= 0:
        return 0.0
    if low_b <= high_a:
        return 1.0
    near, far = sorted((abs(high_a), abs(low_b)))
    return near / far


def _later(a: Profile, b: Profile) -> bool:
    """Tell whether b was given after a: by publication, or by words within one report."""
    if a.read.report.id != b.read.report.id:
        first, second = a.published, b.published
        if first is not None and second is not None and first != second:
            return first < second
        return a.order < b.order
    return False


def _revised(a: Profile, b: Profile) -> bool:
    """Tell whether words beside two figures of one report say that one replaces the other."""
    if a.sentence != b.sentence and not a.headline and not b.headline:
        return False
    stems = {stem(match.group()) for match in WORD.finditer(a.sentence + " " + b.sentence)}
    return any(stem(word) in stems for word in REVISIONS)


def _same_line(a: Profile, b: Profile) -> bool:
    """Tell whether two figures come down one line of source."""
    if a.source is not None and a.source == b.source:
        return True
    if a.basis != b.basis:
        return {a.basis, b.basis} <= _COUNTS
    if a.basis in _OWN_METHOD:
        # Two pollsters are two lines; a single unnamed one is taken for the same.
        return a.speaker is None or b.speaker is None or _shares_name(a.speaker, b.speaker)
    return a.basis is not None


def _shares_name(a: str, b: str) -> bool:
    words_a = {word.lower() for word in WORD.findall(a) if word[0].isupper()}
    words_b = {word.lower() for word in WORD.findall(b) if word[0].isupper()}
    return bool(words_a & words_b) or not words_a or not words_b


def _evolving(profile: Profile) -> bool:
    return profile.sense is not None and "evolving" in profile.sense.traits


def _growing(a: Profile, b: Profile) -> bool:
    """Tell whether a later, higher count of no known sense goes on from an earlier one."""
    unknown = a.sense is None and b.sense is None and a.unit == b.unit
    counted = a.unit == "people" or a.unit.startswith("count:")
    return unknown and counted and a.value is not None and b.value is not None and a.value < b.value


def _label(profile: Profile) -> str:
    return profile.basis or profile.speaker or "no basis stated"


def relation_of(a: Profile, b: Profile) -> tuple[Relation, str]:
    """Return the relation of two figures of a row, and the bases or times it rests on."""
    if _later(b, a):
        a, b = b, a
    later = _later(a, b)
    a, b = a.repeats or a, b.repeats or b
    bases = f"{_label(a)} against {_label(b)}"
    if same_value(a, b):
        return "agree", "same value"
    one_report = a.read.report.id == b.read.report.id
    fits = compatible(a, b)
    vague = a.figure.vague or b.figure.vague
    allowed = "inexact number word" if vague else "rounding or bound"
    if one_report:
        if fits:
            return "agree", allowed
        if _revised(a, b) and (_same_line(a, b) or None in (a.basis, b.basis)):
            return "update", f"revised: {bases}"
        return "conflict", bases
    if fits and later and b.moved and not vague and _updates(a, b) and closeness(a, b) < _STILL:
        return "update", _times(a, b)
    if fits and (vague or not (_evolving(a) and _evolving(b)) or not _line_known(a, b)):
        return "agree", allowed
    if later and _updates(a, b):
        return "update", _times(a, b)
    return ("agree", allowed) if fits else ("conflict", bases)


def _line_known(a: Profile, b: Profile) -> bool:
    return a.basis is not None and b.basis is not None and _updates(a, b)


def _updates(a: Profile, b: Profile) -> bool:
    """Tell whether the later figure b replaces a."""
    if a.basis in _OWN_METHOD or b.basis in _OWN_METHOD:
        return a.basis == b.basis and _same_line(a, b)
    if _outsider(a) != _outsider(b):
        return False
    if (_evolving(a) or _evolving(b) or _growing(a, b)) and {a.basis, b.basis} <= _OFFICIAL:
        bases = {a.basis, b.basis}
        return b.basis in ("final", a.basis) or None in bases or bases == {"police", "officials"}
    if {a.basis, b.basis} == {"preliminary", "final"}:
        return b.basis == "final"
    lasting = a.unit in MEASURES and a.sense is b.sense is not None
    if a.basis is None and b.basis is None and not lasting and _one_voice(a.speaker, b.speaker):
        # Nobody is named against whom the other could stand.
        return True
    plain = b.basis is None and b.speaker is None and b.figure.bound != "<"
    if plain and a.basis not in _OWN_METHOD and not lasting:
        # What a later report says itself has come to be so.
        return True
    if b.moved or (a.source is not None and a.source == b.source):
        return True
    return a.basis == b.basis and a.basis is not None and _same_line(a, b)


def _outsider(profile: Profile) -> bool:
    """Tell whether a figure comes from someone who is no office, and of no basis known."""
    words = {stem(word) for word in WORD.findall(profile.speaker or "")}
    return profile.basis is None and not words.isdisjoint(stems(OUTSIDERS))


def _one_voice(a: str | None, b: str | None) -> bool:
    """Tell whether two figures have no speaker, or speakers with a word in common."""
    a, b = (None if x is None or x.lower() in PRONOUNS else x for x in (a, b))
    if a is None or b is None:
        return a is b
    words = [{w.lower() for w in WORD.findall(x)} - NOUN_STOPS for x in (a, b)]
    return bool(words[0] & words[1])


def _times(a: Profile, b: Profile) -> str:
    first, second = a.published, b.published
    if first is None or second is None:
        return f"{_label(a)}, then {_label(b)}"
    if first.date() == second.date():
        return f"{_label(a)} {first:%H:%M}, then {_label(b)} {second:%H:%M}"
    return f"{_label(a)} {first:%Y-%m-%d}, then {_label(b)} {second:%Y-%m-%d}"
