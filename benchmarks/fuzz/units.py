"""What baits are made of: units that a page may hold very many times over."""

# ruff: noqa: E501 (a table keeps what belongs together on a line)

from __future__ import annotations

from collections.abc import Mapping

UNITS = (
    " ", "\t", ".", "..", ". ", "-", "- ", "—", "--", "_", '"', '" ', "“", "”", "“ ", "'", "’", "''", "’s ", "‘", "`",
    "A", "A ", "A.", "A. ", "Aa", "Aa ", "aA", "aA ", "A-", "A B and ", "a", "a ", "a-", "a.", "a, ", "A, ", "É", "İ", "ß",
    "1", "1 ", "1,", "1.", "1-", "1/", "1:", "1,000", "1,000 ", "1.1.", "٣", "²", "%", "1% ", "$", "$1", "$1 ", "$1bn to ", "£",
    ",", ", ", ";", ":", ": ", "!", "?", "…", "/", "\\", "|", "| ", "·", "•", "• ", "*", "* ", "#", "@", "@a ", "=", "+", "~",
    "(", ")", "()", "( ", "(a", "(A) ", "[", "]", "{", "}", "<", ">", "<a", "</", "<!--", "<b>", "&", "&amp;", "&#", "&a", "&nbsp;",
    "http://", "https://a.example/ ", "www.", "a@b.c ", "a.b", "/2031/03/04", "\u200b", "\u00ad", "\u0301", "a\u0301", "\xa0", "\ufeff", "\x00",
    "中", "中文。", "م", "🚢", "By ", "By A B ", "by ", "and ", "of ", "of the ", "the ", "said ", "“a,” said A. ", "he said ", "that ",
    "according to ", "told ", "to ", "in ", "In May ", "from ", "more than ", "not ", "Mr. ", "Mr. A ", "U.S. ", "St. ", "Jan. ", "Jan 1, ",
    "Jan 1, 2031 ", "4 March 2031, ", "2031", "2031-03-04", "2031-03-04T", "12:00 ", "12:00", "8 p.m. ", "Monday ", "Monday, ", "today ", "last ", "ago ",
    "a year ", "years ", "two ", "two-", "twenty-one ", "one hundred and ", "million ", "a million ", "half ", "1 to ", "between 1 and ", "1 of ", "12 boats, ", "1% in May, ", "percent ",
    "year-old ", "A, 30, ", "minister ", "Prime Minister ", "president of ", "who ", "which ", "City ", "Company ", "Inc. ", "University of ",
    "© ", "© 2031 ", "Copyright ", "Photo: ", "Credit: A/", "via ", "(AP) ", "(AP) -- ", "HARVAN ", "HARVAN (AP) - ", "UPDATE 1-", "(Reporting by ", "Reporting by A B; ",
    "Read more: ", "Related: ", "Most Read ", "Updated ", "Published ", "4 min read ", "Subscribe ", "cookies ", "click here ", "Share ", "Getty ",
    "a\n", "A\n", "• A\n", "1\n", "Ferry stops\n", "The ferry stops in the harbour\n", "Ferry stops.\n", "12:00 Ferry stops\n", "2 hours ago\n",
)  # fmt: skip
MARKUP: Mapping[str, str] = {
    "div unclosed": "<div>", "b unclosed": "<b>", "a unclosed": "<a href='/x'>", "p": "<p>", "p with words": "<p>The ferry stopped on Monday.</p>",
    "p of a letter": "<p>a</p>", "br": "a<br>", "li": "<li>Ferry stops", "td": "<td>1", "tr": "<tr><td>a", "table nested": "<table><tr><td>", "ul nested": "<ul><li>a",
    "links": "<p><a href='/a'>Ferry stops in the harbour</a></p>", "links in a line": "<a href='/a'>Ferry</a> ", "h1": "<h1>Ferry stops in Harvan</h1>", "h2": "<h2>Ferry</h2>",
    "time": "<time datetime='2031-03-04'>4 March</time> ", "stamped": "<p>4 March 2031</p>", "script": "<script>1</script>", "ld": '<script type="application/ld+json">{"@type":"NewsArticle","headline":"a"}</script>',
    "meta": "<meta name=author content='A B'>", "meta property": "<meta property='og:title' content='Ferry stops'>", "span": "<span>a</span>", "b": "<b>a</b>", "comment": "<!-- a -->", "entity": "&eacute;",
    "byline": "<p class=byline>By Mira Olt</p>", "caption": "<figure><img><figcaption>The ferry. Photo: A/AP</figcaption></figure>", "article": "<article><p>The ferry stopped on Monday, they said.</p></article>",
    "attribute": "<a b='c' ", "closing": "</div>", "img": "<img src=a>", "dl": "<dl><dt>a<dd>b", "svg": "<svg>", "template": "<template>", "title": "<title>a", "textarea": "<textarea>", "select": "<select><option>a",
    "live": "<div class=entry><time>09:00</time><h2>First boat</h2><p>The first boat left the harbour at nine.</p></div>", "itemprop": "<span itemprop=author>A B</span> ", "class": "<div class='a b c d'><p>a</p></div>",
}  # fmt: skip
JSON: Mapping[str, tuple[str, str, str]] = {
    "JSON-LD lists nested": ("", "[", ""), "JSON-LD objects nested": ("", '{"a":', ""), "JSON-LD commas": ("[", ",", "]"), "JSON-LD spaces": ("{", " ", "}"),
    "JSON-LD articles": ("[", '{"@type":"NewsArticle","headline":"a"},', "0]"), "JSON-LD authors": ('{"@type":"NewsArticle","author":[', '{"name":"A B"},', "0]}"),
    "JSON-LD body": ('{"@type":"NewsArticle","articleBody":"', "&lt;b ", '"}'), "JSON-LD text": ('{"@type":"NewsArticle","articleBody":"', "The ferry stopped. ", '"}'),
    "JSON-LD headline": ('{"@type":"NewsArticle","headline":"', "&amp;", '"}'), "JSON-LD updates": ('{"@type":"LiveBlogPosting","liveBlogUpdate":[', '{"headline":"Ferry","datePublished":"2031-03-04"},', "0]}"),
    "JSON-LD comma spaces": ("[0", ",    ", ""), "JSON-LD digits": ("[", "9", "]"),
}  # fmt: skip
