"""The habits of a report's origin: the order of day and month, and the clock of its dateline."""

from __future__ import annotations

import pytest

from dateline.reading.habits import day_first_of, timezone_of
from dateline.reading.layers import Task, readings_of
from dateline.reading.times import times_in
from dateline.text import Passage

MONDAY = "2022-11-21"


@pytest.mark.parametrize(
    ("address", "day_first"),
    [
        ("https://www.harvan.co.uk/a", True),
        ("https://harvan.com.au:8080/a", True),
        ("https://harvan.gov/a", False),
        ("https://harvan.com/a", None),
        ("https://harvan.co/a", None),
        ("https://[half", None),
        (None, None),
    ],
)
def test_an_outlets_country_shows_the_order_of_day_and_month(
    address: str | None, day_first: bool | None
) -> None:
    assert day_first_of(address) is day_first


@pytest.mark.parametrize(
    ("place", "named", "zone"),
    [
        ("LONDON", (), "Europe/London"),
        ("Paris, Texas", (), "America/Chicago"),
        ("ASTANA", ("Kazakhstan",), "Asia/Almaty"),
        ("Harvan", (), None),
        ("Springfield", (), None),
        (None, (), None),
    ],
)
def test_a_datelines_city_has_its_clock_where_it_is_sure_which_city(
    place: str | None, named: tuple[str, ...], zone: str | None
) -> None:
    assert timezone_of(place, named) == zone


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("The vote begins at 9 a.m. on 4 July 2022.", "2022-07-04T09:00+01:00"),
        ("The vote begins at 9 a.m. on 4 December 2022.", "2022-12-04T09:00+00:00"),
        ("The vote begins at 9 a.m. GMT on 4 July 2022.", "2022-07-04T09:00+00:00"),
        ("The vote began at 9 a.m. on 4 July 1840.", "1840-07-04T09:00"),
        ("The vote begins on the morning of 4 July 2022.", "2022-07-04T06:00"),
    ],
)
def test_clock_times_without_a_zone_go_by_the_datelines_clock(text: str, begins: str) -> None:
    found = times_in(text, MONDAY, timezone="Europe/London")
    assert begins in [time.from_ for time in found]


def test_a_zone_that_is_not_known_leaves_the_clock_time_without_one() -> None:
    (time,) = times_in("The vote begins at 9 a.m. on 4 July 2022.", MONDAY, timezone="No/Where")
    assert time.from_ == "2022-07-04T09:00"


def test_another_date_of_the_text_shows_which_number_is_the_day() -> None:
    text = "The permit of 3/4/2021 ran out on 25/4/2021."
    assert [time.value for time in times_in(text, MONDAY)] == ["2021-04-03", "2021-04-25"]
    told = "The permit of 3/4/2021 ran out on 4/25/2021."
    assert [time.value for time in times_in(told, MONDAY)] == ["2021-03-04", "2021-04-25"]


def test_a_report_is_read_by_its_address_and_dateline() -> None:
    text = "The council met on 3/4/2021, officials said. It will sit at 9 a.m. on 4 July 2023."
    task = Task(
        id="r",
        passage=Passage.of_text(text),
        published=MONDAY,
        language="en",
        place="LONDON",
        url="https://harvan.co.uk/a",
    )
    (reading,) = readings_of([task])
    begins = [time.from_ for time in reading.times]
    assert begins == ["2021-04-03", "2023-07-04T09:00+01:00"]
