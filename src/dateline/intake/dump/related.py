"""Other stories on a page: lists of headlines with or without teasers, and inline pointers."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from dateline.intake.dump.atoms import Atom
from dateline.intake.dump.english import INLINE_RELATED, LIST_HEADINGS, STOP_WORDS
from dateline.text import Span, without_entities


class Line(msgspec.Struct, frozen=True):
    """The atoms of one line that belong together: what lists are made of."""

    first: int
    """Index of its first atom."""
    last: int
    """Index after its last atom."""
    span: Span
    bullet: bool
    indent: int


class Item(msgspec.Struct, frozen=True):
    """Another story: its headline and, if the page gives one, its teaser's text."""

    headline: Span
    teaser: tuple[Span, ...] = ()
    meta: tuple[Span, ...] = ()
    """Time, section or source lines of the item."""
    lines: tuple[int, ...] = ()
    """Indexes of the lines it takes."""


class Listing(msgspec.Struct, frozen=True):
    """A list of other stories with the line that stands over it."""

    heading: int | None
    items: tuple[Item, ...]


_HEADING = re.compile(rf"\W*{LIST_HEADINGS}\W*", re.IGNORECASE)
_INLINE = re.compile(rf"\W{{0,3}}(?:{INLINE_RELATED})", re.IGNORECASE)
_META = re.compile(
    r"\W*(?:updated? )?(?:(?:\d+|an?|one) ?(?:s|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?)\b"
    r"(?: ?ago)?|\d{1,2}:\d\d(?: ?[ap]m)?(?: gmt)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)"
    r"[a-z]*\.? \d{1,2}(?:,? \d{4})?|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)[a-z]*"
    r"(?:,? \d{4})?|\d+ (?:photos|comments?|shares?|min read)"
    r"|by [A-Z][\w.]+(?: [A-Z][\w.'-]+){1,3}|"
    r"\d{1,3}|yesterday|today|video|live|exclusive|opinion|analysis)(?: ?["
    r"|•·,]? ?\d{1,2}:\d\d| \d+ photos)?\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MENU_WORDS = re.compile(
    r"\b(?:privacy|cookies?|terms|subscribe|newsletters?|sign (?:in|up)|log ?in|contact"
    r"|about|advertise|"
    r"careers|help|faqs?|copyright|rights reserved|facebook|twitter|instagram|youtube|rss|sitemap|"
    r"share|comments?|search|download|app|customer|settings|policy|account|follow us)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?…。！？؟।][\"”’')\]»]*$")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d\s+\S")
_MAX_HEADLINE = 260


def lines_of(atoms: Sequence[Atom]) -> tuple[Line, ...]:
    """Group atoms into the lines they stand on; a bullet inside a line begins a new one."""
    out: list[Line] = []
    first = 0
    for index in range(1, len(atoms) + 1):
        if (
            index < len(atoms)
            and atoms[index].line == atoms[first].line
            and atoms[index].glued
            and not atoms[index].bullet
        ):
            continue
        if first < len(atoms):
            head = atoms[first]
            out.append(
                Line(
                    first=first,
                    last=index,
                    span=Span(head.start, atoms[index - 1].end),
                    bullet=head.bullet,
                    indent=head.indent,
                )
            )
        first = index
    return tuple(out)


def word_count(words: str) -> int:
    """Return the words of a stretch; scripts without spaces count three characters as one."""
    return len(_WORD.findall(words)) + len(_UNSPACED.findall(words)) // 3


def is_list_heading(words: str) -> bool:
    """Tell whether a short line stands over a list of other stories."""
    return len(words) <= 60 and _HEADING.fullmatch(words) is not None


def is_meta(words: str) -> bool:
    """Tell whether a line only gives an item's time, number or kind."""
    return len(words) <= 48 and _META.fullmatch(words) is not None


def reads_as_headline(words: str) -> bool:
    """Tell whether a line may be the headline of another story: some words, no menu entry."""
    count = word_count(words)
    if not 4 <= count <= 40 or len(words) > _MAX_HEADLINE or is_list_heading(words):
        return False
    return not (count <= 6 and _MENU_WORDS.search(words)) and not is_meta(words)


def reads_as_teaser(words: str, headline: str) -> bool:
    """Tell whether a line under a headline is its teaser: sentences, or longer running text."""
    count = word_count(words)
    if count < 5 or is_meta(words) or is_list_heading(words):
        return False
    folded = [w.casefold() for w in _WORD.findall(words)]
    stops = sum(1 for w in folded if w in STOP_WORDS) / max(len(folded), 1)
    running = stops > 0.2 or _UNSPACED.search(words) is not None
    if _ENDS.search(words) and not words.endswith("?"):
        return running
    return running and count > 1.3 * word_count(headline) and count >= 10


def pointer_in(words: str) -> int:
    """Return how many characters point to another story (``Read also: ``) before its headline."""
    match = _INLINE.match(words)
    return match.end() if match is not None else 0


def inline_item(text: str, line: Line) -> Item | None:
    """Return the other story that a line such as ``READ MORE: …`` points to."""
    words = without_entities(line.span.of(text))
    pointer = pointer_in(words)
    if not pointer or not reads_as_headline(words[pointer:]):
        return None
    return Item(headline=Span(line.span.start + pointer, line.span.end), lines=())


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
        enough = _enough(items, headed=heading is not None)
        if items and enough:
            out.append(Listing(heading=heading, items=tuple(items)))
            index = max(after, index + 1)
        else:
            index = max(after if not items else 0, index + 1)
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
        if not all(item.meta or _CLOCK.match(words[item.lines[0]]) for item in items):
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
        while (
            after < len(lines)
            and not lines[after].bullet
            and not (taken and taken[after])
            and not is_list_heading(words[after])
            and _belongs(lines, words, index, after, following)
        ):
            following.append(after)
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
    following: Sequence[int],
) -> bool:
    """Tell whether a line without a bullet goes on with the item above it."""
    if is_meta(words[line]):
        return len(following) < 3
    if not reads_as_teaser(words[line], words[bullet]):
        indented = lines[line].indent > lines[bullet].indent
        return indented and word_count(words[line]) >= 4
    texts = sum(1 for at in following if not is_meta(words[at]))
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
        if not reads_as_headline(words[index]) or _is_prose(words[index]):
            break
        after = index + 1
        following: list[int] = []
        while after < len(lines) and not (taken and taken[after]) and not lines[after].bullet:
            texts = sum(1 for at in following if not is_meta(words[at]))
            fits = is_meta(words[after]) or (
                texts == 0 and reads_as_teaser(words[after], words[index])
            )
            if not fits:
                break
            following.append(after)
            after += 1
        item = _split_item(lines, words, index, following)
        if item is None:
            break
        items.append(item)
        index = after
    return items, index


def _is_prose(words: str) -> bool:
    """Tell running text from a headline: it ends as a sentence does, or is long."""
    ends = _ENDS.search(words) is not None and not words.endswith(("?", "!"))
    return ends and word_count(words) >= 8
