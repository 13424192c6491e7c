"""Press releases end before their boilerplate; transcripts have speakers; copies have clutter."""

from __future__ import annotations

import pytest

from dateline.intake.dump import read_dump
from dateline.intake.dump.endings import end_of_release, interrupts
from dateline.records import Report

RELEASE = """\
NORDVIK ENERGY ANNOUNCES FIRST QUARTER RESULTS

{mark}
Nordvik Energy AS
04 Mar, 2031, 07:00 GMT

VELM, Ostrand, March 4, 2031 /Kalvan Newswire/ -- Nordvik Energy AS, the largest operator of wind farms in Ostrand, today announced its results for the first quarter of 2031.

Revenue rose 12% to 412 million crowns, the company said, while operating profit reached 96 million crowns.

"The first quarter shows that our plan works," said Ada Ruhl, Chief Executive Officer of Nordvik Energy. "We will build two more farms off Harvan this year."

The company will hold a call for investors on March 5 at 10:00.

{end}About Nordvik Energy

Nordvik Energy is a leading provider of renewable energy with operations in four countries. The company was founded in 2009 and employs 1,400 people.

Media contact:
Jon Dask, Head of Communications
press@nordvik.example

{source}
"""


def told(text: str) -> tuple[Report, list[str]]:
    report = read_dump(text).reports[0]
    return report, [span.of(text) for span in report.body]


@pytest.mark.parametrize(
    ("mark", "end", "source"),
    [
        ("NEWS PROVIDED BY", "- ENDS -\n\n", "SOURCE Nordvik Energy AS"),
        ("NEWS PROVIDED BY", "", ""),
        ("FOR IMMEDIATE RELEASE", "", ""),
        ("", "###\n\n", ""),
        ("", "", "SOURCE Nordvik Energy AS"),
    ],
)
def test_a_press_releases_boilerplate_and_contacts_are_not_its_text(
    mark: str, end: str, source: str
) -> None:
    report, body = told(RELEASE.format(mark=mark, end=end, source=source))
    assert (len(body), body[-1][:11]) == (4, "The company")
    assert (report.agency, report.place) == ("Kalvan Newswire", "VELM, Ostrand")
    assert report.authors == ()


def test_about_in_a_report_that_is_no_press_release_ends_nothing() -> None:
    words = ["The ferry stopped.", "It will run again.", "About the ferry", "It is old.", "Ends"]
    assert end_of_release(words[:4], [True] * 4) is None
    assert end_of_release(words, [True] * 5) == 4
    assert end_of_release([*words[:4], "Media contacts"], [True] * 5) == 2
    assert end_of_release(["Ends", *words[:2]], [True] * 3) is None


def test_a_line_where_an_advertisement_stood_is_not_the_articles() -> None:
    assert interrupts("Advertisement")
    assert interrupts("Story continues below this ad")
    assert not interrupts("Advertisement revenue fell")


TRANSCRIPT = """\
Transcript: The Harvan Hour, March 4, 2031
The Harvan Gazette
Updated on: March 4, 2031 / 2:05 PM / Harvan Gazette

The following is a transcript of an interview with Transport Minister Lidia Tamm that aired on "The Harvan Hour" on March 4, 2031.

MIRA OLT: Good morning, Minister. The ferries have stopped. Who is to blame?

TRANSPORT MINISTER LIDIA TAMM: Well, good morning. The operator told us in February that it had fuel until the summer, and that was not true.

MIRA OLT: So you say that they lied to you?

MINISTER TAMM: I say that what they told us was not true. We have asked the audit office to look at the books.

MIRA OLT: When will the ferries run again?

MINISTER TAMM: A tanker left Brenmark on Sunday. We expect it on Thursday, if the weather holds.
"""


def test_who_speaks_in_a_transcript_is_neither_place_nor_sub_head_nor_headline() -> None:
    report, body = told(TRANSCRIPT)
    assert report.headline == "Transcript: The Harvan Hour, March 4, 2031"
    assert (report.place, report.subheads) == (None, ())
    assert body[2].startswith("TRANSPORT MINISTER LIDIA TAMM: Well")
    assert report.updated == "2031-03-04T14:05"


COPIED = """\
The Harvan Gazette
Menu
Ferries to the islands stop as fuel runs out

Mira Olt
Tue 4 Mar 2031 09.30 GMT
Share
The quay at Harvan on Monday.
The quay at Harvan on Monday. Photograph: Ada Ruhl/Gazette
The ferry between Harvan and the islands stopped on Monday after its operator ran out of fuel, the ministry of transport said.

Officials in the capital said that the service would resume once a tanker arrived from Brenmark, which they expected within three days.

Advertisement

“We had no warning at all,” said Lidia Tamm, who waited on the quay with her two children. “They told us to come back on Thursday.”

Privacy Notice: Newsletters may contain info about charities and online ads. For more information see our Privacy Policy.

The operator, a company owned by the province, has lost money for six years and asked for help in the spring, according to its report.

By Jon Dask

The council will meet on Thursday to discuss whether the province should buy fuel in advance before the winter, its chairman said.
"""


def test_what_a_browser_copies_along_is_not_the_articles() -> None:
    _, body = told(COPIED)
    assert [words[:12] for words in body] == [
        "The ferry be", "Officials in", "“We had no w", "The operator", "The council ",
    ]  # fmt: skip


def test_names_of_subjects_and_of_lists_under_an_article_are_no_writers() -> None:
    article = COPIED.replace("Mira Olt\n", "").replace("By Jon Dask\n\n", "")
    for below in (
        "Climate Change\nHarvan Islands\nFerries",
        "Don't Miss\nTeachers vote",
        "Recent Content",
    ):
        assert read_dump(f"{article}\n{below}\n").reports[0].authors == ()
    assert read_dump(f"{article}\nMira Olt\n").reports[0].authors == ("Mira Olt",)


def test_a_byline_may_stand_under_the_points_that_open_an_article() -> None:
    points = (
        "* The ferry between Harvan and the islands stopped on Monday for want of fuel\n"
        "* Officials in the capital expect a tanker from Brenmark within three days\n"
        "* The operator has lost money for six years and asked for help in the spring\n"
        "By Mira Olt For The Gazette\nPublished: 15:56 GMT, 4 March 2031\n"
    )
    text = COPIED.replace("\nMira Olt\nTue 4 Mar 2031 09.30 GMT\nShare\n", points)
    assert read_dump(text).reports[0].authors == ("Mira Olt",)


def test_a_bare_name_with_its_times_glued_on_is_the_byline() -> None:
    glued = "Mira OltPublished Mar 4, 2031, 11:21am | Updated Mar 4, 2031, 6:39pm\nUp Next\n"
    text = COPIED.replace("Mira Olt\nTue 4 Mar 2031 09.30 GMT\n", glued)
    assert read_dump(text).reports[0].authors == ("Mira Olt",)
