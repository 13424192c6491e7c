"""How likely two figures measure the same thing, and what keeps them apart for certain."""

from __future__ import annotations

from dateline.story.agreement.profile import Profile
from dateline.story.agreement.relations import published_at, same_value
from dateline.story.agreement.units import BARE, comparable

NEVER = -2.0
_REPEATED = 1.2
"""What it says that a headline gives the number of its report's body."""
_CLOSE = 0.1
"""What nearness of values adds at most: of two figures that fit alike, the nearer comes first."""
_FAR = 0.03
"""Of two numbers for one thing none is thirty times the other."""
_LONELY_FAR = 0.15
_ALONE = 0.95
"""What it says that two figures are the only ones of their unit in their reports."""


def likeness(a: Profile, b: Profile) -> float:
    """Return how likely two figures measure the same thing.

    Below 0 nothing speaks for it; at `NEVER` something keeps them apart for certain.
    """
    if not comparable(a.unit, b.unit) or _kept_apart(a, b):
        return NEVER
    equal = same_value(a, b)
    shared = a.stems & b.stems
    overlap = len(shared) / max(1, min(len(a.stems), len(b.stems)))
    one_report = a.read.report.id == b.read.report.id
    if equal and one_report and a.headline != b.headline:
        return _REPEATED + overlap
    if a.unit == "age":
        return 1.5 if equal and (shared or a.entity == b.entity) else -1.0
    score = overlap
    if a.sense is not None and b.sense is not None:
        if a.sense is b.sense:
            score += 1.0
        elif equal and _rare(a):
            score += 0.7
        elif not (equal and _shares_sense(a, b)):
            return -1.0
    elif equal and _telling(a):
        score += 0.8 if shared or _rare(a) else 0.3
    elif _only_ones(a, b):
        score += _ALONE
    else:
        score -= 0.2
    if equal and _telling(a):
        score += 0.6
    score += _CLOSE * closeness(a, b)
    if BARE in (a.unit, b.unit) and (a.sense is None or a.sense is not b.sense):
        score -= 0.1
    if one_report and not equal and not _may_differ_in_one_report(a, b):
        return NEVER
    return score


def _only_ones(a: Profile, b: Profile) -> bool:
    """Tell whether two figures are the only ones of a unit in their reports, and about one thing.

    A name that they share says only that they stand in one story.
    """
    if not (a.alone and b.alone) or a.unit != b.unit or a.unit == BARE:
        return False
    about = (a.stems - a.silent) & (b.stems - b.silent)
    return bool(about or a.sought) and closeness(a, b) >= _LONELY_FAR


def closeness(a: Profile, b: Profile) -> float:
    """Return how near two values are: 1 for the same, towards 0 the farther apart."""
    if a.value is None or b.value is None or a.value * b.value <= 0:
        return 0.0
    low, high = sorted((abs(a.value), abs(b.value)))
    return low / high


def _shares_sense(a: Profile, b: Profile) -> bool:
    return bool(
        {name for name, score in a.senses.items() if score > 0.2}
        & {name for name, score in b.senses.items() if score > 0.2}
    )


def _telling(profile: Profile) -> bool:
    """Tell whether a number is rare enough that its repetition means something."""
    value = profile.figure.value
    return value is not None and (value != int(value) or abs(value) > 12)


def _rare(profile: Profile) -> bool:
    """Tell whether a number is so rare that two reports hardly give it for two things."""
    value = profile.figure.value
    if value is None or not _telling(profile):
        return False
    digits = f"{abs(value):.6g}".replace(".", "").split("e")[0].strip("0")
    return len(digits) >= (3 if profile.unit == "percent" else 2)


def _kept_apart(a: Profile, b: Profile) -> bool:
    """Tell whether a name, a period, a good, a group or a method keeps two figures apart."""
    pairs = (
        (a.entity, b.entity),
        (a.item, b.item),
        (a.rate, b.rate),
        (_period_key(a, b), _period_key(b, a)),
    )
    if any(x is not None and y is not None and x != y for x, y in pairs):
        return True
    if _foretold(a, b) or _foretold(b, a):
        return True
    if same_value(a, b):
        return False
    marks = [(x.people, x.subset, x.sought, x.former, x.side) for x in (a, b)]
    if marks[0] != marks[1]:
        return True
    return 0.0 < closeness(a, b) < _FAR and not (a.figure.vague or b.figure.vague)


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
    if profile.sense is other.sense and _long_past(profile) != _long_past(other):
        return "past" if _long_past(profile) else "now"
    if profile.period is None or other.period is None:
        return None
    period = profile.period
    if "-Q" in other.period and period[5:7].isdecimal():
        period = f"{period[:4]}-Q{(int(period[5:7]) + 2) // 3}"
    return period[: len(other.period)]


def _long_past(profile: Profile) -> bool:
    """Tell whether a figure holds for a year before the last one; one without a period is new."""
    published, year = published_at(profile), (profile.period or "")[:4]
    return published is not None and year.isdecimal() and int(year) < published.year - 1


def _may_differ_in_one_report(a: Profile, b: Profile) -> bool:
    """Tell whether one report may give two numbers for one thing: two sources, or a revision."""
    if a.basis != b.basis:
        return True
    # A number without a source of its own is no second voice.
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return True
    words = f"{a.clause} {b.clause}".lower()
    return any(cue in words for cue in ("earlier", "revised", "previous", "initial", "forecast"))
