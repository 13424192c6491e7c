"""The invented paragraphs, layer by layer; the same figures as ``score.py`` prints."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from paragraphs import PARAGRAPHS
from score import LAYERS, passage_of, score
from unseen import UNSEEN

from dateline.reading.model import parses
from dateline.reading.names import names_in
from dateline.text import Span


@pytest.fixture(scope="module")
def known():
    return score(PARAGRAPHS)


@pytest.fixture(scope="module")
def unseen():
    return score(UNSEEN)


@pytest.mark.parametrize("layer", LAYERS)
def test_paragraphs_the_rules_were_written_beside_read_precisely(known, layer):
    precision, recall, _ = known[layer]
    assert precision >= 0.95
    assert recall >= 0.9


@pytest.mark.parametrize("layer", LAYERS)
def test_other_paragraphs_read_almost_as_well(unseen, layer):
    precision, recall, _ = unseen[layer]
    assert precision >= 0.75
    assert recall >= 0.75


def test_references_are_rarely_followed_to_the_wrong_person(known, unseen):
    for precision, _, total in (known["references"], unseen["references"]):
        assert total >= 30
        assert precision >= 0.95


def test_open_pronouns_stay_open_and_name_their_candidates():
    open_marks = 0
    passages = [passage_of(p) for p in PARAGRAPHS]
    for paragraph, passage, doc in zip(PARAGRAPHS, passages, parses(passages), strict=True):
        names = names_in(doc, passage)
        for start, end, name in paragraph.references():
            if name == "?":
                open_marks += 1
                assert names.ids_at(Span(start, end)) == ()
                assert len(names.candidates_for_pronoun(Span(start, end))) == 2
    assert open_marks >= 2


def test_every_span_lies_in_the_text_and_roles_are_its_words():
    passages = [passage_of(p) for p in (*PARAGRAPHS, *UNSEEN)]
    for passage, doc in zip(passages, parses(passages), strict=True):
        names = names_in(doc, passage)
        for item in (*names.people, *names.organisations, *names.places):
            for span in item.mentions:
                assert 0 <= span.start < span.end <= len(passage.text)
                assert span.of(passage.text).strip() == span.of(passage.text)
            assert any(span.of(passage.text) == item.name for span in item.mentions)
        for person in names.people:
            for role in person.roles:
                assert passage.text[role.start : role.end] == role.text
            for kin in person.relations:
                assert passage.text[kin.start : kin.end] == kin.text
                assert kin.to in {p.id for p in names.people}
            for pronoun in person.pronouns:
                assert pronoun.of(passage.text).islower() or pronoun.of(passage.text).istitle()
            if person.age_span is not None:
                assert str(person.age) in person.age_span.of(passage.text)


def test_ids_count_up_in_order_of_first_mention():
    passages = [passage_of(p) for p in PARAGRAPHS]
    for passage, doc in zip(passages, parses(passages), strict=True):
        names = names_in(doc, passage)
        for letter, items in (
            ("p", names.people),
            ("o", names.organisations),
            ("l", names.places),
        ):
            assert [item.id for item in items] == [f"{letter}{n + 1}" for n in range(len(items))]
            firsts = [min(item.mentions) for item in items]
            assert firsts == sorted(firsts)


def test_reading_twice_gives_the_same_names():
    passages = [passage_of(p) for p in PARAGRAPHS[:8]]
    for passage, doc in zip(passages, parses(passages), strict=True):
        once, twice = names_in(doc, passage), names_in(doc, passage)
        assert once.people == twice.people
        assert once.organisations == twice.organisations
        assert once.places == twice.places
