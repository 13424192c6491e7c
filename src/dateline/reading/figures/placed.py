"""Where a figure stands in the parse: the verb that puts something at it, the words behind it."""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.figures.english.measured import LIGHT, PUTTING, THE_NUMBER
from dateline.reading.table import Table
from dateline.text import Span

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_SPEAKING = frozenset(("speak", "talk"))
_BEING = frozenset("be stand come reach".split())
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_SHARING = frozenset("xcomp advcl conj pcomp ccomp".split())


class Placed(NamedTuple):
    """The tokens of a number with its unit, and the one of them nearest to the root."""

    tokens: range
    top: int


def is_at(table: Table, top: int) -> bool:
    """Tell whether a figure is what something is put at."""
    return table.dep[top] == "pobj" and table.lower[table.head[top]] == "at"


def putting(table: Table, placed: Placed) -> int | None:
    """Return the verb that puts something at a number (``put the crowd at 900``), or None."""
    if not is_at(table, placed.top):
        return None
    verb = table.head[table.head[placed.top]]
    is_verb = table.tag[verb].startswith("V")
    return verb if is_verb and table.lemma_of(verb) in PUTTING else None


def put_by(table: Table, verb: int | None) -> int | None:
    """Return who puts something at a number (``organisers put the crowd at 900``), or None."""
    if verb is None:
        return None
    for child in table.children(verb):
        if table.dep[child] == "nsubj":
            return child
        if table.dep[child] == "agent":
            return next((c for c in table.children(child) if table.dep[c] == "pobj"), None)
    return None


def teller_of(table: Table, placed: Placed) -> int | None:
    """Return who speaks of a number: ``organisers spoke of 900``."""
    link = table.head[placed.top]
    verb = table.head[link]
    if table.lower[link] != "of" or table.lemma_of(verb) not in _SPEAKING:
        return None
    return next((c for c in table.children(verb) if table.dep[c] == "nsubj"), None)


def is_said_of_the_number(table: Table, placed: Placed) -> bool:
    """Tell whether a number is what the one before has become: ``the figure rose to 71``."""
    top = placed.top
    if table.dep[top] != "pobj" or table.lower[table.head[top]] != "to":
        return False
    verb = verb_above(table, top)
    subject = None if verb is None else subject_of(table, verb)
    return subject is not None and (
        table.lower[subject] in THE_NUMBER
        and not any(
            table.dep[inner] in ("prep", "poss", "amod", "compound")
            for inner in table.children(subject)
        )
    )


def is_said_of_it(table: Table, placed: Placed) -> bool:
    """Tell whether a number is what something told of before is or was: ``it was 59.8%``."""
    verb = verb_above(table, placed.top)
    if verb is None or table.lemma_of(verb) not in _BEING:
        return False
    above = table.head[placed.top]
    at = table.dep[placed.top] == "pobj" and table.lower[above] in ("at", "to")
    if not at and table.dep[placed.top] not in ("attr", "dobj", "acomp"):
        return False
    return any(
        table.dep[child] == "nsubj" and table.lower[child] in ("it", "that")
        for child in table.children(verb)
    )


def refers_back(table: Table, verb: int | None) -> bool:
    """Tell whether a number is said to be put on what was told before: ``put it at 900``."""
    return verb is not None and any(
        table.dep[child] in ("dobj", "nsubjpass")
        and table.lower[child] in THE_NUMBER
        and not any(table.dep[inner] in ("prep", "poss", "amod") for inner in table.children(child))
        for child in table.children(verb)
    )


def outcome_after(table: Table, placed: Placed) -> tuple[Span, ...]:
    """Return the word that says what happened to a bare number of people (``12 dead``)."""
    end = placed.tokens.stop
    for i in range(end, min(end + 4, table.size)):
        if table.tag[i] in ("VBN", "JJ", "VBD") and table.dep[i] not in ("aux", "auxpass"):
            return (Span(table.start[i], table.end[i]),)
        if table.tag[i] in (",", ".", "CC", "IN"):
            break
    return ()


def verb_above(table: Table, i: int) -> int | None:
    """Return the verb of the clause that a token stands in."""
    tag, head = table.tag, table.head
    steps = 0
    while head[i] != i and steps < 8:
        if tag[i].startswith("V") and table.dep[i] not in ("amod", "compound"):
            return i
        i = head[i]
        steps += 1
    return i if tag[i].startswith("V") else None


def subject_of(table: Table, verb: int) -> int | None:
    """Return the subject of a verb: its own, or the one that its clause shares or hangs on."""
    tag, dep, head = table.tag, table.dep, table.head
    for _ in range(4):
        for child in table.children(verb):
            if dep[child] in _SUBJECTS:
                # "Prices, which rose 8%": the prices did.
                return head[verb] if _is_relative(table, verb, child) else child
        opens = verb and table.sentence[verb] != table.sentence[verb - 1]
        if opens and tag[verb] in _FINITE and tag[verb - 1][0] == "N":
            # The parse ends a sentence between a subject and its verb.
            return verb - 1
        above = head[verb]
        if dep[verb] in ("ccomp", "xcomp", "advcl") and tag[verb] == "VBG":
            named = [c for c in table.children(above) if dep[c] == "dobj" and c < verb]
            if named:
                return named[-1]
            if table.lemma_of(above) in LIGHT:
                return None
        if dep[verb] == "acl" and tag[above].startswith("N"):
            return above
        if dep[verb] == "relcl":
            return above
        predicated = dep[verb] == "acomp"
        if dep[verb] not in _SHARING and not predicated and tag[verb] not in ("VBG", "VB"):
            return None
        if above == verb:
            return None
        verb = above
        while dep[verb] == "prep" and head[verb] != verb:
            verb = head[verb]
    return None


def _is_relative(table: Table, verb: int, subject: int) -> bool:
    return table.dep[verb] == "relcl" and table.tag[subject] in ("WDT", "WP")
