"""Runs every benchmark and writes its figures to docs/benchmarks.md.

    python -m benchmarks [NAME…] [--repeat 3] [--out docs/benchmarks.md]

Each benchmark runs as a process of its own, ``--repeat`` times. A figure is the number its output
shows at that place: the table gives the median of the runs and their spread, and for the first
number of a line the ratio to the first line of the same shape, so that peers stand side by side.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
ARGUMENTS = {
    "archive": ("--reports", "5000"),
    "stories": ("--reports", "20000"),
    "reading": ("--articles", "60", "--repeat", "1"),
    "desk": ("--reports", "5000", "--seconds", "5"),
    "growth": ("--svg", "docs/growth.svg"),
}
"""Smaller sizes than a benchmark takes when it is run alone, or where a plot goes."""
ONCE = ("growth",)
"""Benchmarks that take long, and are run once."""
_NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?!\w)")


def names() -> list[str]:
    files = sorted(HERE.glob("[!_]*.py"))
    return [file.stem for file in files if "\ndef main(" in file.read_text()]


def lines_of(name: str) -> list[str]:
    """Return the lines a benchmark prints; raises CalledProcessError when it fails."""
    words = [sys.executable, "-m", f"benchmarks.{name}", *ARGUMENTS.get(name, ())]
    run = subprocess.run(words, cwd=HERE.parent, check=True, stdout=subprocess.PIPE, text=True)
    return [line.rstrip() for line in run.stdout.splitlines() if _NUMBER.search(line)]


def shape_of(line: str) -> str:
    """Return a line without its numbers: what makes lines of several runs the same."""
    return " ".join(_NUMBER.sub("#", line).split())


def rows_of(runs: Sequence[Sequence[str]]) -> list[str]:
    """Return Markdown table rows: the line of the first run, median and spread of its numbers."""
    rows = []
    base: dict[int, float] = {}
    for at, line in enumerate(runs[0]):
        same = [run[at] for run in runs if at < len(run) and shape_of(run[at]) == shape_of(line)]
        columns = list(
            zip(*([_value(n) for n in _NUMBER.findall(item)] for item in same), strict=False)
        )
        medians = [statistics.median(column) for column in columns]
        spreads = [max(column) - min(column) for column in columns]
        first = base.setdefault(len(medians), medians[0])
        ratio = f"{medians[0] / first:.2f}" if first else ""
        label = " ".join(_NUMBER.sub(" ", line).split()).replace("|", "/")
        rows.append(f"| {label} | {_listed(medians)} | {_listed(spreads)} | {ratio} |")
    return rows


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _listed(values: Sequence[float]) -> str:
    return " · ".join(f"{value:g}" for value in values)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=names())
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs" / "benchmarks.md")
    options = parser.parse_args(arguments)
    text = [
        "# Benchmarks",
        "",
        "Made by `python -m benchmarks`. Numbers stand in the order in which the benchmark prints "
        "them; the ratio is that of the first number to the first line with as many. "
        f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.repeat} runs.",
    ]
    for name in options.names:
        print(f"benchmarks.{name}", file=sys.stderr)
        try:
            repeat = 1 if name in ONCE else options.repeat
            runs = [lines_of(name) for _ in range(repeat)]
        except subprocess.CalledProcessError as error:
            text += ["", f"## {name}", "", f"It ended with exit code {error.returncode}."]
            continue
        text += ["", f"## {name}", "", "| what | median | spread | ratio |", "|---|---|---|---|"]
        text += rows_of(runs) if runs[0] else []
        if (options.out.parent / f"{name}.svg").exists():
            text += ["", f"![{name}]({name}.svg)"]
    options.out.write_text("\n".join(text) + "\n")


if __name__ == "__main__":
    main()
