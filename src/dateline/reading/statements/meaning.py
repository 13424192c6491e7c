"""What kind of statement a cue makes, whether it asserts it, and how much of it is quoted."""

from __future__ import annotations

from dateline.reading.statements.english.cues import KINDS, NEGATIONS, SAYING, VERBS
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
        entry = VERBS.get(word) if tree.tags[i].startswith("V") else None
        if entry is not None:
            found = (entry.kind, entry.polarity)
            break
        if word in KINDS:
            found = KINDS[word]
            break
        if word in SAYING:
            found = ("says", "asserts")
            break
    else:
        spoken = tree.is_quoted(frame.content) or not any(
            tree.words[i].isalpha() for i in frame.cue
        )
        found = ("says" if spoken else "acts", "asserts")
    kind, polarity = found
    if any(tree.words[i] in NEGATIONS for i in frame.cue):
        polarity = _NEGATED.get(polarity, polarity)
    return kind, polarity
