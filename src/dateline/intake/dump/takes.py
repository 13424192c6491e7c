"""Further articles in the same text: the takes of a wire story, pages glued to one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.intake.dump.article import is_byline
from dateline.intake.dump.live import Clock, Entry, is_heading
from dateline.intake.dump.related import Line, word_count
from dateline.intake.dump.stamps import stamps_in
from dateline.intake.wire import authors_in
from dateline.records import Note

_HEAD = 3
"""Lines under a headline in which both byline and time stand."""
_STAMP_WORDS, _PROSE_WORDS = 12, 8


def takes_of(
    text: str, lines: Sequence[Line], words: Sequence[str], body: Sequence[bool]
) -> tuple[Entry, ...]:
    """Return the further articles of a text, each with headline, byline and time over its text.

    All three have to stand there: a list of other stories shows fewer, and no text of the article.
    """
    inside = [i for i, flag in enumerate(body) if flag]
    if not inside:
        return ()
    found = [
        entry
        for index in range(inside[0] + 1, inside[-1])
        if (entry := _take(text, lines, words, body, index)) is not None
    ]
    ends = [*(entry.first for entry in found[1:]), inside[-1] + 1]
    return tuple(
        msgspec.structs.replace(entry, after=end) for entry, end in zip(found, ends, strict=False)
    )


def _take(
    text: str, lines: Sequence[Line], words: Sequence[str], body: Sequence[bool], index: int
) -> Entry | None:
    under = range(index + 1, min(index + 1 + _HEAD, len(lines)))
    signed = [i for i in under if is_byline(words[i])]
    if not signed or lines[index].bullet or not is_heading(words[index]):
        return None
    dated = [
        (i, stamp)
        for i in under
        if word_count(words[i]) <= _STAMP_WORDS
        for stamp in stamps_in(text, lines[i].span)
    ]
    if not dated:
        return None
    line, stamp = dated[0]
    text_from = max(signed[-1], line) + 1
    if set(range(index + 1, text_from)) - {*signed, line} or not any(
        body[i] and word_count(words[i]) >= _PROSE_WORDS
        for i in range(text_from, min(text_from + 2, len(lines)))
    ):
        return None
    authors = tuple(author for i in signed for author in authors_in(text, lines[i].span))
    return Entry(
        clock=Clock(line=line, suffix=None, stamp=stamp, span=stamp.span),
        heading=index,
        first=index,
        after=index,
        authors=authors,
        signed=tuple(signed),
        published=stamp.value,
    )


def note_on_takes(lines: Sequence[Line], takes: Sequence[Entry]) -> Iterator[Note]:
    """Yield a note that the text holds further articles, if it does."""
    if takes:
        yield Note(
            code="more-articles",
            text=f"The text holds {len(takes) + 1} articles; each is a report of its own.",
            spans=tuple(lines[take.first].span for take in takes),
        )
