"""Which line parts of a dump are the article's."""

from __future__ import annotations

import re

import numpy as np
import pytest

from dateline.intake.dump import read_dump
from dateline.intake.dump.atoms import atoms_of
from dateline.intake.dump.english import CALLS, CONSENT, CUES, THREAD, Cue
from dateline.intake.dump.features import NAMES, features_of, wording_of
from dateline.intake.dump.forest import AFTER, BODY, GAP, GAP_STEP, Chain, Labeller
from dateline.intake.dump.shapes import shapes_of
from dateline.intake.dump.train import mean_of
from dateline.intake.dump.vocabulary import Vocabulary
from dateline.intake.trees import Forest

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
    "cue", [*CUES, *CONSENT, *CALLS, *THREAD], ids=lambda cue: f"{cue.name}-{cue.example[:12]}"
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


def test_each_row_goes_down_every_tree_by_itself() -> None:
    generator = np.random.default_rng(3)
    rows = generator.random((600, 4), dtype=np.float32)
    feature = generator.integers(0, 4, (5, 3)).astype(np.int16)
    threshold = generator.random((5, 3), dtype=np.float32)
    leaf = generator.random((5, 4), dtype=np.float32)
    expected = []
    for row in rows:
        total = 0.5
        for tree in range(5):
            node = 0
            while node < 3:
                node = 2 * node + 1 + (row[feature[tree, node]] > threshold[tree, node])
            total += float(leaf[tree, node - 3])
        expected.append(total)
    forest = Forest(feature, threshold, leaf, 0.5)
    assert forest.scores(rows).tolist() == pytest.approx(expected)
    assert forest.scores(rows[:0]).tolist() == []


def test_the_mean_of_forests_gives_the_mean_of_their_scores() -> None:
    generator = np.random.default_rng(4)
    rows = generator.random((20, 4), dtype=np.float32)
    forests = [
        Forest(
            generator.integers(0, 4, (6, 3)).astype(np.int16),
            generator.random((6, 3), dtype=np.float32),
            generator.random((6, 4), dtype=np.float32),
            bias,
        )
        for bias in (0.2, -0.6)
    ]
    expected = (forests[0].scores(rows) + forests[1].scores(rows)) / 2
    assert mean_of(forests).scores(rows).tolist() == pytest.approx(expected.tolist(), abs=1e-6)


COMMENTS = """3 Comments
Jon Dask on March 5, 2031 at 6:34 am said:
I slept in that hall for two nights, and the stoves were never cold. I should like to thank everybody \
who kept them burning, and the children who sang.
Ada Ruhl on March 5, 2031 at 7:12 am said:
The pilots waited at the quay the whole time. I do not believe that the port could have opened any \
earlier than it did, whatever people now say in the town.
Lena Sorel on March 6, 2031 at 9:01 am said:
We were on the first ferry, and it was the most beautiful crossing that I can remember, with the floes \
still drifting by on both sides.
"""


def test_what_readers_say_under_an_article_is_not_the_article() -> None:
    assert paragraphs(ARTICLE + COMMENTS) == paragraphs(ARTICLE)


def stump(column: int, low: float, high: float) -> Forest:
    """Return a forest of one question: whether a column is over 0."""
    return Forest(
        np.array([[column]], dtype=np.int16),
        np.zeros((1, 1), dtype=np.float32),
        np.array([[low, high]], dtype=np.float32),
        0.0,
    )


def test_what_is_ruled_out_is_no_article_to_the_second_round() -> None:
    atoms = atoms_of(ARTICLE)
    out = np.arange(len(atoms)) % 3 == 1
    labeller = Labeller(stump(0, 3.0, 3.0), stump(len(NAMES), -1.0, 1.0), Chain(1.5, 1.0, 0.3))
    rows = features_of(ARTICLE, atoms)
    scores = labeller.scores(rows, wording_of(ARTICLE, atoms), out)
    assert scores.tolist() == np.where(out, -1.0, 1.0).tolist()


@pytest.mark.parametrize(("odds", "kinds"), [(1.1, []), (1.3, ["article"])])
def test_a_page_of_which_nothing_is_likely_has_no_article(odds: float, kinds: list[str]) -> None:
    labeller = Labeller(stump(0, odds, odds), stump(0, odds, odds), Chain(1.5, 1.0, 0.3))
    page = read_dump(ARTICLE + "".join(f"Pier {n}\n" for n in range(12)), labeller=labeller)
    assert [report.kind for report in page.reports if report.kind == "article"] == kinds


def test_a_list_that_a_line_of_the_article_announces_is_the_articles() -> None:
    lines = ARTICLE.splitlines(keepends=True)
    sailings = [
        "The ferries will sail on these days:\n",
        "March 6 -- Ness, Outer Quay, noon\n",
        "March 7 -- Harvan, Town Quay, two o'clock\n",
        "March 9 -- Velm, Mill Bridge, noon\n",
        "March 12 -- Sund, Old Harbour, noon\n",
    ]
    found = paragraphs("".join([*lines[:8], *sailings, *lines[8:]]))
    assert [line.strip() for line in sailings[1:]] == [line for line in found if "--" in line]


def test_a_caption_that_stands_under_every_picture_is_no_paragraph() -> None:
    caption = "Harbour of Karsund, winter series 2031, first visit to the ice by boat\n"
    text = "".join(line + caption for line in ARTICLE.splitlines(keepends=True))
    assert not any("winter series" in line for line in paragraphs(text))


def test_what_an_article_says_again_far_below_is_still_the_articles() -> None:
    again = "The pilots meet at the quay at six and hear what the night was like."
    told = [
        f"The {ship} takes {cars} cars to {place} in the {part} of that day, the port authority said."
        for ship in ("Tern", "Gull", "Auk", "Petrel", "Skua")
        for cars, place in enumerate(("Ness", "Velm", "Harvan", "Sund", "Ostrand"), start=21)
        for part in ("morning", "evening")
    ]
    days = [line for at in range(0, 50, 10) for line in (again, *told[at : at + 10])]
    assert paragraphs(ARTICLE + "\n".join(days) + "\n").count(again) == 5


def test_a_form_that_recurs_every_few_lines_is_a_pattern() -> None:
    atoms = atoms_of(COMMENTS)
    columns = shapes_of(COMMENTS, atoms)
    heads = [i for i, atom in enumerate(atoms) if atom.span.of(COMMENTS).endswith("said:")]
    assert len(heads) == 3
    assert all(columns["pattern_edge"][i] == pytest.approx(np.log(3)) for i in heads)
    assert (columns["pattern"][heads[0] : heads[-1] + 1] > 0).all()
    assert columns["pattern"][0] == 0


def test_the_likeness_of_an_atom_leaves_its_own_words_out() -> None:
    vocabulary = Vocabulary([["harbour", "ice"], ["harbour"], ["chairs"]])
    likeness = vocabulary.likeness(np.array([1.0, 1.0, 1.0], dtype=np.float32))
    assert likeness.tolist() == pytest.approx([0.125, 0.25, 0.0])
    means = vocabulary.mean_of_others(np.array([1.0, 0.5, 1.0], dtype=np.float32))
    assert means.tolist() == [0.5, 1.0, -1.0]


def test_a_row_of_marks_is_no_row_of_blocks() -> None:
    assert len(atoms_of("Ferry " + "\u2022" * 4_000)) == 1
    assert len(atoms_of("Aa" * 4_000)) == 1


def test_a_capital_with_an_accent_ends_no_block() -> None:
    assert len(atoms_of("L'\u00c9\u00c9\u00c9 du port")) == 1
    assert len(atoms_of("le caf\u00e9\u00c9glise du port")) == 2
