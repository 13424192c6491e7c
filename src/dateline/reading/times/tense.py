"""Which way a clause looks, told from its words alone (there is no parse at this speed)."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

Tense = Literal["past", "future"]

_REACH = 25
_OPENING = 6
"""Tokens at the start of a sentence within which a year says where the telling stands now."""
_FRONT = 2
"""Tokens before a time that opens a sentence: ``On the``."""
_NOT = frozenset({"'t", "’t"})
_CLOSING = frozenset("\"”’'")
_OPENING_MARKS = frozenset("\"“‘'`")
_STARTS_ON = frozenset({"on", "from"})
_CALL = 6
"""Tokens before a day within which somebody calls for what is to be held on it."""
_NOUN = 3
"""Tokens after a time within which the noun it qualifies stands: ``'s general election``."""
_AHEAD = (2, 3, 6)
"""Tokens of the ways to say that a day lies ahead, such as ``ahead of`` and ``as early as``."""


class Setting(NamedTuple):
    """What the words around a time tell of where it lies."""

    tense: Tense | None
    bounds_past: bool
    """Whether it bounds what a past verb tells: ``the mill was to be sold by June``."""
    dates_clause: bool
    """Whether it tells when its clause happened (``in January``), not which of some things is meant
    (``the January deadline``)."""
    has_to_be_before: bool
    """Whether something is to be done by its beginning: ``an election before the summer``."""
    starts_state: bool
    """Whether what a past verb tells of starts with it: ``bookings were possible from May 1``."""
    leans_ahead: bool
    """Whether it is led up to (``heading into November``) or has an event that calendars hold
    (``the November election``)."""


class Cues:
    """The characters that tell tense, for one grammar."""

    def __init__(self, grammar: Grammar) -> None:
        self._joining = grammar.characters("joining")
        self._future = grammar.characters("future")
        self._negated = grammar.characters("negated_future")
        # The month of May is no modal, whatever its letters.
        modals = grammar.characters("ahead_modal") - grammar.characters("month")
        self._ahead = self._future | modals | self._negated
        self._past = grammar.characters("past_verb")
        self._intent = grammar.characters("intention")
        self._aim = grammar.characters("aim")
        self._bounds = grammar.characters("bound")
        self._participles = frozenset(grammar.language.lookalikes["participle"])
        self._approach = frozenset(grammar.language.lookalikes["approach"])
        self._deadline = frozenset(grammar.language.lookalikes["deadline"])
        self._scheduled = frozenset(grammar.language.lookalikes["scheduled_event"])
        self._dating = grammar.characters("dating")
        self._to = grammar.characters("=to")
        self._bare = grammar.characters("bare")
        self._modal = grammar.characters("modal") | self._future
        self._within_group = grammar.characters("within_group")
        self._determiner = grammar.characters("determiner")
        self._present = grammar.characters("present")
        self._coming = grammar.characters("coming_verb")
        self._undecided = grammar.characters("undecided")
        self._arranging = grammar.characters("arranging")
        self._earlier_plan = grammar.characters("earlier_plan")
        self._arranged = grammar.characters("arranged")
        self._soonest = grammar.pattern("soonest")
        self._starts = frozenset(grammar.language.lookalikes["start"])
        self._summons = frozenset(grammar.language.lookalikes["summons"])
        self._states = frozenset(grammar.language.lookalikes["state"])
        self._telling = grammar.characters("telling")
        self._paragraph = grammar.alphabet.paragraph
        self._other = grammar.alphabet.other
        self._never_past = (
            self._future | self._telling | self._earlier_plan | grammar.characters("arranging")
        )
        self._stop = grammar.characters("stop")

    def _is_past(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a token is a past form: one of the list, or a word in -ed."""
        char = tokens.classes[index]
        if char in self._past:
            return char not in self._negated or not _is_negated(tokens, index)
        if char in self._never_past:
            return False
        word = tokens.word(index)
        return (
            len(word) > 3
            and word.endswith("ed")
            and not word.endswith("eed")
            and not word[0].isupper()
        )

    def _before(self, tokens: Tokens, start: int) -> Tense | None:
        """Return the tense that the words before a token tell, the nearest first."""
        classes = tokens.classes
        index, floor = start - 1, max(start - _REACH, -1)
        while index > floor and not self._ends(tokens, index):
            char = classes[index]
            if char in self._ahead and self._looks_ahead(tokens, index):
                return "future"
            if self._points_ahead(tokens, index):
                return "future"
            if char in self._to and index and classes[index - 1] in self._undecided:
                return None
            past = char in self._telling or self._is_past(tokens, index)
            if past and not self._qualifies(tokens, index):
                head = self._infinitive(tokens, index)
                if head is None or self._is_perfect(tokens, index, head):
                    return "past"
                if classes[head] in self._modal or not self._governed(tokens, head):
                    return "future"
                index = head
            index -= 1
        return None

    def _looks_ahead(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a word that can look ahead does: ``expected``, not ``than-expected``."""
        if tokens.classes[index] in self._negated:
            return _is_negated(tokens, index)
        return not index or tokens.word(index - 1) != "-"

    def _is_perfect(self, tokens: Tokens, index: int, head: int) -> bool:
        """Tell whether an infinitive is over: ``may have met``, ``appears to have given``."""
        classes = tokens.classes
        have = next((at for at in range(index, head, -1) if tokens.word(at) == "have"), None)
        if have is None or not self._is_participle(tokens, have):
            return False
        if classes[head] in self._to:
            return not self._points_ahead(tokens, head) and classes[head - 1] not in self._future
        return classes[head] not in self._future

    def _is_participle(self, tokens: Tokens, have: int) -> bool:
        """Tell whether a participle follows ``have``, adverbs aside."""
        at = have + 1
        while at < len(tokens) and (
            tokens.classes[at] in self._within_group or tokens.word(at).endswith("ly")
        ):
            at += 1
        if at == len(tokens):
            return False
        word = tokens.word(at)
        return word.endswith("en") or word in self._participles or self._is_past(tokens, at)

    def _qualifies(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a participle stands before its noun: ``an unspecified date``."""
        classes = tokens.classes
        return (
            index > 0
            and classes[index - 1] in self._determiner
            and index + 1 < len(tokens)
            and classes[index + 1] == self._other
        )

    def _infinitive(self, tokens: Tokens, index: int) -> int | None:
        """Return the ``to`` or modal that a form hangs on: ``will be held``, ``to cut``.

        None when it hangs on a finite verb or on none.
        """
        classes = tokens.classes
        at = self._back(tokens, index)
        if at >= 0 and classes[at] in self._bare:
            at = self._back(tokens, at)
        found = at >= 0 and (classes[at] in self._to or classes[at] in self._modal)
        return at if found else None

    def _back(self, tokens: Tokens, index: int) -> int:
        """Return the token before one, past what can stand inside a group of verbs."""
        at = index - 1
        while at >= 0 and (
            tokens.classes[at] in self._within_group
            or (tokens.classes[at] == self._other and tokens.word(at).endswith("ly"))
        ):
            at -= 1
        return at

    def _governed(self, tokens: Tokens, to: int) -> bool:
        """Tell whether an infinitive hangs on a past verb that plans nothing: ``refused to be``."""
        if not to or self._points_ahead(tokens, to):
            return False
        return self._is_past(tokens, to - 1) or tokens.classes[to - 1] in self._telling

    def _after(
        self, tokens: Tokens, start: int, end: int, *, bounded: bool = False
    ) -> Tense | None:
        """Return the tense that the words after a time tell.

        A verb of telling counts where the time opens its sentence: ``In May he said he would go``,
        unless it is a bound: ``By May, he said, it will be done``.
        """
        classes = tokens.classes
        opens = not bounded and (
            start < _FRONT or not self.is_one_sentence(tokens, start - _FRONT, start)
        )
        for index in range(end, min(end + _REACH, len(tokens))):
            if self._ends(tokens, index):
                return None
            char = classes[index]
            if char in self._telling:
                if opens:
                    return "past"
                continue
            if char in self._negated and _is_negated(tokens, index):
                return "future"
            if char in self._future and tokens.word(index - 1) != "-":
                return "future"
            if char in self._to and index > end and self._aims(tokens, index - 1):
                return "future"
            if self._is_past(tokens, index) and not self._qualifies(tokens, index):
                return "past"
        return None

    def _aims(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a token before ``to`` announces: ``it plans``, not ``it made plans``."""
        char = tokens.classes[index]
        if char in self._present or not index:
            return char in self._present
        last = tokens.classes[index - 1]
        is_noun = (
            last in self._telling or last in self._determiner or self._is_past(tokens, index - 1)
        )
        return char in self._aim and not is_noun

    def _is_headline_of_plan(self, tokens: Tokens, start: int) -> bool:
        """Tell whether an infinitive stands in for the verb: ``Stations to open on Sunday``."""
        classes = tokens.classes
        for index in range(start - 2, max(start - _REACH, 0), -1):
            if self._ends(tokens, index):
                return False
            if classes[index] in self._to and classes[index + 1] == self._other:
                hangs = self._is_past(tokens, index - 1) or self._is_past(tokens, index + 1)
                return not hangs and self.starts_sentence(tokens, index)
        return False

    def _points_ahead(self, tokens: Tokens, index: int) -> bool:
        """Tell whether a token announces: ``is to``, ``plans to``, ``planned a``, ``they meet``."""
        classes = tokens.classes
        if not index:
            return False
        char, last = classes[index], classes[index - 1]
        if char in self._coming:
            at = index - 1
            if at > 1 and _is_negated(tokens, at - 2):
                at -= 2
            return last not in self._to and classes[at] not in self._past
        if char in self._to:
            return last in self._intent or last in self._aim or last in self._present
        if char in self._arranged and last in self._arranging:
            return index < 2 or classes[index - 2] not in self._earlier_plan
        return last in self._present and tokens.word(index).endswith("ing")

    def _ends(self, tokens: Tokens, index: int) -> bool:
        char = tokens.classes[index]
        if char == self._paragraph:
            return True
        if char not in self._stop:
            return False
        if tokens.ends[index - 1] - tokens.starts[index - 1] <= 2:
            return False
        following = index + 1
        if following < len(tokens) and tokens.starts[following] == tokens.ends[index]:
            # A closing quotation mark belongs to the sentence.
            following += tokens.word(following) in _CLOSING
        if following >= len(tokens) or tokens.starts[following] == tokens.ends[following - 1]:
            return False
        if tokens.word(following) in _OPENING_MARKS and following + 1 < len(tokens):
            following += 1
        return tokens.word(following)[0].isupper()

    def is_one_sentence(self, tokens: Tokens, start: int, end: int) -> bool:
        """Tell whether no sentence ends between two tokens."""
        return not any(self._ends(tokens, index) for index in range(start, end))

    def is_new_clause(self, tokens: Tokens, start: int, end: int) -> bool:
        """Tell whether a verb of its own follows ``and`` or ``but`` between two tokens."""
        joined = False
        for index in range(start, end):
            if tokens.classes[index] in self._joining:
                joined = True
            elif joined and self._is_past(tokens, index):
                return True
        return False

    def starts_sentence(self, tokens: Tokens, start: int) -> bool:
        """Tell whether a token is among the first few of its sentence: ``By early 1917``."""
        first = max(start - _OPENING, 0)
        return first == 0 or not self.is_one_sentence(tokens, first, start)

    def setting_of(self, tokens: Tokens, start: int, end: int) -> Setting:
        """Return what the words around tokens ``start`` to ``end`` tell of where a time lies."""
        following = range(end, min(end + _NOUN, len(tokens)))
        return Setting(
            self.tense_of(tokens, start, end),
            bounds_past=start > 0
            and tokens.classes[start - 1] in self._bounds
            and self.tense_of_verbs(tokens, start, end) == "past",
            dates_clause=start > 0 and tokens.classes[start - 1] in self._dating,
            has_to_be_before=start > 0 and tokens.word(start - 1).lower() in self._deadline,
            starts_state=self._starts_state(tokens, start),
            leans_ahead=(start > 0 and tokens.word(start - 1).lower() in self._approach)
            or any(tokens.word(index) in self._scheduled for index in following),
        )

    def _starts_state(self, tokens: Tokens, start: int) -> bool:
        """Tell whether ``were possible from`` or its like stands before a time."""
        return (
            start > 2
            and tokens.word(start - 1) == "from"
            and tokens.word(start - 2) in self._states
            and self._is_past(tokens, start - 3)
        )

    def tense_of(self, tokens: Tokens, start: int, end: int) -> Tense | None:
        """Return the tense of the clause around tokens ``start`` to ``end``; None if not told."""
        starts = start > 1 and tokens.word(start - 1) in _STARTS_ON
        if starts and tokens.word(start - 2).lower() in self._starts:
            return "future"
        if start and tokens.classes[start - 1] in self._bounds:
            return "past" if self._bounded_past(tokens, start, end) else "future"
        if any(
            self._soonest.fullmatch(tokens.classes, start - reach, start)
            for reach in _AHEAD
            if start >= reach
        ):
            return "future"
        if self._is_called_for(tokens, start):
            return "future"
        told = self.tense_of_verbs(tokens, start, end)
        return told or ("future" if self._is_headline_of_plan(tokens, start) else None)

    def _is_called_for(self, tokens: Tokens, start: int) -> bool:
        """Tell whether somebody calls for what a day is to see: ``called for protests on``."""
        if start < 2 or tokens.word(start - 1) not in {"on", "for"}:
            return False
        if tokens.word(start - 2) not in self._summons:
            return False
        near = [tokens.word(index).lower() for index in range(max(start - _CALL, 0), start - 2)]
        return any(a.startswith("call") and b == "for" for a, b in pairwise(near))

    def _bounded_past(self, tokens: Tokens, start: int, end: int) -> bool:
        """Tell whether a bound opens a sentence of the past: ``By Sunday, it had fallen``."""
        bound = start - 1
        opens = bound == 0 or not self.is_one_sentence(tokens, bound - 1, bound)
        return opens and self._after(tokens, start, end, bounded=True) == "past"

    def tense_of_verbs(self, tokens: Tokens, start: int, end: int) -> Tense | None:
        """Return the same by the verbs alone, whatever word introduces the time."""
        return self._before(tokens, start) or self._after(tokens, start, end)


def _is_negated(tokens: Tokens, index: int) -> bool:
    """Tell whether ``n't`` follows a verb, whose ``n`` is its own."""
    end = tokens.ends[index]
    return tokens.text[end : end + 2] in _NOT
