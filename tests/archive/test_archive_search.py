"""Both databases find the same reports for the same query."""

from __future__ import annotations

import pytest
from archive_samples import corpus

from dateline.archive.store import Archive
from dateline.errors import InputError

FOUND = [
    ("ferry", "ecd"),
    ("FERRIES", "ecd"),
    ("ferry port", "ec"),
    ("ferry AND port", "ec"),
    ("ferry NOT museum", "cd"),
    ("ferry -museum", "cd"),
    ("-ferry", "ba"),
    ("NOT (ferry OR crowds)", "a"),
    ("crowds OR museum", "eb"),
    ("crowds OR ferry aground", "cb"),
    ("(crowds OR ferry) port", "ecb"),
    ("(-museum ferry) OR dam", "cbad"),
    ('"early elections"', "a"),
    ('"elections early"', ""),
    ('"vote on the dam"', "a"),
    ("long-delayed", "d"),
    ("elec*", "a"),
    ("akesson", "d"),
    ("officials", "b"),
    ("person:okoye", "a"),
    ("Person:okoye", "a"),
    ("person:'ada' okoye", "a"),
    ('person:"ada okoye"', "a"),
    ('person:"okoye ada"', ""),
    ("okoye -person:okoye", "e"),
    ("place:lume", "cb"),
    ("outlet:lume", "eb"),
    ('outlet:"lume daily" ferry', "e"),
    ("said-by:zeballos", "c"),
    ("said-by:okoye turnout", "a"),
    ("since:2031-05-05", "ecb"),
    ("until:2031-05-04", "a"),
    ("since:2031-05-05 until:2031-05-05", "cb"),
    ("until:2031-05", "cba"),
    ("ferry since:2031-06", "e"),
    ("-since:2031", "d"),
    ("figure>50%", "a"),
    ("figure>61%", ""),
    ("figure>=61%", "a"),
    ("figure>50", "ba"),
    ("figure=2000people", "b"),
    ("figure>1k", "b"),
    ("figure<4% ferry", "d"),
    ("museum OR figure>50%", "ea"),
    ("", "ecbad"),
    ("nowhere", ""),
    ("ferry OR", "ecd"),
    ("“ferry”", "ecd"),
    ('"ferry ran', "c"),
]


@pytest.fixture
def full(archive: Archive) -> Archive:
    archive.add_many(corpus())
    return archive


def test_queries_find_the_reports_they_ask_for_newest_first(full: Archive) -> None:
    found = [(q, "".join(hit.page for hit in full.search(q).hits)) for q, _ in FOUND]
    assert found == FOUND


def test_totals_count_all_hits_beyond_the_page_shown(full: Archive) -> None:
    results = full.search("ferry", limit=2)
    assert [hit.page for hit in results.hits] == ["e", "c"]
    assert (results.total, results.at_least) == (3, False)
    rest = full.search("ferry", limit=2, offset=2)
    assert ([hit.page for hit in rest.hits], rest.total) == (["d"], 3)
    beyond = full.search("ferry", limit=2, offset=8)
    assert (beyond.hits, beyond.total) == ((), 3)


def test_snippets_and_marks_are_spans_of_the_page(full: Archive) -> None:
    for query in ("ferry", '"early elections"', "figure>1", "person:okoye", ""):
        for hit in full.search(query).hits:
            text = full.page(hit.page).text
            assert hit.snippet is not None
            assert hit.snippet.of(text) == hit.snippet_text
    (hit,) = full.search('"early elections"').hits
    assert [mark.of(full.page("a").text) for mark in hit.marks] == ["early elections"]
    (hit,) = full.search("figure>50%").hits
    assert [mark.of(full.page("a").text) for mark in hit.marks] == ["61%"]


@pytest.mark.parametrize(
    ("query", "at"),
    [("since:soon", 7), ("dam (ferry", 5), ("dam) ferry", 4), ("figure>many", 8)],
)
def test_a_query_that_makes_no_sense_says_where(archive: Archive, query: str, at: int) -> None:
    with pytest.raises(InputError, match=f"character {at}"):
        archive.search(query)


@pytest.mark.parametrize(
    "query",
    ["'", '"', "*", "a*b", "person:", 'person:"', "-", "--", "NOT", "AND", "a'b''c", "x:y:z", "\\",
     "a & b | !c", "col : x", "^a", "a NEAR b", "%", "_", "a_b", "\0"],
)  # fmt: skip
def test_odd_characters_are_words_or_nothing_never_an_error(full: Archive, query: str) -> None:
    full.search(query)


@pytest.mark.parametrize("query", ["speaker:okoye", "ferry Author:okoye", 'by:"ada okoye"'])
def test_a_field_there_is_not_is_told_with_those_there_are(full: Archive, query: str) -> None:
    with pytest.raises(InputError, match=r"there is no field .* said-by"):
        full.search(query)


@pytest.mark.parametrize("query", ["https://g.example/a", '"vote: dam"', "10:30", "dam:"])
def test_an_address_or_a_time_is_words(full: Archive, query: str) -> None:
    full.search(query)
