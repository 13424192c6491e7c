"""Sitemaps (sitemaps.org 0.9) and news sitemaps: lists of addresses, with what they say of each."""

from __future__ import annotations

from lxml import etree

from dateline.errors import InputError
from dateline.records import Record

_MAX_ENTRIES = 50_000


class SitemapEntry(Record, frozen=True, kw_only=True):
    """An address of a sitemap; ``is_index`` when it leads to another sitemap."""

    url: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None
    is_index: bool = False


def entries_of_sitemap(source: str, data: bytes) -> list[SitemapEntry]:
    """Return the entries of a sitemap or sitemap index, in order (at most 50,000).

    Raises InputError when it cannot be parsed or is empty. Entities are never expanded.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(source, f"this sitemap cannot be read: {error}.") from None
    entries: list[SitemapEntry] = []
    for node in () if root is None else root:
        name = _local_name(node)
        if name not in ("url", "sitemap"):
            continue
        fields: dict[str, str] = {}
        for item in node.iter():
            if item.text and (words := item.text.strip()):
                fields.setdefault(_local_name(item), words)
        if "loc" in fields and len(entries) < _MAX_ENTRIES:
            entries.append(
                SitemapEntry(
                    url=fields["loc"],
                    title=fields.get("title"),
                    published=fields.get("publication_date") or fields.get("lastmod"),
                    outlet=fields.get("name"),
                    language=fields.get("language"),
                    is_index=name == "sitemap",
                )
            )
    if not entries:
        raise InputError(source, "this sitemap names no address.")
    return entries


def _local_name(node: etree._Element) -> str:
    """Return an element's name without its namespace; "" for what is none, such as a comment.

    A damaged name has several colons, which lxml's own reading of names refuses.
    """
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
