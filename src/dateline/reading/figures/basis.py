"""How a figure is known: exit poll, preliminary count, police, forecast and their kin."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from dateline.reading.figures.english.basis import (
    BARE_POLL,
    BASES,
    HOLDERS,
    LASTING,
    POLLS,
    PRONOUNS,
    SOURCES,
    TELLING,
    WIDE,
)
from dateline.reading.figures.english.phrases import HEDGE
from dateline.reading.needles import Sought
from dateline.reading.table import Table
from dateline.records import Statement
from dateline.text import Span

Basis = tuple[str, Span]

_BASES = tuple((name, Sought(pattern, re.IGNORECASE)) for name, pattern, _ in BASES)
_SOURCES = tuple(
    (name, Sought(pattern, 0 if name == "company" else re.IGNORECASE))
    for name, pattern, _ in SOURCES
)
_PROJECTED = re.compile(r"^(?:project|predict)", re.IGNORECASE)
_BARE_POLL = re.compile(BARE_POLL, re.IGNORECASE)
_ACCORDING = Sought(r"\b(?:according to|reported by|released by|announced by) ([^,.;]{3,60})")
_HOLDER = Sought(HOLDERS, re.IGNORECASE)
_PAIRED = re.compile(rf" to {HEDGE}?|(?: [\w-]+){{0,3}},? or {HEDGE}?| \((?:about )?")
_start_of = attrgetter("start")
_REACH = 140
_BEFORE = 60
_AFTER = 14


class _Sentence:
    """What a sentence says of how its figures are known, found once for all of them."""

    __slots__ = ("according", "bare_poll", "cues")

    def __init__(self, text: str, sentence: Span) -> None:
        words = sentence.of(text)
        lower = words.lower()
        self.cues: list[Basis] = [
            (name, Span(match.start(), match.end()))
            for name, sought in _BASES
            if sought.may_be_in(lower)
            for match in sought.pattern.finditer(text, sentence.start, sentence.end)
        ]
        found = _ACCORDING.pattern.search(words) if _ACCORDING.may_be_in(lower) else None
        self.according = None if found is None else Span(*found.span(1)).shifted(sentence.start)
        """The words behind “according to”."""
        bare = _BARE_POLL.search(text, sentence.start, sentence.end) if "poll" in lower else None
        self.bare_poll = None if bare is None else Span(*bare.span())


def _source_in(text: str, span: Span) -> Basis | None:
    lower = span.of(text).lower()
    if _HOLDER.may_be_in(lower) and (held := _HOLDER.pattern.search(text, span.start, span.end)):
        found = _source_in(text, Span(held.end(), span.end))
        if found is not None:
            return found[0], span
    for name, sought in _SOURCES:
        if sought.may_be_in(lower) and sought.pattern.search(text, span.start, span.end):
            return name, span
    return None


@lru_cache(maxsize=4096)
def basis_in(words: str) -> str | None:
    """Return the basis that words which name a source imply."""
    name, first = _BASES[0]
    if first.may_be_in(words.lower()) and first.pattern.search(words):
        return name
    found = _source_in(words, Span(0, len(words)))
    return found[0] if found else None


def statement_around(statements: Sequence[Statement], figure: Span) -> int | None:
    """Return the index of the statement in whose content a figure stands, the innermost one."""
    best: tuple[int, int] | None = None
    start, end = figure.start, figure.end
    around = [
        (index, statement.content)
        for index, statement in enumerate(statements)
        if statement.content[0].start <= start and end <= statement.content[-1].end
    ]
    for index, content in around:
        for span in content:
            if span.start <= start and end <= span.end:
                size = sum(len(part) for part in content)
                if best is None or size < best[0]:
                    best = (size, index)
    return best[1] if best else None


def _holds_another(text: str, between: Span, others: Sequence[Span], figure: Span) -> bool:
    """Tell whether a stretch holds one of the figures, given in text order, besides its own.

    One that the figure tells another way or moves to is none: ``by a quarter of a point to 7%``.
    """
    for at in range(bisect_left(others, between.start, key=_start_of), len(others)):
        other = others[at]
        if other.start > between.end:
            break
        paired = _PAIRED.fullmatch(text, other.end, figure.start) is not None
        if other.end <= between.end and other != figure and not paired:
            return True
    return False


class BasisReader:
    """Tells the basis of the figures of one document, given in text order.

    It remembers the source and the kind of poll or count named last, for ``it said``, ``the
    poll`` and the figures further on in the paragraph.
    """

    __slots__ = (
        "_count",
        "_paragraph",
        "_poll",
        "_sentences",
        "_source",
        "_sources",
        "_table",
        "_text",
    )

    def __init__(self, table: Table, text: str) -> None:
        self._table = table
        self._text = text
        self._source: Basis | None = None
        self._poll: Basis | None = None
        self._count: Basis | None = None
        self._paragraph = -1
        self._sentences: dict[int, _Sentence] = {}
        self._sources: dict[Span, Basis | None] = {}
        name, sought = _BASES[0]
        exit_poll = sought.pattern.search(text) if sought.may_be_in(text.lower()) else None
        if exit_poll is not None:
            self._poll = (name, Span(exit_poll.start(), exit_poll.end()))

    def basis_of(
        self,
        figure: Span,
        top: int,
        putting: int | None,
        sentence: Span,
        others: Sequence[Span],
        statement: Statement | None,
        *,
        share: bool,
        paragraph: int,
    ) -> Basis | None:
        """Return the basis of a figure with the words that give it, or None when none is stated.

        ``top`` is the head of its words and ``putting`` who puts it, both as tokens.
        """
        if paragraph != self._paragraph:
            self._paragraph, self._count = paragraph, None
        told = self._sentences.get(sentence.start)
        if told is None:
            told = self._sentences[sentence.start] = _Sentence(self._text, sentence)
        source = self._source_of(top, putting, told, statement)
        words = self._of_words(told, sentence, figure, others, share)
        if words is not None:
            if words[0] in LASTING:
                self._count = words
            return words
        return source or (self._count if share else None)

    def _of_words(
        self,
        told: _Sentence,
        sentence: Span,
        figure: Span,
        others: Sequence[Span],
        share: bool,
    ) -> Basis | None:
        best: tuple[int, Basis] | None = None
        for name, span in told.cues:
            distance = max(span.start - figure.end, figure.start - span.end, 0)
            if name in POLLS and not share:
                continue
            if name in WIDE:
                if distance > _REACH:
                    continue
            else:
                between = Span(min(span.end, figure.end), max(span.start, figure.start))
                if distance > (_BEFORE if span.end <= figure.start else _AFTER):
                    continue
                if _holds_another(self._text, between, others, figure):
                    continue
            if best is None or distance < best[0]:
                best = (distance, (name, span))
        if best is None:
            if not share or self._poll is None:
                return None
            return None if told.bare_poll is None else (self._poll[0], told.bare_poll)
        if (
            best[1][0] == "forecast"
            and share
            and self._poll is not None
            and _PROJECTED.search(best[1][1].of(self._text))
        ):
            # What an exit poll projects is that poll's figure.
            return self._poll[0], best[1][1]
        if (
            best[1][0] == "opinion poll"
            and self._poll is not None
            and _BARE_POLL.search(
                self._text, max(sentence.start, best[1][1].start - 4), best[1][1].end
            )
        ):
            return self._poll[0], best[1][1]
        return best[1]

    def _source_of(
        self, top: int, putting: int | None, told: _Sentence, statement: Statement | None
    ) -> Basis | None:
        if putting is not None and self._table.lower[putting] not in PRONOUNS:
            found = self._named(putting)
            self._source = found or self._source
            return found
        if statement is not None and statement.source:
            found = next(filter(None, map(self._source_at, statement.source)), None)
            if found is None and all(
                span.of(self._text).lower() in PRONOUNS for span in statement.source
            ):
                return self._source
            self._source = found or self._source
            return found
        found, by_pronoun = self._teller_above(top)
        if found is not None:
            self._source = found
            return found
        if by_pronoun and self._source is not None:
            return self._source
        if told.according is None:
            return None
        found = self._source_at(told.according)
        self._source = found or self._source
        return found

    def _teller_above(self, i: int) -> tuple[Basis | None, bool]:
        """Return the subject of a telling verb above a token, and whether one is a pronoun."""
        table = self._table
        by_pronoun = False
        for _ in range(12):
            if table.tag[i].startswith("V") and table.lemma_of(i) in TELLING:
                for child in table.children(i):
                    if table.dep[child] != "nsubj":
                        continue
                    if table.lower[child] in PRONOUNS:
                        by_pronoun = True
                        continue
                    found = self._named(child)
                    if found is not None:
                        return found, by_pronoun
            above = table.head[i]
            if above == i or ";" in table.words[min(i, above) : max(i, above)]:
                break
            i = above
        return None, by_pronoun

    def _named(self, i: int) -> Basis | None:
        """Return the basis that the words below a token give as a source."""
        table = self._table
        return self._source_at(Span(table.start[table.first[i]], table.end[table.last[i]]))

    def _source_at(self, span: Span) -> Basis | None:
        """Return the basis that words which name a source give; many figures share theirs."""
        if span not in self._sources:
            self._sources[span] = _source_in(self._text, span)
        return self._sources[span]
