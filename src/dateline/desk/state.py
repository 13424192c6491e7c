"""What all requests share: the archive, the settings, and what goes on in the background."""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence

import msgspec
from starlette.requests import Request

from dateline.archive.store import Archive
from dateline.desk.jobs import Jobs
from dateline.errors import DatelineError
from dateline.reading.layers import Settings

LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "testserver")
_MOST_WAITING = 200
_QUIET = 0.7


class DeskSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a desk is served."""

    token: str | None = None
    """What a visitor has to show; without one only this machine may be served."""
    hosts: tuple[str, ...] = LOOPBACK
    """Names the desk answers to; any other is refused, so that no web site can pose as it."""
    upload_limit: int = 64 * 1024 * 1024
    """The most bytes a request may carry."""
    fetching: bool = True
    """Whether addresses pasted on the desk are fetched."""
    private_addresses: bool = False
    """Whether they may lie in private networks."""
    reading: Settings = Settings()


class LayingOut:
    """A thread that lays stories out before somebody opens them; the newest wish comes first.

    It works while nobody asks for pages: the desk's threads share one interpreter.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._wake = threading.Condition()
        self._closed = False
        self._asked = 0.0
        self._thread = threading.Thread(target=self._run, name="laying-out", daemon=True)
        self._thread.start()

    def wish(self, stories: Sequence[str]) -> None:
        """Ask for stories to be laid out soon."""
        with self._wake:
            for story in reversed(stories):
                self._waiting[story] = None
                self._waiting.move_to_end(story)
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)
            self._wake.notify()

    def hold(self) -> None:
        """Wait a moment: somebody asks for a page."""
        self._asked = time.monotonic()

    def close(self) -> None:
        """Stop after the story at hand."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while True:
            with self._wake:
                while not self._closed and not self._waiting:
                    self._wake.wait()
                while not self._closed and (rest := self._asked + _QUIET - time.monotonic()) > 0:
                    self._wake.wait(rest)
                if self._closed:
                    return
                story, _ = self._waiting.popitem()
            # One that has gone or cannot be kept is told of to whoever opens it.
            with contextlib.suppress(DatelineError):
                self._archive.dossier(story)


class Desk:
    """The desk's shared state, reached by `desk_of`."""

    def __init__(self, archive: Archive, settings: DeskSettings) -> None:
        self.archive = archive
        self.settings = settings
        self.secret = secrets.token_bytes(32)
        """Signs the forms; forms of an earlier run are not accepted."""
        self.laying_out = LayingOut(archive)
        self.jobs = Jobs(settings.reading, settings.private_addresses)

    def close(self) -> None:
        """End what goes on in the background; the archive stays open."""
        self.laying_out.close()
        self.jobs.close()


def desk_of(request: Request) -> Desk:
    """Return the desk a request belongs to."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)
    return desk
