"""Names in the text with their kinds decided."""

from __future__ import annotations

from typing import Literal

from dateline.reading.names.candidates import Candidate
from dateline.reading.names.tokens import Tokens

Kind = Literal["person", "organisation", "place"]


class Mention:
    """A name in the text with its kind decided."""

    __slots__ = ("first", "key", "kind", "last", "words")

    def __init__(self, tokens: Tokens, item: Candidate, kind: Kind) -> None:
        self.first, self.last, self.key = item.first, item.last, item.key
        self.kind: Kind = kind
        self.words = tokens.words(item.first, item.last)
