"""Rows of the figure board: figures that measure the same thing, with a verdict and its reason.

A missed join costs less than a false one: two figures are joined only when their units can be
compared, nothing keeps their measures apart, and something positive speaks for the join.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from dateline.records import FigureEntry, FigureRelation, FigureRow, ReadReport, Verdict
from dateline.story.agreement.features import rarity_of
from dateline.story.agreement.likeness import NEVER, kept_apart, likeness
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.profiles import profiles_of
from dateline.story.agreement.relations import relation_of, same_value
from dateline.story.agreement.units import BARE
from dateline.story.identity import organisations_of, people_of
from dateline.story.sayings import story_ids
from dateline.text import Span

_ORDER = ("differ", "updated", "agree", "single")
_JOIN = 0.0
"""The log odds from which two figures are joined."""
_MOST_TOLD = 12
"""Figures beside which a word may stand that leads from one to the others."""
_DOUBTFUL = -2.0
"""The log odds below which two numbers speak against their rows being one."""
_SETTLED = 1000
"""Outweighs doubts: in one pair of reports two numbers are told of the same thing."""


def rows_of(
    reports: Sequence[ReadReport],
    copies: Mapping[str, str] | None = None,
    identities: Mapping[tuple[str, str], str] | None = None,
) -> tuple[FigureRow, ...]:
    """Return the figure board of a story; what is in dispute comes first, then what is widely told.

    ``copies`` maps the id of a wire copy's report to the original's: a figure that a copy repeats
    is shown, but takes no part in the verdict. ``identities`` are `story_ids` of the story's people
    and organisations, where they are known already.
    """
    copies = copies or {}
    if identities is None:
        identities = story_ids([*people_of(reports), *organisations_of(reports)])
    rows = _joined(profiles_of(reports, identities))
    for row in rows:
        _inherit(row)
    shown = [_row(row, copies) for row in rows]
    return tuple(sorted(shown, key=_rank))


def _rank(row: FigureRow) -> tuple[int, int]:
    """Return what rows are ordered by: verdict, then the number of reports."""
    return _ORDER.index(row.verdict), -len({entry.report for entry in row.entries})


def _joined(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Return the rows, made from the likest pair down; the earliest of equals comes first.

    A figure joins a row when it is like one member and nothing keeps it apart from any other.
    Those figures only are compared that have something in common, by `_sought`.
    """
    holding: dict[str | float | None, list[int]] = {}
    wording: dict[str, list[int]] = {}
    for number, profile in enumerate(profiles):
        for key in _sought(profile):
            holding.setdefault(key, []).append(number)
        for word in profile.content:
            wording.setdefault(word, []).append(number)
    telling = (numbers for numbers in wording.values() if len(numbers) <= _MOST_TOLD)
    near = {pair for numbers in (*holding.values(), *telling) for pair in combinations(numbers, 2)}
    scores = _Scores(profiles)
    able = (pair for pair in near if not scores.kept_apart(*pair))
    likely = [(-score, pair) for pair in able if (score := scores.of(*pair)) >= _JOIN]
    row_of = list(range(len(profiles)))
    rows = {number: [number] for number in row_of}
    tried: set[tuple[int, ...]] = set()
    for _, (a, b) in sorted(likely):
        first, second = sorted((row_of[a], row_of[b]))
        as_they_are = first, second, len(rows[first]), len(rows[second])
        if first == second or as_they_are in tried:
            continue
        if not _fit(rows[first], rows[second], scores):
            tried.add(as_they_are)
            continue
        for number in rows[second]:
            row_of[number] = first
        rows[first] += rows.pop(second)
    return [[profiles[number] for number in sorted(numbers)] for numbers in rows.values()]


class _Scores:
    """The likenesses of a story's figures, each worked out when it is first asked for."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.values = [profile.value for profile in profiles]
        self._profiles = profiles
        self._rarity = rarity_of(profiles)
        self._known: dict[tuple[int, int], float] = {}
        self._apart: list[set[int]] = [set() for _ in profiles]

    def of(self, a: int, b: int) -> float:
        """Return the likeness of two figures that are not kept apart, the earlier one first."""
        score = self._known.get((a, b))
        if score is None:
            first, second = self._profiles[a], self._profiles[b]
            score = self._known[a, b] = likeness(first, second, self._rarity)
        return score

    def kept_apart(self, a: int, b: int) -> bool:
        """Tell whether something keeps two figures apart for certain."""
        apart = kept_apart(self._profiles[a], self._profiles[b])
        if apart:
            self._apart[a].add(b)
            self._apart[b].add(a)
        return apart

    def keep_apart(self, first: Sequence[int], second: Sequence[int]) -> bool:
        """Tell whether something keeps members of two rows apart for certain.

        That costs less than a likeness, and what is known of it nothing.
        """
        if not all(self._apart[x].isdisjoint(second) for x in first):
            return True
        pairs = ((x, y) if x < y else (y, x) for x in first for y in second)
        return any(pair not in self._known and self.kept_apart(*pair) for pair in pairs)


def _fit(first: Sequence[int], second: Sequence[int], scores: _Scores) -> bool:
    """Tell whether two rows may be one.

    Nothing may keep a member of one apart from a member of the other for certain, and each number
    of one must go with each number of the other in most reports' words, or surely in one's.
    """
    if scores.keep_apart(first, second):
        return False
    votes: dict[tuple[float | None, float | None], int] = {}
    for x in first:
        for y in second:
            score = scores.of(x, y) if x < y else scores.of(y, x)
            if score == NEVER:
                return False
            numbers = (scores.values[x], scores.values[y])
            votes[numbers] = votes.get(numbers, 0) + (1 if score >= _DOUBTFUL else -1)
            if score >= _JOIN:
                votes[numbers] = _SETTLED
    return all(vote > 0 for vote in votes.values())


def _sought(profile: Profile) -> tuple[str | float | None, ...]:
    """Return what a row must hold one of to be a figure's row.

    That is its sense or nearly its number; or else both are the only figures of their unit in their
    reports, or the first. The meaning of one of the words beside them is enough as well, where it
    does not stand beside many.
    """
    value = profile.value
    number = (
        (value,) if value is None else (float(f"{value:.5g}"), float(f"{value * 1.000002:.5g}"))
    )
    place = [f"{profile.unit} first"] if profile.first else []
    place += [f"{profile.unit} alone"] if profile.alone else []
    sense = [f"sense {profile.sense.name}"] if profile.sense else []
    return (*number, *place, *sense)


def _inherit(row: Sequence[Profile]) -> None:
    """Let a headline's figure have the basis and source of the same figure in its report's body."""
    for profile in row:
        if profile.headline or (profile.basis is None and profile.source is None):
            for other in row:
                if (
                    other is not profile
                    and not other.headline
                    and other.read.report.id == profile.read.report.id
                    and same_value(profile, other)
                    and (other.basis or other.source)
                ):
                    profile.basis, profile.source = other.basis, other.source
                    profile.speaker = profile.speaker or other.speaker
                    break


def _repeat(row: Sequence[Profile]) -> None:
    """Let a number that no office gives have the source that an earlier report names for it."""
    for profile in row:
        if profile.basis not in (None, "independent estimate") or profile.headline:
            continue
        when = profile.published
        for other in row:
            first = other.published
            if (
                first is not None
                and when is not None
                and first < when
                and other.basis is not None
                and same_value(profile, other)
            ):
                profile.repeats = other
                break


def _row(row: Sequence[Profile], copies: Mapping[str, str]) -> FigureRow:
    _repeat(row)
    counted = [number for number, item in enumerate(row) if not _repeats(item, row, copies)]
    relations: list[FigureRelation] = []
    for a, b in combinations(counted, 2):
        relation, reason = relation_of(row[a], row[b])
        relations.append(FigureRelation(a=a, b=b, relation=relation, reason=reason))
    named = next((item for item in row if item.figure.measure), row[0])
    unit = next((item.figure.unit for item in row if item.unit != BARE), row[0].figure.unit)
    standing = [number for number in counted if not row[number].replaced]
    if len({row[number].report for number in standing}) > 1:
        # What a report says to be no longer so takes no part where others say what is.
        decisive = [item for item in relations if {item.a, item.b} <= {*standing}]
    else:
        decisive = relations
    verdict = _verdict(decisive, len(counted))
    return FigureRow(
        measure=_measure(named),
        unit=unit,
        entries=tuple(
            _entry(item, None if number in counted else copies[item.read.report.id])
            for number, item in enumerate(row)
        ),
        verdict=verdict,
        reason=_reason(decisive, verdict),
        relations=tuple(relations),
    )


def _repeats(profile: Profile, row: Sequence[Profile], copies: Mapping[str, str]) -> bool:
    """Tell whether a figure is a wire copy's repetition of what its original says in the row."""
    original = copies.get(profile.read.report.id)
    return original is not None and any(
        item.read.report.id == original and same_value(item, profile) for item in row
    )


def _verdict(relations: Sequence[FigureRelation], size: int) -> Verdict:
    if size == 1:
        return "single"
    found = {relation.relation for relation in relations}
    if "conflict" in found:
        return "differ"
    return "updated" if "update" in found else "agree"


def _reason(relations: Sequence[FigureRelation], verdict: Verdict) -> str | None:
    wanted = {"differ": "conflict", "updated": "update", "agree": "agree"}.get(verdict)
    reasons = [relation.reason for relation in relations if relation.relation == wanted]
    return next(iter(dict.fromkeys(reasons)), None)


def _measure(profile: Profile) -> str:
    """Return the words that say what is measured, or whose the figure is, or the number's own."""
    text, figure = profile.read.text, profile.figure
    spans = figure.measure or figure.subject or (profile.span,)
    if profile.entity is not None and figure.measure:
        # Of what several have, the row is one's.
        spans = (*figure.measure, *figure.subject[:1])
    return " … ".join(" ".join(span.of(text).split()) for span in spans)


def _entry(profile: Profile, original: str | None) -> FigureEntry:
    figure = profile.figure
    return FigureEntry(
        report=profile.read.report.id,
        start=figure.start,
        end=figure.end,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        basis=profile.basis,
        speaker=profile.speaker,
        as_of=figure.as_of,
        measure=tuple(Span(span.start, span.end) for span in figure.measure),
        vague=figure.vague,
        moves=figure.moves,
        copy_of=original,
    )
