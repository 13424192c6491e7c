"""Where an article is over, and what only interrupts it: told by lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.intake.dump.english import INTERRUPTION, RELEASE_END, RELEASE_MARKS, RELEASE_TAIL

_END = re.compile(RELEASE_END, re.IGNORECASE)
_MARKS = re.compile(RELEASE_MARKS)
_TAIL = re.compile(RELEASE_TAIL, re.IGNORECASE)
_INTERRUPTION = re.compile(INTERRUPTION, re.IGNORECASE)
_CHARACTERS = 90
_LEAST = 2
"""Lines of the article before one that may end it."""


def interrupts(words: str) -> bool:
    """Tell whether a line only breaks the article off, as where an advertisement stood."""
    return len(words) <= _CHARACTERS and _INTERRUPTION.fullmatch(words) is not None


def end_of_release(words: Sequence[str], body: Sequence[bool]) -> int | None:
    """Return the line at which a press release's own text is over; None for other pages.

    That is ``ENDS`` or ``###``; or, on a page with a line that only press releases have, the first
    heading such as ``About the company`` or ``Notes to editors``.
    """
    release = any(len(said) <= _CHARACTERS and _MARKS.fullmatch(said) for said in words)
    before = 0
    for index, said in enumerate(words):
        ends = 0 < len(said) <= _CHARACTERS and (
            _END.fullmatch(said) or (release and _TAIL.fullmatch(said))
        )
        if ends and before >= _LEAST:
            return index
        before += body[index]
    return None
