"""The figure board on invented reports whose figures are given, so that only the joining is tested."""

from __future__ import annotations

import re

import pytest

from dateline.records import Figure, FigureRow, Person, Reading, ReadReport, Report, Statement
from dateline.story.agreement import rows_of
from dateline.text import Span

MARK = re.compile(r"\[([^\]|]+)\|([^\]]*)\]")


def read(
    name: str, published: str, marked: str, people: dict[str, str] | None = None
) -> ReadReport:
    """A report whose figures stand as ``[words|value unit bound basis]``, missing ones as ``-``."""
    text = ""
    at = 0
    figures = []
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        value, unit, bound, basis = [*match.group(2).split("/"), "", "", ""][:4]
        figures.append(
            Figure(
                start=len(text),
                end=len(text) + len(match.group(1)),
                value=float(value),
                unit=unit or None,
                bound=bound or "=",  # type: ignore[arg-type]
                basis=basis or None,
            )
        )
        text += match.group(1)
        at = match.end()
    text += marked[at:]
    persons = tuple(
        Person(
            id=id,
            name=full,
            mentions=tuple(
                Span(m.start(), m.end()) for m in re.finditer(re.escape(full.split()[-1]), text)
            ),
        )
        for id, full in (people or {}).items()
    )
    return ReadReport(
        report=Report(id=name, kind="article", published=published),
        reading=Reading(id=name, figures=tuple(figures), people=persons),
        text=text,
        page=name,
    )


def joined(rows: tuple[FigureRow, ...]) -> list[FigureRow]:
    return [row for row in rows if len({entry.report for entry in row.entries}) > 1]


def test_an_official_toll_that_grows_is_updated_not_disputed() -> None:
    a = read(
        "a", "2030-01-01T08:00:00", "At least [12|12/people/>/officials] people died in the fire."
    )
    b = read(
        "b", "2030-01-01T12:00:00", "The death toll rose to [19|19/people//officials], police said."
    )
    (row,) = joined(rows_of([a, b]))
    assert row.verdict == "updated"


def test_police_against_organisers_differ_and_the_reason_names_both() -> None:
    a = read("a", "2030-01-01", "Police said [25,000|25000/people//police] people marched.")
    b = read("b", "2030-01-01", "Organisers put the crowd at [110,000|110000/people//organisers].")
    (row,) = joined(rows_of([a, b]))
    assert row.verdict == "differ"
    assert row.reason == "police against organisers"


def test_a_bound_and_a_number_inside_it_agree() -> None:
    a = read("a", "2030-01-01", "The riots killed at least [230|230/people/>] people.")
    b = read("b", "2030-01-02", "In all, [238|238/people] people were killed in the riots.")
    (row,) = joined(rows_of([a, b]))
    assert row.verdict == "agree"


def test_candidates_have_rows_of_their_own() -> None:
    people = {"p1": "Ada Morrow", "p2": "Lev Tarn"}
    a = read(
        "a",
        "2030-01-01",
        "Morrow won [58|58/percent]% of the vote and Tarn [31|31/percent]%.",
        people,
    )
    b = read(
        "b",
        "2030-01-02",
        "Morrow took [55|55/percent]%, against [34|34/percent]% for Tarn.",
        people,
    )
    rows = joined(rows_of([a, b]))
    values = [sorted(entry.value or 0 for entry in row.entries) for row in rows]
    assert sorted(values) == [[31, 34], [55, 58]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Fares rose [2|2/percent]%.", "Fares rose by [2|2/percentage point] points."),
        ("It cost [$4m|4000000/USD].", "It cost [€4m|4000000/EUR]."),
        ("[40|40/people] were injured.", "[40|40/people] were arrested."),
        ("[9|9/people] children were killed.", "[14|14/people] people were killed."),
        ("Food prices rose [9.1|9.1/percent]%.", "Fuel prices rose [9.4|9.4/percent]%."),
    ],
)
def test_what_measures_something_else_is_never_joined(first: str, second: str) -> None:
    a = read("a", "2030-01-01", first)
    b = read("b", "2030-01-02", second)
    assert joined(rows_of([a, b])) == []


def test_what_a_copy_repeats_is_shown_but_counts_once() -> None:
    words = "Police said [25,000|25000/people//police] people marched."
    (row,) = joined(
        rows_of([read("a", "2030-01-01", words), read("b", "2030-01-01", words)], {"b": "a"})
    )
    assert row.verdict == "single"
    assert [entry.copy_of for entry in row.entries] == [None, "a"]


def test_a_number_that_a_copy_changes_counts() -> None:
    a = read("a", "2030-01-01", "Police said [25,000|25000/people//police] people marched.")
    b = read("b", "2030-01-01", "Organisers said [90,000|90000/people//organisers] people marched.")
    (row,) = joined(rows_of([a, b], copies={"b": "a"}))
    assert row.verdict == "differ"


def test_a_headline_takes_basis_and_source_from_its_report() -> None:
    a = read(
        "a",
        "2030-01-01",
        "Police: [300|300/people] at rally\nPolice said [300|300/people//police] attended the rally.",
    )
    row = rows_of([a])[0]
    assert [entry.basis for entry in row.entries] == ["police", "police"]


def test_entries_point_at_their_words() -> None:
    a = read("a", "2030-01-01", "Turnout was [69.1%|69.1/percent//preliminary].")
    b = read("b", "2030-01-02", "Turnout came to [69.4%|69.4/percent//final].")
    (row,) = joined(rows_of([a, b]))
    texts = {"a": a.text, "b": b.text}
    words = [texts[entry.report][entry.start : entry.end] for entry in row.entries]
    assert words == ["69.1%", "69.4%"]
    assert row.verdict == "updated"


def test_a_statement_names_whose_figure_it_is() -> None:
    a = read("a", "2030-01-01", "The ministry said [40|40/people] people were injured.")
    figure = a.reading.figures[0]
    statement = Statement(
        content=(Span(figure.start, len(a.text)),), source=(Span(0, 12),), style="indirect"
    )
    figures = (Figure(start=figure.start, end=figure.end, value=40, unit="people", statement=0),)
    reading = Reading(id="a", statements=(statement,), figures=figures)
    (row,) = rows_of([ReadReport(report=a.report, reading=reading, text=a.text, page="a")])
    assert row.entries[0].speaker == "The ministry"
