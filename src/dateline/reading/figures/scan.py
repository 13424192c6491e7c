"""Finds numbers in running text: digits, number words, fractions and vague plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.reading.figures.english.numbers import (
    CARDINALS,
    DENOMINATORS,
    MULTIPLES,
    PARTED,
    SCALES,
    VAGUE,
    VULGAR,
)
from dateline.reading.figures.english.phrases import FEW


class Number:
    """One number in the text; ``low`` and ``high`` are set for words of magnitude."""

    __slots__ = (
        "digits",
        "end",
        "fraction",
        "high",
        "low",
        "multiple",
        "plain",
        "scaled",
        "start",
        "value",
    )

    def __init__(self, start: int, end: int, value: float) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.low: float | None = None
        self.high: float | None = None
        self.digits = False
        self.plain = False
        """Whether it is written as digits alone, without comma, point or scale."""
        self.scaled = False
        self.fraction = False
        self.multiple = False


def _any(words: object) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


_TENS = _any([w for w, v in CARDINALS.items() if v >= 20])
_UNITS = _any([w for w, v in CARDINALS.items() if 0 < v < 10])
_SMALL = rf"(?:(?:{_TENS})(?:[- ](?:{_UNITS})\b)?|{_any(CARDINALS)})"
_SCALE = rf"(?:{_any(SCALES)})"
_RUN = (
    rf"(?:{_SMALL}|an?(?= {_SCALE}\b)|{_SCALE}(?!s))"
    rf"(?:[- ]{_SCALE}\b(?:,? and(?= {_SMALL}\b))?(?:[- ]{_SMALL}\b)?)*"
)
_SPELLS = ("halves", "quarters")
"""Parts of a match or a year: ``two quarters`` are six months."""
_FRACTION = (
    rf"(?:{_any([w for w, v in CARDINALS.items() if 1 < v < 10])})[- ]"
    rf"(?:{_any([w for w in DENOMINATORS if w.endswith('s') and w not in _SPELLS])})\b"
    r"|three[- ]quarters(?= of\b| the\b| full\b)"
    rf"|(?:an? |one[- ])(?:{_any([w for w in DENOMINATORS if w[-1] != 's' and w != 'half'])})"
    r"(?= of\b| the\b| less\b| more\b| higher\b| lower\b| as\b)"
    rf"|(?<=\bby )an? (?:{_any([w for w in DENOMINATORS if w[-1] != 's' and w != 'half'])})"
    r"(?=[.,;)]| (?:to|from|since|over|in|after|compared|last|this)\b|$)"
)
_HALF = r"half(?= (?:of|the|its|their|his|her|our|all|those|these)\b)"
_PART_OF_SCALE = rf"(?:half|(?:a )?quarter)(?: of)?(?: an?)?[- ]{_SCALE}\b"
_MEASURED_PART = (
    r"(?:(?P<top>half|(?:an?|one)[- ](?:quarter|third)|(?:two|three)[- ](?:quarters|thirds))"
    rf"(?:(?: of)? an?(?=[- ](?:{PARTED})\b)|(?=-(?:{PARTED})\b))"
    r"|(?P<point>a quarter(?=[- ](?:percentage[- ])?point\b)))"
)
_DIGITS = (
    r"(?<![\d.])(?:\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:[\u00a0\u202f]\d{3})+"
    r"|\d+(?:\.\d+)?|\.\d+)"
)
_WORDS = re.compile(
    rf"(?P<vague>{_any(VAGUE)})|(?P<few>{FEW} {_SCALE}(?: {_SCALE})?\b)"
    rf"|(?P<part>{_PART_OF_SCALE})|(?P<measured>{_MEASURED_PART})|(?P<fraction>{_FRACTION}|{_HALF})"
    rf"|(?P<fold>(?:{_any([w for w, v in CARDINALS.items() if 2 < v < 100])}|hundred)-?fold)\b"
    rf"|(?P<multiple>(?:{_any(MULTIPLES)})(?= (?:as|the|that)\b))|(?P<run>{_RUN})",
    re.IGNORECASE,
)
_FIRST_LETTERS = (
    r"(?:[oO]n[eE]|[tT](?:w|h[ior]|h?o?en|e[nl]|ri)|[fF](?:our|iv|if|or|ew)|[cC](?:ouple|rore)"
    r"|[sS](?:ix|ev|co)|[eE](?:ig|le)|[nN]in|[zZ]ero|[hH](?:un|al)|[mM]il|[bB]il|[dD](?:oz|ou)"
    r"|[lL]akh|[qQ]ua|[aA]n? (?=[a-z]))"
)
# Patterns that begin with one of some signs are found several times as fast as with a border.
_BEFORE_WORD = re.compile(rf"\W(?={_FIRST_LETTERS})")
_AT_START = re.compile(_FIRST_LETTERS)
_FIRST_DIGIT = re.compile(
    r"[\d.½⅓⅔¼¾⅛⅜⅝⅞](?:(?<![A-Za-z0-9_].)(?=[\d\W a-zA-Z]|$)|(?<=[A-Zd=s.]\d))"
)
_NUMERAL = re.compile(
    rf"(?P<digits>{_DIGITS})?(?P<vulgar>(?:(?<=\d)[ -])?[{''.join(VULGAR)}])?"
    r"(?P<over>(?(digits)(?:[- ](?P<top>\d{1,3}))?\s?[/⁄]\s?(?P<bottom>\d{1,3})(?![\d/⁄.])))?"
)
_TAIL = re.compile(rf"[- ]({_SCALE})\b(?!s\b)", re.IGNORECASE)
_HALF_TAIL = re.compile(rf"[- ]and[- ]an?[- ](half|quarter|third)\b(?:[- ]({_SCALE})\b)?", re.I)
_SPLIT = re.compile(r"[\s-]+")


def number_of_words(words: str) -> float:
    """Return the number a run of English number words stands for."""
    total = 0.0
    current = 0.0
    for word in _SPLIT.split(words.lower().replace(",", "")):
        if word in CARDINALS:
            current += CARDINALS[word]
        elif word in SCALES:
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= 1000:
                total += current
                current = 0.0
        elif word in ("a", "an"):
            current = 1.0
    return total + current


_MOST_DIGITS = 40
"""Characters of a number in digits; what is longer counts nothing."""


def _numeral(match: re.Match[str]) -> Number | None:
    digits = match["digits"]
    vulgar = match["vulgar"]
    if digits is None:
        if vulgar is None:
            return None
        number = Number(match.start(), match.end(), VULGAR[vulgar[-1]])
        number.fraction = number.digits = True
        return number
    if len(digits) > _MOST_DIGITS:
        return None
    try:
        value = float(re.sub(r"[,\s\u00a0\u202f]", "", digits))
    except ValueError:
        return None
    number = Number(match.start(), match.end(), value)
    number.digits = True
    number.plain = digits.isdecimal()
    if vulgar:
        number.value += VULGAR[vulgar[-1]]
        number.plain = False
    bottom = match["bottom"]
    if bottom is not None:
        top = match["top"]
        under = int(bottom)
        over = int(top) if top else value
        if not under or over >= under or not number.plain:
            number.end = match.end("digits")
            return number
        number.value = value + over / under if top else over / under
        number.plain = False
        number.fraction = top is None
    return number


def _worded(match: re.Match[str]) -> Number:
    words = match.group()
    low = words.lower()
    number = Number(match.start(), match.end(), 0.0)
    kind = match.lastgroup
    if kind == "vague":
        number.low, number.high = VAGUE[low]
        number.value = number.low
    elif kind == "few":
        scale = number_of_words(" ".join(w for w in _SPLIT.split(low) if w in SCALES))
        number.low, number.high = 2 * scale, 10 * scale
        number.value = number.low
    elif kind == "part":
        parts = _SPLIT.split(low)
        number.value = (0.25 if "quarter" in parts else 0.5) * SCALES[parts[-1]]
        number.scaled = True
    elif kind == "measured":
        parts = _SPLIT.split((match["top"] or match["point"]).lower())
        number.value = CARDINALS.get(parts[0], 1) / DENOMINATORS[parts[-1]]
    elif kind == "fraction":
        parts = _SPLIT.split(low)
        top = CARDINALS.get(parts[0], 1) if len(parts) > 1 else 1
        number.value = top / DENOMINATORS[parts[-1]]
        number.fraction = True
    elif kind == "fold":
        number.value = number_of_words(low.removesuffix("fold").rstrip("-"))
        number.multiple = True
    elif kind == "multiple":
        number.value = MULTIPLES[low]
        number.multiple = True
    else:
        number.value = number_of_words(low)
        number.scaled = any(scale in low for scale in SCALES)
    return number


def _candidates(text: str) -> list[int]:
    """Return where numbers may begin, in order."""
    starts = [match.end() for match in _BEFORE_WORD.finditer(text)]
    starts += [match.start() for match in _FIRST_DIGIT.finditer(text)]
    if _AT_START.match(text):
        starts.append(0)
    starts.sort()
    return starts


def numbers_in(text: str) -> Iterator[Number]:
    """Yield the numbers of a text in order, traps and all."""
    position = 0
    for start in _candidates(text):
        if start < position:
            continue
        character = text[start]
        number: Number | None = None
        if character.isalpha():
            match = _WORDS.match(text, start)
            if match is not None and not text[match.end() : match.end() + 1].isalnum():
                number = _worded(match)
        else:
            match = _NUMERAL.match(text, start)
            if match is not None and match.end() > start:
                number = _numeral(match)
        if number is None:
            continue
        if (number.low is None and not number.fraction) or (number.fraction and number.digits):
            _extend(text, number)
        yield number
        position = max(number.end, start + 1)


def _extend(text: str, number: Number) -> None:
    """Take scale words after the number into it (``4 hundred million``, ``two and a half``)."""
    if text[number.end : number.end + 1] not in (" ", "-"):
        return
    while (tail := _TAIL.match(text, number.end)) is not None:
        number.value *= SCALES[tail[1].lower()]
        number.end = tail.end()
        number.scaled, number.plain, number.fraction = True, False, False
    half = _HALF_TAIL.match(text, number.end)
    if half is not None:
        number.value += {"half": 0.5, "quarter": 0.25, "third": 1 / 3}[half[1].lower()]
        if half[2]:
            number.value *= SCALES[half[2].lower()]
            number.scaled = True
        number.end = half.end()
        number.plain = False
