"""Whether the day or the month stands first in a page's all-number dates, where the page tells."""

from __future__ import annotations

import datetime
import re

import msgspec

from dateline.intake.dump.stamps import date_in_url
from dateline.intake.wire.english import WEEKDAYS
from dateline.records import Note
from dateline.text import Span

_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])")
_WEEKDAY = re.compile(rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?,?\s*$", re.I)
_WEEKDAY_REACH = 14
_ZONE = re.compile(
    r"\s*[-–—|•·,]?\s*(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]m\s?)?"
    r"(?P<zone>CES?T|BST|(?:GMT|UTC)\s?\+\s?0?[12](?::?00)?)\b",
    re.IGNORECASE,
)
"""Zones of Europe alone or of Europe and Africa, where no country writes the month first."""


class Order(msgspec.Struct, frozen=True):
    """Which of day and month stands first, how the page tells that, and where it does."""

    day_first: bool
    reason: str
    span: Span | None = None


def notes_on_order(text: str, order: Order | None, date: Span | None) -> tuple[Note, ...]:
    """Return what is said of a date that was read with the page's order; nothing of others."""
    match = _NUMBERS.search(date.of(text)) if date is not None else None
    if order is None or date is None or match is None or not _is_open(match):
        return ()
    which = "day" if order.day_first else "month"
    said = f"Day and month of the date could change places; the {which} is first, {order.reason}."
    spans = (date,) if order.span is None else (date, order.span)
    return (Note(code="date-order", text=said, spans=spans),)


def order_on(text: str, *, url: str | None) -> Order | None:
    """Return the order of day and month in the page's all-number dates.

    Told by a date that has one order only, else by a weekday before a date, by the day in the
    page's address, or by a zone of Europe behind a date; None where nothing tells it, or two of a
    kind contradict each other.
    """
    found = [(match, int(match[1]), int(match[3])) for match in _NUMBERS.finditer(text)]
    open_ones = [match for match, _, _ in found if _is_open(match)]
    plain = [
        Order(day_first=a > 12, reason="as in another date of the page", span=Span(*match.span()))
        for match, a, b in found
        if (a > 12) != (b > 12)
    ]
    if not open_ones:
        return None
    kinds = (
        plain,
        [order for match in open_ones for order in _by_weekday(text, match)],
        [order for match in open_ones for order in _by_address(match, url)],
        [order for match in open_ones for order in _by_zone(text, match)],
    )
    for orders in kinds:
        if orders:
            return orders[0] if len({order.day_first for order in orders}) == 1 else None
    return None


def _is_open(match: re.Match[str]) -> bool:
    first, second = int(match[1]), int(match[3])
    return 1 <= first <= 12 and 1 <= second <= 12 and first != second


def _readings(match: re.Match[str]) -> dict[bool, datetime.date]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    return {
        True: datetime.date(year, second, first),
        False: datetime.date(year, first, second),
    }


def _by_weekday(text: str, match: re.Match[str]) -> list[Order]:
    before = text[max(0, match.start() - _WEEKDAY_REACH) : match.start()]
    named = _WEEKDAY.search(before)
    if named is None:
        return []
    span = Span(match.start() - len(before) + named.start(1), match.start())
    return [
        Order(day_first=day_first, reason="as its weekday tells", span=span)
        for day_first, day in _readings(match).items()
        if day.strftime("%a").casefold() == named[1][:3].casefold()
    ]


def _by_address(match: re.Match[str], url: str | None) -> list[Order]:
    stated = date_in_url(url) if url else None
    return [
        Order(day_first=day_first, reason="as the page's address tells")
        for day_first, day in _readings(match).items()
        if day.isoformat() == stated
    ]


def _by_zone(text: str, match: re.Match[str]) -> list[Order]:
    zone = _ZONE.match(text, match.end())
    if zone is None:
        return []
    return [Order(day_first=True, reason="as in the zone beside it", span=Span(*zone.span("zone")))]
