"""Bytes → a tree of elements, safely: no network, no entities of the page's own, bounded size."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from lxml import etree
from resiliparse.parse.encoding import detect_encoding, map_encoding_to_html5

from dateline.errors import InputError
from dateline.intake.decode import checked_size, decoded, safe_text
from dateline.records import Note

MAX_HTML_BYTES = 16 * 1024 * 1024
"""The largest HTML page that is read: its tree takes some ten times as much memory."""


Element: TypeAlias = etree._Element
"""An element without the methods that lxml.html adds, which make a page's walk slower."""


class Tree(NamedTuple):
    """A page's elements, the characters they were made of, and what decoding could not tell."""

    root: Element
    markup: str
    notes: tuple[Note, ...]


_PARSING = {
    "encoding": "utf-8", "no_network": True, "remove_comments": True, "remove_pis": True
}  # fmt: skip
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})|"""
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 16384
_WIDE_CHARSETS = frozenset(
    "shift_jis euc-jp iso-2022-jp gb18030 gbk gb2312 big5 euc-kr utf-8".split()
)
_NEST = re.compile(
    r"</?(?!(?:p|h[1-6]|li|br|a|html|head|body|title|meta|script|style|link)\b)[a-z][^<>]*>",
    re.IGNORECASE,
)
"""Tags taken out of a page that is nested beyond the parser's bound."""
_BLANKED = bytes(32 if n < 32 and n not in b"\t\n\r" else n for n in range(256))
"""A table that turns control characters into spaces."""


def text_of_bytes(
    source: str, data: bytes, charset: str | None = None
) -> tuple[str, tuple[Note, ...]]:
    """Decode a page: byte order mark, valid UTF-8, the declared charset, the detected one.

    ``charset`` is the one of the HTTP header. A declared single-byte charset decodes anything, so
    it gives way to a detected East Asian one that fits without an error. Raises InputError for
    binary data.
    """
    declared = charset or _declared(data)
    label = map_encoding_to_html5(declared) if declared else None
    if label == "iso-2022-jp" and b"\x1b$" in data:
        return safe_text(data.decode(label, errors="replace"))
    if label and label not in _WIDE_CHARSETS:
        detected = detect_encoding(data[: 4 * _HEAD])
        if detected in _WIDE_CHARSETS:
            label = detected
    return decoded(source, data, label)


def _declared(data: bytes) -> str | None:
    match = _META_CHARSET.search(data, 0, _HEAD)
    if match is None:
        return None
    return (match.group(1) or match.group(2)).decode("ascii")


def tree_of(source: str, data: bytes | str, charset: str | None = None) -> Tree:
    """Return the elements of a page.

    Raises InputError for an empty page, binary data, or one over `MAX_HTML_BYTES`.
    """
    checked_size(source, len(data))
    if len(data) > MAX_HTML_BYTES:
        raise InputError(
            source,
            f"the HTML page has {len(data) / 1e6:.0f} MB; one HTML page may have at most "
            f"{MAX_HTML_BYTES / 1e6:.0f} MB.",
            remedy="Split it, or give its text as a text dump.",
        )
    text, notes = (
        text_of_bytes(source, data, charset) if isinstance(data, bytes) else safe_text(data)
    )
    raw = text.encode("utf-8")
    markup = raw.translate(_BLANKED)
    if markup != raw:
        text = markup.decode("utf-8")
    parser = etree.HTMLParser(**_PARSING, huge_tree=True)
    try:
        root = etree.fromstring(markup, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise InputError(source, "no HTML was found in the page.")
    if any("depth" in error.message for error in parser.error_log):
        text = _NEST.sub(" ", text)
        root = etree.fromstring(text.encode("utf-8"), etree.HTMLParser(**_PARSING))
        notes = (
            *notes,
            Note(code="flattened", text="The page is nested too deeply; its boxes were ignored."),
        )
    return Tree(root, text, notes)
