"""What joins statements to others: quotations that run on, and those who pass statements on."""

from __future__ import annotations

from typing import NamedTuple

from dateline.reading.statements.english.cues import (
    ACCORDING,
    CITING,
    REPORTING,
    SPEAKING,
    VOICES,
)
from dateline.reading.statements.english.marks import CLOSING, DASHES, EITHER, MARKS, OPENING
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import subtree, without_edges
from dateline.reading.statements.tree import Tree


class Chain(NamedTuple):
    """Who says what, and through whom, in tokens."""

    source: tuple[int, ...]
    via: tuple[int, ...]
    content: tuple[int, ...]


_NAMED = frozenset({"ORG", "PERSON", "GPE", "NORP"})
_SHORTEST_PARAGRAPH = 5


def united(tree: Tree, frames: list[Frame], ruled: list[Frame]) -> list[Frame]:
    """Return the frames, and those of the rules that touch none of them.

    Where the rules see who passes a statement on, theirs come first.
    """
    chains = [frame for frame in ruled if passed_on(tree, frame).via]
    taken = {t for f in chains for role in passed_on(tree, f)[:2] for t in role}
    return _added(_added(chains, frames, taken), ruled, set())


def _added(frames: list[Frame], others: list[Frame], taken: set[int]) -> list[Frame]:
    taken = taken | {t for frame in frames for t in (*frame.content, *frame.cue)}
    extra = [
        frame for frame in others if taken.isdisjoint(frame.content) and taken.isdisjoint(frame.cue)
    ]
    return sorted([*frames, *extra], key=lambda frame: frame.head)


def continued(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each quotation that fills a paragraph joined to the quotation before it.

    A paragraph that is one quotation and has no cue goes on with what the paragraph before it
    quotes, whether or not its quotation was left open.
    """
    out = _begun_before(tree, list(frames))
    covered = {t for frame in out for t in (*frame.content, *frame.cue)}
    for opening, closing in tree.quotes:
        tokens = [t for t in range(opening, closing) if not tree.space[t]]
        if not _is_paragraph(tree, opening, closing) or covered & set(tokens):
            continue
        block = tree.block[opening]
        if _is_turn(tree, out, block - 1):
            out.append(Frame(opening, (), tuple(tokens), ()))
            covered.update(tokens)
        if len(tokens) < _SHORTEST_PARAGRAPH or covered & set(tokens):
            continue
        before = [
            n for n, frame in enumerate(out)
            if tree.block[frame.content[-1]] == block - 1
            and tree.is_quoted(frame.content)
        ]  # fmt: skip
        if before:
            last = max(before, key=lambda n: out[n].content[-1])
            frame = out[last]
            content = (*frame.content, *tokens)
            out[last] = Frame(frame.head, frame.cue, content, frame.source, frame.score)
            covered.update(tokens)
    return out


def _is_turn(tree: Tree, frames: list[Frame], block: int) -> bool:
    """Tell whether somebody else speaks behind a paragraph: behind a question or another turn."""
    before = [frame for frame in frames if tree.block[frame.content[-1]] == block]
    last = max(before, key=lambda frame: frame.content[-1], default=None)
    if last is None or not tree.is_quoted(last.content):
        return False
    asked = tree.lemma_of(last.head) == "ask" and tree.words[last.content[-1]] in MARKS
    return asked or not (last.cue or last.source)


def _is_paragraph(tree: Tree, opening: int, closing: int) -> bool:
    """Tell whether a quotation is all its paragraph holds."""
    start, end = tree.paragraph(opening)
    beside = (range(start, opening), range(min(closing, end), max(closing, end)))
    return all(tree.space[t] for side in beside for t in side)


def _begun_before(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Give a quotation that fills its paragraph and is left open to the statement it begins."""
    covered = {t for frame in frames for t in (*frame.content, *frame.cue)}
    for number in range(len(tree.quotes) - 2, -1, -1):
        opening, closing = tree.quotes[number]
        tokens = [t for t in range(opening, closing) if not tree.space[t]]
        following = tree.quotes[number + 1][0]
        if (
            len(tokens) < _SHORTEST_PARAGRAPH
            or not _is_paragraph(tree, opening, closing)
            or covered & {*tokens}
        ):
            continue
        _, end = tree.paragraph(opening)
        left_open = (
            tree.words[opening] in OPENING and tree.words[tokens[-1]] not in CLOSING | EITHER
        )
        if not left_open or any(not tree.space[t] for t in range(end, following)):
            continue
        for n, frame in enumerate(frames):
            if following in frame.content and tree.words[frame.head] not in DASHES:
                content = (*tokens, *frame.content)
                frames[n] = Frame(frame.head, frame.cue, content, frame.source, frame.score)
                covered.update(tokens)
                break
    return frames


def passed_on(tree: Tree, frame: Frame) -> Chain:
    """Return a frame's source and content, and those who pass the statement on.

    In “the news service reported, citing the minister's office” the office is the source and the
    service passes on what it said; so it is in “the paper quoted the minister as saying …”,
    “according to the paper, which cited the minister, …” and “the paper said that according to the
    minister …”.
    """
    plain = Chain(frame.source, (), frame.content)
    quoting = quoting_verb(tree, frame.head)
    if quoting >= 0:
        return plain._replace(via=_quoter(tree, quoting))
    if not frame.source:
        return plain
    if tree.words[frame.head] == ACCORDING:
        return _which_cited(tree, frame)
    if tree.lemma_of(frame.head) not in REPORTING:
        return plain
    for child in tree.children(frame.head):
        if tree.tags[child] == "VBG" and tree.lemma_of(child) in CITING:
            for cited in tree.children(child):
                if tree.deps[cited] == "dobj" and _is_cited(tree, cited):
                    # What an outlet cites lies outside of what it reports.
                    source = subtree(tree, cited)
                    content = tuple(t for t in frame.content if t not in source and t != child)
                    return Chain(source, frame.source, content) if content else plain
    return _said_according_to(tree, frame)


def quoting_verb(tree: Tree, i: int) -> int:
    """Return the “quoted” of a “saying” in “quoted him as saying”, -1 for any other token."""
    link = tree.heads[i]
    verb = tree.heads[link]
    linked = tree.deps[i] == "pcomp" and tree.words[link] == "as"
    return verb if linked and tree.tags[i] == "VBG" and tree.lemma_of(verb) in CITING else -1


def _quoter(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return who quotes: the subject, or the agent of a passive."""
    for child in tree.children(verb):
        if tree.deps[child] == "nsubj":
            return subtree(tree, child)
        if tree.deps[child] == "agent" and tree.children(child):
            return subtree(tree, tree.children(child)[0])
    return ()


def _which_cited(tree: Tree, frame: Frame) -> Chain:
    """Read “according to the paper, which cited two officials”."""
    plain = Chain(frame.source, (), frame.content)
    for verb in range(frame.source[0], frame.source[-1] + 3):
        if verb >= tree.size or tree.sent[verb] != tree.sent[frame.head]:
            break
        if tree.lemma_of(verb) not in CITING or tree.deps[verb] not in ("relcl", "acl"):
            continue
        for cited in tree.children(verb):
            if tree.deps[cited] == "dobj" and _is_cited(tree, cited):
                source = subtree(tree, cited)
                clause = range(tree.first[verb], tree.last[verb] + 1)
                via = without_edges(tree, [t for t in frame.source if t not in clause])
                content = tuple(t for t in frame.content if t not in clause)
                return Chain(source, via, content) if via and content else plain
    return plain


def _said_according_to(tree: Tree, frame: Frame) -> Chain:
    """Read “the paper said that, according to the minister, …”."""
    plain = Chain(frame.source, (), frame.content)
    for i in frame.content[:3]:
        if tree.words[i] != ACCORDING or tree.quote[i] >= 0 or i + 1 not in frame.content:
            continue
        objects = [
            t for c in (i, i + 1) for t in tree.children(c) if t > i + 1 and tree.deps[t] == "pobj"
        ]
        own = [c for t in objects for c in tree.children(t) if tree.tags[c] == "PRP$"]
        if objects and not own:
            source = subtree(tree, objects[0])
            stretch = range(i, source[-1] + 1)
            rest = [t for t in frame.content if t not in stretch and t >= i]
            content = without_edges(tree, rest)
            return Chain(source, frame.source, content) if content else plain
    return plain


def is_voice(tree: Tree, i: int) -> bool:
    """Tell whether a noun can be one who says something: a name or a word for people or offices."""
    return tree.doc[i].ent_type_ in _NAMED or tree.lemma_of(i) in VOICES


def _is_cited(tree: Tree, i: int) -> bool:
    return is_voice(tree, i) or tree.lemma_of(i) in SPEAKING
