"""Another story on a page as a report of its own: headline, teaser, agency, place, outlet."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from dateline.intake.dump.atoms import glue_points
from dateline.intake.dump.english import STORY_LABELS
from dateline.intake.dump.furniture import comment_count, tail_credit
from dateline.intake.dump.related import SOURCE, Item, word_count
from dateline.intake.wire import wire_dateline_of, wire_version_of
from dateline.records import DateBasis, Evidence, PartKind, Report
from dateline.text import Span, trimmed, without_entities

Claim = Callable[[Span, PartKind], None]

_STOP = re.compile(r"[.!?。！？؟।][\"”’')\]»]*$")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)[\"”’')\]»]*$")
_INNER_STOP = re.compile(r"[.!?][\"”’')\]]*\s*[A-Z\"“‘]")
_LABEL = re.compile(STORY_LABELS)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s?(?:[ap]m|GMT|UTC))?\s*[-–—|]?\s+(?=\S)", re.IGNORECASE)
"""The time of day before a headline of a news ticker."""
_NUMBER = re.compile(r"\d{1,2}[.)]\s+(?=\S)")
"""The place of a headline in a list of the most read."""
_MARK = re.compile(r"\[\d{1,4}\]\s*(?=\S)")
"""A text browser's number of a link."""
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\([^()\s]*\)")
"""A link as Markdown writes it."""
_LONG = 160
_SHORT = 100


def spaced(words: str) -> str:
    """Return words with entities read and white space made single."""
    return " ".join(without_entities(words).split())


def is_cut_off(words: str) -> bool:
    """Tell whether a text is visibly cut off: mid-sentence after others, or by dots in long text.

    A short line without a full stop is a standfirst's way of writing, not a cut.
    """
    words = without_entities(words).strip()
    if not words:
        return False
    if _ELLIPSIS.search(words):
        return len(words) >= _SHORT
    if _STOP.search(words) or words.endswith((")", ":", "”", '"')):
        return False
    return len(words) >= _LONG or (len(words) >= _SHORT and bool(_INNER_STOP.search(words)))


def sentences_apart(text: str, span: Span) -> tuple[Span, ...]:
    """Return the span cut where sentences run together without a space."""
    clean = without_entities(span.of(text))
    cuts = [
        cut
        for cut in glue_points(clean, 0, len(clean))
        if re.search(r"[.!?…][\"”’'»)\]]{0,2}$", clean[max(0, cut - 4) : cut])
    ]
    bounds = [0, *cuts, len(clean)]
    pieces = (trimmed(clean, Span(a, b)) for a, b in pairwise(bounds) if b > a)
    return tuple(piece.shifted(span.start) for piece in pieces if piece)


def _headline_and_glued(text: str, span: Span) -> tuple[Span, Span | None]:
    """Split a headline from a teaser glued to it without a space."""
    clean = without_entities(span.of(text))
    for cut in glue_points(clean, 0, len(clean)):
        left, right = clean[:cut], clean[cut:]
        if 4 <= word_count(left) <= 30 and word_count(right) >= 8 and _STOP.search(right.strip()):
            return (
                Span(span.start, span.start + cut),
                trimmed(text, Span(span.start + cut, span.end)),
            )
    return span, None


def teaser_report(
    text: str,
    item: Item,
    identity: str,
    claim: Claim,
    *,
    published: str | None,
    basis: DateBasis,
) -> Report | None:
    """Return the report of another story and claim its parts; None when nothing is left of it."""
    head, glued = (item.headline, None) if item.teaser else _headline_and_glued(text, item.headline)
    outlet = item.outlet
    if outlet is not None:
        claim(outlet, "credit")
    if clock := _CLOCK.match(without_entities(head.of(text))):
        claim(Span(head.start, head.start + clock.end()), "published")
        head = Span(head.start + clock.end(), head.end)
    if place_in_list := _NUMBER.match(without_entities(head.of(text))):
        head = Span(head.start + place_in_list.end(), head.end)
    if mark := _MARK.match(head.of(text)):
        head = Span(head.start + mark.end(), head.end)
    if link := _LINK.fullmatch(head.of(text)):
        head = Span(*link.span("words")).shifted(head.start)
    head = _without_count(text, head, claim)
    clean_head = without_entities(head.of(text))
    if (source := SOURCE.search(clean_head)) and word_count(clean_head[: source.start()]) >= 4:
        outlet = Span(*source.span("outlet")).shifted(head.start)
        claim(outlet, "credit")
        head = trimmed(text, Span(head.start, head.start + source.start()))
    if not head:
        return None
    claim(head, "related_headline")
    body: list[Span] = []
    agency = place = None
    agency_name: str | None = None
    texts = [*([glued] if glued else []), *item.teaser]
    for number, given in enumerate(texts):
        span = given
        if number == 0:
            clean = without_entities(span.of(text))
            if label := _LABEL.match(clean):
                claim(Span(span.start, span.start + label.end()), "other")
                span = Span(span.start + label.end(), span.end)
            dateline = wire_dateline_of(text, span)
            if dateline is not None:
                claim(dateline.span, "dateline")
                place, agency = dateline.place, dateline.agency
                agency_name = dateline.agency_name
                span = Span(dateline.span.end, span.end)
        if number == len(texts) - 1:
            span = _without_count(text, span, claim)
        if number == len(texts) - 1 and (credit := tail_credit(text, span)) is not None:
            claim(credit[0], "credit")
            outlet = credit[1] or outlet
            span = Span(span.start, credit[0].start)
        span = _without_blank_entities(text, span)
        if span:
            claim(span, "related_teaser")
            body.extend(sentences_apart(text, span))
    version = wire_version_of(clean_head)
    return Report(
        id=identity,
        kind="teaser",
        headline=spaced(head.of(text)),
        agency=agency_name,
        outlet=spaced(outlet.of(text)) if outlet else None,
        place=spaced(place.of(text)) if place else None,
        published=published,
        published_basis=basis if published else None,
        version=version.mark(clean_head) if version else None,
        truncated=bool(body) and is_cut_off(text[body[0].start : body[-1].end]),
        body=tuple(body),
        evidence=Evidence(
            headline=(head,),
            agency=(agency,) if agency else (),
            outlet=(outlet,) if outlet else (),
            place=(place,) if place else (),
            version=(version.span.shifted(head.start),) if version else (),
        ),
    )


def _without_count(text: str, span: Span, claim: Claim) -> Span:
    """Return the span without the count of readers' comments at its end, claimed apart."""
    count = comment_count(text, span)
    if count is None:
        return span
    claim(count, "other")
    return trimmed(text, Span(span.start, count.start))


def _without_blank_entities(text: str, span: Span) -> Span:
    """Return the span without white space or entities that stand for it at its edges."""
    inner = trimmed(without_entities(span.of(text)), Span(0, len(span)))
    return inner.shifted(span.start)
