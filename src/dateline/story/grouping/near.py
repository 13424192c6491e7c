"""Near-duplicates of texts: MinHash signatures, and an index that leads from one to those like it.

MinHash (Broder 1997) in its fast similarity form (Dahlgaard, Knudsen and Thorup 2017) with
locality-sensitive hashing (Indyk and Motwani 1998), by the rensa library: the same signature on
every machine, and texts can be taken out of the index again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rensa import RMinHash, RMinHashLSH

PERMUTATIONS = 64
"""The estimate of a Jaccard coefficient of a half is wrong by 0.06 (one standard deviation)."""
BANDS = 32
"""Of texts with half their word runs in common the index misses one in ten thousand."""
SEED = 1


def runs_of(words: Sequence[str], length: int) -> Iterable[str]:
    """Return the runs of so many words, in order."""
    return map(" ".join, zip(*(words[at:] for at in range(length)), strict=False))


def signature_of(runs: Iterable[str]) -> bytes:
    """Return the MinHash signature of a set of word runs, as bytes to be kept."""
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(list(runs))
    return bytes(sketch.__getstate__())


def is_signature(kept: bytes) -> bool:
    """Return if bytes that were kept are a signature that the library of today can compare."""
    try:
        _sketch(kept)
    except ValueError:
        return False
    return True


def jaccard(one: bytes, other: bytes) -> float:
    """Return the estimated share of word runs two texts have in common, by their signatures.

    It is 0 where one of them has none.
    """
    return float(_sketch(one).jaccard(_sketch(other))) if one and other else 0.0


def _sketch(signature: bytes) -> RMinHash:
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.__setstate__(signature)
    return sketch


class NearIndex:
    """Leads from a signature to the ids of texts like it; grows and shrinks with them."""

    def __init__(self) -> None:
        self._bands = RMinHashLSH(0.5, PERMUTATIONS, BANDS)
        self._signatures: dict[int, bytes] = {}
        self._ids: dict[int, str] = {}
        self._keys: dict[str, int] = {}
        self._made = 0

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, text: str, signature: bytes) -> None:
        """Take in a text by its id; one that is known already takes the new signature."""
        self.drop(text)
        self._made += 1
        self._bands.insert(self._made, _sketch(signature))
        self._keys[text] = self._made
        self._ids[self._made], self._signatures[self._made] = text, signature

    def drop(self, text: str) -> None:
        """Take a text out again; one that is not known is no error."""
        key = self._keys.pop(text, None)
        if key is not None:
            self._bands.remove(key)
            del self._ids[key], self._signatures[key]

    def like(self, signature: bytes, least: float) -> list[tuple[float, str]]:
        """Return the texts like one and the estimated Jaccard coefficients, the most alike first.

        Those under ``least`` are left out; equally alike ones stand in order of their ids.
        """
        sketch = _sketch(signature)
        found = [
            (estimate, self._ids[key])
            for key in self._bands.query(sketch)
            if (estimate := float(sketch.jaccard(_sketch(self._signatures[key])))) >= least
        ]
        return sorted(found, key=lambda pair: (-pair[0], pair[1]))
