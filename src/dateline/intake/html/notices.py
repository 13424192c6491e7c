"""What a page says of itself: a stub before a paywall, a live blog, a page that is no article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.intake.dump.stamps import ONLY_UPDATED
from dateline.intake.html.english import NO_ARTICLE, PAYWALL, Phrase
from dateline.intake.html.fields import Times
from dateline.intake.html.lines import Lines
from dateline.intake.html.live import Entry, is_live
from dateline.intake.html.metadata import Metadata
from dateline.records import Note
from dateline.text import Span


def _any_of(phrases: Sequence[Phrase]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase.pattern})" for phrase in phrases), re.IGNORECASE)


_PAYWALL = _any_of(PAYWALL)
_NO_ARTICLE = _any_of(NO_ARTICLE)
_STUB_WORDS = 150
_STUB_SHARE = 0.5
_BELOW = 24
"""Lines below the text that are searched for the words of a paywall."""
_LAST = 5
"""Lines of the text, from its end, that may be the words of a paywall."""
_CALL_CHARS = 240
_NOTICE_WORDS = 150


def no_article_of(headline: str, words: int, metadata: Metadata) -> Note | None:
    """Return what to say of a sign-in, error or consent page; None for anything else.

    ``words`` are those of the text below the headline. Who states when a page was published, or
    who wrote it, has an article.
    """
    if words > _NOTICE_WORDS or metadata.published or metadata.authors:
        return None
    found = _NO_ARTICLE.search(headline.strip())
    if found is None:
        return None
    return Note(
        code="not-an-article",
        text="The page is no article: it asks to sign in, to agree, or says that there is nothing.",
    )


def notices_of(
    lines: Lines,
    flags: Sequence[bool],
    metadata: Metadata,
    entries: Sequence[Entry],
    has_body: bool,
) -> tuple[Note, ...]:
    """Return what the page says of the article: that it is a stub, or a live blog."""
    notes: list[Note] = []
    if has_body and (walls := _paywall(lines, flags, metadata)) is not None:
        notes.append(
            Note(
                code="paywall",
                text="The page shows only the beginning; the rest is for subscribers.",
                spans=walls,
            )
        )
    if is_live(lines, flags, metadata):
        notes.append(
            Note(
                code="live-blog",
                text=f"The page is a live blog; {len(entries)} entries are reports of their own.",
                spans=tuple(
                    lines.blocks[entry.text[0] if entry.heading is None else entry.heading].span
                    for entry in entries
                ),
            )
        )
    return tuple(notes)


def gaps_of(
    headline: str | None, date: str | None, today: str | None, times: Times
) -> tuple[Note, ...]:
    """Return what is missing about an article, or cannot be."""
    notes: list[Note] = []
    if headline is None:
        notes.append(Note(code="no-headline", text="No headline was found for the article."))
    if date is None:
        notes.append(Note(code="no-date", text="The page does not state when it was published."))
    elif today is not None and date[:10] > today[:10]:
        notes.append(
            Note(code="future-date", text=f"The publication date {date} lies in the future.")
        )
    if times.updated is not None and not times.stated and date == times.updated.value:
        notes.append(ONLY_UPDATED)
    return tuple(notes)


def paywall_in(lines: Lines, flags: Sequence[bool], metadata: Metadata) -> range:
    """Return the lines at the end of a stub's text that ask to subscribe, and what follows them."""
    inside = [i for i, flag in enumerate(flags) if flag]
    words = sum(lines.blocks[i].words for i in inside)
    if words >= _STUB_WORDS and metadata.free is not False:
        return range(0)
    for i in inside[max(1, len(inside) - _LAST) :]:
        if len(lines.blocks[i].span) <= _CALL_CHARS and _PAYWALL.search(lines.blocks[i].text):
            return range(i, inside[-1] + 1)
    return range(0)


def _paywall(lines: Lines, flags: Sequence[bool], metadata: Metadata) -> tuple[Span, ...] | None:
    """Return the lines that say that the rest is for subscribers; None for a whole article."""
    words = sum(block.words for block, flag in zip(lines.blocks, flags, strict=True) if flag)
    stated = metadata.word_count
    if words >= (stated * _STUB_SHARE if stated else _STUB_WORDS):
        return None
    last = max((i for i, flag in enumerate(flags) if flag), default=0)
    calls = tuple(
        block.span
        for block in lines.blocks[last + 1 : last + 1 + _BELOW]
        if len(block.span) <= _CALL_CHARS and _PAYWALL.search(block.text)
    )
    return calls if calls or metadata.free is False else None
