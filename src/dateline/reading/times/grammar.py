"""A small pattern language over words, compiled to regular expressions over classes of words.

Every token of a text is replaced by one character that stands for the set of word classes it
belongs to; a pattern is matched against that string. So a rule never sees white space, and a text
is read once, however many rules there are.

A pattern is a row of items:

    ago            the word itself, in any case; also the signs , . - / & : and 's
    {month}        any word of the class
    n=<count>      the macro of that name; ``name=`` keeps what the item matched
    ( a | b )      alternatives; ? * + directly after an item repeat it
    $              the end of the text
    ~( a ) !( a )  what has to follow, or must not follow, without being part of it
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from dateline.reading.times.tokens import Alphabet

_ITEM = re.compile(
    r"\s*(?:(?P<name>[a-z_]+)=)?(?:\{(?P<cls>[a-z0-9_]+)\}|<(?P<macro>[a-z_]+)>|(?P<look>[~!])?(?P<open>\()"
    r"|(?P<word>[^\s(){}<>|?*+=~!]+))(?P<rep>[?*+]?)"
)
_CLOSE = re.compile(r"\s*\)(?P<rep>[?*+]?)")
_BAR = re.compile(r"\s*\|")


END = "$"


class PatternError(ValueError):
    """A pattern of a rule table cannot be read."""


class Piece(NamedTuple):
    """A compiled stretch of a pattern: its expression, what it starts with, if it can be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


def _row(pieces: list[Piece]) -> Piece:
    first: frozenset[str] = frozenset()
    for piece in pieces:
        first |= piece.first
        if not piece.empty:
            break
    return Piece("".join(p.regex for p in pieces), first, all(p.empty for p in pieces))


class _Reader:
    def __init__(self, pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> None:
        self.pattern = pattern
        self.alphabet = alphabet
        self.macros = macros
        self.at = 0

    def whole(self) -> Piece:
        piece = self.alternatives()
        if self.pattern[self.at :].strip():
            raise PatternError(f"{self.pattern!r} cannot be read at character {self.at}")
        return piece

    def alternatives(self) -> Piece:
        rows = [self.row()]
        while match := _BAR.match(self.pattern, self.at):
            self.at = match.end()
            rows.append(self.row())
        if len(rows) == 1:
            return rows[0]
        first = frozenset[str]().union(*(row.first for row in rows))
        regex = "|".join(row.regex for row in rows)
        return Piece(f"(?:{regex})", first, any(row.empty for row in rows))

    def row(self) -> Piece:
        pieces: list[Piece] = []
        while match := _ITEM.match(self.pattern, self.at):
            self.at = match.end()
            pieces.append(self.item(match))
        return _row(pieces)

    def item(self, match: re.Match[str]) -> Piece:
        repeat = match["rep"]
        if match["open"]:
            piece = self.alternatives()
            close = _CLOSE.match(self.pattern, self.at)
            if close is None:
                raise PatternError(f"{self.pattern!r} lacks a closing bracket")
            self.at = close.end()
            if match["look"]:
                sign = "=" if match["look"] == "~" else "!"
                return Piece(f"(?{sign}{piece.regex})", frozenset(), empty=True)
            repeat = close["rep"]
        elif match["macro"]:
            piece = _Reader(self.macros[match["macro"]], self.alphabet, self.macros).whole()
        elif match["word"] == END:
            piece = Piece("$", frozenset(), empty=True)
        else:
            chars = self.alphabet.characters_of(match["cls"] or f"={match['word']}")
            piece = Piece(f"[{''.join(sorted(chars))}]", chars, empty=False)
        if repeat:
            piece = Piece(f"(?:{piece.regex}){repeat}", piece.first, piece.empty or repeat != "+")
        if match["name"]:
            piece = piece._replace(regex=f"(?P<{match['name']}>{piece.regex})")
        return piece


def literals_in(pattern: str) -> list[str]:
    """Return the words a pattern names literally, for the alphabet."""
    return [match["word"] for match in _ITEM.finditer(pattern) if match["word"] not in {None, END}]


def compiled(pattern: str, alphabet: Alphabet, macros: Mapping[str, str]) -> Piece:
    """Return a pattern compiled over the characters of an alphabet.

    Raises PatternError when the pattern cannot be read, KeyError for an unknown class or macro.
    """
    return _Reader(pattern, alphabet, macros).whole()
