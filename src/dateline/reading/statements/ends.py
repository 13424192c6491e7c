"""Where a statement's words begin and end: never inside a phrase, never on a word that leads on."""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import without_edges
from dateline.reading.statements.tree import Tree

_LEADS_ON = frozenset({"IN", "TO", "DT", "PRP$", "WDT", "WP$", "WRB", "JJ", "RB"})
_OF_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod"})
_OF_VERB = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass", "neg"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ASKING = frozenset({"WP", "WDT"})
_COMPLEMENTS = frozenset({"pobj", "pcomp"})
_LONGEST_REST = 8
"""How many words a preposition at an end may still take."""


def closed(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, none of them beginning or ending inside a phrase.

    What is missing is added where no statement has it; a word that leads on to what is not there
    (“structural reforms and”) is left out.
    """
    owned = [{*frame.cue, *frame.source, *frame.content} for frame in frames]
    out: list[Frame] = []
    for n, frame in enumerate(frames):
        barred = {*frame.cue, *frame.source}.union(*owned[:n], *owned[n + 1 :])
        content = _begun(tree, _ended(tree, frame.content, barred), barred)
        barred = {*frame.cue, *content}.union(*owned[:n], *owned[n + 1 :])
        source = _ended(tree, frame.source, barred, said=False)
        if content != frame.content or source != frame.source:
            frame = structs.replace(frame, content=content, source=source)  # noqa: PLW2901
        out.append(frame)
    return out


def _ended(
    tree: Tree, tokens: tuple[int, ...], barred: set[int], *, said: bool = True
) -> tuple[int, ...]:
    """Return the tokens without a last word that leads on, or with what it leads on to."""
    kept = tokens
    while len(kept) > 1:
        last = kept[-1]
        if tree.quote[last] >= 0:
            return kept
        to = _leads_to(tree, last, barred, said=said)
        if to < 0:
            return kept
        rest = range(last + 1, tree.last[to] + 1)
        whole = to > last and len(rest) <= _LONGEST_REST and barred.isdisjoint(rest)
        if whole and not any(tree.space[t] or _cut(tree, t, rest) for t in rest):
            return (*kept, *rest)
        kept = without_edges(tree, kept[:-1])
    return kept or tokens


def _leads_to(tree: Tree, last: int, barred: set[int], *, said: bool) -> int:
    """Return the word that a last word leads on to, itself where that is anything, else -1."""
    following = last + 1
    if tree.tags[last] == "CC":
        return last
    if following >= tree.size or tree.sent[following] != tree.sent[last]:
        return -1
    head, dep = tree.heads[last], tree.deps[last]
    if tree.tags[last] in _LEADS_ON and head > last and dep in _OF_NOUN:
        return head
    if (
        said
        and head > last
        and head not in barred
        and (dep in _SUBJECTS or tree.tags[last] in _ASKING)
    ):
        return head
    if said and tree.tags[last] == "POS" and tree.deps[head] == "poss" and tree.heads[head] > last:
        return tree.heads[head]
    if tree.tags[last] in ("IN", "TO"):
        objects = [c for c in tree.children(last) if c > last and tree.deps[c] in _COMPLEMENTS]
        if objects:
            return objects[0]
        if tree.deps[last] in ("mark", "aux") and head > last:
            return last
    return -1


def _cut(tree: Tree, i: int, rest: range) -> bool:
    """Tell whether a token stands in a quotation that some tokens hold only a part of."""
    if tree.quote[i] < 0:
        return False
    opening, closing = tree.quotes[tree.quote[i]]
    return opening < rest.start or closing > rest.stop


def _begun(tree: Tree, tokens: tuple[int, ...], barred: set[int]) -> tuple[int, ...]:
    """Return the tokens with the words that the first of them cannot stand without."""
    first = tokens[0]
    if tree.quote[first] >= 0 or tree.tags[first] == "VBG":
        return tokens
    verbal = tree.tags[first][0] in "VM"
    top = tree.heads[first] if verbal and tree.deps[first] in ("aux", "auxpass") else first
    deps = _OF_VERB if verbal else _OF_NOUN
    before = [c for c in tree.children(top) if c < first and tree.deps[c] in deps]
    if not before:
        return tokens
    rest = range(tree.first[before[0]], first)
    claimed = not barred.isdisjoint(rest)
    if claimed or any(tree.space[t] or tree.quote[t] >= 0 for t in rest):
        return tokens
    return (*rest, *tokens)
