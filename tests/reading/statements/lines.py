"""What the tests of statements look at: every statement of a text in words."""

from __future__ import annotations

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.reading.statements import statements_in
from dateline.records import Statement
from dateline.text import Passage, Span


def read(text: str, method: str = "model", headline: bool = False) -> list[dict[str, str]]:
    passage = Passage.of_text(text, headline=Span(0, len(text)) if headline else None)
    doc = next(iter(parses([passage])))
    names = names_in(doc, passage)
    called = {p.id: p.name for p in (*names.people, *names.organisations)}
    return [shown(s, text, called) for s in statements_in(doc, passage, names, method=method)]


def shown(statement: Statement, text: str, called: dict[str, str]) -> dict[str, str]:
    def words(spans: tuple[Span, ...]) -> str:
        return " | ".join(span.of(text) for span in spans)

    return {
        "content": words(statement.content), "source": words(statement.source),
        "cue": words(statement.cue), "via": words(statement.via), "style": statement.style,
        "kind": statement.kind, "polarity": statement.polarity,
        "speaker": called.get(statement.speaker or "", ""),
    }  # fmt: skip
