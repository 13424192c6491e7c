from __future__ import annotations

import pytest

from dateline.intake.sniff import Form, form_of

CASES: list[tuple[bytes, Form]] = [
    (b"<!DOCTYPE html><html><body><p>Hi</p>", "html"),
    (b"\xef\xbb\xbf  <html>", "html"),
    (b"Ad by someone <div><p>One</p><p>Two</p><a>x</a></div>", "html"),
    (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
    (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0">', "feed"),
    (b'<feed xmlns="http://www.w3.org/2005/Atom">', "feed"),
    (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "feed"),
    (b'<?xml version="1.0"?><urlset xmlns="x">', "sitemap"),
    (b'{"version": "https://jsonfeed.org/version/1.1"}', "json"),
    (b"WARC/1.0\r\nWARC-Type: warcinfo", "warc"),
    (b"\x1f\x8b\x08\x00", "warc"),
    (b"PK\x03\x04", "zip"),
    (b"From: a@b\r\nTo: c@d\r\nSubject: News\r\n\r\nHi", "mail"),
    (
        b"From: a\r\nSubject: b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
        "mhtml",
    ),
    (b" date 2024-03-18 A headline\n\nBy Someone\n", "text"),
    (b"Inflation < 3 % and > 2 %, said a <b>bold</b> minister", "text"),
    (b"", "text"),
]


@pytest.mark.parametrize(("data", "form"), CASES, ids=[repr(case[0][:24]) for case in CASES])
def test_the_form_is_told_from_the_bytes(data: bytes, form: Form) -> None:
    assert form_of(data) == form
