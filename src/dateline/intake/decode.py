"""Bytes → text: which charset a page is in, and text that can be carried on safely."""

from __future__ import annotations

import codecs
import contextlib
import re

from dateline.errors import InputError
from dateline.records import Note

MAX_BYTES = 64 * 1024 * 1024
"""The largest single page that is read; archives and feeds are read record by record."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_TEXT = bytes(n for n in range(32) if n not in b"\a\b\t\n\v\f\r\x1b")
"""Control characters that stand in no text."""
_BINARY_SHARE = 0.03
_SAMPLE = 65536


def checked_size(source: str, size: int) -> None:
    """Raise InputError when a page is empty or larger than `MAX_BYTES`."""
    if size == 0:
        raise InputError(source, "the file is empty.", remedy="Nothing can be read from it.")
    if size > MAX_BYTES:
        raise InputError(
            source,
            f"the page has {size / 1e6:.0f} MB; one page may have at most "
            f"{MAX_BYTES / 1e6:.0f} MB.",
            remedy="Split it, or give it as a web archive or JSON Lines.",
        )


def safe_text(text: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text without lone surrogates, each replaced by one U+FFFD so no offset moves."""
    # Encoding tells sooner than a search whether there are any.
    with contextlib.suppress(UnicodeEncodeError):
        text.encode()
        return text, ()
    fixed, count = _SURROGATE.subn("\ufffd", text)
    return fixed, (_replaced(count, "lone surrogates"),)


def _replaced(count: int, what: str) -> Note:
    return Note(
        code="replaced-characters", text=f"{count} {what} could not be decoded; shown as U+FFFD."
    )


def looks_binary(data: bytes) -> bool:
    """Tell whether bytes are no text in any charset: many control characters near the start."""
    sample = data[:_SAMPLE]
    if any(sample.startswith(bom) for bom, _ in _BOMS):
        return False
    controls = len(sample) - len(sample.translate(None, _NO_TEXT))
    if controls <= len(sample) * _BINARY_SHARE:
        return False
    return _wide_encoding(sample) is None


def _wide_encoding(sample: bytes) -> str | None:
    """Return UTF-16's byte order when every other byte is mostly zero, as in Latin text."""
    if b"\0" not in sample:
        return None
    evens, odds = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odds > half * 0.6 and evens < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if evens > half * 0.6 and odds < half * 0.1 else None


def decoded(source: str, data: bytes, charset: str | None = None) -> tuple[str, tuple[Note, ...]]:
    """Decode a text dump; notes say what could not be decoded.

    Tries the byte order mark, UTF-8, the declared charset and then the detected one. A byte order
    mark is not part of the text. Raises InputError for binary data.
    """
    if looks_binary(data):
        raise InputError(
            source,
            "this is binary data, not a page.",
            remedy="Give a text dump, HTML, a feed or a web archive.",
        )
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    with contextlib.suppress(UnicodeDecodeError):
        # No Unicode encoding gives lone surrogates.
        return data.decode(marked or _wide_encoding(data[:_SAMPLE]) or "utf-8"), ()
    if charset is not None:
        # Also for a charset's name that no codec can have, such as one with a NUL in it.
        with contextlib.suppress(ValueError, LookupError):
            return safe_text(data.decode(charset))
    return _detected(data)


def _detected(data: bytes) -> tuple[str, tuple[Note, ...]]:
    """Decode by detection; mostly valid UTF-8 with a few broken bytes stays UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    multibyte = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]", data))
    if broken > multibyte:
        from resiliparse.parse.encoding import detect_encoding

        encoding = detect_encoding(data) or "windows-1252"
        text = data.decode(encoding, errors="replace")
        broken = text.count("\ufffd")
    if not broken:
        return safe_text(text)
    return text, (_replaced(broken, "characters"),)
