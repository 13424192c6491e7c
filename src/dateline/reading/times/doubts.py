"""Items that only look like times: names with numbers, verbs, quantities."""

from __future__ import annotations

import re

from dateline.reading.times.lists import Item, is_day
from dateline.reading.times.meaning import Meaning
from dateline.reading.times.rules import Grammar
from dateline.reading.times.tokens import Tokens

_WORD = re.compile(r"[a-z]+")
_QUOTES = frozenset("\"“”‘’'")
_OF_THE = 4
"""Tokens after a half within which the match stands: ``of the second game``."""
_SPORTS = 3
"""Different words of sports that make a report one of a match."""
_UNITS_OF_SPEED = frozenset({"PT1H", "PT1M", "PT1S"})
_TITLE = 4
"""Words in capitals before a day that make the name of a show or paper with it."""
_NEAR = 8
"""Tokens around words in capitals in which a running sentence has words in small letters."""


class Doubts:
    """Tells expressions from look-alikes by the words around them."""

    def __init__(self, grammar: Grammar) -> None:
        self._year_cues = grammar.characters("year_cue")
        self._counted = grammar.characters("counted")
        self._words = {
            name: frozenset(words) for name, words in grammar.language.lookalikes.items()
        }
        self._clocks = grammar.characters("clock")
        self._hyphens = grammar.characters("=-")
        self._integers = grammar.characters("int")
        self._years = grammar.characters("year")
        self._ties = grammar.characters("=-", "month")
        self._of = grammar.characters("=of")
        self._past = grammar.characters("past_verb")
        self._telling = grammar.characters("telling")
        self._closing = self._telling | grammar.characters("function", "past_verb")
        self._season_cues = grammar.characters("season_cue")
        self._names = {grammar.alphabet.name} | grammar.characters("named_zone")
        self._other = grammar.alphabet.other
        self._paragraph = grammar.alphabet.paragraph
        self._open = {self._paragraph} | grammar.characters("stop")

    def times_among(self, items: list[Item], tokens: Tokens) -> list[Item]:
        """Return the items that are time expressions where they stand."""
        kept: list[Item] = []
        for item in items:
            if self._is_time(item, tokens) and not self._is_unknown_day(item, tokens, kept):
                kept.append(item)
        if any(_is_bare_part(item.meaning) for item in kept) and self._is_of_match(tokens):
            return [item for item in kept if not _is_bare_part(item.meaning)]
        return kept

    def _is_unknown_day(self, item: Item, tokens: Tokens, before: list[Item]) -> bool:
        """Tell whether ``the day`` (or month) is one of a saying or of a happening with no date.

        Beside a date it repeats that date: ``on May 4, the day after the vote``.
        """
        meaning = item.meaning
        if meaning.kind != "period":
            return False
        after = tokens.word(item.end).lower() if item.end < len(tokens) else ""
        if meaning.direction == "last" and after in self._words["last_cue"]:
            return tokens.word(item.start).lower() == "the"
        is_definite = meaning.direction is None or meaning.definite
        if meaning.grain == "Q" or not is_definite or meaning.mod or meaning.fiscal:
            return False
        if self._follows(item, tokens, "day_idiom"):
            return True
        of_clause = meaning.grain == "D" and after in self._words["clause_opener"]
        if after not in self._words["event_cue"] and not of_clause:
            return False
        return not before or not is_day(before[-1].meaning) or item.start - before[-1].end > 1

    def _is_of_match(self, tokens: Tokens) -> bool:
        """Tell whether a text reports a match, where a bare half is one of the match."""
        return len(self._words["sport"].intersection(_WORD.findall(tokens.text))) >= _SPORTS

    def _is_time(self, item: Item, tokens: Tokens) -> bool:
        meaning = item.meaning
        start = tokens.starts[item.start]
        if tokens.text[start].isdigit() and start and tokens.text[start - 1].isalnum():
            return False
        if _can_be_name(meaning) and self._is_name(item, tokens):
            return False
        if meaning.type == "SET" and self._is_paper(item, tokens):
            return False
        if meaning.value in _UNITS_OF_SPEED and self._follows(item, tokens, "distance"):
            return False
        if meaning.type == "DURATION" and (meaning.value or "").endswith("Q"):
            return not self._is_share(item, tokens)
        if meaning.type == "DURATION":
            return not self._is_plain_plural(item, tokens) and not self._is_distance(item, tokens)
        if meaning.kind != "calendar":
            return True
        if _only(meaning, "year"):
            return self._is_year(item, tokens)
        if _only(meaning, "time"):
            if len(meaning.time or "") == 2:
                return meaning.direction is not None or meaning.definite
            return self._is_clock(item, tokens)
        if meaning.weekday is not None and not meaning.month:
            return not self._is_day_of_a_name(item, tokens)
        if _is_bare_part(meaning):
            return not self._is_part_of_match(item, tokens)
        if _only(meaning, "month"):
            return self._is_month(item, tokens)
        if _only(meaning, "season") and (
            self._after(item, tokens) == self._other
            or self._is_falling(item, tokens)
            or self._opens_name(item, tokens)
        ):
            return False
        if _only(meaning, "season") and item.end - item.start == 1:
            return self._before(item, tokens) in self._season_cues
        return True

    def _is_plain_plural(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether units are counted by what went before: ``both days``, ``as many days``."""
        word = tokens.word(item.start).lower()
        if item.end - item.start == 1:
            return word == "days" and self._follows(item, tokens, "plural_cue")
        return word == "many" and self._follows(item, tokens, "as")

    def _is_distance(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether years are a measure of space: ``four light years``, ``light-years``."""
        at = item.end - 2
        while at > 0 and tokens.word(at) == "-":
            at -= 1
        return at >= 0 and tokens.word(at).lower() in self._words["light"]

    def _opens_name(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether a season in capitals begins a name: ``the Winter War``."""
        return (
            item.end < len(tokens)
            and tokens.word(item.end - 1).istitle()
            and tokens.word(item.end) in self._words["season_name"]
        )

    def _is_falling(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether ``the fall`` is no season: ``the fall in prices``."""
        return (
            item.meaning.direction is None
            and self._before(item, tokens) not in self._season_cues
            and tokens.word(item.end - 1).lower() in self._words["fall"]
            and item.end < len(tokens)
            and tokens.word(item.end).lower() in self._words["fall_cue"]
        )

    def _is_clock(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether bare digits with a colon tell the time, not a length or a score."""
        if item.end - item.start > 1 or tokens.classes[item.start] not in self._clocks:
            return True
        return self._before(item, tokens) in self._open or self._follows(item, tokens, "clock_cue")

    def _follows(self, item: Item, tokens: Tokens, words: str) -> bool:
        """Tell whether an item stands right after one of the words of a list."""
        return item.start > 0 and tokens.word(item.start - 1).lower() in self._words[words]

    def _is_day_of_a_name(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether a weekday is part of a name: ``Bloody Sunday``, ``the Sunday Times``."""
        if self._follows(item, tokens, "day_name") or _is_quoted_title(item, tokens):
            return True
        if item.end - item.start > 1:
            return item.meaning.time is not None and self._is_name(item, tokens)
        return (
            item.start > 0
            and tokens.word(item.start - 1) in {"the", "The"}
            and item.end < len(tokens)
            and tokens.word(item.end)[0].isupper()
        )

    def _is_part_of_match(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether a half or quarter is said to be one of a match: ``of the second game``."""
        if self._follows(item, tokens, "day_idiom"):
            # “We won the first half.”
            return True
        if self._after(item, tokens) not in self._of:
            return False
        following = range(item.end, min(item.end + _OF_THE, len(tokens)))
        return any(tokens.word(index) in self._words["match"] for index in following)

    def _is_name(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether words stand in capitals inside a sentence: the paper ``Norvia Today``."""
        start, end = item.start, item.end
        words = [tokens.word(index) for index in range(start, end)]
        if words[0] == "the" and len(words) > 1:
            words = words[1:]
        elif self._before(item, tokens) in self._open:
            return False
        if not all(word[0].isupper() or not word[0].isalpha() for word in words):
            return False
        if not any(word[0].isupper() for word in words):
            return False
        if not start:
            return False
        before = tokens.word(start - 1)
        if not before[-1].isalnum():
            return before in _QUOTES and end < len(tokens) and tokens.word(end) in _QUOTES
        near = [*range(max(start - _NEAR, 0), start), *range(end, min(end + _NEAR, len(tokens)))]
        return any(len(tokens.word(index)) > 3 and tokens.word(index).islower() for index in near)

    def _is_paper(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether a word is a newspaper: ``the daily Handelsblatt``, ``the weekly said``.

        What else is daily has a noun behind its name: ``the daily Brent price``.
        """
        end = item.end
        if tokens.word(item.start).lower() not in self._words["paper"] or end - item.start > 1:
            return False
        owned = item.start > 0 and (
            tokens.word(item.start - 1).lower() in self._words["owner"]
            or tokens.word(item.start - 1)[0].isupper()
        )
        while end < len(tokens) and tokens.word(end).istitle() and end - item.end < _TITLE:
            end += 1
        if not owned or end == len(tokens):
            return False
        tells = tokens.classes[end] in self._telling or (
            tokens.word(item.start - 1).lower() not in self._words["article"]
            and tokens.classes[end] in self._past
        )
        of_people = tokens.word(item.start - 1).istitle() and tokens.word(item.start - 1) != "The"
        return tells or (end > item.end and (of_people or self._closes_name(end, tokens)))

    def _closes_name(self, index: int, tokens: Tokens) -> bool:
        """Tell whether a token ends a name rather than goes on with it: a mark, ``in``, ``had``."""
        return tokens.classes[index] in self._closing or not tokens.word(index)[0].isalnum()

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
        if self._after(item, tokens) in self._counted or self._is_number(item, tokens):
            return False
        year = item.meaning.year or 0
        before, after = self._before(item, tokens), self._after(item, tokens)
        if not 1400 <= year <= 2100:
            return before in self._year_cues and 1000 <= year <= 2100 and after != self._other
        word = tokens.word(item.start - 1) if item.start else ""
        if before in self._year_cues or word in {"(", ",", "-", "–", "--", "—", "/", "'s", "’s"}:
            return after != self._other or 1700 <= year <= 2050
        if before in self._names:
            return False
        return 1800 <= year <= 2050

    def _is_number(self, item: Item, tokens: Tokens) -> bool:
        """Tell whether four digits name a room or belong to a longer number or a measure."""
        classes, before, after = tokens.classes, item.start - 1, item.end
        if self._follows(item, tokens, "numbered"):
            return True
        if before > 0 and classes[before] in self._hyphens:
            last = classes[before - 1]
            if last in self._integers and last not in self._years:
                return True
        return (
            after + 1 < len(tokens)
            and classes[after] in self._hyphens
            and classes[after + 1] == self._other
            and tokens.word(after + 1) != "era"
        )

    def _is_month(self, item: Item, tokens: Tokens) -> bool:
        word = tokens.word(item.start)
        if item.end - item.start > 1 or word.lower() not in {"may", "march", "mar", "august"}:
            return True
        after = tokens.word(item.end) if item.end < len(tokens) else ""
        if after in self._words["march_cue"] and self._follows(item, tokens, "article"):
            return False
        before = self._before(item, tokens)
        return before in self._year_cues or before in self._ties


def _is_quoted_title(item: Item, tokens: Tokens) -> bool:
    """Tell whether words stand in a title within quotation marks: ``“Velska News Sunday”``."""
    at = item.start - 1
    while at > 0 and item.start - at <= _TITLE and tokens.word(at)[0].isupper():
        at -= 1
    if at < 0 or tokens.word(at) not in _QUOTES or item.end == len(tokens):
        return False
    following = tokens.word(item.end)
    return following in _QUOTES or (len(following) > 1 and following[0].isupper())


def _is_bare_part(meaning: Meaning) -> bool:
    """Tell whether a meaning is a half or a quarter of no year."""
    return _only(meaning, "quarter") or _only(meaning, "half")


def _can_be_name(meaning: Meaning) -> bool:
    return (
        (meaning.kind in {"shift", "period"} and meaning.within is None)
        or (meaning.type == "SET" and (meaning.value or "").startswith("P"))
        or (meaning.value or "").endswith("_REF")
        or (_only(meaning, "time") and meaning.direction is not None)
    )


def _only(meaning: Meaning, field: str) -> bool:
    fields = ("year", "month", "day", "weekday", "season", "quarter", "half", "holiday", "time")
    return getattr(meaning, field) is not None and all(
        getattr(meaning, other) is None for other in fields if other != field
    )
