"""What every output shows of a reading, as words taken from the text: one line a fact.

Terminal, Markdown, HTML and the desk lay out the same lines; none of them makes up words. A line
keeps the spans it stands on, so that each output can lead back to the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.reading.names.gazetteer import countries
from dateline.records import (
    DossierSet,
    Figure,
    Page,
    Person,
    Place,
    Reading,
    ReadReport,
    Record,
    Report,
    Statement,
    StoryPlace,
    TimeExpression,
)
from dateline.show.dates import bound_of, day_label, value_label, when_of
from dateline.show.values import value_of
from dateline.text import Span, hull, without_entities

GAP = " … "
UNKNOWN_SPEAKER = "speaker not named"


def words_of(text: str, spans: Iterable[Span]) -> str:
    """Return the words of spans on one line, entities decoded, a gap shown as an ellipsis."""
    pieces = [" ".join(without_entities(span.of(text)).split()) for span in spans]
    return GAP.join(piece for piece in pieces if piece)


class StatementLine(Record, frozen=True, kw_only=True):
    """A statement to show: who, in which role, with which cue, what."""

    speaker: str
    speaker_id: str | None
    named: bool
    """Whether the speaker is a resolved person or organisation."""
    role: str | None
    cue: str
    content: str
    style: str
    kind: str
    polarity: str
    via: str
    candidates: tuple[str, ...]
    spans: tuple[Span, ...]
    source: tuple[Span, ...]
    cue_spans: tuple[Span, ...]


class FigureLine(Record, frozen=True, kw_only=True):
    """A figure to show: its words, what it measures, on what basis and whose word."""

    words: str
    value: str
    unit: str | None
    measure: str
    subject: str
    basis: str | None
    speaker: str | None
    as_of: str | None
    span: Span
    measure_spans: tuple[Span, ...]
    basis_spans: tuple[Span, ...]

    @property
    def unclear(self) -> bool:
        """Whether it is not known what is measured; of an age it always is."""
        return not self.measure and not (self.unit or "").endswith(" of age")


class PersonLine(Record, frozen=True, kw_only=True):
    """A person to show: name, roles and relations as the text states them."""

    id: str
    name: str
    roles: tuple[tuple[str, Span], ...]
    relations: tuple[tuple[str, str, Span], ...]
    """Triples of the relation's word, the other person's name, and where it is said."""
    age: int | None
    mentions: tuple[Span, ...]


class TimeLine(Record, frozen=True, kw_only=True):
    """A time expression to show: its words, what they were resolved to, and from what."""

    when: str
    words: str
    span: Span
    told_from: str | None
    """What it was resolved from in words, None when its own words say it all."""
    anchor: Span | None
    """The earlier expression it was resolved from."""


def role_of(person: Person, text: str) -> str | None:
    """Return the role in which the text brings a person in: its first that is not a former one."""
    roles = sorted(person.roles, key=lambda role: (role.former, role.start))
    return words_of(text, [Span(roles[0].start, roles[0].end)]) if roles else None


def statement_line(statement: Statement, reading: Reading, text: str) -> StatementLine:
    """Return a statement as it is shown."""
    person = next((item for item in reading.people if item.id == statement.speaker), None)
    source = words_of(text, statement.antecedent or statement.source)
    name = reading.name_of(statement.speaker)
    return StatementLine(
        speaker=name or source or UNKNOWN_SPEAKER,
        speaker_id=statement.speaker,
        named=name is not None,
        role=role_of(person, text) if person else None,
        cue=words_of(text, statement.cue),
        content=words_of(text, statement.content),
        style=statement.style,
        kind=statement.kind,
        polarity=statement.polarity,
        via=words_of(text, statement.via),
        candidates=tuple(filter(None, map(reading.name_of, statement.candidates))),
        spans=statement.content,
        source=statement.source,
        cue_spans=statement.cue,
    )


def figure_line(figure: Figure, reading: Reading, text: str) -> FigureLine:
    """Return a figure as it is shown."""
    speaker = None
    if figure.statement is not None and figure.statement < len(reading.statements):
        line = statement_line(reading.statements[figure.statement], reading, text)
        speaker = line.speaker if line.named or line.source else None
    span = Span(figure.start, figure.end)
    words = words_of(text, [span])
    return FigureLine(
        words=words,
        value=value_of(figure, words),
        unit=figure.unit,
        measure=words_of(text, figure.measure),
        subject=words_of(text, figure.subject),
        basis=figure.basis,
        speaker=speaker,
        as_of=figure.as_of,
        span=span,
        measure_spans=figure.measure,
        basis_spans=figure.basis_span,
    )


def person_line(person: Person, reading: Reading, text: str) -> PersonLine:
    """Return a person as shown; a role repeated in the text is shown once."""
    roles: dict[str, tuple[str, Span]] = {}
    for role in person.roles:
        span = Span(role.start, role.end)
        roles.setdefault(words_of(text, [span]).casefold(), (words_of(text, [span]), span))
    return PersonLine(
        id=person.id,
        name=person.name,
        roles=tuple(roles.values()),
        relations=tuple(
            (kin.text, reading.name_of(kin.to) or kin.to, Span(kin.start, kin.end))
            for kin in person.relations
        ),
        age=person.age,
        mentions=person.mentions,
    )


def outlet_of(report: Report) -> str:
    """Return the name under which a report is cited."""
    return report.cited_as or "outlet not known"


def country_of(place: Place | StoryPlace) -> str:
    """Return the country a place lies in, as it is called; what else it is where it has none."""
    if place.country is None:
        located = place.lat is not None and place.kind is not None
        return place.kind or "" if located else "country not known"
    known = countries().get(place.country)
    name = known.name if known else place.country
    return "" if name == place.name else name


def label_of(page: Page) -> str:
    """Return what a page is called in a heading: no more of a path on this machine than its end."""
    name = name_of(page)
    return name.rpartition("/")[2] if page.path and name.startswith("/") else name


def time_line(time: TimeExpression, report: Report, text: str) -> TimeLine:
    """Return a time expression as shown."""
    span = Span(time.start, time.end)
    told_from = None
    if time.anchor == "published" and report.published:
        told_from = f"publication, {day_label(report.published[:10])}"
    elif time.anchor == "text" and time.anchor_span is not None:
        told_from = f"“{words_of(text, [time.anchor_span])}”"
    when = when_of(time) if time.from_ else value_label(time)
    if bound := bound_of(time, report.published):
        when = f"{bound} {when}"
    return TimeLine(
        when=when,
        words=words_of(text, [span]),
        span=span,
        told_from=told_from,
        anchor=time.anchor_span if time.anchor == "text" else None,
    )


def facts_of(report: Report) -> list[tuple[str, str]]:
    """Return what is known about a report, as pairs of label and value."""
    facts = [
        ("by", ", ".join(report.authors)),
        ("agency", report.agency or ""),
        ("outlet", report.outlet or ""),
        ("publisher", report.publisher or ""),
        ("place", report.place or ""),
        ("published", _published(report)),
        ("updated", day_label(report.updated) if report.updated else ""),
        ("version", report.version or ""),
        ("reading time", f"{report.reading_minutes} min" if report.reading_minutes else ""),
        ("text", "cut off" if report.truncated else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _published(report: Report) -> str:
    if report.published is None:
        return "date not known" if report.kind == "article" else ""
    label = day_label(report.published)
    match report.published_basis:
        case "page":
            return f"{label} (the page's date)"
        case "given":
            return f"{label} (as given)"
        case _:
            return label


def name_of(page: Page) -> str:
    """Return what a page is called: its path, its address or its id."""
    return page.path or page.url or page.id


def reads_of(dossiers: DossierSet) -> Mapping[str, ReadReport]:
    """Map report ids to reports with their readings."""
    return {read.report.id: read for read in dossiers.reads}


def models_of(dossiers: DossierSet) -> str:
    """Return the language models that the readings were made with."""
    names = dict.fromkeys(reading.model for reading in dossiers.readings if reading.model)
    return ", ".join(names)


def set_apart(page: Page) -> Mapping[str, int]:
    """Count the parts of a page that belong to no report's body, by kind."""
    kinds = ("promo", "copyright", "caption", "credit", "other")
    counts = {kind: sum(part.kind == kind for part in page.parts) for kind in kinds}
    return {kind: count for kind, count in counts.items() if count}


def covers(spans: Sequence[Span]) -> Span | None:
    """Return the stretch from the first to the last of the spans, or None without one."""
    return hull(spans) if spans else None
