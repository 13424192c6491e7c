"""The clause a time expression dates, found in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dateline.reading.happenings.english import (
    BOUNDING_PREPOSITIONS,
    COMPARING_PREPOSITIONS,
    CUTTING_PREPOSITIONS,
    EMPTY_VERBS,
    EVENT_NOUNS,
    NEGATIONS,
    PERIOD_VERBS,
)
from dateline.reading.model import lemma
from dateline.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ASIDE = {"advcl", "conj", "cc", "parataxis", "ccomp", "mark", "punct", "dep", "relcl"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "agent", "expl"}
_PARTICIPANTS = {"nsubj", "nsubjpass", "agent", "dobj", "dative", "attr"}


class Clause(NamedTuple):
    """What happened: the head word (a verb, or a noun that is a happening) and its words."""

    head: Token
    span: Span
    subject: Token | None

    @property
    def is_verb(self) -> bool:
        """Whether the clause has a verb for its head."""
        return is_verb(self.head)


def is_verb(token: Token) -> bool:
    """Tell whether a token is tagged as a verb."""
    return bool(token.tag_.startswith("VB"))


def token_at(doc: Doc, offset: int) -> Token | None:
    """Return the token that holds a character offset, or None."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return None if span is None or not len(span) else span[0]


def time_root(doc: Doc, start: int, end: int) -> Token | None:
    """Return the head token of the words of a time expression."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def dated_head(root: Token) -> Token | None:
    """Return the verb, or the noun that is a happening, which a time's head token dates."""
    nominal = _nominal_before(root)
    if nominal is not None:
        return nominal
    if root.head.lower_ in BOUNDING_PREPOSITIONS and root.head.dep_ in {"prep", "mark"}:
        return None
    token = root
    noun: Token | None = None
    for _ in range(12):
        head = token.head
        if noun is not None and token.dep_ == "prep" and token.lower_ in COMPARING_PREPOSITIONS:
            return None
        if token.dep_ == "amod" and token.tag_.startswith("JJ"):
            # A bond ``due March 15`` dates nothing that is told.
            return None
        if is_verb(head) and head.i != token.i:
            if noun is not None and token.dep_ == "prep" and _cuts(token):
                return noun if _is_event(noun) else None
            if _is_auxiliary(head):
                token = head
                continue
            return head
        if head.i == token.i:
            return noun if noun is not None and _is_event(noun) else None
        if token.dep_ == "prep" and _cuts(token) and noun is not None and _is_event(noun):
            return noun
        if head.tag_.startswith("NN") and (
            noun is None or (_is_event(head) and not _is_event(noun))
        ):
            noun = head
        token = head
    return None


def is_direct(root: Token, head: Token) -> bool:
    """Tell whether a time stands beside a head itself, not inside one of its nouns."""
    above = root.head
    return head in (above, root) or (above.dep_ == "prep" and above.head.i == head.i)


def _nominal_before(root: Token) -> Token | None:
    """Return the happening named right before a time and cut off from the verb by a preposition.

    The parser hangs the time of ``since independence in 1991`` on the verb as often as not.
    """
    doc = root.doc
    first = root.left_edge.i
    at = first - 1
    if at >= 0 and doc[at].lower_ in {"in", "on", "of", "at"}:
        at -= 1
    if at < 0 or not _is_event(doc[at]):
        return None
    left = doc[at].left_edge.i
    before = doc[left - 1] if left else None
    return doc[at] if before is not None and _cuts(before) else None


def _cuts(preposition: Token) -> bool:
    return preposition.lower_ in CUTTING_PREPOSITIONS


def _is_event(noun: Token) -> bool:
    return noun.lower_ in EVENT_NOUNS


def _is_auxiliary(token: Token) -> bool:
    return token.dep_ in {"aux", "auxpass"}


def subject_of(verb: Token) -> Token | None:
    """Return the subject of a verb, its own or that of the verb it shares it with."""
    token = verb
    for _ in range(4):
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj"}:
                relative = child.tag_ in {"WP", "WDT"} and token.dep_ == "relcl"
                return token.head if relative else child
        if token.dep_ in {"acl", "relcl"} and token.head.tag_.startswith(("NN", "PRP")):
            return token.head
        if token.dep_ in {"conj", "xcomp", "advcl"} and is_verb(token.head):
            token = token.head
            continue
        if token.dep_ == "pcomp" and is_verb(token.head.head):
            token = token.head.head
            continue
        return None
    return None


def clause_of(head: Token, root: Token) -> Clause:
    """Return the clause around a head: its subject, complements and the time, no side clauses."""
    keep_to = {ancestor.i for ancestor in (root, *root.ancestors)}
    places: list[int] = []
    subject = subject_of(head) if is_verb(head) else None
    top = head
    while top.dep_ == "xcomp" and is_verb(top.head):
        top = top.head
    if subject is not None and top.dep_ in {"acl", "relcl"} and subject.i == top.head.i:
        places += [t.i for t in _noun_phrase(subject) if t.i < head.i]
    stack = []
    places.append(top.i)
    for child in top.children:
        aside = (child.dep_ in _ASIDE and is_verb(top)) or _is_long_aside(child)
        if child.i in keep_to or not aside:
            stack.append(child)
    while stack:
        token = stack.pop()
        places.append(token.i)
        for child in token.children:
            if child.i in keep_to or not _is_long_aside(child):
                stack.append(child)
    sentence = head.sent
    places = [place for place in places if sentence.start <= place < sentence.end]
    first_i, last_i = min(places), max(places)
    doc = head.doc
    while first_i < last_i and _is_edge(doc[first_i]):
        first_i += 1
    while last_i > first_i and (doc[last_i].is_punct or doc[last_i].is_space):
        last_i -= 1
    start, end = doc[first_i].idx, doc[last_i].idx + len(doc[last_i])
    return Clause(head, Span(start, end), subject)


def _is_edge(token: Token) -> bool:
    """Tell whether a word at the front of a clause only ties it to another."""
    return token.is_punct or token.is_space or token.dep_ in {"mark", "cc"} or token.tag_ == "WRB"


def _is_long_aside(token: Token) -> bool:
    return token.dep_ in {"advcl", "parataxis"} or (
        token.dep_ in {"relcl", "acl"} and any(c.dep_ == "nsubj" for c in token.children)
    )


def _noun_phrase(noun: Token) -> list[Token]:
    return [token for token in noun.subtree if token.i <= noun.i]


def participants_of(clause: Clause) -> list[Token]:
    """Return the head words of who takes part: subject, agent, objects."""
    out = [] if clause.subject is None else [clause.subject]
    for child in clause.head.children:
        if child.dep_ == "agent":
            out += [grandchild for grandchild in child.children if grandchild.dep_ == "pobj"]
        elif child.dep_ in _PARTICIPANTS or (not clause.is_verb and child.dep_ == "poss"):
            out.append(child)
    if not out and not clause.is_verb:
        above = clause.head.head
        verb = above.head if above.dep_ == "prep" else above
        doer = subject_of(verb) if is_verb(verb) else None
        out += [doer] if doer is not None and doer.i != clause.head.i else []
    return out


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO" for child in verb.children)


def is_negated(head: Token) -> bool:
    """Tell whether the clause says that it did not happen."""
    return any(child.dep_ == "neg" or child.lower_ in NEGATIONS for child in head.children)


def says_nothing(clause: Clause, root: Token) -> bool:
    """Tell whether a clause dates a state or a length of time, not a happening."""
    head = clause.head
    if not clause.is_verb:
        return False
    word = lemma(head)
    if word in PERIOD_VERBS and head.tag_ in {"VBG", "VBN"} and not _has_auxiliary(head):
        return True
    if head.tag_ == "VB" and not _has_auxiliary(head) and clause.subject is None:
        # ``how to stay warm this winter``: nobody does it.
        return True
    if word not in EMPTY_VERBS:
        return False
    subject = clause.subject
    return subject is None or not _is_event(subject) or subject in root.ancestors
