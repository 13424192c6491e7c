"""A round: so many inputs for one reader in a process of its own, its counts kept as it goes.

    python -m benchmarks.fuzz.rounds STATE READER NUMBER INPUTS SECONDS [--guided]

`benchmarks.fuzz` starts these. A guided round needs atheris; what reaches new code is kept in
``STATE/corpus``, and what is at fault, once for each place, in ``STATE/faults``.
"""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import sys
import time
import traceback
import zlib
from pathlib import Path
from typing import NoReturn

import msgspec
from benchmarks.fuzz.mutations import grown, mutated

from dateline.errors import InputError

INSTRUMENTED = (
    "dateline.intake", "dateline.text", "dateline.archive.query", "dateline.archive.words",
    "dateline.archive.intervals", "dateline.commands.jsonlines", "dateline.reading.times",
)  # fmt: skip
_HANGS = 60
"""Seconds of a core after which an input is broken off."""
_A_MEGABYTE = 2.0
_LEAST = 0.5
"""Seconds of a core that a megabyte may take, and any input: collecting garbage takes some."""
_GROWN = 1000
_LARGE = 100_000
"""One input in so many is grown to so many bytes."""
_KEPT_EVERY = 1.0


class Round(msgspec.Struct):
    """What a round has come to; one that is not over was broken off."""

    reader: str
    guided: bool
    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    """Of a core, damaging the inputs included."""
    slow: int = 0
    slowest: float = 0.0
    slowest_bytes: int = 0
    faults: dict[str, int] = msgspec.field(default_factory=dict)
    over: bool = False


def kept(state: Path) -> list[Round]:
    """Return the rounds of a state folder, in order."""
    files = sorted((state / "rounds").glob("*.json"))
    return [msgspec.json.decode(file.read_bytes(), type=Round) for file in files]


def round_file(state: Path, reader: str, number: int) -> Path:
    """Return where a round is kept."""
    return state / "rounds" / f"{_slug(reader)}-{number:05}.json"


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name).strip("-").lower()


class _Running:
    """A round on its way."""

    def __init__(
        self, state: Path, name: str, number: int, inputs: int, seconds: float, guided: bool
    ) -> None:
        from benchmarks.fuzz.readers import READERS

        self.reader = READERS[name]
        self.round = Round(reader=name, guided=guided)
        self.file = round_file(state, name, number)
        self.faults = state / "faults"
        self.corpus = state / "corpus" / _slug(name)
        self.seed = zlib.crc32(f"{name} {number}".encode())
        self.inputs = inputs
        self.seconds = seconds
        self.next = 0.0
        for folder in (self.file.parent, self.faults, self.corpus):
            folder.mkdir(parents=True, exist_ok=True)
        for seed in self.reader.seeds:
            # What is loaded once is not the first input's time.
            with contextlib.suppress(Exception):
                self.reader.run(seed)
        self.began = time.process_time()

    def give(self, data: bytes) -> None:
        """Give an input to the reader and count what comes of it."""
        if zlib.crc32(data) % _GROWN == 0:
            data = grown(data, _LARGE)
        signal.setitimer(signal.ITIMER_PROF, _HANGS)
        began = time.process_time()
        try:
            self.reader.run(data)
        except InputError:
            self.round.refused += 1
        except Exception as error:  # the point of the run is to find and count these
            self._fault(place_of(error), data)
        taken = time.process_time() - began
        signal.setitimer(signal.ITIMER_PROF, 0)
        self.round.inputs += 1
        if taken > self.round.slowest:
            self.round.slowest, self.round.slowest_bytes = taken, len(data)
        if taken > max(_LEAST, _A_MEGABYTE * len(data) / 1e6):
            self.round.slow += 1
            self._keep_input(f"slow {_slug(self.reader.name)} {taken:.1f} s", data)
        now = time.process_time()
        over = self.round.inputs >= self.inputs or now - self.began >= self.seconds
        if now >= self.next or over:
            self.next = now + _KEPT_EVERY
            self._keep(over)
        if over:
            # Past libFuzzer's own ending, which knows nothing of Python's.
            os._exit(0)

    def _fault(self, place: str, data: bytes) -> None:
        if place not in self.round.faults:
            self._keep_input(f"{_slug(self.reader.name)} {place}", data)
        self.round.faults[place] = self.round.faults.get(place, 0) + 1

    def _keep_input(self, what: str, data: bytes) -> None:
        (self.faults / re.sub(r"[^\w.-]+", "_", what)[:150]).write_bytes(data)

    def _keep(self, over: bool) -> None:
        self.round.seconds = time.process_time() - self.began
        self.round.over = over
        fresh = self.file.with_suffix(".new")
        fresh.write_bytes(msgspec.json.encode(self.round))
        fresh.replace(self.file)

    def by_chance(self) -> NoReturn:
        """Give inputs made by chance, the same ones for the same round."""
        rng = random.Random(self.seed)
        seeds = self.reader.seeds
        while True:
            self.give(mutated(rng.choice(seeds), seeds, rng, self.reader.longest))

    def guided(self) -> None:
        """Give inputs that libFuzzer makes, and Dateline's own damage to those it keeps."""
        import atheris

        seeds = self.reader.seeds
        longest = self.reader.longest
        fresh = False

        def damaged(data: bytes, most: int, seed: int) -> bytes:
            nonlocal fresh
            fresh = True
            rng = random.Random(seed)
            if rng.random() < 0.4:
                return bytes(atheris.Mutate(data, most))
            return mutated(data or rng.choice(seeds), seeds, rng, most)

        def crossed(one: bytes, other: bytes, most: int, seed: int) -> bytes:
            nonlocal fresh
            fresh = True
            rng = random.Random(seed)
            return mutated(
                one[: rng.randrange(len(one) + 1)] + other[rng.randrange(len(other) + 1) :],
                seeds, rng, most,
            )  # fmt: skip

        def run(data: bytes) -> None:
            nonlocal fresh
            # What libFuzzer reads again of its corpus is no new input.
            if fresh:
                fresh = False
                self.give(data)
            else:
                with contextlib.suppress(Exception):
                    self.reader.run(data)

        for number, seed in enumerate(seeds):
            (self.corpus / f"seed-{number}").write_bytes(seed[:longest])
        limits = (
            f"-max_len={longest}", f"-seed={self.seed & 0x7FFFFFFF}", "-len_control=0",
            "-timeout=600", "-rss_limit_mb=6000", "-verbosity=0",
            f"-artifact_prefix={self.faults}/",
        )  # fmt: skip
        atheris.Setup(
            [sys.argv[0], *limits, str(self.corpus)],
            run,
            custom_mutator=damaged,
            custom_crossover=crossed,
        )
        atheris.Fuzz()


def place_of(error: BaseException) -> str:
    """Return what was raised and in which line of Dateline, or else of the check."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/dateline/" in frame.filename]
    frame = ours[-1] if ours and not isinstance(error, AssertionError) else frames[-1]
    words = f": {error}" if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}{words}"


class HangError(Exception):
    """An input took longer than it may ever take."""


def _hung(*_: object) -> None:
    raise HangError


def main() -> None:
    """Run a round."""
    folder, name, number, inputs, seconds, *rest = sys.argv[1:]
    if rest:
        import atheris

        with atheris.instrument_imports(include=list(INSTRUMENTED)):
            import benchmarks.fuzz.readers  # noqa: F401
    signal.signal(signal.SIGPROF, _hung)
    running = _Running(Path(folder), name, int(number), int(inputs), float(seconds), bool(rest))
    if rest:
        running.guided()
    else:
        running.by_chance()


if __name__ == "__main__":
    main()
