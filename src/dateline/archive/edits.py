"""What a person can set right by hand; each edit is kept and respected from then on."""

from __future__ import annotations

from dateline.records import Record


class Split(Record, frozen=True, kw_only=True, tag="split"):
    """Take reports out of their story and make them one of their own."""

    story: str
    reports: tuple[str, ...]


class Merge(Record, frozen=True, kw_only=True, tag="merge"):
    """Make one story of several; the first keeps its id."""

    stories: tuple[str, ...]


class Rename(Record, frozen=True, kw_only=True, tag="rename"):
    """Give a story a headline of one's own; None goes back to its reports' headline."""

    story: str
    headline: str | None


class MarkRead(Record, frozen=True, kw_only=True, tag="read"):
    """Mark a story, with all copies in it, as read or unread."""

    story: str
    read: bool = True


Edit = Split | Merge | Rename | MarkRead


class Edited(Record, frozen=True, kw_only=True):
    """The stories as they are called after an edit: for a split the old and the new one."""

    stories: tuple[str, ...]
