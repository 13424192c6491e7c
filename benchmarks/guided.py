"""Coverage-guided fuzzing of the readers, with atheris.

    pip install atheris
    python -m benchmarks.guided CORPUS [-runs=N] [-max_total_time=S] [-seed=K]

The first byte of an input says which reader it is given to: the door that tells an input's form,
the reader of text dumps, or that of HTML; the rest is the input. ``CORPUS`` is a folder for inputs
that reach new code; it is begun with the pages of `benchmarks.fuzz`. Options after it are
libFuzzer's; its own memory grows with the runs, so give ``-runs`` and start again. An `InputError`
is a right answer; any other exception, a span outside the page's text, or a run of more than two
seconds stops the run and leaves its input as ``crash-…`` or ``timeout-…``.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline.intake", "dateline.text"]):
    from benchmarks.fuzz import READERS, invented

    from dateline.errors import InputError

_LONGEST = 6_000
_LIMITS = ("-timeout=2", f"-max_len={_LONGEST}", "-print_final_stats=1")
_READERS = tuple(READERS.values())


def run(data: bytes) -> None:
    """Give an input to the reader that its first byte names."""
    if not data:
        return
    with contextlib.suppress(InputError):
        _READERS[data[0] % len(_READERS)](data[1:])


def main() -> None:
    """Begin the corpus and run libFuzzer."""
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    corpus = Path(sys.argv[1])
    corpus.mkdir(parents=True, exist_ok=True)
    for name, page in invented().items():
        for reader in range(len(_READERS)):
            (corpus / f"{reader}-{name.replace(' ', '-')}").write_bytes(bytes((reader,)) + page)
    atheris.Setup([sys.argv[0], *_LIMITS, *sys.argv[1:]], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
