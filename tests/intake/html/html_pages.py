"""Invented pages of an invented country, as messy as real ones."""

from __future__ import annotations

SENTENCES = (
    "The ferry between Harvan and the islands stopped on Monday after its operator ran out of fuel,"
    " the ministry of transport said.",
    "Officials in the capital said that the service would resume once a tanker arrived from Brenmark,"
    " which they expected within three days.",
    "Passengers waited on the quay through the night, and many of them slept in the old customs hall"
    " that the town opened for them.",
    "The operator, a company owned by the province, has lost money for six years and asked for help"
    " in the spring, according to its report.",
    "Fishermen took some of the stranded across the strait in their own boats, for which the harbour"
    " master thanked them on Tuesday morning.",
    "The council will meet on Thursday to discuss whether the province should buy fuel in advance"
    " before the winter, its chairman said.",
)

JSON_LD = """<script type="application/ld+json">
{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Harvan Gazette"},
{"@type":"NewsArticle","headline":"Ferries stop as fuel runs out",
"datePublished":"2031-03-04T09:30:00+02:00","dateModified":"2031-03-04T11:00:00+02:00",
"author":[{"@type":"Person","name":"Mira Olt"},{"@type":"Person","name":"Jon Dask"}],
"publisher":{"@type":"Organization","name":"Harvan Gazette"}}]}</script>"""

MENU = (
    '<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>'
    '<li><a href="/sport">Sport</a></li></ul></nav>'
)

RELATED = """<aside class="related-stories"><h3>More stories</h3><ul>
<li><a href="/2031/03/harbour-wall">Harbour wall at Sund to be rebuilt after storm damage</a>
<p>The works will take two years and cost more than the council had planned.</p></li>
<li><a href="/2031/03/teachers">Teachers in Brenmark vote for a strike next week</a></li>
</ul></aside>"""

FOOTER = (
    '<footer class="site-footer"><p>© 2031 Gazette Media Ltd. All rights reserved.</p></footer>'
)


def paragraphs(*words: str) -> str:
    return "".join(f"<p>{text}</p>\n" for text in (words or SENTENCES))


def page(
    body: str = "",
    *,
    head: str = JSON_LD,
    headline: str = "Ferries stop as fuel runs out",
    byline: str = '<div class="byline">By <a rel="author" href="/a">Mira Olt</a> and Jon Dask</div>',
    stamp: str = '<time datetime="2031-03-04T09:30:00+02:00">4 March 2031, 9:30</time>',
    around: str = RELATED,
) -> str:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{headline} | Harvan Gazette</title><meta property="og:site_name" content="Harvan Gazette">
{head}</head><body>{MENU}<main><article class="article"><h1>{headline}</h1>{byline}
<div class="meta">{stamp} <span>3 min read</span></div>
<figure><img src="f.jpg" alt=""><figcaption>The quay at Harvan on Monday. (Photo: Ada Ruhl)</figcaption>
</figure><div class="article-body">{body or paragraphs()}</div></article>{around}</main>{FOOTER}
</body></html>"""
