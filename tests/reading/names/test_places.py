"""Places on the map: the gazetteer and what the report says around a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.names import gazetteer
from dateline.reading.names.acronyms import abbreviates, is_acronym
from dateline.reading.names.folding import folded
from dateline.reading.names.locating import Context, located


def place(name, *named, beside=None, before="", words=()):
    return located(name, beside, before, Context([name, *named], list(words)))


def test_every_capital_is_in_its_country():
    for country in gazetteer.countries().values():
        found = [c for c in gazetteer.cities_named(country.capital) if c.country == country.code]
        assert found, country.name


def test_every_demonym_stands_for_a_known_country():
    assert set(gazetteer.demonyms().values()) <= set(gazetteer.countries())
    assert "" not in gazetteer.demonyms()
    assert "Congolese" not in gazetteer.demonyms()


def test_every_region_lies_in_a_known_country():
    codes = {r.country for r in gazetteer.regions().values() if r.country}
    assert codes <= set(gazetteer.countries())


@pytest.mark.parametrize(
    ("old", "new"), [("Kiev", "Kyiv"), ("Bombay", "Mumbai"), ("Leningrad", "Saint Petersburg")]
)
def test_former_names_find_the_place(old, new):
    assert gazetteer.cities_named(old)[0].name == new


@pytest.mark.parametrize("name", ["St. Petersburg", "Saint Petersburg", "st petersburg"])
def test_spellings_of_one_name_find_the_same_places(name):
    assert gazetteer.cities_named(name)[0].country == "RU"


def test_unknown_names_find_nothing():
    assert gazetteer.cities_named("Qwyxville") == ()
    assert gazetteer.cities_named("") == ()


@given(st.text(max_size=20))
def test_any_string_can_be_looked_up(name):
    for city in gazetteer.cities_named(name):
        assert -90 <= city.lat <= 90
        assert -180 <= city.lon <= 180
        assert city.country


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(name):
    assert folded(folded(name)) == folded(name)


def test_the_state_beside_a_name_decides():
    assert place("Paris", "Texas", beside="Texas").country == "US"
    assert place("Paris", beside="Texas").reason == "stated beside: Texas"


def test_a_famous_name_alone_is_the_famous_place():
    assert place("Paris").country == "FR"
    assert place("London").country == "GB"


def test_georgia_among_caucasian_countries_is_the_country():
    assert place("Georgia", "Armenia", "Tbilisi").country == "GE"


def test_georgia_among_american_states_is_the_state():
    found = place("Georgia", "Alabama", "Florida")
    assert (found.country, found.kind) == ("US", "state")


def test_georgia_alone_is_left_open_with_a_reason():
    found = place("Georgia")
    assert found.country is None
    assert "ambiguous" in found.reason


def test_many_small_namesakes_are_left_open():
    found = place("Springfield")
    assert found.country is None
    assert "places of that name" in found.reason


def test_a_country_named_decides_between_namesakes():
    assert place("Birmingham", "Alabama").country == "US"
    assert place("Birmingham", "England", words=["British"]).country == "GB"


def test_a_part_of_a_state_is_not_the_city_of_its_name():
    assert place("Washington", before="western").kind == "state"
    assert place("Washington").kind == "city"


def test_seas_have_no_country():
    found = place("Black Sea")
    assert (found.country, found.kind) == (None, "sea")
    assert found.lat is not None


@pytest.mark.parametrize("words", ["NATO", "RFE/RL", "S&P", "U.N."])
def test_capitals_make_an_acronym(words):
    assert is_acronym(words)


@pytest.mark.parametrize("words", ["Nato", "A", "River Board", "12"])
def test_other_words_do_not(words):
    assert not is_acronym(words)


def test_acronyms_follow_the_initials_of_the_name():
    assert abbreviates("RSB", "River Safety Board")
    assert abbreviates("CDC", "Centers for Disease Control and Prevention")
    assert not abbreviates("XYZ", "River Safety Board")


def test_georgia_is_the_state_where_its_cities_are_named():
    found = place("Georgia", "Atlanta", "Macon")
    assert (found.kind, found.country) == ("state", "US")
