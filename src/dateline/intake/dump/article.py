"""The article's own fields: headline, writers, times, place, found around its text."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from dateline.intake.dump.between import contents_lines, gallery_lines
from dateline.intake.dump.claims import Claims
from dateline.intake.dump.english import CORRECTION_OPENINGS, NEWS_OF_VERSION, STOP_WORDS
from dateline.intake.dump.furniture import ends_with_picture_credit
from dateline.intake.dump.related import Line, is_label, is_list_heading, is_meta, word_count
from dateline.intake.dump.stamps import Stamp, stamps_in
from dateline.intake.wire import (
    Author,
    WireDateline,
    authors_in,
    byline_agency_in,
    is_name,
    lone_dateline_of,
)
from dateline.text import Span, without_entities

_OPENING = re.compile(
    r"\s*(?P<label>date|published)\s+(?P<date>(?:19|20)\d\d-\d\d-\d\d\S*)\s+(?P<headline>\S.*\S)",
    re.IGNORECASE,
)
_BY_ABROAD = re.compile(r"(?:von|par|por|di|af|av|door|od|przez)\s+", re.IGNORECASE)
"""What stands before a writer's name in other languages."""
_ASIDE = re.compile(r"\s*\(.*\)\s*")
_NEWS_OF_VERSION = re.compile(NEWS_OF_VERSION, re.IGNORECASE)
_TITLE = re.compile(r"\s*(?:title|headline)\s*:\s+(?P<headline>\S.*\S)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ENDS = re.compile(r"[.。।][\"”’')\]»]*$")
_CORRECTION = re.compile(CORRECTION_OPENINGS, re.IGNORECASE)
_BYLINE = re.compile(r"\W{0,4}(?:(?:\w+ ){0,2}by\b|authors?\s?:)[:\s]+\S", re.IGNORECASE)
_HEADING_MARK = re.compile(r"(?:^|\n)# $")
"""What opens a heading in Markdown."""
_NOT_HEADLINE = re.compile(
    r"!\[|\b(?:\d+ comments?|share (?:this|on|via)|min(?:ute)?s? (?:read|ago)|hours? ago"
    r"|published|updated|posted|"
    r"last modified|subscribe|sign (?:in|up)|log ?in|cookies?|newsletter|advertisement"
    r"|javascript|browser|"
    r"copyright|all rights|getty|photo:|image:|click here|read more|by [A-Z][a-z]+ [A-Z])"
    r"|©|\||^by ",
    re.IGNORECASE,
)
_SOURCE = "SOURCE "  # The house that a press release is from.
_TRANSCRIPT = re.compile(r"(?:full |read )?transcript\b.{8}", re.IGNORECASE)
"""A headline that may name the day of what was said."""
_CONTACT = re.compile(r"\W*(?:\w+ )?(?:contacts?|enquiries|inquiries)\W*$", re.IGNORECASE)
"""What stands over whom to ask, who is no writer."""
_REACH = 60
_SIGNED_AFTER = 8
_BYLINE_WORDS = 8
_BESIDE = 60  # Characters beside a bare name that is a byline, unless they are dates.
_NAME_WORDS = 4
"""Words of a site's name at most."""
_STAMP_WORDS = 16
"""Words of a line beside a date without a label; a longer one, as a caption, tells of the date."""
_PATH = re.compile(r"[»›>]|\s/\s.*\s/\s")
_PATH_REACH = 4
"""Lines between a headline and the path of sections that ends with it."""


class Opening(msgspec.Struct, frozen=True):
    """What the first line of some dumps gives: the date and the headline after it."""

    headline: Span
    date: Span | None = None


def opening_of(text: str, lines: Sequence[Line]) -> Opening | None:
    """Return the head line ``date 2031-03-04 Headline`` or ``Title: Headline`` of a dump."""
    if not lines:
        return None
    first = lines[0].span
    clean = without_entities(first.of(text))
    for form in (_OPENING, _TITLE):
        if match := form.fullmatch(clean):
            date = _date_at(clean, *match.span("date")) if form is _OPENING else None
            return Opening(
                headline=Span(*match.span("headline")).shifted(first.start),
                date=date.shifted(first.start) if date else None,
            )
    return None


def _date_at(clean: str, start: int, end: int) -> Span | None:
    """Return the date or date-time that a stretch is or opens with; None for a day that is none."""
    for last in (end, start + len("2031-03-04")):
        try:
            datetime.datetime.fromisoformat(clean[start:last])
        except ValueError:
            continue
        return Span(start, last)
    return None


def _content(words: str) -> set[str]:
    return {
        w for w in map(str.casefold, _WORD.findall(words)) if w not in STOP_WORDS and len(w) > 1
    }


def headline_of(
    text: str, lines: Sequence[Line], body: Sequence[bool], *, skip: int = 0
) -> int | None:
    """Return the index of the line that is the article's headline.

    Looks at the lines before the article, and at its first two lines, for one that shares its
    words with the article, is not a sentence, and stands close.
    """
    inside = [i for i, flag in enumerate(body) if flag]
    if not inside:
        return None
    first = inside[0]
    vocabulary: Counter[str] = Counter()
    for i in inside[:60]:
        vocabulary.update(_content(lines[i].span.of(text)))
    said = [without_entities(line.span.of(text)[:300]) for line in lines]
    keys = [" ".join(_WORD.findall(words)).casefold() for words in said]
    repeats = Counter(keys)
    gallery, contents = gallery_lines(said[:first]), contents_lines(said[:first])
    near = [i for i in range(skip, first) if i not in gallery][-_REACH:]
    low = near[0] if near else first
    clean = {
        i: without_entities(lines[i].span.of(text)) for i in range(low, min(first + 8, len(lines)))
    }
    signs = {i: _signs(words) for i, words in clean.items()}
    tops = [without_entities(line.span.of(text)).casefold() for line in lines[:4]]
    scores: dict[int, float] = {}
    for place, i in enumerate([*near, *inside[:2]]):
        words = clean.get(i, "")
        score = _headline_score(words, vocabulary, after=len(near) - place)
        if score is None or signs.get(i) or ends_with_picture_credit(words):
            continue
        if i >= first and (_ENDS.search(words) or word_count(words) > 25 or i == inside[-1]):
            continue
        opens = lines[i].span.start
        if _HEADING_MARK.search(text[max(0, opens - 3) : opens]):
            score += 0.3
        elif lines[i].bullet:
            score -= 0.4
        if i in contents:
            score -= 0.6
        if i >= first:
            score -= 0.15
        if i <= skip + 1 and word_count(words) <= _NAME_WORDS and i + 1 < first:
            # The site's name stands alone over its menu.
            score -= 0.4
        score += 0.12 * min(repeats[keys[i]] - 1, 2)
        below = [j for j in range(i + 1, i + 6) if signs.get(j)]
        above = [j for j in range(max(low, i - 8), i) if signs.get(j)]
        score += 0.25 * bool(below) - 0.15 * bool(above and not below)
        if any(i and _is_title_of(words.casefold(), top) for top in tops):
            score += 0.4
        scores[i] = score
    if not scores:
        return None
    best = max(scores, key=lambda i: (scores[i], -i))
    # A standfirst repeats the headline's words right under it.
    for i in range(best - 1, best - 3, -1):
        close = scores.get(i, 0.0) > max(scores[best] - 0.35, 0.35) and i < first
        if close and word_count(clean[i]) > _NAME_WORDS:
            best = i
    best = min(_alone(clean, scores, best), key=lambda i: abs(i - best), default=best)
    return best if scores[best] > 0.35 else None


def _alone(clean: Mapping[int, str], scores: Mapping[int, float], best: int) -> list[int]:
    """Return the lines that repeat a headline without the path of sections glued before it."""
    return [
        i
        for i in scores
        if abs(i - best) <= _PATH_REACH
        and word_count(clean[i]) >= _NAME_WORDS
        and len(clean[best]) > len(clean[i])
        and clean[best].endswith(clean[i])
    ]


def _is_title_of(words: str, top: str) -> bool:
    """Tell whether a line opens the page's title line, which goes on with the site's name."""
    return len(words) >= 20 and len(top) > len(words) and top.startswith(words)


def _headline_score(words: str, vocabulary: Counter[str], *, after: int) -> float | None:
    count = word_count(words)
    if not 2 <= count <= 40 or len(words) > 260 or is_meta(words) or is_list_heading(words):
        return None
    if _ASIDE.fullmatch(words):
        # The wire says in brackets under the headline what is new in this version.
        return None
    content = _content(words)
    if not content:
        return None
    shared = sum(1 for w in content if vocabulary[w]) / (len(content) + 1.0)
    score = shared + 0.02 * min(count, 12) - 0.008 * max(after, 0)
    if _ENDS.search(words):
        score -= 0.35
    if _NOT_HEADLINE.search(words) or _PATH.search(words):
        score -= 0.5
    if count < 4:
        score -= 0.3
    if count > 22:
        score -= 0.3
    return score


def _signs(words: str) -> bool:
    """Tell whether a line is a byline or a time stamp."""
    return (
        len(words) <= 120
        and not _TRANSCRIPT.match(words)
        and (_BYLINE.match(words) is not None or bool(stamps_in(words, Span(0, len(words)))))
    )


class Signature(msgspec.Struct, frozen=True):
    """A byline: its line's index and the writers it names."""

    line: int
    authors: tuple[Author, ...]


def signatures_of(
    text: str, lines: Sequence[Line], body: Sequence[bool], headline: int | None
) -> tuple[Signature, ...]:
    """Return the bylines, the likeliest first found deciding.

    In turn: a line with ``By`` between headline and article, a bare name there, ``By`` just before
    the headline, and a name or sign-off right after the article.
    """
    inside = [i for i, flag in enumerate(body) if flag]
    if not inside:
        return ()
    first, last = inside[0], inside[-1]
    top = headline if headline is not None and headline <= first else max(0, first - 12)
    opening = first
    while opening < last and lines[opening].bullet:
        # A byline may stand under the points that open an article.
        opening += 1
    head = range(top + 1, min(opening + 3, len(lines)))
    above = range(max(0, top - 8), top)
    tail = range(last, min(last + 1 + _SIGNED_AFTER, len(lines)))
    for places, introduced in (
        (head, True),
        (head, False),
        (above, True),
        (tail, True),
        (tail, False),
    ):
        found: list[Signature] = []
        for i in places:
            if body[i] and word_count(lines[i].span.of(text)) > 14:
                continue
            if places is tail and not introduced and _is_tag(text, lines, i):
                continue
            if places is tail and i and _CONTACT.match(lines[i - 1].span.of(text)):
                continue
            signature = _signature(text, lines[i], i, introduced=introduced)
            if signature is not None and (not introduced or not found or i - found[-1].line <= 3):
                found.append(signature)
            elif found and not introduced:
                break
        if found:
            return tuple(found if introduced or places is head else found[:1])
    return ()


def _signature(text: str, line: Line, index: int, *, introduced: bool) -> Signature | None:
    words = without_entities(line.span.of(text))
    if len(words) > 240:
        return None
    start = line.span.start
    if introduced:
        match = _BYLINE.match(words)
        if match is None:
            return None
    elif len(words) > 90:
        return None
    elif (abroad := _BY_ABROAD.match(words)) and is_name(words[abroad.end() :]):
        start += abroad.end()
    elif not _bare_names(words):
        return None
    authors = authors_in(text, Span(start, line.span.end))
    return Signature(line=index, authors=authors) if authors else None


def _bare_names(words: str) -> bool:
    """Tell whether a line without ``By`` may be a byline: it opens with a name and little else."""
    if words.startswith(_SOURCE) or is_list_heading(words):
        return False
    authors = authors_in(words, Span(0, len(words)))
    if not authors or authors[0].span.start > 2 or not is_name(authors[0].name):
        return False
    rest = words[authors[-1].span.end :]
    beside = len(rest) <= _BESIDE or stamps_in(rest, Span(0, len(rest)))
    return bool(beside) and not _ENDS.search(words)


def _is_tag(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line stands among others that name a subject or a section."""
    around = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    return any(
        line.bullet == lines[index].bullet and is_label(without_entities(line.span.of(text)))
        for line in around
    )


def dateline_above(
    claims: Claims, lines: Sequence[Line], body: Sequence[bool]
) -> WireDateline | None:
    """Return the dateline that is the line before the article and nothing else, claimed."""
    first = body.index(True) if any(body) else 0
    found = lone_dateline_of(claims.text, lines[first - 1].span) if first else None
    if found is not None:
        claims.add(found.span, "dateline")
    return found


def agency_of(
    text: str,
    lines: Sequence[Line],
    signatures: Sequence[Signature],
    dateline: WireDateline | None,
) -> tuple[str | None, Span | None]:
    """Return the agency of the dateline, else the one that the writers write for, and where."""
    if dateline is not None and dateline.agency is not None:
        return dateline.agency_name, dateline.agency
    for signature in signatures:
        signed = byline_agency_in(text, lines[signature.line].span)
        if signed is not None:
            return signed
    return None, None


def stamps_of(
    text: str,
    lines: Sequence[Line],
    body: Sequence[bool],
    headline: int | None,
    *,
    day_first: bool | None = None,
) -> tuple[Stamp | None, Stamp | None]:
    """Return when the article was published and when it was updated, as the page states them.

    Looks from a few lines above the headline into the article's first lines, then right after the
    article; a labelled time wins over a bare one, an early over a late one. ``day_first`` tells the
    order of all-number dates.
    """
    inside = [i for i, flag in enumerate(body) if flag]
    first = inside[0] if inside else 0
    last = inside[-1] if inside else len(lines) - 1
    top = headline if headline is not None and headline <= first else max(0, first - 12)
    near = [*range(top, min(first + 2, len(lines))), *range(max(0, top - 6), top)]
    far = [*range(last, min(last + 8, len(lines)))]
    published: Stamp | None = None
    updated: Stamp | None = None
    for places in (near, far):
        found = [
            stamp
            for i in places
            if not (body[i] and word_count(lines[i].span.of(text)) > 20)
            for stamp in stamps_in(text, lines[i].span, day_first=day_first)
            if stamp.labelled or word_count(lines[i].span.of(text)) <= _STAMP_WORDS
        ]
        if published is None:
            plain = [stamp for stamp in found if not stamp.updated]
            labelled = [stamp for stamp in plain if stamp.labelled]
            published = next(iter(labelled or plain), None)
        if updated is None:
            updated = next((stamp for stamp in found if stamp.updated), None)
    return published, updated


def is_byline(words: str) -> bool:
    """Tell whether a line is ``By`` and names, and no sentence."""
    return (
        word_count(words) <= _BYLINE_WORDS
        and _BYLINE.match(words) is not None
        and not _ENDS.search(words)
        and bool(authors_in(words, Span(0, len(words))))
    )


def tells_version(words: str) -> bool:
    """Tell whether a line is what the wire says is new in this version of a report."""
    return _NEWS_OF_VERSION.fullmatch(words.strip()) is not None


def correction_in(words: str) -> bool:
    """Tell whether a line is a note on a correction."""
    return len(words) <= 800 and _CORRECTION.match(words) is not None
