"""Damage: what is done to an input so that it may break a reader.

Some of it knows what inputs are made of (tags, entities, header fields, JSON values, numbers, gzip
members), so that what comes out is still nearly of its form; the rest is blind.
"""

# ruff: noqa: E501 (a table keeps what belongs together on a line)

from __future__ import annotations

import gzip
import random
import re
import zlib
from collections.abc import Callable, Sequence

Injury = Callable[[bytearray, random.Random], None]

_TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"<div>", b"<table>", b"<li>", b"<br>", b"<!--", b"]]>", b"<![CDATA[", b"<script>",
    b"&#x110000;", b"&nbsp;", b"&", b"&&amp;", b"&#0;", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc3", b"\xf4\x90\x80\x80",
    b"\r", b"\n\n\n", b"\t", b"   ", b"\xe2\x80\xa2 ", b"\xe2\x80\x8b", b"\xe2\x80\xae", b"\xf0\x9f\x9a\xa2", b"\xef\xbb\xbf",
    b"2031-13-45", b"31 February 2031", b"March 4, 20319:99 PM", b"0000-00-00T99:99", b"By ", b"By By By", b"(Reporting by ",
    b"\xc2\xa9", b"UPDATE 99999999999-", b"(AP) -- ", b"Photo: ", b"Read more: ", b"Most Read", b"\xe2\x80\x9c", b"\xe2\x80\x9d",
    b'"', b"'", b"9" * 400, b"[" * 300, b"(", b")", b'{"@type":', b"{", b"}", b"[", b"]", b":", b",", b"null", b"\\ud800", b"\\",
    b"\xd9\x85\xd8\xb1\xd8\xad", b"\xe4\xb8\xad\xe6\x96\x87\xe3\x80\x82", b"\xcc\x81" * 40, b"=?utf-8?q?=ff?=", b"=?x?b?AA?=", b"\r\n\r\n",
    b"\xd9\xa1\xd9\xa2", b"\xc2\xb2", b"\xef\xbc\x91", b"\xc4\xb0", b"\xc3\x9f", b"\xef\xac\x81", b"-", b"--", b"\xe2\x80\x93", b"/", b".", b"%", b"$",
    b"<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///none'>]>", b"&a;", b"OR", b"NOT ", b"figure>", b"since:", b"1e999", b"-0", b"NaN",
)  # fmt: skip
_NUMBERS = (
    b"0", b"-1", b"1", b"12", b"13", b"32", b"99", b"9999", b"1e400", b"2147483648", b"18446744073709551616", b"0x10",
    b"9" * 4301, b"\xd9\xa3", b"",
)  # fmt: skip
_VALUES = (
    b"null", b"true", b"[]", b"{}", b'""', b"0", b"-1e999", b"[[[[]]]]", b'{"name":{"name":1}}', b'"\\ud800"', b'["a",1,null]',
)  # fmt: skip
_TAGS = b"div p li ul table tr td a span h1 h2 script style title svg template time article blockquote item entry x:y".split()
_TAG = re.compile(rb"<[^<>]{1,300}>")
_NAME = re.compile(rb"(?<=<)/?[A-Za-z][\w:.-]*")
_ENTITY = re.compile(rb"&[#\w]{1,12};?")
_FIELD = re.compile(rb"(?m)^[A-Za-z][\w-]*:[^\r\n]*\r?\n")
_VALUE = re.compile(rb'"(?:[^"\\]|\\.){0,200}"|\b-?\d+\b|\bnull\b')
_NUMBER = re.compile(rb"\d+")
_LINE = re.compile(rb"(?m)^[^\n]*\n")
_WORD = re.compile(rb"\S+")
_GZIP = b"\x1f\x8b\x08"


def _stretch(data: bytearray, rng: random.Random) -> tuple[int, int]:
    at = rng.randrange(len(data) + 1)
    return at, min(len(data), at + rng.choice((1, 2, 4, 16, 64, 300)))


def _one(pattern: re.Pattern[bytes], data: bytearray, rng: random.Random) -> slice | None:
    """Return the place of one match, looked for from a random place on."""
    match = pattern.search(data, rng.randrange(len(data) + 1)) or pattern.search(data)
    return None if match is None else slice(*match.span())


def _delete(data: bytearray, rng: random.Random) -> None:
    a, b = _stretch(data, rng)
    del data[a:b]


def _repeat(data: bytearray, rng: random.Random) -> None:
    a, b = _stretch(data, rng)
    data[a:a] = data[a:b] * rng.choice((1, 1, 5, 50))


def _flip(data: bytearray, rng: random.Random) -> None:
    if data:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def _truncate(data: bytearray, rng: random.Random) -> None:
    del data[rng.randrange(len(data) + 1) :]


def _insert(data: bytearray, rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    data[at:at] = rng.choice(_TOKENS) * rng.choice((1, 1, 1, 3, 40))


def _strip(data: bytearray, rng: random.Random) -> None:
    data[:] = data.replace(rng.choice((b"\n", b" ", b"<", b">", b'"', b"\r")), b"")


def _breaks(data: bytearray, rng: random.Random) -> None:
    data[:] = data.replace(b"\n", rng.choice((b"\r\n", b"\r", b" ", b"\n\n")))


def _nest(data: bytearray, rng: random.Random) -> None:
    a, b = _stretch(data, rng)
    opening, closing = rng.choice(
        ((b"<div>", b"</div>"), (b"<b>", b"</b>"), (b"[", b"]"), (b'{"a":', b"}"), (b"(", b")"))
    )
    depth = rng.choice((1, 3, 60, 300))
    data[a:b] = opening * depth + data[a:b] + closing * depth


def _replaced(pattern: re.Pattern[bytes], choices: Sequence[bytes]) -> Injury:
    def injury(data: bytearray, rng: random.Random) -> None:
        place = _one(pattern, data, rng)
        if place is not None:
            data[place] = rng.choice(choices)

    return injury


def _moved(pattern: re.Pattern[bytes]) -> Injury:
    """Return an injury that deletes, doubles or swaps things of a kind."""

    def injury(data: bytearray, rng: random.Random) -> None:
        one = _one(pattern, data, rng)
        if one is None:
            return
        words = bytes(data[one])
        match rng.randrange(4):
            case 0:
                del data[one]
            case 1:
                data[one] = words * rng.choice((2, 2, 9, 60))
            case 2:
                at = rng.randrange(len(data) + 1)
                data[at:at] = words
            case _:
                other = _one(pattern, data, rng)
                if other is not None and other.start >= one.stop:
                    # The later one first, so that the earlier one's place still holds.
                    data[other], data[one] = words, data[other]

    return injury


_INJURIES: tuple[Injury, ...] = (
    _delete, _delete, _repeat, _flip, _flip, _truncate, _insert, _insert, _insert, _strip, _breaks, _nest,
    _moved(_TAG), _moved(_TAG), _moved(_FIELD), _moved(_LINE), _moved(_VALUE), _moved(_WORD),
    _replaced(_NAME, _TAGS), _replaced(_ENTITY, _TOKENS), _replaced(_VALUE, _VALUES),
    _replaced(_NUMBER, _NUMBERS),
)  # fmt: skip


def mutated(data: bytes, others: Sequence[bytes], rng: random.Random, longest: int) -> bytes:
    """Return the input with one to six injuries, at most ``longest`` bytes of it."""
    if data[:3] == _GZIP and rng.random() < 0.7 and (inner := _unpacked(data)) is not None:
        packed = gzip.compress(mutated(inner, others, rng, longest), 1, mtime=0)
        return packed[: rng.randrange(1, len(packed) + 1)] if rng.random() < 0.2 else packed
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        if others and rng.random() < 0.08:
            _splice(out, rng.choice(others), rng)
        else:
            rng.choice(_INJURIES)(out, rng)
        # What is doubled again and again would soon be all that time is spent on.
        del out[4 * longest :]
    return bytes(out[:longest])


def _splice(data: bytearray, other: bytes, rng: random.Random) -> None:
    a, b = _stretch(data, rng)
    at = rng.randrange(len(other) + 1)
    data[a:b] = other[at : at + rng.choice((10, 100, 1000))]


def _unpacked(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, 1 << 16)
    except zlib.error:
        return None


def grown(data: bytes, size: int) -> bytes:
    """Return the input with its middle repeated until it has about ``size`` bytes."""
    third = len(data) // 3
    middle = data[third : 2 * third]
    times = (size - len(data)) // max(1, len(middle))
    return data[:third] + middle * max(1, times) + data[2 * third :] if middle else data
