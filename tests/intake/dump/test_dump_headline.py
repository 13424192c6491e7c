"""What may stand between a headline and its article does not hide the headline."""

from __future__ import annotations

from dateline.intake.dump import read_dump
from dateline.intake.dump.between import contents_lines, gallery_lines

HEADLINE = "Head of Ostrand’s state ferry company resigns after fire"
BODY = """\
The head of Ostrand’s state ferry company resigned on Tuesday, two days after a fire on a car deck killed 14 people and left the country’s busiest route closed.

Lidia Tamm, 58, told reporters that she had “no moral right to stay” while investigators searched the wreck. Her deputy, Jon Aster, will lead the company until parliament meets in April.

“We sent eleven warnings about those doors,” said Peder Holm, who heads the union of deck workers.

The ferry was built in 1989 and had been due for scrapping in 2029. The transport ministry extended its licence twice, according to documents that lawmakers published on Sunday.
"""
SHARES = ("Share", "Copy", "Link copied", "Email", "Facebook", "Reddit", "Print")


def gallery(headline: str, *, count: int) -> str:
    """A gallery that shows every picture twice, the second time with buttons to share it."""
    lines = []
    for number in range(1, count + 1):
        caption = (
            f"Deck workers wait in Harvan on day {number} after the fire. (AP Photo/Tove Lind)"
        )
        lines += [f"{number} of {count} |", caption, "Read More"]
        lines += [f"{number} of {count}", caption, *SHARES, "Read More"]
    return "\n".join(["Politics", headline, headline, *lines])


def test_a_headline_is_found_above_a_gallery_of_any_length() -> None:
    for count in (3, 14):
        text = f"{gallery(HEADLINE, count=count)}\nBy MIRA KOLVENAAR\n\n{BODY}"
        assert read_dump(text).reports[0].headline == HEADLINE


def test_a_live_blogs_list_of_entries_is_not_its_headline() -> None:
    top = "Ferry fire LIVE: Lidia Tamm steps down as harbour stays shut"
    events = "Lidia Tamm tells reporters she quits as head of state ferry company{}"
    others = ("Union of deck workers sent eleven warnings{}", "Parliament meets in April{}")
    for stamps in (("20:42", "19:11", "17:56"), (" 8.42pm", " 7.11pm", " 5.56pm"), ("", "", "")):
        listed = "\n".join(w.format(s) for w, s in zip((events, *others), stamps, strict=True))
        text = f"News\nLive\n{top}\nKey Events\n{listed}\nBy\nMira Kolvenaar\n\n{BODY}"
        assert read_dump(text).reports[0].headline == top


def test_counters_of_one_total_make_a_gallery_and_scores_do_not() -> None:
    pictures = ["1 of 3", "a", "2 of 3", "b", "3/3", "c", "d"]
    assert gallery_lines(pictures) == frozenset(range(6))
    assert gallery_lines(["Photo 1 of 3", "Photo 2 of 3"]) == frozenset()
    assert gallery_lines(["7/2", "x", "7/2", "x", "7/2"]) == frozenset()
    assert gallery_lines(["1/2", "x", "1/3", "x", "1/4"]) == frozenset()


def test_lines_with_a_time_at_one_end_list_entries_only_where_three_stand_together() -> None:
    timed = ["12:01 Port shut", "Boats help out 12:40", "Fuel is running low13:20"]
    assert contents_lines(["Live", *timed, "By"]) == frozenset({1, 2, 3})
    assert contents_lines([timed[0], "By", *timed[1:]]) == frozenset()
