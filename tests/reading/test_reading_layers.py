from __future__ import annotations

import time

import pytest

from dateline.reading import layers
from dateline.reading.layers import MAX_CHARACTERS, Task, readings_of
from dateline.text import Passage

ENGLISH = "The harbour master said on Monday that twelve people were hurt when the crane fell."
GERMAN = (
    "Der Hafenmeister sagte am Montag, dass zwölf Menschen beim Sturz des Krans verletzt wurden."
)


def task(id: str, text: str) -> Task:
    return Task(id=id, passage=Passage.of_text(text), published="2024-03-18")


def test_a_text_in_another_language_is_left_out_with_a_plain_note() -> None:
    english, german = readings_of([task("a", ENGLISH), task("b", GERMAN)])
    assert english.statements
    assert not german.statements
    assert [note.text for note in german.notes] == ["not read: language de"]


def test_a_text_that_is_too_long_costs_no_other() -> None:
    long, short = readings_of([task("a", "word " * MAX_CHARACTERS), task("b", ENGLISH)])
    assert [note.code for note in long.notes] == ["not-read-length"]
    assert short.figures


def test_a_fault_in_a_layer_costs_its_report_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = layers.figures_in

    def faulty(doc: object, passage: Passage, **more: object) -> object:
        if "FAULT" in passage.text:
            raise ZeroDivisionError("by zero")
        return whole(doc, passage, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(layers, "figures_in", faulty)
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    bad, good = readings_of([task("a", f"FAULT {ENGLISH}"), task("b", ENGLISH)])
    assert "ZeroDivisionError" in bad.notes[0].text
    assert good.figures


def test_an_empty_text_gives_an_empty_reading() -> None:
    (reading,) = readings_of([task("a", " \n ")])
    assert reading.statements == reading.figures == reading.notes == ()


@pytest.mark.parametrize("mark", ["\u2014", "_", "%", '"', "$", "x"])
def test_what_is_longer_than_any_word_is_passed_over(mark: str) -> None:
    began = time.process_time()
    (reading,) = readings_of([task("a", f"{ENGLISH} {mark * 20_000} {ENGLISH}")])
    assert time.process_time() - began < 8
    assert len(reading.statements) == 2
    assert [figure.value for figure in reading.figures] == [12, 12]


_MANY = "9" * 5_000


@pytest.mark.parametrize(
    "odd",
    [
        f"{_MANY} people left.",
        f"It rose {_MANY}%, from {_MANY} years ago.",
        f"It rose 1/{_MANY} and {_MANY}/3.",
        "Ada Ruhl, \u00b2, said so.",
        "Ada Ruhl (\u00b2) said so.",
    ],
    ids=["count", "percent", "fraction", "footnote", "footnote in brackets"],
)
def test_a_number_that_cannot_be_read_costs_no_report(
    odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    (reading,) = readings_of([task("a", f"{ENGLISH} {odd}")])
    assert reading.figures[0].value == 12
    assert all(abs(figure.value or 0) < 1e300 for figure in reading.figures)
