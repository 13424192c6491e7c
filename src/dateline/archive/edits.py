"""What a person can set right by hand; each edit is kept and respected from then on."""

from __future__ import annotations

from dateline.records import NameKind, Record


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


class Same(Record, frozen=True, kw_only=True, tag="same"):
    """Make one of names of a kind; the first is how it is shown, unless it is called otherwise."""

    kind: NameKind
    names: tuple[str, ...]


class Apart(Record, frozen=True, kw_only=True, tag="apart"):
    """Let a name that was made one with others stand for itself again."""

    kind: NameKind
    name: str


class Call(Record, frozen=True, kw_only=True, tag="call"):
    """Call who or what bears a name otherwise; None goes back to its own name."""

    kind: NameKind
    name: str
    called: str | None


StoryEdit = Split | Merge | Rename | MarkRead
NameEdit = Same | Apart | Call
Edit = StoryEdit | NameEdit


class Edited(Record, frozen=True, kw_only=True):
    """The stories as they are called after an edit: for a split the old and the new one."""

    stories: tuple[str, ...]
    """After an edit of names those that name one of them."""
    names: tuple[str, ...] = ()
    """After an edit of names those that are one, as it is shown first."""
