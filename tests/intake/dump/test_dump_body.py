"""Which line parts of a dump are the article's."""

from __future__ import annotations

import re

import numpy as np
import pytest

from dateline.intake.dump import read_dump
from dateline.intake.dump.english import CALLS, CONSENT, CUES, Cue
from dateline.intake.dump.forest import AFTER, BODY, GAP, GAP_STEP, Chain

ARTICLE = """Karsund harbour reopens after four days of ice
By Mira Olt
March 4, 2031
The harbour of Karsund reopened on Tuesday after four days in which ice had kept every ferry at its \
berth, the port authority said.
Captain Ada Ruhl, who leads the pilots of the port, told reporters that the last floes had drifted out \
to sea during the night and that the fairway was clear again.
Some 3,000 travellers had waited in the town since Friday, many of them in a sports hall that the \
council had opened for them, the mayor, Jon Dask, said.
"We had soup, we had blankets and we had patience," said Dask, who had slept in the hall himself to \
keep the stoves burning through the night.
The first ferry left for the island of Ness at noon with 400 passengers on board, and two more were to \
follow before the evening, the shipping company said.
Meteorologists said that the cold would return at the weekend, but that winds from the west would keep \
the ice away from the coast until the end of the month at least.
"""
TEASERS = """
The council of Velm voted on Monday to sell the old town hall to a maker of furniture who wants to \
turn it into a museum of chairs.
A baker from Harvan who sold her shop to sail round the world has come home after nine years with a \
cat and eleven diaries.
The state railway will run night trains to the north again from June, its chief said on Sunday, for \
the first time in two decades.
"""


def paragraphs(text: str) -> list[str]:
    report = read_dump(text).reports[0]
    assert report.kind == "article"
    return [span.of(text) for span in report.body]


@pytest.mark.parametrize(
    "cue", [*CUES, *CONSENT, *CALLS], ids=lambda cue: f"{cue.name}-{cue.example[:12]}"
)
def test_a_cue_is_found_in_its_example(cue: Cue) -> None:
    assert re.search(cue.pattern, cue.example, re.IGNORECASE)


@pytest.mark.parametrize("cue", CONSENT, ids=lambda cue: cue.example[:20])
def test_what_a_site_asks_its_reader_to_agree_to_is_no_paragraph(cue: Cue) -> None:
    more = " We keep the choice that you have made for as long as the law of the country asks."
    lines = ARTICLE.splitlines(keepends=True)
    text = "".join([*lines[:6], cue.example + more + "\n", *lines[6:]])
    assert paragraphs(text) == paragraphs(ARTICLE)


@pytest.mark.parametrize("cue", CALLS, ids=lambda cue: cue.example[:20])
def test_what_calls_on_the_reader_is_no_paragraph(cue: Cue) -> None:
    assert not any(cue.example in line for line in paragraphs(ARTICLE + cue.example + "\n"))


def test_an_article_about_cookies_keeps_its_paragraphs() -> None:
    told = "The baker of Karsund sold 3,000 cookies to the travellers in the hall and gave the rest away."
    lines = ARTICLE.splitlines(keepends=True)
    text = "".join([*lines[:6], told + "\n", *lines[6:]])
    assert told in paragraphs(text)


def test_teasers_that_the_page_shows_twice_are_not_the_article() -> None:
    found = "\n".join(paragraphs(ARTICLE + TEASERS + TEASERS))
    assert "blankets" in found
    assert "museum of chairs" not in found


def test_an_article_that_stands_on_the_page_twice_is_still_read() -> None:
    assert any("fairway" in line for line in paragraphs(ARTICLE + ARTICLE))


def test_a_kicker_over_the_headline_does_not_make_the_article_a_list() -> None:
    first, _, _, *body = ARTICLE.splitlines()
    kicker = f"Latest News\n{first}\n2 hours ago\n" + "\n".join(body) + "\n"
    assert read_dump(kicker).reports[0].headline == first
    assert len(paragraphs(kicker)) == len(body)


def test_far_below_an_article_another_story_begins() -> None:
    chain = Chain(1.5, 1.0, 0.3, GAP_STEP)
    odds = [3.0] * 6
    near = chain.best_path(np.array([*odds, *[-3.0] * 5, *odds[:2]]), np.full(13, 20.0))
    assert (near[6], near[-1]) == (GAP, BODY)
    far = chain.best_path(np.array([*odds, *[-3.0] * 400, *odds[:2]]), np.full(408, 20.0))
    assert (far[6], far[-1]) == (AFTER, AFTER)
