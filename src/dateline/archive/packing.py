"""Records as they lie in the archive: JSON, compressed."""

from __future__ import annotations

import hashlib
import zlib
from typing import TypeVar

import msgspec

from dateline.records import Record

_RecordType = TypeVar("_RecordType", bound=Record)

_QUICK = 1
_THOROUGH = 6


def packed(record: Record) -> bytes:
    """Return a record as compressed JSON."""
    return zlib.compress(msgspec.json.encode(record), _QUICK)


def unpacked(data: bytes, kind: type[_RecordType]) -> _RecordType:
    """Return the record that was packed."""
    return msgspec.json.decode(zlib.decompress(data), type=kind)


def packed_bytes(data: bytes) -> bytes:
    """Return bytes compressed as well as zlib can in reasonable time."""
    return zlib.compress(data, _THOROUGH)


def unpacked_bytes(data: bytes) -> bytes:
    """Return bytes that were packed."""
    return zlib.decompress(data)


def sha256_of(data: bytes) -> str:
    """Return the digest by which original bytes are kept."""
    return hashlib.sha256(data).hexdigest()
