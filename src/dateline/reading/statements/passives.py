"""Passives: of whom something is said is not who says it."""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.english.cues import RAISED
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.meaning import kind_of
from dateline.reading.statements.rules import beside, subtree, without_edges
from dateline.reading.statements.tree import Tree

_REFUSES = frozenset({"denies"})


def passive(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames as their passives mean them.

    “She is understood to be leaving” has no source, and says that she is leaving; jurors who were
    shown a film say nothing; what “was rejected” ends with its subject.
    """
    out: list[Frame] = []
    for frame in frames:
        verb = frame.head
        if tree.is_quoted(frame.content) and not _refused(tree, frame):
            out.append(_raised(tree, frame))
            continue
        if _is_shown_to(tree, verb):
            continue
        kept = _raised(tree, frame)
        if kept is frame and _refused(tree, frame):
            inside = range(tree.first[_done_to(tree, verb)], tree.last[_done_to(tree, verb)] + 1)
            rest = without_edges(tree, [t for t in frame.content if t in inside])
            kept = structs.replace(frame, content=rest) if rest else frame
        out.append(kept)
    return out


def _done_to(tree: Tree, verb: int) -> int:
    return next((c for c in tree.children(verb) if tree.deps[c] == "nsubjpass"), -1)


def _is_shown_to(tree: Tree, verb: int) -> bool:
    """Tell whether a verb means that people were shown a thing."""
    deps = [tree.deps[c] for c in tree.children(verb)]
    shown = tree.lemma_of(verb) == "show" and "nsubjpass" in deps
    return shown and "dobj" in deps and "ccomp" not in deps


def _refused(tree: Tree, frame: Frame) -> bool:
    """Tell whether a cue means that a thing was rejected, with no clause for what is said."""
    verb, subject = frame.head, _done_to(tree, frame.head)
    deps = {tree.deps[c] for c in tree.children(verb)}
    if subject not in frame.content or deps & {"ccomp", "xcomp", "agent"}:
        return False
    return kind_of(tree, frame)[0] in _REFUSES


def _raised(tree: Tree, frame: Frame) -> Frame:
    """Return “She is understood to be leaving” without a source, and her as part of the content."""
    verb, lemma = frame.head, tree.lemma_of(frame.head)
    if lemma not in RAISED or not frame.source or frame.content[0] < verb:
        return frame
    children = tree.children(verb)
    deps = {tree.deps[c] for c in children}
    infinitive = any(
        tree.deps[c] == "xcomp" and tree.words[tree.first[c]] in ("to", "not") for c in children
    )
    passive = tree.tags[verb] == "VBN" and "auxpass" in deps
    cut_short = tree.tags[verb] in ("VBN", "VBD") and "aux" not in deps and RAISED[lemma].alone
    if not infinitive or "agent" in deps or not (passive or cut_short):
        return frame
    subject = tree.subject[verb]
    if subject < 0 or subject not in frame.source:
        return frame
    clause = beside(tree, subject, "acl", "relcl") if tree.heads[verb] == subject else set[int]()
    who = tuple(t for t in subtree(tree, subject) if t not in clause and t < verb)
    barred = {*frame.cue, *frame.content}
    if not who or not barred.isdisjoint(who):
        return frame
    return structs.replace(frame, source=(), content=(*who, *frame.content))
