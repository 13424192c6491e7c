from __future__ import annotations

import csv
import io

import pytest
from show_samples import dossiers, reads

from dateline.records import Figure
from dateline.show.board import board_csv, board_markdown, board_text, row_drawing
from dateline.show.links import text_fragment
from dateline.show.markdown import escaped, markdown_of
from dateline.show.tables import figure_rows, name_rows, report_rows, statement_rows
from dateline.show.values import value_of
from dateline.show.views import interval_label, words_of
from dateline.text import Span


def test_markdown_shows_markup_of_the_page_as_words() -> None:
    assert escaped("*a* <b> [x](y) | `z`") == r"\*a\* \<b\> \[x\]\(y\) \| \`z\`".replace(
        r"\(y\)", "(y)"
    )
    assert "<script>" not in markdown_of(dossiers())


def test_markdown_gives_every_line_its_offsets() -> None:
    text = dossiers().pages[0].text
    start = text.index("58%")
    assert f"`{start}–{start + 3}`" in markdown_of(dossiers())


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure(start=0, end=1, value=81.3, unit="percent"), "81.3 %"),
        (Figure(start=0, end=1, value=230, bound=">", unit="people"), "≥ 230 people"),
        (Figure(start=0, end=1, low=82, high=85, bound="range", unit="percent"), "82–85 %"),
        (Figure(start=0, end=1, value=2e11, unit="USD"), "200,000,000,000 USD"),
        (Figure(start=0, end=1, value=2.1, bound="up", unit="percentage point"), "↑ 2.1 pp"),
        (Figure(start=0, end=1, value=2 / 3, unit="% workforce"), "66.7 %"),
        (Figure(start=0, end=1, value=812, unit="penny"), "812 pence"),
        (
            Figure(start=0, end=1, value=100, low=100, high=1000, bound="range", vague=True),
            "≥ 100",
        ),
        (Figure(start=0, end=1, value=30, unit="staff"), "30 staff"),
        (
            Figure(start=0, end=1, low=4, high=5, bound="range", unit="year", moves=True),
            "4 → 5 years",
        ),
    ],
)
def test_a_value_is_shown_with_bound_and_unit(figure: Figure, shown: str) -> None:
    assert value_of(figure) == shown


def test_how_many_times_is_no_count_of_charges() -> None:
    figure = Figure(start=0, end=9, value=3, unit="count")
    assert value_of(figure, "three times") == "3 times"
    assert value_of(figure, "three") == "3 counts"


def test_a_fraction_without_a_unit_is_known_by_its_words() -> None:
    figure = Figure(start=0, end=7, value=0.2, bound="~")
    assert value_of(figure, "a fifth") == "≈ 20 %"
    assert value_of(figure, "0.2") == "≈ 0.2"


@pytest.mark.parametrize(
    ("start", "end", "precision", "label"),
    [
        ("2022-11-20", "2022-11-21", "day", "20 Nov 2022"),
        ("2022-06-01", "2022-07-01", "month", "Jun 2022"),
        ("2021-12-01", "2022-03-01", "season", "winter 2021"),
        ("1990-01-01", "2000-01-01", "decade", "1990s"),
        ("2022-04-01", "2022-07-01", "quarter", "Q2 2022"),
        ("2022-11-20T16:30", "2022-11-20T16:31", "minute", "20 Nov 2022, 16:30"),
        (None, None, None, "date not known"),
    ],
)
def test_an_interval_is_labelled_no_finer_than_it_is_known(
    start: str | None, end: str | None, precision: str | None, label: str
) -> None:
    assert interval_label(start, end, precision) == label


def test_words_are_shown_on_one_line_with_gaps_marked() -> None:
    text = "One\ntwo &amp; three. Four"
    assert words_of(text, [Span(0, 17), Span(19, 23)]).replace("  ", " ").startswith("One two &")
    assert " … " in words_of(text, [Span(0, 3), Span(4, 7)])


def test_a_text_fragment_names_short_quotations_whole_and_long_ones_by_their_ends() -> None:
    url = "https://a.example/x#top"
    assert (
        text_fragment(url, "five-day strike") == "https://a.example/x#:~:text=five%2Dday%20strike"
    )
    long = " ".join(f"w{n}" for n in range(30))
    assert text_fragment(url, long) == (
        "https://a.example/x#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29"
    )
    assert text_fragment("javascript:alert(1)", "x") is None


def test_a_text_fragment_tells_a_number_from_its_likes_by_the_words_beside_it() -> None:
    url = "https://a.example/x"
    beside = text_fragment(url, "14", before="ut\nAt least", after=" people have drowned and mo")
    assert beside == f"{url}#:~:text=At%20least-,14,-people%20have%20drowned"
    assert text_fragment(url, "14", before="cut", after="\nNext") == f"{url}#:~:text=14"


def test_the_board_names_outlet_basis_and_words_in_every_form() -> None:
    rows = dossiers().dossiers[0].figures
    for shown in (board_text(rows, reads()), board_markdown(rows, reads())):
        assert "58 %" in shown
        assert "exit poll" in shown
        assert "differ" in shown
    table = list(csv.DictReader(io.StringIO(board_csv(rows, reads()))))
    assert [(line["value"], line["words"], line["basis"]) for line in table] == [
        ("58.0", "58%", "exit poll"),
        ("55.4", "55.4%", "exit poll"),
    ]


def test_a_drawn_row_has_one_mark_a_figure() -> None:
    drawing = row_drawing(dossiers().dossiers[0].figures[0], reads())
    assert drawing.count("<circle") == 2
    assert "<script>" not in drawing


def test_tables_have_a_row_for_every_fact() -> None:
    read = reads()["pg-one.0"]
    assert [row.speaker for row in statement_rows(read)] == ["Ada Morrow"]
    assert [row.measure for row in figure_rows(read)] == ["the vote"]
    assert [(row.kind, row.name) for row in name_rows(read)] == [
        ("person", "Ada Morrow"),
        ("organisation", "Civitas"),
        ("place", "Lusna"),
    ]
    assert [row.story for row in report_rows(dossiers())] == ["s1", "s1"]
