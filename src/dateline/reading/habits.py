"""What is usual where a report comes from: how dates are written, and by which clock it goes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from dateline.reading.names.gazetteer import cities_named
from dateline.reading.names.locating import Context, located

_DAY_FIRST = frozenset(
    (
        "ae al am ar at au az ba bd be bg bh bo br by ch cl cr cu cy cz de dk do dz ec ee eg es"
        " fi fr ge gh gr gt hk hn hr id ie il in iq it jm jo ke kw kz lb lk lu lv ly ma md mk mm"
        " mt mx my mz na ng ni nl no np nz om pa pe pg pk pl ps pt py qa ro rs ru sa sd sg si sk"
        " sn sv sy th tn tr tt tz ua ug uk uy uz ve vn ye zm zw"
    ).split()
)
"""Country codes under which ``3/4/2031`` is 3 April."""
_MONTH_FIRST = frozenset(("us", "ph", "pr", "gu", "as", "mp", "gov", "mil"))


def day_first_of(address: str | None) -> bool | None:
    """Tell whether an outlet writes the day before the month, by the country of its address.

    None where the address shows no country, or one in which neither comes first.
    """
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return None
    country = host.rpartition(".")[2]
    if country in _DAY_FIRST:
        return True
    return False if country in _MONTH_FIRST else None


@lru_cache(maxsize=4096)
def _zone(place: str, countries: tuple[str, ...]) -> str | None:
    name, _, beside = (part.strip() for part in place.partition(","))
    if name.isupper():
        name = name.title()
    found = located(name, beside or None, "", Context(list(countries), []))
    return next(
        (city.timezone for city in cities_named(name) if city.geonames == found.geonames), None
    )


def timezone_of(place: str | None, places: Iterable[str]) -> str | None:
    """Return the IANA time zone of a dateline's city, None where it is not sure which city it is.

    ``places`` are the names of the places in the report, which tell cities of one name apart.
    """
    return _zone(place, tuple(sorted(places))) if place else None
