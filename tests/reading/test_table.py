"""A table of tokens tells what the parser's own objects tell."""

import time
from collections.abc import Iterator

import pytest
from spacy.tokens import Doc

from dateline.reading.figures import figures_in
from dateline.reading.model import language, parses
from dateline.reading.table import Table
from dateline.text import Passage

TEXT = (
    "Mara Velt, the finance minister of Quenza, said on Monday that 40 boats, 12 of them old, had "
    "sunk. “We lost 3.5%  of it all,” Orrin Dross told the Karsund Ledger — not 4%!\n\nNobody knew."
)


@pytest.fixture(scope="module")
def parsed() -> tuple[Doc, Table]:
    passage = Passage.of_text(TEXT)
    doc = next(parses([passage]))
    return doc, Table(doc, passage)


def _stretches(step: int) -> Iterator[tuple[int, int]]:
    for start in range(len(TEXT)):
        for end in range(start + 1, len(TEXT) + 1, step):
            yield start, end


def test_tokens_over_a_stretch_and_their_head_are_those_of_the_parser(parsed):
    doc, table = parsed
    for start, end in _stretches(7):
        span = doc.char_span(start, end, alignment_mode="expand")
        tokens = table.over(start, end)
        assert (tokens.start, tokens.stop) == (span.start, span.end)
        if tokens:
            assert table.top_of(tokens) == span.root.i


def test_children_branches_sentences_and_entities_are_those_of_the_parser(parsed):
    doc, table = parsed
    for token in doc:
        i = token.i
        assert table.children(i) == [child.i for child in token.children]
        assert (table.first[i], table.last[i]) == (token.left_edge.i, token.right_edge.i)
        assert (table.punct[i], bool(table.space[i])) == (token.is_punct, token.is_space)
        sentence = table.sentence_of(i)
        assert (sentence.start, sentence.stop) == (token.sent.start, token.sent.end)
    assert table.entities() == [(e.start, e.end, e.label_) for e in doc.ents]


def _seconds_for(numbers: int) -> float:
    """Return how long the figures of one sentence of so many numbers take, without its parse."""
    words = ["Ships"] + ["12", "boats", ","] * numbers
    doc = Doc(
        language().vocab,
        words=words,
        heads=[0] + [0, 0, 0] * numbers,
        deps=["ROOT"] + ["nummod", "dep", "punct"] * numbers,
        tags=["NNS"] + ["CD", "NNS", ","] * numbers,
        sent_starts=[True] + [False] * 3 * numbers,
    )
    passage = Passage.of_text(doc.text)
    began = time.process_time()
    assert len(figures_in(doc, passage)) == numbers
    return time.process_time() - began


def test_a_sentence_of_ten_times_the_numbers_takes_about_ten_times_as_long():
    _seconds_for(10)
    assert _seconds_for(4000) < 30 * min(_seconds_for(400) for _ in range(3))
