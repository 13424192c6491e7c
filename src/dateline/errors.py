"""What can go wrong, said so that a person knows what, where and what to do."""

from __future__ import annotations


class DatelineError(Exception):
    """Base class of every error Dateline raises on purpose."""


class InputError(DatelineError):
    """An input could not be read.

    ``source`` names the input (a path, a URL, ``<stdin>`` or an id), ``problem`` says what was
    wrong, ``place`` where (``line 3``, ``byte 120``), ``remedy`` what to do about it.
    """

    def __init__(
        self, source: str, problem: str, *, place: str | None = None, remedy: str | None = None
    ) -> None:
        self.source = source
        self.problem = problem
        self.place = place
        self.remedy = remedy
        where = f"{source}, {place}" if place else source
        text = f"{where}: {problem}"
        if remedy:
            text += f" {remedy}" if problem.endswith((".", "!", "?")) else f". {remedy}"
        super().__init__(text)


class SetupError(DatelineError):
    """Something Dateline needs is not installed or not usable; the message says how to get it."""


class ArchiveError(DatelineError):
    """The archive could not be opened, read or written; nothing was half-written."""


class EditError(ArchiveError):
    """An edit by hand does not fit what is in the archive."""


PARQUET_NEEDS = (
    "Parquet needs pyarrow, which is not installed here. "
    "Install it with: pip install 'dateline[frames]'"
)
