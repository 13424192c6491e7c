"""What the sentence's grammar says of a statement, where it leaves no doubt.

The model weighs every token alone: it takes who was asked for who asks, lets a phrase end in its
middle, and gives one cue what a second cue (“and denied that …”) says.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from dateline.reading.statements.chains import is_voice
from dateline.reading.statements.english.cues import (
    DONE_TO_SOMEBODY,
    PHRASES_OF_SPEECH,
    SPEAKING,
    VERBS,
)
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.meaning import kind_of
from dateline.reading.statements.rules import beside, cue_of, subtree, without_edges
from dateline.reading.statements.tree import FINITE, Tree

_PERSONAL = frozenset({"PRP", "PRP$"})
_WHENS = frozenset({"DATE", "TIME"})
_CLAUSAL = frozenset({"advcl", "relcl", "ccomp", "parataxis", "acl", "csubj", "dep"})
_RELATIVE = frozenset({"WP", "WDT", ","})
_HELPERS = frozenset("aux auxpass neg det amod compound nummod poss".split())
_QUALIFIES = frozenset({"RB", "RBS", "RBR", "JJR", "IN", "DT"})
_OPENS = frozenset({"IN", "DT", "CC", "TO", "PRP$", "WDT", "WRB"})
"""Tags of words that no phrase ends in."""
_LONGEST_GAP = 3
"""How many words may be missing between two parts of one phrase …"""
_LONGEST_WAY = 6
"""… and how many steps a word may be below the one it hangs on."""


def unmixed(frames: list[Frame]) -> list[Frame]:
    """Return the frames without those that only run over somebody else's cue.

    “…,” Ann Lee told parliament minutes after the result was read out: nobody read out what she
    told.
    """
    return [
        frame
        for frame in frames
        if frame.source
        or not any(
            other.source
            and other.head in frame.content
            and not {*other.content} <= {*frame.content}
            for other in frames
        )
    ]


def grammatical(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames as the grammar of their sentences has them, in text order."""
    out: list[Frame] = []
    for frame in frames:
        if _is_no_content(tree, frame):
            continue
        kept = _turned(tree, _with_clause_before(tree, frame, frames))
        kept = _with_subject(tree, _counted_before(tree, kept))
        kept = _not_by_whom_it_is_done_to(tree, kept)
        kept = _whole(tree, _with_whole_cue(tree, kept))
        out += _apart(tree, kept)
    return sorted(out, key=lambda frame: frame.head)


def _is_no_content(tree: Tree, frame: Frame) -> bool:
    """Tell whether a frame's content says nothing: “He” was charged, seen in “25 years”."""
    last = frame.cue[-1] if frame.cue else frame.head
    when = tree.tags[last] == "IN" and tree.heads[frame.content[-1]] == last
    who = True
    for t in frame.content:
        if tree.words[t][:1].isalnum():
            who = who and tree.tags[t] in _PERSONAL and tree.deps[t].startswith("nsubj")
            when = when and tree.doc[t].ent_type_ in _WHENS
            if tree.quoted[t] or not (who or when):
                return False
    return who or when


def _not_by_whom_it_is_done_to(tree: Tree, frame: Frame) -> Frame:
    """Return a frame without a source where that is whom something was done to.

    In “Asked whether he would appeal, she said …” it is not she who asks.
    """
    verb = frame.head
    if tree.tags[verb] != "VBN" or tree.lemma_of(verb) not in DONE_TO_SOMEBODY or not frame.source:
        return frame
    children = tree.children(verb)
    deps = {tree.deps[c] for c in children}
    if "agent" in deps:
        return frame
    have = any(tree.deps[c] == "aux" and tree.lemma_of(c) == "have" for c in children)
    if have and "auxpass" not in deps:
        return frame
    done_to = [c for c in children if tree.deps[c] == "nsubjpass"]
    inside = range(tree.first[verb], tree.last[verb] + 1)
    asks = kind_of(tree, frame)[0] == "asks"
    bare = asks and "auxpass" not in deps and not any(dep.startswith("nsubj") for dep in deps)
    outside = bare and tree.deps[verb] in ("advcl", "acl") and not {*frame.source} & {*inside}
    whom = {t for c in done_to for t in range(tree.first[c], tree.last[c] + 1)}
    if outside or ({*frame.source} <= whom and whom):
        return structs.replace(frame, source=())
    return frame


def _with_clause_before(tree: Tree, frame: Frame, frames: list[Frame]) -> Frame:
    """Return “It rained, officials said, the worst storm in years” with both parts as content."""
    verb, subject = frame.head, tree.subject[frame.head]
    entry = VERBS.get(tree.lemma_of(verb))
    if entry is None or entry.kind != "says" or frame.content[0] < verb or subject > verb:
        return frame
    comma = tree.first[subject] - 1 if subject >= 0 else -1
    if comma < 1 or tree.words[comma] != "," or tree.words[verb + 1 : verb + 2] != [","]:
        return frame
    start = comma
    opening = tree.paragraph(verb)[0]
    while start > opening and tree.sent[start - 1] == tree.sent[verb]:
        start -= 1
    before = {t for t in range(start, comma) if not tree.space[t]}
    told = any(tree.tags[t] in FINITE for t in before) and tree.sent[comma] == tree.sent[verb]
    if not told or tree.is_quoted((*before, *frame.content)):
        return frame
    if any(not before.isdisjoint((*f.cue, *f.content)) for f in frames if f is not frame):
        return frame
    return structs.replace(frame, content=without_edges(tree, sorted({*before, *frame.content})))


def _counted_before(tree: Tree, frame: Frame) -> Frame:
    """Return “It hit, killing 27 people, the governor, Ann Lee, said” with the people in content.

    Whoever is counted speaks in one voice only without a second one behind a comma.
    """
    source, content = frame.source, frame.content
    if not source or not content or content[-1] + 1 != source[0] or source[-1] > frame.head:
        return frame
    comma = next((n for n, t in enumerate(source) if tree.words[t] == ","), -1)
    if comma < 1 or not any(tree.tags[t] == "CD" for t in source[:comma]):
        return frame
    verb = next((t for t in reversed(content) if tree.tags[t][0] == "V"), -1)
    behind = tree.tags[verb] == "VBG" and all(
        tree.tags[t] in _QUALIFIES for t in range(verb + 1, source[0])
    )
    speaker = without_edges(tree, list(source[comma + 1 :]))
    if not behind or not speaker:
        return frame
    return structs.replace(frame, content=(*content, *source[:comma]), source=speaker)


def _turned(tree: Tree, frame: Frame) -> Frame:
    """Return “The trick, says Ann Lee, is to wait” with her as the source and the rest as content.

    The model takes what stands before the cue for who says it.
    """
    verb, name = frame.head, frame.head + 1
    if (
        tree.words[verb - 1 : verb] != [","]
        or name not in frame.content
        or not tree.tags[name].startswith("NNP")
        or not frame.source
        or frame.source[-1] > verb
    ):
        return frame
    entry = VERBS.get(tree.lemma_of(verb))
    if entry is None or entry.kind not in ("says", "writes"):
        return frame
    last = name
    while last + 1 < tree.size and tree.tags[last + 1].startswith("NNP"):
        last += 1
    if tree.words[last + 1 : last + 2] not in ([","], ["."]):
        return frame
    whole = {*range(name, last + 1)}
    aside = {t for t in beside(tree, last, "relcl", "appos") if t > last}
    content = sorted({*frame.source, *frame.content} - whole - aside)
    end = max(aside, default=last)
    content = [
        t
        for t in content
        if (t < verb or t > end) and not (tree.words[t] == "," and t in (verb - 1, end + 1))
    ]
    return structs.replace(
        frame, source=tuple(sorted(whole | aside)), content=without_edges(tree, content)
    )


def _with_subject(tree: Tree, frame: Frame) -> Frame:
    """Return a frame whose source is no bare “for the league”, and does not end in “who”.

    Where nothing else is left of it the clause's subject is.
    """
    verb, source = frame.head, frame.source
    if not source or tree.tags[verb][:1] != "V":
        return frame
    if tree.tags[source[-1]] not in _RELATIVE and "prep" not in [tree.deps[t] for t in source]:
        return frame
    inside = {*source}
    strays = {
        t
        for stray in source
        if tree.deps[stray] == "prep"
        and tree.words[stray] != "from"
        and stray - 1 not in inside
        and tree.heads[stray] not in inside
        for t in range(tree.first[stray], tree.last[stray] + 1)
    }
    kept = [t for t in source if t not in strays and source[0] not in strays]
    while len(kept) > 1 and tree.tags[kept[-1]] in _RELATIVE and tree.tags[kept[-2]] != "IN":
        kept.pop()
    if len(kept) == len(source):
        return frame
    subject = tree.subject[verb]
    if not kept and subject >= 0:
        other = {*frame.cue, *frame.content, *beside(tree, subject, "relcl")}
        kept = [t for t in subtree(tree, subject) if t not in other]
    found = without_edges(tree, kept)
    return structs.replace(frame, source=found) if found else frame


def _with_whole_cue(tree: Tree, frame: Frame) -> Frame:
    """Return a frame whose cue ends no phrase in its middle: “said in televised”."""
    for link in frame.cue:
        if tree.tags[link] != "IN" or tree.deps[link] != "prep" or link < frame.head:
            continue
        objects = [c for c in tree.children(link) if tree.deps[c] == "pobj"]
        other = {*frame.content, *frame.source}
        if not objects or objects[0] in frame.cue or objects[0] in other:
            continue
        phrase = range(link, objects[0] + 1)
        begin = link
        while begin - 1 > frame.head and tree.tags[begin - 1] == "RB":
            # “late on Friday” goes with it.
            begin -= 1
        rest = tuple(t for t in frame.cue if not begin <= t <= tree.last[link])
        if tree.lemma_of(objects[0]) in PHRASES_OF_SPEECH and not other & {*phrase}:
            rest = tuple(sorted({*rest, *phrase}))
        return structs.replace(frame, cue=rest) if rest else frame
    return frame


def _whole(tree: Tree, frame: Frame) -> Frame:
    """Return a frame whose content does not break off inside a phrase."""
    if tree.is_quoted(frame.content):
        return frame
    inside = {*frame.content}
    barred = {*frame.cue, *frame.source}
    added = _left_out(tree, frame.content, barred)
    inside.update(added)
    t = frame.content[-1] + 1
    while t < tree.size and tree.sent[t] == tree.sent[t - 1] and tree.quote[t] < 0:
        # “… could” goes on with the verb that it helps.
        helped = tree.heads[t - 1] == t and tree.deps[t - 1] in _HELPERS
        if t in barred or not (helped or _hangs_on(tree, t, inside, barred)):
            break
        added.append(t)
        inside.add(t)
        t += 1
    while added and tree.tags[added[-1]] in _OPENS and added[-1] > frame.content[-1]:
        inside.discard(added.pop())
    if not added:
        return frame
    return structs.replace(frame, content=without_edges(tree, sorted(inside)))


def _left_out(tree: Tree, content: tuple[int, ...], barred: set[int]) -> list[int]:
    """Return what is missing between two parts of a sentence's content and hangs on one of them.

    That is a few words, or a clause beside a noun: importers, “who buy most of it”, will be hit.
    """
    found: list[int] = []
    if content[-1] - content[0] == len(content) - 1:
        return found
    inside = {*content}
    for before, after in pairwise(content):
        if after == before + 1 or tree.sent[before] != tree.sent[after]:
            continue
        gap = range(before + 1, after)
        if not barred.isdisjoint(gap) or tree.is_quoted(range(before, after)):
            continue
        words = [t for t in gap if tree.words[t] != ","]
        short = len(gap) <= _LONGEST_GAP and all(
            tree.last[t] >= after or _hangs_on(tree, t, inside, barred) for t in words
        )
        clauses = [t for t in words if tree.deps[t] == "relcl" and tree.heads[t] in inside]
        aside = clauses and all(tree.first[clauses[0]] <= t <= tree.last[clauses[0]] for t in words)
        if short or aside:
            found += gap
    return found


def _hangs_on(tree: Tree, i: int, inside: set[int], barred: set[int]) -> bool:
    at = i
    for _ in range(_LONGEST_WAY):
        if tree.deps[at] in _CLAUSAL or tree.heads[at] == at or at in barred:
            return False
        if tree.deps[at] == "conj" and _is_finite(tree, at):
            return False
        at = tree.heads[at]
        if at in inside:
            return True
    return False


def _is_finite(tree: Tree, i: int) -> bool:
    helped = any(tree.tags[c] in FINITE and tree.deps[c][:3] == "aux" for c in tree.children(i))
    return helped or tree.tags[i] in FINITE


def _apart(tree: Tree, frame: Frame) -> list[Frame]:
    """Return a frame, and one of its own for what a second cue says: “and denied that …”."""
    if not frame.source or tree.is_quoted(frame.content):
        return [frame]
    for verb in [t for t in frame.content if tree.deps[t] == "conj"]:
        if tree.tags[verb] not in ("VBD", "VBZ") or tree.lemma_of(verb) not in VERBS:
            continue
        clauses = [c for c in tree.children(verb) if tree.deps[c] == "ccomp"]
        first = tree.heads[verb]
        own = any(tree.deps[c].startswith("nsubj") for c in tree.children(verb))
        subject = tree.subject[first]
        if own or not clauses or first not in frame.content or subject < 0:
            continue
        if tree.tags[subject] in _PERSONAL or _can_say(tree, subject):
            continue
        said = subtree(tree, clauses[0])
        second = Frame(verb, cue_of(tree, verb), said, frame.source, frame.score)
        begin = tree.first[verb]
        rest = [t for t in frame.content if t < begin]
        while rest and tree.deps[rest[-1]] == "cc":
            rest.pop()
        kept = without_edges(tree, rest)
        return [structs.replace(frame, content=kept), second] if kept else [frame]
    return [frame]


def _can_say(tree: Tree, i: int) -> bool:
    return is_voice(tree, i) or tree.lemma_of(i) in SPEAKING
