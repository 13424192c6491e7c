"""The files that paths, folders and patterns stand for."""

from __future__ import annotations

import glob
import os
from pathlib import Path

from dateline.errors import InputError
from dateline.intake.tally import Tally

_NO_PAGES = frozenset(
    (
        ".css .js .mjs .map .png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .woff .woff2 .ttf .otf "
        ".eot .mp3 .mp4 .m4a .webm .ogg .wav .mov"
    ).split()
)
"""What lies beside pages in a folder that a browser has saved: passed over, never taken for one."""


def files_of(path: str, tally: Tally) -> list[Path]:
    """Return the files of a path, a folder with all below it, or a pattern, sorted by name.

    Of a folder hidden files are left out, and what goes with a page – pictures, styles, scripts –
    is counted in the tally. Raises InputError when there is no file.
    """
    given = Path(path)
    names = [given] if _exists(given) else [Path(name) for name in _matches(path)]
    if not names:
        raise InputError(path, "there is no such file.")
    found: list[Path] = []
    for name in names:
        found += _files_in(name, tally) if name.is_dir() else [name]
    if not found:
        raise InputError(path, "there is no page in this folder.")
    return sorted(found)


def _exists(path: Path) -> bool:
    try:
        # A file in a folder that may not be entered is told of when it is opened.
        return path.exists()
    except OSError:
        return True


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True) if glob.has_magic(pattern) else []  # noqa: PTH207


def _files_in(folder: Path, tally: Tally) -> list[Path]:
    found: list[Path] = []

    def failed(error: OSError) -> None:
        tally.add(InputError(str(error.filename), f"the folder cannot be read: {error.strerror}."))

    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(place, name)
            if name.startswith(".") or not file.is_file():
                continue
            if file.suffix.lower() in _NO_PAGES:
                tally.skip(file.suffix.lower())
            else:
                found.append(file)
    return found
