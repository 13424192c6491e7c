"""Places that are called after another: which words belong to their names."""

import pytest

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.reading.names.locating import Context, located
from dateline.text import Passage


def places(text):
    passage = Passage.of_text(text)
    names = names_in(next(parses([passage])), passage)
    return {place.name: place.country for place in names.places}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Lower Saxony", "DE"),
        ("Upper Austria", "AT"),
        ("North Macedonia", "MK"),
        ("South Sudan", "SS"),
        ("New Brunswick", "CA"),
        ("West Papua", "ID"),
        ("Western Cape", "ZA"),
        ("Central Java", "ID"),
    ],
)
def test_a_sentences_first_word_belongs_to_the_places_name(name, country):
    text = f"{name} holds a fifth of the votes. {name}'s government sold nothing."
    assert places(text) == {name: country}


def test_a_first_word_the_report_writes_elsewhere_belongs_to_the_name():
    text = "The mayor of Upper Velmora fled. Upper Velmora has no hospital."
    assert list(places(text)) == ["Upper Velmora"]


def test_a_direction_at_a_sentences_start_is_no_part_of_the_name():
    assert places("Southern Lebanon was shelled overnight, the army said.") == {"Lebanon": "LB"}


def test_a_capitalised_part_of_a_country_lies_in_it():
    assert places("Shells fell on villages in Southern Lebanon.") == {"Southern Lebanon": "LB"}
    found = located("Southern Lebanon", None, "", Context(["Southern Lebanon"], []))
    assert (found.country, found.lat) == ("LB", None)


def test_the_congo_is_the_one_whose_towns_are_named():
    text = "Rebels entered {0} on Monday. Aid workers in {0} said the war in Congo went on."
    assert places(text.format("Bukavu"))["Congo"] == "CD"
    assert places(text.format("Brazzaville"))["Congo"] == "CG"
    assert located("Congo", None, "", Context(["Congo"], [])).country is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hearings begin in Cox's Bazar on Monday.", {"Cox's Bazar": "BD"}),
        ("It will be launched from French Guiana.", {"French Guiana": "GF"}),
        ("He headed the Nagorno-Karabakh government.", {"Nagorno-Karabakh": "AZ"}),
        ("A bridge fell, and in General Santos people ran.", {"General Santos": "PH"}),
        ("Abu Dhabi has asked for an inquiry.", {"Abu Dhabi": "AE"}),
        ("Inari's mayor, Toni Laine, welcomed the jobs.", {"Inari": "FI"}),
        ("He read it in The New York Times.", {}),
        ("He moved to Corpus Christi in May.", {"Corpus Christi": "US"}),
        ("Syria closed its Jdeidet Yabous crossing.", {"Syria": "SY", "Jdeidet Yabous": None}),
        ("SAO PAULO (Agency) - Shares fell on Monday.", {"Sao Paulo": "BR"}),
        ("She was born in County Tyrone.", {"County Tyrone": None}),
    ],
)
def test_names_that_tokens_or_titles_cut_are_whole(text, found):
    assert places(text) == found
