"""Everything a person said across reports: in order of time, copies folded, cuts shown."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.records import NameKind, ReadReport, Record, StatementRef, StoryPerson
from dateline.story.byhand import NOBODY, NamesByHand
from dateline.story.identity import organisations_of, people_of
from dateline.story.sayings import sayings_of, story_ids

_WORD = re.compile(r"\w+")


class Said(Record, frozen=True, kw_only=True):
    """A speaker and what they said; the first report of a saying leads, the others are copies."""

    speaker: StoryPerson
    sayings: tuple[StatementRef, ...]


def _words(name: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(name)}


def _answers_to(speaker: StoryPerson, asked: set[str], names: Sequence[str]) -> bool:
    """Tell whether one of a speaker's names holds every word asked for."""
    return any(asked <= _words(name) for name in (speaker.name, *speaker.variants, *names))


def said_by(
    name: str, reports: Sequence[ReadReport], by_hand: NamesByHand = NOBODY
) -> tuple[Said, ...]:
    """Return the people and organisations that answer to a name, each with what they said.

    One word of a name will do. Reports are taken in order of publication, undated ones last.
    """
    asked = _words(name)
    if not asked:
        return ()
    ordered = sorted(reports, key=lambda read: read.report.published or "9999")
    people, organisations = people_of(ordered, by_hand), organisations_of(ordered, by_hand)
    kinds: tuple[tuple[NameKind, Sequence[StoryPerson]], ...] = (
        ("person", people),
        ("organisation", organisations),
    )
    sayings = sayings_of(ordered, story_ids([*people, *organisations]))
    return tuple(
        Said(
            speaker=speaker,
            sayings=tuple(saying for saying in sayings if saying.speaker == speaker.id),
        )
        for kind, speakers in kinds
        for speaker in speakers
        if _answers_to(speaker, asked, by_hand.names(kind, speaker.name))
    )
