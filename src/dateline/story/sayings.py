"""Who said what across the reports of a story: the same words counted once.

Outlets cut one quotation differently. Two statements are the same saying when the shorter one's
word 4-grams stand nearly all in the longer one and their speakers do not contradict each other.
Quotations of two to four words are only when they are the same and one person's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.records import ReadReport, Statement, StatementRef, StoryPerson

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_FEWEST_WORDS = 5
_CONTAINED = 0.7


class _Saying:
    """The statements found so far that are one saying; the first is the earliest report's."""

    __slots__ = ("members", "shingles", "speaker")

    def __init__(
        self, member: tuple[str, int], speaker: str | None, shingles: frozenset[tuple[str, ...]]
    ) -> None:
        self.members = [member]
        self.speaker = speaker
        self.shingles = shingles


def _shingles(statement: Statement, text: str) -> frozenset[tuple[str, ...]]:
    words: list[str] = []
    for span in statement.content:
        words += map(str.casefold, _WORD.findall(span.of(text).replace("’", "'")))
    if len(words) < _FEWEST_WORDS:
        # “Never again”: too short to be cut, but the same words of the same person are a copy.
        quoted = statement.style == "direct" and len(words) > 1
        return frozenset({tuple(words)}) if quoted else frozenset()
    return frozenset(zip(*(words[offset:] for offset in range(_SHINGLE)), strict=False))


def story_ids(members: Sequence[StoryPerson]) -> Mapping[tuple[str, str], str]:
    """Map a report's person or organisation (report id, id) to the story's."""
    return {member: person.id for person in members for member in person.members}


def sayings_of(
    reports: Sequence[ReadReport], speakers: Mapping[tuple[str, str], str]
) -> tuple[StatementRef, ...]:
    """Return the statements of a story in order of report and text, copies folded into the first.

    ``speakers`` maps (report id, speaker id) to the story's ids, see `story_ids`.
    """
    sayings: list[_Saying] = []
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for read in reports:
        for number, statement in enumerate(read.reading.statements):
            member = (read.report.id, number)
            speaker = speakers.get((read.report.id, statement.speaker or ""))
            shingles = _shingles(statement, read.text)
            match = _match(sayings, index, read.report.id, speaker, shingles)
            if match is None:
                for shingle in shingles:
                    index[shingle].append(len(sayings))
                sayings.append(_Saying(member, speaker, shingles))
            else:
                saying = sayings[match]
                saying.members.append(member)
                saying.speaker = saying.speaker or speaker
                for shingle in shingles - saying.shingles:
                    index[shingle].append(match)
                saying.shingles |= shingles
    return tuple(
        StatementRef(
            report=saying.members[0][0],
            index=saying.members[0][1],
            speaker=saying.speaker,
            copies=tuple(saying.members[1:]),
        )
        for saying in sayings
    )


def _match(
    sayings: Sequence[_Saying],
    index: Mapping[tuple[str, ...], Sequence[int]],
    report: str,
    speaker: str | None,
    shingles: frozenset[tuple[str, ...]],
) -> int | None:
    """Return the saying of another report that these words repeat, the best first, or None."""
    known = shingles & index.keys()
    if not known:
        return None
    shared = Counter(number for shingle in known for number in index[shingle])
    for number, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        saying = sayings[number]
        shorter = min(len(shingles), len(saying.shingles))
        same_report = any(member[0] == report for member in saying.members)
        contradicts = speaker and saying.speaker and speaker != saying.speaker
        if max(map(len, shingles)) < _SHINGLE or len(shingles) == len(saying.shingles) == 1:
            contradicts = contradicts or not (speaker and saying.speaker)
        if count >= _CONTAINED * shorter and not same_report and not contradicts:
            return number
    return None
