"""Feeds from a real server on the loopback address, polled into a real archive."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from dateline.archive.store import Archive
from dateline.archive.watching import poll
from dateline.commands.watch import watch
from dateline.intake.fetch import Client, Limits

ITEM = """<item><title>{title}</title><link>{base}/story/{number}</link>
<pubDate>Mon, 18 Mar 2024 1{number}:00:00 GMT</pubDate>
<description>{title}, the harbour master Una Brask said on Monday.</description></item>"""
PAGE = """<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>The harbour of Port Selwyn was closed on Monday after a crane fell into the water, said Una Brask.</p>
<p>“Nobody was hurt, and nobody will sail,” she told reporters at the old customs house.</p>
</article></body></html>"""


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.titles = ["Harbour closed after crane falls"]
        self.broken = False

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        tag = f'"{len(self.server.titles)}"'
        if self.path == "/feed" and self.server.broken:
            body, status = b"<rss><channel>", 200
        elif self.path == "/feed":
            items = "".join(
                ITEM.format(title=title, number=number, base=self.server.base)
                for number, title in enumerate(self.server.titles)
            )
            feed = f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
            body, status = feed.encode(), 200
            if self.headers.get("If-None-Match") == tag:
                body, status = b"", 304
        elif self.path.startswith("/story/"):
            title = self.server.titles[int(self.path[-1])]
            body, status, tag = PAGE.format(title=title).encode(), 200, ""
        else:
            body, status = b"", 404
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(str(tmp_path / "archive.db")) as archive:
        yield archive


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(Limits(allow_private=True, delay=0, retries=0), sleep=lambda _: None) as client:
        yield client


def test_a_feed_is_kept_once_and_only_what_is_new_is_added(
    site: Site, archive: Archive, client: Client
) -> None:
    feed = f"{site.base}/feed"
    first = poll(archive, client, feed)
    assert (first.outcome, len(first.added)) == ("changed", 1)
    assert poll(archive, client, feed).outcome == "unchanged"
    site.titles.append("Crane lifted from the harbour")
    third = poll(archive, client, feed)
    assert [item.new for item in third.added] == [True]
    assert len(archive.search("harbour").hits) == 2


def test_followed_entries_are_kept_with_their_bytes(
    site: Site, archive: Archive, client: Client
) -> None:
    (added,) = poll(archive, client, f"{site.base}/feed", follow=True).added
    assert archive.page(added.page).url == f"{site.base}/story/0"
    assert b"customs house" in (archive.original(added.page) or b"")


def test_a_feed_that_breaks_is_told_and_logged_and_loses_nothing(
    site: Site, archive: Archive, client: Client
) -> None:
    feed = f"{site.base}/feed"
    poll(archive, client, feed)
    site.broken = True
    polled = poll(archive, client, feed)
    assert polled.outcome == "failed"
    assert feed in polled.failures[0]
    assert archive.fetches(feed)[0].error
    assert len(archive.search("harbour").hits) == 1


def test_watch_tells_new_stories_new_reports_and_what_a_later_version_changes(
    site: Site, tmp_path: Path
) -> None:
    app = typer.Typer()
    app.command()(watch)

    def round_() -> list[str]:
        words = [f"{site.base}/feed", "--once", "--allow-private"]
        result = CliRunner().invoke(app, [*words, "--archive", str(tmp_path / "a.db")])
        assert result.exit_code == 0, result.output
        return result.output.splitlines()

    head, first = round_()
    assert head.endswith("/feed: changed, 1 new page, 1 new story")
    assert first.startswith("  new story: Harbour closed after crane falls · ")
    site.titles[0] = "Harbour of Port Selwyn closed after crane falls"
    site.titles.append("Crane that closed harbour is lifted")
    head, *rest = round_()
    assert head.endswith("/feed: changed, 2 new pages, 0 new stories")
    assert rest[0].startswith("  changed: Harbour of Port Selwyn closed")
    assert "· headline changed, " in rest[0] and " · story " in rest[0]
    assert rest[1].startswith("  new report: Crane that closed harbour is lifted · story ")
    (line,) = round_()
    assert line.endswith("/feed: unchanged, 0 new pages, 0 new stories")
