"""Pages of a few lines: a brief is read whole, a notice is not taken for an article."""

from __future__ import annotations

import pytest

from dateline.intake.html import read_html
from dateline.records import Page

HEADLINE = "Ferry runs aground off Lusna"
LEAD = (
    "A ferry with 120 people on board ran aground off Lusna on Monday, the coastguard said."
    " Nobody was hurt."
)
MENU = "<nav><a href=/>Home</a><a href=/w>World</a><a href=/s>Sport</a></nav>"
MOST_READ = (
    "<aside><h3>Most read</h3><ul><li><a href=/1>Storm cuts power to 4,000 homes in Dray</a></li>"
    "<li><a href=/2>Minister resigns over tunnel contract</a></li></ul></aside>"
)


def read(markup: str) -> Page:
    return read_html(f"<html>{markup}</html>".encode())


@pytest.mark.parametrize(
    "markup",
    [
        f"<body><h1>{HEADLINE}</h1><p>{LEAD}</p></body>",
        f"<body><article><h2>{HEADLINE}</h2><div>{LEAD}</div></article></body>",
        f"<body>{MENU}<main><h1>{HEADLINE}</h1><div class=meta>By Ilda Moreau, 3 May 2031</div>"
        f"<p>{LEAD}</p></main>{MOST_READ}<footer>Contact us</footer></body>",
    ],
    ids=["a paragraph", "a div in the article", "among furniture"],
)
def test_a_brief_is_read_with_its_headline(markup: str) -> None:
    page = read(markup)
    report = page.reports[0]
    assert report.kind == "article"
    assert report.headline == HEADLINE
    assert [span.of(page.text) for span in report.body] == [LEAD]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Sign in",
            "Forgot your password? We will send you a link with which you can set a new one.",
        ),
        (
            "We value your privacy",
            "We and our 812 partners store and read information on a device, such as cookies.",
        ),
        (
            "404: page not found",
            "The page you are looking for does not exist or has moved. Try the search instead.",
        ),
    ],
)
def test_a_notice_is_said_to_be_no_article(title: str, text: str) -> None:
    page = read(f"<head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body>")
    assert not [report for report in page.reports if report.kind == "article"]
    assert "not-an-article" in [note.code for note in page.notes]
