"""Who says it, in the words of the sentence: a whole noun phrase, without holes."""

from __future__ import annotations

from msgspec import structs

from dateline.reading.statements.english.cues import VERBS
from dateline.reading.statements.english.marks import DASHES
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import subtree, without_edges
from dateline.reading.statements.taken import Taken, neighbours
from dateline.reading.statements.tree import FINITE, Tree

_BREAKS = frozenset({":", ";"})
_FROM = frozenset({"by", "from", "to", "of", "for", "per", "in"})
"""What leads to somebody who speaks, beside the subject."""
_LONGEST_SOURCE = 30
_LONGEST_REST = 12
"""How many words a clause beside a name may still take."""


def whole_sources(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, each source a whole noun phrase.

    The model weighs every token alone: it takes “Ann Lee” out of “the widow of a victim, Ann Lee,
    said”, and leaves holes.
    """
    out: list[Frame] = []
    said = [{*frame.cue, *frame.content} for frame in frames]
    for given, near in zip(frames, neighbours(frames), strict=True):
        frame = _past_a_clause(tree, given)
        if not frame.source or tree.is_quoted(frame.source):
            out.append(frame)
            continue
        barred = Taken({*frame.cue, *frame.content}, *(said[m] for m in near))
        source = _outer(tree, frame, barred)
        source = _not_beside(tree, frame.head, source, barred)
        source = _in_one(tree, frame.head, source, barred)
        source = _filled(tree, source, barred)
        source = _without_opening(tree, source)
        source = _to_the_end(tree, source, barred)
        if source and source != frame.source:
            frame = structs.replace(frame, source=source)
        out.append(frame)
    return out


def _past_a_clause(tree: Tree, frame: Frame) -> Frame:
    """Return a frame with the cue and source that the parser hid behind a clause without “who”.

    In “A post shared by thousands claims that …” it is not the post that shared, and in “A man
    thought to be in hiding said …” not the man who thought.
    """
    verb, at = frame.head, frame.content[0]
    cue = verb
    if (
        tree.tags[at] in ("NNS", "VBZ")
        and tree.lemma_of(at) in VERBS
        and tree.words[at + 1] == "that"
    ):
        hidden = tree.heads[at] == verb and tree.deps[at] == "dobj" and verb < at
        cue = at if hidden and tree.lemma_of(verb) not in VERBS else -1
    elif frame.source or tree.deps[verb] != "ccomp" or tree.tags[verb] not in FINITE:
        cue = -1
    top = verb if cue == at else tree.heads[verb]
    subject = tree.subject[top]
    if cue < 0 or not tree.first[top] <= subject < top < cue or tree.tags[top] != "VBD":
        return frame
    own = any(tree.deps[c] in ("nsubj", "nsubjpass", "auxpass") for c in tree.children(verb))
    if (own and cue == verb) or tree.subject[verb] not in (-1, subject):
        return frame
    source = without_edges(tree, range(tree.first[subject], cue))
    content = tuple(t for t in frame.content if t > cue)
    if not content or any(tree.space[t] or tree.words[t] in _BREAKS for t in source):
        return frame
    if tree.is_quoted(source):
        return frame
    return structs.replace(frame, head=cue, cue=(cue,), source=source, content=content)


def _outer(tree: Tree, frame: Frame, barred: Taken) -> tuple[int, ...]:
    """Return the subject of a cue in place of a part of it.

    In “a driver accused of causing the deaths of four workers told the jury” the driver speaks.
    """
    source, subject = frame.source, tree.subject[frame.head]
    if tree.tags[frame.head] in FINITE and source[-1] < frame.head:
        found = _garden_path(tree, frame.head, source[0])
        if found and barred.isdisjoint(found):
            return found
    if subject < 0 or subject in source or tree.tags[frame.head][0] != "V":
        return source
    inside = range(tree.first[subject], tree.last[subject] + 1)
    if frame.head in inside or source[0] not in inside or source[-1] not in inside:
        return source
    if tree.deps[subject] == "nsubjpass":
        return source
    found = subtree(tree, subject)
    joined = not any(tree.space[t] or tree.words[t] in _BREAKS for t in found)
    return found if joined and barred.isdisjoint(found) else source


def _garden_path(tree: Tree, cue: int, start: int) -> tuple[int, ...]:
    """Return the noun that a sentence without a verb of its own begins with, and all to the cue.

    The parser took “A driver accused of causing deaths told …” for a driver without a deed.
    """
    root = cue
    while tree.heads[root] != root:
        root = tree.heads[root]
    before = range(root + 1, start)
    beside = [c for c in tree.children(root) if c in before and tree.deps[c] in ("acl", "relcl")]
    whole = range(tree.first[root], cue)
    asked = tree.tags[start - 1][0] == "W" or tree.words[start - 1] == "that"
    if tree.tags[root][0] != "N" or not beside or asked or not tree.first[beside[0]] <= cue:
        return ()
    if cue > tree.last[beside[0]] or len(whole) > _LONGEST_SOURCE or tree.is_quoted(whole):
        return ()
    joined = not any(tree.space[t] or tree.words[t] in _BREAKS for t in whole)
    return without_edges(tree, whole) if joined else ()


def _not_beside(tree: Tree, verb: int, source: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return the subject in place of “one occasion” in “Managers on one occasion threatened …”."""
    inside = {*source}
    head = next((t for t in source if tree.heads[t] not in inside), source[0])
    link, subject = tree.heads[head], tree.subject[verb]
    beside = tree.deps[head] == "pobj" and tree.heads[link] == verb and link < head < verb
    if not beside or tree.words[link] in _FROM or not 0 <= subject < verb:
        return source
    found = subtree(tree, subject)
    return source if inside & {*found} or not barred.isdisjoint(found) else found


def _in_one(tree: Tree, head: int, source: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return the part of a torn source that is the cue's subject: “These men, Ann explained, …”."""
    subject = tree.subject[head]
    held = {*source}
    gap = {t for t in range(source[0], source[-1]) if t not in held and t not in barred}
    if subject not in source or len(source) == source[-1] - source[0] + 1:
        return source
    if any(tree.words[t][:1].isalnum() for t in gap):
        return source
    inside = range(tree.first[subject], tree.last[subject] + 1)
    return without_edges(tree, [t for t in source if t in inside]) or source


def _filled(tree: Tree, source: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return a source without holes where nothing else stands in them."""
    whole = range(source[0], source[-1] + 1)
    if len(whole) == len(source) or tree.sent[whole[0]] != tree.sent[whole[-1]]:
        return source
    if any(tree.words[t] in _BREAKS or tree.space[t] for t in whole) or tree.is_quoted(whole):
        return source
    if not barred.isdisjoint(whole):
        return source
    return tuple(whole)


def _without_opening(tree: Tree, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return “Intervening, Ann Lee” without the word that only opens the sentence."""
    dash = next((n for n, t in enumerate(source) if n and _is_dash(tree, t)), -1)
    if 0 < dash < len(source) - 1 and tree.text_of(source[0]).isupper():
        # VELMAR, 3 July – the port authority
        return source[dash + 1 :]
    opening = len(source) > 2 and tree.tags[source[0]] in ("VBG", "VBN", "RB")
    if opening and tree.words[source[1]] == ",":
        return source[2:]
    return source


def _is_dash(tree: Tree, i: int) -> bool:
    if tree.words[i] not in DASHES or i + 1 >= tree.size:
        return False
    return tree.end[i - 1] < tree.start[i] and tree.end[i] < tree.start[i + 1]


def _to_the_end(tree: Tree, source: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return a source with the rest of the clause beside a name that it breaks off in."""
    last = source[-1]
    at = last
    while tree.heads[at] != at and tree.heads[at] in source and tree.deps[at] != "relcl":
        at = tree.heads[at]
    rest = range(last + 1, tree.last[at] + 1)
    if tree.deps[at] != "relcl" or not 0 < len(rest) <= _LONGEST_REST:
        return source
    free = barred.isdisjoint(rest) and not any(tree.space[t] or tree.quote[t] >= 0 for t in rest)
    return without_edges(tree, (*source, *rest)) if free else source
