"""A memory for the first layer of the language model, which looks at one word at a time.

What a spaCy token encoder computes before its convolutions depends on a token's form, its norm and
whether a space follows, and on nothing around it. News repeats its words, so nearly every row has
been computed before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.api import Model

    Rows = NDArray[np.float32]
    Key = tuple[int, int, int]

MOST_WORDS = 60_000
"""Words kept for each encoder, 23 MB where a row has 96 numbers; a full memory is emptied."""

_FEWEST = 64
"""Matrix products of fewer rows take another path through BLAS and may differ in the last bit."""

_KNOWN_COLUMNS = frozenset(("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE", "LOWER"))


class WordMemory:
    """The rows of an embedding layer by word; calling it gives the layer's result for documents."""

    def __init__(self, layer: Model[list[Doc], list[Rows]], vocab: Vocab) -> None:
        self._layer = layer
        self._vocab = vocab
        self._at: dict[Key, int] = {}
        self._rows: Rows = np.zeros((0, 0), dtype=np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[Rows]:
        """Return one row a token for each document."""
        keys = [_keys(doc) for doc in docs]
        wanted = {key: None for of_doc in keys for key in of_doc}
        if len(self._at) + len(wanted) > MOST_WORDS:
            self._at.clear()
        new = [key for key in wanted if key not in self._at]
        if new:
            self._learn(new)
        at = self._at
        return [self._rows[[at[key] for key in of_doc]] for of_doc in keys]

    def _learn(self, new: Sequence[Key]) -> None:
        from spacy.tokens import Doc

        strings = self._vocab.strings
        filled = [*new, *([new[0]] * (_FEWEST - len(new)))]
        doc = Doc(
            self._vocab,
            words=[strings[form] for form, _, _ in filled],
            spaces=[bool(space) for _, _, space in filled],
        )
        for token, (_, norm, _) in zip(doc, filled, strict=True):
            token.norm_ = strings[norm]
        rows = self._layer.predict([doc])[0]
        start = len(self._at)
        if start + len(new) > len(self._rows):
            grown = np.zeros((2 * (start + len(new)), rows.shape[1]), dtype=np.float32)
            if start:
                grown[:start] = self._rows[:start]
            self._rows = grown
        self._rows[start : start + len(new)] = rows[: len(new)]
        self._at.update((key, start + number) for number, key in enumerate(new))


def _keys(doc: Doc) -> list[Key]:
    from spacy.attrs import NORM, ORTH, SPACY

    keys: list[Key] = list(map(tuple, doc.to_array([ORTH, NORM, SPACY]).tolist()))
    return keys


def remember_words(nlp: Language) -> int:
    """Give every token encoder of a pipeline a memory for words; return how many got one.

    An encoder that looks at more of a token than its form is left as it is, and so are models that
    are to be trained further: a memory has no gradient.
    """
    from thinc.api import Model

    given = 0
    for _, pipe in nlp.pipeline:
        for node in list(pipe.model.walk()) if hasattr(pipe, "model") else ():
            if len(node.layers) == 2 and _embeds(node.layers[0]) and not _embeds(node.layers[1]):
                memory = WordMemory(node.layers[0], nlp.vocab)
                node.layers[0] = Model("word_memory", _forward(memory))
                given += 1
    return given


def _embeds(layer: Model[list[Doc], list[Rows]]) -> bool:
    """Tell whether a layer goes from documents to one row a token, word by word."""
    names = [node.name for node in layer.walk()]
    columns = [node.attrs["columns"] for node in layer.walk() if node.name == "extract_features"]
    return (
        layer.layers[-1:] != []
        and layer.layers[-1].name == "ragged2list"
        and "expand_window" not in names
        and len(columns) == 1
        and _KNOWN_COLUMNS.issuperset(columns[0])
    )


def _forward(
    memory: WordMemory,
) -> Callable[
    [Model[list[Doc], list[Rows]], list[Doc], bool],
    tuple[list[Rows], Callable[[list[Rows]], list[Doc]]],
]:
    def forward(
        model: Model[list[Doc], list[Rows]], docs: list[Doc], is_train: bool
    ) -> tuple[list[Rows], Callable[[list[Rows]], list[Doc]]]:
        return memory(docs), lambda gradient: []

    return forward
