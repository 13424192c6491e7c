"""A parsed passage as arrays: heads, extents, quotations, paragraphs, words as numbers.

Words are known by spaCy's 64-bit hashes alone, which are the same on every machine, so that the
model's weights hold no text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id

from dateline.reading.model import lemma
from dateline.reading.statements.english.marks import CLOSING, EITHER, OPENING
from dateline.text import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc

Ints = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp"})

_lemmas: dict[tuple[int, int], int] = {}


@cache
def number_of(word: str) -> int:
    """Return the hash by which a word is known."""
    return int(get_string_id(word))


class Tree:
    """Arrays over the tokens of one document, and the tree they form."""

    __slots__ = (
        "block", "children", "dep", "deps", "doc", "ent", "first", "head", "headline", "last",
        "lemma", "lower", "quote", "quotes", "sent", "size", "space", "subject", "tag", "tags",
        "window", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, passage: Passage) -> None:
        self.doc = doc
        self.size = len(doc)
        array = doc.to_array(["LOWER", "TAG", "DEP", "HEAD", "ENT_TYPE"]).astype(np.uint64)
        array = array.reshape(self.size, 5)
        self.lower: Hashes = array[:, 0]
        self.tag: Hashes = array[:, 1]
        self.dep: Hashes = array[:, 2]
        self.head: Ints = array[:, 3].astype(np.int64) + np.arange(self.size)
        self.ent: Hashes = array[:, 4]
        self.words = [token.lower_ for token in doc]
        self.tags = [token.tag_ for token in doc]
        self.deps = [token.dep_ for token in doc]
        self.space = np.fromiter((token.is_space for token in doc), bool, self.size)
        self._extents(doc)
        self._lemmas(doc)
        self._blocks(doc, passage)
        self.window = _windows(self.block)
        self.quote, self.quotes = _quotations(self.words, self.block)
        self.subject = self._subjects()

    def _extents(self, doc: Doc) -> None:
        self.first = np.arange(self.size)
        self.last = np.arange(self.size)
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        self.sent = np.zeros(self.size, dtype=np.int64)
        heads = self.head.tolist()
        for child, head in enumerate(heads):
            if head != child:
                self.children[head].append(child)
        for number, sentence in enumerate(doc.sents):
            self.sent[sentence.start : sentence.end] = number
        for i, token in enumerate(doc):
            self.first[i] = token.left_edge.i
            self.last[i] = token.right_edge.i

    def _lemmas(self, doc: Doc) -> None:
        self.lemma: Hashes = self.lower.copy()
        lowers, tags = self.lower.tolist(), self.tag.tolist()
        for i, name in enumerate(self.tags):
            if name[:1] in "VN":
                key = (lowers[i], tags[i])
                known = _lemmas.get(key)
                if known is None:
                    known = _lemmas[key] = number_of(lemma(doc[i]))
                self.lemma[i] = known

    def _blocks(self, doc: Doc, passage: Passage) -> None:
        self.block = np.full(self.size, -1, dtype=np.int64)
        self.headline = np.zeros(self.size, dtype=bool)
        at = 0
        blocks = passage.blocks
        for i, token in enumerate(doc):
            while at < len(blocks) and blocks[at].end <= token.idx:
                at += 1
            if at < len(blocks) and blocks[at].start <= token.idx and not self.space[i]:
                self.block[i] = at
                self.headline[i] = blocks[at].kind == "headline"

    def _subjects(self) -> Ints:
        """Return for each token the subject of its clause, its own or the one it shares; -1."""
        own = np.full(self.size, -1, dtype=np.int64)
        for i, dep in enumerate(self.deps):
            if dep in SUBJECTS:
                own[self.head[i]] = i
        out = own.copy()
        for i in range(self.size):
            at = i
            for _ in range(5):
                if out[i] >= 0 or self.head[at] == at:
                    break
                if self.deps[at] in ("relcl", "acl"):
                    out[i] = self.head[at]
                    break
                if self.deps[at] not in ("conj", "xcomp", "advcl", "aux", "pcomp", "prep"):
                    break
                at = int(self.head[at])
                out[i] = own[at]
        return out

    def lemma_of(self, i: int) -> str:
        """Return a token's base form in lower case."""
        return lemma(self.doc[i])

    def paragraph(self, i: int) -> tuple[int, int]:
        """Return the first token of a token's block and the one after its last."""
        return int(self.window[i, 0]), int(self.window[i, 1])


def _windows(block: Ints) -> Ints:
    filled = np.maximum.accumulate(block)
    starts = np.searchsorted(filled, filled, side="left")
    return np.stack([starts, np.searchsorted(filled, filled, side="right")], axis=1)


def _quotations(words: list[str], block: Ints) -> tuple[Ints, list[tuple[int, int]]]:
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
