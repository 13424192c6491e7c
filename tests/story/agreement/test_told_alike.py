"""What the board says of reports read from their text: which figures are one, and which differ."""

from __future__ import annotations

import pytest

from dateline.pipeline import read_text_reports
from dateline.records import TextReport
from dateline.story.agreement import rows_of

Row = tuple[str, ...]
DAYS = ("2031-09-10T08:00:00Z", "2031-09-10T15:00:00Z", "2031-09-12T08:00:00Z")


def board(*texts: str, days: tuple[str, ...] = DAYS) -> dict[Row, str]:
    """Return the rows over several reports or in dispute: the figures' words, and the verdict."""
    reads = read_text_reports(
        [
            TextReport(id=str(n), outlet=f"O{n}", published=day, headline="", text=text)
            for n, (text, day) in enumerate(zip(texts, days, strict=False))
        ]
    )
    words = {read.report.id: read.text for read in reads}
    return {
        tuple(words[entry.report][entry.start : entry.end] for entry in row.entries): row.verdict
        for row in rows_of(reads)
        if len(row.entries) > 1
    }


@pytest.mark.parametrize(
    ("other", "words", "verdict"),
    [
        ("The bank's key rate is now 6.5%.", "6.5%", "agree"),
        ("The bank's key rate was 5.5% until Monday.", "5.5%", "agree"),
    ],
)
def test_a_change_agrees_with_a_report_of_its_end_or_of_its_start(other, words, verdict):
    change = "The bank raised its key rate from 5.5% to 6.5% on Wednesday."
    assert board(change, other) == {("5.5% to 6.5%", words): verdict}


@pytest.mark.parametrize(
    ("first", "then", "verdict"),
    [
        ("raised", "The ministry expects growth of 6.5% in 2032.", "agree"),
        ("The ministry expects growth of 6.5% in 2032.", "raised", "agree"),
        ("raised", "Officials said growth of 5.5% was forecast for 2032.", "agree"),
        ("Officials said growth of 5.5% was forecast for 2032.", "raised", "updated"),
    ],
)
def test_a_number_raised_to_another_does_not_differ_from_a_report_of_one_of_them(
    first, then, verdict
):
    raised = "The ministry raised its growth forecast for 2032 to 6.5% from 5.5%."
    texts = [raised if text == "raised" else text for text in (first, then)]
    assert list(board(*texts).values()) == [verdict]


def test_a_change_updates_the_level_that_an_earlier_report_gave():
    level = "The city has offered bus drivers a pay rise of 4%."
    change = "The city raised its pay offer to bus drivers from 4% to 5%."
    assert board(level, change) == {("4%", "4% to 5%"): "updated"}


def test_a_change_to_another_end_differs():
    change = "The ministry said it raised the tax on beer from 10% to 15%."
    other = "Brewers said the tax on beer was raised from 10% to 18%."
    assert board(change, other) == {("10% to 15%", "10% to 18%"): "differ"}


def test_what_an_update_says_the_toll_was_before_stands_in_the_row_of_the_toll():
    first = "At least 12 people were killed in the quake, officials said."
    then = "The death toll from the quake rose to 47, up from 12 earlier, officials said."
    assert board(first, then) == {("12", "47", "12"): "updated"}


def test_last_months_level_is_no_toll_told_anew():
    told = "Inflation was 5.4% in August after a 5.9% rise in July, official figures show."
    again = "Inflation fell to 5.4 percent in August from 5.9 percent in July."
    assert board(told, again) == {
        ("5.4%", "5.4 percent"): "agree",
        ("5.9%", "5.9 percent"): "agree",
    }


def test_a_forecast_that_was_missed_is_set_against_the_month_it_was_for():
    told = (
        "Prices rose 5.4% year-on-year in August after a 5.9% increase in July, the statistics "
        "office said on Wednesday, below the 5.6% forecast by analysts."
    )
    assert board(told, "Prices rose 5.9% in July from a year earlier.") == {
        ("5.4%", "5.6%"): "differ",
        ("5.9%", "5.9%"): "agree",
    }


def test_the_dead_of_another_year_are_not_set_against_this_years():
    now = "The quake killed 61 people, the disaster agency said."
    then = "The quake was the strongest since 1987, when a tremor killed 230 people."
    assert board(now, then) == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Inflation slowed to 5.4% in August.", "Core inflation was 4.7% in August."),
        ("Consumer prices rose 5.4% in August.", "Food prices rose 8.1% in August."),
        ("Telvano earned $0.98 a share.", "Telvano's adjusted earnings were $1.12 a share."),
        ("The deal is worth $2.3 billion.", "The deal is worth $3.1 billion including debt."),
        ("The temperature reached 41 degrees.", "The temperature was 3 degrees higher."),
        ("Shares in Telvano rose 6.2%.", "Shares in Telvano fell 4.1%."),
        ("A crowd of 41,200 saw it on Sept. 3.", "A crowd of 43,650 saw it on Sept. 9."),
        ("The camp was designed for 15,000 people.", "The camp now shelters 46,000 people."),
    ],
)
def test_variants_parts_and_days_of_a_measure_are_not_set_against_each_other(one, other):
    days = ("2031-09-04T08:00:00Z", "2031-09-10T08:00:00Z")
    assert board(one, other, days=days) == {}


def test_new_deaths_are_not_set_against_the_toll():
    toll = "The death toll from the heatwave rose to 31 after 22 more deaths were confirmed."
    assert board("Nine people have died in the heatwave, officials said.", toll) == {
        ("Nine", "31"): "updated"
    }


def test_stations_of_which_a_part_is_told_are_not_those_that_somebody_counted():
    one = "Beck's camp said its own count of 2,100 polling stations put him ahead."
    other = "Observers reported irregularities at 36 of 4,120 polling stations."
    assert board(one, other) == {}


def test_how_far_a_thing_moved_is_no_level_of_another_thing():
    assert board("Pensions go up by 4.5%.", "Critics said the gap was closer to 4.5 percent.") == {}


def test_a_sum_of_the_only_company_told_of_needs_no_name():
    named = "Telvano posted quarterly sales of $4.08 billion."
    assert board(named, "* Q3 revenue $4.1 bln") == {("$4.08 billion", "$4.1 bln"): "agree"}


def test_the_profit_of_a_quarter_is_not_the_years():
    year = "Orvel Air expects a profit of $700 million for 2031."
    quarter = "In the third quarter Orvel Air earned $230 million."
    assert board(year, quarter) == {}


def test_a_bid_that_is_raised_is_updated_and_keeps_what_it_is_paid_for():
    first = "Halden is offering 46 euros per share for Brunn."
    raised = "Halden raised its bid for Brunn to 49 euros a share from 46 euros."
    assert board(first, raised) == {
        ("46 euros per share", "49 euros a share", "46 euros"): "updated"
    }


def test_who_puts_the_number_behind_a_semicolon_contradicts_who_spoke_before_it():
    text = "The union said 1,900 of its members were out; the city put the number at 1,600."
    assert board(text) == {("1,900", "1,600"): "differ"}


def test_what_was_asked_for_does_not_make_what_came_a_demand():
    first = "The agency appealed for $64 million. Donors have so far given $11 million."
    then = "Of the $64 million the agency asked for, $14 million had been given."
    assert board(first, then)[("$64 million", "$64 million")] == "agree"


def test_posts_that_go_are_jobs():
    union = "The merger could cost 2,500 jobs, the union warned."
    firm = "Halden said no more than 900 posts would go."
    assert board(union, firm) == {("2,500", "900"): "differ"}


@pytest.mark.parametrize(
    "text",
    [
        "The bank is one of the country's largest lenders.",
        "One of the most expensive players in the league left.",
        "She has won the cup three times since then.",
    ],
)
def test_what_no_reader_calls_a_figure_is_read_but_has_no_row(text):
    (read,) = read_text_reports([TextReport(id="0", outlet="O", headline="", text=text)])
    assert len(read.reading.figures) == 1
    assert rows_of([read]) == ()


@pytest.mark.parametrize(
    "text", ["Sales were three times as high.", "One of the 40 sailors drowned."]
)
def test_how_much_as_much_and_one_of_so_many_have_rows(text):
    (read,) = read_text_reports([TextReport(id="0", outlet="O", headline="", text=text)])
    assert len(rows_of([read])) == len(read.reading.figures) > 0


def test_the_young_are_not_everybody():
    first = "Unemployment fell to 5.1 percent. Among the young it was 11.8 percent."
    assert board(first, "The unemployment rate rose to 5.3%, the office said.") == {
        ("5.1 percent", "5.3%"): "updated"
    }


def test_protesters_who_are_detained_are_no_crowd():
    first = "Thousands of people marched. Sixty protesters were detained, police said."
    then = "The ministry gave the number of arrests at the protest as 82."
    assert board(first, then) == {("Sixty", "82"): "updated"}


def test_who_tells_a_number_is_not_what_it_counts():
    first = "Survivors said around 130 people had been on board the boat."
    then = "The coast guard said the boat had carried about 110 people."
    assert board(first, then) == {("130", "110"): "differ"}


def test_an_award_that_is_cut_updates_the_award_and_no_part_of_it():
    first = (
        "A jury ordered Orvex to pay $289 million. It includes $250 million in punitive damages."
    )
    then = "A judge reduced to $78 million from $289 million the damages that Orvex must pay."
    days = ("2031-06-17T08:00:00Z", "2031-10-22T08:00:00Z")
    assert board(first, then, days=days) == {
        ("$289 million", "$78 million", "$289 million"): "updated"
    }


def test_ranges_that_only_touch_are_an_update():
    first = "Insured losses from the storm are put at $6 billion to $9 billion."
    then = "CatLine raised its estimate of insured losses to between $9 billion and $12 billion."
    assert list(board(first, then).values()) == ["updated"]


def test_a_share_that_moves_on_through_the_day_is_updated():
    first = "Shares in Lode Bank were up 3.5%."
    then = "The bank's shares ended the day 2.8 percent higher."
    assert board(first, then) == {("3.5%", "2.8 percent"): "updated"}


@pytest.mark.parametrize("then", ["A gust of 231 kph was recorded at the airport.", ""])
def test_a_gust_is_no_sustained_wind(then):
    assert board("The storm had winds of 195 kph, officials said.", then) == {}


def test_a_gust_told_as_wind_in_other_units_agrees():
    first = "Gusts reached 140 km/h at the airport."
    assert board(first, "The storm brought winds of 87 mph.") == {("140 km/h", "87 mph"): "agree"}


def test_what_is_no_longer_so_takes_no_part_where_others_say_what_is():
    first = "March hiring was revised up to 201,000 jobs from 188,000 jobs."
    rows = board(first, "The economy added 201,000 jobs in March.")
    assert set(rows.values()) == {"agree"}


def test_what_fell_against_another_fall_is_no_vote_against_anything():
    first = "The drug cut attacks by 52%, against 24% for placebo, Ferrand said."
    then = "The full data show that attacks fell by 47%, not 52%."
    assert board(first, then)[("52%", "47%", "52%")] == "differ"
