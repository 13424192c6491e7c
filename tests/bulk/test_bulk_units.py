"""Units cut inputs without loss; the store keeps whole files or none."""

import gzip
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
from hypothesis import given
from hypothesis import strategies as st

from dateline.bulk import units
from dateline.bulk.columns import day_name
from dateline.bulk.reading import _pages
from dateline.bulk.store import Store, files_in, opened
from dateline.bulk.units import Piece, lines_of, units_of
from dateline.intake.tally import Tally
from dateline.reading.layers import Settings


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lines")


@given(
    data=st.binary(max_size=60).map(lambda data: data.replace(b"x", b"\n")), size=st.integers(1, 12)
)
def test_every_line_is_in_one_range_however_a_file_is_cut(
    folder: Path, data: bytes, size: int
) -> None:
    for form in ("lines", "zipped_lines"):
        path = folder / form
        path.write_bytes(gzip.compress(data) if form == "zipped_lines" else data)
        pieces = [
            Piece(path=str(path), form=form, start=at, stop=min(at + size, len(data)))
            for at in range(0, len(data), size)
        ]
        lines = [found for piece in pieces for found in lines_of(piece)]
        assert b"".join(line for _, line in lines) == data
        assert all(data[at : at + len(line)] == line for at, line in lines)


def warc_record(number: int) -> bytes:
    html = f"<html><body><article><h1>Harbour {number}</h1><p>The quay of Karsund was closed.</p></article></body></html>"
    http = (
        f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(html)}\r\n\r\n{html}"
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\nWARC-Date: 2031-03-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return (head + http + "\r\n\r\n").encode()


@pytest.mark.parametrize("zipped", [False, True])
def test_every_page_of_a_web_archive_is_in_one_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zipped: bool
) -> None:
    monkeypatch.setattr(units, "WARC_RECORDS", 3)
    path = tmp_path / ("a.warc.gz" if zipped else "a.warc")
    records = [warc_record(number) for number in range(8)]
    path.write_bytes(b"".join(map(gzip.compress, records) if zipped else records))
    tally = Tally()
    planned = units_of([str(path)], Settings(), Store(str(tmp_path / "out")), tally)
    urls = [page.url for unit in planned for piece in unit.pieces for page in _pages(piece, tally)]
    assert len(planned) == 3
    assert urls == [f"https://news.example/{number}" for number in range(8)]
    assert not tally.failures


def test_units_do_not_depend_on_the_order_of_inputs_but_on_what_is_in_them(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text('{"id": "1", "text": "One."}\n')
    a, b = str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")
    store = Store(str(tmp_path / "out"))
    first = units_of([a, b], Settings(), store, Tally())
    assert first == units_of([b, str(tmp_path / "*.jsonl")], Settings(), store, Tally())
    other = units_of([a, b], Settings(statements="rules"), store, Tally())
    assert not {unit.id for unit in first} & {unit.id for unit in other}


def test_a_missing_input_is_a_failure_and_the_others_are_planned(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A page.")
    tally = Tally()
    paths = [str(tmp_path / "gone.jsonl"), str(tmp_path / "page.txt")]
    assert len(units_of(paths, Settings(), Store(str(tmp_path / "out")), tally)) == 1
    assert [failure.source for failure in tally.failures] == [paths[0]]


def test_a_file_that_breaks_while_written_is_not_there(tmp_path: Path) -> None:
    store = Store(str(tmp_path))
    with pytest.raises(RuntimeError), store.written("table/part") as stream:
        stream.write(b"half")
        raise RuntimeError
    assert not store.exists("table/part")
    assert store.names("table") == []


def test_object_stores_are_read_and_written() -> None:
    pytest.importorskip("fsspec")
    store = Store("memory://bulk/out")
    with store.written("day=1/part") as stream:
        stream.write(b"whole")
    assert store.exists("day=1/part")
    assert store.names("") == ["day=1"]
    (found,) = files_in("memory://bulk/out", Tally())
    with opened(found.path) as stream:
        assert stream.read() == b"whole"
    store.remove("day=1")
    assert not store.exists("day=1/part")


def test_days_are_those_of_universal_time() -> None:
    assert day_name("2031-03-01T23:30:00-05:00") == "2031-03-02"
    assert day_name("2031-03-01") == "2031-03-01"
    assert day_name("spring") == day_name(None) == "unknown"
