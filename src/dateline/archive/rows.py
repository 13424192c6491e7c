"""From a page and its readings to the rows that are kept of them: pure, no database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from dateline.archive.numbers import name_id
from dateline.archive.packing import packed
from dateline.archive.words import terms_of
from dateline.records import (
    Figure,
    Organisation,
    Page,
    Person,
    Place,
    Placement,
    Reading,
    ReadReport,
    Report,
)

Value = str | int | float | bytes | None
Row = dict[str, Value]


class ReportRows(NamedTuple):
    """The rows of one report, by table."""

    report: Row
    reading: Row
    names: list[Row]
    mentions: list[Row]
    statements: list[Row]
    figures: list[Row]
    dated: list[Row]


def key_of(name: str) -> str:
    """Return a name's terms between blanks, so that a whole word of it can be looked for."""
    return f" {' '.join(terms_of(name))} "


def newsroom_of(report: Report, page: Page) -> str | None:
    """Return who stands behind a report: the agency before the outlet that prints its copy."""
    host = urlsplit(report.url or page.url or "").hostname
    shown = report.agency or report.outlet or report.publisher
    if shown is None:
        return host.removeprefix("www.") if host else None
    return key_of(shown).strip() or None


def report_rows(
    page: Page,
    number: int,
    read: ReadReport,
    *,
    seq: int,
    entry: int,
    added: str,
    placement: Placement,
) -> ReportRows:
    """Return all rows of one report; ``number`` is its place on the page."""
    report, reading = read.report, read.reading
    names: dict[int, Row] = {}
    ids: dict[str, int] = {}
    mentions: list[Row] = []
    groups: tuple[tuple[str, Sequence[Person | Organisation | Place]], ...] = (
        ("person", reading.people),
        ("organisation", reading.organisations),
        ("place", reading.places),
    )
    for kind, members in groups:
        for index, member in enumerate(members):
            key = key_of(member.name)
            if not key.strip():
                continue
            name = ids[member.id] = name_id(kind, key)
            names[name] = {"id": name, "kind": kind, "key": key, "shown": _plain(member.name)}
            mentions.append(
                {"name": name, "report": seq, "number": index, "times": len(member.mentions)}
            )
    return ReportRows(
        report={
            "seq": seq,
            "id": report.id,
            "page": page.id,
            "number": number,
            "kind": report.kind,
            "headline": _plain(report.headline),
            "outlet": _plain(report.cited_as),
            "newsroom": newsroom_of(report, page),
            "published": report.published,
            "added": added,
            "entry": entry,
            "story": placement.story,
            "copy_of": placement.copy_of,
            "version_of": placement.version_of,
            "placement": msgspec.json.encode(placement).decode(),
        },
        reading={"report": seq, "packed": packed(reading)},
        names=list(names.values()),
        mentions=mentions,
        statements=[
            {"report": seq, "number": index, "speaker": ids.get(statement.speaker or "")}
            for index, statement in enumerate(reading.statements)
        ],
        figures=[
            {
                "report": seq,
                "number": index,
                "low": figure.low if figure.low is not None else figure.value,
                "high": figure.high if figure.high is not None else figure.value,
                "unit": (_plain(figure.unit) or "").casefold() or None,
                "measure": _measure_key(figure, read.text),
                "start": figure.start,
                "end": figure.end,
            }
            for index, figure in enumerate(reading.figures)
        ],
        dated=_dated_rows(reading, seq),
    )


def _dated_rows(reading: Reading, seq: int) -> list[Row]:
    happenings: list[Row] = [
        {
            "report": seq,
            "kind": "happening",
            "number": index,
            "from": item.from_,
            "to": item.to,
            "status": item.status,
        }
        for index, item in enumerate(reading.happenings)
        if item.from_
    ]
    times: list[Row] = [
        {
            "report": seq,
            "kind": "time",
            "number": index,
            "from": item.from_,
            "to": item.to,
            "status": None,
        }
        for index, item in enumerate(reading.times)
        if item.from_
    ]
    return happenings + times  # fmt: skip


def _measure_key(figure: Figure, text: str) -> str:
    return key_of(" ".join(span.of(text) for span in (*figure.measure, *figure.subject)))


def _plain(text: str | None) -> str | None:
    # PostgreSQL keeps no NUL in a text; the record itself, being packed, does.
    return text.replace("\0", " ") if text else text
