import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.times.english.words import CARDINALS, MULTIPLIERS
from dateline.reading.times.feasts import feast_in
from dateline.reading.times.numbers import number_of
from dateline.reading.times.periods import (
    easter,
    end_of,
    nth_weekday,
    period_at,
    plus_months,
    shifted,
    value_of,
)

DAYS = st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31))
GRAINS = st.sampled_from(["D", "W", "M", "Q", "H", "S", "Y", "DE", "CE"])


@given(DAYS, GRAINS)
def test_a_day_lies_in_the_period_that_holds_it(day, grain):
    period = period_at(day, grain)
    assert period.start <= day < end_of(period)


@given(DAYS, GRAINS, st.integers(-20, 20))
def test_moving_there_and_back_gives_the_same_period(day, grain, count):
    period = period_at(day, grain)
    if 100 <= period.start.year + count * 100 <= 9000:
        assert shifted(shifted(period, count), -count) == period


@given(DAYS, GRAINS)
def test_the_next_period_starts_where_one_ends(day, grain):
    period = period_at(day, grain)
    assert shifted(period, 1).start == end_of(period)


@given(DAYS, st.integers(-600, 600))
def test_months_on_never_skip_a_month(day, months):
    moved = plus_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months


@pytest.mark.parametrize(
    ("year", "day"), [(1818, "1818-03-22"), (2000, "2000-04-23"), (2038, "2038-04-25")]
)
def test_easter_falls_on_its_known_days(year, day):
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter-2", 2021, "2021-04-02"),
        ("11-4-4", 2022, "2022-11-24"),
        ("05-1--1", 2021, "2021-05-31"),
        ("election", 2020, "2020-11-03"),
        ("black friday", 2021, "2021-11-26"),
    ],
)
def test_feasts_fall_on_their_days(name, year, day):
    assert value_of(feast_in(name, year)) == day


def test_the_end_of_ramadan_is_within_a_day_of_the_sighted_one():
    found = feast_in("eid al-fitr", 2021).start
    assert abs((found - dt.date(2021, 5, 13)).days) <= 1


def test_an_unknown_feast_is_refused():
    with pytest.raises(ValueError, match="unknown"):
        feast_in("harvest home", 2020)


def test_the_last_weekday_of_a_month_is_counted_from_its_end():
    assert nth_weekday(2022, 10, 1, -1) == dt.date(2022, 10, 31)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("24", 24), ("1,200", 1200), ("2 1/2", 2.5), ("2.5", 2.5), ("twenty - four", 24),
        ("two and a half", 2.5), ("a hundred", 100), ("two hundred and six", 206),
        ("half a", 0.5), ("a half", 0.5), ("a couple of", 2), ("3 million", 3_000_000),
        ("pears", None),
    ],
)  # fmt: skip
def test_numbers_are_read_from_words_and_digits(words, number):
    tokens = [words] if words == "2 1/2" else words.split()
    assert number_of(tokens, CARDINALS, MULTIPLIERS) == number
