"""Reading one unit: a pure function of its bytes and the settings, with its tables as the result.

What a unit gives is written under ``_work/units/ID``; the ledger entry ``done.json`` is written
last, so that a unit either is finished or has never been.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import msgspec
import pyarrow.parquet as pq

from dateline.bulk.columns import READ, FailureRow, ItemRow, day_name
from dateline.bulk.store import Store, is_remote
from dateline.bulk.units import Piece, Unit, data_of, lines_of
from dateline.errors import InputError, SetupError
from dateline.intake.archives import documents_of_warc
from dateline.intake.decode import safe_text
from dateline.intake.entry import Entry, page_of_entry
from dateline.intake.given import given_record
from dateline.intake.sources import pages_of, pages_of_bytes
from dateline.intake.tally import Tally
from dateline.pipeline import item_of, tasks_of, with_language
from dateline.reading.layers import Settings, readings_of
from dateline.records import DossierSet, Page, ReadReport, Record
from dateline.show.arrow import table_of
from dateline.show.tables import FACTS, whole_report_row
from dateline.show.views import reads_of
from dateline.story.grouping.features import LEAD

_BATCH = 32


class BulkLine(Record, frozen=True, kw_only=True):
    """A page as a line of JSON: HTML, or text; with a headline the text is the article's alone."""

    id: str
    text: str | None = None
    html: str | None = None
    published: str | None = None
    url: str | None = None
    headline: str | None = None
    outlet: str | None = None


class Done(Record, frozen=True, kw_only=True):
    """The ledger's entry of a finished unit."""

    reports: int
    failures: tuple[FailureRow, ...] = ()
    skipped: Mapping[str, int] = msgspec.field(default_factory=dict)


def done_of(store: Store, unit: Unit) -> Done | None:
    """Return the ledger's entry of a unit, None when it is not finished."""
    name = f"_work/units/{unit.id}/done.json"
    if not store.exists(name):
        return None
    from dateline.bulk.store import opened

    with opened(store.path(name)) as stream:
        return msgspec.json.decode(stream.read(), type=Done)


def read_unit(unit: Unit, root: str, settings: Settings) -> Done:
    """Read a unit, keep its tables under ``root`` and return the ledger's entry."""
    store = Store(root)
    known = done_of(store, unit)
    if known is not None:
        return known
    tally = Tally()
    seen: set[str] = set()
    rows: dict[str, list[Record]] = {name: [] for name in READ}
    days: dict[str, list[str]] = {name: [] for name in READ}
    batch: list[Page] = []
    for piece in unit.pieces:
        for page in _pages(piece, tally):
            if page.id in seen:
                tally.skip("duplicate")
                continue
            seen.add(page.id)
            batch.append(page)
            if len(batch) == _BATCH:
                _add(batch, settings, rows, days, tally)
                batch = []
    _add(batch, settings, rows, days, tally)
    folder = f"_work/units/{unit.id}"
    for name, kind in READ.items():
        with store.written(f"{folder}/{name}.parquet", lasting=True) as stream:
            pq.write_table(table_of(kind, rows[name], days[name]), stream, compression="zstd")
    done = Done(
        reports=len(rows["reports"]),
        failures=tuple(
            FailureRow(
                source=_single_line(error.source),
                place=error.place,
                problem=_single_line(error.problem),
            )
            for error in tally.failures
        ),
        skipped=dict(sorted(tally.skipped.items())),
    )
    with store.written(f"{folder}/done.json", lasting=True) as stream:
        stream.write(msgspec.json.encode(done))
    return done


def _single_line(words: str) -> str:
    return safe_text(" ".join(words.split()))[0]


def _pages(piece: Piece, tally: Tally) -> Iterator[Page]:
    try:
        if piece.form in ("lines", "zipped_lines"):
            for at, line in lines_of(piece):
                if line.strip():
                    yield from _guarded(_pages_of_line(line), piece.path, f"byte {at}", tally)
        elif piece.form == "warc":
            stream = io.BytesIO(data_of(piece))
            for document in documents_of_warc(piece.path, stream, tally):
                pages = pages_of_bytes(
                    document.url or piece.path,
                    document.data,
                    url=document.url,
                    charset=document.charset,
                    tally=tally,
                )
                yield from _guarded(pages, document.url or piece.path, None, tally)
        elif is_remote(piece.path):
            pages = pages_of_bytes(piece.path, data_of(piece), tally=tally)
            yield from _guarded(pages, piece.path, None, tally)
        else:
            yield from _guarded(pages_of(piece.path, tally=tally), piece.path, None, tally)
    except InputError as error:
        tally.add(error)
    except (OSError, EOFError) as error:
        tally.add(InputError(piece.path, f"the input broke off: {error}"))


def _guarded(pages: Iterator[Page], source: str, place: str | None, tally: Tally) -> Iterator[Page]:
    """Yield pages; what goes wrong with a record is kept in the tally, whatever it is."""
    try:
        yield from pages
    except InputError as error:
        place = place or error.place
        source = source if place else error.source
        tally.add(InputError(source, error.problem, place=place, remedy=error.remedy))
    except SetupError:
        raise
    except Exception as error:
        tally.add(
            InputError(source, f"cannot be read ({type(error).__name__}: {error})", place=place)
        )


def _pages_of_line(line: bytes) -> Iterator[Page]:
    given = given_record(line, BulkLine)
    for page in _pages_given(given):
        reports = tuple(
            msgspec.structs.replace(report, id=f"{given.id}.{number}")
            for number, report in enumerate(page.reports)
        )
        yield msgspec.structs.replace(page, id=given.id, reports=reports)


def _pages_given(given: BulkLine) -> Iterator[Page]:
    from dateline.intake.dump import read_dump
    from dateline.intake.html import read_html

    if given.html is not None:
        yield read_html(given.html, path=None, url=given.url, published=given.published)
    elif given.text is None:
        raise InputError(given.id, "the record has neither html nor text.")
    elif given.headline is None:
        yield read_dump(given.text, url=given.url, published=given.published)
    else:
        entry = Entry(
            title=given.headline,
            content=given.text,
            published=given.published,
            outlet=given.outlet,
            url=given.url,
        )
        yield page_of_entry(entry, basis="given")


def _add(
    batch: list[Page],
    settings: Settings,
    rows: dict[str, list[Record]],
    days: dict[str, list[str]],
    tally: Tally,
) -> None:
    """Read pages together; when that fails one by one, so that only the bad one is lost."""
    if not batch:
        return
    try:
        pages = [with_language(page) for page in batch]
        tasks = [task for page in pages for task in tasks_of(page)]
        dossiers = DossierSet(
            pages=tuple(pages), readings=tuple(readings_of(tasks, settings)), dossiers=()
        )
        found = _rows_of(dossiers)
    except (MemoryError, SetupError):
        raise
    except Exception as error:
        if len(batch) > 1:
            for page in batch:
                _add([page], settings, rows, days, tally)
            return
        problem = f"cannot be read ({type(error).__name__}: {error})"
        tally.add(InputError(batch[0].url or batch[0].path or batch[0].id, problem))
        return
    for name, dated in found.items():
        rows[name] += [row for _, row in dated]
        days[name] += [day for day, _ in dated]


def _rows_of(dossiers: DossierSet) -> dict[str, list[tuple[str, Record]]]:
    languages = {page.id: page.language for page in dossiers.pages}
    out: dict[str, list[tuple[str, Record]]] = {name: [] for name in READ}
    for read in reads_of(dossiers).values():
        day = day_name(read.report.published)
        language = languages[read.page]
        out["items"].append((day, _item_row(read, language)))
        out["reports"].append((day, whole_report_row(read, None, language=language)))
        for name, table in FACTS.items():
            out[name] += [(day, fact) for fact in table.rows(read)]
    return out


def _item_row(read: ReadReport, language: str | None) -> ItemRow:
    item = item_of(read)
    return ItemRow(
        report=item.id,
        language=language,
        published=item.published,
        title=item.title,
        # Grouping looks no further, and cut here a day's items fit into memory.
        lead=item.text[: LEAD + 1],
        outlet=item.outlet,
        url=item.url,
        version=item.version,
    )
