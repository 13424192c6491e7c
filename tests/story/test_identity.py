"""People, organisations and places across reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.records import Organisation, Person, Place, Reading, ReadReport, Report
from dateline.story.identity import (
    _same_organisation,
    _same_place,
    organisations_of,
    people_of,
    places_of,
    spelling_key,
)
from dateline.story.joining import form_of
from dateline.text import Span

HERE = (Span(0, 1),)


def report(number, people=(), organisations=(), places=()):
    id_ = f"page.{number}"
    return ReadReport(
        report=Report(id=id_, kind="article"),
        reading=Reading(
            id=id_, people=tuple(people), organisations=tuple(organisations), places=tuple(places)
        ),
        text="",
        page="page",
    )


def somebody(name, number=1, age=None):
    return Person(id=f"p{number}", name=name, mentions=HERE, age=age)


def everybody(*reports):
    return people_of([report(i, people) for i, people in enumerate(reports)])


def test_one_person_stands_under_the_fullest_name():
    people = everybody([somebody("Darvin")], [somebody("Oleg Darvin")])
    assert [p.name for p in people] == ["Oleg Darvin"]
    assert people[0].members == (("page.0", "p1"), ("page.1", "p1"))
    assert people[0].variants == ("Darvin",)


def test_transliterations_join_and_say_why():
    people = everybody([somebody("Aset Nurbayev")], [somebody("Aset Nurbaev")])
    assert len(people) == 1
    assert people[0].reasons == ("another spelling: Aset Nurbaev",)


def test_a_bare_surname_in_another_spelling_joins_its_only_bearer():
    people = everybody([somebody("Aset Nurbayev")], [somebody("Nurbaev")])
    assert [p.name for p in people] == ["Aset Nurbayev"]


def test_a_given_name_of_two_languages_joins_where_the_surname_sounds_the_same():
    people = everybody([somebody("Volodymyr Orskyy")], [somebody("Vladimir Orsky")])
    assert [p.reasons for p in people] == [("another spelling: Vladimir Orsky",)]
    people = everybody([somebody("Muhammad Deif")], [somebody("Mohammed Deif")])
    assert len(people) == 1
    assert len(everybody([somebody("Ilham Orsky")], [somebody("Heydar Orskyy")])) == 2


def test_nicknames_and_initials_join():
    people = everybody(
        [somebody("William Stroud")], [somebody("Bill Stroud")], [somebody("W. Stroud")]
    )
    assert len(people) == 1


def test_other_first_names_stay_apart():
    assert len(everybody([somebody("Emil Tarkov")], [somebody("Ravil Tarkov")])) == 2


def test_suffixes_keep_father_and_son_apart():
    assert len(everybody([somebody("Adam Korda Sr.")], [somebody("Adam Korda Jr.")])) == 2


def test_ages_keep_namesakes_apart():
    assert len(everybody([somebody("Ann Reed", age=34)], [somebody("Ann Reed", age=71)])) == 2
    assert len(everybody([somebody("Ann Reed", age=34)], [somebody("Ann Reed", age=35)])) == 1


def test_two_people_of_one_report_are_never_joined():
    people = everybody([somebody("Ann Reed", 1), somebody("Ann Reed", 2)])
    assert len(people) == 2


def test_a_surname_two_people_bear_joins_neither():
    people = everybody([somebody("Ann Reed", 1), somebody("Tom Reed", 2)], [somebody("Reed")])
    assert len(people) == 3


def test_middle_initials_keep_people_apart():
    assert len(everybody([somebody("Paul R. Stone")], [somebody("Paul T. Stone")])) == 2


@pytest.mark.parametrize(
    "spellings",
    [("Tokarev", "Tokarew"), ("Zelinsky", "Zelinskiy", "Zelinskyy"), ("Kasymov", "Qasymov")],
)
def test_spellings_of_one_sound_have_one_key(spellings):
    assert len({spelling_key(s) for s in spellings}) == 1


@given(st.text(max_size=15))
def test_any_word_has_a_spelling_key(word):
    assert spelling_key(word) == spelling_key(word.upper().lower()) or not word.isascii()


@given(st.lists(st.sampled_from(["Ann Reed", "Reed", "Tom Reed", "T. Reed", "Nina"]), max_size=6))
def test_everybody_is_somebody_exactly_once(names):
    people = everybody(*[[somebody(name)] for name in names])
    members = [member for person in people for member in person.members]
    assert sorted(members) == sorted((f"page.{i}", "p1") for i in range(len(names)))


def test_an_acronym_joins_the_name_it_abbreviates():
    organisations = organisations_of(
        [
            report(
                0, organisations=[Organisation(id="o1", name="RSB", mentions=HERE, acronym="RSB")]
            ),
            report(
                1, organisations=[Organisation(id="o1", name="River Safety Board", mentions=HERE)]
            ),
        ]
    )
    assert [(o.name, o.variants) for o in organisations] == [("River Safety Board", ("RSB",))]


def test_other_organisations_stay_apart():
    organisations = organisations_of(
        [
            report(0, organisations=[Organisation(id="o1", name="River Board", mentions=HERE)]),
            report(1, organisations=[Organisation(id="o1", name="Road Board", mentions=HERE)]),
        ]
    )
    assert len(organisations) == 2


def where(name, country=None, geonames=None, kind=None):
    return Place(
        id="l1",
        name=name,
        mentions=HERE,
        country=country,
        lat=1.0 if country else None,
        lon=2.0 if country else None,
        geonames=geonames,
        kind=kind,
    )


def test_names_of_one_country_are_one_place():
    places = places_of(
        [
            report(0, places=[where("U.S.", "US", kind="country")]),
            report(1, places=[where("United States", "US", kind="country")]),
        ]
    )
    assert [(p.name, p.country) for p in places] == [("United States", "US")]


def test_towns_of_one_name_in_two_countries_stay_apart():
    places = places_of(
        [
            report(0, places=[where("Paris", "FR", 1, "city")]),
            report(1, places=[where("Paris", "US", 2, "city")]),
        ]
    )
    assert len(places) == 2


def test_a_name_left_open_takes_the_place_of_the_other_report():
    places = places_of(
        [report(0, places=[where("Bangor")]), report(1, places=[where("Bangor", "GB", 3, "city")])]
    )
    assert [(p.country, len(p.members)) for p in places] == [("GB", 2)]


NAMES = st.sampled_from(
    ["NATO", "UN", "S&P", "Nor Tarn Office", "North Atlantic Treaty Organization", "The United"
     " Nations", "United Nations", "Standard and Poor", "nato", "Tarn", "Tärn", "Union"]
)  # fmt: skip
ORGANISATIONS = st.builds(
    lambda name, acronym: Organisation(
        id="o1", name=name, mentions=HERE, acronym=name if name.isupper() else acronym
    ),
    NAMES,
    st.sampled_from([None, "NATO", "UN", "NTO"]),
)
PLACES = st.builds(
    where,
    st.sampled_from(["Tarn", "Tärn", "Belvara", "Republic of Belvara"]),
    st.sampled_from([None, "TA", "BE"]),
    st.sampled_from([None, 1, 2]),
    st.sampled_from([None, "country", "city"]),
)


def pairwise(items, same):
    """Join each item to the group of its form, or the first with one that is the same."""
    groups = []
    for number, item in items:
        like = [g for g in groups if any(form_of(other) == form_of(item) for _, other in g)]
        fitting = like or [g for g in groups if any(same(other, item) for _, other in g)]
        if not fitting:
            groups.append([])
        (fitting or groups[-1:])[0].append((number, item))
    return [[number for number, _ in group] for group in groups]


@given(st.lists(ORGANISATIONS, max_size=8))
def test_organisations_are_joined_as_if_each_were_compared_with_each(organisations):
    found = organisations_of([report(n, (), [one]) for n, one in enumerate(organisations)])
    expected = pairwise(list(enumerate(organisations)), _same_organisation)
    assert [[int(page[5:]) for page, _ in one.members] for one in found] == expected


@given(st.lists(PLACES, max_size=8))
def test_places_are_joined_as_if_each_were_compared_with_each(places):
    found = places_of([report(n, (), (), [one]) for n, one in enumerate(places)])
    known_first = sorted(enumerate(places), key=lambda pair: pair[1].country is None)
    expected = sorted(map(sorted, pairwise(known_first, _same_place)), key=min)
    assert [[int(page[5:]) for page, _ in one.members] for one in found] == expected
