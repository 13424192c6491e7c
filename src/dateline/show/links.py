"""Links from a fact to its words on the public page (W3C/WICG text fragments)."""

from __future__ import annotations

from urllib.parse import quote, urldefrag

_WHOLE = 12
_EDGE = 5
_BESIDE = 3


def _encoded(words: list[str]) -> str:
    # A dash, a comma or an ampersand would be read as the directive's own punctuation.
    return quote(" ".join(words), safe="").replace("-", "%2D")


def text_fragment(url: str | None, words: str, *, before: str = "", after: str = "") -> str | None:
    """Return the page's address with a fragment that leads to the words, or None without one.

    Long quotations are named by their first and last words. ``before`` and ``after`` are the text
    around words that may stand on the page more than once: what of it is on the same line is used,
    without the outermost words, which may be cut. Only http and https addresses are linked to.
    """
    if url is None or not url.startswith(("http://", "https://")):
        return None
    parts = words.split()
    if not parts:
        return None
    if len(parts) <= _WHOLE:
        target = _encoded(parts)
    else:
        target = f"{_encoded(parts[:_EDGE])},{_encoded(parts[-_EDGE:])}"
    _, broken, line = before.rpartition("\n")
    if prefix := line.split()[0 if broken else 1 :][-_BESIDE:]:
        target = f"{_encoded(prefix)}-,{target}"
    line, broken, _ = after.partition("\n")
    if suffix := line.split()[: None if broken else -1][:_BESIDE]:
        target = f"{target},-{_encoded(suffix)}"
    return f"{urldefrag(url).url}#:~:text={target}"
