"""What a figure measures, read off the words around it: its sense and what keeps it apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain

import msgspec

from dateline.reading.needles import Sought
from dateline.records import Figure, ReadReport
from dateline.story.agreement.english.senses import (
    ELIDED,
    INCLUSIVE,
    ITEMS,
    PARTS,
    PERSON_TYPES,
    SIDES,
    SOUGHT,
    STAGES,
    SUBSETS,
    VARIANTS,
    WANTED,
)
from dateline.story.agreement.evoked import SENSE_BY_NAME, listed, senses_evoked, stems
from dateline.story.agreement.marks import (
    adds_to_it,
    as_share,
    former_or_replaced,
    has_moved,
    is_difference,
    period_of,
    rate_of,
    stands_in,
)
from dateline.story.agreement.meanings import meanings, meanings_of
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.sentences import Sentence
from dateline.story.agreement.units import BARE, MEASURES, unit_class
from dateline.story.agreement.words import NOUN_STOPS, WORD, holds_one, stem

_SENSE_FLOOR = 0.18
_BESIDE = 0.38
_SIDED = 0.75
_BEFELL = 0.6
_SEVERAL = 2
_ELIDED = re.compile(ELIDED)
_WANTED = re.compile(WANTED)
_SCALED = re.compile(r"(?:million|billion|trillion|[mb]n?)$", re.IGNORECASE)
_PARTS = Sought(PARTS)
_INCLUSIVE = Sought(INCLUSIVE, re.IGNORECASE)
_PART_OF = frozenset(("of", "of the", "of its", "of their", "out of"))
_SHARED_UNITS = MEASURES | {"percent"}


def profile_of(
    order: int, read: ReadReport, figure: Figure, within: Sentence, named: frozenset[str]
) -> Profile:
    """Return the profile of a figure, given the stems of the report's names."""
    text, sentence = read.text, within.span
    number = within.figures.index(figure)
    left = max((other.end for other in within.figures[:number]), default=sentence.start)
    right = min((other.start for other in within.figures[number + 1 :]), default=sentence.end)
    weights = within.weights(figure)
    figure = _with_unit(text, as_share(text, figure), within)
    unit = unit_class(figure)
    profile = Profile(
        order=order,
        read=read,
        figure=figure,
        unit=unit,
        sentence=sentence.of(text),
        clause=text[min(left, figure.start) : max(right, figure.end)],
    )
    if unit == "age":
        # Only ages are told apart by all words beside them.
        profile.stems = frozenset(
            word for word, weight in weights.items() if weight >= 0.3 and word not in NOUN_STOPS
        )
    silent = within.names.union(named & weights.keys(), within.stems_in(profile.span))
    profile.content, profile.names = meanings(weights, silent)
    profile.measured = meanings_of(chain.from_iterable(map(within.stems_in, figure.measure)))
    profile.noun = (figure.unit or "").split(" ")[-1]
    profile.senses = senses_evoked(weights, unit)
    profile.senses = _what_befell(_without_the_teller(profile, weights, within))
    best = max(profile.senses.items(), key=lambda item: (item[1], item[0]), default=None)
    if best is not None and best[1] >= _SENSE_FLOOR:
        profile.sense = SENSE_BY_NAME[best[0]]
    around = text[max(sentence.start, figure.start - 60) : min(sentence.end, figure.end + 60)]
    if profile.sense is None or "item" in profile.sense.traits:
        profile.item = listed(ITEMS, weights)
    profile.people = listed(PERSON_TYPES, weights, floor=0.8) if unit in ("people", BARE) else None
    near = text[max(sentence.start, figure.start - 14) : min(sentence.end, figure.end + 12)].lower()
    if unit in ("people", BARE) or unit.startswith("count"):
        profile.subset = holds_one(near, SUBSETS) or adds_to_it(text, figure)
    profile.subset |= stands_in(_PARTS, text, min(left, figure.start), figure.start) or stands_in(
        _PARTS, text, figure.end, max(right, figure.end)
    )
    profile.variant = listed(VARIANTS, weights, floor=_BESIDE) or next(
        (name for name, words in VARIANTS if not profile.measured.isdisjoint(stems(words))), None
    )
    profile.difference = unit in MEASURES and is_difference(text, figure)
    profile.inclusive = stands_in(_INCLUSIVE, text, min(left, figure.start), max(right, figure.end))
    profile.whole = left < figure.start and text[left : figure.start].strip() in _PART_OF
    profile.rate = rate_of(text[figure.start : min(sentence.end, figure.end + 60)], around)
    profile.sought = _is_sought(text, figure, within, weights)
    profile.stage = listed(STAGES, weights, floor=_BESIDE)
    profile.former, profile.replaced = former_or_replaced(text, figure, within)
    if figure.bound in ("up", "down"):
        # "Attacks fell by 52%, against 24% for placebo": nobody votes against it.
        profile.side = None
    elif profile.sense is not None and profile.sense.name in ("votes", "vote share"):
        profile.side = listed(SIDES, weights, floor=0.35)
    elif unit == "percent" and (profile.sense is None or profile.sense.name == "poll support"):
        profile.side = listed(SIDES, weights, floor=_SIDED)
    profile.moved = has_moved(text, figure, sentence)
    profile.period = period_of(profile, sentence)
    return profile


def _without_the_teller(
    profile: Profile, weights: Mapping[str, float], within: Sentence
) -> Mapping[str, float]:
    """Return senses that the words evoke without who tells the figure, where there are any.

    ``Survivors said 130 had been on board`` counts no survivors.
    """
    index, statements = profile.figure.statement, profile.read.reading.statements
    if len(profile.senses) < _SEVERAL or index is None or index >= len(statements):
        return profile.senses
    tellers = {word for span in statements[index].source for word in within.stems_in(span)}
    rest = {word: weight for word, weight in weights.items() if word not in tellers}
    if len(rest) == len(weights):
        return profile.senses
    return senses_evoked(rest, profile.unit) or profile.senses


def _what_befell(senses: Mapping[str, float]) -> Mapping[str, float]:
    """Return senses without that of a crowd where one near by says what befell some of it.

    ``Sixty protesters were detained`` counts no march.
    """
    traits = {name: SENSE_BY_NAME[name].traits for name in senses}
    befell = any("evolving" in traits[name] and senses[name] >= _BEFELL for name in senses)
    return {name: v for name, v in senses.items() if not (befell and "disputed" in traits[name])}


def _is_sought(text: str, figure: Figure, within: Sentence, weights: Mapping[str, float]) -> bool:
    """Tell whether a number is one that somebody wants: ``asked for $9m``, ``the $9m sought``."""
    cues = {word for word in stems(SOUGHT) & weights.keys() if weights[word] > _BESIDE}
    if not cues:
        return False
    if _WANTED.match(text, figure.end, within.span.end):
        return True
    start = within.span.start
    earlier = [other for other in within.figures if other.end <= figure.start]
    if earlier and (claimed := _WANTED.match(text, earlier[-1].end, within.span.end)):
        # "Of the $64 million the agency asked for, $14 million has come."
        start = claimed.end()
    before = {stem(m.group()) for m in WORD.finditer(text, start, figure.start)}
    return not cues.isdisjoint(before)


def _with_unit(text: str, figure: Figure, within: Sentence) -> Figure:
    """Return a figure with the unit it leaves out: ``130 litres, up from 90``."""
    if figure.unit is not None:
        return figure
    before = next((f for f in reversed(within.figures) if f.end <= figure.start), None)
    if before is None:
        return figure
    kind = unit_class(before)
    money = kind.startswith("money:")
    scaled = money and _SCALED.search(text, figure.start, figure.end) is not None
    if not scaled and not _ELIDED.search(text[before.end : figure.start]):
        return figure
    if kind not in _SHARED_UNITS and not money:
        return figure
    return msgspec.structs.replace(figure, unit=before.unit)
