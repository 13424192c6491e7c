"""A parsed passage as arrays: heads, extents, quotations, paragraphs, words as numbers.

Words are known by spaCy's 64-bit hashes alone, which are the same on every machine, so that the
model's weights hold no text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np

from dateline.reading.statements.english.marks import CLOSING, MARKS, OPENING
from dateline.reading.table import Hashes, Ints, Table, marked

PREPOSITION, OBJECT, CLAUSE, FRAMING, _SUBJECT, _BORROWS = (1 << bit for bit in range(6))
"""What a dependency tells of the word above it, and whether a word is a subject or shares one."""
NO_CUE, VERB, _INFLECTED = (1 << bit for bit in range(3))
"""What a tag tells: that its words head no cue, are verbs, have a base form."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of the verbs that make a clause of its own."""
_CLAUSES = frozenset({"ccomp", "xcomp"})
_PREPOSITIONS = frozenset({"prep", "prt", "agent"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd", "pobj"})
_FRAMES = frozenset(
    "nsubj nsubjpass dobj iobj dative ccomp xcomp prep agent attr acomp oprd prt relcl acl advcl "
    "parataxis csubj expl auxpass neg poss conj".split()
)
_VERBS = frozenset("VB VBD VBG VBN VBP VBZ MD".split())
_NEVER_CUES = frozenset(
    "DT PDT PRP PRP$ WDT WP WP$ WRB EX CC CD TO MD RP POS , . `` '' -LRB- -RRB- $ HYPH".split()
)
_NOUNS = frozenset("NN NNS NNP NNPS NFP".split())

_RELATIVE = frozenset({"relcl", "acl"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "pcomp", "prep"})
_BORROWING = _RELATIVE | _SHARING

_DEPS = {
    dep: PREPOSITION * (dep in _PREPOSITIONS)
    | OBJECT * (dep in _OBJECTS)
    | CLAUSE * (dep in _CLAUSES)
    | FRAMING * (dep in _FRAMES)
    | _SUBJECT * (dep in _SUBJECTS)
    | _BORROWS * (dep in _BORROWING)
    for dep in _FRAMES | _OBJECTS | _SUBJECTS | _BORROWING
}
_TAGS = {
    tag: NO_CUE * (tag in _NEVER_CUES)
    | VERB * (tag in _VERBS)
    | _INFLECTED * (tag in _NOUNS or (tag in _VERBS and tag != "MD"))
    for tag in _NEVER_CUES | _VERBS | _NOUNS
}

_numbers: dict[tuple[str, str], int] = {}
"""The numbers that base forms are known by, by word and tag."""


@cache
def number_of(word: str) -> int:
    """Return the hash by which a word is known."""
    # spaCy is loaded by `model.language`, which leaves a third of it out.
    from spacy.strings import get_string_id

    return int(get_string_id(word))


class Tree:
    """Arrays over the tokens of one document, and the tree they form."""

    __slots__ = (
        "_closes", "_opens", "block", "block_array", "children", "dep", "dep_marks", "deps", "doc",
        "edges", "end", "ent", "first", "head", "headline", "heads", "last", "lemma", "lemma_of",
        "lower", "quote", "quote_array", "quoted", "quotes", "sent", "sent_array", "size", "space",
        "space_array", "start", "subject", "subject_array", "tag", "tag_marks", "tags", "text",
        "window", "words",
    )  # fmt: skip

    def __init__(self, table: Table) -> None:
        self.doc = table.doc
        self.text: str = table.text
        self.size = table.size
        self.lower: Hashes = table.lower_number
        self.tag: Hashes = table.tag_number
        self.dep: Hashes = table.dep_number
        self.head: Ints = table.head_number
        self.ent: Hashes = table.ent_number
        self.sent_array: Ints = table.sentence_number
        self.sent: list[int] = table.sentence
        self.start: list[int] = table.start
        self.end: list[int] = table.end
        self.words: list[str] = table.lower
        self.tags: list[str] = table.tag
        self.deps: list[str] = table.dep
        self.space_array = table.space
        self.space: list[bool] = table.space.tolist()
        self.heads: list[int] = table.head
        self.dep_marks = marked(self.deps, _DEPS)
        self.tag_marks = marked(self.tags, _TAGS)
        self.first: list[int] = table.first
        self.last: list[int] = table.last
        self.edges: Ints = np.array((table.first, table.last), dtype=np.int64)
        self.children = table.children
        self.lemma_of = table.lemma_of
        self._lemmas()
        self.block_array: Ints = np.full(self.size, -1, dtype=np.int64)
        self.headline = np.zeros(self.size, dtype=bool)
        for number, (low, high) in enumerate(table.blocks):
            self.block_array[low:high] = number
            if table.passage.blocks[number].kind == "headline":
                self.headline[low:high] = True
        self.block_array[table.space] = -1
        self.headline[table.space] = False
        self.block: list[int] = self.block_array.tolist()
        self.window = _windows(self.block_array)
        self._opens: list[int] = self.window[:, 0].tolist()
        self._closes: list[int] = self.window[:, 1].tolist()
        self.quotes = _quotations(table)
        self.quote_array: Ints = np.full(self.size, -1, dtype=np.int64)
        for number, (opening, closing) in enumerate(self.quotes):
            self.quote_array[opening:closing] = number
        self.quote: list[int] = self.quote_array.tolist()
        """The quotation each token stands in, -1 for none."""
        self.quoted: list[bool] = (self.quote_array >= 0).tolist()
        self.subject = self._subjects()
        self.subject_array: Ints = np.array(self.subject, dtype=np.int64)

    def _lemmas(self) -> None:
        self.lemma: Hashes = self.lower.copy()
        words, tags, known = self.words, self.tags, _numbers.get
        at = np.flatnonzero(self.tag_marks & _INFLECTED)
        found = [known((words[i], tags[i])) or self._number(i) for i in at.tolist()]
        self.lemma[at] = np.array(found, dtype=np.uint64)

    def _number(self, i: int) -> int:
        found = _numbers[self.words[i], self.tags[i]] = number_of(self.lemma_of(i))
        return found

    def _subjects(self) -> list[int]:
        """Return for each token the subject of its clause, its own or the one it shares; -1."""
        heads, deps = self.heads, self.deps
        own = [-1] * self.size
        for i in np.flatnonzero(self.dep_marks & _SUBJECT).tolist():
            own[heads[i]] = i
        out = own.copy()
        for i in np.flatnonzero(self.dep_marks & _BORROWS).tolist():
            if own[i] >= 0:
                continue
            at = i
            for _ in range(5):
                if out[i] >= 0 or heads[at] == at:
                    break
                if deps[at] in _RELATIVE:
                    out[i] = heads[at]
                    break
                if deps[at] not in _SHARING:
                    break
                at = heads[at]
                out[i] = own[at]
        return out

    def text_of(self, i: int) -> str:
        """Return a token as it is written."""
        return self.text[self.start[i] : self.end[i]]

    def paragraph(self, i: int) -> tuple[int, int]:
        """Return the first token of a token's block and the one after its last."""
        return self._opens[i], self._closes[i]

    def is_quoted(self, tokens: Iterable[int]) -> bool:
        """Tell whether some of the tokens stand in quotation marks."""
        return bool(self.quotes) and any(map(self.quoted.__getitem__, tokens))


def _windows(block: Ints) -> Ints:
    filled = np.maximum.accumulate(block)
    edges = np.concatenate(([0], np.flatnonzero(filled[1:] != filled[:-1]) + 1, [len(block)]))
    return np.repeat(np.stack([edges[:-1], edges[1:]], axis=1), np.diff(edges), axis=0)


def _quotations(table: Table) -> list[tuple[int, int]]:
    """Return where the quotations stand.

    Curly marks open and close by their shape, straight ones alternate. A quotation still open at
    the end of its paragraph reaches to that end: the next paragraph continues it.
    """
    found: list[tuple[int, int]] = []
    marks = [i for i, word in enumerate(table.lower) if word in MARKS]
    at = 0
    for first, last in table.blocks:
        opened = -1
        while at < len(marks) and marks[at] < last:
            i = marks[at]
            at += 1
            if i < first:
                continue
            word = table.lower[i]
            if opened < 0:
                opened = i if word not in CLOSING else -1
            elif word not in OPENING:
                found.append((opened, i + 1))
                opened = -1
        if opened >= 0:
            end = last
            while table.space[end - 1]:
                end -= 1
            found.append((opened, end))
    return found
