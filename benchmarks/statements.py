"""Statements beside other quote extractors: quality and articles a second, in one run.

    python -m benchmarks.statements [MARKED.jsonl[.gz]]

MARKED has one object a line with ``text`` and ``attributions`` (``source``, ``cue``, ``content`` as
lists of ``[start, end]``). Without it a few invented paragraphs are read, which show that the
programs run and little more. An attribution is found when its content and its source each share
half of their characters (Dice) with a marked one; both empty counts as shared. Seconds are CPU time
after parsing, which is by the same model; the others need its parts of speech and lemmas too,
which Dateline leaves out, and are given them. What is not installed is skipped.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

import spacy
from benchmarks.tables import Table
from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.reading.model import find_model, parses
from dateline.reading.statements import statements_in
from dateline.reading.statements.train import Attribution, Example, read_examples
from dateline.text import Passage, Span

Reader = Callable[[Doc, Passage], list[Attribution]]


class Figures(NamedTuple):
    """What one program reached."""

    precision: float
    recall: float
    seconds: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def invented() -> list[Example]:
    """Return two marked sentences of our own."""
    first = "“The harbour is ours,” said Ilda Moreau."
    second = "Perrin Vale said that the ferry was old."
    return [
        _marked(first, "“The harbour is ours,”", "said", "Ilda Moreau"),
        _marked(second, "that the ferry was old", "said", "Perrin Vale"),
    ]


def _marked(text: str, content: str, cue: str, source: str) -> Example:
    def spans(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return (Span(start, start + len(words)),)

    return Example(text, (Attribution(spans(content), spans(cue), spans(source)),))


def _ours(method: str) -> Reader:
    def read(doc: Doc, passage: Passage) -> list[Attribution]:
        found = statements_in(doc, passage, method="rules" if method == "rules" else "model")
        return [Attribution(s.content, s.cue, s.source) for s in found]

    return read


def _textacy() -> Reader:
    return _by_paragraph(import_module("textacy.extract.triples").direct_quotations)


def _sayswho() -> Reader:
    return _by_paragraph(import_module("sayswho.quote_finder").quote_finder)


def _by_paragraph(quotes_in: Callable[[Doc], Iterable[_Triple]]) -> Reader:
    """Read paragraph by paragraph: both peers refuse texts whose quotation marks do not pair."""

    def read(doc: Doc, passage: Passage) -> list[Attribution]:
        found: list[Attribution] = []
        for block in passage.blocks:
            part = doc.char_span(block.start, block.end, alignment_mode="expand")
            if part is None:
                continue
            try:
                quotes = list(quotes_in(part.as_doc()))
            except (TypeError, ValueError, IndexError):
                continue
            found += [_of_triple(quote, part.start_char) for quote in quotes]
        return found

    return read


class _Triple(Protocol):
    """What both peers call a quotation: tokens of speaker and cue, and the content."""

    speaker: Sequence[Token]
    cue: Sequence[Token]
    content: DocSpan


def _of_triple(quote: _Triple, shift: int) -> Attribution:
    def spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
        return tuple(Span(t.idx + shift, t.idx + len(t) + shift) for t in tokens)

    content = Span(quote.content.start_char + shift, quote.content.end_char + shift)
    return Attribution((content,), spans(quote.cue), spans(quote.speaker))


def _fully_parsed(passages: Sequence[Passage]) -> list[Doc]:
    """Parse with all the model's components."""
    return list(spacy.load(find_model()).pipe(passage.text for passage in passages))


def _characters(spans: Sequence[Span]) -> set[int]:
    return {at for span in spans for at in range(span.start, span.end)}


def _alike(a: set[int], b: set[int]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def hits(gold: Sequence[Attribution], found: Sequence[Attribution]) -> int:
    """Return how many pairs agree in content and source, each used once, the best first."""
    pairs: list[tuple[float, int, int]] = []
    golden = [(_characters(a.content), _characters(a.source)) for a in gold]
    for j, other in enumerate(found):
        content, source = _characters(other.content), _characters(other.source)
        for i, (wanted, by) in enumerate(golden):
            value = _alike(wanted, content)
            if value >= 0.5 and _alike(by, source) >= 0.5:
                pairs.append((-value, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    count = 0
    for _, i, j in sorted(pairs):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            count += 1
    return count


def measured(
    reader: Reader, examples: Sequence[Example], docs: Sequence[Doc], passages: Sequence[Passage]
) -> Figures:
    """Return what a program finds in the parsed examples."""
    reader(docs[0], passages[0])
    began = time.process_time()
    found = [reader(doc, passage) for doc, passage in zip(docs, passages, strict=True)]
    seconds = time.process_time() - began
    right = sum(hits(e.attributions, f) for e, f in zip(examples, found, strict=True))
    return Figures(
        right / max(sum(map(len, found)), 1),
        right / max(sum(len(e.attributions) for e in examples), 1),
        seconds,
    )


def main() -> None:
    """Run the comparison and print its table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("marked", type=Path, nargs="?")
    chosen = parser.parse_args()
    examples = read_examples(chosen.marked) if chosen.marked else invented()
    passages = [Passage.of_text(example.text) for example in examples]
    docs = list(parses(passages))
    readers: dict[str, Callable[[], Reader]] = {
        "Dateline, model": lambda: _ours("model"),
        "Dateline, rules": lambda: _ours("rules"),
        "textacy, by paragraph": _textacy,
        "sayswho, by paragraph": _sayswho,
    }
    table = Table(
        f"{len(examples)} texts, after the parse",
        {"precision": ".3f", "recall": ".3f", "F1": ".3f", "articles/s": ".0f"},
        compared="articles/s",
    )
    for name, make in readers.items():
        try:
            reader = make()
        except ImportError:
            table.leave_out(name, "not installed")
            continue
        given = docs if name.startswith("Dateline") else _fully_parsed(passages)
        r = measured(reader, examples, given, passages)
        speed = len(docs) / max(r.seconds, 1e-6)
        table.add(name, precision=r.precision, recall=r.recall, F1=r.f1, articles_s=speed)


if __name__ == "__main__":
    main()
