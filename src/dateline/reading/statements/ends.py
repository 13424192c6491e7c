"""Where a statement's words begin and end: never inside a phrase, never on a word that leads on."""

from __future__ import annotations

from itertools import pairwise

from msgspec import structs

from dateline.reading.statements.english.cues import ADDRESSING, PHRASES_OF_SPEECH
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import cue_of, subtree, without_edges
from dateline.reading.statements.taken import Taken, neighbours
from dateline.reading.statements.tree import Tree

_LEADS_ON = frozenset({"IN", "TO", "DT", "PRP$", "WDT", "WP$", "WRB", "JJ", "RB"})
_OF_NOUN = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod"})
_OPEN_NOUN = frozenset({"DT", "PRP$", "JJ", "NNP", "CD"})
_OF_VERB = frozenset({"nsubj", "nsubjpass", "expl", "aux", "auxpass", "neg"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MODIFIES = _SUBJECTS | {"npadvmod"}
_ASKING = frozenset({"WP", "WDT"})
_ASIDES = frozenset({"prep", "npadvmod", "advmod", "advcl", "punct"})
_COMPLEMENTS = frozenset({"pobj", "pcomp"})
_TAKEN = frozenset({"ccomp", "xcomp", "dobj", "acomp", "attr"})
_LONGEST_REST = 8
"""How many words a preposition at an end may still take …"""
_LONGEST_CLAUSE = 20
"""… and a verb."""


def closed(tree: Tree, frames: list[Frame]) -> list[Frame]:
    """Return the frames, none of them beginning or ending inside a phrase.

    What is missing is added where no statement has it; a word that leads on to what is not there
    (“structural reforms and”) is left out.
    """
    said = [{*frame.cue, *frame.content} for frame in frames]
    whole = [held.union(frame.source) for held, frame in zip(said, frames, strict=True)]
    out: list[Frame] = []
    for frame, near in zip(frames, neighbours(frames), strict=True):
        barred = Taken({*frame.cue, *frame.source}, *(whole[m] for m in near))
        content = _in_one_piece(tree, _from_that(tree, frame), barred)
        content = _without_circumstance(tree, frame.head, content)
        content = _completed(tree, _ended(tree, content, barred), barred)
        content = _begun(tree, content, barred)
        barred = Taken({*frame.cue, *content}, *(said[m] for m in near))
        source = _ended(tree, frame.source, barred, said=False)
        cue = _cue_ended(tree, frame, cut=content[0] != frame.content[0])
        cue = _said_to(tree, structs.replace(frame, cue=cue), Taken({*content, *source}))
        if cue and cue[-1] + 1 == content[0] and tree.heads[cue[-1]] in content:
            # “was delighted with her | side’s attitude”
            cue, content = _parted(tree, cue, content)
        if (content, source, cue) != (frame.content, frame.source, frame.cue):
            frame = structs.replace(frame, content=content, source=source, cue=cue)  # noqa: PLW2901
        out.append(frame)
    return out


def _in_one_piece(tree: Tree, content: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return the content with what stands between two parts of it and belongs to nothing else."""
    if len(content) == content[-1] - content[0] + 1:
        return content
    gaps: set[int] = set()
    for before, after in pairwise(content):
        gap = range(before + 1, after)
        if (
            not gap
            or _starts_anew(tree, gap)
            or tree.sent[before] != tree.sent[after]
            or not barred.isdisjoint(gap)
        ):
            continue
        if not any(_cut(tree, t, gap) or tree.space[t] for t in gap):
            gaps.update(gap)
    return tuple(sorted({*content} | gaps)) if gaps else content


def _starts_anew(tree: Tree, gap: range) -> bool:
    """Tell whether a gap begins with a clause of its own: “…, he is …”, “… as he issued …”."""
    first = next((t for t in gap if tree.words[t] != ","), gap.stop - 1)
    own = tree.tags[first] == "PRP" and tree.deps[first].startswith("nsubj")
    return (own and gap[0] != first) or tree.words[first] in ("as", "while", "when")


def _from_that(tree: Tree, frame: Frame) -> tuple[int, ...]:
    """Return the content from its “that” on: “claimed, without offering evidence, that …”."""
    for clause in tree.children(frame.head):
        begin = tree.first[clause]
        if tree.deps[clause] != "ccomp" or tree.deps[begin] != "mark" or begin < frame.head:
            continue
        if tree.words[begin] != "that" or begin not in frame.content:
            continue
        before = [t for t in frame.content if t < begin]
        if before and before[0] > frame.head and _is_aside(tree, frame.head, before):
            return tuple(t for t in frame.content if t >= begin)
    return frame.content


def _without_circumstance(tree: Tree, verb: int, content: tuple[int, ...]) -> tuple[int, ...]:
    """Return a content without what tells at its end how it was said.

    That is “… in a statement” and “… on condition of anonymity”.
    """
    for link in tree.children(verb):
        if tree.deps[link] != "prep" or not content[0] < link or link not in content:
            continue
        objects = [c for c in tree.children(link) if tree.deps[c] == "pobj"]
        if content[-1] != tree.last[link] or not objects or tree.quote[link] >= 0:
            continue
        noun = tree.lemma_of(objects[0])
        said_in = tree.words[link] == "in" and noun in PHRASES_OF_SPEECH
        if said_in or (tree.words[link] == "on" and noun == "condition"):
            return without_edges(tree, [t for t in content if t < link])
    return content


def _is_aside(tree: Tree, verb: int, before: list[int]) -> bool:
    """Tell whether words before a “that” only tell to whom, when or how something is said."""
    aside = _ASIDES | {"dobj", "dative"} if tree.lemma_of(verb) in ADDRESSING else _ASIDES
    for t in before:
        top = t
        while tree.heads[top] not in (top, verb):
            top = tree.heads[top]
        if tree.heads[top] != verb or tree.deps[top] not in aside or tree.quote[t] >= 0:
            return False
        if tree.words[t] in (":", ";"):
            return False
    return True


def _cue_ended(tree: Tree, frame: Frame, *, cut: bool) -> tuple[int, ...]:
    """Return a cue without a comma at its end, nor what leads on to words that were cut."""
    kept = [*frame.cue]
    while len(kept) > 1 and kept[-1] > frame.head:
        last = kept[-1]
        leads_on = cut and tree.tags[last] in ("IN", "DT")
        if tree.words[last] not in (",", "--", "—", "–") and not leads_on:
            break
        kept.pop()
    return tuple(kept)


def _said_to(tree: Tree, frame: Frame, barred: Taken) -> tuple[int, ...]:
    """Return the cue “to say” with the verb it hangs on: “used to say”, “liked to say”."""
    cue = frame.cue
    if not cue or tree.words[cue[0]] != "to" or tree.heads[cue[0]] != frame.head:
        return cue
    above = tree.heads[frame.head]
    if above != cue[0] - 1 or above in barred or tree.deps[frame.head] != "xcomp":
        return cue
    helpers = [t for t in cue_of(tree, above) if t < above and t not in barred]
    return tuple(sorted({*helpers, above, *cue}))


def _parted(
    tree: Tree, cue: tuple[int, ...], content: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return a cue and content with the words that belong to a noun of the content beside it."""
    at = len(cue)
    while at > 1 and tree.tags[cue[at - 1]] in _OPEN_NOUN and tree.heads[cue[at - 1]] in content:
        at -= 1
    return cue[:at], (*cue[at:], *content)


def _ended(
    tree: Tree, tokens: tuple[int, ...], barred: Taken, *, said: bool = True
) -> tuple[int, ...]:
    """Return the tokens without a last word that leads on, or with what it leads on to."""
    kept = tokens
    while len(kept) > 1:
        last = kept[-1]
        if tree.quote[last] >= 0:
            return kept
        to = _leads_to(tree, last, barred, said=said)
        if to < 0:
            return kept
        rest = _rest(tree, last, to)
        joined = tree.tags[last] == "CC"
        whole = to > last and len(rest) <= (_LONGEST_CLAUSE if joined else _LONGEST_REST)
        whole = whole and barred.isdisjoint(rest)
        if whole and not any(tree.space[t] or _cut(tree, t, rest) for t in rest):
            return (*kept, *rest)
        begin = tree.first[last] if tree.deps[last] in _SUBJECTS else last
        kept = without_edges(tree, [t for t in kept if t < begin])
    return kept or tokens


def _completed(tree: Tree, content: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return a content that ends on a verb with the clause or object that the verb takes."""
    last = content[-1]
    if tree.quote[last] >= 0 or tree.tags[last][0] != "V":
        return content
    for child in tree.children(last):
        rest = range(last + 1, tree.last[child] + 1)
        if child < last or tree.deps[child] not in _TAKEN or tree.first[child] != last + 1:
            continue
        free = barred.isdisjoint(rest) and not any(
            tree.space[t] or _cut(tree, t, rest) for t in rest
        )
        if free and len(rest) <= _LONGEST_CLAUSE and tree.sent[rest[-1]] == tree.sent[last]:
            return without_edges(tree, (*content, *rest))
    return content


def _leads_to(tree: Tree, last: int, barred: Taken, *, said: bool) -> int:
    """Return the word that a last word leads on to, itself where that is anything, else -1."""
    following = last + 1
    if tree.tags[last] == "CC":
        # Only what is joined to the content goes on with it, not what is joined to its cue.
        joined = [c for c in tree.children(tree.heads[last]) if tree.deps[c] == "conj"]
        inside = tree.heads[last] not in barred
        return next((c for c in joined if c > last and inside), last)
    if following >= tree.size or tree.sent[following] != tree.sent[last]:
        return -1
    head, dep = tree.heads[last], tree.deps[last]
    if tree.tags[last] in _LEADS_ON and head > last and dep in _OF_NOUN:
        return head
    if (
        said
        and head > last
        and head not in barred
        and (dep in _MODIFIES or tree.tags[last] in _ASKING)
    ):
        aside = dep in _SUBJECTS and tree.deps[head] == "advcl"
        return last if aside else head
    if said and tree.tags[last] == "POS" and tree.deps[head] == "poss" and tree.heads[head] > last:
        return tree.heads[head]
    if tree.tags[last] in ("IN", "TO"):
        objects = [c for c in tree.children(last) if c > last and tree.deps[c] in _COMPLEMENTS]
        if objects:
            return objects[0]
        if tree.deps[last] in ("mark", "aux") and head > last:
            return last
    return -1


def _rest(tree: Tree, last: int, to: int) -> range:
    """Return what stands behind a last word up to the end of what it leads on to.

    A quotation that begins there is taken whole.
    """
    end, following = tree.last[to] + 1, last + 1
    if following < tree.size and tree.quote[following] >= 0:
        opening, closing = tree.quotes[tree.quote[following]]
        end = max(end, closing) if opening == following else end
    return range(following, end)


def _cut(tree: Tree, i: int, rest: range) -> bool:
    """Tell whether a token stands in a quotation that some tokens hold only a part of."""
    if tree.quote[i] < 0:
        return False
    opening, closing = tree.quotes[tree.quote[i]]
    return opening < rest.start or closing > rest.stop


def _begun(tree: Tree, tokens: tuple[int, ...], barred: Taken) -> tuple[int, ...]:
    """Return the tokens with the words that the first of them cannot stand without."""
    first = tokens[0]
    if tree.quote[first] >= 0 or tree.tags[first] == "VBG":
        return tokens
    verbal = tree.tags[first][0] in "VM"
    top = tree.heads[first] if verbal and tree.deps[first] in ("aux", "auxpass") else first
    deps = _OF_VERB if verbal else _OF_NOUN
    before = [c for c in tree.children(top) if c < first and tree.deps[c] in deps]
    if not before:
        return tokens
    rest = range(tree.first[before[0]], first)
    claimed = not barred.isdisjoint(rest)
    if claimed and verbal:
        # “Her house, she said, was gone”
        subject = subtree(tree, before[0])
        free = barred.isdisjoint(subject) and tree.sent[before[0]] == tree.sent[first]
        return (*subject, *tokens) if free and not tree.is_quoted(subject) else tokens
    if claimed or any(tree.space[t] or tree.quote[t] >= 0 for t in rest):
        return tokens
    return (*rest, *tokens)
