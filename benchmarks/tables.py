"""What a benchmark prints: a table line by line, which its runner can collect as rows.

Where the environment names a file in `ROWS`, every line is also appended to it as JSON, so that
`python -m benchmarks` needs not take printed lines apart.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

ROWS = "DATELINE_BENCHMARK_ROWS"
_LABEL = 34


class Row(msgspec.Struct, frozen=True):
    """A line of a table: what was measured, and a number for each column that has one."""

    table: str
    what: str
    values: dict[str, float]
    compared: str | None = None
    """The column by which lines are compared with the first one, when there is one."""
    note: str = ""


class Table:
    """A table being printed; ``columns`` maps names to the formats of their numbers."""

    def __init__(
        self, title: str, columns: Mapping[str, str], *, compared: str | None = None
    ) -> None:
        self._title = title
        self._columns = columns
        self._compared = compared
        self._begun = False

    def add(self, what: str, **values: float | None) -> None:
        """Print a line; the names of values are those of columns with ``_`` for all but letters.

        Raises KeyError for a value that no column has.
        """
        names = {_key(name): name for name in self._columns}
        given = {names[key]: value for key, value in values.items() if value is not None}
        self._begin()
        cells = (
            f"{given[name]:>{_width(name)}{form}}" if name in given else f"{'–':>{_width(name)}}"
            for name, form in self._columns.items()
        )
        print(f"{what:<{_LABEL}}", *cells, flush=True)
        self._keep(Row(self._title, what, given, self._compared))

    def leave_out(self, what: str, why: str) -> None:
        """Print a line that says why there are no numbers."""
        self._begin()
        print(f"{what:<{_LABEL}} {why}", flush=True)
        self._keep(Row(self._title, what, {}, self._compared, why))

    def _begin(self) -> None:
        if not self._begun:
            head = (f"{name:>{_width(name)}}" for name in self._columns)
            print(f"\n{self._title}", f"{'':<{_LABEL}} {' '.join(head)}", sep="\n", flush=True)
            self._begun = True

    def _keep(self, row: Row) -> None:
        if path := os.environ.get(ROWS):
            with Path(path).open("ab") as out:
                out.write(msgspec.json.encode(row) + b"\n")


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value below which a part of the values lies."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def peak_memory() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _key(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name)


def _width(name: str) -> int:
    return max(len(name), 10)
