"""Reports as IPTC ninjs 3.0 (News in JSON).

The standard's times are instants: a day alone is written as its start in UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dateline.records import ReadReport, Record
from dateline.show.feeds import stamp
from dateline.show.iris import iri
from dateline.show.views import words_of


class Standard(Record, frozen=True, kw_only=True):
    """The version of the standard."""

    name: str
    version: str
    schema: str


class Valued(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A headline, a body or another identifier, with its role."""

    role: str
    value: str
    contentType: str | None = None  # noqa: N815


class Mentioned(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A person, organisation or place that the report names."""

    name: str
    rel: str
    uri: str | None = None
    literal: str | None = None


class InfoSource(Record, frozen=True, kw_only=True):
    """Who supplied the report."""

    name: str
    role: str


class NinjsItem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A news item as ninjs names its fields; what is not known is left out."""

    uri: str
    standard: Standard
    type: str
    versionCreated: str  # noqa: N815
    representationType: Literal["partial"] | None = None  # noqa: N815
    version: str | None = None
    language: str | None = None
    contentCreated: str | None = None  # noqa: N815
    by: str | None = None
    located: str | None = None
    copyrightHolder: str | None = None  # noqa: N815
    headlines: Sequence[Valued] = ()
    bodies: Sequence[Valued] = ()
    people: Sequence[Mentioned] = ()
    organisations: Sequence[Mentioned] = ()
    places: Sequence[Mentioned] = ()
    infoSources: Sequence[InfoSource] = ()  # noqa: N815
    altIds: Sequence[Valued] = ()  # noqa: N815


_STANDARD = Standard(
    name="ninjs", version="3.0", schema="http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#"
)


def ninjs_item(read: ReadReport, *, added: str, language: str | None = None) -> NinjsItem:
    """Return a report as a ninjs item; the body is the report's own text, a line a paragraph.

    ``added`` is the instant at which the archive took the report in.
    """
    report, reading = read.report, read.reading
    body = "\n".join(words_of(read.text, [span]) for span in report.body)
    names = [("dateline", report.id), ("url", report.url)]
    sources = [(report.agency, "agency"), (report.outlet, "outlet")]
    return NinjsItem(
        uri=iri("report", report.id),
        standard=_STANDARD,
        type="text",
        versionCreated=stamp(added),
        representationType="partial" if report.truncated or report.kind == "teaser" else None,
        version=report.version,
        language=language,
        contentCreated=stamp(report.published) if report.published else None,
        by=", ".join(report.authors) or None,
        located=report.place,
        copyrightHolder=report.publisher,
        headlines=[Valued(role="main", value=report.headline)] if report.headline else (),
        bodies=[Valued(role="main", contentType="text/plain", value=body)] if body else (),
        people=tuple(Mentioned(name=person.name, rel="mentions") for person in reading.people),
        organisations=tuple(
            Mentioned(name=item.name, rel="mentions", literal=item.acronym)
            for item in reading.organisations
        ),
        places=tuple(
            Mentioned(
                name=place.name,
                rel="mentions",
                uri=f"https://sws.geonames.org/{place.geonames}/" if place.geonames else None,
            )
            for place in reading.places
        ),
        infoSources=tuple(InfoSource(name=name, role=role) for name, role in sources if name),
        altIds=tuple(Valued(role=role, value=value) for role, value in names if value),
    )
