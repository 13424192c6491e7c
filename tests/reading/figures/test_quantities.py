from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.figures import in_base_units, kind_of_unit, quantities_in
from dateline.reading.figures.nouns import plural, singular
from dateline.reading.figures.scan import number_of_words


def only(text: str):
    found = quantities_in(text)
    assert len(found) == 1, [text[q.start : q.end] for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Debt reached $4.2 billion.", 4.2e9, "USD"),
        ("Debt reached A$30m in all.", 3e7, "AUD"),
        ("Debt reached EUR50m.", 5e7, "EUR"),
        ("Debt reached 700 million tenge.", 7e8, "KZT"),
        ("Fuel costs $1.40 a litre.", 1.4, "USD per litre"),
        ("They sent 12 million pounds in aid.", 1.2e7, "GBP"),
        ("The calf weighs 70 pounds.", 70, "pound-mass"),
        ("It won 31 per cent of seats.", 31, "percent"),
        ("It lends at 1.38pc now.", 1.38, "percent"),
        ("It was 2.14degF warmer.", 2.14, "fahrenheit"),
        ("He ran the lap in 52s flat.", 52, "second"),
        ("They have eight more boats.", 8, "boat"),
        ("They may add another boat or two.", 2, "boat"),
        ("Sales grew sixfold there.", 6, "count"),
        ("Rates went to 50 basis points.", 50, "basis point"),
        ("Wind blew at 150 km/h all day.", 150, "kilometre per hour"),
        ("It is 1.6 km west of here.", 1.6, "kilometre"),
        ("It covers 40 sq km of marsh.", 40, "square kilometre"),
        ("It was -5 degrees Celsius there.", -5, "celsius"),
        ("A 67-year-old miner spoke.", 67, "year of age"),
        ("Ines Dorr, 34, won the race.", 34, "year of age"),
        ("It lasted two and a half hours.", 2.5, "hour"),
        ("It holds half a million books.", 5e5, "book"),
        ("They found 14 fishing boats there.", 14, "fishing boat"),
        ("The blast killed five and went on.", 5, "people"),
        ("Twenty-four were injured.", 24, "people"),
        ("The plane carried 12.3m tonnes.", 12.3e6, "metric ton"),
    ],
)
def test_a_quantity_has_its_value_and_unit(text, value, unit):
    found = only(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("At least 230 people died.", ">"),
        ("It sold more than 40 boats.", ">"),
        ("It sold 40 or more boats.", ">"),
        ("No more than 60% voted.", "<"),
        ("It holds up to 400 boats.", "<"),
        ("About 150 boats left.", "~"),
        ("Some 60 boats left.", "~"),
        ("Shares rose 6.5% today.", "up"),
        ("Shares were up nearly 57% today.", "up"),
        ("Profit fell by 3% today.", "down"),
        ("Profit fell to 3% today.", "="),
        ("Food was 9.1% higher.", "up"),
        ("It ran over three years.", "="),
        ("It ran for over three years.", ">"),
        ("It lowered its key rate by 50 basis points.", "down"),
    ],
)
def test_words_around_a_number_give_its_bound(text, bound):
    assert only(text).bound == bound


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It won between 82% and 85% of votes.", 82, 85),
        ("It won 82%-85% of votes.", 82, 85),
        ("It won 82-85% of votes.", 82, 85),
        ("It grew 3.5 to 4 percent a year.", 3.5, 4),
        ("The term goes from seven to five years.", 7, 5),
        ("It costs $10 to $15 billion.", 1e10, 1.5e10),
        ("Dozens of boats left.", 12, 120),
        ("Tens of thousands of birds left.", 1e4, 1e5),
        ("A few dozen birds left.", 24, 120),
    ],
)
def test_ranges_keep_both_ends_in_the_order_of_the_text(text, low, high):
    found = only(text)
    assert found.bound == "range"
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One in five voters left.", 0.2),
        ("Two thirds of voters left.", 2 / 3),
        ("A quarter of voters left.", 0.25),
        ("The odds were 3 to 1 today.", 3),
    ],
)
def test_fractions_and_odds_are_numbers(text, value):
    assert only(text).value == pytest.approx(value)


def test_a_vague_plural_says_so_and_gives_the_least_it_allows():
    found = only("Thousands of people marched.")
    assert found.vague
    assert found.value == found.low == 1000


def test_the_span_holds_number_scale_sign_and_unit_but_not_the_counted_noun():
    text = "It paid about $4 billion, ran 7 km and met 12 ministers."
    assert [text[q.start : q.end] for q in quantities_in(text)] == ["$4 billion", "7 km", "12"]


def test_a_bare_number_takes_the_unit_it_is_set_beside():
    first, second = quantities_in("It was 6.8 percent, down from 7.4 in May.")
    assert (second.value, second.unit) == (7.4, first.unit)


@pytest.mark.parametrize(
    "text",
    [
        "It was built in 1998.",
        "The 2031 elections were quiet.",
        "They met on March 4 at 8 p.m. sharp.",
        "They met on 12 June 2031 again.",
        "Rovers beat Athletic 2-1 there.",
        "UPDATE 2-Minister resigns",
        "Call 0800 555 0142 now.",
        "It sank on route 7 there.",
        "Article 5 of the treaty holds.",
        "The XR-40 and the Q3 sold.",
        "She came 3rd in the race.",
        "The Big Four met there.",
        "The FTSE 100 closed early.",
        "They live at 14 Mill Lane now.",
        "In the 1970s it was quiet.",
    ],
)
def test_numbers_that_are_no_figures_are_left_out(text):
    assert quantities_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Port reopens\n214 comments",
        "Port reopens\n3 shares\nA crane fell.",
        "Comments (14)",
        "By Ines Dorr | 1.2K views · 5 min read",
        "Port reopens\nShares: (3)",
    ],
)
def test_what_a_page_counts_of_itself_is_no_figure(text):
    assert quantities_in(text) == ()


@pytest.mark.parametrize(
    "text", ["The post drew 214 comments.", "3 shares were sold.", "Shares: 40 boats sank."]
)
def test_comments_and_shares_that_a_sentence_counts_are_figures(text):
    assert len(quantities_in(text)) == 1


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They handed out 1.8M pounds of food.", "pound-mass"),
        ("It shipped 40 million pounds of plastic.", "pound-mass"),
        ("It has 3 million pounds of debt.", "GBP"),
        ("It won 40 million pounds of public money.", "GBP"),
        ("They got 900,000 pounds in damages.", "GBP"),
        ("Cows go for 300 pounds a head.", "GBP per head"),
        ("Each gets 40 pounds a week.", "GBP per week"),
        ("It lost £40 there.", "GBP"),
        ("It cost 2 million pounds.", "GBP"),
        ("The thieves took 300 pounds worth of tools.", "GBP"),
    ],
)
def test_pounds_of_a_thing_are_weight_and_others_money(text, unit):
    assert only(text).unit == unit


def test_pounds_set_beside_pounds_of_a_thing_are_of_it_too():
    now, before = quantities_in("They gave 1.8 million pounds of food, up from 1.4 million pounds.")
    assert now.unit == before.unit == "pound-mass"


def test_the_level_before_is_paid_for_the_same_thing():
    now, before = quantities_in("It raised its bid to 49 euros a share from 46 euros.")
    assert now.unit == before.unit == "EUR per share"


def test_units_of_one_dimension_compare_in_base_units():
    kilometres, metres = in_base_units(3, "kilometre"), in_base_units(3000, "metre")
    assert kilometres is not None and metres is not None
    assert kilometres[0] == pytest.approx(metres[0])
    assert kilometres[1] == metres[1]
    assert in_base_units(3, "otter") is None


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("USD", "money"), ("USD per barrel", "money"), ("percent", "percent"),
        ("kilometre", "length"), ("year of age", "age"), ("eligible voter", "people"),
        ("otter", "count"), (None, None),
    ],
)  # fmt: skip
def test_a_unit_has_a_kind(unit, kind):
    assert kind_of_unit(unit) == kind


@given(st.integers(1, 999), st.sampled_from(["million", "billion", "thousand"]))
def test_digits_and_scale_words_multiply(number, scale):
    factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9}[scale]
    assert only(f"They lost {number} {scale} euros.").value == pytest.approx(number * factor)
    assert number_of_words(f"two {scale}") == 2 * factor


@given(st.text(alphabet="0123456789 .,-–$€%/:()abcmkon\nAT¾", max_size=60))
def test_spans_lie_in_the_text_in_order_and_never_overlap(text):
    end = 0
    for quantity in quantities_in(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        end = quantity.end


def test_an_index_level_has_the_points_it_moved_by():
    found = quantities_in("The Vell index lost 162.3 points, or 2.1%, to fall to 7,425.81.")
    assert [quantity.unit for quantity in found] == ["point", "percent", "point"]


@pytest.mark.parametrize(
    "text",
    [
        "The S P 500 slipped.",
        "the sp 500 slipped.",
        "Tolvane sold its Model 3s abroad.",
        "Banks were 2031s best shares.",
        "A baker’s dozen will do.",
    ],
)
def test_names_and_idioms_with_numbers_are_no_quantities(text):
    assert quantities_in(text) == ()


@pytest.mark.parametrize(
    "many", ["homes", "cities", "people", "feet", "gold coins", "churches", "aircraft", "series"]
)
def test_a_plural_comes_back_from_its_singular(many: str) -> None:
    *before, last = many.split(" ")
    assert plural(" ".join([*before, singular(last)])) == many


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two men aged 23 and 31 fled.", [(2, "man"), (23, "year of age"), (31, "year of age")]),
        ("Its life expectancy is around 73.", [(73, "year of age")]),
        ("A 2.4m yen ($22,480) car and a smaller for 2,380,000 ($21,972).", [(2.4e6, "JPY"), (22480, "USD"), (2.38e6, "JPY"), (21972, "USD")]),
        ("It fell to - 20 degrees Celsius.", [(-20, "celsius")]),
        ("Sales dropped by a quarter.", [(0.25, None)]),
        ("He won 77 seats and the Liberals 50, it said.", [(77, "seat"), (50, None)]),
    ],
)  # fmt: skip
def test_a_number_has_the_unit_that_its_company_gives_it(text, values):
    assert [(quantity.value, quantity.unit) for quantity in quantities_in(text)] == values


def test_a_move_to_a_range_is_a_level_and_a_range():
    level, span = quantities_in("It will grow from 24.2 to 33-35 billion euros.")
    assert (level.value, level.unit) == (24.2e9, "EUR")
    assert (span.low, span.high, span.unit) == (33e9, 35e9, "EUR")


def test_what_goes_up_to_a_level_has_no_bound():
    (quantity,) = quantities_in("The ration goes up to 130 litres.")
    assert quantity.bound == "="


def test_a_second_span_of_time_takes_the_unit_of_the_first():
    text = (
        "It came five months after riots emptied the streets of Port Orme and three after he left."
    )
    assert [(q.value, q.unit) for q in quantities_in(text)] == [(5, "month"), (3, "month")]


def test_those_who_are_treated_are_people():
    found = only("Hospitals treated hundreds more.")
    assert (found.unit, found.vague) == ("people", True)


def test_a_fraction_by_which_something_moved_to_a_level_opens_no_range():
    by, to = quantities_in("Net profit fell by a third to €84 million.")
    assert (by.value, by.unit, by.bound) == (pytest.approx(1 / 3), None, "down")
    assert (to.value, to.unit) == (84e6, "EUR")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Numbers fell from 21 to 18.5 million.", 21e6, 18.5e6),
        ("It costs $10 to $15 million.", 10e6, 15e6),
        ("It costs one to fifteen million.", 1e6, 15e6),
    ],
)
def test_two_numbers_share_the_scale_of_the_second(text, low, high):
    found = only(text)
    assert (found.low, found.high) == (low, high)


def test_three_quarters_of_something_are_a_fraction_and_three_in_a_row_are_months():
    assert only("Three quarters of members voted.").value == 0.75
    found = only("It fell for two quarters.")
    assert (found.value, found.unit) == (2, "quarter")


def test_a_headline_counts_people_killed():
    assert only("Heatwave kills 19 as river falls").unit == "people"


def test_the_singular_of_blazes_is_a_blaze():
    assert only("Crews fought 14 blazes.").unit == "blaze"
