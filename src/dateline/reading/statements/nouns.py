"""Statements that a noun makes: “the claim that …”, “cries of “Shame!””, “questions about …”."""

from __future__ import annotations

from dateline.reading.statements.english.cues import CLAIMS, CRIES
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import subtree
from dateline.reading.statements.tree import Tree

_SPEAKERS = frozenset({"by", "from", "of"})


def nominal(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, nouns only where they say something, and those of claims and cries.

    “Questions about the budget” tells a topic; with nobody who asks, nothing is said.
    """
    kept = [frame for frame in frames if not _is_topic(tree, frame)]
    cries = [cry for cry in (_cry(tree, number) for number in range(len(tree.quotes))) if cry]
    for cry in cries:
        kept = [_without(tree, frame, cry) for frame in kept if frame.head != cry.head]
    kept = [frame for frame in kept if frame.content]
    taken = {t for frame in (*kept, *cries) for t in (*frame.cue, *frame.content)}
    claims = [claim for claim in _claims(tree) if taken.isdisjoint((*claim.cue, *claim.content))]
    return sorted([*kept, *cries, *claims], key=lambda frame: frame.head)


def _is_topic(tree: Tree, frame: Frame) -> bool:
    """Tell whether a noun only names what is spoken about, or counts it: “five questions for”."""
    if tree.tags[frame.head][0] != "N" or tree.is_quoted(frame.content):
        return False
    counted = all(tree.tags[t] in ("CD", "DT", "JJ") for t in frame.source)
    told = any(tree.tags[t][0] in "VM" for t in frame.content)
    return counted and (bool(frame.source) or not told)


def _cry(tree: Tree, number: int) -> Frame | None:
    """Return “cries of “Shame!” from the benches”: those who cry, or nobody."""
    opening, closing = tree.quotes[number]
    noun, link = opening - 2, opening - 1
    if noun < 0 or tree.words[link] != "of" or tree.lemma_of(noun) not in CRIES:
        return None
    if tree.quote[noun] >= 0 or tree.tags[noun][0] != "N":
        return None
    tokens = tuple(t for t in range(opening, closing) if not tree.space[t])
    source: tuple[int, ...] = ()
    following = tree.words[closing : closing + 1]
    if following and following[0] in ("from", "by"):
        objects = [c for c in tree.children(closing) if tree.deps[c] == "pobj" and c > closing]
        source = subtree(tree, objects[0]) if objects else ()
    return Frame(noun, (noun, link), tokens, source)


def _without(tree: Tree, frame: Frame, cry: Frame) -> Frame:
    """Return a frame without what others cry in it."""
    if frame.head == cry.head or {*cry.content}.isdisjoint(frame.content):
        return frame
    if any(tree.quote[t] < 0 and t > cry.head for t in frame.content):
        return frame
    rest = tuple(t for t in frame.content if t not in cry.content)
    return Frame(frame.head, frame.cue, rest, frame.source, frame.score)


def _claims(tree: Tree) -> list[Frame]:
    """Return “the mayor’s claim that …”, with the mayor as its source, and “the claim that …”."""
    found: list[Frame] = []
    marks = [t for t, word in enumerate(tree.words) if word == "that" and tree.deps[t] == "mark"]
    for noun in sorted({tree.heads[tree.heads[t]] for t in marks}):
        if tree.tags[noun][0] != "N" or tree.quote[noun] >= 0 or tree.lemma_of(noun) not in CLAIMS:
            continue
        children = tree.children(noun)
        clause = next((c for c in children if tree.deps[c] in ("acl", "ccomp", "relcl")), -1)
        if clause < 0 or tree.words[tree.first[clause]] != "that":
            continue
        if tree.deps[tree.first[clause]] != "mark":
            continue
        owner = next((c for c in children if tree.deps[c] == "poss"), -1)
        if owner < 0:
            links = [c for c in children if tree.deps[c] == "prep" and tree.words[c] in _SPEAKERS]
            objects = [c for link in links for c in tree.children(link) if tree.deps[c] == "pobj"]
            owner = objects[0] if objects else -1
        source = subtree(tree, owner) if owner >= 0 else ()
        found.append(Frame(noun, (noun,), subtree(tree, clause), source))
    return found
