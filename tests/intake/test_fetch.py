"""The client against a real server on the loopback address that misbehaves on request."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest
import zstandard
from msgspec.structs import replace

from dateline.errors import InputError
from dateline.intake.fetch import Client, Limits
from dateline.intake.fetch.addresses import is_public
from dateline.intake.fetch.decoding import CodingError, TooLargeError, decoded_body

PAGE = b"<!doctype html><p>Rain fell on Port Selwyn.</p>"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = self.path
        self.server.asked.append(path)
        if path == "/robots.txt":
            self.answer(self.server.robots_status, self.server.robots)
        elif path == "/page":
            if self.headers.get("If-None-Match") == '"v1"':
                self.answer(304, b"", ETag='"v1"')
            else:
                self.answer(200, PAGE, ETag='"v1"', **{"Content-Type": "text/html; charset=utf-8"})
        elif path == "/loop":
            self.answer(302, b"", Location="/loop")
        elif path == "/to-file":
            self.answer(302, b"", Location="file:///etc/hostname")
        elif path == "/moved":
            self.answer(301, b"", Location="page")
        elif path == "/flaky":
            again = self.server.asked.count("/flaky") > 1
            self.answer(200 if again else 503, PAGE, **{"Retry-After": "7"})
        elif path == "/odd-wait":
            again = self.server.asked.count("/odd-wait") > 1
            self.answer(200 if again else 503, PAGE, **{"Retry-After": "\u00b2"})
        elif path == "/gone":
            self.answer(410, b"")
        elif path == "/bomb":
            self.answer(200, gzip.compress(bytes(40_000_000)), **{"Content-Encoding": "gzip"})
        elif path == "/lies":
            self.answer(200, b"this is not gzip", **{"Content-Encoding": "gzip"})
        elif path == "/huge":
            self.send_response(200)
            self.send_header("Content-Length", str(10**12))
            self.end_headers()
        elif path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"x")
                time.sleep(0.05)
        elif path == "/rude":
            self.wfile.write(b"NOT HTTP AT ALL\r\n\r\n")
            self.close_connection = True
        else:
            self.answer(200, PAGE)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    robots = b"User-agent: *\nDisallow: /private\nCrawl-delay: 3\n"
    robots_status = 200
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is part of the test."""

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client(waits: list[float]) -> Iterator[Client]:
    limits = Limits(allow_private=True, delay=0.0, max_bytes=1_000_000, total_timeout=0.5)
    with Client(limits, sleep=waits.append) as client:
        yield client


def test_a_page_comes_with_its_charset_and_validators(server: Server, client: Client) -> None:
    fetched = client.fetch(server.at("/page"))
    assert (fetched.data, fetched.charset, fetched.etag) == (PAGE, "utf-8", '"v1"')


def test_an_unchanged_page_is_not_sent_again(server: Server, client: Client) -> None:
    assert client.fetch(server.at("/page"), etag='"v1"').not_modified


def test_robots_is_asked_once_and_obeyed(
    server: Server, client: Client, waits: list[float]
) -> None:
    with pytest.raises(InputError, match="robots.txt"):
        client.fetch(server.at("/private/page"))
    client.fetch(server.at("/page"))
    client.fetch(server.at("/other"))
    assert server.asked.count("/robots.txt") == 1
    assert "/private/page" not in server.asked
    assert waits
    assert all(2 < wait <= 3 for wait in waits)


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (503, False)])
def test_a_missing_robots_file_allows_and_a_failing_one_forbids(
    server: Server, client: Client, status: int, allowed: bool
) -> None:
    server.robots_status = status
    if allowed:
        assert client.fetch(server.at("/page")).data == PAGE
    else:
        with pytest.raises(InputError, match=r"could not be asked for its robots.txt \("):
            client.fetch(server.at("/page"))


def test_a_host_that_could_not_be_asked_for_its_rules_is_asked_again_later(
    server: Server, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.robots_status = 503
    for _ in range(2):
        with pytest.raises(InputError, match="could not be asked"):
            client.fetch(server.at("/page"))
    assert server.asked.count("/robots.txt") == 1
    monkeypatch.setattr("dateline.intake.fetch.client._ROBOTS_AGAIN", 0.0)
    server.robots_status = 200
    assert client.fetch(server.at("/page")).data == PAGE


def test_a_passing_failure_is_tried_again_after_the_wait_asked_for(
    server: Server, client: Client, waits: list[float]
) -> None:
    server.robots = b""
    assert client.fetch(server.at("/flaky")).data == PAGE
    assert waits == [7.0]


def test_a_wait_that_is_no_number_is_passed_over(
    server: Server, client: Client, waits: list[float]
) -> None:
    server.robots = b""
    assert client.fetch(server.at("/odd-wait")).data == PAGE
    assert len(waits) == 1


def test_redirects_are_followed_to_the_last_address(server: Server, client: Client) -> None:
    assert client.fetch(server.at("/moved")).url == server.at("/page")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/loop", "redirects"),
        ("/to-file", "no http or https address"),
        ("/gone", "answered 410"),
        ("/bomb", "more than 1 MB"),
        ("/huge", "MB"),
        ("/lies", "damaged"),
        ("/slow", "longer than"),
        ("/rude", "HTTP"),
    ],
)
def test_what_goes_wrong_is_one_plain_error(
    server: Server, client: Client, path: str, words: str
) -> None:
    server.robots = b""
    if path != "/slow":
        # A busy machine unpacks a bomb slowly.
        client.limits = replace(client.limits, total_timeout=60.0)
    with pytest.raises(InputError, match=words):
        client.fetch(server.at(path))


def test_loopback_is_refused_unless_allowed(server: Server) -> None:
    with Client(Limits(delay=0), sleep=lambda _: None) as client:
        for host in ("127.0.0.1", "localhost", "[::1]", "0x7f.1"):
            with pytest.raises(InputError):
                client.fetch(f"http://{host}:{server.server_port}/page")
    assert server.asked == []


def test_a_name_that_turns_private_is_refused_when_connecting(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answers(host: str, port: int, **_: object) -> list[object]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    with Client(Limits(delay=0), sleep=lambda _: None) as client:
        with pytest.raises(InputError, match="not a public address"):
            client.fetch("http://news.example/page")
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("fe80::1%eth0", False),
        ("2606:4700::1111", True),
        ("224.0.0.1", False),
    ],
)
def test_private_addresses_are_known(address: str, public: bool) -> None:
    assert is_public(address) is public


PACKERS = {
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("coding", PACKERS)
def test_every_coding_is_taken_off(coding: str) -> None:
    packed = PACKERS[coding](PAGE * 1000)
    chunks = [packed[i : i + 10] for i in range(0, len(packed), 10)]
    assert decoded_body(chunks, coding, 10**6) == PAGE * 1000


@pytest.mark.parametrize("coding", PACKERS)
def test_a_bomb_is_cut_off_in_every_coding(coding: str) -> None:
    with pytest.raises(TooLargeError):
        decoded_body([PACKERS[coding](bytes(30_000_000))], coding, 10**6)


@pytest.mark.parametrize("coding", [*PACKERS, "lzma", "gzip, gzip, gzip"])
def test_damaged_or_unknown_codings_are_said(coding: str) -> None:
    with pytest.raises(CodingError):
        decoded_body([b"\x00\x01 certainly not packed \xff" * 20], coding, 10**6)
