"""Names of writers in a byline."""

from __future__ import annotations

import re

import msgspec

from dateline.intake.wire.agencies import agency_named
from dateline.intake.wire.english import (
    AND,
    BY_WORDS,
    CREDIT_BY_WORDS,
    MONTHS,
    NAME_PARTICLES,
    NAME_TITLES,
    NOT_IN_NAMES,
    ROLE_WORDS,
)
from dateline.text import Span, trimmed, without_entities


class Author(msgspec.Struct, frozen=True):
    """A writer's name as the byline gives it, and where."""

    name: str
    span: Span


_BY = re.compile(
    r"\s*[-–—|•*]*\s*(?:"
    + "|".join(re.escape(words) for words in (*CREDIT_BY_WORDS, *BY_WORDS))
    + r")(?=[\s:])[:\s]*",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:&|\band)\s+(?:the\s+)?$", re.IGNORECASE)
"""What makes an agency sign with the writers before it; elsewhere it is whom they write for."""
_EMPLOYED = re.compile(r"[,(/|]\s*(?:the\s+)?$", re.IGNORECASE)
"""What ties it to them so; after a dash it is where the report ran."""
_ONE_WORD = re.compile(r"[A-Z][\w.-]{1,24}")
_REACH = 400
_MAX_NAME = 60
_SPLIT = re.compile(
    r"\s*(?:,|;|\||·|•|&|/|\n|\t|\s[-–—]+\s|[–—]|\(|\)|\[|\]|:|@\w+|https?://\S+)\s*"
    r"|\s+(?:AND|And|with|WITH|for|FOR|For|in|at|of|"
    # What is a part of names as well ("Ortega y Gasset") joins none in a byline.
    + "|".join(word for word in AND if word not in NAME_PARTICLES)
    + r")\s+",
)
_TOKEN = re.compile(r"[^\s]+")
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SURNAME_PREFIX = re.compile(r"^(?:Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|O|D|L|Fitz|St|Del|Dal|Al|El)$")
_END_WORDS = re.compile(
    r"\s*\b(?:published|updated|posted|last|first|modified|on|today|yesterday|"
    + "|".join(sorted(MONTHS, key=len, reverse=True))
    + r")\b(?=[\s.,:|]|$)|\s*\d",
    re.IGNORECASE,
)


def is_name(words: str) -> bool:
    """Tell whether words have the form of a personal name of two to five words."""
    tokens = words.split()
    if not 2 <= len(tokens) <= 6 or len(words) > _MAX_NAME:
        return False
    strong = 0
    for index, token in enumerate(tokens):
        core = token.strip(".,'’\"“”")
        if not core or not re.fullmatch(r"[^\W\d_][\w.'’‘`-]*", core) or re.search(r"[\d_]", core):
            return False
        folded = core.casefold()
        if folded in NAME_TITLES:
            continue
        if folded in NAME_PARTICLES and (index not in (0, len(tokens) - 1) or not core.istitle()):
            continue
        if folded in NOT_IN_NAMES or folded.removesuffix("'s").removesuffix("’s") != folded:
            return False
        if not core[0].isupper() and not (index and re.match(r"(?:d|l|al|el|ul|bin)[-'’]\w", core)):
            return False
        if token.endswith((".", ",")) and len(core) > 2 and index < len(tokens) - 1:
            return False
        strong += 1
    return strong >= 2 or (strong == 1 and len(tokens) >= 2 and tokens[0].casefold() in NAME_TITLES)


def authors_in(text: str, span: Span) -> tuple[Author, ...]:
    """Return the writers a byline names, in order, each once.

    Takes ``By A B and C D, Political Correspondent``, a bare ``A B``, names glued to a role
    (``A BReporter``) or followed by a date. Roles, places and desks are left out; an agency that
    signs the report (``By The Associated Press``) is returned under the byline's words.
    """
    window = without_entities(text[span.start : min(span.end, span.start + _REACH)])
    introduced = _BY.match(window)
    start = introduced.end() if introduced else len(window) - len(window.lstrip())
    out: list[Author] = []
    seen: set[str] = set()
    pieces = _pieces(window, start)
    for piece in pieces:
        name = _name_in(window, piece, bare=introduced is None)
        if name is None:
            if introduced is None and not out:
                return ()
            continue
        words = re.sub(r"\s+", " ", name.of(window))
        if out and agency_named(words) and not _JOINED.search(window, 0, name.start):
            continue
        if words.casefold() not in seen:
            seen.add(words.casefold())
            out.append(Author(name=words, span=name.shifted(span.start)))
    if not out and introduced and pieces and _signs_alone(pieces[0].of(window)):
        return (Author(name=pieces[0].of(window), span=pieces[0].shifted(span.start)),)
    return tuple(out)


def byline_agency_in(text: str, span: Span) -> tuple[str, Span] | None:
    """Return the agency that the writers of a byline write for, under its usual name, and where.

    Takes ``By A B, AP`` and ``A B (Afp)``; an agency that signs itself is a writer of `authors_in`.
    """
    window = without_entities(text[span.start : min(span.end, span.start + _REACH)])
    introduced = _BY.match(window)
    for piece in _pieces(window, introduced.end() if introduced else 0)[1:]:
        words = trimmed(window, piece)
        name = agency_named(words.of(window)) if words else None
        if name is not None and _EMPLOYED.search(window, 0, words.start):
            return name, words.shifted(span.start)
    return None


def _signs_alone(words: str) -> bool:
    """Tell whether one capitalised word after ``By`` may be a paper or a writer of one name."""
    return bool(_ONE_WORD.fullmatch(words)) and words.casefold() not in NOT_IN_NAMES


def _pieces(window: str, start: int) -> list[Span]:
    pieces: list[Span] = []
    at = start
    for match in _SPLIT.finditer(window, start):
        if match.start() > at:
            pieces.append(Span(at, match.start()))
        at = match.end()
    if at < len(window):
        pieces.append(Span(at, len(window)))
    return pieces


def _name_in(window: str, piece: Span, *, bare: bool) -> Span | None:
    """Return the name a piece of a byline opens with, its role, date and glued words cut off."""
    piece = trimmed(window, piece)
    words = piece.of(window)
    if not words:
        return None
    if nested := _BY.match(words):
        piece = Span(piece.start + nested.end(), piece.end)
        words = piece.of(window)
    if agency_named(words) is not None:
        return None if bare and words.islower() else piece
    if (end := _END_WORDS.search(words)) and end.start():
        piece = trimmed(window, Span(piece.start, piece.start + end.start()))
        words = piece.of(window)
    for length in _lengths(words):
        if is_name(words[:length]) or agency_named(words[:length]):
            return trimmed(window, Span(piece.start, piece.start + length))
    return None


def _lengths(words: str) -> list[int]:
    """Return where a name may end, likeliest first: before glued capitals, a role, the end."""
    role = len(words)
    for match in _TOKEN.finditer(words):
        token = match.group().strip(".,'’\"“”").casefold()
        if match.start() and (token in ROLE_WORDS or token in NOT_IN_NAMES):
            role = match.start()
            break
    glued = [
        match.start()
        for match in _GLUE.finditer(words, 0, role)
        if not _SURNAME_PREFIX.match(re.split(r"[\s'’-]", words[: match.start()])[-1])
    ]
    return [*glued, role]
