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
    outlet: Span | None = None
    """Who published it, where a line or brackets of their own say so."""


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
_ADDRESS = re.compile(r"(?:\d{1,4}\.\s+)?(?:https?://|www\.)\S+", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…。！？؟।][\"”’')\]»]*$")
_RUNNING, _SENTENCE = 0.2, 0.1
"""Least share of function words of running text, and of a line that ends with a full stop."""
SOURCE = re.compile(
    r"\s(?:[|–—]|-)\s(?!Opens in\b)(?P<outlet>(?:The |the )?[A-Z][\w.&’']*(?: (?:of|and|the|&"
    r"|[A-Z][\w.&’']*)){0,4})\s*$"
)
"""An outlet at the end of a headline."""
_MAX_HEADLINE = 260
_LABEL_WORDS = 4
"""Characters of a headline and words of an outlet's name at most."""


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
    """Tell whether a line only gives an item's time, number, kind or address."""
    return (len(words) <= 48 and _META.fullmatch(words) is not None) or (
        _ADDRESS.fullmatch(words) is not None
    )


def reads_as_headline(words: str) -> bool:
    """Tell whether a line may be the headline of another story: some words, no menu entry."""
    count = word_count(words)
    if not 4 <= count <= 40 or len(words) > _MAX_HEADLINE or is_list_heading(words):
        return False
    return not (count <= 6 and _MENU_WORDS.search(words)) and not is_meta(words)


def reads_as_teaser(words: str, headline: str) -> bool:
    """Tell whether a line under a headline is its teaser: sentences, or longer running text."""
    count = word_count(words)
    if count < 5 or is_meta(words) or is_list_heading(words) or SOURCE.search(words):
        return False
    folded = [w.casefold() for w in _WORD.findall(words)]
    stops = sum(1 for w in folded if w in STOP_WORDS) / max(len(folded), 1)
    unspaced = _UNSPACED.search(words) is not None
    running = stops > _RUNNING or unspaced
    if _ENDS.search(words) and not words.endswith("?"):
        return unspaced or stops > (_SENTENCE if words.endswith(".") else _RUNNING)
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


def is_label(words: str) -> bool:
    """Tell whether a line may name an outlet or a section: one to four words with capitals."""
    found = words.split()
    return (
        1 <= len(found) <= _LABEL_WORDS
        and words[:1].isupper()
        and all(word[0].isupper() or word in ("&", "and", "of", "the") for word in found)
        and _ENDS.search(words) is None
        and not is_meta(words)
        and not is_list_heading(words)
        and not _MENU_WORDS.search(words)
    )


def is_prose(words: str) -> bool:
    """Tell running text from a headline: it ends as a sentence does, or is long."""
    ends = _ENDS.search(words) is not None and not words.endswith(("?", "!"))
    return ends and word_count(words) >= 8
