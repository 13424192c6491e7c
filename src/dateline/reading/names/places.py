"""Mentions of places grouped into one place each."""

from __future__ import annotations

from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import country_names, regions, spelled
from dateline.reading.names.locating import AMBIGUOUS_NAMES, CITIES_OVER_STATES, Context, located
from dateline.reading.names.mentions import Mention
from dateline.reading.names.tokens import Tokens
from dateline.records import Place


class PlaceDraft:
    """A place while a report is being read."""

    __slots__ = ("beside", "id", "key", "mentions", "name", "order")

    def __init__(self, mention: Mention, key: str) -> None:
        self.id = ""
        self.key, self.name = key, spelled(mention.words)
        self.order = mention.first
        self.mentions: list[Mention] = [mention]
        self.beside: str | None = None

    def add(self, mention: Mention) -> None:
        """Count a mention in; a longer name becomes the place's name."""
        self.mentions.append(mention)
        if len(mention.words) > len(self.name):
            self.name = spelled(mention.words)


def _named_beside(tokens: Tokens, mention: Mention) -> str | None:
    """Return the state or country named right after a comma: ``Paris, Texas``."""
    name = spelled(mention.words)
    if name in country_names() or (name in regions() and name not in CITIES_OVER_STATES):
        return None
    start = mention.last + 1
    if start >= len(tokens) or tokens.text[mention.last] != ",":
        return None
    for end in range(min(start + 3, len(tokens)), start, -1):
        words = tokens.words(start, end)
        if words in regions() or words in country_names():
            # "Seoul, Washington and Tokyo" is a list.
            listed = end < len(tokens) and tokens.lower[end] in ("and", "or", "&")
            return None if listed else words
    return None


def country_key(code: str) -> str:
    """Return the key under which a country's place stands, whatever the report calls it."""
    return f"country {code}"


def _key(name: str) -> str:
    """Return one key for the names of one place (``U.S.``, ``United States``)."""
    code = country_names().get(name)
    if code and name not in AMBIGUOUS_NAMES:
        return country_key(code)
    region = regions().get(name)
    return f"region {region.name}" if region else folded(name)


def _drafts(tokens: Tokens, mentions: list[Mention]) -> list[PlaceDraft]:
    drafts: dict[str, PlaceDraft] = {}
    for mention in mentions:
        if mention.kind != "place":
            continue
        beside = _named_beside(tokens, mention)
        key = _key(spelled(mention.words))
        draft = drafts.get(key)
        if draft is not None and beside and draft.beside and beside != draft.beside:
            key = f"{key}, {beside}"
            draft = drafts.get(key)
        if draft is None:
            draft = drafts[key] = PlaceDraft(mention, key)
        else:
            draft.add(mention)
        draft.beside = draft.beside or beside
    return sorted(drafts.values(), key=lambda d: d.order)


def places_in(tokens: Tokens, mentions: list[Mention]) -> tuple[list[PlaceDraft], dict[str, Place]]:
    """Return the places of a passage, and for each draft's key the place found on the map."""
    names = [spelled(m.words) for m in mentions if m.kind == "place"]
    context = Context(names, tokens.text)
    drafts = _drafts(tokens, mentions)
    records: dict[str, Place] = {}
    for number, draft in enumerate(drafts, 1):
        draft.id = f"l{number}"
        first = draft.mentions[0]
        before = tokens.lower[first.first - 1] if first.first else ""
        found = located(spelled(first.words), draft.beside, before, context)
        records[draft.key] = Place(
            id=draft.id,
            name=draft.name,
            mentions=tuple(tokens.span(m.first, m.last) for m in draft.mentions),
            country=found.country,
            lat=found.lat,
            lon=found.lon,
            geonames=found.geonames,
            reason=found.reason,
            kind=found.kind,
        )
    return drafts, records
