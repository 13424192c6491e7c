"""The polite client: robots.txt, a pause for each host, conditional requests, retries, limits."""

from __future__ import annotations

import email.utils
import random
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import httpcore
from protego import Protego

from dateline import __version__
from dateline.errors import InputError
from dateline.intake.address import whole_address
from dateline.intake.decode import MAX_BYTES
from dateline.intake.fetch.addresses import AddressError, GuardedBackend
from dateline.intake.fetch.decoding import ACCEPTED, CodingError, TooLargeError, decoded_body
from dateline.records import Record

AGENT = f"dateline/{__version__}"
_ROBOTS_BYTES = 500 * 1024
_ROBOTS_LAST, _ROBOTS_AGAIN = 86_400.0, 300.0
"""Seconds after which a host is asked for its rules again, and when it could not be asked."""
_REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_LONGEST_WAIT = 60.0


class Limits(Record, frozen=True, kw_only=True):
    """What a client allows itself; times in seconds."""

    allow_private: bool = False
    """Whether private and loopback addresses may be fetched from."""
    delay: float = 1.0
    """Pause between two requests to one host; robots.txt may ask for more."""
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 60.0
    redirects: int = 5
    retries: int = 2
    max_bytes: int = MAX_BYTES


class Fetched(Record, frozen=True, kw_only=True):
    """What came back for an address."""

    url: str
    """The last address, after redirects."""
    status: int
    data: bytes
    content_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    not_modified: bool = False
    """Whether the server says that nothing has changed; ``data`` is then empty."""


class Client:
    """Fetches pages one at a time. Not for several threads at once."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits = limits or Limits()
        self._sleep = sleep
        self._pool = httpcore.ConnectionPool(
            network_backend=GuardedBackend(allow_private=self.limits.allow_private),
            max_connections=4,
            keepalive_expiry=15,
        )
        self._robots: dict[str, tuple[float, Protego | str | None]] = {}
        """When a host's rules were asked for, and what they are: none, or why nobody knows."""
        self._last: dict[str, float] = {}
        # Only the spread of retries hangs on it, never a result.
        self._spread = random.Random(0)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Fetched:
        """Fetch an address; with validators, only if it changed.

        Raises InputError with what was wrong: refused by robots.txt, a private address, too many
        redirects, too large, too slow, an error of the server.
        """
        headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditions = [(name, value) for name, value in headers.items() if value]
        address = url
        for _ in range(self.limits.redirects + 1):
            _check_address(url, address)
            self._check_allowed(url, address)
            answer = self._with_retries(url, address, conditions)
            if isinstance(answer, Fetched):
                return answer
            address = whole_address(answer, address) or answer
        raise InputError(url, f"more than {self.limits.redirects} redirects.")

    def _with_retries(
        self, url: str, address: str, conditions: list[tuple[str, str]]
    ) -> Fetched | str:
        """Ask once and again after passing failures; return the answer or where it redirects to."""
        problem = ""
        for attempt in range(self.limits.retries + 1):
            wait = 2.0**attempt * (0.75 + self._spread.random() / 2)
            try:
                return self._once(url, address, conditions)
            except _PassingError as passing:
                problem = passing.problem
                wait = passing.wait if passing.wait is not None else wait
            except (httpcore.TimeoutException, httpcore.NetworkError) as error:
                problem = f"the connection failed ({error or type(error).__name__})."
            except httpcore.ProtocolError as error:
                problem = f"the server does not speak HTTP as it should ({error})."
            except AddressError as error:
                raise InputError(
                    url, f"{error}.", remedy="For servers you trust there is --allow-private."
                ) from None
            except (TooLargeError, CodingError) as error:
                raise InputError(url, f"{error}.") from None
            if attempt < self.limits.retries and wait <= _LONGEST_WAIT:
                self._sleep(wait)
            else:
                break
        raise InputError(url, problem)

    def _once(self, url: str, address: str, conditions: list[tuple[str, str]]) -> Fetched | str:
        self._pause(address)
        began = time.monotonic()
        headers = [
            ("User-Agent", AGENT),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"),
            ("Accept-Encoding", ACCEPTED),
            *conditions,
        ]
        with self._pool.stream(
            "GET", address, headers=headers, extensions={"timeout": self._timeouts()}
        ) as response:
            answered = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in response.headers
            }
            if response.status in _REDIRECTS and "location" in answered:
                return answered["location"]
            if response.status == 304:
                return Fetched(url=address, status=304, data=b"", not_modified=True)
            if response.status in _PASSING:
                raise _PassingError(
                    f"the server answered {response.status}.", _retry_after(answered)
                )
            if response.status != 200:
                raise InputError(url, f"the server answered {response.status}.")
            declared = answered.get("content-length", "")
            if _is_number(declared) and int(declared) > self.limits.max_bytes:
                raise TooLargeError(f"the body has {int(declared) / 1e6:.0f} MB")

            def chunks() -> Iterator[bytes]:
                for chunk in response.iter_stream():
                    if time.monotonic() - began > self.limits.total_timeout:
                        raise InputError(
                            url, f"the page took longer than {self.limits.total_timeout:.0f} s."
                        )
                    yield chunk

            data = decoded_body(
                chunks(), answered.get("content-encoding", ""), self.limits.max_bytes
            )
        kind, charset = _content_type(answered.get("content-type", ""))
        return Fetched(
            url=address,
            status=200,
            data=data,
            content_type=kind,
            charset=charset,
            etag=answered.get("etag"),
            last_modified=answered.get("last-modified"),
        )

    def _timeouts(self) -> dict[str, float]:
        return {
            "connect": self.limits.connect_timeout,
            "read": self.limits.read_timeout,
            "write": self.limits.read_timeout,
            "pool": self.limits.connect_timeout,
        }

    def _pause(self, address: str) -> None:
        """Wait until the host of an address may be asked again."""
        host = urlsplit(address).netloc
        _, robots = self._robots.get(_origin(address), (0.0, None))
        asked = robots.crawl_delay(AGENT) if isinstance(robots, Protego) else None
        delay = min(max(self.limits.delay, float(asked or 0)), _LONGEST_WAIT)
        if host in self._last:
            wait = self._last[host] + delay - time.monotonic()
            if wait > 0:
                self._sleep(wait)
        self._last[host] = time.monotonic()

    def _check_allowed(self, url: str, address: str) -> None:
        """Ask the host's robots.txt (RFC 9309): none means yes, a failing server means no."""
        origin, now = _origin(address), time.monotonic()
        asked, robots = self._robots.get(origin, (now - _ROBOTS_AGAIN, ""))
        if now - asked >= (_ROBOTS_AGAIN if isinstance(robots, str) else _ROBOTS_LAST):
            robots = self._robots_of(origin)
            self._robots[origin] = now, robots
        host = urlsplit(address).netloc
        if isinstance(robots, str):
            raise InputError(
                url,
                f"{host} could not be asked for its robots.txt ({robots}), so nothing is fetched.",
                remedy="Check the address and the connection, and try again.",
            )
        if robots is not None and not robots.can_fetch(address, AGENT):
            raise InputError(url, f"robots.txt of {host} asks not to fetch it.")

    def _robots_of(self, origin: str) -> Protego | str | None:
        address = f"{origin}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            try:
                answer = self._once(address, address, [])
            except (InputError, TooLargeError, CodingError, AddressError):
                # 4xx and unreadable files: no rules. A private address is refused for the page too.
                return None
            except _PassingError as passing:
                return passing.problem.rstrip(".")
            except (httpcore.TimeoutException, httpcore.NetworkError) as error:
                return str(error) or type(error).__name__
            except httpcore.ProtocolError:
                return None
            if isinstance(answer, Fetched):
                return Protego.parse(answer.data[:_ROBOTS_BYTES].decode("utf-8", "replace"))
            address = whole_address(answer, address) or ""
            if urlsplit(address).scheme not in ("http", "https"):
                return None
        return None


class _PassingError(Exception):
    """A failure that may pass; ``wait`` is what the server asks for, in seconds."""

    def __init__(self, problem: str, wait: float | None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.wait = wait


def _check_address(url: str, address: str) -> None:
    parts = urlsplit(whole_address(address) or "")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(url, f"{address} is no http or https address.")


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _retry_after(headers: dict[str, str]) -> float | None:
    value = headers.get("retry-after", "").strip()
    if _is_number(value):
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _is_number(value: str) -> bool:
    """Tell whether a header is a whole number that can be read: a digit may be a superscript."""
    return value.isdecimal() and len(value) <= 18


def _content_type(value: str) -> tuple[str | None, str | None]:
    kind, _, rest = value.partition(";")
    charset = next(
        (
            part.partition("=")[2].strip().strip("\"'")
            for part in rest.split(";")
            if part.strip().lower().startswith("charset")
        ),
        None,
    )
    return kind.strip().lower() or None, charset or None
