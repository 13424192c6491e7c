"""What a page says of its writers under their article."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from dateline.intake.dump.english import BIO_VERBS

_LINES, _CHARACTERS = 4, 600
"""Lines at the article's end among which its writers are told of, and the longest such line."""
_BIO = re.compile(rf"\W*(?:\([^)]{{1,80}}\)\W*)?(?:{BIO_VERBS})\b", re.IGNORECASE)


def lines_on_writers(
    words: Sequence[str], body: Sequence[bool], names: Collection[str]
) -> frozenset[int]:
    """Return the article's last lines that tell who its writers are, and what is below them.

    ``names`` are the writers'. A line is one when it opens with a writer's name, or with the given
    name alone, and goes on with what writers do: ``is an editor``, ``joined``, ``covers``.
    """
    inside = [index for index, flag in enumerate(body) if flag]
    known = {part.casefold() for name in names for part in (name, name.split()[0]) if name.strip()}
    for index in inside[-_LINES:]:
        said = words[index].strip()
        lowered = said.casefold()
        if len(said) <= _CHARACTERS and any(
            lowered.startswith(name) and _BIO.match(said, len(name)) for name in known
        ):
            return frozenset(at for at in inside if at >= index and at != inside[0])
    return frozenset()
