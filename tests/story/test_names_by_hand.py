"""Names set right by hand: what edits make of them, and how stories honour it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.names.folding import folded
from dateline.records import (
    Organisation,
    Person,
    Place,
    Reading,
    ReadReport,
    Report,
    Statement,
    Story,
)
from dateline.story.byhand import Change, Name, NamesByHand, Thing, called, joined, parted
from dateline.story.dossier import compile_dossier
from dateline.story.identity import organisations_of, people_of, places_of
from dateline.story.who import said_by
from dateline.text import Span

HERE = (Span(0, 1),)


def name(words: str) -> Name:
    return Name(folded(words), words)


def thing(*words: str, kind: str = "person", called: str | None = None) -> Thing:
    assert kind in ("person", "organisation", "place")
    return Thing(kind, tuple(map(name, words)), name(called) if called else None)  # type: ignore[arg-type]


def by_hand(*things: Thing) -> NamesByHand:
    return NamesByHand(things, folded)


def after(known: NamesByHand, change: Change) -> NamesByHand:
    left = [one for one in known.things if one not in change.gone]
    return by_hand(*left, *([change.new] if change.new.is_set else []))


# What edits make of names.


def test_the_first_name_is_shown_and_what_was_joined_before_comes_along() -> None:
    known = after(by_hand(), joined(by_hand(), "person", [name("A"), name("B")]))
    change = joined(known, "person", [name("C"), name("B")])
    assert [one.words for one in change.new.names] == ["C", "A", "B"]
    assert after(known, change).shown("person", "a") == "C"


def test_a_later_member_named_first_is_shown() -> None:
    known = by_hand(thing("A", "B"))
    change = joined(known, "person", [name("B"), name("C")])
    assert [one.words for one in change.new.names] == ["B", "A", "C"]


def test_what_a_person_was_called_stays_when_another_name_is_joined() -> None:
    known = by_hand(thing("A", called="Z"))
    assert joined(known, "person", [name("Z"), name("B")]).new == thing("A", "B", called="Z")


def test_names_of_another_kind_are_not_touched() -> None:
    known = by_hand(thing("A", "B"))
    assert known.thing("place", "A") is None
    assert joined(known, "place", [name("A"), name("C")]).gone == ()


def test_a_name_set_apart_stands_for_itself_and_the_next_one_leads() -> None:
    known = by_hand(thing("A", "B", "C"))
    known = after(known, parted(known, "person", name("A")))
    assert known.things == (thing("B", "C"),)
    known = after(known, parted(known, "person", name("C")))
    assert not known


def test_others_are_not_called_by_a_name_that_was_set_apart() -> None:
    known = by_hand(thing("A", "B", called="B"))
    assert parted(known, "person", name("B")).new == thing("A")


def test_what_is_called_otherwise_goes_back_to_its_own_name() -> None:
    change = called(by_hand(), "person", name("A"), name("Z"))
    known = after(by_hand(), change)
    assert known.shown("person", "A") == known.shown("person", "Z") == "Z"
    assert not after(known, called(known, "person", name("Z"), None))


def test_a_name_of_its_own_comes_before_what_another_is_called() -> None:
    known = by_hand(thing("A", called="B"), thing("B", "C"))
    assert known.thing("person", "B") == thing("B", "C")


_WORDS = st.sampled_from("abcdef")
_EDITS = st.one_of(
    st.tuples(st.just("same"), st.lists(_WORDS, min_size=2, max_size=3, unique=True)),
    st.tuples(st.just("apart"), st.lists(_WORDS, min_size=1, max_size=1)),
)


@given(st.lists(_EDITS, max_size=12))
def test_however_names_are_joined_and_parted_each_belongs_to_one_thing(
    edits: list[tuple[str, list[str]]],
) -> None:
    known, model = by_hand(), {word: {word} for word in "abcdef"}
    for kind, words in edits:
        if kind == "same":
            known = after(known, joined(known, "person", [name(word) for word in words]))
            whole = set().union(*(model[word] for word in words))
            model |= dict.fromkeys(whole, whole)
        else:
            known = after(known, parted(known, "person", name(words[0])))
            rest = model[words[0]] - {words[0]}
            model |= {words[0]: {words[0]}, **dict.fromkeys(rest, rest)}
    for word, same in model.items():
        found = known.thing("person", word)
        assert {one.words for one in (found.names if found else [name(word)])} == same


# How stories honour them.


def person(name: str, number: int = 1, age: int | None = None) -> Person:
    return Person(id=f"p{number}", name=name, mentions=HERE, age=age)


def organisation(name: str, acronym: str | None = None) -> Organisation:
    return Organisation(id=f"o-{name}", name=name, mentions=HERE, acronym=acronym)


def somewhere(name: str, number: int = 1, country: str | None = None) -> Place:
    return Place(id=f"l{number}", name=name, mentions=HERE, country=country)


def report(
    number: int,
    *,
    people: Sequence[Person] = (),
    organisations: Sequence[Organisation] = (),
    places: Sequence[Place] = (),
    says: str | None = None,
) -> ReadReport:
    id = f"r{number}"
    said = "They said that nothing of the kind would happen."
    statements = (
        (Statement(content=(Span(0, len(said)),), style="direct", speaker=says),) if says else ()
    )
    return ReadReport(
        report=Report(id=id, kind="article"),
        reading=Reading(
            id=id,
            people=tuple(people),
            organisations=tuple(organisations),
            places=tuple(places),
            statements=statements,
        ),
        text=said,
        page="page",
    )


def test_joined_names_of_two_reports_are_one_person_under_the_name_shown() -> None:
    reads = [
        report(1, people=[person("Ada Okoye")]),
        report(2, people=[person("Lady Verrania")]),
    ]
    assert len(people_of(reads)) == 2
    (one,) = people_of(reads, by_hand(thing("Ada Okoye", "Lady Verrania")))
    assert (one.name, one.variants) == ("Ada Okoye", ("Lady Verrania",))
    assert one.members == (("r1", "p1"), ("r2", "p1"))
    assert one.reasons == ("joined by hand: Lady Verrania",)
    assert one.by_hand


def test_names_that_a_report_tells_apart_are_one_when_a_hand_joined_them() -> None:
    reads = [report(1, people=[person("Ada Okoye"), person("Lady Verrania", 2)])]
    (one,) = people_of(reads, by_hand(thing("Lady Verrania", "Ada Okoye")))
    assert one.name == "Lady Verrania"
    assert one.members == (("r1", "p1"), ("r1", "p2"))


def test_a_person_called_otherwise_is_shown_so_and_says_it() -> None:
    reads = [report(1, people=[person("Ada Okoy")])]
    (one,) = people_of(reads, by_hand(thing("Ada Okoy", called="Ada Okoye")))
    assert (one.name, one.variants, one.reasons) == (
        "Ada Okoye", ("Ada Okoy",), ("called so by hand",),
    )  # fmt: skip


def test_a_name_that_is_shown_as_its_report_has_it_was_not_changed_by_hand() -> None:
    reads = [report(1, people=[person("Ada Okoye")])]
    (one,) = people_of(reads, by_hand(thing("Ada Okoye", "Lady Verrania")))
    assert not one.by_hand
    assert one.reasons == ()


@pytest.mark.parametrize("second", [(1, None), (2, 21)])
def test_namesakes_told_apart_stay_so_for_nobody_said_which_is_meant(
    second: tuple[int, int | None],
) -> None:
    where, age = second
    old = person("Ada Okoye", age=70)
    young = person("Ada Okoye", 2, age=age)
    people = {1: [old], 2: [person("Lady Verrania", 3)]}
    people[where].append(young)
    reads = [report(number, people=named) for number, named in people.items()]
    found = people_of(reads, by_hand(thing("Lady Verrania", "Ada Okoye")))
    assert sorted(one.name for one in found) == ["Ada Okoye", "Ada Okoye", "Lady Verrania"]


def test_a_bare_surname_joins_its_only_bearer_under_the_name_by_hand() -> None:
    reads = [
        report(1, people=[person("Ada Okoye")]),
        report(2, people=[person("Lady Verrania")]),
        report(3, people=[person("Okoye")]),
    ]
    (one,) = people_of(reads, by_hand(thing("Lady Verrania", "Ada Okoye")))
    assert one.name == "Lady Verrania"
    assert one.variants == ("Ada Okoye", "Okoye")


def test_a_surname_joined_by_hand_is_no_other_bearers() -> None:
    reads = [report(1, people=[person("Ben Okoye")]), report(2, people=[person("Okoye")])]
    assert len(people_of(reads)) == 1
    found = people_of(reads, by_hand(thing("Ada Okoye", "Okoye")))
    assert [(one.name, one.members) for one in found] == [
        ("Ben Okoye", (("r1", "p1"),)),
        ("Ada Okoye", (("r2", "p1"),)),
    ]


def test_an_acronym_joins_the_organisation_that_a_hand_put_together() -> None:
    reads = [
        report(1, organisations=[organisation("NEB", "NEB")]),
        report(2, organisations=[organisation("The Board")]),
        report(3, organisations=[organisation("National Electoral Board")]),
    ]
    assert len(organisations_of(reads)) == 2
    things = by_hand(thing("The Board", "National Electoral Board", kind="organisation"))
    (one,) = organisations_of(reads, things)
    assert one.name == "The Board"
    assert set(one.variants) == {"NEB", "National Electoral Board"}
    assert one.members == (
        ("r1", "o-NEB"),
        ("r2", "o-The Board"),
        ("r3", "o-National Electoral Board"),
    )
    assert one.by_hand


def test_organisations_that_were_set_right_apart_are_not_joined_by_an_acronym() -> None:
    reads = [
        report(1, organisations=[organisation("NEB", "NEB")]),
        report(2, organisations=[organisation("National Electoral Board")]),
    ]
    assert len(organisations_of(reads)) == 1
    things = by_hand(
        thing("New Energy Bank", "NEB", kind="organisation"),
        thing("The Board", "National Electoral Board", kind="organisation"),
    )
    assert [one.name for one in organisations_of(reads, things)] == ["New Energy Bank", "The Board"]


def test_places_joined_by_hand_are_one_and_say_so() -> None:
    reads = [
        report(1, places=[somewhere("Port Lume", country="VR")]),
        report(2, places=[somewhere("Lumehaven")]),
    ]
    assert len(places_of(reads)) == 2
    (one,) = places_of(reads, by_hand(thing("Lumehaven", "Port Lume", kind="place")))
    assert (one.name, one.country, one.by_hand) == ("Lumehaven", "VR", True)


def test_places_of_one_name_in_two_countries_stay_apart() -> None:
    reads = [
        report(1, places=[somewhere("Lume", country="VR")]),
        report(2, places=[somewhere("Lume", country="MA"), somewhere("Lumehaven", 2)]),
    ]
    found = places_of(reads, by_hand(thing("Lumehaven", "Lume", kind="place")))
    assert sorted((one.name, one.country or "") for one in found) == [
        ("Lume", "MA"), ("Lume", "VR"), ("Lumehaven", ""),
    ]  # fmt: skip


def test_a_dossier_counts_the_same_words_of_joined_names_once() -> None:
    reads = [
        report(1, people=[person("Ada Okoye")], says="p1"),
        report(2, people=[person("Lady Verrania")], says="p1"),
    ]
    story = Story(id="s", headline=None, reports=("r1", "r2"))
    assert len(compile_dossier(story, reads).statements) == 2
    dossier = compile_dossier(story, reads, by_hand(thing("Ada Okoye", "Lady Verrania")))
    (saying,) = dossier.statements
    assert saying.copies == (("r2", 0),)
    assert saying.speaker == dossier.people[0].id


def test_whoever_was_joined_answers_to_a_name_that_no_report_here_has() -> None:
    reads = [report(1, people=[person("Ada Okoye")], says="p1")]
    assert said_by("Verrania", reads) == ()
    (found,) = said_by("Verrania", reads, by_hand(thing("Ada Okoye", "Lady Verrania")))
    assert found.speaker.name == "Ada Okoye"
    assert len(found.sayings) == 1


@given(st.lists(st.sampled_from(["Ada Okoye", "Okoye", "Ben Okoye", "A. Okoye"]), max_size=6))
def test_each_person_of_a_report_is_one_of_the_storys_people_once(names: list[str]) -> None:
    reads = [report(number, people=[person(one)]) for number, one in enumerate(names)]
    things = by_hand(thing("A. Okoye", "Okoye"))
    members = [member for one in people_of(reads, things) for member in one.members]
    assert sorted(members) == sorted((f"r{number}", "p1") for number in range(len(names)))
    order = [one.members[0][0] for one in people_of(reads, things)]
    assert all(a < b for a, b in pairwise(order))
