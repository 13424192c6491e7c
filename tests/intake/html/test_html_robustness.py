from __future__ import annotations

import random
import time

import msgspec
import pytest
from html_pages import SENTENCES, page, paragraphs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.intake.html import MAX_HTML_BYTES, read_html
from dateline.records import Page


def assert_sound(read: Page) -> None:
    """Parts lie in order within the text; every span of a report is not empty."""
    at = 0
    for part in read.parts:
        assert at <= part.start < part.end <= len(read.text)
        at = part.end
    for report in read.reports:
        evidence = report.evidence
        spans = [
            *report.body, *report.subheads, *evidence.headline, *evidence.authors,
            *evidence.published, *evidence.updated, *evidence.outlet, *evidence.agency,
            *evidence.publisher, *evidence.place, *evidence.version,
        ]  # fmt: skip
        for span in spans:
            assert 0 <= span.start < span.end <= len(read.text)
        if report.headline:
            assert evidence.headline


def read_or_refused(data: bytes | str) -> Page | None:
    try:
        read = read_html(data)
    except InputError:
        return None
    assert_sound(read)
    return read


_PIECES = st.sampled_from(
    """<p> </p> <div> </div> <br> <a/href=x> <h1> <h2> <li> <ul> <span> </span> <time/datetime=2031-03-04>
    <script> </script> <table> <td> <!-- --> &nbsp; &#0; &#xD800; &lt; <b> </b> <article> <figure>
    <figcaption> <![CDATA[ ]]> <?x ?> <svg> </svg> <noscript> \x00 \ud800 مرحبا 日本語の文章 Harvan said
    """.split()
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES | st.text(max_size=12), max_size=60))
def test_any_soup_of_tags_gives_valid_spans(pieces: list[str]) -> None:
    read_or_refused(" ".join(pieces))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refused(b"<html><body><p>" + data)


def test_mutated_pages_give_valid_spans() -> None:
    generator = random.Random(7)
    source = page().encode()
    for _ in range(60):
        data = bytearray(source)
        for _ in range(generator.randrange(1, 30)):
            at = generator.randrange(len(data))
            kind = generator.randrange(3)
            if kind == 0:
                data[at] = generator.randrange(256)
            elif kind == 1:
                del data[at : at + generator.randrange(1, 40)]
            else:
                data[at:at] = data[: generator.randrange(60)]
        read_or_refused(bytes(data))


_MEGABYTE = 1_000_000
_BOMBS = {
    "nested boxes": b"<html><body>" + b"<div>" * 100_000 + b"<p>Words in the deep.</p>",
    "nested lists": b"<html><body>" + b"<ul><li>x" * 100_000,
    "one attribute": b'<html><body><div class="'
    + b"a b " * 250_000
    + b'"><p>Words here.</p></div>',
    "one line": b"<html><body><p>" + b"words and words. " * 60_000,
    "many breaks": b"<html><body>" + b"x<br>" * 200_000,
    "many paragraphs": b"<html><body>" + b"<p>words and more words here</p>" * 30_000,
    "json in json": b'<p>words</p><script type="application/ld+json">' + b"[" * _MEGABYTE,
    "long title": b'<meta name="author" content="' + b"Ann Lee, " * 100_000 + b'"><p>words</p>',
}


@pytest.mark.parametrize("name", sorted(_BOMBS))
def test_a_megabyte_of_trouble_takes_bounded_time(name: str) -> None:
    begun = time.process_time()
    assert read_or_refused(_BOMBS[name]) is not None
    assert time.process_time() - begun < 6


def test_too_large_a_page_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="at most 17 MB"):
        read_html(b"<p>" + b"a" * (MAX_HTML_BYTES + 1))


@pytest.mark.parametrize("data", [b"", b"  \n ", b"<html></html>", bytes(range(256)) * 50])
def test_an_input_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_html(data)


def test_entities_of_the_page_s_own_are_never_expanded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "haha"><!ENTITY b "&a;&a;">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>&b; &f; words</p></body></html>'
    )
    read = read_html(bomb)
    assert "haha" not in read.text.replace("ENTITY", "") or "&" in read.text


_RUSSIAN = "Паром остановился в понедельник, сообщило министерство транспорта столицы."


@pytest.mark.parametrize(
    ("charset", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("windows-1251", "windows-1251"),
        ("utf-8", "utf-8"),
        ("utf-16", "utf-16"),
    ],
)
def test_charsets_are_read_also_when_declared_wrongly(charset: str, declared: str) -> None:
    source = f'<html><head><meta charset="{declared}"></head><body><p>{_RUSSIAN}</p></body></html>'
    assert _RUSSIAN in read_html(source.encode(charset)).text


def test_a_japanese_charset_wins_over_a_declared_western_one() -> None:
    words = "連絡船は月曜日に燃料不足のため運航を停止したと運輸省が発表した。" * 5
    source = f'<meta charset="iso-8859-1"><p>{words}</p>'
    assert words in read_html(source.encode("shift_jis")).text


def test_nul_and_lone_surrogates_do_no_harm() -> None:
    first = SENTENCES[0].replace("ferry", "fer\x00ry").replace("fuel", "fu\ud800el")
    read = read_html(page(paragraphs(first, *SENTENCES[1:])))
    assert "fu\ufffdel" in read.text
    assert [note.code for note in read.notes] == ["replaced-characters"]
    read.text.encode("utf-8")


def test_right_to_left_and_unspaced_text_is_read() -> None:
    arabic = "توقفت العبارة بين الميناء والجزر يوم الاثنين بعد نفاد الوقود، حسبما ذكرت وزارة النقل في العاصمة."
    chinese = "渡轮公司周一宣布因燃料耗尽停运，交通部门表示油轮将在三天内抵达港口，届时恢复服务。"
    for words in (arabic, chinese):
        read = read_html(page(paragraphs(*[words + str(i) for i in range(6)])))
        report = read.reports[0]
        assert len(report.body) == 6
        assert_sound(read)


@pytest.mark.parametrize("count", ['"\u00b2"', '"%s"' % ("9" * 5_000), "-3", "true", "null"])
def test_a_count_of_words_that_is_none_costs_no_page(count: str) -> None:
    page = read_html(
        '<html><title>Ferry</title><script type="application/ld+json">'
        f'{{"@type":"NewsArticle","headline":"Ferry stops","wordCount":{count}}}</script><p>Text</p>'
    )
    assert page.reports[0].headline == "Ferry stops"


@pytest.mark.parametrize("field", ["headline", "author", "publisher", "articleBody", "description"])
def test_half_a_character_in_metadata_is_replaced(field: str) -> None:
    page = read_html(
        '<html><title>Ferry</title><script type="application/ld+json">'
        f'{{"@type":"NewsArticle","{field}":"Mira \\ud800 Olt"}}</script><h1>Ferry</h1><p>Text</p>'
    )
    assert msgspec.json.decode(msgspec.json.encode(page), type=Page) == page
