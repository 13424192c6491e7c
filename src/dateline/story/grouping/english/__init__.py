"""What grouping has to know of English: endings, and how frequent the frequent words are."""

from __future__ import annotations

from importlib.resources import files

import msgspec


class Frequent(msgspec.Struct, frozen=True, array_like=True):
    """A frequent word: in how many of 10,000 reports it stands, and if it names a place.

    The words are those of general English in news, with the calendar, titles, institutions that
    last and sources; names of people and words of passing topics are left out, so that a stream of
    any year is read alike. Countries, their people and capitals, regions, seas, cities of 200,000
    and yearly events (a cup, an award) stand with the same flat share.
    """

    per_10k: int
    place: bool


_FREQUENT = msgspec.json.decode(
    files(__package__).joinpath("frequent.json").read_bytes(), type=dict[str, Frequent]
)


def stem(word: str) -> str:
    """Return the lower-cased word without plural, past and progressive endings."""
    low = word.lower().replace("’", "'")
    if low.endswith("'s"):
        low = low[:-2]
    low = low.replace("'", "")
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    if len(low) > 4 and low.endswith("sses"):
        return low[:-2]
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        low = low[:-1]
    if len(low) > 6 and low.endswith("ing"):
        low = low[:-3]
    elif len(low) > 5 and low.endswith("ed"):
        low = low[:-2]
    if len(low) > 4 and low.endswith("e"):
        low = low[:-1]
    if len(low) > 4 and low[-1] == low[-2]:
        low = low[:-1]
    return low


SHARES = {term: word.per_10k / 10_000 for term, word in _FREQUENT.items()}
"""The share of reports each frequent stem stands in."""
GENERAL = frozenset(term for term, word in _FREQUENT.items() if not word.place)
"""The frequent stems that name no place."""


def frequent(term: str) -> Frequent | None:
    """Return what is known of a stem, None when it is not frequent."""
    return _FREQUENT.get(term)
