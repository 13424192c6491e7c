"""The plan: inputs cut into units of work that are read, kept and repeated as a whole.

A unit is a byte range of a JSON Lines or WARC file, or a handful of page files. Its id follows from
what it reads and how, so a unit that is finished is known by its id and never read again, and one
whose input or settings have changed is another unit.
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec

from dateline import __version__
from dateline.bulk.store import Found, Store, files_in, opened
from dateline.errors import InputError
from dateline.intake.tally import Tally
from dateline.reading.layers import Settings
from dateline.records import Record

LINES_BYTES = 1 << 20
"""Bytes of JSON Lines in a unit: some two hundred articles, half a minute's work."""
ZIPPED_BYTES = 8 << 20
"""The same for compressed lines, which have to be unpacked from the start for every unit."""
WARC_RECORDS = 400
"""Records of a web archive in a unit; about a third of them are pages."""
PAGE_FILES = 100

Form = Literal["lines", "zipped_lines", "warc", "page"]


class Piece(Record, frozen=True, kw_only=True):
    """A byte range of a file; for zipped lines of what it unpacks to."""

    path: str
    form: Form
    start: int
    stop: int


class Unit(Record, frozen=True, kw_only=True):
    """What one call reads and keeps as a whole."""

    id: str
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Bytes to read, for telling progress."""
        return sum(piece.stop - piece.start for piece in self.pieces)


def _form(path: str) -> Form:
    if path.endswith((".jsonl", ".ndjson")):
        return "lines"
    if path.endswith((".jsonl.gz", ".ndjson.gz")):
        return "zipped_lines"
    return "warc" if path.endswith((".warc", ".warc.gz")) else "page"


def _digest(*words: object) -> str:
    text = "\0".join(str(word) for word in words)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def units_of(
    paths: Iterable[str], settings: Settings, store: Store, tally: Tally
) -> tuple[Unit, ...]:
    """Return the units of all inputs in the order of their names, whatever order they came in.

    Inputs that are not there are kept in ``tally``.
    """
    files: dict[str, Found] = {}
    for path in paths:
        try:
            files |= {file.path: file for file in files_in(path, tally)}
        except InputError as error:
            tally.add(error)
    how = (__version__, settings.model, settings.statements)
    units: list[Unit] = []
    pages: list[Found] = []
    for file in sorted(files.values(), key=lambda file: file.path):
        form = _form(file.path)
        if form == "page":
            pages.append(file)
            continue
        try:
            edges = _edges(file, form, store)
        except (InputError, OSError, EOFError, ValueError) as error:
            if not isinstance(error, InputError):
                error = InputError(file.path, f"the file is damaged ({error}).")
            tally.add(error)
            continue
        for start, stop in itertools.pairwise(edges):
            piece = Piece(path=file.path, form=form, start=start, stop=stop)
            key = _digest(file.path, file.size, file.changed, start, stop, *how)
            units.append(Unit(id=key, pieces=(piece,)))
    for at in range(0, len(pages), PAGE_FILES):
        batch = pages[at : at + PAGE_FILES]
        pieces = tuple(
            Piece(path=file.path, form="page", start=0, stop=file.size) for file in batch
        )
        key = _digest(*how, *((file.path, file.size, file.changed) for file in batch))
        units.append(Unit(id=key, pieces=pieces))
    return tuple(units)


def _edges(file: Found, form: Form, store: Store) -> Sequence[int]:
    """Return where the units of a file begin, and its end."""
    if form == "lines":
        return [*range(0, file.size, LINES_BYTES), file.size]
    name = f"_work/plans/{_digest(file.path, file.size, file.changed)}.json"
    if store.exists(name):
        with opened(store.path(name)) as stream:
            return msgspec.json.decode(stream.read(), type=list[int])
    edges = _zipped_edges(file) if form == "zipped_lines" else _warc_edges(file)
    with store.written(name) as stream:
        stream.write(msgspec.json.encode(edges))
    return edges


def _zipped_edges(file: Found) -> list[int]:
    size = 0
    with opened(file.path) as stream, gzip.open(stream) as unzipped:
        while block := unzipped.read(1 << 20):
            size += len(block)
    return [*range(0, size, ZIPPED_BYTES), size]


def _warc_edges(file: Found) -> list[int]:
    """Return record offsets, a unit apart; the file is one unit when they are none to seek to."""
    from fastwarc.warc import ArchiveIterator

    offsets: list[int] = []
    with opened(file.path) as stream:
        for number, record in enumerate(ArchiveIterator(stream, parse_http=False)):
            if number % WARC_RECORDS == 0:
                offsets.append(int(record.stream_pos))
        for offset in offsets:
            stream.seek(offset)
            if not stream.read(5).startswith((b"\x1f\x8b", b"WARC/")):
                return [0, file.size]
    return sorted({0, *offsets, file.size})


def data_of(piece: Piece) -> bytes:
    """Return the bytes of a piece; of lines, all that begin in its range, to their end."""
    if piece.form in ("lines", "zipped_lines"):
        return b"".join(line for _, line in lines_of(piece))
    with opened(piece.path) as stream:
        stream.seek(piece.start)
        return stream.read(piece.stop - piece.start)


def lines_of(piece: Piece) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that begin in a piece with their offsets."""
    with opened(piece.path) as raw:
        stream = gzip.GzipFile(fileobj=raw) if piece.form == "zipped_lines" else raw
        at = piece.start
        if at:
            # The line before ends here or later: only a line that begins in the range is ours.
            stream.seek(at - 1)
            at += len(stream.readline()) - 1
        while at < piece.stop and (line := stream.readline()):
            yield at, line
            at += len(line)
