"""What one person said across reports: copies folded, cuts told apart."""

from __future__ import annotations

from dateline.records import Person, Reading, ReadReport, Report, Statement
from dateline.show.who import who_markdown, who_text
from dateline.story.who import said_by
from dateline.text import Span

FULL = "“We have been given five more years and we will not waste a single day of them,”"
CUT = "“we will not waste a single day of them,”"


def report(number: int, quoted: str, outlet: str, day: str, name: str = "Ada Morrow") -> ReadReport:
    text = f"{quoted} said {name}."
    start = text.index(name)
    speaker = Span(start, start + len(name))
    said = Statement(
        content=(Span(0, len(quoted)),), source=(speaker,), style="direct", speaker="p1"
    )
    reading = Reading(
        id=f"pg{number}.0",
        statements=(said,),
        people=(Person(id="p1", name=name, mentions=(speaker,)),),
    )
    header = Report(id=f"pg{number}.0", kind="article", outlet=outlet, published=day)
    return ReadReport(report=header, reading=reading, text=text, page=f"pg{number}")


def test_the_same_words_in_two_outlets_are_one_saying_and_said_to_be_the_same():
    reads = [report(1, FULL, "Post", "2031-05-18"), report(2, FULL, "Wire", "2031-05-17")]
    (said,) = said_by("Morrow", reads)
    assert [saying.report for saying in said.sayings] == ["pg2.0"]
    shown = who_text([said], {read.report.id: read for read in reads})
    assert shown.count("We have been given") == 1
    assert "also Post, 18 May 2031: the same words" in shown
    assert shown.startswith("Ada Morrow: 1 statement\n")


def test_a_shorter_cut_of_a_saying_is_folded_and_its_extent_is_told():
    reads = [report(1, FULL, "Wire", "2031-05-17"), report(2, CUT, "Post", "2031-05-18")]
    said = said_by("Ada Morrow", reads)
    assert len(said[0].sayings) == 1
    by_id = {read.report.id: read for read in reads}
    assert f"also Post, 18 May 2031: {CUT} (9 of 17 words)" in who_text(said, by_id)
    assert "(9 of 17 words)" in who_markdown(said, by_id)


def test_a_quotation_of_two_words_is_folded_when_it_is_the_same_persons():
    short = "“Never again,”"
    reads = [report(1, short, "Wire", "2031-05-17"), report(2, short, "Post", "2031-05-18")]
    assert len(said_by("Ada Morrow", reads)[0].sayings) == 1
    others = [reads[0], report(2, short, "Post", "2031-05-18", name="Ivo Orsk")]
    assert [len(said.sayings) for said in said_by("Orsk", others)] == [1]


def test_other_words_are_another_saying():
    other = "“Nobody will be left behind in the north of this country,”"
    reads = [report(1, FULL, "Wire", "2031-05-17"), report(2, other, "Post", "2031-05-18")]
    (said,) = said_by("Morrow", reads)
    assert len(said.sayings) == 2
    assert not any(saying.copies for saying in said.sayings)


def test_the_same_words_of_another_person_are_not_folded():
    reads = [
        report(1, FULL, "Wire", "2031-05-17"),
        report(2, FULL, "Post", "2031-05-18", name="Ivo Orsk"),
    ]
    (said,) = said_by("Morrow", reads)
    assert said.sayings[0].copies == ()


def test_nobody_of_that_name_is_said():
    assert who_text(said_by("Quist", [report(1, FULL, "Wire", "2031-05-17")]), {}).startswith(
        "Nobody"
    )
