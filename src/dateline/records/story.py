"""What stories bring together: reports of one thing, and all they say side by side."""

from __future__ import annotations

from typing import Literal

from dateline.records.base import Record
from dateline.records.page import Page
from dateline.records.reading import Bound, PlaceKind, Precision, Reading, Status
from dateline.text import Span

Verdict = Literal["agree", "differ", "updated", "single"]
Relation = Literal["agree", "update", "conflict"]
NameKind = Literal["person", "organisation", "place"]


class FigureEntry(Record, frozen=True, kw_only=True):
    """One report's figure in a row of the figure board."""

    report: str
    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "="
    unit: str | None = None
    basis: str | None = None
    speaker: str | None = None
    """The words that name whose figure it is, as the report gives them."""
    as_of: str | None = None
    measure: tuple[Span, ...] = ()
    vague: bool = False
    moves: bool = False
    copy_of: str | None = None
    """The report this entry's report copies; copies count once."""


class FigureRelation(Record, frozen=True, kw_only=True):
    """How two entries of a row stand to each other, and why."""

    a: int
    b: int
    relation: Relation
    reason: str


class FigureRow(Record, frozen=True, kw_only=True):
    """Figures of a story that measure the same thing."""

    measure: str
    unit: str | None
    entries: tuple[FigureEntry, ...]
    verdict: Verdict
    reason: str | None = None
    relations: tuple[FigureRelation, ...] = ()


class PageSpan(Record, frozen=True, kw_only=True):
    """A span with the page and report it belongs to."""

    page: str
    report: str
    start: int
    end: int


class TimelineEntry(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A happening of a story, with every report that tells it."""

    from_: str | None
    to: str | None
    precision: Precision | None
    status: Status
    span: PageSpan
    sources: tuple[PageSpan, ...] = ()
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    conflict: bool = False
    """Whether reports date the same happening differently."""
    other_dates: tuple[str, ...] = ()
    """Where they do: the first days that other reports give for it."""
    mod: Literal["START", "MID", "END"] | None = None
    """Which part of the interval is meant: ``early``, ``mid`` or ``late``."""
    superseded: bool = False
    """Whether the text says that this date no longer holds (``originally scheduled for``)."""
    by_dateline: bool = False
    """Whether no words date it: the lead tells it in the past tense on the day of the report."""
    claimed: bool = False
    """Whether it stands only inside a statement: someone says so."""


class StatementRef(Record, frozen=True, kw_only=True):
    """A statement of a report, by index; ``copies`` are the same words in other reports."""

    report: str
    index: int
    speaker: str | None = None
    """Id of the story's person or organisation."""
    copies: tuple[tuple[str, int], ...] = ()


class StoryPerson(Record, frozen=True, kw_only=True):
    """One person across the reports of a story."""

    id: str
    name: str
    members: tuple[tuple[str, str], ...]
    """Pairs of report id and person id."""
    variants: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why names that are not alike were joined."""
    by_hand: bool = False
    """Whether the name shown, or that names were joined, was set right by hand."""


class StoryPlace(Record, frozen=True, kw_only=True):
    """One place across the reports of a story."""

    id: str
    name: str
    members: tuple[tuple[str, str], ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: PlaceKind | None = None
    by_hand: bool = False
    """Whether the name shown, or that names were joined, was set right by hand."""


class Placement(Record, frozen=True, kw_only=True):
    """Why a report stands in its story."""

    report: str
    story: str
    score: float | None = None
    runner_up: float | None = None
    shared_names: tuple[str, ...] = ()
    shared_terms: tuple[str, ...] = ()
    days_apart: float | None = None
    copy_of: str | None = None
    """The report this one is a wire copy or near-duplicate of."""
    version_of: str | None = None
    """The report this one is a later version of."""
    by_hand: bool = False
    jaccard: float | None = None
    """The estimated share of word runs it has in common with the report that ``copy_of`` or
    ``version_of`` names, where it was placed as a near-duplicate of that, without a score."""


class Story(Record, frozen=True, kw_only=True):
    """Reports of one event."""

    id: str
    headline: str | None
    reports: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    placements: tuple[Placement, ...] = ()


class Dossier(Record, frozen=True, kw_only=True):
    """A story laid out: everything its reports say, each item pointing at its words."""

    story: Story
    timeline: tuple[TimelineEntry, ...] = ()
    agenda: tuple[TimelineEntry, ...] = ()
    statements: tuple[StatementRef, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    people: tuple[StoryPerson, ...] = ()
    organisations: tuple[StoryPerson, ...] = ()
    places: tuple[StoryPlace, ...] = ()


class DossierSet(Record, frozen=True, kw_only=True):
    """All pages of one call with their readings, and the stories they fall into."""

    pages: tuple[Page, ...]
    readings: tuple[Reading, ...]
    """One per report, in the order of pages and reports."""
    dossiers: tuple[Dossier, ...]

    def _repr_html_(self) -> str:
        """Show the record in a notebook."""
        from dateline.show.notebook import dossiers_html

        return dossiers_html(self)
