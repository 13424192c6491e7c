"""How quickly the desk answers over a large archive, alone and to many readers while it grows.

    python -m benchmarks.desk [--reports 50000] [--archive FILE] [--readers 50] [--seconds 20]

The archive is synthesised (`benchmarks/archive.py`) unless FILE exists already. The desk runs as
its own process, asked over HTTP. ``first`` are pages nobody has asked for before: what was laid
out is thrown away. ``any`` is a sample of all stories, ``large`` has most independent sources.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import httpx
from benchmarks.archive import ByNumber, Stream
from benchmarks.tables import Table, percentile

from dateline.archive.store import Archive

_BATCH = 250
_AT_ONCE = 10
_STORIES = 200


def filled(path: Path, count: int) -> None:
    """Make the archive, unless it is there."""
    if path.exists():
        return
    with Archive.open(path, placer=ByNumber) as archive:
        pages = list(Stream().pages(count))
        for start in range(0, count, _BATCH):
            archive.add_many(pages[start : start + _BATCH])


@contextlib.contextmanager
def desk(path: Path) -> Iterator[str]:
    """Serve the archive in a process of its own; yields the address."""
    command = [sys.executable, "-m", "dateline", "desk", "--archive", str(path), "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        found = re.search(r"http://\S+", server.stdout.readline())
        assert found is not None, "the desk did not start"
        yield found[0].rstrip("/")
    finally:
        server.terminate()
        server.wait()


def forget_laid_out(path: Path) -> None:
    """Throw away how stories were laid out, as if nobody had opened any."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("delete from dossier")


def timed(client: httpx.Client, path: str) -> float:
    """Return the milliseconds an answer takes."""
    began = time.perf_counter()
    client.get(path).raise_for_status()
    return (time.perf_counter() - began) * 1000


def tell(table: Table, name: str, values: Sequence[float]) -> None:
    """Add a line: how many were asked, and how long they took."""
    table.add(
        name, asked=len(values), median_ms=percentile(values, 0.5), p95_ms=percentile(values, 0.95)
    )


def painted(address: str, paths: Sequence[str]) -> list[float]:
    """Return the milliseconds until a browser paints first content, empty without a browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return []
    from playwright.sync_api import sync_playwright

    script = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        times: list[float] = []
        for path in paths:
            page = browser.new_page()
            page.goto(address + path)
            while not (paint := float(page.evaluate(script))):
                page.wait_for_timeout(20)
            times.append(paint)
            page.close()
        browser.close()
    return times


def crowd(
    table: Table, address: str, path: Path, stories: Sequence[str], readers: int, seconds: float
) -> None:
    """Let many read while another process adds; tell of times and errors."""
    errors: list[str] = []
    times: list[float] = []
    until = time.monotonic() + seconds

    def read(seed: int) -> None:
        chance = random.Random(seed)
        with httpx.Client(base_url=address, timeout=60) as client:
            while time.monotonic() < until:
                asked = chance.choice(
                    ["/", "/?order=sources", f"/story/{chance.choice(stories)}", "/search?q=baza"]
                )
                try:
                    times.append(timed(client, asked))
                except httpx.HTTPError as error:
                    errors.append(f"{asked}: {error}")

    added = 0
    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    with Archive.open(path, placer=ByNumber) as archive:
        fresh = Stream(seed=2).pages(1_000_000, first=100_000 + int(time.time()) % 1_000_000)
        while time.monotonic() < until:
            archive.add_many(list(islice(fresh, _AT_ONCE)))
            added += _AT_ONCE
    for thread in threads:
        thread.join()
    tell(table, f"{readers} readers while adding", times)
    Table("Meanwhile", {"reports added": ".0f", "errors": ".0f"}).add(
        "crowd", reports_added=added, errors=len(errors)
    )
    for error in errors[:3]:
        print(error, file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=50_000)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.archive or Path(folder) / "archive.db"
        filled(path, options.reports)
        with Archive.open(path, placer=ByNumber) as archive:
            stories = [line.summary.id for line in archive.front(limit=_STORIES)]
            largest = [story.id for story in archive.stories(order="sources", limit=_STORIES)]
            every = [story.id for story in archive.stories(limit=options.reports)]
        chance = random.Random(5)
        sample = chance.sample(every, min(_STORIES, len(every)))
        forget_laid_out(path)
        with desk(path) as address, httpx.Client(base_url=address, timeout=60) as client:
            timed(client, "/")
            table = Table(
                f"Answers over {len(every):,} stories",
                {"asked": ".0f", "median ms": ".1f", "p95 ms": ".1f"},
            )
            tell(table, "front page", [timed(client, "/") for _ in range(100)])
            tell(
                table,
                "front page, by sources",
                [timed(client, "/?order=sources") for _ in range(50)],
            )
            tell(table, "front page, filtered", [timed(client, "/?q=baza") for _ in range(50)])
            for name, ids in (("any story", sample), ("large story", largest)):
                for time_ in ("first", "again"):
                    tell(table, f"{name}, {time_}", [timed(client, f"/story/{id}") for id in ids])
            tell(table, "search", [timed(client, f"/search?q={q}") for q in Stream().words[:100]])
            if paints := painted(address, ["/", f"/story/{stories[0]}"] * 3):
                tell(table, "first contentful paint", paints)
            crowd(table, address, path, stories, options.readers, options.seconds)


if __name__ == "__main__":
    main()
