"""The article's own fields, each with the words that state it: visible ones before metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from dateline.intake.dump.stamps import Stamp, date_in_url, stamps_in
from dateline.intake.html.dates import iso_of
from dateline.intake.html.english import BY
from dateline.intake.html.lines import Block, Lines
from dateline.intake.html.markup import CUE_NAMES
from dateline.intake.html.metadata import Metadata
from dateline.intake.html.wording import folded
from dateline.intake.wire import agency_named, authors_in, byline_agency_in, is_name
from dateline.intake.wire.english import AND
from dateline.text import Span, trimmed

_BYLINE, _BIO, _STAMP, _COMMENT, _RELATED = (
    1 << CUE_NAMES.index(name) for name in ("byline", "bio", "stamp", "comment", "related")
)
_BEFORE, _AFTER = 8, 3
_JOINT = re.compile(rf"\s*(?:[,;/|&·•]|\s(?:{'|'.join(AND)})\s)\s*", re.IGNORECASE)
_OPENING = re.compile(rf"^\s*(?:{'|'.join(BY)})\s+(?=\S)|^\s*by\s*:?\s+", re.IGNORECASE)
_SIGNED_ABROAD = re.compile(rf"\W{{0,4}}(?:{'|'.join(BY)})\s+", re.IGNORECASE)
_SIGNED = re.compile(r"\W{0,4}(?:(?:written|reported|posted|story|words) )?by\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"https?:|www\.|@|\.(?:com|html?)\b.*/|[{}<>=]|\bimage\b|^[\d\W]+$", re.IGNORECASE
)
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)+")
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_SUFFIX = re.compile(r"^\s*(?:[|–—•·*:：«»>/\\-]|\.\.\.|by\b)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[|–—•·*-]\s+|\s*\|\s*")
_LEAST_HEADLINE = 12
_LIKE = 0.34
"""Share of words a shared headline must have in common with the page's own."""
_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"\s*[a-zäöüß]{2,6}(?:\s?[/;,]\s?[a-zäöüß]{2,6})*\s*")
_INITIAL = re.compile(r"[^\s;,]+")
_MAX_INITIALS = 40
_MAX_AUTHOR = 80
_MAX_BYLINE = 40
_MAX_LINE = 200
_SHORT_LINE = 60
_SIGNATURE = 8
"""Words of a byline that may stand among the paragraphs."""


class Value(msgspec.Struct, frozen=True):
    """A value and where it is visible; without a span it stands in the metadata alone."""

    value: str
    span: Span | None = None
    words: str | None = None
    """The metadata's words, when they differ from the value."""


def head_zone(lines: Lines, flags: Sequence[bool], title: int | None) -> range:
    """Return the indexes of the blocks around the headline and the article's first lines."""
    first = next((i for i, flag in enumerate(flags) if flag), None)
    anchor = title if title is not None else (first or 0)
    low = max(0, anchor - _BEFORE)
    high = (first if first is not None and first >= anchor else anchor + 12) + _AFTER
    return range(low, min(len(lines.blocks), high + 1))


def headline_of(
    lines: Lines, metadata: Metadata, flags: Sequence[bool], host: str
) -> tuple[Value | None, int | None]:
    """Return the article's headline and the index of the visible block that shows a headline.

    Taken in this order: what the page gives to be shared (``og:title``), unless it is another
    headline than the page's own; JSON-LD's; the ``h1``. All without the site's name.
    """
    text = lines.text
    first = next((i for i, flag in enumerate(flags) if flag), len(flags))
    shown = [
        i
        for i, block in enumerate(lines.blocks)
        if block.tag == "h1" and not block.hidden and len(block.span) >= 4
    ]
    stated = [h for h in (metadata.stated_headline, *metadata.social_headlines) if h]
    folds = [folded(words) for words in stated]
    top = max(
        shown,
        key=lambda i: (
            any(lines.blocks[i].fold in fold for fold in folds),
            i <= first,
            -i,
        ),
        default=None,
    )
    top_words = lines.blocks[top].text if top is not None else None
    names = (metadata.site, metadata.publisher, host)
    own = [
        _without_site(words, [top_words] if top_words else [], names)
        for words in (metadata.stated_headline, top_words)
        if words
    ]
    social = [_without_site(words, own, names) for words in metadata.social_headlines[:1]]
    social = [s for s in social if not own or max(_likeness(s, words) for words in own) >= _LIKE]
    title = [_without_site(metadata.page_title, own, names)] if metadata.page_title else []
    chosen = next(iter((*social, *own, *title)), None)
    if chosen is None:
        at = _heading_in_article(lines)
        if at is None:
            return None, top
        span = lines.blocks[at].span
        return Value(value=span.of(text), span=span), at
    wanted = folded(chosen)
    places = [
        i
        for i, block in enumerate(lines.blocks)
        if wanted and not block.hidden and block.fold == wanted
    ]
    if places:
        at = min(places, key=lambda i: (lines.blocks[i].heading or 9, i > first, abs(first - i), i))
        span = lines.blocks[at].span
        return Value(value=span.of(text), span=span), at
    return Value(value=chosen, words=chosen), top


def _heading_in_article(lines: Lines) -> int | None:
    """Return the heading that opens the page's ``article`` or ``main``."""
    for tag in ("article", "main"):
        for i, block in enumerate(lines.blocks):
            if block.inside(tag):
                if block.heading and not block.inside("nav"):
                    return i
                break
    return None


def _likeness(a: str, b: str) -> float:
    """Return the share of words the shorter of two headlines has in common with the other."""
    if folded(a) in folded(b) or folded(b) in folded(a):
        return 1.0
    left, right = ({word.casefold() for word in _WORD.findall(text)} for text in (a, b))
    return len(left & right) / max(1, min(len(left), len(right)))


def _without_site(title: str, known: Iterable[str], names: Iterable[str | None]) -> str:
    """Return a title without the site's name at its end."""
    folded_title = title.casefold()
    for words in sorted(set(known), key=lambda w: (-len(w), w)):
        rest = folded_title[len(words) :]
        if len(words) >= _LEAST_HEADLINE and folded_title.startswith(words.casefold()):
            return words if not rest.strip() or _SUFFIX.match(rest) else title
        if (
            len(words) >= _LEAST_HEADLINE
            and folded(title).startswith(folded(words))
            and len(folded(title)) > len(folded(words))
            and _SEPARATOR.search(title[len(words) - 4 :])
        ):
            return words
    sites = [name for name in (folded(n or "") for n in names) if name]
    while (cuts := list(_SEPARATOR.finditer(title))) and cuts[-1].start():
        last = folded(title[cuts[-1].end() :])
        if not last or not any(last in site or site in last for site in sites):
            break
        title = title[: cuts[-1].start()].rstrip()
    return title


def clean_names(stated: Iterable[str]) -> list[str]:
    """Return the writers that metadata names, one by one, without prefixes, roles and addresses."""
    out: list[str] = []
    for raw in stated:
        words = _OPENING.sub("", raw).strip(" \t,;|")
        if not words or _NO_NAME.search(words) or _SLUG.fullmatch(words):
            continue
        pieces = [_ASIDE.sub("", piece).strip() for piece in _JOINT.split(words)]
        pieces = [piece for piece in pieces if piece]
        names = [p for p in pieces if is_name(p) or agency_named(p)]
        if len(pieces) > 1 and names and (is_name(pieces[0]) or agency_named(pieces[0])):
            employer = byline_agency_in(words, Span(0, len(words)))
            out += [p for p in names if employer is None or p != employer[1].of(words)]
        elif len(words) <= _MAX_AUTHOR:
            out.append(_ASIDE.sub("", words).strip() or words)
    seen: dict[str, str] = {}
    for name in out:
        seen.setdefault(folded(name), name)
    return list(seen.values())


def authors_of(
    lines: Lines, metadata: Metadata, zone: range, flags: Sequence[bool], host: str
) -> list[Value]:
    """Return the writers: as metadata names them, else as the byline does; places looked up."""
    stated = clean_names(metadata.authors)
    sites = {folded(w) for w in (metadata.site, metadata.publisher, host) if w}
    named = [name for name in stated if not _is_house(name, sites)]
    if not named:
        signed = _without_houses(_byline_authors(lines, zone, flags)) or _initials(lines)
        if signed:
            return signed
        tagged = clean_names(metadata.tagged_authors)
        stated = [name for name in tagged if not _is_house(name, sites)] or stated
    return [_located(lines, name, zone) for name in stated]


def _is_house(name: str, sites: Iterable[str]) -> bool:
    """Tell whether a writer's name is the site's or its publisher's."""
    return any(folded(name) in site or site in folded(name) for site in sites if site)


def _without_houses(signed: Sequence[Value]) -> list[Value]:
    """Return the writers without the house that stands in capitals behind a name."""
    named = [value for value in signed if not value.value.isupper()]
    return named or list(signed)


def _initials(lines: Lines) -> list[Value]:
    """Return the initials that a page marks as its writer's: ``mol;jd``, ``wire/mol``."""
    found = [
        Span(match.start(), match.end()).shifted(mark.start)
        for mark in lines.marks
        if mark.name == "author" and mark.end - mark.start <= _MAX_INITIALS
        if _INITIALS.fullmatch(lines.text[mark.start : mark.end])
        for match in _INITIAL.finditer(lines.text[mark.start : mark.end])
    ]
    return [Value(value=span.of(lines.text), span=span) for span in found]


def _located(lines: Lines, name: str, zone: range) -> Value:
    """Return a name with its visible place: in the zone, else in a line about its writer."""
    blocks = lines.blocks
    around = [blocks[i] for i in zone] + [
        b for b in blocks if b.cues & (_BYLINE | _BIO) and not b.cues & _COMMENT
    ]
    pattern = re.compile(re.escape(name), re.IGNORECASE)
    for block in around:
        found = pattern.search(block.text) if len(name) > 2 else None
        if found is not None:
            return Value(value=name, span=Span(*found.span()).shifted(block.start))
    return Value(value=name, words=name)


def _byline_authors(lines: Lines, zone: range, flags: Sequence[bool]) -> list[Value]:
    text = lines.text
    marked = [
        trimmed(text, Span(mark.start, mark.end))
        for mark in lines.marks
        if mark.name == "author" and mark.end - mark.start <= _MAX_AUTHOR
    ]
    first = [span for span in marked if any(lines.blocks[i].holds(span) for i in zone) and span]
    out: dict[str, Value] = {}
    for span in first:
        named = authors_in(text, span)
        line = next(block for block in lines.blocks if block.holds(span))
        if len(line.span) <= _MAX_LINE:
            # Of several writers often only one is marked.
            signed = authors_in(text, line.span)
            if {author.name for author in named} <= {author.name for author in signed}:
                named = signed
        for author in named:
            out.setdefault(folded(author.name), Value(value=author.name, span=author.span))
    if out:
        return list(out.values())
    for i in zone:
        block = lines.blocks[i]
        words = block.text
        if block.words > _MAX_BYLINE or block.cues & (_COMMENT | _RELATED):
            continue
        if block.inside("blockquote"):
            # Under a quotation stands who is quoted.
            continue
        cued = bool((block.own_cues | block.near_cues) & _BYLINE)
        signed_line = is_signature(block, text)
        opens = _SIGNED.match(words) is not None and (signed_line or not flags[i])
        names = block.span
        if not opens and signed_line and (abroad := _SIGNED_ABROAD.match(words)):
            names = Span(block.start + abroad.end(), block.end)
            opens = is_name(names.of(text))
        if not (cued or opens) or (cued and not opens and block.words > 12):
            continue
        for author in authors_in(text, names):
            out.setdefault(folded(author.name), Value(value=author.name, span=author.span))
        if out and opens:
            break
    return list(out.values())


def _visible_stamps(lines: Lines, zone: range) -> list[tuple[int, Stamp]]:
    out: list[tuple[int, Stamp]] = []
    for i in zone:
        block = lines.blocks[i]
        if block.words > _SHORT_LINE or block.cues & (_COMMENT | _RELATED):
            continue
        cued = bool(block.cues & _STAMP)
        for stamp in stamps_in(lines.text, block.span):
            if cued or stamp.labelled or block.words <= 14:
                out.append((i, stamp))
    return out


class Times(msgspec.Struct, frozen=True):
    """When the article was published and updated.

    ``stated`` tells whether the page says the first of the article; else it is the day in the
    page's address, or the time of the update.
    """

    published: Value | None = None
    updated: Value | None = None
    stated: bool = True


def times_of(lines: Lines, metadata: Metadata, zone: range, url: str | None) -> Times:
    """Return the publication and update times: metadata's value, visible words if they agree."""
    stamps = [stamp for _, stamp in _visible_stamps(lines, zone)]
    marks = [
        (Span(mark.start, mark.end), mark.name, value)
        for mark in lines.marks
        if mark.value
        and (mark.name == "time" or mark.name.startswith("date"))
        and (value := iso_of(mark.value)) is not None
    ]
    placed = [
        m
        for m in marks
        if any(lines.blocks[i].start <= m[0].start <= lines.blocks[i].end for i in zone)
    ]
    published = _stated(metadata.published)
    updated = _stated(metadata.updated)
    if published is None:
        published = _marked(marks, "datePublished", lines)
    if published is None and placed:
        span, _, value = placed[0]
        published = Value(value=value, span=span if len(span) else None, words=value)
    if published is None:
        plain = next((s for s in stamps if not s.updated), None)
        published = Value(value=plain.value, span=plain.span) if plain else None
    if updated is None:
        updated = _marked(marks, "dateModified", lines)
    if updated is None:
        late = next((s for s in stamps if s.updated), None)
        updated = Value(value=late.value, span=late.span) if late else None
    stated = published is not None
    if published is None and url and (day := date_in_url(url)) is not None:
        published = Value(value=day, words=url)
    if published is None and updated is not None:
        published = updated
    if published is not None and published.span is None:
        published = _seen(
            published, stamps, [m for m in placed if m[1] != "dateModified"], late=False
        )
    if stated and updated and published and updated.value == published.value:
        updated = None
    if updated is not None and updated.span is None:
        updated = _seen(updated, stamps, [m for m in placed if m[1] != "datePublished"], late=True)
    return Times(published=published, updated=updated, stated=stated)


def _stated(values: Iterable[str]) -> Value | None:
    for words in values:
        if (value := iso_of(words)) is not None:
            return Value(value=value, words=words)
    return None


def _marked(marks: Sequence[tuple[Span, str, str]], name: str, lines: Lines) -> Value | None:
    for span, found, value in marks:
        if found == name:
            shown = trimmed(lines.text, span)
            return Value(value=value, span=shown if len(shown) else None, words=value)
    return None


def _seen(
    value: Value, stamps: Sequence[Stamp], marks: Sequence[tuple[Span, str, str]], *, late: bool
) -> Value:
    """Return the value with visible words of the same day, when the page shows some."""
    for span, _, stated in marks:
        if stated[:10] == value.value[:10] and len(span):
            return msgspec.structs.replace(value, span=span)
    for stamp in stamps:
        if stamp.value[:10] == value.value[:10] and stamp.updated == late:
            return msgspec.structs.replace(value, span=stamp.span)
    return value


def is_signature(block: Block, text: str) -> bool:
    """Tell whether a line is as short as one that names a writer, or a writer and a time."""
    if block.text.endswith((".", "?")) or block.words > 2 * _SIGNATURE:
        return False
    return block.words <= _SIGNATURE or bool(stamps_in(text, block.span))


def is_byline(block: Block, text: str, authors: Sequence[Value]) -> bool:
    """Tell whether a block is the line that names the writers."""
    return len(block.span) <= _MAX_LINE and any(
        author.span is not None and block.holds(author.span) for author in authors
    )
