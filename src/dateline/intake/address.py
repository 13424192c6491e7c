"""Addresses as pages give them: made whole, or none where nobody can take them apart."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def is_web_address(address: str) -> bool:
    """Tell whether an address is one of a page on the web, with scheme and host."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in address
    except ValueError:
        return False


def whole_address(address: str | None, base: str | None = None) -> str | None:
    """Return an address, made whole by that of its page; None for none, or one that is broken.

    Broken is what the standard library refuses to take apart, such as ``http://[a/``: no layer
    after the intake has to reckon with it.
    """
    if not address:
        return None
    try:
        whole = urljoin(base or "", address)
        _ = urlsplit(whole).hostname
    except ValueError:
        return None
    return whole
