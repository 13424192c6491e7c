"""What the labeller of HTML pages learns from: labels by alignment, and the second look's columns."""

from __future__ import annotations

import numpy as np

from dateline.intake.html.lines import Lines, lines_of
from dateline.intake.html.markup import CUE_NAMES
from dateline.intake.html.second import SECOND_NAMES, second_rows
from dateline.intake.html.surroundings import far_cues
from dateline.intake.html.train import Gold, labels_of
from dateline.intake.html.tree import tree_of

LEAD = "The ferry between Harvan and the islands stopped on Monday after it ran out of fuel."


def lines(markup: str) -> Lines:
    return lines_of(tree_of("page", f"<html><body>{markup}</body></html>".encode()).root)


def gold(*paragraphs: str) -> Gold:
    return Gold(id="p", html_file="p.html", url=None, body_paragraphs=paragraphs)


def test_table_cells_that_go_on_where_the_text_ended_are_of_the_article() -> None:
    read = lines(
        f"<p>{LEAD}</p><table><tr><td>Sund</td><td>12</td></tr><tr><td>Dray</td><td>7</td></tr>"
        "</table><p>12</p>"
    )
    body, _ = labels_of(gold(LEAD, "Sund 12 Dray 7"), read)
    words = [block.span.of(read.text) for block in read.blocks]
    assert [word for word, flag in zip(words, body, strict=True) if flag] == [
        LEAD,
        "Sund",
        "12",
        "Dray",
        "7",
    ]
    assert not body[-1], "the same digits below the article are not of it"


def test_a_paragraph_is_of_the_article_when_only_its_wire_dateline_is_missing() -> None:
    read = lines(f"<p>HARVAN (Tarn Wire) - {LEAD}</p>")
    assert labels_of(gold(LEAD), read)[0] == [True]


def test_the_second_look_sees_the_neighbours_and_the_box() -> None:
    read = lines(f"<div><p>{LEAD}</p><p>Passengers waited.</p></div><aside><p>Ad</p></aside>")
    rows = np.zeros((3, 1), dtype=np.float32)
    seen = second_rows(rows, np.array([4.0, 0.0, -4.0]), read.blocks, np.array([15.0, 2.0, 1.0]))
    column = {name: seen[:, 1 + at] for at, name in enumerate(SECOND_NAMES)}
    assert seen.shape == (3, 1 + len(SECOND_NAMES))
    assert column["score-1"].tolist()[1] == 4.0
    assert column["score+1"].tolist()[1] == -4.0
    assert column["box_chance"][1] > 0.8
    assert column["box_chance"][2] < 0.1


def test_a_line_the_article_holds_once_is_of_it_once() -> None:
    read = lines(f"<p>{LEAD}</p><p>Passengers waited on the quay.</p><div><p>{LEAD}</p></div>")
    assert labels_of(gold(LEAD, "Passengers waited on the quay."), read)[0] == [True, True, False]


def test_a_box_is_the_part_of_the_way_that_is_shared_with_other_lines() -> None:
    read = lines(
        "<main><div><div><p>One.</p></div></div><div><p>Two.</p></div></main><p>Three.</p>"
    )
    one, two, three = read.blocks
    assert one.box == two.box == one.path[:3]
    assert three.box == three.path[:2]


def test_cues_of_outer_elements_count_unless_they_hold_most_of_the_page() -> None:
    read = lines(
        f'<div class="related-news"><div><div><p>{LEAD}</p></div></div></div>'
        f'<div class="sidebar">{f"<p>{LEAD}</p>" * 3}</div>'
    )
    related, aside = (1 << CUE_NAMES.index(name) for name in ("related", "aside"))
    words = [16] * len(read.blocks)
    assert [bits & (related | aside) for bits in far_cues(read, words, -1)] == [related, 0, 0, 0]
