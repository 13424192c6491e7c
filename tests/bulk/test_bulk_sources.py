"""What bulk reading takes in besides lines: web archives, and addresses that fsspec knows."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("fsspec")
import pyarrow.dataset as ds
import typer
from typer.testing import CliRunner

from dateline.commands import run as run_command

PAGE = """<!doctype html><html lang="en"><head><title>{headline}</title>
<meta property="og:type" content="article"><meta property="og:title" content="{headline}">
<meta property="article:published_time" content="2031-03-0{number}T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{headline}</h1>
<p>KARSUND, March {number} (Tarn Wire) - The quay of Karsund was closed on Monday after {count}
containers fell into the harbour, the port authority said.</p>
<p>“Nobody was hurt, and divers will look for the containers,” harbour master Ilse Brandt told
reporters on the quay, where a crane had tipped over in the night.</p>
<p>The port handled 40,000 containers last year and employs 310 people.</p></article>
<footer>Copyright Tarn Wire</footer></body></html>"""


def response(url: str, kind: str, body: bytes) -> bytes:
    """A response record of a web archive."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{abs(hash(url)):032x}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2031-03-09T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + http + b"\r\n\r\n")


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two articles with a picture between them."""
    pages = [
        PAGE.format(headline=f"Containers fall into harbour, day {n}", number=n, count=10 + n)
        for n in (1, 2)
    ]
    path = tmp_path_factory.mktemp("crawl") / "crawl.warc.gz"
    path.write_bytes(
        response("https://tarn.example/1", "text/html", pages[0].encode())
        + response("https://tarn.example/crane.png", "image/png", b"\x89PNG")
        + response("https://tarn.example/2", "text/html", pages[1].encode())
    )
    return path


def run(source: str, out: str) -> None:
    """Run the command on a source, with one worker here."""
    app = typer.Typer()
    run_command.register(app)
    result = CliRunner().invoke(app, [source, "-o", out, "--engine", "local", "--workers", "1"])
    assert result.exit_code == 0, result.output


def rows(out: Path, name: str) -> list[dict[str, object]]:
    """Return the rows of a table, in an order of their own."""
    found = ds.dataset(out / name, partitioning="hive").to_table().to_pylist()
    return sorted(found, key=lambda row: str(sorted(row.items(), key=str)))


def test_a_web_archive_is_read_to_tables(crawl: Path, tmp_path: Path) -> None:
    """Both articles become reports under their days, with who said what, figures and a story."""
    run(str(crawl), str(tmp_path))
    reports = sorted(rows(tmp_path, "reports"), key=lambda row: str(row["url"]))
    assert [row["url"] for row in reports] == ["https://tarn.example/1", "https://tarn.example/2"]
    assert [str(row["day"]) for row in reports] == ["2031-03-01", "2031-03-02"]
    assert all("Copyright" not in str(row["text"]) for row in reports)
    assert any("Brandt" in str(row["source"]) for row in rows(tmp_path, "statements"))
    assert {12.0, 310.0} <= {row["value"] for row in rows(tmp_path, "figures")}
    assert len(rows(tmp_path, "stories")) == 1


def test_addresses_give_the_rows_that_paths_give(crawl: Path, tmp_path: Path) -> None:
    """Input and output at addresses, as of an object store, hold what they hold on this machine."""
    run(str(crawl), str(tmp_path / "here"))
    run(crawl.as_uri(), (tmp_path / "there").as_uri())
    for name in ("reports", "statements", "figures", "times", "happenings", "names", "stories"):
        assert rows(tmp_path / "there", name) == rows(tmp_path / "here", name), name
