"""Dumps that a tool broke into lines of one width, with its marks for links and headings."""

from __future__ import annotations

import textwrap

import pytest

from dateline.intake.dump import line_labels, read_dump
from dateline.intake.dump.wrapped import paragraphs_of
from dateline.intake.fields import fields_of
from dateline.text import Span

TITLE = "Ferries to the islands stop as fuel runs out"
PARAGRAPHS = (
    "The ferry between Harvan and the islands stopped on Monday after its operator ran out of "
    "fuel, the ministry of transport said.",
    "Officials in the capital said that the service would resume once a tanker arrived from "
    "Brenmark, which they expected within three days.",
    "“We had no warning at all,” said Lidia Tamm, who waited on the quay with her two children. "
    "“They told us to come back on Thursday.”",
    "The operator, a company owned by the province, has lost money for six years and asked for "
    "help in the spring, according to its report.",
)
LINKS = (
    "Harbour wall at Sund to be rebuilt after storm damage",
    "Teachers in Brenmark vote for a strike next week",
)


def wrapped(words: str, width: int, indent: str = "") -> str:
    return textwrap.fill(words, width, initial_indent=indent, subsequent_indent=indent)


@pytest.mark.parametrize("width", [60, 72, 79])
@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_paragraphs_broken_at_a_width_are_whole(width: int, indent: str, ends: str) -> None:
    body = "\n\n".join(wrapped(p, width, indent) for p in PARAGRAPHS)
    text = f"{indent}{TITLE}\n\n{indent}By Mira Olt\n{indent}4 March 2031\n\n{body}\n"
    text = text.replace("\n", ends)
    page = read_dump(text)
    assert page.text == text
    assert page.reports[0].headline == TITLE
    assert page.reports[0].authors == ("Mira Olt",)
    assert fields_of(page, id="x").body == PARAGRAPHS
    assert line_labels(page).count("body") == body.count("\n") + 1 - (len(PARAGRAPHS) - 1)


def test_paragraphs_without_an_empty_line_between_them_stay_apart() -> None:
    text = "\n".join(wrapped(p, 72) for p in PARAGRAPHS)
    assert [" ".join(span.of(text).split()) for span in paragraphs_of(text)] == list(PARAGRAPHS)


def test_items_headings_and_texts_that_were_never_broken_stay_lines() -> None:
    items = [f"* {wrapped(p, 60)[:40]}" for p in PARAGRAPHS]
    listed = "\n".join((*[wrapped(p, 72) + "\n" for p in PARAGRAPHS], *items))
    assert [span.of(listed) for span in paragraphs_of(listed)][-4:] == items
    whole = "\n".join(PARAGRAPHS)
    assert [span.of(whole) for span in paragraphs_of(whole)] == list(PARAGRAPHS)
    menu = "home\nnews and weather of the whole coast\nsport\n" * 9
    assert list(paragraphs_of(menu)) == [
        Span(start, start + len(line))
        for start, line in zip(
            [sum(len(each) + 1 for each in menu.split("\n")[:n]) for n in range(28)],
            menu.split("\n"),
            strict=True,
        )
    ]


def test_a_text_browsers_numbers_and_addresses_are_no_headlines() -> None:
    body = "\n\n".join(wrapped(p, 72, "   ") for p in PARAGRAPHS)
    listed = "\n".join(f"     * [{15 + n}]{words}" for n, words in enumerate(LINKS))
    addresses = "\n".join(f"  {n}. https://gazette.example/page/{n}" for n in range(1, 9))
    text = f"   {TITLE}\n\n{body}\n\nRelated stories\n\n{listed}\n\nReferences\n\n{addresses}\n"
    assert [report.headline for report in read_dump(text).reports] == [TITLE, *LINKS]


def test_rules_and_addresses_of_a_mail_go_on_with_no_line() -> None:
    body = "\n\n".join(wrapped(p, 72) for p in PARAGRAPHS)
    rule = "-" * 70
    listed = "\n\n".join(f"* {words}\n  https://gazette.example/2" for words in LINKS)
    text = f"MORNING TIDE\n{rule}\n{TITLE}\n{rule}\n\nBy Mira Olt\n\n{body}\n\nALSO TODAY\n\n{listed}\n"
    assert [report.headline for report in read_dump(text).reports] == [TITLE, *LINKS]


def test_markdowns_marks_are_neither_headline_nor_text() -> None:
    listed = "\n".join(f"- [{words}](/story)" for words in LINKS)
    text = (
        f"[Home](/) | [News](/news)\n\n# {TITLE}\n\nBy [Mira Olt](/mira)\n\n*4 March 2031*\n\n"
        f"![The quay at Harvan where the ferries stop](/ferry.jpg)\n\n{PARAGRAPHS[0]}\n\n"
        f"{PARAGRAPHS[1]}\n\n## No warning\n\n{PARAGRAPHS[2]}\n\n> {PARAGRAPHS[3]}\n\n"
        f"### Related\n\n{listed}\n"
    )
    page = read_dump(text)
    article = page.reports[0]
    assert [report.headline for report in page.reports] == [TITLE, *LINKS]
    assert (article.authors, article.published) == (("Mira Olt",), "2031-03-04")
    assert [span.of(text) for span in article.body] == [
        *PARAGRAPHS[:2], "No warning", *PARAGRAPHS[2:],
    ]  # fmt: skip
    assert [span.of(text) for span in article.subheads] == ["No warning"]
