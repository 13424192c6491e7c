"""Statements in headlines: which of them the shortened words of a headline bear out.

A headline leaves out auxiliaries (“Owner questioned over manifest” is what is done to the owner)
and puts a topic before a colon as often as a speaker.
"""

from __future__ import annotations

from msgspec import structs

from dateline.reading.names import Names
from dateline.reading.statements.chains import is_voice
from dateline.reading.statements.english.cues import (
    ASKING_WORDS,
    DONE_TO_SOMEBODY,
    NO_SPEAKERS,
    SPEAKING,
    VOICES,
)
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.meaning import kind_of, style_of
from dateline.reading.statements.tree import Tree
from dateline.text import Span

_VERBAL = frozenset({"VB", "MD", "TO"})
_NO_OBJECT = frozenset({"IN", "TO", "RB", "RP", "VBG", "VBN", ".", ",", ":", "CC"})
_SHORTEST = 3
"""Words of a quotation whose speaker a headline leaves out; fewer are a title."""
_BREAKS = frozenset({",", ";", "--", "—", "–", "|", ":"})


def borne_out(tree: Tree, frames: list[Frame], names: Names | None) -> list[Frame]:
    """Return the frames, those of headlines only where somebody plainly says something."""
    if not tree.headline.any():
        return frames
    out: list[Frame] = []
    for frame in frames:
        kept = _kept(tree, frame, names) if tree.headline[frame.head] else frame
        if kept is not None:
            out.append(kept)
    return out


def _kept(tree: Tree, frame: Frame, names: Names | None) -> Frame | None:
    quoted = style_of(tree, frame.content) != "indirect"
    if ":" in (tree.words[t] for t in frame.cue):
        return _labelled(tree, frame, names, quoted=quoted)
    if kind_of(tree, frame)[0] == "acts" or (not quoted and _done_to(tree, frame.head)):
        return None
    return frame


def _labelled(tree: Tree, frame: Frame, names: Names | None, *, quoted: bool) -> Frame | None:
    """Return “Label: what is said” where the label can speak; without a source where it cannot."""
    colon = next(t for t in frame.cue if tree.words[t] == ":")
    first = tree.paragraph(colon)[0]
    label = list(range(first, colon))
    for t in reversed(label):
        if tree.words[t] in _BREAKS:
            label = list(range(t + 1, colon))
            break
    direct = style_of(tree, frame.content) == "direct"
    if not _can_speak(tree, [t for t in label if not tree.space[t]], names):
        enough = sum(tree.words[t][:1].isalpha() for t in frame.content) >= _SHORTEST
        return structs.replace(frame, source=()) if direct and enough else None
    told = any(tree.tags[t][:2] in _VERBAL for t in frame.content) and len(frame.content) > 2
    topic = {*tree.words[colon + 1 : colon + 2]} & ASKING_WORDS
    asked = "?" in (tree.words[t] for t in frame.content)
    return frame if quoted or asked or (told and not topic) else None


def _can_speak(tree: Tree, label: list[int], names: Names | None) -> bool:
    """Tell whether a label is a name, or ends in a word for people, offices or findings."""
    to = next((n for n, t in enumerate(label) if n and tree.words[t] == "to"), len(label))
    label = label[:to]
    if not label:
        return False
    last = label[-1]
    if tree.lemma_of(last) in SPEAKING or is_voice(tree, last) or tree.lemma_of(label[0]) in VOICES:
        return True
    if _is_plain_name(tree, label):
        return True
    if names is None:
        return False
    span = Span(tree.start[last], tree.end[last])
    return any(
        mention.contains(span)
        for owners in (names.people, names.organisations)
        for owner in owners
        for mention in owner.mentions
    )


def _is_plain_name(tree: Tree, label: list[int]) -> bool:
    """Tell whether one or two capitalised words may be a name that nothing else makes known."""
    return len(label) <= 2 and all(
        tree.tags[t].startswith("NNP")
        and tree.text_of(t).isalpha()
        and tree.words[t] not in NO_SPEAKERS
        for t in label
    )


def _done_to(tree: Tree, head: int) -> bool:
    """Tell whether a verb's past form, with no object behind it, is a passive cut short."""
    if tree.tags[head] not in ("VBN", "VBD"):
        return False
    following = head + 1
    if tree.words[following : following + 1] == ["by"]:
        return True
    return tree.lemma_of(head) in DONE_TO_SOMEBODY and (
        following >= tree.paragraph(head)[1] or tree.tags[following] in _NO_OBJECT
    )
