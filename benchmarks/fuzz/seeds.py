"""Invented inputs of every form, from which the others are made by damage."""

# ruff: noqa: E501 (pages are kept as they are sent)

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

import brotli
import zstandard

HTML = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry stops - The Post</title>
<meta property="og:title" content="Ferry stops in Harvan"><script type="application/ld+json">
{"@type":"NewsArticle","headline":"Ferry stops in Harvan","datePublished":"2031-03-04T08:00:00Z",
"author":[{"@type":"Person","name":"Mira Olt"}]}</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry stops in Harvan</h1><p>By Mira Olt</p><time datetime="2031-03-04">4 March 2031</time>
<p>HARVAN, March 4 (AP) - The ferry stopped on Monday, the council said, and nobody was hurt.</p>
<figure><img alt="x"><figcaption>The ferry. Photo: Jon Dask/AP</figcaption></figure><h2>Why</h2>
<p>\xe2\x80\x9cWe will repair it,\xe2\x80\x9d said Ada Ruhl, who runs the harbour office. It carries 400 people a day.</p></article>
<div class="related"><ul><li><a href="/a">Bridge closed for a second week</a><p>The bridge stays shut.</p></li>
</ul></div><footer>&copy; 2031 The Post Ltd.</footer></body></html>"""
DUMP = """ date 2031-03-04 Ferry Stops in Harvan

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
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Post</title><item>
<title>Ferry stops in Harvan</title><link>https://post.example/a</link><pubDate>Tue, 04 Mar 2031 08:00:00 GMT</pubDate>
<description>&lt;p&gt;The ferry stopped on Monday, the council said.&lt;/p&gt;</description></item></channel></rss>"""
JSON_FEED = b"""{"version":"https://jsonfeed.org/version/1.1","title":"The Post","items":[{"id":"1",
"title":"Ferry stops","content_html":"<p>The ferry stopped on Monday.</p>","date_published":"2031-03-04T08:00:00Z"}]}"""
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Post</title><entry><id>urn:a</id>
<title type="html">Ferry stops &amp;amp; starts</title><link href="https://post.example/a"/><updated>2031-03-04T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The ferry stopped on Monday.</p></div></content></entry></feed>"""
BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///none">]>
<rss version="2.0"><channel><title>&c;</title><item><title>Ferry &x;</title></item></channel></rss>"""
SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://post.example/a</loc><news:news>
<news:publication_date>2031-03-04</news:publication_date><news:title>Ferry stops</news:title></news:news></url></urlset>"""
OUTLINE = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body><outline text="News">
<outline type="rss" text="The Post" xmlUrl="https://post.example/rss"/></outline></body></opml>"""
MAIL = (
    b"From: desk@post.example\r\nTo: a@b.example\r\nSubject: Ferry stops\r\nDate: Tue, 04 Mar 2031 08:00:00 +0000\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HTML
)
MHTML = (
    b"From: <Saved>\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n"
    b"--XX\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://post.example/a\r\n\r\n"
    + HTML
    + b"\r\n--XX--\r\n"
)


def _warc(page: bytes) -> bytes:
    """Return a web archive of one answer."""
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/a\r\n"
        "WARC-Date: 2031-03-04T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


WARC = _warc(HTML)


def _zip() -> bytes:
    """Return a zipped folder of a page, a dump and a web archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr(zipfile.ZipInfo("a.html"), HTML)
        folder.writestr(zipfile.ZipInfo("b.txt"), DUMP)
        folder.writestr(zipfile.ZipInfo("c.warc.gz"), gzip.compress(WARC, mtime=0))
    return out.getvalue()


SMALL_PAGE = b"<html><title>Ferry</title><body><h1>Ferry stops</h1><p>The ferry stopped on Monday.</p></html>"
SMALL_WARC = _warc(SMALL_PAGE)
WARC_GZIP = gzip.compress(SMALL_WARC, mtime=0) + gzip.compress(_warc(b"<p>Two</p>"), mtime=0)
ZIP = _zip()
NEWSLETTER = (
    b'From: "The Post" <desk@post.example>\r\nSubject: =?utf-8?q?Ferry_=E2=80=93_stops?=\r\nDate: Tue, 04 Mar 2031 08:00:00 +0000\r\n'
    b'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="YY"\r\n\r\n--YY\r\nContent-Type: text/plain; charset=iso-8859-1\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nThe ferry =E9 stopped.=\r\n\r\n--YY\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nPHA+VGhlIGZlcnJ5IHN0b3BwZWQuPC9wPg==\r\n--YY--\r\n"
)
LIVE = b"""<html lang="en"><head><title>Ferry live</title><script type="application/ld+json">{"@type":"LiveBlogPosting",
"headline":"Ferry live","datePublished":"2031-03-04T08:00:00Z","liveBlogUpdate":[{"@type":"BlogPosting","headline":"First boat leaves",
"datePublished":"2031-03-04T09:00:00Z"}]}</script></head><body><main><h1>Ferry live</h1><div class="entry"><time datetime="2031-03-04T09:00:00Z">
09:00</time><h2>First boat leaves</h2><p>The first boat left the harbour at nine, the council said on Monday.</p></div><table><tr><td>Boats</td>
<td>4</td></tr></table><ul><li>One<li>Two</ul><br><br>Two boats<br>stay.</main></body></html>"""
HEAD = b"""<html lang="en"><head><title>Ferry stops - The Post</title><meta property="og:title" content="Ferry stops"><meta name="author"
content="Mira Olt"><meta name="date" content="4 March 2031"><link rel="canonical" href="https://post.example/a"><script type="application/ld+json">
<!-- [{"@context":"https://schema.org","@graph":[{"@type":["NewsArticle","Article"],"@id":"#a","headline":"Ferry &amp;amp; stops","author":{"@id":"#m"},
"publisher":{"@type":"Organization","name":"The Post"},"isAccessibleForFree":"False","wordCount":"400","articleBody":"<p>The ferry.</p>",
"datePublished":1930377600,"dateModified":"2031-03-04"},{"@type":"Person","@id":"#m","name":["Mira Olt",{"@value":"M. Olt"}]},]}]; --></script></head></html>"""
TEXTS = (
    b"HARVAN, Ostrand, March 4, 2031 (AP) - The ferry stopped on Monday.",
    b"(Reporting by Mira Olt and Jon Dask in Harvan; Editing by Ada Ruhl)",
    b"By Mira Olt, Jon Dask de la Cruz and the Associated Press | Published: March 4, 2031 8:05 p.m. EST",
    b"Last updated on Tuesday 4th of March, 2031 at 08:05 GMT; 2031/03/04, 04.03.2031, 2031-03-04T08:00:00.5+0100",
    b"CORRECTED-UPDATE 2-Ferries stop; WRAPUP 1-Ferries; (2nd LD) Ferries; 1st LD-Writethru: Ferries",
    "© 2031–32 The Post Ltd. All rights reserved. · 4 min read • Photo: Jon Dask/AP via Newsreel".encode(),
    b"It rose 3.5% to $1.2bn in the three months to June, from about 40,000 a year ago, last week and in mid-2030.",
    b"https://post.example/2031/mar/04/ferry-stops?x=1",
)
QUERIES = (
    b'turnout "early election" person:okoye said-by:"the ministry" since:2031-05 figure>50% -poll',
    b"(a OR b) NOT (c AND d*) outlet:post until:7d figure<=$1,5.2bn https://a.example/x",
)
RECORDS = (
    b'{"id":1,"text":"The ferry stopped.","published":"2031-03-04"}\n{"id":"2","html":"<p>Ferry</p>","url":"https://post.example/a"}\n',
    b'{"id":"s","reports":[{"id":"a","outlet":"Post","published":"2031-03-04","headline":"Ferry","text":"Ferry\\ud800 stops"}]}\n\n{"id":"3","lines":["a","b"]}\n',
    b'{"id":"4","published":"2031-03-04T08:00:00Z","title":"Ferry stops","text":"The ferry stopped."}',
)
LEGACY = (
    "Der Schnellzug hält, sagte die Behörde – „später“.".encode("windows-1252"),
    "Паром остановился в понедельник.".encode("koi8-r"),
    "渡轮在星期一停航了。".encode("gb18030"),
    "フェリーが停止した。".encode("iso-2022-jp"),
    "The ferry stopped.".encode("utf-16"),
    "The ferry stopped.".encode("utf-32-be"),
    b'<?xml version="1.0" encoding="big5"?><meta charset="shift_jis"><p>\x83t\x83F',
)
_LONG = b"The ferry stopped on Monday. " * 40
PACKED = (
    b"\x00" + gzip.compress(_LONG, mtime=0),
    b"\x01" + zlib.compress(_LONG),
    b"\x02" + brotli.compress(_LONG),
    b"\x03" + zstandard.compress(_LONG),
    b"\x04" + brotli.compress(gzip.compress(_LONG, mtime=0)),
)
