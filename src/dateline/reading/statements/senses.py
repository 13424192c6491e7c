"""Verbs of saying in their other senses: letters that are read, patients who are admitted."""

from __future__ import annotations

from dateline.reading.statements.english.cues import ADMITTING, OTHER_SENSES, RESULTS
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.tree import Tree

_CLAUSES = frozenset({"ccomp", "xcomp", "oprd", "pcomp", "acomp"})
_SHORT = 3
"""How many words whom somebody calls has; more are called something."""
_INTO = frozenset({"as", "to", "into"})


def meant(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames without those whose verb has a thing as its object and says nothing."""
    return [frame for frame in frames if not _is_other_sense(tree, frame)]


def _is_other_sense(tree: Tree, frame: Frame) -> bool:
    verb = frame.head
    word = tree.lemma_of(verb)
    if word not in OTHER_SENSES or tree.tags[verb][0] != "V" or tree.is_quoted(frame.content):
        return False
    children = tree.children(verb)
    deps = {tree.deps[c] for c in children}
    objects = [c for c in children if tree.deps[c] in ("dobj", "nsubjpass") and c in frame.content]
    if not objects or deps & _CLAUSES:
        return False
    if any(tree.deps[c] in ("acl", "relcl", "ccomp") for c in tree.children(objects[0])):
        return False
    if word == "admit":
        return _lets_in(tree, verb, objects[0])
    if word == "post":
        return tree.lemma_of(objects[0]) in RESULTS
    return word != "call" or ("prt" not in deps and len(frame.content) <= _SHORT)


def _lets_in(tree: Tree, verb: int, thing: int) -> bool:
    """Tell whether “admitted” means that a thing or people were let in."""
    subject = tree.subject[verb]
    links = {tree.words[c] for i in (verb, thing) for c in tree.children(i) if c > verb}
    body = subject >= 0 and tree.lemma_of(subject) in ADMITTING
    return body or not _INTO.isdisjoint(links)
