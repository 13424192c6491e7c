"""How an archive groups its reports: a placer, brought to where the archive stands.

The placer's state is kept from time to time; what came after it is replayed from the journal.
So a crash, or another writer, costs a short replay and never a story.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from dateline.records import Placement, ReadReport


class Placer(Protocol):
    """What an archive asks of story grouping; the same calls must give the same stories."""

    def place(self, read: ReadReport) -> Placement:
        """Place a report in a story, an old or a new one."""
        ...

    def split(self, story: str, reports: Sequence[str]) -> str:
        """Make reports of a story one of their own, and return its id."""
        ...

    def merge(self, stories: Sequence[str]) -> str:
        """Make one story of several, under the first one's id, and return that."""
        ...

    def forget(self, report: str) -> None:
        """Drop all that is kept of a report."""
        ...

    def state(self) -> bytes:
        """Return all that is needed to go on from here."""
        ...


PlacerFactory = Callable[[bytes | None], Placer]
"""Makes a placer from its kept state, or a new one without; raises InputError for another's."""
