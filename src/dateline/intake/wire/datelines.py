"""The wire's dateline at the head of a report: place, date and agency before the first words."""

from __future__ import annotations

import re

import msgspec

from dateline.intake.wire.agencies import agency_named, agency_of_marks
from dateline.intake.wire.english import MONTHS, NOT_A_PLACE, WEEKDAYS
from dateline.text import Span, without_entities


class WireDateline(msgspec.Struct, frozen=True):
    """A dateline taken apart; ``span`` runs up to the first word of the report."""

    span: Span
    place: Span | None = None
    agency: Span | None = None
    """The agency's words, without brackets."""
    date: Span | None = None
    agency_name: str | None = None
    """The agency under its usual name."""


class DatelineForm(msgspec.Struct, frozen=True):
    """A form of dateline, with an example the test suite reads."""

    pattern: str
    example: str


_REACH = 160
"""Characters within which a dateline ends."""

_MONTH = "(?:" + "|".join(sorted((m.capitalize() for m in MONTHS), key=len, reverse=True)) + ")"
_MONTH += "|" + _MONTH.upper()
_DAY_NAME = (
    "(?:" + "|".join(sorted((d.capitalize() for d in WEEKDAYS), key=len, reverse=True)) + ")"
)
_DATE = (
    rf"(?P<date>(?:{_DAY_NAME}\.?,? )?(?:(?:{_MONTH})\.? ?\d{{1,2}}|\d{{1,2}} (?:{_MONTH})\.?)"
    r"(?:,? \d{4})?)"
)
_CAP = r"(?:(?:[^\W\d_a-z]|[ÀÁÂÄÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÝŠŽ])[\w.'’-]*)"
_JOIN = r"(?:of|the|de|del|la|le|du|da|do|dos|and|on|upon|al|el|sur|am|an|der|in|aboard|ABOARD)"
_NAME = rf"(?:{_CAP}(?:[ -](?:{_JOIN} ){{0,2}}{_CAP}){{0,4}})"
_PLACE = rf"(?P<place>{_NAME}(?:/{_NAME}){{0,3}}(?:, {_NAME}){{0,2}}(?: \({_NAME}\))?)"
_UPPER = r"(?:[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ -][^\W\d_a-z.'’-]+){0,3}|U\.N\.|U\.S\.)"
_UPPER_PLACE = rf"(?P<place>{_UPPER}(?:/{_UPPER}){{0,3}}(?:, {_NAME}){{0,2}}(?: \({_NAME}\))?)"
_AGENCY = r"[(\[](?P<agency>[^()\[\]\n]{2,40})[)\]]"
_SLASH_AGENCY = r"/(?P<agency>[A-Z][\w -]{3,24})/"
_DASH = r"\s*(?:--|[-–—―‒_‐‑:])\s*(?:--)?\s*"

DATELINE_FORMS: tuple[DatelineForm, ...] = (
    DatelineForm(
        rf"{_PLACE},? {_DATE},? {_AGENCY}{_DASH}",
        "HARVAN, March 3 (Reuters) - Ferries stop",
    ),
    DatelineForm(rf"{_PLACE} {_AGENCY}{_DASH}", "HARVAN, Ostrand (AP) — Ferries stopped"),
    DatelineForm(
        rf"{_PLACE} {_AGENCY},? {_DATE}{_DASH}",
        "Harvan (dpa), 3 March - Ferries stopped",
    ),
    DatelineForm(rf"{_DATE},? {_AGENCY}{_DASH}", "March 3 (Reuters) - Ferries stopped"),
    DatelineForm(rf"{_AGENCY}{_DASH}", "(Bloomberg) -- Ferries stopped"),
    DatelineForm(
        rf"{_PLACE},? {_DATE},? {_SLASH_AGENCY}{_DASH}",
        "HARVAN, March 3, 2031 /PRNewswire/ -- Ferries",
    ),
    DatelineForm(
        rf"{_PLACE},? {_DATE}\.? {_SLASH_AGENCY}[.:]?\s*",
        "HARVAN, March 3. /TASS/. Ferries stopped",
    ),
    DatelineForm(
        rf"{_PLACE},? {_DATE},? (?P<agency>[A-Z]\w+){_DASH}",
        "HARVAN, March 3, Kyodo - Ferries stopped",
    ),
    DatelineForm(rf"{_PLACE},? {_DATE}{_DASH}", "Harvan, March 3: Ferries stopped"),
    DatelineForm(rf"{_UPPER_PLACE}(?:\s+(?:--|[-–—―‒_])\s+|—\s*|:\s+)", "HARVAN — Ferries stopped"),
    DatelineForm(
        r"(?P<agency>[A-Z][\w.-]{1,12}(?: [A-Z]\w+){0,2})(?:\s+(?:--|[-–—―])\s+|—\s*|:\s+)",
        "AFP — Ferries stopped",
    ),
)  # fmt: skip
"""Tried in order; the first whose agency reads as one wins."""

_LONE_AGENCY = len(DATELINE_FORMS) - 1
_UPPER_ALONE = len(DATELINE_FORMS) - 2
_NAMED_AFTER_DATE = 7
_BRACKETED = 1
_RULES = tuple(re.compile(rf"\s*{form.pattern}(?=\S)") for form in DATELINE_FORMS)
_NO_DASH = (
    re.compile(rf"\s*{_UPPER_PLACE}(?:,? {_DATE})? {_AGENCY} (?=\S)"),
    re.compile(rf"\s*{_PLACE},? {_DATE} {_AGENCY} (?=\S)"),
    re.compile(rf"\s*{_AGENCY}\s*(?=\S)"),
)
"""Dumps lose dashes; a known agency is enough then."""
LONE_FORMS: tuple[DatelineForm, ...] = (
    DatelineForm(
        rf"{_UPPER_PLACE}(?:,? {_DATE})?,? {_AGENCY}(?:{_DASH})?",
        "HARVAN, Ostrand, March 3, 2031 (AFP)",
    ),
    DatelineForm(rf"{_PLACE},? {_DATE},? {_AGENCY}(?:{_DASH})?", "Harvan, March 3 (Reuters) —"),
    DatelineForm(rf"{_UPPER_PLACE},? {_DATE}(?:{_DASH})?", "HARVAN, Ostrand, March 3, 2031"),
    DatelineForm(
        rf"(?P<place>{_UPPER}(?:/{_UPPER}){{0,3}}(?:, {_NAME}){{1,2}})\s*(?:--|[–—―])",
        "HARVAN, Ostrand —",
    ),
)
"""Datelines that have a line of their own before the first paragraph."""
_LONE_RULES = tuple(re.compile(rf"\s*{form.pattern}\s*") for form in LONE_FORMS)
_AGENCY_WORD = re.compile(r"\b(?:News|Agency|Press|Wire|Service|Newswire)\b")


def wire_dateline_of(text: str, span: Span) -> WireDateline | None:
    """Return the dateline that opens a paragraph, taken apart; None when there is none.

    Knows ``PLACE (Agency) -``, ``PLACE, Country, March 3 (Agency) —``, ``(Agency) --``,
    ``PLACE —``, ``PLACE:`` and their variants. An agency in brackets need not be known; one that
    stands bare must be. The paragraph may be the dateline alone.
    """
    lone = lone_dateline_of(text, span)
    if lone is not None:
        return lone
    window = without_entities(text[span.start : min(span.end, span.start + _REACH)])
    for index, rule in enumerate(_RULES):
        match = rule.match(window)
        if match is None:
            continue
        agency = match.groupdict().get("agency")
        name = agency_of_marks(agency) if agency else None
        if agency and name is None:
            continue
        if index in (_LONE_AGENCY, _NAMED_AFTER_DATE) and agency_named(agency or "") is None:
            continue
        if index == _BRACKETED and not _files_from(match, agency or ""):
            continue
        if index == _UPPER_ALONE and not _reads_as_place(match.group("place")):
            continue
        return _taken_apart(match, name, span.start)
    for rule in _NO_DASH:
        match = rule.match(window)
        if match is not None and (name := agency_named(match.group("agency"))) is not None:
            return _taken_apart(match, name, span.start)
    return None


def lone_dateline_of(text: str, span: Span) -> WireDateline | None:
    """Return the dateline that a line is and nothing else, taken apart; None when it is none."""
    if span.end - span.start > _REACH:
        return None
    line = without_entities(span.of(text))
    for rule in _LONE_RULES:
        match = rule.fullmatch(line)
        if match is None or not _is_place(match.group("place")):
            continue
        agency = match.groupdict().get("agency")
        name = agency_of_marks(agency) if agency else None
        if agency and (name is None or not _files_from(match, agency)):
            continue
        return _taken_apart(match, name, span.start)
    return None


def _is_place(words: str) -> bool:
    """Tell whether no word is a label's; ``NEW`` is one only where nothing follows it."""
    tokens = [token.casefold() for token in re.findall(r"[\w.'’]+", words)]
    labels = NOT_A_PLACE - {"new"} if len(tokens) > 1 else NOT_A_PLACE
    return labels.isdisjoint(tokens)


def _files_from(match: re.Match[str], agency: str) -> bool:
    """Tell a place with an agency from a person with a party: known, in capitals, or so named."""
    return (
        agency_of_marks(agency) != agency
        or agency_named(agency) is not None
        or _AGENCY_WORD.search(agency) is not None
        or re.match(_UPPER, match.group("place")) is not None
    )


def _reads_as_place(words: str) -> bool:
    if not words[:2].isupper():
        return False
    return (len(words) >= 4 or words in ("UN", "U.N.")) and _is_place(words)


def _taken_apart(match: re.Match[str], agency_name: str | None, offset: int) -> WireDateline:
    def found(group: str) -> Span | None:
        if match.groupdict().get(group) is None:
            return None
        return Span(*match.span(group)).shifted(offset)

    return WireDateline(
        span=Span(match.start() + _leading(match), match.end()).shifted(offset),
        place=found("place"),
        agency=found("agency"),
        date=found("date"),
        agency_name=agency_name,
    )


def _leading(match: re.Match[str]) -> int:
    words = match.group()
    return len(words) - len(words.lstrip())
