from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake.wire import (
    agency_named,
    agency_of_marks,
    authors_in,
    byline_agency_in,
    is_name,
    lone_dateline_of,
    wire_dateline_of,
    wire_version_of,
)
from dateline.intake.wire.agencies import AGENCIES
from dateline.intake.wire.datelines import DATELINE_FORMS, LONE_FORMS
from dateline.intake.wire.versions import VERSION_MARKS
from dateline.text import Span


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize("agency", [a for a in AGENCIES if a.example], ids=lambda a: a.name)
def test_each_agencys_mark_names_it(agency) -> None:
    assert agency_of_marks(agency.example.strip("()/")) == agency.name


@pytest.mark.parametrize("form", DATELINE_FORMS, ids=lambda form: form.example)
def test_each_form_of_dateline_ends_before_the_first_word(form) -> None:
    dateline = wire_dateline_of(form.example, whole(form.example))
    assert dateline is not None
    assert form.example[dateline.span.end :].startswith("Ferries")


@pytest.mark.parametrize("rule", VERSION_MARKS, ids=lambda rule: rule.example)
def test_each_version_mark_leaves_the_headline_after_it(rule) -> None:
    version = wire_version_of(rule.example)
    assert version is not None
    assert version.kind == rule.kind
    assert version.rest.of(rule.example) == "Ferries stop"


@pytest.mark.parametrize(
    ("text", "place", "agency", "date"),
    [
        ("HARVAN (Reuters) -Ferries", "HARVAN", "Reuters", None),
        ("VELM, Ostrand (AP) — Ferries", "VELM, Ostrand", "AP", None),
        ("(Bloomberg) -- Ferries", None, "Bloomberg", None),
        ("HARVAN, March 3 (Reuters) - Ferries", "HARVAN", "Reuters", "March 3"),
        ("HARVAN/THE SUND, March 7 (Reuters) - Ferries", "HARVAN/THE SUND", "Reuters", "March 7"),
        ("Harvan (Ostrand) (AFP) – Ferries", "Harvan (Ostrand)", "AFP", None),
        ("NEW HARVAN, Nov. 20 (Xinhua) -- Ferries", "NEW HARVAN", "Xinhua", "Nov. 20"),
        ("ST. VELM, Ostr. (AP) — Ferries", "ST. VELM, Ostr.", "AP", None),
        ("HARVAN (Kalvan News Agency) - Ferries", "HARVAN", "Kalvan News Agency", None),
        ("HARVAN:&nbsp;Ferries", "HARVAN", None, None),
        ("NEW HARVAN — Ferries", "NEW HARVAN", None, None),
        ("(AFP) Ferries", None, "AFP", None),
    ],
)
def test_a_dateline_is_taken_apart(text, place, agency, date) -> None:
    dateline = wire_dateline_of(text, whole(text))
    assert dateline is not None
    assert (dateline.place and dateline.place.of(text)) == place
    assert dateline.agency_name == agency
    assert (dateline.date and dateline.date.of(text)) == date
    assert text[dateline.span.end :] == "Ferries"


@pytest.mark.parametrize(
    "text",
    [
        "The minister (left) - said",
        "WATCH: Ferries stop",
        "Mira Kolvenaar (Greens) - who lost",
        "I — the undersigned",
        "A (AP) view",
        "(Updated) Ferries",
        "",
    ],
)
def test_words_that_only_look_like_a_dateline_are_none(text: str) -> None:
    assert wire_dateline_of(text, whole(text)) is None


@pytest.mark.parametrize(
    "headline", ["Update on the ferries", "Breaking bad habits", "Exclusive club"]
)
def test_plain_headlines_carry_no_version(headline: str) -> None:
    assert wire_version_of(headline) is None


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Ann Lee and Bo Ek, Political Correspondent", ["Ann Lee", "Bo Ek"]),
        ("Mira Kolvenaar", ["Mira Kolvenaar"]),
        ("By ANN LEE, BO VAN EK and CIA LEE-ÖZ", ["ANN LEE", "BO VAN EK", "CIA LEE-ÖZ"]),
        ("Ann LeeNews Reporter", ["Ann Lee"]),
        ("Ann LeePublished Jul 17, 2031, 11:21am", ["Ann Lee"]),
        ("Ann Lee2 minutes ago", ["Ann Lee"]),
        ("by Ann Lee Apr. 28, 2031 1:15 pm", ["Ann Lee"]),
        ("By Ann Lee For Harvanmail.Com", ["Ann Lee"]),
        ("Ann Lee and AP", ["Ann Lee", "AP"]),
        ("By Ann Lee, Ap", ["Ann Lee"]),
        ("By ANN LEE and Bo Ek (Afp)", ["ANN LEE", "Bo Ek"]),
        ("By The Associated Press", ["The Associated Press"]),
        ("Associated PressApril 28, 2031", ["Associated Press"]),
        ("By Ann Lee - Associated Press - Friday, April 28, 2031", ["Ann Lee"]),
        ("By Ann Lee in Harvan and Bo Ek in Velm", ["Ann Lee", "Bo Ek"]),
        ("By Ann McDonald", ["Ann McDonald"]),
        ("Ann Lee und Bo Ek, Velm", ["Ann Lee", "Bo Ek"]),
        ("By Ana Ortega y Gasset", ["Ana Ortega y Gasset"]),
        ("By Staff Reporter", []),
        ("Latest Stories", []),
        ("Getty Images", []),
        ("By Courier with agencies", ["Courier"]),
    ],
)
def test_a_byline_gives_its_writers(byline: str, names: list[str]) -> None:
    authors = authors_in(byline, whole(byline))
    assert [author.name for author in authors] == names
    assert [author.span.of(byline) for author in authors] == names


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("By Ann Lee, AP", "AP"),
        ("Ann Lee, Afp", "AFP"),
        ("By Ann Lee and Bo Ek | The Associated Press", "AP"),
        ("By Ann Lee and AP", None),
        ("By Ann Lee, Harvan", None),
        ("By AP", None),
    ],
)
def test_an_agency_behind_the_writers_is_whom_they_write_for(byline, agency) -> None:
    found = byline_agency_in(byline, whole(byline))
    assert (found and found[0]) == agency


@pytest.mark.parametrize("form", LONE_FORMS, ids=lambda form: form.example)
def test_a_dateline_may_have_a_line_of_its_own(form) -> None:
    dateline = lone_dateline_of(form.example, whole(form.example))
    assert dateline is not None
    assert dateline.place is not None
    assert dateline.span.end == len(form.example)


@pytest.mark.parametrize(
    "line",
    ["KEY POINTS —", "PHOTO (AFP)", "Mira Kolvenaar (Greens)", "HARVAN", "Ferries stop, March 3"],
)
def test_other_short_lines_are_no_datelines(line: str) -> None:
    assert lone_dateline_of(line, whole(line)) is None


def test_names_have_two_words_and_capitals() -> None:
    assert is_name("Karin van der Ost")
    assert not is_name("Karin")
    assert not is_name("Read more")
    assert not is_name("the Ost")


def test_small_words_are_no_agency() -> None:
    assert agency_named("ap") is None
    assert agency_named("dpa") == "dpa"
    assert agency_named("The Associated Press") == "AP"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_spans_lie_inside_any_text(text: str) -> None:
    span = whole(text)
    dateline = wire_dateline_of(text, span)
    if dateline is not None:
        for inner in (dateline.span, dateline.place, dateline.agency, dateline.date):
            assert inner is None or span.contains(inner)
    for author in authors_in(text, span):
        assert span.contains(author.span)
    version = wire_version_of(text)
    if version is not None:
        assert span.contains(version.span)
        assert version.span.end <= version.rest.start


def test_a_version_of_very_many_digits_is_none() -> None:
    assert wire_version_of(f"Update {'9' * 5_000}: Ferries stop") is None
