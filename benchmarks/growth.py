"""How the cost of reading, grouping, adding and searching grows with the number of reports.

    python -m benchmarks.growth [--sizes 1000,10000,100000] [--read-most 10000] [--svg FILE]

Every point is measured in a process of its own, so that its peak memory is its own too. Reports to
read are one invented paragraph each; sizes above ``--read-most`` are not read, as a hundred
thousand take a quarter of an hour. Speeds are by processor time, of the last tenth of the reports
where they are grouped and added; searching tells the 95th percentile of 200 queries.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.plot import Curve, drawn
from benchmarks.tables import Table, peak_memory

Measured = tuple[float, ...]
"""One number for each of the curves in `ASKED`, the last one peak memory in MB."""

_BATCH = 250


def read(size: int) -> Measured:
    """Return reports read a second."""
    from benchmarks.reading import invented

    from dateline.reading.layers import Task, readings_of
    from dateline.text import Passage

    texts = [(text.split("\n\n")[0], day) for text, day in invented(min(size, 400))]
    tasks = (
        Task(
            id=str(number),
            passage=Passage.of_text(texts[number % len(texts)][0]),
            published=texts[number % len(texts)][1],
            language="en",
        )
        for number in range(size)
    )
    next(readings_of([next(tasks)]))
    began = time.process_time()
    for _ in readings_of(tasks):
        pass
    return (size - 1) / (time.process_time() - began), peak_memory()


def group(size: int) -> Measured:
    """Return reports grouped a second, the last tenth of the stream alone."""
    from benchmarks.stories import stream

    from dateline.story.grouping import Grouper

    grouper = Grouper()
    last = size - size // 10
    spent = 0.0
    for number, item in enumerate(stream(size, 1)):
        began = time.process_time()
        grouper.place(item)
        if number >= last:
            spent += time.process_time() - began
    return (size - last) / spent, peak_memory()


def keep(size: int) -> Measured:
    """Return reports added a second, and the 95th percentile of a search in milliseconds."""
    from benchmarks.archive import ByNumber, Stream

    from dateline.archive.store import Archive

    stream = Stream()
    spent, counted = 0.0, 0
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "archive.db", placer=ByNumber) as archive,
    ):
        batch = []
        for number, page in enumerate(stream.pages(size), 1):
            batch.append(page)
            if len(batch) == _BATCH or number == size:
                began = time.process_time()
                archive.add_many(batch)
                if number > size - max(size // 10, _BATCH):
                    spent += time.process_time() - began
                    counted += len(batch)
                batch = []
        times = []
        for query in stream.queries(200):
            began = time.process_time()
            archive.search(query)
            times.append(1000 * (time.process_time() - began))
    return counted / spent, sorted(times)[int(0.95 * len(times))], peak_memory()


ASKED: dict[str, tuple[Callable[[int], Measured], tuple[tuple[str, str], ...]]] = {
    "read": (read, (("reading", "reports/s"), ("reading, peak memory", "MB"))),
    "group": (group, (("grouping", "reports/s"), ("grouping, peak memory", "MB"))),
    "keep": (
        keep,
        (
            ("adding", "reports/s"),
            ("searching", "ms, 95th percentile"),
            ("archive, peak memory", "MB"),
        ),
    ),
}
"""What is measured, and the curves that come of it."""


def point(what: str, size: int) -> Measured:
    """Measure in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.growth", "--point", what, str(size)]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout
    return tuple(map(float, told.split()))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--read-most", type=int, default=10_000)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--point", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.point:
        measured = ASKED[options.point[0]][0](int(options.point[1]))
        print(*(f"{value:.1f}" for value in measured))
        return
    sizes = list(map(int, options.sizes.split(",")))
    table = Table("By number of reports", {f"{size:,}": ",.1f" for size in sizes})
    curves: list[Curve] = []
    for what, (_, names) in ASKED.items():
        points: list[list[tuple[float, float]]] = [[] for _ in names]
        for size in sizes:
            if what == "read" and size > options.read_most:
                continue
            for value, line in zip(point(what, size), points, strict=True):
                line.append((size, value))
        for (name, unit), line in zip(names, points, strict=True):
            table.add(
                f"{name}, {unit}", **{f"{size:,}".replace(",", "_"): value for size, value in line}
            )
        curves += [
            Curve(name, unit, line) for (name, unit), line in zip(names, points, strict=True)
        ]
    if options.svg is not None:
        options.svg.write_text(drawn(curves), "utf-8")


if __name__ == "__main__":
    main()
