"""What a page states about itself: JSON-LD, OpenGraph and its kin, microdata.

JSON-LD is read as news sites write it (schema.org types), not as the full algorithm of the
standard: contexts are not fetched.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, Union

from dateline.intake.address import whole_address
from dateline.intake.decode import safe_text
from dateline.intake.html.tree import Element
from dateline.records import Record

Json: TypeAlias = Union[bool, int, float, str, "list[Json]", "dict[str, Json]", None]

_ARTICLE_TYPES = frozenset(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle
    backgroundnewsarticle asknewsarticle reviewnewsarticle liveblogposting blogposting
    socialmediaposting report techarticle scholarlyarticle advertisercontentarticle review
    """.split()
)
_LOOSE_TYPES = frozenset("webpage itempage creativework videoobject newsmediaarticle".split())
_TYPES = _ARTICLE_TYPES | _LOOSE_TYPES
_NESTING = (dict, list)
_OTHERS = frozenset(("liveBlogUpdate", "comment"))
"""Properties of an article that hold texts with a date and writers of their own."""
_MAX_SCRIPT = 4_000_000
_MAX_NODES = 4000
_LONGEST = 2000
"""Characters of a field that are read; the article's text is not cut."""

TITLE_NAMES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
AUTHOR_NAMES = (
    "author", "article:author", "article:author_name", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "dcterms.creator", "byl", "cxenseparse:author",
    "citation_author", "og:author", "article.author", "autor", "creator", "vr:author",
    "mediator_author", "articleauthor",
)  # fmt: skip
PUBLISHED_NAMES = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished",
    "date", "pubdate", "publishdate", "publish-date", "published_date", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date.created", "citation_publication_date", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "displaydate", "originalpublicationdate", "og:pubdate", "pdate",
    "bt:pubdate", "ptime", "date.release", "article:create_at", "published", "cre:publish",
)  # fmt: skip
UPDATED_NAMES = (
    "article:modified_time", "og:updated_time", "lastmod", "last-modified", "dcterms.modified",
    "dc.date.modified", "datemodified", "revision_date", "article:modified",
)  # fmt: skip
SITE_NAMES = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "article:publisher",
    "copyright",
)


class Update(Record, frozen=True, kw_only=True):
    """An entry of a live blog as the page states it (``liveBlogUpdate``)."""

    headline: str
    published: str


class Metadata(Record, frozen=True, kw_only=True):
    """What the page states about its article; every value as written."""

    headlines: tuple[str, ...] = ()
    """All of them, likeliest first."""
    stated_headline: str | None = None
    """JSON-LD's."""
    social_headlines: tuple[str, ...] = ()
    """``og:title`` and its kin."""
    page_title: str | None = None
    """The ``title`` element."""
    authors: tuple[str, ...] = ()
    tagged_authors: tuple[str, ...] = ()
    """The writers that meta tags name, who may be others than JSON-LD's."""
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    site: str | None = None
    publisher: str | None = None
    description: str | None = None
    body: str = ""
    """The article's text as JSON-LD gives it, markup left in."""
    language: str | None = None
    url: str | None = None
    free: bool | None = None
    """``isAccessibleForFree``."""
    live: bool = False
    updates: tuple[Update, ...] = ()
    """A live blog's entries with headline and date."""
    kind: str | None = None
    """``og:type``."""
    word_count: int | None = None


def _nodes(value: Json, budget: list[int]) -> Iterator[dict[str, Json]]:
    """Yield every object of a JSON value but an article's entries and comments, up to a bound.

    Outer before inner.
    """
    stack = [value]
    while stack and budget[0] > 0:
        budget[0] -= 1
        item = stack.pop()
        if isinstance(item, dict):
            yield item
            stack += [
                inner
                for key, inner in reversed(item.items())
                if isinstance(inner, _NESTING) and key not in _OTHERS
            ]
        elif isinstance(item, list):
            stack += [inner for inner in reversed(item) if isinstance(inner, _NESTING)]


def types_of(node: Mapping[str, Json]) -> frozenset[str]:
    """Return the schema.org types of an object in lower case, without their address."""
    raw = node.get("@type")
    if isinstance(raw, str):
        return frozenset((_type_named(raw),))
    if isinstance(raw, list):
        return frozenset(_type_named(name) for name in raw if isinstance(name, str))
    return frozenset()


def _type_named(name: str) -> str:
    return name.rsplit("/", 1)[-1].rsplit(":", 1)[-1].casefold()


def json_of(script: str) -> Json:
    """Read a JSON-LD script as leniently as news pages need it; None when it cannot be read."""
    words = script.strip()
    if not words or len(words) > _MAX_SCRIPT:
        return None
    words = re.sub(r"^(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)", "", words)
    words = (
        re.sub(r"(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)$", "", words.strip())
        .strip()
        .rstrip(";")
    )
    for attempt in (words, re.sub(r",\s*([}\]])", r"\1", words)):
        try:
            value: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def plain(value: Json) -> str | None:
    """Return a JSON value as one line of text, entities and tags taken out; None when empty."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or _given_and_family(value)
    if not isinstance(value, str):
        return None
    value = safe_text(value[:_LONGEST])[0]
    words = html.unescape(html.unescape(value)) if "&" in value else value
    if "<" in words:
        words = re.sub(r"</?[a-zA-Z][^<>]*>", " ", words)
    return " ".join(words.split()) or None


def _given_and_family(person: Mapping[str, Json]) -> str | None:
    """Return the name of a schema.org Person that has only its parts."""
    parts = [person.get("givenName"), person.get("familyName")]
    return " ".join(part for part in parts if isinstance(part, str)) or None


def _names(value: Json) -> list[str]:
    out: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and isinstance(item.get("name"), list):
            out += _names(item["name"])
            continue
        if isinstance(item, list):
            out += [name for inner in item if (name := plain(inner))]
            continue
        if name := plain(item):
            out.append(name)
    return out


def _rank(node: Mapping[str, Json], titles: Sequence[str], url: str | None) -> tuple[int, ...]:
    types = types_of(node)
    headline = plain(node.get("headline")) or plain(node.get("name")) or ""
    fold = re.sub(r"\W+", "", headline).casefold()
    match = any(fold and (fold in t or t in fold) for t in titles if t)
    address = " ".join(
        str(part.get("@id") if isinstance(part, dict) else part)
        for key in ("url", "mainEntityOfPage", "@id")
        if (part := node.get(key))
    )
    here = bool(url) and (url or "").split("?")[0].rstrip("/").split("//")[-1] in address
    return (
        bool(types & _ARTICLE_TYPES),
        match or here,
        bool(node.get("articleBody")),
        bool(node.get("datePublished")),
        bool(node.get("author")),
    )


def metadata_of(root: Element, url: str | None = None) -> Metadata:
    """Return what a page states about its article."""
    metas = _metas(root)
    title_words = _joined(root.find(".//title"))
    h1s = [words for node in root.iter("h1") if (words := _joined(node))]
    titles = [
        re.sub(r"\W+", "", t).casefold()
        for t in (*_pick(metas, TITLE_NAMES), title_words or "", *h1s)
    ]
    canonical = next(
        (
            link.get("href")
            for link in root.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        ),
        None,
    )
    address = url or canonical or next(iter(_pick(metas, ("og:url",))), None)
    budget = [_MAX_NODES]
    nodes: list[dict[str, Json]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += _nodes(json_of(script.text or ""), budget)
    wanted = [n for n in nodes if types_of(n) & _TYPES]
    ranked = sorted(wanted, key=lambda n: _rank(n, titles, address), reverse=True)
    ranked = [n for n in ranked if not (types_of(n) & {"videoobject"}) or n.get("articleBody")]
    best = ranked[0] if ranked else {}
    by_id = {str(n["@id"]): n for n in nodes if n.get("@id") and n.get("name")}
    ld_authors = _ld_authors(best, by_id)
    if not ld_authors:
        for node in ranked[1:3]:
            ld_authors = _ld_authors(node, by_id)
            if ld_authors:
                break
    meta_authors = [a for a in _pick(metas, AUTHOR_NAMES) if not re.match(r"https?:|www\.|/|@", a)]
    headlines = [plain(best.get("headline")), *_pick(metas, TITLE_NAMES), title_words]
    publisher = _resolved(best.get("publisher"), by_id)
    free = best.get("isAccessibleForFree")
    return Metadata(
        headlines=tuple(dict.fromkeys(h for h in headlines if h)),
        stated_headline=plain(best.get("headline")),
        social_headlines=tuple(_pick(metas, TITLE_NAMES)),
        page_title=title_words,
        authors=tuple(dict.fromkeys(ld_authors or meta_authors)),
        tagged_authors=tuple(dict.fromkeys(meta_authors)),
        published=tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        *(plain(n.get("datePublished")) for n in ranked[:3]),
                        *_pick(metas, PUBLISHED_NAMES),
                    ),
                )
            )
        ),
        updated=tuple(
            dict.fromkeys(
                filter(
                    None,
                    (
                        *(plain(n.get("dateModified")) for n in ranked[:1]),
                        *_pick(metas, UPDATED_NAMES),
                    ),
                )
            )
        ),
        site=next(iter(_pick(metas, ("og:site_name", "application-name"))), None),
        publisher=next(iter(_names(publisher)), None)
        or next(iter(_pick(metas, ("publisher", "dc.publisher"))), None),
        description=plain(best.get("description"))
        or next(iter(_pick(metas, ("og:description", "description"))), None),
        body=safe_text(
            max(
                (b for n in ranked if isinstance(b := n.get("articleBody"), str)),
                key=len,
                default="",
            )
        )[0],
        language=(root.get("lang") or root.get("xml:lang") or "").split("-")[0].lower() or None,
        url=whole_address(canonical),
        free=None if free is None else str(free).casefold() not in ("false", "no"),
        live="liveblogposting" in types_of(best),
        updates=_updates(best),
        kind=next(iter(_pick(metas, ("og:type",))), None),
        word_count=_whole(best.get("wordCount")),
    )


def _whole(value: Json) -> int | None:
    """Return a number of words; None for what is none, or has more digits than any."""
    if isinstance(value, str) and value.isdecimal() and len(value) <= 9:
        return int(value)
    return value if isinstance(value, int) and value >= 0 else None


def _updates(node: Mapping[str, Json]) -> tuple[Update, ...]:
    stated = node.get("liveBlogUpdate")
    return tuple(
        Update(headline=headline, published=published)
        for item in (stated if isinstance(stated, list) else [stated])
        if isinstance(item, dict)
        and (headline := plain(item.get("headline")))
        and (published := plain(item.get("datePublished")))
    )


def _resolved(value: Json, by_id: Mapping[str, dict[str, Json]]) -> Json:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value]
    if isinstance(value, dict) and not value.get("name"):
        return by_id.get(str(value.get("@id")), value)
    return value


def _ld_authors(node: Mapping[str, Json], by_id: Mapping[str, dict[str, Json]]) -> list[str]:
    return _names(_resolved(node.get("author") or node.get("creator"), by_id))


def _metas(root: Element) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for node in root.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = plain(node.get("content"))
        if name and content:
            out.setdefault(name.strip().casefold(), []).append(content)
    return out


def _pick(metas: Mapping[str, list[str]], names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(value for name in names for value in metas.get(name, ())))


def _joined(node: Element | None) -> str | None:
    return None if node is None else plain(" ".join(node.itertext()))
