"""Stretches of a passage that may be names, from the model's entities and runs of proper nouns.

What the model takes for a name is trimmed here (titles, articles, possessives, line ends) and its
label kept as one vote; `kinds` decides with the evidence of the whole document.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dateline.reading.names.appositions import apposed_to_office
from dateline.reading.names.english.organisations import (
    KINDS_OF_COMPANY,
    ORGANISATION_HEADS,
)
from dateline.reading.names.english.roles import REGAL, TITLES
from dateline.reading.names.english.words import (
    ARTICLES,
    COURTESY,
    NAME_ABBREVIATIONS,
    NAME_PARTICLES,
    OWN_POSSESSIVES,
    PLACE_PREPOSITIONS,
    PLACE_SMALL_WORDS,
    POSSESSIVES,
    SUFFIXES,
)
from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import (
    capitals,
    cities_named,
    country_names,
    demonyms,
    regions,
)
from dateline.reading.names.openings import Openings
from dateline.reading.names.placenames import named_in_tables, with_part, without_direction
from dateline.reading.names.tokens import Tokens

_LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
_PROPER = ("NNP", "NNPS")
_COMMON_TITLES = TITLES - REGAL
HYPHENS = ("-", "–", "‑")


class Candidate(NamedTuple):
    """Tokens that may be a name, and what the model takes them for (``?``: nothing)."""

    first: int
    last: int
    vote: str
    key: str

    @property
    def single(self) -> bool:
        """Whether the name is one word."""
        return " " not in self.key


def _is_name_word(tokens: Tokens, i: int) -> bool:
    word = tokens.text[i]
    return word[:1].isupper() or tokens.lower[i] in NAME_PARTICLES


def _pieces(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """Split tokens at line ends and brackets."""
    out: list[tuple[int, int]] = []
    start = first
    for i in range(first, last + 1):
        if i == last or not tokens.text[i].strip() or tokens.text[i] in "()[]•":
            if i > start:
                out.append((start, i))
            start = i + 1
    return out


def _trimmed(tokens: Tokens, first: int, last: int, vote: str) -> tuple[int, int]:
    lower = tokens.lower
    while first < last and (
        lower[first] in ARTICLES
        or not (tokens.text[first][:1].isalnum() or tokens.text[first][:1] == "@")
    ):
        first += 1
    if last - first == 1 and lower[first] in OWN_POSSESSIVES and last < len(tokens):
        return first, last + (lower[last] in POSSESSIVES)
    if last - first == 2 and lower[first] in OWN_POSSESSIVES and lower[first + 1] in POSSESSIVES:
        return first, last
    while last > first and (
        lower[last - 1] in POSSESSIVES
        or not (tokens.text[last - 1][-1:].isalnum() or tokens.text[last - 1][-1:] in ".!")
        or tokens.text[last - 1] in (".", "!", "?")
    ):
        last -= 1
    if vote == "person":
        return _trimmed_person(tokens, first, last)
    if vote == "place":
        return _after_small_words(tokens, first, last), last
    while (
        vote == "organisation"
        and last - first > 1
        and (tokens.text[first].islower() or lower[first] in KINDS_OF_COMPANY)
    ):
        first += 1
    return first, last


def _after_small_words(tokens: Tokens, first: int, last: int) -> int:
    """Return where a place's name begins after words that no name holds: ``Smith in Ohio``."""
    if tokens.lower[first] in ORGANISATION_HEADS:
        return first
    for i in range(last - 2, first, -1):
        word = tokens.text[i]
        if word.islower() and word.isalpha() and word not in PLACE_SMALL_WORDS:
            return i + 1
    return first


def _trimmed_person(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """Cut titles, demonyms and what is not written like a name off a person's name."""
    lower, text = tokens.lower, tokens.text
    while last - first > 1 and (
        lower[first] in COURTESY
        or lower[first] in TITLES
        or text[first] in demonyms()
        or text[first] in HYPHENS
        or not (text[first][:1].isupper() or lower[first] in NAME_PARTICLES)
        or (lower[first] == "ex")
    ):
        first += 1
    while last - first > 2 and (
        (text[first].isupper() and 1 < len(text[first]) < 5)
        or text[first] in country_names()
        or folded(text[first]) in capitals()
    ):
        first += 1
    while last - first > 2 and _is_stray_acronym(text[last - 1]) and not text[first].isupper():
        last -= 1
    i = first
    while i < last and (
        _is_name_word(tokens, i)
        or text[i] in HYPHENS
        or text[i] in (".", "'", "’")
        or (text[i] == "," and i + 1 < last and lower[i + 1] in SUFFIXES)
    ):
        i += 1
    while i > first and (
        text[i - 1] == "." or not (text[i - 1][-1:].isalnum() or "." in text[i - 1])
    ):
        i -= 1
    return first, i


def _is_party_and_state(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether tokens are a party's letter and a state: ``D-Ohio``."""
    return (
        last - first > 2
        and len(tokens.text[first]) == 1
        and tokens.text[first + 1] in HYPHENS
        and (tokens.words(first + 2, last) in regions() or tokens.text[last - 1].isupper())
    )


def _is_stray_acronym(word: str) -> bool:
    """Tell whether a word at the end of a person's name is another name: ``Ann Ray TWA``."""
    return word.isalpha() and word.isupper() and 1 < len(word) < 6 and not set(word) <= set("IVX")


def _with_regal_title(tokens: Tokens, first: int, last: int) -> int:
    """Return where a name of one word begins with the title that belongs to it: ``King Harald``."""
    before = first - 1
    numbered = last - first == 2 and set(tokens.text[last - 1]) <= set("IVX")
    if (
        (last - first == 1 or numbered)
        and before >= 0
        and tokens.lower[before] in REGAL
        and tokens.text[before][:1].isupper()
        and tokens.sentence[before] == tokens.sentence[first]
    ):
        return before
    return first


def _with_small_word(tokens: Tokens, first: int, last: int) -> int:
    """Return where a name begins that the model cut behind a given name like ``Per`` or ``Des``."""
    before = first - 1
    capitalised = (
        last - first == 1
        and before > 0
        and tokens.text[before].istitle()
        and tokens.tag[before] == "IN"
        and tokens.sentence[before - 1] == tokens.sentence[before]
        and tokens.tag[before - 1].startswith(("V", "NN", ","))
    )
    return before if capitalised and not tokens.headline[before] else first


def _with_purpose(tokens: Tokens, first: int, last: int) -> int:
    """Return where a body's name ends that the model cut: ``X Institute`` + ``for Physics``."""
    end = last + 1
    if (
        end >= len(tokens)
        or tokens.lower[last] != "for"
        or tokens.lower[last - 1] not in ORGANISATION_HEADS
        or not tokens.text[last - 1].istitle()
        or tokens.dep[last] != "prep"
        or not first <= tokens.head[last] < last
    ):
        return last
    while end < len(tokens) and tokens.tag[end] in _PROPER and tokens.text[end].istitle():
        end += 1
    return end if end > last + 1 else last


def _with_abbreviation(tokens: Tokens, first: int) -> int:
    """Return where a name begins whose given name is written short: ``Ma. Theresa Lazaro``."""
    before = first - 1
    dotted = before > 0 and tokens.text[before] == "."
    before -= dotted
    word = tokens.lower[before] + "." * dotted if before >= 0 else ""
    same = word in NAME_ABBREVIATIONS and tokens.block[before] == tokens.block[first]
    return before if same and tokens.text[before].istitle() else first


def _town_with_title(tokens: Tokens, first: int, last: int) -> int | None:
    """Return where a town's name begins that opens like a title: ``in General Santos``."""
    for start in (first, first - 1):
        if (
            start > 0
            and last - start > 1
            and tokens.lower[start] in TITLES
            and tokens.lower[start - 1] in PLACE_PREPOSITIONS
            and cities_named(tokens.words(start, last))
        ):
            return start
    return None


def _relative_behind(tokens: Tokens, first: int, last: int) -> int:
    """Return where a second name begins that the model took into one: ``an ally of X, Y Z``."""
    for comma in range(first + 1, last - 1):
        if tokens.text[comma] == "," and apposed_to_office(tokens, comma + 1, last):
            return comma + 1
    return last


def _with_tail(tokens: Tokens, first: int, last: int) -> int:
    """Return where a person's name ends that the model cut at a hyphen: ``Ban Ki`` + ``-moon``."""
    if (
        last - first > 1
        and last + 1 < len(tokens)
        and tokens.text[last] in HYPHENS
        and tokens.start[last] == tokens.end[last - 1]
        and tokens.start[last + 1] == tokens.end[last]
        and tokens.text[last + 1].isalpha()
        and tokens.tag[last + 1] not in ("VBN", "VBD", "VBG", "JJ", "IN")
    ):
        return last + 2
    return last


def _transcript_labels(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the full names in capitals that open a transcript's paragraphs: ``ANN RAY:``.

    The surname must label a paragraph again, or “KEY POINTS:” would be somebody.
    """
    labels: list[tuple[int, int]] = []
    for first, end in tokens.blocks:
        last = first
        while last < end and tokens.text[last].isalpha() and tokens.text[last].isupper():
            last += 1
        if first < last < min(end, first + 4) and tokens.text[last] == ":":
            labels.append((first, last))
    surnames = Counter(tokens.text[last - 1] for _, last in labels)
    return [(a, b) for a, b in labels if b - a > 1 and surnames[tokens.text[b - 1]] > 1]


def candidates_in(tokens: Tokens, openings: Openings) -> list[Candidate]:
    """Return all candidates in text order, not overlapping, none of them in a wire's slug."""
    found: list[Candidate] = []
    covered = bytearray(len(tokens))
    slugs = openings.slugs
    for i in slugs:
        covered[i] = 1
    for i in openings.places - {i + 1 for i in openings.places}:
        last = i + 1
        while last in openings.places:
            last += 1
        if last - i > 1 and not any(covered[i:last]):
            found.append(Candidate(i, last, "place", folded(tokens.words(i, last))))
            covered[i:last] = b"\1" * (last - i)
    for first, last in _transcript_labels(tokens):
        found.append(Candidate(first, last, "person", folded(tokens.words(first, last))))
        covered[first:last] = b"\1" * (last - first)
    for first, last in named_in_tables(tokens):
        if not any(covered[first:last]):
            found.append(Candidate(first, last, "place", folded(tokens.words(first, last))))
            covered[first:last] = b"\1" * (last - first)
    for first, last, label in tokens.ents:
        vote = _LABELS.get(label)
        if vote is None:
            continue
        while first < last and first in slugs:
            first += 1  # noqa: PLW2901
        for start, end in _pieces(tokens, first, last):
            town = _town_with_title(tokens, start, end) if vote == "person" else None
            if town is not None and not covered[town]:
                start, vote = town, "place"  # noqa: PLW2901
            a, b = _trimmed(tokens, start, end, vote)
            if vote == "organisation":
                b = _with_purpose(tokens, a, b)
            cut = _relative_behind(tokens, a, b) if vote == "organisation" else b
            if cut < b and not covered[cut]:
                covered[cut - 1 : b] = b"\1" * (b - cut + 1)
                found.append(Candidate(cut, b, "?", folded(tokens.words(cut, b))))
                b = cut - 1
            if vote == "place" and b - a == 3 and tokens.lower[a] in _COMMON_TITLES:
                a, vote = a + 1, "person"
            if _is_party_and_state(tokens, a, b):
                a, vote = a + 2, "place"
            if vote == "place":
                a = with_part(tokens, without_direction(tokens, a, b), b)
            if vote == "person":
                a, b = _with_regal_title(tokens, a, b), _with_tail(tokens, a, b)
                a = _with_small_word(tokens, a, b)
                a = _with_abbreviation(tokens, a)
            if a < b and not covered[a]:
                key = folded(tokens.words(a, b))
                if key:
                    found.append(Candidate(a, b, vote, key))
                    covered[a:b] = b"\1" * (b - a)
    found += _runs(tokens, covered)
    return sorted(found)


def _runs(tokens: Tokens, covered: bytearray) -> list[Candidate]:
    """Return the runs of capitalised proper nouns that the model left out."""
    out: list[Candidate] = []
    n = len(tokens)
    j = 0
    for i in [i for i, tag in enumerate(tokens.tag) if tag in _PROPER]:
        if i < j or covered[i] or not tokens.text[i][:1].isupper():
            continue
        j = i + 1
        while (
            j < n
            and not covered[j]
            and tokens.sentence[j] == tokens.sentence[i]
            and (
                (tokens.tag[j] in _PROPER and tokens.text[j][:1].isupper())
                or (
                    tokens.text[j] in HYPHENS
                    and j + 1 < n
                    and not covered[j + 1]
                    and tokens.text[j + 1][:1].isupper()
                    and tokens.start[j] == tokens.end[j - 1]
                )
            )
        ):
            j += 1
        for start, end in _pieces(tokens, i, j):
            a, b = _trimmed_person(tokens, start, end)
            if a < b and any(c.isalpha() for c in tokens.text[b - 1]):
                whole = with_part(tokens, a, b)
                a = a if covered[whole] else whole
                out.append(Candidate(a, b, "?", folded(tokens.words(a, b))))
    return out
