"""The vocabulary: every record Dateline passes on, keeps or shows.

Records are immutable and serialise to JSON without loss. An unknown value is ``None`` or empty,
never a filler. Offsets are half-open, in Unicode code points of the text of the page the record
belongs to (for `dateline annotate` and `read_text`: of the given text).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dateline.text import Span

SCHEMA = "dateline/1"

PartKind = Literal[
    "headline",
    "byline",
    "published",
    "reading_time",
    "dateline",
    "paragraph",
    "subhead",
    "caption",
    "credit",
    "copyright",
    "promo",
    "related_headline",
    "related_teaser",
    "other",
]
ReportKind = Literal["article", "teaser"]
DateBasis = Literal["stated", "page", "given"]
Style = Literal["direct", "indirect", "mixed"]
CueKind = Literal[
    "says", "writes", "asks", "denies", "believes", "plans", "wants", "feels", "shows", "acts"
]
_SPOKEN = frozenset({"says", "writes", "asks", "denies", "shows"})
Polarity = Literal["asserts", "denies", "questions", "hedges"]
Bound = Literal["=", "<", ">", "~", "up", "down", "range"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "second", "minute", "hour", "part_of_day", "day", "week", "weekend", "month", "season",
    "quarter", "half_year", "year", "decade", "century", "range",
]  # fmt: skip
Status = Literal["past", "ongoing", "scheduled", "planned", "conditional"]
Verdict = Literal["agree", "differ", "updated", "single"]
Relation = Literal["agree", "update", "conflict"]
PlaceKind = Literal["country", "state", "region", "city", "sea", "seat"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, fields given by name."""


class Note(Record, frozen=True, kw_only=True):
    """Something the reader has to be told: what is not known, not read or doubtful."""

    code: str
    """A stable short name, such as ``no-date`` or ``not-read-language``."""
    text: str
    """One plain sentence."""
    spans: tuple[Span, ...] = ()


class Part(Record, frozen=True, kw_only=True):
    """A stretch of a page and what it is."""

    kind: PartKind
    start: int
    end: int


class Evidence(Record, frozen=True, kw_only=True):
    """Where on the page each field of a report stands; empty where the field is unknown."""

    headline: tuple[Span, ...] = ()
    authors: tuple[Span, ...] = ()
    agency: tuple[Span, ...] = ()
    publisher: tuple[Span, ...] = ()
    outlet: tuple[Span, ...] = ()
    place: tuple[Span, ...] = ()
    published: tuple[Span, ...] = ()
    updated: tuple[Span, ...] = ()
    version: tuple[Span, ...] = ()
    reading_minutes: tuple[Span, ...] = ()


class Report(Record, frozen=True, kw_only=True):
    """One report on a page: the article, an entry of a live blog, or a teaser of another story."""

    id: str
    """Unique among all reports: the page's id, a dot, the report's number on the page."""
    kind: ReportKind
    headline: str | None = None
    authors: tuple[str, ...] = ()
    agency: str | None = None
    """The news agency whose wire copy this is (``Reuters``)."""
    publisher: str | None = None
    """Who holds the copyright, as the page names it."""
    outlet: str | None = None
    """The site, paper or channel that shows the report."""
    place: str | None = None
    """The place of the dateline, as written."""
    published: str | None = None
    """ISO 8601 date or date-time."""
    published_basis: DateBasis | None = None
    """``stated`` beside the report, taken from the ``page`` around it, or ``given`` by the user."""
    updated: str | None = None
    version: str | None = None
    """The wire's version mark as written (``UPDATE 2``, ``CORRECTED``)."""
    reading_minutes: int | None = None
    url: str | None = None
    truncated: bool = False
    """Whether the text is visibly cut off."""
    body: tuple[Span, ...] = ()
    """Paragraphs and sub-heads in order, without the wire's dateline."""
    subheads: tuple[Span, ...] = ()
    """Those spans of ``body`` that are sub-heads."""
    evidence: Evidence = Evidence()
    notes: tuple[Note, ...] = ()


class Page(Record, frozen=True, kw_only=True):
    """One page as it was read. For text dumps ``text`` is the decoded input, unchanged."""

    id: str
    path: str | None = None
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code, or None when it could not be told."""
    text: str
    parts: tuple[Part, ...] = ()
    """In order, not overlapping; white space between parts belongs to none."""
    reports: tuple[Report, ...] = ()
    notes: tuple[Note, ...] = ()

    def _repr_html_(self) -> str:
        """Show the record in a notebook."""
        from dateline.show.notebook import page_html

        return page_html(self)


class TextReport(Record, frozen=True, kw_only=True):
    """A report given as text; offsets are of ``text``, which may open with the headline."""

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    headline: str | None = None


class Statement(Record, frozen=True, kw_only=True):
    """One attribution: content, cue and source (PolNeAR; Newell, Margolin and Ruths, LREC 2018)."""

    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    style: Style
    kind: CueKind = "says"
    polarity: Polarity = "asserts"
    speaker: str | None = None
    """Id of the person or organisation of the same reading; None when it is not certain."""
    candidates: tuple[str, ...] = ()
    """Who it may be, when ``speaker`` is None."""
    via: tuple[Span, ...] = ()
    """Those who pass the statement on: ``the Interfax news service reported, citing …``."""

    @property
    def spoken(self) -> bool:
        """Whether it was said, written or shown, and is no stance, plan or act told by others."""
        return self.style != "indirect" or self.kind in _SPOKEN


class Figure(Record, frozen=True, kw_only=True):
    """One quantity in the text, with what it measures and on whose word."""

    start: int
    end: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound = "="
    change: Bound = "="
    """The bound or movement beside a range; equals ``bound`` for a plain value."""
    unit: str | None = None
    """``percent``, ``percentage point``, ISO 4217, a unit's name, or the counted noun."""
    unit_text: str | None = None
    measure: tuple[Span, ...] = ()
    """What is measured."""
    subject: tuple[Span, ...] = ()
    """Of whom or where."""
    as_of: str | None = None
    basis: str | None = None
    """How the number is known: ``exit poll``, ``preliminary``, ``officials``, ``police`` …"""
    basis_span: tuple[Span, ...] = ()
    statement: int | None = None
    """Index of the statement it stands in."""
    vague: bool = False
    """``dozens``, ``thousands``: the value is the least the word allows."""
    moves: bool = False
    """Whether it runs from ``low`` to ``high``: ``from five to seven years``."""


class TimeExpression(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A TIMEX3 expression (ISO-TimeML) resolved to a half-open interval where one exists."""

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    from_: str | None = None
    to: str | None = None
    precision: Precision | None = None
    anchor: Literal["published", "text", "self"] | None = None
    """What it was resolved from: the publication date, an earlier expression, its own words."""
    anchor_span: Span | None = None
    """The earlier expression, when ``anchor`` is ``text``."""


class Role(Record, frozen=True, kw_only=True):
    """A title or role as the text states it."""

    start: int
    end: int
    text: str
    organisation: str | None = None
    """Id of the organisation, when the text names it."""
    place: str | None = None
    """Id of the place, when the text names it."""
    former: bool = False


class Kinship(Record, frozen=True, kw_only=True):
    """A relation between two people that the text states (``predecessor``, ``nephew``)."""

    start: int
    end: int
    text: str
    to: str
    """Id of the other person: this person is the ``text`` of the other."""


class Person(Record, frozen=True, kw_only=True):
    """A person of one report under the fullest name the report gives."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    """Names and titles that stand for the person."""
    pronouns: tuple[Span, ...] = ()
    roles: tuple[Role, ...] = ()
    relations: tuple[Kinship, ...] = ()
    age: int | None = None
    age_span: Span | None = None


class Organisation(Record, frozen=True, kw_only=True):
    """An organisation of one report."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    acronym: str | None = None


class Place(Record, frozen=True, kw_only=True):
    """A place of one report, resolved by the packaged gazetteer where it can be."""

    id: str
    name: str
    mentions: tuple[Span, ...]
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    reason: str | None = None
    """Why this place of that name: ``only``, ``country named``, ``largest`` …"""
    kind: PlaceKind | None = None


class Happening(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A dated clause: what happened, or is to happen."""

    start: int
    end: int
    from_: str | None = None
    to: str | None = None
    precision: Precision | None = None
    status: Status = "past"
    verb: str | None = None
    """The verb's base form, for comparing happenings."""
    mod: Literal["START", "MID", "END"] | None = None
    """Which part of the interval is meant: ``early``, ``mid`` or ``late``."""
    superseded: bool = False
    """Whether the text says that this date no longer holds (``originally scheduled for``)."""
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    time: int | None = None
    """Index of the time expression; None when dated by the dateline alone."""
    statement: int | None = None


class Reading(Record, frozen=True, kw_only=True):
    """All that was read from one report: a pure function of text, publication date and settings."""

    id: str
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    places: tuple[Place, ...] = ()
    happenings: tuple[Happening, ...] = ()
    model: str | None = None
    """Name and version of the language model used."""
    notes: tuple[Note, ...] = ()

    def name_of(self, id: str | None) -> str | None:
        """Return the name of the person or organisation with that id, None without one."""
        person = next((item for item in self.people if item.id == id), None)
        if person is not None:
            return person.name
        return next((item.name for item in self.organisations if item.id == id), None)

    def _repr_html_(self) -> str:
        """Show the record in a notebook."""
        from dateline.show.notebook import reading_html

        return reading_html(self)


class ReadReport(Record, frozen=True, kw_only=True):
    """A report with its reading and the text both point into."""

    report: Report
    reading: Reading
    text: str
    page: str
    """The page's id."""


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


class StoryPlace(Record, frozen=True, kw_only=True):
    """One place across the reports of a story."""

    id: str
    name: str
    members: tuple[tuple[str, str], ...]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    kind: PlaceKind | None = None


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
