from dateline.records import (
    Evidence,
    Figure,
    Reading,
    ReadReport,
    Report,
    Statement,
    TimeExpression,
)
from dateline.story.versions import changes
from dateline.text import Span


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _read(headline: str, dead: str, day: str, said: str) -> ReadReport:
    text = f"{headline}\nFlood killed {dead} people. Vote set for {day}. {said}, the mayor said."
    figure, date = _span(text, f"{dead} "), _span(text, day)
    return ReadReport(
        report=Report(
            id="r",
            kind="article",
            headline=headline,
            evidence=Evidence(headline=(_span(text, headline),)),
        ),
        reading=Reading(
            id="r",
            statements=(
                Statement(
                    content=(_span(text, said),),
                    source=(_span(text, "the mayor"),),
                    style="indirect",
                ),
            ),
            figures=(
                Figure(
                    start=figure.start,
                    end=figure.end - 1,
                    value=float(dead),
                    unit="people",
                    measure=(_span(text, "killed"),),
                ),
            ),
            times=(TimeExpression(start=date.start, end=date.end, type="DATE", value=day),),
        ),
        text=text,
        page="p",
    )


OLD = _read("Flood in Orla", "12", "2031-05-04", "Help is near")


def test_a_version_that_says_the_same_has_no_changes() -> None:
    assert changes(OLD, OLD) == ()


def test_a_changed_figure_is_one_change_with_both_sides() -> None:
    new = _read("Flood in Orla", "15", "2031-05-04", "Help is near")
    (change,) = changes(OLD, new)
    assert change.kind == "figure_changed"
    assert [span.of(OLD.text) for span in change.old] == ["12"]
    assert [span.of(new.text) for span in change.new] == ["15"]


def test_a_moved_date_is_one_change() -> None:
    new = _read("Flood in Orla", "12", "2031-05-09", "Help is near")
    assert [change.kind for change in changes(OLD, new)] == ["date_changed"]


def test_a_new_headline_and_another_statement_are_told() -> None:
    new = _read("Orla flooded", "12", "2031-05-04", "The dam holds")
    assert [change.kind for change in changes(OLD, new)] == [
        "headline_changed", "statement_dropped", "statement_added",
    ]  # fmt: skip
