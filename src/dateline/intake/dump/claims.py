"""Which stretch of a page is what: claims on the text, laid out as parts."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.records import Part, PartKind
from dateline.text import Span, trimmed


class Claims:
    """Stretches of the text and what they are; the first claim on a stretch wins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[tuple[Span, PartKind]] = []

    def add(self, span: Span, kind: PartKind) -> None:
        """Claim a stretch, white space at its edges aside."""
        span = trimmed(self.text, span)
        if span:
            self.parts.append((span, kind))

    def laid_out(self, rest: Sequence[tuple[Span, PartKind]]) -> tuple[Part, ...]:
        """Return all parts in order; ``rest`` fills what no claim covers."""
        claims = sorted(self.parts)
        kept: list[tuple[Span, PartKind]] = []
        for span, kind in claims:
            start = max(span.start, kept[-1][0].end) if kept else span.start
            if piece := trimmed(self.text, Span(start, max(start, span.end))):
                kept.append((piece, kind))
        out: list[tuple[Span, PartKind]] = []
        at = 0
        for span, kind in rest:
            start = span.start
            while at < len(kept) and kept[at][0].start < span.end:
                claim, claimed = kept[at]
                if claim.end > start:
                    self._fill(out, Span(start, max(start, claim.start)), kind)
                    start = max(start, claim.end)
                out.append((claim, claimed))
                at += 1
            if out:
                start = max(start, out[-1][0].end)
            self._fill(out, Span(start, max(start, span.end)), kind)
        out.extend(kept[at:])
        return tuple(Part(kind=kind, start=span.start, end=span.end) for span, kind in out)

    def _fill(self, out: list[tuple[Span, PartKind]], span: Span, kind: PartKind) -> None:
        piece = trimmed(self.text, span)
        if piece:
            out.append((piece, kind))
