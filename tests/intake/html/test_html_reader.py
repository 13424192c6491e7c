from __future__ import annotations

import re

import msgspec
import pytest
from html_pages import JSON_LD, RELATED, SENTENCES, page, paragraphs

from dateline.intake.html import read_html
from dateline.records import Page, Report


def article(source: str | bytes, **given: str) -> tuple[Page, Report]:
    read = read_html(source, **given)  # type: ignore[arg-type]
    return read, next(report for report in read.reports if report.kind == "article")


def body(read: Page, report: Report) -> list[str]:
    return [span.of(read.text) for span in report.body]


def kinds(read: Page, kind: str) -> list[str]:
    return [read.text[p.start : p.end] for p in read.parts if p.kind == kind]


def test_the_body_is_the_paragraphs_and_nothing_around_them() -> None:
    read, report = article(page())
    assert body(read, report) == list(SENTENCES)


def test_fields_come_from_the_page_with_their_visible_words() -> None:
    read, report = article(page(), url="https://gazette.example/2031/03/ferries")
    evidence = report.evidence
    assert report.headline == "Ferries stop as fuel runs out"
    assert report.authors == ("Mira Olt", "Jon Dask")
    assert [span.of(read.text) for span in evidence.authors] == ["Mira Olt", "Jon Dask"]
    assert (report.published, report.published_basis) == ("2031-03-04T09:30:00+02:00", "stated")
    assert "4 March 2031" in evidence.published[0].of(read.text)
    assert report.updated == "2031-03-04T11:00:00+02:00"
    assert (report.outlet, report.publisher) == ("Harvan Gazette", "Gazette Media Ltd.")
    assert report.reading_minutes == 3


def test_a_value_only_the_metadata_states_points_at_the_marked_last_section() -> None:
    read, report = article(page(stamp=""))
    span = report.evidence.published[0]
    assert span.of(read.text) == "2031-03-04T09:30:00+02:00"
    assert read.text.index("[page metadata]") < span.start
    assert any(p.kind == "other" and p.start <= span.start < p.end for p in read.parts)


def test_parts_name_headline_byline_caption_and_copyright() -> None:
    read, _ = article(page())
    assert kinds(read, "headline") == ["Ferries stop as fuel runs out"]
    assert kinds(read, "byline") == ["By Mira Olt and Jon Dask"]
    assert kinds(read, "caption") == ["The quay at Harvan on Monday. (Photo: Ada Ruhl)"]
    assert kinds(read, "copyright") == ["© 2031 Gazette Media Ltd. All rights reserved."]
    assert kinds(read, "reading_time") == ["3 min read"]


def test_sub_heads_and_list_items_stay_in_order() -> None:
    inner = (
        paragraphs(*SENTENCES[:2])
        + "<h2>What happens next</h2>"
        + "<ul><li>The tanker is due in the harbour of Harvan on Thursday morning.</li>"
        + "<li>The council meets on the same day to discuss reserves of fuel.</li></ul>"
        + paragraphs(*SENTENCES[2:])
    )
    read, report = article(page(inner))
    words = body(read, report)
    assert [span.of(read.text) for span in report.subheads] == ["What happens next"]
    at = words.index("What happens next")
    assert words[at + 1].startswith("The tanker is due") and words[at - 1] == SENTENCES[1]


def test_the_wire_dateline_is_split_from_the_first_paragraph() -> None:
    first = "HARVAN, March 4 (Reuters) - " + SENTENCES[0]
    read, report = article(page(paragraphs(first, *SENTENCES[1:])))
    assert body(read, report)[0] == SENTENCES[0]
    assert (report.agency, report.place) == ("Reuters", "HARVAN")
    assert kinds(read, "dateline") == ["HARVAN, March 4 (Reuters) -"]


@pytest.mark.parametrize(
    "line", ["HARVAN, Ostrand, March 4, 2031 (AFP)", "HARVAN, Ostrand (AFP) —"]
)
def test_a_dateline_may_be_a_paragraph_of_its_own(line: str) -> None:
    read, report = article(page(paragraphs(line, *SENTENCES)))
    assert body(read, report) == list(SENTENCES)
    assert (report.agency, report.place) == ("AFP", "HARVAN, Ostrand")
    assert kinds(read, "dateline") == [line]


def test_the_agency_a_writer_writes_for_is_no_writer() -> None:
    head = JSON_LD.replace('"name":"Jon Dask"', '"name":"Jon Dask, Ap"')
    byline = '<div class="byline">By Mira Olt and Jon Dask, Ap</div>'
    _, report = article(page(head=head, byline=byline))
    assert (report.authors, report.agency) == (("Mira Olt", "Jon Dask"), "AP")


def test_related_stories_become_teasers_with_their_address() -> None:
    read = read_html(page(), url="https://gazette.example/2031/03/ferries")
    teasers = [report for report in read.reports if report.kind == "teaser"]
    assert [(t.headline, t.url) for t in teasers] == [
        (
            "Harbour wall at Sund to be rebuilt after storm damage",
            "https://gazette.example/2031/03/harbour-wall",
        ),
        (
            "Teachers in Brenmark vote for a strike next week",
            "https://gazette.example/2031/03/teachers",
        ),
    ]
    assert teasers[0].body[0].of(read.text).startswith("The works will take two years")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="Ferries stop as fuel runs out | Harvan Gazette">'
        '<meta property="article:published_time" content="2031-03-04T09:30:00+02:00">'
        '<meta name="author" content="By Mira Olt and Jon Dask">',
        JSON_LD.replace('"@type":"NewsArticle"', '"@type":["NewsArticle","Report"]'),
        JSON_LD.replace("}]}", "},]}"),
        JSON_LD.replace("{", "<!--{", 1).replace("</script>", "--></script>"),
    ],
)
def test_metadata_is_read_in_its_usual_and_its_broken_forms(head: str) -> None:
    _, report = article(page(head=head))
    assert report.headline == "Ferries stop as fuel runs out"
    assert report.authors == ("Mira Olt", "Jon Dask")
    assert report.published == "2031-03-04T09:30:00+02:00"


def test_microdata_gives_author_and_date() -> None:
    byline = '<span itemprop="author">Mira Olt</span>'
    stamp = '<meta itemprop="datePublished" content="2031-03-04">'
    read, report = article(page(head="", byline=byline, stamp=stamp))
    assert (report.authors, report.published) == (("Mira Olt",), "2031-03-04")
    assert report.evidence.authors[0].of(read.text) == "Mira Olt"


def test_a_byline_stands_in_when_the_metadata_names_nobody() -> None:
    _, report = article(page(head="", byline='<p class="byline">By Mira Olt and Jon Dask</p>'))
    assert report.authors == ("Mira Olt", "Jon Dask")


def test_who_is_quoted_under_a_pull_quote_is_no_writer() -> None:
    quoted = (
        "<blockquote><p>The fuel is gone.</p><footer><cite>"
        '<span class="quoteAuthor">Tove Lind</span></cite></footer></blockquote>'
    )
    written = paragraphs(*SENTENCES[:1]) + quoted + paragraphs(*SENTENCES[1:])
    byline = '<p class="byline">By Mira Olt</p>'
    _, report = article(page(written, head="", byline=byline))
    assert report.authors == ("Mira Olt",)


def test_a_writer_stated_by_the_parts_of_a_name_has_the_whole_name() -> None:
    person = '"author":{"@type":"Person","familyName":"Dask","givenName":"Jon Ivar"}'
    head = re.sub(r'"author":\[.*?\]', person, JSON_LD)
    assert person in head
    _, report = article(page(head=head))
    assert report.authors == ("Jon Ivar Dask",)


def test_an_amp_page_reads_like_the_plain_one() -> None:
    amp = page().replace("<html", "<html amp").replace("<img ", "<amp-img ")
    amp = amp.replace('<div class="article-body">', '<amp-ad type="x"></amp-ad><section>')
    read, report = article(amp)
    assert body(read, report) == list(SENTENCES)


def test_a_paywall_stub_is_said_to_be_one() -> None:
    stub = paragraphs(*SENTENCES[:2]) + '<div class="paywall">Subscribe to continue reading</div>'
    head = JSON_LD.replace('"publisher"', '"isAccessibleForFree":false,"publisher"')
    _, report = article(page(stub, head=head))
    assert report.truncated
    assert "paywall" in [note.code for note in report.notes]


def test_a_whole_article_marked_as_paid_is_no_stub() -> None:
    head = JSON_LD.replace(
        '"publisher"', '"isAccessibleForFree":"False","wordCount":110,"publisher"'
    )
    _, report = article(page(head=head))
    assert "paywall" not in [note.code for note in report.notes]


def test_a_live_blog_is_noted_with_its_entries() -> None:
    head = JSON_LD.replace("NewsArticle", "LiveBlogPosting")
    entries = "".join(
        f'<div class="live-post"><h2>Entry number {i} of the day</h2><p>{words}</p></div>'
        for i, words in enumerate(SENTENCES)
    )
    read, report = article(page(entries, head=head))
    note = next(note for note in report.notes if note.code == "live-blog")
    assert [span.of(read.text)[:5] for span in note.spans] == ["Entry"] * len(SENTENCES)


def test_words_for_screen_readers_are_no_part_of_a_sentence() -> None:
    first = SENTENCES[0].replace(
        "the ministry", '<a href="/m">the ministry<span class="sr-only">, opens new tab</span></a>'
    )
    read, report = article(page(paragraphs(first, *SENTENCES[1:])))
    assert body(read, report)[0] == SENTENCES[0]


def test_writers_beside_a_marked_one_are_taken_from_the_same_line() -> None:
    _, report = article(page(head=""))
    assert report.authors == ("Mira Olt", "Jon Dask")


def test_a_version_mark_is_read_from_the_headline() -> None:
    headline = "UPDATE 2-Ferries stop as fuel runs out"
    read, report = article(page(head="", headline=headline))
    assert report.version == "UPDATE 2"
    assert report.evidence.version[0].of(read.text) == "UPDATE 2"


def test_the_given_date_wins_and_says_so() -> None:
    _, report = article(page(), published="2030-01-01")
    assert (report.published, report.published_basis) == ("2030-01-01", "given")


def test_a_date_in_the_future_is_noted() -> None:
    _, report = article(page(), today="2030-01-01")
    assert "future-date" in [note.code for note in report.notes]


def test_a_page_without_date_says_so() -> None:
    _, report = article(page(head="", stamp=""))
    assert report.published is None
    assert "no-date" in [note.code for note in report.notes]


def test_a_page_of_links_has_teasers_and_no_article() -> None:
    read = read_html(f"<html><body>{RELATED}</body></html>", url="https://gazette.example/")
    assert [note.code for note in read.notes] == ["no-article"]
    assert all(not report.body or report.kind == "teaser" for report in read.reports)


def test_the_same_page_gives_the_same_bytes() -> None:
    one, two = (msgspec.json.encode(read_html(page())) for _ in range(2))
    assert one == two


def test_a_byline_and_a_time_inside_the_text_are_no_paragraphs() -> None:
    source = f"""<html><body><article><h1>Ferries stop as fuel runs out</h1>
    <p>By Mira Olt</p><p>4 March 2031 2:30 pm</p>{paragraphs()}</article></body></html>"""
    read, report = article(source)
    assert report.authors == ("Mira Olt",)
    assert report.published is not None and report.published.startswith("2031-03-04")
    assert "By Mira Olt" in kinds(read, "byline")
    assert not any("Mira Olt" in words or "2:30 pm" in words for words in body(read, report))


def test_a_pointer_inside_the_text_is_another_story() -> None:
    source = f"""<html><body><article><h1>Ferries stop as fuel runs out</h1>
    <div>Reported by: Mira Olt Published: Tuesday, 4 March 2031</div>{paragraphs()}
    <p><b>Read also:</b> <a href="/b">Bridge stays closed until the autumn</a></p>
    </article></body></html>"""
    read, report = article(source, url="https://gazette.example/a")
    assert report.authors == ("Mira Olt",)
    assert [other.headline for other in read.reports[1:]] == [
        "Bridge stays closed until the autumn"
    ]


def test_a_german_byline_names_its_writer_without_the_preposition() -> None:
    _, report = article(page(head="", byline="<p>von Dr. Mira Olt</p>"))
    assert report.authors == ("Dr. Mira Olt",)


def test_paragraphs_that_are_wrapped_one_by_one_are_one_article() -> None:
    inner = "".join(
        f"<div><div><section><p>{words}</p></section></div></div>" for words in SENTENCES
    )
    read, report = article(page(inner))
    assert body(read, report) == list(SENTENCES)


def test_comments_longer_than_the_article_are_not_taken_for_it() -> None:
    said = "".join(f'<div class="entry"><p>I think that {s}</p></div>' for s in SENTENCES * 2)
    around = f'<div id="comments" class="comments-area">{said}</div>'
    read, report = article(page(paragraphs(*SENTENCES[:2]), around=around))
    assert body(read, report) == list(SENTENCES[:2])


def test_a_copy_of_the_text_in_another_box_counts_once_and_a_refrain_as_often_as_it_stands() -> (
    None
):
    refrain = "Bring the boats home, bring the boats home to us."
    text = (SENTENCES[0], refrain, SENTENCES[1], refrain, *SENTENCES[2:])
    copy = f'<div class="article-body mobile">{paragraphs(*text)}</div>'
    read, report = article(page(paragraphs(*text) + f"</div>{copy}<div>"))
    assert body(read, report) == list(text)


def test_soft_hyphens_are_no_part_of_a_word() -> None:
    words = SENTENCES[0].replace("ministry", "min\u00adis\u00adtry")
    read, report = article(page(paragraphs(words, *SENTENCES[1:])))
    assert body(read, report)[0] == SENTENCES[0]


def test_a_kicker_and_the_headline_in_one_heading_are_not_glued() -> None:
    read = read_html(page(headline="<span>Island ferries</span>Hall opened for the stranded"))
    assert "Island ferries Hall opened" in read.text


def test_a_fact_box_is_apart_from_the_text_however_long_it_is() -> None:
    box = f'<div class="site-factbox"><h3>The ferry in figures</h3>{paragraphs(*SENTENCES[3:] * 2)}</div>'
    read, report = article(page(paragraphs(*SENTENCES[:2]) + box + paragraphs(SENTENCES[2])))
    assert body(read, report) == list(SENTENCES[:3])


@pytest.mark.parametrize("name", ["comments-open", "has-comments", "discussion"])
def test_an_article_in_an_element_named_after_its_comments_is_read(name: str) -> None:
    read, report = article(page().replace('<article class="article">', f'<article class="{name}">'))
    assert body(read, report) == list(SENTENCES)


def test_the_time_of_an_update_alone_is_the_pages_date_and_not_the_publications() -> None:
    changed = JSON_LD.replace('"datePublished":"2031-03-04T09:30:00+02:00",', "")
    _, report = article(page(head=changed, stamp=""))
    late = "2031-03-04T11:00:00+02:00"
    assert (report.published, report.published_basis, report.updated) == (late, "page", late)
    assert "only-updated" in {note.code for note in report.notes}


def test_the_words_of_a_paywall_are_not_the_stubs_text() -> None:
    free = JSON_LD.replace('"dateModified"', '"isAccessibleForFree":false,"dateModified"')
    wall = (
        '<div class="wall"><h3>Keep reading with a Gazette subscription</h3>'
        "<p>Get full access to every story for £1 a week. Cancel anytime.</p></div>"
    )
    read, report = article(page(paragraphs(*SENTENCES[:2]) + wall, head=free, around=""))
    assert body(read, report) == list(SENTENCES[:2])
    assert "paywall" in {note.code for note in report.notes}
    assert report.truncated


def test_every_picture_of_a_gallery_has_its_caption() -> None:
    captions = [f"{n} of 6 {words}" for n, words in enumerate(SENTENCES, 1)]
    figures = "".join(
        f'<figure><img src="p.jpg"><figcaption>{words}<span class="credit"> Ada Ruhl</span>'
        "</figcaption></figure>"
        for words in captions
    )
    read, _ = article(page(paragraphs() + figures, around=""))
    assert len([w for w in kinds(read, "caption") if w.endswith("Ada Ruhl")]) == len(captions)
