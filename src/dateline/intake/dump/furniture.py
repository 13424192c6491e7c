"""What stands around an article and is told by its own words: captions, credits, notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import msgspec

from dateline.intake.dump.english import (
    CALLS,
    CAPTION,
    CAPTION_WORDS,
    COMMENT_COUNT,
    CONSENT,
    COPYRIGHT,
    COPYRIGHT_WORDS,
    CREDIT_LABELS,
    CREDIT_LABELS_BROKEN,
    CREDIT_NAMES,
    CREDIT_NAMES_WORDS,
    PICTURE_BRACKETS,
    PICTURE_NAMES,
    PICTURE_TAIL,
    PROMO_HEADINGS,
    SIGN_OFF,
    STREET,
    THREAD,
    VIA,
    Cue,
)
from dateline.records import PartKind
from dateline.text import Span, without_entities

READING_TIME = re.compile(
    r"(?:[·•|-]\s*)?(?:(?:estimated )?reading time\s?:?\s*(?P<a>\d{1,3})\s?(?:min(?:ute)?s?)?"
    r"|(?P<b>\d{1,3})[\s-]?min(?:ute)?s?[\s-]read(?:ing)?|read in (?P<c>\d{1,3}) min(?:ute)?s?)",
    re.IGNORECASE,
)


_Worded: TypeAlias = Sequence[tuple[str, re.Pattern[str]]]
"""Patterns, each beside a word that a line needs for it, in small letters."""


def _by_word(cues: Sequence[Cue]) -> _Worded:
    """Return each cue's pattern beside each of the words that a line needs for it."""
    compiled = [(cue, re.compile(cue.pattern, re.IGNORECASE)) for cue in cues]
    return tuple((word, pattern) for cue, pattern in compiled for word in cue.words or ("",))


_CALLS = _by_word(CALLS)
_THREAD = tuple(re.compile(cue.pattern, re.IGNORECASE) for cue in THREAD)
_THREAD_CHARACTERS = 100
_CONSENT = _by_word(CONSENT)
_CALL_LEAST, _CALL_MOST, _CALL_CHARACTERS = 4, 40, 400
_CONSENT_LEAST = 8
"""Words of a line that calls on the reader, and the least of one that asks to agree."""
_COPYRIGHT = re.compile(COPYRIGHT, re.IGNORECASE)
_COPYRIGHT_CHARACTERS = 400
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright)(?:\s|©|\(c\)|copyright|by\b|(?:19"
    r"|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)\d\d|\d\d|"
    r"present))?|,)*(?P<holder>[^\W\d_][^|•©·\n]{1,80}?)"
    r"(?=\s*(?:$|[|•©·]|(?:19|20)\d\d\b|\ball rights\b|\bused (?:with|by)\b|(?<!\b(?:Inc"
    r"|Ltd))(?<!\b[A-Z])(?<!\bCo)(?<!L\.P)\.\s|"
    r"[,.]\s*(?:19|20)\d\d|\bcontributed\b|\bmay not\b))",
    re.IGNORECASE,
)
_CREDIT_CHARACTERS = 160
_CAPTION_CHARACTERS = 600
_BRACKETED_CHARACTERS = 420
"""The longest credit, caption that ends with one, and caption that ends with one in brackets: what
is longer is a paragraph that a picture stands under."""
_NAMES_CHARACTERS = 70
_CREDIT = re.compile(rf"[(\[]?(?:{CREDIT_LABELS})\S", re.IGNORECASE)
_CREDIT_NAMES = re.compile(CREDIT_NAMES, re.IGNORECASE)
_AGENCY_CHARACTERS = 20
"""The longest line that is an agency's name and no more."""
_CAPTION = re.compile(CAPTION, re.IGNORECASE)
_PROMO_CHARACTERS = 120
_PROMO = re.compile(rf"\W*(?:{PROMO_HEADINGS})", re.IGNORECASE)
_TAIL_CREDIT = re.compile(rf"(?:{CREDIT_LABELS})(?P<names>[^:\n]{{2,120}})$", re.IGNORECASE)
_VIA = re.compile(VIA)
_BROKEN_CREDIT = re.compile(rf"(?:{CREDIT_LABELS_BROKEN})\s?:[^()]{{2,}}\)", re.IGNORECASE)
_PICTURE_BRACKETS = re.compile(PICTURE_BRACKETS, re.IGNORECASE)
_PICTURE_NAMES = re.compile(PICTURE_NAMES)
_PICTURE_TAIL = re.compile(PICTURE_TAIL, re.IGNORECASE)
_COMMENT_COUNT = re.compile(COMMENT_COUNT, re.IGNORECASE)
_COUNT_REACH = 40
_STREET = re.compile(STREET, re.IGNORECASE)
_SIGN_OFF = re.compile(SIGN_OFF, re.IGNORECASE)


class Holder(msgspec.Struct, frozen=True):
    """Who holds the copyright, as a notice names it."""

    name: str
    span: Span


def holder_in(text: str, span: Span) -> Holder | None:
    """Return the copyright holder a notice names."""
    clean = without_entities(span.of(text))
    match = _HOLDER.search(clean)
    if match is None:
        return None
    name = match.group("holder")
    if street := _STREET.search(name):
        name = name[: street.start()]
    name = name.rstrip(" ,-–—")
    if name.casefold() in ("all rights reserved", "all rights", "the", "notice", "policy"):
        return None
    if name.endswith(".") and not re.search(r"(?:Inc|Ltd|Co|Corp|Pty|L\.P|\b[A-Z])\.$", name):
        name = name.rstrip(".")
    start = span.start + match.start("holder")
    return Holder(name=re.sub(r"\s+", " ", name), span=Span(start, start + len(name)))


def is_copyright(words: str) -> bool:
    """Tell whether a line is a copyright notice."""
    return (
        len(words) <= _COPYRIGHT_CHARACTERS
        and _has(words.lower(), COPYRIGHT_WORDS)
        and _COPYRIGHT.search(words) is not None
    )


def is_sign_off(words: str) -> bool:
    """Tell whether a line names who reported and edited wire copy."""
    return len(words) <= 300 and _SIGN_OFF.match(words) is not None


def ends_with_picture_credit(words: str) -> bool:
    """Tell whether a line ends by naming who took a picture, as captions do."""
    return (
        ":" in words
        and len(words) <= _CAPTION_CHARACTERS
        and _PICTURE_TAIL.search(words) is not None
    ) or (
        "(" in words
        and len(words) <= _BRACKETED_CHARACTERS
        and _PICTURE_BRACKETS.search(words) is not None
    )


def names_picture(words: str) -> bool:
    """Tell whether a line is only a name as it stands under a picture: ``(Kalvan Ferries)``."""
    return len(words) <= _NAMES_CHARACTERS and _PICTURE_NAMES.fullmatch(words.strip()) is not None


def broken_captions(words: Sequence[str]) -> list[int]:
    """Return the lines of captions whose credit was broken off: ``…quay (``, then ``Image: X)``.

    The credit may stand on one line or on two.
    """
    out: list[int] = []
    for index, said in enumerate(words):
        if not said.rstrip().endswith("(") or len(said) > _CAPTION_CHARACTERS:
            continue
        for size in (1, 2):
            credit = " ".join(words[index + 1 : index + 1 + size])
            if len(credit) <= _CREDIT_CHARACTERS and _BROKEN_CREDIT.fullmatch(credit.strip()):
                out += range(index, index + 1 + size)
                break
    return out


def heads_comment(words: str) -> bool:
    """Tell whether a line stands over or under a reader's comment."""
    return len(words) <= _THREAD_CHARACTERS and any(cue.search(words) for cue in _THREAD)


def asking(lines: Sequence[str], counts: Sequence[float]) -> list[bool]:
    """Tell which lines of a page ask their reader to do or to agree to something.

    ``counts`` are their words.
    """
    page = "\n".join(lines).lower()
    calls, consent = _worded(_CALLS, page), _worded(_CONSENT, page)
    return [
        (
            _CALL_LEAST <= count <= _CALL_MOST
            and _found(calls, words[:_CALL_CHARACTERS], words.lower())
        )
        or (count >= _CONSENT_LEAST and _found(consent, words, words.lower()))
        for words, count in zip(lines, counts, strict=True)
    ]


def _worded(cues: _Worded, lowered: str) -> _Worded:
    """Return the patterns whose words a text has."""
    return [(word, cue) for word, cue in cues if word in lowered]


def _found(cues: _Worded, words: str, lowered: str) -> bool:
    return any(cue.search(words) for word, cue in cues if word in lowered)


def _has(lowered: str, needed: Sequence[str]) -> bool:
    """Tell whether a line has one of the words that a pattern needs: patterns take longer."""
    return any(map(lowered.__contains__, needed))


def furniture_kind(words: str, *, near_article: bool) -> PartKind:
    """Return what a line outside the article's text is, told by its own words."""
    if len(words) > _CAPTION_CHARACTERS:
        return "other"
    kind = _kind_near_article(words)
    return "other" if kind == "caption" and not near_article else kind


# A page repeats its lines, and a site its pages'.
@lru_cache(maxsize=4096)
def _kind_near_article(words: str) -> PartKind:
    size = len(words)
    lowered = words.lower()
    if size <= _CREDIT_CHARACTERS and _CREDIT.match(words):
        return "credit"
    if is_copyright(words):
        return "copyright"
    if names_picture(words):
        return "credit"
    if size <= _PROMO_CHARACTERS and _PROMO.match(words):
        return "promo"
    if (
        size <= _CREDIT_CHARACTERS
        and (size <= _AGENCY_CHARACTERS or _has(lowered, CREDIT_NAMES_WORDS))
        and _CREDIT_NAMES.fullmatch(words)
    ):
        return "credit"
    if is_sign_off(words):
        return "credit"
    if ends_with_picture_credit(words):
        return "caption"
    if 25 <= size <= 500 and _has(lowered, CAPTION_WORDS) and _CAPTION.search(words):
        return "caption"
    return "other"


def tail_credit(text: str, span: Span) -> tuple[Span, Span | None] | None:
    """Return the credit a teaser ends with, and within it the outlet after ``via``."""
    clean = without_entities(span.of(text))
    match = _TAIL_CREDIT.search(clean)
    if match is None or len(match.group()) > 140:
        return None
    via = _VIA.search(clean, match.start())
    outlet = Span(*via.span("outlet")).shifted(span.start) if via else None
    return Span(span.start + match.start(), span.start + len(clean.rstrip())), outlet


def comment_count(text: str, span: Span) -> Span | None:
    """Return the count of readers' comments that a headline or teaser ends with."""
    clean = without_entities(span.of(text))
    match = _COMMENT_COUNT.search(clean, max(0, len(clean) - _COUNT_REACH))
    return Span(*match.span()).shifted(span.start) if match and match.start() else None
