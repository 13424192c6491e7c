"""How two figures of one row stand to each other: they agree, one updates the other, or conflict.

Definitions: *agree*, both can be true (rounding, bounds, vague words); *update*, one line of source
gives a new number later; *conflict*, different sources or bases that cannot both be true.
"""

from __future__ import annotations

import math
from datetime import datetime

from dateline.reading.figures.english.basis import PRONOUNS
from dateline.records import Relation
from dateline.story.agreement.english.senses import OUTSIDERS, REVISIONS
from dateline.story.agreement.evoked import stems
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.units import MEASURES
from dateline.story.agreement.words import NOUN_STOPS, WORD, stem

_OFFICIAL = frozenset({"officials", "preliminary", "final", "police", "hospital", None})
_COUNTS = frozenset({"preliminary", "final", "officials"})
_OWN_METHOD = frozenset(
    {"exit poll", "opinion poll", "opposition", "organisers", "independent estimate", "forecast"}
)
_STILL = 0.95
"""A number that is said to have moved has done so, however it is rounded, if it is farther off."""


def compatible(a: Profile, b: Profile) -> bool:
    """Tell whether both figures can be true of one thing."""
    if same_value(a, b):
        return True
    if a.exact and b.exact:
        # Two numbers of the same fineness that differ do differ, however round they are.
        off_a, off_b = a.rounding, b.rounding
        if off_a == off_b:
            return False
        coarse, fine = (a, b) if off_a > off_b else (b, a)
        value = fine.value
        low, high = coarse.interval
        # A half rounds either way: $1.5 million is no other word for $2 million.
        return value is not None and low < value < high
    (low_a, high_a), (low_b, high_b) = a.interval, b.interval
    if a.figure.bound == b.figure.bound == "range" and low_a < high_a and low_b < high_b:
        # "$6 billion to $9 billion" and "$9 billion to $12 billion" only touch.
        return low_a < high_b and low_b < high_a
    return low_a <= high_b and low_b <= high_a


def same_value(a: Profile, b: Profile) -> bool:
    """Tell whether two figures give the same number, whatever their bounds."""
    first, second = a.value, b.value
    if first is not None and second is not None:
        return first == second or math.isclose(first, second, rel_tol=1e-6)
    x, y = a.figure, b.figure
    same_unit = (a.factor, a.zero) == (b.factor, b.zero)
    return same_unit and (x.value, x.low, x.high) == (y.value, y.low, y.high)


def _starts_from(change: Profile, level: Profile) -> bool:
    """Tell whether a figure gives the level that another's change starts from."""
    if change.start is None or level.value is None:
        return False
    if level.start is not None:
        return False
    return math.isclose(change.start, level.value, rel_tol=1e-6)


def closeness(a: Profile, b: Profile) -> float:
    """Return how near two values are: 1 for the same, towards 0 the farther apart.

    Ranges are as near as their nearest ends.
    """
    x, y = a.value, b.value
    if x is not None and y is not None:
        # Nearly always both are one number.
        if x * y <= 0:
            return 0.0
        return x / y if abs(x) < abs(y) else y / x
    (low_a, high_a), (low_b, high_b) = (a.ends, b.ends) if a.ends <= b.ends else (b.ends, a.ends)
    if math.isnan(high_a) or math.isnan(low_b) or low_a * high_b <= 0:
        return 0.0
    if low_b <= high_a:
        return 1.0
    near, far = sorted((abs(high_a), abs(low_b)))
    return near / far


def _later(a: Profile, b: Profile) -> bool:
    """Tell whether b was given after a: by publication, or by words within one report."""
    if a.report != b.report:
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
    one_report = a.report == b.report
    if a.replaced != b.replaced:
        return "update", f"revised: {bases}"
    if _starts_from(b, a):
        # "Raised from 5.5% to 6.5%" beside the 5.5% of before.
        return ("update", _times(a, b)) if later else ("agree", "level before the change")
    if _starts_from(a, b):
        return "agree", "level before the change"
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
    if a.former and b.former:
        # What was before does not change any more.
        return False
    if a.sense is not None and a.sense is b.sense and "fleeting" in a.sense.traits:
        # A share's price moves through the day, whoever tells it.
        return True
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
    (day, hour), (later_day, later_hour) = _moment(first), _moment(second)
    if day == later_day:
        return f"{_label(a)} {hour}, then {_label(b)} {later_hour}"
    return f"{_label(a)} {day}, then {_label(b)} {later_day}"


def _moment(when: datetime) -> tuple[str, str]:
    """Return the date and the time of day, to the minute."""
    day, _, hour = when.isoformat(timespec="minutes").partition("T")
    return day, hour
