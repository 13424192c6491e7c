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
from dateline.records import Dossier

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

    It works while nobody asks for pages: the desk's threads share one interpreter. What was laid
    out for a page already is kept without such a wait.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._to_keep: OrderedDict[str, tuple[Dossier, int]] = OrderedDict()
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

    def keep(self, dossier: Dossier, change: int) -> None:
        """Have a story that was laid out for a page kept, so that the page need not wait for it."""
        with self._wake:
            self._to_keep[dossier.story.id] = (dossier, change)
            while len(self._to_keep) > _MOST_WAITING:
                self._to_keep.popitem(last=False)
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
                while not (self._closed or self._to_keep or self._is_time()):
                    self._wake.wait(self._rest() if self._waiting else None)
                if self._closed:
                    return
                if self._to_keep:
                    story, done = self._to_keep.popitem()
                else:
                    (story, _), done = self._waiting.popitem(), None
            # One that has gone or cannot be kept is told of to whoever opens it.
            with contextlib.suppress(DatelineError):
                if done is None:
                    self._archive.dossier(story)
                else:
                    self._archive.keep(*done)

    def _rest(self) -> float:
        """Return how many seconds are left until nobody has asked for long enough."""
        return self._asked + _QUIET - time.monotonic()

    def _is_time(self) -> bool:
        return bool(self._waiting) and self._rest() <= 0


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
