"""What tags and attributes say about the text they hold: tables, no code.

Class names are the vocabulary of page builders, not of a language: they are English the world
over. Each cue is matched against the words of ``class``, ``id``, ``itemprop``, ``role`` and
``data-testid`` of an element.
"""

# ruff: noqa: E501 - a table keeps a cue and its example together.
from __future__ import annotations

import msgspec

INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small
    span strike strong sub sup time tt u var wbr rt ruby rb hl
    """.split()
)
"""Elements that do not break a line; every other one does."""

SILENT = frozenset(
    """
    script style template noscript iframe object svg math select option datalist canvas audio video
    head title embed map rp textarea
    """.split()
)
"""Elements whose text a reader never sees."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


class Cue(msgspec.Struct, frozen=True):
    """A class of elements, with attribute words that tell it."""

    name: str
    pattern: str
    example: str


CUES: tuple[Cue, ...] = (
    Cue(
        "related",
        r"relat(?:ed|edcontent)|recommend|trending|popular|most-?(?:read|viewed|popular)|more-?(?:on|"
        r"from|stories|news|in)|read-?(?:more|next|also)|also-?read|teaser|up-?next|latest|outbrain|"
        r"taboola|promo|\brhs\b|right-?rail|see-?also|inline-?link|suggest|next-?article|upnext|"
        r"linkbox|link-?list|headline-?list|story-?package|weiterlesen|mehr-?zum|top-?stories",
        "related-stories",
    ),
    Cue(
        "share",
        r"\bshar|social|addthis|facebook|twitter-?share|whatsapp|sns|toolbar|tools?\b|print",
        "social-share-bar",
    ),
    Cue(
        "advert",
        r"(?<![^\s_-])ads?(?:$|[\s_\d-])|advert|sponsor|commercial|banner|dfp|gpt|anzeige|werbung|"
        r"paid|affiliate|partner",
        "ad-slot advertisement",
    ),
    Cue(
        "subscribe",
        r"newsletter|subscri|sign-?up|signup|paywall|piano|regwall|login|register|premium|offer|"
        r"donat|membership|\bcta\b|abo-",
        "newsletter-signup",
    ),
    Cue("comment", r"(?<!has-)(?<!no-)comment(?!ary|s?-(?:open|closed|enabled|status|count))|disqus|(?<!cor)respond|replies|discussion|forum", "comments-list"),
    Cue(
        "caption",
        r"caption|wp-caption|image-?(?:text|desc|info)|photo-?(?:text|desc|info|credit)|figcaption|"
        r"imageinfo|bildunter|cutline|legend|media-?(?:info|text|desc)|gallery|slideshow|lightbox|"
        r"carousel|slide\b|photoset",
        "image-caption",
    ),
    Cue("credit", r"credit|copyright|image-?source|photographer|rights", "photo-credit"),
    Cue(
        "byline",
        r"byline|\bauthor|contributor|writer|by-?name|vcard|autor|journalist|creator",
        "article__byline author-name",
    ),
    Cue(
        "bio",
        r"author-?(?:bio|box|desc|info|card|detail|profile|about)|bio\b|about-?(?:the-)?author|"
        r"biograph|user-?desc",
        "author-bio",
    ),
    Cue(
        "stamp",
        r"\bdate|time-?stamp|publish|pub-?date|\btime\b|updated|posted|datum|fecha|dateline",
        "article-date published",
    ),
    Cue(
        "menu",
        r"\bnav|menu|breadcrumb|sitemap|pagination|pager|masthead|site-?header|topbar|skip|hamburger|"
        r"dropdown|navbar|toc\b|table-of-contents|contents",
        "nav-menu",
    ),
    Cue("footer", r"footer|colophon|bottom|legal|disclaimer|cookie|consent|gdpr", "site-footer"),
    Cue("aside", r"side-?bar|aside|complementary|widget|rail\b|info-?box|fact-?box|module|infobox", "sidebar-widget"),
    Cue("facts", r"fact-?(?:box|file|sheet)|fakten-?box|info-?(?:box|kasten)", "article-factbox"),
    Cue("tags", r"\btags?\b|tag-?(?:list|cloud)|topics?\b|keyword|categor|label|kicker|eyebrow|rubric|section-?name", "tag-list"),
    Cue(
        "body",
        r"article-?(?:body|text|content|main|copy)|story-?(?:body|text|content|copy)|entry-?content|"
        r"post-?(?:body|content|text|entry)|articlebody|main-?(?:content|text|article)|body-?(?:content|"
        r"text|copy)|content-?(?:body|text|main|article)|rich-?text|paragraph|news-?(?:text|body|content)|"
        r"detail-?(?:body|text|content)|single-?content|page-?content|td-post-content|texto|artikel|"
        r"body__|articletext|cuerpo",
        "article-body",
    ),
    Cue("article", r"article|story|\bpost\b|entry|hentry|news-?item|main\b|content", "story-page"),
    Cue(
        "intro",
        r"standfirst|sub-?(?:title|head|deck|line)|\bdeck?\b|summary|intro|lead\b|lede|abstract|"
        r"excerpt|description|teaser-?text|dek\b|sapo|vorspann|chapo|bajada|entradilla",
        "article-standfirst",
    ),
    Cue("headline", r"headline|article-?title|story-?title|entry-?title|post-?title|\btitle\b", "entry-title"),
    Cue("player", r"video|player|audio|podcast|embed|media|iframe|youtube|widget-embed", "video-player"),
    Cue("social", r"tweet|twitter|instagram|facebook-post|tiktok|fb-post|reddit", "twitter-tweet"),
    Cue("quote", r"quote|pull-?(?:out|quote)|blockquote|zitat|callout", "pull-quote"),
    Cue("list", r"\blist|listing|grid|feed|stream|collection|cards?\b|items?\b|archive", "card-list"),
    Cue("live", r"live-?(?:blog|feed|update|post|ticker|entry)|liveblog|ticker", "live-blog-post"),
    Cue("hidden", r"hidden|sr-only|screen-?reader|visually-?hidden|modal|popup|overlay|offscreen|invisible|tooltip|rollover|flyout", "visually-hidden"),
    Cue("table", r"table|score|stats|chart|graph|result|poll|quiz|product|shop|price|buy|review", "score-table"),
)  # fmt: skip

UNSEEN = (
    r"sr-?only|screen-?reader|visually-?hidden|visuallyhidden|a11y-hidden|assistive|offscreen|"
    r"visually_hidden"
)
"""Classes of words that are read out but not shown."""

CUE_NAMES = tuple(cue.name for cue in CUES)

CONTAINER_TAGS = (
    "nav", "header", "footer", "aside", "figure", "figcaption", "form", "table", "li", "blockquote",
    "article", "main", "section", "a", "button", "dl", "pre", "ul", "ol",
)  # fmt: skip
"""Elements that colour all they hold."""

TAG_BITS = {tag: 1 << n for n, tag in enumerate(CONTAINER_TAGS)}
