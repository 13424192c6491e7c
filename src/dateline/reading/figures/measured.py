"""What a figure measures and of whom, read from the dependency parse."""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.figures.english.measured import (
    COPULAR,
    DRIVING,
    EMPTY_SUBJECTS,
    GIVING,
    LEVEL_PREPOSITIONS,
    LIGHT,
    MOVING,
    NOBODY,
    PLACES,
    PUTTING,
    THE_NUMBER,
    TIMES,
)
from dateline.reading.figures.english.numbers import DENOMINATORS
from dateline.reading.figures.english.units import MEANS_OF_PAYMENT, MONEY_THINGS
from dateline.reading.figures.nouns import is_person, singular
from dateline.reading.figures.placed import Placed, is_at, subject_of, verb_above
from dateline.reading.table import Table
from dateline.text import Span


class Measured(NamedTuple):
    """The words for what is measured, and for whose or where it is."""

    measure: tuple[Span, ...]
    subject: tuple[Span, ...]


_PREMODIFIERS = frozenset("amod compound nmod poss nummod npadvmod advmod".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_MODIFIES = frozenset("nummod compound amod nmod quantmod npadvmod poss dep".split())
_APPOSED = frozenset("appos nmod nummod npadvmod".split())
_DIRECT = frozenset("dobj attr oprd npadvmod".split())
_NOUNS = frozenset("NNP NNPS NNS NN".split())
_NO_THING = frozenset(("cent", "percent", "pct", *DENOMINATORS))
_NO_MEASURES = EMPTY_SUBJECTS | _NO_THING | TIMES


def _span(table: Table, i: int) -> Span:
    return Span(table.start[i], table.end[i])


def _phrase(table: Table, head: int, figure: range, *, possessive: bool = False) -> Span:
    """Return a noun with its modifiers, without articles and without the figure's own words."""
    tag, dep = table.tag, table.dep
    start = end = head
    for child in table.children(head):
        if child > head:
            if dep[child] == "appos" and tag[child] == "NNP" and table.first[child] == head + 1:
                # "The lawyer Ada Prin."
                end = child
        elif dep[child] in _PREMODIFIERS and (dep[child] != "poss" or possessive):
            edge = table.first[child]
            while edge < child and (
                tag[edge] in ("DT", "PDT", "PRP$") or not table.words[edge][:1].isalnum()
            ):
                edge += 1
            if tag[child] in ("PRP$", "DT", "CD") or child in figure:
                continue
            if figure.start < edge < figure.stop or edge <= figure.start <= child:
                continue
            if edge < start and tag[edge] not in ("DT", "PRP$"):
                start = edge
    if figure.start <= head and start < figure.stop <= head:
        start = figure.stop
    return Span(table.start[start], table.end[end])


def _objects(table: Table, i: int, prepositions: frozenset[str]) -> list[int]:
    return [
        child
        for link in table.children(i)
        if table.dep[link] == "prep" and table.lower[link] in prepositions
        for child in table.children(link)
        if table.dep[child] == "pobj"
    ]


def _thing(table: Table, i: int | None) -> int | None:
    """Return a noun, what a share is of in place of the share, or None for a bare number."""
    if i is None:
        return None
    if table.words[i][:1].isalpha() and table.lower[i] not in _NO_THING:
        modified = any(table.dep[c] == "amod" for c in table.children(i))
        return i if table.tag[i] != "CD" or modified else None
    return next(iter(_objects(table, i, _OF)), None)


_OF = frozenset(("of",))
_MORE = frozenset("more less fewer".split())
_OF_IN = frozenset(("of", "in", "for"))
_WHERE = frozenset(("in", "for", "to", "on"))
_OWNED_BY = frozenset("of at with to in by below above under".split())


def _is_group(table: Table, i: int) -> bool:
    """Tell whether an adjective stands for people: ``four of the dead``."""
    return table.tag[i] == "JJ" and table.dep[i] == "pobj" and table.lower[i - 1] == "the"


class _Notes:
    """What is found of one figure so far."""

    __slots__ = ("_figure", "_table", "measures", "subjects")

    def __init__(self, table: Table, figure: range) -> None:
        self._table = table
        self._figure = figure
        self.measures: list[Span] = []
        self.subjects: list[Span] = []

    def _is_noun(self, head: int) -> bool:
        table = self._table
        return (
            (table.tag[head].startswith("N") or _is_group(table, head))
            and table.words[head][:1].isalnum()
            and table.lower[head] not in _NO_MEASURES
            and head not in self._figure
        )

    def measure(self, head: int) -> None:
        if self._is_noun(head):
            self.measures.append(_phrase(self._table, head, self._figure))

    def subject(self, head: int) -> None:
        if self._is_noun(head):
            self.subjects.append(_phrase(self._table, head, self._figure, possessive=True))


def measured_by(table: Table, placed: Placed, noun: int | None) -> Measured:
    """Return what a figure measures and of whom.

    The figure is the number with its unit; ``noun`` is the counted noun, when there is one.
    """
    tag, dep, head, lower = table.tag, table.dep, table.head, table.lower
    figure = placed.tokens
    anchor = noun if noun is not None else placed.top
    notes = _Notes(table, figure)
    if noun is not None and noun not in figure:
        notes.measures.append(_phrase(table, noun, figure))
        for child in table.children(noun):
            if dep[child] == "poss" and tag[child].startswith("N"):
                notes.subject(child)
    modified = head[anchor]
    if (
        noun is None
        and dep[anchor] in _MODIFIES
        and modified >= figure.stop
        and tag[modified][0] in "NJ"
    ):
        notes.measure(modified)
        if tag[modified].startswith("N"):
            for obj in _objects(table, modified, _OF_IN):
                (notes.measure if dep[modified] == "nsubj" else notes.subject)(obj)
            anchor = modified
    elif dep[anchor] in _APPOSED and modified < figure.start:
        notes.subject(modified)
    following = figure.stop
    if noun is None and following < table.size and lower[following] == "of":
        for child in table.children(following):
            if dep[child] == "pobj":
                notes.measure(child)
    if following + 1 < table.size and lower[following] in _MORE and tag[following + 1][0] == "N":
        # "9.5% more pay."
        notes.measure(following + 1)
    if following + 1 < table.size and lower[following] == "in":
        # "$4.4 million in emergency aid."
        for obj in table.children(following):
            if lower[obj] in MONEY_THINGS and lower[obj] not in MEANS_OF_PAYMENT:
                notes.measure(obj)
    for obj in _objects(table, anchor, _OF):
        notes.measure(obj)
        for inner in _objects(table, obj, _OF_IN):
            notes.subject(inner)
    for obj in _objects(table, anchor, _WHERE):
        notes.subject(obj)
    link = head[anchor]
    owner = head[link]
    owned = dep[anchor] == "pobj" and lower[link] in _OWNED_BY and tag[owner].startswith("N")
    if owned and owner not in figure:
        notes.measure(owner)
        for obj in _objects(table, owner, _OF_IN):
            notes.subject(obj)
    _from_verb(table, anchor, placed, noun, notes.measures, notes.subjects)
    measures, subjects = notes.measures, notes.subjects
    return Measured(
        _ordered(measures),
        _ordered([s for s in subjects if not any(s.overlaps(m) for m in measures)]),
    )


def aged_by(table: Table, placed: Placed) -> tuple[Span, ...]:
    """Return who or what has an age."""
    tag, head = table.tag, table.head
    owner = head[placed.top]
    while head[owner] != owner and not tag[owner].startswith(("N", "V", "P")):
        owner = head[owner]
    if tag[owner].startswith("V"):
        subject = subject_of(table, owner)
        if subject is None:
            return ()
        owner = subject
    if not tag[owner].startswith("N") or owner in placed.tokens:
        return ()
    return (_phrase(table, owner, placed.tokens),)


def is_denied(table: Table, placed: Placed) -> bool:
    """Tell whether the clause of a figure denies it (``none of whom got more than 4%``)."""
    verb = verb_above(table, placed.top)
    if verb is None:
        return False
    dep, lower = table.dep, table.lower
    # "Rates are not likely to fall below 6%."
    while dep[verb] in ("xcomp", "acomp") and table.head[verb] != verb:
        verb = table.head[verb]
    before = [child for child in table.children(verb) if child < placed.tokens.start]
    return any(dep[child] == "neg" for child in before) or any(
        lower[i] in NOBODY or (lower[i] == "no" and dep[i] == "det")
        for subject in before
        if dep[subject] in _SUBJECTS
        for i in (subject, *(c for c in table.children(subject) if c < subject))
    )


def _from_verb(
    table: Table,
    anchor: int,
    placed: Placed,
    noun: int | None,
    measures: list[Span],
    subjects: list[Span],
) -> None:
    tag, dep, lower, figure = table.tag, table.dep, table.lower, placed.tokens
    verb = verb_above(table, anchor)
    if verb is None or verb in figure:
        return
    above = table.head[anchor]
    if noun is not None:
        for child in table.children(anchor):
            if dep[child] == "acl" and tag[child] in ("VBN", "VBG"):
                measures.append(_span(table, child))
    base = table.lemma_of(verb)
    if dep[anchor] in _SUBJECTS or dep[above] in _SUBJECTS:
        if base not in LIGHT and base != "be":
            measures.append(_span(table, verb))
        return
    given = _given_to(table, verb, figure) if base in GIVING else _beside(table, anchor)
    if given is not None:
        # "The ministry gave the number of arrests as 82."
        counted = _numbered(table, given)
        into = measures if counted else subjects
        into += [_phrase(table, child, figure) for child in (given, *counted)]
        return
    subject = _thing(table, subject_of(table, verb))
    if subject is not None and lower[above] == "with" and _is_placed(table, verb):
        subjects.append(_phrase(table, subject, figure, possessive=True))
        return
    level = (
        base in COPULAR
        or base in MOVING
        or (noun is None and dep[anchor] == "pobj" and lower[above] in LEVEL_PREPOSITIONS)
    )
    put = base in DRIVING or (base in PUTTING and is_at(table, placed.top))
    moved = _moved(table, verb, figure) if level or put else []
    if put and moved:
        _measure_put(table, moved, figure, measures, subjects)
        return
    if level and noun is None and not measures:
        if moved and lower[above] == "to" and all(_is_somebody(table, i) for i in moved):
            # "The judge sentenced the trader to nine years."
            measures.append(_span(table, verb))
            subjects += [_phrase(table, child, figure) for child in moved]
            return
        if subject is not None and lower[subject] not in EMPTY_SUBJECTS:
            (subjects if moved else measures).append(_phrase(table, subject, figure))
            owners = [c for c in table.children(subject) if dep[c] == "poss" and tag[c] != "PRP$"]
            counted = [] if moved else _numbered(table, subject)
            measures += [_phrase(table, obj, figure) for obj in counted]
            for obj in (*_objects(table, subject, _OF_IN), *owners):
                if obj not in counted:
                    subjects.append(_phrase(table, obj, figure))
        for child in moved:
            things = (child, *_numbered(table, child))
            measures += [_phrase(table, thing, figure) for thing in things]
        return
    direct = dep[anchor] in _DIRECT
    particle = next((c for c in table.children(verb) if _is_particle(table, c, verb)), None)
    named = base.isalpha() and base not in COPULAR and (base not in LIGHT or particle is not None)
    if named and (direct or not measures):
        measures.append(_span(table, verb))
        if particle is not None and particle not in figure and base in LIGHT:
            # "Set aside $310 million", "took on 40 people".
            measures[-1] = Span(table.start[verb], table.end[particle])
    if (
        subject is not None
        and lower[subject] not in EMPTY_SUBJECTS
        and tag[subject] not in ("PRP", "WP", "WDT", "DT", "EX")
        and subject not in figure
    ):
        subjects.append(_phrase(table, subject, figure, possessive=True))
    if dep[anchor] == "dobj" or not direct:
        return
    for child in table.children(verb):
        if dep[child] == "dobj" and child not in figure:
            measures.append(_phrase(table, child, figure))


def _moved(table: Table, verb: int, figure: range) -> list[int]:
    """Return the things that a verb brings to a number or puts at one."""
    return [
        child
        for child in table.children(verb)
        if table.dep[child] == "dobj"
        and table.words[child][:1].isalpha()
        and not any(table.dep[inner] == "nummod" for inner in table.children(child))
        and child not in figure
    ]


def _is_particle(table: Table, i: int, verb: int) -> bool:
    """Tell whether a word makes another verb of the one right before it."""
    return i == verb + 1 and (table.dep[i] == "prt" or table.lower[i] == "aside")


def _is_placed(table: Table, verb: int) -> bool:
    """Tell whether a verb says which place somebody came in: ``came second with 18%``."""
    return any(table.lower[c] in PLACES and table.dep[c] != "dobj" for c in table.children(verb))


def _is_somebody(table: Table, i: int) -> bool:
    return table.doc[i].ent_type_ == "PERSON" or is_person(singular(table.words[i]))


def _numbered(table: Table, thing: int) -> list[int]:
    """Return what a number is of: ``the number of dead``."""
    return _objects(table, thing, _OF) if table.lower[thing] in THE_NUMBER else []


def _measure_put(
    table: Table, things: list[int], figure: range, measures: list[Span], subjects: list[Span]
) -> None:
    """Note what somebody puts or drives to a number (``put the share at 9%``), not who does."""
    for thing in things:
        counted = _numbered(table, thing)
        measures += [_phrase(table, child, figure) for child in (thing, *counted)]
        owners = [child for child in table.children(thing) if table.dep[child] == "poss"]
        for owner in (*owners, *_objects(table, thing, _OF_IN)):
            if owner not in counted and table.tag[owner].startswith("N"):
                subjects.append(_phrase(table, owner, figure))


def _given_to(table: Table, verb: int, figure: range) -> int | None:
    """Return whom a verb gives a number to (``the count gave Oll 58%``)."""
    for child in table.children(verb):
        if table.dep[child] in ("dative", "dobj") and table.tag[child] in _NOUNS:
            return child if child < figure.start else None
    return None


def _beside(table: Table, anchor: int) -> int | None:
    """Return who is said to stand at a number in passing (``with Ada Prin on 20%``)."""
    dep, head, lower = table.dep, table.head, table.lower
    link = head[anchor]
    if dep[anchor] != "pobj" or lower[link] not in ("on", "at") or not link:
        return None
    i = link - 1
    while dep[i] in ("appos", "compound") and head[i] < link:
        i = head[i]
    above = head[i]
    if dep[i] == "pobj" and lower[above] == "with":
        return i
    if lower[link] != "on":
        return None
    # "Ahead of the Centre Party on 29% and the Farmers' Union on 11%."
    ranked = dep[i] == "pobj" and "ahead" in (lower[above], lower[head[above]])
    behind = dep[i] == "pobj" and lower[above] == "behind"
    listed = dep[i] == "conj" and table.tag[i] in ("NNP", "NNPS")
    return i if ranked or behind or listed else None


def _ordered(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, without those inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
