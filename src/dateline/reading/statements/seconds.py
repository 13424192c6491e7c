"""A second voice in the sentence: “…, while ex-referee Mo Haddad felt the official was right”."""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.chains import is_voice
from dateline.reading.statements.english.cues import SPEAKING, VERBS
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import cue_of, subtree, without_edges
from dateline.reading.statements.tree import FINITE, Tree

_WHILE = frozenset({"while", "whereas", "although", "though"})
_SAYS = frozenset({"says", "writes", "denies", "asks", "believes", "feels", "shows"})
_NAMES = frozenset({"NNP", "NNPS"})


def parted(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, and one of its own for each second voice that a content runs on into."""
    out: list[Frame] = []
    claimed = {frame.head for frame in frames}
    for frame in frames:
        rest = _without_next(tree, frame, frames)
        for verb in frame.content:
            if tree.tags[verb][0] != "V" or verb in claimed or not _says(tree, verb):
                continue
            if verb not in rest.content:
                continue
            start = _start(tree, verb, rest)
            if start < 0:
                continue
            kept = without_edges(tree, [t for t in rest.content if t < start])
            source = subtree(tree, tree.subject[verb])
            cue = cue_of(tree, verb)
            content = without_edges(tree, [t for t in rest.content if t >= _clause(tree, verb)])
            if kept and content and source[-1] < cue[0]:
                rest = structs.replace(rest, content=kept)
                out.append(Frame(verb, cue, content, source, frame.score))
        out.append(rest)
    return sorted(out, key=lambda frame: frame.head)


def _without_next(tree: Tree, frame: Frame, frames: list[Frame]) -> Frame:
    """Return a frame without the source of the next one at its end: “…, but the owner | put”."""
    for other in frames:
        if other.head <= frame.head or not other.source or other.source[0] < frame.head:
            continue
        source, begin = other.source, other.source[0]
        if frame.content[-1] not in source or not {*source} <= {*frame.content}:
            continue
        if tree.is_quoted(other.source):
            continue
        kept = [t for t in frame.content if t < begin]
        while kept and (tree.tags[kept[-1]] == "CC" or tree.words[kept[-1]] in (",", ";")):
            kept.pop()
        if kept:
            return structs.replace(frame, content=without_edges(tree, kept))
    return frame


def _says(tree: Tree, verb: int) -> bool:
    """Tell whether a verb says something through a noun of its own as its subject."""
    entry = VERBS.get(tree.lemma_of(verb))
    if entry is None or entry.kind not in _SAYS or tree.quote[verb] >= 0:
        return False
    children = tree.children(verb)
    helped = any(tree.deps[c] == "aux" and tree.tags[c] in FINITE for c in children)
    if tree.tags[verb][0] != "V" or not (tree.tags[verb] in FINITE or helped):
        return False
    subject = next((c for c in children if tree.deps[c] == "nsubj" and c < verb), -1)
    clause = any(tree.deps[c] == "ccomp" and c > verb for c in children)
    return clause and subject >= 0 and tree.tags[subject][0] == "N"


def _clause(tree: Tree, verb: int) -> int:
    """Return the first word of the clause that a verb takes."""
    clauses = [c for c in tree.children(verb) if tree.deps[c] == "ccomp" and c > verb]
    return max(tree.first[clauses[0]], verb + 1)


def _can_speak(tree: Tree, subject: int) -> bool:
    named = tree.tags[subject] in _NAMES and tree.doc[subject].ent_type_ in ("PERSON", "ORG")
    return named or is_voice(tree, subject) or tree.lemma_of(subject) in SPEAKING


def _start(tree: Tree, verb: int, frame: Frame) -> int:
    """Return the word that a second voice's part of a sentence begins with, -1 where it is none."""
    subject = tree.subject[verb]
    first = tree.first[subject]
    before = first - 1
    if before < frame.content[0] or before not in frame.content or before < frame.head:
        return -1
    if tree.words[before] in _WHILE or tree.words[before] in (":", ";"):
        return before
    joined = tree.words[before] in ("and", "but") and tree.words[before - 1] == ","
    return before if joined and _can_speak(tree, subject) else -1
