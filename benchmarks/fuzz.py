"""Mutated pages through every reader: what crashes, and what takes longest.

    python -m benchmarks.fuzz [PAGE …] [--runs N] [--seconds S] [--seed K] [--keep FOLDER]

Starts from invented pages (and the files given), damages them by seeded mutations, and gives each
to the door that tells its form (text dump, HTML, feed, mail, web archive, ZIP) and every third one
to the dump and HTML readers directly. Refusing an input with an `InputError` is right; any other
exception is a crash, and so is a part or a body span outside the page's text. The same seed gives
the same runs.
"""

# ruff: noqa: E501 (pages are kept as they are sent)

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.errors import InputError
from dateline.intake.dump import line_labels, read_dump
from dateline.intake.html import read_html
from dateline.intake.sources import pages_of_bytes
from dateline.records import Page

_HTML = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry stops - The Post</title>
<meta property="og:title" content="Ferry stops in Harvan"><script type="application/ld+json">
{"@type":"NewsArticle","headline":"Ferry stops in Harvan","datePublished":"2031-03-04T08:00:00Z",
"author":[{"@type":"Person","name":"Mira Olt"}]}</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry stops in Harvan</h1><p>By Mira Olt</p><time datetime="2031-03-04">4 March 2031</time>
<p>HARVAN, March 4 (AP) - The ferry stopped on Monday, the council said, and nobody was hurt.</p>
<figure><img alt="x"><figcaption>The ferry. Photo: Jon Dask/AP</figcaption></figure><h2>Why</h2>
<p>\xe2\x80\x9cWe will repair it,\xe2\x80\x9d said Ada Ruhl, who runs the harbour office. It carries 400 people a day.</p></article>
<div class="related"><ul><li><a href="/a">Bridge closed for a second week</a><p>The bridge stays shut.</p></li>
</ul></div><footer>&copy; 2031 The Post Ltd.</footer></body></html>"""
_DUMP = """ date 2031-03-04 Ferry Stops in Harvan

Mira Olt\xb7 4 min read

(AP) -- The ferry stopped on Monday, the council said, and nobody was hurt in the harbour.

Most Read from The Post

\u201cWe will repair it,\u201d said Ada Ruhl, who runs the office.&nbsp;It carries 400 people a day.\u201dThe council agreed.
\xa92031 The Post L.P.
Latest Stories
\u2022 UPDATE 2-Bridge closed for a second week
HARVAN (Reuters) -The bridge stays shut, the minister said on Monday, until the\u2026
\u2022 School opens
Credit: The Post via Newsreel
""".encode()
_FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title><item>
<title>Ferry stops in Harvan</title><link>https://post.example/a</link><pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate>
<description>&lt;p&gt;The ferry stopped on Monday, the council said.&lt;/p&gt;</description></item></channel></rss>"""
_JSON_FEED = b"""{"version":"https://jsonfeed.org/version/1.1","title":"The Post","items":[{"id":"1",
"title":"Ferry stops","content_html":"<p>The ferry stopped on Monday.</p>","date_published":"2031-03-04T08:00:00Z"}]}"""
_ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>urn:a</id>
<title type="html">Ferry stops &amp;amp; starts</title><link href="https://post.example/a"/><updated>2031-03-04T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry stopped on Monday.</p></div></content></entry></feed>"""
_BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///none">]>
<rss version="2.0"><channel><title>&c;</title><item><title>Ferry &x;</title></item></channel></rss>"""
_SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/a</loc><news:news>
<news:publication_date>2031-03-04</news:publication_date><news:title>Ferry stops</news:title></news:news></url></urlset>"""
_OUTLINE = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="News">
<outline type="rss" text="The Post" xmlUrl="https://post.example/rss"/></outline></body></opml>"""
_MAIL = (
    b"From: desk@post.example\r\nTo: a@b.example\r\nSubject: Ferry stops\r\nDate: Tue, 04 Mar 2031 08:00:00 +0000\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _HTML
)
_MHTML = (
    b"From: <Saved>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n"
    b"--XX\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://post.example/a\r\n\r\n"
    + _HTML
    + b"\r\n--XX--\r\n"
)


def _warc() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _HTML
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/a\r\n"
        "WARC-Date: 2031-03-04T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(zipfile.ZipInfo("a.html"), _HTML)
        folder.writestr(zipfile.ZipInfo("b.txt"), _DUMP)
    return out.getvalue()


def invented() -> dict[str, bytes]:
    """Return an input of each form."""
    return {
        "dump": _DUMP, "html": _HTML, "feed": _FEED, "atom": _ATOM, "sitemap": _SITEMAP, "opml": _OUTLINE,
        "entity bomb": _BOMB, "json feed": _JSON_FEED, "mail": _MAIL,
        "mhtml": _MHTML, "warc": _warc(), "zip": _zip(),
    }  # fmt: skip


_TOKENS = (
    b"<", b">", b"</p>", b"<p>", b"<div>", b"<table>", b"<!--", b"]]>", b"<script>", b"&#x110000;", b"&nbsp;",
    b"&", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r", b"\n\n\n", b"\t", b"   ", b"\xe2\x80\xa2 ", b"\xe2\x80\x8b",
    b"2031-13-45", b"31 February 2031", b"March 4, 20319:99 PM", b"By ", b"By By By", b"(Reporting by ", b"\xc2\xa9",
    b"UPDATE 99999999999-", b"(AP) -- ", b"Photo: ", b"Read more: ", b"\xe2\x80\x9c", b"9" * 400, b"[" * 300, b'{"@type":',
    b"\xd9\x85\xd8\xb1\xd8\xad", b"\xe4\xb8\xad\xe6\x96\x87\xe3\x80\x82", b"\xcc\x81" * 40, b"=?utf-8?q?=ff?=", b"\r\n\r\n",
)  # fmt: skip


def mutated(data: bytes, others: Sequence[bytes], rng: random.Random) -> bytes:
    """Return the input with one to eight injuries."""
    out = bytearray(data)
    for _ in range(rng.randrange(1, 9)):
        size = max(1, len(out))
        a = rng.randrange(size)
        b = min(size, a + rng.choice((1, 4, 30, 300)))
        kind = rng.randrange(8)
        if kind == 0:
            del out[a:b]
        elif kind == 1:
            out[a:a] = rng.choice(_TOKENS) * rng.choice((1, 1, 3, 40))
        elif kind == 2 and out:
            out[a] ^= 1 << rng.randrange(8)
        elif kind == 3:
            out[a:a] = out[a:b] * rng.choice((1, 5, 50))
        elif kind == 4:
            other = rng.choice(others)
            c = rng.randrange(len(other))
            out[a:b] = other[c : c + rng.choice((10, 100, 1000))]
        elif kind == 5:
            del out[max(1, a) :]
        elif kind == 6:
            out = bytearray(bytes(out).replace(rng.choice((b"\n", b" ", b"<", b">")), b""))
        else:
            out = bytearray(bytes(out).replace(b"\n", rng.choice((b"\r\n", b"\r", b" ", b"\n\n"))))
    return bytes(out)


def checked(page: Page) -> None:
    """Raise AssertionError when a span of the page lies outside its text or out of order."""
    at = 0
    for part in page.parts:
        assert at <= part.start < part.end <= len(page.text), "parts out of order"
        at = part.end
    for report in page.reports:
        assert all(0 <= s.start <= s.end <= len(page.text) for s in report.body), "body outside"


def _door(data: bytes) -> None:
    for page in pages_of_bytes("<fuzz>", data, today="2031-03-05"):
        checked(page)


def _dump(data: bytes) -> None:
    page = read_dump(data.decode("utf-8", "replace"), today="2031-03-05")
    checked(page)
    line_labels(page)


def _html(data: bytes) -> None:
    checked(read_html(data, url="https://post.example/a", today="2031-03-05"))


READERS: dict[str, Callable[[bytes], None]] = {"any form": _door, "dump": _dump, "html": _html}


def main() -> int:
    """Run, print counts, crashes and the slowest run; return 1 when anything crashed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pages", type=Path, nargs="*")
    parser.add_argument("--runs", type=int, default=3000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder to write crashing inputs to")
    options = parser.parse_args()
    seeds = {**invented(), **{path.name: path.read_bytes() for path in options.pages}}
    inputs, names = list(seeds.values()), list(seeds)
    rng = random.Random(options.seed)
    runs: Counter[str] = Counter()
    refused = 0
    crashes: Counter[str] = Counter()
    slowest, slowest_size, begun = 0.0, 0, time.monotonic()
    for number in range(options.runs):
        if time.monotonic() - begun > options.seconds:
            break
        data = mutated(inputs[number % len(inputs)], inputs, rng)
        forms = ("any form",) if number % 3 else tuple(READERS)
        for form in forms:
            name = names[number % len(inputs)] if form == "any form" else f"{form} reader"
            runs[name] += 1
            started = time.process_time()
            try:
                READERS[form](data)
            except InputError:
                refused += 1
            except Exception as error:  # the point of the run is to find and count these
                place = traceback.extract_tb(error.__traceback__)[-1]
                crashes[
                    f"{type(error).__name__} at {Path(place.filename).name}:{place.lineno}"
                ] += 1
                if options.keep:
                    options.keep.mkdir(parents=True, exist_ok=True)
                    (options.keep / f"{options.seed}-{number}-{form.split()[0]}").write_bytes(data)
            taken = time.process_time() - started
            if taken > slowest:
                slowest, slowest_size = taken, len(data)
    for name, count in runs.items():
        print(f"{name:32} {count:8}")
    print(f"runs {runs.total()}  refused {refused}  crashes {crashes.total()}")
    print(f"slowest {slowest:.2f} s of one core ({slowest_size:,} bytes)")
    for where, count in crashes.most_common():
        print(f"  {count:6} {where}", file=sys.stderr)
    return 1 if crashes else 0


if __name__ == "__main__":
    sys.exit(main())
