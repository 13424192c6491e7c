"""Statements by rules over the parse: a cue verb, the clause or quotation it takes, its subject.

It needs no trained weights. The clause's own subject is the source, as in the clausal-complement
rule of Krestel, Bergler and Witte (LREC 2008); quotations attach to the nearest cue of their
paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

import numpy as np

from dateline.reading.statements.english.cues import (
    ACCORDING,
    CITING,
    HEARERS,
    SPEAKING,
    VALUING,
    VERBS,
    VOICES,
)
from dateline.reading.statements.english.marks import DASHES, MARKS
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.tree import VERB, Tree, number_of
from dateline.reading.table import Hashes

_INFINITIVE_KINDS = frozenset({"plans", "wants"})
_THOUGHT = frozenset({"believes", "plans", "wants", "feels"})
_NOT_A_SOURCE = frozenset({"it", "there", "which", "that"})
_MARKED = frozenset({ACCORDING, ":"}) | DASHES
"""The words, besides verbs, that a statement may hang on."""
_TURNS = (["q"], ["a"])
_SHORTEST_QUOTATION = 4
_LONGEST_LABEL = 4
_LONGEST_SIGNATURE = 12
_SHORTEST_LABELLED = 3


def frames_by_rules(tree: Tree) -> list[Frame]:
    """Return the attributions that the rules find, in text order."""
    frames: list[Frame] = []
    taken: set[int] = set()
    for i in _places(tree):
        frame = _clause(tree, i)
        if tree.words[i] in _MARKED:
            frame = (
                _according(tree, i)
                or _labelled(tree, i)
                or _announced(tree, i)
                or _signed(tree, i)
                or frame
            )
        if frame is not None and taken.isdisjoint(frame.content):
            frames.append(frame)
            taken.update(frame.content)
    return sorted(frames, key=lambda frame: frame.head)


@cache
def _cue_numbers() -> tuple[Hashes, frozenset[int]]:
    marked = np.array([number_of(word) for word in sorted(_MARKED)], dtype=np.uint64)
    return marked, frozenset(map(number_of, (*VERBS, *VALUING, "hear")))


def _places(tree: Tree) -> list[int]:
    """Return the tokens that a statement may hang on: marked words, cue verbs and roots."""
    marked, verbs = _cue_numbers()
    other = (tree.lower[:, None] == marked).any(axis=1) | (tree.dep == np.uint64(number_of("ROOT")))
    at = np.flatnonzero(tree.tag_marks & VERB)
    lemmas = tree.lemma[at].tolist()
    found = [i for i, number in zip(at.tolist(), lemmas, strict=True) if number in verbs]
    return sorted({*found, *np.flatnonzero(other).tolist()})


def subtree(tree: Tree, i: int, without: int = -1) -> tuple[int, ...]:
    """Return the tokens below a token, those of one branch left out, without outer punctuation."""
    tokens = range(tree.first[i], tree.last[i] + 1)
    if without < 0:
        return without_edges(tree, tokens)
    left_out = range(tree.first[without], tree.last[without] + 1)
    return without_edges(tree, [at for at in tokens if at not in left_out])


def beside(tree: Tree, i: int, *deps: str) -> set[int]:
    """Return the tokens of the clauses that depend on a noun in one of some ways."""
    clauses = [c for c in tree.children(i) if tree.deps[c] in deps]
    return {t for c in clauses for t in range(tree.first[c], tree.last[c] + 1)}


def without_edges(tree: Tree, tokens: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens without white space and commas, stops and dashes at both ends."""
    lo, hi = 0, len(tokens)
    while lo < hi and (tree.space[tokens[lo]] or tree.words[tokens[lo]] in ",.;:--—–"):
        lo += 1
    while lo < hi and (tree.space[tokens[hi - 1]] or tree.words[tokens[hi - 1]] in ",.;:--—–"):
        hi -= 1
    return tuple(tokens[lo:hi])


def _source(tree: Tree, i: int) -> tuple[int, ...]:
    subject = tree.subject[i]
    if subject >= 0 and tree.quote[subject] >= 0:
        # “No comment,” repeated the minister: what is quoted is taken for the subject.
        behind = [c for c in tree.children(i) if c > i and tree.deps[c] == "dobj"]
        subject = behind[0] if behind else -1
    if subject < 0 or tree.words[subject] in _NOT_A_SOURCE:
        return ()
    if tree.first[subject] <= i <= tree.last[subject]:
        return (subject,)
    return subtree(tree, subject)


def cue_of(tree: Tree, i: int) -> tuple[int, ...]:
    """Return a verb with its auxiliaries, negation and particle."""
    kept = [c for c in tree.children(i) if tree.deps[c] in ("aux", "neg", "auxpass", "prt")]
    return tuple(sorted([*(c for c in kept if abs(c - i) < 4), i]))


def _according(tree: Tree, i: int) -> Frame | None:
    """“X happened, according to Y.”"""
    if tree.words[i] != ACCORDING or i + 1 >= tree.size or tree.words[i + 1] != "to":
        return None
    objects = [
        t for c in (i, i + 1) for t in tree.children(c)
        if t > i + 1 and tree.deps[t] in ("pobj", "pcomp")
    ]  # fmt: skip
    if not objects:
        return None
    source = subtree(tree, objects[0])
    top = tree.heads[i]
    while tree.heads[top] != top and tree.deps[top] not in ("ROOT", "ccomp", "advcl", "conj"):
        top = tree.heads[top]
    if top == i:
        return None
    span = set(range(i, max(source) + 1)) if source else {i, i + 1}
    tokens = [t for t in range(tree.first[top], tree.last[top] + 1) if t not in span]
    content = without_edges(tree, tokens)
    return Frame(i, (i, i + 1), content, source) if content and source else None


def _labelled(tree: Tree, i: int) -> Frame | None:
    """“Name: what they say” in a headline, “NAME: what they say” at the start of a paragraph."""
    if tree.words[i] != ":":
        return None
    start, end = tree.paragraph(i)
    source = [t for t in range(start, i) if not tree.space[t] and tree.words[t] not in MARKS]
    if not source or len(source) > _LONGEST_LABEL:
        return None
    if tree.headline[i]:
        named = all(tree.tags[t].startswith("NNP") for t in source)
        named = named or tree.lemma_of(source[-1]) in VOICES | SPEAKING
    else:
        named = all(tree.text_of(t).isupper() for t in source) and len(tree.words[source[0]]) > 2
        named = named or _questions(tree, source)
    if not named:
        return None
    content = without_edges(tree, list(range(i + 1, end)))
    if len(content) < _SHORTEST_LABELLED and (
        not content or tree.headline[i] or _labels(tree, source) < 2
    ):
        return None
    return Frame(i, (i,), content, tuple(source))


def _questions(tree: Tree, source: list[int]) -> bool:
    """Tell whether a label is the “Q” or “A” of an interview, which has both."""
    if [tree.words[t] for t in source] not in _TURNS:
        return False
    starts = {tree.words[t] for t in range(tree.size - 1) if tree.words[t + 1] == ":"}
    return {"q", "a"} <= starts


def _labels(tree: Tree, source: list[int]) -> int:
    """Return how many paragraphs a surname in capitals and a colon open."""
    surname = tree.words[source[-1]]
    return sum(
        tree.words[t] == surname
        and tree.text_of(t).isupper()
        and t + 1 < tree.size
        and tree.words[t + 1] == ":"
        for t in range(tree.size)
    )


def _announced(tree: Tree, i: int) -> Frame | None:
    """“She went on:” at the end of a paragraph, the quotation being the next one."""
    if tree.words[i] != ":":
        return None
    start, end = tree.paragraph(i)
    if any(not tree.space[t] for t in range(i + 1, end)):
        return None
    following = next((q for q in tree.quotes if q[0] >= end), None)
    if following is None or any(not tree.space[t] for t in range(end, following[0])):
        return None
    verbs = [t for t in range(start, i) if tree.sent[t] == tree.sent[i] and tree.quote[t] < 0]
    verbs = [t for t in verbs if tree.tags[t].startswith("V") and tree.lemma_of(t) in VERBS]
    if not verbs or not _source(tree, verbs[-1]):
        return None
    content = tuple(t for t in range(*following) if not tree.space[t])
    return Frame(verbs[-1], cue_of(tree, verbs[-1]), content, _source(tree, verbs[-1]))


def _signed(tree: Tree, i: int) -> Frame | None:
    """“A quotation.” — Name"""
    if tree.words[i] not in DASHES:
        return None
    quotation = next((q for q in reversed(tree.quotes) if q[1] <= i), None)
    if quotation is None or any(not tree.space[t] for t in range(quotation[1], i)):
        return None
    _, end = tree.paragraph(i)
    source = [t for t in range(i + 1, end) if not tree.space[t]]
    if not 2 <= len(source) <= _LONGEST_SIGNATURE or not tree.tags[source[0]].startswith("NNP"):
        return None
    content = tuple(t for t in range(*quotation) if not tree.space[t])
    return Frame(i, (i,), content, without_edges(tree, source))


def _clause(tree: Tree, i: int) -> Frame | None:
    if tree.quote[i] >= 0 or (not tree.tags[i].startswith("V") and tree.deps[i] != "ROOT"):
        return None
    entry = VERBS.get(tree.lemma_of(i))
    if entry is None:
        return _valued(tree, i) or _heard(tree, i)
    if tree.deps[i] == "pcomp" and tree.words[tree.heads[i]] == "as":
        return _quoted_as(tree, i)
    clauses = [c for c in tree.children(i) if tree.deps[c] == "ccomp"]
    if (not clauses and entry.kind in _INFINITIVE_KINDS) or tree.lemma_of(i) == "urge":
        clauses = [c for c in tree.children(i) if tree.deps[c] in ("xcomp", "ccomp")]
    quotations = _quotations_of(tree, i)
    later = not clauses and _is_afterthought(tree, i)
    if not (clauses or quotations or later):
        return _denied(tree, i)
    source = _source(tree, i)
    content: set[int] = set()
    for c in clauses[:1]:
        content.update(subtree(tree, c, i if tree.first[c] <= i <= tree.last[c] else -1))
    if later and source:
        content.update(subtree(tree, tree.heads[i], i))
    if clauses and entry.kind in _THOUGHT:
        # What somebody believes in one sentence is not said in the next.
        quotations = [q for q in quotations if tree.sent[tree.quotes[q][0]] == tree.sent[i]]
    for q in quotations:
        content.update(range(*tree.quotes[q]))
    content -= {i, *source}
    content = {t for t in content if not tree.space[t]}
    if not content or (not quotations and not source and not _is_impersonal(tree, i)):
        return None
    if not source and tree.deps[i] not in ("ROOT", "conj", "ccomp"):
        return None
    return Frame(i, cue_of(tree, i), tuple(sorted(content)), source)


def _is_impersonal(tree: Tree, i: int) -> bool:
    """Tell whether a cue stands in “It is believed that …”, where nobody is named."""
    subject = tree.subject[i]
    passive = tree.tags[i] == "VBN" and tree.deps[subject] == "nsubjpass"
    return subject >= 0 and tree.words[subject] == "it" and passive


def _denied(tree: Tree, i: int) -> Frame | None:
    """“The ministry denied responsibility.”"""
    things = [c for c in tree.children(i) if tree.deps[c] == "dobj" and c > i]
    source = _source(tree, i)
    if tree.lemma_of(i) != "deny" or not things or not source or source[-1] > i:
        return None
    denied = subtree(tree, things[0])
    return Frame(i, cue_of(tree, i), denied, source) if denied else None


def _valued(tree: Tree, i: int) -> Frame | None:
    """“Organisers put the number at 150.”"""
    if tree.lemma_of(i) not in VALUING:
        return None
    source = _source(tree, i)
    if not source and tree.subject[i] >= 0 and tree.words[tree.subject[i]] == "which":
        source = (tree.subject[i],)
    measured = [c for c in tree.children(i) if tree.deps[c] == "dobj" and c > i]
    at = [
        t for c in (i, *measured) for t in tree.children(c)
        if tree.words[t] == "at" and any(
            tree.tags[n] == "CD" for n in range(t + 1, tree.last[t] + 1)
        )
    ]  # fmt: skip
    if not source or not measured or not at:
        return None
    aside = beside(tree, tree.subject[i], "relcl")
    source = without_edges(tree, [t for t in source if t not in aside])
    tokens = [t for t in range(tree.first[measured[0]], tree.last[at[0]] + 1) if not tree.space[t]]
    return Frame(i, cue_of(tree, i), without_edges(tree, tokens), source)


def _heard(tree: Tree, i: int) -> Frame | None:
    """“The court heard that …”, “…, the inquiry heard.”"""
    subject = tree.subject[i]
    if tree.lemma_of(i) != "hear" or subject < 0 or tree.lemma_of(subject) not in HEARERS:
        return None
    if tree.deps[subject] != "nsubj":
        return None
    source = _source(tree, i)
    clauses = [c for c in tree.children(i) if tree.deps[c] == "ccomp"]
    said = subtree(tree, clauses[0]) if clauses and clauses[0] > i else ()
    joined = tree.deps[i] == "conj" and tree.words[tree.first[subject] - 1] == ","
    if not said and subject < i and (joined or _is_afterthought(tree, i)):
        said = subtree(tree, tree.heads[i], i)
    content = tuple(t for t in said if t not in source and t != i)
    return Frame(i, cue_of(tree, i), content, source) if content and source else None


def _quoted_as(tree: Tree, i: int) -> Frame | None:
    """“The paper quoted the minister as saying that …”; the minister speaks."""
    link = tree.heads[i]
    verb = tree.heads[link]
    if tree.lemma_of(verb) not in CITING:
        return None
    quoted = [c for c in tree.children(verb) if tree.deps[c] in ("dobj", "nsubjpass")]
    clauses = [c for c in tree.children(i) if tree.deps[c] == "ccomp"]
    content = set(subtree(tree, clauses[0])) if clauses else set[int]()
    for opening, closing in tree.quotes:
        if tree.sent[opening] == tree.sent[i] and opening > i:
            content.update(t for t in range(opening, closing) if not tree.space[t])
    if not quoted or not content:
        return None
    source = tuple(t for t in subtree(tree, quoted[0]) if not link <= t <= tree.last[link])
    cue = tuple(sorted({*cue_of(tree, verb), link, i}))
    return Frame(i, cue, tuple(sorted(content)), source)


def _is_afterthought(tree: Tree, i: int) -> bool:
    """Tell whether a cue's clause only follows what is said: “…, the agency reported”."""
    subject = tree.subject[i]
    if tree.deps[i] not in ("advcl", "parataxis") or not tree.heads[i] < subject < i:
        return False
    start = tree.first[i]
    return "," in tree.words[max(start - 1, 0) : start + 1] and not any(
        tree.deps[c] in ("mark", "advmod") and c < subject for c in tree.children(i)
    )


def _quotations_of(tree: Tree, i: int) -> list[int]:
    """Return the quotations of a paragraph that belong to the cue: those nearest to it.

    One that ends just before the cue's clause, one that begins just after it, and those that
    follow without a cue of their own between.
    """
    start, end = tree.paragraph(i)
    clause = (tree.first[i], tree.last[i])
    found: list[int] = []
    for number in range(bisect_left(tree.quotes, (start, 0)), len(tree.quotes)):
        opening, closing = tree.quotes[number]
        if opening >= end:
            break
        if closing > end or closing - opening < _SHORTEST_QUOTATION:
            continue
        if opening <= i < closing:
            continue
        near = clause[0] - 2 <= closing - 1 and opening <= clause[1] + 2
        between = range(closing, i) if closing <= i else range(i + 1, opening)
        if (near or (found and opening > i)) and not _has_cue(tree, between):
            found.append(number)
    return found


def _has_cue(tree: Tree, between: range) -> bool:
    return any(
        tree.quote[t] < 0 and tree.tags[t].startswith("V") and tree.lemma_of(t) in VERBS
        for t in between
    )
