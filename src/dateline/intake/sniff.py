"""Which form an input has, told from its bytes and never from its name alone."""

from __future__ import annotations

import re
from typing import Literal

Form = Literal["text", "html", "feed", "warc", "zip", "mail", "mbox", "mhtml", "json", "sitemap"]

_START = 4096
_XML_PROLOGUE = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*|<\?[^>]*\?>\s*)*",
    re.DOTALL | re.IGNORECASE,
)
_FEED_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:rss|feed|RDF)[\s>]", re.IGNORECASE)
_SITEMAP_ROOT = re.compile(rb"<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:article|div|p|h1|meta|title|script)[\s>]",
    re.IGNORECASE,
)
_MAIL_HEADER = re.compile(
    rb"^(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|"
    rb"Content-Type|DKIM-Signature|X-[\w-]+):\s",
    re.IGNORECASE,
)


def form_of(data: bytes) -> Form:
    """Return the form of an input, by what its first bytes show.

    ``zip`` covers WACZ and zipped folders, ``json`` JSON Feed and JSON Lines.
    """
    start = data[:_START]
    if start.startswith(b"PK\x03\x04"):
        return "zip"
    if start.startswith((b"\x1f\x8b", b"WARC/")):
        return "warc"
    rest = start[match.end() :] if (match := _XML_PROLOGUE.match(start)) else start
    if _FEED_ROOT.match(rest):
        return "feed"
    if _SITEMAP_ROOT.match(rest):
        return "sitemap"
    if rest[:1] == b"{" and rest[1:].lstrip()[:1] == b'"':
        return "json"
    if start.startswith(b"From ") and _is_mail(start.partition(b"\n")[2]):
        return "mbox"
    if _is_mail(start):
        return "mhtml" if re.search(rb"multipart/related", start, re.IGNORECASE) else "mail"
    if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and _HTML.search(start):
        return "html"
    # HTML that starts with stray words still closes its tags.
    tags = len(re.findall(rb"</(?:p|div|a|span|html|body|article|head|title)>", data[:65536]))
    return "html" if tags >= 4 else "text"


def _is_mail(start: bytes) -> bool:
    lines = start.splitlines()[:12]
    headers = sum(1 for line in lines if _MAIL_HEADER.match(line))
    return headers >= 3 and bool(lines) and b":" in lines[0]
