"""Content codings taken off with a limit, so that a bomb is cut off and never unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

import brotli
import zstandard

from dateline.errors import DatelineError

ACCEPTED = "gzip, deflate, br, zstd"
_STEP = 1 << 20


class TooLargeError(DatelineError):
    """A body is longer than allowed."""


class CodingError(DatelineError):
    """A body is not in the coding its headers name."""


class _Decoder(Protocol):
    def pieces(self, data: bytes) -> Iterator[bytes]: ...


class _Plain:
    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Zlib:
    """Gzip and deflate, with or without the zlib header."""

    def __init__(self, *, gzip: bool) -> None:
        self._gzip = gzip
        self._inner = zlib.decompressobj(zlib.MAX_WBITS | 16 if gzip else zlib.MAX_WBITS)
        self._fresh = True

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while data:
            try:
                out = self._inner.decompress(data, _STEP)
            except zlib.error:
                if not self._fresh or self._gzip:
                    raise
                self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
                out = self._inner.decompress(data, _STEP)
            self._fresh = False
            yield out
            data = self._inner.unconsumed_tail


class _Brotli:
    def __init__(self) -> None:
        self._inner = brotli.Decompressor()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield self._inner.process(data, output_buffer_limit=_STEP)
        while not self._inner.can_accept_more_data():
            yield self._inner.process(b"", output_buffer_limit=_STEP)


class _Zstd:
    def __init__(self) -> None:
        # RFC 8878 asks decoders of web content to stop at windows of more than 8 MB.
        self._inner = zstandard.ZstdDecompressor(max_window_size=1 << 23).decompressobj()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        # Small steps in keep the steps out small: zstd packs at most about 30,000 to one.
        for start in range(0, len(data), 64):
            yield self._inner.decompress(data[start : start + 64])


def _decoder(coding: str) -> _Decoder:
    match coding:
        case "" | "identity":
            return _Plain()
        case "gzip" | "x-gzip":
            return _Zlib(gzip=True)
        case "deflate":
            return _Zlib(gzip=False)
        case "br":
            return _Brotli()
        case "zstd":
            return _Zstd()
    raise CodingError(f"the body is in the unknown coding {coding!r}")


def decoded_body(chunks: Iterable[bytes], coding: str, limit: int) -> bytes:
    """Return a body with its content codings taken off.

    Raises TooLargeError as soon as more than ``limit`` bytes come out, CodingError for damaged
    data.
    """
    codings = [item.strip().lower() for item in coding.split(",")][::-1]
    if len(codings) > 2:
        raise CodingError("the body is packed more than twice")
    decoders = [_decoder(item) for item in codings]
    out = bytearray()
    try:
        for chunk in chunks:
            for piece in _through(decoders, chunk):
                out += piece
                if len(out) > limit:
                    raise TooLargeError(f"the body has more than {limit / 1e6:.0f} MB")
    except (zlib.error, brotli.error, zstandard.ZstdError) as error:
        raise CodingError(f"the body is damaged ({error})") from error
    return bytes(out)


def _through(decoders: list[_Decoder], chunk: bytes) -> Iterator[bytes]:
    if not decoders:
        yield chunk
        return
    for piece in decoders[0].pieces(chunk):
        yield from _through(decoders[1:], piece)
