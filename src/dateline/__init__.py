"""Dateline reads news pages and lays out sourced story dossiers.

>>> import dateline
>>> page = dateline.read_page("page.txt")  # doctest: +SKIP
>>> reading = dateline.read_text("…", published="2022-11-21")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dateline.library import (
        compile_dossier,
        group,
        read_page,
        read_pages,
        read_text,
    )

__all__ = ["__version__", "compile_dossier", "group", "read_page", "read_pages", "read_text"]


def __dir__() -> list[str]:
    """Name what is loaded on first use too, for completion in a notebook."""
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> object:
    """Load the library on first use, so that ``dateline --version`` answers at once."""
    if name in __all__:
        from dateline import library

        return getattr(library, name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
