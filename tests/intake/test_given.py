"""Records as lines of JSON, and the dates given in them."""

from __future__ import annotations

import datetime

import pytest

from dateline.errors import InputError
from dateline.intake.given import given_date, given_record
from dateline.records import TextReport


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (None, None),
        ("", None),
        (" 2024-03-18 ", "2024-03-18"),
        ("2024-03-18T09:30Z", "2024-03-18T09:30Z"),
        ("2024-03-18 09:30:00", "2024-03-18 09:30:00"),
        ("20240318", "2024-03-18"),
        ("2024-W12-1", "2024-03-18"),
        ("Mon, 18 Mar 2024 10:00:00 GMT", "2024-03-18T10:00:00+00:00"),
        ("18 March 2024", "2024-03-18"),
        ("Monday, March 18, 2024", "2024-03-18"),
        (datetime.date(2024, 3, 18), "2024-03-18"),
        (datetime.datetime(2024, 3, 18, 9, 30, tzinfo=datetime.UTC), "2024-03-18T09:30:00+00:00"),
    ],
)
def test_dates_are_taken_as_people_and_programs_write_them(
    given: str | datetime.date | None, taken: str | None
) -> None:
    assert given_date(given) == taken


@pytest.mark.parametrize("given", ["spring", "03/04/2024", "2024", "18 March 2024 or later", "0"])
def test_a_date_that_may_be_another_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="is no date that is understood"):
        given_date(given)


def test_a_record_has_text_ids_and_dates_and_what_is_none_is_told() -> None:
    line = b'{"id": 7, "text": "a \\ud800", "published": "Mon, 18 Mar 2024 10:00:00 +0100"}'
    taken = given_record(line, TextReport)
    assert taken == TextReport(id="7", text="a �", published="2024-03-18T10:00:00+01:00")
    for bad in (b"{", b"[]", b'{"id": "a"}', b'{"id": "a", "text": "b", "published": "spring"}'):
        with pytest.raises(InputError, match="not a record as expected"):
            given_record(bad, TextReport)
