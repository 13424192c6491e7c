"""Text → tokens, each with one character that stands for the word classes it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate

OTHER = frozenset({"other"})
NAME = frozenset({"capital"})
BREAK = frozenset({"break"})
_PRIVATE = 0xE000

_TOKEN = re.compile(
    r"""([ ]?)(
     [^\W\d_]+(?:['’](?=clock\b)clock|\.m\.?(?!\w))?
    |(?=[\d'’])(?:
        \d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\w)
       |\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])|\d{4}/\d{1,2}/\d{1,2}(?![\d/])
       |\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)
       |\d{1,2}:\d{2}(?::\d{2})?(?![\d:])
       |\d{1,3}(?:st|nd|rd|th)\b
       |\d{3}0s\b|['’]\d0s\b|['’]\d{2}(?![\w'’])
       |(?:1\d|20)\d{2}/\d{2}(?:\d{2})?(?![\w/])
       |\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+
       |\d{1,2}[ -][123]/[234]\b|\d+/\d+
       |\d+)
    |[$£€¥]\s?\d[\d,.]*
    |\n\s*\n\s*
    |['’]s\b|--+|[^\w\s]
    )""",
    re.VERBOSE,
)
"""The blank before a token is passed over with it, which spares a search that finds nothing."""
_APOSTROPHES = frozenset("'’")
_CURRENCIES = frozenset("$£€¥")

_SHAPES = (
    ("isodate", re.compile(r"\d{4}-\d{2}-\d{2}.*")),
    ("slashdate", re.compile(r"\d+([/.-])\d+\1\d+")),
    ("clock", re.compile(r"\d+:.*")),
    ("nth", re.compile(r"\d+(?:st|nd|rd|th)")),
    ("decade", re.compile(r"\d{3}0s")),
    ("shortdecade", re.compile(r"['’]\d0s")),
    ("shortyear", re.compile(r"['’]\d{2}")),
    ("yearrange", re.compile(r"(?:1\d|20)\d{2}/\d+")),
    ("mixed", re.compile(r"\d+[ -]\d/\d")),
    ("fraction", re.compile(r"\d+/\d+")),
    ("decimal", re.compile(r"\d+\.\d+")),
    ("bigint", re.compile(r"\d{1,3}(?:,\d{3})+")),
)
_SHAPE_NAMES = tuple(name for name, _ in _SHAPES)

_INTEGERS = {
    "hour": frozenset({"int", "day", "hour"}),
    "day": frozenset({"int", "day"}),
    "year": frozenset({"int", "year"}),
    "int": frozenset({"int"}),
    "zeros": frozenset({"int", "zeros"}),
}


_MOST_DIGITS = 18
"""Digits of a number that stands for something; Python itself refuses to read some thousands."""


@lru_cache(maxsize=4096)
def classes_of_number(word: str) -> frozenset[str]:
    """Return the word classes of a token that starts with a digit."""
    if word.isdecimal():
        if len(word) > 1 and word[0] == "0":
            return _INTEGERS["zeros"]
        if len(word) > _MOST_DIGITS:
            return _INTEGERS["int"]
        number = int(word)
        if number <= 24:
            return _INTEGERS["hour"]
        if number <= 31:
            return _INTEGERS["day"]
        return _INTEGERS["year"] if 1000 <= number < 2200 else _INTEGERS["int"]
    for name, shape in _SHAPES:
        if shape.fullmatch(word):
            return frozenset({name})
    return frozenset({"number"})


class Alphabet:
    """One character for every set of word classes that a token can have."""

    def __init__(self, lexicon: Mapping[str, frozenset[str]]) -> None:
        sets: list[frozenset[str]] = [
            OTHER, NAME, BREAK, frozenset({"money"}), frozenset({"number"}),
            *_INTEGERS.values(), *(frozenset({name}) for name in _SHAPE_NAMES),
            *lexicon.values(),
        ]  # fmt: skip
        self._char = {classes: chr(_PRIVATE + n) for n, classes in enumerate(dict.fromkeys(sets))}
        of_class: dict[str, set[str]] = {}
        for classes, char in self._char.items():
            for cls in classes:
                of_class.setdefault(cls, set()).add(char)
        self._of_class = {cls: frozenset(chars) for cls, chars in of_class.items()}
        self.lexicon = {word: self._char[classes] for word, classes in lexicon.items()}
        self.other = self._char[OTHER]
        self.name = self._char[NAME]
        self.paragraph = self._char[BREAK]
        self.money = self._char[frozenset({"money"})]
        self.hyphen = self.of_word("-")

    def characters_of(self, cls: str) -> frozenset[str]:
        """Return the characters of a class; raises KeyError when no word has it."""
        found = self._of_class.get(cls)
        if not found:
            raise KeyError(f"no word belongs to the class {cls!r}")
        return found

    def of_word(self, word: str) -> str:
        """Return the character of a token."""
        char = self.lexicon.get(word)
        if char is not None:
            return char
        first, more = word[0], len(word) > 1
        if first.isdecimal() or (more and first in _APOSTROPHES and word[1].isdecimal()):
            return self._char[classes_of_number(word)]
        if first.isalnum():
            return self.name if first.isupper() else self.other
        if first == "\n":
            return self.paragraph
        return self.money if more and first in _CURRENCIES else self.other


class Tokens:
    """The tokens of one text: their places and their class characters."""

    __slots__ = ("classes", "ends", "starts", "text")

    def __init__(self, text: str, alphabet: Alphabet) -> None:
        # What stands before a token, the blank it begins with and the token, over and over.
        parts = _TOKEN.split(text)
        ends = list(accumulate(map(len, parts)))
        words = parts[2::3]
        known = {word: alphabet.of_word(word) for word in set(words)}
        self.text = text
        self.starts = ends[1::3]
        self.ends = ends[2::3]
        self.classes = "".join([known[word] for word in words])
        if alphabet.hyphen in self.classes:
            self._set_hyphens(alphabet)

    def _set_hyphens(self, alphabet: Alphabet) -> None:
        """Leave the class of a hyphen to those that stand between letters or digits."""
        text, classes = self.text, list(self.classes)
        for at, char in enumerate(classes):
            if char == alphabet.hyphen:
                start, end = self.starts[at], self.ends[at]
                inside = start > 0 and end < len(text)
                if not (inside and text[start - 1].isalnum() and text[end].isalnum()):
                    classes[at] = alphabet.other
        self.classes = "".join(classes)

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """Return a token as written."""
        return self.text[self.starts[index] : self.ends[index]]


def cased(words: Iterable[str], *, names_only: bool = False) -> list[str]:
    """Return the written forms of words: lower case, capitalised, all capitals."""
    out: list[str] = []
    for word in words:
        forms = (word.capitalize(), word.upper())
        out += forms if names_only else (word, *forms)
    return out
