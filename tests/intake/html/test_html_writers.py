"""Writers that a page signs with in other ways than a byline of names."""

from __future__ import annotations

from html_pages import JSON_LD, SENTENCES, page, paragraphs

from dateline.intake.dump import read_dump
from dateline.intake.html import read_html

UNSIGNED = JSON_LD.replace(
    '"author":[{"@type":"Person","name":"Mira Olt"},{"@type":"Person","name":"Jon Dask"}],', ""
)
HOUSE = JSON_LD.replace(
    '{"@type":"Person","name":"Mira Olt"},{"@type":"Person","name":"Jon Dask"}',
    '{"@type":"Organization","name":"Harvan Gazette"}',
)


def authors(source: str) -> tuple[str, ...]:
    read = read_html(source)
    report = read.reports[0]
    assert [span.of(read.text) for span in report.evidence.authors] == list(report.authors)
    return report.authors


def test_initials_that_the_page_marks_as_its_writers_sign_it() -> None:
    for marked, names in (("wire/mol;jd", ("wire/mol", "jd")), ("mol", ("mol",))):
        sign = f'<p>Harvan 1, 10:05; <span itemprop="author">{marked}</span></p>'
        assert authors(page(paragraphs(*SENTENCES) + sign, head=UNSIGNED, byline="")) == names
    words = '<p><span itemprop="author">written by our own people</span></p>'
    assert authors(page(paragraphs(*SENTENCES) + words, head=UNSIGNED, byline="")) == ()


def test_the_house_in_capitals_behind_a_writers_name_is_no_writer() -> None:
    byline = '<p class="author">von <a href="mailto:m@hrf.example">Mira Olt, HRF NORDLAND</a></p>'
    assert authors(page(head=UNSIGNED, byline=byline)) == ("Mira Olt",)
    loud = '<p class="author">By MIRA OLT and JON DASK</p>'
    assert authors(page(head=UNSIGNED, byline=loud)) == ("MIRA OLT", "JON DASK")


def test_a_dump_in_another_language_has_its_writer_without_the_word_before() -> None:
    text = (
        "Fähren zu den Inseln stehen still\nVon Mira Olt\nStand: 04.03.2031, 09:30 Uhr\n"
        "Die Fähre zwischen Harvan und den Inseln steht seit Montag still, weil dem Betreiber der "
        "Treibstoff ausgegangen ist, teilte das Verkehrsministerium mit.\n"
        "Beamte in der Hauptstadt sagten, der Dienst werde wieder aufgenommen, sobald ein Tanker "
        "aus Brenmark eintreffe, was sie binnen drei Tagen erwarten.\n"
        "Der Betreiber, ein Unternehmen der Provinz, hat seit sechs Jahren Geld verloren und um "
        "Hilfe gebeten, wie aus seinem Bericht hervorgeht.\n"
    )
    (report,) = read_dump(text).reports
    assert (report.authors, report.published) == (("Mira Olt",), "2031-03-04T09:30")


def test_where_json_ld_names_the_house_alone_a_meta_tag_names_who_wrote() -> None:
    tag = '<meta name="articleAuthor" content="Kalvan Ajansı">'
    assert authors(page(head=HOUSE + tag, byline="")) == ("Kalvan Ajansı",)
    assert authors(page(head=HOUSE, byline="")) == ("Harvan Gazette",)
