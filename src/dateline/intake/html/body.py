"""The article's lines → paragraphs and sub-heads, the wire's dateline split off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.intake.html.lines import Lines
from dateline.intake.wire import WireDateline, lone_dateline_of, wire_dateline_of
from dateline.records import PartKind
from dateline.text import Span, trimmed

_STOP = re.compile(r"[.!?…。！？؟।:;,][\"”’')\]»]*$")
_SUBHEAD_WORDS = 18


class Body:
    """Lays out lines of the article; notes what each line is, and the stretches that are apart."""

    def __init__(
        self,
        lines: Lines,
        flags: Sequence[bool],
        kinds: dict[int, PartKind],
        claims: list[tuple[Span, PartKind]],
    ) -> None:
        self.lines = lines
        self.blocks = lines.blocks
        self.flags = flags
        self.kinds = kinds
        self.claims = claims

    def of(self, indexes: Iterable[int]) -> tuple[list[Span], list[Span], WireDateline | None]:
        """Return these lines' spans, those that are sub-heads, and the wire dateline split off."""
        text = self.lines.text
        body: list[Span] = []
        subheads: list[Span] = []
        dateline: WireDateline | None = None
        prose = 0
        for i in indexes:
            if i and not body and not self.flags[i - 1]:
                dateline = lone_dateline_of(text, self.blocks[i - 1].span)
                if dateline is not None:
                    self.kinds[i - 1] = "dateline"
            span = self.blocks[i].span
            if self._is_subhead(i):
                self.kinds[i] = "subhead"
                subheads.append(span)
                body.append(span)
                continue
            self.kinds[i] = "paragraph"
            if dateline is None and prose < 3:
                dateline = wire_dateline_of(text, span)
                if dateline is not None:
                    self.claims.append((trimmed(text, dateline.span), "dateline"))
                    span = trimmed(text, Span(dateline.span.end, span.end))
            prose += bool(span)
            if span:
                body.append(span)
        return body, subheads, dateline

    def _is_subhead(self, index: int) -> bool:
        block = self.blocks[index]
        words = block.text
        if block.words > _SUBHEAD_WORDS or block.inside("table"):
            return False
        if block.heading:
            return True
        follows = next((i for i in range(index + 1, len(self.blocks)) if self.flags[i]), None)
        return (
            block.tag in ("p", "div", "section")
            and block.bold_chars >= 0.9 * len(block.span)
            and not _STOP.search(words)
            and not block.inside("li")
            and follows is not None
            and len(self.blocks[follows].span) > len(words)
        )
