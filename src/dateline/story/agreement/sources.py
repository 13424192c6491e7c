"""Whose word a figure is, on what basis, and to whom the number belongs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dateline.reading.figures.basis import basis_in
from dateline.reading.figures.english.basis import SOURCES
from dateline.reading.needles import Sought
from dateline.records import Figure, ReadReport, Statement
from dateline.story.agreement.english.senses import COUNTED_BY, OWNED_COUNT
from dateline.story.agreement.profile import Profile
from dateline.story.agreement.words import WORD
from dateline.text import Span, hull

_SPEAKERS = frozenset(basis for basis, _, _ in SOURCES)
_OWNED_COUNT = Sought(OWNED_COUNT, re.IGNORECASE)
_OWNER_AFTER = re.compile(
    r"[^.;,]{0,12}?\b(?:for|by|behind)\s+(?:(?:the|his|her|its)\s+)?(?:[a-z-]+\s+){0,3}"
)
_AGAINST_IT = re.compile(r"\s*(?:%|per cent|percent)?\s*(?:of the vote\s+)?to\s+\d")
_AGAINST = re.compile(r"\bby\s+[\d.]+\s*(?:%|per cent|percent)?\s*(?:of the vote\s+)?to\s+$")
_NAMED = re.compile(r"((?:\b[Tt]he )?(?:[A-Z][\w’'-]+ ?)+|\b[Tt]he (?:[\w-]+ ){0,2}[\w-]+),? $")
_COUNTED_BY = re.compile(COUNTED_BY, re.IGNORECASE)


def source_of(
    read: ReadReport, figure: Figure, identities: Mapping[tuple[str, str], str]
) -> tuple[str | None, str | None]:
    """Return whose word a figure is: the story's id of the speaker, and the words that name it."""
    if figure.statement is None or figure.statement >= len(read.reading.statements):
        told = figure.basis_span if figure.basis in _SPEAKERS else ()
        return None, " ".join(span.of(read.text) for span in told) or None
    statement: Statement = read.reading.statements[figure.statement]
    words = " ".join(span.of(read.text) for span in statement.source) or None
    if words in ("which", "who", "that"):
        named = _NAMED.search(read.text, 0, statement.source[0].start)
        return None, named[1] if named else None
    if statement.speaker is not None:
        known = identities.get((read.report.id, statement.speaker))
        return known, read.reading.name_of(statement.speaker) or words
    return None, words


def name_counter(profile: Profile, sentence: Span) -> None:
    """Give a figure the basis and speaker that the words beside it name as its counter."""
    text, start, end = profile.read.text, profile.figure.start, profile.figure.end
    begin = max(sentence.start, start - 60)
    found = None
    if _OWNED_COUNT.may_be_in(text[begin:start].lower()):
        found = _OWNED_COUNT.pattern.search(text, begin, start)
    found = found or _COUNTED_BY.match(text, end, sentence.end)
    owner = next(filter(None, found.groups()), "") if found else ""
    basis = implied_basis(owner, "")
    if basis is not None:
        profile.basis, profile.speaker, profile.source = basis, owner, None


@lru_cache(maxsize=4096)
def implied_basis(speaker: str, lead: str) -> str | None:
    """Return the basis that the source's words imply, or else those that open the sentence."""
    return next(filter(None, map(basis_in, (speaker, lead))), None)


def entity_of(profile: Profile, sentence: Span) -> str | None:
    """Return the name of whom the number belongs to, for senses that need one.

    ``58% for Holm`` names it after the number, else it is the nearest name before it.
    """
    if profile.sense is None or "entity" not in profile.sense.traits:
        return None
    read, figure = profile.read, profile.figure
    mentions: list[tuple[Span, str]] = []
    for person in read.reading.people:
        mentions += [(span, person.id) for span in (*person.mentions, *person.pronouns)]
    for organisation in read.reading.organisations:
        mentions += [(span, organisation.id) for span in organisation.mentions]
    speaker = _speaker_span(read, figure)
    inside = [
        (span, id)
        for span, id in mentions
        if sentence.contains(span) and (speaker is None or not speaker.overlaps(span))
    ]
    beside = [id for span, id in inside if 0 <= figure.start - span.end <= 1]
    if beside:
        return _last_name(read, beside[-1])
    subjects = [id for span, id in inside if any(span.overlaps(s) for s in figure.subject)]
    after = read.text[figure.end : sentence.end]
    follows = _OWNER_AFTER.match(after)
    if follows:
        at = figure.end + follows.end()
        named = [id for span, id in inside if abs(span.start - at) <= 12]
        if named:
            return _last_name(read, named[0])
    if _AGAINST_IT.match(after) or _AGAINST.search(read.text[sentence.start : figure.start]):
        # "Vell beat Aune by 51% to 49%": the first number is the winner's.
        ahead = sorted((span.start, id) for span, id in inside if span.end <= figure.start)
        ids = list(dict.fromkeys(id for _, id in ahead))
        if len(ids) >= 2:
            return _last_name(read, ids[0] if _AGAINST_IT.match(after) else ids[1])
    if subjects:
        return _last_name(read, subjects[0])
    before = [(span.end, id) for span, id in inside if span.end <= figure.start]
    if not before and not inside and speaker is not None and figure.basis in (None, "opposition"):
        # Who says that he should have more speaks of himself.
        before = [(span.end, id) for span, id in mentions if speaker.overlaps(span)]
    return _last_name(read, max(before)[1]) if before else None


def _last_name(read: ReadReport, id: str) -> str | None:
    """Return the last word of a name: reports shorten names from the front."""
    words = WORD.findall(read.reading.name_of(id) or "")
    return words[-1].casefold() if words else None


def _speaker_span(read: ReadReport, figure: Figure) -> Span | None:
    if figure.statement is None or figure.statement >= len(read.reading.statements):
        return None
    source = read.reading.statements[figure.statement].source
    return hull(source) if source else None
