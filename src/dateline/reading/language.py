"""Which language a text is in, told offline (py3langid, a maintained fork of langid.py).

Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

from dateline.records import Note

_SAMPLE = 4000
_ENOUGH_LETTERS = 40
_SURE = 0.95
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS = 40
_ENGLISH = frozenset("the of and that with from was were has have which this their said".split())
_ENGLISH_SHARE = 0.11
"""Running English has about 15 % of these words, no other language one in a hundred."""


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None when the text leaves it open.

    A text of fewer than 40 letters, or one the identifier is less than 95 % sure of, is left open.
    """
    sample = text[:_SAMPLE]
    if len(_LETTER.findall(sample)) < _ENOUGH_LETTERS:
        return None
    words = _WORD.findall(sample)
    if len(words) >= _ENOUGH_WORDS:
        # Most texts need not wait for the identifier, which takes a while to load.
        english = sum(word.lower() in _ENGLISH for word in words)
        if english >= _ENGLISH_SHARE * len(words):
            return "en"
    code, probability = _identifier().classify(sample)
    return code if probability >= _SURE else None


def unread(code: str) -> Note:
    """Return the note that stands in for the reading of a text in an unknown language."""
    return Note(code="not-read-language", text=f"not read: language {code}")
