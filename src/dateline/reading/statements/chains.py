"""What joins statements to others: quotations that run on, and those who pass statements on."""

from __future__ import annotations

from dateline.reading.statements.english.cues import CITING, OUTLETS, REPORTING, VOICES
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import subtree
from dateline.reading.statements.speakers import head_of
from dateline.reading.statements.tree import Tree

_NAMED = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_SHORTEST_PARAGRAPH = 5


def united(tree: Tree, frames: list[Frame], ruled: list[Frame]) -> list[Frame]:
    """Return the frames, and those of the rules that touch none of them.

    Where the rules see who passes a statement on, theirs come first.
    """
    chains = [frame for frame in ruled if passed_on(tree, frame)[1]]
    taken = {t for f in chains for role in passed_on(tree, f) for t in role}
    return _added(_added(chains, frames, taken), ruled, set())


def _added(frames: list[Frame], others: list[Frame], taken: set[int]) -> list[Frame]:
    taken = taken | {t for frame in frames for t in (*frame.content, *frame.cue)}
    extra = [frame for frame in others if not taken & {*frame.content, *frame.cue}]
    return sorted([*frames, *extra], key=lambda frame: frame.head)


def continued(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each quotation that fills a paragraph joined to the quotation before it.

    A paragraph that is one quotation and has no cue goes on with what the paragraph before it
    quotes, whether or not its quotation was left open.
    """
    out = list(frames)
    covered = {t for frame in frames for t in (*frame.content, *frame.cue)}
    for opening, closing in tree.quotes:
        tokens = [t for t in range(opening, closing) if not tree.space[t]]
        start, end = tree.paragraph(opening)
        rest = [t for t in range(start, end) if not tree.space[t]]
        if len(tokens) < _SHORTEST_PARAGRAPH or tokens != rest or covered & set(tokens):
            continue
        block = tree.block[opening]
        before = [
            n for n, frame in enumerate(out)
            if tree.block[frame.content[-1]] == block - 1
            and any(tree.quote[t] >= 0 for t in frame.content)
        ]  # fmt: skip
        if before:
            last = max(before, key=lambda n: out[n].content[-1])
            frame = out[last]
            content = (*frame.content, *tokens)
            out[last] = Frame(frame.head, frame.cue, content, frame.source, frame.score)
            covered.update(tokens)
    return out


def passed_on(tree: Tree, frame: Frame) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a frame's source and those who pass it on.

    In “the news service reported, citing the minister's office” the office is the source and the
    service passes on what it said.
    """
    if not frame.source or tree.lemma_of(frame.head) not in REPORTING:
        return frame.source, ()
    teller = head_of(tree, frame.source)
    if tree.words[teller] not in OUTLETS and tree.doc[teller].ent_type_ != "ORG":
        return frame.source, ()
    for child in tree.children[frame.head]:
        if tree.tags[child] == "VBG" and tree.lemma_of(child) in CITING:
            for cited in tree.children[child]:
                if tree.deps[cited] == "dobj" and is_voice(tree, cited):
                    return subtree(tree, cited), frame.source
    return frame.source, ()


def is_voice(tree: Tree, i: int) -> bool:
    """Tell whether a noun can be one who says something: a name or a word for people or offices."""
    return tree.doc[i].ent_type_ in _NAMED or tree.lemma_of(i) in VOICES
