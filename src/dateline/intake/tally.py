"""What became of the inputs of one call: failures told at the end, and what was passed over."""

from __future__ import annotations

from collections import Counter

from dateline.errors import InputError


class Tally:
    """Failures and skipped records, collected so that bad input never loses other work."""

    def __init__(self) -> None:
        self.failures: list[InputError] = []
        self.skipped: Counter[str] = Counter()
        """How many records were passed over, by what they are (``revisit``, ``image/png``)."""

    def add(self, error: InputError) -> None:
        """Keep a failure for the end."""
        self.failures.append(error)

    def skip(self, what: str) -> None:
        """Count a record that is no page."""
        self.skipped[what] += 1
