from __future__ import annotations

import itertools
import pickle

from hypothesis import given
from hypothesis import strategies as st

from dateline.text import Passage, Span, line_spans, merged, trimmed, without_entities

texts = st.text(alphabet=st.sampled_from("ab \n\r\t&;nbspé漢\u202e."), max_size=60)


@st.composite
def text_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return text, [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(texts)
def test_lines_and_their_breaks_make_up_the_text(text: str) -> None:
    lines = list(line_spans(text))
    rebuilt = ""
    at = 0
    for line in lines:
        gap = text[at : line.start]
        assert gap in ("", "\n", "\r", "\r\n")
        rebuilt += gap + line.of(text)
        at = line.end
    assert rebuilt == text


@given(texts)
def test_blanking_entities_never_moves_an_offset(text: str) -> None:
    assert len(without_entities(text)) == len(text)


def test_entities_become_their_character_and_blanks() -> None:
    assert without_entities("a&nbsp;b &amp; c") == "a      b &     c"
    assert without_entities("AT&T; R&D") == "AT&T; R&D"


@given(text_with_spans())
def test_trimmed_spans_keep_every_word(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    for span in spans:
        inner = trimmed(text, span)
        assert span.start <= inner.start <= inner.end <= max(span.end, inner.start)
        assert inner.of(text) == span.of(text).strip() or not len(inner)


@given(text_with_spans())
def test_merged_spans_are_in_order_apart_and_cover_the_same(
    case: tuple[str, list[Span]],
) -> None:
    _, spans = case
    joined = merged(spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(joined))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert covered == {i for span in joined for i in range(span.start, span.end)}


@given(text_with_spans(), st.data())
def test_a_passage_span_maps_to_page_spans_with_the_same_words_breaks_of_lines_apart(
    case: tuple[str, list[Span]], data: st.DataObject
) -> None:
    page, pieces = case
    passage = Passage(page, [("paragraph", piece) for piece in pieces])
    start = data.draw(st.integers(0, len(passage.text)))
    end = data.draw(st.integers(start, len(passage.text)))
    mapped = passage.to_page(Span(start, end))
    words = "".join(span.of(page) for span in mapped)
    inside = [
        passage.text[max(start, block.start) : min(end, block.end)] for block in passage.blocks
    ]
    assert words.translate(str.maketrans("\r\n", "  ")) == "".join(inside)


def test_a_statement_over_two_paragraphs_comes_back_as_two_spans() -> None:
    page = "One two.\nADVERT\nThree four."
    passage = Passage(page, [("paragraph", Span(0, 8)), ("paragraph", Span(16, 27))])
    mapped = passage.to_page(Span(4, len(passage.text)))
    assert [span.of(page) for span in mapped] == ["two.", "Three four."]


def test_a_running_text_keeps_its_offsets() -> None:
    text = "Headline here\n\n  A paragraph. \n"
    passage = Passage.of_text(text, headline=Span(0, 13))
    assert passage.is_whole_text
    assert [(block.kind, text[block.start : block.end]) for block in passage.blocks] == [
        ("headline", "Headline here"),
        ("paragraph", "A paragraph."),
    ]


def test_a_passage_can_be_sent_to_a_worker() -> None:
    passage = Passage("a b c", [("headline", Span(0, 1)), ("paragraph", Span(2, 5))])
    again = pickle.loads(pickle.dumps(passage))
    assert again.text == passage.text
    assert again.to_page(Span(3, 6)) == passage.to_page(Span(3, 6))
