"""Where a place is: the gazetteer's candidates weighed by what the report names around them."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from dateline.reading.names.english.words import PLACE_PARTS
from dateline.reading.names.folding import folded
from dateline.reading.names.gazetteer import (
    City,
    capitals,
    cities_named,
    countries,
    country_names,
    demonyms,
    is_place,
    regions,
)
from dateline.records import PlaceKind

AMBIGUOUS_NAMES = frozenset(("Georgia",))
"""Names of a country and of a state."""
CITIES_OVER_STATES = frozenset(("Washington", "New York"))
"""Cities that come to mind before the states of their name."""
_SHARED = {"Congo": ("CD", "CG"), "Korea": ("KR", "KP")}
"""Names that two countries go by; the one that the report shows is meant."""
_NEIGHBOURS = {"Georgia": ("RU", "AM", "AZ", "TR")}
_KINDS: dict[str, PlaceKind] = {"state": "state", "region": "region", "sea": "sea", "seat": "seat"}
_LARGE = 300_000
_SIZEABLE = 150_000
_MILLION = 1_000_000
_DOMINANT = 8
_FAR_LARGER = 20
_LARGER = 4
_SHORT_NAME = 6
_SMALL = 15_000
_KNOWN_ABROAD = 500_000
"""People of a city that may go by the name other languages have for it."""


class Found(NamedTuple):
    """What a name was resolved to; without a country it was not, and ``reason`` says why."""

    kind: PlaceKind | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames: int | None = None
    reason: str = ""


class Context:
    """How often a report names each country and state, and the people of each country."""

    def __init__(self, places: list[str], words: list[str]) -> None:
        self.countries: Counter[str] = Counter()
        self.states: Counter[tuple[str, str]] = Counter()
        self.cities: Counter[tuple[str, str]] = Counter()
        """How often the largest place of a name stands in a state, names of several places too."""
        for name in places:
            self._count(name)
        names, people = country_names(), demonyms()
        for word in words:
            if word in people and word not in names:
                self.countries[people[word]] += 1

    def _count(self, name: str) -> None:
        if name in AMBIGUOUS_NAMES:
            return
        if name in country_names():
            self.countries[country_names()[name]] += 1
        elif name in regions():
            region = regions()[name]
            if region.country:
                self.countries[region.country] += 1
            if region.country and region.kind == "state":
                self.states[region.country, region.admin] += 1
        else:
            options = cities_named(name)
            if options and not options[0].other_name:
                self.cities[options[0].country, options[0].admin] += 1
            own = options and not options[0].other_name
            if own and (len(options) == 1 or options[0].population > 5 * _LARGE):
                self.countries[options[0].country] += 2 if folded(name) in capitals() else 1


def located(name: str, beside: str | None, before: str, context: Context) -> Found:
    """Return where a place is.

    ``beside`` is the state or country named after a comma (``Paris, Texas``), ``before`` the word
    in front of the name (``western``).
    """
    found = _beside(name, beside) if beside else None
    if found:
        return found
    if name in AMBIGUOUS_NAMES:
        return _country_or_state(name, context)
    if name in _SHARED:
        towns = {country for country, _ in context.cities}
        shown = [code for code in _SHARED[name] if context.countries[code] or code in towns]
        if len(shown) == 1:
            return _country(shown[0], "cities named")
        return Found(reason="ambiguous: two countries of that name")
    if name in country_names():
        return _country(country_names()[name], "country")
    if name in regions():
        return _region_or_city(name, before, context)
    options = cities_named(name)
    return _best_city(name, options, context) if options else _part_of(name)


def _part_of(name: str) -> Found:
    """Find the country of ``Southern Lebanon``; where in it the words do not say."""
    part, _, whole = name.partition(" ")
    code = country_names().get(whole) if part.lower() in PLACE_PARTS else None
    if code is None or whole in AMBIGUOUS_NAMES:
        return Found(reason="not in the gazetteer")
    return Found(country=code, reason=f"part of {whole}")


def _city(city: City, reason: str) -> Found:
    return Found("city", city.country, city.lat, city.lon, city.geonames, reason)


def _country(code: str, reason: str) -> Found:
    country = countries()[code]
    return Found("country", code, country.lat, country.lon, None, reason)


def _region(name: str, reason: str) -> Found:
    region = regions()[name]
    return Found(_KINDS[region.kind], region.country, region.lat, region.lon, None, reason)


def _beside(name: str, beside: str) -> Found | None:
    """Find a city in the state or country that stands beside it."""
    region = regions().get(beside)
    code = country_names().get(beside)
    for city in cities_named(name):
        in_region = region and region.country == city.country and region.admin in ("", city.admin)
        if in_region or code == city.country:
            return _city(city, f"stated beside: {beside}")
    if is_place(name):
        return None
    country = code or (region.country if region else None)
    return Found(country=country, reason=f"stated beside: {beside}") if country else None


def _country_or_state(name: str, context: Context) -> Found:
    country, state = country_names()[name], regions()[name].country or ""
    abroad, home = context.countries[country], context.countries[state]
    near = sum(context.countries[code] for code in _NEIGHBOURS[name])
    states = sum(context.states.values())
    if (abroad or (near and not states)) and not (states and home > 2 * (abroad + near)):
        return _country(country, "country named" if abroad else "neighbours named")
    if not abroad and context.cities[state, regions()[name].admin] > 1:
        return _region(name, "cities named")
    if home or states:
        return _region(name, "country named")
    return Found(reason="ambiguous: country or state, neither shown")


def _region_or_city(name: str, before: str, context: Context) -> Found:
    region, options = regions()[name], cities_named(name)
    reason = "seat of government" if region.kind == "seat" else region.kind
    if name in CITIES_OVER_STATES and options and before not in _PARTS:
        return _city(options[0], "best known")
    city = options[0] if options and not options[0].other_name else None
    if city is None:
        return _region(name, reason)
    shown = context.countries[city.country] > context.countries[region.country or ""]
    if city.country != region.country and shown and city.population > _LARGE // 6:
        return _city(city, "country named")
    return _region(name, reason)


_PARTS = frozenset(
    ("western", "eastern", "northern", "southern", "central", "upstate", "rural", "northwest")
)


def _rivals(options: tuple[City, ...]) -> tuple[City, ...]:
    """Return the places a name can mean, largest first.

    Places that only other languages call so count where no place owns the name, or where they are
    much larger than all that own it (Köln and an Italian Cologne).
    """
    own = tuple(c for c in options if not c.other_name)
    if not own:
        return options
    larger = [
        c
        for c in options
        if c.other_name and c.population > max(_FAR_LARGER * own[0].population, _KNOWN_ABROAD)
    ]
    return tuple(sorted((*own, *larger), key=lambda c: (-c.population, c.geonames)))


def _best_city(name: str, options: tuple[City, ...], context: Context) -> Found:
    rivals = _rivals(options)
    top = rivals[0]
    if len(rivals) == 1:
        return _single(name, top, context)
    named = context.countries
    in_state = [c for c in rivals if context.states[c.country, c.admin]]
    if len(in_state) == 1 and not (top is not in_state[0] and _is_known(name, top, context)):
        return _city(in_state[0], "state named")
    if capitals().get(folded(name)) == top.country:
        return _city(top, "capital")
    best = _in_named_country(rivals, context)
    if best is not None:
        return _city(best, "country named")
    times = top.population / max(rivals[1].population, 1)
    known = times >= _LARGER - 1 and top.population >= _LARGE
    if known or (times >= _DOMINANT and (top.population >= _SIZEABLE or named[top.country])):
        return _city(top, "largest")
    return Found(reason=f"ambiguous: {len(rivals)} places of that name")


def _is_known(name: str, top: City, context: Context) -> bool:
    """Tell whether the largest place of a name stands against a small one in a state named."""
    if capitals().get(folded(name)) == top.country:
        return context.countries[top.country] > 0
    return top.population > _DOMINANT * 100_000


def _single(name: str, city: City, context: Context) -> Found:
    unnamed = context.countries and not context.countries[city.country]
    if city.other_name and city.population < _MILLION and not context.countries[city.country]:
        return Found(reason="only other languages call a place so")
    obscure = city.population < (_LARGE if len(name) < _SHORT_NAME else _SMALL)
    if unnamed and obscure:
        return Found(reason="ambiguous: the only known place is in a country not named")
    return _city(city, "capital" if capitals().get(folded(name)) == city.country else "only")


def _in_named_country(rivals: tuple[City, ...], context: Context) -> City | None:
    """Return the one place of a name that stands out in the countries the report names."""
    named = context.countries
    inside = [c for c in rivals if named[c.country]]
    if not inside:
        return None
    best = max(inside, key=lambda c: (named[c.country] * c.population, -c.geonames))
    twins = [c for c in inside if c.country == best.country and c is not best]
    if any(best.population < 3 * c.population for c in twins):
        return None
    top = rivals[0]
    far_smaller = top.population >= _FAR_LARGER * best.population
    return None if far_smaller and named[best.country] < 2 else best
