"""Places grouped and found on the map, ambiguous names by what the report says around them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import (
    City,
    capitals,
    cities_named,
    countries,
    country_names,
    demonyms,
    regions,
)
from dateline.reading.names.kinds import Mention
from dateline.reading.names.tokens import Tokens
from dateline.records import Place, PlaceKind
from dateline.text import Span

_DOMINANT = 8
_LARGE = 300_000
_KINDS: dict[str, PlaceKind] = {
    "state": "state",
    "region": "region",
    "sea": "sea",
    "seat": "seat",
}
_AMBIGUOUS_STATES = frozenset(("Georgia",))


class _Found(NamedTuple):
    kind: PlaceKind | None
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None
    reason: str


class _Context:
    """Which countries and states the report names, without the names in question."""

    def __init__(self, tokens: Tokens, mentions: list[Mention]) -> None:
        self.countries: Counter[str] = Counter()
        self.states: Counter[tuple[str, str]] = Counter()
        names, people = country_names(), demonyms()
        for mention in mentions:
            if mention.kind == "person":
                continue
            words = mention.words
            if words in names and words not in _AMBIGUOUS_STATES:
                self.countries[names[words]] += 1
            elif words in regions():
                region = regions()[words]
                if region.country and words not in _AMBIGUOUS_STATES:
                    self.countries[region.country] += 1
                    if region.kind == "state":
                        self.states[region.country, region.admin] += 1
            elif mention.kind == "place":
                options = cities_named(words)
                if options and (len(options) == 1 or options[0].population > _LARGE * 5):
                    self.countries[options[0].country] += 1
                    if folded(words) in capitals():
                        self.countries[options[0].country] += 1
        for word in tokens.text:
            if word[:1].isupper() and word in people and word not in names:
                self.countries[people[word]] += 1


def _stated(tokens: Tokens, mention: Mention) -> str | None:
    """Return the state or country named right after a comma: ``Paris, Texas``."""
    i = mention.last
    if i + 1 < len(tokens) and tokens.text[i] == ",":
        for length in (3, 2, 1):
            if i + 1 + length <= len(tokens):
                words = tokens.words(i + 1, i + 1 + length)
                if words in regions() or words in country_names():
                    return words
    return None


def _city(city: City, reason: str) -> _Found:
    return _Found("city", city.country, city.lat, city.lon, city.geonames, reason)


def _country(code: str, reason: str) -> _Found:
    country = countries()[code]
    return _Found("country", code, country.lat, country.lon, None, reason)


def _region(words: str, reason: str) -> _Found:
    region = regions()[words]
    return _Found(_KINDS[region.kind], region.country, region.lat, region.lon, None, reason)


def _beside(words: str, beside: str) -> _Found | None:
    """Find a city in the state or country that stands beside it."""
    region = regions().get(beside)
    code = country_names().get(beside)
    for city in cities_named(words):
        if region and region.country == city.country and region.admin in ("", city.admin):
            return _city(city, f"stated beside: {beside}")
        if code == city.country:
            return _city(city, f"stated beside: {beside}")
    if region and region.country and words not in country_names() and words not in regions():
        return _Found(None, region.country, None, None, None, f"stated beside: {beside}")
    if code and words not in country_names() and words not in regions():
        return _Found(None, code, None, None, None, f"stated beside: {beside}")
    return None


def _found(words: str, beside: str | None, context: _Context) -> _Found:
    if beside:
        found = _beside(words, beside)
        if found:
            return found
    if words in _AMBIGUOUS_STATES:
        return _state_or_country(words, context)
    if words in country_names():
        return _country(country_names()[words], "country")
    options = cities_named(words)
    if words in regions():
        return _region_or_city(words, options, context)
    if not options:
        return _Found(None, None, None, None, None, "not in the gazetteer")
    return _best_city(words, options, context)


def _state_or_country(words: str, context: _Context) -> _Found:
    country, state = countries()[country_names()[words]], regions()[words]
    abroad = context.countries[country.code]
    home = context.countries[state.country or ""]
    neighbours = sum(context.countries[c] for c in ("RU", "AM", "AZ", "TR"))
    states = sum(context.states.values())
    if abroad or (neighbours and not states):
        if not (home > 2 * (abroad + neighbours) and states):
            return _country(country.code, "country named" if abroad else "neighbours named")
    if home or states:
        return _region(words, "country named")
    return _Found(None, None, None, None, None, "ambiguous: country or state, neither shown")


def _region_or_city(words: str, options: tuple[City, ...], context: _Context) -> _Found:
    region = regions()[words]
    kind = "seat of government" if region.kind == "seat" else region.kind
    top = options[0] if options and not options[0].other_name else None
    if region.kind == "state" and words == "Washington":
        return _city(options[0], "capital") if options else _region(words, kind)
    if top and region.kind == "state" and region.name == "New York":
        return _city(top, "largest")
    if top and top.population > 2_000_000 and region.country != top.country:
        return _best_city(words, options, context)
    if (
        top
        and region.country
        and top.country != region.country
        and context.countries[top.country] > context.countries[region.country]
        and top.population > 50_000
    ):
        return _city(top, "country named")
    return _region(words, kind)


def _best_city(words: str, options: tuple[City, ...], context: _Context) -> _Found:
    own = tuple(c for c in options if not c.other_name) or options
    capital = capitals().get(folded(words))
    top = own[0]
    if len(own) == 1:
        if (
            top.population < _LARGE
            and context.countries
            and not context.countries[top.country]
            and top.country not in ("US", "GB")
            and len(words) < 6
        ):
            return _Found(
                None,
                None,
                None,
                None,
                None,
                "ambiguous: the only known place is in a country not named",
            )
        return _city(top, "capital" if capital == top.country else "only")
    stated = [c for c in own if context.states[c.country, c.admin]]
    if len(stated) == 1 and not (capital and context.countries[capital]):
        others = [c for c in own if c is not stated[0] and c.population > _DOMINANT * 100_000]
        if not others or stated[0].population > 100_000:
            return _city(stated[0], "state named")
    if capital and top.country == capital:
        return _city(top, "capital")
    named = [c for c in own if context.countries[c.country]]
    if named:
        ranked = sorted(named, key=lambda c: (-context.countries[c.country], -c.population))
        best = max(named, key=lambda c: (c.population, -c.geonames))
        if ranked[0].population * 4 >= best.population or len({c.country for c in named}) == 1:
            chosen = ranked[0] if len({c.country for c in named}) > 1 else best
            same = [c for c in named if c.country == chosen.country and c is not chosen]
            if all(chosen.population >= 3 * c.population for c in same):
                if top.population < 20 * chosen.population or context.countries[chosen.country] > 1:
                    return _city(chosen, "country named")
    if top.population >= _LARGE and top.population >= _DOMINANT * own[1].population:
        return _city(top, "largest")
    if top.population >= 3 * own[1].population and context.countries[top.country]:
        return _city(top, "country named")
    return _Found(None, None, None, None, None, f"ambiguous: {len(own)} places of that name")


class PlaceDraft:
    """A place while a report is being read."""

    __slots__ = ("beside", "id", "key", "mentions", "name", "order")

    def __init__(self, mention: Mention, key: str, name: str) -> None:
        self.id = ""
        self.key, self.name = key, name
        self.order = mention.first
        self.mentions: list[Mention] = [mention]
        self.beside: str | None = None


def _identity(words: str) -> str:
    """Return one key for the names of one place (``U.S.``, ``United States``)."""
    code = country_names().get(words)
    if code and words not in _AMBIGUOUS_STATES:
        return f"country {code}"
    region = regions().get(words)
    return f"region {region.name}" if region else folded(words)


def places_in(tokens: Tokens, mentions: list[Mention]) -> tuple[list[PlaceDraft], dict[str, Place]]:
    """Return the places of a passage, and for each draft's key the place found on the map."""
    context = _Context(tokens, mentions)
    drafts: dict[str, PlaceDraft] = {}
    for mention in mentions:
        if mention.kind != "place":
            continue
        beside = _stated(tokens, mention)
        key = _identity(mention.words)
        draft = drafts.get(key)
        if draft is not None and beside and draft.beside and beside != draft.beside:
            key = f"{key}, {beside}"
            draft = drafts.get(key)
        if draft is None:
            draft = drafts[key] = PlaceDraft(mention, key, mention.words)
        else:
            draft.mentions.append(mention)
            if len(mention.words) > len(draft.name):
                draft.name = mention.words
        draft.beside = draft.beside or beside
    ordered = sorted(drafts.values(), key=lambda d: d.order)
    records: dict[str, Place] = {}
    for number, draft in enumerate(ordered, 1):
        draft.id = f"l{number}"
        found = _found(draft.mentions[0].words, draft.beside, context)
        records[draft.key] = Place(
            id=draft.id,
            name=draft.name,
            mentions=tuple(_span(tokens, m) for m in draft.mentions),
            country=found.country,
            lat=found.lat,
            lon=found.lon,
            geonames=found.geonames,
            reason=found.reason,
            kind=found.kind,
        )
    return ordered, records


def _span(tokens: Tokens, mention: Mention) -> Span:
    return tokens.span(mention.first, mention.last)
