"""One label a line, for programs that want lines."""

from __future__ import annotations

from dateline.records import Page, PartKind
from dateline.text import Span, line_spans

LABELS: dict[PartKind, str] = {
    "paragraph": "body",
    "dateline": "body",
    "subhead": "subhead",
    "related_headline": "related",
    "related_teaser": "related",
}
"""Part kinds whose line label is another word; the others keep theirs."""


def line_labels(page: Page) -> list[str]:
    """Return one label for each line of a page's text: the label of most of its characters.

    ``body``, ``subhead``, ``related``, ``blank`` for an empty line, else the part's kind.
    """
    out: list[str] = []
    parts = iter(page.parts)
    part = next(parts, None)
    for line in line_spans(page.text):
        weight: dict[str, int] = {}
        while part is not None and part.start < line.end:
            size = min(part.end, line.end) - max(part.start, line.start)
            if size > 0:
                label = LABELS.get(part.kind, part.kind)
                weight[label] = weight.get(label, 0) + size
            if part.end > line.end:
                break
            part = next(parts, None)
        blank = not Span(line.start, line.end).of(page.text).strip()
        out.append("blank" if blank or not weight else max(weight, key=lambda key: weight[key]))
    return out
