from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.intake.html.attributes import cue_bits
from dateline.intake.html.dates import iso_of
from dateline.intake.html.english import NO_ARTICLE, PAYWALL, Phrase
from dateline.intake.html.fields import clean_names
from dateline.intake.html.markup import CUES, Cue


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_a_markup_cue_matches_its_example(cue: Cue) -> None:
    assert any(re.search(cue.pattern, word) for word in cue.example.split())


PIECES = st.sampled_from(
    [*re.findall("[a-z]+", " ".join(cue.pattern for cue in CUES)), "-", "_", "1", "x"]
)


@given(st.lists(PIECES, max_size=5).map("".join))
def test_the_cues_of_a_word_are_all_whose_pattern_is_found_in_it(word: str) -> None:
    found = [1 << n for n, cue in enumerate(CUES) if re.search(cue.pattern, word)]
    assert cue_bits(word) == sum(found)


@pytest.mark.parametrize("phrase", PAYWALL, ids=lambda phrase: phrase.example)
def test_a_paywall_phrase_matches_its_example(phrase: Phrase) -> None:
    assert re.search(phrase.pattern, phrase.example.lower())


@pytest.mark.parametrize("phrase", NO_ARTICLE, ids=lambda phrase: phrase.example)
def test_a_headline_of_no_article_matches_its_example(phrase: Phrase) -> None:
    assert re.search(phrase.pattern, phrase.example, re.IGNORECASE)


@pytest.mark.parametrize(
    "headline",
    [
        "Sign in the window costs baker his licence",
        "Log on the line stops trains to Harvan",
        "500 lose their homes in Sund flood",
        "Subscribers leave as paper changes hands",
        "Page who found the crown is knighted",
        "Access to the harbour denied for third day running",
    ],
)
def test_a_headline_that_begins_like_a_notice_is_one_of_an_article(headline: str) -> None:
    assert not any(re.search(phrase.pattern, headline, re.IGNORECASE) for phrase in NO_ARTICLE)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2031-03-04T09:30:00.123Z", "2031-03-04T09:30:00+00:00"),
        ("2031-03-04 09:30 +0200", "2031-03-04T09:30+02:00"),
        ("2031-03-04", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("Tue, 04 Mar 2031 09:30:00 +0200", "2031-03-04T09:30:00+02:00"),
        ("1930383000", "2031-03-04T09:30:00+00:00"),
        ("1930383000000", "2031-03-04T09:30:00+00:00"),
        ("March 4, 2031", "2031-03-04"),
        ("2031-13-44", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_of_metadata_become_iso(words: str, value: str | None) -> None:
    assert iso_of(words) == value


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        (["By Mira Olt"], ["Mira Olt"]),
        (["Mira Olt and Jon Dask"], ["Mira Olt", "Jon Dask"]),
        (["Mira Olt, Jon Dask"], ["Mira Olt", "Jon Dask"]),
        (["Mira Olt", "mira-olt", "https://x.example/mira"], ["Mira Olt"]),
        (["Mira Olt (mo)"], ["Mira Olt"]),
        (["Harvan Gazette"], ["Harvan Gazette"]),
        (["mira@gazette.example"], []),
    ],
)
def test_writers_of_metadata_are_taken_one_by_one(stated: list[str], names: list[str]) -> None:
    assert clean_names(stated) == names
