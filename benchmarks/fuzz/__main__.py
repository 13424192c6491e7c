"""Damaged inputs through every reader: what crashes, what hangs, what points outside its text.

    python -m benchmarks.fuzz [READER…] [--inputs N] [--seconds S] [--guided] [--state FOLDER]

Damages invented inputs (`benchmarks.fuzz.seeds`) and gives them to each reader in its share, in
rounds that are processes of their own, one after the other. Refusing an input with an `InputError`
is right; any other exception, a span outside its text, words that are not those of their span, or
more than two seconds a megabyte is a fault. ``--guided`` lets coverage choose what is damaged
further (``pip install atheris``); without it the same inputs are made again each time. ``--inputs``
counts all that a state folder has, so that a run goes on where it was broken off, and ends when it
has them; inputs at fault are kept in its ``faults``.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
from benchmarks.fuzz.readers import READERS
from benchmarks.fuzz.rounds import Round, kept, round_file
from benchmarks.tables import Table

_ROUND = 50_000
_ROUND_SECONDS = 300.0
"""The most inputs and seconds of one round: libFuzzer's memory grows with its runs."""
_COLUMNS = {
    "inputs": ",.0f", "guided": ",.0f", "refused": ",.0f", "a second": ",.0f",
    "faults": ",.0f", "slow": ",.0f", "slowest ms": ",.0f", "its bytes": ",.0f",
}  # fmt: skip


def wanted(readers: Sequence[str], inputs: int, rounds: Sequence[Round]) -> tuple[str, int]:
    """Return the reader that is furthest behind its share, and how many inputs it wants."""
    total = sum(READERS[name].share for name in readers)
    done = Counter[str]()
    for each in rounds:
        done[each.reader] += each.inputs
    goals = {name: round(inputs * READERS[name].share / total) for name in readers}
    name = min(readers, key=lambda name: (done[name] / max(1, goals[name]), -READERS[name].share))
    return name, goals[name] - done[name]


def run(state: Path, name: str, inputs: int, seconds: float, guided: bool) -> None:
    """Run a round, and note it when it dies; raises SystemExit when it could not even begin."""
    file = next(
        file
        for number in range(1_000_000)
        if not (file := round_file(state, name, number)).exists()
    )
    number = file.stem.rpartition("-")[2]
    words = [sys.executable, "-m", "benchmarks.fuzz.rounds", str(state), name, number, str(inputs)]
    done = subprocess.run(
        [*words, str(seconds), *(["--guided"] if guided else [])],
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != 0:
        if not file.exists():
            sys.exit(done.stderr.decode())
        broken = msgspec.json.decode(file.read_bytes(), type=Round)
        broken.faults["the process died"] = 1
        (state / "faults" / f"{file.stem}.log").write_bytes(done.stderr[-20_000:])
        file.write_bytes(msgspec.json.encode(broken))


def show(rounds: Sequence[Round]) -> int:
    """Print the table; return how many faults there are."""
    table = Table("damaged inputs", _COLUMNS)
    faults: Counter[str] = Counter()
    for name in READERS:
        of_reader = [each for each in rounds if each.reader == name]
        if of_reader:
            _add(table, name, of_reader)
    _add(table, "all", rounds)
    for each in rounds:
        faults.update({f"{each.reader}: {place}": n for place, n in each.faults.items()})
    for place, count in faults.most_common():
        print(f"  {count:6} {place}", file=sys.stderr)
    return faults.total() + sum(each.slow for each in rounds)


def _add(table: Table, what: str, rounds: Sequence[Round]) -> None:
    inputs = sum(each.inputs for each in rounds)
    seconds = sum(each.seconds for each in rounds)
    slowest = max(rounds, key=lambda each: each.slowest, default=Round("", False))
    table.add(
        what,
        inputs=inputs,
        guided=sum(each.inputs for each in rounds if each.guided),
        refused=sum(each.refused for each in rounds),
        a_second=inputs / seconds if seconds else None,
        faults=sum(sum(each.faults.values()) for each in rounds),
        slow=sum(each.slow for each in rounds),
        slowest_ms=slowest.slowest * 1000,
        its_bytes=slowest.slowest_bytes,
    )


def main() -> int:
    """Run rounds until there are enough; return 1 when anything was at fault."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("readers", nargs="*", choices=[[], *READERS], metavar="READER")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--state", type=Path, help="folder to keep counts, inputs and faults in")
    options = parser.parse_args()
    readers = options.readers or list(READERS)
    until = time.monotonic() + options.seconds
    with tempfile.TemporaryDirectory() as folder:
        state = options.state or Path(folder)
        while (left := until - time.monotonic()) > 0:
            name, inputs = wanted(readers, options.inputs, kept(state))
            if inputs <= 0:
                break
            guided = options.guided and READERS[name].guided
            run(state, name, min(inputs, _ROUND), min(left, _ROUND_SECONDS), guided)
        return 1 if show(kept(state)) else 0


if __name__ == "__main__":
    sys.exit(main())
