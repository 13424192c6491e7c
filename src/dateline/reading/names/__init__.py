"""People, organisations and places of a passage, with roles, relations and who is meant where."""

from dateline.reading.names.reader import names_in
from dateline.reading.names.result import Names

__all__ = ["Names", "names_in"]
