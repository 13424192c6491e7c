"""Dateline's own story grouping as an archive's placer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.archive.placing import Placer
from dateline.pipeline import item_of
from dateline.records import Placement, ReadReport
from dateline.story.grouping import Grouper


class _Grouped:
    def __init__(self, grouper: Grouper) -> None:
        self._grouper = grouper

    def place(self, read: ReadReport) -> Placement:
        return self._grouper.place(item_of(read))

    def split(self, story: str, reports: Sequence[str]) -> str:
        return self._grouper.split(story, reports)

    def merge(self, stories: Sequence[str]) -> str:
        return self._grouper.merge(stories)

    def forget(self, report: str) -> None:
        self._grouper.forget(report)

    def state(self) -> bytes:
        return self._grouper.state()


def grouped(state: bytes | None) -> Placer:
    """Return story grouping that goes on from a kept state, or begins."""
    return _Grouped(Grouper() if state is None else Grouper.from_state(state))
