"""A live blog's entries: which lines are one entry, and when it was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from dateline.intake.html.body import Body
from dateline.intake.html.dates import iso_of
from dateline.intake.html.fields import Value
from dateline.intake.html.layout import Tail
from dateline.intake.html.lines import Lines
from dateline.intake.html.markup import CUE_NAMES
from dateline.intake.html.metadata import Metadata
from dateline.records import DateBasis, Evidence, PartKind, Record, Report
from dateline.text import Span, trimmed

_LIVE = 1 << CUE_NAMES.index("live")
_LEAST = 3
"""Headings of entries that make a page a live blog though it does not state that it is one."""
_NEAR = 2
"""Lines between an entry's time and its heading."""
_RARE = 0.5
"""Headings for each time, and times beside a heading for each heading, that are few."""
_STAMP_WORDS = 8
_PROSE_WORDS = 8
_PROSE_LINKS = 0.3
"""Words of a line that is an entry's text, and the share of it that may be links."""
_APART = sum(
    1 << CUE_NAMES.index(name)
    for name in (
        "advert", "bio", "byline", "caption", "comment", "credit", "footer", "menu", "related",
        "share", "stamp", "subscribe", "tags",
    )
)  # fmt: skip

_Step = Literal["time", "heading", "text"]


class Entry(Record, frozen=True, kw_only=True):
    """One entry: its first line, the lines of its text, its heading and its time where known."""

    first: int
    text: tuple[int, ...]
    heading: int | None = None
    published: Value | None = None


def is_live(lines: Lines, flags: Sequence[bool], metadata: Metadata) -> bool:
    """Tell whether a page states that it is a live blog, or is built like one."""
    marked = sum(
        1
        for block, flag in zip(lines.blocks, flags, strict=True)
        if flag and block.heading and block.cues & _LIVE
    )
    return metadata.live or marked >= _LEAST


def entry_lines(lines: Lines, flags: Sequence[bool], metadata: Metadata) -> tuple[int, ...]:
    """Return the headings and the prose of the entries of a page that is built as a live blog.

    Its entries are three or more neighbouring elements named so that hold prose. The page has to
    state that it is a live blog, or some of them have to be of the article already (``flags``):
    other pages show a live blog's entries as news in brief.
    """
    if not any(bits & _LIVE for bits in lines.cues.values()):
        return ()
    inside: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, block in enumerate(lines.blocks):
        for place, number in enumerate(block.path):
            if lines.cues.get(number, 0) & _LIVE:
                inside[block.path[: place + 1]].append(index)
    siblings: dict[tuple[int, ...], list[int]] = defaultdict(list)
    counts: Counter[tuple[int, ...]] = Counter()
    for path, indexes in inside.items():
        if any(_is_prose(lines, index) for index in indexes):
            counts[path[:-1]] += 1
            siblings[path[:-1]] += [i for i in indexes if not _is_apart(lines, i, len(path))]
    around = max(counts, key=lambda path: (counts[path], path), default=())
    found = [i for i in siblings[around] if lines.blocks[i].heading or _is_prose(lines, i)]
    if counts[around] < _LEAST or not (metadata.live or any(flags[i] for i in found)):
        return ()
    return tuple(sorted(found))


def _is_prose(lines: Lines, index: int) -> bool:
    block = lines.blocks[index]
    return block.words >= _PROSE_WORDS and block.link_chars <= _PROSE_LINKS * len(block.text)


def _is_apart(lines: Lines, index: int, depth: int) -> bool:
    """Tell whether an element within an entry, below ``depth``, is there for something else."""
    block = lines.blocks[index]
    return block.inside("figure") or any(
        lines.cues.get(number, 0) & _APART for number in block.path[depth:]
    )


def entries_of(
    lines: Lines, flags: Sequence[bool], metadata: Metadata, published: str | None
) -> tuple[Entry, ...]:
    """Return the entries of a live blog in the order of the page; none for other pages.

    An entry begins with its heading or with its time, whichever stands first; a time at its end
    (“updated at …”) begins none. Headings of other levels belong to the text. Entries whose time
    the page shows nowhere take it from the page's ``liveBlogUpdate`` of the same headline.
    ``published`` is when the live blog began, which is no entry's own time.
    """
    if not is_live(lines, flags, metadata):
        return ()
    headings = _headings(lines, flags, metadata)
    times = _times(lines, flags, headings, published)
    if len(headings) < _LEAST and len(times) < _LEAST:
        return ()
    entries: list[Entry] = []
    heading: int | None = None
    time: Value | None = None
    text: list[int] = []
    first = 0

    def close() -> None:
        if text and (heading is not None or time is not None):
            entries.append(Entry(first=first, text=tuple(text), heading=heading, published=time))

    for step, index in _steps(lines, flags, headings, times):
        again = (step == "time" and time) or (step == "heading" and heading is not None)
        if step != "text" and (text or again):
            close()
            heading, time, text = None, None, []
        if step != "text" and heading is None and time is None:
            first = index
        if step == "time":
            time = times[index]
        elif step == "heading":
            heading = index
        elif heading is not None or time is not None:
            text.append(index)
    close()
    return tuple(_dated(lines, entry, metadata) for entry in entries)


def _headings(lines: Lines, flags: Sequence[bool], metadata: Metadata) -> frozenset[int]:
    """Return the lines that head entries: the headings of the level that most of them have."""
    found = [
        i
        for i, block in enumerate(lines.blocks)
        if flags[i] and block.heading and (block.cues & _LIVE or metadata.live)
    ]
    levels = Counter(lines.blocks[i].heading for i in found)
    level = min(levels, key=lambda one: (-levels[one], one), default=0)
    return frozenset(i for i in found if lines.blocks[i].heading == level)


def _times(
    lines: Lines, flags: Sequence[bool], headings: frozenset[int], published: str | None
) -> dict[int, Value]:
    """Return the times that head entries, by the line they stand in.

    Where most headings have a time beside them, other times stand in the text.
    """
    inside = [i for i, flag in enumerate(flags) if flag]
    if not inside:
        return {}
    first = min(headings, default=inside[0]) - _NEAR
    starts = [block.start for block in lines.blocks]
    found: dict[int, Value] = {}
    for mark in lines.marks:
        value = iso_of(mark.value) if mark.name == "time" and mark.value else None
        index = bisect_right(starts, mark.start) - 1
        if value in (None, published) or not first <= index <= inside[-1]:
            continue
        shown = trimmed(lines.text, Span(mark.start, mark.end))
        found.setdefault(
            index, Value(value=value, span=shown if len(shown) else None, words=mark.value or value)
        )
    beside = {
        i
        for i in found
        if any(
            i + step in headings
            and not any(flags[j] and j not in headings for j in _between(i, step))
            for step in range(-_NEAR, _NEAR + 1)
        )
    }
    if headings and len(headings) >= _RARE * len(found) and len(beside) >= _RARE * len(headings):
        return {i: value for i, value in found.items() if i in beside}
    return found


def _between(index: int, step: int) -> range:
    low, high = sorted((index, index + step))
    return range(low + 1, high)


def _steps(
    lines: Lines, flags: Sequence[bool], headings: frozenset[int], times: dict[int, Value]
) -> Iterator[tuple[_Step, int]]:
    for index, flag in enumerate(flags):
        if index in times:
            yield "time", index
        if index in headings:
            yield "heading", index
        elif flag and not (index in times and _is_stamp(lines, index)):
            yield "text", index


def _is_stamp(lines: Lines, index: int) -> bool:
    """Tell whether a line holds a time and hardly a word more."""
    return lines.blocks[index].words <= _STAMP_WORDS


def _dated(lines: Lines, entry: Entry, metadata: Metadata) -> Entry:
    if entry.published is not None or entry.heading is None:
        return entry
    words = lines.blocks[entry.heading].text
    stated = next(
        (u.published for u in metadata.updates if _fold(u.headline) == _fold(words)), None
    )
    value = iso_of(stated) if stated else None
    if value is None:
        return entry
    published = Value(value=value, words=stated or value)
    return msgspec.structs.replace(entry, published=published)


def _fold(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def entry_reports(
    entries: Sequence[Entry],
    article: Report,
    body: Body,
    tail: Tail,
    claims: list[tuple[Span, PartKind]],
) -> Iterator[Report]:
    """Yield entries as reports, without ids yet, dated by their own time where one is stated."""
    text = body.lines.text
    for entry in entries:
        spans, subheads, _ = body.of(entry.text)
        headline: Span | None = None
        if entry.heading is not None:
            headline = body.blocks[entry.heading].span
            body.kinds[entry.heading] = "headline"
        stated = entry.published
        if stated is not None and stated.span is not None:
            claims.append((stated.span, "published"))
        date = stated.value if stated else article.published
        basis: DateBasis = "given" if article.published_basis == "given" else "page"
        words = headline.of(text) if headline else None
        yield Report(
            id="",
            kind="article",
            headline=words,
            agency=article.agency,
            publisher=article.publisher,
            outlet=article.outlet,
            published=date,
            published_basis=("stated" if stated else basis) if date else None,
            url=article.url,
            body=tuple(spans),
            subheads=tuple(subheads),
            evidence=Evidence(
                headline=(headline,) if headline else (),
                agency=article.evidence.agency,
                publisher=article.evidence.publisher,
                outlet=article.evidence.outlet,
                published=tail.span_of("published", stated)
                if stated
                else article.evidence.published,
            ),
        )
