"""What kind of statement a cue makes, whether it asserts it, and how much of it is quoted."""

from __future__ import annotations

from dateline.reading.statements.english.cues import (
    CAUSING,
    KINDS,
    MISREAD,
    NEGATIONS,
    SAYING,
    UNTRUE,
    VERBS,
)
from dateline.reading.statements.english.marks import SINGLE
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.tree import Tree
from dateline.records import CueKind, Polarity, Style

_NEGATED: dict[Polarity, Polarity] = {"asserts": "denies", "denies": "hedges"}


def style_of(tree: Tree, content: tuple[int, ...]) -> Style:
    """Return ``direct`` if all words are quoted, ``mixed`` if some are, else ``indirect``."""
    if tree.words[content[0]] in SINGLE and tree.words[content[-1]] in SINGLE and len(content) > 2:
        return "direct"
    if not tree.is_quoted(content):
        return "indirect"
    words = [t for t in content if tree.words[t][:1].isalnum()]
    quoted = sum(tree.quote[t] >= 0 for t in words)
    if quoted and quoted >= len(words) - 1:
        return "direct"
    return "mixed" if quoted else "indirect"


def kind_of(tree: Tree, frame: Frame) -> tuple[CueKind, Polarity]:
    """Return what the cue does with its content, and how it stands to it.

    Words in quotation marks, and those behind a cue without a word, are said; of others a cue
    that no table knows tells what somebody does about them.
    """
    found: tuple[CueKind, Polarity]
    for i in (frame.head, *frame.cue):
        word = tree.lemma_of(i)
        word = MISREAD.get(word, word) if tree.tags[i].startswith("V") else word
        entry = VERBS.get(word) if tree.tags[i].startswith("V") else None
        if entry is not None:
            found = (entry.kind, entry.polarity)
            break
        if word in KINDS:
            found = KINDS[word]
            break
        if tree.tags[i].startswith("N") and word in VERBS:
            found = (VERBS[word].kind, VERBS[word].polarity)
            break
        if word in SAYING:
            found = ("says", "asserts")
            break
    else:
        spoken = tree.is_quoted(frame.content) or not any(
            tree.words[i].isalpha() for i in frame.cue
        )
        told = spoken or _takes_that(tree, frame)
        found = ("says" if told else "acts", "asserts")
    kind, polarity = found
    if kind == "asks" and _asks_for(tree, frame):
        kind, polarity = "wants", "asserts"
    if any(tree.words[i] in NEGATIONS for i in frame.cue):
        polarity = _NEGATED.get(polarity, polarity)
    if _is_asked(tree, frame):
        polarity = "questions"
    elif not frame.source and _is_called_untrue(tree, frame.head):
        polarity = "denies"
    return kind, polarity


def _takes_that(tree: Tree, frame: Frame) -> bool:
    """Tell whether a verb takes a clause with “that”: “accepted that …”, not “ensured that …”."""
    verb, first = frame.head, frame.content[0]
    if tree.words[first] != "that" or tree.deps[first] != "mark" or tree.tags[verb][0] != "V":
        return False
    return tree.heads[tree.heads[first]] == verb and tree.lemma_of(verb) not in CAUSING


def _asks_for(tree: Tree, frame: Frame) -> bool:
    """Tell whether “asked” means a wish: “asked not to be named”, “asked for time”."""
    if tree.lemma_of(frame.head) != "ask" or tree.tags[frame.head][0] != "V":
        return False
    first = frame.content[0]
    if "for" in (tree.words[t] for t in (*frame.cue[1:], first)):
        return True
    infinitive = any(
        tree.deps[c] in ("xcomp", "ccomp") and any(tree.tags[t] == "TO" for t in tree.children(c))
        for c in tree.children(frame.head)
    )
    asking = tree.tags[first][0] == "W" or tree.words[first] in ("whether", "if")
    return infinitive and first > frame.head and not asking


def _is_asked(tree: Tree, frame: Frame) -> bool:
    """Tell whether the reporter asks if somebody says so: “Did the mayor say it was safe?”"""
    verb = frame.head
    subject = tree.subject[verb]
    if not 0 < subject < verb or tree.quote[verb] >= 0:
        return False
    turned = any(tree.deps[c] in ("aux", "auxpass") and c < subject for c in tree.children(verb))
    if not turned:
        return False
    at, end = verb, tree.paragraph(verb)[1]
    while at + 1 < end and tree.sent[at + 1] == tree.sent[verb]:
        at += 1
    while tree.space[at]:
        at -= 1
    return tree.words[at] == "?"


def _is_called_untrue(tree: Tree, noun: int) -> bool:
    """Tell whether a claim is called untrue where it stands: “the claim that … is false”."""
    if tree.tags[noun][0] != "N" or tree.deps[noun] != "nsubj":
        return False
    verb = tree.heads[noun]
    said = [c for c in tree.children(verb) if tree.deps[c] in ("acomp", "attr")]
    negated = any(tree.deps[c] == "neg" for c in tree.children(verb))
    words = [tree.words[t] for c in said for t in (c, *tree.children(c))]
    untrue = not UNTRUE.isdisjoint(words)
    return untrue != negated if untrue or "true" in words or "correct" in words else False
