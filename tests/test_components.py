"""The layers as spaCy components, in a pipeline of the user's own."""

from __future__ import annotations

import spacy

from dateline import frames
from dateline.library import read_pages, read_text
from dateline.reading.model import find_model

TEXT = "Turnout was 69 percent, the electoral board said on Sunday."


def test_components_give_what_the_library_gives() -> None:
    nlp = spacy.load(find_model())
    for layer in ("times", "names", "statements", "figures", "happenings"):
        nlp.add_pipe(f"dateline_{layer}")
    doc = nlp.make_doc(TEXT)
    doc._.published = "2024-03-18"
    doc = nlp(doc)
    reading = read_text(TEXT, published="2024-03-18")
    assert doc._.dateline_times == reading.times
    assert [time.value for time in reading.times] == ["2024-03-17"]
    assert [figure.value for figure in doc._.dateline_figures] == [69]
    assert doc._.dateline_statements == reading.statements


def test_a_component_reads_what_it_builds_on_by_itself() -> None:
    nlp = spacy.load(find_model())
    nlp.add_pipe("dateline_figures")
    doc = nlp(TEXT)
    assert doc._.dateline_statements
    assert doc._.dateline_figures[0].statement == 0


def test_frames_hold_the_words_of_their_spans(example_paths: list[str]) -> None:
    dossiers = read_pages(example_paths[6], workers=1)
    text = dossiers.pages[0].text
    table = frames.statements(dossiers)
    assert any("Una Haraldsen" in str(name) for name in table["speaker"])
    for row in frames.figures(dossiers).itertuples():
        assert " ".join(text[row.start : row.end].split()) == row.words
    for table in (frames.reports, frames.times, frames.happenings, frames.names):
        assert len(table(dossiers)) > 0


def test_records_show_themselves_in_a_notebook(example_paths: list[str]) -> None:
    dossiers = read_pages(example_paths[6], workers=1)
    assert "Sea Lark" in dossiers.pages[0]._repr_html_()
    assert "Una Haraldsen" in dossiers.readings[0]._repr_html_()
    assert dossiers._repr_html_().startswith("<iframe srcdoc=")
