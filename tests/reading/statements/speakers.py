"""Measure how often the right speaker is named: paragraphs of our own with speakers marked.

    python tests/reading/statements/speakers.py [--method rules|model] [--reports] [--show]

``--reports`` reads five invented reports of 500 words and more instead of the paragraphs.
Precision is over statements whose speaker is named; coverage is the share of statements with a
known speaker that get one.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NamedTuple

import msgspec

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.reading.statements import statements_in
from dateline.text import Passage, Span

FILE = Path(__file__).with_name("speakers.jsonl")
REPORTS = Path(__file__).with_name("reports.jsonl")


class Expected(msgspec.Struct, frozen=True):
    content: str
    speaker: str | None


class Paragraph(msgspec.Struct, frozen=True):
    id: str
    text: str
    statements: tuple[Expected, ...]
    headline: bool = False

    @property
    def passage(self) -> Passage:
        """The text, its first line a headline where it is one."""
        end = self.text.find("\n") if self.headline else 0
        return Passage.of_text(self.text, headline=Span(0, end) if end else None)


class Result(NamedTuple):
    marked: int
    found: int
    named: int
    right: int
    known: int
    mistakes: list[str]

    @property
    def precision(self) -> float:
        return self.right / max(self.named, 1)

    @property
    def coverage(self) -> float:
        return self.right / max(self.known, 1)


def measured(method: str, file: Path = FILE) -> Result:
    paragraphs = [
        msgspec.json.decode(line, type=Paragraph) for line in file.read_text("utf-8").splitlines()
    ]
    passages = [paragraph.passage for paragraph in paragraphs]
    marked = found = named = right = known = 0
    mistakes: list[str] = []
    for paragraph, passage, doc in zip(paragraphs, passages, parses(passages), strict=True):
        names = names_in(doc, passage)
        called = {p.id: p.name for p in (*names.people, *names.organisations)}
        statements = statements_in(doc, passage, names, method=method)
        for expected in paragraph.statements:
            marked += 1
            known += expected.speaker is not None
            start = paragraph.text.index(expected.content)
            wanted = Span(start, start + len(expected.content))
            hits = [s for s in statements if any(c.overlaps(wanted) for c in s.content)]
            found += bool(hits)
            name = called.get(hits[0].speaker or "") if hits else None
            named += name is not None
            right += name is not None and name == expected.speaker
            if name != expected.speaker or not hits:
                mistakes.append(f"{paragraph.id}: {expected} read as {name!r}, found: {bool(hits)}")
    return Result(marked, found, named, right, known, mistakes)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--method", choices=("model", "rules"), default="model")
    parser.add_argument("--reports", action="store_true", help="read the long reports instead")
    parser.add_argument("--show", action="store_true", help="list the mistakes")
    chosen = parser.parse_args()
    result = measured(chosen.method, REPORTS if chosen.reports else FILE)
    print(f"statements {result.marked}, found {result.found}, speaker named {result.named}")
    print(f"precision {result.precision:.3f} coverage {result.coverage:.3f}")
    if chosen.show:
        print("\n".join(result.mistakes))


if __name__ == "__main__":
    main()
