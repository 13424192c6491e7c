"""Items that only look like times: names with numbers, verbs, quantities."""

from __future__ import annotations

from dateline.reading.times.lists import Item
from dateline.reading.times.meaning import Meaning
from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

_QUOTES = frozenset("\"“”‘’'")
_NEAR = 8
"""Tokens around words in capitals in which a running sentence has words in small letters."""


class Doubts:
    """Tells expressions from look-alikes by the words around them."""

    def __init__(self, grammar: Grammar) -> None:
        self._year_cues = grammar.characters("year_cue")
        self._counted = grammar.characters("counted")
        self._ties = grammar.characters("=-", "month")
        self._of = grammar.characters("=of")
        self._season_cues = grammar.characters("season_cue")
        self._name = grammar.alphabet.name
        self._other = grammar.alphabet.other
        self._paragraph = grammar.alphabet.paragraph
        self._open = {self._paragraph} | grammar.characters("stop")

    def is_time(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether an item is a time expression where it stands."""
        meaning = item.meaning
        if _is_told_from_now(meaning) and self._is_name(item, tokens):
            return False
        if meaning.type == "DURATION" and (meaning.value or "").endswith("Q"):
            return not self._is_share(item, tokens)
        if meaning.kind != "calendar":
            return True
        if _only(meaning, "year"):
            return self._is_year(item, tokens)
        if _only(meaning, "time") and len(meaning.time or "") == 2:
            return meaning.direction is not None or meaning.definite
        if _only(meaning, "month"):
            return self._is_month(item, tokens)
        if _only(meaning, "season") and self._after(item, tokens) == self._other:
            return False
        if _only(meaning, "season") and item.end - item.start == 1:
            return self._before(item, tokens) in self._season_cues
        return True

    def _is_name(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether words stand in capitals inside a sentence: the paper ``Norvia Today``."""
        start, end = item.start, item.end
        words = [tokens.word(index) for index in range(start, end)]
        if not all(word[0].isupper() for word in words) or self._before(item, tokens) in self._open:
            return False
        before = tokens.word(start - 1)
        if not before[-1].isalnum():
            return before in _QUOTES and end < len(tokens) and tokens.word(end) in _QUOTES
        near = [*range(max(start - _NEAR, 0), start), *range(end, min(end + _NEAR, len(tokens)))]
        return any(len(tokens.word(index)) > 3 and tokens.word(index).islower() for index in near)

    def _is_share(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether a quarter is a fourth part: ``three quarters of``, ``about a quarter``."""
        words = {tokens.word(index).lower() for index in range(item.start, item.end)}
        return self._after(item, tokens) in self._of or "-" in words or "a" in words

    def _before(self, item: Item, tokens: Tokens) -> str:
        return tokens.classes[item.start - 1] if item.start else self._paragraph

    def _after(self, item: Item, tokens: Tokens) -> str:
        return tokens.classes[item.end] if item.end < len(tokens) else self._paragraph

    def _is_year(self, item: Item, tokens: Tokens) -> bool:
        if item.end - item.start > 1:
            return True
        if self._after(item, tokens) in self._counted:
            return False
        year = item.meaning.year or 0
        before, after = self._before(item, tokens), self._after(item, tokens)
        if not 1400 <= year <= 2100:
            return before in self._year_cues and 1000 <= year <= 2100 and after != self._other
        word = tokens.word(item.start - 1) if item.start else ""
        if before in self._year_cues or word in {"(", ",", "-", "–", "--", "—", "/", "'s", "’s"}:
            return after != self._other or 1700 <= year <= 2050
        if before == self._name:
            return False
        return 1800 <= year <= 2050

    def _is_month(self, item: Item, tokens: Tokens) -> bool:
        word = tokens.word(item.start)
        if item.end - item.start > 1 or word.lower() not in {"may", "march", "mar", "august"}:
            return True
        before = self._before(item, tokens)
        return before in self._year_cues or before in self._ties


def _is_told_from_now(meaning: Meaning) -> bool:
    return (
        meaning.kind in {"shift", "period"}
        or (meaning.value or "").endswith("_REF")
        or (_only(meaning, "time") and meaning.direction is not None)
    )


def _only(meaning: Meaning, field: str) -> bool:
    fields = ("year", "month", "day", "weekday", "season", "quarter", "half", "holiday", "time")
    return getattr(meaning, field) is not None and all(
        getattr(meaning, other) is None for other in fields if other != field
    )
