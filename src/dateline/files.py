"""Writing files: each is there only once it is whole, and what stands in the way is told early."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError

STANDARD_OUTPUT = Path("-")


def checked_output(path: Path) -> None:
    """Raise InputError where a file cannot be written, before hours go into what is to be in it."""
    if path == STANDARD_OUTPUT:
        return
    if path.is_dir():
        raise InputError(str(path), "the output cannot be written: this is a folder.")
    folder = next(folder for folder in path.absolute().parents if folder.exists())
    if not folder.is_dir():
        raise InputError(str(path), f"the output cannot be written: {folder} is no folder.")
    if not os.access(path if path.exists() else folder, os.W_OK):
        raise InputError(str(path), "the output cannot be written: Permission denied.")


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Give a stream to write a file to; the file is there once the block ends without an error.

    ``-`` is standard output. A link stays one: the file it leads to is written. What is no ordinary
    file – a pipe, a terminal – is written to as it is. Raises InputError when it cannot be written.
    """
    checked_output(path)
    if path == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with partial.open("wb") as stream:
                yield stream
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise InputError(
            str(path), f"the output cannot be written: {error.strerror or error}."
        ) from None
