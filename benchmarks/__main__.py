"""Runs every benchmark and writes its figures to docs/benchmarks.md.

    ./dev bench [NAME…] [--repeat 3] [--data FOLDER] [--full] [--out docs/benchmarks.md]

Each benchmark runs as a process of its own, ``--repeat`` times. A cell is the median of the runs,
with half of their spread behind it where they differ; the ratio is that to the table's first line.
``--data`` names a folder with annotated texts (``pages/*.jsonl``, ``quotes/dev.jsonl.gz``,
``figures/newsquant.dev.jsonl``, ``timex/blind.jsonl.gz``), for quality and for speed on news; what
it does not hold is made up from a seed. ``--full`` takes the sizes that the aims speak of.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from benchmarks.tables import ROWS, Row

HERE = Path(__file__).parent
SMALL = {
    "archive": ("--reports", "5000"),
    "stories": ("--reports", "20000"),
    "reading": ("--articles", "60", "--repeat", "1"),
    "desk": ("--reports", "5000", "--seconds", "5"),
    "growth": ("--sizes", "1000,10000"),
}
"""Smaller sizes than a benchmark takes when it is run alone."""
DATA = {
    "pages": ("pages/aeb_half.jsonl", "pages/fundus_en.jsonl"),
    "figures": ("figures/newsquant.dev.jsonl",),
    "times": ("timex/blind.jsonl.gz",),
    "statements": ("quotes/dev.jsonl.gz",),
}
"""What a benchmark reads of a folder of annotated texts."""
ONCE = ("growth",)
"""Benchmarks that take long, and are run once."""


def names() -> list[str]:
    """Return the benchmarks that print tables."""
    files = sorted(HERE.glob("[!_]*.py"))
    return [file.stem for file in files if "benchmarks.tables import" in file.read_text()]


def rows_of(words: Sequence[str]) -> list[Row]:
    """Return the rows of a benchmark's run; raises CalledProcessError when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows"
        rows.touch()
        subprocess.run(
            [sys.executable, "-m", *words],
            cwd=HERE.parent,
            check=True,
            stdout=sys.stderr,
            env={**os.environ, ROWS: str(rows)},
        )
        return msgspec.json.decode(
            b"[" + b",".join(rows.read_bytes().splitlines()) + b"]", type=list[Row]
        )


def tables_of(runs: Sequence[Sequence[Row]]) -> Iterator[str]:
    """Yield the lines of Markdown tables, in the order in which the first run printed them."""
    by_place: dict[tuple[str, str], list[Row]] = {}
    for row in (row for run in runs for row in run):
        by_place.setdefault((row.table, row.what), []).append(row)
    for table in dict.fromkeys(title for title, _ in by_place):
        lines = {what: rows for (title, what), rows in by_place.items() if title == table}
        columns = list(dict.fromkeys(name for rows in lines.values() for name in rows[0].values))
        compared = next(iter(lines.values()))[0].compared if len(lines) > 1 else None
        yield from ("", f"**{table}**", "")
        yield "| | " + " | ".join([*columns, *(["ratio"] if compared else [])]) + " |"
        yield "|---" * (len(columns) + 1 + bool(compared)) + "|"
        first: float | None = None
        for what, rows in lines.items():
            cells = [
                _cell([row.values[name] for row in rows if name in row.values]) for name in columns
            ]
            if rows[0].note:
                cells[0] = rows[0].note
            if compared:
                known = [row.values[compared] for row in rows if compared in row.values]
                middle = statistics.median(known) if known else None
                first = middle if first is None else first
                cells.append(f"{middle / first:.2g}" if middle is not None and first else "")
            yield f"| {what} | " + " | ".join(cells) + " |"


def _cell(values: Sequence[float]) -> str:
    if not values:
        return ""
    half = (max(values) - min(values)) / 2
    middle = statistics.median(values)
    return _short(middle) + (f" ± {_short(half)}" if half >= abs(middle) / 1000 and half else "")


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def words_for(name: str, data: Path | None, *, full: bool) -> list[str]:
    """Return the module and arguments of a benchmark."""
    held = [path for part in DATA.get(name, ()) if data and (path := data / part).exists()]
    sizes = () if full else SMALL.get(name, ())
    plot = ("--svg", "docs/growth.svg") if name == "growth" else ()
    return [f"benchmarks.{name}", *map(str, held), *sizes, *plot]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmarks named, or all, and write the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", help=", ".join(names()))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "benchmarks.md")
    options = parser.parse_args(arguments)
    command = " ".join(
        [
            "./dev bench",
            *options.names,
            *(["--full"] if options.full else []),
            *(["--data FOLDER"] if options.data else []),
        ]
    )
    text = [
        "# Benchmarks",
        "",
        f"Written by `{command}`. A cell is the median of the runs ± half of their spread; the "
        "ratio is that to the first line of its table. "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.repeat} runs.",
    ]
    for name in options.names or names():
        repeat = 1 if name in ONCE else options.repeat
        words = words_for(name, options.data, full=options.full)
        text += ["", f"## {name}"]
        try:
            text += tables_of([rows_of(words) for _ in range(repeat)])
        except subprocess.CalledProcessError as error:
            text += ["", f"It ended with exit code {error.returncode}."]
        if (options.out.parent / f"{name}.svg").exists():
            text += ["", f"![{name}]({name}.svg)"]
        options.out.write_text("\n".join(text) + "\n", "utf-8")


if __name__ == "__main__":
    main()
