"""How a figure is known: exit poll, preliminary count, police, forecast and their kin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.reading.figures.english.basis import BASES, SOURCES
from dateline.records import Statement
from dateline.text import Span

_BASES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern, _ in BASES)
_SOURCES = tuple((name, re.compile(pattern)) for name, pattern, _ in SOURCES)
_SOURCES_FOLDED = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, pattern, _ in SOURCES if name != "company"
)
_REACH = 110


def basis_of_words(text: str, sentence: Span, figure: Span) -> tuple[str, Span] | None:
    """Return the basis the words of a sentence give a figure in it, with those words.

    The cue nearest to the figure wins; a cue further off than 110 characters does not count.
    """
    best: tuple[int, int, str, Span] | None = None
    for rank, (name, pattern) in enumerate(_BASES):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = Span(match.start(), match.end())
            distance = max(span.start - figure.end, figure.start - span.end, 0)
            if distance <= _REACH and (best is None or (distance, rank) < best[:2]):
                best = (distance, rank, name, span)
    return (best[2], best[3]) if best else None


def basis_of_source(text: str, statement: Statement) -> tuple[str, Span] | None:
    """Return the basis that the named source of a statement gives its figures."""
    for span in statement.source:
        for table in (_SOURCES_FOLDED, _SOURCES):
            for name, pattern in table:
                match = pattern.search(text, span.start, span.end)
                if match is not None:
                    return name, span
    return None


def statement_around(statements: Sequence[Statement], figure: Span) -> int | None:
    """Return the index of the statement in whose content a figure stands, the innermost one."""
    best: tuple[int, int] | None = None
    for index, statement in enumerate(statements):
        for span in statement.content:
            if span.start <= figure.start and figure.end <= span.end:
                size = sum(len(part) for part in statement.content)
                if best is None or size < best[0]:
                    best = (size, index)
    return best[1] if best else None
