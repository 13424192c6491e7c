"""Words and stems around a figure: cheap, since the text has no parse at this layer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:[-'][A-Za-z]+)*")
NOUN_STOPS = frozenset(
    "the a an of in on at to for from by with and or but as is are was were be been being has have "
    "had it its his her their they he she we that this these those which who whom said says say "
    "told will would could should may might can than more less about around at least most up down "
    "some no not only also after before when while where there here into over under out off per "
    "such other others one two three four five six seven eight nine ten hundred thousand million "
    "billion percent per cent percentage mr mrs ms dr new last next first second year month day "
    "week monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december according reported report".split()
)

_SUFFIXES = ("ingly", "ings", "ing", "edly", "ies", "ied", "es", "ed", "s", "e")
_DERIVED = (
    ("ation", "at", 3),
    ("uction", "uc", 3),
    ("tion", "t", 4),
    ("ement", "", 3),
    ("ment", "", 3),
    ("ery", "er", 3),
)
"""Endings of nouns made from verbs, what is kept of them, and the least that must stand before."""


def words_in(text: str, start: int, end: int) -> tuple[list[str], list[int], list[int]]:
    """Return the words in a stretch of a text, as `WORD` finds them, their starts and ends."""
    # Of plain letters there are few enough to be found twice as fast.
    plain = text[start:end].isascii()
    words: list[str] = (_ASCII_WORD if plain else WORD).findall(text, start, end)
    starts: list[int] = []
    ends: list[int] = []
    find, at = text.find, start
    for word in words:
        # Between two words there is no letter, so the next place to have it is its own.
        begin = find(word, at)
        at = begin + len(word)
        starts.append(begin)
        ends.append(at)
    return words, starts, ends


def holds_one(text: str, cues: Iterable[str]) -> bool:
    """Tell whether one of some strings stands in a text."""
    # A loop takes a third of the time of a generator, and this is asked for every figure.
    for cue in cues:  # noqa: SIM110
        if cue in text:
            return True
    return False


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """Return a crude stem in lower case; made for comparing words, not for showing them."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    for suffix in _SUFFIXES:
        if suffix == "s" and word.endswith("ss"):
            continue
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)] + ("y" if suffix in ("ies", "ied") else "")
            break
    for suffix, kept, least in _DERIVED:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            word = word[: -len(suffix)] + kept
            break
    if word.endswith("at") and len(word) > 5:
        word = word[:-2]
    # "stopped" → "stop", "cancelled" → "cancel", but "kill" and "miss" keep their double letter.
    doubled = len(word) > 3 and word[-1] == word[-2]
    if doubled and (word[-1] not in "lsz" or (word[-1] == "l" and len(word) > 5)):
        word = word[:-1]
    return word


_IRREGULAR = {
    "freed": "released",
    "died": "die", "dies": "die", "dying": "die", "deaths": "death", "won": "win", "wins": "win",
    "winning": "win", "took": "take", "taken": "take", "got": "get", "held": "held",
    "fell": "fall", "fallen": "fall", "rose": "rise", "risen": "rise", "grew": "grow",
    "grown": "grow", "shrank": "shrink", "shrunk": "shrink", "went": "go", "gone": "go",
    "fled": "flee", "lost": "lost", "lives": "life", "bodies": "body", "casualties": "casualty",
    "hurt": "hurt", "burnt": "burn", "drowned": "drown", "sought": "seek", "spent": "spent",
    "dead": "dead", "people": "people", "shares": "share", "prices": "price", "rates": "rate",
    "sold": "sell", "bought": "buy", "cut": "cut", "put": "put", "men": "man", "women": "woman",
    "children": "child", "damages": "damages", "series": "series", "economies": "economy",
    "paid": "pay", "overpaid": "overpay", "ran": "run", "stole": "steal", "stolen": "steal",
    "came": "come", "gave": "give", "given": "give", "built": "build", "sank": "sink",
    "sunk": "sink", "flew": "fly", "flown": "fly", "caught": "catch", "shot": "shoot",
    "stayed": "stay", "carries": "carry", "carried": "carry", "carrying": "carry",
}  # fmt: skip
