"""What an archive answers: small records, each leading back to a page and its characters."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dateline.records import (
    Figure,
    FigureRow,
    Happening,
    NameKind,
    PageSpan,
    Placement,
    ReadReport,
    Record,
    Role,
    Statement,
    Story,
    TimeExpression,
)
from dateline.text import Span


class Added(Record, frozen=True, kw_only=True):
    """What came of adding a page; once it is returned, it is kept for good."""

    page: str
    new: bool
    """False when the archive had the page already: nothing was changed."""
    version_of: str | None = None
    """The page this one is a later version of (same address)."""
    version: int = 1
    placements: tuple[Placement, ...] = ()
    new_stories: tuple[str, ...] = ()


class PageInfo(Record, frozen=True, kw_only=True):
    """What is known of a kept page besides what it says."""

    id: str
    url: str | None
    path: str | None
    added: str
    sha256: str | None
    """The digest of the original bytes, when they were kept."""
    version: int
    version_of: str | None
    newer: str | None
    """The version that came after this one."""


class StorySummary(Record, frozen=True, kw_only=True):
    """One line of the front page."""

    id: str
    headline: str | None
    """The headline of its reports that stands for it, or the one given by hand."""
    named: bool
    """Whether the headline was given by hand."""
    first: str | None
    last: str | None
    added: str
    changed: str
    """When the archive last learned something about it."""
    reports: int
    originals: int
    """Reports that are neither copies nor later versions of others."""
    sources: int
    """Newsrooms behind those: outlets, wire copy counted for its agency."""
    outlets: tuple[str, ...]
    unread: bool


class FrontLine(Record, frozen=True, kw_only=True):
    """A story on the front page."""

    summary: StorySummary
    new_reports: int
    """Reports added since the instant asked about."""
    disputed: tuple[FigureRow, ...] | None
    """Rows of figures that differ; None when the story has not been laid out yet."""


class StoryFile(Record, frozen=True, kw_only=True):
    """A story with all its reports, in order of publication."""

    summary: StorySummary
    story: Story
    reads: tuple[ReadReport, ...]
    change: int
    """Number of the last change to its reports, or by hand to a name in them."""


class Hit(Record, frozen=True, kw_only=True):
    """A report that was found. All spans are of the page's text."""

    report: str
    page: str
    story: str
    kind: str
    headline: str | None
    outlet: str | None
    published: str | None
    snippet: Span | None
    snippet_text: str
    """The words of ``snippet``."""
    marks: tuple[Span, ...]
    """What was asked for, where it stands."""


class SearchResults(Record, frozen=True, kw_only=True):
    """Hits, newest first; ``total`` is counted up to a limit."""

    query: str
    hits: tuple[Hit, ...]
    total: int
    at_least: bool = False
    """Whether there are more than ``total``."""


class Said(Record, frozen=True, kw_only=True):
    """One statement of someone, with its report."""

    read: ReadReport
    index: int
    called: str | None = None
    """How the speaker is shown, where a hand has set that right."""

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.read.reading.statements[self.index]


class RoleSeen(Record, frozen=True, kw_only=True):
    """A role as a report states it."""

    where: PageSpan
    words: str
    role: Role
    published: str | None
    since: str | None = None
    """When the oldest report looked at that states it was published."""


class Spelling(Record, frozen=True, kw_only=True):
    """A name as reports give it."""

    name: str
    reports: int
    statements: int


class Known(Record, frozen=True, kw_only=True):
    """A person, organisation or place by one name, over all reports."""

    name: str
    kind: NameKind
    reports: int
    statements: int
    last: str | None
    """The newest report's publication date."""
    by_hand: bool = False
    """Whether the name was set right by hand."""
    spellings: tuple[Spelling, ...] = ()
    """Where it was: the names that are one, as reports give them."""


class Who(Record, frozen=True, kw_only=True):
    """All the archive has on a name: which names it may be, roles and what was said, newest first.

    Two people of one name are not told apart; names are shown as the reports give them, unless a
    hand has set them right.
    """

    query: str
    names: tuple[Known, ...]
    roles: tuple[RoleSeen, ...]
    said: tuple[Said, ...]
    stories: tuple[StorySummary, ...]


class FigureSeen(Record, frozen=True, kw_only=True):
    """A figure with its report."""

    read: ReadReport
    index: int

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.read.reading.figures[self.index]


class Dated(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A dated clause or time expression with its report; half-open interval."""

    read: ReadReport
    kind: Literal["happening", "time"]
    index: int
    from_: str
    to: str | None
    status: str | None

    @property
    def entry(self) -> Happening | TimeExpression:
        """The happening or time expression itself."""
        reading = self.read.reading
        return (
            reading.happenings[self.index]
            if self.kind == "happening"
            else reading.times[self.index]
        )

    @property
    def span(self) -> Span:
        """Where it stands in the page's text."""
        return Span(self.entry.start, self.entry.end)


class StoryChanges(Record, frozen=True, kw_only=True):
    """What is new in one story since an instant."""

    summary: StorySummary
    new_story: bool
    new_reports: tuple[str, ...]


class StoryBrief(Record, frozen=True, kw_only=True):
    """What the new reports of a story add."""

    summary: StorySummary
    new_story: bool
    reports: tuple[ReadReport, ...]
    copies: tuple[str, ...]
    """Those of them that are copies of others."""
    said: tuple[Said, ...]
    figures: tuple[FigureRow, ...]
    """Figures by which new reports differ from earlier ones, or bring them up to date."""
    to_come: tuple[Dated, ...]
    """Dates that are still ahead."""


class FetchRecord(Record, frozen=True, kw_only=True):
    """One visit to an address, for polite polling and for the record."""

    url: str
    at: str
    status: int | None = None
    """HTTP status, None when there was no answer."""
    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    page: str | None = None
    """The page it gave."""
    error: str | None = None
    retry_at: str | None = None
    """The earliest instant the server wants to be asked again."""


class Forgotten(Record, frozen=True, kw_only=True):
    """What was removed."""

    page: str
    reports: int
    stories: tuple[str, ...]
    """Stories that lost a report; those without any left are gone."""


class PlacedRead(NamedTuple):
    """A report as read, and its place among the others."""

    read: ReadReport
    story: str | None
    copy_of: str | None
    version_of: str | None
