"""Reading and writing JSON Lines: a bad line is reported and the others are still read."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TypeVar, cast

import msgspec

from dateline.errors import InputError
from dateline.intake.fields import PageLine
from dateline.intake.given import given_record
from dateline.intake.tally import Tally
from dateline.records import FigureRow, Record, TextReport

__all__ = [
    "ComparedLine",
    "GroupedLine",
    "PageLine",
    "StoryLine",
    "TextLine",
    "is_json_lines",
    "records_in",
    "write_line",
]


class TextLine(Record, frozen=True, kw_only=True):
    """A running text to annotate."""

    id: str
    text: str
    published: str | None = None


class StoryLine(Record, frozen=True, kw_only=True):
    """Reports of one story."""

    id: str
    reports: tuple[TextReport, ...]


class ComparedLine(Record, frozen=True, kw_only=True):
    """The figure board of one story."""

    id: str
    figures: tuple[FigureRow, ...]


class GroupedLine(Record, frozen=True, kw_only=True):
    """The story a report was placed in."""

    id: str
    story: str


_REMEDY = "A line of JSON with the fields of docs/format.md is wanted; 'dateline read' reads pages."
_Line = TypeVar("_Line", bound=Record)


def is_json_lines(source: str) -> bool:
    """Tell whether an input holds JSON Lines: by its name, or ``-`` by what it is used for."""
    return source == "-" or source.removesuffix(".gz").endswith((".jsonl", ".ndjson"))


def _opened(source: str) -> IO[bytes]:
    if source == "-":
        return sys.stdin.buffer
    try:
        stream = Path(source).open("rb")  # noqa: SIM115 - the caller closes it
    except OSError as error:
        raise InputError(source, f"the file cannot be read: {error.strerror}.") from None
    start = stream.read(2)
    stream.seek(0)
    return cast(IO[bytes], gzip.open(stream)) if start == b"\x1f\x8b" else stream


def records_in(source: str, kind: type[_Line], tally: Tally) -> Iterator[_Line]:
    """Yield the records of a JSON Lines input; a bad line is kept in the tally."""
    name = "<stdin>" if source == "-" else source
    try:
        with _opened(source) as stream:
            for number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                try:
                    record = given_record(line, kind)
                except InputError as error:
                    tally.add(
                        InputError(
                            name,
                            error.problem,
                            place=f"line {number}",
                            remedy=_REMEDY if number == 1 else None,
                        )
                    )
                else:
                    yield record
    except InputError as error:
        tally.add(error)
    except (OSError, EOFError) as error:
        tally.add(InputError(name, f"the input broke off: {error}"))


def write_line(record: Record) -> None:
    """Write one record as a line of JSON to standard output."""
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
    sys.stdout.buffer.flush()
