"""What any reader of news pages knows about the wire: agencies, datelines, versions, bylines."""

from dateline.intake.wire.agencies import Agency, agency_named, agency_of_marks
from dateline.intake.wire.bylines import Author, authors_in, byline_agency_in, is_name
from dateline.intake.wire.datelines import WireDateline, lone_dateline_of, wire_dateline_of
from dateline.intake.wire.versions import WireVersion, wire_version_of, without_version

__all__ = [
    "Agency",
    "Author",
    "WireDateline",
    "WireVersion",
    "agency_named",
    "agency_of_marks",
    "authors_in",
    "byline_agency_in",
    "is_name",
    "lone_dateline_of",
    "wire_dateline_of",
    "wire_version_of",
    "without_version",
]
