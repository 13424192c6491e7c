"""The words a text is found by: one tokenizer for both databases, so that both find the same.

A term is a run of letters and digits in lower case without accents, English plurals folded by the
three rules of the S-stemmer (Harman, "How effective is suffixing?", JASIS 1991). Names read from a
report are indexed beside its words, as terms with the field before them (``person_okoye``); plain
terms never hold an underscore.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from dateline.records import Reading, ReadReport
from dateline.text import Span

Field = Literal["person", "place", "outlet", "said"]

INDEX_VERSION = 1
"""Raised whenever a text would give other terms than before: archives are then indexed again."""

INDEX_KEY = "index"
"""The key under which an archive notes the version its reports are indexed by."""

MOST_TERMS = 16_000
"""Terms of one report that are indexed: PostgreSQL tells no more positions than these apart."""

_LONGEST_TERM = 64
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’"))


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """Return the term of a single word."""
    folded = word.casefold()
    for possessive in ("'s", "’s"):
        folded = folded.removesuffix(possessive)
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if c.isalnum() and not unicodedata.combining(c))
    return singular(folded.translate(_APOSTROPHES)[:_LONGEST_TERM])


def singular(word: str) -> str:
    """Return an English word without the ending of its plural."""
    if len(word) < 4 or word[-1] != "s":
        return word
    if word.endswith("ies"):
        return word if word[-4] in "ea" else word[:-3] + "y"
    if word.endswith("es"):
        return word if word[-3] in "aeo" else word[:-1]
    return word if word[-2] in "us" else word[:-1]


def terms_in(text: str, span: Span | None = None) -> Iterator[tuple[str, Span]]:
    """Yield the terms of a text, or of a span of it, each with its place in the text."""
    start, end = (span.start, span.end) if span else (0, len(text))
    for match in _WORD.finditer(text, start, end):
        term = term_of(match.group())
        if term:
            yield term, Span(match.start(), match.end())


def terms_of(text: str) -> tuple[str, ...]:
    """Return the terms of a text in order."""
    return tuple(term for word in _WORD.findall(text) if (term := term_of(word)))


def field_terms(field: Field, text: str) -> tuple[str, ...]:
    """Return the terms a name is found by under a field."""
    return tuple(f"{field}_{term}" for term in terms_of(text))


def read_spans(read: ReadReport) -> Iterator[Span]:
    """Yield the stretches of the page in which a report's words are searched."""
    yield from read.report.evidence.headline
    yield from read.report.body


def passages_of(read: ReadReport) -> Iterator[Sequence[str]]:
    """Yield the runs of terms a report is found by; no phrase reaches over two of them."""
    left = MOST_TERMS
    for terms in _all_passages(read):
        if terms:
            yield terms[:left]
            left -= len(terms)
        if left <= 0:
            return


def _all_passages(read: ReadReport) -> Iterator[Sequence[str]]:
    report, reading = read.report, read.reading
    if report.headline and not report.evidence.headline:
        yield terms_of(report.headline)
    for name in (report.outlet, report.publisher, report.agency):
        if name:
            yield field_terms("outlet", name)
    for name in _names_of(reading).values():
        yield field_terms("person", name)
    for place in reading.places:
        yield field_terms("place", place.name)
    for name in speakers_of(read):
        yield field_terms("said", name)
    for span in read_spans(read):
        yield terms_of(span.of(read.text))


def _names_of(reading: Reading) -> dict[str, str]:
    names = {person.id: person.name for person in reading.people}
    return names | {organisation.id: organisation.name for organisation in reading.organisations}


def speakers_of(read: ReadReport) -> Iterator[str]:
    """Yield the names of those who speak in a report, each once; unresolved ones as written."""
    names = _names_of(read.reading)
    seen: dict[str, None] = {}
    for statement in read.reading.statements:
        name = names.get(statement.speaker or "")
        if name is None and statement.source:
            name = " ".join(span.of(read.text) for span in statement.source)
        if name:
            seen.setdefault(name)
    yield from seen
