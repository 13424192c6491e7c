"""What reading finds in a report: statements, figures, times, names, places, happenings."""

from __future__ import annotations

from typing import Literal

from dateline.records.base import Record
from dateline.records.page import Note, Report
from dateline.text import Span

Style = Literal["direct", "indirect", "mixed"]
CueKind = Literal[
    "says", "writes", "asks", "denies", "believes", "plans", "wants", "feels", "shows", "acts"
]
Polarity = Literal["asserts", "denies", "questions", "hedges"]
Bound = Literal["=", "<", ">", "~", "up", "down", "range"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Precision = Literal[
    "second", "minute", "hour", "part_of_day", "day", "week", "weekend", "month", "season",
    "quarter", "half_year", "year", "decade", "century", "range",
]  # fmt: skip
Status = Literal["past", "ongoing", "scheduled", "planned", "conditional"]
PlaceKind = Literal["country", "state", "region", "city", "sea", "seat"]
_SPOKEN = frozenset({"says", "writes", "asks", "denies", "shows"})


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
    antecedent: tuple[Span, ...] = ()
    """What a lone ``who`` or ``which`` in ``source`` stands for: ``the council, which said …``."""

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
