"""A page's text with what its metadata adds, cut into parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.intake.html.fields import Value
from dateline.intake.html.lines import Block
from dateline.records import Part, PartKind
from dateline.text import Span, trimmed

_METADATA_MARK = "[page metadata]"


class Tail:
    """The page's text with a last section: the metadata that values were taken from."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Span] = []
        self._known: dict[tuple[str, str], Span] = {}

    def span_of(self, name: str, value: Value | None) -> tuple[Span, ...]:
        """Return where a value stands, adding a metadata line when the page does not show it."""
        if value is None:
            return ()
        if value.span is not None:
            return (value.span,)
        words = value.words or value.value
        if (name, words) not in self._known:
            if not self.lines:
                self._line(_METADATA_MARK)
            start = self._line(f"{name}: {words}") + len(name) + 2
            self._known[name, words] = Span(start, start + len(words))
        return (self._known[name, words],)

    def _line(self, words: str) -> int:
        start = len(self.text)
        self.text += words + "\n"
        self.lines.append(Span(start, start + len(words)))
        return start


def parts_of(
    text: str,
    blocks: Sequence[Block],
    kinds: Mapping[int, PartKind],
    claims: Sequence[tuple[Span, PartKind]],
    tail: Tail,
) -> tuple[Part, ...]:
    """Return all parts in order: claims cut out of the blocks, the rest as their block is."""
    claims = sorted((span, kind) for span, kind in claims if span)
    out: list[Part] = []
    at = 0

    def add(span: Span, kind: PartKind) -> None:
        span = trimmed(text, span)
        if span:
            out.append(Part(kind=kind, start=span.start, end=span.end))

    for i, block in enumerate(blocks):
        start = block.start
        while at < len(claims) and claims[at][0].start < block.end:
            span, kind = claims[at]
            at += 1
            if span.start < start:
                continue
            add(Span(start, span.start), kinds[i])
            end = min(span.end, block.end)
            add(Span(span.start, end), kind)
            start = end
        add(Span(start, block.end), kinds[i])
    out += [Part(kind="other", start=s.start, end=s.end) for s in tail.lines]
    return tuple(out)
