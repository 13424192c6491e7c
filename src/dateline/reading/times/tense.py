"""Which way a clause looks, told from its words alone (there is no parse at this speed)."""

from __future__ import annotations

from typing import Literal

from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

Tense = Literal["past", "future"]

_REACH = 25
_OPENING = 6
"""Tokens at the start of a sentence within which a year says where the telling stands now."""
_AHEAD = (2, 3, 6)
"""Tokens of the ways to say that a day lies ahead, such as ``ahead of`` and ``as early as``."""


class Cues:
    """The characters that tell tense, for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._future = grammar.characters("future")
        self._past = grammar.characters("past_verb")
        self._intent = grammar.characters("intention")
        self._bounds = grammar.characters("bound")
        self._to = grammar.characters("=to")
        self._present = grammar.characters("present")
        self._coming = grammar.characters("coming_verb")
        self._arranging = grammar.characters("arranging")
        self._earlier_plan = grammar.characters("earlier_plan")
        self._arranged = grammar.characters("arranged")
        self._soonest = grammar.pattern("soonest")
        self._telling = grammar.characters("telling")
        self._paragraph = grammar.alphabet.paragraph
        self._other = grammar.alphabet.other
        self._stop = grammar.characters("stop")

    def _tense_at(self, tokens: Tokens, index: int, *, before: bool) -> Tense | None:
        char = tokens.classes[index]
        if char in self._future:
            return "future"
        if before and self._points_ahead(tokens, index):
            return "future"
        if char in self._past or (before and char in self._telling):
            return "past"
        if char == self._other:
            word = tokens.word(index)
            if len(word) > 3 and word.endswith("ed") and not word.endswith("eed"):
                return "past"
        return None

    def _points_ahead(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a token announces: ``is to``, ``plans to``, ``planned a``, ``they meet``."""
        classes = tokens.classes
        if not index:
            return False
        char, last = classes[index], classes[index - 1]
        if char in self._coming:
            return last not in self._to
        if char in self._to:
            return last in self._intent or last in self._present
        if char in self._arranged and last in self._arranging:
            return index < 2 or classes[index - 2] not in self._earlier_plan
        return last in self._present and tokens.word(index).endswith("ing")

    def _ends(self, tokens: Tokens, index: int) -> bool:
        char = tokens.classes[index]
        if char == self._paragraph:
            return True
        if char not in self._stop:
            return False
        after = tokens.ends[index]
        return (
            index + 1 < len(tokens)
            and tokens.text[after : after + 1].isspace()
            and tokens.word(index + 1)[0].isupper()
            and tokens.ends[index - 1] - tokens.starts[index - 1] > 2
        )

    def is_one_sentence(self, tokens: Tokens, start: int, end: int) -> bool:
        """Tell whether no sentence ends between two tokens."""
        return not any(self._ends(tokens, index) for index in range(start, end))

    def starts_sentence(self, tokens: Tokens, start: int) -> bool:
        """Tell whether a token is among the first few of its sentence: ``By early 1917``."""
        first = max(start - _OPENING, 0)
        return first == 0 or not self.is_one_sentence(tokens, first, start)

    def tense_of(self, tokens: Tokens, start: int, end: int) -> Tense | None:
        """Return the tense of the clause around tokens ``start`` to ``end``; None if not told."""
        if start and tokens.classes[start - 1] in self._bounds:
            return "future"
        if any(
            self._soonest.fullmatch(tokens.classes, start - reach, start)
            for reach in _AHEAD
            if start >= reach
        ):
            return "future"
        for index in range(start - 1, max(start - _REACH, -1), -1):
            if self._ends(tokens, index):
                break
            tense = self._tense_at(tokens, index, before=True)
            if tense is not None:
                return tense
        for index in range(end, min(end + _REACH, len(tokens))):
            if self._ends(tokens, index):
                break
            if tokens.classes[index] in self._telling:
                continue
            tense = self._tense_at(tokens, index, before=False)
            if tense is not None:
                return tense
        return None
