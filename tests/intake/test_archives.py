from __future__ import annotations

import gzip
import io
import time
import zipfile

import pytest

from dateline.errors import InputError
from dateline.intake.archives import documents_of_warc, documents_of_zip
from dateline.intake.mail import document_of_mail, documents_of_mhtml, sender_of
from dateline.intake.sitemaps import entries_of_sitemap
from dateline.intake.sources import pages_of_bytes
from dateline.intake.tally import Tally

HTML = b"<!doctype html><html><body><p>The harbour is closed.</p></body></html>"


def record(kind: str, uri: str, payload: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n"
        f"WARC-Date: 2024-03-18T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{abs(hash(uri)):032x}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def response(
    body: bytes, kind: str = "text/html; charset=utf-8", more: str = "", status: int = 200
) -> bytes:
    return f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


CHUNKED = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML)
WARC = b"".join(
    [
        record("response", "https://a.example/1", response(HTML)),
        record("response", "https://a.example/2.png", response(b"\x89PNG", "image/png")),
        record("revisit", "https://a.example/1", response(b"")),
        record("response", "https://a.example/3", response(b"", status=404)),
        record(
            "response",
            "https://a.example/4",
            response(gzip.compress(HTML), more="Content-Encoding: gzip\r\n"),
        ),
        record(
            "response",
            "https://a.example/5",
            response(CHUNKED, more="Transfer-Encoding: chunked\r\n"),
        ),
    ]
)


@pytest.mark.parametrize("data", [WARC, gzip.compress(WARC)], ids=["plain", "gzip"])
def test_a_web_archive_gives_its_pages_and_counts_the_rest(data: bytes) -> None:
    tally = Tally()
    found = list(documents_of_warc("x.warc", io.BytesIO(data), tally))
    assert [document.url for document in found] == [
        "https://a.example/1",
        "https://a.example/4",
        "https://a.example/5",
    ]
    assert all(document.data == HTML for document in found)
    assert tally.skipped == {"image/png": 1, "revisit": 1, "HTTP 404": 1}


RECORDS = [
    record("response", f"https://a.example/{number}", response(HTML * 40)) for number in range(3)
]


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("part", [0.05, 0.5, 0.95])
def test_a_cut_off_archive_gives_what_is_whole_and_is_told_of(
    part: float, asked: bool, zipped: bool
) -> None:
    pack = gzip.compress if zipped else bytes
    records = [pack(one) for one in RECORDS]
    records += [pack(record("request", "https://a.example/r", b"GET / HTTP/1.1" * 9))] * asked
    whole = b"".join(records)
    tally = Tally()
    assert len(list(documents_of_warc("x.warc", io.BytesIO(whole), tally))) == 3
    assert not tally.failures
    cut = whole[: len(whole) - len(records[-1]) + int(len(records[-1]) * part)]
    found = list(documents_of_warc("x.warc", io.BytesIO(cut), tally))
    assert [document.data for document in found] == [HTML * 40] * (3 if asked else 2)
    (failure,) = tally.failures
    assert str(failure).startswith("x.warc: the archive breaks off in the middle of a record")


def test_an_archive_zipped_as_one_is_told_of_when_it_breaks_off() -> None:
    tally = Tally()
    packed_whole = gzip.compress(b"".join(RECORDS))
    assert len(list(documents_of_warc("x", io.BytesIO(packed_whole), tally))) == 3
    assert not tally.failures
    list(documents_of_warc("x.warc.gz", io.BytesIO(packed_whole[:-30]), tally))
    assert len(tally.failures) == 1


def packed(**members: bytes) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    out.seek(0)
    return out


def test_a_wacz_package_is_read_through_its_archives() -> None:
    tally = Tally()
    package = packed(
        archive__data_dot_warc_dot_gz=gzip.compress(WARC), pages__pages_dot_jsonl=b"{}"
    )
    assert len(list(documents_of_zip("x.wacz", package, tally))) == 3
    assert tally.skipped[".jsonl"] == 1


def test_a_zipped_page_folder_gives_its_pages() -> None:
    tally = Tally()
    found = list(documents_of_zip("x.zip", packed(page_dot_html=HTML, style_dot_css=b"p{}"), tally))
    assert [document.data for document in found] == [HTML]


def test_a_zipped_folder_gives_its_feeds_and_letters_but_no_other_xml() -> None:
    feed = b"<rss version='2.0'><channel><item><title>Dam</title></item></channel></rss>"
    letter = b"From: a@b.example\nSubject: News\nDate: Mon, 18 Mar 2024 10:00:00 +0000\n\nDam.\n"
    package = packed(f_dot_xml=feed, l_dot_eml=letter, w_dot_xml=b"<?xml version='1.0'?><doc/>")
    tally = Tally()
    assert [found.data for found in documents_of_zip("x.zip", package, tally)] == [feed, letter]
    assert tally.skipped == {".xml": 1}


def test_a_mailbox_gives_each_of_its_letters() -> None:
    letter = (
        b"From: News <a@b.example>\nSubject: Dam %d\nDate: Mon, 18 Mar 2024 10:00:00 +0000\n\n"
        b"The dam above Vessen broke on Sunday, the mayor said.\n\n>From here on it was quiet.\n\n"
    )
    line = b"From a@b.example Mon Mar 18 10:00:00 2024\n"
    box = b"".join(line + letter % number for number in (1, 2)) + line + b"Subject: x\n\n"
    tally = Tally()
    pages = list(pages_of_bytes("box", box, tally=tally))
    assert [page.path for page in pages] == ["box, letter 1", "box, letter 2"]
    assert [page.text[:5] for page in pages] == ["Dam 1", "Dam 2"]
    assert all("\nFrom here on" in page.text for page in pages)
    assert {page.reports[0].published for page in pages} == {"2024-03-18T10:00:00+00:00"}
    assert [failure.source for failure in tally.failures] == ["box, letter 3"]


def test_a_damaged_zip_is_refused() -> None:
    with pytest.raises(InputError, match="damaged"):
        list(documents_of_zip("x.zip", io.BytesIO(b"PK\x03\x04 not really"), Tally()))


NEWSLETTER = (
    b"From: Harbour Post <news@h.example>\r\nTo: reader@x.example\r\nSubject: Morning brief\r\n"
    b"Date: Mon, 18 Mar 2024 06:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nplain\r\n"
    b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<p>Caf=C3=A9 closed.</p>\r\n--b--\r\n"
)


def test_a_newsletter_gives_its_html_part_and_sending_date() -> None:
    document = document_of_mail("n.eml", NEWSLETTER)
    assert "Café closed." in document.data.decode()
    assert document.captured == "2024-03-18T06:00:00+01:00"
    assert sender_of("n.eml", NEWSLETTER) == "Harbour Post"


@pytest.mark.parametrize("sender", ["a:b", "desk@h.example\r To: x@y", "a;:@b <x>: ;", "(" * 3_000])
def test_a_sender_that_is_no_address_costs_no_message(sender: str) -> None:
    mail = f"From: {sender}\r\nSubject: x\r\n\r\nThe ferry stopped.\r\n".encode()
    sender_of("n.eml", mail)
    assert b"The ferry stopped." in document_of_mail("n.eml", mail).data


def test_a_sending_date_beyond_all_years_is_none() -> None:
    mail = b"From: a@b\r\nDate: Tue, 04 Mar 99999999999999999999 08:00:00 +0000\r\n\r\nThe ferry stopped."
    assert document_of_mail("n.eml", mail).captured is None


@pytest.mark.parametrize("kind", ["multipart/related; boundary=b", "message/rfc822"])
def test_a_message_nested_beyond_all_use_is_refused(kind: str) -> None:
    mail = b"From: a@b\r\n" + f"Content-Type: {kind}\r\n\r\n--b\r\n".encode() * 4_000
    with pytest.raises(InputError):
        document_of_mail("n.eml", mail)
    with pytest.raises(InputError):
        list(documents_of_mhtml("n.mhtml", mail, Tally()))


def test_a_message_of_many_parts_is_read_in_time() -> None:
    part = b"--b\r\nContent-Type: image/png; name=a\r\n\r\nx\r\n"
    head = b"From: a@b\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    page = b"--b\r\nContent-Type: text/html\r\n\r\n<p>The ferry stopped.</p>\r\n"
    began = time.process_time()
    assert list(documents_of_mhtml("n.mhtml", head + part * 5_000 + page, Tally()))
    assert time.process_time() - began < 5


def test_an_empty_message_is_refused() -> None:
    with pytest.raises(InputError, match="no text"):
        document_of_mail("n.eml", b"From: a@b\r\nSubject: x\r\n\r\n")


@pytest.mark.parametrize("charset", ["idna", "no-such", "utf\\x008"])
def test_a_message_in_a_charset_that_is_none_keeps_its_subject(charset: str) -> None:
    head = f"From: a@b\r\nSubject: The harbour.. is shut\r\nContent-Type: text/plain; charset={charset}"
    document = document_of_mail("n.eml", f"{head}\r\n\r\nThe ferry stopped.\r\n".encode())
    assert document.data.startswith(b"The harbour.. is shut\n\nThe ferry stopped.")


def test_a_saved_page_gives_its_html_with_its_address() -> None:
    saved = (
        b"From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
        b"Content-Location: https://a.example/1\r\n\r\n" + HTML + b"\r\n"
        b"--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
    )
    tally = Tally()
    (document,) = documents_of_mhtml("x.mhtml", saved, tally)
    assert document.url == "https://a.example/1"
    assert tally.skipped == {"image/png": 1}


def test_a_news_sitemap_gives_titles_and_dates() -> None:
    data = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://a.example/1</loc><n:news><n:publication><n:name>Post</n:name><n:language>en</n:language></n:publication>
    <n:publication_date>2024-03-18</n:publication_date><n:title>Bridge shut</n:title></n:news></url></urlset>"""
    (entry,) = entries_of_sitemap("s", data)
    assert (entry.url, entry.title, entry.published) == (
        "https://a.example/1",
        "Bridge shut",
        "2024-03-18",
    )


def test_a_sitemap_with_damaged_names_is_still_read() -> None:
    data = (
        b"<urlset><a:b:c/><url><x:y:loc>no</x:y:loc><loc>https://h.example/1</loc></url></urlset>"
    )
    assert [entry.url for entry in entries_of_sitemap("s", data)] == ["https://h.example/1"]


def test_an_external_entity_in_a_sitemap_is_not_read() -> None:
    data = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>
    <urlset><url><loc>https://a.example/</loc><title>&f;</title></url></urlset>"""
    assert entries_of_sitemap("s", data)[0].title is None


@pytest.mark.parametrize("seed", range(40))
def test_a_zip_damaged_anywhere_is_refused_or_told_of(seed: int) -> None:
    data = bytearray(packed(page_dot_html=HTML * 20, other_dot_txt=b"words " * 50).getvalue())
    for step in range(4):
        data[(seed * 37 + step * 101) % len(data)] ^= 0xFF >> (step % 3)
    try:
        list(documents_of_zip("x.zip", io.BytesIO(bytes(data)), Tally()))
    except InputError as error:
        assert str(error).startswith("x.zip: ")
