"""Reports as IPTC ninjs 3.0 (News in JSON)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import ReadReport, Record
from dateline.show.feeds import stamp
from dateline.show.views import words_of


class Standard(Record, frozen=True, kw_only=True):
    """The version of the standard."""

    name: str
    version: str
    schema: str


class Valued(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A headline, body or other identifier with its role."""

    role: str
    value: str
    contentType: str | None = None  # noqa: N815


class Mentioned(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A person, organisation or place."""

    name: str
    rel: str | None = None
    literal: str | None = None


class NinjsItem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A news item as ninjs names its fields."""

    uri: str
    standard: Standard
    type: str
    versionCreated: str  # noqa: N815
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
    infoSources: Sequence[Mentioned] = ()  # noqa: N815
    altIds: Sequence[Valued] = ()  # noqa: N815


def ninjs_item(read: ReadReport, *, language: str | None = None) -> NinjsItem:
    """Return a report as a ninjs item; the body is the report's own text, a line a paragraph."""
    report, reading = read.report, read.reading
    body = "\n".join(words_of(read.text, [span]) for span in report.body)
    return NinjsItem(
        uri=f"urn:dateline:report:{report.id}",
        standard=Standard(
            name="ninjs",
            version="3.0",
            schema="https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
        ),
        type="text",
        versionCreated=stamp(report.updated or report.published),
        language=language,
        contentCreated=stamp(report.published) if report.published else None,
        by=", ".join(report.authors) or None,
        located=report.place,
        copyrightHolder=report.publisher,
        headlines=[Valued(role="main", value=report.headline)] if report.headline else [],
        bodies=[Valued(role="main", contentType="text/plain", value=body)] if body else [],
        people=[Mentioned(name=item.name, rel="mentions") for item in reading.people],
        organisations=[
            Mentioned(name=item.name, rel="mentions", literal=item.acronym)
            for item in reading.organisations
        ],
        places=[
            Mentioned(
                name=item.name,
                rel="mentions",
                literal=f"geonames:{item.geonames}" if item.geonames else None,
            )
            for item in reading.places
        ],
        infoSources=[
            Mentioned(name=name, rel=rel)
            for name, rel in ((report.agency, "agency"), (report.outlet, "publisher"))
            if name
        ],
        altIds=[Valued(role="url", value=report.url)] if report.url else [],
    )
