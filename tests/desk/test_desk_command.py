"""The command that serves the desk, as a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import httpx


def test_whoever_comes_as_soon_as_the_address_is_told_is_answered(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "desk"]
    command += ["--archive", str(tmp_path / "archive.db"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            address = re.search(r"http://\S+", desk.stdout.readline())
            assert address is not None
            assert httpx.get(address[0], timeout=60).status_code == 200
        finally:
            desk.terminate()
