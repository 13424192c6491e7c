"""What a figure measures and of whom, read from the dependency parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.reading.figures.english.measured import (
    COPULAR,
    EMPTY_SUBJECTS,
    GIVING,
    LEVEL_PREPOSITIONS,
    LIGHT,
    MOVING,
    NOBODY,
    PLACES,
    PUTTING,
)
from dateline.reading.figures.english.numbers import DENOMINATORS
from dateline.reading.figures.nouns import is_person, singular
from dateline.reading.model import lemma
from dateline.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


class Measured(NamedTuple):
    """The words for what is measured, and for whose or where it is."""

    measure: tuple[Span, ...]
    subject: tuple[Span, ...]


_PREMODIFIERS = frozenset("amod compound nmod poss nummod npadvmod advmod".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_NO_THING = frozenset(("cent", "percent", "pct", *DENOMINATORS))


def _phrase(head: Token, figure: DocSpan, *, possessive: bool = False) -> Span:
    """Return a noun with its modifiers, without articles and without the figure's own words."""
    start = head
    for child in head.lefts:
        if child.dep_ in _PREMODIFIERS and (child.dep_ != "poss" or possessive):
            edge = child.left_edge
            while edge.i < child.i and edge.tag_ in ("DT", "PDT", "PRP$"):
                edge = edge.nbor()
            if child.tag_ in ("PRP$", "DT", "CD") or figure.start <= child.i < figure.end:
                continue
            if figure.start < edge.i < figure.end or edge.i <= figure.start <= child.i:
                continue
            if edge.i < start.i and edge.tag_ not in ("DT", "PRP$"):
                start = edge
    if figure.start <= head.i and start.i < figure.end <= head.i:
        start = head.doc[figure.end] if figure.end <= head.i else head
    end = head
    for child in head.rights:
        if child.dep_ == "appos" and child.tag_ == "NNP" and child.left_edge.i == head.i + 1:
            # "The lawyer Ada Prin."
            end = child
    return Span(start.idx, end.idx + len(end))


def _verb_above(token: Token) -> Token | None:
    steps = 0
    while token.head is not token and steps < 8:
        if token.tag_.startswith("V") and token.dep_ not in ("amod", "compound"):
            return token
        token = token.head
        steps += 1
    return token if token.tag_.startswith("V") else None


def _subject_of(verb: Token) -> Token | None:
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in _SUBJECTS:
                return child
        if verb.tag_ in _FINITE and verb.is_sent_start and verb.i and verb.nbor(-1).tag_[0] == "N":
            # The parse ends a sentence between a subject and its verb.
            return verb.nbor(-1)
        if verb.dep_ in ("ccomp", "xcomp", "advcl") and verb.tag_ == "VBG":
            named = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
            if named:
                return named[-1]
            if lemma(verb.head) in LIGHT:
                return None
        if verb.dep_ == "acl" and verb.head.tag_.startswith("N"):
            return verb.head
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ in ("xcomp", "advcl", "conj", "pcomp", "ccomp") or verb.tag_ in ("VBG", "VB"):
            if verb.head is verb:
                return None
            verb = verb.head
            while verb.dep_ == "prep" and verb.head is not verb:
                verb = verb.head
            continue
        return None
    return None


def _objects(token: Token, prepositions: frozenset[str]) -> list[Token]:
    return [
        child
        for prep in token.children
        if prep.dep_ == "prep" and prep.lower_ in prepositions
        for child in prep.children
        if child.dep_ == "pobj"
    ]


def _thing(token: Token | None) -> Token | None:
    """Return a noun, what a share is of in place of the share, or None for a bare number."""
    if token is None or (token.text[:1].isalpha() and token.lower_ not in _NO_THING):
        bare = token is None or (
            token.tag_ == "CD" and not any(child.dep_ == "amod" for child in token.children)
        )
        return None if bare else token
    return next(iter(_objects(token, _OF)), None)


_OF = frozenset(("of",))
_OF_IN = frozenset(("of", "in", "for"))


def measured_by(figure: DocSpan, noun: Token | None) -> Measured:
    """Return what a figure measures and of whom.

    ``figure`` is the number with its unit; ``noun`` is the counted noun, when there is one.
    """
    anchor = noun if noun is not None else figure.root
    measures: list[Span] = []
    subjects: list[Span] = []

    def note(head: Token, into: list[Span]) -> None:
        if (
            head.tag_.startswith("N")
            and head.text[:1].isalnum()
            and head.lower_ not in EMPTY_SUBJECTS
            and not (figure.start <= head.i < figure.end)
        ):
            into.append(_phrase(head, figure, possessive=into is subjects))

    if noun is not None and not figure.start <= noun.i < figure.end:
        measures.append(_phrase(noun, figure))
        for child in noun.children:
            if child.dep_ == "poss" and child.tag_.startswith("N"):
                note(child, subjects)
    modified = anchor.head
    if (
        noun is None
        and anchor.dep_
        in ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "poss", "dep")
        and modified.i >= figure.end
        and modified.tag_[0] in "NJ"
    ):
        note(modified, measures)
        if modified.tag_.startswith("N"):
            for obj in _objects(modified, _OF_IN):
                note(obj, measures if modified.dep_ == "nsubj" else subjects)
            anchor = modified
    elif anchor.dep_ in ("appos", "nmod", "nummod", "npadvmod") and modified.i < figure.start:
        note(modified, subjects)
    following = figure.doc[figure.end] if figure.end < len(figure.doc) else None
    if (
        noun is None
        and following is not None
        and following.lower_ == "of"
        and (following.head is not anchor)
    ):
        for child in following.children:
            if child.dep_ == "pobj":
                note(child, measures)
    for obj in _objects(anchor, _OF):
        note(obj, measures)
        for inner in _objects(obj, _OF_IN):
            note(inner, subjects)
    for obj in _objects(anchor, frozenset(("in", "for", "to", "on"))):
        note(obj, subjects)
    if (
        anchor.dep_ == "pobj"
        and anchor.head.lower_ in ("of", "at", "with", "to", "in", "by")
        and (anchor.head.head.tag_.startswith("N"))
    ):
        owner = anchor.head.head
        if not figure.start <= owner.i < figure.end:
            note(owner, measures)
            for obj in _objects(owner, _OF_IN):
                if obj is not anchor:
                    note(obj, subjects)
    _from_verb(anchor, figure, noun, measures, subjects)
    return Measured(
        _ordered(measures),
        _ordered([s for s in subjects if not any(s.overlaps(m) for m in measures)]),
    )


def aged_by(figure: DocSpan) -> tuple[Span, ...]:
    """Return who or what has an age."""
    root = figure.root
    head = root.head
    while head.head is not head and not head.tag_.startswith(("N", "V", "P")):
        head = head.head
    if head.tag_.startswith("V"):
        subject = _subject_of(head)
        if subject is None:
            return ()
        head = subject
    if not head.tag_.startswith("N") or figure.start <= head.i < figure.end:
        return ()
    return (_phrase(head, figure),)


def is_denied(figure: DocSpan) -> bool:
    """Tell whether the clause of a figure denies it (``none of whom got more than 4%``)."""
    verb = _verb_above(figure.root)
    if verb is None:
        return False
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return any(child.dep_ == "neg" and child.i < figure.start for child in verb.children) or any(
        token.lower_ in NOBODY or (token.lower_ == "no" and token.dep_ == "det")
        for subject in subjects
        if subject.i < figure.start
        for token in (subject, *subject.lefts)
    )


def outcome_after(figure: DocSpan) -> tuple[Span, ...]:
    """Return the word that says what happened to a bare number of people (``12 dead``)."""
    doc = figure.doc
    for token in doc[figure.end : figure.end + 4]:
        if token.tag_ in ("VBN", "JJ", "VBD") and token.dep_ not in ("aux", "auxpass"):
            return (Span(token.idx, token.idx + len(token)),)
        if token.tag_ in (",", ".", "CC", "IN"):
            break
    return ()


def _from_verb(
    anchor: Token, figure: DocSpan, noun: Token | None, measures: list[Span], subjects: list[Span]
) -> None:
    verb = _verb_above(anchor)
    if verb is None or figure.start <= verb.i < figure.end:
        return
    for child in anchor.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBG") and noun is not None:
            measures.append(Span(child.idx, child.idx + len(child)))
    if anchor.dep_ in _SUBJECTS or anchor.head.dep_ in _SUBJECTS:
        if lemma(verb) not in LIGHT and lemma(verb) != "be":
            measures.append(Span(verb.idx, verb.idx + len(verb)))
        return
    base = lemma(verb)
    given = _given_to(verb, figure) if base in GIVING else _beside(anchor)
    if given is not None:
        subjects.append(_phrase(given, figure))
        return
    subject = _thing(_subject_of(verb))
    if subject is not None and anchor.head.lower_ == "with" and _is_placed(verb):
        subjects.append(_phrase(subject, figure, possessive=True))
        return
    level = (
        base in COPULAR
        or base in MOVING
        or (anchor.dep_ == "pobj" and anchor.head.lower_ in LEVEL_PREPOSITIONS and noun is None)
    )
    root = figure.root
    put = base in PUTTING and root.dep_ == "pobj" and root.head.lower_ == "at"
    moved = _moved(verb, anchor, figure) if level or put else []
    if put and moved:
        _measure_put(moved, figure, measures, subjects)
        return
    if level and noun is None and not measures:
        if moved and anchor.head.lower_ == "to" and all(map(_is_somebody, moved)):
            # "The judge sentenced the trader to nine years."
            measures.append(Span(verb.idx, verb.idx + len(verb)))
            subjects += [_phrase(child, figure) for child in moved]
            return
        if subject is not None and subject.lower_ not in EMPTY_SUBJECTS:
            (subjects if moved else measures).append(_phrase(subject, figure))
            for obj in _objects(subject, _OF_IN):
                subjects.append(_phrase(obj, figure))
            for child in subject.children:
                if child.dep_ == "poss" and child.tag_ != "PRP$":
                    subjects.append(_phrase(child, figure))
        measures += [_phrase(child, figure) for child in moved]
        return
    direct = anchor.dep_ in ("dobj", "attr", "oprd", "npadvmod") or (
        anchor.dep_ == "pobj"
        and anchor.head.head is verb
        and anchor.head.lower_ in LEVEL_PREPOSITIONS
    )
    if base not in COPULAR and base not in LIGHT and (direct or not measures):
        measures.append(Span(verb.idx, verb.idx + len(verb)))
    if (
        subject is not None
        and subject.lower_ not in EMPTY_SUBJECTS
        and subject.tag_ not in ("PRP", "WP", "WDT", "DT", "EX")
        and not figure.start <= subject.i < figure.end
    ):
        subjects.append(_phrase(subject, figure, possessive=True))
    if anchor.dep_ == "dobj" or not direct:
        return
    for child in verb.children:
        if (
            child.dep_ == "dobj"
            and child is not anchor
            and not figure.start <= child.i < figure.end
        ):
            measures.append(_phrase(child, figure))


def _moved(verb: Token, anchor: Token, figure: DocSpan) -> list[Token]:
    """Return the things that a verb brings to a number or puts at one."""
    return [
        child
        for child in verb.children
        if child.dep_ == "dobj"
        and child is not anchor
        and child.text[:1].isalpha()
        and not any(inner.dep_ == "nummod" for inner in child.children)
        and not figure.start <= child.i < figure.end
    ]


def _is_placed(verb: Token) -> bool:
    """Tell whether a verb says which place somebody came in: ``came second with 18%``."""
    return any(child.lower_ in PLACES and child.dep_ != "dobj" for child in verb.children)


def _is_somebody(token: Token) -> bool:
    return token.ent_type_ == "PERSON" or is_person(singular(token.text))


def _measure_put(
    things: list[Token], figure: DocSpan, measures: list[Span], subjects: list[Span]
) -> None:
    """Note what somebody puts at a number (``put the party's share at 9%``), not who does."""
    for thing in things:
        measures.append(_phrase(thing, figure))
        owners = [child for child in thing.children if child.dep_ == "poss"]
        for owner in (*owners, *_objects(thing, _OF_IN)):
            if owner.tag_.startswith("N"):
                subjects.append(_phrase(owner, figure))


def _given_to(verb: Token, figure: DocSpan) -> Token | None:
    """Return whom a verb gives a number to (``the count gave Oll 58%``)."""
    for child in verb.children:
        if child.dep_ in ("dative", "dobj") and child.tag_ in ("NNP", "NNPS", "NNS", "NN"):
            return child if child.i < figure.start else None
    return None


def _beside(anchor: Token) -> Token | None:
    """Return who is said to stand at a number in passing (``with Ada Prin on 20%``)."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in ("on", "at") or not anchor.head.i:
        return None
    token = anchor.head.nbor(-1)
    while token.dep_ in ("appos", "compound") and token.head.i < anchor.head.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "with":
        return token
    if anchor.head.lower_ != "on":
        return None
    # "Ahead of the Centre Party on 29% and the Farmers' Union on 11%."
    ranked = token.dep_ == "pobj" and "ahead" in (token.head.lower_, token.head.head.lower_)
    behind = token.dep_ == "pobj" and token.head.lower_ == "behind"
    listed = token.dep_ == "conj" and token.tag_ in ("NNP", "NNPS")
    return token if ranked or behind or listed else None


def _ordered(spans: list[Span]) -> tuple[Span, ...]:
    """Return spans in order, without those inside another."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
