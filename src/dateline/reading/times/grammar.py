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
from functools import reduce
from operator import or_
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


DEPTH = 3
"""How many of the first tokens of a match are looked at before an expression is tried."""

_Places = tuple[frozenset[str], ...]
_NOWHERE: _Places = (frozenset(),) * DEPTH


class Piece(NamedTuple):
    """A compiled stretch of a pattern: its expression and what it can begin with."""

    regex: str
    places: _Places = _NOWHERE
    """What can stand at each of the first places of a match."""
    ends: _Places = _NOWHERE
    """What can stand there as the last token of a match."""
    empty: bool = True
    """Whether it can match no token."""

    def can_begin(self, classes: str) -> bool:
        """Tell whether a match can begin with the first characters, or all that are left."""
        for char, place, end in zip(classes, self.places, self.ends, strict=False):
            if char in end:
                return True
            if char not in place:
                return False
        return len(classes) >= DEPTH


def _both(one: _Places, other: _Places) -> _Places:
    if other is _NOWHERE:
        return one
    return other if one is _NOWHERE else tuple(map(or_, one, other))


def _behind(piece: Piece, places: _Places) -> _Places:
    """Return the places of what follows a piece, counted from the piece's beginning."""
    out = places if piece.empty else _NOWHERE
    if places is not _NOWHERE:
        for length, end in enumerate(piece.ends[:-1], 1):
            if end:
                out = _both(out, _NOWHERE[:length] + places[: DEPTH - length])
    return out


def _before(piece: Piece, rest: Piece) -> Piece:
    """Return a piece and what follows it as one."""
    return Piece(
        piece.regex + rest.regex,
        _both(piece.places, _behind(piece, rest.places)),
        _both(piece.ends if rest.empty else _NOWHERE, _behind(piece, rest.ends)),
        piece.empty and rest.empty,
    )


def _row(pieces: list[Piece]) -> Piece:
    *before, row = pieces or [Piece("")]
    for piece in reversed(before):
        row = _before(piece, row)
    return row


def _either(rows: list[Piece]) -> Piece:
    return Piece(
        f"(?:{'|'.join(row.regex for row in rows)})",
        reduce(_both, (row.places for row in rows)),
        reduce(_both, (row.ends for row in rows)),
        any(row.empty for row in rows),
    )


def _repeated(piece: Piece, sign: str) -> Piece:
    often = piece
    if sign != "?":
        for _ in range(DEPTH - 1):
            often = _either([piece, _before(piece, often)])
    return Piece(f"(?:{piece.regex}){sign}", often.places, often.ends, piece.empty or sign != "+")


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
        return rows[0] if len(rows) == 1 else _either(rows)

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
                return Piece(f"(?{sign}{piece.regex})")
            repeat = close["rep"]
        elif match["macro"]:
            piece = _Reader(self.macros[match["macro"]], self.alphabet, self.macros).whole()
        elif match["word"] == END:
            piece = Piece("$")
        else:
            chars = self.alphabet.characters_of(match["cls"] or f"={match['word']}")
            expression = f"[{''.join(sorted(chars))}]"
            places = (chars, *_NOWHERE[1:])
            piece = Piece(expression, places, places, empty=False)
        if repeat:
            piece = _repeated(piece, repeat)
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
