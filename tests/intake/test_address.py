from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.intake.address import whole_address
from dateline.intake.feeds import pages_of_feed
from dateline.intake.fetch import Client
from dateline.intake.html import read_html
from dateline.intake.sources import pages_of
from dateline.show.links import text_fragment

BROKEN = "http://[a/"


@pytest.mark.parametrize(
    ("address", "base", "whole"),
    [
        ("/b", "https://h.example/a", "https://h.example/b"),
        ("https://h.example/a", None, "https://h.example/a"),
        ("http://[::1]/", None, "http://[::1]/"),
        (BROKEN, "https://h.example/a", None),
        ("http://[abc]/", None, None),
        ("", "https://h.example/a", None),
        (None, None, None),
    ],
)
def test_an_address_is_whole_or_none(
    address: str | None, base: str | None, whole: str | None
) -> None:
    assert whole_address(address, base) == whole


def test_a_broken_link_costs_no_feed() -> None:
    item = f"<item><title>Ferry stops</title><link>{BROKEN}</link></item>"
    feed = f"<rss version='2.0'><channel><title>Post</title>{item}</channel></rss>".encode()
    (page,) = pages_of_feed("f", feed)
    assert page.url is None
    json_feed = b'{"items":[{"title":"Ferry stops","url":"%s"}]}' % BROKEN.encode()
    assert [page.url for page in pages_of_feed("f", json_feed)] == [None]


def test_a_broken_canonical_address_is_none_of_the_page() -> None:
    page = read_html(
        f"<title>Ferry stops</title><link rel=canonical href='{BROKEN}'><h1>Ferry stops</h1><p>a</p>"
    )
    assert all(text_fragment(report.url, "Ferry") is None for report in page.reports)


def test_a_broken_address_is_refused_in_words() -> None:
    with pytest.raises(InputError, match="no http or https address"), Client() as client:
        client.fetch(BROKEN)
    with pytest.raises(InputError, match="no address"):
        list(pages_of("page.html", url=BROKEN))
