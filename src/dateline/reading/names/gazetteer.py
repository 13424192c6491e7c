"""The packaged gazetteer: cities from GeoNames, own tables of countries and regions.

The tables are read when first asked for and never written to.
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from dateline.reading.names.folding import folded


class City(NamedTuple):
    """One populated place of the gazetteer."""

    name: str
    country: str
    admin: str
    population: int
    lat: float
    lon: float
    geonames: int
    timezone: str
    """Its zone in the IANA time zone database (``Europe/London``)."""
    other_name: bool
    """Whether the place was found under another name than its own (Bombay)."""


class Region(NamedTuple):
    """A state, province, region, sea or seat of government; seas may have no country."""

    kind: str
    country: str | None
    admin: str
    lat: float
    lon: float
    name: str


class Country(NamedTuple):
    """A country with its capital as it is called now."""

    code: str
    lat: float
    lon: float
    name: str
    capital: str


def _table(name: str) -> list[list[str]]:
    text = files("dateline.reading.names").joinpath("english", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def countries() -> dict[str, Country]:
    """Return the countries by ISO 3166-1 alpha-2 code."""
    return {
        code: Country(code, float(lat), float(lon), name, capital)
        for code, lat, lon, name, _, _, capital in _table("countries.tsv")
    }


@cache
def country_names() -> dict[str, str]:
    """Return the country code of every country's name, as written in the table."""
    return {
        name: row[0]
        for row in _table("countries.tsv")
        for name in (row[3], *filter(None, row[4].split("|")))
    }


@cache
def demonyms() -> dict[str, str]:
    """Return the country code of every demonym that stands for one country only."""
    found: dict[str, str] = {}
    for row in _table("countries.tsv"):
        for demonym in filter(None, row[5].split("|")):
            found[demonym] = row[0] if demonym not in found else ""
    return {demonym: code for demonym, code in found.items() if code}


@cache
def capitals() -> dict[str, str]:
    """Return the country code of every capital, by folded name."""
    return {folded(country.capital): country.code for country in countries().values()}


@cache
def regions() -> dict[str, Region]:
    """Return states, provinces, regions, seas and seats of government by name as written."""
    return {
        spelling: Region(kind, country or None, admin, float(lat), float(lon), name)
        for kind, country, admin, lat, lon, name, others in _table("regions.tsv")
        for spelling in (name, *filter(None, others.split("|")))
    }


@cache
def _cities() -> bytes:
    data = files("dateline.reading.names").joinpath("data", "cities.tsv.z").read_bytes()
    return zlib.decompress(data)


@lru_cache(maxsize=8192)
def cities_named(name: str) -> tuple[City, ...]:
    """Return the populated places of a name, the largest first.

    Places whose own name it is come before places that are also called so.
    """
    table, key = _cities(), b"\n" + folded(name).encode() + b"\t"
    if len(key) < 4:
        return ()
    low, high = 0, len(table) - 1
    while low < high:
        middle = (low + high) // 2
        line = table.rfind(b"\n", 0, middle + 1)
        if table[line : line + len(key)] < key:
            low = table.find(b"\n", middle + 1)
        else:
            high = line
    found: list[City] = []
    while table.startswith(key, low):
        end = table.find(b"\n", low + 1)
        _, own, country, admin, population, lat, lon, number, zone = (
            table[low + 1 : end].decode().split("\t")
        )
        found.append(
            City(
                own, country, admin, int(population), float(lat), float(lon), int(number), zone,
                folded(own).encode() != key[1:-1],
            )
        )  # fmt: skip
        low = end
    return tuple(sorted(found, key=lambda c: (c.other_name, -c.population, c.geonames)))


@cache
def is_country_or_demonym(word: str) -> bool:
    """Tell whether a name is a country's or a demonym."""
    return word in country_names() or word in demonyms()


def is_country_or_region(words: str) -> bool:
    """Tell whether the tables of countries and regions hold a name."""
    return spelled(words) in country_names() or spelled(words) in regions()


def is_place(words: str) -> bool:
    """Tell whether any table of places holds a name."""
    return is_country_or_region(words) or bool(cities_named(words))


def spelled(words: str) -> str:
    """Return a name as the tables spell it: longer names in capitals only are set in title case."""
    return words.title() if words.isupper() and len(words) > 4 else words
