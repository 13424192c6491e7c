"""A parsed passage as arrays: heads, extents, quotations, paragraphs, words as numbers.

Words are known by spaCy's 64-bit hashes alone, which are the same on every machine, so that the
model's weights hold no text.
"""

from __future__ import annotations

import bisect
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dateline.reading.model import lemma
from dateline.reading.statements.english.marks import CLOSING, EITHER, OPENING
from dateline.text import Passage

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp"})

_RELATIVE = frozenset({"relcl", "acl"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "aux", "pcomp", "prep"})
_ATTRIBUTES = ["LOWER", "TAG", "DEP", "HEAD", "ENT_TYPE", "SENT_START", "LENGTH", "SPACY"]

_numbers: dict[tuple[str, str], int] = {}
_base_forms: dict[tuple[str, str], str] = {}
"""Base forms by word and tag, and the numbers they are known by."""


@cache
def number_of(word: str) -> int:
    """Return the hash by which a word is known."""
    # spaCy is loaded by `model.language`, which leaves a third of it out.
    from spacy.strings import get_string_id

    return int(get_string_id(word))


class Tree:
    """Arrays over the tokens of one document, and the tree they form."""

    __slots__ = (
        "block", "children", "dep", "deps", "doc", "edges", "end", "ent", "first", "head",
        "headline", "heads", "last", "lemma", "lower", "quote", "quotes", "sent", "size", "space",
        "start", "subject", "tag", "tags", "text", "window", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, passage: Passage) -> None:
        self.doc = doc
        self.text: str = doc.text
        self.size = len(doc)
        array = doc.to_array(_ATTRIBUTES).astype(np.uint64).reshape(self.size, len(_ATTRIBUTES))
        self.lower: Hashes = array[:, 0].copy()
        self.tag: Hashes = array[:, 1].copy()
        self.dep: Hashes = array[:, 2].copy()
        self.head: Ints = array[:, 3].astype(np.int64) + np.arange(self.size)
        self.ent: Hashes = array[:, 4].copy()
        self.sent: Ints = np.cumsum(array[:, 5] == 1)
        lengths, blanks = array[:, 6].astype(np.int64), array[:, 7].astype(np.int64)
        ends = np.cumsum(lengths + blanks) - blanks
        self.start: list[int] = (ends - lengths).tolist()
        self.end: list[int] = ends.tolist()
        strings = doc.vocab.strings
        self.words = _spelled(strings, self.lower)
        self.tags = _spelled(strings, self.tag)
        self.deps = _spelled(strings, self.dep)
        self.space = np.array([word.isspace() for word in self.words], dtype=bool)
        self.heads: list[int] = self.head.tolist()
        self._extents()
        self._lemmas()
        self._blocks(passage)
        self.window = _windows(self.block)
        self.quote, self.quotes = _quotations(self.words, self.block.tolist())
        self.subject = self._subjects()

    def _extents(self) -> None:
        """Note each token's children, and the first and last token of its branch."""
        heads, size = self.heads, self.size
        self.children: list[list[int]] = [[] for _ in range(size)]
        first, last = list(range(size)), list(range(size))
        for child, head in enumerate(heads):
            if head != child:
                self.children[head].append(child)
            above = head
            while first[above] > child:
                first[above] = child
                above = heads[above]
        for child in range(size - 1, -1, -1):
            above = heads[child]
            while last[above] < child:
                last[above] = child
                above = heads[above]
        self.first: list[int] = first
        self.last: list[int] = last
        self.edges: Ints = np.array((first, last), dtype=np.int64)

    def _lemmas(self) -> None:
        self.lemma: Hashes = self.lower.copy()
        words = self.words
        at = [i for i, name in enumerate(self.tags) if name[:1] in "VN"]
        if at:
            tags = self.tags
            self.lemma[at] = [_numbers.get((words[i], tags[i])) or self._number(i) for i in at]

    def _number(self, i: int) -> int:
        found = _numbers[self.words[i], self.tags[i]] = number_of(self.lemma_of(i))
        return found

    def _blocks(self, passage: Passage) -> None:
        self.block = np.full(self.size, -1, dtype=np.int64)
        self.headline = np.zeros(self.size, dtype=bool)
        for number, block in enumerate(passage.blocks):
            low = bisect.bisect_left(self.start, block.start)
            high = bisect.bisect_left(self.start, block.end, low)
            self.block[low:high] = number
            self.headline[low:high] = block.kind == "headline"
        self.block[self.space] = -1
        self.headline[self.space] = False

    def _subjects(self) -> Ints:
        """Return for each token the subject of its clause, its own or the one it shares; -1."""
        heads, deps = self.heads, self.deps
        own = [-1] * self.size
        for i, dep in enumerate(deps):
            if dep in SUBJECTS:
                own[heads[i]] = i
        out = own.copy()
        for i in range(self.size):
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
        return np.array(out, dtype=np.int64)

    def lemma_of(self, i: int) -> str:
        """Return a token's base form in lower case."""
        key = self.words[i], self.tags[i]
        known = _base_forms.get(key)
        if known is None:
            known = _base_forms[key] = lemma(self.doc[i])
        return known

    def text_of(self, i: int) -> str:
        """Return a token as it is written."""
        return self.text[self.start[i] : self.end[i]]

    def paragraph(self, i: int) -> tuple[int, int]:
        """Return the first token of a token's block and the one after its last."""
        return int(self.window[i, 0]), int(self.window[i, 1])


def _windows(block: Ints) -> Ints:
    filled = np.maximum.accumulate(block)
    starts = np.searchsorted(filled, filled, side="left")
    return np.stack([starts, np.searchsorted(filled, filled, side="right")], axis=1)


def _spelled(strings: StringStore, numbers: Hashes) -> list[str]:
    """Return the words that the numbers stand for, each looked up once."""
    wanted: list[int] = numbers.tolist()
    spelling = {number: strings[number] for number in dict.fromkeys(wanted)}
    return [spelling[number] for number in wanted]


def _quotations(words: list[str], block: list[int]) -> tuple[Ints, list[tuple[int, int]]]:
    """Return each token's quotation (-1 for none) and where the quotations stand.

    Curly marks open and close by their shape, straight ones alternate. A quotation still open at
    the end of its paragraph reaches to that end: the next paragraph continues it.
    """
    quote = np.full(len(words), -1, dtype=np.int64)
    found: list[tuple[int, int]] = []
    opened = -1
    last = -1

    def close(end: int) -> None:
        quote[opened:end] = len(found)
        found.append((opened, end))

    for i, word in enumerate(words):
        if block[i] < 0:
            continue
        if last >= 0 and block[i] != block[last] and opened >= 0:
            close(last + 1)
            opened = -1
        last = i
        if word in OPENING or (word in EITHER and opened < 0):
            opened = i if opened < 0 else opened
        elif (word in CLOSING or word in EITHER) and opened >= 0:
            close(i + 1)
            opened = -1
    if opened >= 0:
        close(last + 1)
    return quote, found
