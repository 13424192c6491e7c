"""The figure board on invented reports whose figures are given, so that only the joining is tested."""

from __future__ import annotations

import re

import msgspec
import pytest

from dateline.pipeline import compared
from dateline.records import (
    Figure,
    FigureRow,
    Person,
    Reading,
    ReadReport,
    Report,
    Statement,
    TextReport,
)
from dateline.show.board.drawing import row_drawing
from dateline.story.agreement import rows, rows_of
from dateline.story.agreement.likeness import kept_apart, likeness
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


def test_units_of_one_class_are_converted_before_they_are_compared():
    """180 mm of rain and 18 cm of rain are the same rain; 3 miles and 5 km agree by rounding."""
    rain = joined(
        rows_of(
            [
                read("a", "2031-05-01T06:00", "[180 mm|180/millimetre] of rain fell in a day."),
                read("b", "2031-05-01T15:00", "About [18 cm|18/centimetre/~] of rain fell."),
            ]
        )
    )
    way = joined(
        rows_of(
            [
                read("a", "2031-05-01T06:00", "It sank [3 miles|3/mile] from the harbour."),
                read("b", "2031-05-01T15:00", "It sank [5 km|5/kilometre] from the harbour."),
                read("c", "2031-05-01T18:00", "It sank [9 km|9/kilometre] from the harbour."),
            ]
        )
    )
    assert [row.verdict for row in rain] == ["agree"]
    assert [entry.value for entry in rain[0].entries] == [180, 18]
    assert [[r.relation for r in row.relations] for row in way] == [
        ["agree", "conflict", "conflict"]
    ]


def test_what_is_wanted_is_not_what_is_given():
    """Prosecutors' demand and the fine imposed are two things, however near the numbers."""
    rows = rows_of(
        [
            read("a", "2031-05-01", "The court fined the firm [$48 million|48e6/USD]."),
            read("b", "2031-05-02", "Prosecutors had asked for a fine of [$75 million|75e6/USD]."),
        ]
    )
    assert joined(rows) == []


def test_the_level_before_a_move_stands_apart():
    """In “fell to 5.2% from 5.5%” the second number is no rival of another report's 5.2%."""
    rows = joined(
        rows_of(
            [
                read(
                    "a",
                    "2031-05-01",
                    "Unemployment fell to [5.2%|5.2/percent] from [5.5%|5.5/percent], it said.",
                ),
                read("b", "2031-05-01", "The unemployment rate was [5.2%|5.2/percent]."),
            ]
        )
    )
    assert [row.verdict for row in rows] == ["agree"]
    assert [len(row.entries) for row in rows] == [2]


def test_the_likest_figures_are_joined_first():
    """Of two temperatures in one report the one that another report repeats joins it."""
    rows = joined(
        rows_of(
            [
                read("a", "2031-06-29", "The temperature reached [43.4 C|43.4/celsius]."),
                read(
                    "b",
                    "2031-07-02",
                    "Temperatures are at [31 C|31/celsius]. They had reached [43.4 C|43.4/celsius].",
                ),
            ]
        )
    )
    assert [sorted(entry.value or 0 for entry in row.entries) for row in rows] == [[43.4, 43.4]]


def test_figures_that_are_alone_of_their_noun_are_one_only_with_a_word_in_common():
    """The only coins of two reports are the same coins; the only kilometres need not be."""
    coins = rows_of(
        [
            read("a", "2031-05-01", "Thieves took [84|84/gold coin] gold coins."),
            read("b", "2031-05-02", "Police said [91|91/coin] coins were gone."),
        ]
    )
    ways = rows_of(
        [
            read("a", "2031-05-01", "The ship hit rocks [6 km|6/kilometre] beyond Lusk."),
            read("b", "2031-05-02", "Volunteers cleaned [9 km|9/kilometre] of beach in Lusk."),
        ]
    )
    assert [len(row.entries) for row in joined(coins)] == [2]
    assert joined(ways) == []


def test_a_number_that_moved_updates_the_one_before():
    """A later report that says an offer was raised to 6% replaces the 4% of an earlier one."""
    rows = joined(
        rows_of(
            [
                read("a", "2031-05-01", "The company offered a pay rise of [4%|4/percent]."),
                read("b", "2031-05-03", "It raised its pay offer to [6%|6/percent]."),
            ]
        )
    )
    assert [row.verdict for row in rows] == ["updated"]


def test_a_count_named_beside_its_number_is_its_counters():
    """In a hospital's statement, “the 19 reported by the coastguard” is the coastguard's count."""
    rows = rows_of(
        [
            read(
                "a",
                "2031-05-01T12:00",
                "The coastguard said [19|19/people//officials] people died.",
            ),
            read(
                "b",
                "2031-05-01T15:00",
                "The hospital took in [23|23/people//hospital] bodies, more than the "
                "[19|19///hospital] reported by the coastguard.",
            ),
        ]
    )
    bases = {(e.report, e.value): e.basis for row in rows for e in row.entries}
    assert bases[("b", 19)] == "officials"
    assert bases[("b", 23)] == "hospital"


def test_a_row_in_two_units_is_drawn_in_one() -> None:
    """180 mm and 18 cm stand at one place of the axis, each written as its report has it."""
    reads = [
        read("a", "2031-05-01T06:00", "[180 mm|180/millimetre] of rain fell in a day."),
        read("b", "2031-05-01T15:00", "[18 cm|18/centimetre] of rain fell."),
    ]
    (row,) = joined(rows_of(reads))
    drawn = row_drawing(row, {item.report.id: item for item in reads})
    places = re.findall(r'<circle cx="([\d.]+)"', drawn)
    assert len(places) == 2
    assert len(set(places)) == 1
    assert "18 centimetre" in drawn


def test_a_number_set_against_another_is_of_the_same_thing() -> None:
    """What a sentence denies or corrects shares the measure of what it says instead."""
    rows = rows_of(
        [
            read("a", "2031-05-01", "The show cost the town [1.6|1600000/EUR//officials] million."),
            read(
                "b",
                "2031-05-02",
                "The show cost the town [2.9|2900000/EUR//opposition] million and not "
                "[1.6|1600000/EUR//officials] million.",
            ),
        ]
    )
    (row,) = joined(rows)
    assert [entry.value for entry in row.entries] == [1.6e6, 2.9e6, 1.6e6]
    assert row.verdict == "differ"


def test_a_number_without_its_unit_has_that_of_the_number_it_moved_from() -> None:
    a = read("a", "2031-05-01", "The ration is [90|90/litre] litres a day.")
    b = read("b", "2031-05-09", "The ration goes up to [130|130/litre] litres from [90|90].")
    rows = rows_of([a, b])
    units = {(entry.report, entry.value): row.unit for row in rows for entry in row.entries}
    assert units[("b", 90)] == "litre"


def test_a_name_has_the_basis_that_another_report_gives_it() -> None:
    """``The charity Open Ward`` is an aid group where it is called ``Open Ward`` only."""
    a = read("a", "2031-05-01", "[9|9/baby//aid group] babies were born, Open Ward said.")
    b = read("b", "2031-05-02", "[11|11/baby] babies were born, Open Ward said.")
    for item in (a, b):
        at = item.text.index("Open Ward")
        said = Statement(
            content=(Span(0, at - 2),), source=(Span(at, at + 9),), style="indirect", kind="says"
        )
        figures = tuple(msgspec.structs.replace(f, statement=0) for f in item.reading.figures)
        object.__setattr__(item.reading, "statements", (said,))
        object.__setattr__(item.reading, "figures", figures)
    (row,) = joined(rows_of([a, b]))
    assert [entry.basis for entry in row.entries] == ["aid group", "aid group"]
    assert row.verdict == "updated"


def test_dozens_are_no_hundreds_of_thousands() -> None:
    a = read("a", "2031-05-01", "Police put the crowd at [620,000|620000/people//police].")
    b = read("b", "2031-05-01", "[Dozens|12/people] marched in the crowd.")
    vague = msgspec.structs.replace(
        b.reading.figures[0], low=12.0, high=120.0, bound="range", vague=True
    )
    object.__setattr__(b.reading, "figures", (vague,))
    assert joined(rows_of([a, b])) == []


def test_a_later_report_that_names_no_source_tells_how_things_are_now() -> None:
    a = read("a", "2031-05-01", "The firm will buy it for [$2m|2000000/USD//company].")
    b = read("b", "2031-06-01", "The firm agreed to buy it for [$3m|3000000/USD].")
    (row,) = joined(rows_of([a, b]))
    assert row.verdict == "updated"


def a_few_dozen(report: ReadReport) -> ReadReport:
    """The report with its figure made ``a few dozen``."""
    vague = msgspec.structs.replace(
        report.reading.figures[0], low=24.0, high=120.0, bound="range", vague=True
    )
    object.__setattr__(report.reading, "figures", (vague,))
    return report


@pytest.mark.parametrize(("other", "verdict"), [("64", "agree"), ("400", "differ")])
def test_an_inexact_number_word_allows_what_it_can_mean(other: str, verdict: str) -> None:
    a = a_few_dozen(read("a", "2031-05-01", "Police detained [a few dozen|24/people//police]."))
    b = read(
        "b", "2031-05-01", f"The union said [{other}|{other}/people//organisers] were detained."
    )
    (row,) = joined(rows_of([a, b]))
    assert row.verdict == verdict
    if verdict == "agree":
        assert row.reason == "inexact number word"


def test_pence_are_hundredths_of_a_pound() -> None:
    a = read("a", "2031-05-01", "Shares in Skelde fell to [812 pence|812/penny].")
    pence = msgspec.structs.replace(a.reading.figures[0], unit_text="pence")
    object.__setattr__(a.reading, "figures", (pence,))
    b = read("b", "2031-05-01", "Skelde shares closed at [£8.12|8.12/GBP].")
    (row,) = joined(rows_of([a, b]))
    assert row.verdict == "agree"


def test_one_noun_alone_does_not_join_counts_far_apart() -> None:
    a = read(
        "a",
        "2031-05-01",
        "Observers were turned away from [200|200/polling station/>] polling stations.",
    )
    b = read(
        "b",
        "2031-05-01",
        "It has copies of the tally sheets of [4,100|4100/polling station] polling stations.",
    )
    assert joined(rows_of([a, b])) == []


def test_who_puts_a_number_beside_the_one_before_stands_against_its_source() -> None:
    first = "Police detained 64 people near the port, the interior ministry said. "
    texts = (f"{first}Organisers of the protest put the number at more than 150.", first)
    reports = [
        TextReport(id=f"r{n}", outlet=f"O{n}", headline="", text=text, published="2031-05-01")
        for n, text in enumerate(texts)
    ]
    (row,) = joined(compared(reports))
    assert (row.verdict, row.reason) == ("differ", "officials against organisers")
    assert "Organisers of the protest" in [entry.speaker for entry in row.entries]


def test_the_likeness_of_figures_that_something_keeps_apart_is_never_worked_out(monkeypatch):
    asked = []

    def watched(a, b, rarity):
        asked.append((a, b))
        return likeness(a, b, rarity)

    monkeypatch.setattr(rows, "likeness", watched)
    rows_of(
        [
            read("a", "2031-05-04", "The storm killed [40|40/people], cost [$3m|3000000/USD]."),
            read(
                "b", "2031-05-05", "It killed [42|42/people] and hurt [$3m|3000000/EUR] of crops."
            ),
            read("c", "2031-05-06", "It killed [45|45/people]; [12|12/people] of them in Marn."),
        ]
    )
    assert asked
    assert not any(kept_apart(a, b) for a, b in asked)


def test_no_two_rows_are_tried_twice_as_they_are(monkeypatch):
    tried = []

    def watched(first, second, scores):
        tried.append((tuple(first), tuple(second)))
        return False

    monkeypatch.setattr(rows, "_fit", watched)
    told = [("04", 40), ("05", 41), ("06", 40), ("07", 41)]
    rows_of([read(f"r{d}", f"2031-05-{d}", f"The toll is [{n}|{n}/people] dead.") for d, n in told])
    assert tried
    assert len(set(tried)) == len(tried)


def test_more_than_so_many_injured_is_not_set_against_the_dead() -> None:
    text = (
        "At least [41|41/people/>/officials] people were killed and more than "
        "[300|300/people/>/officials] injured when a quake hit the north, the ministry said."
    )
    later = "At least [410|410/people/>] people were injured in the quake."
    (row,) = joined(rows_of([read("a", "2030-01-01", text), read("b", "2030-01-02", later)]))
    assert [entry.value for entry in row.entries] == [300, 410]


def test_a_cost_by_the_day_is_not_the_cost_in_all() -> None:
    daily = "The strike was costing it [£1.2m a day|1200000/GBP per day//company]."
    whole = "She estimated the cost of the strike at [£8m|8000000/GBP] so far."
    rows = rows_of([read("a", "2030-01-01", daily), read("b", "2030-01-01", whole)])
    assert joined(rows) == []
