"""What may stand between a headline and its article: a gallery's captions, a list of entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from dateline.intake.dump.english import CONTENTS
from dateline.intake.dump.related import reads_as_headline

_COUNTER = re.compile(
    r"(?:[^\W\d_]{3,10} )?(?P<number>\d{1,3})\s?(?:of|/|von|de|di|sur|av)\s?"
    r"(?P<total>\d{1,3})\W{0,3}",
    re.IGNORECASE,
)
_COUNTER_CHARACTERS = 24
"""The longest ``Photo 3 of 12 |``."""
_APART = 20
"""Most lines from one picture's counter to the next one's: a caption, and buttons to share it."""
_LEAST = 3
"""Counters of a gallery and timed lines of a list at least."""
_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|BST|UTC|E[SD]?T|CES?T))?"
_TIMED = re.compile(rf"{_CLOCK}\W*[^\W\d].*|.*[^\W\d]\W*{_CLOCK}", re.IGNORECASE)
_TIMED_CHARACTERS = 200
_CONTENTS = re.compile(rf"\W*(?:{CONTENTS})\W*", re.IGNORECASE)
_CONTENTS_CHARACTERS = 40


def gallery_lines(words: Sequence[str]) -> frozenset[int]:
    """Return the lines of galleries: from the first picture's counter to the last one's caption."""
    out: set[int] = set()
    run: list[int] = []
    total = ""
    for index, said in enumerate((*words, "")):
        counter = _COUNTER.fullmatch(said) if 0 < len(said) <= _COUNTER_CHARACTERS else None
        if counter is not None and int(counter["number"]) > int(counter["total"]):
            counter = None
        ended = index == len(words) or (run and index - run[-1] > _APART)
        if ended or (counter is not None and counter["total"] != total):
            if len(run) >= _LEAST:
                out.update(range(run[0], min(run[-1] + 2, len(words))))
            run = []
        if counter is not None:
            run.append(index)
            total = counter["total"]
    return frozenset(out)


def contents_lines(words: Sequence[str]) -> frozenset[int]:
    """Return the lines that list what the page holds below.

    Three or more neighbouring lines that each begin or end with a time of day, as a live blog lists
    its entries, and the headlines under ``Key events`` or ``In this article``.
    """
    out: set[int] = set()
    run: list[int] = []
    for index, said in enumerate((*words, "")):
        if len(said) <= _TIMED_CHARACTERS and _TIMED.fullmatch(said):
            run.append(index)
            continue
        if len(run) >= _LEAST:
            out.update(run)
        run = []
        if 0 < len(said) <= _CONTENTS_CHARACTERS and _CONTENTS.fullmatch(said):
            below = range(index + 1, len(words))
            out.update(takewhile(lambda at: reads_as_headline(words[at]), below))
    return frozenset(out)
