"""Bodies that a report calls by a part of their name."""

import pytest

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.reading.names.shortened import is_short_for
from dateline.text import Passage


def organisations(text):
    passage = Passage.of_text(text)
    names = names_in(next(parses([passage])), passage)
    return {o.name: len(o.mentions) for o in names.organisations}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Federal Reserve", "Fed"),
        ("European Commission", "Commission"),
        ("Bank of England", "Bank"),
        ("Metropolitan Police", "Met"),
        ("Deutsche Bundesbank", "Bundesbank"),
    ],
)
def test_a_body_is_called_by_a_part_of_its_name(name, short):
    text = f"The {name} opened an inquiry on Monday. The {short} said it would take a year."
    assert organisations(text) == {name: 2}


def test_a_part_that_two_bodies_share_stays_open():
    text = "The Bank of England met. The World Bank met too. The Bank said rates would rise."
    assert organisations(text) == {"Bank of England": 1, "World Bank": 1, "Bank": 1}


def test_the_fed_is_not_every_federal_agency():
    assert is_short_for("fed", "federal reserve")
    assert not is_short_for("fed", "federal aviation administration")


def test_the_euro_is_no_institution():
    assert not is_short_for("euro", "european commission")
