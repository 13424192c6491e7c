"""Names of stories, reports and their facts for the world outside, the same in every archive.

They are UUIDs made from the ids (RFC 9562, version 5), written as URNs: nobody has to own a domain
for them, and no address of a desk is in them.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from dateline.text import Span, hull

_DATELINE = uuid.UUID("2d319dd8-cea7-4f32-9c3e-de6832b98dd7")


def iri(kind: str, id: str) -> str:
    """Return the name of a thing of a kind (``story``, ``report``, ``page``, ``search`` …)."""
    return uuid.uuid5(_DATELINE, f"{kind}:{id}").urn


def iri_of_words(page: str, spans: Sequence[Span]) -> str:
    """Return the name of a stretch of a page's text, in code points (RFC 5147)."""
    whole = hull(spans)
    return f"{iri('page', page)}#char={whole.start},{whole.end}"
