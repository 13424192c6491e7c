"""How well other stories are found on invented pages of many layouts."""

from __future__ import annotations

import pytest
from related_score import KINDS, marked_pages, scores

PAGES = marked_pages()


def test_there_are_pages_of_many_layouts_with_all_kinds_of_marks() -> None:
    assert len(PAGES) >= 12
    assert {finding[0] for page in PAGES for finding in page.items} == set(KINDS)
    assert not any("|" in page.text and "{" in page.text for page in PAGES)


@pytest.mark.parametrize(
    ("kind", "floor"), [("headline", 0.95), ("teaser", 0.95), ("outlet", 0.95)]
)
def test_other_stories_are_found_with_their_teasers_and_outlets(kind: str, floor: float) -> None:
    assert scores(PAGES)[kind] >= floor
