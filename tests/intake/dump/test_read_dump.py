from __future__ import annotations

import time

import pytest
from dump_samples import DUMPS, TEASERS_ONLY, WIRE, Dump
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.intake.dump import MAX_CHARACTERS, line_labels, page_id, read_dump
from dateline.intake.dump.furniture import furniture_kind
from dateline.records import Page, Report
from dateline.text import without_entities


def article_of(page: Page) -> Report | None:
    return next((report for report in page.reports if report.kind == "article"), None)


def words_of(text: str) -> str:
    return " ".join(without_entities(text).split())


def check_page(page: Page, text: str) -> None:
    """Everything a page points at is there, in order, and says what it is said to say."""
    assert page.text == text
    at = 0
    for part in page.parts:
        assert at <= part.start < part.end <= len(text)
        at = part.end
    for number, report in enumerate(page.reports):
        assert report.id == f"{page.id}.{number}"
        evidence = report.evidence
        for spans in (
            evidence.headline, evidence.authors, evidence.agency, evidence.publisher,
            evidence.outlet, evidence.place, evidence.published, evidence.updated,
            evidence.version, evidence.reading_minutes, report.body,
        ):  # fmt: skip
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        for value, spans in (
            (report.headline, evidence.headline),
            (report.publisher, evidence.publisher),
            (report.outlet, evidence.outlet),
            (report.place, evidence.place),
            (report.version, evidence.version),
        ):
            assert (value is None) == (not spans)
            if value is not None:
                assert words_of(spans[0].of(text)) == value
        assert [words_of(span.of(text)) for span in evidence.authors] == list(report.authors)
        assert (report.agency is None) == (not evidence.agency)
        assert list(report.body) == sorted(report.body)
        assert all(a.end <= b.start for a, b in zip(report.body, report.body[1:], strict=False))
        assert set(report.subheads) <= set(report.body)


@pytest.mark.parametrize(
    "line", ["HARVAN, Ostrand, March 4, 2031 (AFP)", "HARVAN, Ostrand (AFP) —"]
)
def test_a_dateline_may_be_the_line_above_the_article(line: str) -> None:
    text = WIRE.text.replace("(Kalvan Wire) -- ", f"{line}\n\n")
    page = read_dump(text)
    check_page(page, text)
    report = article_of(page)
    assert report is not None
    assert (report.place, report.agency) == ("HARVAN, Ostrand", "AFP")
    assert next(page.text[p.start : p.end] for p in page.parts if p.kind == "dateline") == line


def test_the_agency_a_writer_writes_for_is_no_writer() -> None:
    text = WIRE.text.replace("Mira Kolvenaar\n", "By Mira Kolvenaar, Ap\n").replace(
        "(Kalvan Wire) -- ", ""
    )
    report = article_of(read_dump(text))
    assert report is not None
    assert (report.authors, report.agency) == (("Mira Kolvenaar",), "AP")


@pytest.mark.parametrize("name", DUMPS)
def test_every_span_of_an_invented_dump_says_what_it_claims(name: str) -> None:
    dump = DUMPS[name]
    check_page(read_dump(dump.text), dump.text)


@pytest.mark.parametrize("name", DUMPS)
def test_the_article_has_its_headline_writers_date_and_subheads(name: str) -> None:
    dump = DUMPS[name]
    article = article_of(read_dump(dump.text))
    if dump.headline is None:
        assert article is None
    else:
        assert article is not None
        assert article.headline == dump.headline
        assert article.authors == dump.authors
        assert article.published == dump.published
        assert tuple(span.of(dump.text) for span in article.subheads) == dump.subheads


def related_counts(dump: Dump) -> tuple[int, int, int]:
    found = {report.headline for report in read_dump(dump.text).reports if report.kind == "teaser"}
    wanted = {item.headline for item in dump.related}
    return len(found & wanted), len(found - wanted), len(wanted - found)


def test_related_items_are_found_with_f1_of_nine_tenths_or_more() -> None:
    counts = [related_counts(dump) for dump in DUMPS.values()]
    hit, extra, missed = (sum(column) for column in zip(*counts, strict=True))
    assert 2 * hit / (2 * hit + extra + missed) >= 0.9


@pytest.mark.parametrize("name", DUMPS)
def test_a_related_item_has_its_teaser_agency_place_outlet_and_cut(name: str) -> None:
    dump = DUMPS[name]
    reports = {r.headline: r for r in read_dump(dump.text).reports if r.kind == "teaser"}
    for item in dump.related:
        report = reports[item.headline]
        body = " ".join(words_of(span.of(dump.text)) for span in report.body)
        assert body.startswith(item.teaser or "")
        assert bool(body) == (item.teaser is not None)
        assert (report.agency, report.place) == (item.agency, item.place)
        assert (report.outlet, report.truncated) == (item.outlet, item.truncated)


def test_sentences_that_lost_their_space_are_separate_spans_of_the_body() -> None:
    report = next(r for r in read_dump(WIRE.text).reports if r.outlet == "Clipfully")
    assert [span.of(WIRE.text)[:13] for span in report.body] == [
        "Divers search",
        "Footage taken",
        "Officials sai",
    ]


def test_the_label_of_a_video_script_is_not_part_of_the_teaser() -> None:
    report = read_dump(WIRE.text).reports[-1]
    assert report.body[0].of(WIRE.text).startswith("The transport minister")


def test_promo_copyright_and_reading_time_are_parts_of_their_own() -> None:
    parts = {part.kind: WIRE.text[part.start : part.end] for part in read_dump(WIRE.text).parts}
    assert parts["promo"] == "Most Read from Kalvan Weekend"
    assert parts["copyright"] == "©2031 Kalvan Media L.P."
    assert parts["reading_time"] == "4 min read"
    assert parts["published"] == "2031-03-04"


def test_agency_publisher_minutes_and_version_are_read() -> None:
    article, first = read_dump(WIRE.text).reports[:2]
    assert article.agency == "Kalvan Wire"
    assert article.publisher == "Kalvan Media L.P."
    assert article.reading_minutes == 4
    assert first.version == "UPDATE 2"


def test_teasers_take_the_pages_date() -> None:
    teaser = read_dump(WIRE.text).reports[1]
    assert (teaser.published, teaser.published_basis) == ("2031-03-04", "page")


def test_a_given_date_wins_over_the_stated_one() -> None:
    article, teaser = read_dump(WIRE.text, published="2031-03-05").reports[:2]
    assert (article.published, article.published_basis) == ("2031-03-05", "given")
    assert (teaser.published, teaser.published_basis) == ("2031-03-05", "given")


def test_a_page_of_teasers_has_no_article_and_says_so() -> None:
    page = read_dump(TEASERS_ONLY.text)
    assert {note.code for note in page.notes} == {"no-article", "no-date"}
    assert all(report.kind == "teaser" for report in page.reports)


def test_a_date_after_today_is_noted() -> None:
    codes = {note.code for note in read_dump(WIRE.text, today="2031-03-01").notes}
    assert "future-date" in codes
    assert "future-date" not in {n.code for n in read_dump(WIRE.text, today="2031-03-04").notes}


def test_a_correction_is_noted_with_its_place() -> None:
    text = DUMPS["sourced"].text
    article = article_of(read_dump(text))
    assert article is not None
    note = next(note for note in article.notes if note.code == "correction")
    assert note.spans[0].of(text).startswith("Correction: An earlier version")


def test_one_label_a_line_with_blanks_and_bodies() -> None:
    page = read_dump(WIRE.text)
    labels = line_labels(page)
    lines = WIRE.text.split("\n")
    assert len(labels) == len(lines)
    assert labels[lines.index("Old Ships")] == "subhead"
    assert labels[lines.index("Latest Stories")] == "other"
    assert {labels[i] for i, line in enumerate(lines) if not line.strip()} == {"blank"}
    assert labels[-2] == "related"


def test_page_id_is_a_digest_of_the_text() -> None:
    assert read_dump(WIRE.text).id == page_id(WIRE.text)
    assert page_id("a\ud800") != page_id("a")


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x00\x00\x00", "1234 — 5678 •"])
def test_a_text_without_words_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InputError, match="no words"):
        read_dump(text, path="empty.txt")


def test_a_text_beyond_the_bound_is_refused() -> None:
    with pytest.raises(InputError, match="at most 16 million"):
        read_dump("a" * (MAX_CHARACTERS + 1))


def test_a_text_of_too_many_lines_is_refused() -> None:
    with pytest.raises(InputError, match="lines; one dump may have at most 100,000"):
        read_dump("a\n" * 100_001)


@pytest.mark.parametrize(
    "text",
    [
        "Ferry stops in the harbour town\n" + "1\n" * 20_000,
        "1\n" * 20_000 + "Ferry stops in the harbour town\n",
        "\u2022 Ferry stops in the harbour\n" + "    the council of the town said\n" * 10_000,
        "\u2022" * 60_000,
        "\u00c9" * 60_000,
        "Aa" * 60_000,
    ],
    ids=["numbers under", "numbers over", "indented", "bullets", "capitals", "mixed"],
)
def test_time_grows_no_faster_than_the_page(text: str) -> None:
    began = time.process_time()
    read_dump("The ferry stopped on Monday.\n" + text)
    assert time.process_time() - began < 6


def test_a_page_of_more_lines_than_any_article_is_read_by_their_length() -> None:
    prose = "The ferry stopped on Monday, the council of the town said, and nobody was hurt there."
    page = read_dump("Ferry stops\n" + f"{prose}\nMenu\n" * 3_000)
    assert {span.of(page.text) for span in page.reports[0].body} == {prose}


@pytest.mark.parametrize(
    "text",
    [
        "one line only",
        "a\x00b\x00\n" + WIRE.text,
        "\ud800 broken \udfff\n" + WIRE.text,
        "وكالة كلفان: أعلنت الحكومة اليوم عن خطة جديدة للموانئ في البلاد.\n\nقال الوزير إن العمل سيبدأ.",
        "港で火災\n\nオストランドの首都ハルヴァンの港で火曜日、フェリーが燃え、十四人が死亡した。警察が原因を調べている。\n",
        "&nbsp;&nbsp;\n&nbsp;A&nbsp;B&nbsp;\n",
        "•\n•\n• a\n",
        "\r\n".join(["Headline here for all of us", "", "By Ann Lee", "", "It rained."]),
        "GET /\x01\x02\x03 \x7f" * 50,
        "©©©© 2031\n© x",
    ],
    ids=[
        "line",
        "nul",
        "surrogate",
        "arabic",
        "japanese",
        "nbsp",
        "bullets",
        "crlf",
        "ctrl",
        "copy",
    ],
)
def test_odd_texts_are_read_and_their_spans_hold(text: str) -> None:
    page = read_dump(text)
    check_page(page, text)
    assert len(line_labels(page)) >= 1


def test_a_megabyte_in_one_line_is_read_in_linear_time() -> None:
    sentence = "The harbour of Harvan was closed on Monday, officials said. "
    start = time.process_time()
    check_page(
        read_dump(sentence * (1_000_000 // len(sentence))), sentence * (1_000_000 // len(sentence))
    )
    assert time.process_time() - start < 10


pieces = st.sampled_from(
    [
        "By Ann Lee", "HARVAN (AP) — ", "Latest Stories", "• ", "\n", "\n\n", "  ", "\t", "&nbsp;",
        "Ferries stop in Harvan as storm nears coast", "The ferries stopped on Monday, officials said.",
        "READ MORE: Ferries stop in Harvan again today", "© 2031 Courier Ltd.", "5 min read", "“", "”",
        "March 4, 2031", "Published: 4 March 2031 5:10 pm", "Credit: Bo Ek via Clipfully", "STORY: ",
        "2 hours ago", "UPDATE 2-", " - The Courier", "...", "…", "港で火災。", "\x00", "\ud800", "a.B", "aB",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=40).map("".join))
def test_any_mix_of_pieces_is_read_with_valid_spans(text: str) -> None:
    try:
        page = read_dump(text)
    except InputError:
        return
    check_page(page, text)
    assert read_dump(text) == page


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        page = read_dump(text)
    except InputError:
        return
    check_page(page, text)


FERRY = """The Kalvan Courier
News | Harbour | Sport
Twelve rescued as barge sinks off Point Aster
Mira Olt, Harbour Correspondent
Fri 4 March 2031 09.20
At least twelve people were rescued after a barge sank in heavy seas on Thursday, officials said.
The barge was on its way from Kalvan to the island of Ness when it sent a distress call at night.
Lifeboats brought the crew to the shore. Photograph: Courier
Captain Ada Ruhl, who leads the search, told reporters that nobody was missing any longer.
The owner of the barge said that it had passed an inspection in January without any fault.
This article was amended on 5 March 2031. An earlier version gave a wrong time for the call.
(Reporting by Jon Dask. Editing by Lena Sorel)
Topics
"""


def _kinds(text: str) -> dict[str, str]:
    return {text[part.start : part.end]: part.kind for part in read_dump(text).parts}


def test_a_site_name_over_its_menu_is_not_the_headline() -> None:
    report = read_dump(FERRY).reports[0]
    assert report.headline == "Twelve rescued as barge sinks off Point Aster"
    assert report.authors == ("Mira Olt",)
    assert report.published == "2031-03-04T09:20"


def test_captions_sign_offs_and_corrections_are_no_paragraphs() -> None:
    kinds = _kinds(FERRY)
    assert kinds["Lifeboats brought the crew to the shore. Photograph: Courier"] == "caption"
    assert kinds["(Reporting by Jon Dask. Editing by Lena Sorel)"] == "credit"
    page = read_dump(FERRY)
    assert not any("amended" in span.of(page.text) for span in page.reports[0].body)
    assert "correction" in {note.code for note in page.reports[0].notes}


@pytest.mark.parametrize(
    "line",
    [
        "Newsreel writers Jale Onur in Velmar and Peter Holm in Sorvik contributed to this report.",
        "Jale Onur contributed reporting from Velmar.",
        "___",
    ],
)
def test_who_contributed_is_no_paragraph(line: str) -> None:
    assert _kinds(FERRY.replace("(Reporting by Jon Dask. Editing by Lena Sorel)", line))[line] == (
        "credit"
    )


def test_a_byline_is_one_part_with_its_role_and_a_date_with_its_weekday() -> None:
    kinds = _kinds(FERRY)
    assert kinds["Mira Olt, Harbour Correspondent"] == "byline"
    assert kinds["Fri 4 March 2031 09.20"] == "published"


def test_a_time_glued_to_the_year_is_read() -> None:
    page = read_dump(FERRY.replace("Fri 4 March 2031 09.20", "March 4, 20314:05 PM UTC"))
    assert page.reports[0].published == "2031-03-04T16:05+00:00"


def test_a_date_after_today_is_noted_also_when_it_was_given() -> None:
    late = read_dump(FERRY, today="2031-03-01")
    given = read_dump(FERRY, published="2031-04-01", today="2031-03-20")
    assert all("future-date" in {note.code for note in page.notes} for page in (late, given))
    assert "future-date" not in {note.code for note in read_dump(FERRY, today="2031-03-04").notes}


def test_the_path_of_sections_glued_before_a_headline_is_not_part_of_it() -> None:
    title = "Twelve rescued as barge sinks off Point Aster"
    path = FERRY.replace(title, f"HomeNewsHarbour{title}\n{title}")
    assert read_dump(path).reports[0].headline == title


def test_a_caption_is_neither_the_headline_nor_does_it_date_the_article() -> None:
    caption = (
        "The barge off Point Aster as twelve are rescued by lifeboats from the harbour of Kalvan, "
        "Thursday, May 3, 2029, in rough seas. (AP Photo/Bo Ek)"
    )
    report = read_dump(FERRY.replace("Mira Olt, Harbour", f"{caption}\nMira Olt, Harbour")).reports[
        0
    ]
    assert report.headline == "Twelve rescued as barge sinks off Point Aster"
    assert report.published == "2031-03-04T09:20"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Image: © Kalvan Archive)", "credit"),
        ("Bo Ek/Reuters", "credit"),
        ("AP", "credit"),
        ("AP Top News", "other"),
        ("More from AP", "other"),
        ("© 2031 Kalvan Media Ltd", "copyright"),
        ("(Photo by Tove Lind/Getty Images)", "credit"),
    ],
)
def test_a_line_around_an_article_has_its_kind(line: str, kind: str) -> None:
    assert furniture_kind(line, near_article=False) == kind


def test_a_corrected_version_in_a_list_is_another_story_and_no_note() -> None:
    text = WIRE.text.replace("UPDATE 2-Ostrand", "CORRECTED-Ostrand")
    page = read_dump(text)
    assert page.reports[1].version == "CORRECTED"
    assert "correction" not in {note.code for note in page.reports[0].notes}


def test_the_numbers_of_a_list_of_the_most_read_are_not_in_its_headlines() -> None:
    listed = "Most Popular\n1. Whale swims up river again\n2. Herring prices double in Harvan\n"
    heads = {report.headline for report in read_dump(FERRY + listed).reports[1:]}
    assert heads == {"Whale swims up river again", "Herring prices double in Harvan"}


def test_a_page_of_a_few_lines_that_are_mostly_sentences_is_an_article() -> None:
    page = read_dump(
        "Vessen bridge reopens after three years\n\nBy Tilda Aronsen\n4 May 2031\n\n"
        "VESSEN – The bridge reopened to traffic on Sunday.\n\n"
        "“People had stopped believing in it,” said Mara Okoye, the mayor of Vessen.\n"
    )
    (report,) = page.reports
    assert (report.headline, report.authors) == (
        "Vessen bridge reopens after three years",
        ("Tilda Aronsen",),
    )
    assert [span.of(page.text)[:10] for span in report.body] == ["The bridge", "“People ha"]


def test_a_few_lines_of_links_are_no_article() -> None:
    page = read_dump(
        "Home\nNews\nSport\nWeather\n\nThe page was moved to the new site.\n\nContact\n"
    )
    assert [report for report in page.reports if report.kind == "article"] == []


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("2031-02-31", None),
        ("2031-03-04x", "2031-03-04"),
        ("2031-03-04T08:00:00Z", "2031-03-04T08:00:00Z"),
    ],
)
def test_a_head_line_states_a_day_that_is_one(written: str, published: str | None) -> None:
    prose = (
        "The ferry stopped on Monday, the council of the town said, and nobody was hurt there.\n"
    )
    page = read_dump(f"date {written} Ferry stops in Harvan\n{prose * 3}")
    assert page.reports[0].published == published


def test_a_page_of_more_lines_than_any_article_says_how_it_was_read() -> None:
    told = "The pumps at the north lock were switched on again late on Monday, the port said."
    page = read_dump("\n".join([told, *["Tide table"] * 4_100]))
    assert page.notes[0].code == "long-page"
    (report,) = [report for report in page.reports if report.kind == "article"]
    assert [span.of(page.text) for span in report.body] == [told]


def test_what_the_wire_says_is_new_is_neither_headline_nor_text() -> None:
    page = read_dump(
        "Northern Wire\nUPDATE 2-Port reopens as fuel arrives\nBy Mira Olt\nMarch 17, 2031 11:42 PM\n"
        "(Adds port's statement, fuel price)\n"
        "VELM, March 17 (Northern Wire) - The port of Velm reopened on Sunday after a tanker with "
        "fuel arrived from the south, the port said.\n"
        "The tanker is to unload until Monday night, and the price of fuel has fallen by a third.\n"
        "The port had been closed for nine days, longer than ever before since the last war.\n"
    )
    article = article_of(page)
    assert article is not None
    assert article.headline == "UPDATE 2-Port reopens as fuel arrives"
    assert not any(span.of(page.text).startswith("(Adds") for span in article.body)


def test_a_date_and_time_between_paragraphs_is_no_paragraph() -> None:
    stamp = "March 4, 2031 2:05 pm ET"
    text = FERRY.replace("Lifeboats brought", f"{stamp}\nLifeboats brought")
    page = read_dump(text)
    assert not any(stamp in span.of(page.text) for span in page.reports[0].body)


@pytest.mark.parametrize("label", ["Updated ", "Updated", "Last modified: "])
def test_a_page_that_states_only_its_update_does_not_state_when_it_was_published(
    label: str,
) -> None:
    text = FERRY.replace("Fri 4 March 2031 09.20", f"{label}20:49, 5 Mar 2031")
    report = read_dump(text).reports[0]
    assert (report.published, report.published_basis) == ("2031-03-05T20:49", "page")
    assert report.updated == "2031-03-05T20:49"
    assert "only-updated" in {note.code for note in report.notes}
    assert "only-updated" not in {note.code for note in read_dump(FERRY).reports[0].notes}
