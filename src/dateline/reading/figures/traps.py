"""Tells numbers that are no figures: dates, times, names, scores and their kin."""

from __future__ import annotations

import re
from bisect import bisect_left

from dateline.reading.figures.draft import Draft
from dateline.reading.figures.english.nouns import STOPS
from dateline.reading.figures.english.phrases import YEAR_BREAKERS
from dateline.reading.figures.english.traps import (
    ANCHORED,
    GROUP_NAMES,
    HINTS,
    NAME_BREAKERS,
    NAME_HEADS,
    PATTERNS,
    SERIAL_HEADS,
    YEAR_NOUNS,
)
from dateline.reading.figures.nouns import is_plural
from dateline.reading.needles import Sought

# A pattern that begins with the number itself is tried at the number only.
_AT = re.compile(
    "|".join(f"(?:{pattern})" for _, pattern, _ in PATTERNS if pattern.startswith(ANCHORED))
)
_AROUND = tuple(
    (kind, Sought(pattern), re.compile(HINTS[pattern]) if pattern in HINTS else None)
    for kind, pattern, _ in PATTERNS
    if not pattern.startswith(ANCHORED)
)
_DIGIT = re.compile(r"\d")
_LAST_WORD = re.compile(r"(\S+)\s+$")
_GAPPED = re.compile(
    r"\d[\d,.]*%? [a-z][^.;\n]{0,60}?(?:, | and )(?:the )?"
    r"(?:[A-Z][\w’']+ ){0,3}(?:[A-Z][\w’']+s|Party|Union|Alliance|Front|Movement|Bloc|League) $"
)
"""A number before names whose number follows: ``won 77 seats and the Workers' Party 50``."""
_NEXT_WORD = re.compile(r"[ ]+([A-Za-z][\w’'-]*)")
_TERM = re.compile(
    r" (?:[a-z]+ )?(?:sentence|term|ban|prison|jail|suspension|delay|strike|siege|high|low|contract"
    r"|deal|agreement|extension|lease|loan|mandate|closure|outage|ceasefire|truce|stay|stint)s?\b"
)


_REACH = 48


class TrapReader:
    """Finds the dates, clock times, phone numbers … in which the numbers of one text stand."""

    __slots__ = ("_sought", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        digits = [found.start() for found in _DIGIT.finditer(text)]
        self._sought: list[tuple[str, Sought, list[int] | None]] = []
        """What can be in the text, and where its hints stand."""
        for kind, sought, hint in _AROUND:
            places = None if hint is None else [at for at in digits if hint.match(text, at)]
            if places != []:
                self._sought.append((kind, sought, places))

    def end_of(self, draft: Draft) -> int:
        """Return where the trap ends in which a number stands, or 0."""
        text, at = self._text, draft.number.start
        found = _AT.match(text, at)
        if found is not None:
            return found.end()
        signed = draft.kind == "money" and draft.start < at
        low, high = max(0, at - _REACH), draft.end + 24
        lower = text[low:high].lower()
        for kind, sought, places in self._sought:
            if places is not None:
                if bisect_left(places, low) == bisect_left(places, high):
                    continue
            elif not sought.may_be_in(lower):
                # Around a few numbers this takes less than once in the whole text.
                continue
            for match in sought.pattern.finditer(text, low, high):
                if match.start() > at:
                    break
                if at < match.end() and not (signed and kind == "name"):
                    return match.end()
        return 0


def _is_year(text: str, draft: Draft) -> bool:
    number = draft.number
    if not number.plain or not 1500 <= number.value < 2100 or number.end - number.start != 4:
        return False
    before = text[max(0, number.start - 24) : number.start].lower()
    if re.search(
        YEAR_BREAKERS,
        before,
    ):
        following = _NEXT_WORD.match(text, draft.end)
        if (
            following is not None
            and is_plural(following[1])
            and following[1][0].islower()
            and (not before.endswith((" of ", " to ")))
        ):
            return False
        return not re.search(
            r"(?:more than|fewer than|less than|at least|nearly|almost)\s$", before
        )
    following = _NEXT_WORD.match(text, draft.end)
    if following is None:
        return True
    word = following[1]
    if number.value > 1989 and word in YEAR_NOUNS:
        return True
    return not (
        word in ("people", "points")
        or (
            is_plural(word)
            and word[0].islower()
            and not re.search(
                r"\b(?:in|the|since|by|its|his|their|a|of|for|from|until|during|’s|'s)\s$", before
            )
        )
    )


def is_trap(text: str, draft: Draft) -> bool:
    """Tell whether a number with its unit is no figure after all."""
    number = draft.number
    start, end = draft.start, draft.end
    after = text[end : end + 1]
    if number.digits and start == number.start and start and text[start - 1].isalpha():
        return True
    if (
        draft.hyphen
        and not number.digits
        and draft.kind == "time"
        and (_TERM.match(text, end) is None)
    ):
        return True
    if (
        draft.kind in ("time", "weight")
        and number.plain
        and 1900 <= number.value < 2040
        and "," not in text[number.start : number.end]
        and not text[number.end : end].endswith("s")
    ):
        return True
    if draft.kind == "money" and text[start : start + 2] == f"R{text[number.start]}":
        named = _LAST_WORD.search(text[max(0, start - 30) : start])
        # South Africa's rand, unless it is the name of a road.
        if named is not None and named[1].lower() in NAME_HEADS:
            return True
    if draft.unit is None:
        if _is_year(text, draft):
            return True
        if number.digits and (after.isalnum() or after in "_°/\\"):
            return True
        if number.digits and text[end : end + 2] in ("st", "nd", "rd", "th"):
            return True
        if after == "." and text[end + 1 : end + 2].isdigit():
            return True
        if after == ":" and text[end + 1 : end + 2].isdigit():
            return True
        if number.value == 0 and not number.digits:
            return True
        if _in_a_name(text, draft):
            return True
    elif draft.kind == "multiple" and text[draft.number.end : end].strip().lower() == "time":
        return True
    if start and text[start - 1] in "_\\@#":
        return True
    if (
        start > 1
        and text[start - 1] in "-–/"
        and text[start - 2].isalpha()
        and (draft.kind is None or text[start - 1] == "-")
        and not (draft.kind == "money" and start < number.start)
    ):
        return (
            not text[max(0, start - 10) : start]
            .lower()
            .endswith(("sub-", "mid-", "now-", "pre-", "-to-", "magnitude-"))
        )
    return False


def _ends_a_phrase(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return following in ("", ".", ",", ";", "\n", ":") or text.startswith(" of the ", end)


def _in_a_name(text: str, draft: Draft) -> bool:
    """Tell whether a bare number belongs to a name around it (``Note 20``, ``Big Four``)."""
    number = draft.number
    before = _LAST_WORD.search(text[max(0, draft.start - 30) : draft.start])
    following = _NEXT_WORD.match(text, draft.end)
    next_word = following[1] if following else ""
    if (
        before is not None
        and before[1].lower() in NAME_HEADS
        and (
            number.plain
            or text[draft.start].isupper()
            or (before[1].lower() in SERIAL_HEADS and _ends_a_phrase(text, draft.end))
        )
        and not number.scaled
        and "\n" not in before.group()
    ):
        return True
    if not number.digits:
        mid = (
            draft.start > 1
            and text[draft.start].isupper()
            and text[draft.start - 1] == " "
            and (text[draft.start - 2].isalnum() or text[draft.start - 2] == ",")
        )
        named = before is not None and before[1] in GROUP_NAMES and text[draft.start].isupper()
        return named or (mid and not next_word.islower())
    if before is None or not number.plain or "\n" in before.group():
        return False
    word = before[1].lstrip("“\"'‘(")
    if not word[:1].isupper() or word in NAME_BREAKERS or word.endswith((",", ".", ";", ":", ")")):
        return False
    if word.endswith(("’s", "'s", "s’")):
        return False
    if _ends_a_phrase(text, draft.end) and _GAPPED.search(
        text, max(0, draft.start - 120), draft.start
    ):
        return False
    at = draft.start - len(before.group())
    sentence_start = at <= 0 or text[:at].rstrip()[-1:] in (".", "!", "?", "\n", "”", "", ":", "—")
    if next_word != next_word.lower() and number.value < 1000:
        return not sentence_start
    if (
        next_word
        and next_word[0].islower()
        and next_word not in STOPS
        and (is_plural(next_word) or not number.value < 100)
    ):
        return not (sentence_start or is_plural(next_word) or number.value > 999)
    return not (sentence_start and next_word[:1].islower() and next_word not in STOPS)
