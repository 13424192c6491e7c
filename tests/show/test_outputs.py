from __future__ import annotations

import csv
import io
from typing import Literal

import pytest
from show_samples import dossiers, reads

from dateline.records import Figure, Report, TimeExpression, TimexType
from dateline.show.board import board_csv, board_markdown, board_text, row_drawing
from dateline.show.dates import interval_label, value_label
from dateline.show.links import text_fragment
from dateline.show.markdown import escaped, markdown_of
from dateline.show.tables import figure_rows, name_rows, report_rows, statement_rows
from dateline.show.values import value_of
from dateline.show.views import time_line, words_of
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
        ("2022-11-14", "2022-11-21", "week", "the week of 14 Nov 2022"),
        ("2022-11-19", "2022-11-21", "weekend", "19 Nov 2022 – 20 Nov 2022"),
        ("2022-09-03", "2022-09-06", "range", "3 Sep 2022 – 5 Sep 2022"),
        ("2022-11-20T09:00", "2022-11-20T12:00", "range", "20 Nov 2022"),
        ("2022-11-20T16:30", "2022-11-20T16:31", "minute", "20 Nov 2022, 16:30"),
        ("2018-01-01", "2020-01-01", "range", "2018 – 2019"),
        ("2022-11-01", "2023-03-01", "range", "Nov 2022 – Feb 2023"),
        ("2022-11-19", "2022-11-21", "weekend", "19 Nov 2022 – 20 Nov 2022"),
        (None, None, None, "date not known"),
    ],
)
def test_an_interval_is_labelled_no_finer_than_it_is_known(
    start: str | None, end: str | None, precision: str | None, label: str
) -> None:
    assert interval_label(start, end, precision) == label


@pytest.mark.parametrize(
    ("type", "value", "mod", "freq", "label"),
    [
        ("DURATION", "P7Y", None, None, "7 years"),
        ("DURATION", "P1Y6M", None, None, "1 year 6 months"),
        ("DURATION", "PT90M", "APPROX", None, "about 90 minutes"),
        ("DURATION", "P2Y", "LESS_THAN", None, "less than 2 years"),
        ("DURATION", "PXM", None, None, "months, number not told"),
        ("DURATION", "P2CE", None, None, "2 centuries"),
        ("SET", "P1W", None, "2X", "2 times every week"),
        ("SET", "P2Y", None, None, "every 2 years"),
        ("SET", "XXXX-05", None, None, "every May"),
        ("SET", "XXXX-WXX-1", None, None, "every Monday"),
        ("SET", "XXXX-SU", None, None, "XXXX-SU"),
        ("DATE", "PRESENT_REF", None, None, "now"),
        ("DATE", "XXXX-12-01", None, None, "date not known"),
        ("DURATION", "P3FOO", None, None, "P3FOO"),
    ],
)
def test_what_is_no_interval_is_told_in_plain_words(
    type: TimexType, value: str, mod: str | None, freq: str | None, label: str
) -> None:
    time = TimeExpression(start=0, end=1, type=type, value=value, mod=mod, freq=freq)
    assert value_label(time) == label


@pytest.mark.parametrize(
    ("mod", "from_", "anchor", "when"),
    [
        ("MORE_THAN", "2012-01-01", "published", "before 2012"),
        ("LESS_THAN", "2012-01-01", "published", "after 2012"),
        ("MORE_THAN", "2031-01-01", "published", "after 2031"),
        ("MORE_THAN", "2012-01-01", "text", "about 2012"),
        ("APPROX", "2012-01-01", "self", "about 2012"),
        ("START", "2012-01-01", "self", "early 2012"),
        (None, "2012-01-01", "self", "2012"),
    ],
)
def test_a_time_is_shown_on_the_side_of_its_interval_where_it_lies(
    mod: str | None, from_: str, anchor: Literal["published", "text", "self"], when: str
) -> None:
    time = TimeExpression(
        start=0, end=5, type="DATE", value=from_[:4], mod=mod, from_=from_,
        to=f"{int(from_[:4]) + 1}-01-01", precision="year", anchor=anchor,
    )  # fmt: skip
    report = Report(id="r", kind="article", published="2022-11-21")
    assert time_line(time, report, "words").when == when


def test_a_time_says_from_what_it_was_resolved() -> None:
    text = "In June 2022 he spoke; two days later he left."
    report = Report(id="r", kind="article", published="2022-11-21T08:00Z")
    told = {
        anchor: time_line(
            TimeExpression(
                start=23, end=37, type="DATE", value="2022-06", from_="2022-06-01",
                to="2022-07-01", precision="month", anchor=anchor, anchor_span=span,
            ),
            report,
            text,
        ).told_from
        for anchor, span in (("published", None), ("text", Span(3, 12)), ("self", None))
    }  # fmt: skip
    assert told == {"published": "publication, 21 Nov 2022", "text": "“June 2022”", "self": None}


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
