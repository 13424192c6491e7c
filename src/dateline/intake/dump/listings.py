"""Lists of other stories: under a heading or not, with bullets, times, sections or outlets."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.intake.dump.english import OUTLET_WORDS
from dateline.intake.dump.related import (
    Item,
    Line,
    is_label,
    is_list_heading,
    is_meta,
    is_prose,
    reads_as_headline,
    reads_as_teaser,
    word_count,
)
from dateline.text import Span, without_entities

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s+\S")
_OUTLET = re.compile(rf"\b(?:{OUTLET_WORDS})\b")
_BRACKETS = re.compile(r"\s*\((?P<outlet>[A-Z][^()]{1,40})\)$")
_FOLLOWING = 3
_TOLD = 2
"""Lines under a headline at most; items that show what a list is like."""


class Listing(msgspec.Struct, frozen=True):
    """A list of other stories with the line that stands over it."""

    heading: int | None
    items: tuple[Item, ...]


def listings_of(text: str, lines: Sequence[Line], taken: Sequence[bool]) -> tuple[Listing, ...]:
    """Return the lists of other stories; ``taken`` lines are the article's and end a list."""
    words = [without_entities(line.span.of(text)) for line in lines]
    out: list[Listing] = []
    index = 0
    while index < len(lines):
        if taken[index]:
            index += 1
            continue
        heading = index if is_list_heading(words[index]) else None
        start = index + 1 if heading is not None else index
        items, after = _items_from(lines, words, taken, start)
        if heading is not None:
            labelled, end = _labelled(lines, words, taken, start)
            if len(labelled) > len(items):
                items, after = labelled, end
        items = _bracketed(text, items)
        enough = _enough(items, headed=heading is not None)
        if items and enough:
            out.append(Listing(heading=heading, items=tuple(items)))
            index = max(after, index + 1)
        elif not items or heading is not None:
            index = max(after if not items else 0, index + 1)
        else:
            # Up to its first headline, the same list would only be read again.
            first = items[0].lines[0]
            ahead = range(index + 1, first + 1)
            index = next((at for at in ahead if is_list_heading(words[at])), first + 1)
    return tuple(out)


def listed_under(lines: Sequence[Line], words: Sequence[str], heading: int) -> tuple[Item, ...]:
    """Return the bulleted or timed items right under a heading, whoever else claims their lines."""
    start = heading + 1
    if start >= len(lines) or not is_list_heading(words[heading]):
        return ()
    if lines[start].bullet:
        items, _ = _bulleted(lines, words, None, start)
    else:
        items, _ = _plain(lines, words, None, start)
        labelled, _ = _labelled(lines, words, None, start)
        if len(labelled) > len(items) and any(item.outlet or item.meta for item in labelled):
            items = labelled
        timed = all(item.meta or _CLOCK.match(words[item.lines[0]]) for item in items)
        told = sum(1 for item in items if item.teaser) >= _TOLD
        if not timed and not told:
            return ()
        if len(items) == 1:
            # A kicker (``BREAKING NEWS``) over the article's own headline, byline and lead.
            return ()
    return tuple(items) if _enough(items, headed=True) else ()


def _enough(items: Sequence[Item], *, headed: bool) -> bool:
    """Tell whether lines are a list: two items under a heading or one with a teaser; else more."""
    with_teaser = sum(1 for item in items if item.teaser)
    if headed:
        return len(items) >= 2 or with_teaser >= 1
    return with_teaser >= 2 or len(items) >= 4


def _items_from(
    lines: Sequence[Line], words: Sequence[str], taken: Sequence[bool], start: int
) -> tuple[list[Item], int]:
    """Return the items that begin at a line, and the line after the last of them."""
    if start >= len(lines) or taken[start]:
        return [], start
    bulleted = lines[start].bullet
    return _bulleted(lines, words, taken, start) if bulleted else _plain(lines, words, taken, start)


def _bulleted(
    lines: Sequence[Line], words: Sequence[str], taken: Sequence[bool] | None, start: int
) -> tuple[list[Item], int]:
    items: list[Item] = []
    index = start
    while index < len(lines) and lines[index].bullet and not (taken and taken[index]):
        after = index + 1
        following: list[int] = []
        texts = 0
        while (
            after < len(lines)
            and not lines[after].bullet
            and not (taken and taken[after])
            and not is_list_heading(words[after])
            and _belongs(lines, words, index, after, len(following), texts)
        ):
            following.append(after)
            texts += not is_meta(words[after])
            after += 1
        item = _split_item(lines, words, index, following)
        if item is None:
            break
        items.append(item)
        index = after
    if items and items[-1].teaser and not any(item.teaser for item in items[:-1]):
        # What stands under the last bullet alone, set no deeper, is the article going on.
        bullet = items[-1].lines[0]
        if lines[bullet + 1].indent <= lines[bullet].indent:
            alone = _split_item(lines, words, bullet, ())
            items = [*items[:-1], *([alone] if alone is not None else [])]
            index = bullet + 1
    return items, index


def _belongs(
    lines: Sequence[Line],
    words: Sequence[str],
    bullet: int,
    line: int,
    following: int,
    texts: int,
) -> bool:
    """Tell whether a line without a bullet goes on with the item above it.

    ``following`` lines do so already, ``texts`` of which are no times or numbers.
    """
    if is_meta(words[line]):
        return following < 3
    if not reads_as_teaser(words[line], words[bullet]):
        indented = lines[line].indent > lines[bullet].indent
        return indented and word_count(words[line]) >= 4
    return texts == 0 or lines[line].indent > lines[bullet].indent


def _split_item(
    lines: Sequence[Line], words: Sequence[str], at: int, following: Sequence[int]
) -> Item | None:
    texts = tuple(lines[i].span for i in following if not is_meta(words[i]))
    if not (reads_as_headline(words[at]) or (texts and 2 <= word_count(words[at]) <= 45)):
        return None
    return Item(
        headline=lines[at].span,
        teaser=texts,
        meta=tuple(lines[i].span for i in following if is_meta(words[i])),
        lines=(at, *following),
    )


def _plain(
    lines: Sequence[Line], words: Sequence[str], taken: Sequence[bool] | None, start: int
) -> tuple[list[Item], int]:
    """Read items without bullets: a headline, perhaps a teaser, perhaps its time or section."""
    items: list[Item] = []
    index = start
    while index < len(lines) and not (taken and taken[index]) and not lines[index].bullet:
        if is_meta(words[index]):
            index += 1
            continue
        if not reads_as_headline(words[index]) or is_prose(words[index]):
            break
        after = index + 1
        following: list[int] = []
        told = False
        while after < len(lines) and not (taken and taken[after]) and not lines[after].bullet:
            meta = is_meta(words[after])
            if not meta and (told or not reads_as_teaser(words[after], words[index])):
                break
            following.append(after)
            told = told or not meta
            after += 1
        item = _split_item(lines, words, index, following)
        if item is None:
            break
        items.append(item)
        index = after
    return items, index


def _labelled(
    lines: Sequence[Line], words: Sequence[str], taken: Sequence[bool] | None, start: int
) -> tuple[list[Item], int]:
    """Read items of which each has an outlet's or a section's name over or under its headline."""
    first = start < len(lines) and is_label(words[start])
    items: list[Item] = []
    labels: list[Span] = []
    index = start
    while index < len(lines) and not (taken and taken[index]) and not lines[index].bullet:
        at = index + 1 if first else index
        if first and not is_label(words[index]):
            break
        if (
            at >= len(lines)
            or (taken and taken[at])
            or not reads_as_headline(words[at])
            or is_prose(words[at])
        ):
            break
        after = at + 1
        following: list[int] = []
        label = index if first else None
        while after < len(lines) and not (taken and taken[after]) and len(following) < _FOLLOWING:
            texts = sum(1 for i in following if not is_meta(words[i]))
            if not is_meta(words[after]) and not (
                texts == 0 and reads_as_teaser(words[after], words[at])
            ):
                if first or label is not None or not is_label(words[after]):
                    break
                label = after
            else:
                following.append(after)
            after += 1
        item = _split_item(lines, words, at, following)
        if item is None or label is None:
            break
        labels.append(lines[label].span)
        items.append(msgspec.structs.replace(item, lines=tuple(sorted((*item.lines, label)))))
        index = after
    named = [words[i] for i in range(start, index) if is_label(words[i])]
    if any(_OUTLET.search(name) for name in named):
        items = [
            msgspec.structs.replace(item, outlet=span)
            for item, span in zip(items, labels, strict=True)
        ]
    return (items, index) if len(items) >= _TOLD else ([], start)


def _bracketed(text: str, items: list[Item]) -> list[Item]:
    """Take the brackets that end every headline of a list for the outlets."""
    found = [_BRACKETS.search(without_entities(item.headline.of(text))) for item in items]
    if len(items) < _TOLD or not all(found):
        return items
    return [
        msgspec.structs.replace(
            item,
            headline=Span(item.headline.start, item.headline.start + match.start()),
            outlet=Span(*match.span("outlet")).shifted(item.headline.start),
        )
        for item, match in zip(items, found, strict=True)
        if match is not None
    ]
