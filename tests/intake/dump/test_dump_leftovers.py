"""What stands between an article's paragraphs, and is told by its own words, is none of them."""

from __future__ import annotations

import pytest

from dateline.intake.dump import read_dump
from dateline.intake.dump.bios import lines_on_writers
from dateline.intake.dump.furniture import asking, broken_captions, names_picture

PARAGRAPHS = (
    "The ferry to Karsund stopped running on Tuesday after its engine failed in the narrow strait, "
    "the harbour office said, and no other boat could be found before the evening.",
    "Some 240 people waited on the quay until late at night, among them a school class that had "
    "come back from a trip to the museum of shipping in Ostrand.",
    "“We were told to wait, and we waited,” said Ida Holt, a teacher. “Nobody came to tell us "
    "that the boat would not sail.”",
    "The company that runs the line apologised on Wednesday and said that tickets would be paid "
    "back to everybody who asked for it within a month.",
)


def body_of(*between: str) -> list[str]:
    """Return the article's paragraphs of a page with lines between its third and fourth."""
    lines = (
        "Ferry to Karsund stops", "By Mira Olt", "4 March 2031", *PARAGRAPHS[:3], *between,
        PARAGRAPHS[3],
    )  # fmt: skip
    text = "\n\n".join(lines) + "\n"
    return [span.of(text) for span in read_dump(text).reports[0].body]


@pytest.mark.parametrize(
    "between",
    [
        ("People wait on the quay of Karsund on Tuesday night (", "Image:", "Jon Dask/Kalvan)"),
        ("People wait on the quay of Karsund on Tuesday night (", "Image: Jon Dask)"),
        ("Jon Dask/KalvanNet",),
        ("(Kalvan Ferries)",),
        ("Jon Dask, AFP",),
        ("SUBSCRIBE",),
        ("Share this:",),
        ("Subscribe to the Karsund Post and stay ahead",),
        ("Click here to subscribe to Karsund Weekly",),
        ("Want more harbour news? Join the Karsund Mail newsletter.",),
        ("Get the latest harbour news in your inbox.",),
    ],
)
def test_leftovers_are_no_paragraphs(between: tuple[str, ...]) -> None:
    assert body_of(*between) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "prose",
    [
        "Subscribers to the line’s newsletter were told first, the company said on Wednesday.",
        "Holt (and her class) had left Ostrand at noon.",
        "He asked readers of the paper to support the crew, whose boat (the Anna",
    ],
)
def test_prose_that_looks_like_leftovers_stays(prose: str) -> None:
    assert prose in body_of(prose)


def test_a_caption_is_only_broken_where_its_credit_follows() -> None:
    assert broken_captions(["On the quay (", "Image:", "Jon Dask)", "Prose."]) == [0, 1, 2]
    assert broken_captions(["On the quay (", "Picture: Jon Dask)"]) == [0, 1]
    assert broken_captions(["On the quay (", "he said) it was cold", "Prose."]) == []
    assert broken_captions(["On the quay (", "Image: of the Anna, he said"]) == []


def test_a_name_alone_is_a_pictures_only_with_an_agency_or_in_brackets() -> None:
    assert names_picture("Jon Dask/KalvanNet") and names_picture("(Kalvan Co.)")
    assert not names_picture("Jon Dask") and not names_picture("Jon Dask, teacher")


def test_lines_on_writers_end_the_article() -> None:
    words = [
        *PARAGRAPHS,
        "Mira Olt (mira@karsund.example) is the editor of the Post.",
        "Thank you.",
    ]
    body = [True] * len(words)
    assert lines_on_writers(words, body, ["Mira Olt"]) == {4, 5}
    assert lines_on_writers(words, body, ["Jon Dask"]) == frozenset()
    words[4] = "Mira has been reporting on harbours since 2019."
    assert lines_on_writers(words, body, ["Mira Olt"]) == {4, 5}
    words[4] = "Mira Olt, the mayor, did not answer questions."
    assert lines_on_writers(words, body, ["Mira Olt"]) == frozenset()


def test_requests_to_give_are_told_from_requests_in_the_news() -> None:
    ours = "If you can, we ask you to support the Karsund Post by making a contribution."
    theirs = "The mayor asked the islands to support the crew and give what they could."
    assert asking([ours, theirs], [14.0, 13.0]) == [True, False]
