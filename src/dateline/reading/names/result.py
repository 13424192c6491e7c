"""What the names layer hands on."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import NamedTuple

from dateline.records import Organisation, Person, Place
from dateline.text import Span


class Pointer(NamedTuple):
    """A stretch of the passage and the id of the person or organisation it stands for."""

    start: int
    end: int
    id: str


class OpenPointer(NamedTuple):
    """A pronoun or bare name that may stand for several people."""

    start: int
    end: int
    ids: tuple[str, ...]


class Names:
    """The people, organisations and places of one passage, and who is meant where.

    Immutable; offsets are those of the passage's text.
    """

    __slots__ = ("_open", "_pointers", "organisations", "people", "places")

    def __init__(
        self,
        people: tuple[Person, ...],
        organisations: tuple[Organisation, ...],
        places: tuple[Place, ...],
        pointers: Sequence[Pointer] = (),
        unresolved: Sequence[OpenPointer] = (),
    ) -> None:
        self.people = people
        self.organisations = organisations
        self.places = places
        self._pointers = tuple(sorted(pointers))
        self._open = tuple(sorted(unresolved))

    def ids_at(self, span: Span) -> tuple[str, ...]:
        """Return the ids of the people and organisations mentioned inside a span, in text order.

        Names, pronouns and descriptions count alike; each id comes once.
        """
        found: dict[str, None] = {}
        index = bisect.bisect_left(self._pointers, (span.start,))
        while index < len(self._pointers) and self._pointers[index].start < span.end:
            if self._pointers[index].end <= span.end:
                found[self._pointers[index].id] = None
            index += 1
        return tuple(found)

    def candidates_for_pronoun(self, span: Span) -> tuple[str, ...]:
        """Return who an unresolved pronoun, bare surname or description inside a span may be.

        The likeliest comes first. Empty when the span holds nothing that was left open.
        """
        index = bisect.bisect_left(self._open, (span.start,))
        found: dict[str, None] = {}
        while index < len(self._open) and self._open[index].start < span.end:
            found.update(dict.fromkeys(self._open[index].ids))
            index += 1
        return tuple(found)
