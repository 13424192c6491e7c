"""A live blog's entries: which lines are one entry, when it was written and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from dateline.intake.dump.body import Told
from dateline.intake.dump.claims import Claims
from dateline.intake.dump.english import LIVE_WORDS
from dateline.intake.dump.features import carries_cue
from dateline.intake.dump.furniture import furniture_kind
from dateline.intake.dump.related import Line, is_list_heading, is_meta, word_count
from dateline.intake.dump.stamps import Stamp, clock_at, stamps_in
from dateline.intake.dump.teasers import spaced
from dateline.intake.wire import Author, authors_in, is_name, wire_version_of
from dateline.intake.wire.english import MONTHS
from dateline.records import DateBasis, Evidence, Note, Report
from dateline.text import Span

_NO_DAY = Note(code="no-date", text="The page does not tell on which day this entry was written.")

_LEAST, _LEAST_ORDERED = 3, 5
"""Entries that make a page a live blog that says it is one, and one whose newest stand on top."""
_STAMP_CHARACTERS = 100
_HEADING_WORDS = (2, 26)
_PROSE_WORDS = 8
_BELOW = 4
"""Lines below the article's last one in which another entry may begin."""
_NEAR = 3
"""Lines between an entry's time and its heading: who wrote it, “Key event”."""
_ABOVE = 8
"""Lines above the headline that may say that the page is a live blog."""
_HALF_A_DAY = 12 * 60
_LIVE = re.compile(LIVE_WORDS, re.IGNORECASE)
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?\b\.?"
_BESIDE = re.compile(
    r"[\s,·•|()@–—-]+"
    r"|(?:posted|published|at|on)\b"
    r"|(?:\d{1,3}|an?|one)\s?(?:s|secs?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\s?ago(?![a-z])"
    rf"|{_WEEKDAY}|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|(?:19|20)\d\d(?!\d)",
    re.IGNORECASE,
)
"""What may stand beside an entry's time of day."""
_AGO = re.compile(r"\bago(?![a-z])", re.IGNORECASE)
_LABEL = re.compile(r"[A-Z][A-Z ]{2,24}|Key event|Breaking|New|Pinned", re.ASCII)
_ENDS = re.compile(r"[.。।…][\"”’')\]»]*$")


class Clock(msgspec.Struct, frozen=True):
    """The line that times an entry: the time of day, the day where stated, who wrote it."""

    line: int
    suffix: str | None
    """The time of day as the ISO suffix ``T14:05``; None where only “2 hours ago” is said."""
    stamp: Stamp | None
    span: Span
    authors: tuple[Author, ...] = ()


class Entry(msgspec.Struct, frozen=True):
    """One entry: its lines, its time and its heading where it has one."""

    clock: Clock
    heading: int | None
    first: int
    after: int
    """Its first line and the line after its last."""
    authors: tuple[Author, ...] = ()
    signed: tuple[int, ...] = ()
    """The lines between time and heading that name the writers."""
    published: str | None = None
    """ISO 8601; None where the page does not tell on which day it was written."""


def entries_of(
    text: str,
    lines: Sequence[Line],
    words: Sequence[str],
    body: Sequence[bool],
    headline: int | None,
    published: str | None,
    updated: str | None,
) -> tuple[Entry, ...]:
    """Return the entries of a live blog in the order of the page; none for other pages.

    A page is a live blog when it says so and three times of day each stand over text of the
    article; or when five do, the newest on top: a chronicle goes the other way. ``published`` and
    ``updated`` are the page's own; the day of an entry whose line states none is taken from them as
    far as its order tells.
    """
    inside = [i for i, flag in enumerate(body) if flag]
    if not inside:
        return ()
    low = headline + 1 if headline is not None and headline < inside[0] else inside[0]
    clocks = [
        clock
        for i in range(max(low, inside[0] - _NEAR - 1), min(inside[-1] + _BELOW, len(lines)))
        if (clock := _clock_of(text, lines[i], words[i], i)) is not None
    ]
    if len(clocks) < _LEAST:
        return ()
    ends = [*(clock.line for clock in clocks[1:]), inside[-1] + 1]
    told = [
        clock
        for clock, end in zip(clocks, ends, strict=True)
        if any(body[i] and _is_prose(words[i]) for i in range(clock.line + 1, end))
        # The last entries stand among what is below an article, and may be taken for that.
        or (end > inside[-1] and _prose_under(words, clock.line))
    ]
    newest_first = _order(told)
    says_so = _says_so(words, headline, told)
    if len(told) < (_LEAST if says_so else _LEAST_ORDERED) or not (says_so or newest_first):
        return ()
    days = _days(told, newest_first, published, updated)
    last = max(inside[-1], *_prose_under(words, told[-1].line)) + 1
    entries = [
        _entry(text, lines, words, clock, heading, last, day)
        for clock, day, heading in zip(told, days, _headings(words, told), strict=True)
    ]
    return (
        *(msgspec.structs.replace(a, after=b.first) for a, b in pairwise(entries)),
        entries[-1],
    )


def _entry(
    text: str,
    lines: Sequence[Line],
    words: Sequence[str],
    clock: Clock,
    heading: int | None,
    after: int,
    published: str | None,
) -> Entry:
    between = range(clock.line + 1, heading if heading is not None else clock.line + 1)
    signed = {i: authors_in(text, lines[i].span) for i in between if is_name(words[i])}
    return Entry(
        clock=clock,
        heading=heading,
        first=clock.line if heading is None else min(clock.line, heading),
        after=after,
        authors=(*clock.authors, *(author for authors in signed.values() for author in authors)),
        signed=tuple(signed),
        published=published,
    )


def _clock_of(text: str, line: Line, words: str, index: int) -> Clock | None:
    """Return the time that a line is: with the day, the writer or a label, and no word more."""
    if not 2 <= len(words) <= _STAMP_CHARACTERS or not any(map(str.isdigit, words)):
        return None
    at, suffix, first, last = 0, None, None, 0
    while at < len(words):
        clock = clock_at(words, at) if suffix is None else None
        beside = _BESIDE.match(words, at) if clock is None else None
        if clock is not None:
            suffix, end = clock
        elif beside is not None:
            end = beside.end()
        else:
            break
        if words[at:end].strip(" \t,·•|()@–—-"):
            first, last = at if first is None else first, end
        at = end
    if first is None or (suffix is None and not _AGO.search(words[:at])):
        return None
    rest = Span(line.span.start + at, line.span.end)
    said = words[at:].strip()
    authors: tuple[Author, ...] = ()
    if said and not _LABEL.fullmatch(said):
        authors = authors_in(text, rest) if is_name(said) or said.startswith("By ") else ()
        if not authors:
            return None
    stamp = next(iter(stamps_in(text, line.span)), None)
    if stamp is not None and stamp.updated:
        return None
    span = Span(first, last).shifted(line.span.start)
    return Clock(line=index, suffix=suffix, stamp=stamp, span=span, authors=authors)


def _is_prose(words: str) -> bool:
    return word_count(words) >= _PROSE_WORDS


def _prose_under(words: Sequence[str], line: int) -> range:
    """Return the sentences right under an entry's time and heading."""
    start = line + 1
    while start < min(line + 1 + _NEAR, len(words)) and not _is_sentence(words[start]):
        start += 1
    end = start
    while end < len(words) and _is_sentence(words[end]):
        end += 1
    return range(start, end)


def _is_sentence(words: str) -> bool:
    return (
        _is_prose(words)
        and _ENDS.search(words) is not None
        and furniture_kind(words, near_article=False) == "other"
        and not carries_cue(words)
    )


def _says_so(words: Sequence[str], headline: int | None, told: Sequence[Clock]) -> bool:
    """Tell whether headline, what stands right above it or what stands below say “live”."""
    if headline is None or not told:
        return False
    low, high = max(0, headline - _ABOVE), told[0].line
    return any(_LIVE.search(words[i]) for i in range(low, high) if len(words[i]) <= 260)


def _minutes(clock: Clock) -> int | None:
    if clock.suffix is None:
        return None
    return int(clock.suffix[1:3]) * 60 + int(clock.suffix[4:6])


def _order(told: Sequence[Clock]) -> bool | None:
    """Tell whether the newest entries stand on top; None when the times go both ways alike."""
    found = [m for clock in told if (m := _minutes(clock)) is not None]
    # Where half a day is skipped the wrong way, a midnight is passed.
    steps = [(b - a + _HALF_A_DAY) % (2 * _HALF_A_DAY) - _HALF_A_DAY for a, b in pairwise(found)]
    down = sum(1 for step in steps if step < 0)
    up = sum(1 for step in steps if step > 0)
    if min(down, up) * 4 > max(down, up) or down == up:
        return None
    return down > up


def _days(
    told: Sequence[Clock], newest_first: bool | None, published: str | None, updated: str | None
) -> list[str | None]:
    """Return the time of each entry with its day, where the page tells that.

    The day of the page's update is that of the newest entries up to the first midnight passed, the
    day of its publication that of the oldest from the last midnight on.
    """
    stretch, stretches = 0, []
    for number, clock in enumerate(told):
        now, before = _minutes(clock), _minutes(told[number - 1]) if number else None
        if now is not None and before is not None and newest_first is not None:
            stretch += now > before if newest_first else now < before
        stretches.append(stretch)
    newest, oldest = (0, stretch) if newest_first else (stretch, 0)
    known: dict[int, str] = {}
    if newest_first is not None:
        if published is not None:
            known[oldest] = published[:10]
        if updated is not None and known.setdefault(newest, updated[:10]) != updated[:10]:
            del known[newest]
    return [
        _stated(clock) or (f"{known[at]}{clock.suffix}" if clock.suffix and at in known else None)
        for clock, at in zip(told, stretches, strict=True)
    ]


def _stated(clock: Clock) -> str | None:
    if clock.stamp is None:
        return None
    value = clock.stamp.value
    return value if "T" in value or clock.suffix is None else f"{value}{clock.suffix}"


def _headings(words: Sequence[str], told: Sequence[Clock]) -> list[int | None]:
    """Return each entry's heading, above or below its time as most have it."""
    below = [_heading_below(words, clock) for clock in told]
    times = {clock.line for clock in told}
    above = [
        i if (i := clock.line - 1) >= 0 and i not in times and is_heading(words[i]) else None
        for clock in told
    ]
    over = sum(i is not None for i in above) > sum(i is not None for i in below)
    return above if over else below


def _heading_below(words: Sequence[str], clock: Clock) -> int | None:
    for i in range(clock.line + 1, min(clock.line + 1 + _NEAR, len(words))):
        if is_name(words[i]) or _LABEL.fullmatch(words[i]) or is_meta(words[i]):
            continue
        followed = i + 1 < len(words) and _is_prose(words[i + 1])
        return i if is_heading(words[i]) and followed else None
    return None


def is_heading(words: str) -> bool:
    """Tell whether a line has the form of a headline: some words and no sentence."""
    low, high = _HEADING_WORDS
    return (
        low <= word_count(words) <= high
        and not _ENDS.search(words)
        and not words.endswith((":", ","))
        and not is_meta(words)
        and not is_list_heading(words)
        and furniture_kind(words, near_article=True) == "other"
    )


def lines_set_apart(
    lines: Sequence[Line], entries: Sequence[Entry], claims: Claims
) -> Iterator[int]:
    """Yield the lines that are entries' times and headings; claims them and the writers."""
    for entry in entries:
        clock = entry.clock
        claims.add(clock.span, "published")
        for author in clock.authors:
            claims.add(author.span, "byline")
        for line in entry.signed:
            claims.add(lines[line].span, "byline")
        yield clock.line
        yield from entry.signed
        if entry.heading is not None:
            claims.add(lines[entry.heading].span, "headline")
            yield entry.heading


def lines_taken_in(words: Sequence[str], entries: Sequence[Entry]) -> Iterator[int]:
    """Yield the sentences of the last entry: they hold, whatever else is thought of them."""
    if entries:
        yield from _prose_under(words, entries[-1].clock.line)


def entry_report(
    text: str, lines: Sequence[Line], entry: Entry, told: Told, article: Report
) -> Report:
    """Return an entry as a report, without its id yet.

    One that only says how long ago it was written has the page's date.
    """
    clock = entry.clock
    heading = lines[entry.heading].span if entry.heading is not None else None
    version = wire_version_of(heading.of(text)) if heading else None
    dated = entry.published is not None
    published = entry.published or (article.published if clock.suffix is None else None)
    basis: DateBasis = "given" if article.published_basis == "given" else "page"
    return Report(
        id="",
        kind="article",
        headline=spaced(heading.of(text)) if heading else None,
        authors=tuple(author.name for author in entry.authors),
        agency=told.agency_name or article.agency,
        publisher=article.publisher,
        place=spaced(told.place.of(text)) if told.place else None,
        version=version.mark(heading.of(text)) if version and heading else None,
        published=published,
        published_basis=("stated" if clock.stamp else basis) if published else None,
        url=article.url,
        body=told.body,
        subheads=told.subheads,
        evidence=Evidence(
            headline=(heading,) if heading else (),
            authors=tuple(author.span for author in entry.authors),
            agency=(told.agency,) if told.agency else article.evidence.agency,
            publisher=article.evidence.publisher,
            place=(told.place,) if told.place else (),
            version=(version.span.shifted(heading.start),) if version and heading else (),
            published=(clock.span,) if dated else article.evidence.published if published else (),
        ),
        notes=() if published else (_NO_DAY,),
    )


def note_on(lines: Sequence[Line], entries: Sequence[Entry]) -> Iterator[Note]:
    """Yield a note that the page is a live blog, if it is one."""
    if entries:
        yield Note(
            code="live-blog",
            text=f"The page is a live blog; {len(entries)} entries are reports of their own.",
            spans=tuple(
                lines[e.clock.line if e.heading is None else e.heading].span for e in entries
            ),
        )


def without_clock(words: str) -> str:
    """Return a headline's letters alone, so that a list's time beside it makes no other one."""
    return "".join(filter(str.isalpha, words))
