"""Who a source is: the person or organisation its head stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from dateline.reading.names import Names
from dateline.reading.names.english.organisations import COMPANY_NOUNS
from dateline.reading.statements.english.cues import OUTLETS, REPLYING, VOICES
from dateline.reading.statements.english.pronouns import ALIKE, IT, NAMING, OTHERS, THEY
from dateline.reading.statements.frames import Frame
from dateline.reading.statements.rules import without_edges
from dateline.reading.statements.tree import Tree
from dateline.text import Span

_PARTS_OF_A_NAME = frozenset({"compound", "flat", "nmod", "det", "amod", "poss", "nummod", "punct"})
_RELATIVE = frozenset({"WP", "WDT"})
_NEAR = 4
"""How far before a name the word may stand that tells that it is one."""
_BODIES = OUTLETS | VOICES | COMPANY_NOUNS


class Speaker(NamedTuple):
    """The one who is certain, or those it may be."""

    id: str | None
    candidates: tuple[str, ...] = ()


def head_of(tree: Tree, source: tuple[int, ...]) -> int:
    """Return the token of a source that the others hang on; the first one of several."""
    inside = set(source)
    for i in source:
        if tree.heads[i] not in inside or tree.heads[i] == i:
            if tree.deps[i] in ("det", "punct", "case", "prep", "aux", "advmod", "mark"):
                continue
            return i
    return source[0]


def antecedent_of(tree: Tree, source: tuple[int, ...]) -> tuple[int, ...]:
    """Return what a lone “who” or “which” stands for: the noun phrase its clause hangs on."""
    if len(source) != 1 or tree.tags[source[0]] not in _RELATIVE:
        return ()
    verb = tree.heads[source[0]]
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    if tree.deps[verb] != "relcl":
        return ()
    clause = range(tree.first[verb], tree.last[verb] + 1)
    noun = tree.heads[verb]
    phrase = range(tree.first[noun], tree.last[noun] + 1)
    return without_edges(tree, [t for t in phrase if t not in clause and t < source[0]])


class Speakers:
    """Finds speakers among the names of one passage."""

    __slots__ = ("_longest", "_mentions", "_names", "_people", "_starts", "_tree")

    def __init__(self, tree: Tree, names: Names) -> None:
        self._tree = tree
        self._names = names
        self._mentions: list[tuple[Span, str]] = sorted(
            (span, owner.id)
            for owners in (names.people, names.organisations)
            for owner in owners
            for span in (*owner.mentions, *getattr(owner, "pronouns", ()))
        )
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((len(span) for span, _ in self._mentions), default=0)
        self._people = {person.id for person in names.people}

    def speaker_of(self, source: tuple[int, ...]) -> Speaker:
        """Return who a source stands for.

        The source's head decides: “a spokesman for X” is not X, and “Ann Lee, founder of X” is Ann
        Lee. Two coordinated sources leave it open between them.
        """
        if not source:
            return Speaker(None)
        source = antecedent_of(self._tree, source) or source
        head = head_of(self._tree, source)
        inside = set(source)
        heads = [head, *(
            c for c in self._tree.children(head) if self._tree.deps[c] == "conj" and c in inside
        )]  # fmt: skip
        known = {head: self._ids_of(head, source)}
        if len(heads) == 1 and not known[head]:
            # “The judge, Ann Lee”: the name stands beside the word for the person.
            named = [
                c
                for c in self._tree.children(head)
                if self._tree.deps[c] == "appos" and c in inside and self._ids_of(c, source)
            ]
            named = named or self._serving(head, source) or self._behind_comma(head, source)
            named = named or self._called(head, source)
            heads = named[:1] or heads
        found: list[str] = []
        certain = True
        for i in heads:
            ids = known[i] if i in known else self._ids_of(i, source)
            certain = certain and len(ids) == 1
            found.extend(id for id in ids if id not in found)
        if len(found) == 1 and certain:
            return Speaker(found[0])
        if not found:
            span = Span(self._tree.start[source[0]], self._tree.end[source[-1]])
            return Speaker(None, self._names.candidates_for_pronoun(span))
        return Speaker(None, tuple(found))

    def _called(self, head: int, source: tuple[int, ...]) -> list[int]:
        """Return the name that is told of somebody: “a witness who gave his name as X”."""
        tree = self._tree
        for before, i in pairwise(source):
            near = {*tree.words[max(head, before - _NEAR) : before + 1]}
            led = tree.words[before] == "name" or (
                tree.words[before] in ("as", "only") and near & NAMING
            )
            if i > head and led and tree.tags[i].startswith("NNP") and self._ids_of(i, source):
                return [i]
        return []

    def _serving(self, head: int, source: tuple[int, ...]) -> list[int]:
        """Return the name behind “a spokesman for the president, X”, which the parser hangs on him.

        Nobody is his own spokesman: behind a comma the name is the one who serves.
        """
        tree, people = self._tree, self._people
        if tree.tags[head] != "NN":
            return []
        served = [
            t for link in tree.children(head) for t in tree.children(link)
            if tree.deps[link] == "prep" and tree.deps[t] == "pobj" and t in source
        ]  # fmt: skip
        return [
            c
            for t in served
            for c in tree.children(t)
            if tree.deps[c] == "appos"
            and c in source
            and "," in tree.words[t + 1 : c]
            and people & {*self._ids_of(c, source)}
        ]

    def _behind_comma(self, head: int, source: tuple[int, ...]) -> list[int]:
        """Return the name that ends “the governor of Selim province, X”, however it is parsed."""
        tree, last = self._tree, source[-1]
        start = last
        while start > source[0] and tree.tags[start - 1].startswith("NNP"):
            start -= 1
        named = start > head and tree.words[start - 1 : start] == [","]
        someone = tree.tags[head] == "NN" and self._people & {*self._ids_of(last, source)}
        return [last] if named and someone else []

    def carried(self, sources: list[tuple[int, ...]], speakers: list[Speaker]) -> list[Speaker]:
        """Return the speakers, an open “he said” given to who spoke before in the paragraph.

        Only where that paragraph has named nobody else so far, and the person is not one whom the
        report calls by the other pronoun.
        """
        tree, out = self._tree, list(speakers)
        order = sorted((n for n in range(len(sources)) if sources[n]), key=lambda n: sources[n])
        before: dict[int, str] = {}
        for n in order:
            source = sources[n]
            block = tree.block[source[0]]
            person = before.get(block)
            word = tree.words[source[0]]
            if out[n].id is None and len(source) == 1 and word == IT:
                out[n] = self._organisation_before(source[0])
            if len(source) == 1 and word == THEY and not out[n].candidates:
                out[n] = Speaker(None, self._together(source[0]))
            if out[n].id is not None:
                before[block] = out[n].id or ""
            elif len(source) == 1 and word in ALIKE and person and self._free(person, word):
                named = self._people_before(source[0])
                if named == {person}:
                    out[n] = Speaker(person)
                elif person in named:
                    out[n] = Speaker(None, out[n].candidates or tuple(sorted(named)))
        return out

    def answered(self, frames: list[Frame], speakers: list[Speaker]) -> list[Speaker]:
        """Return the speakers, none of them answering a question of their own.

        In a paragraph that is only “…,” he said, behind one that is only a question, “he” is not
        who asked; it is who spoke before the question, if somebody did.
        """
        tree, out = self._tree, list(speakers)
        by_block: dict[int, list[int]] = {}
        for n, frame in enumerate(frames):
            if frame.source and tree.quote[frame.content[0]] >= 0:
                by_block.setdefault(int(tree.block[frame.head]), []).append(n)
        out = self._replied(frames, out)
        for block, numbers in sorted(by_block.items()):
            asked, before = by_block.get(block - 1, []), by_block.get(block - 2, [])
            n = numbers[0]
            source = frames[n].source
            if not asked or len(source) != 1 or tree.words[source[0]] not in ALIKE:
                continue
            asker = out[asked[-1]].id
            last = frames[asked[-1]]
            if asker is None or tree.lemma_of(last.head) != "ask" or out[n].id not in (asker, None):
                continue
            if any(tree.quote[t] < 0 for t in last.content):
                continue
            other = out[before[-1]].id if before else None
            if other not in (None, asker):
                out[n] = Speaker(other)
            elif out[n].id == asker:
                out[n] = Speaker(None, (asker,))
        return out

    def _replied(self, frames: list[Frame], speakers: list[Speaker]) -> list[Speaker]:
        """Return the speakers, a “he replied” right behind a question not given to who asked it.

        It is who spoke before the question in the paragraph, if somebody else did.
        """
        tree, out = self._tree, list(speakers)
        for n in range(1, len(frames)):
            frame, asked = frames[n], frames[n - 1]
            same = tree.block[frame.head] == tree.block[asked.head]
            pronoun = len(frame.source) == 1 and tree.words[frame.source[0]] in ALIKE
            if not same or not pronoun or out[n].id is None or out[n].id != out[n - 1].id:
                continue
            if tree.lemma_of(asked.head) != "ask" or tree.lemma_of(frame.head) not in REPLYING:
                continue
            other = out[n - 2].id if n > 1 else None
            word = tree.words[frame.source[0]]
            known = other not in (None, out[n].id) and self._free(other or "", word)
            out[n] = Speaker(other) if known else Speaker(None)
        return out

    def _together(self, i: int) -> tuple[str, ...]:
        """Return the people whom a “they” may mean: those the sentence before it names."""
        tree = self._tree
        start, _ = tree.paragraph(i)
        low = next((t for t in range(start, i) if tree.sent[t] >= tree.sent[i] - 1), i)
        stretch = Span(tree.start[low], tree.start[i])
        found = dict.fromkeys(
            id for span, id in self._mentions if stretch.contains(span) and id in self._people
        )
        return tuple(found) if len(found) > 1 else ()

    def _organisation_before(self, i: int) -> Speaker:
        """Return the one organisation that an “it” can mean: the last that the paragraph names.

        Only the sentence before counts, and it may speak of no other body, named or not.
        """
        tree = self._tree
        start, _ = tree.paragraph(i)
        low = next((t for t in range(start, i) if tree.sent[t] >= tree.sent[i] - 1), i)
        if low == i:
            return Speaker(None)
        stretch = Span(tree.start[low], tree.start[i])
        owned = {organisation.id for organisation in self._names.organisations}
        inside = [(span, id) for span, id in self._mentions if stretch.contains(span)]
        found = dict.fromkeys(id for _, id in inside if id in owned)
        named = [span for span, id in inside if id in owned]
        nameless = any(
            tree.tags[t] == "NN"
            and tree.deps[t] not in ("appos", "attr")
            and tree.lemma_of(t) in _BODIES
            and not any(span.start <= tree.start[t] < span.end for span in named)
            for t in range(low, i)
        )
        if nameless or not found:
            return Speaker(None)
        return Speaker(next(iter(found))) if len(found) == 1 else Speaker(None, tuple(found))

    def _free(self, id: str, word: str) -> bool:
        """Tell whether a pronoun may stand for the one with the id, who must be a person."""
        for person in self._names.people:
            if person.id == id:
                text = self._tree.text
                called = {span.of(text).lower() for span in person.pronouns}
                return not called & OTHERS[word]
        return False

    def _people_before(self, i: int) -> set[str]:
        start = self._tree.start[self._tree.paragraph(i)[0]]
        inside = slice(
            bisect_left(self._starts, start), bisect_left(self._starts, self._tree.start[i])
        )
        return {id for _, id in self._mentions[inside] if id in self._people}

    def _ids_of(self, i: int, source: tuple[int, ...]) -> tuple[str, ...]:
        tree = self._tree
        start, end = tree.start[i], tree.end[i]
        near = slice(
            bisect_left(self._starts, end - self._longest), bisect_right(self._starts, start)
        )
        ids = dict.fromkeys(id for mention, id in self._mentions[near] if end <= mention.end)
        if ids:
            return tuple(ids)
        span, word = Span(start, end), tree.text_of(i)
        if word.isupper() and len(source) == 1:
            # Transcripts label who speaks by the surname in capitals.
            called = [p.id for p in self._names.people if p.name.split()[-1].upper() == word]
            return tuple(called)
        first = i
        inside = set(source)
        while (
            first - 1 in inside
            and tree.first[i] <= first - 1
            and (tree.deps[first - 1] in _PARTS_OF_A_NAME)
        ):
            first -= 1
        name = Span(tree.start[first], span.end)
        pointed = self._names.ids_at(name)
        if len(pointed) == 1 and self._reaches(pointed[0], name, span):
            return pointed
        return ()

    def _reaches(self, id: str, name: Span, head: Span) -> bool:
        """Tell whether the id is pointed at by the phrase as a whole, not by a name before it."""
        before = Span(name.start, head.start)
        return id not in self._names.ids_at(before)
