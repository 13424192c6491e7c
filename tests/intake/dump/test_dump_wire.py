"""Wire copy in dumps: flashes over the opening line or alone, the dateline below them."""

from __future__ import annotations

import pytest

from dateline.intake.dump import read_dump
from dateline.intake.dump.furniture import comment_count, holder_in
from dateline.text import Span

MENU = "Skip to main content\nMarkets\nWorld\nMy View\n"
HEAD = (
    "UPDATE 1-Velm Shipping raises outlook as freight rates climb\n"
    "By Mira Olt\nMarch 17, 2031 11:42 AM GMT\n"
)
STORY = (
    "VELM, March 17 (Northern Wire) - Velm Shipping raised its full-year outlook on Monday after "
    "freight rates on its northern routes rose for a fourth month, the company said.\n\n"
    "Revenue in the third quarter rose 6% to 412 million crowns, while core profit reached 31 "
    "million crowns, against 27 million a year earlier.\n\n"
    "“We see no sign that demand is weakening,” Chief Executive Ada Ruhl told reporters.\n\n"
)
FLASHES = (
    "Q3 REVENUE 412 MILLION CROWNS VS 388 MILLION",
    "SEES FY CORE PROFIT AT 95-100 MILLION CROWNS",
    "SAYS TO ORDER TWO SHIPS",
)


def bulleted(*words: str) -> str:
    return "".join(f"* {each}\n\n" for each in words)


def told(text: str) -> list[str]:
    page = read_dump(text)
    return [span.of(text) for span in page.reports[0].body]


@pytest.mark.parametrize("note", ["", "(Adds CEO comment, shares)\n\n"])
@pytest.mark.parametrize("flashes", [FLASHES, ("Q3 revenue 412 million crowns", "Shares up")])
def test_flashes_over_the_dateline_are_the_articles(note: str, flashes: tuple[str, ...]) -> None:
    text = f"{MENU}{HEAD}\n{bulleted(*flashes)}{note}{STORY}Our Standards: The Wire Principles.\n"
    report = read_dump(text).reports[0]
    assert told(text)[: len(flashes)] == list(flashes)
    assert (report.place, report.agency) == ("VELM", "Northern Wire")
    assert told(text)[len(flashes)].startswith("Velm Shipping raised")


def test_a_list_of_other_stories_over_the_dateline_is_not_the_articles() -> None:
    text = f"{HEAD}\nRead Next\n{bulleted(*FLASHES)}{STORY}"
    assert told(text)[0].startswith("Velm Shipping raised")


def test_flashes_that_a_dateline_and_a_colon_announce_are_the_article() -> None:
    head = "BRIEF-Velm Shipping Q3 core profit rises\nBy Northern Wire Staff\n"
    opening = "March 17 (Northern Wire) - Velm Shipping :\n\n"
    text = f"{head}{opening}{bulleted(*FLASHES)}Source text: (nw.example/abc)\n"
    assert told(text) == ["Velm Shipping :", *FLASHES]
    assert read_dump(text).reports[0].headline == "BRIEF-Velm Shipping Q3 core profit rises"
    assert len(read_dump(text).reports) == 1


@pytest.mark.parametrize(
    ("notice", "name"),
    [
        ("© 2031 Courier Media Ltd, 12 Quay Street, Kalvan KV1 4AB", "Courier Media Ltd"),
        ("© 2031 The Courier, 500 Harbour Avenue, Suite 12, Kalvan", "The Courier"),
        ("Copyright 2031 Courier Media Inc., 1 Main St., Velm", "Courier Media Inc."),
        ("© 2031 Courier US, Inc. 11 West 42nd Street, 15th Floor, Velm", "Courier US, Inc."),
        ("© 2031 Courier US, Inc. Full 7th Floor, 130 West Street", "Courier US, Inc."),
        ("© 2031 Courier Media Group, PO Box 12, Velm", "Courier Media Group"),
        ("© 2031 Gazette & Sons, LLC", "Gazette & Sons, LLC"),
        ("© 2031 Quay Street Media Ltd", "Quay Street Media Ltd"),
        ("© 2031 Channel 4 News, London", "Channel 4 News, London"),
    ],
)
def test_the_street_behind_a_copyright_holder_is_not_of_its_name(notice: str, name: str) -> None:
    holder = holder_in(notice, Span(0, len(notice)))
    assert holder is not None
    assert (holder.name, holder.span.of(notice)) == (name, name)


def test_counts_of_comments_are_not_of_the_teaser_or_headline_they_stand_behind() -> None:
    listed = (
        "Most Read\nHarbour wall at Sund to be rebuilt after storm damage\n"
        "The works will take two years and cost more than the council had planned. 214 comments\n"
        "Teachers in Brenmark vote for a strike next week | 8 comments\n"
        "The union said that nine in ten of its members had voted for it. Comments (14)\n"
        "Minister’s post on herring prices draws 3,000 comments\n"
    )
    text = f"{HEAD}{STORY}{listed}"
    teasers = [report for report in read_dump(text).reports if report.kind == "teaser"]
    assert [(r.headline, [span.of(text)[-12:] for span in r.body]) for r in teasers] == [
        ("Harbour wall at Sund to be rebuilt after storm damage", ["had planned."]),
        ("Teachers in Brenmark vote for a strike next week", ["oted for it."]),
        ("Minister’s post on herring prices draws 3,000 comments", []),
    ]


def test_a_line_that_is_a_count_of_comments_alone_is_nothings_tail() -> None:
    assert comment_count("37 comments", Span(0, 11)) is None
