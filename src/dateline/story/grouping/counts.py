"""What a stream of reports is like: how fast stories begin in it."""

from __future__ import annotations

import math

import msgspec

from dateline.story.grouping.matching import Stream

BUSY, BUSY_DAYS = 20.0, 2.0
"""Stories a day of a stream nothing is known of, and the days this weighs as much as."""
MOSTLY_NEW, MOSTLY = 0.7, 20.0
"""The share of its reports that begin stories, and the reports this weighs as much as."""


class Counts(msgspec.Struct):
    """What is counted of a stream to tell how fast stories begin in it.

    At first it is taken to be a busy one, so that a handful of reports is not thrown together.
    """

    begun: float = 0.0
    """Dated stories begun; those of a month ago count half."""
    days: float = 0.0
    """Days they began in, fading alike."""
    fresh: float = 0.0
    """Stories begun among the latest reports."""
    placed: float = 0.0
    """The latest reports, a thousand at most."""

    def go_on(self, days: float) -> None:
        """Let days go by."""
        if days > 0:
            fading = 0.5 ** (days / 30)
            self.begun *= fading
            self.days = self.days * fading + (1 - fading) * 30 / math.log(2)

    def begin(self, *, dated: bool) -> None:
        """Count a story that begins."""
        self.fresh += 1
        if dated:
            self.begun += 1

    def place(self) -> None:
        """Count a report that joins a story, or begins one."""
        self.placed += 1
        if self.placed > 1_000:
            self.placed, self.fresh = self.placed / 2, self.fresh / 2

    def stream(self) -> Stream:
        """Return what the stream is like, as far as it is known."""
        pace = (self.begun + BUSY_DAYS * BUSY) / (self.days + BUSY_DAYS)
        fresh = (self.fresh + MOSTLY_NEW * MOSTLY) / (self.placed + MOSTLY)
        return Stream(math.log(pace), math.log(max(0.05, fresh)))
