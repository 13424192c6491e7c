"""Damaged inputs through every reader: none crashes, and no span lies outside its text.

`python -m benchmarks.fuzz` does the same at length, and lets coverage choose what to damage.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from dateline.errors import InputError

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.fuzz.mutations import grown, mutated
from benchmarks.fuzz.readers import READERS

_INPUTS = 40


@pytest.mark.parametrize("name", READERS)
def test_no_damage_makes_a_reader_crash(name: str) -> None:
    reader = READERS[name]
    rng = random.Random(name)
    inputs = _INPUTS if reader.share >= 1 else _INPUTS // 8
    for _ in range(inputs):
        data = mutated(rng.choice(reader.seeds), reader.seeds, rng, reader.longest)
        try:
            reader.run(data)
        except InputError:
            pass
        except Exception as error:
            pytest.fail(f"{error!r} on {data!r}")


def test_damage_is_the_same_for_the_same_seed() -> None:
    seeds = READERS["mail"].seeds
    once, again = (
        [mutated(seeds[0], seeds, random.Random(7), 2_000) for _ in range(3)] for _ in range(2)
    )
    assert once == again
    assert once[0] != seeds[0]


def test_damage_keeps_to_the_length_it_is_given() -> None:
    rng = random.Random(1)
    made = [mutated(b"<p>1</p>\n" * 40, [b"x" * 900], rng, 500) for _ in range(300)]
    assert max(map(len, made)) <= 500
    assert 90_000 <= len(grown(b"<p>The ferry</p>", 100_000)) <= 100_000
