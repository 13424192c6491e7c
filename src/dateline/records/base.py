"""What all records are."""

from __future__ import annotations

import msgspec

SCHEMA = "dateline/1"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records: frozen, fields given by name."""
