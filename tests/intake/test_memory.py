"""Web archives are streamed: what is held does not grow with the archive."""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

STATUS = Path("/proc/self/status")
RECORDS = int(os.environ.get("DATELINE_TEST_RECORDS", "300"))

BODY = b"<html><body>" + b"<p>The harbour of Karsund is closed.</p>" * 25_000 + b"</body></html>"
SCRIPT = """
import sys
from pathlib import Path
from dateline.intake.archives import documents_of_warc
from dateline.intake.tally import Tally

with open(sys.argv[1], "rb") as stream:
    pages = sum(1 for _ in documents_of_warc("x.warc.gz", stream, Tally()))
status = Path("/proc/self/status").read_text()
print(pages, int(status.split("VmHWM:")[1].split()[0]) // 1024)
"""


def archive(path: Path, records: int) -> Path:
    """Write a zipped web archive of pages of a megabyte each."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        "WARC-Target-URI: https://a.example/\r\nWARC-Date: 2031-03-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    packer = zlib.compressobj(wbits=31)
    member = packer.compress(head.encode() + http + b"\r\n\r\n") + packer.flush()
    with path.open("wb") as stream:
        for _ in range(records):
            stream.write(member)
    return path


def peak(path: Path) -> tuple[int, int]:
    """Return the pages found in an archive, and the most memory of the process that read it, MB.

    The kernel's high-water mark begins anew with the program; ``ru_maxrss`` would begin with
    the size of the process that started it.
    """
    run = [sys.executable, "-c", SCRIPT, str(path)]
    printed = subprocess.run(run, capture_output=True, check=True, text=True).stdout
    pages, megabytes = printed.split()
    return int(pages), int(megabytes)


@pytest.mark.skipif(not STATUS.exists(), reason="memory is read from /proc, which is Linux's")
def test_a_longer_web_archive_takes_no_more_memory(tmp_path: Path) -> None:
    few, small = peak(archive(tmp_path / "few.warc.gz", 10))
    many, large = peak(archive(tmp_path / "many.warc.gz", RECORDS))
    assert (few, many) == (10, RECORDS)
    assert large - small < 32
    assert large < 500
