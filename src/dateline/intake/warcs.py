"""Whether a web archive (ISO 28500) ends where it should, which its reader does not tell."""

from __future__ import annotations

import re
import zlib
from typing import IO, Literal

Ending = Literal["whole", "cut", "later"]
"""``cut``: the record that was asked about is not whole; ``later``: one behind it is not."""

_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d+)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_LONGEST_HEADER = 1 << 16
_BLOCK = 1 << 16
"""Small: what is left of a block is copied for every part that begins in it."""


def ending_of(stream: IO[bytes], start: int) -> Ending:
    """Tell how an archive ends, from its last record that was read, at ``start``, on.

    Of archives packed as one whole, records have no place of their own: all of it is looked at.
    """
    magic = _at(stream, start)
    if start and magic not in (b"\x1f\x8b", b"WA"):
        start, magic = 0, _at(stream, 0)
    if magic == b"\x1f\x8b":
        return _zipped_ending(stream)
    return _plain_ending(stream, start) if magic == b"WA" else "whole"


def _at(stream: IO[bytes], place: int) -> bytes:
    stream.seek(place)
    magic = stream.read(2)
    stream.seek(place)
    return magic


def _zipped_ending(stream: IO[bytes]) -> Ending:
    """Tell whether each part from here on is whole: a part is a record as a rule."""
    ending: Ending = "cut"
    data = stream.read(_BLOCK)
    while data.strip(b"\0"):
        part = zlib.decompressobj(wbits=31)
        while not part.eof and data:
            rest = data
            try:
                while rest:
                    part.decompress(rest, _BLOCK)
                    rest = part.unconsumed_tail
            except zlib.error:
                return ending
            data = b"" if part.eof else stream.read(_BLOCK)
        if not part.eof:
            return ending
        ending = "later"
        data = part.unused_data or stream.read(_BLOCK)
    return "whole"


def _plain_ending(stream: IO[bytes], start: int) -> Ending:
    size = stream.seek(0, 2)
    ending: Ending = "cut"
    while start < size:
        stream.seek(start)
        head = stream.read(_LONGEST_HEADER)
        if not b"WARC/".startswith(head[:5]) and not head.startswith(b"WARC/"):
            # Of another make, or nothing but padding: nobody can say.
            break
        end = head.find(b"\r\n\r\n")
        length = _LENGTH.search(head[:end]) if end >= 0 else None
        if length is None:
            return ending if end < 0 and len(head) < _LONGEST_HEADER else "whole"
        start += end + 4 + int(length[1])
        if start > size:
            return ending
        ending = "later"
        stream.seek(start)
        gap = stream.read(4)
        start += len(gap) - len(gap.lstrip(b"\r\n"))
    return "whole"
